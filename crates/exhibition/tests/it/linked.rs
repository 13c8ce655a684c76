//! JSON-LD: it parses, says only what it may in words of schema.org, and never more than the page.

use std::collections::BTreeSet;

use exhibition::Options;
use model::{
    access::Access,
    date::Calendar,
    id::{ClaimId, RecordKind},
    value::Value,
};
use serde_json::Value as Json;

use crate::{
    files::{Files, html, options, page, public, written},
    invented::{self, date, id, record, say, term, text},
};

const OPEN: &str = "<script type=\"application/ld+json\">";

/// The nodes of a page's data; none when it has no data.
fn graph(page: &str) -> Vec<Json> {
    let mut blocks = page.split(OPEN).skip(1);
    let Some(block) = blocks.next() else {
        return Vec::new();
    };
    assert!(blocks.next().is_none(), "two blocks");
    let block = block.split("</script>").next().expect("an end");
    let read: Json = serde_json::from_str(block).unwrap_or_else(|error| panic!("{error}: {block}"));
    assert_eq!(read["@context"], "https://schema.org");
    read["@graph"].as_array().expect("a graph").clone()
}

fn graph_at(files: &Files, path: &str) -> Vec<Json> {
    graph(page(files, path))
}

/// Every key that may be used, and the keys that a thing of a type must have.
const KEYS: [&str; 47] = [
    "@context",
    "@graph",
    "@id",
    "@language",
    "@type",
    "@value",
    "about",
    "abstract",
    "additionalProperty",
    "alternateName",
    "appearance",
    "author",
    "birthDate",
    "birthPlace",
    "containedInPlace",
    "creator",
    "creditText",
    "dateCreated",
    "datePublished",
    "deathDate",
    "deathPlace",
    "description",
    "disambiguatingDescription",
    "encodingFormat",
    "endDate",
    "firstAppearance",
    "geo",
    "hasPart",
    "headline",
    "identifier",
    "inLanguage",
    "isBasedOn",
    "isPartOf",
    "item",
    "itemListElement",
    "latitude",
    "location",
    "longitude",
    "mainEntity",
    "name",
    "numberOfItems",
    "position",
    "propertyID",
    "publisher",
    "spokenByCharacter",
    "startDate",
    "subjectOf",
];
const MORE_KEYS: [&str; 6] = ["sha256", "superEvent", "text", "unitText", "url", "value"];
const REQUIRED: [(&str, &[&str]); 16] = [
    ("AboutPage", &["@id", "name", "isPartOf"]),
    ("Book", &["@id", "name"]),
    ("Claim", &["text", "author", "appearance"]),
    ("CollectionPage", &["@id", "name"]),
    ("Dataset", &["@id", "name"]),
    ("Event", &["@id", "name"]),
    ("GeoCoordinates", &["latitude", "longitude"]),
    ("ItemList", &["numberOfItems"]),
    ("NewsArticle", &["@id", "name"]),
    ("Organization", &["name"]),
    ("Person", &["@id", "name"]),
    ("Place", &["name"]),
    ("PropertyValue", &["propertyID", "value"]),
    (
        "Quotation",
        &["@id", "text", "spokenByCharacter", "isPartOf"],
    ),
    ("Report", &["@id", "name"]),
    ("WebSite", &["@id", "name"]),
];

fn check(path: &str, node: &Json, types: &mut BTreeSet<String>) {
    match node {
        Json::Object(members) => {
            for key in members.keys() {
                assert!(
                    KEYS.contains(&key.as_str()) || MORE_KEYS.contains(&key.as_str()),
                    "{path}: {key}"
                );
            }
            if let Some(kind) = node["@type"].as_str() {
                types.insert(kind.to_owned());
                let required = REQUIRED.iter().find(|(known, _)| *known == kind);
                for key in required.map_or(&[][..], |(_, keys)| keys) {
                    assert!(
                        members.contains_key(*key),
                        "{path}: {kind} without {key}: {node}"
                    );
                }
            }
            members.values().for_each(|value| check(path, value, types));
        }
        Json::Array(list) => list.iter().for_each(|value| check(path, value, types)),
        Json::String(text) => assert!(!text.is_empty(), "{path}: an empty string"),
        _ => {}
    }
}

#[test]
fn every_page_of_a_thing_says_it_in_allowed_words() {
    let files = public(invented::draft(30));
    let mut types = BTreeSet::new();
    let mut pages = 0;
    for (path, page) in html(&files) {
        let graph = graph(page);
        pages += usize::from(!graph.is_empty());
        graph.iter().for_each(|node| check(path, node, &mut types));
        // Pages of people stand in folders of two letters, what the wall has beside them in others.
        let folder = path.split('/').nth(2).unwrap_or_default();
        if path.contains("/people/")
            && folder.len() == 2
            && !page.contains("http-equiv=\"refresh\"")
            && path.matches('/').count() == 3
        {
            assert!(graph.iter().any(|node| node["@type"] == "Person"), "{path}");
        }
    }
    assert!(pages > 200, "{pages}");
    for kind in [
        "Claim",
        "Dataset",
        "Event",
        "ItemList",
        "NewsArticle",
        "Person",
        "Place",
        "Quotation",
        "WebSite",
    ] {
        assert!(types.contains(kind), "{kind}: {types:?}");
    }
    assert!(!types.contains("ClaimReview"));
}

#[test]
fn identifiers_are_whole_with_an_address_and_the_same_in_each_language() {
    let based = Options {
        base_address: Some("https://example.org/memorial/".to_owned()),
        ..options()
    };
    let (files, _) = written(invented::draft(3), &based, 1);
    let own = |tag: &str| {
        let path = format!(
            "{tag}/people/{}/{}.html",
            &id(RecordKind::Person, 1).to_string()[1..3],
            id(RecordKind::Person, 1)
        );
        let node = graph_at(&files, &path)[0].clone();
        (
            node["@id"].as_str().expect("an identifier").to_owned(),
            node["name"].as_str().expect("a name").to_owned(),
        )
    };
    assert!(
        own("fa")
            .0
            .starts_with("https://example.org/memorial/en/people/"),
        "{:?}",
        own("fa")
    );
    assert!(own("fa").0.ends_with("#person"));
    assert_eq!(own("fa").0, own("en").0);
    // Without an address of the site, relative to the page.
    for (path, page) in html(&public(invented::draft(3))) {
        assert!(!page.contains("\"@id\":\"http"), "{path}");
    }
}

#[test]
fn a_person_is_said_in_every_spelling_and_dates_are_no_sharper_than_stated() {
    let mut draft = invented::draft(1);
    let born = |value: &str| {
        say(
            draft.records[0].id,
            "born",
            date(value, Calendar::Gregorian),
            4,
        )
        .0
    };
    let path = |files: &Files| {
        let id = id(RecordKind::Person, 1).to_string();
        graph_at(files, &format!("en/people/{}/{id}.html", &id[1..3])).swap_remove(0)
    };
    let with = |dates: &[&str]| {
        let mut draft = invented::draft(1);
        for (place, value) in dates.iter().enumerate() {
            draft.records[0]
                .claims
                .push((ClaimId::from_bits(0xeee0 + place as u64), born(value)));
        }
        path(&public(draft))
    };
    assert_eq!(with(&["1951-03"])["birthDate"], "1951-03");
    assert_eq!(with(&["1951"])["birthDate"], "1951");
    for blunt in [
        &["195X"][..],
        &["1951?"],
        &["1951-03-04", "1952-03-04"],
        &["in spring"],
        &["1951/1953"],
    ] {
        let person = with(blunt);
        assert!(person.get("birthDate").is_none(), "{blunt:?}: {person}");
    }
    let stated = with(&["1951?"])["additionalProperty"].to_string();
    assert!(stated.contains("1951?"), "{stated}");
    // A year of another calendar is no year of this one.
    draft.records[0]
        .claims
        .retain(|(_, claim)| claim.property.as_str() != "died");
    let claim = say(
        draft.records[0].id,
        "died",
        date("1349", Calendar::SolarHijri),
        2,
    )
    .0;
    draft.records[0]
        .claims
        .push((ClaimId::from_bits(0xeef0), claim));
    let person = path(&public(draft));
    assert!(person.get("deathDate").is_none());
    assert_eq!(
        person["additionalProperty"][0]["unitText"], "solar-hijri",
        "{person}"
    );
    // Both scripts.
    let mut draft = invented::draft(1);
    let claim = say(draft.records[0].id, "name", text("بلمو بار", "fa"), 2).0;
    draft.records[0]
        .claims
        .push((ClaimId::from_bits(0xeef1), claim));
    let person = path(&public(draft));
    assert_eq!(person["alternateName"][0]["@language"], "fa", "{person}");
}

#[test]
fn a_quotation_stands_in_one_work_for_each_voice_and_a_gist_is_no_quotation() {
    let files = public(invented::draft(3));
    let quotation = &graph_at(
        &files,
        &format!("en/remarks/{}.html", id(RecordKind::Statement, 1)),
    )[0];
    assert_eq!(quotation["@type"], "Quotation");
    assert_eq!(quotation["text"], "done nothing wrong");
    assert_eq!(quotation["spokenByCharacter"]["name"], "Mirtok Zanlor");
    let message = &quotation["isPartOf"];
    assert_eq!(message["author"]["name"], "Yorpa Dunvel", "{quotation}");
    let report = &message["isPartOf"];
    assert_eq!(report["@type"], "NewsArticle");
    assert_eq!(report["name"], "Invented press report");
    assert!(report.get("isPartOf").is_none());
    for node in graph_at(
        &files,
        &format!("en/remarks/{}.html", id(RecordKind::Statement, 2)),
    ) {
        assert_eq!(node["@type"], "CreativeWork");
        assert!(
            node.get("text").is_none() && node["abstract"].is_string(),
            "{node}"
        );
    }
}

#[test]
fn of_an_official_it_is_only_said_who_names_them() {
    let files = public(invented::draft(3));
    let graph = graph_at(
        &files,
        &format!("en/officials/{}.html", id(RecordKind::Person, 700_001)),
    );
    let allowed = [
        "@type",
        "@id",
        "identifier",
        "name",
        "alternateName",
        "disambiguatingDescription",
        "subjectOf",
    ];
    for key in graph[0].as_object().expect("an object").keys() {
        assert!(allowed.contains(&key.as_str()), "{key}");
    }
    assert_eq!(graph.len(), 3, "{graph:?}");
    for claim in &graph[1..] {
        assert_eq!(claim["@type"], "Claim");
        let words = claim["text"].as_str().expect("words");
        assert!(
            words.starts_with("According to An invented witness: ")
                || words.starts_with("According to Invented press report: "),
            "{words}"
        );
        assert_eq!(claim["about"]["@id"], graph[0]["@id"]);
    }
}

#[test]
fn figures_are_claims_with_an_author_and_none_is_a_sum() {
    let files = public(invented::draft(3));
    let graph = graph_at(&files, "en/tolls/index.html");
    let claims: Vec<&Json> = graph
        .iter()
        .filter(|node| node["@type"] == "Claim")
        .collect();
    assert_eq!(claims.len(), 3);
    let text = graph
        .iter()
        .map(|node| node["text"].to_string())
        .collect::<String>();
    assert!(
        text.contains("9,000 or more") && text.contains("2,000–3,000"),
        "{text}"
    );
    assert!(
        claims
            .iter()
            .any(|claim| claim["author"]["name"] == "An invented agency")
    );
}

#[test]
fn what_is_withheld_is_not_in_the_data() {
    let mut draft = invented::draft(6);
    let witness = id(RecordKind::Person, 555_000);
    let mut closed = record(vec![say(witness, "name", text("Closed Witness", "en"), 4)]);
    closed.access = Access::Confidential;
    draft.records.push(closed);
    let victim = draft.records[0].id;
    for (place, saying) in [
        say(victim, "born", date("1933-01-02", Calendar::Gregorian), 4)
            .access(Access::Confidential),
        say(victim, "place-of-birth", text("Hidden Town", "en"), 4).access(Access::Restricted),
        say(victim, "buried-at", Value::Record(witness), 4),
    ]
    .into_iter()
    .enumerate()
    {
        draft.records[0]
            .claims
            .push((ClaimId::from_bits(0xfff0 + place as u64), saying.0));
    }
    draft.sources[4].access = Access::Confidential;
    draft.sources[4].source.kind = term("press");
    let files = public(draft);
    for (path, page) in html(&files) {
        for secret in [
            "1933",
            "Hidden Town",
            "Closed Witness",
            "Invented press report",
            &witness.to_string(),
        ] {
            assert!(
                !graph(page)
                    .iter()
                    .any(|node| node.to_string().contains(secret)),
                "{path}: {secret}"
            );
        }
    }
    let victim = victim.to_string();
    let person = &graph_at(
        &files,
        &format!("en/people/{}/{victim}.html", &victim[1..3]),
    )[0];
    assert!(
        person.get("birthDate").is_none() && person.get("birthPlace").is_none(),
        "{person}"
    );
}
