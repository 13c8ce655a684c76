//! A part of a page of an item, so that a judgement can be about it.

use std::fmt;

use crate::id::EvidenceNumber;

/// A box on a page of an item, in thousandths of the page's width and height from its upper left corner.
///
/// Two regions are one when all their numbers are; a part of a region is another region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region {
    item: EvidenceNumber,
    page: u32,
    area: [u16; 4],
}

/// Why numbers or words are not a region.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{text}` is no part of a page such as `EV-000042#1,100,200,300,400`: page from 1, then left, top, right and bottom in thousandths"
)]
pub struct RegionError {
    /// What was given.
    pub text: String,
}

impl Region {
    /// The box `area` (left, top, right, bottom, each at most 1000, and none empty) on page `page`, from 1, of `item`.
    pub fn new(item: EvidenceNumber, page: u32, area: [u16; 4]) -> Result<Self, RegionError> {
        let region = Self { item, page, area };
        let [left, top, right, bottom] = area;
        if page > 0 && left < right && right <= 1000 && top < bottom && bottom <= 1000 {
            Ok(region)
        } else {
            Err(RegionError {
                text: region.to_string(),
            })
        }
    }

    /// Reads `EV-000042#1,100,200,300,400`, or `EV-000042#1` for the whole of a page.
    pub fn parse(text: &str) -> Result<Self, RegionError> {
        let wrong = || RegionError {
            text: text.to_owned(),
        };
        let (item, place) = text.trim().split_once('#').ok_or_else(wrong)?;
        let item = EvidenceNumber::parse(item).map_err(|_| wrong())?;
        let mut numbers = place.split(',').map(|part| {
            let part = part.trim();
            let digits = part.bytes().all(|byte| byte.is_ascii_digit());
            part.parse::<u32>().ok().filter(|_| digits)
        });
        let page = numbers.next().flatten().ok_or_else(wrong)?;
        let edges: Vec<u16> = numbers
            .map(|edge| edge.and_then(|edge| u16::try_from(edge).ok()))
            .collect::<Option<_>>()
            .ok_or_else(wrong)?;
        let area = match *edges {
            [] => [0, 0, 1000, 1000],
            [left, top, right, bottom] => [left, top, right, bottom],
            _ => return Err(wrong()),
        };
        Self::new(item, page, area).map_err(|_| wrong())
    }

    /// The item.
    pub fn item(self) -> EvidenceNumber {
        self.item
    }

    /// The page, from 1.
    pub fn page(self) -> u32 {
        self.page
    }

    /// Left, top, right and bottom in thousandths.
    pub fn area(self) -> [u16; 4] {
        self.area
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [left, top, right, bottom] = self.area;
        write!(
            f,
            "{}#{},{left},{top},{right},{bottom}",
            self.item, self.page
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_is_written_as_it_is_read() {
        let region = Region::new(EvidenceNumber(42), 1, [100, 200, 300, 400]).expect("a region");
        assert_eq!(region.to_string(), "EV-000042#1,100,200,300,400");
        for text in [
            "EV-000042#1,100,200,300,400",
            " ev-42#1, 100, 200, 300, 400 ",
            "EV-42#01,100,200,300,0400",
        ] {
            assert_eq!(Region::parse(text), Ok(region), "{text}");
        }
        let whole = Region::new(EvidenceNumber(42), 7, [0, 0, 1000, 1000]);
        assert_eq!(Region::parse("EV-000042#7"), whole);
    }

    #[test]
    fn what_is_no_box_on_a_page_is_refused() {
        for text in [
            "",
            "EV-000042",
            "EV-000042#",
            "EV-000042#0,0,0,1000,1000",
            "EV-000042#1,0,0,1000",
            "EV-000042#1,0,0,1000,1000,1",
            "EV-000042#1,0,0,1001,1000",
            "EV-000042#1,300,0,300,1000",
            "EV-000042#1,0,400,1000,300",
            "EV-000042#1,-1,0,1000,1000",
            "EV-000042#1,+1,0,1000,1000",
            "EV-000042#4294967296",
            "EV-0#1",
            "x#1",
        ] {
            assert!(Region::parse(text).is_err(), "{text}");
        }
    }
}
