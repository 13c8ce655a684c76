//! The programme: its parts in order, who speaks and as what.

use edition::edition::Subject;
use maud::{Markup, html};

use crate::{
    RenderError, escape,
    here::Here,
    page,
    plan::{Kind, Output},
    rooms::{remarks, source, timeline},
    site, values,
};

/// Kinds of file that can be heard or watched.
const RECORDINGS: [&str; 2] = ["audio/", "video/"];

/// Writes the room.
pub(crate) fn write(here: &Here<'_>, output: &mut Output<'_>) -> Result<(), RenderError> {
    let body = html! {
        (page::room_heading(here, "programme"))
        ol.programme { @for subject in here.site.members("programme") { (part(here, subject)) } }
    };
    let page = page::frame(
        here,
        &page::room_title(here, "programme"),
        "programme",
        "room",
        body,
    );
    output.page(here.lang(), &here.path, &page, Kind::Other)
}

fn part(here: &Here<'_>, subject: &Subject) -> Markup {
    html! {
        li id=(subject.id) {
            h2 { (here.record(subject.id)) }
            (remarks::when(here, subject, "held-at"))
            @for fact in site::facts(subject, "speaker") {
                p { (values::shown(here, &fact.value)) " " small { (remarks::first(here, subject, "speaker-role")) } }
            }
            (remarks::posts_in_short(here, subject))
            (timeline::described(here, subject))
            (heard(here, subject))
            (timeline::sources(here, subject))
        }
    }
}

/// What was said in a part, and its recordings with captions and transcript, each on a page of its own.
fn heard(here: &Here<'_>, subject: &Subject) -> Markup {
    let said: Vec<_> = subject
        .referred_by
        .iter()
        .filter(|(property, _)| property.as_str() == "occasion")
        .map(|(_, id)| *id)
        .collect();
    let mut cited: Vec<_> = subject
        .facts
        .iter()
        .flat_map(|fact| &fact.citations)
        .filter_map(|cited| cited.item)
        .collect();
    cited.sort_unstable();
    cited.dedup();
    let recordings = here.site.edition.items.iter().filter(|item| {
        let is_recording = item.file.as_ref().is_some_and(|file| {
            RECORDINGS
                .iter()
                .any(|kind| file.media_type.starts_with(kind))
        });
        is_recording && cited.binary_search(&item.number).is_ok()
    });
    html! {
        @if !said.is_empty() {
            p { (here.say("said-there")) (here.lang().colon())
                @for (place, id) in said.iter().enumerate() { @if place > 0 { (here.lang().semicolon()) } (here.record(*id)) }
            }
        }
        @for item in recordings {
            p { (here.say("recording")) (here.lang().colon())
                a href=(here.to_item(item.number, None)) {
                    @match &item.title { Some(title) => (escape::value(title, None)), None => (escape::code(&item.number.to_string())) }
                }
                @if !item.presented.captions.is_empty() {
                    " " small { "(" (here.say("captions-in")) " "
                        @for (place, (language, _)) in item.presented.captions.iter().enumerate() {
                            @if place > 0 { (here.lang().comma()) }
                            (source::language_name(here, language.as_str()))
                        }
                    ")" }
                }
            }
        }
    }
}
