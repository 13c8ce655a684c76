//! Secrets of a draft never reach a page, and text from the archive never acts.

use model::{access::Access, id::RecordKind};

use crate::{
    files::{html, public},
    invented::{self, id, item, record, say, text},
};

const SECRET: &str = "k4n4ry";

#[test]
fn no_secret_of_a_draft_is_in_any_byte() {
    let mut draft = invented::draft(30);
    let victim = draft.records[4].id;
    let hidden = |property: &str| {
        say(
            victim,
            property,
            text(&format!("{SECRET} {property}"), "en"),
            4,
        )
        .access(Access::Confidential)
    };
    let mut number = 0;
    for saying in [
        hidden("name"),
        hidden("place-of-death"),
        hidden("described-as"),
        say(
            victim,
            "born",
            invented::date(&format!("{SECRET}-born"), model::date::Calendar::Gregorian),
            4,
        )
        .access(Access::Restricted),
        say(victim, "age", invented::number(Some(41), Some(41)), 4)
            .sure("stated", SECRET)
            .at(SECRET)
            .access(Access::Confidential),
    ] {
        number += 1;
        draft.records[4]
            .claims
            .push((model::id::ClaimId::from_bits(0xabc0 + number), saying.0));
    }
    let mut closed = record(vec![
        say(
            id(RecordKind::Person, 800_000),
            "name",
            text(&format!("{SECRET} person"), "en"),
            4,
        ),
        say(
            id(RecordKind::Person, 800_000),
            "listed-as",
            model::value::Value::Term(invented::term("victim")),
            4,
        ),
    ]);
    closed.access = Access::Confidential;
    draft.records.push(closed);
    draft.sources[3].access = Access::Confidential;
    draft.sources[3].source.title = format!("{SECRET} source");
    draft.sources[3].source.reference = Some(format!("https://{SECRET}.example/"));
    let mut kept = item(
        9,
        &format!("{SECRET}.txt"),
        "text/plain",
        Some(format!("{SECRET} text")),
        None,
    );
    kept.access = Access::Restricted;
    draft.items.push(kept);

    // With an address there are feeds, a sitemap and code to embed as well.
    let (based, _) = crate::files::written(draft.clone(), &crate::feeds::based(), 2);
    let files = public(draft);
    for (path, bytes) in files.iter().chain(&based) {
        let found = bytes
            .windows(SECRET.len())
            .any(|window| window.eq_ignore_ascii_case(SECRET.as_bytes()));
        assert!(!found && !path.contains(SECRET), "{path} holds a secret");
    }
    let page = crate::files::page(
        &files,
        &format!("en/people/{}/{victim}.html", &victim.to_string()[1..3]),
    );
    assert!(page.contains("class=\"gap\""), "the gap is not shown");
}

#[test]
fn text_from_the_archive_is_shown_and_never_acts() {
    let mut draft = invented::draft(4);
    let victim = draft.records[0].id;
    let hostile = "<script>alert(1)</script>\" onload=\"x\" & \u{202e}desrever\u{2069}\u{0}";
    for (place, property) in ["name", "described-as", "affiliation"]
        .into_iter()
        .enumerate()
    {
        let saying = say(victim, property, text(hostile, "en"), 4)
            .with("scope", text(hostile, ""))
            .sure("stated", hostile)
            .at(hostile);
        draft.records[0].claims.push((
            model::id::ClaimId::from_bits(0xdef0 + place as u64),
            saying.0,
        ));
    }
    draft.sources[3].source.title = hostile.to_owned();
    draft.sources[3].source.reference = Some("javascript:alert(1)".to_owned());
    draft.sources[4].source.reference = Some("https://example.org/\" onclick=\"x".to_owned());
    draft
        .items
        .push(item(8, hostile, hostile, Some(hostile.to_owned()), None));
    draft.items.push(item(
        9,
        "t.csv",
        "text/csv",
        None,
        Some(vec![vec![hostile.to_owned()], vec![hostile.to_owned()]]),
    ));
    draft.archive_name = hostile.to_owned();
    let files = public(draft);
    let mut shown = 0;
    for (path, page) in html(&files) {
        // The search of the wall (`wall_search`).
        let page = page.replace("<script defer src=", "");
        // Data, which no browser runs (`linked`).
        let page = page.replace("<script type=\"application/ld+json\">", "");
        for banned in [
            "<script",
            "\" onload=\"",
            "\" onclick=\"",
            "href=\"javascript",
            "\u{202e}",
            "\u{2069}",
            "\u{0}",
        ] {
            assert!(!page.contains(banned), "{path} has {banned:?}");
        }
        shown += usize::from(
            page.contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                && page.contains("[U+202E]desrever[U+2069]"),
        );
    }
    assert!(shown > 8, "the text is shown on {shown} pages only");
    for (path, bytes) in files.iter().filter(|(path, _)| path.starts_with("search/")) {
        let file = String::from_utf8_lossy(bytes);
        for banned in ["<script", "\u{202e}", "\u{2069}", "\u{0}", " \" onload"] {
            assert!(!file.contains(banned), "{path} has {banned:?}");
        }
    }
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".svg")) {
        let drawing = String::from_utf8_lossy(bytes);
        assert!(
            !drawing.contains("<script") && !drawing.contains('\u{202e}'),
            "{path}"
        );
    }
}

#[test]
fn a_long_or_hostile_name_acts_on_no_page_of_the_wall_and_passes_no_budget() {
    let long = "Invented ".repeat(444) + "Nam";
    let hostile = "Zed\u{202e}<b onclick=\"x\">&</b>\u{2069}\u{0}</script>";
    let mut draft = invented::draft(0);
    // Twenty-four of each, so that the facets have lists of them.
    for person in 0..72u64 {
        let about = id(RecordKind::Person, 600_000 + person);
        let mut sayings = vec![
            say(
                about,
                "listed-as",
                model::value::Value::Term(invented::term("victim")),
                1,
            ),
            say(about, "place-of-death", text(hostile, ""), 1),
            say(about, "affiliation", text(&long, ""), 1),
            say(
                about,
                "prison",
                text(["\u{202e}", "<", hostile][person as usize % 3], ""),
                1,
            ),
        ];
        match person % 3 {
            0 => sayings.push(say(
                about,
                "name",
                text(&format!("{long} {person}"), "en"),
                1,
            )),
            1 => sayings.push(say(
                about,
                "name",
                text(&format!("{hostile} {person}"), "fa"),
                1,
            )),
            // Nobody has a name in letters of a script that is read, or any.
            _ => {}
        }
        draft.records.push(record(sayings));
    }
    let files = public(draft);
    let mut shown = 0;
    for (path, bytes) in files
        .iter()
        .filter(|(path, _)| path.contains("/people/") || path.starts_with("search/"))
    {
        let page = String::from_utf8_lossy(bytes);
        for banned in ["\u{202e}", "\u{2069}", "\u{0}", "<b onclick", "</b>"] {
            assert!(!page.contains(banned), "{path} has {banned:?}");
        }
        assert_eq!(
            page.matches("</script>").count(),
            page.matches("<script").count(),
            "{path}"
        );
        if path.contains("/letter/") && !path.ends_with("/all.html") || path.contains("/facet/") {
            assert!(page.len() <= 120_000, "{path}: {}", page.len());
        }
        assert!(path.len() < 120 && path.is_ascii(), "{path}");
        shown += usize::from(page.contains("[U+202E]&lt;b onclick"));
    }
    assert!(shown > 20, "the names are shown on {shown} pages");
    for folder in ["city", "affiliation", "prison", "source-count"] {
        let lists = files
            .keys()
            .filter(|path| path.starts_with(&format!("ar/people/{folder}/")));
        for path in lists.clone() {
            assert!(
                files[path].len() <= 120_000,
                "{path}: {}",
                files[path].len()
            );
        }
        assert!(lists.count() > 0, "{folder}");
    }
    let unnamed = crate::files::page(&files, "fa/people/letter/unnamed.html");
    assert_eq!(unnamed.matches("<code dir=\"ltr\">p").count(), 24);
}
