//! Links, anchors, addresses, outside resources, determinism, budgets.

use std::collections::{BTreeMap, BTreeSet};

use exhibition::{Lang, Options, RenderError, render};
use scraper::{Html, Selector};

use crate::{
    files::{Files, html, options, public, written},
    invented,
};

fn select(selector: &str) -> Selector {
    Selector::parse(selector).expect("a selector")
}

/// Anchors of every page.
fn anchors(files: &Files) -> BTreeMap<&str, BTreeSet<String>> {
    let with_id = select("[id]");
    html(files)
        .map(|(path, page)| {
            let page = Html::parse_document(page);
            let ids: Vec<String> = page
                .select(&with_id)
                .filter_map(|element| element.attr("id"))
                .map(str::to_owned)
                .collect();
            let unique: BTreeSet<String> = ids.iter().cloned().collect();
            assert_eq!(unique.len(), ids.len(), "{path} has an id twice");
            (path, unique)
        })
        .collect()
}

/// Where a relative link from `page` leads.
fn resolve(page: &str, link: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            ".." => assert!(
                parts.pop().is_some(),
                "{page}: {link} leads out of the exhibition"
            ),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[test]
fn every_relative_link_leads_to_a_file_and_an_anchor_that_exist() {
    let files = public(invented::draft(60));
    let anchors = anchors(&files);
    let linking = select("[href], [src]");
    let refresh = select("meta[http-equiv=refresh]");
    let mut checked = 0;
    for (path, page) in html(&files) {
        let page = Html::parse_document(page);
        let hrefs = page
            .select(&linking)
            .filter_map(|element| element.attr("href").or(element.attr("src")));
        let moved = page.select(&refresh).filter_map(|element| {
            element
                .attr("content")?
                .split_once("url=")
                .map(|(_, url)| url)
        });
        for link in hrefs.chain(moved) {
            if link.starts_with("https://") {
                continue;
            }
            let (file, anchor) = link
                .split_once('#')
                .map_or((link, None), |(file, anchor)| (file, Some(anchor)));
            let target = if file.is_empty() {
                path.to_owned()
            } else {
                resolve(path, file)
            };
            assert!(
                files.contains_key(&target),
                "{path}: {link} leads to no file"
            );
            if let Some(anchor) = anchor {
                assert!(
                    anchors[target.as_str()].contains(anchor),
                    "{path}: {link} leads to no anchor"
                );
            }
            checked += 1;
        }
    }
    assert!(checked > 10_000, "only {checked} links were found");
}

#[test]
fn addresses_are_plain_and_end_in_a_file() {
    for path in public(invented::draft(20)).keys() {
        let plain = path.bytes().all(|byte| {
            byte.is_ascii_lowercase()
                || byte.is_ascii_digit()
                || b"-./".contains(&byte)
                || path.ends_with("OFL.txt")
        });
        assert!(plain && path.len() < 120 && !path.ends_with('/'), "{path}");
    }
}

#[test]
fn the_only_way_out_is_a_link_on_the_page_of_a_source() {
    let files = public(invented::draft(20));
    let outward = select("[href^='http'], [src^='http'], [srcset], [action], [data]");
    for (path, text) in html(&files) {
        let page = Html::parse_document(text);
        for element in page.select(&outward) {
            assert!(
                element.value().name() == "a" && path.contains("/sources/"),
                "{path}: {}",
                element.html()
            );
        }
        // The only script is the search of the wall (`wall_search`).
        let text = text.replace("assets/search.js\"></script>", "");
        let text = text.replace("<script defer src=\"", "");
        // Data, which no browser runs (`linked`).
        let text = text.replace("<script type=\"application/ld+json\">", "");
        for banned in [
            "<script",
            "<style",
            " style=",
            "<iframe",
            "<object",
            "<embed",
            "javascript:",
            "onload=",
            "onerror=",
        ] {
            assert!(!text.contains(banned), "{path} has {banned}");
        }
        assert!(text.contains("Content-Security-Policy"), "{path}");
    }
    for (path, bytes) in files
        .iter()
        .filter(|(path, _)| path.ends_with(".svg") || path.ends_with(".css"))
    {
        let text = String::from_utf8_lossy(bytes).replace("http://www.w3.org/2000/svg", "");
        assert!(
            !text.contains("http://") && !text.contains("https://"),
            "{path}"
        );
    }
}

#[test]
fn addresses_of_the_site_stand_in_pages_only_when_it_has_one() {
    let based = Options {
        base_address: Some("https://example.org/memorial/".to_owned()),
        ..options()
    };
    let (files, _) = written(invented::draft(3), &based, 1);
    let entrance = crate::files::page(&files, "fa/index.html");
    assert!(
        entrance.contains(
            r#"<link rel="canonical" href="https://example.org/memorial/fa/index.html">"#
        )
    );
    assert!(
        entrance.contains(r#"hreflang="ar" href="https://example.org/memorial/ar/index.html""#)
    );
    let files = public(invented::draft(3));
    assert!(!crate::files::page(&files, "fa/index.html").contains("canonical"));
}

#[test]
fn the_same_bytes_come_from_any_number_of_threads() {
    let one = written(invented::draft(200), &options(), 1);
    for threads in [2, 7] {
        assert!(
            written(invented::draft(200), &options(), threads) == one,
            "{threads} threads"
        );
    }
}

#[test]
fn the_order_of_the_draft_does_not_matter() {
    let mut draft = invented::draft(40);
    let before = public(draft.clone());
    draft.records.reverse();
    draft.sources.reverse();
    draft.items.reverse();
    assert!(public(draft) == before);
}

#[test]
fn person_pages_and_lists_stay_within_their_budgets() {
    let (files, report) = written(
        invented::draft(4_000),
        &Options {
            languages: vec![Lang::Fa],
            ..options()
        },
        2,
    );
    assert!(
        report.largest_person_page > 0 && report.largest_person_page <= 12_000,
        "{report:?}"
    );
    assert!(
        report.largest_list_page > 60_000 && report.largest_list_page <= 120_000,
        "{report:?}"
    );
    // An address of the site makes a page longer: whole identifiers, words for those who show a link.
    let based = Options {
        languages: vec![Lang::Fa, Lang::En],
        ..crate::feeds::based()
    };
    let (_, report) = written(invented::draft(60), &based, 2);
    assert!(report.largest_person_page <= 12_000, "{report:?}");
    let style = files["assets/style.css"].len();
    assert!(style < 40_000, "the style sheet has {style} bytes");
    // A page in the Arabic script loads these, whatever else it may load.
    let first: usize = files
        .iter()
        .filter(|(path, _)| path.contains("arabic-") && path.ends_with("woff2"))
        .map(|(_, bytes)| bytes.len())
        .sum();
    assert!(first < 90_000, "{first}");
}

#[test]
fn the_report_counts_what_was_written() {
    let (files, report) = written(invented::draft(10), &options(), 3);
    assert_eq!(report.files, files.len() as u64);
    assert_eq!(
        report.bytes,
        files.values().map(|bytes| bytes.len() as u64).sum::<u64>()
    );
    assert_eq!(report.pages, html(&files).count() as u64);
}

#[test]
fn a_refused_file_is_named() {
    let edition = edition::compile(
        invented::draft(300),
        &edition::Policy::new(edition::Audience::Public),
    );
    let refuse = |path: &str, _: &[u8]| {
        if path == "fr/graves/index.html" {
            Err(std::io::Error::other("full"))
        } else {
            Ok(())
        }
    };
    let Err(RenderError::Sink { path, .. }) = render(
        &edition,
        &edition::Pictures::none(&edition),
        &options(),
        4,
        &refuse,
    ) else {
        panic!("it was written")
    };
    assert_eq!(path, "fr/graves/index.html");
    let none = Options {
        languages: Vec::new(),
        ..options()
    };
    assert!(matches!(
        render(
            &edition,
            &edition::Pictures::none(&edition),
            &none,
            1,
            &refuse
        ),
        Err(RenderError::NoLanguage)
    ));
}

#[test]
fn a_record_judged_the_same_keeps_its_old_address() {
    let draft = invented::draft(5);
    let (id, also) = (draft.records[0].id, draft.records[0].also[0]);
    let files = public(draft);
    let (id, also) = (id.to_string(), also.to_string());
    let stub =
        crate::files::page(&files, &format!("en/people/{}/{also}.html", &also[1..3])).to_owned();
    assert!(
        stub.contains(&format!("url=../../people/{}/{id}.html", &id[1..3])),
        "{stub}"
    );
    let moved = crate::files::page(&files, "redirects.csv");
    assert!(moved.contains(&format!(
        "ar/people/{}/{also}.html,ar/people/{}/{id}.html\n",
        &also[1..3],
        &id[1..3]
    )));
}

#[test]
fn an_empty_edition_has_its_rooms() {
    let files = public(edition::draft::Draft::default());
    for room in [
        "people",
        "graves",
        "documents",
        "remarks",
        "commission",
        "tolls",
        "timeline",
        "book",
        "programme",
        "demands",
        "press",
        "about",
    ] {
        assert!(
            files.contains_key(&format!("en/{room}/index.html")),
            "{room}"
        );
    }
}

#[test]
fn every_page_has_one_heading_and_declares_language_and_direction() {
    let heading = select("h1");
    for (path, text) in html(&public(invented::draft(12))) {
        let page = Html::parse_document(text);
        let root = page.root_element();
        let lang = root.attr("lang").expect("a language");
        let is_stub = text.contains("http-equiv=\"refresh\"");
        assert!(is_stub || page.select(&heading).count() == 1, "{path}");
        if let Some(folder) = path.split('/').next().filter(|folder| folder.len() == 2) {
            assert_eq!(folder, lang, "{path}");
            let direction = if ["fa", "ar"].contains(&lang) {
                "rtl"
            } else {
                "ltr"
            };
            assert_eq!(root.attr("dir"), Some(direction), "{path}");
        }
    }
}
