//! Marked secrets in every field that can be hidden: none is in any byte of the public exhibition, in any language.

use crate::run::{Place, files, holding};

/// A map whose claims are all hidden but the listing and one name.
const MAP: &str = r#"row = "{id}"
[record]
kind = "person"
namespace = "l"
key = "{id}"
[citation]
place = "{where}"
[certainty]
term = "stated"
note = "{note}"
[[attribution]]
role = "said-by"
who = "{witness}"
[[claim]]
property = "listed-as"
type = "term"
value = "victim"
access = "{listed}"
[[claim]]
property = "name"
type = "text"
value = "{name}"
language = "en"
access = "{listed}"
[[claim]]
property = "father-name"
type = "text"
value = "{father}"
access = "{access}"
[[claim]]
property = "born"
type = "date"
calendar = "gregorian"
value = "{born}"
access = "{access}"
[[claim]]
property = "age"
type = "number"
value = "{age}"
access = "{access}"
[[claim]]
property = "described-as"
type = "text"
value = "{story}"
access = "{access}"
[[claim.qualifier]]
property = "place"
type = "text"
value = "{spot}"
"#;

const HEADER: &str = "id,where,note,witness,listed,name,father,born,age,story,spot,access\n";

/// Rows: one person with hidden claims, one hidden altogether, one open.
fn table() -> String {
    format!(
        "{HEADER}\
         1,SECRETPLACE1,SECRETNOTE1,SECRETWITNESS1,confidential,SECRETNAME1,SECRETFATHER1,7345-06-07,918273645,SECRETSTORY1,SECRETSPOT1,confidential\n\
         2,,,,public,Open Person,SECRETFATHER2,7346-06-07,918273646,SECRETSTORY2,SECRETSPOT2,confidential\n\
         3,,,,public,Half Person,SECRETFATHER3,7347-06-07,918273647,SECRETSTORY3,SECRETSPOT3,restricted\n\
         4,page 4,as printed,A witness,public,Shown Person,Shown Father,1950,38,Shown story,Shown spot,public\n"
    )
}

const SECRETS: &[&str] = &[
    "SECRETPLACE",
    "SECRETNOTE",
    "SECRETWITNESS",
    "SECRETNAME",
    "SECRETFATHER",
    "SECRETSTORY",
    "SECRETSPOT",
    "918273645",
    "918273646",
    "918273647",
    "918,273,64",
    "7345",
    "7346",
    "7347",
    "\u{f7}\u{f7}",
    "SECRETFILE",
    "SECRETTEXT",
    "۷۳۴۵",
    "٧٣٤٥",
    "secretname",
    "secretfather",
];

#[test]
fn no_secret_is_in_any_byte_of_the_public_exhibition() {
    let place = Place::with_archive();
    place.write("list.csv", table());
    place.write("map.toml", MAP);
    place
        .on_archive(&[
            "import", "list.csv", "--map", "map.toml", "--access", "public", "--source", "A list",
        ])
        .ok();
    place.write("SECRETFILE.txt", "SECRETTEXT in a file");
    place
        .on_archive(&["add", "SECRETFILE.txt", "--access", "confidential"])
        .ok();
    place.write("SECRETFILE2.txt", "SECRETTEXT in another");
    place
        .on_archive(&["add", "SECRETFILE2.txt", "--access", "restricted"])
        .ok();
    place.on_archive(&["exhibit", "--out", "site"]).ok();
    let site = place.path("site");
    for secret in SECRETS {
        assert_eq!(
            holding(&site, secret.as_bytes()),
            Vec::<std::path::PathBuf>::new(),
            "{secret}"
        );
        let names: Vec<_> = files(&site)
            .into_iter()
            .filter(|path| path.to_string_lossy().contains(secret))
            .collect();
        assert!(names.is_empty(), "{secret}: {names:?}");
    }
    // The check can fail: what is open is there, and a gap stands where something is hidden.
    for shown in [
        "Open Person",
        "Half Person",
        "Shown Father",
        "Shown story",
        "A witness",
    ] {
        assert!(
            !holding(&site, shown.as_bytes()).is_empty(),
            "{shown} is not shown"
        );
    }
    // The digest of a hidden file would let anyone confirm a guess.
    let digest = place.json(&["add", "SECRETFILE.txt"])["items"][0]["sha256"]
        .as_str()
        .expect("a digest")
        .to_owned();
    assert!(holding(&site, digest.as_bytes()).is_empty());
}

#[test]
fn the_public_ledger_holds_no_secret() {
    let place = Place::with_archive();
    place.write("list.csv", table());
    place.write("map.toml", MAP);
    place
        .on_archive(&["import", "list.csv", "--map", "map.toml"])
        .ok();
    let digest = place.json(&["add", "list.csv"])["items"][0]["sha256"]
        .as_str()
        .expect("a digest")
        .to_owned();
    let public = place.path("a/ledger");
    for secret in SECRETS
        .iter()
        .chain(&["Open Person", "list.csv", digest.as_str()])
    {
        assert_eq!(
            holding(&public, secret.as_bytes()),
            Vec::<std::path::PathBuf>::new(),
            "{secret}"
        );
    }
}
