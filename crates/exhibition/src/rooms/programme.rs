//! The programme: its parts in order, who speaks and as what.

use edition::edition::Subject;
use maud::{Markup, html};

use crate::{
    RenderError,
    here::Here,
    page,
    plan::{Kind, Output},
    rooms::{remarks, timeline},
    site, values,
};

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
            p.when { (remarks::first(here, subject, "date")) @if site::facts(subject, "held-at").next().is_some() { " · " (remarks::first(here, subject, "held-at")) } }
            @for fact in site::facts(subject, "speaker") {
                p { (values::shown(here, &fact.value)) " " small { (remarks::first(here, subject, "speaker-role")) } }
            }
            (timeline::described(here, subject))
            (timeline::sources(here, subject))
        }
    }
}
