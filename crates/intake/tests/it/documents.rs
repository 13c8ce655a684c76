//! Documents as programs write them: printed by a browser from the pages beside them.

use intake::{kind::MediaType, limits::Limits, problem::Problem, reading::FlagCode};

fn read(bytes: &[u8]) -> intake::reading::Reading {
    intake::read(bytes, "document", &Limits::default()).expect("a kind that is read")
}

/// What the paragraphs of a page say, by a reader that is not the one under test: everything between `>` and `<`.
fn paragraphs(page: &str) -> Vec<String> {
    let body = page.split("</style>").nth(1).expect("a style");
    body.split('<')
        .filter_map(|part| part.split_once('>'))
        .map(|(_, text)| text.trim().to_owned())
        .filter(|text| !text.is_empty())
        .collect()
}

#[test]
fn a_printed_page_of_four_scripts_says_what_was_typed() {
    let reading = read(include_bytes!("../data/letters.pdf"));
    let typed = paragraphs(include_str!("../data/letters.html"));
    let found: Vec<&str> = reading.text.split("\n\n").collect();
    assert_eq!(found, typed);
    assert_eq!(reading.media_type, MediaType::Pdf);
    assert_eq!(reading.title.as_deref(), Some("نامه‌ای از اوین"));
    assert_eq!(reading.language.as_deref(), Some("fa"));
    assert_eq!(reading.problems, []);
}

#[test]
fn a_printed_page_with_columns_a_table_and_what_it_hides_is_read_in_order() {
    let reading = read(include_bytes!("../data/columns.pdf"));
    let mut last = 0;
    for words in [
        "What the families found at the cemetery\n\n",
        "In the summer of 1988 the prisons closed their doors, and for weeks nobody was told anything. Mothers stood",
        "He had counted\n\nforty of them",
        "What follows is what they wrote down",
        "Name\tBorn\tPrison\tLast seen\nMaryam Golzadeh\t1960\tEvin\t1988-07-28\nReza Fallahi\t1962\tGohardasht\t1988-08-03\nShirin Alavi\t\tEvin\t1988-08-05",
        "This sentence is white.",
        "Informant: Hassan Karimi",
        "so that it can be seen whether the lines of it are joined into one, as they should be.",
    ] {
        let place = reading.text[last..].find(words);
        last +=
            place.unwrap_or_else(|| panic!("“{words}” is not behind {last} in: {}", reading.text));
    }
    let codes: Vec<_> = reading.problems.iter().map(Problem::code).collect();
    assert_eq!(codes, ["hidden-text", "covered-text"]);
    let flagged = |code| {
        let flag = reading.flags.iter().find(|flag| flag.code == code);
        flag.map(|flag| flag.note.as_str())
    };
    assert_eq!(
        flagged(FlagCode::HiddenText),
        Some("This sentence is white.")
    );
    assert!(
        flagged(FlagCode::CoveredText)
            .is_some_and(|note| note.starts_with("Informant: Hassan Karimi"))
    );
}
