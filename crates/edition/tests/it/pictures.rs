//! Pictures, coverings, recordings, and what an earlier release showed: each rule of `docs/edition.md` as a table.

use edition::{
    Audience, Blobs, PictureError, Pictures, Pixels, Policy, compile,
    draft::{Draft, DraftItem, DraftRelease},
    edition::{Content, Edition, ItemCard, Presentation, Public, Reason},
};
use model::{
    access::Access,
    arrangement::{Localized, Presented},
    date::Day,
    entry::Timestamp,
    id::{EvidenceNumber, SourceId},
};

use crate::drafts::{
    claim, claim_id, closed, covered, date, draft, in_item, item, language, person, picture,
    presented, record, source, text,
};

const AUDIENCES: [Audience; 3] = [Audience::Public, Audience::Readers, Audience::Custodians];
const ALL: [u16; 4] = [0, 0, 1000, 1000];

fn reason(access: Access) -> Reason {
    if access == Access::Restricted {
        Reason::Restricted
    } else {
        Reason::Confidential
    }
}

fn shown(items: Vec<DraftItem>, said: Vec<Presented>, audience: Audience) -> Edition {
    let mut draft = draft(Vec::new(), Vec::new(), items);
    draft.arrangement.items = said;
    compile(draft, &Policy::new(audience))
}

fn card(edition: &Edition, number: u32) -> &ItemCard {
    let mut cards = edition.items.iter();
    cards
        .find(|card| card.number == EvidenceNumber(number))
        .unwrap_or_else(|| panic!("item {number} is not shown"))
}

/// Pictures all white, of the sizes of `picture`.
struct White;

impl Blobs for White {
    fn pixels(&self, _: EvidenceNumber, sheet: u32) -> Result<Pixels, PictureError> {
        let (width, height) = if sheet == 1 { (40, 20) } else { (20, 40) };
        Ok(Pixels {
            width,
            height,
            rgb: vec![255; (3 * width * height) as usize],
        })
    }

    fn file(&self, _: EvidenceNumber) -> Result<Vec<u8>, PictureError> {
        Ok(b"as it came in".to_vec())
    }
}

/// How many pixels are black and where the first one is.
fn black(pixels: &Pixels) -> (usize, Option<usize>) {
    let is_black = |pixel: &[u8]| pixel == [0, 0, 0];
    let pixels = || pixels.rgb.chunks_exact(3);
    (
        pixels().filter(|pixel| is_black(pixel)).count(),
        pixels().position(is_black),
    )
}

#[test]
fn a_picture_is_looked_at_with_what_the_curator_says_of_it() {
    for audience in AUDIENCES {
        let edition = shown(
            vec![picture(1, Access::Public), picture(2, Access::Public)],
            vec![presented(1, "a wall")],
            audience,
        );
        let one = card(&edition, 1);
        let sizes: Vec<_> = (one.sheets.iter())
            .map(|sheet| (sheet.width, sheet.height))
            .collect();
        assert_eq!(sizes, vec![(40, 20), (20, 40)]);
        assert_eq!(one.presented.alt, presented(1, "a wall").alt);
        assert_eq!(one.presented.focus, Some([400, 300]));
        assert!(!one.presented.offered, "never so unless said");
        assert_eq!(card(&edition, 2).presented, Presentation::default());
        let pictures = Pictures::new(&edition, &White);
        let open = pictures.open(EvidenceNumber(1), 2).expect("a page");
        assert_eq!(black(&open), (0, None));
        assert!(pictures.open(EvidenceNumber(1), 3).is_err());
        assert!(pictures.file(EvidenceNumber(1)).is_err());
    }
}

#[test]
fn a_closed_item_or_one_that_a_hidden_claim_cites_cannot_be_looked_at() {
    for audience in AUDIENCES {
        for access in [Access::Restricted, Access::Confidential] {
            let citing = closed(
                in_item(claim(person(1), "name", text("x")), 1, None),
                access,
            );
            let mut draft = draft(
                vec![record(person(1), vec![citing])],
                Vec::new(),
                vec![picture(1, Access::Public), picture(2, access)],
            );
            let mut said = vec![presented(1, "one"), presented(2, "two")];
            for said in &mut said {
                said.offered = true;
            }
            draft.arrangement.items = said;
            let edition = compile(draft, &Policy::new(audience));
            let pictures = Pictures::new(&edition, &White);
            let may = access <= audience.sees();
            assert_eq!(edition.items.len(), if may { 2 } else { 1 });
            for number in [1, 2].map(EvidenceNumber) {
                assert_eq!(pictures.open(number, 1).is_ok(), may, "{number}");
                assert_eq!(pictures.file(number).is_ok(), may, "{number}");
            }
            let one = card(&edition, 1);
            assert_eq!(one.sheets.len(), if may { 2 } else { 0 });
            // What can be seen on it may be what the claim says.
            assert_eq!(one.presented == Presentation::default(), !may);
        }
    }
}

#[test]
fn a_covered_part_is_black_and_takes_file_and_words_with_it() {
    for audience in AUDIENCES {
        for access in [Access::Public, Access::Restricted, Access::Confidential] {
            let mut one = picture(1, Access::Public);
            // Half of the width, a quarter of the height, given the wrong way round.
            one.covered = vec![covered(2, [1000, 250, 500, 0], access)];
            let mut said = presented(1, "a wall");
            said.offered = true;
            let edition = shown(vec![one], vec![said], audience);
            let card = card(&edition, 1);
            let pictures = Pictures::new(&edition, &White);
            let first = pictures.open(EvidenceNumber(1), 1).expect("a page");
            let second = pictures.open(EvidenceNumber(1), 2).expect("a page");
            assert_eq!(black(&first), (0, None));
            assert_eq!(card.presented.alt, presented(1, "a wall").alt);
            assert!(card.sheets[0].covered.is_empty());
            if access > audience.sees() {
                assert_eq!(black(&second), (100, Some(10)));
                assert_eq!(
                    card.sheets[1].covered,
                    vec![([500, 0, 1000, 250], reason(access))]
                );
                assert_eq!(card.content, Content::Withheld(reason(access)));
                assert_eq!(card.file, None);
                assert!(!card.presented.offered);
                assert!(pictures.file(EvidenceNumber(1)).is_err());
            } else {
                assert_eq!(black(&second), (0, None));
                assert!(card.sheets[1].covered.is_empty());
                assert!(card.file.is_some());
                assert!(pictures.file(EvidenceNumber(1)).is_ok());
            }
        }
    }
}

#[test]
fn edges_of_a_covered_part_are_covered_to_the_whole_pixel() {
    let mut one = picture(1, Access::Public);
    one.covered = vec![
        // From within the 3rd pixel to within the 5th, of 40; from within the 2nd to within the 3rd, of 20.
        covered(1, [74, 99, 101, 101], Access::Restricted),
        // Beyond the edge.
        covered(2, [990, 990, 2000, 2000], Access::Restricted),
        // On a page that is not there: nothing to cover, but the file is withheld all the same.
        covered(9, ALL, Access::Confidential),
    ];
    let edition = shown(vec![one], Vec::new(), Audience::Public);
    let pictures = Pictures::new(&edition, &White);
    let first = pictures.open(EvidenceNumber(1), 1).expect("a page");
    assert_eq!(black(&first), (3 * 2, Some(40 + 2)));
    let second = pictures.open(EvidenceNumber(1), 2).expect("a page");
    assert_eq!(black(&second), (1, Some(20 * 40 - 1)));
    let card = card(&edition, 1);
    assert_eq!(card.content, Content::Withheld(Reason::Confidential));
}

#[test]
fn an_erased_item_has_no_pictures_and_no_words_about_them() {
    let mut gone = picture(1, Access::Public);
    gone.erased = true;
    let edition = shown(
        vec![gone],
        vec![presented(1, "a wall")],
        Audience::Custodians,
    );
    let card = card(&edition, 1);
    assert!(card.sheets.is_empty());
    assert_eq!(card.presented, Presentation::default());
    assert_eq!(card.content, Content::Withheld(Reason::Erased));
}

#[test]
fn a_recording_refers_to_captions_that_are_offered_and_to_a_poster_that_is_shown() {
    let recording = || {
        let mut said = presented(1, "");
        said.alt = Localized::default();
        said.captions = vec![(language("fa"), EvidenceNumber(2))];
        said.poster = Some(EvidenceNumber(3));
        said
    };
    let captions = || {
        let mut said = presented(2, "captions");
        said.offered = true;
        said
    };
    let items = || {
        vec![
            item(1, Access::Public, None),
            item(2, Access::Public, Some("WEBVTT")),
            picture(3, Access::Public),
        ]
    };
    let outcome = |items, said| {
        let edition = shown(items, said, Audience::Public);
        let presented = &card(&edition, 1).presented;
        (presented.captions.len(), presented.poster.is_some())
    };
    let said = || vec![recording(), captions(), presented(3, "a face")];
    assert_eq!(outcome(items(), said()), (1, true));
    type Change = fn(&mut Vec<DraftItem>, &mut Vec<Presented>);
    let changes: [(Change, (usize, bool)); 8] = [
        (|_, said| said[1].offered = false, (0, true)),
        (|items, _| items[1].access = Access::Restricted, (0, true)),
        (|items, _| items[1].erased = true, (0, true)),
        (|items, _| items[2].access = Access::Restricted, (1, false)),
        (|items, _| items[2].sheets.clear(), (1, false)),
        (|_, said| said[2].alt = Localized::default(), (1, false)),
        (|_, said| said[2].sensitive = true, (1, false)),
        (
            |_, said| {
                said[0].sensitive = true;
                said[2].sensitive = true;
            },
            (1, true),
        ),
    ];
    for (place, (change, expected)) in changes.into_iter().enumerate() {
        let (mut items, mut said) = (items(), said());
        change(&mut items, &mut said);
        assert_eq!(outcome(items, said), expected, "change {place}");
    }
}

#[test]
fn what_was_published_and_is_not_shown_is_withdrawn_with_the_reason() {
    let name = |number| claim(person(number), "name", text("Name"));
    let mut joined = record(person(1), vec![name(1), name(11)]);
    joined.also.push(person(11));
    let hidden = record(person(2), vec![closed(name(2), Access::Restricted)]);
    let mut closed_record = record(person(3), vec![name(3)]);
    closed_record.access = Access::Confidential;
    let mut gone = item(3, Access::Public, Some("gone"));
    gone.erased = true;
    let published = [1, 11, 2, 3, 4]
        .map(|number| Public::Record(person(number)))
        .into_iter()
        .chain([1, 2, 3].map(|number| Public::Source(SourceId::from_bits(number))))
        .chain([1, 2, 3, 4].map(|number| Public::Item(EvidenceNumber(number))))
        .chain([Public::Record(person(4))]);
    let draft = Draft {
        records: vec![joined, hidden, closed_record],
        sources: vec![source(1, Access::Public), source(2, Access::Restricted)],
        items: vec![
            item(1, Access::Public, None),
            item(2, Access::Confidential, None),
            gone,
        ],
        published: published.collect(),
        ..Draft::default()
    };
    let edition = compile(draft.clone(), &Policy::new(Audience::Public));
    assert_eq!(
        edition.withdrawn,
        vec![
            (Public::Record(person(2)), Reason::Restricted),
            (Public::Record(person(3)), Reason::Confidential),
            (Public::Record(person(4)), Reason::Missing),
            (Public::Source(SourceId::from_bits(2)), Reason::Restricted),
            (Public::Source(SourceId::from_bits(3)), Reason::Missing),
            (Public::Item(EvidenceNumber(2)), Reason::Confidential),
            (Public::Item(EvidenceNumber(4)), Reason::Missing),
        ],
        "an erased item keeps its page"
    );
    let edition = compile(draft, &Policy::new(Audience::Custodians));
    assert_eq!(edition.withdrawn.len(), 3, "{:?}", edition.withdrawn);
}

#[test]
fn a_record_is_as_new_as_what_is_shown_of_it() {
    let day = |number: i64| Timestamp(number * 86_400 + 3);
    let name = claim(person(1), "name", text("Name"));
    let born = claim(person(1), "born", date("1960"));
    let died = closed(claim(person(1), "died", date("1988")), Access::Restricted);
    let mut record = record(person(1), vec![name.clone(), born.clone(), died.clone()]);
    record.recorded = vec![
        (claim_id(&died), day(30)),
        (claim_id(&born), day(20)),
        (claim_id(&name), day(10)),
    ];
    for (audience, expected) in [(Audience::Public, 20), (Audience::Readers, 30)] {
        let edition = compile(
            draft(vec![record.clone()], Vec::new(), Vec::new()),
            &Policy::new(audience),
        );
        let expected = Day(719_163 + expected);
        assert_eq!(edition.subjects[0].updated, Some(expected));
    }
    record.recorded.clear();
    let edition = compile(
        draft(vec![record], Vec::new(), Vec::new()),
        &Policy::new(Audience::Public),
    );
    assert_eq!(edition.subjects[0].updated, None);
}

#[test]
fn items_say_when_they_came_and_releases_when_they_were_made() {
    let mut came = item(1, Access::Public, None);
    came.added = Some(Timestamp(86_400));
    let release = |number, day: i64| DraftRelease {
        number,
        time: Timestamp(day * 86_400),
        note: "first rooms".to_owned(),
        manifest: "ab".repeat(32),
        changes: [1, 2, 3],
    };
    let edition = compile(
        Draft {
            items: vec![came, item(2, Access::Public, None)],
            releases: vec![release(2, 40), release(1, 31)],
            ..Draft::default()
        },
        &Policy::new(Audience::Public),
    );
    assert_eq!(card(&edition, 1).added, "1970-01-02");
    assert_eq!(card(&edition, 2).added, "");
    let releases: Vec<_> = (edition.releases.iter())
        .map(|release| (release.number, release.day.as_str(), release.changes))
        .collect();
    assert_eq!(
        releases,
        vec![(1, "1970-02-01", [1, 2, 3]), (2, "1970-02-10", [1, 2, 3])]
    );
}
