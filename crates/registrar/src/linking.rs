//! Who is the same person, in a table that stands alone: read as a stream, matched, written as clusters and pairs
//! (docs/formats/match.md).

mod judgements;
#[cfg(test)]
mod tests;
mod troubles;
mod written;

use std::{
    path::{Path, PathBuf},
    thread::available_parallelism,
};

use matching::{
    link::{self, Settings},
    record::Records,
    table::{Columns, NoColumns, Reading, ReadingSettings},
};

pub use matching::{compare::Field, link::Progress as LinkProgress, report::Report};
pub use troubles::Trouble;
pub(crate) use troubles::Troubles;

use crate::{
    error::{Error, Result},
    rows::Rows,
    stream::STANDARD_INPUT,
    surroundings::Surroundings,
};

/// Most rows of a table. Chosen by us: ten times what the budget of memory (DESIGN section 8) is measured at.
const MOST_ROWS: u64 = 10_000_000;

/// How often progress is told while rows are read.
const ROWS_BETWEEN: u64 = 1 << 14;

/// Rata die of 1 January 1970, from which the clock counts (Dershowitz & Reingold, Calendrical Calculations).
const UNIX_EPOCH: i64 = 719_163;

/// The version of the form of the report (docs/formats/match.md).
pub const REPORT_VERSION: u32 = 1;

/// What is to be matched, and where to put the answer.
#[derive(Clone, Debug, PartialEq)]
pub struct MatchOptions {
    /// The table; `-` is standard input.
    pub table: PathBuf,
    /// Where the clusters go; `None`: nowhere.
    pub clusters: Option<PathBuf>,
    /// Where the pairs go; `None`: nowhere.
    pub pairs: Option<PathBuf>,
    /// Where the caller will put the report; known here so that nothing is written over.
    pub report: Option<PathBuf>,
    /// Decisions to keep to.
    pub judgements: Option<PathBuf>,
    /// Lists that name nobody twice.
    pub clean: Vec<String>,
    /// Write the columns of the table behind the clusters' own.
    pub carry: bool,
    /// Threads; `None`: as many as the machine has. Changes nothing but the time.
    pub threads: Option<usize>,
    /// Pairs below this weight are left out, in bits.
    pub floor: f32,
    /// More keys: finds more pairs and takes longer.
    pub thorough: bool,
}

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// So many rows are read.
    Reading(u64),
    /// Records are linked.
    Linking(LinkProgress),
    /// Clusters and pairs are written.
    Writing,
}

/// A list of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListCount {
    /// As the table calls it; empty when it names none.
    pub name: String,
    /// Its records.
    pub records: u64,
    /// Declared to name nobody twice.
    pub clean: bool,
}

/// A cluster of more than one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its identifier in `clusters.csv`.
    pub id: String,
    /// Key of its first record.
    pub first: String,
    /// Its records.
    pub records: u64,
}

/// What came of it.
#[derive(Clone, Debug)]
pub struct Matched {
    /// Rows of the table, without its header and blank lines.
    pub rows: u64,
    /// Records made of them.
    pub records: u64,
    /// The lists, in order of first appearance.
    pub lists: Vec<ListCount>,
    /// The columns of the table, as they are called.
    pub columns: Vec<String>,
    /// Clusters, those of one record included.
    pub clusters: u64,
    /// Clusters of more than one record.
    pub shared: u64,
    /// The largest of them, the largest first, at most 20.
    pub largest: Vec<Group>,
    /// Pairs over the floor.
    pub pairs: u64,
    /// Pairs that a constraint keeps apart although their weight speaks for one person.
    pub held_apart: u64,
    /// Decisions kept to: same, different, undecided.
    pub judged: (u64, u64, u64),
    /// What the linkage says of itself.
    pub report: Report,
    /// What could not be taken, or only with a flag, by kind.
    pub troubles: Vec<Trouble>,
}

/// Matches the records of a table.
pub fn match_table(options: &MatchOptions, progress: &mut dyn FnMut(Progress)) -> Result<Matched> {
    let inputs = [Some(&options.table), options.judgements.as_ref()];
    let outputs = [
        options.clusters.as_ref(),
        options.pairs.as_ref(),
        options.report.as_ref(),
    ];
    refuse_same(
        &inputs
            .into_iter()
            .flatten()
            .map(PathBuf::as_path)
            .collect::<Vec<_>>(),
        &outputs
            .into_iter()
            .flatten()
            .map(PathBuf::as_path)
            .collect::<Vec<_>>(),
    )?;
    let mut table = read(options, progress)?;
    for list in &options.clean {
        if !table.records.lists.iter().any(|known| known.name == *list) {
            return Err(unknown_list(list, &table.records));
        }
    }
    let judged = match &options.judgements {
        Some(path) => judgements::read(path, &table.records, &mut table.troubles)?,
        None => link::Judged::default(),
    };
    let settings = Settings {
        threads: threads(options.threads),
        floor: options.floor,
        thorough: options.thorough,
    };
    let linkage = link::link(&table.records, &judged, &settings, &mut |step| {
        progress(Progress::Linking(step));
    })
    .map_err(|contradiction| Error::Contradiction {
        chain: contradiction
            .chain
            .iter()
            .map(|record| table.records.keys[*record as usize].clone())
            .collect(),
    })?;
    progress(Progress::Writing);
    let groups = written::Groups::of(&linkage.clustering);
    if let Some(path) = &options.clusters {
        written::clusters(path, &table, &linkage, &groups)?;
    }
    if let Some(path) = &options.pairs {
        written::pairs(path, &table.records, &linkage, settings.threads)?;
    }
    Ok(Matched {
        rows: table.rows,
        records: table.records.rows.len() as u64,
        lists: lists(&table.records),
        columns: table.columns,
        clusters: groups.count(),
        shared: groups.shared(),
        largest: groups.largest(&table.records),
        pairs: linkage.pairs.len() as u64,
        held_apart: linkage.clustering.held_apart.len() as u64,
        judged: (
            judged.same.len() as u64,
            judged.different.len() as u64,
            judged.undecided.len() as u64,
        ),
        report: linkage.report,
        troubles: table.troubles.finish(),
    })
}

/// A table as it was read.
struct Table {
    records: Records,
    rows: u64,
    columns: Vec<String>,
    carried: Option<written::Carried>,
    troubles: Troubles,
}

fn read(options: &MatchOptions, progress: &mut dyn FnMut(Progress)) -> Result<Table> {
    let path = &options.table;
    let (mut rows, header) = Rows::open(path)?;
    let mut troubles = Troubles::new(path);
    let names: Vec<&str> = header.iter().map(String::as_str).collect();
    let (columns, problems) = Columns::of(&names).map_err(|error| match error {
        NoColumns::NoName { found } => Error::NoColumns {
            path: path.clone(),
            needed: "`name`, or `given` and `surname`",
            found: found.join(", "),
        },
        other => Error::NoColumns {
            path: path.clone(),
            needed: "`name`, or `given` and `surname`",
            found: other.to_string(),
        },
    })?;

    let mut reading = Reading::new(
        columns,
        ReadingSettings {
            clean_lists: options.clean.clone(),
            today: Some(tomorrow(&Surroundings::Machine)),
        },
    );
    reading.note(&problems);
    let mut carried = options.carry.then(|| written::Carried::new(&header));
    let mut count = 0;
    while let Some(row) = rows
        .next_row()
        .map_err(|source| Error::unpacking(path, source))?
    {
        count += 1;
        if count > MOST_ROWS {
            return Err(Error::TooManyRows {
                path: path.clone(),
                limit: MOST_ROWS,
            });
        }
        if count % ROWS_BETWEEN == 0 {
            progress(Progress::Reading(count));
        }
        if !troubles.of_row(&row, &header) {
            continue;
        }
        reading.row(&row.cells);
        if let Some(carried) = &mut carried {
            carried.keep(&row.cells);
        }
    }
    progress(Progress::Reading(count));
    let records = reading.finish();
    troubles.of_records(&records);
    Ok(Table {
        records,
        rows: count,
        columns: header,
        carried,
        troubles,
    })
}

/// The latest day that a date may be: today where it is latest on earth.
fn tomorrow(surroundings: &Surroundings) -> i32 {
    (surroundings.now().0.div_euclid(86_400) + UNIX_EPOCH + 1) as i32
}

fn lists(records: &Records) -> Vec<ListCount> {
    let mut counts = vec![0; records.lists.len()];
    for row in &records.rows {
        counts[usize::from(row.list)] += 1;
    }
    records
        .lists
        .iter()
        .zip(counts)
        .map(|(list, records)| ListCount {
            name: list.name.clone(),
            records,
            clean: list.clean,
        })
        .collect()
}

fn unknown_list(name: &str, records: &Records) -> Error {
    let known: Vec<&str> = records
        .lists
        .iter()
        .map(|list| list.name.as_str())
        .collect();
    Error::UnknownList {
        name: name.to_owned(),
        known: known.join(", "),
    }
}

pub(crate) fn threads(wanted: Option<usize>) -> usize {
    wanted
        .or_else(|| available_parallelism().ok().map(Into::into))
        .unwrap_or(1)
        .max(1)
}

/// No output may lie where an input or another output lies.
pub(crate) fn refuse_same(inputs: &[&Path], outputs: &[&Path]) -> Result<()> {
    let mut taken: Vec<PathBuf> = inputs
        .iter()
        .filter(|path| path.as_os_str() != STANDARD_INPUT)
        .map(|path| plain(path))
        .collect();
    for path in outputs {
        let place = plain(path);
        if taken.contains(&place) {
            return Err(Error::Overwrites {
                path: path.to_path_buf(),
            });
        }
        taken.push(place);
    }
    Ok(())
}

/// The path by which a file is known whatever leads to it; of one that is not there, its folder's and its name.
fn plain(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| {
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        let folder = folder
            .canonicalize()
            .unwrap_or_else(|_| folder.to_path_buf());
        folder.join(path.file_name().unwrap_or_default())
    })
}
