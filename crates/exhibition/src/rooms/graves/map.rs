//! The map: outlines in an equirectangular projection, rings sized by how precisely a point is known, labels that do not collide.

use std::fmt::Write;

use edition::{
    Position, Precision,
    edition::{Shown, Subject},
};
use maud::{Markup, html};

use super::Site;
use crate::{escape, here::Here, lang::Lang, letters::Script, numbers, site, svg, towns};

/// Width of the map in units of the drawing.
const WIDTH: u32 = 1000;
/// Rings nearer than this are drawn as one with several numbers; in units of the drawing.
const NEAR: f64 = 22.0;
/// Size of the labels, in units of the drawing. Chosen by us: at the 640 pixels to which the map shrinks it is 13 pixels.
const LETTERS: f64 = 20.0;

/// Grid of the outlines on a locator, in units of the drawing. Chosen by us: the page of a site then has a fraction of the
/// bytes, and nobody measures a coast there.
const COARSE: f64 = 1.5;

/// Radius of the circle in which a point lies of which only the area is known, in kilometres. Chosen by us: a district. No
/// source gives one, and the legend says so.
pub(super) const AREA_KM: f64 = 30.0;
/// Least radius of that circle, in units of the drawing: less could not be seen.
const AREA_LEAST: f64 = 8.0;
/// Length of a degree of a meridian in kilometres (10,000 km from the equator to a pole, by the first definition of the metre).
const DEGREE_KM: f64 = 10_000.0 / 90.0;

/// A drawn map.
#[derive(Debug)]
pub(crate) struct Drawing {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) body: Markup,
    /// The parallel along which lengths are true, in whole degrees.
    pub(super) parallel: i64,
}

/// What part of the earth is shown, and how.
struct Projection {
    west: f64,
    north: f64,
    /// Units a degree of longitude; a degree of latitude is longer by the cosine of the parallel.
    scale: f64,
    shrink: f64,
    width: f64,
    height: f64,
}

struct Ring {
    x: f64,
    y: f64,
    precision: Precision,
    /// Half its width, in units of the drawing.
    radius: f64,
    numbers: Vec<i64>,
    label: String,
}

/// Which part of a label stands at its point. The map is not mirrored, so these are sides of the drawing.
#[derive(Clone, Copy)]
enum Side {
    West,
    Middle,
    East,
}

struct Label {
    x: f64,
    y: f64,
    side: Side,
    text: String,
}

/// A rectangle: least x, least y, greatest x, greatest y.
type Frame = (f64, f64, f64, f64);

/// The map of these sites; `None` when none has a point. A locator (`side` units a side) is drawn without labels.
pub(crate) fn draw(here: &Here<'_>, sites: &[Site<'_>], side: Option<u32>) -> Option<Drawing> {
    let outlines = &here.site.edition.outlines;
    let points: Vec<(f64, f64)> = sites
        .iter()
        .filter_map(|site| site.position)
        .map(degrees)
        .collect();
    if points.is_empty() {
        return None;
    }
    let land = outlines
        .last()
        .into_iter()
        .flatten()
        .flatten()
        .map(|(lon, lat)| (f64::from(*lon), f64::from(*lat)));
    let projection = Projection::around(land.chain(points), f64::from(side.unwrap_or(WIDTH)));
    let rings = rings(here, sites, &projection);
    let labels = if side.is_some() {
        Vec::new()
    } else {
        labels(here, &rings, &projection)
    };
    let body = html! {
        defs {
            pattern #hatch width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                path d="M0 0v6" stroke="#75560f" stroke-width="1.5" {}
            }
        }
        rect.water width=(svg::length(projection.width)) height=(svg::length(projection.height)) fill="#d7dee0" {}
        @for (place, layer) in outlines.iter().enumerate() {
            @let last = place + 1 == outlines.len();
            path class=(if last { "land" } else { "around" }) d=(path(layer, &projection, if side.is_some() { COARSE } else { 0.0 }))
                fill=(if last { "#f1eee7" } else { "#e4e2dc" }) stroke="#8a8579" stroke-width="0.75" {}
        }
        @for ring in &rings { (circle(ring)) }
        @for label in &labels {
            text.label x=(svg::length(label.x)) y=(svg::length(label.y)) font-size=(svg::length(LETTERS)) fill="#1a1917" stroke="#fbfaf7"
                stroke-width="4" paint-order="stroke" text-anchor=(label.side.anchor(here.lang())) { (escape::Data(&label.text)) }
        }
    };
    Some(Drawing {
        width: projection.width as u32,
        height: projection.height.ceil() as u32,
        body,
        parallel: (projection.north
            - projection.height / projection.scale * projection.shrink / 2.0)
            .round() as i64,
    })
}

/// What the signs mean.
pub(crate) fn legend(here: &Here<'_>) -> Markup {
    let sign = |precision: Precision| {
        let ring = Ring {
            x: 24.0,
            y: 24.0,
            precision,
            radius: 16.0,
            numbers: Vec::new(),
            label: String::new(),
        };
        html! { svg viewBox="0 0 48 48" width="28" height="28" aria-hidden="true" { (circle(&ring)) } }
    };
    html! {
        ul.legend {
            li { (sign(Precision::Exact)) (here.say("precision-exact")) }
            li { (sign(Precision::City)) (here.say("precision-city")) }
            li { (sign(Precision::Region)) (here.say("precision-region")) }
        }
        p { (here.say("map-rings")) " " (here.words.fill("map-area", &[("number", &numbers::plain(here.lang(), AREA_KM as i64))])) }
    }
}

fn degrees(position: Position) -> (f64, f64) {
    (
        f64::from(position.longitude_e6()) / 1e6,
        f64::from(position.latitude_e6()) / 1e6,
    )
}

impl Projection {
    /// Shows all `points` (longitude, latitude) with a margin; never less than two degrees a side, so that one site alone does
    /// not seem to be surveyed.
    fn around(points: impl Iterator<Item = (f64, f64)>, width: f64) -> Self {
        let start = (f64::MAX, f64::MAX, f64::MIN, f64::MIN);
        let (west, south, east, north): Frame = points.fold(start, |(w, s, e, n), (lon, lat)| {
            (w.min(lon), s.min(lat), e.max(lon), n.max(lat))
        });
        let margin_lon = ((2.0 - (east - west)) / 2.0).max((east - west) * 0.03);
        let margin_lat = ((2.0 - (north - south)) / 2.0).max((north - south) * 0.03);
        let (west, east, south, north) = (
            west - margin_lon,
            east + margin_lon,
            south - margin_lat,
            north + margin_lat,
        );
        // Equirectangular with the middle parallel true to length (Snyder, Map Projections, chapter 12).
        let shrink = cosine(((north + south) / 2.0).to_radians());
        let scale = width / (east - west);
        Self {
            west,
            north,
            scale,
            shrink,
            width,
            height: (north - south) * scale / shrink,
        }
    }

    fn place(&self, (lon, lat): (f64, f64)) -> (f64, f64) {
        (
            (lon - self.west) * self.scale,
            (self.north - lat) * self.scale / self.shrink,
        )
    }

    /// Half the width of a ring: to scale where an area is meant, otherwise by class.
    fn radius(&self, precision: Precision) -> f64 {
        match precision {
            Precision::Exact => 6.0,
            Precision::City => 9.0,
            Precision::Region => (AREA_KM / DEGREE_KM * self.scale / self.shrink).max(AREA_LEAST),
            Precision::Country => 22.0,
        }
    }

    fn shows(&self, (x, y): (f64, f64)) -> bool {
        (-40.0..self.width + 40.0).contains(&x) && (-40.0..self.height + 40.0).contains(&y)
    }
}

/// Cosine by its series up to the twelfth power: exact to 1e-6 below a right angle, and the same on every machine, which the
/// library's is not.
fn cosine(angle: f64) -> f64 {
    let square = angle * angle;
    let mut term = 1.0;
    let mut sum = 1.0;
    for step in 1..=6 {
        let step = f64::from(step);
        term *= -square / ((2.0 * step - 1.0) * (2.0 * step));
        sum += term;
    }
    sum
}

/// Rings as one path; those out of sight are left out. Points are moved to a grid of `step` units, so that neighbours keep
/// their common border; a step of 0 leaves them where they are.
fn path(layer: &[Vec<(f32, f32)>], projection: &Projection, step: f64) -> String {
    let mut path = String::new();
    for ring in layer {
        let points: Vec<(f64, f64)> = ring
            .iter()
            .map(|(lon, lat)| projection.place((f64::from(*lon), f64::from(*lat))))
            .collect();
        if !points.iter().any(|point| projection.shows(*point)) {
            continue;
        }
        let mut last: Option<(f64, f64)> = None;
        for (x, y) in points {
            let (x, y) = (snap(x, step), snap(y, step));
            if last == Some((x, y)) {
                continue;
            }
            // Writing to a String cannot fail.
            let _ = write!(
                path,
                "{}{} {}",
                if last.is_none() { 'M' } else { 'L' },
                svg::length(x),
                svg::length(y)
            );
            last = Some((x, y));
        }
        path.push('Z');
    }
    path
}

/// The multiple of `step` nearest to `length`.
fn snap(length: f64, step: f64) -> f64 {
    if step > 0.0 {
        (length / step).round() * step
    } else {
        length
    }
}

/// One ring for each site, or for several that are too near each other to be told apart.
fn rings(here: &Here<'_>, sites: &[Site<'_>], projection: &Projection) -> Vec<Ring> {
    let mut rings: Vec<Ring> = Vec::new();
    for site in sites {
        let Some(position) = site.position else {
            continue;
        };
        let (x, y) = projection.place(degrees(position));
        let near = |ring: &&mut Ring| (ring.x - x).abs() < NEAR && (ring.y - y).abs() < NEAR;
        match rings.iter_mut().find(near) {
            Some(ring) => {
                ring.numbers.push(site.number);
                ring.precision = ring.precision.max(position.precision);
                ring.radius = projection.radius(ring.precision);
            }
            None => {
                let label = label(here, site.subject);
                rings.push(Ring {
                    x,
                    y,
                    precision: position.precision,
                    radius: projection.radius(position.precision),
                    numbers: vec![site.number],
                    label,
                });
            }
        }
    }
    rings
}

/// What a ring is called: the name in the script of the page where the town is given in another, otherwise the town.
fn label(here: &Here<'_>, subject: &Subject) -> String {
    let script = Script::of_lang(here.lang());
    let city = site::facts(subject, "city").find_map(|fact| match &fact.value {
        Shown::Text { text, .. } => Some(towns::name(here.lang(), text).unwrap_or(text)),
        Shown::Record { names, .. } => site::names(here.lang(), names)
            .0
            .map(|name| name.text.as_str()),
        _ => None,
    });
    let name = site::names(here.lang(), &subject.names)
        .0
        .map(|name| name.text.as_str());
    let chosen = match (city, name) {
        (Some(city), _) if Script::of(city) == script => city,
        (_, Some(name)) if Script::of(name) == script => name,
        (city, name) => city.or(name).unwrap_or_default(),
    };
    svg::fit(chosen, 28)
}

/// A ring: larger the less is known of the spot, hatched where it is an area.
fn circle(ring: &Ring) -> Markup {
    let (x, y) = (svg::length(ring.x), svg::length(ring.y));
    let r = svg::length(ring.radius);
    html! {
        @match ring.precision {
            Precision::Exact => {
                circle.ring cx=(x) cy=(y) r=(r) fill="none" stroke="#7a1f1f" stroke-width="2" {}
                circle.dot cx=(x) cy=(y) r="2" fill="#7a1f1f" {}
            },
            Precision::City => circle.ring cx=(x) cy=(y) r=(r) fill="none" stroke="#7a1f1f" stroke-width="2" {},
            Precision::Region => circle.ring cx=(x) cy=(y) r=(r) fill="url(#hatch)" stroke="#75560f" stroke-width="1.5" stroke-dasharray="4 3" {},
            Precision::Country => circle.ring cx=(x) cy=(y) r=(r) fill="url(#hatch)" stroke="#75560f" stroke-width="1.5" stroke-dasharray="2 4" {},
        }
    }
}

/// Where each ring's label stands: after it, before it, below or above, wherever it covers no other; left out where all are taken,
/// save for the number.
fn labels(here: &Here<'_>, rings: &[Ring], projection: &Projection) -> Vec<Label> {
    let mut taken: Vec<Frame> = rings
        .iter()
        .map(|ring| (ring.x - 10.0, ring.y - 10.0, ring.x + 10.0, ring.y + 10.0))
        .collect();
    let mut labels = Vec::new();
    for ring in rings {
        let number = numbers_in_words(here, &ring.numbers);
        let whole = format!("{number} {}", ring.label);
        if let Some((label, frame)) = [whole, number]
            .into_iter()
            .find_map(|text| place(text, ring, projection, &taken))
        {
            taken.push(frame);
            labels.push(label);
        }
    }
    labels
}

fn place(
    text: String,
    ring: &Ring,
    projection: &Projection,
    taken: &[Frame],
) -> Option<(Label, Frame)> {
    // Half the size is the usual mean width of a letter; a little more keeps labels apart.
    let width = text.chars().count() as f64 * LETTERS * 0.56;
    let gap = ring.radius + 5.0;
    let (x, y, half) = (ring.x, ring.y, LETTERS / 2.0);
    let candidates = [
        (x + gap, y, Side::West),
        (x - gap, y, Side::East),
        (x, y + gap + half - 2.0, Side::Middle),
        (x, y - gap - half + 2.0, Side::Middle),
        (x + gap - 4.0, y + LETTERS, Side::West),
        (x + gap - 4.0, y - LETTERS, Side::West),
        (x - gap + 4.0, y + LETTERS, Side::East),
        (x - gap + 4.0, y - LETTERS, Side::East),
    ];
    candidates.into_iter().find_map(|(x, y, side)| {
        let west = match side {
            Side::West => x,
            Side::Middle => x - width / 2.0,
            Side::East => x - width,
        };
        let frame = (west, y - half, west + width, y + half);
        let inside = frame.0 >= 2.0
            && frame.1 >= 2.0
            && frame.2 <= projection.width - 2.0
            && frame.3 <= projection.height - 2.0;
        let free = !taken.iter().any(|other| {
            frame.0 < other.2 && other.0 < frame.2 && frame.1 < other.3 && other.1 < frame.3
        });
        // The line of letters lies about a third of their size below the middle.
        (inside && free).then(|| {
            (
                Label {
                    x,
                    y: y + LETTERS * 0.33,
                    side,
                    text: text.clone(),
                },
                frame,
            )
        })
    })
}

impl Side {
    /// The value of `text-anchor`, which is counted in the direction of the text.
    fn anchor(self, lang: Lang) -> &'static str {
        match (self, lang.is_rtl()) {
            (Self::Middle, _) => "middle",
            (Self::West, false) | (Self::East, true) => "start",
            (Self::West, true) | (Self::East, false) => "end",
        }
    }
}

/// "1–3, 7": runs of numbers drawn together.
fn numbers_in_words(here: &Here<'_>, sorted: &[i64]) -> String {
    let lang = here.lang();
    let separator = lang.comma();
    let runs: Vec<String> = sorted
        .chunk_by(|one, two| one + 1 == *two)
        .map(|run| match run {
            [one] => numbers::plain(lang, *one),
            [first, .., last] => format!(
                "{}–{}",
                numbers::plain(lang, *first),
                numbers::plain(lang, *last)
            ),
            [] => String::new(),
        })
        .collect();
    runs.join(separator)
}
