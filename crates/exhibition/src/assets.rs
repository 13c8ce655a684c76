//! The files that pages share: the style sheet, the fonts with their licences, the icon, the script of the wall's search.

/// Path from the root of the exhibition, and bytes.
pub(crate) const FILES: &[(&str, &[u8])] = &[
    ("assets/style.css", include_bytes!("../assets/style.css")),
    ("assets/icon.svg", include_bytes!("../assets/icon.svg")),
    (
        "assets/fonts/source-serif-4-OFL.txt",
        include_bytes!("../assets/fonts/source-serif-4-OFL.txt"),
    ),
    (
        "assets/fonts/vazirmatn-OFL.txt",
        include_bytes!("../assets/fonts/vazirmatn-OFL.txt"),
    ),
    (
        "assets/fonts/cenotaph-serif-400.woff2",
        include_bytes!("../assets/fonts/cenotaph-serif-400.woff2"),
    ),
    (
        "assets/fonts/cenotaph-serif-600.woff2",
        include_bytes!("../assets/fonts/cenotaph-serif-600.woff2"),
    ),
    (
        "assets/fonts/source-serif-4-latin-400-italic.woff2",
        include_bytes!("../assets/fonts/source-serif-4-latin-400-italic.woff2"),
    ),
    (
        "assets/fonts/source-serif-4-latin-ext-400-normal.woff2",
        include_bytes!("../assets/fonts/source-serif-4-latin-ext-400-normal.woff2"),
    ),
    (
        "assets/fonts/source-serif-4-latin-ext-600-normal.woff2",
        include_bytes!("../assets/fonts/source-serif-4-latin-ext-600-normal.woff2"),
    ),
    (
        "assets/fonts/vazirmatn-arabic-400-normal.woff2",
        include_bytes!("../assets/fonts/vazirmatn-arabic-400-normal.woff2"),
    ),
    (
        "assets/fonts/vazirmatn-arabic-700-normal.woff2",
        include_bytes!("../assets/fonts/vazirmatn-arabic-700-normal.woff2"),
    ),
    (
        "assets/fonts/vazirmatn-latin-400-normal.woff2",
        include_bytes!("../assets/fonts/vazirmatn-latin-400-normal.woff2"),
    ),
];

/// The script of the wall's search as it is written: without what only its authors read: indents, lines of comment, and ends of
/// line behind a sign after which nothing can end.
pub(crate) fn search_script() -> String {
    let mut script = String::new();
    for line in include_str!("../assets/search.js").lines() {
        let line = line.trim();
        if !line.is_empty() && !line.starts_with("//") {
            script.push_str(line);
            if !line.ends_with([';', ',', '{', '(', '[']) {
                script.push('\n');
            }
        }
    }
    script
}
