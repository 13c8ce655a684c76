//! `cenotaph review`: pairs of records that may be one person, side by side, and what the reviewer says of them.

use std::{
    collections::VecDeque,
    io::{BufRead as _, IsTerminal as _, Write as _},
};

use registrar::{
    Registrar,
    review::{Answer, ReviewPair, ReviewRow, ReviewValue, person},
};
use serde_json::{Value, json};

use super::{End, Outcome, open, open_to_read};
use crate::{
    args::{Cli, Review},
    failure::Failure,
    output::Output,
};

/// What a reviewer typed.
enum Typed {
    Answer(Answer),
    Show,
    Undo,
    Later,
    Stop,
    Nothing,
}

pub(super) fn run(cli: &Cli, args: &Review, output: &Output) -> Outcome {
    if args.undo {
        return undo(&mut open(cli, output)?, args, output);
    }
    if let [left, right, answer] = args.decide.as_slice() {
        return decide(cli, args, (left, right, answer), output);
    }
    if args.list || output.json {
        return list(cli, args, output);
    }
    sit(cli, args, output)
}

/// The queue, without any question.
fn list(cli: &Cli, args: &Review, output: &Output) -> Outcome {
    let registrar = open_to_read(cli, output)?;
    let queue = registrar.review_queue(args.limit)?;
    output.document(&json!({ "queue": queue.iter().map(document).collect::<Vec<_>>() }));
    if !output.json {
        for (number, pair) in (1u64..).zip(&queue) {
            show(pair, number, queue.len() as u64, output);
            odds(pair, output);
        }
        waiting(registrar.summary()?.open_pairs, output);
    }
    Ok(End::Done)
}

/// One decision, named on the command line.
fn decide(
    cli: &Cli,
    args: &Review,
    (left, right, answer): (&str, &str, &str),
    output: &Output,
) -> Outcome {
    let answer = match answer {
        "same" => Answer::Same,
        "different" => Answer::Different,
        "cannot-tell" => Answer::CannotTell,
        _ => {
            return Err(Failure {
                code: "bad-answer",
                facts: vec![("text", answer.into())],
            });
        }
    };
    let mut registrar = open(cli, output)?;
    let pair = [person(left)?, person(right)?];
    let entry = registrar.decide_pair(pair, answer, &args.reason)?;
    output.document(&json!({ "entry": entry }));
    output.say("review-recorded", &[("entry", entry.into())]);
    Ok(End::Done)
}

fn undo(registrar: &mut Registrar, args: &Review, output: &Output) -> Outcome {
    let Some(back) = registrar.undo_decision(&args.reason)? else {
        output.document(&json!({ "undone": Value::Null }));
        output.say("review-nothing-to-undo", &[]);
        return Ok(End::Problems);
    };
    let [left, right] = back.pair.map(|id| id.to_string());
    output.document(&json!({
        "undone": { "left": left, "right": right, "decision": back.decision, "entry": back.entry }
    }));
    output.say(
        "review-undone",
        &[
            ("left", left.into()),
            ("right", right.into()),
            ("entry", back.entry.into()),
        ],
    );
    Ok(End::Done)
}

/// Question after question, until the queue is empty or the reviewer leaves. The queue is made once, and again when a decision was
/// taken back or it has run out: what an answer settles is left out on the way.
fn sit(cli: &Cli, args: &Review, output: &Output) -> Outcome {
    let mut registrar = open(cli, output)?;
    let mut queue = VecDeque::from(registrar.review_queue(args.limit)?);
    let (mut number, mut total) = (1, queue.len() as u64);
    let mut later = 0;
    let mut lines = std::io::stdin().lock().lines();
    let mut fresh = true;
    while let Some(pair) = queue.front() {
        let ids = [pair.records[0].id, pair.records[1].id];
        if !registrar.is_open(ids)? {
            queue.pop_front();
            continue;
        }
        if fresh {
            show(pair, number, total, output);
        }
        fresh = true;
        ask(output);
        let Some(Ok(line)) = lines.next() else {
            break;
        };
        match typed(&line) {
            Typed::Answer(answer) => {
                let entry = registrar.decide_pair(ids, answer, &args.reason)?;
                output.say("review-recorded", &[("entry", entry.into())]);
                queue.pop_front();
                number += 1;
            }
            Typed::Show => {
                odds(pair, output);
                fresh = false;
            }
            Typed::Undo => {
                undo(&mut registrar, args, output)?;
                queue = VecDeque::from(registrar.review_queue(args.limit)?);
                (number, total) = (1, queue.len() as u64);
            }
            Typed::Later => {
                queue.rotate_left(1);
                later += 1;
                number += 1;
                if later >= queue.len() {
                    break;
                }
            }
            Typed::Stop => break,
            Typed::Nothing => {
                output.say("review-keys", &[]);
                fresh = false;
            }
        }
    }
    waiting(registrar.summary()?.open_pairs, output);
    Ok(End::Done)
}

fn ask(output: &Output) {
    output.say("review-question", &[]);
    if std::io::stdin().is_terminal() {
        // What was asked must stand there before the answer is typed; a terminal that cannot show it cannot be answered either.
        let _ = std::io::stdout().flush();
    }
}

fn typed(line: &str) -> Typed {
    match line.trim() {
        "1" => Typed::Answer(Answer::Same),
        "2" => Typed::Answer(Answer::Different),
        "3" => Typed::Answer(Answer::CannotTell),
        "w" | "?" => Typed::Show,
        "u" => Typed::Undo,
        "n" => Typed::Later,
        "q" => Typed::Stop,
        _ => Typed::Nothing,
    }
}

fn waiting(count: u64, output: &Output) {
    output.say("review-waiting", &[("count", count.into())]);
}

/// Both records, property by property.
fn show(pair: &ReviewPair, number: u64, total: u64, output: &Output) {
    output.line("");
    output.say(
        "review-pair",
        &[("number", number.into()), ("total", total.into())],
    );
    let sources = [0, 1].map(|side| only_source(pair, side));
    for ((sign, record), source) in ["A", "B"].iter().zip(&pair.records).zip(&sources) {
        output.line(&format!("  {sign}  {}  ({})", record.name, record.id));
        if let Some(source) = source {
            output.line(&format!("     {source}"));
        }
        for (id, name) in &record.also {
            output.say(
                "review-also",
                &[
                    ("name", name.as_str().into()),
                    ("id", id.to_string().into()),
                ],
            );
        }
    }
    let parts: Vec<String> = pair.names.iter().map(part).collect();
    output.line(&format!("     {}", parts.join("   ")));
    for row in &pair.rows {
        for line in lines_of(row, &sources) {
            output.line(&line);
        }
    }
    for proposal in &pair.proposals {
        let id = if proposal.same {
            "review-proposed-same"
        } else {
            "review-proposed-different"
        };
        output.say(id, &[("by", proposal.by.as_str().into())]);
    }
}

/// A part of both names: joined by `=` when they sound alike, by `~` when nearly, by `≠` when not.
fn part(part: &registrar::review::ReviewPart) -> String {
    let sign = match part.similarity {
        alike if alike >= 0.9 => "=",
        near if near >= 0.7 => "~",
        _ => "≠",
    };
    let text = |text: &str| {
        if text.is_empty() {
            "–".to_owned()
        } else {
            text.to_owned()
        }
    };
    format!("{} {sign} {}", text(&part.left), text(&part.right))
}

/// The source of everything that one side says, if there is only one.
fn only_source(pair: &ReviewPair, side: usize) -> Option<&str> {
    let values = || pair.rows.iter().flat_map(|row| &row.sides[side]);
    let first = values().next()?.source.as_str();
    values()
        .all(|value| value.source == first)
        .then_some(first)
        .filter(|source| !source.is_empty())
}

/// One property on two lines, one a side, the first marked where they differ. A source stands beside its value only where a side
/// has several.
fn lines_of(row: &ReviewRow, sources: &[Option<&str>; 2]) -> [String; 2] {
    let mark = if row.differs { "≠" } else { " " };
    let side = |side: usize| {
        let mut said: Vec<String> = Vec::new();
        for value in &row.sides[side] {
            let text = if value.source.is_empty() || sources[side].is_some() {
                value.text.clone()
            } else {
                format!("{} [{}]", value.text, value.source)
            };
            said.push(text);
        }
        if said.is_empty() {
            "–".to_owned()
        } else {
            said.join(" · ")
        }
    };
    [
        format!("{mark} {:<16} A  {}", row.property, side(0)),
        format!("  {:<16} B  {}", "", side(1)),
    ]
}

/// Probability and reasons: shown when asked for, so that they do not decide in the reviewer's place.
fn odds(pair: &ReviewPair, output: &Output) {
    match pair.probability {
        Some(probability) => output.say(
            "review-odds",
            &[("percent", format!("{:.1}", 100.0 * probability).into())],
        ),
        None => output.say("review-no-odds", &[]),
    }
    for (what, bits) in &pair.reasons {
        output.line(&format!("     {bits:+6.1}  {what}"));
    }
    for proposal in &pair.proposals {
        output.line(&format!("     {}: {}", proposal.by, proposal.basis));
    }
}

fn document(pair: &ReviewPair) -> Value {
    let record = |place: usize| {
        let record = &pair.records[place];
        json!({
            "id": record.id.to_string(),
            "name": record.name,
            "also": record.also.iter().map(|(id, name)| json!({ "id": id.to_string(), "name": name })).collect::<Vec<_>>(),
        })
    };
    let side = |values: &[ReviewValue]| -> Vec<Value> {
        let value = |value: &ReviewValue| json!({ "text": value.text, "source": value.source });
        values.iter().map(value).collect()
    };
    json!({
        "left": record(0),
        "right": record(1),
        "names": pair.names.iter().map(|part| json!({
            "left": part.left, "right": part.right, "similarity": part.similarity,
        })).collect::<Vec<_>>(),
        "rows": pair.rows.iter().map(|row| json!({
            "property": row.property, "left": side(&row.sides[0]), "right": side(&row.sides[1]), "differs": row.differs,
        })).collect::<Vec<_>>(),
        "because": pair.because,
        "proposals": pair.proposals.iter().map(|proposal| json!({
            "same": proposal.same, "by": proposal.by, "basis": proposal.basis,
        })).collect::<Vec<_>>(),
        "probability": pair.probability,
        "reasons": pair.reasons.iter().map(|(what, bits)| json!({ "what": what, "bits": bits })).collect::<Vec<_>>(),
    })
}
