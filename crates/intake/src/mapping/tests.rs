//! Maps, the rows they take and the rows they do not.

use model::{
    access::Access,
    claim::{Locator, Voice, VoiceRole, Who},
    date::Calendar,
    id::{EvidenceNumber, RecordId, RecordKind, SourceId},
    language::Language,
    number::NumberRange,
    position::Precision,
    term::Term,
    value::Value,
};

use super::{Context, Loss, Map, MapFault, Mapped, RowReason, count};
use crate::{
    limits::Limits,
    table::{Table, TableOptions, read},
};

/// Any function of kind, namespace and key that tells them apart will do.
fn record(kind: RecordKind, namespace: &str, key: &str) -> RecordId {
    let bits = format!("{namespace}\u{1f}{key}")
        .bytes()
        .fold(7u64, |sum, byte| {
            sum.wrapping_mul(131).wrapping_add(byte.into())
        });
    RecordId::from_bits(kind, bits)
}

fn source(key: &str) -> Option<SourceId> {
    key.starts_with("s-")
        .then(|| SourceId::from_bits(key.len() as u64))
}

fn table(text: &str) -> Table {
    let table = read(text.as_bytes(), &Limits::default(), TableOptions::default());
    assert!(table.problems.is_empty(), "{:?}", table.problems);
    table
}

fn item(number: u64) -> EvidenceNumber {
    EvidenceNumber::parse(&format!("EV-{number:06}")).unwrap()
}

#[track_caller]
fn apply(map: &str, text: &str) -> Mapped {
    let passage =
        |key: &str| (key == "held").then(|| (item(9), Locator::Text { start: 3, end: 8 }));
    let context = Context {
        item: item(4),
        record: &record,
        source: &source,
        named: &|_| None,
        held: &|_| true,
        passage: &passage,
        language: Some(Language::new("en").unwrap()),
    };
    Map::parse(map).unwrap().apply(&table(text), &context)
}

/// A map with one claim about a person.
fn one_claim(claim: &str) -> String {
    format!(
        "[record]\nkind = 'person'\nnamespace = 'n'\nkey = '{{id}}'\n[[claim]]\nproperty = 'p'\n{claim}\n"
    )
}

fn values(mapped: &Mapped) -> Vec<Value> {
    mapped
        .rows
        .iter()
        .flat_map(|row| row.claims.iter().map(|claim| claim.value.clone()))
        .collect()
}

fn text(text: &str, language: Option<&str>) -> Value {
    Value::Text {
        text: text.to_owned(),
        language: language.map(|tag| Language::new(tag).unwrap()),
    }
}

fn term(word: &str) -> Value {
    Value::Term(Term::new(word).unwrap())
}

#[track_caller]
fn check(claim: &str, rows: &str, expected: &[Value], problems: &[(u64, &str, &str, Loss)]) {
    let mapped = apply(&one_claim(claim), rows);
    assert_eq!(values(&mapped), expected, "values of {claim}");
    let found: Vec<(u64, &str, &str, Loss)> = mapped
        .problems
        .iter()
        .map(|problem| {
            let column = problem.column.as_deref().unwrap_or_default();
            (problem.row, column, problem.reason.code(), problem.loss)
        })
        .collect();
    assert_eq!(found, problems, "problems of {claim}");
}

#[test]
fn words_have_a_language_and_may_be_several() {
    let rows = "id,a,lang\n1,x|| y ,fa\n2,,fa\n3,z,\n4,w,Farsi language\n";
    check(
        "type='text'\nvalue='{a}'\nsplit='|'\nlanguage='{lang}'",
        rows,
        &[
            text("x", Some("fa")),
            text("y", Some("fa")),
            text("z", Some("en")),
            text("w", None),
        ],
        &[(5, "lang", "not-a-language", Loss::Nothing)],
    );
    check(
        "type='text'\nvalue='({a}) {{}}'\nlanguage=''",
        "id,a\n1,x\n2,\n",
        &[text("(x) {}", None)],
        &[],
    );
}

#[test]
fn a_date_that_does_not_exist_is_kept_and_flagged() {
    let date = |stated: &str, calendar| {
        Value::Date(model::date::StatedDate {
            stated: stated.to_owned(),
            calendar,
        })
    };
    check(
        "type='date'\ncalendar='gregorian'\nvalue='{d}'",
        "id,d\n1,1988-02-30\n2,summer 1988\n3,1988-07\n4,2019/8/30\n",
        &[
            date("1988-02-30", Calendar::Gregorian),
            date("summer 1988", Calendar::Gregorian),
            date("1988-07", Calendar::Gregorian),
            date("2019-08-30", Calendar::Gregorian),
        ],
        &[
            (2, "d", "no-such-date", Loss::Nothing),
            (3, "d", "not-a-date", Loss::Nothing),
        ],
    );
    check(
        "type='date'\ncalendar='{c}'\nvalue='{d}'",
        "id,d,c\n1,۱۳۶۷,\n2,1988,\n3,1409-01,lunar-hijri\n4,1988,mayan\n5,1368/12/30,solar-hijri\n",
        &[
            date("۱۳۶۷", Calendar::SolarHijri),
            date("1988", Calendar::Gregorian),
            date("1409-01", Calendar::LunarHijri),
            date("1368-12-30", Calendar::SolarHijri),
        ],
        &[
            (5, "c", "not-a-calendar", Loss::Claim),
            (6, "d", "no-such-date", Loss::Nothing),
        ],
    );
}

#[test]
fn a_bad_number_loses_its_claim_alone() {
    let number = |low, high| Value::Number(NumberRange::new(low, high).unwrap());
    check(
        "type='number'\nlow='{lo}'\nhigh='{hi}'",
        "id,lo,hi\n1,\"30,000\",\n2,2800,3800\n3,many,\n4,9,3\n5,,\n6,,۱٬۰۰۰\n",
        &[
            number(Some(30000), None),
            number(Some(2800), Some(3800)),
            number(None, Some(1000)),
        ],
        &[
            (4, "lo", "not-a-number", Loss::Claim),
            (5, "lo", "reversed", Loss::Claim),
        ],
    );
    check(
        "type='number'\nvalue='{n}'",
        "id,n\n1,47\n2,4000-5000\n3,4.5\n4,٣٠\n",
        &[
            number(Some(47), Some(47)),
            number(Some(4000), Some(5000)),
            number(Some(30), Some(30)),
        ],
        &[(4, "n", "not-a-number", Loss::Claim)],
    );
}

#[test]
fn counts_are_read_in_three_scripts_and_four_conventions() {
    for (written, expected) in [
        ("30000", Some(30000)),
        ("30,000", Some(30000)),
        ("30.000", Some(30000)),
        ("30 000", Some(30000)),
        ("30\u{202f}000", Some(30000)),
        ("1'234'567", Some(1_234_567)),
        ("۳۰٬۰۰۰", Some(30000)),
        ("٣٠٠", Some(300)),
        ("3,00", None),
        ("1,234.567", None),
        ("3000,000", None),
        ("", None),
        ("-3", None),
        ("99999999999999999999999", None),
    ] {
        assert_eq!(count(written), expected, "{written}");
    }
}

#[test]
fn a_point_is_never_surer_than_its_source() {
    let point = |latitude, longitude, precision| {
        Value::Position(model::position::Position::new(latitude, longitude, precision).unwrap())
    };
    check(
        "type='position'\nlatitude='{lat}'\nlongitude='{lon}'\nprecision='{pr}'",
        "id,lat,lon,pr\n1,35.795,51.385,exact\n2,۳۵٫۵,-51,\n3,95,1,city\n4,x,1,city\n5,1,,city\n6,1,2,roughly\n",
        &[
            point(35_795_000, 51_385_000, Precision::Exact),
            point(35_500_000, -51_000_000, Precision::Region),
            point(1_000_000, 2_000_000, Precision::Region),
        ],
        &[
            (4, "lat", "not-a-position", Loss::Claim),
            (5, "lat", "not-a-position", Loss::Claim),
            (7, "pr", "not-a-precision", Loss::Nothing),
        ],
    );
}

#[test]
fn terms_are_translated_and_unknown_ones_reported() {
    check(
        "type='term'\nvalue='{s}'\nterms={ M = 'male', F = 'female' }",
        "id,s\n1,M\n2,F\n3,unknown\n4,?\n5,\n",
        &[term("male"), term("female"), term("unknown")],
        &[(5, "s", "not-a-term", Loss::Claim)],
    );
    check(
        "type='term'\nvalue='{s}'",
        "id,s\n1,Mass grave\n",
        &[term("mass-grave")],
        &[],
    );
}

#[test]
fn links_are_web_addresses() {
    check(
        "type='link'\nvalue='{u}'",
        "id,u\n1,https://example.org/a\n2,javascript:x\n",
        &[Value::Link("https://example.org/a".to_owned())],
        &[(3, "u", "not-a-link", Loss::Claim)],
    );
}

#[test]
fn references_meet_the_record_of_the_same_namespace_and_key() {
    let claim = "type='record'\nrecord={ kind='person', namespace='n', key='{who}' }\nsplit='|'";
    let mapped = apply(&one_claim(claim), "id,who\n1,2|3\n2,\n");
    assert_eq!(
        values(&mapped),
        [
            Value::Record(record(RecordKind::Person, "n", "2")),
            Value::Record(record(RecordKind::Person, "n", "3")),
        ]
    );
    assert_eq!(mapped.rows[1].record, record(RecordKind::Person, "n", "2"));
}

#[test]
fn two_rows_with_one_key_are_one_record_and_two_keys_with_one_name_are_two() {
    let mapped = apply(
        &one_claim("type='text'\nvalue='{name}'"),
        "id,name\na,Ali\na,Aly\nb,Ali\n",
    );
    let records: Vec<RecordId> = mapped.rows.iter().map(|row| row.record).collect();
    assert_eq!(records[0], records[1]);
    assert_ne!(records[0], records[2]);
}

#[test]
fn access_that_cannot_be_read_closes() {
    let mapped = apply(
        &one_claim("type='text'\nvalue='{a}'\naccess='{x}'"),
        "id,a,x\n1,p,\n2,q,restricted\n3,r,secret\n",
    );
    let access: Vec<Access> = mapped.rows.iter().map(|row| row.claims[0].access).collect();
    assert_eq!(
        access,
        [Access::Public, Access::Restricted, Access::Confidential]
    );
    assert_eq!(mapped.problems.len(), 1);
}

const WHOLE: &str = r#"
row = "{id}"
skip-if-empty = ["name"]
[record]
kind = "person"
namespace = "list-a"
key = "{id}"
[citation]
source = "{src}"
place = "{where}"
[certainty]
term = "{basis}"
terms = { seed = "stated", memory = "unchecked" }
note = "{note}"
[[attribution]]
role = "said-by"
who = "{by}"
[[attribution]]
role = "reported-by"
record = { kind = "person", namespace = "officials", key = "{via}" }
[[attribution]]
role = "reported-by"
source = "{through}"
[[claim]]
property = "name"
type = "text"
value = "{name}"
[[claim]]
property = "position"
type = "text"
value = "{job}"
[[claim.qualifier]]
property = "from"
type = "date"
calendar = "gregorian"
value = "{from}"
[[claim.qualifier]]
property = "size"
type = "number"
value = "{size}"
"#;
const HEADER: &str = "id,name,src,where,basis,note,by,via,through,job,from,size\n";

#[test]
fn a_row_carries_its_citation_certainty_and_voices() {
    let mapped = apply(
        WHOLE,
        &format!("{HEADER}held,A,s-x,para 3,memory,so he says,B,v1,s-yy,,,\n"),
    );
    assert_eq!(mapped.problems, []);
    let claim = &mapped.rows[0].claims[0];
    assert_eq!(claim.citation.item, Some(item(9)));
    assert_eq!(
        claim.citation.locator,
        Some(Locator::Text { start: 3, end: 8 })
    );
    assert_eq!(claim.citation.source, source("s-x"));
    assert_eq!(claim.citation.place_in_source.as_deref(), Some("para 3"));
    assert_eq!(claim.certainty.term.as_str(), "unchecked");
    assert_eq!(claim.certainty.note.as_deref(), Some("so he says"));
    let voice = |role, who| Voice { role, who };
    assert_eq!(
        claim.attribution,
        [
            voice(VoiceRole::SaidBy, Who::Named("B".to_owned())),
            voice(
                VoiceRole::ReportedBy,
                Who::Record(record(RecordKind::Person, "officials", "v1"))
            ),
            voice(VoiceRole::ReportedBy, Who::Source(source("s-yy").unwrap())),
        ]
    );
}

#[test]
fn without_a_passage_the_cell_is_cited() {
    let mapped = apply(WHOLE, &format!("{HEADER}r1,A,,,,,,,,clerk,1988-02-30,\n"));
    let claims = &mapped.rows[0].claims;
    assert_eq!(claims[0].certainty.term.as_str(), "stated");
    assert_eq!(claims[0].citation.source, None);
    assert_eq!(claims[1].citation.item, Some(item(4)));
    assert_eq!(
        claims[1].citation.locator,
        Some(Locator::Cell {
            row: 2,
            column: Some("job".to_owned())
        })
    );
    assert_eq!(claims[1].qualifiers.len(), 1);
    assert_eq!(mapped.problems[0].reason.code(), "no-such-date");
}

#[test]
fn a_claim_may_be_surer_or_less_sure_than_its_row() {
    let mapped = apply(
        &one_claim(
            "type='text'\nvalue='{a}'\n[claim.certainty]\nterm='{how}'\nterms={made='derived'}\n[[claim]]\nproperty='q'\ntype='text'\nvalue='{a}'",
        ),
        "id,a,how\n1,x,made\n",
    );
    let certainties: Vec<&str> = mapped.rows[0]
        .claims
        .iter()
        .map(|claim| claim.certainty.term.as_str())
        .collect();
    assert_eq!(certainties, ["derived", "stated"]);
    assert_eq!(mapped.problems, []);
}

#[test]
fn the_item_that_a_row_cites_is_cited() {
    let map = format!(
        "[citation]\nitem = '{{ev}}'\n{}",
        one_claim("type='text'\nvalue='{a}'")
    );
    let mapped = apply(&map, "id,a,ev\n1,x,EV-7\n2,y,\n3,z,seven\n");
    let cited: Vec<_> = mapped
        .rows
        .iter()
        .map(|row| row.claims[0].citation.item)
        .collect();
    assert_eq!(cited, [Some(item(7)), Some(item(4)), Some(item(4))]);
    let reported: Vec<_> = mapped
        .problems
        .iter()
        .map(|problem| (problem.row, problem.reason.code(), problem.loss))
        .collect();
    assert_eq!(reported, [(4, "unknown-item", Loss::Nothing)]);
}

#[test]
fn rows_that_cannot_be_taken_are_reported() {
    let rows = [
        ",A,s-x,,seed,,,,,,,",
        "r2,,s-x,,seed,,,,,,,",
        "r3,A,nobody,,seed,,,,,,,",
        "r4,A,s-x,,seed,,,,nobody,,,",
        "r5,A,s-x,,rumour,,,,,,,",
        "r6,A,s-x,,seed,,,,,clerk,,few",
    ];
    let mapped = apply(WHOLE, &format!("{HEADER}{}\n", rows.join("\n")));
    let taken: Vec<(u64, usize)> = mapped
        .rows
        .iter()
        .map(|row| (row.row_number, row.claims.len()))
        .collect();
    assert_eq!(taken, [(6, 1), (7, 1)]);
    let lost: Vec<(u64, Option<&str>, &RowReason, Loss)> = mapped
        .problems
        .iter()
        .map(|p| (p.row, p.column.as_deref(), &p.reason, p.loss))
        .collect();
    let unknown = RowReason::UnknownSource {
        key: "nobody".to_owned(),
    };
    let rumour = RowReason::NotATerm {
        text: "rumour".to_owned(),
    };
    let few = RowReason::NotANumber {
        text: "few".to_owned(),
    };
    assert_eq!(
        lost,
        [
            (2, Some("id"), &RowReason::NoKey, Loss::Row),
            (3, Some("name"), &RowReason::Empty, Loss::Row),
            (4, Some("src"), &unknown, Loss::Row),
            (5, Some("through"), &unknown, Loss::Row),
            (6, Some("basis"), &rumour, Loss::Nothing),
            (7, Some("size"), &few, Loss::Claim),
        ]
    );
    assert_eq!(
        mapped.rows[0].claims[0].certainty.term.as_str(),
        "unchecked"
    );
}

#[test]
fn a_column_that_is_not_there_is_reported_once_at_the_header() {
    check(
        "type='text'\nvalue='{gone}'",
        "id,a\n1,x\n2,y\n",
        &[],
        &[(1, "gone", "no-such-column", Loss::Nothing)],
    );
}

#[test]
fn maps_that_cannot_be_read_say_on_which_line() {
    let start = "[record]\nkind = 'person'\nnamespace = 'n'\nkey = '{id}'\n";
    let cases: &[(&str, usize, &str)] = &[
        (
            "[[claim]]\nproperty = 'p'\ntype = 'text'\nvalue = '{a'\n",
            8,
            "template",
        ),
        (
            "[[claim]]\nproperty = 'p'\ntype = 'text'\nvalue = 'a}'\n",
            8,
            "template",
        ),
        (
            "[[claim]]\nproperty = 'Big P'\ntype = 'text'\nvalue = 'a'\n",
            6,
            "term",
        ),
        (
            "[[claim]]\nproperty = 'p'\ntype = 'word'\nvalue = 'a'\n",
            7,
            "one-of",
        ),
        ("[[claim]]\nproperty = 'p'\ntype = 'text'\n", 7, "missing"),
        (
            "[[claim]]\nproperty = 'p'\ntype = 'date'\nvalue = 'a'\n",
            7,
            "missing",
        ),
        ("[[claim]]\nproperty = 'p'\ntype = 'number'\n", 7, "missing"),
        ("[[claim]]\nproperty = 'p'\ntype = 'record'\n", 7, "missing"),
        (
            "[[claim]]\nproperty = 'p'\ntype = 'text'\nvalue = 'a'\nlow = 'b'\n",
            9,
            "superfluous",
        ),
        (
            "[[claim]]\nproperty = 'p'\ntype = 'text'\nvalue = 'a'\nsplit = ''\n",
            9,
            "split",
        ),
        (
            "[[claim]]\nproperty = 'p'\ntype = 'text'\nvalu = 'a'\n",
            8,
            "toml",
        ),
        (
            "[[attribution]]\nrole = 'heard-by'\nwho = 'x'\n",
            6,
            "one-of",
        ),
        ("[[attribution]]\nrole = 'said-by'\n", 6, "missing"),
        (
            "[[attribution]]\nrole = 'said-by'\nwho = 'x'\nsource = 'y'\n",
            7,
            "superfluous",
        ),
        ("[certainty]\nterms = { a = 'B c' }\n", 6, "term"),
        ("[certainty\n", 5, "toml"),
    ];
    for (rest, line, kind) in cases {
        let error = Map::parse(&format!("{start}{rest}")).expect_err(rest);
        let found = match error.fault {
            MapFault::Toml { .. } => "toml",
            MapFault::Template { .. } => "template",
            MapFault::NotATerm { .. } => "term",
            MapFault::NotOneOf { .. } => "one-of",
            MapFault::Missing { .. } => "missing",
            MapFault::Superfluous { .. } => "superfluous",
            MapFault::EmptySplit => "split",
        };
        assert_eq!((error.line, found), (*line, *kind), "{rest}");
    }
}

#[test]
fn a_table_without_a_map_is_read_by_its_headers() {
    let headers: Vec<String> = ["Rec_ID", "name", "name_fa", "sex", "death", "shoe size"]
        .map(str::to_owned)
        .to_vec();
    let standard = Map::standard(&headers);
    assert_eq!(standard.unused, ["shoe size"]);
    let table = table("Rec_ID,name,name_fa,sex,death,shoe size\n7,Ali,علی,M,1367,44\n,B,,,,\n");
    let context = Context {
        item: item(4),
        record: &record,
        source: &source,
        named: &|_| None,
        held: &|_| true,
        passage: &|_| None,
        language: None,
    };
    let mapped = standard.map.apply(&table, &context);
    assert_eq!(mapped.rows.len(), 1);
    assert_eq!(
        mapped.rows[0].record,
        record(RecordKind::Person, "EV-000004", "7")
    );
    assert_eq!(
        values(&mapped),
        [
            text("Ali", None),
            text("علی", Some("fa")),
            term("male"),
            Value::Date(model::date::StatedDate {
                stated: "1367".to_owned(),
                calendar: Calendar::SolarHijri
            }),
        ]
    );
    assert_eq!(mapped.problems[0].reason, RowReason::NoKey);
}
