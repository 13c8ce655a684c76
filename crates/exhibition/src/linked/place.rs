//! Places, at the point that may be shown.

use edition::edition::{Shown, Subject};

use super::{head, made_up, names, place_of, record_id, sources};
use crate::{here::Here, json::Json, site};

/// A place. A point is given only where no source gives another one, with how precisely it is known.
pub(super) fn place(here: &Here<'_>, json: &mut Json, subject: &Subject) {
    json.object(|json| {
        head(json, "Place", &record_id(here, subject.id));
        json.text("identifier", &subject.id.to_string());
        names(here, json, &subject.names);
        made_up(here, json);
        let point = site::facts(subject, "location").find_map(|fact| match &fact.value {
            Shown::Position(position) if !fact.disputed => Some(*position),
            _ => None,
        });
        if let Some(point) = point {
            json.node("geo", |json| {
                json.text("@type", "GeoCoordinates");
                json.bare("latitude", &degrees(point.latitude_e6()));
                json.bare("longitude", &degrees(point.longitude_e6()));
            });
            json.list("additionalProperty", |json| {
                json.object(|json| {
                    json.text("@type", "PropertyValue");
                    json.text("propertyID", "precision");
                    json.text("value", point.precision.as_str());
                });
            });
        }
        place_of(here, json, subject, "city", "containedInPlace");
        sources(here, json, "subjectOf", subject.facts.iter());
    });
}

/// Degrees as the page shows them: two places after the point.
fn degrees(e6: i32) -> String {
    format!("{:.2}", f64::from(e6) / 1e6)
}
