//! Levels in words, with the facts that they were told from, for whoever has to judge.

use names::register::NameId;

use super::{Field, Levels, RecordComparer, dates};
use crate::{
    date::{
        almanac,
        apart::{Apart, apart},
    },
    record::{PlaceId, RecordIndex, When},
};

/// What one field says of a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldReason {
    /// The field.
    pub field: Field,
    /// Its level, from 1.
    pub level: u8,
    /// The word for the level (`Field::levels`).
    pub word: &'static str,
    /// What was seen: names and values, in the order in which they are best read. `left` and `right` are what stood in the
    /// rows; the others say more about the level.
    pub facts: Vec<(&'static str, String)>,
}

impl RecordComparer<'_> {
    /// What each field says of a pair, those that say nothing left out. Facts of the left record come first.
    pub fn explain_fields(&mut self, left: RecordIndex, right: RecordIndex) -> Vec<FieldReason> {
        let levels: Levels = self.compare(left, right).levels;
        Field::ALL
            .into_iter()
            .zip(levels)
            .filter(|(_, level)| *level > 0)
            .map(|(field, level)| FieldReason {
                field,
                level,
                word: field.levels()[usize::from(level) - 1],
                facts: self.facts(field, left, right),
            })
            .collect()
    }

    fn facts(
        &mut self,
        field: Field,
        left: RecordIndex,
        right: RecordIndex,
    ) -> Vec<(&'static str, String)> {
        let records = self.records;
        let (one, two) = (
            &records.rows[left.0 as usize],
            &records.rows[right.0 as usize],
        );
        match field {
            Field::Name => self.name_facts(one.names, two.names),
            Field::Father if one.father[0].is_some() || two.father[0].is_some() => {
                let or = |told: [Option<NameId>; 2], name| {
                    if told[0].is_some() {
                        told
                    } else {
                        [name, None]
                    }
                };
                let fathers = (
                    or(one.father, one.patronymic),
                    or(two.father, two.patronymic),
                );
                if fathers.0[0].is_some() && fathers.1[0].is_some() {
                    self.name_facts(fathers.0, fathers.1)
                } else {
                    self.name_facts(one.mother, two.mother)
                }
            }
            Field::Father => self.name_facts(one.mother, two.mother),
            Field::Birth => match (&one.birth, &two.birth) {
                (Some(one), Some(two)) => date_facts(one, two),
                _ => {
                    let mut facts = vec![
                        ("left", self.birth_words(left)),
                        ("right", self.birth_words(right)),
                    ];
                    if let Some(days) = dates::by_age(records, left, right) {
                        facts.push(("years-apart", (days / 365).to_string()));
                    }
                    facts
                }
            },
            Field::Event => match (&one.event, &two.event) {
                (Some(one), Some(two)) => date_facts(one, two),
                _ => Vec::new(),
            },
            Field::Place => self.place_facts(one.place, two.place),
            Field::BirthPlace => self.place_facts(one.birth_place, two.birth_place),
            Field::Sex | Field::Affiliation | Field::Identifier => {
                self.value_facts(field, left, right)
            }
        }
    }

    fn name_facts(
        &mut self,
        left: [Option<NameId>; 2],
        right: [Option<NameId>; 2],
    ) -> Vec<(&'static str, String)> {
        let Some(best) = self.best(left, right) else {
            return Vec::new();
        };
        let names = &self.records.names;
        let text = |name| {
            let parts: Vec<&str> = names
                .parts(name)
                .map(|(part, _)| names.text(part))
                .collect();
            parts.join(" ")
        };
        vec![
            ("left", text(best.left)),
            ("right", text(best.right)),
            ("score", format!("{:.2}", best.found.score)),
        ]
    }

    fn place_facts(
        &self,
        left: Option<PlaceId>,
        right: Option<PlaceId>,
    ) -> Vec<(&'static str, String)> {
        let Some((left, right)) = left.zip(right) else {
            return Vec::new();
        };
        let places = &self.records.places;
        let text = |place: PlaceId| places.texts[place.0 as usize].clone();
        let mut facts = vec![("left", text(left)), ("right", text(right))];
        for (name, place) in [("left-known-as", left), ("right-known-as", right)] {
            if let Some(word) = places.word(place) {
                facts.push((name, word.to_owned()));
            }
        }
        facts
    }

    fn value_facts(
        &self,
        field: Field,
        left: RecordIndex,
        right: RecordIndex,
    ) -> Vec<(&'static str, String)> {
        let records = self.records;
        let value = |row: RecordIndex| {
            let record = &records.rows[row.0 as usize];
            match field {
                Field::Sex => match record.sex {
                    Some(names::part::Sex::Woman) => "woman".to_owned(),
                    Some(names::part::Sex::Man) => "man".to_owned(),
                    None => String::new(),
                },
                Field::Affiliation => match record.affiliation {
                    0 => String::new(),
                    number => records.affiliations[number as usize - 1].join("; "),
                },
                _ => {
                    let values = record.identifiers.iter().map(|(column, value)| {
                        format!(
                            "{} {}",
                            records.identifier_columns[usize::from(*column)],
                            records.identifiers[*value as usize]
                        )
                    });
                    values.collect::<Vec<_>>().join("; ")
                }
            }
        };
        vec![("left", value(left)), ("right", value(right))]
    }

    /// Birth as the row tells it: the date, else the age and the years that it means.
    fn birth_words(&self, row: RecordIndex) -> String {
        let record = &self.records.rows[row.0 as usize];
        if let Some(birth) = &record.birth {
            return told(birth);
        }
        let Some(age) = record.age else {
            return String::new();
        };
        let about = if age.about { "~" } else { "" };
        let years = if age.low == age.high {
            age.low.to_string()
        } else {
            format!("{}-{}", age.low, age.high)
        };
        match self.records.birth_years(row) {
            Some((first, last)) => format!("age {about}{years} (born {first} to {last})"),
            None => format!("age {about}{years}"),
        }
    }
}

fn date_facts(left: &When, right: &When) -> Vec<(&'static str, String)> {
    let mut facts = vec![("left", told(left)), ("right", told(right))];
    for (name, when, other) in [("left-is", left, right), ("right-is", right, left)] {
        if let Some(day) = when.day()
            && when.calendar != other.calendar
        {
            facts.push((name, words(almanac::told(other.calendar, day))));
        }
    }
    let days = match apart(left, right) {
        Apart::Days { days, .. } | Apart::Gap(days) | Apart::OneDigit(days) => days,
        _ => 0,
    };
    if days > 0 {
        facts.push(("days-apart", days.to_string()));
    }
    facts
}

/// A date as it was told, with its calendar where it is not the Gregorian one.
fn told(when: &When) -> String {
    let about = if when.about { "~" } else { "" };
    let last = almanac::told(when.calendar, when.latest).0;
    let date = if when.told.1 == 0 && last != when.told.0 {
        format!("{}..{last}", when.told.0)
    } else {
        words(when.told)
    };
    match when.calendar {
        model::date::Calendar::Gregorian => format!("{about}{date}"),
        other => format!("{about}{date} ({})", other.as_str()),
    }
}

fn words((year, month, day): almanac::Told) -> String {
    match (month, day) {
        (0, _) => format!("{year:04}"),
        (month, 0) => format!("{year:04}-{month:02}"),
        (month, day) => format!("{year:04}-{month:02}-{day:02}"),
    }
}
