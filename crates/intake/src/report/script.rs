//! People, organisations and places in Persian and Arabic, which have no capital letters: by known names, titles and given names.

use super::{
    Found,
    lexicon::{Gazetteer, Lexicon, names},
    names::{is_free, norms},
    words::Token,
};
use crate::reading::EntityKind;

/// Letters that are written on to the word after them: "and", "in", "for" and their pairs.
const GLUED: &[&str] = &[
    "\u{648}",
    "\u{628}",
    "\u{644}",
    "\u{648}\u{628}",
    "\u{648}\u{644}",
];

/// Names in `tokens` outside of what is `taken`, in order.
pub(super) fn find(text: &str, tokens: &[Token], lexicon: &Lexicon, taken: &[Found]) -> Vec<Found> {
    let mut found = Vec::new();
    let mut place = 0;
    while place < tokens.len() {
        let hit = at(tokens, lexicon, taken, place);
        if let Some((kind, from, start, to)) = hit {
            found.push(Found::new(kind, start, tokens[to - 1].end));
            place = to.max(from + 1);
        } else {
            place += 1;
        }
    }
    norms(text, &mut found);
    found
}

/// Kind, first token, first byte, token after the last.
type Hit = (EntityKind, usize, usize, usize);

fn at(tokens: &[Token], lexicon: &Lexicon, taken: &[Found], place: usize) -> Option<Hit> {
    let token = tokens.get(place).filter(|token| token.is_word())?;
    if !is_free(token, taken) {
        return None;
    }
    let names = names();
    let titled = place.checked_sub(1).is_some_and(|before| {
        lexicon.honorifics.has(&tokens[before]) || lexicon.role_heads.has(&tokens[before])
    });
    let rest = &tokens[place + 1..];
    for (bare, start) in forms(token) {
        let known = |table: &Gazetteer| table.opens_with(bare, rest);
        let organisation = known(&names.organisations);
        let location = known(&names.places);
        if organisation.is_some() || location.is_some() {
            let kind = if organisation >= location {
                EntityKind::Organization
            } else {
                EntityKind::Place
            };
            let length = organisation.max(location)?;
            return Some((kind, place, start, place + length));
        }
        if let Some(length) = known(&names.surnames) {
            return Some((EntityKind::Person, place, start, place + length));
        }
        if let Some(length) = known(&names.given) {
            let to = end_of_person(tokens, lexicon, taken, place + length);
            return (to > place + length || titled).then_some((
                EntityKind::Person,
                place,
                start,
                to,
            ));
        }
    }
    let honoured = place
        .checked_sub(1)
        .is_some_and(|before| lexicon.honorifics.has(&tokens[before]));
    (honoured && !lexicon.stop.has(token)).then(|| {
        let to = end_of_person(tokens, lexicon, taken, place + 1);
        (EntityKind::Person, place, token.start, to)
    })
}

/// A word as it stands, then without letters written on to it; each with the byte at which it begins.
fn forms(token: &Token) -> impl Iterator<Item = (&str, usize)> {
    let bare = GLUED.iter().filter_map(|prefix| {
        // Each of these letters is two bytes long, and none of them is changed by folding.
        let bare = token.key.strip_prefix(prefix)?;
        (bare.chars().count() >= 3).then_some((bare, token.start + prefix.len()))
    });
    std::iter::once((token.key.as_str(), token.start)).chain(bare)
}

/// A given name is followed by up to two words that are no common ones.
fn end_of_person(tokens: &[Token], lexicon: &Lexicon, taken: &[Found], from: usize) -> usize {
    let mut end = from;
    while end < from + 2 {
        let Some(token) = tokens.get(end).filter(|token| token.is_word()) else {
            break;
        };
        let common = !is_free(token, taken)
            || lexicon.stop.has(token)
            || lexicon.cues.has(token)
            || lexicon.role_heads.has(token)
            || lexicon.honorifics.has(token)
            || names().places.is(std::slice::from_ref(token));
        if common || end > from && !names().given.is(&tokens[end - 1..end]) {
            break;
        }
        end += 1;
    }
    end
}
