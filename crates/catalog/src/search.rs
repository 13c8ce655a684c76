//! Finding records, items and sources by name, in any script and with slips, and by words.

mod ask;
mod near;
mod snippet;
mod weigh;

use std::collections::BTreeSet;

use model::{
    access::Access,
    claim::Claim,
    id::{EvidenceNumber, SourceId},
    judgement::Subject,
    value::Value,
};
use names::fold::{fold, words};
use rusqlite::{OptionalExtension, params};

use crate::{
    error::CatalogError,
    open::Catalog,
    prepare::NAME,
    record::{ClaimView, Told, record_id},
};

use self::{
    ask::expressions,
    near::Query,
    snippet::snippet,
    weigh::{Likely, order},
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
    /// As `Spelling`, but one word of the query has a consonant too many or too few, another one, or two swapped.
    Misspelled,
    /// All words of the query stand in one of its texts, the last one perhaps as a beginning.
    Text,
    /// One of its names has some of the words of the query, and may be the name meant.
    SomeWords,
}

/// Rows of the index looked at for one rank before the search gives up on it; bounds the time when nearly everything found is
/// closed to the reader or belongs to few records.
const LOOKED_AT: usize = 2_000;

/// Words of a query that count.
const QUERY_WORDS: usize = 12;

/// Names that are put in order by how likely they are the one meant. What is found beyond them by the same rank comes after
/// them, in their order. Chosen by us: reading and comparing so many takes about two milliseconds.
const WEIGHED: usize = 64;

/// When so many fit that are spelled like the query, it is taken to be spelled right.
const ENOUGH: usize = 10;

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
        if search.words.is_empty() || limit == 0 {
            return Ok(Vec::new());
        }
        let asked = expressions(query, &search.words);
        let (names, texts): (Vec<_>, Vec<_>) =
            asked.into_iter().partition(|(rank, _)| *rank != Rank::Text);
        let query = Query::new(query);
        search.exact(&names, &query)?;
        let spelled = search.hits.len();
        if !search.full() && spelled < ENOUGH {
            let rows = query.misspelled(&search)?;
            search.likely(Rank::Misspelled, &rows, &query)?;
        }
        search.exact(&texts, &query)?;
        if !search.full() && spelled == 0 {
            let rows = query.some_words(&search)?;
            search.likely(Rank::SomeWords, &rows, &query)?;
        }
        Ok(search.hits)
    }
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

/// A claim that may be shown.
struct Shown {
    leader: i64,
    members: Vec<i64>,
    view: ClaimView,
}

/// What a claim says in words.
fn text_of(claim: &Claim) -> &str {
    match &claim.value {
        Value::Text { text, .. } => text,
        _ => "",
    }
}

impl Search<'_> {
    /// What the index finds for expressions that say all that is asked, rank by rank.
    fn exact(&mut self, asked: &[(Rank, String)], query: &Query) -> Result<(), CatalogError> {
        for (rank, expression) in asked {
            if self.full() {
                break;
            }
            let rows = self.claims(expression, LOOKED_AT)?;
            let weighed = if *rank == Rank::Spelling { WEIGHED } else { 0 };
            let (first, rest) = rows.split_at(rows.len().min(weighed));
            let first: Vec<Likely> = first.iter().copied().map(Likely::whole).collect();
            self.likely(*rank, &first, query)?;
            self.records(*rank, rest)?;
            self.sources(*rank, expression)?;
            self.items(*rank, expression)?;
        }
        Ok(())
    }

    /// Takes what may be shown of `rows` of claims, in their order.
    fn records(&mut self, rank: Rank, rows: &[i64]) -> Result<(), CatalogError> {
        for seq in rows {
            if self.full() {
                break;
            }
            if let Some(found) = self.shown(*seq)? {
                self.record(rank, &found)?;
            }
        }
        Ok(())
    }

    /// Takes what may be shown of `found` rows of claims, the likeliest names first.
    fn likely(&mut self, rank: Rank, found: &[Likely], query: &Query) -> Result<(), CatalogError> {
        if found.is_empty() {
            return Ok(());
        }
        let mut shown = Vec::new();
        for likely in found {
            shown.extend(self.shown(likely.row)?.map(|claim| (*likely, claim)));
        }
        let texts = (shown.iter()).map(|(likely, found)| (*likely, text_of(&found.view.claim)));
        for place in order(&query.form, rank, texts) {
            if self.full() {
                break;
            }
            self.record(rank, &shown[place].1)?;
        }
        Ok(())
    }

    /// A claim, if it may be shown and its record is not among the hits yet.
    fn shown(&self, seq: i64) -> Result<Option<Shown>, CatalogError> {
        let Some(told) = self.told(seq)? else {
            return Ok(None);
        };
        let leader = self.catalog.leader(told.about)?;
        if self.seen.contains(&(0, leader)) || !told.accepted {
            return Ok(None);
        }
        let members = self.catalog.members(leader)?;
        let view = told.view(self.catalog.record_access(&members)?)?;
        Ok((view.access <= self.max_access).then_some(Shown {
            leader,
            members,
            view,
        }))
    }

    fn record(&mut self, rank: Rank, found: &Shown) -> Result<(), CatalogError> {
        if self.seen.contains(&(0, found.leader)) {
            return Ok(());
        }
        let name = self.name(&found.members)?;
        let snippet = self.claim_snippet(&found.view.claim);
        let subject = Subject::Record(record_id(found.leader)?);
        self.hit((0, found.leader), subject, name, snippet, rank);
        Ok(())
    }

    fn sources(&mut self, rank: Rank, expression: &str) -> Result<(), CatalogError> {
        for seq in self.matches("source_words", expression, LOOKED_AT)? {
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
            let snippet = snippet(&self.words, texts.into_iter().flatten());
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
            for seq in self.matches(table, expression, LOOKED_AT)? {
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
                let snippet = snippet(&self.words, texts.into_iter().flatten());
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

    /// Rows of `table` that fit, at most `most`, in the order of arrival.
    fn matches(
        &self,
        table: &str,
        expression: &str,
        most: usize,
    ) -> Result<Vec<i64>, CatalogError> {
        let mut statement = self.catalog.connection().prepare_cached(&format!(
            "SELECT rowid FROM {table} WHERE {table} MATCH ?1 ORDER BY rowid LIMIT ?2"
        ))?;
        let rows = statement.query_map(params![expression, most as i64], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Rows of claims that fit, at most `most`.
    fn claims(&self, expression: &str, most: usize) -> Result<Vec<i64>, CatalogError> {
        self.matches("claim_words", expression, most)
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
            let mut rows = rows.query(params![member, NAME])?;
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
        let texts = values.filter_map(|value| match value {
            Value::Text { text, .. } | Value::Link(text) => Some(text.as_str()),
            _ => None,
        });
        snippet(&self.words, texts)
    }
}
