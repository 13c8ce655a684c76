//! Publishing: tiles and bundles first, the signed checkpoint over them last.
//!
//! Killed in between, the old checkpoint stands and its tiles are all there; what was written ahead is written again, the same, next time.

use proof::{
    checkpoint::{Checkpoint, CheckpointError},
    digest::Digest,
    merkle::{consistency_proof, inclusion_proof},
    note::{Note, Signer, Verifier},
    receipt::Receipt,
    tile::{TILE_WIDTH, TileId, encode_bundle, encode_tile, entries_path, new_tiles, tiles},
};

use crate::{
    Archive, CheckReport, Error, Problem, PublicFile, Repair, Result,
    check::is_implied,
    storage::Storage,
    tree::{Hashes, Tree},
};

/// Path of the checkpoint below `ledger/`.
pub(crate) const CHECKPOINT: &str = "checkpoint";

/// Files, and bytes, that are gathered for one call of `write_public`: enough to share the sync of a folder, little enough for memory.
const GATHERED_FILES: usize = 256;
const GATHERED_BYTES: usize = 16 * 1024 * 1024;

/// What has been published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// Size and root of the ledger, as the checkpoint states them.
    pub checkpoint: Checkpoint,
    /// The checkpoint with the signatures under it.
    pub note: Note,
}

impl Archive {
    /// Publishes the ledger as it is now: writes the tiles and bundles that are new, then the checkpoint with the signer's signature, then
    /// removes partial tiles that are superseded. Does nothing when the ledger has not grown. Fails with [`Error::ForeignKey`] when the
    /// checkpoint that is there was signed by another key.
    pub fn publish(&mut self, signer: &dyn Signer) -> Result<Published> {
        self.must_be_writable()?;
        let size = self.len()?;
        let root = self.root()?;
        let old = read(self)?;
        if let Some(old) = old {
            require_signature(&old.note, signer)?;
            if old.checkpoint.size == size {
                return Ok(old);
            }
            self.write_published(old.checkpoint.size, size)?;
            let published = self.write_checkpoint(size, root, signer)?;
            self.storage
                .delete_public(&superseded(old.checkpoint.size, size))?;
            return Ok(published);
        }
        self.write_published(0, size)?;
        self.write_checkpoint(size, root, signer)
    }

    /// The published checkpoint; `None` when nothing has been published.
    pub fn checkpoint(&self) -> Result<Option<Published>> {
        read(self)
    }

    /// The receipt of entry `index` (C2SP tlog-proof): the proof that the published checkpoint covers it, with that checkpoint and
    /// every signature under it.
    pub fn receipt(&self, index: u64) -> Result<Receipt> {
        let Published { checkpoint, note } = read(self)?.ok_or(Error::NothingPublished)?;
        let size = checkpoint.size;
        if index >= size {
            return Err(Error::NoSuchEntry { index, size });
        }
        let mut hashes = Hashes::new(&*self.storage, size);
        let proof = inclusion_proof::<Error>(index, size, &mut |at| hashes.get(at))?;
        Ok(Receipt {
            extra: None,
            index,
            proof,
            checkpoint: note,
        })
    }

    /// The proof that the first `old` entries are the beginning of those that the published checkpoint covers: what a witness asks for
    /// before it signs (C2SP tlog-witness).
    pub fn consistency(&self, old: u64) -> Result<Vec<Digest>> {
        let size = read(self)?.ok_or(Error::NothingPublished)?.checkpoint.size;
        let mut hashes = Hashes::new(&*self.storage, size);
        consistency_proof::<Error>(old, size, &mut |at| hashes.get(at))
    }

    /// Adds a witness's signature to the published checkpoint: `lines` are signature lines of a note as the witness sent them. Fails with
    /// [`Error::CosignatureRefused`] unless `witness` finds its own among them and it is good. An earlier one of the same key is replaced.
    pub fn add_cosignature(&mut self, lines: &[u8], witness: &dyn Verifier) -> Result<Published> {
        self.must_be_writable()?;
        let Published { checkpoint, note } = read(self)?.ok_or(Error::NothingPublished)?;
        let sent =
            Note::parse(&[note.text().as_bytes(), b"\n", lines].concat()).map_err(refused)?;
        sent.verify(&[witness]).map_err(refused)?;
        let is_witness = |name: &str, id| name == witness.name() && id == witness.id();
        let lines_where = |note: &Note, wanted: bool| {
            let whole = note.to_string();
            let lines = whole[note.text().len() + 1..]
                .lines()
                .zip(note.signatures());
            lines
                .filter(|(_, signature)| is_witness(&signature.name, signature.id) == wanted)
                .map(|(line, _)| format!("{line}\n"))
                .collect::<String>()
        };
        let bytes = format!(
            "{}\n{}{}",
            note.text(),
            lines_where(&note, false),
            lines_where(&sent, true)
        );
        let note = Note::parse(bytes.as_bytes()).map_err(refused)?;
        self.write_note(&note)?;
        Ok(Published { checkpoint, note })
    }

    /// Writes every tile and bundle that the published checkpoint implies and that is missing or differs, from the ledger. Returns what it
    /// wrote. For an archive whose `ledger/` was damaged or left out of a copy.
    pub fn rewrite_published(&mut self) -> Result<Vec<Repair>> {
        self.must_be_writable()?;
        let size = read(self)?.map_or(0, |published| published.checkpoint.size);
        let all: Vec<_> = tiles(size).collect();
        self.rewrite(&all)
    }

    fn write_published(&self, old: u64, size: u64) -> Result<()> {
        let mut gathered = Gathered {
            storage: &*self.storage,
            files: Vec::new(),
            bytes: 0,
        };
        for tile in new_tiles(old, size) {
            for file in files_of(&*self.storage, tile)? {
                gathered.add(file)?;
            }
        }
        gathered.write()
    }

    fn write_checkpoint(&self, size: u64, root: Digest, signer: &dyn Signer) -> Result<Published> {
        let checkpoint = Checkpoint::new(&self.description().origin, size, root);
        let note = checkpoint
            .sign(&[signer])
            .map_err(|source| Error::SigningRefused { source })?;
        self.write_note(&note)?;
        Ok(Published { checkpoint, note })
    }

    fn write_note(&self, note: &Note) -> Result<()> {
        self.storage.write_public(&[PublicFile {
            path: CHECKPOINT.to_owned(),
            bytes: note.to_bytes(),
        }])
    }

    fn rewrite(&self, tiles: &[TileId]) -> Result<Vec<Repair>> {
        let mut repairs = Vec::new();
        for tile in tiles {
            for file in files_of(&*self.storage, *tile)? {
                if self.storage.read_public(&file.path)?.as_ref() != Some(&file.bytes) {
                    let path = format!("ledger/{}", file.path);
                    self.storage.write_public(&[file])?;
                    repairs.push(Repair::PublishedRewritten { path });
                }
            }
        }
        Ok(repairs)
    }
}

/// Files on their way to the storage.
struct Gathered<'a> {
    storage: &'a dyn Storage,
    files: Vec<PublicFile>,
    bytes: usize,
}

impl Gathered<'_> {
    fn add(&mut self, file: PublicFile) -> Result<()> {
        self.bytes += file.bytes.len();
        self.files.push(file);
        if self.files.len() >= GATHERED_FILES || self.bytes >= GATHERED_BYTES {
            return self.write();
        }
        Ok(())
    }

    fn write(&mut self) -> Result<()> {
        if !self.files.is_empty() {
            self.storage.write_public(&self.files)?;
        }
        self.files.clear();
        self.bytes = 0;
        Ok(())
    }
}

/// Refuses an archive whose checkpoint is of another log, or covers more or other entries than the ledger holds.
pub(crate) fn require_agreement(archive: &Archive) -> Result<()> {
    let Some(Published { checkpoint, .. }) = read(archive)? else {
        return Ok(());
    };
    let stored = archive.storage.size()?;
    if checkpoint.size > stored {
        return Err(Error::LedgerTruncated {
            published: checkpoint.size,
            stored,
        });
    }
    let root = Tree::load(&*archive.storage, checkpoint.size)?.root();
    if root != checkpoint.root {
        return Err(Error::LedgerForked {
            size: checkpoint.size,
            published: checkpoint.root,
            stored: root,
        });
    }
    Ok(())
}

/// Completes an interrupted publishing: the right edge of the published tree is all there, and partial tiles of other sizes are not.
pub(crate) fn mend(archive: &Archive) -> Result<Vec<Repair>> {
    let size = read(archive)?.map_or(0, |published| published.checkpoint.size);
    let edge: Vec<_> = tiles_at_edge(size).collect();
    let mut repairs = archive.rewrite(&edge)?;
    let mut stale = archive.storage.list_public()?;
    stale.retain(|path| path.contains(".p/") && !is_implied(path, size));
    if !stale.is_empty() {
        archive.storage.delete_public(&stale)?;
    }
    repairs.extend(stale.into_iter().map(|path| Repair::SupersededRemoved {
        path: format!("ledger/{path}"),
    }));
    Ok(repairs)
}

/// Looks at the checkpoint for a check: says in the report what is wrong with it.
pub(crate) fn check_checkpoint(
    archive: &Archive,
    verifier: Option<&dyn Verifier>,
    report: &mut CheckReport,
) -> Option<Checkpoint> {
    let published = match read(archive) {
        Ok(published) => published?,
        Err(error) => {
            report.problems.push(match error {
                Error::ForeignOrigin { expected, found } => {
                    Problem::ForeignOrigin { expected, found }
                }
                error => Problem::CheckpointMalformed {
                    source: error.into(),
                },
            });
            return None;
        }
    };
    report.published = Some(published.checkpoint.size);
    if let Some(verifier) = verifier {
        let signed = published.note.verify(&[verifier]).is_ok();
        report.signed = Some(signed);
        if !signed {
            report.problems.push(Problem::ForeignKey {
                key: verifier.name().to_owned(),
            });
        }
    }
    Some(published.checkpoint)
}

fn read(archive: &Archive) -> Result<Option<Published>> {
    let Some(bytes) = archive.storage.read_public(CHECKPOINT)? else {
        return Ok(None);
    };
    let note = Note::parse(&bytes).map_err(|error| malformed(CheckpointError::Note(error)))?;
    let checkpoint = Checkpoint::parse(note.text()).map_err(malformed)?;
    let expected = &archive.description().origin;
    if checkpoint.origin != *expected {
        return Err(Error::ForeignOrigin {
            expected: expected.clone(),
            found: checkpoint.origin,
        });
    }
    Ok(Some(Published { checkpoint, note }))
}

fn malformed(source: CheckpointError) -> Error {
    Error::CheckpointMalformed { source }
}

fn refused(source: proof::note::NoteError) -> Error {
    Error::CosignatureRefused { source }
}

/// Whether the signer's key stands under the note. Whether its signature is good is for a check, which has the public key.
fn require_signature(note: &Note, signer: &dyn Signer) -> Result<()> {
    let ours = |signature: &proof::note::Signature| {
        signature.name == signer.name() && signature.id == signer.id()
    };
    if note.signatures().iter().any(ours) {
        return Ok(());
    }
    Err(Error::ForeignKey {
        key: signer.name().to_owned(),
    })
}

/// The tile itself, and at level 0 the bundle of its entries.
fn files_of(storage: &dyn Storage, tile: TileId) -> Result<Vec<PublicFile>> {
    let first = tile.index * TILE_WIDTH;
    let hashes = storage.hashes(tile.level, first, u64::from(tile.width))?;
    let mut files = vec![PublicFile {
        path: tile.path(),
        bytes: encode_tile(&hashes),
    }];
    if tile.level == 0 {
        let entries = storage.entries(first, u64::from(tile.width))?;
        let bytes: Vec<_> = entries.iter().map(|entry| entry.bytes.as_slice()).collect();
        files.push(PublicFile {
            path: entries_path(tile.index, tile.width),
            bytes: encode_bundle(&bytes).map_err(|source| Error::BundleRefused {
                index: tile.index,
                source,
            })?,
        });
    }
    Ok(files)
}

/// Paths of the partial tiles and bundles that a tree of `old` entries has and one of `size` has not.
fn superseded(old: u64, size: u64) -> Vec<String> {
    let partial = tiles_at_edge(old).filter(|tile| tile.is_partial());
    partial
        .flat_map(|tile| {
            let bundle = (tile.level == 0).then(|| entries_path(tile.index, tile.width));
            [Some(tile.path()), bundle].into_iter().flatten()
        })
        .filter(|path| !is_implied(path, size))
        .collect()
}

/// The last tile of each level.
fn tiles_at_edge(size: u64) -> impl Iterator<Item = TileId> {
    (0..proof::tile::TILE_LEVELS).filter_map(move |level| {
        let last = proof::tile::hashes_in_level(level, size).checked_sub(1)? / TILE_WIDTH;
        TileId::in_tree(level, last, size)
    })
}
