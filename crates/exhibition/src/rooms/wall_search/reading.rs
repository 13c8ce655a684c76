//! What the script of the wall needs to read a query: letters, alone or together, and what they are in a key.
//!
//! Nothing is said here of how a letter is read: it is found out by asking `names::key` for words that hold it.

use std::collections::BTreeMap;

use names::{
    key::{keys, latin_key},
    normal::normal,
    sound::Readings,
};
use unicode_normalization::UnicodeNormalization;

/// A script, and letters of it between which others are tried: two pairs, since a letter beside itself is read once.
struct Alphabet {
    /// Letters that are m and r, and others that are l and n.
    beside: [[char; 2]; 2],
    /// Its letter a.
    vowel: char,
    /// Blocks of its letters.
    letters: &'static [(char, char)],
    /// Letters that are read together, parted by blanks.
    together: &'static str,
}

const ALPHABETS: [Alphabet; 7] = [
    Alphabet {
        beside: [['m', 'r'], ['l', 'n']],
        vowel: 'a',
        letters: &[('a', 'z'), ('\u{df}', '\u{24f}'), ('\u{1e00}', '\u{1eff}')],
        together: "tsch dsch dzsch tch tsh dsh dzh sch sh kh khw gh zh dj dh th ph ck cc ch ts tz ce ci cy ou oo uu ee aa ii \
                   ei ey ai ay au aw ow ie iy",
    },
    Alphabet {
        beside: [['م', 'ر'], ['ل', 'ن']],
        vowel: 'ا',
        letters: &[('\u{621}', '\u{6d5}')],
        together: "خوا",
    },
    Alphabet {
        beside: [['м', 'р'], ['л', 'н']],
        vowel: 'а',
        letters: &[('а', '\u{4ff}')],
        together: "дж дз кх гх тх тс ей ай эй ий ья ье ью",
    },
    Alphabet {
        beside: [['מ', 'ר'], ['ל', 'נ']],
        vowel: 'א',
        letters: &[('א', 'ת')],
        together: "ג' ד' ז' ח' ט' ע' צ' ר' ת' וו יי",
    },
    Alphabet {
        beside: [['μ', 'ρ'], ['λ', 'ν']],
        vowel: 'α',
        letters: &[('α', 'ώ')],
        together: "μπ ντ γκ γγ τζ τσ ντζ ου αι ει οι αυ ευ",
    },
    Alphabet {
        beside: [['մ', 'ր'], ['լ', 'ն']],
        vowel: 'ա',
        letters: &[('ա', 'և')],
        together: "ու",
    },
    Alphabet {
        beside: [['მ', 'რ'], ['ლ', 'ნ']],
        vowel: 'ა',
        letters: &[('ა', 'ჺ')],
        together: "",
    },
];

/// What letters are inside a word and at its end: at most two ways each, consonants as in a key, `V` for one that is weak, a vowel
/// for one that counts at the end of a short word.
type Read = (Vec<String>, Vec<String>);

/// Letters by what they are: groups parted by `;`, each `inside/end` and its letters, parted by blanks; two ways are parted by
/// `,`, and the end is left out when it is as inside. Marked letters that are read as those without mark are left out.
pub(super) fn letters() -> String {
    let mut groups: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for alphabet in &ALPHABETS {
        let singles = alphabet
            .letters
            .iter()
            .flat_map(|(first, last)| *first..=*last)
            .filter(|letter| letter.is_alphabetic() && letter.to_lowercase().eq([*letter]))
            .map(|letter| letter.to_string());
        let together = alphabet.together.split_whitespace().map(str::to_owned);
        for letters in singles.chain(together) {
            let Some(read) = alphabet.read(&letters) else {
                continue;
            };
            let base: String = letters.nfkd().take(1).collect();
            if letters.chars().count() > 1
                || base == letters
                || alphabet.read(&base).as_ref() != Some(&read)
            {
                groups.entry(shown(&read)).or_default().push(letters);
            }
        }
    }
    groups
        .into_iter()
        .map(|(read, letters)| format!("{read} {}", letters.join(" ")))
        .collect::<Vec<_>>()
        .join(";")
}

fn shown((inside, end): &Read) -> String {
    if inside == end {
        inside.join(",")
    } else {
        format!("{}/{}", inside.join(","), end.join(","))
    }
}

impl Alphabet {
    /// How `letters` are read; `None` when they are not letters of this script.
    fn read(&self, letters: &str) -> Option<Read> {
        let mut found: Option<Read> = None;
        for [before, after] in self.beside {
            let start = latin_key(&format!("{before}{before}{after}"))
                .chars()
                .next()?;
            let last = latin_key(&format!("{before}{after}")).chars().last()?;
            let within = |word: String, last: Option<char>| -> Option<Vec<String>> {
                let keys = keys(&Readings::of(&normal(&word)));
                let mut ways: Vec<String> = Vec::new();
                for key in keys.iter().take(2) {
                    let rest = key.strip_prefix(start)?;
                    let rest = last.map_or(Some(rest), |last| rest.strip_suffix(last))?;
                    if !rest.is_ascii() {
                        return None;
                    }
                    let rest = rest.replace('v', "V");
                    if !ways.contains(&rest) {
                        ways.push(rest);
                    }
                }
                // What is a consonant in one way is not left out in another: there it was taken for part of a neighbour.
                if ways.first().is_some_and(|way| !way.is_empty()) {
                    ways.retain(|way| !way.is_empty());
                }
                (!ways.is_empty()).then_some(ways)
            };
            let (Some(mut inside), Some(end)) = (
                within(format!("{before}{letters}{after}"), Some(last)),
                within(format!("{before}{letters}"), None),
            ) else {
                continue;
            };
            // A weak consonant shows where there are no strong ones.
            let weak = within(format!("{before}{letters}{}", self.vowel), None);
            if inside[0].is_empty()
                && weak.is_some_and(|ways| ways.iter().any(|way| way.starts_with('V')))
            {
                "V".clone_into(&mut inside[0]);
            }
            // Beside itself a letter vanishes.
            if found
                .as_ref()
                .is_none_or(|(known, _)| known[0].len() < inside[0].len())
            {
                found = Some((inside, end));
            }
        }
        found
    }
}
