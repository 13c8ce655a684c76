//! Long lists, cut into pages of bounded size.

use maud::{Markup, html};

use crate::{here::Here, numbers};

/// Bytes of rows on one page of a list. The bar is 120,000 bytes for the whole page; what stands around the rows takes the rest.
pub(crate) const ROWS_LIMIT: usize = 96_000;

/// Cuts rows into pages: each as many rows as fit into [`ROWS_LIMIT`], at least one row, at least one page.
pub(crate) fn cut(rows: Vec<String>) -> Vec<Vec<String>> {
    let mut pages: Vec<Vec<String>> = vec![Vec::new()];
    let mut size = 0;
    for row in rows {
        if size + row.len() > ROWS_LIMIT && size > 0 {
            pages.push(Vec::new());
            size = 0;
        }
        size += row.len();
        if let Some(page) = pages.last_mut() {
            page.push(row);
        }
    }
    pages
}

/// Address of page `number`, from 1, of the list whose first page is at `path` (`….html`).
pub(crate) fn address(path: &str, number: usize) -> String {
    let stem = path.strip_suffix(".html").unwrap_or(path);
    match number {
        0 | 1 => path.to_owned(),
        number => format!("{stem}-{number}.html"),
    }
}

/// "Page 2 of 3", with the pages before and after; nothing for a single page.
pub(crate) fn pager(here: &Here<'_>, path: &str, number: usize, total: usize) -> Markup {
    let shown = |number: usize| numbers::plain(here.lang(), number as i64);
    html! {
        @if total > 1 {
            nav.pager aria-label=(here.say("pages")) {
                @if number > 1 { a rel="prev" href=(here.to(&address(path, number - 1))) { (here.say("page-previous")) } }
                span { (here.words.fill("page-of", &[("number", &shown(number)), ("total", &shown(total))])) }
                @if number < total { a rel="next" href=(here.to(&address(path, number + 1))) { (here.say("page-next")) } }
            }
        }
    }
}
