//! Erasing one person: gone from every byte of the folder, and the ledger still verifies.

use crate::run::{Place, files, holding};

const LIST: &str = "rec_id,name,father,place\n\
    1,Qanaryname Zzyzx,Fathernamexq,Townnamexq\n\
    2,Shirin Omid,Reza,Tehran\n";

#[test]
fn what_is_erased_is_nowhere_in_the_folder_and_the_ledger_holds() {
    let place = Place::with_archive();
    place.write("list.csv", LIST);
    place
        .on_archive(&["import", "list.csv", "--access", "public"])
        .ok();
    let archive = place.path("a");
    assert!(!holding(&archive, b"Qanaryname").is_empty());
    let id = place.json(&["search", "Qanaryname"])["hits"][0]["id"]
        .as_str()
        .expect("found")
        .to_owned();
    let erased = place.json(&[
        "erase",
        &id,
        "--reason",
        "request-of-family",
        "--note",
        "asked by letter",
        "--with-items",
    ]);
    assert_eq!(erased["items"][0], "EV-000001", "{erased}");
    for secret in [
        "Qanaryname",
        "qanaryname",
        "Zzyzx",
        "Fathernamexq",
        "fathernamexq",
        "Townnamexq",
    ] {
        assert_eq!(
            holding(&archive, secret.as_bytes()),
            Vec::<std::path::PathBuf>::new(),
            "{secret}"
        );
    }
    place
        .on_archive(&["check"])
        .ok()
        .says(&["Everything that was checked holds"]);
    place
        .run(&["verify", "a/ledger", "--policy", "a/policy"])
        .ok();
    place
        .on_archive(&["search", "Qanaryname"])
        .ok()
        .says(&["Nothing found"]);
    place
        .on_archive(&["search", "Shirin"])
        .ok()
        .says(&["Shirin Omid"]);
    place.on_archive(&["log"]).ok().says(&[
        "content erased: request-of-family",
        "(its content was erased)",
    ]);
    // The number of an erased item is not given to another.
    place.write("other.txt", "other");
    assert_eq!(
        place.json(&["add", "other.txt"])["items"][0]["number"],
        "EV-000002"
    );
}

#[test]
fn items_that_still_hold_what_was_erased_are_named() {
    let place = Place::with_archive();
    place.write("list.csv", LIST);
    place.on_archive(&["import", "list.csv"]).ok();
    let id = place.json(&["search", "Qanaryname"])["hits"][0]["id"]
        .as_str()
        .expect("found")
        .to_owned();
    place
        .on_archive(&["erase", &id, "--reason", "wrong-person"])
        .ok()
        .says(&["EV-000001", "--with-items"]);
    assert_eq!(
        holding(&place.path("a"), b"Qanaryname").len(),
        1,
        "only the item is left"
    );
    place
        .on_archive(&["erase", "EV-000001", "--reason", "wrong-person"])
        .ok();
    assert!(holding(&place.path("a"), b"Qanaryname").is_empty());
    place
        .on_archive(&["erase", &id, "--reason", "wrong-person"])
        .ends_with(2);
    assert!(files(&place.path("a/vault")).is_empty());
}

#[test]
fn an_erased_file_may_not_come_back_unnoticed() {
    let place = Place::with_archive();
    place.write("x.txt", "secret");
    place.on_archive(&["add", "x.txt"]).ok();
    place
        .on_archive(&["erase", "EV-000001", "--reason", "order-of-court"])
        .ok();
    place.on_archive(&["add", "x.txt"]).fails(&["was erased"]);
    place.on_archive(&["check"]).ok();
}
