//! Matching and reviewing within an archive: what is proposed, decided, taken back, and what the ledger shows of it.

use serde_json::Value;

use crate::run::Place;

/// Two lists of invented people: one man on both, in two scripts; one name borne by two men.
const FIRST: &str = "rec_id,name,father,birth,death,place\n\
    1,Mostafa Pour Mohammadi,Hassan,1951-03-02,1988-08-06,Tehran\n\
    2,Reza Karimi,Ali,1960-01-05,1988-08-01,Shiraz\n";
const SECOND: &str = "rec_id,name,father,birth,death,place\n\
    7,مصطفی پورمحمدی,حسن,1951-03-02,1988-08-06,تهران\n\
    8,Reza Karimi,Hossein,1944-09-20,1981-06-03,Tabriz\n";

fn with_lists() -> Place {
    let place = Place::with_archive();
    place.write("first.csv", FIRST);
    place.write("second.csv", SECOND);
    place.on_archive(&["import", "first.csv"]).ok();
    place.on_archive(&["import", "second.csv"]).ok();
    place
}

fn queue(place: &Place) -> Vec<Value> {
    let queue = place.json(&["review", "--list"])["queue"].take();
    queue.as_array().expect("a queue").clone()
}

/// The identifiers of the pair whose left or right name is `name`.
fn pair_of(queue: &[Value], name: &str) -> (String, String) {
    let pair = queue
        .iter()
        .find(|pair| pair["left"]["name"] == name || pair["right"]["name"] == name)
        .unwrap_or_else(|| panic!("no pair of {name} in {queue:#?}"));
    let id = |side: &str| pair[side]["id"].as_str().expect("an identifier").to_owned();
    (id("left"), id("right"))
}

#[test]
fn what_is_probable_waits_for_people_and_is_proposed_once() {
    let place = with_lists();
    let matched = place.json(&["match"]);
    assert_eq!(matched["people"], 4);
    assert_eq!(matched["lists"], 2);
    assert_eq!(matched["proposed"], 1, "{matched:#}");
    assert_eq!(matched["accepted"], 0);
    let again = place.json(&["match"]);
    assert_eq!(again["proposed"], 0);
    assert_eq!(again["waiting"], 1);
    let queue = queue(&place);
    let pair = &queue[0];
    assert!(pair["probability"].as_f64().expect("a probability") > 0.5);
    assert!(!pair["reasons"].as_array().expect("reasons").is_empty());
    let rows = pair["rows"].as_array().expect("rows");
    assert!(
        rows.iter().all(|row| row["differs"] == false),
        "two scripts of one name do not differ: {rows:#?}"
    );
}

#[test]
fn what_the_rule_decides_says_so_and_can_be_taken_back_like_any_other() {
    let place = with_lists();
    let matched = place.json(&["match", "--accept-certain"]);
    assert_eq!(matched["accepted"], 1, "{matched:#}");
    assert_eq!(matched["rule"], "certain/1");
    place
        .on_archive(&["search", "Pourmohammadi"])
        .ok()
        .says(&["Mostafa Pour Mohammadi"]);
    let hits = place.json(&["search", "پورمحمدی"])["hits"].clone();
    assert_eq!(
        hits.as_array().map(Vec::len),
        Some(1),
        "one person: {hits:#}"
    );
}

#[test]
fn an_answer_merges_and_its_undoing_parts_again_and_the_ledger_shows_both() {
    let place = with_lists();
    place.json(&["match"]);
    let before = place.entries();
    place
        .typing(&["review", "--reason", "same father and day"], "w\n1\nq\n")
        .ok()
        .says(&["% probable", "Recorded as entry", "No pair waits"]);
    let found = |query: &str| {
        place.json(&["search", query])["hits"]
            .as_array()
            .map(Vec::len)
    };
    assert_eq!(found("Pourmohammadi"), Some(1));
    place
        .on_archive(&["review", "--undo"])
        .ok()
        .says(&["Taken back"]);
    assert_eq!(found("Pourmohammadi"), Some(2));
    assert_eq!(place.entries(), before + 2);
    assert!(!queue(&place).is_empty(), "it waits again");
}

#[test]
fn cannot_tell_takes_a_pair_out_of_the_queue_and_decides_nothing() {
    let place = with_lists();
    place.json(&["match"]);
    let (left, right) = pair_of(&queue(&place), "مصطفی پورمحمدی");
    place
        .on_archive(&["review", "--decide", &left, &right, "cannot-tell"])
        .ok();
    assert!(
        queue(&place)
            .iter()
            .all(|pair| pair["left"]["id"] != left.as_str())
    );
    let hits = place.json(&["search", "پورمحمدی"])["hits"].clone();
    assert_eq!(hits.as_array().map(Vec::len), Some(2));
}

#[test]
fn two_who_are_decided_to_be_two_are_not_proposed_again() {
    let place = with_lists();
    place.json(&["match"]);
    let (left, right) = pair_of(&queue(&place), "مصطفی پورمحمدی");
    place
        .on_archive(&["review", "--decide", &left, &right, "different"])
        .ok();
    let again = place.json(&["match", "--accept-certain"]);
    assert_eq!(again["proposed"], 0);
    assert_eq!(again["accepted"], 0);
    place
        .on_archive(&["review", "--list"])
        .ok()
        .says(&["No pair waits"]);
}

#[test]
fn what_is_no_answer_and_who_is_nobody_are_told() {
    let place = with_lists();
    place.json(&["match"]);
    let (left, right) = pair_of(&queue(&place), "مصطفی پورمحمدی");
    let decide = |pair: [&str; 2], answer: &str| {
        place.on_archive(&["review", "--decide", pair[0], pair[1], answer])
    };
    decide([&left, &right], "perhaps").fails(&["“perhaps” is no answer"]);
    decide([&left, &left], "same").fails(&["is named twice"]);
    decide([&left, "nobody"], "same").fails(&["nobody"]);
    place
        .on_archive(&["review", "--undo"])
        .ends_with(1)
        .says(&["no decision of yours"]);
}
