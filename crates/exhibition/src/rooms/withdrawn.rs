//! The addresses of what an earlier release showed and this one does not: a visible gap with its reason, in every language.

use std::collections::BTreeSet;

use edition::{
    RecordId, RecordKind,
    edition::{Public, Reason},
};
use maud::html;

use crate::{
    RenderError, escape,
    here::Here,
    page,
    plan::{Kind, Output},
    rooms::record,
    site,
    site::Site,
    words::Words,
};

/// Writes a page at every address that something withdrawn may have had.
pub(crate) fn write(
    site: &Site<'_>,
    words: &Words,
    output: &mut Output<'_>,
) -> Result<(), RenderError> {
    let standing: BTreeSet<String> = if site.edition.withdrawn.is_empty() {
        BTreeSet::new()
    } else {
        taken(site)
    };
    for (public, reason) in &site.edition.withdrawn {
        for path in addresses(site, *public) {
            if !standing.contains(&path) {
                let here = Here::new(site, words, path);
                let page = gap(&here, *public, *reason);
                output.page(words.lang, &here.path, &page, Kind::Other)?;
            }
        }
    }
    Ok(())
}

/// Addresses at which something else stands by now.
fn taken(site: &Site<'_>) -> BTreeSet<String> {
    let mut taken = BTreeSet::new();
    for subject in &site.edition.subjects {
        let address = site.address(subject.id);
        for also in &subject.also {
            taken.insert(record::address_as(&address, subject.id, *also));
        }
        taken.insert(address);
    }
    taken
}

/// Every address that it may have had: what kind of person or place a record was is not known any more.
fn addresses(site: &Site<'_>, public: Public) -> Vec<String> {
    match public {
        Public::Record(id) if site.subject(id).is_none() => records(id),
        Public::Source(id) if site.source(id).is_none() => vec![site::source_address(id)],
        Public::Item(number) if site.item(number).is_none() => vec![site::item_page(number, 1)],
        Public::Record(_) | Public::Source(_) | Public::Item(_) => Vec::new(),
    }
}

fn records(id: RecordId) -> Vec<String> {
    let name = id.to_string();
    let folders = match id.kind() {
        RecordKind::Person => {
            let shard = name.get(1..3).unwrap_or("00");
            return vec![
                format!("people/{shard}/{name}.html"),
                format!("officials/{name}.html"),
            ];
        }
        RecordKind::Place => ["graves", "places"].as_slice(),
        RecordKind::Statement => &["remarks", "demands"],
        RecordKind::Event => &["events"],
        RecordKind::Group => &["groups"],
        RecordKind::Proceeding => &["proceedings"],
    };
    folders
        .iter()
        .map(|folder| format!("{folder}/{name}.html"))
        .collect()
}

/// The page that says so.
fn gap(here: &Here<'_>, public: Public, reason: Reason) -> String {
    let (room, number) = match public {
        Public::Record(id) => (
            match id.kind() {
                RecordKind::Person => "people",
                RecordKind::Place => "graves",
                RecordKind::Statement => "remarks",
                RecordKind::Event => "timeline",
                RecordKind::Group | RecordKind::Proceeding => "documents",
            },
            id.to_string(),
        ),
        Public::Source(id) => ("documents", id.to_string()),
        Public::Item(number) => ("documents", number.to_string()),
    };
    let what = match public {
        Public::Record(_) => "withdrawn-record",
        Public::Source(_) => "withdrawn-source",
        Public::Item(_) => "withdrawn-item",
    };
    let body = html! {
        header.room {
            p.number { (escape::code(&number)) }
            h1 { (here.say("withdrawn-here")) }
        }
        p { (here.say(what)) }
        p.gap { (here.words.fill("withdrawn-reason", &[("reason", here.reason(reason))])) }
        p { (here.say("withdrawn-kept")) }
        @if page::rooms(here.site).contains(&room) {
            p { a href=(here.to(&format!("{room}/index.html"))) { (escape::Data(&page::room_title(here, room))) } }
        }
        p.small { a href=(here.to("about/index.html#correct")) { (here.say("correct-how")) } }
    };
    page::frame(here, here.say("withdrawn-here"), room, "withdrawn", body)
}
