//! Whatever the bytes, no reader panics, and none gives more than its limits allow.

use intake::{
    encoding, html, kind,
    limits::Limits,
    mapping::Map,
    reading::Reading,
    table::{self, TableOptions},
    text,
};
use proptest::prelude::*;

const LIMITS: Limits = Limits {
    bytes: 4000,
    rows: 8,
    columns: 6,
    cell: 40,
    text: 600,
    depth: 5,
    pixels: 1 << 20,
    pages: 3,
    drawing: 1 << 20,
    entries: 8,
    unpacked: 20_000,
    ratio: 50,
    nesting: 2,
};

/// Pieces of what readers react to, so that chance meets their rules.
const PIECES: &[&str] = &[
    "“",
    "”",
    "‘",
    "’",
    "\"",
    "'",
    "«",
    "»",
    "„",
    " ",
    "\n",
    "\n\n",
    ",",
    ".",
    ": ",
    " – ",
    "said ",
    "Ali ",
    "Rajavi",
    "Mrs. ",
    "head of the ",
    "Council ",
    "of ",
    "Paris, ",
    "August 31, 2019",
    "31 ",
    "1988",
    "summer ",
    "last ",
    "month ",
    "Friday",
    "over ",
    "30,000",
    "two hundred ",
    "thousand ",
    "people ",
    "to ",
    "مریم ",
    "گفت ",
    "سی هزار ",
    "نفر ",
    "۱۳۶۷",
    "تابستان ",
    "وقالت ",
    "é",
    "\u{200c}",
    "e\u{301}",
    "𐎠",
    "PMOI/MEK ",
    "<p>",
    "</p>",
    "<div class=nav>",
    "<script>",
    "</script>",
    "<a href=x>",
    "<b",
    "=\"",
    ">",
    "&amp;",
    "&#",
    "<title>",
    "<html lang=fr>",
    "<!--",
    "-->",
    "728 x 90\n",
    "By ",
    "\0",
    "\u{feff}",
    "a'a",
    "-",
    "/",
    "1er ",
];

fn patchwork() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..80).prop_map(|parts| parts.concat())
}

fn holds(reading: &Reading) -> Result<(), TestCaseError> {
    prop_assert!(reading.text.len() <= LIMITS.text);
    let characters: Vec<char> = reading.text.chars().collect();
    let part = |start: usize, end: usize| -> String { characters[start..end].iter().collect() };
    for entity in &reading.entities {
        prop_assert!(entity.start < entity.end && entity.end <= characters.len());
        prop_assert_eq!(&entity.text, &part(entity.start, entity.end));
    }
    for (place, quote) in reading.quotes.iter().enumerate() {
        prop_assert!(quote.start < quote.end && quote.end <= characters.len());
        prop_assert_eq!(&quote.text, &part(quote.start, quote.end));
        prop_assert!(quote.inside.is_none_or(|outer| outer < place));
        prop_assert!(quote.continues.is_none_or(|before| before < place));
        if let Some(outer) = quote.inside {
            let outer = &reading.quotes[outer];
            prop_assert!(outer.start <= quote.start && quote.end <= outer.end);
        }
        prop_assert_eq!(quote.speaker.is_some(), quote.speaker_start.is_some());
        if let (Some(speaker), Some(start)) = (&quote.speaker, quote.speaker_start) {
            prop_assert_eq!(speaker, &part(start, start + speaker.chars().count()));
        }
    }
    for flag in &reading.flags {
        if let (Some(start), Some(end)) = (flag.start, flag.end) {
            prop_assert_eq!(&flag.note, &part(start, end));
        }
    }
    prop_assert!(reading.entities.is_sorted_by_key(|entity| entity.start));
    prop_assert!(reading.quotes.is_sorted_by_key(|quote| quote.start));
    Ok(())
}

fn all_readers(bytes: &[u8]) -> Result<(), TestCaseError> {
    kind::sniff(bytes, "name.txt");
    encoding::decode(bytes, Some("windows-1256"));
    let table = table::read(bytes, &LIMITS, TableOptions::default());
    prop_assert!(table.rows.len() <= LIMITS.rows);
    prop_assert!(table.headers.len() <= LIMITS.columns);
    let cells = table.rows.iter().flat_map(|row| &row.cells);
    prop_assert!(cells.into_iter().all(|cell| cell.len() <= LIMITS.cell));
    holds(&text::read(bytes, &LIMITS, None))?;
    holds(&html::read(bytes, &LIMITS, None))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn random_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..5000)) {
        all_readers(&bytes)?;
    }

    #[test]
    fn patchworks_of_what_readers_react_to_are_read(text in patchwork()) {
        all_readers(text.as_bytes())?;
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        all_readers(&wide)?;
    }

    #[test]
    fn any_text_is_a_map_or_an_error_with_a_line(text in "[\\[\\]a-z={}\"' \n]{0,200}") {
        if let Err(error) = Map::parse(&text) {
            prop_assert!(error.line >= 1);
            prop_assert!(error.line <= text.matches('\n').count() + 1);
        }
    }
}

#[test]
fn what_repeats_a_rule_thousands_of_times_is_read() {
    // Each of these meets one rule again and again; rules look a bounded number of words around them.
    let limits = Limits::default();
    for piece in [
        "“a\n",
        "a'",
        "' a ",
        "Aa ",
        "two ",
        "\"",
        "<div>",
        "<b x",
        "<p",
        "x=1 ",
        "of the ",
        "Ali Rajavi said ",
        "“Ali” ",
        "\n",
        "a,\"",
        "1 ",
        "Ali, head of the ",
        "Paris, ",
    ] {
        let text = piece.repeat(40_000 / piece.len());
        text::read(text.as_bytes(), &limits, None);
        html::read(format!("<p>{text}").as_bytes(), &limits, None);
        html::read(format!("<p {text}").as_bytes(), &limits, None);
        table::read(text.as_bytes(), &limits, TableOptions::default());
    }
}

#[test]
fn deep_nesting_is_flattened_and_reported() {
    let page = format!("{}word", "<div>".repeat(10_000));
    let reading = html::read(page.as_bytes(), &Limits::default(), None);
    assert_eq!(reading.text, "word");
    let codes: Vec<&str> = reading
        .problems
        .iter()
        .map(|problem| problem.code())
        .collect();
    assert_eq!(codes, ["too-deep"]);
}
