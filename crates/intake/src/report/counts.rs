//! Numbers of people and things, in digits and in words.

use super::{
    Found,
    lexicon::Lexicon,
    words::{Kind, Token},
};
use crate::{
    mapping::count,
    reading::{EntityKind, Modifier, Norm},
};

/// Counts in `tokens` outside of `dates`, in order.
pub(super) fn find(tokens: &[Token], lexicon: &Lexicon, dates: &[Found]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut place = 0;
    while place < tokens.len() {
        let inside_date = {
            let next = dates.partition_point(|date| date.end <= tokens[place].start);
            dates
                .get(next)
                .is_some_and(|date| date.start <= tokens[place].start)
        };
        let hit = (!inside_date).then(|| at(tokens, lexicon, place)).flatten();
        match hit {
            Some((end, count)) => {
                found.push(count);
                place = end;
            }
            None => place += 1,
        }
    }
    found
}

fn at(tokens: &[Token], lexicon: &Lexicon, place: usize) -> Option<(usize, Found)> {
    if let Some(hit) = vague(tokens, lexicon, place) {
        return Some(hit);
    }
    let (end, value) = value(tokens, lexicon, place)?;
    if !is_count(tokens, lexicon, place, end, value) {
        return None;
    }
    let start = opening(tokens, lexicon, place, |key| is_number_word(key, lexicon))
        .map_or(tokens[place].start, |(start, _)| start);
    let mut count = Found::new(EntityKind::Count, start, tokens[end - 1].bare_end);
    let modifier = match lexicon.modifier(&tokens[..place], &tokens[end..]).0 {
        // "une trentaine" is about thirty by itself.
        Modifier::Exact if lexicon.collectives.get(&tokens[place]).is_some() => Modifier::About,
        modifier => modifier,
    };
    if let Some((range_end, high)) =
        range(tokens, lexicon, place, end).filter(|(_, high)| *high > value)
    {
        count.end = tokens[range_end - 1].end;
        count.modifier = Some(Modifier::Between);
        count.norm = Some(Norm::Count {
            low: Some(value),
            high: Some(high),
        });
        return Some((range_end, count));
    }
    count.modifier = Some(modifier);
    count.norm = Some(bounds(modifier, value));
    Some((end, count))
}

fn bounds(modifier: Modifier, value: u64) -> Norm {
    let (low, high) = match modifier {
        Modifier::Over | Modifier::AtLeast => (Some(value), None),
        Modifier::Nearly | Modifier::AtMost => (None, Some(value)),
        _ => (Some(value), Some(value)),
    };
    Norm::Count { low, high }
}

/// The second number of "4,000–5,000", "4,000 to 5,000", "between 4,000 and 5,000".
fn range(tokens: &[Token], lexicon: &Lexicon, first: usize, place: usize) -> Option<(usize, u64)> {
    let dash = tokens.get(place)?;
    let between = first
        .checked_sub(1)
        .is_some_and(|before| lexicon.between.has(&tokens[before]));
    if between && lexicon.joiners.has(dash) || lexicon.range_links.has(dash) {
        return value(tokens, lexicon, place + 1);
    }
    // "4000 و5000"
    if between && dash.key.starts_with(AND) {
        return value(
            tokens,
            lexicon,
            place + usize::from(dash.key.chars().count() == 1),
        );
    }
    let is_dash = dash.kind == Kind::Mark && dash.key.starts_with(['-', '\u{2013}']) && dash.glued;
    is_dash.then(|| value(tokens, lexicon, place + 1)).flatten()
}

/// "dozens", "hundreds", "hundreds of thousands": a lower bound alone.
fn vague(tokens: &[Token], lexicon: &Lexicon, place: usize) -> Option<(usize, Found)> {
    let (start, key) = opening(tokens, lexicon, place, |key| {
        lexicon.vague.of_key(key).is_some()
    })?;
    let mut low = u64::try_from(lexicon.vague.of_key(key)?).ok()?;
    let mut end = place + 1;
    let linked = tokens
        .get(end)
        .is_some_and(|link| lexicon.organisation_links.has(link));
    let scale = |at: usize| {
        let next = tokens.get(at)?;
        let scale = lexicon
            .vague
            .get(next)
            .or_else(|| lexicon.scales.get(next))?;
        u64::try_from(scale).ok().filter(|scale| *scale >= 1000)
    };
    if let Some(scale) = scale(end + usize::from(linked)) {
        low = match scale {
            2000 => low * 1000,
            scale => low * scale,
        };
        end += 1 + usize::from(linked);
    }
    let mut count = Found::new(EntityKind::Count, start, tokens[end - 1].end);
    count.modifier = Some(match low {
        ..100 => Modifier::Dozens,
        100..1000 => Modifier::Hundreds,
        _ => Modifier::Thousands,
    });
    count.norm = Some(Norm::Count {
        low: Some(low),
        high: None,
    });
    Some((end, count))
}

/// Where a word of a number begins, and the word: without "and" written on to it in scripts without capitals.
fn opening<'a>(
    tokens: &'a [Token],
    lexicon: &Lexicon,
    place: usize,
    known: impl Fn(&str) -> bool,
) -> Option<(usize, &'a str)> {
    let token = tokens.get(place).filter(|token| token.is_word())?;
    if known(&token.key) {
        return Some((token.start, &token.key));
    }
    let bare = token
        .key
        .strip_prefix(AND)
        .filter(|_| !lexicon.has_capitals())?;
    known(bare).then_some((token.start + AND.len_utf8(), bare))
}

/// "And" in Arabic, written on to the word after it.
const AND: char = '\u{648}';

/// A number in digits or words, and where it ends.
fn value(tokens: &[Token], lexicon: &Lexicon, place: usize) -> Option<(usize, u64)> {
    let token = tokens.get(place)?;
    if token.kind == Kind::Number {
        let (mut end, mut value) = (place + 1, count(&token.key));
        if let Some(scale) = tokens.get(end).and_then(|next| lexicon.scales.get(next)) {
            value = scaled(&token.key, scale);
            end += 1;
        }
        return Some((end, value?));
    }
    if let Some(value) = lexicon.collectives.get(token) {
        return Some((place + 1, u64::try_from(value).ok()?));
    }
    in_words(tokens, lexicon, place)
}

/// `1.5 million`, `30 thousand`.
fn scaled(digits: &str, scale: i64) -> Option<u64> {
    let scale = u64::try_from(scale).ok()?;
    if let Some(whole) = count(digits) {
        return whole.checked_mul(scale);
    }
    let (whole, part) = digits.split_once(['.', ','])?;
    let divisor = 10u64.checked_pow(u32::try_from(part.len()).ok()?)?;
    let joined: u64 = format!("{whole}{part}").parse().ok()?;
    joined.checked_mul(scale).map(|value| value / divisor)
}

/// Words of a number. Chosen by us; it bounds the time.
const LONGEST: usize = 16;

/// `thirty thousand`, `a hundred and five`, `سی هزار`.
fn in_words(tokens: &[Token], lexicon: &Lexicon, place: usize) -> Option<(usize, u64)> {
    let (mut total, mut group) = (0u64, 0u64);
    let mut end = place;
    let mut at = place;
    if tokens
        .get(at)
        .is_some_and(|token| lexicon.articles.has(token))
    {
        tokens
            .get(at + 1)
            .and_then(|next| lexicon.scales.get(next))?;
        group = 1;
        at += 1;
    }
    while let Some(token) = tokens.get(at).filter(|_| at - place < LONGEST) {
        // The first word's own "and" is left out of the span.
        let key = token
            .key
            .strip_prefix(AND)
            .filter(|bare| !lexicon.has_capitals() && is_number_word(bare, lexicon))
            .unwrap_or(&token.key);
        // "between four thousand and five thousand": the second number is not a part of the first.
        let between = place
            .checked_sub(1)
            .is_some_and(|before| lexicon.between.has(&tokens[before]));
        if at > place && key.len() < token.key.len() && between {
            break;
        }
        if let Some(value) = word_value(token, key, lexicon) {
            group = group.checked_add(value)?;
        } else if let Some(scale) = lexicon.scales.of_key(key).filter(|_| token.is_word()) {
            let scale = u64::try_from(scale).ok()?;
            if scale == 100 {
                // "trois cent deux": the hundreds are of the ones alone.
                group = group.max(1).checked_mul(scale)?;
            } else {
                total = total.checked_add(group.max(1).checked_mul(scale)?)?;
                group = 0;
            }
        } else if end > place
            && lexicon.joiners.has(token)
            && tokens.get(at + 1).is_some_and(|next| {
                is_number_word(&next.key, lexicon) && (total + group >= 20 || total > 0)
            })
        {
            at += 1;
            continue;
        } else {
            break;
        }
        at += 1;
        end = at;
    }
    let value = total.checked_add(group)?;
    (end > place && value > 0).then_some((end, value))
}

fn is_number_word(key: &str, lexicon: &Lexicon) -> bool {
    lexicon.numbers.of_key(key).is_some() || lexicon.scales.of_key(key).is_some()
}

/// `seven`, `twenty-five`, `quatre-vingt-dix-neuf`.
fn word_value(token: &Token, key: &str, lexicon: &Lexicon) -> Option<u64> {
    if !token.is_word() {
        return None;
    }
    if let Some(value) = lexicon.numbers.of_key(key) {
        return u64::try_from(value).ok();
    }
    // The longest beginning that is a number, then the rest.
    key.match_indices('-').rev().find_map(|(cut, _)| {
        let ones = key[cut + 1..].trim_start_matches("et-");
        let sum = lexicon.numbers.of_key(&key[..cut])? + lexicon.numbers.of_key(ones)?;
        u64::try_from(sum).ok()
    })
}

/// Whether a number counts something: not an age, a duration, a page, part of an address or a name.
fn is_count(tokens: &[Token], lexicon: &Lexicon, place: usize, end: usize, value: u64) -> bool {
    let before = place.checked_sub(1).map(|at| &tokens[at]);
    let after = tokens.get(end).filter(|token| token.kind != Kind::Break);
    let glued_before = tokens[place].glued
        && before.is_some_and(|token| {
            token.kind == Kind::Mark
                && !token
                    .key
                    .starts_with(['(', '"', '\u{201c}', '\u{ab}', '\u{2013}', '\u{2014}'])
        });
    let glued_after = after.is_some_and(|token| {
        token.glued
            && (token.is_word() || token.key.starts_with([':', '/', '%', '\u{b0}', '@', '_']))
    });
    let unit = after.is_some_and(|token| lexicon.durations.has(token) || token.is_mark('%'));
    let numbered = before.is_some_and(|token| {
        lexicon.before_age.has(token) || token.kind == Kind::Number && value > 0
    });
    if glued_before || glued_after || unit || numbered {
        return false;
    }
    if lexicon.collectives.get(&tokens[place]).is_some() {
        // "une trentaine de jours" is a duration.
        let of_what = tokens.get(end + 1);
        return of_what.is_none_or(|token| !lexicon.durations.has(token));
    }
    let counts_people = tokens[end..]
        .iter()
        .take(3)
        .take_while(|token| token.is_word())
        .any(|token| lexicon.people.has(token));
    let modified = lexicon.modifier(&tokens[..place], &tokens[end..]).0 != Modifier::Exact;
    let partitive = after.is_some_and(|token| lexicon.partitives.has(token));
    if tokens[place].kind == Kind::Number {
        // A number at the end of its line or after a name is a number in a name: "Ashraf 3", "Article 6".
        let after_name = before
            .is_some_and(|token| token.capital && token.is_word() && !lexicon.stop.has(token));
        let grouped = !tokens[place].key.bytes().all(|byte| byte.is_ascii_digit());
        return counts_people
            || modified
            || (grouped || after.is_some_and(Token::is_word)) && !after_name;
    }
    // "one" and "a hundred" are words before they are numbers.
    if value == 1 {
        return counts_people && after.is_some_and(|token| lexicon.people.has(token));
    }
    counts_people
        || modified
        || partitive
        || value >= 100 && after.is_some_and(Token::is_word)
        || after.is_some_and(|token| {
            token.is_word() && (!lexicon.stop.has(token) || lexicon.is_role_head(token))
        })
}
