//! What a file says, without any archive.

use std::path::Path;

use intake::reading::Reading;

use crate::{
    error::{Error, Result},
    files,
    outcome::Problem,
    problems,
    readers::{Job, Wants, readers},
};

/// Reads a file in a process of its own. A file of a kind that nothing here reads is an error that says which kind it is; one whose
/// reader did not live to tell is an empty reading with that problem.
pub fn read_file(path: &Path) -> Result<(Reading, Vec<Problem>)> {
    let bytes = files::read(path, readers().limit())?;
    let name = files::name(path);
    let answer = readers().read(&Job {
        name,
        bytes,
        wants: Wants::Words,
    });
    let file = path.display().to_string();
    let problems = answer
        .problems()
        .map(|problem| problems::of_file(&file, &[], problem))
        .collect();
    match (answer.reading, &answer.failure) {
        (Some(reading), _) => Ok((reading, problems)),
        (None, Some(_)) => Ok((intake::text::empty(answer.media_type), problems)),
        (None, None) => Err(Error::NoReader {
            path: path.to_path_buf(),
            media_type: answer.media_type.as_str().to_owned(),
        }),
    }
}
