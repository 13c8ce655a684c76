//! How a database of an older form becomes one of the current form.
//!
//! Each step runs in the one transaction that also raises `user_version`, so a database is always of exactly one form. Steps are never
//! changed once released; a fixture of each form is kept for ever and opened by a test.

use rusqlite::{Connection, Transaction, TransactionBehavior};

use proof::digest::Digest;

use crate::{FORM, tree::Tree};

/// What turns form `n` into form `n + 1`, at place `n`.
const STEPS: [fn(&Transaction<'_>) -> rusqlite::Result<()>; FORM as usize] =
    [keep_hashes_of_full_tiles];

/// Brings the database to the current form. Returns the form it had when that was older.
pub(super) fn migrate(connection: &mut Connection) -> rusqlite::Result<Option<u32>> {
    let found: u32 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if found >= FORM {
        return Ok(None);
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for step in &STEPS[found as usize..] {
        step(&transaction)?;
    }
    transaction.pragma_update(None, "user_version", FORM)?;
    transaction.commit()?;
    Ok(Some(found))
}

/// Form 0 kept leaf hashes alone and rehashed the whole tree at each opening; form 1 keeps the roots of full tiles.
fn keep_hashes_of_full_tiles(transaction: &Transaction<'_>) -> rusqlite::Result<()> {
    transaction.execute_batch(
        "CREATE TABLE node (level INTEGER NOT NULL, idx INTEGER NOT NULL, hash BLOB NOT NULL, \
         PRIMARY KEY (level, idx)) STRICT, WITHOUT ROWID;",
    )?;
    let mut insert = transaction.prepare("INSERT INTO node VALUES (?1, ?2, ?3)")?;
    let mut select = transaction.prepare("SELECT leaf FROM entry ORDER BY idx")?;
    let mut leaves = select.query([])?;
    let mut tree = Tree::default();
    let mut completed = Vec::new();
    while let Some(row) = leaves.next()? {
        tree.push(Digest(row.get(0)?), &mut |level, index, hash| {
            completed.push((level, index, hash));
        });
        for (level, index, hash) in completed.drain(..) {
            insert.execute((level, index, hash.0))?;
        }
    }
    Ok(())
}
