//! The catalog as its users see it: fed with entries, asked for answers.

mod access;
mod file;
mod identity;
mod ledger;
mod records;
mod replay;
mod search;
mod suggestions;
mod unread;
