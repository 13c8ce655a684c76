//! The tables of `ledger.db` in form 1.

/// Marks the file as ours in its header (`PRAGMA application_id`): the ASCII letters `CENO`.
pub(super) const APPLICATION_ID: i32 = 0x4345_4E4F;

/// The tables.
///
/// - `entry`: the leaf hash stands before the bytes, so that reading hashes alone never follows a long entry onto its overflow pages.
/// - `node`: hashes of levels 1 and up (see `tree`), so that opening and proving read kilobytes.
/// - `payload` and `secret`: key is the entry's index × 65,536 + the payload's place. A key by commitment would be as random as the
///   commitment: every payload would dirty a page of its own, and appending would slow down as the archive grows. In this order both
///   tables only ever grow at their end. What is destroyed lies in `secret`, alone; `payload` remains, and is small enough to be searched
///   from end to end for the few commitments that an erasure names.
/// - `secret`, erased: overwritten in place with as many zeros, never deleted. Deleting makes SQLite move neighbouring rows between
///   pages, and leaves copies of them in the gaps that `secure_delete` does not reach; a neighbour erased later would survive there.
/// - `item`: which items the entries name, so that a check notices a missing one.
pub(super) const TABLES: &str = "
CREATE TABLE entry (idx INTEGER PRIMARY KEY, leaf BLOB NOT NULL, bytes BLOB NOT NULL) STRICT;
CREATE TABLE node (level INTEGER NOT NULL, idx INTEGER NOT NULL, hash BLOB NOT NULL, PRIMARY KEY (level, idx)) STRICT, WITHOUT ROWID;
CREATE TABLE payload (id INTEGER PRIMARY KEY, commitment BLOB NOT NULL, erased_by INTEGER) STRICT;
CREATE TABLE secret (id INTEGER PRIMARY KEY, salt BLOB NOT NULL, bytes BLOB NOT NULL) STRICT;
CREATE TABLE item (digest BLOB PRIMARY KEY, size INTEGER NOT NULL, entry INTEGER NOT NULL, erased_by INTEGER) STRICT, WITHOUT ROWID;
";
