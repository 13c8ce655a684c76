//! What this audience may know of each record, source and item: decided once, before anything is shown.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use model::{
    access::Access,
    claim::Claim,
    date::Day,
    entry::Timestamp,
    id::{ClaimId, EvidenceNumber, RecordId, SourceId},
};

use crate::{
    dates,
    draft::{DraftHead, DraftItem, DraftRecord, DraftSource},
    edition::{Gap, Reason},
    policy::Policy,
};

/// A record that the audience may see, with the claims that it may see and no others.
#[derive(Debug)]
pub(crate) struct SeenRecord {
    /// The identifier under which it is shown.
    pub(crate) id: RecordId,
    /// The other identifiers that may be shown, sorted.
    pub(crate) also: Vec<RecordId>,
    /// Visible claims.
    pub(crate) claims: Vec<(ClaimId, Claim)>,
    /// What is withheld, sorted.
    pub(crate) gaps: Vec<Gap>,
    /// Newest day on which any of the visible claims was recorded.
    pub(crate) updated: Option<Day>,
}

/// An item that the audience may know of.
#[derive(Debug)]
pub(crate) struct SeenItem {
    /// The item. When its content is withheld as a whole, it has no pages left to look at.
    pub(crate) draft: DraftItem,
    /// Why its bytes, and all that would tell what is in them, are withheld.
    pub(crate) withheld: Option<Reason>,
    /// Nothing of it may be looked at or said of how it looks. When a part of a page is covered, the rest may.
    pub(crate) unseen: bool,
}

/// What became of the records of a draft.
#[derive(Debug, Default)]
pub(crate) struct Records {
    /// For every identifier: under which one it is shown, or why not. Never walked through, only asked.
    standing: HashMap<RecordId, Result<RecordId, Reason>>,
    /// Records of which any claim is withheld.
    partly: BTreeSet<RecordId>,
    /// Items that withheld claims cite, with the most closed reason.
    pub(crate) closed_items: BTreeMap<EvidenceNumber, Reason>,
    /// Reasons for which whole records are withheld.
    pub(crate) withheld: BTreeSet<Reason>,
}

/// What became of the items of a draft: the item, or why it is withheld.
pub(crate) type Items = BTreeMap<EvidenceNumber, Result<SeenItem, Reason>>;

/// What became of the sources of a draft.
pub(crate) type Sources = BTreeMap<SourceId, Result<DraftSource, Reason>>;

impl Records {
    /// Under which identifier the record called `id` is shown, or why it is not.
    pub(crate) fn standing(&self, id: RecordId) -> Result<RecordId, Reason> {
        self.standing
            .get(&id)
            .copied()
            .unwrap_or(Err(Reason::Missing))
    }

    /// `true` when nothing said of the record shown as `id` is withheld from the audience.
    pub(crate) fn is_whole(&self, id: RecordId) -> bool {
        !self.partly.contains(&id)
    }

    /// Notes how a record stands, and what its withheld claims close.
    pub(crate) fn note(&mut self, head: DraftHead, policy: &Policy) {
        let DraftHead {
            id,
            also,
            access,
            claims,
        } = head;
        let mut identities = Identities::new(id, also);
        let mut is_seen = false;
        let mut least: Option<Reason> = None;
        for claim in &claims {
            let access = access.max(claim.access);
            identities.claim(claim.about, access);
            let Some(reason) = policy.withholds(access) else {
                is_seen = true;
                continue;
            };
            least = Some(least.map_or(reason, |least| least.min(reason)));
            if let Some(item) = claim.item {
                let closed = self.closed_items.entry(item).or_insert(reason);
                *closed = reason.max(*closed);
            }
        }
        let identities = identities.decide(access, policy);
        let shown = identities.iter().find_map(|(_, standing)| standing.ok());
        let Some(shown) = shown.filter(|_| is_seen) else {
            self.withheld
                .extend(least.or_else(|| policy.withholds(access)));
            self.hide(&identities);
            return;
        };
        if least.is_some() {
            self.partly.insert(shown);
        }
        for (id, standing) in identities {
            self.stand(id, standing.map(|_| shown));
        }
    }

    fn hide(&mut self, identities: &[(RecordId, Result<RecordId, Reason>)]) {
        for (id, standing) in identities {
            self.stand(*id, Err(standing.err().unwrap_or(Reason::Missing)));
        }
    }

    /// Notes a standing. Where a draft gives one identifier to two records, the closed one wins, then the first.
    fn stand(&mut self, id: RecordId, standing: Result<RecordId, Reason>) {
        self.standing
            .entry(id)
            .and_modify(|known| {
                if standing.is_err() {
                    *known = standing;
                }
            })
            .or_insert(standing);
    }
}

/// Of a record what the audience may see: its claims sorted into those that are shown and those of which only a gap remains;
/// `None` when nothing is left of it.
pub(crate) fn see(draft: DraftRecord, policy: &Policy) -> Option<SeenRecord> {
    let DraftRecord {
        id,
        also,
        access,
        mut claims,
        recorded,
    } = draft;
    let mut identities = Identities::new(id, also);
    let mut gaps = BTreeSet::new();
    claims.retain(|(_, claim)| {
        let access = access.max(claim.access);
        identities.claim(claim.about, access);
        let reason = policy.withholds(access);
        gaps.extend(reason.map(|reason| gap(claim, reason)));
        reason.is_none()
    });
    let identities = identities.decide(access, policy);
    let open = identities.iter().filter(|(_, standing)| standing.is_ok());
    let mut open = open.map(|(id, _)| *id);
    let id = open.next().filter(|_| !claims.is_empty())?;
    let mut also: Vec<RecordId> = open.collect();
    also.sort_unstable();
    Some(SeenRecord {
        id,
        also,
        updated: newest(&claims, recorded).map(dates::day),
        claims,
        gaps: gaps.into_iter().collect(),
    })
}

/// The identifiers of one record, each with the least closed access of what is said under it.
struct Identities {
    own: RecordId,
    ids: BTreeMap<RecordId, Option<Access>>,
}

impl Identities {
    fn new(own: RecordId, also: Vec<RecordId>) -> Self {
        let ids = also.into_iter().chain([own]).map(|id| (id, None)).collect();
        Self { own, ids }
    }

    /// A claim of this access is about `about`; one about a stranger counts for the record itself.
    fn claim(&mut self, about: RecordId, access: Access) {
        let id = if self.ids.contains_key(&about) {
            about
        } else {
            self.own
        };
        if let Some(least) = self.ids.get_mut(&id) {
            *least = Some(least.map_or(access, |least| least.min(access)));
        }
    }

    /// Each identifier with its standing, the record's own first. One under which everything said is withheld is withheld
    /// itself, so that a judgement "the same" does not show that a hidden record exists.
    fn decide(self, record: Access, policy: &Policy) -> Vec<(RecordId, Result<RecordId, Reason>)> {
        let standing = |id, least: Option<Access>| {
            let access = least.unwrap_or(Access::Public).max(record);
            (id, policy.withholds(access).map_or(Ok(id), Err))
        };
        let own = self.ids.get(&self.own).copied().flatten();
        std::iter::once(standing(self.own, own))
            .chain(
                self.ids
                    .into_iter()
                    .filter(|(id, _)| *id != self.own)
                    .map(|(id, least)| standing(id, least)),
            )
            .collect()
    }
}

/// What remains of a withheld claim. Of a confidential one not even the property is told.
fn gap(claim: &Claim, reason: Reason) -> Gap {
    Gap {
        property: (reason == Reason::Restricted).then(|| claim.property.clone()),
        reason,
    }
}

/// The items by number, each with its standing.
pub(crate) fn items(
    drafts: Vec<DraftItem>,
    closed: &BTreeMap<EvidenceNumber, Reason>,
    policy: &Policy,
) -> Items {
    let mut items = Items::new();
    for draft in sorted(drafts, |draft| draft.item.number) {
        let number = draft.item.number;
        let standing = match policy.withholds(draft.access) {
            Some(reason) => Err(reason),
            None => Ok(item(draft, closed.get(&number).copied(), policy)),
        };
        keep_closed(&mut items, number, standing);
    }
    items
}

/// What is left of an item that a withheld claim cites for the reason `closed`. A covered part withholds the file as well:
/// whoever has its digest, its words or its bytes could tell what is beneath.
fn item(mut draft: DraftItem, closed: Option<Reason>, policy: &Policy) -> SeenItem {
    let closed = if draft.erased {
        Some(Reason::Erased)
    } else {
        closed
    };
    if closed.is_some() {
        draft.sheets.clear();
        draft.covered.clear();
    }
    let reasons = draft.covered.iter();
    let covered = reasons
        .filter_map(|part| policy.withholds(part.access))
        .max();
    SeenItem {
        draft,
        withheld: closed.max(covered),
        unseen: closed.is_some(),
    }
}

/// When the newest of `claims` was recorded; the times of other claims do not count.
fn newest(
    claims: &[(ClaimId, Claim)],
    mut recorded: Vec<(ClaimId, Timestamp)>,
) -> Option<Timestamp> {
    recorded.sort_unstable();
    let of = |(id, _): &(ClaimId, Claim)| {
        let end = recorded.partition_point(|(known, _)| known <= id);
        let (known, time) = recorded.get(end.checked_sub(1)?)?;
        (known == id).then_some(*time)
    };
    claims.iter().filter_map(of).max()
}

/// The sources by identifier, each with its standing.
pub(crate) fn sources(drafts: Vec<DraftSource>, policy: &Policy) -> Sources {
    let mut sources = Sources::new();
    for draft in sorted(drafts, |draft| draft.source.id) {
        let id = draft.source.id;
        let standing = policy.withholds(draft.access).map_or(Ok(draft), Err);
        keep_closed(&mut sources, id, standing);
    }
    sources
}

/// One draft for each identifier: what a catalog would never give twice is joined, as closed as its most closed part.
pub(crate) fn one_each(mut drafts: Vec<DraftRecord>) -> Vec<DraftRecord> {
    drafts.sort_by_key(|draft| draft.id);
    let mut joined: Vec<DraftRecord> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        match joined.last_mut().filter(|last| last.id == draft.id) {
            Some(last) => {
                last.access = last.access.max(draft.access);
                last.also.extend(draft.also);
                last.claims.extend(draft.claims);
                last.recorded.extend(draft.recorded);
            }
            None => joined.push(draft),
        }
    }
    joined
}

/// `drafts` by key; of two with one key, the order does not depend on the order given.
fn sorted<T: std::fmt::Debug, K: Ord>(mut drafts: Vec<T>, key: impl Fn(&T) -> K) -> Vec<T> {
    drafts.sort_by(|one, two| {
        key(one)
            .cmp(&key(two))
            .then_with(|| format!("{one:?}").cmp(&format!("{two:?}")))
    });
    drafts
}

/// Of two things with one identifier the closed one wins, then the first.
fn keep_closed<K: Ord, T>(
    standings: &mut BTreeMap<K, Result<T, Reason>>,
    key: K,
    standing: Result<T, Reason>,
) {
    match standings.get_mut(&key) {
        None => {
            standings.insert(key, standing);
        }
        Some(known) => {
            if let Err(reason) = standing {
                *known = Err(known
                    .as_ref()
                    .err()
                    .map_or(reason, |known| reason.max(*known)));
            }
        }
    }
}
