//! What a word or a short phrase can mean inside a name, read from the data files.
//!
//! Words are looked up folded and without spaces, so that `Hojjat ol-Eslam` and `Hojjatoleslam` are one entry.

use std::{collections::HashMap, sync::LazyLock};

use crate::{fold::fold, lexicon};

/// The data files; each says at its top what it holds and where that is from.
const FILES: [&str; 5] = [
    include_str!("../../data/titles.tsv"),
    include_str!("../../data/particles.tsv"),
    include_str!("../../data/affixes.tsv"),
    include_str!("../../data/compounds.tsv"),
    include_str!("../../data/placeholders.tsv"),
];

/// Phrases have at most so many words ("Hojjat ol Eslam va l Moslemin").
pub(super) const PHRASE_WORDS: usize = 6;

/// What a word can mean. A word may have several kinds; its place decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A title that is never a name: Ayatollah, Dr.
    Rank,
    /// A title that is a family name as well: Seyyed, Haji.
    Title,
    /// A given name that is a title when enough follows: Shahid, Mirza.
    MaybeTitle,
    /// A title that is written together with the given name as well: Seyyed, Mir.
    JoinedTitle,
    /// A title that may follow the given name: Agha.
    TrailingTitle,
    /// A title that follows a given name only where a family name stands too, and else is a family name: Khan.
    TrailingTitleOrName,
    /// Junior, III.
    Suffix,
    /// The Arabic article.
    Article,
    /// The Arabic article as it sounds inside a compound: ol, ul, od.
    InnerArticle,
    /// Abd: never a name alone when another word follows.
    Abd,
    /// Abed: the same, but only before an article.
    AbdBeforeArticle,
    /// The second half of a compound, put to the word before: Allah, ed-Din.
    Tail,
    /// The same, of an honorific epithet: ol-Molk.
    LaqabTail,
    /// A noun that is a tail after any article: Eslam (Seif al-Eslam).
    TailNoun,
    /// The same, of an epithet: Molk.
    LaqabNoun,
    /// Abu, Umm.
    Kunya,
    /// A name that is given although it begins with Abu or Umm: Abu Bakr.
    GivenKunya,
    /// Before the father's name: ibn.
    FatherBefore,
    /// The same, and the beginning of a family name as well: ben.
    FatherOrFamily,
    /// Before the father's name, and never part of a name: "son of".
    SonOf,
    /// After the father's name: oghlu.
    FatherAfter,
    /// How a patronymic ends: -ovich.
    SonEnding,
    /// The same for women: -ovna.
    DaughterEnding,
    /// Before another name of the person: alias.
    KnownAs,
    /// Before the family name at birth: née.
    Born,
    /// The first half of a compound given name: Ali (Ali Reza).
    Half,
    /// The same, and often left out: Mohammad (Mohammad Reza).
    LightHalf,
    /// The same, so often that it is parted from the second half even in one word: Mohammad (Mohammadreza).
    PartedHalf,
    /// The second half of a compound given name, often left out: Sadat (Zahra Sadat).
    LightSecond,
    /// The beginning of a family name: Pour (Pour Mohammadi).
    FamilyPrefix,
    /// The same, and a name or a title elsewhere: Mir (Mir Hosseini).
    FamilyPrefixOrName,
    /// The end of a family name, none alone: Zadeh.
    FamilySuffix,
    /// The end of a family name that is one alone as well: Rad.
    FamilySuffixAlone,
    /// How family names end that no word is parted from: -ian.
    FamilyEnding,
    /// How names of origin end: -i.
    NisbaEnding,
    /// An ending that is written apart: «ای» in «خامنه ای».
    ApartEnding,
    /// A vowel between parts: -e.
    Ezafe,
    /// A word between parts that names nothing: and.
    Between,
    /// Before a family name: de, van.
    SurnameParticle,
    /// Of a place or a tribe: Esfahani.
    Nisba,
    /// Says that a name is not known, wherever it stands.
    NotKnown,
    /// The same, only when nothing else stands there.
    NotKnownAlone,
    /// At the beginning, says that a relation stands in place of the name: "baby of".
    Relation,
    /// The first word of a phrase.
    Starts,
}

/// The words for the kinds in the data files.
const KINDS: [(&str, Kind); 43] = [
    ("rank", Kind::Rank),
    ("title", Kind::Title),
    ("maybe-title", Kind::MaybeTitle),
    ("joined-title", Kind::JoinedTitle),
    ("trailing-title", Kind::TrailingTitle),
    ("trailing-title-or-name", Kind::TrailingTitleOrName),
    ("suffix", Kind::Suffix),
    ("article", Kind::Article),
    ("inner-article", Kind::InnerArticle),
    ("abd", Kind::Abd),
    ("abd-before-article", Kind::AbdBeforeArticle),
    ("tail", Kind::Tail),
    ("laqab-tail", Kind::LaqabTail),
    ("tail-noun", Kind::TailNoun),
    ("laqab-noun", Kind::LaqabNoun),
    ("kunya", Kind::Kunya),
    ("given-kunya", Kind::GivenKunya),
    ("father-before", Kind::FatherBefore),
    ("father-or-family", Kind::FatherOrFamily),
    ("son-of", Kind::SonOf),
    ("father-after", Kind::FatherAfter),
    ("son-ending", Kind::SonEnding),
    ("daughter-ending", Kind::DaughterEnding),
    ("known-as", Kind::KnownAs),
    ("born", Kind::Born),
    ("half", Kind::Half),
    ("light-half", Kind::LightHalf),
    ("parted-half", Kind::PartedHalf),
    ("light-second", Kind::LightSecond),
    ("family-prefix", Kind::FamilyPrefix),
    ("family-prefix-or-name", Kind::FamilyPrefixOrName),
    ("family-suffix", Kind::FamilySuffix),
    ("family-suffix-alone", Kind::FamilySuffixAlone),
    ("family-ending", Kind::FamilyEnding),
    ("nisba-ending", Kind::NisbaEnding),
    ("apart-ending", Kind::ApartEnding),
    ("ezafe", Kind::Ezafe),
    ("between", Kind::Between),
    ("surname-particle", Kind::SurnameParticle),
    ("nisba", Kind::Nisba),
    ("not-known", Kind::NotKnown),
    ("not-known-alone", Kind::NotKnownAlone),
    ("relation", Kind::Relation),
];

/// The kinds of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Kinds(u64);

impl Kinds {
    pub(super) fn has(self, kind: Kind) -> bool {
        self.0 & (1 << kind as u64) != 0
    }

    pub(super) fn any(self, kinds: &[Kind]) -> bool {
        kinds.iter().any(|kind| self.has(*kind))
    }

    pub(super) fn with(self, kind: Kind) -> Self {
        Self(self.0 | 1 << kind as u64)
    }
}

/// All words of the data files.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    words: HashMap<String, Kinds>,
    /// First halves that are parted from the second in one word, folded.
    halves: Vec<String>,
    /// Lines of the lexicon that a name of origin stands in, ascending.
    origins: Vec<u32>,
    /// Endings told from the letters of a word, folded.
    endings: Vec<(String, Kind)>,
}

/// Read at the first use.
pub(super) static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let mut vocabulary = Vocabulary::default();
    for line in FILES.iter().flat_map(|file| lines(file)) {
        vocabulary.take(line);
    }
    vocabulary.origins.sort_unstable();
    vocabulary
});

/// A line of a data file: what its words are, and the words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'f> {
    pub(super) kind: Option<Kind>,
    pub(super) words: &'f str,
}

/// The lines of a data file: kind, languages, spellings parted by `;`. The languages are for people.
pub(super) fn lines(file: &str) -> impl Iterator<Item = Line<'_>> {
    file.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let mut columns = line.split('\t');
            let kind = columns.next().and_then(kind_of);
            Line {
                kind,
                words: columns.nth(1).unwrap_or_default(),
            }
        })
}

fn kind_of(word: &str) -> Option<Kind> {
    let found = KINDS.iter().find(|(name, _)| *name == word);
    found.map(|(_, kind)| *kind)
}

impl Vocabulary {
    fn take(&mut self, line: Line<'_>) {
        let Some(kind) = line.kind else {
            return;
        };
        for spelling in line.words.split(';') {
            let spelling = spelling.trim();
            // A slash is part of the word: s/o, n/a.
            let folded = if spelling.contains('/') {
                spelling.to_owned()
            } else {
                fold(spelling)
            };
            let key = folded.replace(' ', "");
            match kind {
                Kind::SonEnding | Kind::DaughterEnding | Kind::FamilyEnding | Kind::NisbaEnding => {
                    self.endings.push((key, kind));
                    continue;
                }
                Kind::PartedHalf => self.halves.push(key.clone()),
                Kind::Nisba if !lexicon::is_given(&key) => {
                    self.origins.extend(lexicon::names_of(&key));
                }
                _ => {}
            }
            self.mark(key, kind);
            if let Some((first, _)) = folded.split_once(' ') {
                self.mark(first.to_owned(), Kind::Starts);
            }
        }
    }

    fn mark(&mut self, key: String, kind: Kind) {
        let kinds = self.words.entry(key).or_default();
        *kinds = kinds.with(kind);
    }

    /// What the folded word `key`, or a phrase without its spaces, can mean.
    pub(super) fn kinds(&self, key: &str) -> Kinds {
        self.words.get(key).copied().unwrap_or_default()
    }

    /// The first halves that `key` begins with and that are parted from what follows.
    pub(super) fn parted_halves(&self, key: &str) -> impl Iterator<Item = &str> {
        let halves = self.halves.iter().map(String::as_str);
        halves.filter(move |half| key.len() > half.len() && key.starts_with(half))
    }

    /// Whether the word is a spelling of a frequent name of origin.
    pub(super) fn is_origin(&self, key: &str) -> bool {
        self.kinds(key).has(Kind::Nisba)
            || lexicon::names_of(key)
                .iter()
                .any(|line| self.origins.binary_search(line).is_ok())
    }

    /// `true` when `key` ends as words of this kind do and something stands before the ending.
    pub(super) fn ends(&self, key: &str, kind: Kind) -> bool {
        self.endings.iter().any(|(ending, its)| {
            *its == kind
                && key
                    .strip_suffix(ending.as_str())
                    .is_some_and(|stem| stem.chars().nth(1).is_some())
        })
    }
}

#[cfg(test)]
pub(super) fn files() -> [&'static str; 5] {
    FILES
}
