//! Releases: an exhibition as it was written, entered in the ledger, with its manifest beside it; and what differs between two.

#[cfg(test)]
mod tests;

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
};

use edition::{
    Audience,
    draft::{DraftRelease, Public},
    edition::Edition,
};
use model::{
    entry::EntryKind,
    id::{EvidenceNumber, RecordId, SourceId},
    language::Language,
    payload::Payload,
    release::Release,
};
use proof::{checkpoint::Checkpoint, digest::Digest};

use crate::{
    error::{Error, Result},
    exhibit::{self, ExhibitOptions},
    files,
    folder::{ENTRY, OutputFolder, RECEIPT, Ready},
    manifest::{self, Listed, Manifest},
    outcome::{Compared, Exhibited, RoomCompared},
    pictures::{Vault, mute},
    recording::{Happening, counts},
    registrar::Registrar,
};

/// Largest manifest read, in bytes: five million files.
const MANIFEST_LIMIT: u64 = 512 << 20;

/// One side of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Compare {
    /// A release by its number.
    Release(u64),
    /// An exhibition as it lies in a folder, every file read.
    Folder(PathBuf),
}

impl Compare {
    /// A number is a release, anything else a folder.
    pub fn parse(text: &str) -> Self {
        match text.parse() {
            Ok(number) => Self::Release(number),
            Err(_) => Self::Folder(PathBuf::from(text)),
        }
    }
}

impl Registrar {
    /// Writes the public exhibition into `out`, in place of what is there, in one step. Files that are as before are left alone.
    pub fn exhibit(&self, out: &Path, options: &ExhibitOptions) -> Result<Exhibited> {
        let vault = self.vault()?;
        let (edition, folder) = self.gather(out, &vault)?;
        let (ready, memory) = self.write_exhibition(&edition, &vault, folder, out, options)?;
        let digest = ready.manifest.digest();
        let mut releases = self.catalog.releases()?;
        releases.retain(|view| view.release.manifest == digest);
        // The folder of a release says so; which it is, if it was released twice, is the later one.
        let beside = releases.pop().map(|view| self.proof(view.entry));
        let mut exhibited = exhibited(out, options, &edition, &ready);
        exhibited.problems = exhibit::picture_problems(&edition, &vault);
        ready.switch(&beside.unwrap_or_default())?;
        self.remember(out, digest, &memory);
        Ok(exhibited)
    }

    /// Writes the exhibition as `exhibit` does and enters it in the ledger as a release, with `note` said of it. Refused with
    /// [`Error::NoAlt`] while a picture that is shown has no words for those who do not see it. What is as the last release was is
    /// not entered again.
    pub fn release(
        &mut self,
        out: &Path,
        options: &ExhibitOptions,
        note: &str,
    ) -> Result<Exhibited> {
        let vault = self.vault()?;
        let (edition, folder) = self.gather(out, &vault)?;
        let mute = pictures_without_alt(&edition);
        if !mute.is_empty() {
            return Err(Error::NoAlt { items: mute });
        }
        let (ready, memory) = self.write_exhibition(&edition, &vault, folder, out, options)?;
        let digest = ready.manifest.digest();
        let releases = self.catalog.releases()?;
        let mut exhibited = exhibited(out, options, &edition, &ready);
        exhibited.problems = exhibit::picture_problems(&edition, &vault);
        drop(vault);
        if let Some(last) = releases.last()
            && last.release.manifest == digest
        {
            exhibited.release = Some(last.release.number);
            ready.switch(&self.proof(last.entry))?;
            self.remember(out, digest, &memory);
            return Ok(exhibited);
        }
        let number = releases.last().map_or(1, |last| last.release.number + 1);
        let before = match releases.last() {
            Some(last) => self.manifest(&last.release)?,
            None => Manifest::default(),
        };
        let difference = before.difference(&ready.manifest);
        let pages = |paths: &[String]| count_pages(paths.iter().map(String::as_str));
        let release = Release {
            number,
            note: note.to_owned(),
            languages: options
                .languages
                .iter()
                .filter_map(|tag| Language::new(tag).ok())
                .collect(),
            base: options.base.clone(),
            manifest: digest,
            ledger_size: edition.ledger.size,
            files: ready.manifest.len() as u64,
            pages: count_pages(ready.manifest.iter().map(|line| line.path)),
            bytes: ready.manifest.bytes(),
            added: pages(&difference.added),
            changed: pages(&difference.changed),
            removed: pages(&difference.removed),
        };
        // First the manifest, so that no release is without one; one that nobody entered is written over by the next.
        self.store_manifest(number, &ready.manifest)?;
        let entry = self.archive.len()?;
        self.record(vec![Happening {
            counts: counts(&[("files", release.files), ("pages", release.pages)]),
            ..Happening::new(EntryKind::ReleasePublished, Payload::Release(release))
        }])?;
        self.publish()?;
        exhibited.release = Some(number);
        exhibited.entered = true;
        ready.switch(&self.proof(entry))?;
        self.remember(out, digest, &memory);
        Ok(exhibited)
    }

    /// What differs between two exhibitions, page by page.
    pub fn compare(&self, earlier: &Compare, later: &Compare) -> Result<Compared> {
        let (one, other) = (self.compared(earlier)?, self.compared(later)?);
        let difference = one.difference(&other);
        let mut rooms: Vec<RoomCompared> = Vec::new();
        let mut compared = Compared {
            same: one.len() as u64 - (difference.changed.len() + difference.removed.len()) as u64,
            ..Compared::default()
        };
        for (kind, paths) in [difference.added, difference.changed, difference.removed]
            .into_iter()
            .enumerate()
        {
            for path in paths {
                if !manifest::is_page(&path) {
                    compared.files[kind] += 1;
                    continue;
                }
                let room = room_of(&path).to_owned();
                let place = rooms.iter().position(|known| known.room == room);
                let place = place.unwrap_or_else(|| {
                    rooms.push(RoomCompared {
                        room,
                        ..RoomCompared::default()
                    });
                    rooms.len() - 1
                });
                if let Some(room) = rooms.get_mut(place) {
                    room.pages[kind].push(path);
                }
            }
        }
        rooms.sort_by(|one, other| one.room.cmp(&other.room));
        compared.rooms = rooms;
        Ok(compared)
    }

    fn compared(&self, side: &Compare) -> Result<Manifest> {
        match side {
            Compare::Release(number) => {
                let releases = self.catalog.releases()?;
                let found = releases
                    .into_iter()
                    .find(|view| view.release.number == *number);
                let found = found.ok_or_else(|| Error::Unknown {
                    what: "release",
                    id: number.to_string(),
                })?;
                self.manifest(&found.release)
            }
            Compare::Folder(folder) => of_folder(folder),
        }
    }

    /// The folder as it is, and the edition to be shown in it: two pieces of work that do not wait for each other.
    fn gather(&self, out: &Path, vault: &Vault<'_>) -> Result<(Edition, OutputFolder)> {
        std::thread::scope(|scope| {
            let folder = scope.spawn(|| OutputFolder::take(out));
            let edition = self.edition(Audience::Public, vault);
            let folder = folder.join().unwrap_or_else(|_| {
                Err(Error::io(
                    out,
                    std::io::Error::other("a thread was stopped"),
                ))
            });
            Ok((edition?, folder?))
        })
    }

    fn write_exhibition(
        &self,
        edition: &Edition,
        vault: &Vault<'_>,
        folder: OutputFolder,
        out: &Path,
        options: &ExhibitOptions,
    ) -> Result<(Ready, exhibition::Memory)> {
        let memory = self.recall(out, &folder);
        let memory = exhibit::render(edition, vault, &folder, out, options, &memory)?;
        Ok((folder.finish()?, memory))
    }

    /// Receipt and entry of a release, to lie in its folder. None when the ledger has not been published that far.
    fn proof(&self, entry: u64) -> Vec<(&'static str, Vec<u8>)> {
        match self.receipt(entry) {
            Ok((receipt, entry)) => vec![(RECEIPT, receipt), (ENTRY, entry)],
            Err(_) => Vec::new(),
        }
    }

    /// The manifest of a release, as it lies beside the ledger.
    fn manifest(&self, release: &Release) -> Result<Manifest> {
        let path = self.manifest_path(release.number);
        let text = files::read(&path, MANIFEST_LIMIT).ok();
        text.and_then(|bytes| String::from_utf8(bytes).ok())
            .and_then(Manifest::parse)
            .filter(|manifest| manifest.digest() == release.manifest)
            .ok_or(Error::NoManifest {
                path,
                release: release.number,
            })
    }

    fn manifest_path(&self, number: u64) -> PathBuf {
        self.folder
            .join("releases")
            .join(format!("{number:04}.manifest"))
    }

    fn store_manifest(&self, number: u64, manifest: &Manifest) -> Result<()> {
        let path = self.manifest_path(number);
        let folder = path.parent().unwrap_or(&self.folder);
        let new = path.with_extension("new");
        let store = || {
            fs::create_dir_all(folder)?;
            let mut file = fs::File::create(&new)?;
            file.write_all(manifest.text().as_bytes())?;
            file.sync_all()?;
            fs::rename(&new, &path)?;
            fs::File::open(folder)?.sync_all()
        };
        store().map_err(|source| Error::io(&path, source))
    }

    /// Releases that an exhibition shows, oldest first, and what the last of them showed. `shown` entries are looked at: a
    /// release after them has shown what is shown now, and is not itself part of it.
    pub(crate) fn earlier(&self, shown: u64) -> Result<(Vec<DraftRelease>, Vec<Public>)> {
        let mut releases = self.catalog.releases()?;
        releases.retain(|view| view.entry < shown);
        let published = match releases.last() {
            Some(last) => published(&self.manifest(&last.release)?),
            None => Vec::new(),
        };
        let drafts = releases.into_iter().map(|view| DraftRelease {
            number: view.release.number,
            time: view.time,
            note: view.release.note,
            manifest: view.release.manifest.to_string(),
            changes: [
                view.release.added,
                view.release.changed,
                view.release.removed,
            ],
        });
        Ok((drafts.collect(), published))
    }

    /// The checkpoint of the first `size` entries, with the archive's own signature alone: the same bytes whenever it is asked
    /// for. What witnesses add is in the receipts.
    pub(crate) fn checkpoint_at(&self, size: u64, root: Digest) -> String {
        Checkpoint::new(&self.archive.description().origin, size, root)
            .sign(&[&self.keys.signer])
            .map(|note| note.to_string())
            .unwrap_or_default()
    }
}

/// Pictures that are shown and have no words for those who do not see them.
pub fn pictures_without_alt(edition: &Edition) -> Vec<EvidenceNumber> {
    mute(edition).map(|item| item.number).collect()
}

/// What an exhibition showed, by the addresses of its pages.
fn published(manifest: &Manifest) -> Vec<Public> {
    let mut found: Vec<Public> = manifest
        .iter()
        .filter_map(|line| public(line.path))
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// What stands at an address such as `en/people/k3/p….html`.
fn public(path: &str) -> Option<Public> {
    let (_, path) = path.split_once('/')?;
    let (folder, file) = path.rsplit_once('/')?;
    let stem = file.strip_suffix(".html")?;
    match folder {
        "documents" => {
            let number = EvidenceNumber::parse(&stem.to_ascii_uppercase()).ok()?;
            (number.to_string().to_ascii_lowercase() == stem).then_some(Public::Item(number))
        }
        "sources" => {
            let id = SourceId::parse(stem).ok()?;
            (id.to_string() == stem).then_some(Public::Source(id))
        }
        _ => {
            let id = RecordId::parse(stem).ok()?;
            (id.to_string() == stem).then_some(Public::Record(id))
        }
    }
}

/// The room of a page: the folder below that of its language, `entrance` for a language's first page, `door` for the first.
fn room_of(path: &str) -> &str {
    let mut parts = path.split('/');
    match (parts.next(), parts.next(), parts.next()) {
        (_, Some(room), Some(_)) => room,
        (_, Some(_), None) => "entrance",
        _ => "door",
    }
}

fn count_pages<'p>(paths: impl Iterator<Item = &'p str>) -> u64 {
    paths.filter(|path| manifest::is_page(path)).count() as u64
}

/// The manifest of what lies in a folder, every file read.
fn of_folder(folder: &Path) -> Result<Manifest> {
    let mut paths = Vec::new();
    files::walk(folder, &mut paths)?;
    let mut listed = Vec::with_capacity(paths.len());
    for path in paths {
        let Some(name) = path.strip_prefix(folder).ok().and_then(Path::to_str) else {
            continue;
        };
        if crate::folder::OWN.contains(&name) {
            continue;
        }
        let bytes = fs::read(&path).map_err(|source| Error::io(&path, source))?;
        listed.push(Listed {
            path: name.to_owned(),
            digest: Digest::of(&bytes),
            size: bytes.len() as u64,
        });
    }
    Ok(Manifest::of(listed))
}

fn exhibited(out: &Path, options: &ExhibitOptions, edition: &Edition, ready: &Ready) -> Exhibited {
    Exhibited {
        out: out.to_path_buf(),
        languages: options.languages.clone(),
        files: ready.manifest.len() as u64,
        bytes: ready.manifest.bytes(),
        unchanged: ready.unchanged,
        removed: ready.removed,
        people: exhibit::people(edition),
        ledger_size: edition.ledger.size,
        release: None,
        entered: false,
        manifest: ready.manifest.digest().to_string(),
        problems: Vec::new(),
    }
}
