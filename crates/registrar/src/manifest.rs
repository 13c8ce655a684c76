//! The list of an exhibition's files, with digest and size: in the folder itself, and beside the ledger for each release.
//!
//! Specified in `docs/formats/release.md`.

use std::{cmp::Ordering, fmt::Write as _, ops::Range};

use proof::digest::Digest;

/// Name of the manifest in the folder of an exhibition.
pub(crate) const NAME: &str = "manifest.txt";

/// First line.
const HEAD: &str = "cenotaph-manifest 1";

/// Hexadecimal digits of a digest.
const DIGITS: usize = 64;

/// Files by path, each once.
#[derive(Debug, Default)]
pub(crate) struct Manifest {
    text: String,
    lines: Vec<Range<usize>>,
}

/// One file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line<'m> {
    /// Path from the root of the exhibition, with `/` between folders.
    pub(crate) path: &'m str,
    /// SHA-256 in hexadecimal.
    pub(crate) digest: &'m str,
    /// Bytes.
    pub(crate) size: u64,
}

/// A file on its way into a manifest.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Listed {
    pub(crate) path: String,
    pub(crate) digest: Digest,
    pub(crate) size: u64,
}

/// Paths in which two manifests differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Difference {
    /// Only in the later one.
    pub(crate) added: Vec<String>,
    /// In both, with other bytes.
    pub(crate) changed: Vec<String>,
    /// Only in the earlier one.
    pub(crate) removed: Vec<String>,
}

impl Manifest {
    /// Reads a manifest; `None` for anything that is none, also for one whose paths leave the folder.
    pub(crate) fn parse(text: String) -> Option<Self> {
        let mut lines = Vec::new();
        let mut start = HEAD.len() + 1;
        if text.get(..start)?.strip_suffix('\n')? != HEAD {
            return None;
        }
        let mut last = "";
        while start < text.len() {
            let end = start + text.get(start..)?.find('\n')?;
            let line = read(text.get(start..end)?)?;
            if line.path <= last || !is_inside(line.path) {
                return None;
            }
            last = line.path;
            lines.push(start..end);
            start = end + 1;
        }
        Some(Self { text, lines })
    }

    /// The manifest of these files; of two of one path the first counts.
    pub(crate) fn of(files: Vec<Listed>) -> Self {
        Self::default().with(&[], files)
    }

    /// The manifest of the files of this one at the places `kept`, in order, and of `made`, which count where a path is in both.
    pub(crate) fn with(&self, kept: &[usize], mut made: Vec<Listed>) -> Self {
        made.sort_unstable();
        made.dedup_by(|one, other| one.path == other.path);
        let count = kept.len() + made.len();
        let mut text = String::with_capacity(count * 120);
        text.push_str(HEAD);
        text.push('\n');
        let mut lines = Vec::with_capacity(count);
        let mut line = |words: std::fmt::Arguments<'_>| {
            let start = text.len();
            // Writing to a string does not fail.
            let _ = text.write_fmt(words);
            lines.push(start..text.len());
            text.push('\n');
        };
        let mut kept = kept.iter().filter_map(|place| self.line(*place)).peekable();
        for Listed { path, digest, size } in made {
            while let Some(old) = kept.next_if(|old| old.path < path.as_str()) {
                line(format_args!("{}\t{}\t{}", old.path, old.digest, old.size));
            }
            kept.next_if(|old| old.path == path);
            line(format_args!("{path}\t{digest}\t{size}"));
        }
        for old in kept {
            line(format_args!("{}\t{}\t{}", old.path, old.digest, old.size));
        }
        Self { text, lines }
    }

    /// Its text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// SHA-256 of its text.
    pub(crate) fn digest(&self) -> Digest {
        Digest::of(self.text.as_bytes())
    }

    /// How many files.
    pub(crate) fn len(&self) -> usize {
        self.lines.len()
    }

    /// The files, by path.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Line<'_>> {
        (0..self.lines.len()).filter_map(|place| self.line(place))
    }

    /// The file at `place`.
    pub(crate) fn line(&self, place: usize) -> Option<Line<'_>> {
        read(self.text.get(self.lines.get(place)?.clone())?)
    }

    /// Place of the file at `path`.
    pub(crate) fn find(&self, path: &str) -> Option<usize> {
        self.lines
            .binary_search_by(|range| {
                let line = self.text.get(range.clone()).unwrap_or_default();
                line.split('\t').next().unwrap_or_default().cmp(path)
            })
            .ok()
    }

    /// Bytes of all files.
    pub(crate) fn bytes(&self) -> u64 {
        self.iter().map(|line| line.size).sum()
    }

    /// What `later` has otherwise.
    pub(crate) fn difference(&self, later: &Self) -> Difference {
        let mut found = Difference::default();
        let (mut before, mut after) = (self.iter().peekable(), later.iter().peekable());
        loop {
            let order = match (before.peek(), after.peek()) {
                (Some(one), Some(other)) => one.path.cmp(other.path),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (None, None) => return found,
            };
            match order {
                Ordering::Less => {
                    found
                        .removed
                        .extend(before.next().map(|line| line.path.to_owned()));
                }
                Ordering::Greater => {
                    found
                        .added
                        .extend(after.next().map(|line| line.path.to_owned()));
                }
                Ordering::Equal => {
                    if let (Some(one), Some(other)) = (before.next(), after.next())
                        && one.digest != other.digest
                    {
                        found.changed.push(other.path.to_owned());
                    }
                }
            }
        }
    }
}

fn read(line: &str) -> Option<Line<'_>> {
    let mut parts = line.split('\t');
    let (path, digest, size) = (parts.next()?, parts.next()?, parts.next()?);
    let is_digest = digest.len() == DIGITS && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
    (is_digest && parts.next().is_none()).then_some(Line {
        path,
        digest,
        size: size.parse().ok()?,
    })
}

/// Whether a path stays in its folder: files are removed by the paths of a manifest.
pub(crate) fn is_inside(path: &str) -> bool {
    let is_name = |part: &str| !["", ".", ".."].contains(&part) && !part.contains(['\\', '\0']);
    path.split('/').all(is_name)
}

/// Whether a file is a page.
pub(crate) fn is_page(path: &str) -> bool {
    path.ends_with(".html")
}
