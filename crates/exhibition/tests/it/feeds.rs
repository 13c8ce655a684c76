//! Feeds and sitemaps, read again as what they claim to be.

use std::collections::BTreeSet;

use edition::draft::{DraftRelease, Public};
use exhibition::Options;
use model::{access::Access, entry::Timestamp, id::RecordKind};
use roxmltree::{Document, Node};

use crate::{
    files::{Files, options, page, public, written},
    invented::{self, id, item},
};

const BASE: &str = "https://example.org/memorial";

pub(crate) fn based() -> Options {
    Options {
        base_address: Some(format!("{BASE}/")),
        ..options()
    }
}

/// The invented exhibition as news: a document added, one withdrawn, a release; and a name that is no good XML.
fn news() -> Files {
    let mut draft = invented::draft(40);
    draft.archive_name = "Archive <of> & \"none\" \u{202e}\u{fffe}".to_owned();
    draft.items[0].added = Some(Timestamp(1_767_225_600));
    draft.items[0].item.title = Some("A & B <c>".to_owned());
    let mut gone = item(9, "gone.txt", "text/plain", Some("k4n4ry".to_owned()), None);
    gone.item.title = Some("k4n4ry".to_owned());
    gone.access = Access::Confidential;
    draft.published.push(Public::Item(gone.item.number));
    draft
        .published
        .push(Public::Record(id(RecordKind::Person, 123_456)));
    draft.items.push(gone);
    draft.releases.push(DraftRelease {
        number: 1,
        time: Timestamp(1_767_312_000),
        note: "First invented release".to_owned(),
        manifest: "ab".repeat(32),
        changes: [1, 2, 3],
    });
    written(draft, &based(), 2).0
}

fn child<'a>(node: Node<'a, 'a>, name: &str) -> Node<'a, 'a> {
    node.children()
        .find(|child| child.has_tag_name(("http://www.w3.org/2005/Atom", name)))
        .unwrap_or_else(|| panic!("no {name}"))
}

#[test]
fn an_atom_feed_has_what_rfc_4287_asks_for() {
    let files = news();
    for tag in ["en", "fr", "fa", "ar"] {
        let document = Document::parse(page(&files, &format!("{tag}/feed.atom"))).expect("XML");
        let feed = document.root_element();
        assert!(feed.has_tag_name(("http://www.w3.org/2005/Atom", "feed")));
        assert_eq!(
            child(feed, "id").text(),
            Some(&*format!("{BASE}/{tag}/feed.atom"))
        );
        assert!(
            child(child(feed, "author"), "name")
                .text()
                .is_some_and(|name| name.contains("[U+FFFE]"))
        );
        let entries: Vec<Node<'_, '_>> = feed
            .children()
            .filter(|node| node.tag_name().name() == "entry")
            .collect();
        let mut ids = BTreeSet::new();
        let mut last = "9999".to_owned();
        for entry in &entries {
            for name in ["title", "id", "updated", "summary"] {
                assert!(
                    child(*entry, name)
                        .text()
                        .is_some_and(|text| !text.is_empty()),
                    "{name}"
                );
            }
            let updated = child(*entry, "updated").text().expect("a time").to_owned();
            assert!(updated.len() == 20 && updated <= last, "{updated}");
            last = updated;
            let link = child(*entry, "link").attribute("href").expect("a link");
            assert!(
                files.contains_key(
                    link.strip_prefix(&format!("{BASE}/"))
                        .expect("of this site")
                ) || link.contains("ev-000009"),
                "{link}"
            );
            assert!(
                ids.insert(child(*entry, "id").text()),
                "two entries of one id"
            );
        }
        assert_eq!(
            child(feed, "updated").text(),
            child(entries[0], "updated").text()
        );
    }
}

#[test]
fn feeds_tell_additions_withdrawals_and_releases_and_no_person() {
    let files = news();
    let feed: serde_json::Value = serde_json::from_str(page(&files, "en/feed.json")).expect("JSON");
    assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(feed["feed_url"], format!("{BASE}/en/feed.json"));
    let items = feed["items"].as_array().expect("items");
    let titles: Vec<&str> = items
        .iter()
        .map(|item| item["title"].as_str().expect("a title"))
        .collect();
    assert!(
        titles.contains(&"New document: EV-000001 · A & B <c>"),
        "{titles:?}"
    );
    assert!(
        titles.contains(&"Withdrawn: EV-000009") && titles.contains(&"Release 1"),
        "{titles:?}"
    );
    for item in items {
        for key in ["id", "url", "content_text", "date_modified"] {
            assert!(
                item[key].as_str().is_some_and(|text| !text.is_empty()),
                "{key}"
            );
        }
        assert!(
            !item["url"]
                .as_str()
                .expect("an address")
                .contains("/people/")
        );
    }
    for (path, bytes) in &files {
        assert!(!String::from_utf8_lossy(bytes).contains("k4n4ry"), "{path}");
    }
    let entrance = page(&files, "fa/index.html");
    assert!(
        entrance.contains("type=\"application/atom+xml\" href=\"feed.atom\"")
            && entrance.contains("application/feed+json")
    );
}

#[test]
fn without_an_address_there_is_nothing_that_needs_one() {
    for path in public(invented::draft(3)).keys() {
        let whole = path.contains("feed.")
            || path.starts_with("sitemap")
            || path == "robots.txt"
            || path.ends_with("oembed.json")
            || path.ends_with(".png");
        assert!(!whole, "{path}");
    }
}

#[test]
fn the_sitemap_has_every_page_of_a_thing_in_each_language() {
    let (files, _) = written(
        invented::draft(2_600),
        &Options {
            languages: vec![exhibition::Lang::En, exhibition::Lang::Ar],
            ..based()
        },
        2,
    );
    let index = Document::parse(page(&files, "sitemap.xml")).expect("XML");
    let locations = |document: &Document<'_>| -> Vec<String> {
        let found = document
            .descendants()
            .filter(|node| node.tag_name().name() == "loc");
        found
            .map(|node| node.text().expect("an address").to_owned())
            .collect()
    };
    let mut pages = BTreeSet::new();
    let shards = locations(&index);
    assert!(
        shards.contains(&format!("{BASE}/sitemap/people-2.xml")),
        "{shards:?}"
    );
    for shard in shards {
        let path = shard
            .strip_prefix(&format!("{BASE}/"))
            .expect("of this site")
            .to_owned();
        let document = Document::parse(page(&files, &path)).expect("XML");
        let found = locations(&document);
        assert!(!found.is_empty() && found.len() <= 40_000);
        let alternates = document
            .descendants()
            .filter(|node| node.has_tag_name(("http://www.w3.org/1999/xhtml", "link")));
        assert_eq!(alternates.count(), found.len() * 2);
        for address in found {
            let path = address
                .strip_prefix(&format!("{BASE}/"))
                .expect("of this site")
                .to_owned();
            assert!(files.contains_key(&path), "{path}");
            assert!(pages.insert(path), "twice: {address}");
        }
    }
    for path in files.keys().filter(|path| {
        // The folder of a person is called by two characters of the identifier; those of letters and facets are words.
        let mut parts = path.split('/').skip(1);
        parts.next() == Some("people") && parts.next().is_some_and(|folder| folder.len() == 2)
    }) {
        let is_stub = page(&files, path).contains("http-equiv=\"refresh\"");
        assert!(pages.contains(path) != is_stub, "{path}");
    }
    let robots = page(&files, "robots.txt");
    assert!(
        robots.contains("Disallow: /memorial/en/book/\n")
            && robots.ends_with(&format!("Sitemap: {BASE}/sitemap.xml\n")),
        "{robots}"
    );
    assert!(!pages.iter().any(|path| path.contains("/book/")));
}
