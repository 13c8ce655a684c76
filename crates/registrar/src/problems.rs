//! From what a reader or a map could not take to facts that can be said.

use intake::{
    mapping::{Loss, RowProblem, RowReason},
    problem::Problem as FileProblem,
};

use crate::outcome::Problem;

/// What was wrong with a file or table as such. `headers` names the columns.
pub(crate) fn of_file(file: &str, headers: &[String], problem: &FileProblem) -> Problem {
    use FileProblem as P;
    let facts = match problem {
        P::FileTooLarge { size, limit } | P::TextTooLong { size, limit } => {
            vec![("found", size.to_string()), ("limit", limit.to_string())]
        }
        P::TooDeep { limit } => vec![("limit", limit.to_string())],
        P::ReplacedBytes { count, first_byte } | P::NulCharacters { count, first_byte } => {
            vec![
                ("count", count.to_string()),
                ("byte", first_byte.to_string()),
            ]
        }
        P::DeclaredEncodingWrong { declared, found } => {
            vec![
                ("declared", declared.clone()),
                ("found", (*found).to_owned()),
            ]
        }
        P::DeclaredEncodingUnknown { declared } => vec![("declared", declared.clone())],
        P::EncodingGuessed { found } => vec![("found", (*found).to_owned())],
        P::RaggedRow {
            expected,
            found,
            raw,
            ..
        } => {
            vec![
                ("expected", expected.to_string()),
                ("found", found.to_string()),
                ("raw", raw.clone()),
            ]
        }
        P::UnclosedQuote { raw, .. } | P::TextAfterQuote { raw, .. } => vec![("raw", raw.clone())],
        P::CellTooLong { size, limit, .. } => {
            vec![("found", size.to_string()), ("limit", limit.to_string())]
        }
        P::TooManyColumns { found, limit, .. } => {
            vec![("found", found.to_string()), ("limit", limit.to_string())]
        }
        P::TooManyRows { count, limit, .. } => {
            vec![("count", count.to_string()), ("limit", limit.to_string())]
        }
        P::DuplicateHeader { header, called, .. } => {
            vec![("header", header.clone()), ("called", called.clone())]
        }
        P::Finding(finding) => finding.facts.clone(),
        _ => vec![],
    };
    let column = problem
        .column()
        .map(|column| match headers.get(column - 1) {
            Some(header) => header.clone(),
            None => format!("#{column}"),
        });
    let taken = !(problem.loses_row()
        || matches!(problem, P::FileTooLarge { .. } | P::NoHeader)
        || matches!(problem, P::Finding(finding) if finding.loses));
    Problem {
        file: file.to_owned(),
        row: problem.row(),
        column,
        taken,
        code: problem.code(),
        facts,
    }
}

/// What was wrong with a row when it was mapped.
pub(crate) fn of_row(file: &str, problem: &RowProblem) -> Problem {
    use RowReason as R;
    let text = |text: &String| vec![("text", text.clone())];
    let facts = match &problem.reason {
        R::UnknownSource { key } => vec![("key", key.clone())],
        R::Reversed { low, high } => vec![("low", low.to_string()), ("high", high.to_string())],
        R::NotAPosition {
            latitude,
            longitude,
        } => {
            vec![
                ("latitude", latitude.clone()),
                ("longitude", longitude.clone()),
            ]
        }
        R::UnknownItem { text: cell }
        | R::NotANumber { text: cell }
        | R::NotADate { text: cell }
        | R::NoSuchDate { text: cell }
        | R::NotACalendar { text: cell }
        | R::NotATerm { text: cell }
        | R::NotAPrecision { text: cell }
        | R::NotALink { text: cell }
        | R::NotALanguage { text: cell }
        | R::NotAnAccess { text: cell }
        | R::NotReadable { text: cell }
        | R::CaptureFailed { text: cell }
        | R::UnknownKind { text: cell } => text(cell),
        _ => vec![],
    };
    Problem {
        file: file.to_owned(),
        row: Some(problem.row),
        column: problem.column.clone(),
        taken: problem.loss == Loss::Nothing,
        code: problem.reason.code(),
        facts,
    }
}
