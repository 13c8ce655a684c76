//! One claim or one source more in the real case: the pages that show it are rewritten, and no other.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    os::unix::fs::MetadataExt as _,
    path::{Path, PathBuf},
};

use model::{
    access::Access,
    claim::{Certainty, Citation, Claim},
    entry::{EntryKind, Timestamp},
    id::{RecordId, RecordKind, SourceId},
    payload::Payload,
    source::Source,
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

/// The languages of the exhibition.
const LANGUAGES: [&str; 4] = ["en", "fr", "fa", "ar"];

/// The archive of the real case, with its exhibition written once.
struct Place {
    folder: tempfile::TempDir,
    registrar: Registrar,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let surroundings = Surroundings::fixed(Timestamp(1_567_209_600), 1);
        let made = Registrar::create(&folder.path().join("a"), "Test", surroundings, "tester");
        let (mut registrar, _) = made.expect("made");
        let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/paris-2019");
        registrar
            .import_case(&case, None, &mut |_| {})
            .expect("imported");
        let place = Self { folder, registrar };
        place.exhibit();
        place
    }

    fn site(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    fn exhibit(&self) {
        let options = ExhibitOptions {
            languages: LANGUAGES.to_vec(),
            ..ExhibitOptions::default()
        };
        self.registrar
            .exhibit(&self.site(), &options)
            .expect("written");
    }

    /// Records what happened, writes the exhibition again, and tells which files were written anew and how many there are more.
    fn after(&mut self, happenings: Vec<Happening>) -> (BTreeSet<String>, usize) {
        let before = inodes(&self.site());
        self.registrar.record(happenings).expect("recorded");
        self.exhibit();
        let after = inodes(&self.site());
        let changed = after
            .iter()
            .filter(|(name, inode)| before.get(*name) != Some(inode));
        let changed = changed.map(|(name, _)| name.clone()).collect();
        (changed, after.len() - before.len())
    }

    /// The files whose path begins with `start` and in which `person` stands.
    fn showing(&self, start: &str, person: RecordId) -> Vec<String> {
        let (site, id) = (self.site(), person.to_string());
        let files = inodes(&site).into_keys().filter(|path| {
            path.starts_with(start)
                && fs::read_to_string(site.join(path)).is_ok_and(|text| text.contains(&id))
        });
        files.collect()
    }
}

/// What nobody said of her before.
fn of_her_father(person: RecordId, source: Option<SourceId>) -> Happening {
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
    Happening::new(EntryKind::ClaimsRecorded, payload)
}

/// What one claim more about somebody changes: her page, the pages that tell how many entries the ledger has, the data about her
/// and the two lists of such files.
fn with_one_claim(place: &Place, person: RecordId) -> BTreeSet<String> {
    let name = person.to_string();
    let mut expected = BTreeSet::from(["manifest.txt".to_owned()]);
    for lang in LANGUAGES {
        expected.insert(format!("{lang}/people/{}/{name}.html", &name[1..3]));
        expected.insert(format!("{lang}/about/check.html"));
        expected.insert(format!("{lang}/data/index.html"));
    }
    expected.extend(["data/datapackage.json", "data/files.csv"].map(str::to_owned));
    expected.extend(place.showing("data/claims/people", person));
    expected
}

#[test]
fn one_changed_claim_rewrites_only_the_pages_that_show_it() {
    let mut place = Place::new();
    // A source that spoke of her before, so that no list of sources changes.
    let (person, source) = victim(&place.registrar);
    let (changed, more) = place.after(vec![of_her_father(person, source)]);
    assert_eq!(changed, with_one_claim(&place, person));
    assert_eq!(more, 0);
}

#[test]
fn a_new_source_of_a_known_person_rewrites_her_pages_and_the_lists_of_sources() {
    let mut place = Place::new();
    let (person, _) = victim(&place.registrar);
    let source = SourceId::from_bits(7);
    let described = Source {
        id: source,
        title: "A source invented for this test".to_owned(),
        kind: Term::new("list").expect("a term"),
        producer: None,
        date: None,
        languages: Vec::new(),
        reference: None,
        reliability: None,
        note: None,
        access: Access::Public,
    };
    let (changed, more) = place.after(vec![
        Happening::new(EntryKind::SourceDescribed, Payload::Source(described)),
        of_her_father(person, Some(source)),
    ]);
    let mut expected = with_one_claim(&place, person);
    expected.insert("data/sources.csv".to_owned());
    for lang in LANGUAGES {
        let pages = [
            // The source itself, and the lists in which it stands now.
            &format!("sources/{source}.html"),
            "sources/index.html",
            "about/sources.html",
            // How many sources there are.
            "documents/index.html",
            "press/index.html",
            // She is named by two sources now, no longer by one.
            "people/facet/index.html",
            "people/facet/source-count.html",
            "people/source-count/1.html",
            "people/source-count/2.html",
        ];
        expected.extend(pages.map(|page| format!("{lang}/{page}")));
        // The wall says beside her name how many name her; the page of everybody has names alone.
        let mut letters = place.showing(&format!("{lang}/people/letter/"), person);
        letters.retain(|path| !path.ends_with("/all.html"));
        assert!(!letters.is_empty());
        expected.extend(letters);
    }
    assert_eq!(changed, expected);
    assert_eq!(more, LANGUAGES.len());
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
