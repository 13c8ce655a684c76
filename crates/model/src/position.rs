//! Where something lies on the earth, and how precisely that is known.

/// How precisely a point is known. Ordered from sharp to blunt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// The spot itself.
    Exact,
    /// The town or city.
    City,
    /// A district or province, or a rough area.
    Region,
    /// The country.
    Country,
}

/// A point in WGS 84 degrees, kept as millionths of a degree so that its bytes are exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    latitude_e6: i32,
    longitude_e6: i32,
    /// How precisely the point is known.
    pub precision: Precision,
}

/// Why two numbers are no point.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PositionError {
    /// Latitude outside −90…90 degrees.
    #[error("latitude {0} is outside -90 to 90 degrees")]
    Latitude(String),
    /// Longitude outside −180…180 degrees.
    #[error("longitude {0} is outside -180 to 180 degrees")]
    Longitude(String),
    /// Not a decimal number of degrees.
    #[error("`{0}` is not a decimal number of degrees")]
    NotDegrees(String),
}

impl Position {
    /// The point at the given millionths of a degree.
    pub fn new(
        latitude_e6: i32,
        longitude_e6: i32,
        precision: Precision,
    ) -> Result<Self, PositionError> {
        if !(-90_000_000..=90_000_000).contains(&latitude_e6) {
            return Err(PositionError::Latitude(
                (f64::from(latitude_e6) / 1e6).to_string(),
            ));
        }
        if !(-180_000_000..=180_000_000).contains(&longitude_e6) {
            return Err(PositionError::Longitude(
                (f64::from(longitude_e6) / 1e6).to_string(),
            ));
        }
        Ok(Self {
            latitude_e6,
            longitude_e6,
            precision,
        })
    }

    /// Millionths of a degree north of the equator.
    pub fn latitude_e6(&self) -> i32 {
        self.latitude_e6
    }

    /// Millionths of a degree east of Greenwich.
    pub fn longitude_e6(&self) -> i32 {
        self.longitude_e6
    }
}

impl Precision {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Exact, Self::City, Self::Region, Self::Country];

    /// The word for it in files and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::City => "city",
            Self::Region => "region",
            Self::Country => "country",
        }
    }

    /// The precision called `word` in files and JSON.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|precision| precision.as_str() == word)
    }
}
