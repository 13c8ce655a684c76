//! Figures of the dead side by side: one row a claim, an axis from 0, an open arrow for "over"; never summed.

use edition::{
    NumberRange,
    edition::{Fact, Shown},
};
use maud::{Markup, html};

use crate::{
    RenderError, escape,
    here::Here,
    notes,
    notes::Notes,
    numbers, page,
    plan::{Kind, Output},
    site, svg, values,
};

/// Width and height of a row's drawing.
const WIDTH: f64 = 300.0;
const HEIGHT: f64 = 24.0;

/// A figure: its unit and its scope in words, and the fact.
struct Figure<'a> {
    unit: Option<&'a str>,
    scope: Option<&'a Shown>,
    number: &'a NumberRange,
    fact: &'a Fact,
}

/// Writes the room.
pub(crate) fn write(here: &Here<'_>, output: &mut Output<'_>) -> Result<(), RenderError> {
    let mut figures: Vec<Figure<'_>> = here
        .site
        .members("tolls")
        .flat_map(|subject| &subject.facts)
        .filter_map(figure)
        .collect();
    figures.sort_by(|one, two| {
        (rank(one.unit), one.unit, one.scope, one.number).cmp(&(
            rank(two.unit),
            two.unit,
            two.scope,
            two.number,
        ))
    });
    let mut notes = Notes::default();
    let tables = html! { @for same_unit in figures.chunk_by(|one, two| one.unit == two.unit) { (table(here, &mut notes, same_unit)) } };
    let body = html! {
        (page::room_heading(here, "tolls"))
        p.asserts { (here.say("tolls-never-summed")) }
        p.count { (here.words.count("count-figures", figures.len() as u64)) (here.lang().comma()) (page::as_of(here)) "." }
        (tables)
        section aria-labelledby="estimate" { h2 #estimate { (here.say("estimate-title")) } p { (here.say("estimate-none")) } }
        (notes.list(here))
    };
    let page = page::frame(
        here,
        &page::room_title(here, "tolls"),
        "tolls",
        "room wide",
        body,
    );
    output.page(here.lang(), &here.path, &page, Kind::Other)
}

/// Figures of people stand first, what counts something else after them.
fn rank(unit: Option<&str>) -> usize {
    const ORDER: [&str; 4] = ["people", "deaths", "names", "sites"];
    let place = |unit| ORDER.iter().position(|known| *known == unit);
    unit.and_then(place).unwrap_or(ORDER.len())
}

fn figure(fact: &Fact) -> Option<Figure<'_>> {
    let Shown::Number(number) = &fact.value else {
        return None;
    };
    if fact.property.as_str() != "toll" {
        return None;
    }
    let unit = match site::qualifier(fact, "unit") {
        Some(Shown::Term(term)) => Some(term.as_str()),
        _ => None,
    };
    Some(Figure {
        unit,
        scope: site::qualifier(fact, "scope"),
        number,
        fact,
    })
}

/// All figures of one unit on one axis, grouped by what exactly they count.
fn table<'a>(here: &Here<'_>, notes: &mut Notes<'a>, figures: &[Figure<'a>]) -> Markup {
    let greatest = figures
        .iter()
        .filter_map(|figure| figure.number.high().max(figure.number.low()))
        .max()
        .unwrap_or(1);
    let end = axis_end(greatest);
    let unit = figures.first().and_then(|figure| figure.unit);
    html! {
        section {
            h2 { @match unit { Some(unit) => (here.term(unit)), None => (here.say("unit-not-given")) } }
            p.small { (here.words.fill("tolls-axis", &[("number", &numbers::whole(here.lang(), end))])) }
            div.scroll tabindex="0" {
                table.tolls.stack {
                    thead { tr {
                        th scope="col" { (here.say("column-figure")) }
                        th scope="col" { (here.say("column-drawn")) }
                        th scope="col" { (here.say("column-said-by")) }
                        th scope="col" { (here.say("column-when")) }
                        th scope="col" { (here.say("column-basis")) }
                        th scope="col" { (here.say("column-repeats")) }
                    } }
                    @for same_scope in figures.chunk_by(|one, two| one.scope == two.scope) {
                        tbody {
                            tr.scope { th scope="rowgroup" colspan="6" {
                                @match same_scope.first().and_then(|figure| figure.scope) {
                                    Some(scope) => (values::shown(here, scope)),
                                    None => (here.say("scope-not-given")),
                                }
                            } }
                            @for figure in same_scope { (row(here, notes, figure, end)) }
                        }
                    }
                }
            }
        }
    }
}

/// The end of the axis: the next 1, 2 or 5 with zeros that is greater than the greatest figure.
fn axis_end(greatest: u64) -> u64 {
    let mut end = 10u64;
    for step in [2, 5, 10].into_iter().cycle() {
        if end > greatest || end > u64::MAX / 100 {
            break;
        }
        // 10, 20, 50, 100: from the power below.
        end = match step {
            2 => end * 2,
            5 => end / 2 * 5,
            _ => end * 2,
        };
    }
    end
}

fn row<'a>(here: &Here<'_>, notes: &mut Notes<'a>, figure: &Figure<'a>, end: u64) -> Markup {
    let fact = figure.fact;
    html! {
        tr {
            th.figure scope="row" {
                (numbers::range(here.words, figure.number)) (notes.marks(here, &fact.citations))
                @for cited in &fact.citations {
                    @if let Some(note) = &cited.certainty_note { br; small.from-source { (escape::value(note, None)) } }
                }
            }
            td { (bar(here, figure.number, end)) }
            td data-label=(here.say("column-said-by")) { (said_by(here, fact)) }
            td data-label=(here.say("column-when")) { @match site::qualifier(fact, "date") { Some(date) => (values::shown(here, date)), None => span.gap { (here.say("not-given")) } } }
            td data-label=(here.say("column-basis")) { (basis(here, fact)) }
            td data-label=(here.say("column-repeats")) { (repeats(here, fact)) }
        }
    }
}

/// Where the figure can be read first, and how sure it is.
fn basis(here: &Here<'_>, fact: &Fact) -> Markup {
    html! {
        @if let Some(cited) = fact.citations.first() {
            (notes::source(here, cited)) br; small { (here.term(cited.certainty.as_str())) }
        }
    }
}

/// The other sources that give the same figure in the same scope.
fn repeats(here: &Here<'_>, fact: &Fact) -> Markup {
    let first = fact.citations.first().and_then(|cited| cited.source);
    let mut others: Vec<_> = fact
        .citations
        .iter()
        .filter(|cited| cited.source.is_some() && cited.source != first)
        .collect();
    others.dedup_by_key(|cited| cited.source);
    html! {
        @for (place, cited) in others.iter().enumerate() {
            @if place > 0 { br; }
            (notes::source(here, cited))
        }
        @if others.is_empty() { span.gap { (here.say("repeats-none")) } }
    }
}

/// Every voice that gives the figure, and the source in which it stands.
fn said_by(here: &Here<'_>, fact: &Fact) -> Markup {
    html! {
        @for (place, cited) in fact.citations.iter().enumerate() {
            @if place > 0 { br; }
            @for (place, voice) in cited.voices.iter().enumerate() {
                @if place > 0 { (here.lang().comma()) (here.say(if voice.said { "voice-said-by" } else { "voice-reported-by" })) " " }
                (notes::who(here, voice))
            }
            @if cited.voices.is_empty() { (notes::source(here, cited)) }
        }
    }
}

/// The figure on the axis: a stroke for one number, a bar for a range, an arrow that stays open for "or more".
fn bar(here: &Here<'_>, number: &NumberRange, end: u64) -> Markup {
    let along = |number: u64| number as f64 / end as f64 * (WIDTH - 20.0);
    let mirrored = here.lang().is_rtl();
    let x = |along: f64| svg::length(if mirrored { WIDTH - along } else { along });
    let line = |from: f64, to: f64| format!("M{} 12H{}", x(from), x(to));
    html! {
        svg.bar viewBox="0 0 300 24" width=(svg::length(WIDTH)) height=(svg::length(HEIGHT)) aria-hidden="true" {
            path.grid d=(format!("M{} 2V22M{} 12H{}", x(0.0), x(0.0), x(WIDTH))) {}
            @match (number.low(), number.high()) {
                (Some(low), Some(high)) if low == high => path.stroke d=(format!("M{} 4V20", x(along(low)))) {},
                (Some(low), Some(high)) => path.range d=(line(along(low), along(high))) {},
                (Some(low), None) => {
                    path.stroke d=(format!("M{} 4V20", x(along(low)))) {}
                    path.arrow d=(format!("{}M{} 7L{} 12L{} 17", line(along(low), WIDTH - 2.0), x(WIDTH - 8.0), x(WIDTH - 2.0), x(WIDTH - 8.0))) {}
                },
                (None, Some(high)) => {
                    path.stroke d=(format!("M{} 4V20", x(along(high)))) {}
                    path.arrow d=(line(along(high), 0.0)) {}
                },
                (None, None) => {},
            }
        }
    }
}
