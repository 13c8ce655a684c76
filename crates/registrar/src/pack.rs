//! An exhibition in one file: a ZIP of its folder with the same bytes whenever the folder is the same.

use std::{
    fs::{self, File},
    io::{self, BufWriter},
    path::Path,
};

use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

use crate::{
    error::{Error, Result},
    files,
};

/// Packs the exhibition in `folder` into the ZIP file `to`: by name, with one time for all, so that only content makes a
/// difference. Files whose names begin with a dot stay out. Returns the size in bytes.
pub fn pack(folder: &Path, to: &Path) -> Result<u64> {
    let mut paths = Vec::new();
    files::walk(folder, &mut paths)?;
    let mut names: Vec<&str> = paths
        .iter()
        .filter_map(|path| path.strip_prefix(folder).ok()?.to_str())
        .filter(|name| !name.split('/').any(|part| part.starts_with('.')))
        .collect();
    names.sort_unstable();
    let new = to.with_extension("zip.new");
    let failed = |source: io::Error| Error::io(to, source);
    let mut zip = ZipWriter::new(BufWriter::new(File::create(&new).map_err(failed)?));
    for name in names {
        let path = folder.join(name);
        let mut file = File::open(&path).map_err(|source| Error::io(&path, source))?;
        zip.start_file(name, options(name))
            .map_err(|error| failed(error.into()))?;
        io::copy(&mut file, &mut zip).map_err(failed)?;
    }
    let written = zip.finish().map_err(|error| failed(error.into()))?;
    let file = written
        .into_inner()
        .map_err(|error| failed(error.into_error()))?;
    file.sync_all().map_err(failed)?;
    fs::rename(&new, to).map_err(failed)?;
    Ok(fs::metadata(to).map_err(failed)?.len())
}

/// 1980-01-01, the first time that a ZIP can say; readable by all; packed unless it is packed already.
fn options(name: &str) -> SimpleFileOptions {
    let is_packed = [".avif", ".webp", ".jpg", ".png", ".woff2", ".pdf", ".zip"]
        .iter()
        .any(|end| name.ends_with(end));
    SimpleFileOptions::default()
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        .compression_method(if is_packed {
            CompressionMethod::Stored
        } else {
            CompressionMethod::Deflated
        })
}
