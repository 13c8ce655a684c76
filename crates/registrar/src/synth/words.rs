//! The invented country: its names, towns, sources, and what its exhibition says of itself.

use std::fmt::Write as _;

/// Given names in Latin and Arabic script, invented.
pub(super) const GIVEN: &[(&str, &str)] = &[
    ("Abrix", "ابریکس"),
    ("Belmo", "بلمو"),
    ("Cadwen", "کادون"),
    ("Dorvik", "دورویک"),
    ("Eltas", "التاس"),
    ("Fenro", "فنرو"),
    ("Galpi", "گالپی"),
    ("Hedvo", "هدوو"),
    ("Ilmar-Zo", "ایلمارزو"),
    ("Jorbex", "ژوربکس"),
    ("Kelvan", "کلوان"),
    ("Lumio", "لومیو"),
    ("Mirtok", "میرتوک"),
    ("Nelgo", "نلگو"),
    ("Orvest", "اوروست"),
    ("Pelkin", "پلکین"),
    ("Quonda", "کوندا"),
    ("Rastim", "راستیم"),
    ("Selbor", "سلبور"),
    ("Tavik", "تاویک"),
    ("Ulmex", "اولمکس"),
    ("Vorlin", "ورلین"),
    ("Wexla", "وکسلا"),
    ("Yorpa", "یورپا"),
    ("Zendik", "زندیک"),
    ("Amzola", "امزولا"),
    ("Brinto", "برینتو"),
    ("Corvela", "کورولا"),
    ("Denzo", "دنزو"),
    ("Elvika", "الویکا"),
    ("Farmok", "فارموک"),
    ("Gwenzi", "گونزی"),
    ("Halvo", "هالوو"),
    ("Izmira-Ko", "ایزمیراکو"),
    ("Jelto", "ژلتو"),
    ("Karvex", "کاروکس"),
];

/// Syllables of family names: two Latin spellings and the Arabic one, invented.
pub(super) const SYLLABLES: &[(&str, &str, &str)] = &[
    ("bar", "bahr", "بار"),
    ("vel", "wel", "ول"),
    ("tor", "thor", "تور"),
    ("mik", "mick", "میک"),
    ("zan", "zaan", "زان"),
    ("lor", "lohr", "لور"),
    ("pex", "peks", "پکس"),
    ("dun", "doun", "دون"),
    ("gri", "gree", "گری"),
    ("sho", "chau", "شو"),
    ("kal", "qal", "کال"),
    ("rim", "reem", "ریم"),
    ("nob", "nobb", "نوب"),
    ("fet", "fett", "فت"),
    ("jur", "djur", "جور"),
    ("wox", "voks", "وکس"),
    ("hel", "hell", "هل"),
    ("tus", "toos", "توس"),
    ("ban", "bann", "بان"),
    ("cre", "kre", "کره"),
    ("yol", "iol", "یول"),
    ("pim", "peem", "پیم"),
    ("sar", "sarr", "سار"),
    ("dek", "deck", "دک"),
    ("luv", "loov", "لوو"),
    ("zir", "zeer", "زیر"),
    ("gom", "gohm", "گوم"),
    ("nax", "naks", "ناکس"),
    ("fro", "phro", "فرو"),
    ("kit", "qit", "کیت"),
];

/// Towns with latitude and longitude, in an ocean where no land is; the larger ones first.
pub(super) const TOWNS: &[(&str, f64, f64)] = &[
    ("Invented Harbour", -40.10, -120.40),
    ("New Nowhere", -41.20, -121.60),
    ("Pretend-on-Sea", -40.80, -119.30),
    ("Madeup Falls", -42.00, -120.90),
    ("Fictional Cross", -41.70, -118.80),
    ("Imaginary Bridge", -39.60, -121.20),
    ("Sham Hill", -42.60, -119.70),
    ("Figment Ford", -40.40, -122.30),
    ("Supposed Wells", -43.00, -121.40),
    ("Dreamt Valley", -39.20, -119.90),
];

/// Makes each first letter a capital.
pub(super) fn capitalise(word: &mut str) {
    if let Some(first) = word.get_mut(..1) {
        first.make_ascii_uppercase();
    }
}

pub(super) const README: &str = "\
# An invented case

Everything here is made up by a program for tests and benchmarks: the country, its towns (which lie in an ocean), the people, the
lists and the sources. No name stands for a person, living or dead. `truth.csv` says which rows are one invented person.
";

pub(super) const EXHIBITION: &str = r#"made-up = true
[title]
en = "Invented exhibition for tests"
fr = "Exposition inventée pour des essais"
fa = "نمایشگاه ساختگی برای آزمایش"
ar = "معرض مُختلَق للاختبار"
[claim]
en = "Nothing on these pages happened: names, places and numbers are made up by a program."
fr = "Rien de ce qui figure sur ces pages n’a eu lieu : noms, lieux et nombres sont inventés par un programme."
fa = "هیچ‌چیز در این صفحه‌ها رخ نداده است: نام‌ها، جاها و شمارها را برنامه‌ای ساخته است."
ar = "لم يحدث شيء مما في هذه الصفحات: الأسماء والأماكن والأرقام من صنع برنامج."
[[room]]
room = "people"
[[room]]
room = "graves"
[[room]]
room = "documents"
[[room]]
room = "tolls"
[[room]]
room = "timeline"
[[room]]
room = "about"
"#;

pub(super) const EVENTS: &str = "\
event_id,kind,title,date,note,low,high,scope,stated_by,source_id,locator
e1,wave of executions,Invented events of the summer,1970-07/1970-09,Made up for tests,,,,,list-1,preface
e1,,,,,9000,,people in the whole invented country (over 9000),An invented agency,list-1,page 1
e1,,,,,2000,3000,people in the invented towns,An invented observer,list-1,page 2
";

pub(super) const MAP_EVENTS: &str = r#"[record]
kind = "event"
namespace = "events"
key = "{event_id}"
[citation]
source = "{source_id}"
place = "{locator}"
[certainty]
term = "stated"
[[attribution]]
role = "said-by"
who = "{stated_by}"
[[claim]]
property = "name"
type = "text"
value = "{title}"
language = "en"
[[claim]]
property = "event-kind"
type = "term"
value = "{kind}"
terms = { "wave of executions" = "wave-of-executions" }
[[claim]]
property = "date"
type = "date"
calendar = "gregorian"
value = "{date}"
[[claim]]
property = "described-as"
type = "text"
value = "{note}"
language = "en"
[[claim]]
property = "toll"
type = "number"
low = "{low}"
high = "{high}"
[[claim.qualifier]]
property = "scope"
type = "text"
value = "{scope}"
language = "en"
[[claim.qualifier]]
property = "unit"
type = "term"
value = "people"
"#;

pub(super) const MAP_PLACES: &str = r#"[record]
kind = "place"
namespace = "places"
key = "{place_id}"
[citation]
source = "{source_id}"
place = "{locator}"
[certainty]
term = "stated"
[[claim]]
property = "name"
type = "text"
value = "{name}"
language = "en"
[[claim]]
property = "place-kind"
type = "term"
value = "suspected-site"
[[claim]]
property = "city"
type = "text"
value = "{city}"
language = "en"
[[claim]]
property = "location"
type = "position"
latitude = "{lat}"
longitude = "{lon}"
precision = "city"
"#;

/// The case file for so many lists.
pub(super) fn case_toml(lists: u32) -> String {
    let mut text = String::from(
        "form = 1\nname = \"Invented case\"\n[sources]\nfile = \"facts/sources.csv\"\n[exhibition]\nfile = \"exhibition.toml\"\n",
    );
    // Writing to a String cannot fail.
    for (file, title) in [("events", "Invented events"), ("places", "Invented places")] {
        let _ = write!(
            text,
            "[[table]]\nfile = \"facts/{file}.csv\"\ntitle = \"{title}\"\nmap = \"maps/{file}.toml\"\n"
        );
    }
    for list in 1..=lists {
        let _ = write!(
            text,
            "[[table]]\nfile = \"facts/list-{list}.csv\"\ntitle = \"Invented list {list}\"\nmap = \"maps/list-{list}.toml\"\n"
        );
    }
    text + "[judgements]\nfile = \"judgements.csv\"\n"
}

/// The sources table.
pub(super) fn sources(lists: u32) -> String {
    let mut table = String::from(
        "source_id,kind,title,author_or_publisher,date,language,url_or_reference,note\n",
    );
    for list in 1..=lists {
        let _ = writeln!(
            table,
            "list-{list},dataset,Invented list {list},An invented committee,1971,en,,Made up by a program"
        );
    }
    table
}

/// The places table: one suspected site a town.
pub(super) fn places() -> String {
    let mut table = String::from("place_id,name,city,lat,lon,source_id,locator\n");
    for (number, (town, latitude, longitude)) in (1..).zip(TOWNS) {
        let _ = writeln!(
            table,
            "x{number},Invented field near {town},{town},{latitude:.2},{longitude:.2},list-1,map"
        );
    }
    table
}

/// The map of one list.
pub(super) fn list_map(list: u32) -> String {
    format!(
        r#"row = "{{row_id}}"
[record]
kind = "person"
namespace = "list-{list}"
key = "{{row_id}}"
[citation]
source = "{{source_id}}"
place = "{{locator}}"
[certainty]
term = "stated"
[[claim]]
property = "listed-as"
type = "term"
value = "victim"
[[claim]]
property = "name"
type = "text"
value = "{{name}}"
language = "en"
[[claim]]
property = "name"
type = "text"
value = "{{name_ar}}"
language = "fa"
[[claim]]
property = "sex"
type = "term"
value = "{{sex}}"
terms = {{ M = "male", F = "female" }}
[[claim]]
property = "father-name"
type = "text"
value = "{{father_name}}"
language = "en"
[[claim]]
property = "born"
type = "date"
calendar = "gregorian"
value = "{{birth}}"
[[claim]]
property = "age"
type = "number"
value = "{{age}}"
[[claim]]
property = "died"
type = "date"
calendar = "gregorian"
value = "{{death}}"
[[claim]]
property = "place-of-death"
type = "text"
value = "{{place_of_death}}"
language = "en"
"#
    )
}
