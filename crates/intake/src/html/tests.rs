//! Web pages: what is text, what is not, and what a page says of itself.

use super::read;
use crate::{limits::Limits, reading::Reading};

fn page(html: &str) -> Reading {
    read(html.as_bytes(), &Limits::default(), None)
}

#[track_caller]
fn check(html: &str, text: &str) {
    assert_eq!(page(html).text, text, "{html}");
}

#[test]
fn menus_scripts_and_footers_are_not_text() {
    check(
        "<title>T</title><nav><a href=/>Home</a></nav><p>One <b>two</b>\n  three.</p><script>var x = '<p>no</p>'</script>\
         <style>p{}</style><div class='share-bar share'>Share</div><footer>Imprint</footer><p>Four.",
        "One two three.\n\nFour.",
    );
    check(
        "<p>a</p><p hidden>b</p><p style='display: none'>c</p><p aria-hidden=true>d",
        "a",
    );
}

#[test]
fn the_article_wins_over_what_stands_around_it() {
    let long = "A sentence of the article that is long enough. ".repeat(4);
    let html = format!(
        "<p>Before</p><article><header><h1>Head</h1></header><p>{long}</p></article><p>After</p>"
    );
    check(&html, &format!("Head\n\n{}", long.trim_end()));
}

#[test]
fn lists_of_links_are_dropped_and_links_in_sentences_kept() {
    check(
        "<p>See <a href=x>this</a> and that.</p><ul><li><a href=a>One</a><li><a href=b>Two</a></ul>",
        "See this and that.",
    );
}

#[test]
fn a_page_of_nothing_but_menus_is_given_whole() {
    check("<nav><a href=a>One</a></nav>", "One");
}

#[test]
fn blanks_breaks_and_character_references() {
    check(
        "<p>a&nbsp;b &amp; c<br>d&eacute;<p>e",
        "a\u{a0}b & c\ndé\n\ne",
    );
    check("<td>1</td><td>2</td>", "1\n\n2");
}

#[test]
fn the_page_says_its_title_language_author_day_and_pictures() {
    let reading = page(
        "<!doctype html><html lang=en-GB><head><title>Site | Story</title><meta property=og:title content='The story'>\
         <meta name=author content='A. Writer'><meta property=article:published_time content='2019-08-31T10:00:00Z'></head>\
         <body><h1>Heading</h1><p>They met on Friday in Paris.<img src=a.jpg alt='A hall'><video src=b.mp4></video>",
    );
    assert_eq!(reading.title.as_deref(), Some("The story"));
    assert_eq!(reading.language.as_deref(), Some("en-gb"));
    assert_eq!(reading.byline.as_deref(), Some("A. Writer"));
    let dates: Vec<_> = reading
        .entities
        .iter()
        .filter(|entity| entity.text == "Friday")
        .collect();
    assert_eq!(
        dates[0].norm,
        Some(crate::reading::Norm::Date("2019-08-30".to_owned()))
    );
    assert_eq!(reading.media.len(), 2);
    assert_eq!(reading.media[0].description.as_deref(), Some("A hall"));
}

#[test]
fn the_charset_that_a_page_declares_is_taken_when_it_holds() {
    let (bytes, _, _) =
        encoding_rs::WINDOWS_1256.encode("<meta charset=windows-1256><p>سلام بر شما");
    let reading = read(&bytes, &Limits::default(), None);
    assert_eq!(reading.encoding, "windows-1256");
    assert_eq!(reading.problems, []);
    let lying =
        page("<meta http-equiv=content-type content='text/html; charset=iso-8859-1'><p>été");
    assert_eq!(lying.text, "été");
    assert_eq!(lying.problems[0].code(), "declared-encoding-wrong");
}

#[test]
fn tags_with_absurdly_many_attributes_lose_their_last_ones_and_no_text() {
    let html = format!(
        "<p {}>word</p> <i title='a > b'>more</i>",
        "a ".repeat(5000)
    );
    check(&html, "word\n\nmore");
}
