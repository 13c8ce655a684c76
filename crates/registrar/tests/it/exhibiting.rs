//! Writing an exhibition over an earlier one.

use std::fs;

use registrar::{ExhibitOptions, Registrar, Surroundings, TableOptions, synth};

#[test]
fn pages_that_no_longer_belong_are_removed_and_nothing_else_is() {
    let place = tempfile::tempdir().expect("a folder");
    let surroundings = Surroundings::fixed(model::entry::Timestamp(0), 1);
    let (mut registrar, _) =
        Registrar::create(&place.path().join("a"), "Test", surroundings, "tester").expect("made");
    let table = place.path().join("t.csv");
    fs::write(&table, "rec_id,name\n1,Azad\n").expect("written");
    let options = TableOptions {
        sheet: None,
        map: None,
        source: None,
        access: Some("public".to_owned()),
    };
    registrar.import_table(&table, &options).expect("imported");
    let site = place.path().join("site");
    let both = ExhibitOptions {
        languages: vec!["en", "fr"],
        ..ExhibitOptions::default()
    };
    registrar.exhibit(&site, &both).expect("written");
    fs::write(site.join("mine.txt"), "mine").expect("written");
    let one = ExhibitOptions {
        languages: vec!["en"],
        ..ExhibitOptions::default()
    };
    let exhibited = registrar.exhibit(&site, &one).expect("written");
    assert!(exhibited.removed > 0);
    assert!(!site.join("fr/index.html").exists());
    assert_eq!(
        fs::read_to_string(site.join("mine.txt")).expect("still there"),
        "mine"
    );
}

#[test]
fn a_made_up_case_has_as_many_people_as_its_truth() {
    let place = tempfile::tempdir().expect("a folder");
    let settings = synth::SynthSettings {
        people: 300,
        lists: 3,
        seed: 5,
        pictures: false,
    };
    let report = synth::write(settings, &place.path().join("case")).expect("written");
    let surroundings = Surroundings::fixed(model::entry::Timestamp(0), 1);
    let (mut registrar, _) =
        Registrar::create(&place.path().join("a"), "Test", surroundings, "tester").expect("made");
    let imported = registrar
        .import_case(&place.path().join("case"), None, &mut |_| {})
        .expect("imported");
    assert_eq!(imported.problems, []);
    let options = ExhibitOptions {
        languages: vec!["en"],
        ..ExhibitOptions::default()
    };
    let exhibited = registrar
        .exhibit(&place.path().join("site"), &options)
        .expect("written");
    assert_eq!(
        exhibited.people,
        u64::from(report.named),
        "one page for each person whom a list names"
    );
}
