//! Keys from fixed seeds, and ledgers in memory.

use std::{collections::BTreeMap, io};

use proof::{
    checkpoint::Checkpoint,
    cosignature::Witness,
    digest::Digest,
    merkle::{self, ProofError, inclusion_proof, leaf_hash},
    note::{Ed25519Signer, Note, Signer},
    receipt::Receipt,
    tile::{HashIndex, encode_bundle, encode_tile, entries_path, tiles},
};

pub(crate) const ORIGIN: &str = "cenotaph.example/fixture";

/// 2026-11-24T12:00:00Z.
pub(crate) const TIME: u64 = 1_795_521_600;

pub(crate) fn log() -> Ed25519Signer {
    Ed25519Signer::from_seed(ORIGIN, &[1; 32]).unwrap()
}

pub(crate) fn witness(number: u8) -> Witness {
    Witness::from_seed(&format!("witness.example/w{number}"), &[0x10 + number; 32]).unwrap()
}

/// A ledger as its files, by path.
#[derive(Clone, Debug)]
pub(crate) struct Ledger {
    pub(crate) entries: Vec<Vec<u8>>,
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    levels: Vec<Vec<Digest>>,
}

impl Ledger {
    /// The ledger of these entries, signed by [`log`] and cosigned by the witnesses with these numbers.
    pub(crate) fn new(entries: Vec<Vec<u8>>, witnesses: &[u8]) -> Self {
        let mut levels = vec![
            entries
                .iter()
                .map(|entry| leaf_hash(entry))
                .collect::<Vec<_>>(),
        ];
        while levels[levels.len() - 1].len() >= 256 {
            let above = levels[levels.len() - 1]
                .chunks_exact(256)
                .map(merkle::root)
                .collect();
            levels.push(above);
        }
        let mut ledger = Self {
            entries,
            files: BTreeMap::new(),
            levels,
        };
        for tile in tiles(ledger.size()) {
            let start = tile.index as usize * 256;
            let range = start..start + usize::from(tile.width);
            let hashes = &ledger.levels[usize::from(tile.level)][range.clone()];
            ledger.files.insert(tile.path(), encode_tile(hashes));
            if tile.level == 0 {
                let entries: Vec<_> = ledger.entries[range].iter().map(Vec::as_slice).collect();
                let path = entries_path(tile.index, tile.width);
                ledger.files.insert(path, encode_bundle(&entries).unwrap());
            }
        }
        ledger.files.insert(
            "checkpoint".to_owned(),
            ledger.checkpoint(witnesses).to_bytes(),
        );
        ledger
    }

    /// A ledger of `size` made-up entries.
    pub(crate) fn of_size(size: u64, witnesses: &[u8]) -> Self {
        Self::new(
            (0..size)
                .map(|number| format!("entry {number}").into_bytes())
                .collect(),
            witnesses,
        )
    }

    pub(crate) fn size(&self) -> u64 {
        self.entries.len() as u64
    }

    pub(crate) fn root(&self) -> Digest {
        merkle::root(&self.levels[0])
    }

    pub(crate) fn checkpoint(&self, witnesses: &[u8]) -> Note {
        let witnesses: Vec<_> = witnesses.iter().map(|number| witness(*number)).collect();
        let at: Vec<_> = witnesses.iter().map(|witness| witness.at(TIME)).collect();
        let log = log();
        let mut signers: Vec<&dyn Signer> = vec![&log];
        signers.extend(at.iter().map(|at| at as &dyn Signer));
        Checkpoint::new(ORIGIN, self.size(), self.root())
            .sign(&signers)
            .unwrap()
    }

    pub(crate) fn receipt(&self, index: u64, witnesses: &[u8]) -> Receipt {
        let mut read = |at: HashIndex| -> Result<Digest, ProofError> {
            Ok(self.levels[usize::from(at.level)][at.index as usize])
        };
        Receipt {
            extra: None,
            index,
            proof: inclusion_proof(index, self.size(), &mut read).unwrap(),
            checkpoint: self.checkpoint(witnesses),
        }
    }

    /// Reads a file, as `check_ledger` wants it read.
    pub(crate) fn read(&self, path: &str, limit: usize) -> io::Result<Option<Vec<u8>>> {
        match self.files.get(path) {
            Some(bytes) if bytes.len() > limit => Err(io::ErrorKind::FileTooLarge.into()),
            found => Ok(found.cloned()),
        }
    }
}

/// A hash in base64, read as a checkpoint's root.
pub(crate) fn hash(base64: &str) -> Digest {
    Checkpoint::parse(&format!("o\n1\n{base64}\n"))
        .unwrap()
        .root
}
