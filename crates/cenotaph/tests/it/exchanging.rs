//! In and out: what one archive hands out, another takes in and hands out again, byte for byte.

use std::{collections::BTreeMap, fs, path::Path};

use crate::run::{Place, files, holding};

/// The formats that are written.
const FORMATS: [&str; 6] = [
    "csv",
    "jsonld",
    "uwazi",
    "omeka",
    "collectionbuilder",
    "ftm",
];

/// The real case of the repository.
fn case() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/paris-2019");
    path.to_string_lossy().into_owned()
}

/// An archive `a` with the real case, and an empty one `b`.
fn two() -> Place {
    let place = Place::with_archive();
    place.on_archive(&["import", &case()]);
    place.run(&["init", "b", "--name", "Another"]).ok();
    place
}

/// The files of an export, by name.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let of = |path: std::path::PathBuf| {
        let name = path.strip_prefix(folder).expect("below");
        let bytes = fs::read(&path).expect("readable");
        (name.to_string_lossy().into_owned(), bytes)
    };
    files(folder).into_iter().map(of).collect()
}

#[test]
fn what_is_exported_is_imported_again_unchanged() {
    let place = two();
    for format in FORMATS {
        let (first, second, archive) = (
            format!("{format}-1"),
            format!("{format}-2"),
            format!("b-{format}"),
        );
        let exported = place.json(&["export", "--format", format, "--out", &first]);
        assert!(exported["records"].as_u64() > Some(20), "{exported}");
        assert!(exported["facts"].as_u64() > Some(50), "{exported}");
        place.run(&["init", &archive, "--name", "Another"]).ok();
        let import = ["--archive", &archive, "import", &first, "--from", format];
        let ran = place.run(&[&import[..], &["--access", "public"]].concat());
        assert!(ran.code < 2, "{format}: {ran:#?}");
        let out = [
            "--archive",
            &archive,
            "export",
            "--format",
            format,
            "--out",
            &second,
        ];
        place.run(&out).ok();
        let (one, two) = (
            contents(&place.path(&first)),
            contents(&place.path(&second)),
        );
        assert_eq!(
            one.keys().collect::<Vec<_>>(),
            two.keys().collect::<Vec<_>>(),
            "{format}"
        );
        for (name, bytes) in &one {
            let (bytes, again) = (
                String::from_utf8_lossy(bytes),
                String::from_utf8_lossy(&two[name]),
            );
            let differs = bytes
                .lines()
                .zip(again.lines())
                .find(|(one, two)| one != two);
            assert!(bytes == again, "{format}: {name}: {differs:#?}");
        }
    }
}

#[test]
fn an_export_that_comes_again_changes_nothing() {
    let place = two();
    for format in FORMATS {
        place
            .on_archive(&["export", "--format", format, "--out", format])
            .ok();
        let import = ["--archive", "b", "import", format, "--from", format];
        place.run(&import);
        let ran = place.run(&import);
        assert!(ran.out.contains("Nothing was new"), "{format}: {ran:#?}");
    }
}

#[test]
fn everything_is_readable_without_the_program_and_its_sums_hold() {
    let place = Place::with_archive();
    let synth = ["synth", "--people", "12", "--pictures", "--out", "case"];
    place.run(&synth).ok();
    place.on_archive(&["import", "case"]).ok();
    for (audience, least) in [("public", 5), ("custodians", 9)] {
        let out = format!("all-{audience}");
        let export = ["export", "--format", "everything", "--out", &out];
        let ran = place
            .on_archive(&[&export[..], &["--audience", audience]].concat())
            .ok();
        assert_eq!(ran.out.contains("not for the public"), audience != "public");
        let found = contents(&place.path(&out));
        let sums = String::from_utf8(found["SHA256SUMS"].clone()).expect("text");
        let output = std::process::Command::new("sha256sum")
            .args(["-c", "--strict", "SHA256SUMS"])
            .current_dir(place.path(&out))
            .output()
            .expect("coreutils");
        assert!(output.status.success(), "{output:?}");
        assert_eq!(
            sums.lines().count() + 1,
            found.len(),
            "every file has its sum"
        );
        assert!(String::from_utf8_lossy(&found["README.txt"]).contains("claims.csv"));
        let handed_out = found
            .keys()
            .filter(|name| name.starts_with("files/"))
            .count();
        assert!(handed_out >= least, "{audience}: {handed_out}");
        let ran = place.on_archive(&export).ends_with(2);
        assert!(
            ran.err.contains("is not empty") || audience == "custodians",
            "{ran:#?}"
        );
    }
    place.run(&["init", "b", "--name", "Another"]).ok();
    let import = [
        "--archive",
        "b",
        "import",
        "all-public",
        "--from",
        "csv",
        "--access",
        "public",
    ];
    place.run(&import);
    let out = [
        "--archive",
        "b",
        "export",
        "--format",
        "csv",
        "--out",
        "again",
    ];
    place.run(&out).ok();
    assert_eq!(
        contents(&place.path("again"))["claims.csv"],
        contents(&place.path("all-public"))["claims.csv"]
    );
}

#[test]
fn what_is_confidential_goes_out_to_custodians_alone() {
    let place = Place::with_archive();
    place.write("open.csv", "rec_id,name\n1,Open Person\n");
    place.write(
        "closed.csv",
        "rec_id,name,father\n2,SECRETNAME,SECRETFATHER\n",
    );
    place
        .on_archive(&["import", "open.csv", "--access", "public"])
        .ok();
    place
        .on_archive(&["import", "closed.csv", "--access", "confidential"])
        .ok();
    for format in FORMATS.iter().chain(&["everything"]) {
        for audience in ["public", "readers"] {
            let out = format!("{format}-{audience}");
            let export = [
                "export",
                "--format",
                format,
                "--out",
                &out,
                "--audience",
                audience,
            ];
            place.on_archive(&export).ok();
            assert!(holding(&place.path(&out), b"SECRET").is_empty(), "{out}");
        }
    }
    let export = [
        "export",
        "--format",
        "csv",
        "--out",
        "all",
        "--audience",
        "custodians",
    ];
    place.on_archive(&export).ok();
    assert_eq!(holding(&place.path("all"), b"SECRETFATHER").len(), 1);
}

#[test]
fn what_a_format_cannot_hold_is_counted_and_said() {
    let place = two();
    let ran = place
        .on_archive(&["export", "--format", "ftm", "--out", "out"])
        .ok();
    for words in [
        "facts that something narrows",
        "facts for which the format has no place",
        "Written without who says them",
    ] {
        assert!(ran.out.contains(words), "{words}: {ran:#?}");
    }
    let whole = place.json(&["export", "--format", "csv", "--out", "whole"]);
    let left = whole["left"].as_object().expect("an object");
    assert!(left.keys().all(|why| why == "withheld"), "{whole}");
}

#[test]
fn exports_of_others_are_read_and_what_they_lack_is_said() {
    let place = Place::with_archive();
    // As Uwazi exports it: ranges with `~`, columns about the entity, a template of its own.
    place.write(
        "uwazi.csv",
        "Title,Date added,Template,Father name,Died,Sex,Weight,Documents\n\
         Azad Rahimi,2020-01-01,Victims,Karim,1988-07-01~1988-09-30,Male,70 kg|71 kg,/files/x.pdf\n\
         Baran Nouri,2020-01-01,Victims,,1988,Other,,\n",
    );
    let import = [
        "import",
        "uwazi.csv",
        "--from",
        "uwazi",
        "--access",
        "public",
    ];
    place
        .on_archive(&import)
        .ends_with(1)
        .says(&["2 rows read", "2 new records"]);
    place
        .on_archive(&["export", "--format", "csv", "--out", "out"])
        .ok();
    let claims = fs::read_to_string(place.path("out/claims.csv")).expect("claims");
    for cell in [
        "1988-07-01/1988-09-30",
        ",1988,",
        "70 kg",
        "71 kg",
        "Weight",
        "male",
        "Other",
    ] {
        assert!(claims.contains(cell), "{cell}: {claims}");
    }
    for cell in ["/files/x.pdf", "2020-01-01", "Victims"] {
        assert!(!claims.contains(cell), "{cell}: {claims}");
    }
}

#[test]
fn a_map_is_proposed_and_can_be_used_as_it_is() {
    let place = Place::with_archive();
    place.write(
        "list.csv",
        "شماره,نام,نام پدر,تاریخ اعدام,Weight {kg},Shoes\n1,آزاد رحیمی,کریم,1367/5/14,70,brown\n2,باران نوری,,1367,,\n",
    );
    let map = place
        .on_archive(&["import", "list.csv", "--propose"])
        .ok()
        .out;
    assert!(map.contains("Shoes") && map.contains("brown"), "{map}");
    assert_eq!(place.entries(), 1, "nothing is imported");
    place.write("map.toml", &map);
    place
        .on_archive(&[
            "import", "list.csv", "--map", "map.toml", "--access", "public",
        ])
        .ok()
        .says(&["2 new records", "5 new claims"]);
}
