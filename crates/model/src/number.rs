//! Counts as ranges, so that "over 30,000" never turns into 30,000.

/// A count between two bounds, either of which may be open. Unit and scope stand in the claim's qualifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NumberRange {
    low: Option<u64>,
    high: Option<u64>,
}

/// Why two bounds make no range.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// Neither bound is given.
    #[error("a number needs a lower or an upper bound")]
    NoBound,
    /// The lower bound is above the upper one.
    #[error("the lower bound {low} is above the upper bound {high}")]
    Reversed {
        /// Lower bound as given.
        low: u64,
        /// Upper bound as given.
        high: u64,
    },
    /// A bound above 2^53 - 1, which canonical JSON cannot carry exactly (RFC 8785 section 3.2.2.3).
    #[error("{0} is too large to be kept exactly")]
    TooLarge(u64),
}

impl NumberRange {
    /// The largest bound: the largest integer that RFC 8785 carries exactly.
    pub const MAX: u64 = (1 << 53) - 1;

    /// The range from `low` to `high`, both included; `None` is open.
    pub fn new(low: Option<u64>, high: Option<u64>) -> Result<Self, NumberError> {
        if let Some(bound) = low.into_iter().chain(high).find(|bound| *bound > Self::MAX) {
            return Err(NumberError::TooLarge(bound));
        }
        match (low, high) {
            (None, None) => Err(NumberError::NoBound),
            (Some(low), Some(high)) if low > high => Err(NumberError::Reversed { low, high }),
            _ => Ok(Self { low, high }),
        }
    }

    /// Lower bound, included; `None` when only an upper bound was stated.
    pub fn low(&self) -> Option<u64> {
        self.low
    }

    /// Upper bound, included; `None` when only a lower bound was stated ("over 30,000").
    pub fn high(&self) -> Option<u64> {
        self.high
    }
}
