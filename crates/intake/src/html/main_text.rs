//! Which blocks of a page are its main text.
//!
//! A rule of our own: what stands in `article` or `main`, if that is a good part of the page; else everything that is not
//! marked as a menu, a footer or the like; in either case without blocks that are mostly links. A page that would be left
//! empty is given whole: nothing is hidden from the reader.

use super::page::{Block, Page};

/// Share of the page's text that `article` and `main` must hold to be believed, in percent. Chosen by us.
const BELIEVED: usize = 20;
/// Longest block that is dropped for being mostly links, in bytes. Chosen by us: a sentence.
const SHORT: usize = 200;

/// The main text, blocks apart by a blank line.
pub(super) fn of(page: &Page) -> String {
    let total: usize = page.blocks.iter().map(|block| block.text.len()).sum();
    let inside: usize = kept(page, true).map(|block| block.text.len()).sum();
    let marked = inside > 0 && inside * 100 >= total * BELIEVED;
    let main = joined(kept(page, marked));
    if main.is_empty() {
        joined(page.blocks.iter())
    } else {
        main
    }
}

fn kept(page: &Page, inside: bool) -> impl Iterator<Item = &Block> {
    page.blocks
        .iter()
        .filter(move |block| !block.aside && (block.inside || !inside) && !is_list_of_links(block))
}

fn is_list_of_links(block: &Block) -> bool {
    !block.heading && block.text.len() <= SHORT && block.linked * 2 > block.text.len()
}

fn joined<'a>(blocks: impl Iterator<Item = &'a Block>) -> String {
    let mut text = String::new();
    for block in blocks {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(&block.text);
    }
    text
}
