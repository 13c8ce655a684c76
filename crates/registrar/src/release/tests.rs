//! One claim more in the real case: the pages that show it are rewritten, and no other.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    os::unix::fs::MetadataExt as _,
    path::Path,
};

use model::{
    access::Access,
    claim::{Certainty, Citation, Claim},
    entry::{EntryKind, Timestamp},
    id::{RecordId, RecordKind, SourceId},
    payload::Payload,
    term::Term,
    value::Value,
};

use crate::{ExhibitOptions, Registrar, Surroundings, recording::Happening};

/// Every file below `folder`, and which file it is: another one when it was written anew.
fn inodes(folder: &Path) -> BTreeMap<String, u64> {
    let mut paths = Vec::new();
    crate::files::walk(folder, &mut paths).expect("readable");
    paths
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(folder).expect("below").to_owned();
            let inode = fs::metadata(path).expect("there").ino();
            (name.to_string_lossy().into_owned(), inode)
        })
        .collect()
}

#[test]
fn one_changed_claim_rewrites_only_the_pages_that_show_it() {
    let place = tempfile::tempdir().expect("a folder");
    let surroundings = Surroundings::fixed(Timestamp(1_567_209_600), 1);
    let (mut registrar, _) =
        Registrar::create(&place.path().join("a"), "Test", surroundings, "tester").expect("made");
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/paris-2019");
    registrar
        .import_case(&case, None, &mut |_| {})
        .expect("imported");
    let site = place.path().join("site");
    let options = ExhibitOptions {
        languages: vec!["en", "fr", "fa", "ar"],
        ..ExhibitOptions::default()
    };
    registrar.exhibit(&site, &options).expect("written");
    let before = inodes(&site);

    // A source that spoke of her before, so that no list of sources changes.
    let (person, source) = victim(&registrar);
    let claim = Claim {
        about: person,
        property: Term::new("father-name").expect("a term"),
        value: Value::Text {
            text: "Invented-For-This-Test".to_owned(),
            language: None,
        },
        qualifiers: Vec::new(),
        citation: Citation {
            source,
            ..Citation::default()
        },
        attribution: Vec::new(),
        certainty: Certainty {
            term: Term::new("stated").expect("a term"),
            note: None,
        },
        access: Access::Public,
    };
    let payload = Payload::Claims {
        records: vec![person],
        claims: vec![claim],
    };
    registrar
        .record(vec![Happening::new(EntryKind::ClaimsRecorded, payload)])
        .expect("recorded");
    registrar.exhibit(&site, &options).expect("written");

    let after = inodes(&site);
    let changed: BTreeSet<String> = after
        .iter()
        .filter(|(name, inode)| before.get(*name) != Some(inode))
        .map(|(name, _)| name.clone())
        .collect();
    let name = person.to_string();
    let page = format!("people/{}/{name}.html", &name[1..3]);
    let mut expected = BTreeSet::from(["manifest.txt".to_owned()]);
    for lang in options.languages {
        // Hers, and the one that tells how many entries the ledger has.
        expected.insert(format!("{lang}/{page}"));
        expected.insert(format!("{lang}/about/check.html"));
        expected.insert(format!("{lang}/data/index.html"));
    }
    // The data about her, and the two lists of such files.
    let id = person.to_string();
    expected.extend(["data/datapackage.json", "data/files.csv"].map(str::to_owned));
    let data = after.keys().filter(|path| {
        path.starts_with("data/claims/people")
            && fs::read_to_string(site.join(path)).is_ok_and(|claims| claims.contains(&id))
    });
    expected.extend(data.cloned());
    assert_eq!(changed, expected);
    assert_eq!(before.len(), after.len());
}

/// Somebody whom a list names as a victim, of whose father nobody says anything, and a source that speaks of her.
fn victim(registrar: &Registrar) -> (RecordId, Option<SourceId>) {
    let has = |view: &catalog::RecordView, property: &str| {
        view.claims
            .iter()
            .any(|known| known.claim.property.as_str() == property)
    };
    let view = registrar
        .catalog
        .records(RecordKind::Person)
        .expect("records")
        .filter_map(Result::ok)
        .find(|view| has(view, "listed-as") && !has(view, "father-name"))
        .expect("a victim");
    let source = view.claims[0].claim.citation.source;
    assert!(source.is_some());
    (view.id, source)
}
