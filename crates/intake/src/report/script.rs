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
    for (bare, start) in forms(tokens, place) {
        let known = |table: &Gazetteer| table.opens(&bare);
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

/// The tokens from `place` on as they stand, then without letters written on to the first.
fn forms(tokens: &[Token], place: usize) -> Vec<(Vec<Token>, usize)> {
    let line: Vec<Token> = tokens[place..].iter().take(5).cloned().collect();
    let mut forms = vec![(line.clone(), tokens[place].start)];
    for prefix in GLUED {
        let bare = line[0].key.strip_prefix(prefix).map(str::to_owned);
        if let Some(bare) = bare.filter(|bare| bare.chars().count() >= 3) {
            let mut form = line.clone();
            form[0].key = bare;
            // Each of these letters is two bytes long, and none of them is changed by folding.
            forms.push((form, tokens[place].start + prefix.len()));
        }
    }
    forms
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
