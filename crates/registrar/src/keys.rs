//! The archive's secrets: the key that signs its checkpoints, and the key that its identifiers are made with.

use std::{
    fs::{self, OpenOptions},
    io::Write as _,
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};

use proof::digest::Digest;

use crate::{
    error::{Error, Result},
    files,
};

/// What lies in the folder `keys`.
pub(crate) struct Keys {
    /// Signs checkpoints.
    pub(crate) signer: proof::note::Ed25519Signer,
    /// Makes identifiers of claims, records and sources.
    pub(crate) identifiers: [u8; 32],
}

impl std::fmt::Debug for Keys {
    /// Says that they are there and nothing else.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys")
    }
}

const SIGNER: &str = "ledger.skey";
const IDENTIFIERS: &str = "identifiers.key";

fn folder(archive: &Path) -> PathBuf {
    archive.join("keys")
}

impl Keys {
    /// Makes keys for the ledger `origin` out of two secrets, and stores them readable by their owner only.
    pub(crate) fn create(
        archive: &Path,
        origin: &str,
        seed: [u8; 32],
        identifiers: [u8; 32],
    ) -> Result<Self> {
        let signer =
            proof::note::Ed25519Signer::from_seed(origin, &seed).map_err(|error| Error::Keys {
                path: folder(archive),
                cause: error.to_string(),
            })?;
        write_secret(&folder(archive).join(SIGNER), signer.to_skey().as_bytes())?;
        write_secret(
            &folder(archive).join(IDENTIFIERS),
            Digest(identifiers).to_string().as_bytes(),
        )?;
        Ok(Self {
            signer,
            identifiers,
        })
    }

    /// Reads the keys of an archive.
    pub(crate) fn load(archive: &Path) -> Result<Self> {
        let unusable = |name: &str, cause: String| Error::Keys {
            path: folder(archive).join(name),
            cause,
        };
        let text = |name: &str| {
            files::read_settings(&folder(archive).join(name))
                .map_err(|error| unusable(name, error.to_string()))
        };
        let signer = proof::note::Ed25519Signer::from_skey(text(SIGNER)?.trim())
            .map_err(|error| unusable(SIGNER, error.to_string()))?;
        let identifiers = Digest::from_hex(text(IDENTIFIERS)?.trim())
            .ok_or_else(|| unusable(IDENTIFIERS, "it is not 64 hexadecimal digits".to_owned()))?;
        Ok(Self {
            signer,
            identifiers: identifiers.0,
        })
    }
}

fn write_secret(path: &Path, bytes: &[u8]) -> Result<()> {
    let write = || {
        let mut file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(path)?;
        file.write_all(bytes)?;
        file.write_all(b"\n")?;
        file.sync_all()?;
        fs::File::open(path.parent().unwrap_or(path))?.sync_all()
    };
    write().map_err(|source| Error::io(path, source))
}
