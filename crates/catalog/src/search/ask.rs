//! What the index is asked for the words of a query.

use names::key::query_keys;

use super::Rank;
use crate::words as tokens;

/// Letters that a word must have to be taken as a beginning; fewer fit half of the index.
const BEGINNING: usize = 3;

/// What the index is asked, rank by rank. Folded words hold letters and digits only, so nothing in them is syntax.
pub(super) fn expressions(query: &str, words: &[String]) -> Vec<(Rank, String)> {
    let mut asked = Vec::new();
    let mut whole = String::new();
    tokens::push_whole(&mut whole, &words.join(" "));
    asked.push((Rank::WholeName, quoted(&whole)));
    asked.push((Rank::NameWords, all(tokens::NAME, words, false)));
    // A key of one letter alone fits too much.
    let ways: Vec<String> = query_keys(query)
        .iter()
        .filter(|way| way.iter().any(|key| key.chars().count() > 1))
        .map(|way| format!("({})", all(tokens::KEY, way, false)))
        .collect();
    if !ways.is_empty() {
        asked.push((Rank::Spelling, ways.join(" OR ")));
    }
    let begins = words
        .last()
        .is_some_and(|word| word.chars().count() >= BEGINNING);
    if begins {
        asked.push((Rank::NameBeginning, all(tokens::NAME, words, true)));
    }
    asked.push((Rank::Text, all(tokens::TEXT, words, false)));
    if begins {
        asked.push((Rank::Text, all(tokens::TEXT, words, true)));
    }
    asked
}

/// Every one of `words` as a token of that kind, the last one perhaps as a beginning.
fn all(kind: char, words: &[String], beginning: bool) -> String {
    let mut asked: Vec<String> = words
        .iter()
        .map(|word| {
            let mut token = String::new();
            tokens::push(&mut token, kind, word);
            quoted(&token)
        })
        .collect();
    if let Some(last) = asked.last_mut().filter(|_| beginning) {
        last.push('*');
    }
    asked.join(" AND ")
}

pub(super) fn quoted(token: &str) -> String {
    format!("\"{}\"", token.replace('"', ""))
}

/// Any of `keys` as a token. `None` when there are none.
pub(super) fn any_key<'k>(keys: impl IntoIterator<Item = &'k String>) -> Option<String> {
    let asked: Vec<String> = keys
        .into_iter()
        .map(|key| {
            let mut token = String::new();
            tokens::push(&mut token, tokens::KEY, key);
            quoted(&token)
        })
        .collect();
    (!asked.is_empty()).then(|| format!("({})", asked.join(" OR ")))
}
