//! From what went wrong to the message that says so: `err-<code>` and `rec-<code>` with the facts that fill them.

use registrar::Error;
use server::ServeError;

use crate::words::Facts;

/// A failure ready to be said. The exit code is 2: usage, or it could not be done or checked.
#[derive(Debug)]
pub(crate) struct Failure {
    /// Names the pair of messages.
    pub(crate) code: &'static str,
    /// What fills them.
    pub(crate) facts: Facts,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let path = |path: &std::path::Path| ("path", path.display().to_string().into());
        let cause = |cause: &dyn std::error::Error| ("cause", chain(cause).into());
        let (code, facts): (_, Facts) = match &error {
            Error::NoArchive { path: at } => ("no-archive", vec![path(at)]),
            Error::NotFound { path: at } => ("not-found", vec![path(at)]),
            Error::NoAlt { items } => {
                let items: Vec<String> = items.iter().map(ToString::to_string).collect();
                ("no-alt", vec![("items", items.join(", ").into())])
            }
            Error::NoManifest { path: at, release } => (
                "no-manifest",
                vec![path(at), ("release", (*release).into())],
            ),
            Error::Exists { path: at } => ("exists", vec![path(at)]),
            Error::Io { path: at, source } => ("io", vec![path(at), cause(source)]),
            Error::DiskFull { path: at } => ("disk-full", vec![path(at)]),
            Error::ReadOnly { path: at } => ("read-only", vec![path(at)]),
            Error::Locked { holder } => ("locked", vec![("holder", holder.as_str().into())]),
            Error::NewerForm { found, known } => ("newer-form", forms(*found, *known)),
            Error::OlderForm { found, known } => ("older-form", forms(*found, *known)),
            Error::Truncated { promised, found } => (
                "truncated",
                vec![("promised", (*promised).into()), ("found", (*found).into())],
            ),
            Error::ForeignKey { found } => ("foreign-key", vec![("found", found.as_str().into())]),
            Error::Interrupted { path: at } => ("interrupted", vec![path(at)]),
            Error::Archive { cause: why } => ("archive", vec![cause(why.as_ref())]),
            Error::Damaged { cause } => ("damaged", vec![("detail", chain(cause.as_ref()).into())]),
            Error::ItemTooLarge { path: at, limit } => {
                ("item-too-large", vec![path(at), ("limit", (*limit).into())])
            }
            Error::Keys { path: at, cause } => {
                ("keys", vec![path(at), ("cause", cause.as_str().into())])
            }
            Error::Randomness(source) => ("randomness", vec![cause(source)]),
            Error::Case {
                path: at,
                cause: why,
            } => ("case", vec![path(at), cause(why.as_ref())]),
            Error::Map {
                path: at,
                cause: why,
            } => ("map", vec![path(at), cause(why.as_ref())]),
            Error::NotTheReport {
                path: at,
                expected,
                found,
            } => (
                "not-the-report",
                vec![
                    path(at),
                    ("expected", expected.as_str().into()),
                    ("found", found.as_str().into()),
                ],
            ),
            Error::Unknown { what: "item", id } => {
                ("unknown-item", vec![("id", id.as_str().into())])
            }
            Error::Unknown { what: "source", id } => {
                ("unknown-source", vec![("id", id.as_str().into())])
            }
            Error::Unknown {
                what: "release",
                id,
            } => ("unknown-release", vec![("id", id.as_str().into())]),
            Error::Unknown { what: "entry", id } => {
                ("unknown-entry", vec![("id", id.as_str().into())])
            }
            Error::Unknown {
                what: "proposal",
                id,
            } => ("unknown-proposal", vec![("id", id.as_str().into())]),
            Error::Unknown { id, .. } => ("unknown-record", vec![("id", id.as_str().into())]),
            Error::OneRecord { id } => ("one-record", vec![("id", id.as_str().into())]),
            Error::BadId { cause: why } => ("bad-id", vec![cause(why.as_ref())]),
            Error::BadReason { reason, known } => (
                "bad-reason",
                vec![
                    ("reason", reason.as_str().into()),
                    ("known", known.as_str().into()),
                ],
            ),
            Error::ErasedAlready { id, entry } => (
                "erased-already",
                vec![("id", id.as_str().into()), ("entry", (*entry).into())],
            ),
            Error::NothingToErase { id } => ("nothing-to-erase", vec![("id", id.as_str().into())]),
            Error::BadEntry { index, cause: why } => (
                "archive-record",
                vec![("index", (*index).into()), cause(why.as_ref())],
            ),
            Error::Catalog { cause: why } => ("catalog", vec![cause(why.as_ref())]),
            Error::Render { cause: why } => ("render", vec![cause(why.as_ref())]),
            Error::CannotVerify { path: at, cause } => (
                "cannot-verify",
                vec![path(at), ("cause", cause.as_str().into())],
            ),
            Error::MadeUp { path: at } => ("made-up", vec![path(at)]),
            Error::NoReader {
                path: at,
                media_type,
            } => (
                "no-reader",
                vec![path(at), ("type", media_type.as_str().into())],
            ),
            Error::TooLarge { path: at, limit } => {
                ("too-large", vec![path(at), ("limit", (*limit).into())])
            }
            Error::Packed { path: at, source } => ("packed", vec![path(at), cause(source)]),
            Error::NotUtf8 { path: at, found } => {
                ("not-utf8", vec![path(at), ("found", (*found).into())])
            }
            Error::NoHeader { path: at } => ("no-table-header", vec![path(at)]),
            Error::NoColumns {
                path: at,
                needed,
                found,
            } => (
                "no-columns",
                vec![
                    path(at),
                    ("needed", (*needed).into()),
                    ("found", found.as_str().into()),
                ],
            ),
            Error::TooManyRows { path: at, limit } => (
                "too-many-table-rows",
                vec![path(at), ("limit", (*limit).into())],
            ),
            Error::Overwrites { path: at } => ("overwrites", vec![path(at)]),
            Error::UnknownList { name, known } => (
                "unknown-list",
                vec![
                    ("name", name.as_str().into()),
                    ("known", known.as_str().into()),
                ],
            ),
            Error::Contradiction { chain } => ("contradiction", contradiction(chain)),
            other => ("damaged", vec![("detail", chain(other).into())]),
        };
        Self { code, facts }
    }
}

impl From<ServeError> for Failure {
    fn from(error: ServeError) -> Self {
        Self {
            code: "serve",
            facts: vec![("cause", chain(&error).into())],
        }
    }
}

fn forms(found: u32, known: u32) -> Facts {
    vec![
        ("found", u64::from(found).into()),
        ("known", u64::from(known).into()),
    ]
}

/// `a = b = c`, and the two ends that are decided to be different.
fn contradiction(chain: &[String]) -> Facts {
    let end = |record: Option<&String>| record.cloned().unwrap_or_default().into();
    vec![
        ("chain", chain.join(" = ").into()),
        ("first", end(chain.first())),
        ("last", end(chain.last())),
    ]
}

/// An error and what lies behind it, in one line, nothing said twice.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        let words = cause.to_string();
        if !text.contains(&words) {
            text = format!("{text}: {words}");
        }
        next = cause.source();
    }
    text
}
