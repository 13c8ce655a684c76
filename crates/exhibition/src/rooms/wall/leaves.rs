//! Blank leaves at the end of the wall: it is not complete, and says what is known of the gap.

use edition::edition::Shown;
use maud::{Markup, html};

use crate::{here::Here, page, site};

/// Lines left empty. Chosen by us: enough to be seen as a place, not a decoration.
const LINES: usize = 7;

/// What a figure counts, where it may be held against the number of people on the wall.
const UNITS: [&str; 3] = ["people", "deaths", "names"];

/// The empty lines, and the gap in words: never a difference, since figures differ in scope.
pub(super) fn leaves(here: &Here<'_>) -> Markup {
    let higher = higher(here);
    let has_room = page::rooms(here.site).contains(&"tolls");
    html! {
        aside.leaves aria-labelledby="leaves" {
            div.lines aria-hidden="true" { @for _ in 0..LINES { i {} } }
            p #leaves { (here.say("blank-leaves")) }
            @if higher > 0 {
                p {
                    (here.words.count("leaves-figures", higher)) " "
                    @if has_room { a href=(here.to("tolls/index.html")) { (here.say("room-tolls")) } }
                }
            }
        }
    }
}

/// Published figures that speak of more people than there are on the wall.
fn higher(here: &Here<'_>) -> u64 {
    let people = here.site.wall.people.len() as u64;
    let figures = here
        .site
        .members("tolls")
        .flat_map(|subject| site::facts(subject, "toll"))
        .filter(|fact| match site::qualifier(fact, "unit") {
            Some(Shown::Term(unit)) => UNITS.contains(&unit.as_str()),
            _ => false,
        })
        .filter(|fact| {
            matches!(&fact.value, Shown::Number(range) if range.low().is_some_and(|low| low > people))
        });
    figures.count() as u64
}
