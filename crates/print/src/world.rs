//! What a source can reach: its own files and our fonts.

use std::{collections::HashMap, path::PathBuf, sync::LazyLock};

use typst::{
    Library, LibraryExt, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};

use crate::{PrintError, Sheet, fonts::FONTS};

/// Name of the source of a sheet.
const MAIN: &str = "main.typ";

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// The world of one sheet.
pub(crate) struct Desk {
    main: FileId,
    sources: HashMap<FileId, Source>,
    files: HashMap<FileId, Bytes>,
}

impl Desk {
    /// Lays out what `sheet` brings.
    pub(crate) fn new(sheet: &Sheet) -> Result<Self, PrintError> {
        let main = id(MAIN)?;
        let mut sources = HashMap::new();
        sources.insert(main, Source::new(main, sheet.source.to_owned()));
        for (name, text) in &sheet.modules {
            let id = id(name)?;
            sources.insert(id, Source::new(id, (*text).to_owned()));
        }
        let mut files = HashMap::new();
        for (name, bytes) in &sheet.files {
            files.insert(id(name)?, Bytes::new(bytes.clone()));
        }
        Ok(Self {
            main,
            sources,
            files,
        })
    }
}

/// The identifier of a file. Typst keeps names for as long as the program runs; the same name has the same identifier.
fn id(name: &str) -> Result<FileId, PrintError> {
    let path = VirtualPath::new(name).map_err(|error| PrintError::Source {
        place: name.to_owned(),
        message: format!("not a name for a file: {error:?}"),
        hints: Vec::new(),
    })?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

fn missing(id: FileId) -> FileError {
    FileError::NotFound(PathBuf::from(id.vpath().get_without_slash()))
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.sources.get(&id).cloned().ok_or_else(|| missing(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or_else(|| missing(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
