//! An invented edition of any size: names, places and numbers are made up and stand for nobody.

use edition::draft::{Draft, DraftItem, DraftRecord, DraftSource, OpenPair};
use model::{
    access::Access,
    arrangement::{Arrangement, Localized, RoomText},
    claim::{Certainty, Citation, Claim, Locator, Qualifier, Voice, VoiceRole, Who},
    date::{Calendar, StatedDate},
    entry::Timestamp,
    id::{ClaimId, EvidenceNumber, RecordId, RecordKind, SourceId},
    item::{CustodyEvent, Item},
    language::Language,
    number::NumberRange,
    position::{Position, Precision},
    source::{Reliability, Source},
    term::Term,
    value::Value,
};
use proof::digest::Digest;

/// Invented given names: Latin, Arabic script.
const GIVEN: [(&str, &str); 12] = [
    ("Abrix", "ابریکس"),
    ("Belmo", "بلمو"),
    ("Čadwen", "چادون"),
    ("Dorvik", "دورویک"),
    ("Éltas", "التاس"),
    ("Galpi", "گالپی"),
    ("Ilmar-Zo", "ایلمار‌زو"),
    ("Kelvān", "کلوان"),
    ("Pelkin", "پلکین"),
    ("Šelbor", "سلبور"),
    ("Yorpa", "یورپا"),
    ("Âmzola", "آمزولا"),
];

/// Invented syllables of family names.
const SYLLABLES: [(&str, &str); 10] = [
    ("bar", "بار"),
    ("vel", "ول"),
    ("tor", "تور"),
    ("zan", "زان"),
    ("lor", "لور"),
    ("pex", "پکس"),
    ("dun", "دون"),
    ("kal", "کال"),
    ("nob", "نوب"),
    ("wox", "وکس"),
];

/// Invented towns with a point in an invented sea.
const TOWNS: [(&str, &str, f64, f64); 6] = [
    ("Invented Harbour", "بندر ساختگی", -40.10, -120.40),
    ("New Nowhere", "ناکجای نو", -41.20, -121.60),
    ("Pretend-on-Sea", "ساحل وانمود", -40.80, -119.30),
    ("Madeup Falls", "آبشار ساختگی", -42.00, -120.90),
    ("Fictional Cross", "چهارراه خیالی", -41.70, -118.80),
    ("Sham Hill", "تپهٔ ساختگی", -40.12, -120.44),
];

pub(crate) fn term(text: &str) -> Term {
    Term::new(text).expect("a term")
}

pub(crate) fn language(tag: &str) -> Language {
    Language::new(tag).expect("a tag")
}

pub(crate) fn id(kind: RecordKind, number: u64) -> RecordId {
    // Spread over the identifiers, as real ones are.
    RecordId::from_bits(kind, number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 4)
}

pub(crate) fn source_id(number: u64) -> SourceId {
    SourceId::from_bits(number.wrapping_mul(0xd1b5_4a32_d192_ed03) >> 4)
}

pub(crate) fn text(words: &str, tag: &str) -> Value {
    Value::Text {
        text: words.to_owned(),
        language: (!tag.is_empty()).then(|| language(tag)),
    }
}

pub(crate) fn date(stated: &str, calendar: Calendar) -> Value {
    Value::Date(StatedDate {
        stated: stated.to_owned(),
        calendar,
    })
}

pub(crate) fn number(low: Option<u64>, high: Option<u64>) -> Value {
    Value::Number(NumberRange::new(low, high).expect("a range"))
}

/// A claim in the making.
#[derive(Clone, Debug)]
pub(crate) struct Saying(pub(crate) Claim);

pub(crate) fn say(about: RecordId, property: &str, value: Value, source: u64) -> Saying {
    Saying(Claim {
        about,
        property: term(property),
        value,
        qualifiers: Vec::new(),
        citation: Citation {
            item: None,
            locator: None,
            source: Some(source_id(source)),
            place_in_source: None,
        },
        attribution: Vec::new(),
        certainty: Certainty {
            term: term("stated"),
            note: None,
        },
        access: Access::Public,
    })
}

impl Saying {
    pub(crate) fn with(mut self, property: &str, value: Value) -> Self {
        self.0.qualifiers.push(Qualifier {
            property: term(property),
            value,
        });
        self
    }

    pub(crate) fn at(mut self, place: &str) -> Self {
        self.0.citation.place_in_source = Some(place.to_owned());
        self
    }

    pub(crate) fn cell(mut self, item: u32, row: u64, column: &str) -> Self {
        self.0.citation.item = Some(EvidenceNumber(item));
        self.0.citation.locator = Some(Locator::Cell {
            row,
            column: Some(column.to_owned()),
        });
        self
    }

    /// Cites these words of the invented report, which is item 1.
    pub(crate) fn quoting(mut self, words: &str) -> Self {
        let start = REPORT.find(words).expect("words of the report");
        let start = REPORT[..start].chars().count() as u64;
        let end = start + words.chars().count() as u64;
        self.0.citation.item = Some(EvidenceNumber(1));
        self.0.citation.locator = Some(Locator::Text { start, end });
        self
    }

    pub(crate) fn voice(mut self, role: VoiceRole, who: Who) -> Self {
        self.0.attribution.push(Voice { role, who });
        self
    }

    pub(crate) fn sure(mut self, word: &str, note: &str) -> Self {
        self.0.certainty = Certainty {
            term: term(word),
            note: (!note.is_empty()).then(|| note.to_owned()),
        };
        self
    }

    pub(crate) fn access(mut self, access: Access) -> Self {
        self.0.access = access;
        self
    }
}

/// A record of these sayings, all about one record.
pub(crate) fn record(sayings: Vec<Saying>) -> DraftRecord {
    let id = sayings.first().expect("a record has claims").0.about;
    let claims = sayings
        .into_iter()
        .enumerate()
        .map(|(place, Saying(claim))| {
            (
                ClaimId::from_bits(id.bits() ^ (place as u64 + 1) << 40),
                claim,
            )
        })
        .collect();
    DraftRecord {
        id,
        also: Vec::new(),
        access: Access::Public,
        claims,
        recorded: Vec::new(),
    }
}

pub(crate) const REPORT: &str = "Invented report\n\nNothing here happened. Over 9,000 invented people died, the report says.\n\nAn invented official said that he had \"done nothing wrong\".\n";

/// The draft with `people` invented people.
pub(crate) fn draft(people: u64) -> Draft {
    let mut records: Vec<DraftRecord> = (1..=people).map(person).collect();
    records.extend(officials());
    records.extend(places());
    records.extend(events());
    records.extend(statements());
    if people >= 2 {
        records[0].also.push(id(RecordKind::Person, 900_001));
    }
    let open_pairs = if people >= 3 {
        let (left, right) = (records[1].id, records[2].id);
        vec![OpenPair {
            left,
            right,
            same: true,
            basis: "comparison of invented names, 0.91".to_owned(),
        }]
    } else {
        Vec::new()
    };
    Draft {
        archive_name: "Invented archive".to_owned(),
        arrangement: arrangement(),
        as_of: Some(Timestamp(1_767_225_600)),
        origin: "invented.example/ledger".to_owned(),
        ledger_size: 12_345,
        ledger_root: "0123456789abcdef".repeat(4),
        checkpoint:
            "invented.example/ledger\n12345\nASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4mrze8=\n"
                .to_owned(),
        records,
        sources: (1..=6).map(source).collect(),
        items: items(people),
        open_pairs,
        outlines: outlines(),
        ..Draft::default()
    }
}

fn name(number: u64) -> (String, String) {
    let given = GIVEN[(number % 12) as usize];
    let one = SYLLABLES[(number / 12 % 10) as usize];
    let two = SYLLABLES[(number / 120 % 10) as usize];
    let three = SYLLABLES[(number / 1200 % 10) as usize];
    let mut family = format!("{}{}{}", one.0, two.0, three.0);
    family[..1].make_ascii_uppercase();
    (
        format!("{} {family}", given.0),
        format!("{} {}{}{}", given.1, one.1, two.1, three.1),
    )
}

/// A person as one to three lists name them, about eight facts a list.
fn person(number: u64) -> DraftRecord {
    let about = id(RecordKind::Person, number);
    let (latin, arabic) = name(number);
    let town = TOWNS[(number % 6) as usize];
    let mut sayings = Vec::new();
    for list in 1..=(1 + number % 3) {
        let add = |property: &str, value: Value| {
            let saying = say(about, property, value, list).at(&format!("no. {number}"));
            if list == 1 {
                saying.cell(2, number + 1, property)
            } else {
                saying
            }
        };
        sayings.push(add("listed-as", Value::Term(term("victim"))));
        let spelled = if list == 2 {
            latin.replace('x', "ks")
        } else {
            latin.clone()
        };
        sayings.push(add("name", text(&spelled, "")));
        sayings.push(add(
            "sex",
            Value::Term(term(if number.is_multiple_of(5) {
                "female"
            } else {
                "male"
            })),
        ));
        sayings.push(add(
            "father-name",
            text(GIVEN[(number / 7 % 12) as usize].0, ""),
        ));
        sayings.push(add(
            "age",
            self::number(Some(20 + number % 30), Some(20 + number % 30)),
        ));
        sayings.push(add("place-of-death", text(town.0, "en")));
        if number % 7 == 4 && list == 1 {
            sayings.push(
                add("buried-at", Value::Record(id(RecordKind::Place, 1))).sure("alleged", ""),
            );
        }
        if list == 2 {
            sayings.push(add("died", date("1349", Calendar::SolarHijri)));
            sayings.push(add("name", text(&arabic, "fa")));
        } else {
            let month = 7 + (number + list / 3) % 3;
            sayings.push(add(
                "died",
                date(&format!("1970-{month:02}"), Calendar::Gregorian),
            ));
        }
        if list == 3 {
            sayings.push(
                add(
                    "born",
                    date(&format!("{}", 1920 + number % 30), Calendar::Gregorian),
                )
                .sure("unchecked", "as a relative remembers"),
            );
            sayings.push(add("prison", Value::Record(id(RecordKind::Place, 20))));
        }
    }
    record(sayings)
}

fn officials() -> Vec<DraftRecord> {
    let official = |number: u64| id(RecordKind::Person, 700_000 + number);
    vec![
        record(vec![
            say(official(1), "name", text("Mirtok Zanlor", "en"), 4),
            say(official(1), "name", text("میرتوک زانلور", "fa"), 4),
            say(
                official(1),
                "commission-role",
                text("invented judge, member", "en"),
                4,
            )
            .with("place", text("Invented Harbour", "en"))
            .voice(
                VoiceRole::SaidBy,
                Who::Named("An invented witness".to_owned()),
            )
            .sure("alleged", "named outright")
            .at("page 3"),
            say(official(1), "commission-role", text("member", "en"), 5)
                .with("place", text("New Nowhere", "en")),
            say(
                official(1),
                "response",
                text("He says that the invented list is invented.", "en"),
                5,
            ),
            say(
                official(1),
                "position",
                text("Invented minister of pretence", "en"),
                4,
            )
            .with("body", text("Invented government", "en"))
            .with("from", date("1968-03", Calendar::Gregorian))
            .with("to", date("1972", Calendar::Gregorian)),
            say(official(1), "position", text("Invented senator", "en"), 5)
                .with("from", date("1975-10-01", Calendar::Gregorian)),
        ]),
        record(vec![
            say(official(2), "name", text("Nelgo Torkal", "en"), 4),
            say(
                official(2),
                "commission-role",
                text("invented prosecutor", "en"),
                4,
            )
            .with("place", text("Invented Harbour", "en")),
            say(
                official(2),
                "position",
                text("Invented prosecutor", "en"),
                4,
            )
            .with("from", date("1966", Calendar::Gregorian))
            .with("to", date("1971-08-31", Calendar::Gregorian)),
        ]),
        record(vec![
            say(official(3), "name", text("Yorpa Dunvel", "en"), 5),
            say(
                official(3),
                "described-as",
                text("speaker at an invented conference", "en"),
                5,
            ),
        ]),
    ]
}

fn places() -> Vec<DraftRecord> {
    let mut places: Vec<DraftRecord> = (0..6u64)
        .map(|place| {
            let about = id(RecordKind::Place, place + 1);
            let (town, persian, latitude, longitude) = TOWNS[place as usize];
            let precision =
                [Precision::Exact, Precision::City, Precision::Region][(place % 3) as usize];
            let position =
                Position::new((latitude * 1e6) as i32, (longitude * 1e6) as i32, precision)
                    .expect("a point");
            record(vec![
                say(
                    about,
                    "name",
                    text(&format!("Invented field near {town}"), "en"),
                    4,
                )
                .at("map"),
                say(
                    about,
                    "name",
                    text(&format!("زمین ساختگی {persian}"), "fa"),
                    6,
                )
                .sure("unchecked", ""),
                say(
                    about,
                    "place-kind",
                    Value::Term(term(
                        ["mass-grave", "suspected-site", "cemetery-section"][(place % 3) as usize],
                    )),
                    4,
                ),
                say(about, "city", text(town, "en"), 4),
                say(about, "location", Value::Position(position), 6)
                    .sure("unchecked", "from general knowledge"),
                say(
                    about,
                    "condition",
                    text("said to be built over; invented", "en"),
                    4,
                )
                .at("page 12"),
                say(about, "condition", text("fenced; invented", "en"), 5)
                    .with("date", date("1985-04", Calendar::Gregorian)),
                say(
                    about,
                    "condition",
                    text("levelled and planted over; invented", "en"),
                    5,
                )
                .with("date", date("2003", Calendar::Gregorian)),
                say(
                    about,
                    "threat",
                    text("an invented road is planned across it", "en"),
                    5,
                )
                .with("date", date("2019", Calendar::Gregorian)),
            ])
        })
        .collect();
    let prison = id(RecordKind::Place, 20);
    places.push(record(vec![
        say(prison, "name", text("Invented Prison", "en"), 4),
        say(prison, "name", text("زندان ساختگی", "fa"), 4),
        say(prison, "place-kind", Value::Term(term("prison")), 4),
        say(prison, "city", text("New Nowhere", "en"), 4),
    ]));
    places
}

fn events() -> Vec<DraftRecord> {
    let event = |number: u64| id(RecordKind::Event, number);
    let named = |number: u64, name: &str, kind: &str, when: &str| {
        vec![
            say(event(number), "name", text(name, "en"), 5),
            say(event(number), "event-kind", Value::Term(term(kind)), 5),
            say(event(number), "date", date(when, Calendar::Gregorian), 5).at("para 1"),
        ]
    };
    let mut killings = named(
        1,
        "Invented events of the summer",
        "wave-of-executions",
        "1970-07/1970-09",
    );
    killings.push(
        say(event(1), "toll", number(Some(9000), None), 5)
            .with("scope", text("people in the whole invented country", "en"))
            .with("unit", Value::Term(term("people")))
            .voice(
                VoiceRole::SaidBy,
                Who::Named("An invented agency".to_owned()),
            )
            .sure("stated", "the report says over 9,000")
            .quoting("Over 9,000 invented people died"),
    );
    killings.push(
        say(event(1), "toll", number(Some(2000), Some(3000)), 4)
            .with("scope", text("people in the invented towns", "en"))
            .with("unit", Value::Term(term("people")))
            .with("date", date("1971", Calendar::Gregorian)),
    );
    killings.push(
        say(event(1), "toll", number(Some(4482), Some(4482)), 1)
            .with("scope", text("names on the first invented list", "en"))
            .with("unit", Value::Term(term("names"))),
    );
    let mut all = vec![record(killings)];
    all.push(record(named(2, "Invented decree", "decree", "1970-06-28")));
    all.push(record(named(3, "Invented trial", "trial", "1985-03")));
    let mut ceremony = named(
        4,
        "Signing of an invented book in memory",
        "ceremony",
        "2019-08-30",
    );
    ceremony.push(
        say(
            event(4),
            "described-as",
            text("Invented visitors put their names in a book.", "en"),
            5,
        )
        .quoting("Nothing here happened."),
    );
    all.push(record(ceremony));
    for (order, title) in [(1, "Invented opening"), (2, "Invented speech")] {
        let mut part = named(10 + order, title, "programme-item", "2019-08-30");
        part.push(say(
            event(10 + order),
            "order",
            number(Some(order), Some(order)),
            5,
        ));
        part.push(say(
            event(10 + order),
            "speaker",
            Value::Record(id(RecordKind::Person, 700_003)),
            5,
        ));
        part.push(say(
            event(10 + order),
            "speaker-role",
            text("invented guest", "en"),
            5,
        ));
        part.push(say(
            event(10 + order),
            "held-at",
            text("Invented Harbour, old town hall", "en"),
            5,
        ));
        all.push(record(part));
    }
    all
}

fn statements() -> Vec<DraftRecord> {
    let statement = |number: u64| id(RecordKind::Statement, number);
    let official = id(RecordKind::Person, 700_001);
    let speaker = id(RecordKind::Person, 700_003);
    vec![
        record(vec![
            say(
                statement(1),
                "statement-kind",
                Value::Term(term("remark")),
                5,
            ),
            say(statement(1), "speaker", Value::Record(official), 5),
            say(
                statement(1),
                "date",
                date("1970-08-01", Calendar::Gregorian),
                5,
            ),
            say(
                statement(1),
                "occasion",
                text("Invented interview", "en"),
                5,
            ),
            say(statement(1), "words", text("done nothing wrong", "en"), 5)
                .with("form", Value::Term(term("quote")))
                .voice(VoiceRole::SaidBy, Who::Record(official))
                .voice(VoiceRole::ReportedBy, Who::Record(speaker))
                .voice(VoiceRole::ReportedBy, Who::Source(source_id(5)))
                .quoting("done nothing wrong")
                .at("para 3"),
        ]),
        record(vec![
            say(
                statement(2),
                "statement-kind",
                Value::Term(term("remark")),
                4,
            ),
            say(statement(2), "speaker", Value::Record(official), 4),
            say(
                statement(2),
                "date",
                date("1349-06", Calendar::SolarHijri),
                4,
            ),
            say(
                statement(2),
                "words",
                text("او گفت که هیچ کار نادرستی نکرده است.", "fa"),
                4,
            )
            .with("form", Value::Term(term("gist")))
            .voice(VoiceRole::SaidBy, Who::Record(official)),
            say(
                statement(2),
                "words",
                text("He is said to have said that he did nothing wrong.", "en"),
                4,
            )
            .with("form", Value::Term(term("gist"))),
        ]),
        record(vec![
            say(
                statement(3),
                "statement-kind",
                Value::Term(term("demand")),
                5,
            ),
            say(statement(3), "demanded-by", Value::Record(speaker), 5),
            say(
                statement(3),
                "addressed-to",
                text("Invented assembly", "en"),
                5,
            ),
            say(
                statement(3),
                "words",
                text("Look into the invented events.", "en"),
                5,
            )
            .with("form", Value::Term(term("gist")))
            .at("para 4"),
            say(
                statement(3),
                "answer",
                text("The invented assembly took note of it.", "en"),
                5,
            )
            .with("date", date("2019-12", Calendar::Gregorian)),
            say(
                statement(3),
                "date",
                date("2019-08-30", Calendar::Gregorian),
                5,
            ),
        ]),
    ]
}

fn source(number: u64) -> DraftSource {
    let (title, kind, reference) = match number {
        1..=3 => (format!("Invented list {number}"), "dataset", None),
        4 => (
            "Invented inquiry into invented events".to_owned(),
            "report",
            Some("https://example.org/invented?a=1&b=2".to_owned()),
        ),
        5 => (
            "Invented press report".to_owned(),
            "press",
            Some("https://example.org/press".to_owned()),
        ),
        _ => (
            "General knowledge of what is invented".to_owned(),
            "dataset",
            Some("in words only".to_owned()),
        ),
    };
    DraftSource {
        source: Source {
            id: source_id(number),
            title,
            kind: term(kind),
            producer: Some("An invented committee".to_owned()),
            date: Some(StatedDate {
                stated: "1971".to_owned(),
                calendar: Calendar::Gregorian,
            }),
            languages: vec![language("en")],
            reference,
            reliability: (number == 5).then(|| Reliability {
                grade: term("unsure"),
                by: "an invented archivist".to_owned(),
            }),
            note: Some("Made up for tests.".to_owned()),
            access: Access::Public,
        },
        access: Access::Public,
    }
}

pub(crate) fn item(
    number: u32,
    name: &str,
    media_type: &str,
    text: Option<String>,
    table: Option<Vec<Vec<String>>>,
) -> DraftItem {
    DraftItem {
        item: Item {
            number: EvidenceNumber(number),
            digest: Digest([number as u8; 32]),
            size: 1234,
            media_type: media_type.to_owned(),
            name: name.to_owned(),
            title: Some(format!("Invented item {number}")),
            obtained_how: "made by a program".to_owned(),
            obtained_from: Some(source_id(5)),
            custody: vec![CustodyEvent {
                time: Timestamp(1_767_225_600),
                action: term("received"),
                by: "an invented archivist".to_owned(),
                note: Some("on an invented stick".to_owned()),
            }],
            access: Access::Public,
        },
        access: Access::Public,
        entry: 7,
        text,
        table,
        erased: false,
        sheets: Vec::new(),
        covered: Vec::new(),
        added: None,
    }
}

fn items(people: u64) -> Vec<DraftItem> {
    let mut rows = vec![vec!["no".to_owned(), "name".to_owned(), "town".to_owned()]];
    rows.extend((1..=people).map(|number| {
        vec![
            number.to_string(),
            name(number).0,
            TOWNS[(number % 6) as usize].0.to_owned(),
        ]
    }));
    vec![
        item(1, "report.txt", "text/plain", Some(REPORT.to_owned()), None),
        item(2, "list-1.csv", "text/csv", None, Some(rows)),
        item(3, "picture.bin", "application/octet-stream", None, None),
    ]
}

fn localized(name: &str, en: &str, fr: &str, fa: &str, ar: &str) -> Localized {
    let _ = name;
    Localized(
        [("ar", ar), ("en", en), ("fa", fa), ("fr", fr)]
            .into_iter()
            .filter(|(_, words)| !words.is_empty())
            .map(|(tag, words)| (language(tag), words.to_owned()))
            .collect(),
    )
}

fn arrangement() -> Arrangement {
    let rooms = [
        "people",
        "graves",
        "documents",
        "remarks",
        "commission",
        "tolls",
        "timeline",
        "book",
        "programme",
        "demands",
        "press",
        "about",
    ];
    Arrangement {
        made_up: true,
        items: Vec::new(),
        title: localized(
            "title",
            "Invented exhibition for tests",
            "Exposition inventée pour des essais",
            "نمایشگاه ساختگی برای آزمایش",
            "معرض مُختلَق للاختبار",
        ),
        claim: localized(
            "claim",
            "Nothing on these pages happened: names, places and numbers are made up by a program.",
            "Rien de ce qui figure sur ces pages n’a eu lieu : noms, lieux et nombres sont inventés par un programme.",
            "هیچ‌چیز در این صفحه‌ها رخ نداده است: نام‌ها، جاها و شمارها را برنامه‌ای ساخته است.",
            "لم يحدث شيء مما في هذه الصفحات: الأسماء والأماكن والأرقام من صنع برنامج.",
        ),
        introduction: localized(
            "introduction",
            "First invented paragraph of the introduction, long enough to break over more than one line on a page of ordinary width.\n\nSecond invented paragraph.",
            "",
            "بند نخست ساختگی.\n\nبند دوم ساختگی.",
            "",
        ),
        content_note: localized(
            "note",
            "These invented rooms speak of invented deaths.",
            "",
            "این اتاق‌های ساختگی از مرگ‌های ساختگی می‌گویند.",
            "",
        ),
        shown: localized(
            "shown",
            "Invented Harbour, 30 August 2019",
            "",
            "بندر ساختگی، ۸ شهریور ۱۳۹۸",
            "",
        ),
        contact: localized("contact", "corrections@invented.example", "", "", ""),
        credits: localized(
            "credits",
            "Made up by a program. No rights reserved.",
            "",
            "",
            "",
        ),
        rooms: rooms
            .into_iter()
            .map(|room| RoomText {
                room: term(room),
                title: if room == "people" {
                    localized(
                        "t",
                        "The invented victims: names and lives",
                        "",
                        "قربانیان ساختگی",
                        "",
                    )
                } else {
                    Localized::default()
                },
                introduction: localized(
                    "i",
                    "What an invented curator says of this room, in a sentence or two.",
                    "",
                    "آنچه موزه‌دار ساختگی می‌گوید.",
                    "",
                ),
            })
            .collect(),
        outlines: Vec::new(),
    }
}

/// An invented island and the invented land beside it.
fn outlines() -> Vec<Vec<Vec<(f32, f32)>>> {
    let around = vec![
        (-124.0, -44.0),
        (-124.0, -38.0),
        (-122.6, -38.5),
        (-122.4, -41.0),
        (-122.9, -44.0),
    ];
    let island = (0..40)
        .map(|step| {
            let turn = f64::from(step) / 40.0 * std::f64::consts::TAU;
            let wave = 1.0 + 0.08 * (turn * 5.0).sin();
            (
                (-120.2 + 2.0 * wave * turn.cos()) as f32,
                (-41.0 + 1.8 * wave * turn.sin()) as f32,
            )
        })
        .collect();
    vec![vec![around], vec![island]]
}
