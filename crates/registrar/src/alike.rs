//! Items that are alike though their bytes differ: shown, never merged.

use catalog::PrintOf;
use intake::likeness::distance;
use model::id::EvidenceNumber;

use crate::{error::Result, registrar::Registrar};

/// Two items that are alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alike {
    /// The one that came later.
    pub item: EvidenceNumber,
    /// The most similar one of those that came before.
    pub other: EvidenceNumber,
    /// In what.
    pub what: Likeness,
    /// In how many of 64 places their prints differ.
    pub distance: u32,
}

/// In what two items are alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// They show the same picture, perhaps saved again, smaller or paler.
    Picture,
    /// They have the same words in the same order.
    Text,
    /// They have most runs of words in common.
    MuchOfTheText,
}

impl Likeness {
    /// The word for it in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Picture => "picture",
            Self::Text => "text",
            Self::MuchOfTheText => "much-of-the-text",
        }
    }
}

/// Prints of pictures that differ in so many places at most are of one picture. Chosen by us: of 64 places two pictures that have
/// nothing to do with each other differ in 32, give or take 4, so fewer than one pair in a thousand million are as near as this.
const PICTURE: u32 = 8;

/// The same for runs of words.
const SHINGLES: u32 = 6;

impl Registrar {
    /// For each item the nearest of the items before it, in each way in which they are alike; by number.
    pub fn alike(&self) -> Result<Vec<Alike>> {
        let first = EvidenceNumber(0);
        self.alike_from(first)
    }

    /// The same for the items from `first` on.
    pub(crate) fn alike_from(&self, first: EvidenceNumber) -> Result<Vec<Alike>> {
        let mut found = self.nearest(first, PrintOf::Picture, Likeness::Picture, PICTURE)?;
        let same = self.nearest(first, PrintOf::Words, Likeness::Text, 0)?;
        let much = self.nearest(first, PrintOf::Shingles, Likeness::MuchOfTheText, SHINGLES)?;
        // What is the same has all in common; that need not be said again.
        let more = much
            .into_iter()
            .filter(|alike| !same.iter().any(|same| same.item == alike.item));
        found.extend(more);
        found.extend(same.iter().copied());
        found.sort_by_key(|alike| (alike.item, alike.what));
        Ok(found)
    }

    fn nearest(
        &self,
        first: EvidenceNumber,
        of: PrintOf,
        what: Likeness,
        most: u32,
    ) -> Result<Vec<Alike>> {
        let prints = self.catalog.prints(of)?;
        let later = prints.partition_point(|(number, _)| *number < first);
        Ok((later..prints.len())
            .filter_map(|index| {
                let (item, print) = prints[index];
                let before = prints[..index].iter();
                let (distance, other) = before
                    .map(|(other, with)| (distance(print, *with), *other))
                    .min()?;
                (distance <= most).then_some(Alike {
                    item,
                    other,
                    what,
                    distance,
                })
            })
            .collect())
    }
}
