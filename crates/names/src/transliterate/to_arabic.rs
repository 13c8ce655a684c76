//! Sounds in the letters of the Arabic script, as Persian writes them.
//!
//! Rules by hand, after how the commonest names are written: a short vowel is left out, an a is long before one consonant and e
//! (Hashem), after i (Kian), and in some last syllables (Bahram).

use crate::sound::code::*;

/// Vowels in a row that are written as their letters stand.
const LONG: u64 = set(&[AA, II, UU, EI, AU]);

pub(super) fn write(codes: &[u8]) -> String {
    let mut out = String::new();
    let mut place = 0;
    // Servant of …, father of …: written one way, whatever follows.
    if codes.starts_with(&[A, B, D, EPS]) {
        out.push_str("عبد");
        place = 3;
    } else if codes.len() > 4 && codes.starts_with(&[A, B, O, L]) {
        out.push_str("ابوال");
        place = 4;
    }
    while place < codes.len() {
        let rest = &codes[place..];
        // -ollah: the name of God is written one way.
        if rest.starts_with(&[EPS, L, A, H]) {
            out.push_str("الله");
            place += 4;
            continue;
        }
        if codes[place] == EPS {
            out.push_str("ال");
            place += 1 + usize::from(codes.get(place + 1) == Some(&LAM));
            continue;
        }
        let at = At { codes, place };
        out.push_str(if is(codes[place], VOWELS) {
            at.vowel()
        } else {
            at.consonant()
        });
        place += 1;
    }
    out
}

/// A sound and what stands around it.
struct At<'c> {
    codes: &'c [u8],
    place: usize,
}

impl At<'_> {
    fn next(&self, steps: usize) -> Option<u8> {
        self.codes.get(self.place + steps).copied()
    }

    fn before(&self) -> Option<u8> {
        self.place.checked_sub(1).map(|place| self.codes[place])
    }

    fn vowel(&self) -> &'static str {
        let code = self.codes[self.place];
        let first = self.place == 0;
        let last = self.next(1).is_none();
        let after_vowel = self.before().is_some_and(|before| is(before, VOWELS));
        match code {
            AA if first => "آ",
            AA => "ا",
            A | AL if first || last => "ا",
            A | AL if self.is_long() => "ا",
            I | IL | II | EI if first => "ای",
            // Rezaei: the glide and the vowel.
            I | II if after_vowel && last => "یی",
            I | IL | II | EI => "ی",
            U | UE | UU | AU if first && is(code, LONG) => "او",
            O | U | UE | E | EL if first => "ا",
            U | UE | UU | AU => "و",
            O if last => "و",
            E if last => "ه",
            _ => "",
        }
    }

    /// Whether an a inside a word is a long one.
    fn is_long(&self) -> bool {
        let vowel = |code: u8| is(code, VOWELS);
        match (self.next(1), self.next(2)) {
            (Some(next), _) if vowel(next) => true,
            _ if self.before().is_some_and(|before| {
                matches!(before, I | II) || before == Y && self.place > 1
            }) =>
            {
                true
            }
            (Some(_), Some(E | EL)) => true,
            (Some(N | M | S | SV | L | Z | B), None) => self.place > 1,
            // The same syllable before the ending -i: Bahrami, Ghorbani.
            (Some(N | M | Z | B | SH | L), Some(I)) if self.next(3).is_none() => self.place > 2,
            _ => false,
        }
    }

    fn consonant(&self) -> &'static str {
        match self.codes[self.place] {
            B | BETH => "ب",
            P | PE => "پ",
            T | TE => "ت",
            TA => "ط",
            TH => "ث",
            J => "ج",
            CH => "چ",
            H if self.place == 0 && matches!(self.next(1), Some(A | AL | E | EI)) => "ح",
            // Ahmad, Mahmoud, Rahimi, Mohammad.
            H if self.next(1) == Some(M) || self.next(2) == Some(M) => "ح",
            H => "ه",
            HA => "ح",
            KH | KHC => "خ",
            D => "د",
            DH => "ذ",
            ZAD => "ض",
            ZA => "ظ",
            R => "ر",
            Z => "ز",
            ZH => "ژ",
            S | SV => "س",
            SAD => "ص",
            SH | SHIN => "ش",
            GH => "ق",
            SOFTG => "غ",
            F => "ف",
            Q => "ق",
            K | KAPH => "ک",
            G | GC => "گ",
            L | LAM => "ل",
            M => "م",
            N => "ن",
            V | W => "و",
            Y => "ی",
            TS => "تس",
            ALEF => "ا",
            AIN => "ع",
            HAMZA => "ئ",
            AH | EH => "ه",
            _ => "",
        }
    }
}
