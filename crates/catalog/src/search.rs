//! Finding records, items and sources by name, in any script, and by words.

use std::collections::BTreeSet;

use model::{
    access::Access,
    claim::Claim,
    id::{EvidenceNumber, SourceId},
    judgement::Subject,
    value::Value,
};
use names::{
    fold::{fold, words},
    key::query_keys,
};
use rusqlite::OptionalExtension;

use crate::{
    error::CatalogError,
    open::Catalog,
    prepare::NAME,
    record::{Told, record_id},
    words as tokens,
};

/// Something found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// A record (that of its identity which came first), an item or a source.
    pub subject: Subject,
    /// Its first name that may be shown; an identifier when it has none.
    pub name: String,
    /// The words around the place found, as they stand there.
    pub snippet: String,
    /// How well it fits.
    pub rank: Rank,
}

/// How well something fits. Ordered: the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rank {
    /// The query is one of its names.
    WholeName,
    /// All words of the query stand in one of its names.
    NameWords,
    /// One of its names is spelled like the query, perhaps in another script.
    Spelling,
    /// As `NameWords`, the last word being a beginning.
    NameBeginning,
    /// All words of the query stand in one of its texts, the last one perhaps as a beginning.
    Text,
}

/// Rows of the index looked at for one rank before the search gives up on it; bounds the time when nearly everything found is
/// closed to the reader or belongs to few records.
const LOOKED_AT: usize = 2_000;

/// Words of a query that count.
const QUERY_WORDS: usize = 12;

/// Letters that a word must have to be taken as a beginning; fewer fit half of the index.
const BEGINNING: usize = 3;

/// Letters of a snippet, about two lines.
const SNIPPET: usize = 160;

impl Catalog {
    /// At most `limit` things that fit `query`, the best first and equals in the order of their arrival: records before
    /// sources before items. Nothing is found by what is more closed than `max_access`. Signs in the query mean nothing.
    pub fn search(
        &self,
        query: &str,
        limit: usize,
        max_access: Access,
    ) -> Result<Vec<Hit>, CatalogError> {
        let _reading = self.reading()?;
        let folded = fold(query);
        let mut search = Search {
            catalog: self,
            words: words(&folded)
                .take(QUERY_WORDS)
                .map(str::to_owned)
                .collect(),
            limit,
            max_access,
            seen: BTreeSet::new(),
            hits: Vec::new(),
        };
        if search.words.is_empty() {
            return Ok(Vec::new());
        }
        for (rank, expression) in expressions(query, &search.words) {
            if search.hits.len() >= limit {
                break;
            }
            search.records(rank, &expression)?;
            search.sources(rank, &expression)?;
            search.items(rank, &expression)?;
        }
        Ok(search.hits)
    }
}

/// What the index is asked, rank by rank. Folded words hold letters and digits only, so nothing in them is syntax.
fn expressions(query: &str, words: &[String]) -> Vec<(Rank, String)> {
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

fn quoted(token: &str) -> String {
    format!("\"{}\"", token.replace('"', ""))
}

struct Search<'c> {
    catalog: &'c Catalog,
    words: Vec<String>,
    limit: usize,
    max_access: Access,
    /// Kind and key of what is among the hits.
    seen: BTreeSet<(i64, i64)>,
    hits: Vec<Hit>,
}

impl Search<'_> {
    fn records(&mut self, rank: Rank, expression: &str) -> Result<(), CatalogError> {
        for seq in self.matches("claim_words", expression)? {
            if self.full() {
                break;
            }
            let Some(told) = self.told(seq)? else {
                continue;
            };
            let leader = self.catalog.leader(told.about)?;
            if self.seen.contains(&(0, leader)) || !told.accepted {
                continue;
            }
            let members = self.catalog.members(leader)?;
            let claim = told.view(self.catalog.record_access(&members)?)?;
            if claim.access > self.max_access {
                continue;
            }
            let name = self.name(&members)?;
            let snippet = self.claim_snippet(&claim.claim);
            self.hit(
                (0, leader),
                Subject::Record(record_id(leader)?),
                name,
                snippet,
                rank,
            );
        }
        Ok(())
    }

    fn sources(&mut self, rank: Rank, expression: &str) -> Result<(), CatalogError> {
        for seq in self.matches("source_words", expression)? {
            if self.full() {
                break;
            }
            // A description that was replaced is no longer found.
            let id: Option<i64> = self.one(
                "SELECT id FROM source WHERE seq = ?1 AND seq = (SELECT max(seq) FROM source AS last WHERE last.id = source.id)",
                seq,
            )?;
            let Some(id) = id.filter(|id| !self.seen.contains(&(3, *id))) else {
                continue;
            };
            let source_id = SourceId::from_bits(id as u64);
            let Some(view) = self.catalog.source(source_id)? else {
                continue;
            };
            if view.access > self.max_access {
                continue;
            }
            let source = view.source;
            let texts = [
                Some(source.title.as_str()),
                source.producer.as_deref(),
                source.reference.as_deref(),
                source.note.as_deref(),
            ];
            let snippet = self.snippet(texts.into_iter().flatten());
            self.hit(
                (3, id),
                Subject::Source(source_id),
                source.title,
                snippet,
                rank,
            );
        }
        Ok(())
    }

    fn items(&mut self, rank: Rank, expression: &str) -> Result<(), CatalogError> {
        let described = "SELECT number FROM item WHERE seq = ?1 AND seq = (SELECT max(seq) FROM item AS last WHERE last.number = item.number)";
        let read = "SELECT number FROM item_text WHERE seq = ?1 AND seq = (SELECT max(seq) FROM item_text AS last WHERE last.number = item_text.number)";
        for (table, number_of) in [("item_words", described), ("text_words", read)] {
            for seq in self.matches(table, expression)? {
                if self.full() {
                    return Ok(());
                }
                let number: Option<i64> = self.one(number_of, seq)?;
                let Some(number) = number.filter(|number| !self.seen.contains(&(2, *number)))
                else {
                    continue;
                };
                let evidence =
                    EvidenceNumber(u32::try_from(number).map_err(|_| CatalogError::Damaged)?);
                let Some(view) = self.catalog.item(evidence)? else {
                    continue;
                };
                if view.access > self.max_access {
                    continue;
                }
                let item = view.item;
                let number_text = item.number.to_string();
                let texts = [
                    item.title.as_deref(),
                    Some(item.name.as_str()),
                    view.text.as_deref(),
                    Some(number_text.as_str()),
                ];
                let snippet = self.snippet(texts.into_iter().flatten());
                let name = item.title.unwrap_or(item.name);
                self.hit((2, number), Subject::Item(evidence), name, snippet, rank);
            }
        }
        Ok(())
    }

    fn full(&self) -> bool {
        self.hits.len() >= self.limit
    }

    fn hit(
        &mut self,
        key: (i64, i64),
        subject: Subject,
        name: String,
        snippet: String,
        rank: Rank,
    ) {
        self.seen.insert(key);
        self.hits.push(Hit {
            subject,
            name,
            snippet,
            rank,
        });
    }

    fn matches(&self, table: &str, expression: &str) -> Result<Vec<i64>, CatalogError> {
        let mut statement = self.catalog.connection().prepare_cached(&format!(
            "SELECT rowid FROM {table} WHERE {table} MATCH ?1 ORDER BY rowid LIMIT {LOOKED_AT}"
        ))?;
        let rows = statement.query_map([expression], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn one(&self, sql: &str, seq: i64) -> Result<Option<i64>, CatalogError> {
        Ok(self
            .catalog
            .connection()
            .prepare_cached(sql)?
            .query_row([seq], |row| row.get(0))
            .optional()?)
    }

    fn told(&self, seq: i64) -> Result<Option<Told>, CatalogError> {
        Ok(self
            .catalog
            .connection()
            .prepare_cached(
                "SELECT id, about, access, entry, bytes, accepted FROM told WHERE seq = ?1",
            )?
            .query_row([seq], Told::read)
            .optional()?)
    }

    /// The first name of an identity that the reader may see; the identifier when there is none.
    fn name(&self, members: &[i64]) -> Result<String, CatalogError> {
        let mut rows = self.catalog.connection().prepare_cached(
            "SELECT id, told.about, access, entry, bytes, accepted FROM run CROSS JOIN told
             WHERE run.about = ?1 AND seq BETWEEN run.first AND run.last
                 AND property = (SELECT number FROM property WHERE term = ?2) AND accepted ORDER BY run.first, seq",
        )?;
        let closed = self.catalog.record_access(members)?;
        for member in members {
            let mut rows = rows.query(rusqlite::params![member, NAME])?;
            while let Some(row) = rows.next()? {
                let claim = Told::read(row)?.view(closed)?;
                if claim.access <= self.max_access
                    && let Value::Text { text, .. } = claim.claim.value
                {
                    return Ok(text);
                }
            }
        }
        let first = members.first().copied().ok_or(CatalogError::Damaged)?;
        Ok(record_id(first)?.to_string())
    }

    fn claim_snippet(&self, claim: &Claim) -> String {
        let values = std::iter::once(&claim.value)
            .chain(claim.qualifiers.iter().map(|qualifier| &qualifier.value));
        self.snippet(values.filter_map(|value| match value {
            Value::Text { text, .. } | Value::Link(text) => Some(text.as_str()),
            _ => None,
        }))
    }

    /// The place in the first text that holds a word of the query; the beginning of the first text when the query is found
    /// there only by its sound.
    fn snippet<'t>(&self, texts: impl Iterator<Item = &'t str> + Clone) -> String {
        let place = |text: &str| {
            word_starts(text).position(|(_, word)| {
                words(&fold(word)).any(|word| {
                    self.words
                        .iter()
                        .any(|wanted| word.starts_with(wanted.as_str()))
                })
            })
        };
        let found = texts
            .clone()
            .find_map(|text| place(text).map(|place| (text, place)));
        let (text, place) = found
            .or_else(|| texts.clone().next().map(|text| (text, 0)))
            .unwrap_or_default();
        window(text, place)
    }
}

/// The words of `text` as they stand, with the byte at which each begins.
fn word_starts(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace()
        .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

/// At most `SNIPPET` letters of `text` around its word number `place`, blanks made single, with signs of what is left out.
fn window(text: &str, place: usize) -> String {
    let before = place.saturating_sub(8);
    let mut out = String::new();
    let mut letters = 0;
    if before > 0 {
        out.push('…');
    }
    for (number, (_, word)) in word_starts(text).enumerate().skip(before) {
        let length = word.chars().count();
        if letters > 0 && letters + length > SNIPPET {
            out.push('…');
            break;
        }
        if number > before {
            out.push(' ');
        }
        out.extend(word.chars().take(SNIPPET));
        letters += length + 1;
    }
    out
}
