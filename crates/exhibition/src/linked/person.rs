//! People and groups. Of somebody who is named for a role nothing is said but that somebody named them.

use edition::edition::Subject;

use super::{claims, date, head, made_up, names, place_of, record_id, sources, stated};
use crate::{here::Here, json::Json, site};

/// A person, with the claims about roles beside it.
pub(super) fn person(here: &Here<'_>, json: &mut Json, subject: &Subject) {
    let id = record_id(here, subject.id);
    json.object(|json| {
        head(json, "Person", &id);
        json.text("identifier", &subject.id.to_string());
        names(here, json, &subject.names);
        made_up(here, json);
        if here.site.is_victim(subject.id) {
            for (property, key) in [("born", "birthDate"), ("died", "deathDate")] {
                if let Some(date) = date(subject, property) {
                    json.text(key, &date);
                }
            }
            place_of(here, json, subject, "place-of-birth", "birthPlace");
            place_of(here, json, subject, "place-of-death", "deathPlace");
            stated(json, subject, &["born", "arrested", "died"]);
        }
        sources(here, json, "subjectOf", subject.facts.iter());
    });
    for fact in site::facts(subject, "commission-role") {
        claims::role(here, json, &id, fact);
    }
}

/// A group of people: a committee, an authority, a party.
pub(super) fn group(here: &Here<'_>, json: &mut Json, subject: &Subject) {
    json.object(|json| {
        head(json, "Organization", &record_id(here, subject.id));
        json.text("identifier", &subject.id.to_string());
        names(here, json, &subject.names);
        made_up(here, json);
        sources(here, json, "subjectOf", subject.facts.iter());
    });
}
