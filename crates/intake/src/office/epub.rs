//! EPUB: a book of web pages in a ZIP (EPUB 3.3).

use std::collections::HashMap;

use super::{Page, facts};
use crate::{
    container::Container,
    html,
    limits::Limits,
    problem::Finding,
    xml::{Token, attribute, text, tokens},
};

/// What the package says of the book (EPUB 3.3 section 5.5).
const FACTS: &[(&str, &str)] = &[
    ("title", "title"),
    ("creator", "author"),
    ("publisher", "publisher"),
    ("date", "made"),
    ("identifier", "identifier"),
    ("subject", "subject"),
    ("rights", "rights"),
    ("source", "source"),
];

/// Reads the book; `None` when what says in which order its pages are read is not there.
pub(super) fn read(container: &mut Container<'_>, page: &mut Page, limits: &Limits) -> Option<()> {
    let root = text(&container.file("META-INF/container.xml")?);
    let package = tokens(&root).find_map(|token| match token {
        Token::Start {
            name: "rootfile",
            inside,
        } => attribute(inside, "full-path"),
        Token::Start { .. } | Token::End { .. } | Token::Text(_) => None,
    })?;
    let folder = package
        .rsplit_once('/')
        .map_or("", |(folder, _)| folder)
        .to_owned();
    let package = text(&container.file(&package)?);
    page.facts.extend(facts(&package, FACTS));
    let language = facts(&package, &[("language", "language")]);
    page.language = language.into_iter().next().map(|fact| fact.value);
    let mut files = HashMap::new();
    let mut order = Vec::new();
    let mut scripts = 0;
    for token in tokens(&package) {
        let Token::Start { name, inside } = token else {
            continue;
        };
        match name {
            "item" => {
                let kind = attribute(inside, "properties").unwrap_or_default();
                scripts += usize::from(kind.split(' ').any(|one| one == "scripted"));
                files.insert(attribute(inside, "id")?, attribute(inside, "href")?);
            }
            "itemref" => order.extend(attribute(inside, "idref")),
            _ => {}
        }
    }
    page.count(Finding::flag("scripts"), scripts);
    let locked = container.file("META-INF/encryption.xml");
    if locked.is_some_and(|list| text(&list).contains("EncryptedData")) {
        page.problems.push(Finding::loss("locked").into());
    }
    let mut missing = 0;
    // A page that is named twice in the order is read once.
    for file in order.iter().filter_map(|id| files.remove(id)) {
        let path = joined(&folder, &file);
        match container.file(&path) {
            Some(bytes) => {
                page.end("\n\n");
                page.write(&html::plain(&bytes, limits));
            }
            None => missing += 1,
        }
    }
    page.count(Finding::loss("pages-missing"), missing);
    Some(())
}

/// `file` as named from `folder`: without `..` and escapes, since names in a ZIP have none.
fn joined(folder: &str, file: &str) -> String {
    let file = file.split('#').next().unwrap_or_default();
    let mut path: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let file = unescaped(file);
    for part in file.split('/') {
        match part {
            ".." => {
                path.pop();
            }
            "" | "." => {}
            part => path.push(part),
        }
    }
    path.join("/")
}

/// `%20` and the like as what they stand for (RFC 3986 section 2.1).
fn unescaped(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let code = after.get(..2).filter(|_| *first == b'%');
        let code =
            code.and_then(|code| u8::from_str_radix(std::str::from_utf8(code).ok()?, 16).ok());
        bytes.push(code.unwrap_or(*first));
        rest = if code.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
