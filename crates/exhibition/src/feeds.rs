//! What was added, changed and withdrawn, for those who follow: an Atom feed and a JSON Feed in each language.
//!
//! Documents, events, places, statements and releases are told; people are not, one by one: a list of names that comes in
//! would bury everything else, and nobody should get a stream of the dead. Days are those of the data, never of the writing.

use edition::{
    Day, RecordId, RecordKind,
    edition::{Public, Reason, Subject},
};
use maud::Markup;

use crate::{
    RenderError, dates, escape,
    here::Here,
    json::Json,
    numbers,
    plan::{Kind, Output},
    site,
    site::Site,
    words::Words,
};

/// Entries of a feed. Chosen by us: more than a month of a busy archive, and a file of some 50 kB.
const ENTRIES: usize = 100;

/// One thing that happened.
struct Entry {
    /// Address of what it is about, from the folder of the language.
    path: String,
    /// What tells it from other entries about the same; may be empty.
    anchor: String,
    title: String,
    day: String,
    text: String,
}

/// Writes both feeds of a language; nothing where the site has no address of its own, since what a reader takes away must lead back.
pub(crate) fn write(
    site: &Site<'_>,
    words: &Words,
    output: &mut Output<'_>,
) -> Result<(), RenderError> {
    let Some(base) = &site.options.base_address else {
        return Ok(());
    };
    let here = Here::new(site, words, "index.html".to_owned());
    let root = format!("{}/{}", base.trim_end_matches('/'), words.lang.tag());
    let entries = entries(&here);
    let newest = entries
        .first()
        .map_or(site.edition.as_of.as_str(), |entry| &entry.day);
    let newest = if newest.is_empty() {
        "1970-01-01"
    } else {
        newest
    };
    output.page(
        words.lang,
        "feed.atom",
        &atom(&here, &root, newest, &entries),
        Kind::Other,
    )?;
    output.page(
        words.lang,
        "feed.json",
        &json(&here, &root, &entries),
        Kind::Other,
    )
}

/// The links to the feeds in the head of a page; nothing where there are none.
pub(crate) fn links(here: &Here<'_>) -> Markup {
    maud::html! {
        @if here.site.options.base_address.is_some() {
            link rel="alternate" type="application/atom+xml" href=(here.to("feed.atom")) title=(here.say("feed-title"));
            link rel="alternate" type="application/feed+json" href=(here.to("feed.json")) title=(here.say("feed-title"));
        }
    }
}

/// What happened, the newest first.
fn entries(here: &Here<'_>) -> Vec<Entry> {
    let edition = here.site.edition.whole();
    let words = here.words;
    let mut entries = Vec::new();
    for item in edition.items.iter().filter(|item| !item.added.is_empty()) {
        let what = match &item.title {
            Some(title) => format!("{} · {title}", item.number),
            None => item.number.to_string(),
        };
        entries.push(Entry {
            path: site::item_page(item.number, 1),
            anchor: String::new(),
            title: words.fill("feed-added", &[("what", &what)]),
            day: item.added.clone(),
            text: String::new(),
        });
    }
    for subject in edition
        .subjects
        .iter()
        .filter(|subject| is_told(subject.id))
    {
        if let Some(day) = subject.updated {
            entries.push(Entry {
                path: here.site.address(subject.id),
                anchor: String::new(),
                title: words.fill("feed-changed", &[("what", &called(here, subject))]),
                day: iso(day),
                text: String::new(),
            });
        }
    }
    // When a thing was withdrawn is not known: after the last release, which still showed it, or before today.
    let since = edition
        .releases
        .last()
        .map_or(&edition.as_of, |release| &release.day);
    entries.extend(
        edition
            .withdrawn
            .iter()
            .filter_map(|(public, reason)| withdrawn(here, *public, *reason, since)),
    );
    for release in &edition.releases {
        let number = numbers::plain(
            words.lang,
            i64::try_from(release.number).unwrap_or(i64::MAX),
        );
        entries.push(Entry {
            path: "about/index.html".to_owned(),
            anchor: format!("#release-{}", release.number),
            title: words.fill("feed-release", &[("number", &number)]),
            day: release.day.clone(),
            text: release.note.clone(),
        });
    }
    entries.sort_by(|one, two| {
        (&two.day, &one.path, &one.anchor).cmp(&(&one.day, &two.path, &two.anchor))
    });
    entries.truncate(ENTRIES);
    entries
}

fn is_told(id: RecordId) -> bool {
    matches!(
        id.kind(),
        RecordKind::Event | RecordKind::Proceeding | RecordKind::Place | RecordKind::Statement
    )
}

fn withdrawn(here: &Here<'_>, public: Public, reason: Reason, since: &str) -> Option<Entry> {
    let (path, what) = match public {
        Public::Item(number) => (site::item_page(number, 1), number.to_string()),
        Public::Source(id) => (site::source_address(id), id.to_string()),
        Public::Record(id) if is_told(id) => (here.site.address(id), id.to_string()),
        Public::Record(_) => return None,
    };
    Some(Entry {
        path,
        anchor: "#withdrawn".to_owned(),
        title: here.words.fill("feed-withdrawn", &[("what", &what)]),
        day: since.to_owned(),
        text: here
            .words
            .fill("withheld", &[("reason", here.reason(reason))]),
    })
}

/// What it is called in a line of plain text.
fn called(here: &Here<'_>, subject: &Subject) -> String {
    match subject.id.kind() {
        RecordKind::Statement => crate::rooms::remarks::plain_title(here, subject),
        _ => crate::rooms::record::title(here, subject),
    }
}

/// A day as `YYYY-MM-DD`.
pub(crate) fn iso(day: Day) -> String {
    let civil = dates::gregorian(day);
    format!("{:04}-{:02}-{:02}", civil.year, civil.month, civil.day)
}

fn title(here: &Here<'_>) -> String {
    let edition = here.site.edition.whole();
    let title = site::localized(&edition.title, here.lang())
        .map_or(edition.archive_name.as_str(), |(_, title)| title);
    here.words.fill("feed-of", &[("what", title)])
}

fn atom(here: &Here<'_>, root: &str, newest: &str, entries: &[Entry]) -> String {
    let edition = here.site.edition.whole();
    let x = escape::xml;
    let mut feed = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<title>{}</title>\n<id>{root}/feed.atom</id>\n<updated>{newest}T00:00:00Z</updated>\n<author><name>{}</name></author>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"{root}/feed.atom\"/>\n<link rel=\"alternate\" type=\"text/html\" href=\"{root}/index.html\"/>\n",
        here.lang().tag(),
        x(&title(here)),
        x(&edition.archive_name),
        root = x(root),
    );
    if edition.made_up {
        feed.push_str(&format!(
            "<subtitle>{}</subtitle>\n",
            x(here.say("made-up"))
        ));
    }
    for entry in entries {
        let address = x(&format!("{root}/{}", entry.path));
        feed.push_str(&format!(
            "<entry><title>{}</title><id>{address}{}</id><updated>{}T00:00:00Z</updated><link rel=\"alternate\" type=\"text/html\" href=\"{address}\"/><summary>{}</summary></entry>\n",
            x(&entry.title),
            entry.anchor,
            entry.day,
            x(if entry.text.is_empty() { &entry.title } else { &entry.text }),
        ));
    }
    feed.push_str("</feed>\n");
    feed
}

fn json(here: &Here<'_>, root: &str, entries: &[Entry]) -> String {
    let edition = here.site.edition.whole();
    Json::of(|json| {
        json.text("version", "https://jsonfeed.org/version/1.1");
        json.text("title", &title(here));
        json.text("home_page_url", &format!("{root}/index.html"));
        json.text("feed_url", &format!("{root}/feed.json"));
        json.text("language", here.lang().tag());
        if edition.made_up {
            json.text("description", here.say("made-up"));
        }
        json.list("authors", |json| {
            json.object(|json| json.text("name", &edition.archive_name));
        });
        json.list("items", |json| {
            for entry in entries {
                let address = format!("{root}/{}", entry.path);
                json.object(|json| {
                    json.text("id", &format!("{address}{}", entry.anchor));
                    json.text("url", &address);
                    json.text("title", &entry.title);
                    json.text(
                        "content_text",
                        if entry.text.is_empty() {
                            &entry.title
                        } else {
                            &entry.text
                        },
                    );
                    json.text("date_modified", &format!("{}T00:00:00Z", entry.day));
                });
            }
        });
    })
}
