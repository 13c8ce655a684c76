//! Dates with words in them: names of months in many languages, "about", "between … and …".

use std::{collections::HashMap, sync::LazyLock};

use model::date::Calendar;
use names::fold::fold;

use super::written::{self, Point, Shape, Written, Year};

/// What a word in a date says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Month(Calendar, u8),
    Calendar(Calendar),
    About,
    /// Nothing: "of", "year", «ماه».
    Filler,
}

const MONTHS: &str = include_str!("../../data/months.tsv");

/// Words that stand beside numbers in dates, folded or not. Own typing: English, French, German, Persian, Arabic.
const OTHERS: [(Word, &str); 5] = [
    (
        Word::About,
        "about around circa ca c approximately approx perhaps probably maybe environ vers peut-être etwa um حدود حدودا تقریبا احتمالا نحو حوالي تقريبا",
    ),
    (
        Word::Filler,
        "of the in on year month day and to between le la de du en année an jour mois et à entre der am im und bis ماه سال روز مورخ تاریخ در به تا بین از و سنة عام شهر يوم من إلى بين في hijri هجری هـ هجرية هـ",
    ),
    (
        Word::Calendar(Calendar::SolarHijri),
        "شمسی خورشیدی ش solar shamsi khorshidi sh",
    ),
    (
        Word::Calendar(Calendar::LunarHijri),
        "قمری ق lunar ghamari qamari ah",
    ),
    (
        Word::Calendar(Calendar::Gregorian),
        "میلادی ميلادي ميلادية م gregorian miladi ad ce",
    ),
];

static WORDS: LazyLock<HashMap<String, Word>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    for (word, texts) in OTHERS {
        for text in texts.split(' ') {
            words.insert(fold(text), word);
        }
    }
    for line in MONTHS.lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split('\t');
        if let (Some(calendar), Some(number), Some(names)) = (
            cells.next().and_then(Calendar::parse),
            cells.next().and_then(|number| number.parse().ok()),
            cells.next(),
        ) {
            for name in names.split('|') {
                words.insert(fold(name), Word::Month(calendar, number));
            }
        }
    }
    words
});

/// A month's name has at most so many words (dhu al hijjah).
const LONGEST: usize = 3;

/// Reads a date with words in it; its digits are ASCII already.
pub(super) fn read(text: &str) -> Option<Written> {
    beside_digits(text).or_else(|| among_numbers(text))
}

/// A date in digits with words before or after it: "حدود 1367/05/05", "1988-07 (approx.)".
fn beside_digits(text: &str) -> Option<Written> {
    let (told, said): (Vec<&str>, Vec<&str>) = text
        .split_whitespace()
        .partition(|word| word.bytes().any(|byte| byte.is_ascii_digit()));
    let [told] = told.as_slice() else {
        return None;
    };
    let told = told.trim_matches(['(', ')', '[', ']', ',', '،']);
    if !written::is_numeric(told) {
        return None;
    }
    let mut written = written::digits(told)?;
    let folded = fold(&said.join(" "));
    for word in folded.split(' ').filter(|word| !word.is_empty()) {
        match WORDS.get(word)? {
            Word::Month(..) => return None,
            Word::Calendar(calendar) => written.calendar = Some(*calendar),
            Word::About => written.about = true,
            Word::Filler => {}
        }
    }
    Some(written)
}

fn among_numbers(text: &str) -> Option<Written> {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let mut found = Found::default();
    let mut place = 0;
    while place < words.len() {
        place += found.take(&words[place..])?;
    }
    Some(Written {
        shape: found.shape()?,
        about: found.about,
        calendar: found.calendar.or(found.month.map(|(calendar, _)| calendar)),
    })
}

#[derive(Default)]
struct Found {
    month: Option<(Calendar, u8)>,
    calendar: Option<Calendar>,
    about: bool,
    decade: bool,
    years: Vec<Year>,
    days: Vec<u8>,
}

impl Found {
    /// Takes what stands first; how many words that was. `None` for a word that no date has.
    fn take(&mut self, words: &[&str]) -> Option<usize> {
        let first = words[0];
        if first.as_bytes()[0].is_ascii_digit() {
            return self.number(first).map(|()| 1);
        }
        let longest = LONGEST.min(words.len());
        let (count, word) = (1..=longest).rev().find_map(|count| {
            let name = words[..count].join(" ");
            // Persian writes "month" behind its name, often joined.
            let word = WORDS
                .get(name.as_str())
                .or_else(|| WORDS.get(name.strip_suffix("ماه")?))?;
            Some((count, *word))
        })?;
        match word {
            Word::Month(calendar, month) if self.month.is_none() => {
                self.month = Some((calendar, month));
            }
            // A second month: an interval in words, which is not read.
            Word::Month(..) => return None,
            Word::Calendar(calendar) => self.calendar = Some(calendar),
            Word::About => self.about = true,
            Word::Filler => {}
        }
        Some(count)
    }

    /// `1988`, `27`, `27th`, `1er`, `1980s`.
    fn number(&mut self, word: &str) -> Option<()> {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, ending) = word.split_at(digits);
        match (digits.len(), ending) {
            (4, "") => self.years.push(Year::Full(digits.parse().ok()?)),
            (4, "s") if digits.ends_with('0') => {
                self.decade = true;
                self.years.push(Year::Full(digits.parse().ok()?));
            }
            (1 | 2, "" | "st" | "nd" | "rd" | "th" | "er" | "eme" | "م" | "ام") => {
                let number: u8 = digits.parse().ok()?;
                if number > 31 {
                    self.years.push(Year::Short(number));
                } else {
                    self.days.push(number);
                }
            }
            _ => return None,
        }
        Some(())
    }

    fn shape(&self) -> Option<Shape> {
        match (self.month, self.years.as_slice(), self.days.as_slice()) {
            (None, [Year::Full(first)], []) if self.decade => Some(Shape::Between(
                Some(Point::year(*first)),
                Some(Point::year(*first + if first % 100 == 0 { 99 } else { 9 })),
            )),
            (None, [Year::Full(first), Year::Full(last)], []) => Some(Shape::Between(
                Some(Point::year(*first)),
                Some(Point::year(*last)),
            )),
            (month, [year], days @ ([] | [_])) => {
                let month = month.map_or(0, |(_, month)| month);
                // A number beside a year without a month is no day of anything.
                if month == 0 && !days.is_empty() {
                    return None;
                }
                Some(Shape::Point(Point {
                    year: *year,
                    month,
                    day: days.first().copied().unwrap_or(0),
                }))
            }
            _ => None,
        }
    }
}
