//! Paths of tiles and bundles, relative to the folder of the ledger.

use super::{TILE_WIDTH, TileError, TileId};

/// What lies at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TilePath {
    /// A tile of hashes.
    Hashes(TileId),
    /// A bundle of entries.
    Entries {
        /// Place: its first entry is number 256 × `index`.
        index: u64,
        /// Entries in it, 1 to 256.
        width: u16,
    },
}

impl TilePath {
    /// The path, such as `tile/0/x001/234.p/5` or `tile/entries/000`.
    pub fn path(self) -> String {
        match self {
            Self::Hashes(tile) => tile.path(),
            Self::Entries { index, width } => entries_path(index, width),
        }
    }
}

impl TileId {
    /// The path, such as `tile/0/x001/234.p/5`.
    pub fn path(self) -> String {
        format!("tile/{}/{}", self.level, place(self.index, self.width))
    }
}

/// The path of a bundle of entries, such as `tile/entries/x001/234.p/5`.
pub fn entries_path(index: u64, width: u16) -> String {
    format!("tile/entries/{}", place(index, width))
}

/// What lies at `path`; every tile and bundle has one spelling alone.
///
/// # Errors
///
/// [`TileError::Path`].
pub fn parse_path(path: &str) -> Result<TilePath, TileError> {
    read(path).ok_or_else(|| TileError::Path {
        path: path.to_owned(),
    })
}

/// Groups of three digits, all but the last preceded by `x`, and the width unless full.
fn place(index: u64, width: u16) -> String {
    let mut text = format!("{:03}", index % 1000);
    let mut rest = index / 1000;
    while rest > 0 {
        text = format!("x{:03}/{text}", rest % 1000);
        rest /= 1000;
    }
    if u64::from(width) < TILE_WIDTH {
        text = format!("{text}.p/{width}");
    }
    text
}

fn read(path: &str) -> Option<TilePath> {
    let (kind, rest) = path.strip_prefix("tile/")?.split_once('/')?;
    let (index, width) = match rest.split_once(".p/") {
        Some((index, width)) => (
            index,
            decimal(width, TILE_WIDTH - 1).filter(|width| *width > 0)?,
        ),
        None => (rest, TILE_WIDTH),
    };
    let (index, width) = (read_index(index)?, width as u16);
    if kind == "entries" {
        return Some(TilePath::Entries { index, width });
    }
    let level = decimal(kind, 63)? as u8;
    Some(TilePath::Hashes(TileId {
        level,
        index,
        width,
    }))
}

fn read_index(text: &str) -> Option<u64> {
    let mut index: u64 = 0;
    let mut groups = text.split('/').peekable();
    while let Some(group) = groups.next() {
        let digits = match groups.peek() {
            Some(_) => group.strip_prefix('x')?,
            None => group,
        };
        let digits = Some(digits).filter(|digits| {
            digits.len() == 3 && digits.bytes().all(|byte| byte.is_ascii_digit())
        })?;
        let first_group_is_zero = index == 0 && groups.peek().is_some() && digits == "000";
        if first_group_is_zero {
            return None;
        }
        index = index.checked_mul(1000)?.checked_add(digits.parse().ok()?)?;
    }
    Some(index)
}

/// A decimal number up to `most`, without leading zeros.
fn decimal(text: &str, most: u64) -> Option<u64> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit())
        && !(text.len() > 1 && text.starts_with('0'));
    text.parse().ok().filter(|number| plain && *number <= most)
}
