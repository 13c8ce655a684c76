//! What the edition needs to know of properties: their order on a page, and which can have one true value only.

/// Properties in the order in which a page shows them, and whether only one value can be true.
const PROPERTIES: &[(&str, bool)] = &[
    ("name", false),
    ("title", false),
    ("listed-as", false),
    ("sex", true),
    ("father-name", false),
    ("born", true),
    ("age", true),
    ("died", true),
    ("place-of-death", false),
    ("event-kind", false),
    ("place-kind", false),
    ("statement-kind", false),
    ("commission-role", false),
    ("date", true),
    ("order", false),
    ("location", false),
    ("toll", false),
];

/// Place of `property` on a page, from 0; unknown ones come last.
pub(crate) fn rank(property: &str) -> usize {
    PROPERTIES
        .iter()
        .position(|(known, _)| *known == property)
        .unwrap_or(PROPERTIES.len())
}

/// `true` when only one value of `property` can be true, so that two values contradict each other.
pub(crate) fn is_single(property: &str) -> bool {
    PROPERTIES
        .iter()
        .any(|(known, single)| *known == property && *single)
}
