//! Places in several scripts, and how they stand to each other.

use std::collections::BTreeMap;

use names::fold::fold;

use super::{Nearness, Places, gazetteer::GAZETTEER, is_one_edit};
use crate::record::PlaceId;

fn word(text: &str) -> Option<(&'static str, bool)> {
    let gazetteer = &*GAZETTEER;
    let folded = fold(text);
    let (site, exact) = gazetteer.find(&folded).or_else(|| {
        let site = gazetteer.find_spelling(&names::normal::normal(text))?;
        Some((site, true))
    })?;
    Some((gazetteer.word(site), exact))
}

#[test]
fn places_are_known_in_every_script() {
    for (text, expected) in [
        ("Tehran", "tehran"),
        ("تهران", "tehran"),
        ("طهران", "tehran"),
        ("Téhéran", "tehran"),
        ("Tehran Province", "tehran-province"),
        ("استان تهران", "tehran-province"),
        ("Ostan-e Tehran", "tehran"),
        ("Evin", "evin"),
        ("Evin Prison, Tehran", "evin"),
        ("زندان اوین", "evin"),
        ("زندان اوین - تهران", "evin"),
        ("Gohardasht (Rajai Shahr)", "gohardasht"),
        ("گوهردشت", "gohardasht"),
        ("Esfahan", "isfahan"),
        ("Ispahan", "isfahan"),
        ("اصفهان", "isfahan"),
        ("Mashhad", "mashhad"),
        ("مشهد", "mashhad"),
        ("Machhad", "mashhad"),
        ("Sanandadj", "sanandaj"),
        ("سنندج", "sanandaj"),
        ("Hewlêr", "erbil"),
        ("هەولێر", "erbil"),
        ("أربيل", "erbil"),
        ("حلب", "aleppo"),
        ("Alep", "aleppo"),
        ("دير الزور", "deir-ez-zor"),
        ("Deir ez-Zor", "deir-ez-zor"),
        ("Karaj, Tehran", "karaj"),
        ("Tehran, Karaj", "karaj"),
        ("شهرستان کرج", "karaj"),
        ("Kermanshah", "kermanshah"),
        ("Kermanshah, Iran", "kermanshah"),
        ("West Azerbaijan", "west-azerbaijan"),
        ("بندرعباس", "bandar-abbas"),
        ("Bandar-e Abbas", "bandar-abbas"),
        ("کردستان", "kurdistan"),
        // Spellings that nobody listed.
        ("Тегеран", "tehran"),
        ("Эвин", "evin"),
        ("Шираз", "shiraz"),
        ("Karadsch", "karaj"),
        ("Kachan", "kashan"),
        ("Kaschan", "kashan"),
        ("Varamine", "varamin"),
        ("Waramin", "varamin"),
        ("Maragha", "maragheh"),
        ("Necefabad", "najafabad"),
        ("نیسابور", "neyshabur"),
    ] {
        assert_eq!(word(text).map(|(word, _)| word), Some(expected), "{text}");
    }
}

#[test]
fn a_place_within_a_known_one_is_known_by_it_and_a_stranger_is_not() {
    assert_eq!(word("Valiasr street no 3 Tehran"), Some(("tehran", false)));
    for text in [
        "Wagga Wagga",
        "Tehran Street",
        "New Paris",
        "xyz",
        "کوچه باغ",
    ] {
        assert_eq!(word(text), None, "{text}");
    }
}

fn places(texts: &[&str]) -> Places {
    let mut places = Places::default();
    let mut counts = BTreeMap::new();
    for text in texts {
        let place = places.add(text).unwrap();
        *counts.entry(place).or_insert(0) += 1;
    }
    places.settle(&[counts, BTreeMap::new()]);
    places
}

#[test]
fn nearness_goes_by_the_hierarchy() {
    use Nearness::{
        Neighbouring, Other, Same, SameCity, SameProvince, Similar, UnknownApart, Within,
    };
    for (left, right, expected) in [
        ("Tehran", "Tehran", Same),
        ("Tehran", "تهران", Same),
        ("Evin", "Tehran", SameCity),
        ("زندان اوین", "Khavaran", SameCity),
        ("Gohardasht", "کرج", SameCity),
        ("Isfahan", "Kashan", SameProvince),
        ("Isfahan", "استان اصفهان", Within),
        ("Isfahan", "Iran", Within),
        ("Tehran", "Qom", Neighbouring),
        ("Tehran", "Zahedan", Other),
        ("Tehran", "Damascus", Other),
        ("Khomarabad village", "Khomarabad", Similar),
        ("Khomarabad", "خمرآباد", Similar),
        ("Khomarabad", "Tehran", UnknownApart),
        ("Khomarabad", "Sefidrudan", UnknownApart),
        ("Valiasr street no 3 Tehran", "Tehran", SameCity),
    ] {
        let places = places(&[left, right, "Tehran", "Qom"]);
        let (left_id, right_id) = (PlaceId(0), PlaceId(u32::from(fold(left) != fold(right))));
        assert_eq!(
            places.nearness(left_id, right_id),
            expected,
            "{left} {right}"
        );
        assert_eq!(
            places.nearness(right_id, left_id),
            expected,
            "{right} {left}"
        );
    }
}

#[test]
fn places_of_one_city_are_one_group_and_unknown_ones_meet_by_their_spelling() {
    let places = places(&[
        "Evin",
        "تهران",
        "Karaj",
        "Khomarabad",
        "خمرآباد",
        "Sefidrudan",
    ]);
    let group = |place| places.group(PlaceId(place));
    assert_eq!(group(0), group(1));
    assert_ne!(group(0), group(2));
    assert_eq!(group(3), group(4));
    assert_ne!(group(3), group(5));
    assert_eq!(places.word(PlaceId(0)), Some("evin"));
    assert_eq!(places.word(PlaceId(3)), None);
}

#[test]
fn spellings_are_looked_for_only_where_most_places_are_known() {
    // A suburb that sounds like Kerman.
    let places = places(&[
        "Carmen",
        "Wagga Wagga",
        "Toowoomba",
        "Gympie",
        "Dubbo",
        "Orange",
    ]);
    assert_eq!(places.word(PlaceId(0)), None);
}

#[test]
fn a_rare_place_says_more_than_the_capital() {
    let mut texts = vec!["Tehran"; 90];
    texts.extend(["Zabol"; 3]);
    texts.extend(["Qom"; 7]);
    let places = places(&texts);
    let bits = |place| places.beyond_average(PlaceId(place), PlaceId(place), false);
    assert!(bits(1) > bits(2) && bits(2) > bits(0));
    assert!(bits(0) < 0.0);
    assert_eq!(places.beyond_average(PlaceId(0), PlaceId(0), true), 0.0);
}

#[test]
fn one_edit_is_one_letter_or_two_neighbours() {
    for (one, other, expected) in [
        ("abc", "abd", true),
        ("abc", "ab", true),
        ("abc", "abcd", true),
        ("abc", "acb", true),
        ("abc", "xabc", true),
        ("abc", "abc", false),
        ("abc", "ade", false),
        ("abcd", "badc", false),
        ("abc", "a", false),
        ("", "", false),
    ] {
        assert_eq!(
            is_one_edit(one.as_bytes(), other.as_bytes()),
            expected,
            "{one} {other}"
        );
        assert_eq!(
            is_one_edit(other.as_bytes(), one.as_bytes()),
            expected,
            "{other} {one}"
        );
    }
}

#[test]
fn every_row_of_the_gazetteer_is_whole() {
    let rows: Vec<Vec<&str>> = include_str!("../../data/places.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
        .collect();
    let words: std::collections::BTreeSet<&str> = rows.iter().map(|row| row[0]).collect();
    assert_eq!(words.len(), rows.len(), "a word is there twice");
    for row in &rows {
        assert!(
            ["country", "province", "city", "prison", "site"].contains(&row[1]),
            "{row:?}"
        );
        assert!(
            row[2].is_empty() == (row[1] == "country")
                && (row[2].is_empty() || words.contains(row[2])),
            "{row:?}"
        );
        for name in row[3].split('|') {
            assert!(!fold(name).is_empty(), "{row:?}");
        }
        for neighbour in row.get(4).into_iter().flat_map(|cell| cell.split(',')) {
            assert!(words.contains(neighbour), "{row:?}: {neighbour}");
        }
    }
}
