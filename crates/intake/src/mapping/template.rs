//! Strings with `{column}` holes, filled from a row.

use std::collections::HashMap;

use model::id::EvidenceNumber;

use crate::table::Row;

/// The hole that stands for the row's number.
pub(super) const ROW: &str = ":row";
/// The hole that stands for the evidence number of the table's item.
pub(super) const ITEM: &str = ":item";

/// A string with holes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Template(Vec<Part>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Literal(String),
    Hole(String),
}

/// A row under its headers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cells<'a> {
    pub(super) columns: &'a HashMap<&'a str, usize>,
    pub(super) row: &'a Row,
    pub(super) item: EvidenceNumber,
}

impl Cells<'_> {
    /// What fills the hole `name`, without blanks around it; `None` when nothing does.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        match name {
            ROW => return Some(self.row.number.to_string()),
            ITEM => return Some(self.item.to_string()),
            _ => {}
        }
        let cell = self.row.cells.get(*self.columns.get(name)?)?.trim();
        (!cell.is_empty()).then(|| cell.to_owned())
    }
}

impl Template {
    /// Reads a template: `{column}` is a hole, `{{` and `}}` are the characters themselves. `None` when a brace is left over
    /// or a hole has no name.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut parts = Vec::new();
        let mut literal = String::new();
        let mut rest = text;
        while let Some(place) = rest.find(['{', '}']) {
            literal.push_str(&rest[..place]);
            let brace = &rest[place..=place];
            rest = &rest[place + 1..];
            if let Some(after) = rest.strip_prefix(brace) {
                literal.push_str(brace);
                rest = after;
                continue;
            }
            let (name, after) = rest.split_once('}').filter(|_| brace == "{")?;
            let name = name.trim();
            if name.is_empty() || name.contains('{') {
                return None;
            }
            if !literal.is_empty() {
                parts.push(Part::Literal(std::mem::take(&mut literal)));
            }
            parts.push(Part::Hole(name.to_owned()));
            rest = after;
        }
        literal.push_str(rest);
        if !literal.is_empty() {
            parts.push(Part::Literal(literal));
        }
        Some(Self(parts))
    }

    /// The template with one hole and nothing else.
    pub(super) fn hole(name: &str) -> Self {
        Self(vec![Part::Hole(name.to_owned())])
    }

    /// The template without holes.
    pub(super) fn literal(text: &str) -> Self {
        Self(vec![Part::Literal(text.to_owned())])
    }

    /// The template filled from a row; `None` when a hole stays empty.
    pub(super) fn fill(&self, cells: Cells<'_>) -> Option<String> {
        let mut text = String::new();
        for part in &self.0 {
            match part {
                Part::Literal(literal) => text.push_str(literal),
                Part::Hole(name) => text.push_str(&cells.get(name)?),
            }
        }
        Some(text)
    }

    /// Columns named by its holes, in order.
    pub(super) fn columns(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|part| match part {
            Part::Hole(name) if name != ROW && name != ITEM => Some(name.as_str()),
            Part::Hole(_) | Part::Literal(_) => None,
        })
    }

    /// The column of its first hole.
    pub(super) fn column(&self) -> Option<String> {
        self.columns().next().map(str::to_owned)
    }
}
