//! How does a page come out of the printer?
