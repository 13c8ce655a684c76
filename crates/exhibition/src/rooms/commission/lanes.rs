//! The lane chart: one lane a person, one bar a post, years in the direction of the page.

use edition::edition::{Fact, Shown, ShownDate, Subject};
use maud::{Markup, html};

use crate::{escape, here::Here, letters::Script, numbers, site, svg};

/// Width of the chart in units of the drawing.
const WIDTH: f64 = 900.0;
/// Height of one post: its label above, its bar below.
const POST: f64 = 34.0;
/// Height of a lane's head, which holds the name.
const HEAD: f64 = 30.0;
/// Height of the axis.
const AXIS: f64 = 28.0;
/// Length of the stub that stands for an end that no source gives.
const STUB: f64 = 26.0;

/// When a post began or ended, in years with fractions: the first and the last moment it may mean.
type End = (f64, f64);

struct Post<'a> {
    fact: &'a Fact,
    from: Option<End>,
    to: Option<End>,
}

/// The axis: its first and last year, and whether it runs from right to left.
struct Axis {
    first: f64,
    last: f64,
    mirrored: bool,
}

/// The chart of these people's posts; `None` when no post has a date.
pub(crate) fn chart(here: &Here<'_>, holders: &[&Subject]) -> Option<Markup> {
    let lanes: Vec<(&Subject, Vec<Post<'_>>)> = holders
        .iter()
        .map(|holder| (*holder, posts(holder)))
        .filter(|(_, posts)| !posts.is_empty())
        .collect();
    let ends = lanes
        .iter()
        .flat_map(|(_, posts)| posts)
        .flat_map(|post| [post.from, post.to])
        .flatten();
    let (first, last) = ends.fold((f64::MAX, f64::MIN), |(first, last), (from, to)| {
        (first.min(from), last.max(to))
    });
    if first > last {
        return None;
    }
    let axis = Axis {
        first: (first - 1.0).floor(),
        last: (last + 2.0).ceil(),
        mirrored: here.lang().is_rtl(),
    };
    let height = AXIS
        + lanes
            .iter()
            .map(|(_, posts)| HEAD + POST * posts.len() as f64)
            .sum::<f64>();
    let mut top = AXIS;
    Some(html! {
        svg.drawing.lanes viewBox=(format!("0 0 {} {}", svg::length(WIDTH), svg::length(height))) role="img" aria-label=(here.say("posts-title"))
            direction=(here.lang().direction().as_str()) {
            (years(here, &axis, height))
            @for (holder, posts) in &lanes {
                (lane(here, &axis, top, holder, posts))
                @let () = top += HEAD + POST * posts.len() as f64;
            }
        }
    })
}

/// Posts with at least one end, by when they begin.
fn posts(holder: &Subject) -> Vec<Post<'_>> {
    let mut posts: Vec<Post<'_>> = site::facts(holder, "position")
        .map(|fact| Post {
            fact,
            from: end(fact, "from"),
            to: end(fact, "to"),
        })
        .filter(|post| post.from.is_some() || post.to.is_some())
        .collect();
    let begin = |post: &Post<'_>| post.from.or(post.to).map_or(0.0, |(first, _)| first);
    posts.sort_by(|one, two| begin(one).total_cmp(&begin(two)));
    posts
}

fn end(fact: &Fact, property: &str) -> Option<End> {
    match site::qualifier(fact, property) {
        Some(Shown::Date(date)) => moments(date),
        _ => None,
    }
}

/// The span of a date in years; `None` when either side is open or it cannot be read.
fn moments(date: &ShownDate) -> Option<End> {
    let year = |day: edition::CivilDay| {
        f64::from(day.year) + (f64::from(day.month) - 1.0 + f64::from(day.day) / 31.0) / 12.0
    };
    Some((year(date.gregorian.0?), year(date.gregorian.1?)))
}

impl Axis {
    /// Distance of a year from the start of the axis, in units.
    fn along(&self, year: f64) -> f64 {
        (year - self.first) / (self.last - self.first) * WIDTH
    }

    /// The place of a distance from the start: mirrored on pages that run from right to left.
    fn x(&self, along: f64) -> f64 {
        if self.mirrored { WIDTH - along } else { along }
    }

    /// Least x and width of a bar between two distances.
    fn bar(&self, from: f64, to: f64) -> (f64, f64) {
        let width = (to - from).max(2.0);
        (
            if self.mirrored {
                WIDTH - from - width
            } else {
                from
            },
            width,
        )
    }
}

/// The years as lines behind the lanes, labelled every so many.
fn years(here: &Here<'_>, axis: &Axis, height: f64) -> Markup {
    let span = axis.last - axis.first;
    let step = if span > 60.0 {
        10
    } else if span > 24.0 {
        5
    } else if span > 10.0 {
        2
    } else {
        1
    };
    let first = (axis.first as i64).div_euclid(step) * step + step;
    let marked: Vec<i64> = (first..axis.last as i64)
        .step_by(step.unsigned_abs() as usize)
        .collect();
    html! {
        @for year in marked {
            @let x = svg::length(axis.x(axis.along(year as f64)));
            path.grid d=(format!("M{x} {AXIS}V{}", svg::length(height))) {}
            text.year x=(x) y="18" text-anchor="middle" { (numbers::plain(here.lang(), year)) }
        }
        @for (year, id) in decrees(here) {
            @if year > axis.first && year < axis.last {
                @let x = svg::length(axis.x(axis.along(year)));
                path.event-line d=(format!("M{x} {AXIS}V{}", svg::length(height))) { title { (here.called(id, &[])) } }
            }
        }
    }
}

/// Days of decrees, which cross all lanes.
fn decrees(here: &Here<'_>) -> Vec<(f64, edition::RecordId)> {
    let events = here
        .site
        .edition
        .subjects
        .iter()
        .filter(|subject| site::has(subject, "event-kind", &["decree"]));
    events
        .filter_map(|event| {
            let date = site::facts(event, "date").find_map(|fact| match &fact.value {
                Shown::Date(date) => moments(date),
                _ => None,
            })?;
            Some((date.0, event.id))
        })
        .collect()
}

fn lane(here: &Here<'_>, axis: &Axis, top: f64, holder: &Subject, posts: &[Post<'_>]) -> Markup {
    let name = site::names(here.lang(), &holder.names)
        .0
        .map_or_else(|| holder.id.to_string(), |name| name.text.clone());
    html! {
        path.lane d=(format!("M0 {}H{WIDTH}", svg::length(top + 4.0))) {}
        text.holder x=(svg::length(axis.x(0.0))) y=(svg::length(top + 24.0)) { (escape::Data(&svg::fit(&name, 60))) }
        @for (place, post) in posts.iter().enumerate() {
            (bar(here, axis, top + HEAD + POST * place as f64, post))
        }
    }
}

/// A post: solid where it is said to be held, hatched where an end is not sharp, a dotted stub where no source gives an end.
fn bar(here: &Here<'_>, axis: &Axis, top: f64, post: &Post<'_>) -> Markup {
    let sure_from = post.from.map(|(_, latest)| axis.along(latest));
    let sure_to = post.to.map(|(earliest, _)| axis.along(earliest));
    let (from, to) = match (sure_from, sure_to) {
        (Some(from), Some(to)) => (from, to.max(from)),
        (Some(from), None) => (from, from + 4.0),
        (None, Some(to)) => (to - 4.0, to),
        (None, None) => return html! {},
    };
    let y = svg::length(top + 18.0);
    let middle = top + 22.0;
    let label = match &post.fact.value {
        Shown::Text { text, .. } => svg::fit(text, 70),
        _ => String::new(),
    };
    // A label that begins in the last part of the axis is drawn towards its start.
    let late = from > WIDTH * 0.55;
    let label_at = axis.x(if late {
        to.max(from)
    } else {
        from.max(STUB.min(from))
    });
    let rtl_text = Script::of(&label) == Script::Arabic;
    html! {
        text.post x=(svg::length(label_at)) y=(svg::length(top + 13.0)) text-anchor=(if late { "end" } else { "start" })
            unicode-bidi=[(rtl_text != here.lang().is_rtl()).then_some("plaintext")] { (escape::Data(&label)) }
        @let (x, width) = axis.bar(from, to);
        rect.held x=(svg::length(x)) y=(y) width=(svg::length(width)) height="8" {}
        @if let Some((earliest, _)) = post.from {
            @if axis.along(earliest) + 1.0 < from { (soft(axis, axis.along(earliest), from, &y)) }
        } @else {
            (stub(axis, from, (from - STUB).max(0.0), middle))
        }
        @if let Some((_, latest)) = post.to {
            @if axis.along(latest) > to + 1.0 { (soft(axis, to, axis.along(latest), &y)) }
        } @else {
            (stub(axis, to, (to + STUB).min(WIDTH), middle))
        }
    }
}

fn soft(axis: &Axis, from: f64, to: f64, y: &str) -> Markup {
    let (x, width) = axis.bar(from, to);
    html! { rect.soft x=(svg::length(x)) y=(y) width=(svg::length(width)) height="8" {} }
}

fn stub(axis: &Axis, from: f64, to: f64, middle: f64) -> Markup {
    let y = svg::length(middle);
    html! {
        path.open-end d=(format!("M{} {y}H{}", svg::length(axis.x(from)), svg::length(axis.x(to)))) {}
        text.query x=(svg::length(axis.x(to))) y=(svg::length(middle + 5.0)) text-anchor="middle" { "?" }
    }
}
