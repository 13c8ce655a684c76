//! The tables as they are shipped, read once.
//!
//! Columns are parted by tabs, spellings in a column by ` ; `; lines that begin with `#` are comments.

use std::{borrow::Cow, sync::LazyLock};

use crate::{fold::fold, part::Sex, script::Script};

use super::index::{Entries, Index};

const GIVEN: &str = include_str!("../../data/given-names.tsv");
const FAMILY: &str = include_str!("../../data/family-names.tsv");
const NICKNAMES: &str = include_str!("../../data/nicknames.tsv");

/// Columns of `given-names.tsv` before the spellings: sex, frequency, languages.
const GIVEN_SPELLINGS: usize = 3;
/// Columns of `family-names.tsv` before the spellings: frequency, languages.
const FAMILY_SPELLINGS: usize = 2;

/// The shipped tables.
pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::read);

/// The tables, by spelling and by line.
pub(super) struct Lexicon {
    /// Given names, then family names.
    names: Index,
    nicknames: Index,
    /// By line, given names first: the frequency class.
    classes: Vec<u8>,
    /// By line of given names: the sex, unless both.
    sexes: Vec<Option<Sex>>,
    /// By line of nicknames: the sex, unless both.
    short_sexes: Vec<Option<Sex>>,
    /// By line of nicknames: the lines of the given names they stand for.
    full: Vec<Vec<u32>>,
    /// By line, given names first: the columns of spellings in Arabic script and in Latin.
    columns: Vec<[&'static str; 2]>,
}

/// What the tables have of one word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    /// Lines of given and family names.
    pub(super) names: &'static [u32],
    /// Lines of nicknames.
    pub(super) short: &'static [u32],
    /// It is a given name.
    pub(super) given: bool,
    /// It is a family name.
    pub(super) family: bool,
}

impl Found {
    /// Lines of the given names for which it is a nickname.
    pub(super) fn full(self) -> impl Iterator<Item = u32> {
        let full = &LEXICON.full;
        self.short
            .iter()
            .flat_map(move |line| full[*line as usize].iter().copied())
    }

    /// The one sex of all given names that stand there; of the nicknames only if there are no given names.
    pub(super) fn sex(self) -> Option<Sex> {
        let lexicon = &*LEXICON;
        if self.given {
            one(self
                .names
                .iter()
                .filter_map(|line| lexicon.sexes.get(*line as usize)))
        } else {
            one(self
                .short
                .iter()
                .filter_map(|line| lexicon.short_sexes.get(*line as usize)))
        }
    }

    /// The spellings in `script` of the most frequent of its names that has any there.
    pub(super) fn usual(self, script: Script) -> Option<&'static str> {
        let lexicon = &*LEXICON;
        let column = match script {
            Script::Arabic => 0,
            Script::Latin => 1,
            _ => return None,
        };
        let lines = self.names.iter().map(|line| *line as usize);
        lines
            .filter(|line| !lexicon.columns[*line][column].is_empty())
            .min_by_key(|line| lexicon.classes[*line])
            .map(|line| lexicon.columns[line][column])
    }

    /// The class of the most frequent of its names.
    pub(super) fn class(self) -> Option<u8> {
        self.names
            .iter()
            .map(|line| LEXICON.classes[*line as usize])
            .min()
    }
}

/// What the tables have of a word in its lookup form; `None` when it is in none of them.
pub(super) fn find(form: &str) -> Option<Found> {
    let lexicon = &*LEXICON;
    let (names, short) = (lexicon.names.find(form), lexicon.nicknames.find(form));
    let given = |line: &u32| (*line as usize) < lexicon.sexes.len();
    (!names.is_empty() || !short.is_empty()).then_some(Found {
        names,
        short,
        given: names.first().is_some_and(given),
        family: names.last().is_some_and(|line| !given(line)),
    })
}

impl Lexicon {
    fn read() -> Self {
        let (mut classes, mut sexes) = (Vec::new(), Vec::new());
        let mut columns = Vec::new();
        let mut names = Entries::default();
        for line in lines(GIVEN) {
            sexes.push(sex_of(line));
            columns.push(arabic_and_latin(line, GIVEN_SPELLINGS));
            classes.push(take(&mut names, classes.len(), line, 1, GIVEN_SPELLINGS));
        }
        for line in lines(FAMILY) {
            columns.push(arabic_and_latin(line, FAMILY_SPELLINGS));
            classes.push(take(&mut names, classes.len(), line, 0, FAMILY_SPELLINGS));
        }
        let names = names.index();
        let (mut short_sexes, mut full) = (Vec::new(), Vec::new());
        let mut nicknames = Entries::default();
        for (place, line) in (0..).zip(lines(NICKNAMES)) {
            let mut columns = line.split('\t').skip(1);
            for spelling in spellings(columns.next().unwrap_or("")) {
                nicknames.add(&lookup_form(spelling), place);
            }
            let sex = sex_of(line);
            let stands_for = spellings(columns.next().unwrap_or(""));
            full.push(full_names(&names, &sexes, stands_for, sex));
            short_sexes.push(sex);
        }
        Self {
            names,
            nicknames: nicknames.index(),
            classes,
            sexes,
            short_sexes,
            full,
            columns,
        }
    }
}

/// The two columns of a line in which spellings begin: Arabic script, then Latin.
fn arabic_and_latin(line: &'static str, first: usize) -> [&'static str; 2] {
    let mut columns = line.split('\t').skip(first);
    [(); 2].map(|()| columns.next().unwrap_or(""))
}

/// Adds the spellings of a line of names, which begin at column `first`; returns the class in column `class`.
fn take(names: &mut Entries, number: usize, line: &str, class: usize, first: usize) -> u8 {
    let mut of_line = 5;
    for (place, column) in line.split('\t').enumerate() {
        if place == class {
            // A line without a class would be a damaged table, which the tests find; it counts as rare.
            of_line = column.parse().unwrap_or(of_line);
        } else if place >= first {
            for spelling in spellings(column) {
                names.add(&lookup_form(spelling), number as u32);
            }
        }
    }
    of_line
}

/// The lines of given names that a nickname of this sex stands for, ascending.
fn full_names<'a>(
    names: &Index,
    sexes: &[Option<Sex>],
    spellings: impl Iterator<Item = &'a str>,
    sex: Option<Sex>,
) -> Vec<u32> {
    let mut found: Vec<u32> = spellings
        .flat_map(|name| names.find(&lookup_form(name)))
        .copied()
        // Of names of one spelling, only given names, and those of the other sex are not meant.
        .filter(|line| match (sexes.get(*line as usize), sex) {
            (None, _) => false,
            (Some(Some(of_name)), Some(sex)) => *of_name == sex,
            (Some(_), _) => true,
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// `word` as it is looked up: folded, without spaces.
pub(super) fn lookup_form(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Cow::Borrowed(word);
    }
    let mut folded = fold(word);
    folded.retain(|letter| letter != ' ');
    Cow::Owned(folded)
}

/// The lines of a table that are not comments.
pub(super) fn lines(table: &str) -> impl Iterator<Item = &str> {
    table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The spellings in a column.
pub(super) fn spellings(column: &str) -> impl Iterator<Item = &str> {
    column.split(" ; ").filter(|spelling| !spelling.is_empty())
}

/// The sex in the first column: `m`, `f`, or `u` for both.
fn sex_of(line: &str) -> Option<Sex> {
    match line.split('\t').next() {
        Some("m") => Some(Sex::Man),
        Some("f") => Some(Sex::Woman),
        _ => None,
    }
}

/// The sex, if it is the same everywhere and known.
fn one<'a>(mut sexes: impl Iterator<Item = &'a Option<Sex>>) -> Option<Sex> {
    let first = (*sexes.next()?)?;
    sexes.all(|sex| *sex == Some(first)).then_some(first)
}
