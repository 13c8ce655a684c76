//! Marked secrets in every field that can be hidden: none is in any byte of the public exhibition, in any language.

use std::{
    fs,
    io::Read as _,
    path::{Path, PathBuf},
    process::Command,
};

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

/// An archive with the table, and two files that nobody may see.
fn with_secrets() -> Place {
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
    place
}

#[test]
fn no_secret_is_in_any_byte_of_the_public_exhibition() {
    let place = with_secrets();
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

/// The text of a PDF, as poppler reads it.
fn text_of(pdf: &Path) -> String {
    let output = Command::new("pdftotext")
        .args(["-enc", "UTF-8"])
        .args([pdf, Path::new("-")])
        .output()
        .expect("poppler-utils is installed");
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The streams of a PDF that are packed with deflate, unpacked. Whatever stands between two keywords is tried.
fn unpacked(pdf: &[u8]) -> Vec<Vec<u8>> {
    let at = |from: usize, word: &[u8]| {
        let found = pdf[from..]
            .windows(word.len())
            .position(|part| part == word);
        found.map(|place| from + place)
    };
    let (mut streams, mut from) = (Vec::new(), 0);
    while let Some(start) = at(from, b"stream") {
        let start = start + b"stream".len();
        let Some(end) = at(start, b"endstream") else {
            break;
        };
        let packed = pdf[start..end].trim_ascii_start();
        let mut stream = Vec::new();
        if flate2::read::ZlibDecoder::new(packed)
            .read_to_end(&mut stream)
            .is_ok()
        {
            streams.push(stream);
        }
        from = end + b"endstream".len();
    }
    streams
}

/// Text as it may stand in a PDF: as bytes, and as strings of two bytes a letter.
fn spellings(text: &str) -> [Vec<u8>; 3] {
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let hex = wide.iter().map(|byte| format!("{byte:02X}"));
    let hex = hex.collect::<String>().into_bytes();
    [text.as_bytes().to_vec(), wide, hex]
}

#[test]
fn no_secret_is_on_any_printed_board() {
    let place = with_secrets();
    let printed = place.json(&["exhibit", "--panels", "boards", "--people", "all"]);
    assert!(printed["panels"]["people"].as_u64() >= Some(1), "{printed}");
    let boards: Vec<PathBuf> = files(&place.path("boards"));
    // Years may stand by chance in what is packed, and in no text.
    let is_figure = |secret: &str| secret.chars().all(char::is_numeric);
    let (mut texts, mut streams) = (String::new(), 0);
    for board in &boards {
        let name = board.to_string_lossy();
        let bytes = fs::read(board).expect("readable");
        assert!(bytes.starts_with(b"%PDF"), "{name}");
        let text = text_of(board);
        let folded = text.to_lowercase();
        let mut parts = unpacked(&bytes);
        streams += parts.len();
        parts.push(bytes);
        for secret in SECRETS {
            assert!(!name.contains(secret), "{name}");
            assert!(!folded.contains(&secret.to_lowercase()), "{name}: {secret}");
            for spelling in spellings(secret) {
                let found = |part: &Vec<u8>| {
                    let mut windows = part.windows(spelling.len());
                    windows.any(|window| window == spelling)
                };
                let is_there = !(is_figure(secret) && secret.chars().count() == 4)
                    && secret != &"\u{f7}\u{f7}"
                    && parts.iter().any(found);
                assert!(!is_there, "{name}: {secret} among its bytes");
            }
        }
        texts += &text;
    }
    // The check can fail: what is open is read on the boards, and there were streams to look into.
    assert!(streams > 10 * boards.len(), "{streams} streams");
    for shown in ["Open Person", "Half Person", "Shown Person"] {
        assert!(texts.contains(shown), "{shown} is not printed: {texts}");
    }
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
