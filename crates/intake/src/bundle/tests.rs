//! Folders with proofs, whole and meddled with.

use std::io::{Cursor, Read, Write};

use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

use crate::{digest, kind::MediaType, limits::Limits, problem::Problem, reading::Reading};

/// A web capture with its index and the list of its files.
const WACZ: &[u8] = include_bytes!("../../tests/data/capture.wacz");

type Files = Vec<(String, Vec<u8>)>;

fn zipped(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer
            .start_file(name.as_str(), SimpleFileOptions::default())
            .expect("a new file");
        writer.write_all(bytes).expect("memory takes it");
    }
    writer.finish().expect("it ends").into_inner()
}

fn unzipped(bytes: &[u8]) -> Files {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a ZIP");
    (0..archive.len())
        .map(|place| {
            let mut file = archive.by_index(place).expect("a file");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("it can be read");
            (file.name().expect("a name").into_owned(), bytes)
        })
        .collect()
}

fn reading(files: &[(String, Vec<u8>)]) -> Reading {
    crate::read(&zipped(files), "a.zip", &Limits::default()).expect("a reader")
}

fn codes(reading: &Reading) -> Vec<&'static str> {
    reading.problems.iter().map(Problem::code).collect()
}

fn facts<'r>(reading: &'r Reading, name: &str) -> Vec<&'r str> {
    let facts = reading.facts.iter().filter(|fact| fact.name == name);
    facts.map(|fact| fact.value.as_str()).collect()
}

/// The codes of `files` when the one that is called `name` is changed by `change`.
fn with(files: &Files, name: &str, change: impl Fn(&[u8]) -> Option<Vec<u8>>) -> Vec<&'static str> {
    let mut changed = Files::new();
    for (own, bytes) in files {
        if own == name {
            changed.extend(change(bytes).map(|bytes| (own.clone(), bytes)));
        } else {
            changed.push((own.clone(), bytes.clone()));
        }
    }
    codes(&reading(&changed))
}

fn replaced(from: &'static str, to: &'static str) -> impl Fn(&[u8]) -> Option<Vec<u8>> {
    move |bytes| {
        Some(
            String::from_utf8_lossy(bytes)
                .replace(from, to)
                .into_bytes(),
        )
    }
}

#[test]
fn a_wacz_agrees_with_its_list_and_its_index() {
    let found = crate::read(WACZ, "a.wacz", &Limits::default()).expect("a reader");
    assert_eq!(found.media_type, MediaType::Wacz);
    assert_eq!(codes(&found), ["wacz-signature-not-checked"]);
    assert_eq!(facts(&found, "files-hold"), ["3"]);
    assert_eq!(facts(&found, "index-lines"), ["3"]);
    assert_eq!(facts(&found, "signed-by"), ["example.org"]);
    assert_eq!(facts(&found, "page"), ["http://example.org/"]);
    let files = unzipped(WACZ);
    let index = "indexes/index.cdx";
    assert!(
        with(&files, index, replaced("\"offset\": \"", "\"offset\": \"1"))
            .contains(&"wacz-index-differs")
    );
    assert!(with(&files, index, replaced("http://", "https://")).contains(&"bundle-file-differs"));
    assert!(with(&files, index, |_| None).contains(&"bundle-file-missing"));
    assert!(
        with(&files, "datapackage.json", replaced("2019", "2018")).contains(&"bundle-file-differs")
    );
    assert!(
        with(&files, "datapackage.json", |_| Some(b"{".to_vec())).contains(&"wacz-list-damaged")
    );
    assert!(
        with(
            &files,
            "datapackage.json",
            replaced("archive/a.warc.gz", "archive/b.warc.gz")
        )
        .contains(&"bundle-file-unlisted")
    );
    let other = with(&files, "datapackage-digest.json", |bytes| {
        let text = String::from_utf8_lossy(bytes).into_owned();
        let (before, after) = text.rsplit_once("sha256:")?;
        Some(format!("{before}sha256:0{after}").into_bytes())
    });
    assert!(other.contains(&"wacz-signed-other"));
}

/// A bag in a folder of its own.
fn bag() -> Files {
    let file = |name: &str, text: &str| (name.to_owned(), text.as_bytes().to_vec());
    let manifest = format!(
        "{}  data/a.txt\n{} *data/b.txt\n",
        digest::sha256(b"one"),
        digest::sha256(b"two")
    );
    vec![
        file(
            "bag/bagit.txt",
            "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        ),
        file(
            "bag/bag-info.txt",
            "Source-Organization: Archive\nPayload-Oxum: 6.2\n",
        ),
        file("bag/manifest-sha256.txt", &manifest),
        file("bag/data/a.txt", "one"),
        file("bag/data/b.txt", "two"),
    ]
}

#[test]
fn a_bag_holds_or_says_which_file_does_not() {
    let files = bag();
    let found = reading(&files);
    assert_eq!(found.problems, []);
    assert_eq!(facts(&found, "files-hold"), ["2"]);
    assert_eq!(facts(&found, "source"), ["Archive"]);
    assert_eq!(
        with(&files, "bag/data/a.txt", replaced("one", "six")),
        ["bundle-file-differs"]
    );
    assert_eq!(
        with(&files, "bag/data/a.txt", |_| None),
        ["bag-size-differs", "bundle-file-missing"]
    );
    assert_eq!(
        with(
            &files,
            "bag/manifest-sha256.txt",
            replaced(" *data/b.txt", " data/c.txt")
        ),
        ["bundle-file-missing", "bundle-file-unlisted"]
    );
    let mut old = bag();
    old[2].0 = "bag/manifest-md5.txt".to_owned();
    assert!(codes(&reading(&old)).contains(&"bundle-digest-not-checked"));
}

#[test]
fn proofs_of_telephones_are_held_against_the_files_beside_them() {
    let picture = include_bytes!("../../tests/data/signed.jpg").to_vec();
    let digest = digest::sha256(&picture);
    let proof = format!(
        r#"{{"File Hash SHA256":"{digest}","Proof Generated":"2019-08-30T12:00:05Z","Location.Latitude":"48.8566","Location.Longitude":"2.3522","DeviceID":"secret"}}"#
    );
    let signature = b"-----BEGIN PGP SIGNATURE-----\n\nx\n".to_vec();
    let files = vec![
        ("a.jpg".to_owned(), picture.clone()),
        (format!("{digest}.asc"), signature.clone()),
        (format!("{digest}.proof.json"), proof.into_bytes()),
        (format!("{digest}.proof.json.asc"), signature),
    ];
    let found = reading(&files);
    assert_eq!(codes(&found), ["bundle-signatures-not-checked"]);
    assert_eq!(facts(&found, "form"), ["proofmode"]);
    assert_eq!(facts(&found, "file-holds"), [digest.as_str()]);
    assert_eq!(facts(&found, "position"), ["48.856600, 2.352200"]);
    assert!(!found.facts.iter().any(|fact| fact.value == "secret"));
    assert!(
        with(&files, "a.jpg", |bytes| Some(bytes[1..].to_vec())).contains(&"proof-file-missing")
    );
    let table = format!(
        "File hash,File path,File name,Timestamp,Location latitude,Location longitude\n{digest},x,a.jpg,1567166400000,0,0\n"
    );
    let tella = vec![
        ("a.jpg".to_owned(), picture),
        ("a.csv".to_owned(), table.into_bytes()),
    ];
    let found = reading(&tella);
    assert_eq!(facts(&found, "form"), ["tella"]);
    assert_eq!(facts(&found, "file-holds"), [digest.as_str()]);
    assert_eq!(codes(&found), ["position-zero"]);
}
