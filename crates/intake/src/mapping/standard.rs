//! The map for a table that came without one: the columns that `match` knows, and their Persian twins.

use std::collections::BTreeMap;

use model::{id::RecordKind, term::Term};

use super::{
    CalendarForm, CertaintyForm, ClaimForm, LanguageForm, Map, RecordForm, Standard, ValueForm,
    template::{ITEM, ROW, Template},
};

/// How a known column is read.
#[derive(Clone, Copy)]
enum Reading {
    Words,
    Date,
    Count,
    Sex,
}

/// Column, property, reading.
const COLUMNS: &[(&str, &str, Reading)] = &[
    ("name", "name", Reading::Words),
    ("father", "father-name", Reading::Words),
    ("sex", "sex", Reading::Sex),
    ("birth", "born", Reading::Date),
    ("age", "age", Reading::Count),
    ("death", "died", Reading::Date),
    ("place", "place-of-death", Reading::Words),
    ("birth_place", "place-of-birth", Reading::Words),
    ("affiliation", "affiliation", Reading::Words),
];

/// What a column of sexes may hold.
const SEXES: &[(&str, &str)] = &[
    ("M", "male"),
    ("m", "male"),
    ("male", "male"),
    ("Male", "male"),
    ("مرد", "male"),
    ("F", "female"),
    ("f", "female"),
    ("female", "female"),
    ("Female", "female"),
    ("زن", "female"),
];

/// Ending of the Persian twin of a column.
const PERSIAN: &str = "_fa";

/// The map for `headers`.
pub(super) fn map(headers: &[String]) -> Standard {
    let mut used: Vec<&str> = Vec::new();
    let mut column = |name: &str| {
        let found = headers
            .iter()
            .find(|header| header.eq_ignore_ascii_case(name))?;
        used.push(found);
        Some(found.as_str())
    };
    let key = column("rec_id").map_or_else(|| Template::hole(ROW), Template::hole);
    let namespace = column("list").map_or_else(|| Template::hole(ITEM), Template::hole);
    let calendar = column("calendar").map_or(CalendarForm::FromYear, |name| {
        CalendarForm::Given(Template::hole(name))
    });
    let mut claims = Vec::new();
    // A list with names in two columns says one name; a list with a column `name` says it there.
    let has_name = headers
        .iter()
        .any(|header| header.eq_ignore_ascii_case("name"));
    if !has_name && let (Some(given), Some(surname)) = (column("given"), column("surname")) {
        claims.extend(name_of_parts(given, surname));
    }
    for (name, property, reading) in COLUMNS {
        let plain = column(name).map(|found| (found, LanguageForm::Default));
        let twin = column(&format!("{name}{PERSIAN}"))
            .map(|found| (found, LanguageForm::Given(Template::literal("fa"))));
        for (found, language) in plain.into_iter().chain(twin) {
            let value = value(found, *reading, language, &calendar);
            claims.extend(Term::new(property).ok().map(|property| ClaimForm {
                property,
                value,
                split: None,
                access: None,
                certainty: None,
                qualifiers: Vec::new(),
            }));
        }
    }
    let unused = headers
        .iter()
        .filter(|header| !used.contains(&header.as_str()))
        .cloned()
        .collect();
    let map = Map {
        row: None,
        required: Vec::new(),
        record: RecordForm {
            kind: RecordKind::Person,
            namespace,
            key,
        },
        source: None,
        place: None,
        item: None,
        certainty: CertaintyForm::default(),
        attribution: Vec::new(),
        claims,
    };
    Standard { map, unused }
}

/// A name out of its parts; `None` when a header has a brace in it, which no template can name.
fn name_of_parts(given: &str, surname: &str) -> Option<ClaimForm> {
    Some(ClaimForm {
        property: Term::new("name").ok()?,
        value: ValueForm::Text {
            value: Template::parse(&format!("{{{given}}} {{{surname}}}"))?,
            language: LanguageForm::Default,
        },
        split: None,
        access: None,
        certainty: None,
        qualifiers: Vec::new(),
    })
}

fn value(
    column: &str,
    reading: Reading,
    language: LanguageForm,
    calendar: &CalendarForm,
) -> ValueForm {
    let value = Template::hole(column);
    match reading {
        Reading::Words => ValueForm::Text { value, language },
        Reading::Date => ValueForm::Date {
            value,
            calendar: calendar.clone(),
        },
        Reading::Count => ValueForm::Number { value },
        Reading::Sex => ValueForm::Term {
            value,
            terms: Some(
                SEXES
                    .iter()
                    .filter_map(|(word, term)| Some(((*word).to_owned(), Term::new(term).ok()?)))
                    .collect::<BTreeMap<_, _>>(),
            ),
        },
    }
}
