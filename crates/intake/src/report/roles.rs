//! What people are called and do, told right before or after their names.

use super::{
    Found,
    lexicon::Lexicon,
    words::{Kind, Token},
};
use crate::reading::EntityKind;

/// Roles of the people in `found`, which may be in any order.
pub(super) fn find(text: &str, tokens: &[Token], lexicon: &Lexicon, found: &[Found]) -> Vec<Found> {
    let mut people: Vec<&Found> = found
        .iter()
        .filter(|one| one.kind == EntityKind::Person)
        .collect();
    people.sort_by_key(|one| one.start);
    let mut roles = Vec::new();
    for person in &people {
        let first = tokens.partition_point(|token| token.start < person.start);
        let after = tokens.partition_point(|token| token.start < person.end);
        let spans = [
            before(tokens, lexicon, first),
            following(tokens, lexicon, after).filter(|(start, end)| {
                let next = people.partition_point(|other| other.start < *start);
                people.get(next).is_none_or(|other| other.start >= *end)
            }),
        ];
        for (start, end) in spans.into_iter().flatten() {
            let mut role = Found::new(EntityKind::Role, start, end);
            role.of = Some(text[person.start..person.end].to_owned());
            roles.push(role);
        }
    }
    roles
}

/// "former intelligence minister" before a name, and "وزیر" in scripts without capitals.
fn before(tokens: &[Token], lexicon: &Lexicon, first: usize) -> Option<(usize, usize)> {
    let mut last = first.checked_sub(1)?;
    if tokens[last].is_mark('.') {
        last = last.checked_sub(1)?;
    }
    if lexicon.honorifics.has(&tokens[last]) && !lexicon.role_heads.has(&tokens[last]) {
        last = last.checked_sub(1)?;
    }
    if !lexicon.role_heads.has(&tokens[last]) {
        return None;
    }
    let mut start = last;
    while let Some(at) = start.checked_sub(1) {
        let token = &tokens[at];
        let part = lexicon.role_heads.has(token)
            || lexicon.role_words.has(token)
            || lexicon.demonyms.has(token)
            || token.is_word()
                && token.capital
                && !lexicon.stop.has(token)
                && !lexicon.cues.has(token);
        // A possessive belongs to somebody else: "Rouhani's minister".
        if !part || token.bare_end < token.end {
            break;
        }
        start = at;
    }
    Some((tokens[start].start, tokens[last].end))
}

/// Words after a comma among which the head of a role must stand. Chosen by us: "one of the key members".
const HEAD_WITHIN: usize = 5;
/// Longest role, in tokens. Chosen by us.
const LONGEST: usize = 24;

/// ", head of the National Council" after a name, up to the next comma or verb.
fn following(tokens: &[Token], lexicon: &Lexicon, after: usize) -> Option<(usize, usize)> {
    let comma = tokens.get(after)?;
    if !comma.is_mark(',') && !comma.is_mark('\u{60c}') {
        return None;
    }
    let mut start = after + 1;
    while tokens
        .get(start)
        .is_some_and(|token| lexicon.role_openers.has(token))
    {
        start += 1;
    }
    let mut end = start;
    let mut headed = false;
    let mut depth = 0usize;
    while let Some(token) = tokens.get(end).filter(|_| end - start < LONGEST) {
        depth += usize::from(token.is_mark('('));
        let closes = token.is_mark(')');
        let stops = token.kind == Kind::Break
            || token.kind == Kind::Mark
                && depth == 0
                && !token.is_mark('\'')
                && !token.is_mark('\u{2019}')
                && !token.is_mark('/')
            || lexicon.role_ends.has(token)
            || lexicon.cues.has(token)
            || end > start + 2 && is_participle(token, lexicon);
        if stops {
            break;
        }
        depth = depth.saturating_sub(usize::from(closes));
        headed |= end - start < HEAD_WITHIN && lexicon.role_heads.has(token);
        end += 1;
    }
    (headed && end > start).then(|| (tokens[start].start, tokens[end - 1].end))
}

fn is_participle(token: &Token, lexicon: &Lexicon) -> bool {
    token.is_word()
        && !token.capital
        && lexicon
            .participles
            .iter()
            .any(|ending| token.key.ends_with(ending))
}
