//! The ledger as people read it.

use archive::PayloadState;
use model::wire;

use crate::{
    error::{Error, Result},
    outcome::LogLine,
    registrar::Registrar,
};

impl Registrar {
    /// Entries in the ledger.
    pub fn entries(&self) -> Result<u64> {
        Ok(self.archive.len()?)
    }

    /// At most `limit` entries from `from` on.
    pub fn log(&self, from: u64, limit: usize) -> Result<Vec<LogLine>> {
        let entries = self.archive.entries(from, limit as u64)?;
        entries
            .into_iter()
            .map(|stored| {
                let entry =
                    wire::v1::decode_entry(&stored.bytes).map_err(|cause| Error::BadEntry {
                        index: stored.index,
                        cause: Box::new(cause),
                    })?;
                let erased = stored
                    .payloads
                    .iter()
                    .any(|payload| matches!(payload.state, PayloadState::Erased { .. }));
                Ok(LogLine {
                    index: stored.index,
                    time: entry.time.to_string(),
                    kind: entry.kind.as_str(),
                    actor: entry.actor,
                    counts: entry.counts.into_iter().collect(),
                    erased,
                    reason: entry.reason.map(|reason| reason.as_str().to_owned()),
                })
            })
            .collect()
    }
}
