//! DER (ITU-T X.690), as certificates and time stamps are written in: items one after the other, of definite length.

/// An item.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Item<'b> {
    /// Its tag: `0x30` is a sequence, `0x02` a number, `0x06` an identifier.
    pub(crate) tag: u8,
    /// Its content.
    pub(crate) body: &'b [u8],
}

impl<'b> Item<'b> {
    /// The items in it.
    pub(crate) fn inner(&self) -> Items<'b> {
        items(self.body)
    }

    /// The item at `place` in it, from 0.
    pub(crate) fn at(&self, place: usize) -> Option<Self> {
        self.inner().nth(place)
    }

    /// Its content as words of ASCII or UTF-8; other bytes are replaced.
    pub(crate) fn words(&self) -> String {
        // BMPString: two bytes each.
        if self.tag == 0x1e {
            let units: Vec<u16> = self
                .body
                .chunks_exact(2)
                .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
                .collect();
            return String::from_utf16_lossy(&units);
        }
        String::from_utf8_lossy(self.body).into_owned()
    }

    /// Its content as an object identifier in digits and dots, of at most 32 numbers.
    pub(crate) fn identifier(&self) -> String {
        let mut numbers: Vec<u64> = Vec::new();
        let mut number: u64 = 0;
        for byte in self.body {
            number = number << 7 | u64::from(byte & 0x7f);
            if byte & 0x80 == 0 {
                if numbers.is_empty() {
                    let first = (number / 40).min(2);
                    numbers.extend([first, number - first * 40]);
                } else if numbers.len() < 32 {
                    numbers.push(number);
                }
                number = 0;
            }
        }
        let numbers: Vec<String> = numbers.iter().map(u64::to_string).collect();
        numbers.join(".")
    }
}

/// Items one after the other.
#[derive(Clone, Debug)]
pub(crate) struct Items<'b> {
    rest: &'b [u8],
}

/// The items in `bytes`, up to the first that is none.
pub(crate) fn items(bytes: &[u8]) -> Items<'_> {
    Items { rest: bytes }
}

impl<'b> Iterator for Items<'b> {
    type Item = Item<'b>;

    fn next(&mut self) -> Option<Item<'b>> {
        let bytes = self.rest;
        let (tag, first) = (*bytes.first()?, *bytes.get(1)?);
        let (length, skip) = if first < 0x80 {
            (usize::from(first), 2)
        } else {
            let count = usize::from(first & 0x7f);
            if !(1..=4).contains(&count) {
                return None;
            }
            let digits = bytes.get(2..2 + count)?;
            let length = digits
                .iter()
                .fold(0, |sum, byte| sum << 8 | usize::from(*byte));
            (length, 2 + count)
        };
        let end = skip.checked_add(length)?;
        let found = Item {
            tag,
            body: bytes.get(skip..end)?,
        };
        self.rest = &bytes[end..];
        Some(found)
    }
}

/// What a certificate (RFC 5280 section 4.1) says of whose it is, and its key.
#[derive(Debug)]
pub(crate) struct Certificate<'b> {
    /// Common name, or organisation, of whoever it was given to.
    pub(crate) subject: String,
    /// The same of whoever gave it.
    pub(crate) issuer: String,
    /// The key itself, as its kind has it.
    pub(crate) key: &'b [u8],
}

/// Reads the certificate in `bytes`; its signature is not checked.
pub(crate) fn certificate(bytes: &[u8]) -> Option<Certificate<'_>> {
    let signed = items(bytes).next()?.at(0)?;
    // The version is left out by the first.
    let skip = usize::from(signed.at(0)?.tag == 0xa0);
    let key = signed.at(5 + skip)?;
    Some(Certificate {
        issuer: name(&signed.at(2 + skip)?),
        subject: name(&signed.at(4 + skip)?),
        // A string of bits begins with the number of those that are not used.
        key: key.at(1)?.body.get(1..)?,
    })
}

/// The most telling part of a name: the common name, else the organisation (RFC 5280 appendix A.1).
pub(crate) fn name(name: &Item<'_>) -> String {
    let part = |wanted: &str| {
        name.inner()
            .filter_map(|set| set.at(0))
            .find(|pair| pair.at(0).is_some_and(|kind| kind.identifier() == wanted))
            .and_then(|pair| pair.at(1))
            .map(|value| value.words())
    };
    part("2.5.4.3")
        .or_else(|| part("2.5.4.10"))
        .unwrap_or_default()
}
