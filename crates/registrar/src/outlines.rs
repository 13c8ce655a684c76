//! Map outlines out of GeoJSON (RFC 7946): the rings of its polygons, in order.

use serde_json::Value;

/// Most points read from one layer; more detail than a drawn map of a country can show.
const POINTS: usize = 200_000;

/// Rings of (longitude, latitude) in degrees. Anything that is no polygon is passed over; points beyond the limit are left out.
pub(crate) fn rings(geojson: &[u8]) -> Vec<Vec<(f32, f32)>> {
    let Ok(document) = serde_json::from_slice::<Value>(geojson) else {
        return Vec::new();
    };
    let mut rings = Vec::new();
    let mut left = POINTS;
    gather(&document, &mut rings, &mut left);
    rings
}

fn gather(value: &Value, rings: &mut Vec<Vec<(f32, f32)>>, left: &mut usize) {
    let list = |name: &str| {
        value
            .get(name)
            .and_then(Value::as_array)
            .map(Vec::as_slice)
            .unwrap_or_default()
    };
    match value.get("type").and_then(Value::as_str) {
        Some("FeatureCollection") => list("features")
            .iter()
            .for_each(|feature| gather(feature, rings, left)),
        Some("Feature") => value
            .get("geometry")
            .into_iter()
            .for_each(|geometry| gather(geometry, rings, left)),
        Some("GeometryCollection") => list("geometries")
            .iter()
            .for_each(|geometry| gather(geometry, rings, left)),
        Some("Polygon") => rings.extend(
            list("coordinates")
                .iter()
                .filter_map(|line| ring(line, left)),
        ),
        Some("MultiPolygon") => {
            let polygons = list("coordinates").iter().filter_map(Value::as_array);
            rings.extend(polygons.flatten().filter_map(|line| ring(line, left)));
        }
        _ => {}
    }
}

fn ring(line: &Value, left: &mut usize) -> Option<Vec<(f32, f32)>> {
    let points: Vec<(f32, f32)> = line
        .as_array()?
        .iter()
        .filter_map(|point| {
            Some((
                point.get(0)?.as_f64()? as f32,
                point.get(1)?.as_f64()? as f32,
            ))
        })
        .filter(|(longitude, latitude)| {
            (-180.0..=180.0).contains(longitude) && (-90.0..=90.0).contains(latitude)
        })
        .take(*left)
        .collect();
    *left -= points.len();
    (points.len() > 3).then_some(points)
}

#[cfg(test)]
mod tests {
    use super::rings;

    #[test]
    fn polygons_give_their_rings_and_nothing_else_does() {
        let text = r#"{"type":"FeatureCollection","features":[
            {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[1,2],[3,4],[5,6],[1,2]]]}},
            {"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]}},
            {"type":"Feature","geometry":null},
            {"type":"Feature","geometry":{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]],[[9,9],[8,8]]]]}}]}"#;
        let found = rings(text.as_bytes());
        assert_eq!(found.len(), 2);
        assert_eq!(found[0], [(1.0, 2.0), (3.0, 4.0), (5.0, 6.0), (1.0, 2.0)]);
    }

    #[test]
    fn what_is_no_geojson_gives_no_outline() {
        for text in [
            "",
            "[]",
            "{",
            r#"{"type":"Polygon","coordinates":[[["x"]]]}"#,
            r#"{"type":"Polygon","coordinates":[[[999,0],[0,999]]]}"#,
        ] {
            assert!(rings(text.as_bytes()).is_empty(), "{text}");
        }
    }
}
