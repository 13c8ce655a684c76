//! Days as lists write them, in three calendars.

/// A calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Calendar {
    /// Of most of the world.
    Gregorian,
    /// Of Iran.
    SolarHijri,
    /// Civil lunar.
    LunarHijri,
}

impl Calendar {
    /// As the column `calendar` names it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Gregorian => "gregorian",
            Self::SolarHijri => "solar-hijri",
            Self::LunarHijri => "lunar-hijri",
        }
    }

    /// Year, month, day of a day (rata die: 1 January 1 is day 1).
    pub fn date(self, day: i64) -> (i64, i64, i64) {
        let mut year = match self {
            Self::Gregorian => day / 365 + 2,
            Self::SolarHijri => (day - 226_894) / 365 + 2,
            Self::LunarHijri => (day - 227_014) / 354 + 2,
        };
        while self.day(year, 1, 1) > day {
            year -= 1;
        }
        let mut month = 12;
        while self.day(year, month, 1) > day {
            month -= 1;
        }
        (year, month, day - self.day(year, month, 1) + 1)
    }

    /// The day of a date. Formulas: Gregorian and civil lunar as in Reingold & Dershowitz 2018; solar by the 33-year rule (right
    /// for 1178–1633).
    pub fn day(self, year: i64, month: i64, day: i64) -> i64 {
        match self {
            Self::Gregorian => {
                let before = year - 1;
                let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
                let shift = if month <= 2 { 0 } else { -2 + i64::from(leap) };
                365 * before + before / 4 - before / 100
                    + before / 400
                    + (367 * month - 362) / 12
                    + shift
                    + day
            }
            Self::SolarHijri => {
                let months = if month <= 7 {
                    31 * (month - 1)
                } else {
                    30 * (month - 1) + 6
                };
                226_894 + 365 * (year - 1) + (8 * year + 21) / 33 + months + day
            }
            Self::LunarHijri => {
                227_014
                    + 354 * (year - 1)
                    + (3 + 11 * year) / 30
                    + 29 * (month - 1)
                    + month / 2
                    + day
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Calendar::{Gregorian, LunarHijri, SolarHijri};

    #[test]
    fn known_days_are_the_same_day() {
        for (gregorian, solar) in [
            ((1988, 3, 21), (1367, 1, 1)),
            ((2024, 3, 20), (1403, 1, 1)),
            ((2025, 3, 21), (1404, 1, 1)),
            ((1988, 7, 28), (1367, 5, 6)),
        ] {
            let day = Gregorian.day(gregorian.0, gregorian.1, gregorian.2);
            assert_eq!(day, SolarHijri.day(solar.0, solar.1, solar.2));
        }
        // 1 Muharram 1445, civil reckoning.
        assert_eq!(Gregorian.day(2023, 7, 19), LunarHijri.day(1445, 1, 1));
    }

    #[test]
    fn every_day_comes_back_from_its_date() {
        for day in (680_000..740_000).step_by(7) {
            for calendar in [Gregorian, SolarHijri, LunarHijri] {
                let (year, month, of_month) = calendar.date(day);
                assert_eq!(calendar.day(year, month, of_month), day);
                assert!((1..=12).contains(&month) && (1..=31).contains(&of_month));
            }
        }
    }
}
