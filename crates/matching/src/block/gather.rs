//! The candidates of a record: those that share its blocks, the likeliest of them.
//!
//! A pair is worth, for each family, the bits of the smallest block that both stand in: log2(records / size). The sum over
//! families ranks the candidates of a record (after the meta-blocking of Papadakis et al. 2014, with one vote for each family,
//! since keys of one family speak of the same thing); a pair stays when it is among the best of either record.

use super::{Blocks, Family, keys::mix};
use crate::record::Records;

/// Candidates that a record keeps; measured on invented lists of 10,000 and 1,000,000 (see `bench/RESULTS.md`).
const KEPT: usize = 30;
/// The same when thorough.
const KEPT_THOROUGH: usize = 100;

/// A pair to be scored, seen from its smaller record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The larger index.
    pub other: u32,
    /// It was found by keys of the name alone.
    pub by_name: bool,
    /// It was found by keys with another field.
    pub by_field: bool,
}

/// Gathers candidates. Each thread has its own; what it holds changes nothing but the time.
#[derive(Debug)]
pub struct Gather<'b> {
    blocks: &'b Blocks,
    /// The clean list of each record, or `NO_LIST`.
    clean: &'b [u16],
    seen: Vec<Seen>,
    round: u32,
    found: Vec<u32>,
    ranks: Vec<u32>,
    kept: usize,
}

/// No clean list.
const NO_LIST: u16 = u16::MAX;

#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    round: u32,
    /// Bits of the families before `family`.
    bits: f32,
    /// Best bits within `family`.
    best: f32,
    family: u8,
    by_name: bool,
    by_field: bool,
}

/// For each record the number of its clean list, or `u16::MAX` when its list may name somebody twice.
pub fn clean_lists(records: &Records) -> Vec<u16> {
    records
        .rows
        .iter()
        .map(|row| match records.lists.get(usize::from(row.list)) {
            Some(list) if list.clean => row.list,
            _ => NO_LIST,
        })
        .collect()
}

impl<'b> Gather<'b> {
    /// `clean` as `clean_lists` gives it.
    pub fn new(blocks: &'b Blocks, clean: &'b [u16], thorough: bool) -> Self {
        Self {
            blocks,
            clean,
            seen: vec![Seen::default(); clean.len()],
            round: 0,
            found: Vec::new(),
            ranks: Vec::new(),
            kept: if thorough { KEPT_THOROUGH } else { KEPT },
        }
    }

    /// The rank that a candidate of this record must reach to stay for its sake (0 when all stay), and how many do.
    pub fn threshold(&mut self, record: u32) -> (u32, u32) {
        self.collect(record, false);
        self.ranks.clear();
        for &other in &self.found {
            let rank = rank(&self.seen[other as usize], record, other);
            self.ranks.push(rank);
        }
        if self.ranks.len() <= self.kept {
            return (0, self.ranks.len() as u32);
        }
        let place = self.ranks.len() - self.kept;
        (*self.ranks.select_nth_unstable(place).1, self.kept as u32)
    }

    /// The candidates after this record, ascending, that reach the threshold of either record.
    pub fn candidates(&mut self, record: u32, thresholds: &[u32], out: &mut Vec<Candidate>) {
        self.collect(record, true);
        self.found.sort_unstable();
        let own = thresholds[record as usize];
        for &other in &self.found {
            let seen = &self.seen[other as usize];
            let rank = rank(seen, record, other);
            if rank >= own.min(thresholds[other as usize]) {
                out.push(Candidate {
                    other,
                    by_name: seen.by_name,
                    by_field: seen.by_field,
                });
            }
        }
    }

    fn collect(&mut self, record: u32, after: bool) {
        self.found.clear();
        self.round += 1;
        let records = self.clean.len() as f32;
        let clean = self.clean[record as usize];
        for &block in self.blocks.of(record) {
            let members = self.blocks.members(block);
            let family = self.blocks.families[block as usize];
            let bits = (records / members.len() as f32).log2();
            let start = if after {
                members.partition_point(|&member| member <= record)
            } else {
                0
            };
            for &other in &members[start..] {
                if other == record || clean != NO_LIST && self.clean[other as usize] == clean {
                    continue;
                }
                let seen = &mut self.seen[other as usize];
                if seen.round != self.round {
                    *seen = Seen {
                        round: self.round,
                        ..Seen::default()
                    };
                    self.found.push(other);
                }
                seen.add(family, bits);
            }
        }
    }
}

impl Seen {
    fn add(&mut self, family: Family, bits: f32) {
        if self.family != family as u8 {
            self.bits += self.best;
            self.best = 0.0;
            self.family = family as u8;
        }
        self.best = self.best.max(bits);
        if family.is_of_name_alone() {
            self.by_name = true;
        } else {
            self.by_field = true;
        }
    }
}

/// Rank of a pair: its bits in eighths, then a hash of both records, so that no two candidates tie and both records see the same.
fn rank(seen: &Seen, one: u32, other: u32) -> u32 {
    let eighths = ((seen.bits + seen.best) * 8.0).clamp(0.0, 4095.0) as u32;
    let pair = u64::from(one.min(other)) << 32 | u64::from(one.max(other));
    eighths << 20 | (mix(13, pair) >> 44) as u32
}
