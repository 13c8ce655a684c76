//! Remarks by who spoke and by year.

use std::collections::BTreeMap;

use edition::edition::{Shown, Subject};
use maud::{Markup, PreEscaped, html};

use super::{first, plain_title, speakers};
use crate::{
    RenderError,
    here::Here,
    letters, numbers, page,
    plan::{Kind, Output},
    rooms::lists,
    site,
};

/// Address and title of the two lists.
const LISTS: [(&str, &str); 2] = [
    ("remarks/by-speaker.html", "remarks-by-speaker"),
    ("remarks/by-year.html", "remarks-by-year"),
];

/// Links to the lists; the one that is read is marked.
pub(super) fn links(here: &Here<'_>) -> Markup {
    html! {
        nav.kinds aria-label=(here.say("remarks-lists")) {
            ul {
                li { a href=(here.to("remarks/index.html")) aria-current=[(here.path == "remarks/index.html").then_some("page")] { (here.say("remarks-all")) } }
                @for (path, title) in LISTS {
                    li { a href=(here.to(path)) aria-current=[(here.path == path).then_some("page")] { (here.say(title)) } }
                }
            }
        }
    }
}

/// Writes both lists.
pub(super) fn write(here: &Here<'_>, output: &mut Output<'_>) -> Result<(), RenderError> {
    let remarks: Vec<&Subject> = here.site.members("remarks").collect();
    for (path, title) in LISTS {
        let at = Here::new(here.site, here.words, path.to_owned());
        let groups = if path == LISTS[0].0 {
            by_speaker(&at, &remarks)
        } else {
            by_year(&at, &remarks)
        };
        let pages = lists::cut(groups);
        for (place, groups) in pages.iter().enumerate() {
            let at = Here::new(here.site, here.words, lists::address(path, place + 1));
            let body = html! {
                (page::heading(page::back(&at, "remarks"), html! { (at.say(title)) }, html! {}))
                p.asserts { (at.say("remarks-not-ours")) }
                (links(&at))
                @for group in groups { (PreEscaped(group)) }
                (lists::pager(&at, path, place + 1, pages.len()))
            };
            let page = page::frame(&at, at.say(title), "remarks", "room", body);
            output.page(at.lang(), &at.path, &page, Kind::List)?;
        }
    }
    Ok(())
}

fn by_speaker(here: &Here<'_>, remarks: &[&Subject]) -> Vec<String> {
    let mut groups: BTreeMap<(letters::Letter, String), Vec<&Subject>> = BTreeMap::new();
    for remark in remarks {
        groups
            .entry(letters::sort_key(&plain_title(here, remark)))
            .or_default()
            .push(remark);
    }
    groups
        .values()
        .map(|group| {
            let heading =
                html! { @if let Some(remark) = group.first() { (speakers(here, remark)) } };
            section(here, &heading, group)
        })
        .collect()
}

fn by_year(here: &Here<'_>, remarks: &[&Subject]) -> Vec<String> {
    let mut groups: BTreeMap<(bool, i32), Vec<&Subject>> = BTreeMap::new();
    for remark in remarks {
        let year = site::facts(remark, "date").find_map(|fact| match &fact.value {
            Shown::Date(date) => date.gregorian.0.map(|day| day.year),
            _ => None,
        });
        groups
            .entry((year.is_none(), year.unwrap_or_default()))
            .or_default()
            .push(remark);
    }
    groups
        .iter()
        .map(|((undated, year), group)| {
            let heading = html! {
                @if *undated { (here.say("date-unknown")) } @else { (numbers::plain(here.lang(), i64::from(*year))) }
            };
            section(here, &heading, group)
        })
        .collect()
}

fn section(here: &Here<'_>, heading: &Markup, remarks: &[&Subject]) -> String {
    let PreEscaped(section) = html! {
        section {
            h2 { (heading) }
            ul {
                @for remark in remarks {
                    li {
                        a href=(here.to_record(remark.id)) { (speakers(here, remark)) }
                        small {
                            @if site::facts(remark, "date").next().is_some() { " · " (first(here, remark, "date")) }
                            @if site::facts(remark, "occasion").next().is_some() { " · " (first(here, remark, "occasion")) }
                        }
                    }
                }
            }
        }
    };
    section
}
