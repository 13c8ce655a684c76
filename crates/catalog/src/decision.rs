//! What people decided, in the order in which they did.

use model::{
    judgement::{Judgement, Subject},
    payload::Payload,
    wire::v1,
};
use rusqlite::Row;

use crate::{error::CatalogError, open::Catalog, write::subject_key};

/// A judgement and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JudgementView {
    /// The judgement.
    pub judgement: Judgement,
    /// The entry that records it.
    pub entry: u64,
}

impl Catalog {
    /// Every judgement on `subject`, the earliest first; those replaced by later ones included.
    pub fn judgements(&self, subject: Subject) -> Result<Vec<JudgementView>, CatalogError> {
        let Some((kind, key)) = subject_key(self.connection(), subject)? else {
            return Ok(Vec::new());
        };
        self.collect(
            "SELECT bytes, entry FROM judged JOIN judgement ON judgement.seq = judged.judgement
             WHERE subject = ?1 AND key = ?2 ORDER BY judgement.seq",
            [kind, key],
            judgement_view,
        )
    }

    /// Every judgement, the earliest first.
    pub fn all_judgements(&self) -> Result<Vec<JudgementView>, CatalogError> {
        self.collect(
            "SELECT bytes, entry FROM judgement ORDER BY seq",
            [],
            judgement_view,
        )
    }
}

fn judgement_view(row: &Row<'_>) -> Result<JudgementView, CatalogError> {
    let bytes: Vec<u8> = row.get(0)?;
    match v1::decode_payload(&bytes) {
        Ok(Payload::Judgement(judgement)) => Ok(JudgementView {
            judgement,
            entry: row.get::<_, i64>(1)? as u64,
        }),
        _ => Err(CatalogError::Damaged),
    }
}
