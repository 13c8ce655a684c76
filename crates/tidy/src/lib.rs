//! The rules of the house, as tests over manifests and sources; nothing is exported.
