//! Finding by name in any script, and by words.

use catalog::{Hit, Rank};
use model::{
    access::Access,
    id::EvidenceNumber,
    judgement::{Decision, Subject},
};
use proptest::prelude::*;

use crate::ledger::{Ledger, claim, everything, item, name, person, source, text};

fn officials() -> Ledger {
    let mut ledger = Ledger::default();
    for (number, spelling) in [
        (1, "مصطفی پورمحمدی"),
        (2, "Mostafa Pour Mohammadi"),
        (3, "Pourmohammadi"),
        (4, "Mohammad Moghiseh"),
        (5, "روح‌الله خمینی"),
    ] {
        ledger.claims(&[name(person(number), spelling)]);
    }
    ledger
}

#[track_caller]
fn found(ledger: &Ledger, query: &str) -> Vec<(Subject, Rank)> {
    let hits = ledger
        .catalog()
        .search(query, 20, Access::Public)
        .expect("hits");
    hits.into_iter()
        .map(|hit| (hit.subject, hit.rank))
        .collect()
}

#[test]
fn a_name_is_found_in_any_script_and_spelling_the_best_first() {
    let ledger = officials();
    let record = |number, rank| (Subject::Record(person(number)), rank);
    assert_eq!(
        found(&ledger, "pourmohammadi"),
        [
            record(3, Rank::WholeName),
            record(1, Rank::Spelling),
            record(2, Rank::Spelling)
        ]
    );
    assert_eq!(
        found(&ledger, "پور محمدي"),
        [
            // Nothing else in the name; parted as in the query.
            record(3, Rank::Spelling),
            record(2, Rank::Spelling),
            record(1, Rank::Spelling)
        ]
    );
    assert_eq!(
        found(&ledger, "Ruhollah Khomeini"),
        [record(5, Rank::Spelling)]
    );
    assert_eq!(
        found(&ledger, "MOSTAFA pour-mohammadi")[0],
        record(2, Rank::WholeName)
    );
    assert_eq!(found(&ledger, "moghi"), [record(4, Rank::NameBeginning)]);
    assert_eq!(found(&ledger, "Montazeri"), []);
}

/// Names in several scripts; those of one line are of one person.
const PEOPLE: &[&[&str]] = &[
    &["مصطفی پورمحمدی", "Mostafa Pour-Mohammadi"],
    &["Мостафа Карими"],
    &["حسین دهقان‌پور"],
    &["Hossein Rahimi"],
    &["פרהאד רחימי"],
    &["Šahin Ğolāmrezāyi"],
    &["Ζαχρα Φαραχανι"],
    &["زهرا بیژن‌یار"],
    &["Zahra Bijan"],
    &["علی‌رضا اسپهبد"],
    &["Kamal Shirazi"],
];

fn people() -> Ledger {
    let mut ledger = Ledger::default();
    for (number, names) in (0..).zip(PEOPLE) {
        for spelling in *names {
            ledger.claims(&[name(person(number), spelling)]);
        }
    }
    ledger
}

/// The first hit: place in `PEOPLE` and rank.
#[track_caller]
fn first(ledger: &Ledger, query: &str) -> Option<(u64, Rank)> {
    let (subject, rank) = *found(ledger, query).first()?;
    let number = (0..PEOPLE.len() as u64).find(|one| subject == Subject::Record(person(*one)))?;
    Some((number, rank))
}

#[test]
fn a_query_of_any_script_finds_names_of_any_other_with_slips() {
    let ledger = people();
    for (query, number, rank) in [
        ("Mostafa Pourmohammadi", 0, Rank::WholeName),
        ("Мустафа Пурмохаммади", 0, Rank::Spelling),
        ("מוסטפא פורמוחמדי", 0, Rank::Spelling),
        ("Mostafa Pourmohannadi", 0, Rank::Misspelled),
        ("مصطفی پورمحندی", 0, Rank::Misspelled),
        ("Mostafa Pour Mohannadi", 0, Rank::Misspelled),
        ("Mostafa Karimi", 1, Rank::Spelling),
        ("مصطفی کریمی", 1, Rank::Spelling),
        ("مصطفی کربمی", 1, Rank::Misspelled),
        ("Hosein Dehghanpour", 2, Rank::Spelling),
        ("Hussein Dehqan Pur", 2, Rank::Spelling),
        ("Hossein Dehganbour", 2, Rank::Spelling),
        ("Hossein Dehgahpour", 2, Rank::Misspelled),
        ("حسین رحیمی", 3, Rank::Spelling),
        ("حسین رحیبی", 3, Rank::Misspelled),
        ("Hossein Rahini", 3, Rank::Misspelled),
        ("Hossien Rahmii", 3, Rank::Spelling),
        ("Farhad Rahimi", 4, Rank::Spelling),
        ("فرهاد رحیمی", 4, Rank::Spelling),
        ("Farhd Rajimi", 4, Rank::Misspelled),
        ("Shahin Gholamrezai", 5, Rank::Spelling),
        ("شاهین غلامرضایی", 5, Rank::Spelling),
        ("شاهین غلامرضانی", 5, Rank::Misspelled),
        ("Zahra Farahani", 6, Rank::Spelling),
        ("زهرا فراهانی", 6, Rank::Spelling),
        ("Zahra Bijanyar", 7, Rank::Spelling),
        ("Bizhanyar", 7, Rank::Spelling),
        ("Alireza Espahbod", 9, Rank::Spelling),
        ("Reza Espahbod", 9, Rank::Spelling),
        ("Alireza Espahdob", 9, Rank::Misspelled),
        ("کمال شیرازی", 10, Rank::Spelling),
    ] {
        assert_eq!(first(&ledger, query), Some((number, rank)), "{query}");
    }
}

#[test]
fn strangers_are_not_found_by_guessing() {
    let ledger = people();
    for query in [
        "Parviz Qazvini",
        "پرویز قزوینی",
        "Mostafa Qazvini",
        "Hossein Tabatabai",
        "Bahram Zand",
        "x",
        "ب",
    ] {
        assert_eq!(found(&ledger, query), [], "{query}");
    }
}

#[test]
fn a_name_with_some_of_the_words_comes_last() {
    let ledger = people();
    let query = "Mostafa Pourmohammadi Dadyar";
    assert_eq!(first(&ledger, query), Some((0, Rank::SomeWords)));
    assert_eq!(
        first(&ledger, "Doctor Farhad Rahimi"),
        Some((4, Rank::SomeWords))
    );
}

#[test]
fn likelier_names_come_first_within_a_rank() {
    let mut ledger = Ledger::default();
    for (number, spelling) in [
        (1, "Mahmoud Rajabi"),
        (2, "Mohammad Rajabi"),
        (3, "Mohamad Rajabi"),
    ] {
        ledger.claims(&[name(person(number), spelling)]);
    }
    let order: Vec<Subject> = found(&ledger, "محمد رجبی")
        .into_iter()
        .map(|(subject, _)| subject)
        .collect();
    assert_eq!(order.last(), Some(&Subject::Record(person(1))));
    assert_eq!(order.len(), 3);
}

#[test]
fn long_queries_take_bounded_work() {
    let ledger = people();
    let catalog = ledger.catalog();
    for query in [
        "k".repeat(10_000),
        "krm ".repeat(2_500),
        "کریم‌".repeat(2_000),
        "Mostafa ".repeat(1_250),
        "مصطفی پورمحمدی ".repeat(700),
    ] {
        catalog
            .search(&query, 20, Access::Public)
            .expect("no error");
    }
}

#[test]
fn words_are_found_in_claims_sources_and_items_with_what_stands_around_them() {
    let mut ledger = Ledger::default();
    ledger.claims(&[
        name(person(1), "Zahra"),
        claim(
            person(1),
            "described-as",
            text("A teacher from Rasht, arrested in 1981", "en"),
            1,
        ),
    ]);
    ledger.source(source(1, "Teachers of Rasht"));
    ledger.item(
        item(1, "report.txt"),
        Some("Before. In RASHT, a teacher\nwas taken away. After."),
    );
    let hits = ledger
        .catalog()
        .search("rasht teacher", 20, Access::Public)
        .expect("hits");
    let told: Vec<(&str, &str)> = hits
        .iter()
        .map(|hit| (hit.name.as_str(), hit.snippet.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("Teachers of Rasht", "Teachers of Rasht"),
            ("Zahra", "A teacher from Rasht, arrested in 1981"),
            (
                "report.txt",
                "Before. In RASHT, a teacher was taken away. After."
            ),
        ]
    );
    let by_source = ledger
        .catalog()
        .search("teachers of rasht", 20, Access::Public)
        .expect("hits");
    assert_eq!(by_source[0].name, "Teachers of Rasht");
}

#[test]
fn one_identity_is_found_once_under_its_first_name() {
    let mut ledger = officials();
    ledger.pair(Decision::Same, person(2), person(1));
    ledger.pair(Decision::Same, person(2), person(3));
    let hits = ledger
        .catalog()
        .search("Pourmohammadi", 20, Access::Public)
        .expect("hits");
    assert_eq!(hits.len(), 1);
    assert_eq!(hits[0].subject, Subject::Record(person(1)));
    assert_eq!(hits[0].name, "مصطفی پورمحمدی");
}

#[test]
fn what_is_closed_is_found_by_those_who_may_see_it_only() {
    let mut ledger = Ledger::default();
    let mut closed = name(person(1), "Secret Alias");
    closed.access = Access::Confidential;
    ledger.claims(&[name(person(1), "Open Name"), closed]);
    ledger.claims(&[name(person(2), "Hidden Person")]);
    ledger.judge(Decision::Restrict, &[Subject::Record(person(2))]);
    ledger.item(item(1, "memo.txt"), Some("a whispered word"));
    ledger.judge(Decision::Restrict, &[Subject::Item(EvidenceNumber(1))]);
    let mut list = source(1, "Clandestine List");
    list.access = Access::Confidential;
    ledger.source(list);
    let catalog = ledger.catalog();
    for (query, needed) in [
        ("Secret Alias", Access::Confidential),
        ("secre", Access::Confidential),
        ("Hidden Person", Access::Restricted),
        ("whispered", Access::Restricted),
        ("memo", Access::Restricted),
        ("clandestine", Access::Confidential),
        ("Open Name", Access::Public),
        // By sound, with a slip, and by one word of two.
        ("Sikret Alyas", Access::Confidential),
        ("Hidden Parson", Access::Restricted),
        ("Hidden Perkon", Access::Restricted),
        ("Hidden Person Unknown", Access::Restricted),
    ] {
        for access in Access::ALL {
            let hits = catalog.search(query, 5, access).expect("hits");
            assert_eq!(!hits.is_empty(), access >= needed, "{query} as {access:?}");
        }
    }
    let shown: Vec<Hit> = catalog.search("Open", 5, Access::Public).expect("hits");
    assert!(
        shown
            .iter()
            .all(|hit| !format!("{hit:?}").contains("Secret"))
    );
}

#[test]
fn a_description_that_was_replaced_is_no_longer_found() {
    let mut ledger = Ledger::default();
    ledger.source(source(1, "Misprinted"));
    ledger.source(source(1, "Corrected"));
    assert_eq!(found(&ledger, "misprinted"), []);
    assert_eq!(found(&ledger, "corrected").len(), 1);
}

#[test]
fn an_evidence_number_finds_its_item() {
    let mut ledger = Ledger::default();
    ledger.item(item(42, "scan.pdf"), None);
    assert_eq!(
        found(&ledger, "EV-000042")[0].0,
        Subject::Item(EvidenceNumber(42))
    );
}

#[test]
fn the_limit_is_kept() {
    let catalog = everything().catalog();
    assert_eq!(
        catalog
            .search("kalantari", 7, Access::Public)
            .expect("hits")
            .len(),
        7
    );
    assert_eq!(
        catalog
            .search("kalantari", 0, Access::Public)
            .expect("hits")
            .len(),
        0
    );
}

#[test]
fn signs_in_a_query_are_harmless() {
    let catalog = everything().catalog();
    for query in [
        "",
        " ",
        "\"",
        "'",
        "*",
        "(",
        ")",
        "NEAR(",
        "hamed NEAR/2 kalantari",
        "words:hamed",
        "^hamed",
        "-hamed",
        "hamed*",
        "\u{0}",
        "hamed\"; DROP TABLE claim; --",
        "AND",
        "OR NOT",
        "a AND (b OR",
        "{",
        "\\",
        "%",
        "؟",
        "\u{200c}",
        "🕯",
    ] {
        catalog
            .search(query, 5, Access::Confidential)
            .expect("no error");
    }
    assert!(
        !catalog
            .search("hamed\" (kalantari) \"", 5, Access::Public)
            .expect("hits")
            .is_empty()
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_query_is_harmless(query in prop_oneof![any::<String>(), "[a-z\"*()^:+ANDORNEAT{}\\-' ]{0,40}"]) {
        thread_local! {
            static CATALOG: catalog::Catalog = everything().catalog();
        }
        CATALOG.with(|catalog| catalog.search(&query, 5, Access::Confidential).map(|_| ())).expect("no error");
    }
}
