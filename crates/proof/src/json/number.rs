//! Numbers as RFC 8785 has them: finite doubles, written as ECMAScript writes them.

/// The largest whole number up to which every one is exact: 2^53 − 1 (RFC 7493, section 2.2).
pub const MAX_INTEGER: i64 = (1 << 53) - 1;

/// A finite double.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Number(f64);

impl Number {
    /// The number; `None` for infinities and NaN, which JSON has not.
    pub fn new(value: f64) -> Option<Self> {
        value.is_finite().then_some(Self(value))
    }

    /// The whole number; `None` beyond ±[`MAX_INTEGER`], where doubles skip some.
    pub fn integer(value: i64) -> Option<Self> {
        (value.unsigned_abs() <= MAX_INTEGER.unsigned_abs()).then_some(Self(value as f64))
    }

    /// As a double.
    pub fn get(self) -> f64 {
        self.0
    }

    /// As a whole number; `None` when it is none, or beyond ±[`MAX_INTEGER`].
    pub fn as_integer(self) -> Option<i64> {
        let whole = self.0 as i64;
        (whole as f64 == self.0 && whole.unsigned_abs() <= MAX_INTEGER.unsigned_abs())
            .then_some(whole)
    }

    /// As a whole number that is not negative; `None` when it is none, or above [`MAX_INTEGER`].
    pub fn as_count(self) -> Option<u64> {
        self.as_integer()
            .and_then(|whole| u64::try_from(whole).ok())
    }

    /// Appends the canonical spelling (RFC 8785, section 3.2.2.3).
    pub(super) fn write(self, out: &mut Vec<u8>) {
        match self.as_integer() {
            Some(whole) => write_integer(whole, out),
            None => out.extend_from_slice(ryu_js::Buffer::new().format_finite(self.0).as_bytes()),
        }
    }
}

impl From<u32> for Number {
    fn from(value: u32) -> Self {
        Self(f64::from(value))
    }
}

fn write_integer(whole: i64, out: &mut Vec<u8>) {
    let mut digits = [0; 20];
    let mut start = digits.len();
    let mut rest = whole.unsigned_abs();
    loop {
        start -= 1;
        digits[start] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if whole < 0 {
        out.push(b'-');
    }
    out.extend_from_slice(&digits[start..]);
}
