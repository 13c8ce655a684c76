//! Events and proceedings, and the figures that are stated for them.

use edition::{
    Calendar,
    edition::{DateShape, Shown, ShownDate, Subject},
};

use super::{claims, head, made_up, names, place_of, record_id, sources, stated, thing};
use crate::{here::Here, json::Json, site};

/// An event, with one claim a stated figure beside it.
pub(super) fn event(here: &Here<'_>, json: &mut Json, subject: &Subject) {
    let id = record_id(here, subject.id);
    let kind = if site::has(subject, "event-kind", &["exhibition"]) {
        "ExhibitionEvent"
    } else {
        "Event"
    };
    json.object(|json| {
        head(json, kind, &id);
        json.text("identifier", &subject.id.to_string());
        names(here, json, &subject.names);
        made_up(here, json);
        if let Some((start, end)) = span(subject) {
            json.text("startDate", &start);
            json.text("endDate", &end);
        }
        stated(json, subject, &["date"]);
        place_of(here, json, subject, "held-at", "location");
        if let Some(fact) = site::facts(subject, "part-of").next() {
            thing(here, json, "superEvent", "Event", &fact.value);
        }
        sources(here, json, "subjectOf", subject.facts.iter());
    });
    for fact in site::facts(subject, "toll") {
        claims::toll(here, json, Some(&id), fact);
    }
}

/// First and last day, month or year, where they are stated in the Gregorian calendar and nobody disputes them.
fn span(subject: &Subject) -> Option<(String, String)> {
    if let Some(date) = super::date(subject, "date") {
        return Some((date.clone(), date));
    }
    site::facts(subject, "date").find_map(|fact| match &fact.value {
        Shown::Date(date) if !fact.disputed => interval(date),
        _ => None,
    })
}

fn interval(date: &ShownDate) -> Option<(String, String)> {
    let is_plain = date.shape == DateShape::Interval
        && date.calendar == Calendar::Gregorian
        && !date.problem
        && date
            .stated
            .bytes()
            .all(|byte| byte.is_ascii_digit() || b"-/".contains(&byte));
    let (start, end) = date.stated.split_once('/').filter(|_| is_plain)?;
    let is_whole = |text: &str| [4, 7, 10].contains(&text.len());
    (is_whole(start) && is_whole(end)).then(|| (start.to_owned(), end.to_owned()))
}
