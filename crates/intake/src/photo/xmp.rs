//! XMP (ISO 16684-1): properties by the names that programs write, found tag by tag, so that damage costs only what is damaged.

/// Properties read of one packet.
const PROPERTIES: usize = 2_000;

/// How deep elements are followed.
const DEPTH: usize = 64;

/// Each property with its value, lists item by item. Of `xmpMM:History` each step's words come as they stand.
pub(super) fn properties(packet: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut path: Vec<&str> = Vec::new();
    let mut rest = packet;
    while let Some((words, after)) = rest.split_once('<') {
        if found.len() >= PROPERTIES {
            break;
        }
        let value = words.trim();
        if !value.is_empty()
            && let Some(name) = path.iter().rev().find(|name| !name.starts_with("rdf:"))
        {
            found.push(((*name).to_owned(), unescaped(value)));
        }
        let Some((tag, after)) = after.split_once('>') else {
            break;
        };
        rest = after;
        if tag.starts_with(['?', '!']) {
            continue;
        }
        if tag.starts_with('/') {
            path.pop();
            continue;
        }
        let name = tag
            .split(|c: char| c.is_whitespace() || c == '/')
            .next()
            .unwrap_or_default();
        attributes(&tag[name.len()..], &mut found);
        if !tag.ends_with('/') {
            if path.len() == DEPTH {
                break;
            }
            path.push(name);
        }
    }
    found
}

/// Properties written in the short form, as attributes.
fn attributes(mut tag: &str, found: &mut Vec<(String, String)>) {
    while let Some((name, after)) = tag.split_once('=') {
        let after = after.trim_start();
        let Some(mark) = after
            .chars()
            .next()
            .filter(|mark| matches!(mark, '"' | '\''))
        else {
            return;
        };
        let Some((value, after)) = after[1..].split_once(mark) else {
            return;
        };
        tag = after;
        let name = name.trim();
        let structure = ["xmlns", "xml:", "rdf:"]
            .iter()
            .any(|start| name.starts_with(start));
        if !structure && !value.trim().is_empty() && found.len() < PROPERTIES {
            found.push((name.to_owned(), unescaped(value)));
        }
    }
}

/// Characters written as entities, as themselves.
fn unescaped(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        let end = after.char_indices().take(10).find(|(_, c)| *c == ';');
        let character = end.and_then(|(end, _)| character(&after[..end]));
        match (character, end) {
            (Some(character), Some((end, _))) => {
                plain.push(character);
                rest = &after[end + 1..];
            }
            _ => {
                plain.push('&');
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    plain
}

fn character(entity: &str) -> Option<char> {
    match entity {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = entity.strip_prefix('#')?;
            let code = match number.strip_prefix('x') {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}
