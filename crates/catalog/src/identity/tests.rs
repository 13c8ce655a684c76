//! Identity from pairs.
