//! The public promises of `matching`, from rows to clusters.
