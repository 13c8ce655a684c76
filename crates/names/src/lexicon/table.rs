//! The tables as they are shipped, read once.
//!
//! Columns are parted by tabs, spellings in a column by ` ; `; lines that begin with `#` are comments.

use std::{borrow::Cow, collections::HashMap, sync::LazyLock};

use crate::{fold::fold, part::Sex};

const GIVEN: &str = include_str!("../../data/given-names.tsv");
const FAMILY: &str = include_str!("../../data/family-names.tsv");
const NICKNAMES: &str = include_str!("../../data/nicknames.tsv");

/// Columns of `given-names.tsv` before the spellings: sex, frequency, languages.
const GIVEN_SPELLINGS: usize = 3;
/// Columns of `family-names.tsv` before the spellings: frequency, languages.
const FAMILY_SPELLINGS: usize = 2;

/// Spellings of both tables and what they stand for.
pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::read);

/// Where a spelling stands.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// Lines of given and family names.
    pub(super) names: Vec<u32>,
    /// Lines of nicknames.
    pub(super) short: Vec<u32>,
    /// Lines of the given names for which it is a nickname.
    pub(super) stands_for: Vec<u32>,
}

/// In which tables of names a spelling stands.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Kinds {
    pub(super) given: bool,
    pub(super) family: bool,
}

/// The tables, by spelling and by line.
pub(super) struct Lexicon {
    spellings: HashMap<String, Lines>,
    /// By line, given names first: the frequency class.
    pub(super) classes: Vec<u8>,
    /// By line of given names: the sex, unless both.
    sexes: Vec<Option<Sex>>,
    /// By line of nicknames.
    short_sexes: Vec<Option<Sex>>,
}

impl Lexicon {
    fn read() -> Self {
        let mut lexicon = Self {
            // Some 16 spellings a line; grows if that was too few.
            spellings: HashMap::with_capacity(32_768),
            classes: Vec::new(),
            sexes: Vec::new(),
            short_sexes: Vec::new(),
        };
        for line in lines(GIVEN) {
            lexicon.sexes.push(sex_of(line));
            lexicon.add(line, 1, GIVEN_SPELLINGS);
        }
        for line in lines(FAMILY) {
            lexicon.add(line, 0, FAMILY_SPELLINGS);
        }
        for (place, line) in (0..).zip(lines(NICKNAMES)) {
            lexicon.add_nickname(line, place);
        }
        lexicon
    }

    /// What is known of a word in its lookup form.
    pub(super) fn find(&self, form: &str) -> Option<&Lines> {
        self.spellings.get(form)
    }

    /// The one sex of all given names that stand there, nicknames only if there are no names.
    pub(super) fn sex(&self, lines: &Lines) -> Option<Sex> {
        let given = lines
            .names
            .iter()
            .filter_map(|line| self.sexes.get(*line as usize));
        let short = lines
            .short
            .iter()
            .filter_map(|line| self.short_sexes.get(*line as usize));
        if self.kinds(lines).given {
            one(given)
        } else {
            one(short)
        }
    }

    pub(super) fn kinds(&self, lines: &Lines) -> Kinds {
        let given = |line: &u32| (*line as usize) < self.sexes.len();
        Kinds {
            given: lines.names.first().is_some_and(given),
            family: lines.names.last().is_some_and(|line| !given(line)),
        }
    }

    /// `true` for nicknames that are no given names in their own right. Reza and Gholam both stand for Gholamreza, and are two
    /// names; Mamad and Hamo are both Mohammad.
    pub(super) fn is_only_short(&self, lines: &Lines) -> bool {
        !self.kinds(lines).given
    }

    fn add(&mut self, line: &str, class: usize, first: usize) {
        let number = self.classes.len() as u32;
        let columns: Vec<&str> = line.split('\t').collect();
        // A line without a class would be a damaged table, which the tests find; it counts as rare.
        self.classes.push(
            columns
                .get(class)
                .and_then(|text| text.parse().ok())
                .unwrap_or(5),
        );
        for spelling in columns
            .iter()
            .skip(first)
            .flat_map(|column| spellings(column))
        {
            push(&mut self.entry(spelling).names, number);
        }
    }

    fn add_nickname(&mut self, line: &str, number: u32) {
        let mut columns = line.split('\t').skip(1);
        let (short, full) = (columns.next().unwrap_or(""), columns.next().unwrap_or(""));
        let sex = sex_of(line);
        let mut names: Vec<u32> = spellings(full)
            .filter_map(|name| self.find(&lookup_form(name)))
            .flat_map(|lines| &lines.names)
            .copied()
            // A spelling of two names of different sexes; those of neither are meant for both.
            .filter(|name| match (self.sexes.get(*name as usize), sex) {
                (None, _) => false,
                (Some(Some(of_name)), Some(sex)) => *of_name == sex,
                (Some(_), _) => true,
            })
            .collect();
        names.sort_unstable();
        names.dedup();
        self.short_sexes.push(sex);
        for spelling in spellings(short) {
            let lines = self.entry(spelling);
            push(&mut lines.short, number);
            lines.stands_for.extend(&names);
            lines.stands_for.sort_unstable();
            lines.stands_for.dedup();
        }
    }

    fn entry(&mut self, spelling: &str) -> &mut Lines {
        self.spellings
            .entry(lookup_form(spelling).into_owned())
            .or_default()
    }
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

/// Lines come in their order, so that a spelling given twice in one line is at the end already.
fn push(lines: &mut Vec<u32>, number: u32) {
    if lines.last() != Some(&number) {
        lines.push(number);
    }
}
