//! What a page says to machines: JSON-LD in the words of schema.org, made from the same edition as the page, so that it holds
//! nothing that the page may not show.
//!
//! A thing has one identifier, whatever the language of the page: its address in the first language with an anchor. Nothing is
//! said to be true here either: what sources say is a claim with an author, and a date stands only where no source contradicts it.

mod claims;
mod event;
mod item;
mod person;
mod place;
mod room;
mod source;
mod statement;

use edition::{
    EvidenceNumber, RecordId, RecordKind, SourceId,
    edition::{Fact, ItemCard, Name, Shown, ShownDate, SourceCard, Subject},
};

use crate::{dates, here::Here, json::Json, site};

/// Sources, spellings and dates that stand in the data of a page at most. Chosen by us, for the bytes of a page of a person: the
/// page itself has all of them, and so has the data to take away.
const AT_MOST: usize = 6;

/// What a page is about.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) enum About<'a> {
    /// Nothing that a machine could use.
    #[default]
    Nothing,
    /// The exhibition.
    Exhibition,
    /// A room.
    Room(&'a str),
    /// A record.
    Subject(&'a Subject),
    /// An item.
    Item(&'a ItemCard),
    /// A source.
    Source(&'a SourceCard),
}

/// The data of the page, escaped for HTML; empty when there is none.
pub(crate) fn of(here: &Here<'_>) -> String {
    if matches!(here.about, About::Nothing) {
        return String::new();
    }
    Json::of(|json| {
        json.text("@context", "https://schema.org");
        json.list("@graph", |json| match here.about {
            About::Nothing => {}
            About::Exhibition => room::exhibition(here, json),
            About::Room(room) => room::room(here, json, room),
            About::Item(item) => item::item(here, json, item),
            About::Source(source) => source::source(here, json, source),
            About::Subject(subject) => record(here, json, subject),
        });
    })
}

fn record(here: &Here<'_>, json: &mut Json, subject: &Subject) {
    match subject.id.kind() {
        RecordKind::Person => person::person(here, json, subject),
        RecordKind::Place => place::place(here, json, subject),
        RecordKind::Event | RecordKind::Proceeding => event::event(here, json, subject),
        RecordKind::Statement => statement::statement(here, json, subject),
        RecordKind::Group => person::group(here, json, subject),
    }
}

/// Address of `path`, counted from the folder of a language, for use as an identifier: in the first language, whole where the site
/// has an address of its own.
fn address(here: &Here<'_>, path: &str) -> String {
    let options = here.site.options;
    let first = options.languages.first().map_or("en", |lang| lang.tag());
    match &options.base_address {
        Some(base) => format!("{}/{first}/{path}", base.trim_end_matches('/')),
        None if first == here.lang().tag() && path == here.path => String::new(),
        None if first == here.lang().tag() => here.to(path),
        None => format!("{}../{first}/{path}", here.up),
    }
}

fn record_id(here: &Here<'_>, id: RecordId) -> String {
    let anchor = match id.kind() {
        RecordKind::Person => "person",
        RecordKind::Group => "group",
        RecordKind::Place => "place",
        RecordKind::Event | RecordKind::Proceeding => "event",
        RecordKind::Statement => "words-1",
    };
    format!("{}#{anchor}", address(here, &here.site.address(id)))
}

fn source_id(here: &Here<'_>, id: SourceId) -> String {
    format!("{}#source", address(here, &site::source_address(id)))
}

fn item_id(here: &Here<'_>, number: EvidenceNumber) -> String {
    format!("{}#item", address(here, &site::item_page(number, 1)))
}

/// What it is and which one.
fn head(json: &mut Json, kind: &str, id: &str) {
    json.text("@type", kind);
    json.text("@id", id);
}

/// That the data are made up, where they are.
fn made_up(here: &Here<'_>, json: &mut Json) {
    if here.site.edition.face().made_up {
        json.text("disambiguatingDescription", here.say("made-up"));
    }
}

/// Names in all spellings, the reader's first, each with its language where it is known.
fn names(here: &Here<'_>, json: &mut Json, names: &[Name]) {
    let Some(first) = site::names(here.lang(), names).0 else {
        return;
    };
    json.text("name", &first.text);
    json.some("alternateName", |json| {
        for name in names.iter().filter(|name| *name != first).take(AT_MOST) {
            spelled(json, name);
        }
    });
}

fn spelled(json: &mut Json, name: &Name) {
    match &name.language {
        None => json.string(&name.text),
        Some(language) => json.object(|json| {
            json.text("@language", language.as_str());
            json.text("@value", &name.text);
        }),
    }
}

/// The sources of `facts` as `key`, each once.
fn sources<'a>(here: &Here<'_>, json: &mut Json, key: &str, facts: impl Iterator<Item = &'a Fact>) {
    let mut sources: Vec<SourceId> = facts
        .flat_map(|fact| &fact.citations)
        .filter_map(|cited| cited.source)
        .collect();
    sources.sort_unstable();
    sources.dedup();
    json.some(key, |json| {
        for source in sources.into_iter().take(AT_MOST) {
            json.object(|json| json.text("@id", &source_id(here, source)));
        }
    });
}

/// The one date that machines may take for the value of `property`: said by nobody otherwise, sharp, and not called uncertain.
fn date(subject: &Subject, property: &str) -> Option<String> {
    let mut sharp = site::facts(subject, property).filter_map(|fact| match &fact.value {
        Shown::Date(date) if !fact.disputed => sound(date),
        _ => None,
    });
    let first = sharp.next()?;
    let is_disputed = site::facts(subject, property).any(|fact| fact.disputed);
    (!is_disputed && sharp.all(|other| other == first)).then_some(first)
}

fn sound(date: &ShownDate) -> Option<String> {
    if date.problem || date.uncertain || date.approximate {
        return None;
    }
    dates::machine(date)
}

/// Every date that sources state, as they state it (EDTF), with its calendar.
fn stated(json: &mut Json, subject: &Subject, properties: &[&str]) {
    let facts = properties
        .iter()
        .flat_map(|property| site::facts(subject, property));
    json.some("additionalProperty", |json| {
        let dates = facts.filter_map(|fact| match &fact.value {
            Shown::Date(date) if !date.problem => Some((fact, date)),
            _ => None,
        });
        // What stands as a date of birth already is not said twice.
        let born = self::date(subject, "born");
        let rest = dates.filter(|(fact, date)| {
            fact.property.as_str() != "born" || born.as_deref() != Some(&*date.stated)
        });
        for (fact, date) in rest.take(AT_MOST) {
            json.object(|json| {
                json.text("@type", "PropertyValue");
                json.text("propertyID", fact.property.as_str());
                json.text("value", &date.stated);
                if date.calendar != edition::Calendar::Gregorian {
                    json.text("unitText", date.calendar.as_str());
                }
            });
        }
    });
}

/// The place that nobody disputes as the value of `property`.
fn place_of(here: &Here<'_>, json: &mut Json, subject: &Subject, property: &str, key: &str) {
    if let Some(fact) = site::facts(subject, property).find(|fact| !fact.disputed) {
        thing(here, json, key, "Place", &fact.value);
    }
}

/// A record, or what is known by its name only, under `key`; nothing where it is withheld.
fn thing(here: &Here<'_>, json: &mut Json, key: &str, kind: &str, value: &Shown) {
    match value {
        Shown::Text { text, .. } => json.node(key, |json| {
            if !kind.is_empty() {
                json.text("@type", kind);
            }
            json.text("name", text);
        }),
        Shown::Record { id, names } => json.node(key, |json| {
            let kind = match id.kind() {
                RecordKind::Person => "Person",
                RecordKind::Group => "Organization",
                RecordKind::Place => "Place",
                _ => "Event",
            };
            head(json, kind, &record_id(here, *id));
            if let Some(name) = site::names(here.lang(), names).0 {
                json.text("name", &name.text);
            }
        }),
        _ => {}
    }
}
