//! Cards and banners: of the right size, light, the same every time, and embedded by a link and a picture alone.

use std::{collections::BTreeMap, sync::Mutex};

use edition::{Audience, Pictures, Policy};
use exhibition::{Lang, Sink, render};
use image::GenericImageView;
use scraper::{Html, Selector};

use crate::{
    feeds::based,
    files::{Files, html, page, public, written},
    invented,
};

fn drawn() -> Files {
    written(invented::draft(3), &based(), 2).0
}

fn size(bytes: &[u8]) -> (u32, u32) {
    image::load_from_memory_with_format(bytes, image::ImageFormat::Png)
        .expect("a PNG")
        .dimensions()
}

#[test]
fn banners_have_their_size_and_stay_light() {
    let files = drawn();
    for tag in ["en", "fr", "fa", "ar"] {
        for (width, height) in [(728, 90), (300, 250), (320, 100), (468, 60)] {
            for theme in ["light", "dark"] {
                let name = format!("{tag}/press/banner-{width}x{height}-{theme}");
                let (one, two) = (
                    &files[&format!("{name}.png")],
                    &files[&format!("{name}-2x.png")],
                );
                assert_eq!(
                    (size(one), size(two)),
                    ((width, height), (width * 2, height * 2))
                );
                let drawing = page(&files, &format!("{name}.svg"));
                assert!(
                    drawing.contains(&format!("viewBox=\"0 0 {width} {height}\"")),
                    "{drawing}"
                );
                for bytes in [one.len(), two.len(), drawing.len()] {
                    assert!(bytes <= 40_000, "{name}: {bytes}");
                }
            }
        }
    }
}

#[test]
fn there_is_a_card_for_each_room_and_language_and_pages_name_theirs() {
    let files = drawn();
    let cards: Vec<&String> = files
        .keys()
        .filter(|path| path.starts_with("cards/"))
        .collect();
    assert_eq!(cards.len(), 13 * 4);
    for path in &cards {
        assert_eq!(size(&files[*path]), (1200, 630));
        assert!(
            files[*path].len() <= 90_000,
            "{path}: {}",
            files[*path].len()
        );
    }
    let image = Selector::parse("meta[property='og:image']").expect("a selector");
    let mut named = BTreeMap::new();
    for (path, text) in
        html(&files).filter(|(path, text)| path.contains('/') && !text.contains("noindex"))
    {
        let page = Html::parse_document(text);
        let address = page
            .select(&image)
            .next()
            .unwrap_or_else(|| panic!("{path} has no card"))
            .attr("content")
            .expect("an address");
        let card = address
            .strip_prefix("https://example.org/memorial/")
            .expect("of this site");
        assert!(files.contains_key(card), "{path}: {card}");
        assert!(
            card.starts_with(&format!("cards/{}-", &path[..2])),
            "{path}: {card}"
        );
        *named.entry(card.to_owned()).or_insert(0) += 1;
    }
    assert_eq!(named.len(), cards.len());
    assert!(!page(&public(invented::draft(3)), "en/index.html").contains("og:"));
}

/// A folder in which everything that names its content is there already.
struct Kept(Mutex<Vec<String>>);

impl Sink for Kept {
    fn put(&self, path: &str, _: &[u8]) -> std::io::Result<()> {
        assert!(!path.starts_with("cards/"), "{path} is drawn again");
        Ok(())
    }

    fn keep(&self, path: &str) -> bool {
        self.0.lock().expect("not poisoned").push(path.to_owned());
        true
    }
}

#[test]
fn a_card_that_is_there_is_not_drawn_again_and_a_new_word_gives_it_a_new_address() {
    let draft = invented::draft(2);
    let edition = edition::compile(draft.clone(), &Policy::new(Audience::Public));
    let kept = Kept(Mutex::default());
    render(&edition, &Pictures::none(&edition), &based(), 2, &kept).expect("it is written");
    let mut kept = kept.0.into_inner().expect("not poisoned");
    kept.retain(|path| path.starts_with("cards/"));
    kept.sort();
    let cards = |files: &Files| -> Vec<String> {
        files
            .keys()
            .filter(|path| path.starts_with("cards/"))
            .cloned()
            .collect()
    };
    let before = cards(&written(draft.clone(), &based(), 1).0);
    assert_eq!(kept, before);
    let mut other = draft;
    other.arrangement.title.0[1].1.push('!');
    let after = cards(&written(other, &based(), 1).0);
    assert!(
        before
            .iter()
            .zip(&after)
            .filter(|(before, after)| before != after)
            .count()
            >= 13
    );
}

#[test]
fn drawings_are_the_same_in_any_number_of_threads() {
    assert!(drawn() == written(invented::draft(3), &based(), 5).0);
}

#[test]
fn what_is_embedded_is_a_link_and_a_picture() {
    let files = drawn();
    let press = Html::parse_document(page(&files, "fr/press/index.html"));
    let code = Selector::parse("figure.banner pre code").expect("a selector");
    let mut shown = 0;
    for code in press.select(&code) {
        let code: String = code.text().collect();
        let embedded = Html::parse_fragment(&code);
        let names: Vec<&str> = embedded
            .select(&Selector::parse("body *, a, img").expect("a selector"))
            .map(|element| element.value().name())
            .collect();
        assert_eq!(names, ["a", "img"], "{code}");
        let image = embedded
            .select(&Selector::parse("img").expect("a selector"))
            .next()
            .expect("a picture");
        let path = image
            .attr("src")
            .and_then(|src| src.strip_prefix("https://example.org/memorial/"))
            .expect("of this site");
        assert!(files.contains_key(path), "{path}");
        assert!(
            image.attr("alt").is_some_and(|alt| !alt.is_empty()) && image.attr("width").is_some()
        );
        shown += 1;
    }
    assert_eq!(shown, 8 + 3);
    for lang in Lang::ALL {
        let tag = lang.tag();
        let room: serde_json::Value =
            serde_json::from_str(page(&files, &format!("{tag}/graves/oembed.json"))).expect("JSON");
        assert_eq!(
            (&room["version"], &room["type"]),
            (&"1.0".into(), &"rich".into())
        );
        assert!(
            room["html"]
                .as_str()
                .is_some_and(|html| html.starts_with("<a href=") && !html.contains("script"))
        );
        assert!(
            page(&files, &format!("{tag}/graves/index.html")).contains(&format!(
                "href=\"https://example.org/memorial/{tag}/graves/oembed.json\""
            ))
        );
        assert!(!page(&files, &format!("{tag}/press/banner.html")).contains("<script"));
    }
}
