//! Everybody on one page: names only, in order, in sections that a browser may leave undrawn until they are looked at.

use maud::{PreEscaped, html};

use super::leaves;
use crate::{
    RenderError,
    here::Here,
    numbers, page,
    plan::{Kind, Output},
    wall::Order,
};

/// Where it stands.
pub(super) const ADDRESS: &str = "people/letter/all.html";

/// Names in a section.
const SECTION: usize = 500;

/// Thousands of bytes, rounded up: what a link to a large page says.
pub(super) fn kilobytes(bytes: usize) -> u64 {
    bytes.div_ceil(1000) as u64
}

/// Writes the page `at` from the short rows of everybody; returns its bytes. Nothing when there is nobody.
pub(super) fn write(
    at: &Here<'_>,
    order: &Order,
    rows: &[String],
    output: &mut Output<'_>,
) -> Result<usize, RenderError> {
    let wall = &at.site.wall;
    if wall.people.is_empty() {
        return Ok(0);
    }
    let mut people: Vec<usize> = (0..wall.people.len()).collect();
    people.sort_unstable_by_key(|person| order.rank[*person]);
    let title = at.say("wall-everybody");
    let body = html! {
        (page::heading(page::back(at, "people"), html! { (title) }, html! {
            p.count { (at.words.count("count-names", people.len() as u64)) (at.lang().comma()) (page::as_of(at)) "." }
        }))
        @for (place, people) in people.chunks(SECTION).enumerate() {
            ul.names.short.part aria-label=(range(at, place, people.len())) { @for person in people { (PreEscaped(&rows[*person])) } }
        }
        (super::rows::legend(at))
        (leaves::leaves(at))
    };
    let page = page::frame(at, title, "people", "wall", body);
    // Larger than any list may be, and labelled so.
    output.page(at.lang(), &at.path, &page, Kind::Other)?;
    Ok(page.len())
}

/// From which to which name.
fn range(here: &Here<'_>, place: usize, count: usize) -> String {
    let from = place * SECTION + 1;
    format!(
        "{}–{}",
        numbers::whole(here.lang(), from as u64),
        numbers::whole(here.lang(), (from + count - 1) as u64)
    )
}
