//! The exhibition and its rooms: what there is and how many, and where each can be found.

use super::{address, claims, head, item_id, made_up, record_id};
use crate::{here::Here, json::Json, page, site};

/// Members of a room that are listed with their addresses. Chosen by us: longer lists are found through the sitemap.
const LISTED: usize = 40;

/// The site, and who publishes it.
pub(super) fn exhibition(here: &Here<'_>, json: &mut Json) {
    let edition = here.site.edition.whole();
    let lang = here.lang();
    json.object(|json| {
        head(json, "WebSite", &website(here));
        let title = site::localized(&edition.title, lang);
        json.text(
            "name",
            title.map_or(&edition.archive_name, |(_, title)| title),
        );
        if let Some((_, claim)) = site::localized(&edition.claim, lang) {
            json.text("description", claim);
        }
        made_up(here, json);
        json.list("inLanguage", |json| {
            for other in &here.site.options.languages {
                json.string(other.tag());
            }
        });
        json.node("publisher", |json| {
            json.text("@type", "Organization");
            json.text("name", &edition.archive_name);
        });
        json.list("hasPart", |json| {
            for room in page::rooms(here.site) {
                let id = room_id(here, room);
                json.object(|json| {
                    head(json, "CollectionPage", &id);
                    json.text("name", &page::room_title(here, room));
                });
            }
        });
    });
}

fn website(here: &Here<'_>) -> String {
    format!("{}#exhibition", address(here, "index.html"))
}

fn room_id(here: &Here<'_>, room: &str) -> String {
    format!("{}#room", address(here, &format!("{room}/index.html")))
}

/// A room with the list of what stands in it; the room of figures with its claims.
pub(super) fn room(here: &Here<'_>, json: &mut Json, room: &str) {
    let edition = here.site.edition.whole();
    let members: Vec<String> = match room {
        "documents" => edition
            .items
            .iter()
            .take(LISTED)
            .map(|item| item_id(here, item.number))
            .collect(),
        // A wall of names is no list for machines: they are led to it by the sitemap.
        "people" | "book" => Vec::new(),
        room => here
            .site
            .members(room)
            .take(LISTED)
            .map(|subject| record_id(here, subject.id))
            .collect(),
    };
    let count = match room {
        "documents" => edition.items.len(),
        room => here.site.members(room).count(),
    };
    json.object(|json| {
        head(
            json,
            if room == "about" {
                "AboutPage"
            } else {
                "CollectionPage"
            },
            &room_id(here, room),
        );
        json.text("name", &page::room_title(here, room));
        json.text("inLanguage", here.lang().tag());
        made_up(here, json);
        json.node("isPartOf", |json| json.text("@id", &website(here)));
        if count > 0 {
            json.node("mainEntity", |json| {
                json.text("@type", "ItemList");
                json.number("numberOfItems", count as u64);
                json.some("itemListElement", |json| {
                    for (position, id) in (1..).zip(&members) {
                        json.object(|json| {
                            json.text("@type", "ListItem");
                            json.number("position", position);
                            json.node("item", |json| json.text("@id", id));
                        });
                    }
                });
            });
        }
    });
    if room == "tolls" {
        for subject in here.site.members("tolls").take(LISTED) {
            for fact in site::facts(subject, "toll") {
                claims::toll(here, json, Some(&record_id(here, subject.id)), fact);
            }
        }
    }
}
