//! What a file says, without any archive.

use std::path::Path;

use intake::{kind, limits::Limits, reading::Reading};

use crate::{
    error::{Error, Result},
    files,
    outcome::Problem,
    problems,
};

/// Reads a text or a web page. A file of another kind is an error that says which kind it is.
pub fn read_file(path: &Path) -> Result<(Reading, Vec<Problem>)> {
    let limits = Limits::default();
    let bytes = files::read(path, limits.bytes as u64)?;
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let reading = intake::read(&bytes, &name, &limits).ok_or_else(|| Error::NoReader {
        path: path.to_path_buf(),
        media_type: kind::sniff(&bytes, &name).as_str().to_owned(),
    })?;
    let file = path.display().to_string();
    let problems = reading
        .problems
        .iter()
        .map(|problem| problems::of_file(&file, &[], problem))
        .collect();
    Ok((reading, problems))
}
