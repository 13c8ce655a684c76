//! `clusters.csv` and `pairs.csv`: every record once, every pair over the floor with its reasons.

use std::{fmt::Write as _, path::Path, thread};

use matching::{
    cluster::Clustering,
    link::{Explainer, Linkage, Pair},
    record::Records,
};
use proof::digest::Hasher;

use super::{Group, Table};
use crate::{error::Result, stream::Sink};

/// Crockford's alphabet of base 32 in lower case, as in the identifiers of an archive.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Characters of a cluster's identifier: 60 bits, so that among a million clusters two meet once in two million tables.
const ID_LENGTH: usize = 12;

/// What sets the hash of a cluster's key apart from other hashes of the same text.
const DOMAIN: &[u8] = b"cenotaph match cluster v1\0";

/// Clusters with more records than one that are named in the report.
const LARGEST: usize = 20;

/// Pairs that one thread puts into words at a time.
const PAIRS_AT_ONCE: usize = 4096;

/// Records by cluster.
pub(super) struct Groups {
    /// Records ordered by cluster, then by place in the input.
    order: Vec<u32>,
    /// Where each cluster begins in `order`, and the end.
    begins: Vec<usize>,
}

impl Groups {
    pub(super) fn of(clustering: &Clustering) -> Self {
        let mut order: Vec<u32> = (0..clustering.cluster.len() as u32).collect();
        order.sort_by_key(|record| clustering.cluster[*record as usize]);
        let mut begins = Vec::new();
        let mut last = None;
        for (place, record) in order.iter().enumerate() {
            let cluster = clustering.cluster[*record as usize];
            if last != Some(cluster) {
                begins.push(place);
                last = Some(cluster);
            }
        }
        begins.push(order.len());
        Self { order, begins }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &[u32]> {
        self.begins
            .windows(2)
            .map(|ends| &self.order[ends[0]..ends[1]])
    }

    pub(super) fn count(&self) -> u64 {
        self.begins.len() as u64 - 1
    }

    pub(super) fn shared(&self) -> u64 {
        self.iter().filter(|group| group.len() > 1).count() as u64
    }

    pub(super) fn largest(&self, records: &Records) -> Vec<Group> {
        let mut groups: Vec<&[u32]> = self.iter().filter(|group| group.len() > 1).collect();
        groups.sort_by_key(|group| (std::cmp::Reverse(group.len()), group[0]));
        groups
            .into_iter()
            .take(LARGEST)
            .map(|group| Group {
                id: id(records, group),
                first: records.keys[group[0] as usize].clone(),
                records: group.len() as u64,
            })
            .collect()
    }
}

/// The identifier of a cluster follows from the key of its smallest member by bytes: the same in any run and any order of rows.
pub(super) fn id(records: &Records, group: &[u32]) -> String {
    let smallest = group
        .iter()
        .map(|record| records.keys[*record as usize].as_str())
        .min()
        .unwrap_or_default();
    let mut hasher = Hasher::new();
    hasher.update(DOMAIN);
    hasher.update(smallest.as_bytes());
    let digest = hasher.finish();
    let first = digest.as_bytes()[..8]
        .iter()
        .fold(0u64, |bits, byte| bits << 8 | u64::from(*byte));
    (0..ID_LENGTH)
        .map(|place| char::from(ALPHABET[(first >> (59 - 5 * place)) as usize & 31]))
        .collect()
}

/// The cells of a table, kept to be written again: as CSV, each row once.
pub(super) struct Carried {
    header: String,
    rows: Vec<u8>,
    ends: Vec<usize>,
    columns: usize,
    key: Option<usize>,
}

/// The columns that every `clusters.csv` begins with.
const COLUMNS: [&str; 3] = ["rec_id", "cluster_id", "probability"];

impl Carried {
    pub(super) fn new(header: &[String]) -> Self {
        let key = header
            .iter()
            .position(|name| name.eq_ignore_ascii_case(COLUMNS[0]));
        let mut seen: Vec<String> = COLUMNS.map(str::to_owned).to_vec();
        let mut text = String::new();
        for (place, name) in header.iter().enumerate() {
            if Some(place) == key {
                continue;
            }
            let mut called = name.clone();
            let mut number = 2;
            while seen.contains(&called) {
                called = format!("{name}#{number}");
                number += 1;
            }
            text.push(',');
            cell(&mut text, &called);
            seen.push(called);
        }
        Self {
            header: text,
            rows: Vec::new(),
            ends: Vec::new(),
            columns: header.len(),
            key,
        }
    }

    /// The columns behind `COLUMNS`, as they stand in the header.
    pub(super) fn header(&self) -> &str {
        &self.header
    }

    /// Keeps the cells of a row; what a ragged row lacks is empty, what it has too much stays out and is reported elsewhere.
    pub(super) fn keep(&mut self, cells: &[&str]) {
        let mut text = String::new();
        for place in (0..self.columns).filter(|place| Some(*place) != self.key) {
            text.push(',');
            cell(&mut text, cells.get(place).unwrap_or(&""));
        }
        self.rows.extend_from_slice(text.as_bytes());
        self.ends.push(self.rows.len());
    }

    pub(super) fn row(&self, record: usize) -> &[u8] {
        let begin = record.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.rows[begin..self.ends[record]]
    }
}

/// Writes a cell of CSV (RFC 4180).
fn cell(text: &mut String, value: &str) {
    if value.contains([',', '"', '\n', '\r']) {
        text.push('"');
        text.push_str(&value.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(value);
    }
}

/// Writes `clusters.csv`.
pub(super) fn clusters(
    path: &Path,
    table: &Table,
    linkage: &Linkage,
    groups: &Groups,
) -> Result<()> {
    let mut sink = Sink::create(path)?;
    let header = table.carried.as_ref().map_or("", Carried::header);
    sink.write(format!("{}{header}\n", COLUMNS.join(",")).as_bytes())?;
    let mut line = String::new();
    for group in groups.iter() {
        let id = id(&table.records, group);
        for record in group {
            let record = *record as usize;
            line.clear();
            cell(&mut line, &table.records.keys[record]);
            let _ = write!(line, ",{id},{:.4}", linkage.clustering.probability[record]);
            sink.write(line.as_bytes())?;
            if let Some(carried) = &table.carried {
                sink.write(carried.row(record))?;
            }
            sink.write(b"\n")?;
        }
    }
    sink.finish()
}

/// Writes `pairs.csv`.
pub(super) fn pairs(
    path: &Path,
    records: &Records,
    linkage: &Linkage,
    threads: usize,
) -> Result<()> {
    let mut sink = Sink::create(path)?;
    sink.write(b"left,right,probability,weight_bits,reasons\n")?;
    for batch in linkage.pairs.chunks(PAIRS_AT_ONCE * threads) {
        let texts: Vec<String> = thread::scope(|scope| {
            let running: Vec<_> = batch
                .chunks(PAIRS_AT_ONCE)
                .map(|pairs| scope.spawn(move || lines(records, linkage, pairs)))
                .collect();
            running
                .into_iter()
                .map(|thread| {
                    thread
                        .join()
                        .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
                })
                .collect()
        });
        for text in texts {
            sink.write(text.as_bytes())?;
        }
    }
    sink.finish()
}

fn lines(records: &Records, linkage: &Linkage, pairs: &[Pair]) -> String {
    let mut explainer = Explainer::new(records, linkage);
    let mut text = String::new();
    for pair in pairs {
        cell(&mut text, &records.keys[pair.left.0 as usize]);
        text.push(',');
        cell(&mut text, &records.keys[pair.right.0 as usize]);
        let _ = write!(text, ",{:.4},{:.2},", pair.probability, pair.bits);
        cell(&mut text, &because(&explainer.reasons(pair)));
        text.push('\n');
    }
    text
}

/// `given 6.1; birth 3.0 (swapped day and month)`: what speaks, its bits, and what was seen.
pub(super) fn because(reasons: &[(String, f32)]) -> String {
    let mut text = String::new();
    for (what, bits) in reasons {
        if !text.is_empty() {
            text.push_str("; ");
        }
        let _ = match what.split_once(": ") {
            Some((field, level)) => write!(text, "{field} {bits:.1} ({level})"),
            None => write!(text, "{what} {bits:.1}"),
        };
    }
    text
}
