//! Which records are one, from judgements on pairs.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use model::{id::RecordId, judgement::Decision};
use rusqlite::{Connection, params};

use crate::{error::CatalogError, open::Catalog, record::record_id};

/// Two records judged to be two while other judgements, followed from pair to pair, make them one.
///
/// Judgements that contradict each other decide nothing: as long as the conflict stands, no two records of the group are shown
/// as one, so that nobody is merged through a judgement that somebody denies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdentityConflict {
    /// The two records held to be different.
    pub different: (RecordId, RecordId),
    /// Every record of the group that would be one, sorted by number of kind and bits.
    pub group: Vec<RecordId>,
}

/// A pair as judged last.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Judged {
    pub(crate) one: i64,
    pub(crate) other: i64,
    pub(crate) same: bool,
}

/// What the pairs come to.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Identities {
    /// Groups of two or more that stand, each sorted.
    pub(crate) groups: Vec<Vec<i64>>,
    /// Groups that do not stand.
    pub(crate) conflicts: Vec<Denied>,
}

/// A group that does not stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Denied {
    /// Its members, sorted.
    pub(crate) group: Vec<i64>,
    /// The pairs that keep it from standing, sorted.
    pub(crate) pairs: Vec<(i64, i64)>,
}

/// Follows `same` from pair to pair; a group with two members judged different does not stand. The order of `pairs` does not
/// matter. Records of two kinds are never one.
pub(crate) fn identities(pairs: &[Judged]) -> Identities {
    let mut roots = Roots::default();
    for pair in pairs {
        if pair.same && kind(pair.one) == kind(pair.other) {
            roots.join(pair.one, pair.other);
        }
    }
    let mut denied: BTreeMap<i64, Vec<(i64, i64)>> = BTreeMap::new();
    for pair in pairs.iter().filter(|pair| !pair.same) {
        let root = roots.find(pair.one);
        if pair.one != pair.other && root == roots.find(pair.other) {
            denied.entry(root).or_default().push((pair.one, pair.other));
        }
    }
    let mut found = Identities::default();
    for (root, group) in roots.groups() {
        match denied.remove(&root) {
            Some(mut pairs) => {
                pairs.sort_unstable();
                found.conflicts.push(Denied { group, pairs });
            }
            None => found.groups.push(group),
        }
    }
    found
}

/// The number of the kind in a packed identifier.
fn kind(packed: i64) -> i64 {
    packed >> 60
}

/// Disjoint sets, each known by its smallest member.
#[derive(Default)]
struct Roots(BTreeMap<i64, i64>);

impl Roots {
    fn find(&mut self, member: i64) -> i64 {
        let mut root = member;
        while let Some(next) = self.0.get(&root).filter(|next| **next != root) {
            root = *next;
        }
        // Shorten the way for the next time.
        let mut at = member;
        while at != root {
            at = self.0.insert(at, root).unwrap_or(root);
        }
        root
    }

    fn join(&mut self, one: i64, other: i64) {
        let (one, other) = (self.find(one), self.find(other));
        self.0.insert(one.max(other), one.min(other));
        self.0.insert(one.min(other), one.min(other));
    }

    /// Sets of two or more, by root, each sorted.
    fn groups(&mut self) -> BTreeMap<i64, Vec<i64>> {
        let members: Vec<i64> = self.0.keys().copied().collect();
        let mut groups: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
        for member in members {
            groups.entry(self.find(member)).or_default().push(member);
        }
        groups.retain(|_, group| group.len() > 1);
        groups
    }
}

/// Computes the table `identity` anew. The leader of an identity is the record that came first.
pub(crate) fn recompute(connection: &Connection) -> Result<(), CatalogError> {
    let found = identities(&judged_pairs(connection)?);
    connection.execute_batch("DELETE FROM identity;")?;
    let mut arrival = connection.prepare("SELECT seq FROM record WHERE id = ?1")?;
    let mut insert = connection.prepare("INSERT INTO identity VALUES(?1, ?2)")?;
    for group in &found.groups {
        // Only records that something is said of; of the others nothing is there to be shown.
        let mut members = Vec::with_capacity(group.len());
        for record in group {
            let mut rows = arrival.query([record])?;
            if let Some(row) = rows.next()? {
                members.push((row.get::<_, i64>(0)?, *record));
            }
        }
        members.sort_unstable();
        let Some((_, leader)) = members.first().copied().filter(|_| members.len() > 1) else {
            continue;
        };
        for (_, record) in members {
            insert.execute(params![record, leader])?;
        }
    }
    Ok(())
}

fn judged_pairs(connection: &Connection) -> Result<Vec<Judged>, CatalogError> {
    let mut rows =
        connection.prepare("SELECT one, other, decision FROM pair ORDER BY one, other")?;
    let mut pairs = Vec::new();
    for row in rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))? {
        let (one, other, decision): (i64, i64, i64) = row?;
        if decision == Decision::Same as i64 || decision == Decision::Different as i64 {
            pairs.push(Judged {
                one,
                other,
                same: decision == Decision::Same as i64,
            });
        }
    }
    Ok(pairs)
}

impl Catalog {
    /// Pairs judged different inside groups that would be one, by identifier.
    pub fn identity_conflicts(&self) -> Result<Vec<IdentityConflict>, CatalogError> {
        let found = identities(&judged_pairs(self.connection())?);
        let mut conflicts = Vec::new();
        for Denied { group, pairs } in found.conflicts {
            let group: Vec<RecordId> =
                group.into_iter().map(record_id).collect::<Result<_, _>>()?;
            for (one, other) in pairs {
                conflicts.push(IdentityConflict {
                    different: (record_id(one)?, record_id(other)?),
                    group: group.clone(),
                });
            }
        }
        Ok(conflicts)
    }
}
