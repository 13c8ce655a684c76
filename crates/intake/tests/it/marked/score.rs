//! How far readings agree with marked reports.

use std::{collections::BTreeMap, ops::Range};

use intake::reading::{EntityKind, Reading};

use super::{Marked, meaning};

/// Numbers of what was marked, of what was found, and of what agrees.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally {
    /// Marked by hand.
    pub(crate) marked: usize,
    /// Found by the reader.
    pub(crate) found: usize,
    /// Of both: the same span.
    pub(crate) exact: usize,
    /// Of both: spans of which at least half is common.
    pub(crate) overlap: usize,
    /// Of those with `overlap`: the same meaning (dates, counts), person (roles) or speaker (quotations).
    pub(crate) meaning: usize,
}

impl Tally {
    /// Harmonic mean of precision and recall, by equal spans.
    pub(crate) fn f1(&self) -> f64 {
        share(2 * self.exact, self.found + self.marked)
    }

    /// Of everything marked, the share with the right meaning: what was not found is wrong.
    pub(crate) fn right(&self) -> f64 {
        share(self.meaning, self.marked)
    }

    /// Adds another tally.
    pub(crate) fn add(&mut self, other: &Self) {
        self.marked += other.marked;
        self.found += other.found;
        self.exact += other.exact;
        self.overlap += other.overlap;
        self.meaning += other.meaning;
    }
}

/// A part of a whole; of nothing, all.
pub(crate) fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        1.0
    } else {
        part as f64 / whole as f64
    }
}

/// The tallies of reports: one for each kind, and one for quotations.
#[derive(Clone, Debug, Default)]
pub(crate) struct Score {
    /// By the word for the kind in JSON.
    pub(crate) kinds: BTreeMap<&'static str, Tally>,
    /// Fragments; their meaning is the speaker.
    pub(crate) quotes: Tally,
}

impl Score {
    /// All kinds together.
    pub(crate) fn entities(&self) -> Tally {
        self.sum(&["person", "role", "organization", "place", "date", "count"])
    }

    /// Dates and counts together.
    pub(crate) fn values(&self) -> Tally {
        self.sum(&["date", "count"])
    }

    fn sum(&self, kinds: &[&str]) -> Tally {
        let mut sum = Tally::default();
        for kind in kinds {
            if let Some(tally) = self.kinds.get(kind) {
                sum.add(tally);
            }
        }
        sum
    }

    /// Adds one report. Each difference is told to `differs`.
    pub(crate) fn add(
        &mut self,
        report: &Marked,
        reading: &Reading,
        differs: &mut dyn FnMut(String),
    ) {
        let title = report.title.clone().unwrap_or_default();
        for kind in [
            EntityKind::Person,
            EntityKind::Role,
            EntityKind::Organization,
            EntityKind::Place,
            EntityKind::Date,
            EntityKind::Count,
        ] {
            let marked: Vec<_> = report
                .named
                .iter()
                .filter(|one| one.kind == kind && !title.contains(&one.span.start))
                .map(|one| (one.span.clone(), one.meaning.clone()))
                .collect();
            let found: Vec<_> = reading
                .entities
                .iter()
                .filter(|one| one.kind == kind && !title.contains(&one.start))
                .map(|one| {
                    let meaning = match kind {
                        EntityKind::Role => one.of.clone().unwrap_or_default(),
                        _ => meaning(
                            one.norm.as_ref(),
                            one.modifier.map(|modifier| modifier.as_str()),
                        ),
                    };
                    (one.start..one.end, meaning)
                })
                .collect();
            let same = |left: &str, right: &str| match kind {
                EntityKind::Role => same_name(left, right),
                _ => left == right,
            };
            let tally = compare(report, kind.as_str(), &marked, &found, same, differs);
            self.kinds.entry(kind.as_str()).or_default().add(&tally);
        }
        let marked: Vec<_> = report
            .quoted
            .iter()
            .map(|one| (one.span.clone(), one.speaker.clone().unwrap_or_default()))
            .collect();
        let found: Vec<_> = reading
            .quotes
            .iter()
            .filter(|one| !title.contains(&one.start))
            .map(|one| (one.start..one.end, one.speaker.clone().unwrap_or_default()))
            .collect();
        let tally = compare(report, "quote", &marked, &found, same_name, differs);
        self.quotes.add(&tally);
    }
}

/// Whether a name as written is a part of the full name, or both are empty.
fn same_name(full: &str, written: &str) -> bool {
    let plain = |name: &str| name.replace(['\u{200c}', '-'], "").to_lowercase();
    let (full, written) = (plain(full), plain(written));
    if full.is_empty() || written.is_empty() {
        return full.is_empty() && written.is_empty();
    }
    written
        .split_whitespace()
        .all(|word| full.split_whitespace().any(|part| part == word))
}

type Span = (Range<usize>, String);

fn compare(
    report: &Marked,
    what: &str,
    marked: &[Span],
    found: &[Span],
    same: impl Fn(&str, &str) -> bool,
    differs: &mut dyn FnMut(String),
) -> Tally {
    let written = |span: &Range<usize>| -> String {
        let chars = report.text.chars();
        chars.skip(span.start).take(span.len()).collect()
    };
    let mut tally = Tally {
        marked: marked.len(),
        found: found.len(),
        ..Tally::default()
    };
    let mut used = vec![false; found.len()];
    for (span, meaning) in marked {
        let free = |place: &usize| !used[*place];
        let exact = (0..found.len())
            .filter(free)
            .find(|place| found[*place].0 == *span);
        let near = || {
            (0..found.len())
                .filter(free)
                .find(|place| overlaps(&found[*place].0, span))
        };
        let Some(place) = exact.or_else(near) else {
            differs(format!(
                "{} {what} missed: {} ({meaning})",
                report.name,
                written(span)
            ));
            continue;
        };
        used[place] = true;
        tally.overlap += 1;
        tally.exact += usize::from(exact.is_some());
        if exact.is_none() {
            differs(format!(
                "{} {what} span: {} | found {}",
                report.name,
                written(span),
                written(&found[place].0)
            ));
        }
        if same(meaning, &found[place].1) {
            tally.meaning += 1;
        } else {
            differs(format!(
                "{} {what} meaning of {}: {meaning} | found {}",
                report.name,
                written(span),
                found[place].1
            ));
        }
    }
    for (place, (span, meaning)) in found.iter().enumerate() {
        if !used[place] {
            differs(format!(
                "{} {what} invented: {} ({meaning})",
                report.name,
                written(span)
            ));
        }
    }
    tally
}

/// Whether two spans share at least half of what they cover together.
fn overlaps(left: &Range<usize>, right: &Range<usize>) -> bool {
    let common = left
        .end
        .min(right.end)
        .saturating_sub(left.start.max(right.start));
    let both = left.end.max(right.end) - left.start.min(right.start);
    2 * common >= both
}
