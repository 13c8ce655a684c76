//! The wall of many names: parted letters, facets, everybody on one page, blank leaves, names that a machine wrote; their budgets.

use std::{collections::BTreeSet, io::Write};

use edition::draft::Draft;
use exhibition::{Lang, Options};
use flate2::{Compression, write::GzEncoder};
use model::{access::Access, date::Calendar, id::RecordKind, value::Value};

use crate::{
    files::{Files, options, page, public, written},
    invented::{self, date, id, number, record, say, term, text},
};

const LATIN: [&str; 20] = [
    "bar", "vel", "tor", "zan", "lor", "pex", "dun", "kal", "nob", "wox", "mir", "sha", "gol",
    "fen", "riz", "hum", "jad", "yor", "qas", "ten",
];
const ARABIC: [&str; 20] = [
    "بار", "ول", "تور", "زان", "لور", "پکس", "دون", "کال", "نوب", "وکس", "میر", "شا", "گل", "فن",
    "ریز", "هوم", "جاد", "یور", "قاس", "تن",
];

/// Numbers that look like chance and are not (SplitMix64).
fn mixed(number: u64) -> u64 {
    let mut z = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ z >> 31
}

/// Invented people whose names all begin with one letter, in two scripts, as many lists name them.
fn crowd(people: u64) -> Draft {
    let mut draft = invented::draft(0);
    draft.records.extend((0..people).map(|person| {
        let about = id(RecordKind::Person, 300_000 + person);
        let chance = mixed(person);
        let part = |shift: u32| (chance >> shift) as usize % LATIN.len();
        let word = |table: &[&str; 20], at: [usize; 3]| at.map(|place| table[place]).concat();
        let (given, family) = ([part(0), part(8), part(16)], [part(24), part(32), part(40)]);
        let month = 1 + chance % 12;
        let mut sayings = vec![
            say(
                about,
                "listed-as",
                Value::Term(term("victim")),
                1 + chance % 3,
            ),
            say(
                about,
                "name",
                text(
                    &format!("M{} {}", word(&LATIN, given), word(&LATIN, family)),
                    "",
                ),
                1,
            ),
            say(
                about,
                "sex",
                Value::Term(term(if person % 5 == 0 { "female" } else { "male" })),
                1,
            ),
            say(
                about,
                "died",
                date(&format!("1349-{month:02}"), Calendar::SolarHijri),
                1,
            ),
            say(
                about,
                "place-of-death",
                text(
                    ["Invented Harbour", "New Nowhere", "Sham Hill"][person as usize % 3],
                    "en",
                ),
                1,
            ),
            say(
                about,
                "age",
                number(Some(20 + chance % 30), Some(20 + chance % 30)),
                1,
            ),
        ];
        if person % 4 != 0 {
            sayings.push(say(
                about,
                "name",
                text(
                    &format!("م{} {}", word(&ARABIC, given), word(&ARABIC, family)),
                    "fa",
                ),
                2,
            ));
        }
        record(sayings)
    }));
    draft
}

fn only(lang: Lang) -> Options {
    Options {
        languages: vec![lang],
        ..options()
    }
}

fn compressed(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).expect("memory");
    encoder.finish().expect("memory").len()
}

/// Where the rows of a list lead: every link to a person from a page two folders deep.
fn rows(page: &str) -> impl Iterator<Item = &str> {
    let links = page.split("<a href=\"../").skip(1);
    let links = links.filter_map(|link| link.split('"').next());
    links.filter(|link| !link.starts_with("..") && link.get(2..4) == Some("/p"))
}

/// Paths of the pages below a folder.
fn below<'f>(files: &'f Files, folder: &str) -> Vec<&'f str> {
    let paths = files.keys().map(String::as_str);
    paths.filter(|path| path.starts_with(folder)).collect()
}

#[test]
fn a_letter_of_thousands_is_parted_and_no_page_passes_its_budget() {
    for lang in [Lang::Fa, Lang::En] {
        let (files, report) = written(crowd(2_400), &only(lang), 2);
        assert!(report.largest_list_page <= 120_000, "{report:?}");
        let tag = lang.tag();
        let parts = below(&files, &format!("{tag}/people/letter/latin-m-"));
        assert!(parts.len() > 15, "{parts:?}");
        let mut largest = (0, 0);
        let mut people = BTreeSet::new();
        for path in files
            .keys()
            .filter(|path| path.starts_with(&format!("{tag}/people/")))
        {
            let bytes = &files[path];
            let folder = path.split('/').nth(2).expect("a folder");
            if folder.len() == 2 || path.ends_with("/all.html") {
                continue;
            }
            let size = compressed(bytes);
            assert!(
                bytes.len() <= 120_000 && size <= 20_000,
                "{path}: {}, {size}",
                bytes.len()
            );
            largest = (largest.0.max(bytes.len()), largest.1.max(size));
            if folder == "letter" {
                people.extend(rows(page(&files, path)).map(str::to_owned));
            }
        }
        println!(
            "{tag}: largest list {} bytes, {} compressed",
            largest.0, largest.1
        );
        assert_eq!(people.len(), 2_400, "everybody stands under a letter");
        assert!(
            largest.0 > 60_000 && largest.1 > 8_000,
            "{largest:?}: no large page was tried"
        );
        // The letter itself: ways to its parts with their counts.
        let letter = page(&files, &format!("{tag}/people/letter/latin-m.html"));
        assert!(
            letter.contains("latin-m-b.html") && !letter.contains("<ul class=\"names\">"),
            "{letter}"
        );
        let part = page(&files, &format!("{tag}/people/letter/latin-m-k.html"));
        assert!(
            part.contains("latin-m-j.html") && part.contains("latin-m-l.html"),
            "before and after"
        );
        let arabic = page(&files, &format!("{tag}/people/letter/arabic-mim.html"));
        assert!(arabic.contains("arabic-mim-be.html"));
    }
}

#[test]
fn a_wall_of_few_names_bears_them_itself() {
    let people = |page: &str| {
        let links = page.split("<a href=\"").skip(1);
        links
            .filter(|link| !link.starts_with("..") && link.get(2..4) == Some("/p"))
            .count()
    };
    let few = public(crowd(20));
    let many = public(crowd(700));
    for lang in Lang::ALL {
        let path = format!("{}/people/index.html", lang.tag());
        let wall = page(&few, &path);
        assert_eq!(people(wall), 20, "{path}");
        assert_eq!(people(page(&many, &path)), 0, "{path}");
    }
}

#[test]
fn everybody_stands_once_on_one_page_whose_size_is_stated() {
    let files = public(crowd(700));
    for lang in Lang::ALL {
        let tag = lang.tag();
        let all = page(&files, &format!("{tag}/people/letter/all.html"));
        assert_eq!(rows(all).count(), 700, "{tag}");
        assert_eq!(all.matches("<ul class=\"names short part\"").count(), 2);
        let kilobytes = all.len().div_ceil(1000);
        let index = page(&files, &format!("{tag}/people/index.html"));
        let link = index.split("letter/all.html\">").nth(1).expect("a link");
        let stated: String = link
            .chars()
            .take_while(|c| *c != '<')
            .filter_map(|c| match c {
                '۰'..='۹' => Some(c as u32 - '۰' as u32),
                '٠'..='٩' => Some(c as u32 - '٠' as u32),
                c => c.to_digit(10),
            })
            .map(|digit| digit.to_string())
            .collect();
        assert_eq!(stated, kilobytes.to_string(), "{tag}");
    }
}

#[test]
fn every_language_has_the_same_pages_of_the_wall() {
    let files = public(crowd(900));
    let of = |tag: &str| -> BTreeSet<String> {
        let paths = below(&files, &format!("{tag}/people/"));
        paths.iter().map(|path| path[2..].to_owned()).collect()
    };
    let english = of("en");
    for tag in ["fr", "fa", "ar"] {
        assert_eq!(of(tag), english, "{tag}");
    }
    assert!(
        english.contains("/people/city/t-sham-hill--sex-female.html"),
        "{english:?}"
    );
}

#[test]
fn facets_count_what_is_shown_and_nothing_else() {
    let mut draft = crowd(30);
    // The first is said to have died in two places, in a year of which no month is told, and is of an age that spans two groups.
    let first = draft.records.len() - 30;
    let about = draft.records[first].id;
    let claims = &mut draft.records[first].claims;
    claims.retain(|(_, claim)| !["died", "age"].contains(&claim.property.as_str()));
    for (place, saying) in [
        say(about, "place-of-death", text("Madeup Falls", "en"), 3),
        say(about, "died", date("1349", Calendar::SolarHijri), 1),
        say(about, "age", number(Some(20), Some(40)), 1),
        say(about, "affiliation", text("Verborgen", ""), 1).access(Access::Restricted),
    ]
    .into_iter()
    .enumerate()
    {
        claims.push((
            model::id::ClaimId::from_bits(0xface + place as u64),
            saying.0,
        ));
    }
    // The second has a sex that is closed.
    let closed = draft.records[first + 1].id;
    for (_, claim) in &mut draft.records[first + 1].claims {
        if claim.property.as_str() == "sex" {
            claim.access = Access::Restricted;
        }
    }
    let address = draft.records[first].id.to_string();
    let files = written(draft, &only(Lang::En), 1).0;
    let holds = |path: &str, id: &str| page(&files, &format!("en/people/{path}.html")).contains(id);
    assert!(holds("city/t-invented-harbour", &address));
    // One person alone: the entry leads to the page of the person.
    assert!(page(&files, "en/people/facet/city.html").contains("Madeup Falls"));
    assert!(holds("facet/city", &format!("{address}.html")));
    assert!(!files.contains_key("en/people/city/t-madeup-falls.html"));
    assert!(holds("solar-year/1349", &address));
    assert!(
        holds("facet/solar-month", &address),
        "of one person nothing sharper is stated"
    );
    let index = page(&files, "en/people/facet/index.html");
    assert!(
        !index.contains("Verborgen") && !index.contains("Affiliation"),
        "{index}"
    );
    for path in below(&files, "en/people/sex/") {
        assert!(!page(&files, path).contains(&closed.to_string()), "{path}");
    }
    assert!(
        !files.contains_key("en/people/sex/not-stated.html"),
        "what is closed is not \"not stated\""
    );
    // A month of one calendar lies in two of the other.
    assert!(
        !files
            .keys()
            .any(|path| path.starts_with("en/people/month/"))
    );
}

#[test]
fn people_without_a_name_have_a_row_each_and_blank_leaves_close_the_wall() {
    let mut draft = crowd(3);
    draft.records.extend((0..4).map(|person| {
        let about = id(RecordKind::Person, 900_000 + person);
        record(vec![
            say(about, "listed-as", Value::Term(term("victim")), 1),
            say(about, "place-of-death", text("Sham Hill", "en"), 1),
        ])
    }));
    let files = public(draft);
    for tag in ["en", "fa"] {
        let unnamed = page(&files, &format!("{tag}/people/letter/unnamed.html"));
        let people: BTreeSet<&str> = rows(unnamed).collect();
        assert_eq!(people.len(), 4, "{tag}");
        assert!(unnamed.contains("Sham Hill"), "{tag}");
        for path in ["index", "letter/all"] {
            let wall = page(&files, &format!("{tag}/people/{path}.html"));
            let leaves = wall
                .split("<aside class=\"leaves\"")
                .nth(1)
                .expect("leaves");
            assert!(leaves.contains("aria-hidden=\"true\""), "{tag}");
            // The invented figures speak of thousands.
            assert!(leaves.contains("tolls/index.html"), "{tag}: {leaves}");
        }
    }
}

#[test]
fn a_name_in_no_letters_of_the_reader_is_written_by_a_machine_beside_it_and_marked() {
    let mut draft = invented::draft(0);
    for (number, name) in [(1, "حسین گالپی"), (2, "Hossein Galpi"), (3, "王小明")] {
        let about = id(RecordKind::Person, 400_000 + number);
        draft.records.push(record(vec![
            say(about, "listed-as", Value::Term(term("victim")), 1),
            say(about, "name", text(name, ""), 1),
        ]));
    }
    let official = id(RecordKind::Person, 500_000);
    draft.records.push(record(vec![
        say(official, "name", text("میرتوک", "fa"), 4),
        say(
            official,
            "commission-role",
            text("invented member", "en"),
            4,
        ),
    ]));
    let files = public(draft);
    let person = |number: u64| {
        let id = id(RecordKind::Person, 400_000 + number).to_string();
        format!("people/{}/{id}.html", &id[1..3])
    };
    for (path, written) in [
        (format!("en/{}", person(1)), "Hossein Galepi"),
        (format!("fr/{}", person(1)), "Hossein Galepi"),
        (format!("fa/{}", person(2)), "حسین گلپی"),
        (format!("ar/{}", person(2)), "حسين غلبي"),
        (format!("en/officials/{official}.html"), "Mirtok"),
    ] {
        let text = page(&files, &path);
        let heading = text
            .split("<h1>")
            .nth(1)
            .and_then(|rest| rest.split("</h1>").next());
        assert!(
            heading.is_some_and(|heading| !heading.contains(written)),
            "{path}: not alone"
        );
        if path.contains("officials") {
            assert!(text.contains("class=\"other machine\""), "{path}");
            continue;
        }
        assert!(text.contains(&format!("<bdi>{written}</bdi>°")), "{path}");
        assert!(text.contains("class=\"other machine\" title="), "{path}");
    }
    for path in [
        format!("fa/{}", person(1)),
        format!("en/{}", person(2)),
        format!("en/{}", person(3)),
    ] {
        assert!(!page(&files, &path).contains("other machine"), "{path}");
    }
    let row = page(&files, "en/people/letter/arabic-he-jimi.html");
    assert!(row.contains("<i><bdi>Hossein Galepi</bdi>°</i>"), "{row}");
    // Found by what sources write alone; shown with what a machine wrote, marked.
    let shard = page(&files, "search/p0.js");
    assert!(
        shard.contains("\"°Hossein Galepi\"") && shard.contains("\"°حسین گلپی\""),
        "{shard}"
    );
    assert!(!files.contains_key("en/people/letter/latin-g.html"));
}

#[test]
fn files_of_the_search_stay_small_when_compressed() {
    let files = written(crowd(2_500), &only(Lang::En), 2).0;
    let mut largest = 0;
    for path in below(&files, "search/") {
        let size = compressed(&files[path]);
        assert!(size <= 16_384, "{path}: {size}");
        largest = largest.max(size);
    }
    println!("largest file of the search: {largest} compressed");
    assert!(largest > 4_000);
    assert!(
        compressed(&files["assets/search.js"]) < 6_144 && files["assets/search.js"].len() <= 6_144
    );
}
