//! What the tests of this module hold.
