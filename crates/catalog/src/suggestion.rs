//! What machines propose and nobody has decided.

use model::{id::ClaimId, judgement::Suggestion, payload::Payload, wire::v1};
use rusqlite::Row;

use crate::{error::CatalogError, open::Catalog, write::CLAIM};

/// A suggestion that waits for a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuggestionView {
    /// The suggestion.
    pub suggestion: Suggestion,
    /// For a proposed claim: the identifier that a judgement names.
    pub claim: Option<ClaimId>,
    /// The entry that records it.
    pub entry: u64,
}

impl Catalog {
    /// Suggestions that wait for a decision, the earliest first. A pair waits until it is judged same, different or rejected,
    /// and again when that is taken back; a claim until it is accepted, rejected or recorded by somebody.
    pub fn suggestions(&self) -> Result<Vec<SuggestionView>, CatalogError> {
        self.collect(
            "SELECT bytes, entry, proposal, suggestion.one FROM suggestion
             LEFT JOIN pair ON suggestion.proposal <> 2 AND pair.one = suggestion.one AND pair.other = suggestion.other
             WHERE CASE proposal
                 WHEN 2 THEN NOT EXISTS (SELECT 1 FROM acceptance WHERE acceptance.claim = suggestion.one)
                     AND NOT EXISTS (SELECT 1 FROM claim_id WHERE claim_id.id = suggestion.one)
                 ELSE coalesce(pair.decision, 2) = 2 END
             ORDER BY suggestion.seq",
            [],
            suggestion_view,
        )
    }
}

fn suggestion_view(row: &Row<'_>) -> Result<SuggestionView, CatalogError> {
    let bytes: Vec<u8> = row.get(0)?;
    let proposal: i64 = row.get(2)?;
    let one: i64 = row.get(3)?;
    match v1::decode_payload(&bytes) {
        Ok(Payload::Suggestion(suggestion)) => Ok(SuggestionView {
            suggestion,
            claim: (proposal == CLAIM).then(|| ClaimId::from_bits(one as u64)),
            entry: row.get::<_, i64>(1)? as u64,
        }),
        _ => Err(CatalogError::Damaged),
    }
}
