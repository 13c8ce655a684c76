//! Integration tests of the archive, in one binary.

#[cfg(test)]
mod committer;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod folder;
#[cfg(test)]
mod kill;
#[cfg(test)]
mod support;
