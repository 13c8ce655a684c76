//! The fonts, compiled in: whatever machine prints, the same glyphs come out.

use std::sync::LazyLock;

use typst::{
    foundations::Bytes,
    text::{Font, FontBook},
    utils::LazyHash,
};

/// Family of text in Latin, Greek and Cyrillic letters: regular, semibold (600), italic.
pub const LATIN: &str = "Source Serif 4";

/// Family of text in Arabic letters, with Latin ones: regular (400), semibold (600). It has no italic, and none is made.
pub const ARABIC: &str = "Vazirmatn";

/// The files. Their licences (SIL Open Font License 1.1) lie beside them.
const FILES: [&[u8]; 5] = [
    include_bytes!("../fonts/SourceSerif4-Regular.otf"),
    include_bytes!("../fonts/SourceSerif4-Semibold.otf"),
    include_bytes!("../fonts/SourceSerif4-It.otf"),
    include_bytes!("../fonts/Vazirmatn-Regular.ttf"),
    include_bytes!("../fonts/Vazirmatn-SemiBold.ttf"),
];

/// The fonts and the book in which Typst looks them up.
pub(crate) struct Fonts {
    pub(crate) fonts: Vec<Font>,
    pub(crate) book: LazyHash<FontBook>,
}

/// Read once.
pub(crate) static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let fonts: Vec<Font> = FILES
        .iter()
        .flat_map(|file| Font::iter(Bytes::new(*file)))
        .collect();
    let book = FontBook::from_infos(fonts.iter().map(|font| font.info().clone()));
    Fonts {
        fonts,
        book: LazyHash::new(book),
    }
});

/// Whether a regular font has a glyph for `c`.
pub(crate) fn has(c: char) -> bool {
    FONTS
        .fonts
        .iter()
        .any(|font| font.info().coverage.contains(u32::from(c)))
}
