//! The rooms and the pages of records, each in a file of its own.

pub(crate) mod about;
pub(crate) mod book;
pub(crate) mod commission;
pub(crate) mod demands;
pub(crate) mod documents;
pub(crate) mod door;
pub(crate) mod entrance;
pub(crate) mod facets;
pub(crate) mod graves;
pub(crate) mod item;
pub(crate) mod lists;
pub(crate) mod naming;
pub(crate) mod official;
pub(crate) mod person;
pub(crate) mod press;
pub(crate) mod programme;
pub(crate) mod record;
pub(crate) mod remarks;
pub(crate) mod source;
pub(crate) mod timeline;
pub(crate) mod tolls;
pub(crate) mod wall;
pub(crate) mod wall_search;
pub(crate) mod withdrawn;

use edition::{RecordKind, edition::Subject};
use maud::html;

use crate::{
    RenderError,
    here::Here,
    linked::About,
    page,
    plan::{Kind, Output},
    site::Site,
    words::Words,
};

/// Writes the pages of a room.
pub(crate) fn write(
    site: &Site<'_>,
    words: &Words,
    room: &str,
    output: &mut Output<'_>,
) -> Result<(), RenderError> {
    let here = Here::new(site, words, format!("{room}/index.html")).about(About::Room(room));
    match room {
        "people" => wall::write(&here, output),
        "graves" => graves::write(&here, output),
        "documents" => documents::write(&here, output),
        "remarks" => remarks::write(&here, output),
        "commission" => commission::write(&here, output),
        "tolls" => tolls::write(&here, output),
        "timeline" => timeline::write(&here, output),
        "book" => book::write(&here, output),
        "programme" => programme::write(&here, output),
        "demands" => demands::write(&here, output),
        "press" => press::write(&here, output),
        "about" => about::write(&here, output),
        other => {
            let body = html! {
                (page::room_heading(&here, other))
                ul { @for subject in site.members(other) { li { (here.record(subject.id)) } } }
            };
            let page = page::frame(&here, &page::room_title(&here, other), other, "room", body);
            output.page(words.lang, &here.path, &page, Kind::Other)
        }
    }
}

/// Writes the page of a record, and a page that leads to it at each of its other addresses.
pub(crate) fn write_subject(
    site: &Site<'_>,
    words: &Words,
    subject: &Subject,
    output: &mut Output<'_>,
) -> Result<(), RenderError> {
    let address = site.address(subject.id);
    let here = Here::new(site, words, address.clone()).about(About::Subject(subject));
    let kind = match subject.id.kind() {
        RecordKind::Person if site.is_victim(subject.id) => Kind::Person,
        _ => Kind::Other,
    };
    let page = match subject.id.kind() {
        RecordKind::Person if site.is_victim(subject.id) => person::page(&here, subject),
        RecordKind::Person => official::page(&here, subject),
        RecordKind::Place => graves::place(&here, subject),
        RecordKind::Statement if site.is_demand(subject.id) => demands::page(&here, subject),
        RecordKind::Statement => remarks::page(&here, subject),
        RecordKind::Group | RecordKind::Event | RecordKind::Proceeding => {
            record::page(&here, subject)
        }
    };
    output.page(words.lang, &address, &page, kind)?;
    for also in &subject.also {
        let stub = Here::new(site, words, record::address_as(&address, subject.id, *also));
        if stub.path != address {
            let page = record::stub(&stub, subject);
            output.page(words.lang, &stub.path, &page, Kind::Other)?;
        }
    }
    Ok(())
}
