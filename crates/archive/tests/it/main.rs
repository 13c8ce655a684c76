//! Integration tests of the archive, in one binary.

#[cfg(test)]
mod bad_input;
#[cfg(test)]
mod checking;
#[cfg(test)]
mod committer;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod folder;
#[cfg(test)]
mod kill;
#[cfg(test)]
mod publishing;
#[cfg(test)]
mod support;
