//! One binary for all rules.

mod dependencies;
mod edges;
mod files;
mod house;
mod papers;
