//! Paths, places and bundles.
