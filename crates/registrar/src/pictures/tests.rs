//! Pictures from a case folder to the edition: what is shown, what is covered, what is refused and why.

use std::{fs, path::Path};

use edition::{
    Audience, PictureError, Pictures,
    edition::{Edition, ItemCard, Reason},
};
use model::entry::Timestamp;
use tempfile::TempDir;

use super::{Vault, without_words};
use crate::{
    EraseOptions,
    registrar::Registrar,
    surroundings::Surroundings,
    synth::{self, CANARY, COVERED, COVERED_COLOUR, SynthSettings},
};

/// An archive with the invented case and its pictures; the folder lives as long as the place.
fn archive() -> (TempDir, Registrar) {
    let place = tempfile::tempdir().expect("a folder");
    let case = place.path().join("case");
    let settings = SynthSettings {
        people: 20,
        lists: 1,
        seed: 3,
        pictures: true,
    };
    synth::write(settings, &case).expect("written");
    let mut registrar = empty(place.path());
    let imported = registrar
        .import_case(&case, None, &mut |_| {})
        .expect("imported");
    assert_eq!(imported.problems, []);
    (place, registrar)
}

fn empty(place: &Path) -> Registrar {
    let surroundings = Surroundings::fixed(Timestamp(0), 1);
    let made = Registrar::create(&place.join("a"), "Test", surroundings, "tester");
    made.expect("made").0
}

fn edition(registrar: &Registrar, audience: Audience, vault: &Vault<'_>) -> Edition {
    registrar.edition(audience, vault).expect("an edition")
}

fn card<'e>(edition: &'e Edition, title: &str) -> &'e ItemCard {
    let mut cards = edition.items.iter();
    let found = cards.find(|card| card.title.as_deref() == Some(title));
    found.unwrap_or_else(|| panic!("{title} is not there"))
}

fn codes(vault: &Vault<'_>, edition: &Edition) -> Vec<(String, &'static str)> {
    let mut problems = vault.problems();
    problems.extend(without_words(edition));
    problems
        .into_iter()
        .map(|problem| (problem.file, problem.code))
        .collect()
}

#[test]
fn an_invented_case_brings_pictures_a_document_and_a_recording() {
    let (_place, registrar) = archive();
    let vault = registrar.vault().expect("a vault");
    let edition = edition(&registrar, Audience::Public, &vault);
    assert_eq!(codes(&vault, &edition), []);
    let sizes = |title| -> Vec<(u32, u32)> {
        let sheets = card(&edition, title).sheets.iter();
        sheets.map(|sheet| (sheet.width, sheet.height)).collect()
    };
    assert_eq!(sizes("Invented portrait 1"), [(480, 600)]);
    assert_eq!(sizes("Invented letter of two pages"), [(875, 833); 2]);
    assert_eq!(sizes("Invented message, a tone"), []);
    let message = card(&edition, "Invented message, a tone");
    assert!(message.presented.offered);
    assert_eq!(message.presented.captions.len(), 4);
    assert_eq!(
        message.presented.poster,
        Some(card(&edition, "Invented portrait 1").number)
    );
    assert!(
        card(&edition, "Invented picture that may distress")
            .presented
            .sensitive
    );
    // A picture belongs to whom or what a claim says that it shows.
    let portrait = card(&edition, "Invented portrait 1").number;
    let of = edition.subjects.iter().find(|subject| {
        let mut facts = subject.facts.iter();
        facts.any(|fact| {
            fact.property.as_str() == "portrait" && fact.citations[0].item == Some(portrait)
        })
    });
    assert!(of.is_some_and(|subject| !subject.names.is_empty()));
    let pictures = Pictures::new(&edition, &vault);
    for card in &edition.items {
        for (number, sheet) in (1..).zip(&card.sheets) {
            let pixels = pictures.open(card.number, number).expect("a picture");
            assert_eq!((pixels.width, pixels.height), (sheet.width, sheet.height));
        }
        let bytes = pictures.file(card.number);
        assert_eq!(bytes.is_ok(), card.presented.offered);
    }
}

#[test]
fn what_is_covered_is_seen_by_custodians_alone_until_somebody_uncovers_it() {
    let (_place, mut registrar) = archive();
    let secret = |registrar: &Registrar, audience| {
        let vault = registrar.vault().expect("a vault");
        let edition = edition(registrar, audience, &vault);
        let field = card(&edition, "Invented field");
        let covered = field.sheets[0].covered.clone();
        let pictures = Pictures::new(&edition, &vault);
        let pixels = pictures.open(field.number, 1).expect("a picture");
        let mut rgb = pixels.rgb.chunks_exact(3);
        let found = rgb.any(|pixel| pixel == COVERED_COLOUR);
        (found, covered, format!("{edition:?}").contains(CANARY))
    };
    let covered = vec![(COVERED, Reason::Confidential)];
    // Neither the pixels nor the name of the file, which gives away what is on them.
    assert_eq!(
        secret(&registrar, Audience::Public),
        (false, covered.clone(), false)
    );
    assert_eq!(
        secret(&registrar, Audience::Readers),
        (false, covered, false)
    );
    assert_eq!(
        secret(&registrar, Audience::Custodians),
        (true, vec![], true)
    );
    let number = {
        let vault = registrar.vault().expect("a vault");
        let edition = edition(&registrar, Audience::Public, &vault);
        card(&edition, "Invented field").number
    };
    let [left, top, right, bottom] = COVERED;
    let region = format!("{number}#1,{left},{top},{right},{bottom}");
    for (access, readers, public) in [("restricted", true, false), ("public", true, true)] {
        let judged = registrar.judge_region(&region, access, "the family agreed");
        assert_eq!(judged.expect("judged"), region);
        assert_eq!(secret(&registrar, Audience::Readers).0, readers, "{access}");
        assert_eq!(secret(&registrar, Audience::Public).0, public, "{access}");
    }
    for (place, access) in [
        ("EV-009999#1", "public"),
        ("EV-000001", "public"),
        ("EV-000001#1,500,0,400,1000", "restricted"),
        ("EV-000001#1", "secret"),
    ] {
        assert!(
            registrar.judge_region(place, access, "x").is_err(),
            "{place}"
        );
    }
}

#[test]
fn a_case_that_comes_again_covers_nothing_anew_and_uncovers_nothing() {
    let (place, mut registrar) = archive();
    let before = registrar.archive.len().expect("a length");
    let again = registrar
        .import_case(&place.path().join("case"), None, &mut |_| {})
        .expect("imported");
    assert_eq!((again.entries, again.judgements), (0, 0));
    assert_eq!(registrar.archive.len().expect("a length"), before);
}

/// A case of these files, all of them shown, with words for those whose name says so.
fn case_of(place: &Path, files: &[(&str, &[u8])]) -> Registrar {
    let case = place.join("case");
    fs::create_dir_all(&case).expect("a folder");
    let mut toml = String::from(
        "form = 1\nname = \"Test\"\n[sources]\nfile = \"sources.csv\"\n[exhibition]\nfile = \"exhibition.toml\"\n",
    );
    let mut exhibition = String::from("made-up = true\n");
    for (name, bytes) in files {
        fs::write(case.join(name), bytes).expect("written");
        toml += &format!("[[item]]\nfile = \"{name}\"\ntitle = \"{name}\"\n");
        exhibition += &format!("[[item]]\nfile = \"{name}\"\n");
        if !name.starts_with("silent") {
            exhibition += "[item.alt]\nen = \"Nothing that can be seen\"\n";
        }
    }
    fs::write(case.join("sources.csv"), "source_id,kind,title\n").expect("written");
    fs::write(case.join("case.toml"), toml).expect("written");
    fs::write(case.join("exhibition.toml"), exhibition).expect("written");
    let mut registrar = empty(place);
    let imported = registrar.import_case(&case, None, &mut |_| {});
    imported.expect("imported");
    registrar
}

/// The picture of an invented portrait, whole.
fn portrait() -> Vec<u8> {
    let settings = SynthSettings {
        people: 20,
        lists: 1,
        seed: 3,
        pictures: true,
    };
    let (files, _) = synth::make(settings);
    let portrait = files
        .into_iter()
        .find(|(name, _)| name.ends_with("portrait-1.png"));
    portrait.expect("a portrait").1
}

#[test]
fn a_broken_a_huge_a_strange_and_a_silent_picture_are_not_shown_and_said() {
    let place = tempfile::tempdir().expect("a folder");
    let whole = portrait();
    let mut spoilt = whole.clone();
    let middle = spoilt.len() / 2;
    spoilt[middle..middle + 40].fill(0x55);
    let mut huge = whole.clone();
    huge[16..24].copy_from_slice(&[0, 0, 0x4e, 0x20, 0, 0, 0x27, 0x10]);
    let mut sum = flate2::Crc::new();
    sum.update(&huge[12..29]);
    huge[29..33].copy_from_slice(&sum.sum().to_be_bytes());
    let registrar = case_of(
        place.path(),
        &[
            ("broken.png", &whole[..40]),
            ("cut.png", &whole[..whole.len() / 2]),
            ("huge.png", &huge),
            ("silent.png", &whole),
            ("spoilt.png", &spoilt),
            ("telephone.heic", b"\0\0\0\x18ftypheic\0\0\0\0"),
            ("words.pdf", b"%PDF-1.7 and then nothing"),
        ],
    );
    let vault = registrar.vault().expect("a vault");
    let edition = edition(&registrar, Audience::Public, &vault);
    let pictures = Pictures::new(&edition, &vault);
    // Its header and its end are whole, so that it is spoilt shows when it is looked at.
    let spoilt = pictures.open(card(&edition, "spoilt.png").number, 1);
    assert!(matches!(spoilt, Err(PictureError::Unreadable { .. })));
    let codes = codes(&vault, &edition);
    let told: Vec<(&str, &str)> = codes
        .iter()
        .map(|(file, code)| (file.split_once(' ').map_or("", |(_, name)| name), *code))
        .collect();
    assert_eq!(
        told,
        [
            ("broken.png", "picture-cut"),
            ("cut.png", "picture-cut"),
            ("huge.png", "picture-pixels"),
            ("spoilt.png", "picture-damaged"),
            ("telephone.heic", "picture-kind"),
            ("words.pdf", "picture-damaged"),
            ("silent.png", "picture-no-alt"),
        ]
    );
    for name in [
        "broken.png",
        "cut.png",
        "huge.png",
        "telephone.heic",
        "words.pdf",
    ] {
        let card = card(&edition, name);
        assert_eq!(card.sheets, [], "{name}");
        assert!(card.file.is_some(), "it is evidence all the same");
        assert!(pictures.open(card.number, 1).is_err());
    }
}

#[test]
fn an_item_that_is_erased_has_no_pictures() {
    let place = tempfile::tempdir().expect("a folder");
    let mut registrar = case_of(place.path(), &[("whole.png", &portrait())]);
    let number = {
        let vault = registrar.vault().expect("a vault");
        let edition = edition(&registrar, Audience::Public, &vault);
        assert_eq!(card(&edition, "whole.png").sheets.len(), 1);
        card(&edition, "whole.png").number
    };
    let options = EraseOptions {
        reason: "request-of-person".to_owned(),
        note: String::new(),
        with_items: false,
    };
    let erased = registrar.erase(&number.to_string(), &options);
    erased.expect("erased");
    let vault = registrar.vault().expect("a vault");
    let edition = edition(&registrar, Audience::Custodians, &vault);
    let sheets = edition.items.iter().map(|card| card.sheets.len());
    assert_eq!(sheets.sum::<usize>(), 0);
    let pictures = Pictures::new(&edition, &vault);
    assert!(pictures.open(number, 1).is_err());
    assert_eq!(codes(&vault, &edition), []);
}

#[test]
fn an_arrangement_that_names_what_is_not_there_is_refused() {
    for (more, expected) in [
        ("[[item]]\nfile = \"none.png\"\n", "none.png"),
        ("[[item]]\nfile = \"EV-009999\"\n", "EV-009999"),
        (
            "[[item]]\nfile = \"EV-000001\"\nfocus = [1001, 0]\n",
            "1001, 0",
        ),
        ("[[item]]\nfile = \"EV-000001\"\nposter = \"x\"\n", "`x`"),
        (
            "[[item]]\nfile = \"EV-000001\"\n[item.captions]\nxx9-9 = \"EV-000001\"\n",
            "xx9-9",
        ),
    ] {
        let place = tempfile::tempdir().expect("a folder");
        let mut registrar = case_of(place.path(), &[]);
        let path = place.path().join("case/exhibition.toml");
        fs::write(&path, format!("made-up = true\n{more}")).expect("written");
        let refused = registrar
            .import_case(&place.path().join("case"), None, &mut |_| {})
            .expect_err("refused");
        let chain = format!("{refused:?}");
        assert!(
            chain.contains(expected.trim_matches('`')),
            "{more}: {chain}"
        );
    }
}
