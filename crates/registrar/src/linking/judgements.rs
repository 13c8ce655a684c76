//! Decisions about pairs of a table: `left,right,decision`, by the keys of the records.

use std::{collections::HashMap, path::Path};

use matching::{
    link::Judged,
    record::{RecordIndex, Records},
};

use super::troubles::Troubles;
use crate::{
    error::{Error, Result},
    rows::Rows,
};

const NEEDED: &str = "`left`, `right` and `decision`";

/// Reads decisions. A row that cannot be kept to is reported.
pub(super) fn read(path: &Path, records: &Records, troubles: &mut Troubles) -> Result<Judged> {
    let (mut rows, header) = Rows::open(path)?;
    let place = |name: &str| {
        header
            .iter()
            .position(|column| column.eq_ignore_ascii_case(name))
            .ok_or_else(|| Error::NoColumns {
                path: path.to_path_buf(),
                needed: NEEDED,
                found: header.join(", "),
            })
    };
    let (left, right, decision) = (place("left")?, place("right")?, place("decision")?);
    let mut known: HashMap<&str, RecordIndex> = HashMap::with_capacity(records.keys.len());
    for (place, key) in records.keys.iter().enumerate() {
        known.entry(key).or_insert(RecordIndex(place as u32));
    }
    let mut judged = Judged::default();
    while let Some(row) = rows
        .next_row()
        .map_err(|source| Error::unpacking(path, source))?
    {
        let number = Some(row.number);
        if row.fault.is_some() || row.cells.len() != header.len() {
            troubles.of_other(path, number, "judgement-row", &row.cells.join(", "));
            continue;
        }
        let [one, other] = [row.cells[left].trim(), row.cells[right].trim()];
        let pair = match (known.get(one), known.get(other)) {
            (Some(one), Some(other)) => (*one.min(other), *one.max(other)),
            (None, _) => {
                troubles.of_other(path, number, "judgement-unknown", one);
                continue;
            }
            (_, None) => {
                troubles.of_other(path, number, "judgement-unknown", other);
                continue;
            }
        };
        if pair.0 == pair.1 {
            troubles.of_other(path, number, "judgement-itself", one);
            continue;
        }
        match row.cells[decision].trim().to_lowercase().as_str() {
            "same" => judged.same.push(pair),
            "different" => judged.different.push(pair),
            "undecided" => judged.undecided.push(pair),
            other => troubles.of_other(path, number, "judgement-word", other),
        }
    }
    for pairs in [
        &mut judged.same,
        &mut judged.different,
        &mut judged.undecided,
    ] {
        pairs.sort_unstable();
        pairs.dedup();
    }
    Ok(judged)
}
