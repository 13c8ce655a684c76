//! What an exhibition remembers of how it was written, kept beside the catalog: thrown away at will, and then all is written.

use std::{env, fs, path::Path, time::UNIX_EPOCH};

use exhibition::Memory;
use proof::digest::Digest;

use crate::{folder::OutputFolder, registrar::Registrar};

/// Bytes of a digest.
const DIGEST: usize = 32;

impl Registrar {
    /// What the exhibition in `out` remembers; nothing unless this very program wrote it and it is still there.
    pub(crate) fn recall(&self, out: &Path, folder: &OutputFolder) -> Memory {
        let recall = || {
            let bytes = fs::read(self.memory_path(out)?).ok()?;
            let (program, rest) = bytes.split_at_checked(DIGEST)?;
            let (manifest, rest) = rest.split_at_checked(DIGEST)?;
            let is_ours = program == this_program()?.0 && manifest == folder.before().digest().0;
            is_ours.then(|| Memory::from_bytes(rest)).flatten()
        };
        recall().unwrap_or_default()
    }

    /// Keeps what the exhibition in `out`, of this manifest, is to remember. An archive that cannot be written to remembers nothing.
    pub(crate) fn remember(&self, out: &Path, manifest: Digest, memory: &Memory) {
        let keep = || {
            let path = self.memory_path(out)?;
            let new = path.with_extension("new");
            let mut bytes = this_program()?.0.to_vec();
            bytes.extend_from_slice(&manifest.0);
            bytes.extend_from_slice(&memory.to_bytes());
            fs::write(&new, bytes).ok()?;
            fs::rename(&new, path).ok()
        };
        // Without it the next exhibition takes longer; that is no reason to fail this one.
        let _ = keep();
    }

    fn memory_path(&self, out: &Path) -> Option<std::path::PathBuf> {
        let out = fs::canonicalize(out).ok()?;
        let name = Digest::of(out.as_os_str().as_encoded_bytes()).to_string();
        let folder = self.folder.join("catalog");
        let name = name.get(..16)?;
        Some(folder.join(format!("exhibition-{name}.memory")))
    }
}

/// Tells this build of the program from every other: what pages are made of the same edition depends on it.
fn this_program() -> Option<Digest> {
    let path = env::current_exe().ok()?;
    let facts = fs::metadata(&path).ok()?;
    let changed = facts.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    let said = format!("{} {} {changed:?}", path.display(), facts.len());
    Some(Digest::of(said.as_bytes()))
}
