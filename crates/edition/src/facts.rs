//! Claims become facts: what is said once, with everyone who says it, in order, and whether another contradicts it.

use std::{cmp::Ordering, fmt::Write};

use model::{
    claim::{Claim, Qualifier},
    id::{ClaimId, RecordId},
    term::Term,
};

use crate::{
    disputes,
    edition::{Cited, Fact, Shown},
    resolve::Resolver,
    vocabulary,
};

/// One claim as shown, on its way into a fact.
struct Said {
    rank: usize,
    property: Term,
    value: Shown,
    qualifiers: Vec<(Term, Shown)>,
    cited: Cited,
    /// The claim's identifier; `None` when it would help to guess what is withheld.
    claim: Option<ClaimId>,
}

/// The facts about the record shown as `id`.
///
/// Everything is merged and sorted by what is shown, never by what is withheld: two claims that differ only in withheld parts
/// are one, so that neither their number nor their order tells anything.
pub(crate) fn of(
    id: RecordId,
    claims: Vec<(ClaimId, Claim)>,
    resolver: &Resolver<'_>,
) -> Vec<Fact> {
    let all: Vec<Said> = claims
        .into_iter()
        .map(|(claim_id, claim)| said(claim_id, claim, resolver))
        .collect();
    let mut facts: Vec<Fact> = Vec::with_capacity(all.len());
    for said in sorted(all) {
        if !facts.last().is_some_and(|fact| is_same(fact, &said)) {
            facts.push(Fact {
                claims: Vec::with_capacity(1),
                property: said.property,
                value: said.value,
                qualifiers: said.qualifiers,
                citations: Vec::with_capacity(1),
                disputed: false,
            });
        }
        if let Some(fact) = facts.last_mut() {
            cite(id, fact, said.cited, said.claim);
        }
    }
    facts.shrink_to_fit();
    disputes::mark(&mut facts);
    facts
}

/// `all` by fact and citation. Places are sorted and each thing is moved once, for they are large.
fn sorted(all: Vec<Said>) -> impl Iterator<Item = Said> {
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by(|one, two| {
        let (one, two) = (&all[*one], &all[*two]);
        by_fact(one, two).then_with(|| by_citation(one, two))
    });
    let mut all: Vec<Option<Said>> = all.into_iter().map(Some).collect();
    order.into_iter().filter_map(move |place| all[place].take())
}

/// Adds a citation to `fact`, unless the same one was just added.
fn cite(id: RecordId, fact: &mut Fact, cited: Cited, claim: Option<ClaimId>) {
    if fact.citations.last() != Some(&cited) {
        let claim = claim.unwrap_or_else(|| stand_in(id, fact, &cited));
        fact.claims.push(claim);
        fact.citations.push(cited);
    }
}

fn said(claim_id: ClaimId, claim: Claim, resolver: &Resolver<'_>) -> Said {
    let Claim {
        about: _,
        property,
        value,
        qualifiers,
        citation,
        attribution,
        certainty,
        access: _,
    } = claim;
    let value = resolver.value(value);
    let mut whole = value.whole;
    let mut qualifiers: Vec<(Term, Shown)> = qualifiers
        .into_iter()
        .map(|Qualifier { property, value }| {
            let value = resolver.value(value);
            whole &= value.whole;
            (property, value.shown)
        })
        .collect();
    qualifiers.sort();
    qualifiers.dedup();
    let cited = resolver.cited(citation, attribution, certainty);
    whole &= cited.whole;
    Said {
        rank: vocabulary::rank(property.as_str()),
        property,
        value: value.shown,
        qualifiers,
        cited: cited.shown,
        claim: whole.then_some(claim_id),
    }
}

fn by_fact(one: &Said, two: &Said) -> Ordering {
    one.rank
        .cmp(&two.rank)
        .then_with(|| one.property.cmp(&two.property))
        .then_with(|| one.value.cmp(&two.value))
        .then_with(|| one.qualifiers.cmp(&two.qualifiers))
}

/// By source, then place; what has no source comes last, and of equal citations the one with an identifier first.
fn by_citation(one: &Said, two: &Said) -> Ordering {
    one.cited
        .source
        .is_none()
        .cmp(&two.cited.source.is_none())
        .then_with(|| one.cited.cmp(&two.cited))
        .then_with(|| one.claim.is_none().cmp(&two.claim.is_none()))
        .then_with(|| one.claim.cmp(&two.claim))
}

fn is_same(fact: &Fact, said: &Said) -> bool {
    fact.property == said.property && fact.value == said.value && fact.qualifiers == said.qualifiers
}

/// An identifier made from what is shown and nothing else. It has to be distinct on a page, not secret and not kept.
fn stand_in(id: RecordId, fact: &Fact, cited: &Cited) -> ClaimId {
    let mut hash = Fnv::default();
    let shown = (id, &fact.property, &fact.value, &fact.qualifiers, cited);
    // Writing into the hash cannot fail.
    let _ = write!(hash, "{shown:?}");
    ClaimId::from_bits(hash.0 ^ hash.0 >> 60)
}

/// FNV-1a of 64 bits (RFC 9923 section 5: offset basis and prime).
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Write for Fnv {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        for byte in text.bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        Ok(())
    }
}
