//! The public promises of `matching`, from rows to clusters.

mod linking;
mod people;
mod robust;
