//! What the edition asks of the vocabulary, answered without reading through it for every claim.

use std::{collections::HashMap, sync::LazyLock};

/// For each known property its place on a page, and whether only one of its values can be true.
static KNOWN: LazyLock<HashMap<&'static str, (usize, bool)>> = LazyLock::new(|| {
    let properties = &model::vocabulary::standard().properties;
    (0..)
        .zip(properties)
        .map(|(rank, property)| (property.id.as_str(), (rank, property.single)))
        .collect()
});

/// Place of `property` on a page, from 0; unknown ones come last.
pub(crate) fn rank(property: &str) -> usize {
    KNOWN
        .get(property)
        .map_or(KNOWN.len(), |(rank, _single)| *rank)
}

/// `true` when only one value of `property` can be true, so that two values contradict each other. Of a property that is
/// not known, any number may be.
pub(crate) fn is_single(property: &str) -> bool {
    KNOWN.get(property).is_some_and(|(_rank, single)| *single)
}
