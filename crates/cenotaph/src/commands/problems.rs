//! Rows and files that were not taken, or taken with a flag: said one by one, with file, row, column and reason.

use registrar::outcome::Problem;
use serde_json::{Map, Value, json};

use crate::output::Output;

/// Says each problem.
pub(super) fn say(problems: &[Problem], output: &Output) {
    for problem in problems {
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
        output.say(id, &[("place", place.into()), ("reason", reason.into())]);
    }
    if !problems.is_empty() {
        let flagged = problems.iter().filter(|problem| problem.taken).count();
        output.say(
            "import-problems",
            &[
                ("left", (problems.len() - flagged).into()),
                ("flagged", flagged.into()),
            ],
        );
    }
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
