//! The exhibition written into memory.

use std::{collections::BTreeMap, sync::Mutex};

use edition::{Audience, Blobs, Pictures, Policy, draft::Draft};
use exhibition::{Lang, Options, Report, render};

/// Path and bytes of everything that was written.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

pub(crate) fn options() -> Options {
    Options {
        languages: Lang::ALL.to_vec(),
        base_address: None,
        program_version: "0.0.0-test".to_owned(),
        way: exhibition::Way::Web,
    }
}

pub(crate) fn written(draft: Draft, options: &Options, threads: usize) -> (Files, Report) {
    with_blobs(draft, None, options, threads)
}

/// The same with pictures and files from `blobs`.
pub(crate) fn with_blobs(
    draft: Draft,
    blobs: Option<&dyn Blobs>,
    options: &Options,
    threads: usize,
) -> (Files, Report) {
    let edition = edition::compile(draft, &Policy::new(Audience::Public));
    let pictures = match blobs {
        Some(blobs) => Pictures::new(&edition, blobs),
        None => Pictures::none(&edition),
    };
    let files = Mutex::new(Files::new());
    let sink = |path: &str, bytes: &[u8]| {
        let before = files
            .lock()
            .expect("not poisoned")
            .insert(path.to_owned(), bytes.to_vec());
        assert!(before.is_none(), "{path} is written twice");
        Ok(())
    };
    let report = render(&edition, &pictures, options, threads, &sink).expect("it is written");
    (files.into_inner().expect("not poisoned"), report)
}

pub(crate) fn public(draft: Draft) -> Files {
    written(draft, &options(), 2).0
}

pub(crate) fn page<'a>(files: &'a Files, path: &str) -> &'a str {
    let bytes = files.get(path).unwrap_or_else(|| panic!("no file {path}"));
    std::str::from_utf8(bytes).expect("pages are UTF-8")
}

/// Every page, with its path.
pub(crate) fn html(files: &Files) -> impl Iterator<Item = (&str, &str)> {
    files
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, bytes)| {
            (
                path.as_str(),
                std::str::from_utf8(bytes).expect("pages are UTF-8"),
            )
        })
}
