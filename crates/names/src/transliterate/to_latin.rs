//! Sounds in Latin letters, as the press in English romanises Persian names.
//!
//! An abjad leaves its short vowels out; they are put where a syllable needs one: an a, an e behind a long a (Kazem) and at the
//! beginning before two consonants and a long a (Eslam).

use crate::sound::code::*;

/// Consonants that may end a word together, without a vowel between.
const TOGETHER: [(u8, u8); 17] = [
    (N, D),
    (N, G),
    (S, T),
    (SH, T),
    (KH, T),
    (F, T),
    (R, D),
    (R, S),
    (R, K),
    (R, G),
    (R, M),
    (R, Z),
    (R, T),
    (R, J),
    (R, N),
    (M, S),
    (L, T),
];

/// A piece of the word on its way: a consonant or a vowel, in letters.
#[derive(Clone, Copy)]
enum Piece {
    Consonant(u8),
    Vowel(&'static str),
}

pub(super) fn write(codes: &[u8]) -> String {
    let abjad = !codes.iter().any(|code| is(*code, SHORT));
    let pieces = pieces(codes, abjad);
    let mut out = String::new();
    let mut place = 0;
    // Whether a vowel stands before the run of consonants that comes next, and whether it was a long a.
    let (mut vowel, mut long) = (false, false);
    while place < pieces.len() {
        if let Piece::Vowel(letters) = pieces[place] {
            long = letters == LONG_A;
            out.push_str(if long { "a" } else { letters });
            vowel = true;
            place += 1;
            continue;
        }
        let run: Vec<u8> = pieces[place..]
            .iter()
            .map_while(|piece| match piece {
                Piece::Consonant(code) => Some(*code),
                Piece::Vowel(_) => None,
            })
            .collect();
        place += run.len();
        let before_vowel = place < pieces.len();
        if abjad {
            syllables(&mut out, &run, vowel, long, before_vowel);
        } else {
            run.iter().for_each(|code| out.push_str(letter(*code)));
        }
    }
    out
}

/// Writes a run of consonants with the vowels it needs. `vowel`: one stands before it, a `long` a.
fn syllables(out: &mut String, run: &[u8], mut vowel: bool, mut long: bool, before_vowel: bool) {
    let mut rest = run;
    while let Some((first, after)) = rest.split_first() {
        out.push_str(letter(*first));
        let needs = match after {
            // The last before a vowel, or of the word.
            [] => false,
            // Nothing carries it yet.
            _ if !vowel => true,
            // A closed syllable and the beginning of the next; a long a is seldom closed.
            [_] if before_vowel => long && !matches!(first, &R | &S | &SH | &N),
            [second] => long || !TOGETHER.contains(&(*first, *second)),
            // Farangis, Beheshti: two that like to stand together are left together.
            [second, third] if before_vowel => TOGETHER.contains(&(*second, *third)),
            _ => false,
        };
        if needs {
            out.push(if long { 'e' } else { 'a' });
        }
        // After an inserted vowel the run begins anew behind it.
        (vowel, long) = (needs, false);
        rest = after;
    }
}

/// A long a, which is written as any other but seldom stands in a closed syllable.
const LONG_A: &str = "â";

fn pieces(codes: &[u8], abjad: bool) -> Vec<Piece> {
    use Piece::{Consonant, Vowel};
    let mut pieces: Vec<Piece> = Vec::new();
    let mut place = 0;
    while place < codes.len() {
        let next = codes.get(place + 1).copied();
        let last = next.is_none();
        let open = pieces.last().is_none_or(|piece| matches!(piece, Vowel(_)));
        let before_vowel = next.is_some_and(|code| is(code, VOWELS) || matches!(code, AH | EH));
        let mut taken = 1;
        match codes[place] {
            ALEF => match (next, codes.get(place + 2), codes.get(place + 3)) {
                (Some(W), _, _) => {
                    pieces.push(Vowel("ou"));
                    taken = 2;
                }
                (Some(Y), _, _) => {
                    pieces.push(Vowel("i"));
                    taken = 2;
                }
                (Some(one), Some(two), Some(&AA)) if is_consonant(one) && is_consonant(*two) => {
                    pieces.push(Vowel("e"));
                }
                _ => pieces.push(Vowel("a")),
            },
            AIN if pieces.is_empty() && !before_vowel => match next {
                Some(Y) => {
                    pieces.push(Vowel("i"));
                    taken = 2;
                }
                _ => pieces.push(Vowel("a")),
            },
            // Jafar, Saeid: it carries the vowel of the consonant before.
            AIN if !open && !before_vowel => pieces.push(Vowel("a")),
            AIN | EPS if codes[place] == AIN => {}
            EPS => pieces.push(Vowel(if pieces.is_empty() { "a" } else { "o" })),
            HAMZA if next == Some(Y) && codes.get(place + 2).is_none() => {
                pieces.push(Vowel("ei"));
                taken = 2;
            }
            HAMZA => {}
            W if pieces.is_empty() || open || before_vowel => pieces.push(Consonant(V)),
            W => pieces.push(Vowel("ou")),
            Y if pieces.is_empty() => pieces.push(Consonant(Y)),
            Y if open && last => pieces.push(Vowel("i")),
            Y if open => pieces.push(Consonant(Y)),
            Y => pieces.push(Vowel("i")),
            AH | EH => pieces.push(Vowel("eh")),
            AA if abjad => pieces.push(Vowel(LONG_A)),
            AA | A | AL => pieces.push(Vowel("a")),
            E | EL => pieces.push(Vowel("e")),
            I | IL | II => pieces.push(Vowel("i")),
            O => pieces.push(Vowel("o")),
            U | UE => pieces.push(Vowel("u")),
            UU => pieces.push(Vowel("ou")),
            EI => pieces.push(Vowel("ei")),
            AU => pieces.push(Vowel("ow")),
            code => pieces.push(Consonant(code)),
        }
        place += taken;
    }
    pieces
}

/// A consonant as Persian sounds it.
fn letter(code: u8) -> &'static str {
    match code {
        TH => "s",
        DH => "z",
        Q | SOFTG => "gh",
        KHC => "kh",
        W => "v",
        AIN | HAMZA => "",
        code => shown(code),
    }
}
