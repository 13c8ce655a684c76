//! Dates as sources state them: EDTF level 1 in the calendar of the source, beside the days they span.

/// The calendar in which a date was stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Calendar {
    /// The civil calendar of most of the world.
    Gregorian,
    /// The civil calendar of Iran and Afghanistan.
    SolarHijri,
    /// The lunar calendar of Islam, in the civil arithmetic form (ICU4X `Hijri` tabular, type II, Friday epoch).
    LunarHijri,
}

/// A date exactly as stated. Nothing is computed here; what does not exist or cannot be read is kept and flagged.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatedDate {
    /// EDTF level 1 in `calendar`, or whatever words stood there.
    pub stated: String,
    /// Calendar in which it was stated.
    pub calendar: Calendar,
}

/// A day, counted as rata die: 1 is 1 January of year 1, proleptic Gregorian.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i64);

/// Year, month and day in some calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CivilDay {
    /// Year of the calendar's era; 0 and below before it.
    pub year: i32,
    /// Month, from 1.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
}
