//! A map proposed from the headers of a table: columns whose names are known in several languages, the others written down as
//! comments for whoever edits it.

use std::fmt::Write as _;

use model::vocabulary::{self, Property, ValueType};

use crate::table::Table;

/// Properties and what their columns are called in tables of others, folded: English, French, Persian, Arabic.
const CALLED: &[(&str, &[&str])] = &[
    (
        "name",
        &[
            "name",
            "full name",
            "victim",
            "victim name",
            "nom",
            "nom complet",
            "nom et prénom",
            "نام",
            "نام و نام خانوادگی",
            "الاسم",
            "الاسم الكامل",
        ],
    ),
    (
        "father-name",
        &[
            "father",
            "father name",
            "father's name",
            "nom du père",
            "père",
            "نام پدر",
            "اسم الأب",
        ],
    ),
    ("sex", &["sex", "gender", "sexe", "جنسیت", "جنس", "الجنس"]),
    (
        "born",
        &[
            "birth",
            "born",
            "birth date",
            "date of birth",
            "dob",
            "naissance",
            "date de naissance",
            "تاریخ تولد",
            "تولد",
            "تاريخ الميلاد",
            "تاريخ الولادة",
        ],
    ),
    (
        "place-of-birth",
        &[
            "birth place",
            "place of birth",
            "lieu de naissance",
            "محل تولد",
            "زادگاه",
            "مكان الولادة",
        ],
    ),
    ("age", &["age", "age at death", "âge", "سن", "العمر"]),
    (
        "died",
        &[
            "death",
            "died",
            "death date",
            "date of death",
            "executed",
            "execution date",
            "date of execution",
            "décès",
            "date du décès",
            "date d'exécution",
            "تاریخ اعدام",
            "تاریخ مرگ",
            "تاریخ کشته شدن",
            "تاريخ الإعدام",
            "تاريخ الوفاة",
        ],
    ),
    (
        "place-of-death",
        &[
            "place",
            "place of death",
            "city",
            "lieu",
            "lieu du décès",
            "ville",
            "محل",
            "محل اعدام",
            "شهر",
            "المكان",
            "مكان الإعدام",
            "المدينة",
        ],
    ),
    ("prison", &["prison", "detention place", "زندان", "السجن"]),
    (
        "affiliation",
        &[
            "affiliation",
            "party",
            "organization",
            "organisation",
            "parti",
            "وابستگی",
            "گروه",
            "سازمان",
            "الانتماء",
            "الحزب",
        ],
    ),
    (
        "buried-at",
        &[
            "burial",
            "buried at",
            "grave",
            "cemetery",
            "tombe",
            "cimetière",
            "محل دفن",
            "گورستان",
            "مكان الدفن",
            "المقبرة",
        ],
    ),
    (
        "arrested",
        &[
            "arrest",
            "arrested",
            "arrest date",
            "date of arrest",
            "arrestation",
            "تاریخ دستگیری",
            "تاريخ الاعتقال",
        ],
    ),
    (
        "position",
        &[
            "position",
            "post",
            "office",
            "fonction",
            "poste",
            "سمت",
            "المنصب",
        ],
    ),
    (
        "described-as",
        &[
            "notes",
            "note",
            "remarks",
            "comment",
            "comments",
            "description",
            "remarques",
            "توضیحات",
            "ملاحظات",
        ],
    ),
];

/// Columns that tell records apart.
const KEYS: &[&str] = &[
    "id",
    "rec_id",
    "record id",
    "no",
    "no.",
    "number",
    "#",
    "numéro",
    "شماره",
    "ردیف",
    "الرقم",
];

/// Values looked at to tell what a column without a known name holds.
const LOOKED_AT: usize = 50;

/// A map for `table`, as TOML: what is recognised is mapped, what is not is named in a comment with how it could be.
pub fn propose(table: &Table, name: &str) -> String {
    let mut text = String::new();
    let mut say = |line: &str| {
        text.push_str(line);
        text.push('\n');
    };
    say("# Proposed from the headers. Check every line, then: import TABLE --map THIS-FILE");
    say("[record]");
    say("kind = \"person\"");
    say(&format!("namespace = {}", quoted(&stem(name))));
    let mut named = table.headers.iter().filter(|header| can_be_named(header));
    let first = named.clone().next();
    let key = named.find(|header| KEYS.contains(&folded(header).as_str()));
    match key {
        Some(key) => say(&format!("key = {}", quoted(&hole(key)))),
        None => {
            say(
                "# No column tells the rows apart by itself; the first one is taken. Two rows with one key are one record.",
            );
            let first = first.map_or_else(String::new, |header| hole(header));
            say(&format!("key = {}", quoted(&first)));
        }
    }
    say("[certainty]");
    say("term = \"stated\"");
    let mut taken: Vec<&str> = Vec::new();
    for (place, header) in table.headers.iter().enumerate() {
        if Some(header) == key {
            continue;
        }
        if !can_be_named(header) {
            say(&format!(
                "# Column {} has a brace in its name, so no map can name it.",
                quoted(header)
            ));
            continue;
        }
        let (base, language) = language(header);
        match known(&base) {
            Some(property) => {
                taken.push(property.id.as_str());
                say(&claim(property, header, language));
            }
            None => say(&guess(table, place, header)),
        }
    }
    if !taken.contains(&"listed-as") {
        say(
            "# If the list names victims:\n# [[claim]]\n# property = \"listed-as\"\n# type = \"term\"\n# value = \"victim\"",
        );
    }
    text
}

/// The name of a table without folder and ending.
fn stem(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    name.split('.').next().unwrap_or(name).to_owned()
}

/// A header as it is looked for: lower case, `_` and `-` as blanks, one blank where there are several.
fn folded(header: &str) -> String {
    let header = header.to_lowercase().replace(['_', '-'], " ");
    header.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The header without the language at its end (`name_fa`, `name (fa)`), and that language.
fn language(header: &str) -> (String, Option<&'static str>) {
    let whole = folded(header);
    for tag in ["fa", "ar", "en", "fr", "ku"] {
        for end in [format!(" {tag}"), format!(" ({tag})")] {
            if let Some(base) = whole.strip_suffix(end.as_str()) {
                return (base.to_owned(), Some(tag));
            }
        }
    }
    (whole, None)
}

fn known(base: &str) -> Option<&'static Property> {
    let called = CALLED.iter().find(|(_, names)| names.contains(&base));
    let name = called.map_or_else(
        || base.replace(' ', "-"),
        |(property, _)| (*property).to_owned(),
    );
    vocabulary::standard().property(&name)
}

fn claim(property: &Property, header: &str, language: Option<&str>) -> String {
    let mut text = format!("[[claim]]\nproperty = \"{}\"\n", property.id.as_str());
    let value = quoted(&hole(header));
    // Writing to a String cannot fail.
    let _ = match property.value.types.first() {
        Some(ValueType::Date) => writeln!(
            text,
            "type = \"date\"\ncalendar = \"from-year\"\nvalue = {value}"
        ),
        Some(ValueType::Number) => writeln!(text, "type = \"number\"\nvalue = {value}"),
        Some(ValueType::Term) if property.id.as_str() == "sex" => writeln!(
            text,
            "type = \"term\"\nvalue = {value}\nterms = {{ M = \"male\", male = \"male\", \"مرد\" = \"male\", F = \"female\", female = \"female\", \"زن\" = \"female\" }}"
        ),
        Some(ValueType::Term) => writeln!(text, "type = \"term\"\nvalue = {value}"),
        _ => match language {
            Some(tag) => writeln!(
                text,
                "type = \"text\"\nvalue = {value}\nlanguage = \"{tag}\""
            ),
            None => writeln!(text, "type = \"text\"\nvalue = {value}"),
        },
    };
    text.truncate(text.trim_end().len());
    text
}

/// A column that is not known, as a comment: what stands in it, and how it would be kept.
fn guess(table: &Table, place: usize, header: &str) -> String {
    let cells = table.rows.iter().filter_map(|row| row.cells.get(place));
    let filled = cells
        .map(|cell| cell.trim())
        .filter(|cell| !cell.is_empty());
    let example = filled
        .take(LOOKED_AT)
        .max_by_key(|cell| cell.chars().count())
        .unwrap_or_default();
    let example: String = example
        .chars()
        .filter(|sign| !sign.is_control())
        .take(60)
        .collect();
    let shown: String = header.chars().filter(|sign| !sign.is_control()).collect();
    format!(
        "# Column {} is not known; in it stands, for example: {example}\n# [[claim]]\n# property = \"described-as\"\n# type = \"text\"\n# value = {}",
        quoted(&shown),
        quoted(&hole(&shown))
    )
}

/// A column as a template names it.
fn hole(header: &str) -> String {
    format!("{{{header}}}")
}

/// Whether a template can name the column.
fn can_be_named(header: &str) -> bool {
    !header.contains(['{', '}'])
}

/// A basic string of TOML.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for sign in text.chars() {
        match sign {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            sign if sign.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", sign as u32);
            }
            sign => quoted.push(sign),
        }
    }
    quoted.push('"');
    quoted
}
