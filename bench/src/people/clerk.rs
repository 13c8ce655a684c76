//! How a list writes a person down: spelling, slips, gaps.

use crate::people::{
    calendar::Calendar::{self, Gregorian, SolarHijri},
    chance::{Chance, mix},
    lists::{List, Noise},
    spelling::{Way, Word, Words},
    world::{Person, Population},
};

/// The columns of a row, after `rec_id` and `list`.
pub const COLUMNS: [&str; 12] = [
    "name",
    "given",
    "surname",
    "father",
    "sex",
    "birth",
    "age",
    "death",
    "place",
    "birth_place",
    "affiliation",
    "calendar",
];

/// What a row was meant to say, before it was spelled: numbers of `Words`, absent where the row says nothing. With it one can see
/// how far the fields carry, were every spelling understood.
#[derive(Clone, Copy, Debug, Default)]
pub struct Meant {
    /// The father's given name.
    pub father: Option<usize>,
    /// Place of death.
    pub place: Option<usize>,
    /// Place of birth.
    pub birth_place: Option<usize>,
    /// Organisation.
    pub group: Option<usize>,
}

/// A clerk of one list.
#[derive(Debug)]
pub struct Clerk<'w> {
    words: &'w Words,
    list: &'w List,
    noise: Noise,
    habit: u64,
    chance: Chance,
}

impl<'w> Clerk<'w> {
    /// The clerk of list `number`.
    pub fn new(words: &'w Words, list: &'w List, noise: Noise, seed: u64, number: u64) -> Self {
        Self {
            words,
            list,
            noise,
            habit: mix(seed ^ (number << 32)),
            chance: Chance::new(seed, 100 + number),
        }
    }

    /// Whether the list knows the person, and how many rows it gives them: 0, 1, seldom 2.
    pub fn rows(&mut self, person: &Person) -> usize {
        let odds = (self.list.reach + 0.9 * person.known).exp();
        if !self.chance.is(odds / (1.0 + odds)) {
            return 0;
        }
        1 + usize::from(self.chance.is(self.list.twice * self.noise.twice))
    }

    /// One row, and what it was meant to say.
    pub fn row(&mut self, person: &Person) -> ([String; COLUMNS.len()], Meant) {
        let mut meant = Meant::default();
        let (filled, noise) = (self.list.filled, self.noise);
        let mut row: [String; COLUMNS.len()] = Default::default();
        let [
            name,
            given,
            surname,
            father,
            sex,
            birth,
            age,
            death,
            place,
            birth_place,
            group,
            calendar,
        ] = &mut row;
        let (first, last) = self.names(person);
        if self.list.whole_name {
            *name = match (self.list.family_first, self.list.way.is_arabic_script()) {
                (true, false) => format!("{last}, {first}"),
                (true, true) => format!("{last} {first}"),
                _ => format!("{first} {last}"),
            };
        } else {
            (*given, *surname) = (first, last);
        }
        let rest = !self.chance.is(noise.name_only);
        let has =
            |share: f64, chance: &mut Chance| rest && chance.is(share * (1.0 - noise.missing));
        if has(filled.father, &mut self.chance) {
            let number = if self.chance.is(noise.wrong) {
                self.chance.below(60)
            } else {
                person.father
            };
            meant.father = Some(number);
            *father = self.father(person, number);
        } else if rest && self.chance.is(noise.missing / 4.0) {
            *father = self.unknown();
        }
        if has(filled.sex, &mut self.chance) {
            let wrong = self.chance.is(noise.wrong);
            *sex = self.sex(person.female != wrong);
        }
        if has(filled.birth, &mut self.chance) {
            let day = if self.chance.is(noise.shifted / 2.0) {
                person.birth + self.chance.from(-2, 2) * 365
            } else {
                person.birth
            };
            *birth = self.date(day);
        }
        if has(filled.age, &mut self.chance) {
            *age = self.age(person);
        }
        if has(filled.death, &mut self.chance) {
            let day = if self.chance.is(noise.shifted) {
                person.death + self.chance.from(-12, 12)
            } else {
                person.death
            };
            *death = self.date(day);
        }
        if has(filled.place, &mut self.chance) {
            let number = self.near(person.place);
            meant.place = Some(number);
            *place = self.spelled(&self.words.places[number]);
        } else if rest && self.chance.is(noise.missing / 4.0) {
            *place = self.unknown();
        }
        if has(filled.birth_place, &mut self.chance) {
            let number = self.near(person.birth_place);
            meant.birth_place = Some(number);
            *birth_place = self.spelled(&self.words.places[number]);
        }
        if let Some(number) = person.group.filter(|_| has(filled.group, &mut self.chance)) {
            let number = if self.chance.is(noise.wrong) {
                self.chance.below(self.words.groups.len())
            } else {
                number
            };
            meant.group = Some(number);
            *group = self.spelled(&self.words.groups[number]);
        }
        if self.list.says_calendar {
            *calendar = self.list.calendar.name().to_owned();
        }
        (row, meant)
    }

    /// One of the spellings that the list's convention has: mostly the one that the clerk is used to.
    fn spelled(&mut self, word: &Word) -> String {
        let forms = word.spellings(self.list.way);
        if self.chance.is(self.list.steady - self.noise.unsteady) {
            let used = forms[0]
                .bytes()
                .fold(self.habit, |sum, byte| mix(sum ^ u64::from(byte)));
            common_first(forms, (used % 1000) as f64 / 1000.0)
        } else {
            common_first(forms, self.chance.unit())
        }
    }

    fn man(&mut self, person: &Person, number: usize) -> String {
        let pool = if person.population == Population::Arab {
            &self.words.arab_men
        } else {
            &self.words.men
        };
        self.spelled(&pool[number])
    }

    fn names(&mut self, person: &Person) -> (String, String) {
        let mut given = if person.female {
            self.spelled(&self.words.women[person.given])
        } else {
            self.man(person, person.given)
        };
        let pool = if person.population == Population::Arab {
            &self.words.arab_families
        } else {
            &self.words.families
        };
        let mut family = self.spelled(&pool[person.family]);
        if self.chance.is(self.noise.slip) {
            given = self.slip(&given);
        }
        if self.chance.is(self.noise.slip) {
            family = self.slip(&family);
        }
        if let Some(origin) = person.origin
            && self.chance.is(0.6)
        {
            let place = self.spelled(&self.words.places[origin]);
            let ending = ["ی", "ي", "i", "i", "i", "i", "и"][self.list.way as usize];
            family = format!(
                "{family} {}{ending}",
                place.trim_end_matches(['i', 'ی', 'ي'])
            );
        }
        if person.population == Population::Arab && !self.chance.is(self.noise.part) {
            let (father, grandfather) = (
                self.man(person, person.father),
                self.man(person, person.grandfather),
            );
            given = if self.chance.is(0.15) {
                format!("{given} {father}")
            } else {
                format!("{given} {father} {grandfather}")
            };
        }
        if self.chance.is(self.noise.part) {
            given = self.changed(given, person);
        }
        (given, family)
    }

    /// A half left out, an initial, a joint, a title.
    fn changed(&mut self, given: String, person: &Person) -> String {
        let double = person.population == Population::Persian && given.contains(' ');
        match self.chance.below(6) {
            0 | 1 if double && !given.starts_with("Abd") && !given.starts_with("عبد") => given
                .split_once(' ')
                .map_or(given.clone(), |(_, second)| second.to_owned()),
            2 if double => given.replace(' ', ""),
            3 if !self.list.way.is_arabic_script() => given.chars().take(1).chain(['.']).collect(),
            _ => {
                let titles: &[&str] = match self.list.way {
                    Way::Fa => &["سید", "حاج", "دکتر", "شهید"],
                    Way::Ar => &["السيد", "الشيخ", "الشهيد"],
                    Way::En => &["Seyed", "Haj", "Dr."],
                    Way::Fr => &["Seyed", "Dr"],
                    Way::De => &["Dr.", "Seyed"],
                    Way::Tr => &["Seyid", "Hacı"],
                    Way::Ru => &["Сейед", "д-р"],
                };
                format!("{} {given}", self.chance.of(titles))
            }
        }
    }

    fn father(&mut self, person: &Person, number: usize) -> String {
        let name = self.man(person, number);
        if self.chance.is(self.noise.slip) {
            self.slip(&name)
        } else {
            name
        }
    }

    /// One wrong letter: a dot too many or too few in Arabic script; two swapped, one lost, one doubled elsewhere.
    fn slip(&mut self, word: &str) -> String {
        let mut letters: Vec<char> = word.chars().collect();
        if letters.len() < 4 {
            return word.to_owned();
        }
        let at = 1 + self.chance.below(letters.len() - 2);
        if self.list.way.is_arabic_script() {
            let mates = ["بپتثن", "جچحخ", "دذ", "رزژ", "سش", "صض", "طظ", "عغ", "فق"];
            if let Some(mates) = mates.iter().find(|mates| mates.contains(letters[at])) {
                let others: Vec<char> = mates.chars().filter(|&mate| mate != letters[at]).collect();
                letters[at] = *self.chance.of(&others);
            } else {
                letters.remove(at);
            }
        } else {
            match self.chance.below(3) {
                0 => letters.swap(at, at + 1),
                1 => {
                    letters.remove(at);
                }
                _ => letters.insert(at, letters[at]),
            }
        }
        letters.into_iter().collect()
    }

    fn sex(&self, female: bool) -> String {
        let words = match self.list.way {
            Way::Fa => ["مرد", "زن"],
            Way::Ar => ["ذكر", "أنثى"],
            Way::Fr => ["homme", "femme"],
            _ => ["m", "f"],
        };
        words[usize::from(female)].to_owned()
    }

    fn unknown(&mut self) -> String {
        let words: &[&str] = match self.list.way {
            Way::Fa => &["نامشخص", "مجهول", "-"],
            Way::Ar => &["مجهول", "غير معروف"],
            _ => &["unknown", "n/a", "-"],
        };
        (*self.chance.of(words)).to_owned()
    }

    /// The place, or now and then another one of the same province.
    fn near(&mut self, number: usize) -> usize {
        let places = &self.words.places;
        if !self.chance.is(self.noise.place) {
            return number;
        }
        let near: Vec<usize> = (0..places.len())
            .filter(|&other| places[other].province == places[number].province)
            .collect();
        *self.chance.of(&near)
    }

    fn age(&mut self, person: &Person) -> String {
        let mut years = (person.death - person.birth) / 365;
        if self.chance.is(self.noise.shifted) {
            years += self.chance.from(-2, 2);
        }
        // Ages that nobody knows well end in 0 and 5.
        if self.chance.is(self.noise.shifted / 2.0) {
            years = (years + 2) / 5 * 5;
        }
        self.digits(years.to_string())
    }

    fn date(&mut self, mut day: i64) -> String {
        let calendar: Calendar = self.list.calendar;
        // Whoever has a date from another calendar converts it, and loses a day now and then.
        if self.chance.is(self.noise.converted) {
            day += if self.chance.is(0.5) { 1 } else { -1 };
        }
        let (mut year, mut month, mut of_month) = calendar.date(day);
        if self.chance.is(self.noise.swapped) && of_month <= 12 {
            (month, of_month) = (of_month, month);
        }
        if self.chance.is(self.noise.digit) {
            match self.chance.below(3) {
                0 => year += *self.chance.of(&[1, -1, 1, -1, 10, -10]),
                1 => month = 1 + (month + 1) % 12,
                _ => of_month = 1 + (of_month + 9) % 28,
            }
        }
        let text = if self.chance.is(self.noise.year_only) {
            format!("{year:04}")
        } else {
            format!("{year:04}-{month:02}-{of_month:02}")
        };
        debug_assert!(calendar != Gregorian || year > 1800);
        debug_assert!(calendar != SolarHijri || year < 1500);
        self.digits(text)
    }

    fn digits(&self, text: String) -> String {
        if !self.list.persian_digits {
            return text;
        }
        text.chars()
            .map(|c| {
                c.to_digit(10)
                    .and_then(|digit| char::from_u32(0x06f0 + digit))
                    .unwrap_or(c)
            })
            .collect()
    }
}

/// One of the spellings for a number in 0…1. The commoner ones stand first: the first of four is taken in 63 of 100 cases.
fn common_first(forms: &[String], at: f64) -> String {
    forms[(at.powi(3) * forms.len() as f64) as usize].clone()
}
