//! The vocabulary compiled in is sound, and unsound files and claims are told with what is wrong.

use super::*;
use crate::{
    access::Access,
    claim::{Certainty, Citation, Claim, Locator, Qualifier},
    date::{Calendar, DateProblem, StatedDate},
    id::{EvidenceNumber, RecordId, SourceId},
    number::NumberRange,
};

fn term(word: &str) -> Term {
    Term::new(word).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn lists_that_the_vocabulary_names_exist() {
    let vocabulary = standard();
    let rules = vocabulary
        .properties
        .iter()
        .map(|property| (&property.id, &property.value))
        .chain(
            vocabulary
                .qualifiers
                .iter()
                .map(|qualifier| (&qualifier.id, &qualifier.value)),
        );
    for (id, rule) in rules {
        if let Some(list) = &rule.terms {
            assert!(!vocabulary.terms(list.as_str()).is_empty(), "{id:?}");
        }
    }
    for property in &vocabulary.properties {
        for qualifier in &property.qualifiers {
            let known = vocabulary.qualifier(qualifier.as_str());
            assert!(
                known.is_some_and(|known| !known.anywhere),
                "{qualifier:?} of {:?}",
                property.id
            );
        }
    }
}

#[test]
fn every_qualifier_can_be_used_somewhere() {
    let vocabulary = standard();
    for qualifier in &vocabulary.qualifiers {
        let named = vocabulary
            .properties
            .iter()
            .any(|property| property.qualifiers.contains(&qualifier.id));
        assert!(qualifier.anywhere || named, "{:?}", qualifier.id);
    }
}

#[test]
fn names_stand_once_over_all_files() {
    let vocabulary = standard();
    let all: [Vec<&Term>; 3] = [
        vocabulary
            .properties
            .iter()
            .map(|known| &known.id)
            .collect(),
        vocabulary
            .qualifiers
            .iter()
            .map(|known| &known.id)
            .collect(),
        vocabulary.lists.iter().map(|known| &known.id).collect(),
    ];
    for mut names in all {
        let before = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), before);
    }
}

#[test]
fn every_file_is_compiled_in() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/vocabularies");
    let files = std::fs::read_dir(folder).map(Iterator::count);
    assert_eq!(files.ok(), Some(STANDARD.len()));
    // One file holds properties and qualifiers, each other file one list.
    assert_eq!(standard().lists.len(), STANDARD.len() - 1);
}

#[test]
fn access_is_the_enumeration_and_the_list() {
    let words: Vec<&str> = standard()
        .terms("access")
        .iter()
        .map(|known| known.id.as_str())
        .collect();
    assert_eq!(words, Access::ALL.map(Access::as_str));
}

#[test]
fn properties_stand_in_display_order() {
    let vocabulary = standard();
    assert_eq!(vocabulary.rank("name"), 0);
    assert!(vocabulary.rank("born") < vocabulary.rank("died"));
    assert_eq!(
        vocabulary.rank("described-as"),
        vocabulary.properties.len() - 1
    );
    assert_eq!(vocabulary.rank("nothing"), vocabulary.properties.len());
    assert!(vocabulary.property("sex").is_some_and(|sex| sex.single));
    assert!(vocabulary.property("toll").is_some_and(|toll| !toll.single));
}

fn wrong(text: &str) -> String {
    match Vocabulary::parse(text) {
        Ok(found) => panic!("{found:?}"),
        Err(error) => error.to_string(),
    }
}

#[test]
fn a_file_that_is_wrong_is_told_with_its_line() {
    const PROPERTY: &str = r#"# first line

[[property]]
id = "name"
about = ["person"]
value = ["text"]
single = false
means = "A name."
"#;
    assert!(Vocabulary::parse(PROPERTY).is_ok());
    for (from, to, expected) in [
        (
            "\"person\"",
            "\"horse\"",
            "line 5: `horse` is not a kind of record",
        ),
        (
            "[\"person\"]",
            "[]",
            "line 4: `name` names no kind of record or no type of value",
        ),
        (
            "\"text\"",
            "\"text\", \"poem\"",
            "line 6: `poem` is not a type of value",
        ),
        (
            "[\"text\"]",
            "[]",
            "line 4: `name` names no kind of record or no type of value",
        ),
        (
            "\"text\"",
            "\"term\"",
            "line 4: `name` needs `terms` if and only if its value may be a term",
        ),
        (
            "single = false",
            "single = false\nterms = \"sex\"",
            "line 4: `name` needs `terms` if and only if its value may be a term",
        ),
        (
            "\"name\"",
            "\"Name\"",
            "line 4: `Name` is not a term: lower-case letters, digits and hyphens",
        ),
        (
            "single = false",
            "single = 1",
            "line 7: invalid type: integer `1`, expected a boolean",
        ),
    ] {
        assert_eq!(wrong(&PROPERTY.replacen(from, to, 1)), expected, "{to}");
    }
    assert!(
        wrong(&PROPERTY.replacen("means", "meaning", 1))
            .starts_with("line 8: unknown field `meaning`")
    );
    assert!(wrong(&PROPERTY.replacen("id =", "id", 1)).starts_with("line 4: "));
    assert_eq!(
        wrong(&format!(
            "{PROPERTY}{}",
            PROPERTY.replacen("# first line\n", "", 1)
        )),
        "line 11: `name` stands here twice"
    );
    assert_eq!(
        wrong("[[term]]\nid = \"male\"\nmeans = \"Male.\"\n"),
        "line 2: terms need `list`, the name of their list"
    );
    assert_eq!(
        wrong("list = \"sex\"\n[[term]]\nid = \"Male\"\nmeans = \"Male.\"\n"),
        "line 3: `Male` is not a term: lower-case letters, digits and hyphens"
    );
}

fn person() -> RecordId {
    RecordId::from_bits(RecordKind::Person, 7)
}

fn claim(property: &str, value: Value) -> Claim {
    Claim {
        about: person(),
        property: term(property),
        value,
        qualifiers: Vec::new(),
        citation: Citation {
            source: Some(SourceId::from_bits(1)),
            ..Citation::default()
        },
        attribution: Vec::new(),
        certainty: Certainty {
            term: term("stated"),
            note: None,
        },
        access: Access::Public,
    }
}

fn text(words: &str) -> Value {
    Value::Text {
        text: words.to_owned(),
        language: None,
    }
}

fn date(stated: &str) -> Value {
    Value::Date(StatedDate {
        stated: stated.to_owned(),
        calendar: Calendar::Gregorian,
    })
}

fn problems(claim: &Claim) -> Vec<String> {
    check_claim(claim).iter().map(ToString::to_string).collect()
}

#[test]
fn a_sound_claim_has_no_problem() {
    let mut sound = claim("position", text("Prosecutor"));
    sound.qualifiers = vec![
        Qualifier {
            property: term("body"),
            value: text("a court"),
        },
        Qualifier {
            property: term("from"),
            value: date("1985"),
        },
        Qualifier {
            property: term("as-stated"),
            value: text("the prosecutor"),
        },
    ];
    sound.citation.item = Some(EvidenceNumber(1));
    sound.citation.locator = Some(Locator::Text { start: 3, end: 9 });
    assert_eq!(problems(&sound), Vec::<String>::new());
    assert!(check_claim(&claim("sex", Value::Term(term("male")))).is_empty());
    assert!(check_claim(&claim("died", date("1988-07/1988-09"))).is_empty());
}

#[test]
fn what_a_property_cannot_say_is_told() {
    let number = NumberRange::new(Some(3), None).map(Value::Number);
    let number = number.unwrap_or_else(|error| panic!("{error}"));
    for (claim, expected) in [
        (
            claim("shoe-size", text("9")),
            "there is no property `shoe-size`",
        ),
        (claim("toll", number), "`toll` is not said of a person"),
        (claim("died", text("in summer")), "`died` cannot be a text"),
        (
            claim("sex", Value::Term(term("blue"))),
            "`blue` is not in the vocabulary `sex`",
        ),
        (claim("name", text(" \n")), "`name` has no words"),
        (
            claim("prison", Value::Record(person())),
            "`prison` points back at its own record",
        ),
        (
            claim("died", date("1988-02-30")),
            "`died`: there is no 1988-02-30 in the gregorian calendar",
        ),
        (
            claim("died", date("in summer")),
            "`died`: `in summer` is not a date in EDTF level 1",
        ),
    ] {
        assert_eq!(problems(&claim), [expected]);
    }
}

#[test]
fn a_date_that_does_not_exist_carries_its_reason() {
    assert_eq!(
        check_claim(&claim("born", date("1967-13"))),
        [ClaimProblem::Date {
            of: term("born"),
            problem: DateProblem::NoSuchMonth { month: 13 }
        }]
    );
}

#[test]
fn qualifiers_are_checked_like_properties() {
    for (id, value, expected) in [
        ("colour", text("red"), "there is no qualifier `colour`"),
        (
            "unit",
            Value::Term(term("names")),
            "`unit` does not narrow `name`",
        ),
        ("scope", date("1988"), "`scope` cannot be a date"),
        ("date", date("1988-13"), "`date`: there is no month 13"),
    ] {
        let mut narrowed = claim("name", text("A"));
        narrowed.qualifiers = vec![Qualifier {
            property: term(id),
            value,
        }];
        assert_eq!(problems(&narrowed), [expected], "{id}");
    }
}

#[test]
fn a_citation_that_points_nowhere_is_told() {
    let cited = |item: Option<u32>, locator| {
        let mut cited = claim("name", text("A"));
        cited.citation.item = item.map(EvidenceNumber);
        cited.citation.locator = Some(locator);
        problems(&cited)
    };
    let page = |page, area| Locator::Page { page, area };
    for (item, locator, expected) in [
        (
            None,
            Locator::Text { start: 1, end: 2 },
            "the claim has a place in an item, but names no item",
        ),
        (
            Some(1),
            Locator::Text { start: 9, end: 3 },
            "the place in the item runs from 9 to 3",
        ),
        (
            Some(1),
            Locator::Text { start: 3, end: 3 },
            "the place in the item runs from 3 to 3",
        ),
        (
            Some(1),
            Locator::Time {
                start_ms: 9,
                end_ms: 3,
            },
            "the place in the item runs from 9 to 3",
        ),
        (Some(1), page(0, None), "pages and rows are counted from 1"),
        (
            Some(1),
            Locator::Cell {
                row: 0,
                column: None,
            },
            "pages and rows are counted from 1",
        ),
        (
            Some(1),
            page(1, Some([9, 0, 3, 5])),
            "the box [9, 0, 3, 5] is not a box of thousandths on a page",
        ),
        (
            Some(1),
            page(1, Some([0, 0, 3, 1001])),
            "the box [0, 0, 3, 1001] is not a box of thousandths on a page",
        ),
    ] {
        assert_eq!(cited(item, locator), [expected]);
    }
    assert!(cited(Some(1), page(1, Some([0, 0, 1000, 1000]))).is_empty());
    let mut sourceless = claim("name", text("A"));
    sourceless.citation = Citation::default();
    assert_eq!(check_claim(&sourceless), [ClaimProblem::NoSource]);
}

#[test]
fn a_certainty_must_be_known() {
    let mut sure = claim("name", text("A"));
    sure.certainty.term = term("sure");
    assert_eq!(
        problems(&sure),
        ["`sure` is not in the vocabulary `certainty`"]
    );
}

#[test]
fn only_web_addresses_are_links() {
    let vocabulary = Vocabulary::parse(
        "[[property]]\nid = \"portrait\"\nabout = [\"person\"]\nvalue = [\"link\"]\nsingle = false\nmeans = \"A picture.\"\n",
    )
    .unwrap_or_else(|error| panic!("{error}"));
    let odd = |address: &str| {
        vocabulary
            .check_claim(&claim("portrait", Value::Link(address.to_owned())))
            .contains(&ClaimProblem::NotAWebAddress {
                of: term("portrait"),
            })
    };
    assert!(!odd("https://example.org/a.jpg"));
    for address in [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://",
        "http://a b",
        "",
    ] {
        assert!(odd(address), "{address}");
    }
}
