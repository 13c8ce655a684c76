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
            before(tokens, lexicon, first).or_else(|| before_comma(tokens, lexicon, first, after)),
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
    roles.extend(appointed(text, tokens, lexicon, &people));
    roles
}

/// Tokens before a word of appointing among which the person stands. Chosen by us: a clause.
const APPOINTED: usize = 20;

/// "had been chaplain", "nommé chef d'état-major": said of the person before, in the same sentence.
fn appointed(text: &str, tokens: &[Token], lexicon: &Lexicon, people: &[&Found]) -> Vec<Found> {
    let mut roles = Vec::new();
    for (place, token) in tokens.iter().enumerate() {
        if !lexicon.appointing.has(token) {
            continue;
        }
        let sentence = tokens[..place]
            .iter()
            .rev()
            .take(APPOINTED)
            .take_while(|token| token.kind != Kind::Break && !token.is_mark('.'))
            .last();
        let Some(from) = sentence.map(|first| first.start) else {
            continue;
        };
        let after = people.partition_point(|person| person.end <= token.start);
        let person = people[..after].last().filter(|person| person.start >= from);
        let mut start = place + 1;
        while tokens
            .get(start)
            .is_some_and(|token| lexicon.role_openers.has(token) || token.is_mark('\''))
        {
            start += 1;
        }
        let mut end = start;
        while tokens.get(end).is_some_and(|token| {
            lexicon.is_role_head(token) || end == start && lexicon.role_words.has(token)
        }) {
            end += 1;
        }
        if end == start || !lexicon.is_role_head(&tokens[end - 1]) {
            continue;
        }
        // "chef d'état-major", "رئيسا للأركان"
        let linked = tokens.get(end).is_some_and(|link| link.key == "d")
            && tokens.get(end + 1).is_some_and(|mark| mark.is_mark('\''));
        let glued = tokens
            .get(end)
            .is_some_and(|next| !lexicon.has_capitals() && next.key.starts_with("\u{644}\u{644}"));
        end += if linked { 3 } else { usize::from(glued) };
        // "the Minister said" after a name is no appointment of a minister who is named himself.
        let named = people.get(after).is_some_and(|next| {
            tokens
                .get(end)
                .is_some_and(|token| token.start == next.start)
        });
        if let Some(person) = person.filter(|_| !named && end <= tokens.len()) {
            let mut role = Found::new(EntityKind::Role, tokens[start].start, tokens[end - 1].end);
            role.of = Some(text[person.start..person.end].to_owned());
            roles.push(role);
        }
    }
    roles
}

/// "his deputy, Ludo Strand,", "le ministre de la Justice, Pierre Vasseur": a role between its article and a comma.
fn before_comma(
    tokens: &[Token],
    lexicon: &Lexicon,
    first: usize,
    after: usize,
) -> Option<(usize, usize)> {
    let is_comma = |token: &Token| token.is_mark(',') || token.is_mark('\u{60c}');
    let mut comma = first.checked_sub(1)?;
    if lexicon.honorifics.has(&tokens[comma]) {
        comma = comma.checked_sub(1)?;
    }
    let closed = tokens.get(after).is_none_or(|token| {
        token.kind == Kind::Mark || token.kind == Kind::Break || lexicon.role_ends.has(token)
    });
    if !is_comma(&tokens[comma]) || !closed {
        return None;
    }
    let mut start = comma;
    while let Some(at) = start.checked_sub(1).filter(|at| comma - at <= BEFORE_COMMA) {
        let token = &tokens[at];
        let part = token.is_word() && !lexicon.is_cue(token) && !lexicon.role_ends.has(token)
            || token.is_mark('\'')
            || token.is_mark('\u{2019}');
        if !part {
            break;
        }
        start = at;
    }
    // After a comma another name may stand, whose role this is.
    let free = start
        .checked_sub(1)
        .is_none_or(|before| !is_comma(&tokens[before]));
    let head = (start..comma).find(|at| lexicon.is_role_head(&tokens[*at]))?;
    let mut from = head;
    while from > start
        && lexicon.role_words.has(&tokens[from - 1])
        && !lexicon.role_openers.has(&tokens[from - 1])
    {
        from -= 1;
    }
    let opened = from > 0
        && (lexicon.role_openers.has(&tokens[from - 1])
            || tokens[from - 1].is_mark('\'')
            || tokens[from - 1].is_mark('\u{2019}')
            // "Peele's brother, Hamish Peele,"
            || tokens[from - 1].bare_end < tokens[from - 1].end)
        || from == start && free;
    // Only what belongs to the head follows it.
    let whole = tokens[head + 1..comma].iter().all(|token| {
        token.capital || !lexicon.stop.has(token) || lexicon.organisation_links.has(token)
    });
    (opened && whole && comma > from).then(|| (tokens[from].start, tokens[comma - 1].end))
}

/// Longest role before a comma, in tokens. Chosen by us.
const BEFORE_COMMA: usize = 12;

/// "former intelligence minister" before a name, and "وزیر" in scripts without capitals.
fn before(tokens: &[Token], lexicon: &Lexicon, first: usize) -> Option<(usize, usize)> {
    let mut last = first.checked_sub(1)?;
    if tokens[last].is_mark('.') {
        last = last.checked_sub(1)?;
    }
    if lexicon.honorifics.has(&tokens[last]) && !lexicon.is_role_head(&tokens[last]) {
        last = last.checked_sub(1)?;
    }
    let mut head = last;
    // "محامي الضحايا فريد العمراني": in Arabic and Persian what belongs to the head stands between it and the name.
    while !lexicon.has_capitals()
        && last - head < APPART
        && tokens[head].is_word()
        && !lexicon.is_role_head(&tokens[head])
        && !lexicon.stop.has(&tokens[head])
        && !lexicon.is_cue(&tokens[head])
    {
        head = head.checked_sub(1)?;
    }
    if !lexicon.is_role_head(&tokens[head]) {
        return None;
    }
    let mut start = head;
    while let Some(at) = start.checked_sub(1) {
        let token = &tokens[at];
        let part = lexicon.is_role_head(token)
            || lexicon.role_words.has(token)
            || lexicon.demonyms.has(token)
            || token.is_word()
                && token.capital
                && !lexicon.stop.has(token)
                && !lexicon.is_cue(token);
        // A possessive belongs to somebody else: "Rouhani's minister".
        if !part || token.bare_end < token.end {
            break;
        }
        start = at;
    }
    let first = lexicon
        .role_start(&tokens[start])
        .unwrap_or(tokens[start].start);
    Some((first, tokens[last].end))
}

/// Tokens between the head of a role and the name. Chosen by us.
const APPART: usize = 5;

/// Words after a comma among which the head of a role must stand. Chosen by us: "one of the key members".
const HEAD_WITHIN: usize = 5;
/// Longest role, in tokens. Chosen by us.
const LONGEST: usize = 24;

/// ", head of the National Council" after a name, up to the next comma or verb.
fn following(tokens: &[Token], lexicon: &Lexicon, after: usize) -> Option<(usize, usize)> {
    let comma = tokens.get(after)?;
    let bracket = comma.is_mark('(');
    if !comma.is_mark(',') && !comma.is_mark('\u{60c}') && !bracket {
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
            || lexicon.is_cue(token)
            || end > start + 2 && is_participle(token, lexicon);
        if stops {
            break;
        }
        depth = depth.saturating_sub(usize::from(closes));
        headed |= end - start < HEAD_WITHIN && lexicon.is_role_head(token);
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
