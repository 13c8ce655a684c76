//! What lists there are, and what each is like.

use crate::people::{
    calendar::Calendar::{self, Gregorian, LunarHijri, SolarHijri},
    spelling::Way,
};

/// One list: who made it and how.
#[derive(Clone, Debug)]
pub struct List {
    /// Its name.
    pub name: String,
    /// How its clerk writes names.
    pub way: Way,
    /// The calendar of its dates.
    pub calendar: Calendar,
    /// Whether the column `calendar` says so.
    pub says_calendar: bool,
    /// One column `name`, instead of `given` and `surname`.
    pub whole_name: bool,
    /// The family name is written first.
    pub family_first: bool,
    /// Numbers in Persian digits.
    pub persian_digits: bool,
    /// How often the clerk writes the same name the same way, 0 to 1.
    pub steady: f64,
    /// How many it knows: log-odds of a person of average fame.
    pub reach: f64,
    /// Share of its people who are on it twice, at middle noise.
    pub twice: f64,
    /// How often each field is filled.
    pub filled: Filled,
}

/// How often a field is filled, 0 to 1.
#[derive(Clone, Copy, Debug)]
pub struct Filled {
    /// Father's name.
    pub father: f64,
    /// Date of birth.
    pub birth: f64,
    /// Age at death.
    pub age: f64,
    /// Date of death.
    pub death: f64,
    /// Place of death.
    pub place: f64,
    /// Place of birth.
    pub birth_place: f64,
    /// Organisation.
    pub group: f64,
    /// Sex.
    pub sex: f64,
}

const FULL: Filled = Filled {
    father: 0.85,
    birth: 0.8,
    age: 0.5,
    death: 0.92,
    place: 0.95,
    birth_place: 0.7,
    group: 0.75,
    sex: 0.95,
};
const REPORT: Filled = Filled {
    father: 0.25,
    birth: 0.35,
    age: 0.8,
    death: 0.95,
    place: 0.95,
    birth_place: 0.5,
    group: 0.8,
    sex: 0.9,
};
const REGISTER: Filled = Filled {
    father: 0.95,
    birth: 0.9,
    age: 0.1,
    death: 0.85,
    place: 0.8,
    birth_place: 0.85,
    group: 0.1,
    sex: 0.98,
};
const PRESS: Filled = Filled {
    father: 0.05,
    birth: 0.05,
    age: 0.6,
    death: 0.9,
    place: 0.9,
    birth_place: 0.3,
    group: 0.7,
    sex: 0.5,
};

/// How much goes wrong: each a share of cells or rows.
#[derive(Clone, Copy, Debug)]
pub struct Noise {
    /// A wrong letter in a name.
    pub slip: f64,
    /// A part of a name left out, added, shortened, or a title before it.
    pub part: f64,
    /// A date with day and month swapped.
    pub swapped: f64,
    /// A date with a wrong digit.
    pub digit: f64,
    /// Only the year of a date.
    pub year_only: f64,
    /// A date of death some days off; of birth a year or two.
    pub shifted: f64,
    /// A day lost or won in converting between calendars.
    pub converted: f64,
    /// A filled field left empty, or with a word for unknown.
    pub missing: f64,
    /// Nothing but the name.
    pub name_only: f64,
    /// Another place of the same province, or the province.
    pub place: f64,
    /// Another father, sex or organisation altogether.
    pub wrong: f64,
    /// Factor on how many are on one list twice.
    pub twice: f64,
    /// Clerks are less steady by this.
    pub unsteady: f64,
}

/// The three levels of noise.
pub const NOISES: [(&str, Noise); 3] = [
    (
        "low",
        Noise {
            slip: 0.01,
            part: 0.04,
            swapped: 0.005,
            digit: 0.005,
            year_only: 0.08,
            shifted: 0.04,
            converted: 0.02,
            missing: 0.03,
            name_only: 0.0,
            place: 0.03,
            wrong: 0.003,
            twice: 0.3,
            unsteady: 0.0,
        },
    ),
    (
        "middle",
        Noise {
            slip: 0.03,
            part: 0.1,
            swapped: 0.02,
            digit: 0.02,
            year_only: 0.18,
            shifted: 0.1,
            converted: 0.05,
            missing: 0.1,
            name_only: 0.02,
            place: 0.08,
            wrong: 0.01,
            twice: 1.0,
            unsteady: 0.1,
        },
    ),
    (
        "high",
        Noise {
            slip: 0.07,
            part: 0.2,
            swapped: 0.05,
            digit: 0.05,
            year_only: 0.3,
            shifted: 0.2,
            converted: 0.1,
            missing: 0.22,
            name_only: 0.06,
            place: 0.16,
            wrong: 0.03,
            twice: 2.0,
            unsteady: 0.25,
        },
    ),
];

fn list(name: &str, way: Way, calendar: Calendar, reach: f64, filled: Filled) -> List {
    List {
        name: name.to_owned(),
        way,
        calendar,
        says_calendar: true,
        whole_name: false,
        family_first: false,
        persian_digits: false,
        steady: 0.75,
        reach,
        twice: 0.02,
        filled,
    }
}

/// The lists of a shape, and the share of families with four-part names. `None` for a word that names no shape.
pub fn shape(name: &str) -> Option<(Vec<List>, f64)> {
    let persian = || List {
        whole_name: true,
        persian_digits: true,
        ..list("prisoners", Way::Fa, SolarHijri, 0.6, FULL)
    };
    let english = || list("human-rights-report", Way::En, Gregorian, 0.6, FULL);
    Some(match name {
        // One script: two English lists and a French one.
        "latin" => (
            vec![
                english(),
                List {
                    whole_name: true,
                    ..list("annual-report", Way::En, Gregorian, 0.2, REPORT)
                },
                list("comite", Way::Fr, Gregorian, 0.0, FULL),
            ],
            0.0,
        ),
        // A Persian and an English list, each with almost all fields.
        "two-scripts" => (vec![persian(), english()], 0.0),
        // Arabic four-part names beside their English and French spellings.
        "arabic" => (
            vec![
                List {
                    whole_name: true,
                    ..list("register", Way::Ar, Gregorian, 0.6, REGISTER)
                },
                List {
                    whole_name: true,
                    ..list("report", Way::En, Gregorian, 0.3, FULL)
                },
                List {
                    calendar: LunarHijri,
                    ..list("mosque", Way::Ar, LunarHijri, -0.4, FULL)
                },
            ],
            1.0,
        ),
        // Twelve lists in four scripts.
        "many" => (
            vec![
                persian(),
                List {
                    says_calendar: false,
                    steady: 0.9,
                    ..list("families", Way::Fa, SolarHijri, -0.8, REGISTER)
                },
                List {
                    whole_name: true,
                    family_first: true,
                    persian_digits: true,
                    ..list("cemetery", Way::Fa, SolarHijri, -0.4, REGISTER)
                },
                english(),
                List {
                    whole_name: true,
                    ..list("annual-report", Way::En, Gregorian, -0.2, REPORT)
                },
                List {
                    whole_name: true,
                    says_calendar: false,
                    twice: 0.05,
                    ..list("press", Way::En, Gregorian, -1.0, PRESS)
                },
                list("comite", Way::Fr, Gregorian, -0.6, FULL),
                List {
                    whole_name: true,
                    ..list("journaux", Way::Fr, Gregorian, -1.2, PRESS)
                },
                List {
                    whole_name: true,
                    family_first: true,
                    ..list("botschaft", Way::De, Gregorian, -0.9, REPORT)
                },
                List {
                    whole_name: true,
                    ..list("spisok", Way::Ru, Gregorian, -1.0, REPORT)
                },
                List {
                    whole_name: true,
                    ..list("qaima", Way::Ar, LunarHijri, -0.8, REPORT)
                },
                List {
                    whole_name: true,
                    steady: 0.6,
                    ..list("liste", Way::Tr, Gregorian, -1.2, REPORT)
                },
            ],
            0.15,
        ),
        _ => return None,
    })
}
