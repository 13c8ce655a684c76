//! The room of graves: a map drawn here, the same data as a table, and a page for each place.

mod map;
mod state;

use edition::{
    Position,
    edition::{Shown, Subject},
};
use maud::{Markup, PreEscaped, html};

use crate::{
    RenderError, escape,
    here::Here,
    notes::Notes,
    numbers, page,
    pictures::figure,
    plan::{Kind, Output},
    rooms::{person, record},
    site, svg, values,
};

/// A site with its number in the table and its first known point.
pub(crate) struct Site<'a> {
    number: i64,
    subject: &'a Subject,
    position: Option<Position>,
}

/// Writes the room and the map as a file.
pub(crate) fn write(here: &Here<'_>, output: &mut Output<'_>) -> Result<(), RenderError> {
    let sites: Vec<Site<'_>> = (1..)
        .zip(here.site.members("graves"))
        .map(|(number, subject)| Site {
            number,
            subject,
            position: position(subject),
        })
        .collect();
    let title = page::room_title(here, "graves");
    let drawing = map::draw(here, &sites, None);
    let mut notes = Notes::default();
    let table = table(here, &mut notes, &sites);
    let body = html! {
        (page::room_heading(here, "graves"))
        p.count { (here.words.count("count-sites", sites.len() as u64)) (here.lang().comma()) (page::as_of(here)) "." }
        @if let Some(drawing) = &drawing {
            figure.map {
                div.scroll tabindex="0" role="group" aria-label=(here.say("map-title")) { (drawing.inline(here)) }
                figcaption {
                    (map::legend(here))
                    p.small {
                        (projection(here, drawing.parallel)) " "
                        (here.say("map-borders")) " "
                        a href="map.svg" { (here.say("map-file")) }
                    }
                }
            }
        }
        (table)
        (notes.list(here))
    };
    output.page(
        here.lang(),
        &here.path,
        &page::frame(here, &title, "graves", "room wide", body),
        Kind::List,
    )?;
    if let Some(drawing) = drawing {
        output.page(
            here.lang(),
            "graves/map.svg",
            &drawing.file(here),
            Kind::Other,
        )?;
    }
    Ok(())
}

/// The map as a drawing of its own: of all sites, or of one place alone; `None` where no point is given.
pub(crate) fn drawing(here: &Here<'_>, place: Option<&Subject>) -> Option<String> {
    let members: Vec<&Subject> = match place {
        Some(subject) => vec![subject],
        None => here.site.members("graves").collect(),
    };
    let sites: Vec<Site<'_>> = (1..)
        .zip(members)
        .map(|(number, subject)| Site {
            number,
            subject,
            position: position(subject),
        })
        .collect();
    let drawing = map::draw(here, &sites, place.map(|_| 420))?;
    let file = drawing.file(here);
    // What sets drawings for print counts the ends of a text from the left, whichever way it runs.
    Some(if here.lang().is_rtl() {
        let (start, end, swap) = (
            "text-anchor=\"start\"",
            "text-anchor=\"end\"",
            "text-anchor=\"-\"",
        );
        file.replace(start, swap)
            .replace(end, start)
            .replace(swap, end)
    } else {
        file
    })
}

/// How the earth was laid flat.
fn projection(here: &Here<'_>, parallel: i64) -> String {
    let number = numbers::plain(here.lang(), parallel.abs());
    let id = if parallel < 0 {
        "map-projection-south"
    } else {
        "map-projection"
    };
    here.words.fill(id, &[("number", &number)])
}

/// The first point that is given for a place.
fn position(subject: &Subject) -> Option<Position> {
    site::facts(subject, "location").find_map(|fact| match &fact.value {
        Shown::Position(position) => Some(*position),
        _ => None,
    })
}

fn table<'a>(here: &Here<'_>, notes: &mut Notes<'a>, sites: &[Site<'a>]) -> Markup {
    // Where no source names anybody, a column of noughts would say that nobody lies there.
    let with_people = sites
        .iter()
        .any(|site| state::people(here, site.subject).next().is_some());
    html! {
        div.scroll tabindex="0" {
            table.stack {
                caption { (here.say("sites-table")) }
                thead { tr {
                    th scope="col" { (here.say("column-number")) }
                    th scope="col" { (here.say("column-site")) }
                    th scope="col" { (here.property("city")) }
                    th scope="col" { (here.property("place-kind")) }
                    th scope="col" { (here.say("column-precision")) }
                    th scope="col" { (here.say("column-since")) }
                    th scope="col" { (here.property("condition")) }
                    @if with_people { th scope="col" { (here.say("column-buried")) } }
                } }
                tbody { @for site in sites { (row(here, notes, site, with_people)) } }
            }
        }
    }
}

fn row<'a>(here: &Here<'_>, notes: &mut Notes<'a>, site: &Site<'a>, with_people: bool) -> Markup {
    let subject = site.subject;
    let second = site::names(here.lang(), &subject.names).1;
    let people = state::people(here, subject).count() as u64;
    let label = |property| here.property(property).into_string();
    html! {
        tr id=(subject.id) {
            td.figure { (numbers::plain(here.lang(), site.number)) }
            th scope="row" { (here.record(subject.id)) @if let Some(name) = second { br; span.other { (escape::name(name)) } } }
            td data-label=(label("city")) { (cell(here, notes, subject, "city")) }
            td data-label=(label("place-kind")) { (cell(here, notes, subject, "place-kind")) }
            td data-label=(here.say("column-precision")) { @match site.position { Some(position) => (values::precision(here, position.precision)), None => (here.say("no-point")) } }
            td data-label=(here.say("column-since")) { (state::since(here, subject)) }
            td data-label=(label("condition")) { (cell(here, notes, subject, "condition")) }
            @if with_people {
                td.figure data-label=(here.say("column-buried")) {
                    @if people > 0 { (numbers::whole(here.lang(), people)) } @else { span.silent { "–" } }
                }
            }
        }
    }
}

/// Every version of a property, one a line.
fn cell<'a>(
    here: &Here<'_>,
    notes: &mut Notes<'a>,
    subject: &'a Subject,
    property: &str,
) -> Markup {
    html! {
        @for (place, fact) in site::readable(here.lang(), subject.facts.iter().filter(|fact| fact.property.as_str() == property)).into_iter().enumerate() {
            @if place > 0 { br; }
            (values::version(here, notes, fact))
        }
    }
}

/// The page of a place.
pub(crate) fn place<'a>(here: &Here<'a>, subject: &'a Subject) -> String {
    if !here.site.is_grave(subject.id) {
        return record::page(here, subject);
    }
    let mut notes = Notes::default();
    let state = state::over_time(here, &mut notes, subject);
    let pictures = figure::section(here, &mut notes, subject, None, 12);
    let threats = state::threats(here, &mut notes, subject);
    let buried = state::buried(here, &mut notes, subject);
    let facts = values::rows(
        here,
        &mut notes,
        subject,
        &["name", "condition", "portrait", "photograph", "threat"],
    );
    let names = person::spellings(here, &mut notes, subject);
    let second = site::names(here.lang(), &subject.names).1;
    let site = Site {
        number: 1,
        subject,
        position: position(subject),
    };
    let locator = map::draw(here, std::slice::from_ref(&site), Some(420));
    let body = html! {
        (page::heading(page::back(here, "graves"), here.called(subject.id, &subject.names), html! {
            @if let Some(name) = second { p.other { (escape::name(name)) } }
            (crate::scripts::beside(here, subject.id, &subject.names))
            @if let Some(position) = site.position { p.precision { (here.say("column-precision")) (here.lang().colon()) (values::precision(here, position.precision)) } }
        }))
        @if let Some(drawing) = locator {
            figure.locator {
                (drawing.inline(here))
                figcaption { p.small { (projection(here, drawing.parallel)) " " (here.say("map-borders")) " " (here.say("map-moved")) } }
            }
        }
        p.asserts { (here.say("sites-not-surveyed")) }
        div.with-notes {
            div {
                (state)
                (pictures)
                (threats)
                (buried)
                (values::section(here, &facts, &subject.gaps))
                (names)
                (person::pairs(here, &subject.open_pairs))
                (person::mentions(here, &state::others(subject)))
            }
            (notes.list(here))
        }
        (person::correction(here, subject))
    };
    page::frame(here, &record::title(here, subject), "graves", "site", body)
}

impl map::Drawing {
    /// The drawing inside a page, where the style sheet colours it.
    fn inline(&self, here: &Here<'_>) -> Markup {
        html! {
            svg.drawing viewBox=(format!("0 0 {} {}", self.width, self.height)) role="img" aria-label=(here.say("map-title"))
                direction=(here.lang().direction().as_str()) { (self.body) }
        }
    }

    /// The drawing as a file of its own.
    fn file(&self, here: &Here<'_>) -> String {
        let PreEscaped(_) = &self.body;
        svg::file(
            here.lang(),
            self.width,
            self.height,
            here.say("map-title"),
            &self.body,
        )
    }
}
