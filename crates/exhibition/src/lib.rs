//! How do visitors see it?
//!
//! Writes an edition as a site of plain pages: no script needed, no third party, relative links, the same bytes in any number of
//! threads. What stands where is described in `docs/exhibition.md`.

mod assets;
mod banners;
mod cards;
mod data;
mod dates;
mod escape;
mod feeds;
mod here;
mod json;
mod kiosk;
mod lang;
mod letters;
mod linked;
mod memory;
mod notes;
mod numbers;
mod page;
mod panels;
mod pictures;
mod plan;
mod rooms;
mod scripts;
mod site;
mod sitemap;
mod stick;
mod svg;
mod towns;
mod values;
mod wall;
mod words;

use edition::{Pictures, edition::Edition};

pub use lang::Lang;
pub use memory::Memory;
pub use panels::{FEW, PanelOptions, PanelReport, People, Size, print_panels};

/// How an edition is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The languages to write, in the order of the language switch; the first one is where an unknown visitor begins.
    pub languages: Vec<Lang>,
    /// Where the site will stand, such as `https://example.org/memorial`; `None` when it is not known: the pages then hold
    /// relative links only.
    pub base_address: Option<String>,
    /// Version of the program, printed on the page about the exhibition.
    pub program_version: String,
    /// How it will be visited.
    pub way: Way,
}

/// How an exhibition will be visited.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Way {
    /// From a web server, an onion service or a folder.
    #[default]
    Web,
    /// From a stick: a page to begin with, a text that explains, checksums.
    Stick,
    /// On a screen in the room: large, without a way out, back to the entrance when nobody touches it.
    Kiosk,
}

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Files.
    pub files: u64,
    /// Pages (HTML) among them.
    pub pages: u64,
    /// Bytes of all files.
    pub bytes: u64,
    /// Bytes of the largest page of a person listed as a victim; 0 when there is none.
    pub largest_person_page: u64,
    /// Bytes of the largest page of a list: walls of names, documents, sources, timeline; 0 when there is none.
    pub largest_list_page: u64,
}

/// Why the exhibition was not written whole.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RenderError {
    /// No language was asked for.
    #[error("no language to write the exhibition in")]
    NoLanguage,
    /// Two rooms would stand at one address: the tour names a room twice, or one that is called like a folder of the exhibition.
    #[error("two rooms would stand at `{room}/index.html`")]
    TwoRooms {
        /// The room, which is its folder.
        room: String,
    },
    /// A record chosen for a panel is not that of a person on the wall.
    #[error("{0} is nobody on the wall of names")]
    NotOnTheWall(edition::RecordId),
    /// A sheet could not be printed.
    #[error("`{path}` could not be printed")]
    Print {
        /// Name of the file.
        path: String,
        /// Why.
        #[source]
        source: print::PrintError,
    },
    /// A file could not be written.
    #[error("`{path}` could not be written")]
    Sink {
        /// Path of the file from the root of the exhibition.
        path: String,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// A card or banner could not be drawn.
    #[error("`{path}` could not be drawn")]
    Drawing {
        /// Path of the file from the root of the exhibition.
        path: String,
        /// Why.
        #[source]
        source: print::PrintError,
    },
}

/// Where files go. Called from several threads at once, once for each path: from the root of the exhibition, with `/` between
/// folders.
pub trait Sink: Sync {
    /// Takes a file.
    fn put(&self, path: &str, bytes: &[u8]) -> std::io::Result<()>;

    /// Keeps the file that an earlier exhibition wrote at `path`; `false` when there is none. Asked only of what would be written
    /// the same: paths that name their content, and pages that show nothing new ([`render_again`]).
    fn keep(&self, path: &str) -> bool {
        let _ = path;
        false
    }
}

impl<F: Fn(&str, &[u8]) -> std::io::Result<()> + Sync> Sink for F {
    fn put(&self, path: &str, bytes: &[u8]) -> std::io::Result<()> {
        self(path, bytes)
    }
}

/// Writes `edition` with its `pictures` to `sink` with `threads` threads (0 counts as 1).
///
/// # Errors
///
/// [`RenderError::NoLanguage`] when no language is asked for; [`RenderError::TwoRooms`] when two rooms have one address; [`RenderError::Sink`] with the first path, in the order of
/// writing, that the sink refused. What was written before then stays.
pub fn render(
    edition: &Edition,
    pictures: &Pictures<'_>,
    options: &Options,
    threads: usize,
    sink: &dyn Sink,
) -> Result<Report, RenderError> {
    let before = Memory::default();
    Ok(plan::render(edition, pictures, options, threads, sink, &before)?.0)
}

/// Writes `edition` as [`render`] does, but leaves pages alone that show nothing new since an exhibition that remembers `before`,
/// if `sink` still has them. Gives what is to be remembered of this one.
///
/// `before` must be of this very program, and of the exhibition that `sink` keeps files of.
///
/// # Errors
///
/// Those of [`render`].
pub fn render_again(
    edition: &Edition,
    pictures: &Pictures<'_>,
    options: &Options,
    threads: usize,
    sink: &dyn Sink,
    before: &Memory,
) -> Result<(Report, Memory), RenderError> {
    plan::render(edition, pictures, options, threads, sink, before)
}
