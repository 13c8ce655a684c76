//! The program as people run it: the real binary, real folders, exit codes and words.

mod bad_input;
mod confidential;
mod demo;
mod erasing;
mod everyday;
mod exchanging;
mod likeness;
mod matching;
mod readers;
mod reference;
mod releasing;
mod reviewing;
mod run;
mod suggesting;
