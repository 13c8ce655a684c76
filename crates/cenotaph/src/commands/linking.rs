//! `cenotaph match`: who is the same person, in a table that stands alone.

use std::path::Path;

use registrar::linking::{
    LinkProgress, MatchOptions, Matched, Progress, REPORT_VERSION, Report, match_table,
};
use serde_json::{Value, json};

use super::{End, Outcome, problems};
use crate::{args::Match, output::Output};

pub(super) fn run(args: &Match, table: &Path, output: &Output) -> Outcome {
    let options = MatchOptions {
        table: table.to_path_buf(),
        clusters: args.out.clone(),
        pairs: args.pairs.clone(),
        report: args.report.clone(),
        judgements: args.judgements.clone(),
        clean: args.clean.clone(),
        carry: args.carry,
        threads: args.threads.map(usize::from),
        floor: args.floor,
        thorough: args.thorough,
    };
    let matched = match_table(&options, &mut |step| {
        output.progress(&progress(step, output));
    });
    output.progress("");
    let matched = matched?;
    let document = document(&options, &matched);
    if let Some(path) = &args.report {
        registrar::write_file(path, format!("{document:#}\n").as_bytes())?;
    }
    output.document(&document);
    say(&matched, output);
    for path in [&args.out, &args.pairs, &args.report].into_iter().flatten() {
        say_written(path, output);
    }
    problems::say_kinds(&matched.troubles, output);
    Ok(if matched.troubles.is_empty() {
        End::Done
    } else {
        End::Problems
    })
}

fn progress(step: Progress, output: &Output) -> String {
    let say = |id, facts: &[_]| output.words.say(id, facts);
    match step {
        Progress::Reading(rows) => say("progress-reading", &[("rows", rows.into())]),
        Progress::Linking(LinkProgress::Keys) => say("progress-keys", &[]),
        Progress::Linking(LinkProgress::Pairs(done, all)) => say(
            "progress-pairs",
            &[("done", done.into()), ("all", all.into())],
        ),
        Progress::Linking(LinkProgress::Weights(round)) => {
            say("progress-weights", &[("round", u64::from(round).into())])
        }
        Progress::Linking(LinkProgress::Clusters) => say("progress-clusters", &[]),
        Progress::Writing => say("progress-writing", &[]),
    }
}

/// Says what came of it, in words.
fn say(matched: &Matched, output: &Output) {
    let report = &matched.report;
    output.say(
        "match-done",
        &[
            ("rows", matched.rows.into()),
            ("records", matched.records.into()),
            ("lists", matched.lists.len().into()),
        ],
    );
    output.say(
        "match-clusters",
        &[
            ("clusters", matched.clusters.into()),
            ("shared", matched.shared.into()),
            ("pairs", matched.pairs.into()),
        ],
    );
    if let Some(largest) = matched.largest.first() {
        output.say(
            "match-largest",
            &[
                ("records", largest.records.into()),
                ("first", largest.first.as_str().into()),
            ],
        );
    }
    let (same, different, undecided) = matched.judged;
    if same + different + undecided > 0 {
        output.say(
            "match-judged",
            &[
                ("same", same.into()),
                ("different", different.into()),
                ("undecided", undecided.into()),
            ],
        );
    }
    if matched.held_apart > 0 {
        output.say("match-held", &[("count", matched.held_apart.into())]);
    }
    if report.not_linkable > 0 {
        output.say(
            "match-not-linkable",
            &[("count", report.not_linkable.into())],
        );
    }
    let learned = if report.learned {
        "match-learned"
    } else {
        "match-shipped"
    };
    output.say(learned, &[]);
    if let Some(reach) = report.reach {
        let percent = format!("{:.1}", reach * 100.0);
        output.say("match-reach", &[("percent", percent.into())]);
    }
    let (wrong, missed) = report.expected_errors;
    output.say(
        "match-expected",
        &[
            ("wrong", format!("{wrong:.1}").into()),
            ("missed", format!("{missed:.1}").into()),
        ],
    );
    for (code, fact) in &report.notes {
        let id = format!("match-note-{code}");
        output.say(&id, &[("fact", fact.as_str().into())]);
    }
}

fn say_written(path: &Path, output: &Output) {
    output.say(
        "match-written",
        &[("path", path.display().to_string().into())],
    );
}

/// The form of `report.json` and of `--json` (docs/formats/match.md). Nothing in it depends on threads or time.
fn document(options: &MatchOptions, matched: &Matched) -> Value {
    let path = |path: &Option<_>| {
        path.as_ref()
            .map(|path: &std::path::PathBuf| path.display().to_string())
    };
    let lists: Vec<Value> = matched
        .lists
        .iter()
        .map(|list| json!({ "name": list.name, "records": list.records, "clean": list.clean }))
        .collect();
    let largest: Vec<Value> = matched
        .largest
        .iter()
        .map(|group| json!({ "cluster_id": group.id, "first": group.first, "records": group.records }))
        .collect();
    let (same, different, undecided) = matched.judged;
    json!({
        "version": REPORT_VERSION,
        "settings": {
            "floor_bits": rounded(options.floor), "thorough": options.thorough, "clean": options.clean, "carry": options.carry,
        },
        "table": { "path": options.table.display().to_string(), "rows": matched.rows, "columns": matched.columns },
        "out": { "clusters": path(&options.clusters), "pairs": path(&options.pairs) },
        "records": matched.records,
        "lists": lists,
        "clusters": { "count": matched.clusters, "of_several": matched.shared, "largest": largest },
        "pairs": { "count": matched.pairs, "held_apart": matched.held_apart },
        "judgements": { "same": same, "different": different, "undecided": undecided },
        "linkage": linkage(&matched.report),
        "problems": problems::document_of_kinds(&matched.troubles),
    })
}

fn linkage(report: &Report) -> Value {
    let weights: Vec<Value> = report
        .weights
        .iter()
        .map(|(field, bits)| {
            let shares = report.shares.iter().filter(|shares| shares.field == *field);
            let levels: Vec<Value> = field
                .levels()
                .iter()
                .zip(bits)
                .zip(shares)
                .map(|((level, bits), shares)| {
                    json!({
                        "level": level, "bits": rounded(*bits), "m": shares.matches, "u": shares.strangers,
                        "relatives": shares.relatives,
                    })
                })
                .collect();
            json!({ "field": field.as_str(), "levels": levels })
        })
        .collect();
    let capped: Vec<Value> = report
        .capped
        .iter()
        .map(|(block, records)| json!({ "block": block, "records": records }))
        .collect();
    let notes: Vec<Value> = report
        .notes
        .iter()
        .map(|(code, fact)| json!({ "code": code, "fact": fact }))
        .collect();
    json!({
        "candidates": report.candidates,
        "reach": report.reach,
        "not_linkable": report.not_linkable,
        "capped": capped,
        "learned": report.learned,
        "prior_bits": rounded(report.prior),
        "weights": weights,
        "relatives": rounded(report.relatives),
        "calibration": { "slope": rounded(report.calibration.0), "shift_bits": rounded(report.calibration.1) },
        "several_of_one_list": report.several_of_one_list_count,
        "expected_errors": { "wrong_within": rounded(report.expected_errors.0), "missed_between": rounded(report.expected_errors.1) },
        "notes": notes,
    })
}

/// Bits and counts with three decimals, as people compare them.
fn rounded(bits: impl Into<f64>) -> f64 {
    (bits.into() * 1000.0).round() / 1000.0
}
