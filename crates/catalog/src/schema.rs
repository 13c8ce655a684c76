//! The tables, and what is asked of the database.

use std::path::Path;

use rusqlite::{Connection, OpenFlags, config::DbConfig};

/// Version of the tables and of what stands in them. Any change raises it; a catalog of another version is built anew.
pub(crate) const FORM: i64 = 5;

/// "Cntc" in ASCII, in the header of the file, so that it is told from other SQLite files.
pub(crate) const APPLICATION: i64 = 0x436E_7463;

/// Tables. Whoever reads rows in order reads them by `seq`, which counts from 1 in the order of the ledger.
pub(crate) const TABLES: &str = "
CREATE TABLE meta(key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE entry(position INTEGER PRIMARY KEY, kind INTEGER NOT NULL, erased BLOB, bytes BLOB NOT NULL);
CREATE TABLE property(number INTEGER PRIMARY KEY, term TEXT NOT NULL UNIQUE);
CREATE TABLE record(seq INTEGER PRIMARY KEY, id INTEGER NOT NULL, entry INTEGER NOT NULL);
CREATE TABLE claim(seq INTEGER PRIMARY KEY, id INTEGER NOT NULL, about INTEGER NOT NULL, property INTEGER NOT NULL,
    access INTEGER NOT NULL, entry INTEGER NOT NULL, bytes BLOB NOT NULL);
-- Where a claim stands, by its identifier.
CREATE TABLE claim_id(id INTEGER PRIMARY KEY, seq INTEGER NOT NULL);
-- Claims in a row that are about one record. They come together, so there are far fewer of these than of claims.
CREATE TABLE run(first INTEGER PRIMARY KEY, last INTEGER NOT NULL, about INTEGER NOT NULL);
CREATE TABLE source(seq INTEGER PRIMARY KEY, id INTEGER NOT NULL, entry INTEGER NOT NULL, access INTEGER NOT NULL, bytes BLOB NOT NULL);
CREATE TABLE item(seq INTEGER PRIMARY KEY, number INTEGER NOT NULL, digest BLOB NOT NULL, entry INTEGER NOT NULL,
    access INTEGER NOT NULL, bytes BLOB NOT NULL);
CREATE TABLE item_text(seq INTEGER PRIMARY KEY, number INTEGER NOT NULL, text TEXT NOT NULL);
CREATE TABLE item_print(number INTEGER NOT NULL, of INTEGER NOT NULL, print INTEGER NOT NULL, PRIMARY KEY(of, number)) WITHOUT ROWID;
CREATE TABLE suggestion(seq INTEGER PRIMARY KEY, entry INTEGER NOT NULL, proposal INTEGER NOT NULL, one INTEGER NOT NULL,
    other INTEGER NOT NULL, bytes BLOB NOT NULL);
CREATE TABLE judgement(seq INTEGER PRIMARY KEY, entry INTEGER NOT NULL, bytes BLOB NOT NULL);
CREATE TABLE arrangement(seq INTEGER PRIMARY KEY, entry INTEGER NOT NULL, bytes BLOB NOT NULL);
CREATE TABLE release(seq INTEGER PRIMARY KEY, entry INTEGER NOT NULL, bytes BLOB NOT NULL);
CREATE TABLE note(entry INTEGER NOT NULL, note TEXT NOT NULL);
-- What stands after all judgements; the later one replaces the earlier one.
CREATE TABLE judged(subject INTEGER NOT NULL, key INTEGER NOT NULL, judgement INTEGER NOT NULL,
    PRIMARY KEY(subject, key, judgement)) WITHOUT ROWID;
CREATE TABLE access(subject INTEGER NOT NULL, key INTEGER NOT NULL, access INTEGER NOT NULL, PRIMARY KEY(subject, key)) WITHOUT ROWID;
-- Parts of pages that were judged. `area` holds left, top, right, bottom, ten bits each.
CREATE TABLE region(seq INTEGER PRIMARY KEY, item INTEGER NOT NULL, page INTEGER NOT NULL, area INTEGER NOT NULL,
    UNIQUE(item, page, area));
CREATE TABLE acceptance(claim INTEGER PRIMARY KEY, accepted INTEGER NOT NULL);
CREATE TABLE pair(one INTEGER NOT NULL, other INTEGER NOT NULL, decision INTEGER NOT NULL, judgement INTEGER NOT NULL,
    PRIMARY KEY(one, other)) WITHOUT ROWID;
-- Computed from `pair`: members of every identity of two or more records.
CREATE TABLE identity(record INTEGER PRIMARY KEY, leader INTEGER NOT NULL);
CREATE VIRTUAL TABLE claim_words USING fts5(words, content='', columnsize=0, detail=none, tokenize='ascii');
CREATE VIRTUAL TABLE source_words USING fts5(words, content='', columnsize=0, detail=none, tokenize='ascii');
CREATE VIRTUAL TABLE item_words USING fts5(words, content='', columnsize=0, detail=none, tokenize='ascii');
CREATE VIRTUAL TABLE text_words USING fts5(words, content='', columnsize=0, detail=none, tokenize='ascii');
-- Claims with what was judged of them.
CREATE VIEW told AS SELECT claim.seq, claim.id, claim.about, claim.property, claim.entry, claim.bytes,
    coalesce(own.access, claim.access) AS access, coalesce(acceptance.accepted, 1) AS accepted
    FROM claim
    LEFT JOIN access AS own ON own.subject = 1 AND own.key = claim.id
    LEFT JOIN acceptance ON acceptance.claim = claim.id;
";

/// Indices of tables that are small while a catalog is built.
pub(crate) const SMALL_INDICES: &str = "
CREATE INDEX source_id ON source(id);
CREATE INDEX item_number ON item(number);
CREATE INDEX item_digest ON item(digest);
CREATE INDEX item_text_number ON item_text(number);
CREATE INDEX suggestion_of ON suggestion(proposal, one, other);
CREATE INDEX identity_leader ON identity(leader);
";

/// Indices of the large tables, made when a bulk build has put everything in: sorting once is faster than keeping order.
pub(crate) const LARGE_INDICES: &str = "
CREATE UNIQUE INDEX record_id ON record(id);
CREATE INDEX run_about ON run(about);
";

/// Settings of a file that nobody else reads yet and that is thrown away if anything fails. 16 KiB a page, because a claim
/// takes half a kilobyte; the cache, in KiB, holds the inner pages of the tables.
pub(crate) const BUILDING: &str = "
PRAGMA page_size = 16384;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -65536;
PRAGMA threads = 1;
";

/// Of a file in use or read, at most 64 MiB are mapped: whoever reads all of it would otherwise hold it in memory a second time.
pub(crate) const MAPPED: &str = "PRAGMA mmap_size = 67108864;";

/// Settings of a file in use: readers go on while entries are applied. What a power cut takes is applied again.
pub(crate) const IN_USE: &str = "
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -32768;
";

/// Settings of a file that is only read.
pub(crate) const READ: &str = "
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -32768;
";

/// What a database is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// To read it.
    Reading,
    /// To go on with it.
    Writing,
    /// To begin it where there is none.
    Creating,
}

/// Opens `path`, or a database in memory.
///
/// Each connection is used by one thread at a time, so it needs no lock of its own. A statement keeps its plan whatever
/// values it is given (the query planner stability guarantee): planning anew took half of the time of reading records.
pub(crate) fn connect(path: Option<&Path>, purpose: Use) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_NO_MUTEX
        | match purpose {
            Use::Reading => OpenFlags::SQLITE_OPEN_READ_ONLY,
            Use::Writing => OpenFlags::SQLITE_OPEN_READ_WRITE,
            Use::Creating => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
        };
    let connection = match path {
        Some(path) => Connection::open_with_flags(path, flags)?,
        None => Connection::open_in_memory_with_flags(flags)?,
    };
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}

/// Lets the word index grow in memory to 64 MB before it writes, and puts off merging until the end.
pub(crate) fn begin_bulk(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch(
        "INSERT INTO claim_words(claim_words, rank) VALUES('hashsize', 67108864);
         INSERT INTO claim_words(claim_words, rank) VALUES('automerge', 0);",
    )
}

/// Merges the word index and sets it to what suits small additions (the defaults of SQLite).
pub(crate) fn end_bulk(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch(LARGE_INDICES)?;
    connection.execute_batch(
        "INSERT INTO claim_words(claim_words) VALUES('optimize');
         INSERT INTO claim_words(claim_words, rank) VALUES('hashsize', 1048576);
         INSERT INTO claim_words(claim_words, rank) VALUES('automerge', 4);",
    )
}
