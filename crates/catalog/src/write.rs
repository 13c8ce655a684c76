//! From prepared entries to tables, one after the other in the order of the ledger.

mod judge;
mod known;

use std::collections::HashMap;

use model::{
    id::RecordId,
    item::Item,
    judgement::{Proposal, Subject, Suggestion},
    source::Source,
    wire::v1,
};
use rusqlite::{Connection, OptionalExtension, Statement, params};

pub(crate) use known::Known;

use crate::{
    error::CatalogError,
    feed::Applied,
    prepare::{Part, Prepared, PreparedClaim, PreparedClaims, PreparedText},
    regions, words,
};

/// Claims in a row about one record.
#[derive(Clone, Copy, Debug)]
struct Run {
    first: i64,
    last: i64,
    about: i64,
}

/// What must be done when everything fed is written.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Due {
    /// Identities are to be computed anew.
    pub(crate) identities: bool,
    /// Payloads were erased.
    pub(crate) erasures: bool,
}

/// Writes into one open transaction.
pub(crate) struct Writer<'c> {
    connection: &'c Connection,
    key: &'c [u8; 32],
    known: Known,
    properties: HashMap<String, i64>,
    insert_entry: Statement<'c>,
    insert_record: Statement<'c>,
    insert_claim: Statement<'c>,
    insert_words: Statement<'c>,
    /// Above every `seq` ever given to a claim, also to one that turned out to be there already and was forgotten.
    next_claim: i64,
    run: Option<Run>,
    last_record: Option<i64>,
    due: Due,
    applied: Applied,
}

impl<'c> Writer<'c> {
    pub(crate) fn new(
        connection: &'c Connection,
        known: Known,
        key: &'c [u8; 32],
    ) -> Result<Self, CatalogError> {
        let mut properties = HashMap::new();
        let mut rows = connection.prepare("SELECT term, number FROM property")?;
        for row in rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))? {
            let (term, number) = row?;
            properties.insert(term, number);
        }
        let last: Option<i64> = connection
            .query_row(
                "SELECT last FROM run ORDER BY first DESC LIMIT 1",
                [],
                |row| row.get(0),
            )
            .optional()?;
        let next_claim = last.unwrap_or(0) + 1;
        Ok(Self {
            connection,
            key,
            known,
            properties,
            insert_entry: connection.prepare("INSERT INTO entry VALUES(?1, ?2, ?3, ?4)")?,
            insert_record: connection.prepare("INSERT INTO record(id, entry) VALUES(?1, ?2)")?,
            insert_claim: connection
                .prepare("INSERT INTO claim VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)")?,
            insert_words: connection
                .prepare("INSERT INTO claim_words(rowid, words) VALUES(?1, ?2)")?,
            next_claim,
            run: None,
            last_record: None,
            due: Due::default(),
            applied: Applied::default(),
        })
    }

    pub(crate) fn write(&mut self, prepared: Prepared) -> Result<(), CatalogError> {
        let Prepared {
            position,
            bytes,
            entry,
            erased,
            parts,
            texts,
            prints,
        } = prepared;
        let position = position as i64;
        self.insert_entry
            .execute(params![position, entry.kind as i64, erased, bytes])?;
        self.due.erasures |= !entry.erases.is_empty();
        for part in parts {
            self.part(part, position)?;
        }
        for text in texts {
            self.text(&text)?;
        }
        for print in prints {
            self.execute(
                "INSERT OR REPLACE INTO item_print VALUES(?1, ?2, ?3)",
                params![print.item.0, print.of as i64, print.print as i64],
            )?;
        }
        self.applied.entries += 1;
        Ok(())
    }

    fn part(&mut self, part: Part, entry: i64) -> Result<(), CatalogError> {
        match part {
            Part::Claims(claims) => self.claims(&claims, entry),
            Part::Archive(name) => set_meta(self.connection, "name", name.as_bytes()),
            Part::Source(source, bytes) => self.source(&source, &bytes, entry),
            Part::Item(item, bytes) => self.item(&item, &bytes, entry),
            Part::Suggestion(suggestion, bytes) => self.suggestion(suggestion, &bytes, entry),
            Part::Judgement(judgement, bytes) => self.judgement(&judgement, &bytes, entry),
            Part::Arrangement(bytes) => {
                self.execute(
                    "INSERT INTO arrangement(entry, bytes) VALUES(?1, ?2)",
                    params![entry, bytes],
                )?;
                Ok(())
            }
            Part::Release(bytes) => {
                self.execute(
                    "INSERT INTO release(entry, bytes) VALUES(?1, ?2)",
                    params![entry, bytes],
                )?;
                Ok(())
            }
            Part::Erasure(note) => {
                self.execute("INSERT INTO note VALUES(?1, ?2)", params![entry, note])?;
                Ok(())
            }
        }
    }

    fn claims(&mut self, claims: &PreparedClaims, entry: i64) -> Result<(), CatalogError> {
        for record in &claims.records {
            self.record(*record, entry)?;
        }
        for claim in &claims.claims {
            self.record(claim.about, entry)?;
            self.claim(claims, claim, entry)?;
        }
        Ok(())
    }

    fn record(&mut self, id: i64, entry: i64) -> Result<(), CatalogError> {
        // The claims of one row are about one record.
        if self.last_record.replace(id) == Some(id) {
            return Ok(());
        }
        let new = match &mut self.known {
            Known::InMemory { records, .. } => records.insert(id),
            Known::Indexed => !exists(self.connection, "SELECT 1 FROM record WHERE id = ?1", id)?,
        };
        if new {
            self.insert_record.execute(params![id, entry])?;
        }
        Ok(())
    }

    fn claim(
        &mut self,
        claims: &PreparedClaims,
        claim: &PreparedClaim,
        entry: i64,
    ) -> Result<(), CatalogError> {
        if matches!(self.known, Known::Indexed) && claim_exists(self.connection, claim.id)? {
            return Ok(());
        }
        let property = self.property(claim.property.as_str())?;
        let seq = self.next_claim;
        self.next_claim += 1;
        self.insert_claim.execute(params![
            seq,
            claim.id,
            claim.about,
            property,
            claim.access as i64,
            entry,
            claims.bytes(claim)
        ])?;
        match &mut self.known {
            Known::InMemory { places, .. } => places.push((claim.id, seq)),
            Known::Indexed => {
                self.execute(
                    "INSERT INTO claim_id VALUES(?1, ?2)",
                    params![claim.id, seq],
                )?;
            }
        }
        self.extend_run(seq, claim.about)?;
        let words = claims.words(claim);
        if !words.is_empty() {
            self.insert_words.execute(params![seq, words])?;
        }
        self.applied.claims += 1;
        Ok(())
    }

    fn extend_run(&mut self, seq: i64, about: i64) -> Result<(), CatalogError> {
        match &mut self.run {
            Some(run) if run.about == about && run.last + 1 == seq => run.last = seq,
            _ => {
                self.end_run()?;
                self.run = Some(Run {
                    first: seq,
                    last: seq,
                    about,
                });
            }
        }
        Ok(())
    }

    fn end_run(&mut self) -> Result<(), CatalogError> {
        if let Some(run) = self.run.take() {
            self.execute(
                "INSERT INTO run VALUES(?1, ?2, ?3)",
                params![run.first, run.last, run.about],
            )?;
        }
        Ok(())
    }

    /// Writes what is kept back until everything fed is there.
    pub(crate) fn finish(mut self) -> Result<(Applied, Due), CatalogError> {
        self.end_run()?;
        if let Known::InMemory { places, .. } = &mut self.known {
            // In order, so that each row goes to the end of the table.
            places.sort_unstable();
            let mut insert = self
                .connection
                .prepare("INSERT INTO claim_id VALUES(?1, ?2)")?;
            let mut forget = self
                .connection
                .prepare("DELETE FROM claim WHERE seq = ?1")?;
            let mut last = None;
            for (id, seq) in places {
                if last == Some(*id) {
                    // Recorded before. Its words stay in the index and lead nowhere.
                    forget.execute([*seq])?;
                    self.applied.claims -= 1;
                } else {
                    insert.execute([*id, *seq])?;
                    last = Some(*id);
                }
            }
        }
        Ok((self.applied, self.due))
    }

    fn property(&mut self, term: &str) -> Result<i64, CatalogError> {
        if let Some(number) = self.properties.get(term) {
            return Ok(*number);
        }
        self.execute("INSERT INTO property(term) VALUES(?1)", params![term])?;
        let number = self.connection.last_insert_rowid();
        self.properties.insert(term.to_owned(), number);
        Ok(number)
    }

    fn source(&mut self, source: &Source, bytes: &[u8], entry: i64) -> Result<(), CatalogError> {
        self.execute(
            "INSERT INTO source(id, entry, access, bytes) VALUES(?1, ?2, ?3, ?4)",
            params![source.id.bits() as i64, entry, source.access as i64, bytes],
        )?;
        let seq = self.connection.last_insert_rowid();
        let mut found = String::new();
        words::push_name(&mut found, &source.title);
        for text in [&source.producer, &source.reference, &source.note]
            .into_iter()
            .flatten()
        {
            words::push_text(&mut found, text);
        }
        self.words(
            "INSERT INTO source_words(rowid, words) VALUES(?1, ?2)",
            seq,
            &found,
        )
    }

    fn item(&mut self, item: &Item, bytes: &[u8], entry: i64) -> Result<(), CatalogError> {
        self.execute(
            "INSERT INTO item(number, digest, entry, access, bytes) VALUES(?1, ?2, ?3, ?4, ?5)",
            params![
                item.number.0,
                item.digest.0,
                entry,
                item.access as i64,
                bytes
            ],
        )?;
        let seq = self.connection.last_insert_rowid();
        let mut found = String::new();
        words::push_name(&mut found, &item.name);
        if let Some(title) = &item.title {
            words::push_name(&mut found, title);
        }
        words::push_text(&mut found, &item.number.to_string());
        self.words(
            "INSERT INTO item_words(rowid, words) VALUES(?1, ?2)",
            seq,
            &found,
        )
    }

    fn text(&mut self, text: &PreparedText) -> Result<(), CatalogError> {
        self.execute(
            "INSERT INTO item_text(number, text) VALUES(?1, ?2)",
            params![text.number, text.text],
        )?;
        let seq = self.connection.last_insert_rowid();
        self.words(
            "INSERT INTO text_words(rowid, words) VALUES(?1, ?2)",
            seq,
            &text.words,
        )
    }

    fn words(&self, insert: &str, seq: i64, words: &str) -> Result<(), CatalogError> {
        if !words.is_empty() {
            self.execute(insert, params![seq, words])?;
        }
        Ok(())
    }

    fn suggestion(
        &mut self,
        suggestion: Suggestion,
        bytes: &[u8],
        entry: i64,
    ) -> Result<(), CatalogError> {
        let (proposal, one, other) = match &suggestion.proposal {
            Proposal::Same(one, other) => pair_key(SAME, *one, *other),
            Proposal::Different(one, other) => pair_key(DIFFERENT, *one, *other),
            Proposal::Claim(claim) => (CLAIM, v1::claim_id(self.key, claim).bits() as i64, 0),
        };
        self.execute(
            "INSERT INTO suggestion(entry, proposal, one, other, bytes) VALUES(?1, ?2, ?3, ?4, ?5)",
            params![entry, proposal, one, other, bytes],
        )?;
        // Accepted before it was made, which nobody does but a ledger may hold.
        if let Proposal::Claim(claim) = suggestion.proposal
            && self.accepted(one)? == Some(true)
        {
            self.claims(
                &PreparedClaims::of(*claim, &v1::IdentifierKey::new(self.key)),
                entry,
            )?;
        }
        Ok(())
    }

    fn accepted(&self, claim: i64) -> Result<Option<bool>, CatalogError> {
        Ok(self
            .connection
            .prepare_cached("SELECT accepted FROM acceptance WHERE claim = ?1")?
            .query_row([claim], |row| row.get(0))
            .optional()?)
    }

    fn execute(&self, sql: &str, values: impl rusqlite::Params) -> Result<usize, CatalogError> {
        Ok(self.connection.prepare_cached(sql)?.execute(values)?)
    }
}

/// `suggestion.proposal`: two records may be one.
pub(crate) const SAME: i64 = 0;
/// `suggestion.proposal`: two records are held to be two.
pub(crate) const DIFFERENT: i64 = 1;
/// `suggestion.proposal`: a claim, whose identifier stands in `one`.
pub(crate) const CLAIM: i64 = 2;

/// Subjects as the tables hold them: kind and key. `schema::TABLES` knows that 1 is a claim. A part of a page is known by the row that
/// it has in the table `region`; `None` when nothing was judged of it.
pub(crate) fn subject_key(
    connection: &Connection,
    subject: Subject,
) -> Result<Option<(i64, i64)>, CatalogError> {
    Ok(Some(match subject {
        Subject::Record(id) => (0, id.packed()),
        Subject::Claim(id) => (1, id.bits() as i64),
        Subject::Item(number) => (2, i64::from(number.0)),
        Subject::Source(id) => (3, id.bits() as i64),
        Subject::Region(region) => {
            return Ok(regions::row(connection, region)?.map(|row| (regions::SUBJECT, row)));
        }
    }))
}

/// A pair has no direction; the smaller number stands first.
pub(crate) fn pair_key(kind: i64, one: RecordId, other: RecordId) -> (i64, i64, i64) {
    let (one, other) = (one.packed(), other.packed());
    (kind, one.min(other), one.max(other))
}

pub(crate) fn exists(connection: &Connection, sql: &str, key: i64) -> Result<bool, CatalogError> {
    Ok(connection.prepare_cached(sql)?.exists([key])?)
}

pub(crate) fn claim_exists(connection: &Connection, id: i64) -> Result<bool, CatalogError> {
    exists(connection, "SELECT 1 FROM claim_id WHERE id = ?1", id)
}

pub(crate) fn set_meta(
    connection: &Connection,
    key: &str,
    value: &[u8],
) -> Result<(), CatalogError> {
    connection
        .prepare_cached("INSERT OR REPLACE INTO meta VALUES(?1, ?2)")?
        .execute(params![key, value])?;
    Ok(())
}

pub(crate) fn meta(connection: &Connection, key: &str) -> Result<Option<Vec<u8>>, CatalogError> {
    Ok(connection
        .prepare_cached("SELECT value FROM meta WHERE key = ?1")?
        .query_row([key], |row| row.get(0))
        .optional()?)
}
