//! What stands on the pages: snapshots of a few, and the behaviours that matter most on the others.

use scraper::{Html, Selector};

use crate::{
    files::{Files, page, public},
    invented,
};

/// The main part of a page, one element a line, so that a change can be read.
fn main_part(files: &Files, path: &str) -> String {
    let document = Html::parse_document(page(files, path));
    let main = document
        .select(&Selector::parse("main").expect("a selector"))
        .next()
        .expect("a main part")
        .html();
    let mut lines = String::new();
    for block in [
        "<p",
        "<h1",
        "<h2",
        "<h3",
        "<li",
        "<div",
        "<section",
        "<dl",
        "<dt",
        "<dd",
        "<tr",
        "<td",
        "<th",
        "<article",
        "<header",
        "<aside",
        "<table",
        "<ol",
        "<ul",
        "<blockquote",
        "<figure",
        "<svg",
        "<rect",
        "<text",
        "<path",
    ] {
        if lines.is_empty() {
            lines = main.clone();
        }
        lines = lines
            .replace(&format!("{block} "), &format!("\n{block} "))
            .replace(&format!("{block}>"), &format!("\n{block}>"));
    }
    lines
}

fn victim(number: u64) -> String {
    let id = invented::id(model::id::RecordKind::Person, number).to_string();
    format!("people/{}/{id}.html", &id[1..3])
}

#[test]
fn a_person_in_english() {
    insta::assert_snapshot!(main_part(
        &public(invented::draft(6)),
        &format!("en/{}", victim(2))
    ));
}

#[test]
fn a_person_in_persian() {
    insta::assert_snapshot!(main_part(
        &public(invented::draft(6)),
        &format!("fa/{}", victim(2))
    ));
}

#[test]
fn remarks_in_french() {
    insta::assert_snapshot!(main_part(
        &public(invented::draft(3)),
        "fr/remarks/index.html"
    ));
}

#[test]
fn figures_in_arabic() {
    insta::assert_snapshot!(main_part(
        &public(invented::draft(3)),
        "ar/tolls/index.html"
    ));
}

#[test]
fn an_item_with_cited_spans() {
    insta::assert_snapshot!(main_part(
        &public(invented::draft(3)),
        "en/documents/ev-000001.html"
    ));
}

#[test]
fn a_gist_does_not_stand_in_quotation_marks_and_a_quotation_does() {
    let files = public(invented::draft(3));
    let remarks = page(&files, "en/remarks/index.html");
    assert_eq!(remarks.matches("<blockquote class=\"quote\"").count(), 1);
    assert_eq!(remarks.matches("<div class=\"gist\">").count(), 2);
    let gist = remarks
        .split("<div class=\"gist\">")
        .nth(1)
        .expect("a gist");
    assert!(
        gist.starts_with("<p class=\"form\">Sense, not wording"),
        "{gist}"
    );
}

#[test]
fn an_allegation_is_called_one_in_the_first_line() {
    let files = public(invented::draft(3));
    let official = format!(
        "en/officials/{}.html",
        invented::id(model::id::RecordKind::Person, 700_001)
    );
    for path in ["en/commission/index.html", &official] {
        let page = page(&files, path);
        let main = page
            .split("<main")
            .nth(1)
            .and_then(|main| main.split_once('>'))
            .map(|(_, main)| main)
            .expect("a main part");
        assert!(
            main.starts_with("<p class=\"asserts first\">Alleged:"),
            "{path}"
        );
    }
    let speaker = format!(
        "en/officials/{}.html",
        invented::id(model::id::RecordKind::Person, 700_003)
    );
    assert!(
        !page(&files, &speaker).contains("Alleged"),
        "a speaker is accused of nothing"
    );
}

#[test]
fn an_open_figure_is_no_number() {
    let files = public(invented::draft(3));
    let tolls = page(&files, "en/tolls/index.html");
    assert!(tolls.contains("9,000 or more") && tolls.contains("class=\"arrow\""));
    // 9000 and the range and the names: their sums and means stand nowhere.
    for sum in ["11,000", "12,000", "13,482", "15,482", "16,482"] {
        assert!(!tolls.contains(sum), "{sum}");
    }
}

#[test]
fn a_disputed_value_is_marked_by_a_sign_and_a_word() {
    let files = public(invented::draft(12));
    let disputed = (1..=12)
        .map(|number| page(&files, &format!("en/{}", victim(number))))
        .find(|page| page.contains("class=\"disputed\""))
        .expect("one");
    assert!(disputed.contains("≠") && disputed.contains("sources differ"));
}

#[test]
fn dates_stand_in_both_calendars_and_the_digits_of_the_language() {
    let files = public(invented::draft(3));
    for (lang, date) in [
        ("en", "28 June 1970 (7 Tir 1349)"),
        ("fr", "28 juin 1970 (7 tir 1349)"),
        ("fa", "۷ تیر ۱۳۴۹ (۲۸ ژوئن ۱۹۷۰)"),
        ("ar", "٢٨ حزيران/يونيو ١٩٧٠ (٧ تير ١٣٤٩)"),
    ] {
        assert!(
            page(&files, &format!("{lang}/timeline/index.html")).contains(date),
            "{date}"
        );
    }
}

#[test]
fn a_year_of_one_calendar_spans_two_of_the_other() {
    let files = public(invented::draft(3));
    let english = page(&files, &format!("en/{}", victim(1)));
    assert!(
        english.contains("1349 Solar Hijri (March 1970 – March 1971)"),
        "{english}"
    );
}

#[test]
fn undecided_pairs_say_so_on_both_pages() {
    let files = public(invented::draft(5));
    for number in [2, 3] {
        let page = page(&files, &format!("en/{}", victim(number)));
        assert!(page.contains("May be the same as") && page.contains("not decided"));
    }
}

#[test]
fn names_are_found_under_the_letter_of_each_script() {
    let files = public(invented::draft(60));
    assert!(page(&files, "en/people/letter/latin-c.html").contains("Čadwen"));
    assert!(page(&files, "en/people/letter/latin-a.html").contains("Âmzola"));
    assert!(page(&files, "fa/people/letter/arabic-alef-madde.html").contains("آمزولا"));
    assert!(
        !page(&files, "fa/people/letter/arabic-alef.html").contains("آمزولا بار"),
        "alef madda is a letter of its own"
    );
    let index = page(&files, "en/people/index.html");
    assert!(
        index.contains("<li class=\"none\"><bdi>F</bdi></li>"),
        "a letter without names is shown and leads nowhere"
    );
}

#[test]
fn made_up_data_say_so_on_every_page() {
    let files = public(invented::draft(5));
    for (path, page) in crate::files::html(&files) {
        assert!(
            page.contains("made-up") || page.contains("http-equiv=\"refresh\""),
            "{path}"
        );
    }
}

#[test]
fn rows_of_a_long_table_are_cited_on_the_page_that_has_them() {
    let files = public(invented::draft(1_500));
    let last = files
        .keys()
        .filter(|path| path.starts_with("en/documents/ev-000002"))
        .count();
    assert!(last > 1, "the table has one page");
    assert!(page(&files, &format!("en/documents/ev-000002-{last}.html")).contains("id=\"r-1501\""));
    assert!(!page(&files, "en/documents/ev-000002.html").contains("id=\"r-1501\""));
    let cites = format!("href=\"../../documents/ev-000002-{last}.html#r-1501\"");
    assert!(page(&files, &format!("en/{}", victim(1_500))).contains(&cites));
}
