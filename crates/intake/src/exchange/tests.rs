//! Written and read again, and read from others as they write; and what is no export of anything.

use std::io::{Cursor, Write as _};

use model::{
    access::Access,
    date::{Calendar, StatedDate},
    id::RecordKind,
    position::{Position, Precision},
    value::Value,
};
use proptest::prelude::*;

use super::*;

fn taken(format: Format, name: &str, bytes: &[u8]) -> Parcel {
    let files = vec![(name.to_owned(), bytes.to_vec())];
    read(format, files, RecordKind::Person, &Limits::default())
}

/// What is said of the record called `key`, as words.
fn said(parcel: &Parcel, key: &str) -> Vec<(String, String)> {
    let records = parcel.records.iter().filter(|record| record.key == key);
    let said = records.flat_map(|record| &record.said);
    said.map(|said| {
        let value = match &said.value {
            Content::Value(value) => cell::written(value).expect("words"),
            Content::Record(_, key) => format!("→ {key}"),
        };
        (said.property.as_str().to_owned(), value)
    })
    .collect()
}

fn pair(property: &str, value: &str) -> (String, String) {
    (property.to_owned(), value.to_owned())
}

fn reasons(parcel: &Parcel) -> Vec<&'static str> {
    let problems = parcel.problems.iter();
    problems.map(|(_, problem)| problem.reason.code()).collect()
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let options = zip::write::SimpleFileOptions::default();
        zip.start_file(*name, options).expect("an entry");
        zip.write_all(bytes).expect("written");
    }
    zip.finish().expect("a ZIP").into_inner()
}

#[test]
fn both_range_signs_of_uwazi_are_read_and_what_edtf_knows_stays_edtf() {
    for (text, stated, calendar) in [
        (
            "1988-07-01~1988-09-30",
            "1988-07-01/1988-09-30",
            Calendar::Gregorian,
        ),
        (
            "1988-07-01:1988-09-30",
            "1988-07-01/1988-09-30",
            Calendar::Gregorian,
        ),
        (
            "1988/7/1:1988/9/30",
            "1988-07-01/1988-09-30",
            Calendar::Gregorian,
        ),
        ("~1988", "../1988", Calendar::Gregorian),
        ("1988:", "1988/..", Calendar::Gregorian),
        ("1988~", "1988~", Calendar::Gregorian),
        ("1988", "1988", Calendar::Gregorian),
        ("1367-05", "1367-05", Calendar::SolarHijri),
        ("1409 (lunar-hijri)", "1409", Calendar::LunarHijri),
        (
            "at noon: nobody knows",
            "at noon: nobody knows",
            Calendar::Gregorian,
        ),
    ] {
        let (date, _) = cell::date(text);
        assert_eq!(
            (date.stated.as_str(), date.calendar),
            (stated, calendar),
            "{text}"
        );
    }
}

#[test]
fn a_zip_of_uwazi_brings_its_table_and_its_files_and_nothing_that_leads_elsewhere() {
    let table = "title;id;father_name;name__fa;location;Shoe size\nAzad Rahimi;x1;Karim;آزاد;35.5|51.25;43|44\n";
    let zip = zipped(&[
        ("import.csv", table.as_bytes()),
        ("scan.pdf", b"%PDF-1.4"),
        ("attached.csv", b"title\nNobody\n"),
        ("../evil.csv", b"title\nNobody\n"),
        ("folder/deep.csv", b"title\nNobody\n"),
    ]);
    let parcel = taken(Format::Uwazi, "export.zip", &zip);
    assert_eq!(parcel.records.len(), 1);
    assert_eq!(
        said(&parcel, "x1"),
        [
            pair("name", "Azad Rahimi"),
            pair("father-name", "Karim"),
            pair("name", "آزاد"),
            pair("location", "35.5|51.25"),
            pair("described-as", "43"),
            pair("described-as", "44"),
        ]
    );
    let along: Vec<_> = parcel.files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(along, ["scan.pdf", "attached.csv"]);
    let Content::Value(Value::Text { language, .. }) = &parcel.records[0].said[2].value else {
        panic!("words")
    };
    assert_eq!(language.as_ref().map(Language::as_str), Some("fa"));
}

#[test]
fn values_of_omeka_that_are_not_public_do_not_become_public() {
    let items = r#"[{"@id":"https://omeka.invalid/api/items/7","o:id":7,"o:is_public":true,"@type":["o:Item","foaf:Person"],
        "dcterms:title":[{"type":"literal","@value":"Azad Rahimi","@language":"en","is_public":true}],
        "foaf:gender":[{"@value":"Male"}],
        "bibo:number":[{"@value":"12","is_public":false}],
        "dcterms:relation":[{"@id":"https://omeka.invalid/api/items/8","o:label":"Evin"}]},
       {"o:id":8,"o:is_public":false,"dcterms:title":[{"@value":"Closed"}]},
       {"nothing":"here"}]"#;
    let parcel = taken(Format::JsonLd, "items.json", items.as_bytes());
    assert_eq!(
        said(&parcel, "7"),
        [
            pair("described-as", "12"),
            pair("described-as", "Evin"),
            pair("name", "Azad Rahimi"),
            pair("sex", "male"),
        ]
    );
    let access: Vec<_> = parcel
        .records
        .iter()
        .flat_map(|record| &record.said)
        .map(|said| said.access)
        .collect();
    assert_eq!(
        access,
        [
            Some(Access::Restricted),
            None,
            None,
            None,
            Some(Access::Restricted)
        ]
    );
    assert_eq!(reasons(&parcel), ["no-key"]);
}

#[test]
fn entities_of_follow_the_money_are_people_with_their_offices() {
    let lines = concat!(
        r#"{"id":"a","schema":"Person","properties":{"name":["Invented Official"],"alias":["I. Official"],"birthDate":["1950-03"],"gender":["male"],"idNumber":["77"]}}"#,
        "\n",
        r#"{"id":"p","schema":"Position","properties":{"name":["Minister"]}}"#,
        "\n",
        r#"{"id":"o","schema":"Occupancy","properties":{"holder":["a"],"post":["p"],"startDate":["1988"],"endDate":["1989-05-01"]}}"#,
        "\n",
        "not JSON\n",
        r#"{"id":"v","schema":"Vessel","properties":{"name":["Boat"]}}"#,
        "\n",
    );
    let parcel = taken(Format::Ftm, "entities.ftm.json", lines.as_bytes());
    assert_eq!(
        said(&parcel, "a"),
        [
            pair("name", "I. Official"),
            pair("born", "1950-03"),
            pair("sex", "male"),
            pair("described-as", "77"),
            pair("name", "Invented Official"),
            pair("position", "Minister"),
        ]
    );
    let office = parcel.records[0].said.last().expect("an office");
    let date = |stated: &str| {
        Content::Value(Value::Date(StatedDate {
            stated: stated.to_owned(),
            calendar: Calendar::Gregorian,
        }))
    };
    let qualifiers: Vec<_> = office
        .qualifiers
        .iter()
        .map(|(name, value)| (name.as_str(), value.clone()))
        .collect();
    assert_eq!(
        qualifiers,
        [("from", date("1988")), ("to", date("1989-05-01"))]
    );
    assert_eq!(reasons(&parcel), ["not-readable", "unknown-kind"]);
}

#[test]
fn each_statement_is_said_by_its_data_set() {
    let table = "canonical_id,entity_id,prop,schema,value,dataset,lang,original_value,first_seen,last_seen,external,id\n\
                 Q1,one-a,name,Person,آزاد,list_one,fas,,,,f,1\nQ1,two-b,name,Person,Azad,list_two,,,,,f,2\nQ1,one-a,id,Person,77,list_one,,,,,f,3\n";
    let parcel = taken(Format::Ftm, "statements.csv", table.as_bytes());
    assert_eq!(
        parcel.records.len(),
        2,
        "a match is a decision of theirs, not a fact"
    );
    let sources: Vec<_> = parcel
        .sources
        .iter()
        .map(|source| source.title.as_str())
        .collect();
    assert_eq!(sources, ["list_one", "list_two"]);
    assert_eq!(
        parcel.records[0].said[0].source.as_deref(),
        Some("list_one")
    );
    assert_eq!(said(&parcel, "one-a"), [pair("name", "آزاد")]);
}

#[test]
fn a_capture_that_failed_is_said_to_have_failed() {
    let sheet = "Link,Archive status,Upload title,Upload timestamp,Hash\n\
                 https://one.invalid/a,telethon_archiver: success,Square,2024-05-06T10:00:00+00:00,SHA-256:00ff\n\
                 https://one.invalid/b,no archiver: nothing archived,,,\n,,,,\n";
    let parcel = taken(Format::AutoArchiver, "sheet.csv", sheet.as_bytes());
    let titles: Vec<_> = parcel
        .sources
        .iter()
        .map(|source| source.title.as_str())
        .collect();
    assert_eq!(titles, ["Square", "https://one.invalid/b"]);
    assert_eq!(reasons(&parcel), ["capture-failed", "no-key"]);
    assert!(
        parcel.sources[0]
            .note
            .as_deref()
            .is_some_and(|note| note.contains("SHA-256:00ff"))
    );
    let database = "status,metadata,media\nsuccess,\"{'url': 'https://one.invalid/c', 'title': 'It\\'s here'}\",\"[{'properties': {'hash': 'SHA-256:aa'}}]\"\n";
    let parcel = taken(Format::AutoArchiver, "db.csv", database.as_bytes());
    assert_eq!(parcel.sources[0].title, "It's here");
    assert_eq!(
        parcel.sources[0].reference.as_deref(),
        Some("https://one.invalid/c")
    );
    assert_eq!(parcel.problems, []);
}

#[test]
fn postings_are_offices_with_the_range_as_it_was_meant() {
    let claims = r#"[
        {":db/id":"s1",":source/type":"document",":source/title":"A gazette",":source/published-at":"1988-08-01"},
        {":db/id":"c1",":citation/source:ref":"s1"},
        {":db/id":"k1",":claim/type":"person",":claim/about-entity:ref":"p1",":assertion/person:names":["Invented Officer"],":claim/citation:refs":["c1"],":claim/statuses":["accepted"]},
        {":db/id":"k2",":claim/type":"posting",":assertion/posting:person:refs":["p1"],":assertion/posting:unit:refs":["u1"],
         ":assertion/posting:roles":["Commander"],":range-precise/first":"1988-07-28",":range-imprecise/last":"1989-01",":claim/citation:refs":["c1"],":claim/statuses":["conflict"]},
        {":db/id":"k3",":claim/type":"unheard-of"}]"#;
    let parcel = taken(Format::Sfm, "claims.json", claims.as_bytes());
    assert_eq!(
        said(&parcel, "p1"),
        [
            pair("name", "Invented Officer"),
            pair("position", "Commander"),
            pair("affiliation", "→ u1")
        ]
    );
    let posting = &parcel.records[0].said[1];
    assert_eq!(posting.source.as_deref(), Some("s1"));
    assert_eq!(
        posting.certainty.as_ref().map(Term::as_str),
        Some("unchecked")
    );
    let ends: Vec<_> = posting
        .qualifiers
        .iter()
        .map(|(name, value)| match value {
            Content::Value(value) => (name.as_str(), cell::written(value).expect("words")),
            Content::Record(..) => panic!("a date"),
        })
        .collect();
    assert_eq!(
        ends,
        [
            ("from", "1988-07-28".to_owned()),
            ("to", "1989-01~".to_owned())
        ]
    );
    assert_eq!(reasons(&parcel), ["unknown-kind"]);
}

#[test]
fn events_of_openevsys_bring_their_people_and_what_is_confidential_stays_so() {
    let xml = "<?xml version='1.0' encoding='UTF-8'?>\n<events xmlns='http://www.huridocs.org/'><meta_data><instance>x</instance></meta_data>\n\
        <event><event_record_number>E1</event_record_number><event_title>Invented event</event_title><initial_date>1988-08</initial_date>\n\
        <violation_status>Possible</violation_status><act><act_record_number>A1</act_record_number>\n\
        <victim><person_record_number>P1</person_record_number><person_name>Azad Rahimi</person_name><confidentiality>y</confidentiality></victim>\n\
        <involvement><perpetrator>Somebody</perpetrator></involvement></act></event><event><event_title>No number</event_title></event></events>";
    let parcel = taken(Format::OpenEvSys, "export.xml", xml.as_bytes());
    assert_eq!(
        said(&parcel, "E1"),
        [
            pair("name", "Invented event"),
            pair("date", "1988-08"),
            pair("described-as", "Possible")
        ]
    );
    assert_eq!(
        said(&parcel, "P1"),
        [pair("name", "Azad Rahimi"), pair("described-as", "E1")]
    );
    assert_eq!(
        said(&parcel, "Somebody"),
        [pair("name", "Somebody"), pair("described-as", "E1")]
    );
    let person = parcel
        .records
        .iter()
        .find(|record| record.key == "P1")
        .expect("a victim");
    assert_eq!(person.said[0].access, Some(Access::Confidential));
    assert_eq!(reasons(&parcel), ["no-key"]);
}

#[test]
fn what_is_no_export_is_said_in_bounded_time() {
    let deep = format!("<events>{}", "<a>".repeat(100_000));
    let nested = "[".repeat(100_000);
    let open = "<".repeat(1_000_000);
    let bomb = "<!DOCTYPE a [<!ENTITY b \"x\">]><events><event>&b;</event></events>";
    let hostile: [&[u8]; 9] = [
        b"",
        b"\0\0\0",
        deep.as_bytes(),
        nested.as_bytes(),
        open.as_bytes(),
        bomb.as_bytes(),
        b"PK\x03\x04 cut",
        b"title,title\n\x1b[2J,\xff\n",
        b"{\"@graph\": 7}",
    ];
    for format in Format::ALL {
        for bytes in hostile {
            let parcel = taken(format, "hostile", bytes);
            let said = parcel.problems.len() + parcel.file_problems.len();
            let is_something = !parcel.records.is_empty() || !parcel.sources.is_empty();
            assert!(said > 0 || is_something, "{format:?}: {:?}", bytes.get(..8));
        }
    }
    let large = read(
        Format::Csv,
        vec![("large".to_owned(), vec![b'x'; 100])],
        RecordKind::Person,
        &Limits {
            bytes: 99,
            ..Limits::default()
        },
    );
    assert!(matches!(
        large.file_problems[0].1,
        Problem::FileTooLarge { .. }
    ));
}

/// Any record of ours with facts that are narrowed, sourced and attributed.
fn any_record() -> impl Strategy<Value = Record> {
    let text = "[a-zA-Zء-ی ,\"|\\\\'=\n;&<>{}~:1-9-]{1,24}"
        .prop_filter("not blank", |text| text.trim() == text && !text.is_empty());
    let value = prop_oneof![
        text.clone().prop_map(|text| (
            "described-as",
            Value::Text {
                text,
                language: Language::new("fa").ok()
            }
        )),
        text.clone().prop_map(|text| ("name", words(&text))),
        (1300..2020_u32).prop_map(|year| (
            "died",
            Value::Date(StatedDate {
                stated: year.to_string(),
                calendar: Calendar::LunarHijri
            })
        )),
        (-89_000_000..89_000_000_i32).prop_map(|e6| (
            "location",
            Value::Position(Position::new(e6, e6, Precision::City).expect("a point"))
        )),
    ];
    let one = (
        value,
        proptest::option::of(text.clone()),
        proptest::option::of(text),
    );
    proptest::collection::vec(one, 1..6).prop_map(|all| Record {
        kind: RecordKind::Person,
        key: model::id::RecordId::from_bits(RecordKind::Person, 7).to_string(),
        row: 0,
        said: all
            .into_iter()
            .map(|((property, value), scope, voice)| {
                let mut said = Said::new(term(property).expect("a term"), value, 0, property);
                said.qualifiers.extend(scope.map(|scope| {
                    (
                        term("scope").expect("a term"),
                        Content::Value(words(&scope)),
                    )
                }));
                said.voices
                    .extend(voice.map(|name| (VoiceRole::SaidBy, Speaker::Named(name))));
                said.certainty = term("stated");
                said
            })
            .collect(),
    })
}

proptest! {
    #[test]
    fn claims_are_read_as_they_were_written(record in any_record()) {
        let parcel = Parcel { records: vec![record], ..Parcel::default() };
        for format in [Format::Csv, Format::JsonLd] {
            let written = write(format, &parcel, &|_| None).expect("it is written");
            prop_assert!(written.left.is_empty());
            let again = read(format, written.files, RecordKind::Person, &Limits::default());
            prop_assert_eq!(&again.problems, &[]);
            let plain = |parcel: &Parcel| {
                let mut said = parcel.records[0].said.clone();
                said.iter_mut().for_each(|said| { said.row = 0; said.column = None; });
                said
            };
            prop_assert_eq!(plain(&again), plain(&parcel));
        }
    }

    #[test]
    fn tables_of_others_are_the_same_after_they_were_read(record in any_record()) {
        let parcel = Parcel { records: vec![record], ..Parcel::default() };
        for format in [Format::Uwazi, Format::Omeka, Format::CollectionBuilder, Format::Ftm] {
            let first = write(format, &parcel, &|_| None).expect("it is written");
            let mut again = read(format, first.files.clone(), RecordKind::Person, &Limits::default());
            again.records.retain(|record| record.key.len() > 8);
            let second = write(format, &again, &|_| None).expect("it is written");
            let text = |written: &Written| -> Vec<(String, String)> {
                let files = written.files.iter().filter(|(name, _)| !name.ends_with(".ttl"));
                files.map(|(name, bytes)| (name.clone(), String::from_utf8_lossy(bytes).into_owned())).collect()
            };
            prop_assert_eq!(text(&first), text(&second), "{:?}", format);
        }
    }

    #[test]
    fn no_bytes_make_a_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), place in 0..9_usize) {
        taken(Format::ALL[place], "any", &bytes);
    }
}
