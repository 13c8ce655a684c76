//! What all drawings share: the file's frame, isolated text, fonts that are on the reader's machine.

use maud::{Markup, PreEscaped, html};

use crate::{escape, lang::Lang};

/// Fonts for drawings that stand as files: those cannot load the fonts of the pages.
const FONTS: &str =
    "Vazirmatn, 'Source Serif 4', Georgia, 'Noto Naskh Arabic', Tahoma, 'Times New Roman', serif";

/// A drawing as a file of its own.
pub(crate) fn file(lang: Lang, width: u32, height: u32, title: &str, body: &Markup) -> String {
    let PreEscaped(drawing) = html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox=(format!("0 0 {width} {height}")) width=(width) height=(height)
            role="img" xml:lang=(lang.tag()) direction=(lang.direction().as_str()) font-family=(FONTS) {
            title { (escape::Data(title)) }
            (body)
        }
    };
    drawing
}

/// At most `letters` characters of a text that has no room for more.
pub(crate) fn fit(text: &str, letters: usize) -> String {
    if text.chars().count() <= letters {
        return text.to_owned();
    }
    let mut cut: String = text.chars().take(letters.saturating_sub(1)).collect();
    cut.push('…');
    cut
}

/// A length in a drawing, to a tenth of a unit.
pub(crate) fn length(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0")
        .map_or_else(|| text.clone(), str::to_owned)
}
