//! Ages as lists write them, and between which days somebody of an age was born.

#[cfg(test)]
mod tests;

use model::date::Calendar;
use names::fold::fold;

use crate::record::{Age, List};

/// People reach no higher age in these lists; the oldest person known reached 122, registers' ages above 110 are errors.
pub const OLDEST: u8 = 110;

/// A mean Gregorian year in days.
const YEAR: f64 = 365.2425;

/// A lunar year is shorter: 354.367 days.
const LUNAR_YEAR: f64 = 354.367;

/// By how many years an age may be off that is told with "about", and one that ends in 0 or 5 in a list that heaps ages
/// (method notes, section 9).
const ABOUT: i32 = 5;
const HEAPED: i32 = 2;

/// Reads a cell: `34`, `30-35`, `~40`, `40s`, `34 years`, `6 months`, «حدود ۴۰ سال». `None` for what is no age, or one that
/// nobody reaches.
pub fn read(text: &str) -> Option<Age> {
    let about = text.contains(['~', '?', '؟', '≈', '±']);
    // A sign before the number is not a dash between two: nobody is −3 years old.
    if text.trim_start().starts_with(['-', '−']) {
        return None;
    }
    // A spreadsheet may have made a fraction of the number.
    let text = text.trim();
    let folded = fold(text.strip_suffix(".0").unwrap_or(text));
    let mut found = Found {
        about,
        under_a_year: text.starts_with('<'),
        ..Found::default()
    };
    for word in folded.split(' ').filter(|word| !word.is_empty()) {
        found.take(word)?;
    }
    found.age()
}

/// The days between which somebody was born whose age was told on one of the days `told`, rata die: from age a told on day d it
/// is (d − (a+1) years, d − a years].
pub(crate) fn birth(age: Age, told: (i32, i32), list: &List) -> (i32, i32) {
    let wide = if age.about {
        ABOUT
    } else if list.heaped && age.low == age.high && age.low.is_multiple_of(5) {
        HEAPED
    } else {
        0
    };
    let (oldest, youngest) = (i32::from(age.high) + 1 + wide, i32::from(age.low) - wide);
    // A list that reckons in lunar years counts more of them: its ages may be as short as that.
    let short = if list.calendar == Some(Calendar::LunarHijri) {
        LUNAR_YEAR
    } else {
        YEAR
    };
    let days = |years: i32, year: f64| (f64::from(years) * year) as i32;
    (
        told.0 - days(oldest, YEAR) + 1,
        told.1 - days(youngest.max(0), short),
    )
}

/// Whipple's index for ages 23 to 62 says how much more frequent ages ending in 0 and 5 are than one in five; 1.25 is where
/// the United Nations begin to call data rough (Shryock & Siegel 1976). Below `ENOUGH` ages it says nothing.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Heaping {
    all: u32,
    round: u32,
}

const ENOUGH: u32 = 50;
const ROUGH: f64 = 1.25;

impl Heaping {
    pub(crate) fn add(&mut self, age: Age) {
        if age.low == age.high && !age.about && (23..=62).contains(&age.low) {
            self.all += 1;
            self.round += u32::from(age.low.is_multiple_of(5));
        }
    }

    pub(crate) fn is_heaped(self) -> bool {
        self.all >= ENOUGH && f64::from(self.round) * 5.0 >= ROUGH * f64::from(self.all)
    }
}

#[derive(Default)]
struct Found {
    numbers: Vec<u16>,
    about: bool,
    decade: bool,
    under_a_year: bool,
}

/// Words that stand beside ages. Own typing: English, French, German, Persian, Arabic, Turkish.
const YEARS: &str = "year years yr yrs y yo old aged age ans an jahre jahr alt سال ساله سنه سنة عام عاما سنوات العمر yas yasinda to a bis \
                     تا الی الى بين بین و and between de et";
const PARTS: &str = "month months mo mos m mois monate monat week weeks wk day days d jour jours semaine semaines tage tag ماه ماهه روز روزه \
                     هفته شهر اشهر أشهر شهور يوم ايام أيام أسبوع newborn infant نوزاد رضيع ay gun";
const ABOUTS: &str = "about around circa ca c approximately approx perhaps environ vers etwa حدود حدودا تقریبا نحو حوالي تقريبا plus";

impl Found {
    fn take(&mut self, word: &str) -> Option<()> {
        let count = word.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, ending) = word.split_at(count);
        if !digits.is_empty() {
            self.numbers.push(digits.parse().ok()?);
        }
        let is = |words: &str| words.split(' ').any(|one| fold(one) == ending);
        if ending.is_empty() {
        } else if !digits.is_empty() && ending == "s" {
            self.decade = true;
        } else if is(YEARS) {
        } else if is(PARTS) {
            self.under_a_year = true;
        } else if is(ABOUTS) {
            self.about = true;
        } else {
            return None;
        }
        Some(())
    }

    fn age(&self) -> Option<Age> {
        let (low, high) = match (self.under_a_year, self.numbers.as_slice()) {
            (true, [] | [_] | [_, _]) => self.under_a_year()?,
            (false, [age]) if self.decade => (*age, *age + 9),
            (false, [age]) => (*age, *age),
            (false, [low, high]) => (*low, *high),
            _ => return None,
        };
        let age = |number: u16| u8::try_from(number).ok().filter(|age| *age <= OLDEST);
        let (low, high) = (age(low)?, age(high)?);
        (low <= high).then_some(Age {
            low,
            high,
            about: self.about,
        })
    }

    /// Ages in months, weeks or days: 0 to 24 months are told so; "3 years 6 months" is 3. `<1` is 0.
    fn under_a_year(&self) -> Option<(u16, u16)> {
        match self.numbers.as_slice() {
            [] => Some((0, 1)),
            [years, _] => Some((*years, *years)),
            [parts] if *parts <= 24 => Some((0, parts / 12)),
            // Weeks or days.
            [parts] if *parts <= 365 => Some((0, 1)),
            _ => None,
        }
    }
}
