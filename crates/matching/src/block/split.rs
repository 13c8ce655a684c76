//! A block that is too large is split by a further field, then another, until it is small or nothing is left to split it by.

use super::{
    keys::{Family, Keys, Split},
    runs,
};

/// Blocks that were found in one bucket.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Members of all blocks, each block ascending.
    pub(super) members: Vec<u32>,
    /// Where each block ends.
    pub(super) ends: Vec<usize>,
    /// Groups that nothing splits: how many records, and the first.
    pub(super) capped: Vec<(u64, u32)>,
}

/// Takes the records (ascending) that share a key as one block or as several.
pub(super) fn settle(
    keys: &Keys<'_>,
    family: Family,
    members: &[u32],
    thorough: bool,
    found: &mut Found,
) {
    divide(
        keys,
        family,
        members,
        (family.cap(thorough), family.splits()),
        found,
    );
}

fn divide(
    keys: &Keys<'_>,
    family: Family,
    members: &[u32],
    (cap, splits): (usize, &[Split]),
    found: &mut Found,
) {
    if members.len() < 2 {
        return;
    }
    if members.len() <= cap {
        found.members.extend_from_slice(members);
        found.ends.push(found.members.len());
        return;
    }
    let Some((&split, rest)) = splits.split_first() else {
        // A part that many share is no rare part; other families hold it.
        if family != Family::RarePart {
            found.capped.push((members.len() as u64, members[0]));
        }
        return;
    };
    let (mut values, mut entries, mut lacking) = (Vec::new(), Vec::new(), Vec::new());
    for &member in members {
        values.clear();
        keys.values(member, split, &mut values);
        if values.is_empty() {
            lacking.push(member);
        }
        entries.extend(values.iter().map(|&value| (value, member)));
    }
    entries.sort_unstable();
    entries.dedup();
    runs(&entries, &mut |members| {
        divide(keys, family, members, (cap, rest), found);
    });
    divide(keys, family, &lacking, (cap, rest), found);
}
