//! Rows and files that were not taken, or taken with a flag: said one by one, with file, row, column and reason.

use registrar::{linking::Trouble, outcome::Problem};
use serde_json::{Map, Value, json};

use crate::output::Output;

/// Of each kind so many are said one by one; the report has more.
const SAID: usize = 3;

/// Says each problem.
pub(super) fn say(problems: &[Problem], output: &Output) {
    for problem in problems {
        output.line(&line(problem, output));
    }
    if !problems.is_empty() {
        let flagged = problems.iter().filter(|problem| problem.taken).count();
        say_sum((problems.len() - flagged) as u64, flagged as u64, output);
    }
}

/// Says each problem of what was taken all the same, beside standard output.
pub(super) fn say_flagged(problems: &[Problem], output: &Output) {
    for problem in problems {
        output.line_beside(&line(problem, output));
    }
}

/// Says the first problems of each kind, and how many more there are: beside standard output.
pub(super) fn say_kinds(kinds: &[Trouble], output: &Output) {
    for kind in kinds {
        let said = kind.first.iter().take(SAID);
        for problem in said.clone() {
            output.line_beside(&line(problem, output));
        }
        let more = kind.count - said.count() as u64;
        if more > 0 {
            output.say_beside("problems-more", &[("count", more.into())]);
        }
    }
    if !kinds.is_empty() {
        let (flagged, left): (Vec<&Trouble>, Vec<&Trouble>) =
            kinds.iter().partition(|kind| kind.taken());
        let sum = |kinds: &[&Trouble]| kinds.iter().map(|kind| kind.count).sum::<u64>();
        output.say_beside(
            "import-problems",
            &[
                ("left", sum(&left).into()),
                ("flagged", sum(&flagged).into()),
            ],
        );
    }
}

fn say_sum(left: u64, flagged: u64, output: &Output) {
    output.say(
        "import-problems",
        &[("left", left.into()), ("flagged", flagged.into())],
    );
}

/// A problem in one line: whether the row was taken, where it stands, what is wrong.
fn line(problem: &Problem, output: &Output) -> String {
    let mut place = vec![("file", problem.file.as_str().into())];
    let id = match (problem.row, &problem.column) {
        (Some(row), Some(column)) => {
            place.extend([
                ("row", row.to_string().into()),
                ("column", column.as_str().into()),
            ]);
            "problem-place-cell"
        }
        (Some(row), None) => {
            place.push(("row", row.to_string().into()));
            "problem-place-row"
        }
        (None, Some(column)) => {
            place.push(("column", column.as_str().into()));
            "problem-place-column"
        }
        (None, None) => "problem-place-file",
    };
    let place = output.words.say(id, &place);
    let facts: Vec<_> = problem
        .facts
        .iter()
        .map(|(name, value)| (*name, value.as_str().into()))
        .collect();
    let reason = output
        .words
        .say(&format!("problem-{}", problem.code), &facts);
    let id = if problem.taken {
        "problem-flagged"
    } else {
        "problem-left"
    };
    output
        .words
        .say(id, &[("place", place.into()), ("reason", reason.into())])
}

/// Problems by kind as JSON: how many, and the first of each.
pub(super) fn document_of_kinds(kinds: &[Trouble]) -> Vec<Value> {
    kinds
        .iter()
        .map(|kind| {
            json!({
                "code": kind.code, "count": kind.count, "taken": kind.taken(), "first": document(&kind.first),
            })
        })
        .collect()
}

/// The problems as JSON.
pub(super) fn document(problems: &[Problem]) -> Vec<Value> {
    problems
        .iter()
        .map(|problem| {
            let facts: Map<String, Value> =
                problem.facts.iter().map(|(name, value)| ((*name).to_owned(), Value::from(value.as_str()))).collect();
            json!({
                "file": problem.file, "row": problem.row, "column": problem.column, "taken": problem.taken,
                "code": problem.code, "facts": facts,
            })
        })
        .collect()
}
