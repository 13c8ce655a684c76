//! What a person can do, called as the terminal and the browser call it.

mod determinism;
mod exhibiting;
mod pictures;
mod releasing;
