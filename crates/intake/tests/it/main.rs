//! The readers on real files: the case of Paris 2019, its press report, and files that nobody wrote.

mod case;
mod documents;
mod hostile;
mod marked;
mod mutants;
mod pictures;
mod reports;
mod seed;
