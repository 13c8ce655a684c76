//! Does a claim say what its property can say, and point where something can be read?

use super::{ValueRule, ValueType, Vocabulary, standard};
use crate::{
    claim::{Claim, Locator},
    date::DateProblem,
    id::RecordKind,
    term::Term,
    value::Value,
};

/// The largest coordinate of a box on a page: thousandths of its width or height.
const PAGE_EDGE: u16 = 1000;

/// What is odd about a claim. None of it forbids keeping the claim.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ClaimProblem {
    /// No such property.
    #[error("there is no property `{}`", property.as_str())]
    UnknownProperty {
        /// As named.
        property: Term,
    },
    /// The property is not said of such records.
    #[error("`{}` is not said of a {}", property.as_str(), kind.as_str())]
    NotForKind {
        /// Which property.
        property: Term,
        /// Kind of the record that the claim is about.
        kind: RecordKind,
    },
    /// No such qualifier.
    #[error("there is no qualifier `{}`", qualifier.as_str())]
    UnknownQualifier {
        /// As named.
        qualifier: Term,
    },
    /// The qualifier does not narrow that property.
    #[error("`{}` does not narrow `{}`", qualifier.as_str(), property.as_str())]
    QualifierNotHere {
        /// Which qualifier.
        qualifier: Term,
        /// Which property.
        property: Term,
    },
    /// The value is of a type that the property or qualifier does not take.
    #[error("`{}` cannot be a {}", of.as_str(), found.as_str())]
    WrongType {
        /// Property or qualifier.
        of: Term,
        /// Type of the value.
        found: ValueType,
        /// Types it may have.
        expected: Vec<ValueType>,
    },
    /// A term that its list does not have.
    #[error("`{}` is not in the vocabulary `{list}`", term.as_str())]
    UnknownTerm {
        /// Name of the list.
        list: String,
        /// The term.
        term: Term,
    },
    /// A date that cannot be read or does not exist. It is kept as stated.
    #[error("`{}`: {problem}", of.as_str())]
    Date {
        /// Property or qualifier.
        of: Term,
        /// What is wrong with it.
        problem: DateProblem,
    },
    /// A text without a character that can be seen.
    #[error("`{}` has no words", of.as_str())]
    EmptyText {
        /// Property or qualifier.
        of: Term,
    },
    /// A link that is not a web address.
    #[error("`{}` is not a web address that begins with http:// or https://", of.as_str())]
    NotAWebAddress {
        /// Property or qualifier.
        of: Term,
    },
    /// The claim is about the record that it names as its value.
    #[error("`{}` points back at its own record", property.as_str())]
    AboutItself {
        /// Which property.
        property: Term,
    },
    /// Neither an item nor a source is named.
    #[error("the claim names neither an item nor a source")]
    NoSource,
    /// A place in an item, but no item.
    #[error("the claim has a place in an item, but names no item")]
    LocatorWithoutItem,
    /// A span that ends before it begins or is empty.
    #[error("the place in the item runs from {start} to {end}")]
    LocatorReversed {
        /// Start of the text or the recording.
        start: u64,
        /// End of it.
        end: u64,
    },
    /// A page or row 0; they are counted from 1.
    #[error("pages and rows are counted from 1")]
    LocatorZero,
    /// A box on a page that has no extent or leaves the page.
    #[error("the box {area:?} is not a box of thousandths on a page")]
    LocatorArea {
        /// Left, top, right and bottom.
        area: [u16; 4],
    },
}

/// Everything odd about `claim` by the vocabulary compiled in; empty when nothing is.
pub fn check_claim(claim: &Claim) -> Vec<ClaimProblem> {
    standard().check_claim(claim)
}

impl Vocabulary {
    /// Everything odd about `claim`; empty when nothing is.
    pub fn check_claim(&self, claim: &Claim) -> Vec<ClaimProblem> {
        let mut problems = Vec::new();
        self.check_property(claim, &mut problems);
        self.check_qualifiers(claim, &mut problems);
        self.check_term("certainty", &claim.certainty.term, &mut problems);
        check_citation(claim, &mut problems);
        problems
    }

    fn check_property(&self, claim: &Claim, problems: &mut Vec<ClaimProblem>) {
        let property = &claim.property;
        match self.property(property.as_str()) {
            Some(known) => {
                let kind = claim.about.kind();
                if !known.about.contains(&kind) {
                    problems.push(ClaimProblem::NotForKind {
                        property: property.clone(),
                        kind,
                    });
                }
                self.check_value(property, &known.value, &claim.value, problems);
            }
            None => problems.push(ClaimProblem::UnknownProperty {
                property: property.clone(),
            }),
        }
        if claim.value == Value::Record(claim.about) {
            problems.push(ClaimProblem::AboutItself {
                property: property.clone(),
            });
        }
    }

    fn check_qualifiers(&self, claim: &Claim, problems: &mut Vec<ClaimProblem>) {
        let property = self.property(claim.property.as_str());
        for qualifier in &claim.qualifiers {
            let id = &qualifier.property;
            let Some(known) = self.qualifier(id.as_str()) else {
                problems.push(ClaimProblem::UnknownQualifier {
                    qualifier: id.clone(),
                });
                continue;
            };
            if property.is_some_and(|property| !known.anywhere && !property.qualifiers.contains(id))
            {
                problems.push(ClaimProblem::QualifierNotHere {
                    qualifier: id.clone(),
                    property: claim.property.clone(),
                });
            }
            self.check_value(id, &known.value, &qualifier.value, problems);
        }
    }

    fn check_value(
        &self,
        of: &Term,
        rule: &ValueRule,
        value: &Value,
        problems: &mut Vec<ClaimProblem>,
    ) {
        let found = ValueType::of(value);
        if !rule.types.contains(&found) {
            problems.push(ClaimProblem::WrongType {
                of: of.clone(),
                found,
                expected: rule.types.clone(),
            });
            return;
        }
        match value {
            Value::Term(term) => {
                if let Some(list) = &rule.terms {
                    self.check_term(list.as_str(), term, problems);
                }
            }
            Value::Date(date) => {
                if let Err(problem) = date.span() {
                    problems.push(ClaimProblem::Date {
                        of: of.clone(),
                        problem,
                    });
                }
            }
            Value::Text { text, .. } if text.trim().is_empty() => {
                problems.push(ClaimProblem::EmptyText { of: of.clone() });
            }
            Value::Link(address) if !is_web_address(address) => {
                problems.push(ClaimProblem::NotAWebAddress { of: of.clone() });
            }
            Value::Text { .. }
            | Value::Link(_)
            | Value::Number(_)
            | Value::Record(_)
            | Value::Position(_) => {}
        }
    }

    fn check_term(&self, list: &str, term: &Term, problems: &mut Vec<ClaimProblem>) {
        if !self.knows(list, term) {
            problems.push(ClaimProblem::UnknownTerm {
                list: list.to_owned(),
                term: term.clone(),
            });
        }
    }
}

fn is_web_address(address: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| {
        address
            .strip_prefix(scheme)
            .is_some_and(|rest| !rest.is_empty() && !rest.contains(char::is_whitespace))
    })
}

fn check_citation(claim: &Claim, problems: &mut Vec<ClaimProblem>) {
    let citation = &claim.citation;
    if citation.item.is_none() && citation.source.is_none() {
        problems.push(ClaimProblem::NoSource);
    }
    if let Some(locator) = &citation.locator {
        if citation.item.is_none() {
            problems.push(ClaimProblem::LocatorWithoutItem);
        }
        problems.extend(locator_problem(locator));
    }
}

fn locator_problem(locator: &Locator) -> Option<ClaimProblem> {
    match *locator {
        Locator::Page { page: 0, .. } | Locator::Cell { row: 0, .. } => {
            Some(ClaimProblem::LocatorZero)
        }
        Locator::Page {
            area: Some(area), ..
        } => {
            let [left, top, right, bottom] = area;
            let fits = left < right && top < bottom && right <= PAGE_EDGE && bottom <= PAGE_EDGE;
            (!fits).then_some(ClaimProblem::LocatorArea { area })
        }
        Locator::Text { start, end }
        | Locator::Time {
            start_ms: start,
            end_ms: end,
        } => (start >= end).then_some(ClaimProblem::LocatorReversed { start, end }),
        Locator::Page { area: None, .. } | Locator::Cell { .. } => None,
    }
}
