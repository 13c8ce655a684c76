//! The names, places and groups that made-up people have, each as every convention writes it.

use std::collections::HashSet;

use crate::people::chance::Chance;

/// A way of writing names: a script, or whose ear wrote the Latin letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Persian.
    Fa,
    /// Arabic.
    Ar,
    /// English.
    En,
    /// French.
    Fr,
    /// German.
    De,
    /// Turkish and Azeri.
    Tr,
    /// Russian.
    Ru,
}

/// All ways, in the order of `Word::forms`.
pub const WAYS: [Way; 7] = [
    Way::Fa,
    Way::Ar,
    Way::En,
    Way::Fr,
    Way::De,
    Way::Tr,
    Way::Ru,
];

impl Way {
    /// `true` for Arabic script.
    pub fn is_arabic_script(self) -> bool {
        matches!(self, Self::Fa | Self::Ar)
    }
}

/// A name or place in all ways, each with at least one spelling.
#[derive(Clone, Debug)]
pub struct Word {
    /// Spellings, in the order of `WAYS`.
    pub forms: [Vec<String>; 7],
    /// Province, of a place.
    pub province: String,
    /// `true` for a woman's given name.
    pub female: bool,
}

impl Word {
    /// Spellings in one way.
    pub fn spellings(&self, way: Way) -> &[String] {
        &self.forms[way as usize]
    }
}

/// What there is to be called.
#[derive(Clone, Debug)]
pub struct Words {
    /// Given names of men, most frequent first.
    pub men: Vec<Word>,
    /// Given names of women.
    pub women: Vec<Word>,
    /// Given names of men in Arabic-speaking families.
    pub arab_men: Vec<Word>,
    /// Persian family names: typed ones, then made ones.
    pub families: Vec<Word>,
    /// Arabic family names: typed ones, then made ones with the article.
    pub arab_families: Vec<Word>,
    /// Places, the largest first.
    pub places: Vec<Word>,
    /// Organisations.
    pub groups: Vec<Word>,
}

const MADE_FAMILIES: usize = 60_000;
const MADE_ARAB_FAMILIES: usize = 8_000;

impl Words {
    /// Read from `bench/names/groups.tsv` and `bench/matching/places.tsv`; made family names are the same in every run.
    pub fn load() -> Self {
        let mut words = Self {
            men: vec![],
            women: vec![],
            arab_men: vec![],
            families: vec![],
            arab_families: vec![],
            places: vec![],
            groups: vec![],
        };
        let table = include_str!("../../names/groups.tsv");
        for row in rows(table).skip(1) {
            let [kind, sex, people, fa, ar, _sorani, en, fr, de, tr, ru, ..] = row.as_slice()
            else {
                panic!("a short row: {row:?}")
            };
            let Some(word) = word([fa, ar, en, fr, de, tr, ru], *sex == "f") else {
                continue;
            };
            match (*kind, *sex, *people) {
                ("given", "f", _) => words.women.push(word),
                ("given", _, people) => {
                    if people == "ar" || !ar.is_empty() {
                        words.arab_men.push(word.clone());
                    }
                    if people != "ar" || words.men.len() > 150 {
                        words.men.push(word);
                    }
                }
                (_, _, "ar") => words.arab_families.push(word),
                _ => words.families.push(word),
            }
        }
        for row in rows(include_str!("../../matching/places.tsv")).skip(1) {
            let [kind, province, fa, ar, en, fr, de, tr, ru] = row.as_slice() else {
                panic!("a short row: {row:?}")
            };
            let mut word = word([fa, ar, en, fr, de, tr, ru], false).expect("a full row");
            word.province = (*province).to_owned();
            if *kind == "place" {
                words.places.push(word)
            } else {
                words.groups.push(word)
            }
        }
        let mut chance = Chance::new(1988, 1);
        shuffle(&mut words.families, &mut chance);
        shuffle(&mut words.women[12..], &mut chance);
        shuffle(&mut words.men[24..], &mut chance);
        let mut seen = HashSet::new();
        while words.families.len() < MADE_FAMILIES {
            let suffix = *chance.of(&SUFFIXES);
            let root = root(&mut chance);
            if seen.insert(format!("{root}{}", suffix.0)) {
                words.families.push(made("", &root, suffix));
            }
        }
        while words.arab_families.len() < MADE_ARAB_FAMILIES {
            let root = root(&mut chance);
            if seen.insert(format!("al {root}")) {
                words.arab_families.push(made("al", &root, ("i", false)));
            }
        }
        words
    }
}

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
}

fn shuffle<T>(items: &mut [T], chance: &mut Chance) {
    for at in (1..items.len()).rev() {
        items.swap(at, chance.below(at + 1));
    }
}

/// A word from its cells; what a convention leaves out is taken from its nearest neighbour. `None` when it is known in no Arabic
/// script or not in Cyrillic.
fn word(cells: [&str; 7], female: bool) -> Option<Word> {
    let [fa, ar, en, fr, de, tr, ru] = cells.map(|cell| {
        cell.split('|')
            .filter(|form| !form.is_empty())
            .map(str::to_owned)
            .collect::<Vec<_>>()
    });
    if (fa.is_empty() && ar.is_empty()) || en.is_empty() || ru.is_empty() {
        return None;
    }
    let respell = |forms: &[String], table: &[(&str, &str)]| -> Vec<String> {
        forms
            .iter()
            .map(|form| {
                table
                    .iter()
                    .fold(form.clone(), |text, (from, to)| text.replace(from, to))
            })
            .collect()
    };
    let or = |forms: Vec<String>, other: &[String]| {
        if forms.is_empty() {
            other.to_vec()
        } else {
            forms
        }
    };
    let to_persian = [
        ("ي", "ی"),
        ("ك", "ک"),
        ("ة", "ه"),
        ("أ", "ا"),
        ("إ", "ا"),
        ("ى", "ی"),
    ];
    let to_arabic = [
        ("ی", "ي"),
        ("ک", "ك"),
        ("گ", "غ"),
        ("پ", "ب"),
        ("چ", "تش"),
        ("ژ", "ج"),
        ("\u{200c}", " "),
    ];
    let persian = or(fa.clone(), &respell(&ar, &to_persian));
    let arabic = or(ar, &respell(&fa, &to_arabic));
    Some(Word {
        forms: [
            persian,
            arabic,
            en.clone(),
            or(fr, &en),
            or(de, &en),
            or(tr, &en),
            ru,
        ],
        province: String::new(),
        female,
    })
}

/// Suffixes in sounds, and whether they are also written apart.
const SUFFIXES: [(&str, bool); 16] = [
    ("zAde", true),
    ("pur", true),
    ("neZAd", true),
    ("niA", true),
    ("far", false),
    ("fard", false),
    ("xAh", true),
    ("dust", true),
    ("parvar", true),
    ("panAh", true),
    ("rAd", false),
    ("maneS", true),
    ("i", false),
    ("iAn", false),
    ("i", false),
    ("iAn", false),
];

/// Two or three made syllables that no one is known by, in sounds: A, i, u are long, a, e, o short; S is sh, Z zh, x kh, G gh, c ch.
fn root(chance: &mut Chance) -> String {
    let onsets = [
        "b", "p", "t", "s", "j", "x", "d", "r", "z", "S", "G", "f", "k", "g", "l", "m", "n", "v",
        "h", "y", "c",
    ];
    let vowels = ["a", "a", "e", "o", "A", "A", "i", "u"];
    let codas = ["", "", "n", "r", "m", "l", "z", "d", "S", "k", "v", "h"];
    let syllables = if chance.is(0.15) { 3 } else { 2 };
    let mut root = String::new();
    for number in 0..syllables {
        root += *chance.of(&onsets);
        root += *chance.of(&vowels);
        root += if number + 1 == syllables {
            *chance.of(&codas[2..])
        } else {
            *chance.of(&codas)
        };
    }
    root
}

fn made(article: &str, root: &str, (suffix, apart): (&str, bool)) -> Word {
    let forms = WAYS.map(|way| {
        let mut forms = vec![];
        for spelling in [0, 1] {
            let (head, tail) = (
                spell(root, way, spelling, true),
                spell(suffix, way, spelling, false),
            );
            let article = match (article, way) {
                ("", _) => "",
                (_, Way::Fa | Way::Ar) => "ال",
                (_, Way::En) => ["al-", "Al "][spelling],
                (_, Way::Fr) => ["Al-", "El "][spelling],
                (_, Way::De) => "al-",
                (_, Way::Tr) => "El ",
                (_, Way::Ru) => "аль-",
            };
            let joined = format!("{article}{head}{tail}");
            if !forms.contains(&joined) {
                forms.push(joined);
            }
            if apart && spelling == 0 {
                let apart = spell(suffix, way, spelling, way != Way::Fa && way != Way::Ar);
                forms.push(if way == Way::Fa {
                    format!("{head}\u{200c}{apart}")
                } else {
                    format!("{head} {apart}")
                });
            }
        }
        forms
    });
    Word {
        forms,
        province: String::new(),
        female: false,
    }
}

/// Sounds as one way writes them. `spelling` chooses between two habits of the same convention.
fn spell(sounds: &str, way: Way, spelling: usize, capital: bool) -> String {
    let mut out = String::new();
    let last = sounds.chars().count() - 1;
    for (at, sound) in sounds.chars().enumerate() {
        let (first, end) = (at == 0 && capital, at == last);
        let alike = |pair: [&'static str; 2]| pair[spelling];
        let letters: &str = match way {
            Way::Fa | Way::Ar => arabic(sound, way, first, end),
            Way::Ru => cyrillic(sound),
            _ => match (sound, way) {
                ('A', _) => "a",
                ('a', Way::Tr) => "e",
                ('u', Way::En) => alike(["ou", "u"]),
                ('u', Way::Fr) => "ou",
                ('i', Way::En) if !end => alike(["i", "ee"]),
                ('e', Way::Fr) if end => alike(["eh", "é"]),
                ('e', Way::Tr) => "e",
                ('e', _) if end => alike(["eh", "e"]),
                ('S', Way::En) => "sh",
                ('S', Way::Fr) => "ch",
                ('S', Way::De) => "sch",
                ('S', _) => "ş",
                ('c', Way::En) => "ch",
                ('c', Way::Fr) => "tch",
                ('c', Way::De) => "tsch",
                ('c', _) => "ç",
                ('j', Way::Fr) => "dj",
                ('j', Way::De) => "dsch",
                ('j', Way::Tr) => "c",
                ('Z', Way::En) => alike(["zh", "j"]),
                ('Z', Way::De) => alike(["sch", "j"]),
                ('Z', _) => "j",
                ('x', Way::De) => "ch",
                ('x', Way::Tr) => "h",
                ('x', _) => "kh",
                ('G', Way::En) => alike(["gh", "q"]),
                ('G', Way::Tr) => "g",
                ('G', _) => "gh",
                ('v', Way::De) => alike(["w", "v"]),
                ('y', Way::De) => alike(["j", "y"]),
                ('z', Way::De) => alike(["s", "z"]),
                ('s', Way::Fr) if at > 0 => "ss",
                (other, _) => plain(other),
            },
        };
        if first {
            out.extend(
                letters
                    .chars()
                    .take(1)
                    .flat_map(char::to_uppercase)
                    .chain(letters.chars().skip(1)),
            )
        } else {
            out += letters
        }
    }
    out
}

fn plain(sound: char) -> &'static str {
    let letters = "abcdefghijklmnopqrstuvwxyz";
    letters.find(sound).map_or("", |at| &letters[at..=at])
}

fn arabic(sound: char, way: Way, first: bool, end: bool) -> &'static str {
    let arabic = way == Way::Ar;
    match sound {
        'A' if first => "آ",
        'A' => "ا",
        'i' if first => {
            if arabic {
                "إي"
            } else {
                "ای"
            }
        }
        'i' | 'y' => {
            if arabic {
                "ي"
            } else {
                "ی"
            }
        }
        'u' if first => "او",
        'u' | 'v' => "و",
        'e' if end => "ه",
        'a' | 'e' | 'o' => {
            if first {
                "ا"
            } else {
                ""
            }
        }
        'b' => "ب",
        'p' => {
            if arabic {
                "ب"
            } else {
                "پ"
            }
        }
        't' => "ت",
        's' => "س",
        'j' => "ج",
        'c' => {
            if arabic {
                "تش"
            } else {
                "چ"
            }
        }
        'x' => "خ",
        'd' => "د",
        'r' => "ر",
        'z' => "ز",
        'Z' => {
            if arabic {
                "ج"
            } else {
                "ژ"
            }
        }
        'S' => "ش",
        'G' => "ق",
        'f' => "ف",
        'k' => {
            if arabic {
                "ك"
            } else {
                "ک"
            }
        }
        'g' => {
            if arabic {
                "غ"
            } else {
                "گ"
            }
        }
        'l' => "ل",
        'm' => "م",
        'n' => "ن",
        _ => "ه",
    }
}

fn cyrillic(sound: char) -> &'static str {
    match sound {
        'A' | 'a' => "а",
        'i' => "и",
        'u' => "у",
        'e' => "е",
        'o' => "о",
        'b' => "б",
        'p' => "п",
        't' => "т",
        's' => "с",
        'j' => "дж",
        'c' => "ч",
        'x' | 'h' => "х",
        'd' => "д",
        'r' => "р",
        'z' => "з",
        'Z' => "ж",
        'S' => "ш",
        'G' | 'g' => "г",
        'f' => "ф",
        'k' => "к",
        'l' => "л",
        'm' => "м",
        'n' => "н",
        'v' => "в",
        _ => "й",
    }
}
