//! Handing out proofs: the entry, and the receipt that says it is in the ledger.

use crate::{
    error::{Error, Result},
    registrar::Registrar,
};

impl Registrar {
    /// The receipt of entry `index` (C2SP tlog-proof) under the published checkpoint, and the entry's bytes.
    pub fn receipt(&self, index: u64) -> Result<(Vec<u8>, Vec<u8>)> {
        let entry = self
            .archive
            .entries(index, 1)?
            .pop()
            .ok_or_else(|| Error::Unknown {
                what: "entry",
                id: index.to_string(),
            })?;
        Ok((self.archive.receipt(index)?.to_bytes(), entry.bytes))
    }
}
