//! The addresses of all pages for search engines: an index, files of at most 10,000 addresses, each page in all its languages; and
//! `robots.txt`.

use std::fmt::Write;

use edition::RecordKind;

use crate::{
    RenderError, escape, feeds, page,
    plan::{Kind, Output},
    rooms::documents,
    site,
    site::Site,
};

/// Pages of a file, each in every language. Chosen by us: four languages make 10,000 addresses and some 6 MB, far below the
/// 50,000 and 50 MB of the protocol (sitemaps.org), so that a changed page rewrites little.
const PAGES: usize = 2_500;

/// Writes the files; nothing where the site has no address of its own, since a sitemap holds whole addresses only.
pub(crate) fn write(site: &Site<'_>, output: &mut Output<'_>) -> Result<(), RenderError> {
    let Some(base) = &site.options.base_address else {
        return Ok(());
    };
    let base = base.trim_end_matches('/');
    let mut files = Vec::new();
    let mut paths: Vec<(String, Option<String>)> = vec![("index.html".to_owned(), None)];
    // The book of memory is left to those who come to it.
    let rooms = page::rooms(site).into_iter().filter(|room| *room != "book");
    paths.extend(rooms.map(|room| (format!("{room}/index.html"), None)));
    paths.push(("data/index.html".to_owned(), None));
    paths.push((documents::sources_address().to_owned(), None));
    shards(
        site,
        base,
        "rooms",
        &mut paths.into_iter(),
        &mut files,
        output,
    )?;
    let edition = site.edition.whole();
    let kinds = [
        ("people", RecordKind::Person),
        ("groups", RecordKind::Group),
        ("places", RecordKind::Place),
        ("events", RecordKind::Event),
        ("statements", RecordKind::Statement),
        ("proceedings", RecordKind::Proceeding),
    ];
    for (name, kind) in kinds {
        let subjects = edition
            .subjects
            .iter()
            .filter(|subject| subject.id.kind() == kind);
        let mut paths =
            subjects.map(|subject| (site.address(subject.id), subject.updated.map(feeds::iso)));
        shards(site, base, name, &mut paths, &mut files, output)?;
    }
    let mut items = edition
        .items
        .iter()
        .map(|item| (site::item_page(item.number, 1), None));
    shards(site, base, "documents", &mut items, &mut files, output)?;
    let mut sources = edition
        .sources
        .iter()
        .map(|source| (site::source_address(source.id), None));
    shards(site, base, "sources", &mut sources, &mut files, output)?;

    let mut index = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for file in &files {
        // Writing to a String cannot fail.
        let _ = writeln!(
            index,
            "<sitemap><loc>{}</loc></sitemap>",
            escape::xml(&format!("{base}/{file}"))
        );
    }
    index.push_str("</sitemapindex>\n");
    output.write("sitemap.xml", index.as_bytes(), Kind::Other)?;
    output.write("robots.txt", robots(site, base).as_bytes(), Kind::Other)
}

/// Writes `paths`, each with the day on which it changed, in files of their own.
fn shards(
    site: &Site<'_>,
    base: &str,
    name: &str,
    paths: &mut dyn Iterator<Item = (String, Option<String>)>,
    files: &mut Vec<String>,
    output: &mut Output<'_>,
) -> Result<(), RenderError> {
    let mut paths = paths.peekable();
    let mut number = 0;
    while paths.peek().is_some() {
        number += 1;
        let mut text = String::from(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
        );
        for (path, day) in paths.by_ref().take(PAGES) {
            addresses(site, &escape::xml(base), &path, day.as_deref(), &mut text);
        }
        text.push_str("</urlset>\n");
        let file = format!("sitemap/{name}-{number}.xml");
        output.write(&file, text.as_bytes(), Kind::Other)?;
        files.push(file);
    }
    Ok(())
}

/// One page: an entry in each language, with the others beside it.
fn addresses(site: &Site<'_>, base: &str, path: &str, day: Option<&str>, text: &mut String) {
    let languages = &site.options.languages;
    let mut others = String::new();
    for other in languages {
        let tag = other.tag();
        let _ = write!(
            others,
            "<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{base}/{tag}/{path}\"/>"
        );
    }
    for lang in languages {
        let _ = write!(text, "<url><loc>{base}/{}/{path}</loc>", lang.tag());
        if let Some(day) = day {
            let _ = write!(text, "<lastmod>{day}</lastmod>");
        }
        text.push_str(&others);
        text.push_str("</url>\n");
    }
}

/// What crawlers are asked: everything but the book of memory. It is heeded only at the root of a host.
fn robots(site: &Site<'_>, base: &str) -> String {
    let host = base.split_once("://").map_or(base, |(_, rest)| rest);
    let folder = host
        .split_once('/')
        .map_or(String::new(), |(_, folder)| format!("/{folder}"));
    let mut text = String::from("User-agent: *\n");
    for lang in &site.options.languages {
        let _ = writeln!(text, "Disallow: {folder}/{}/book/", lang.tag());
    }
    let _ = writeln!(text, "\nSitemap: {base}/sitemap.xml");
    text
}
