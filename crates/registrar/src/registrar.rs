//! An open archive and its catalog: the one thing through which a person works.

use std::{
    fs,
    path::{Path, PathBuf},
};

use archive::{Archive, Description, Opening};
use catalog::Catalog;
use model::{entry::EntryKind, payload::Payload};

use crate::{
    error::{Error, Result},
    feed::{self, ItemRead},
    keys::Keys,
    outcome::Made,
    recording::Happening,
    surroundings::Surroundings,
};

/// An open archive.
#[derive(Debug)]
pub struct Registrar {
    pub(crate) folder: PathBuf,
    pub(crate) archive: Archive,
    pub(crate) catalog: Catalog,
    pub(crate) keys: Keys,
    /// Opened to look only.
    read_only: bool,
    pub(crate) surroundings: Surroundings,
    pub(crate) actor: String,
    repairs: Vec<Mended>,
    /// Items read since somebody last asked what was wrong with them.
    pub(crate) just_read: Vec<ItemRead>,
}

/// Something that opening mended: `repair-<code>` is its message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// What.
    pub code: &'static str,
    /// What fills the message.
    pub facts: Vec<(&'static str, String)>,
}

/// The nearest folder from `start` upward that is an archive.
pub fn find_archive(start: &Path) -> Result<PathBuf> {
    let absolute = fs::canonicalize(start).map_err(|source| Error::io(start, source))?;
    absolute
        .ancestors()
        .find(|folder| folder.join("archive.toml").is_file())
        .map(Path::to_path_buf)
        .ok_or(Error::NoArchive {
            path: absolute.clone(),
        })
}

impl Registrar {
    /// Makes a new archive in `folder` and opens it.
    pub fn create(
        folder: &Path,
        name: &str,
        mut surroundings: Surroundings,
        actor: &str,
    ) -> Result<(Self, Made)> {
        let now = surroundings.now();
        let (seed, identifiers) = (surroundings.secret()?, surroundings.secret()?);
        let origin = origin(name, &surroundings.secret()?);
        let description = Description {
            name: name.to_owned(),
            origin: origin.clone(),
            created: now.to_string(),
        };
        let archive = Archive::create(folder, &description, &holder(actor, &surroundings))?;
        let keys = Keys::create(folder, &origin, seed, identifiers)?;
        let key = keys.signer.verifier().to_vkey();
        let policy = folder.join("policy");
        fs::write(&policy, format!("log {key}\nquorum none\n"))
            .map_err(|source| Error::io(&policy, source))?;
        let (catalog, _) = feed::open(folder, &archive, &keys.identifiers)?;
        let mut registrar = Self {
            folder: folder.to_path_buf(),
            archive,
            catalog,
            keys,
            read_only: false,
            surroundings,
            actor: actor.to_owned(),
            repairs: Vec::new(),
            just_read: Vec::new(),
        };
        let payload = Payload::Archive {
            name: name.to_owned(),
        };
        registrar.record(vec![Happening::new(EntryKind::ArchiveCreated, payload)])?;
        registrar.publish()?;
        let made = Made {
            path: folder.to_path_buf(),
            name: name.to_owned(),
            origin,
            key,
            policy,
        };
        Ok((registrar, made))
    }

    /// Opens an archive for writing; completes what an earlier writer left unfinished.
    pub fn open(folder: &Path, surroundings: Surroundings, actor: &str) -> Result<Self> {
        let holder = holder(actor, &surroundings);
        let archive = Archive::open(folder, &Opening::Write { holder })?;
        let keys = Keys::load(folder)?;
        let mut repairs: Vec<Mended> = archive.repairs().iter().map(mended).collect();
        let (catalog, rebuilt) = feed::open(folder, &archive, &keys.identifiers)?;
        repairs.extend(rebuilt);
        let mut registrar = Self {
            folder: folder.to_path_buf(),
            archive,
            catalog,
            keys,
            read_only: false,
            surroundings,
            actor: actor.to_owned(),
            repairs,
            just_read: Vec::new(),
        };
        registrar.publish()?;
        Ok(registrar)
    }

    /// Opens an archive to look at it; works beside a writer and on a folder that cannot be written.
    pub fn open_to_read(folder: &Path) -> Result<Self> {
        let archive = Archive::open(folder, &Opening::Read)?;
        let keys = Keys::load(folder)?;
        let (catalog, repairs) = feed::open_to_read(folder, &archive, &keys.identifiers)?;
        Ok(Self {
            folder: folder.to_path_buf(),
            archive,
            catalog,
            keys,
            read_only: true,
            surroundings: Surroundings::Machine,
            actor: String::new(),
            repairs,
            just_read: Vec::new(),
        })
    }

    /// What opening mended.
    pub fn repairs(&self) -> &[Mended] {
        &self.repairs
    }

    /// Signs the ledger as it stands, and writes its tiles and checkpoint.
    pub(crate) fn publish(&mut self) -> Result<()> {
        self.archive.publish(&self.keys.signer)?;
        Ok(())
    }

    /// The key that identifiers are made with.
    pub(crate) fn identifier_key(&self) -> Result<[u8; 32]> {
        if self.read_only {
            Err(Error::ReadOnly {
                path: self.folder.clone(),
            })
        } else {
            Ok(self.keys.identifiers)
        }
    }
}

/// What a lock says of who holds it.
fn holder(actor: &str, surroundings: &Surroundings) -> String {
    format!(
        "{actor}, process {}, since {}",
        std::process::id(),
        surroundings.now()
    )
}

/// An origin line that no other archive has: the name as far as an origin may carry it, and 40 random bits.
fn origin(name: &str, random: &[u8; 32]) -> String {
    let slug: String = name
        .to_lowercase()
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    let slug = slug
        .split('-')
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("-");
    let mark: String = random[..5]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let slug = if slug.is_empty() {
        "archive"
    } else {
        slug.as_str()
    };
    format!("cenotaph/{slug}/{mark}")
}

fn mended(repair: &archive::Repair) -> Mended {
    use archive::Repair as R;
    let (code, facts) = match repair {
        R::LeftoverRemoved { path } => ("leftover-removed", vec![("path", path.clone())]),
        R::Migrated { from, to } => (
            "migrated",
            vec![("from", from.to_string()), ("to", to.to_string())],
        ),
        R::ItemErasureCompleted { digest } => {
            ("erasure-completed", vec![("digest", digest.to_string())])
        }
        R::PublishedRewritten { path } => ("published-rewritten", vec![("path", path.clone())]),
        R::SupersededRemoved { path } => ("superseded-removed", vec![("path", path.clone())]),
        _ => ("other", vec![]),
    };
    Mended { code, facts }
}
