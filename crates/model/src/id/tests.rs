//! Identifiers: what is printed is read, what is mistyped is found.

use proptest::prelude::*;

use super::*;

fn any_record() -> impl Strategy<Value = RecordId> {
    (prop::sample::select(RecordKind::ALL.to_vec()), any::<u64>())
        .prop_map(|(kind, bits)| RecordId::from_bits(kind, bits))
}

#[test]
fn kinds_differ_in_letter_and_check_character() {
    let mut letters: Vec<char> = RecordKind::ALL
        .into_iter()
        .map(RecordKind::prefix)
        .collect();
    letters.extend([SourceId::PREFIX, ClaimId::PREFIX]);
    let mut low_bits: Vec<u32> = letters
        .iter()
        .map(|letter| u32::from(*letter) & 31)
        .collect();
    low_bits.sort_unstable();
    low_bits.dedup();
    assert_eq!(low_bits.len(), letters.len());
    for kind in RecordKind::ALL {
        assert_eq!(RecordKind::parse(kind.as_str()), Some(kind));
        assert_eq!(RecordKind::of_prefix(kind.prefix() as u8), Some(kind));
    }
}

#[test]
fn an_identifier_of_one_kind_is_none_of_another() {
    let person = PersonId::from_bits(7).to_string();
    assert!(matches!(
        PlaceId::parse(&person),
        Err(IdError::Kind {
            expected: 'x',
            found: 'p',
            ..
        })
    ));
    assert!(RecordId::parse(&ClaimId::from_bits(7).to_string()).is_err());
}

#[test]
fn people_may_type_an_identifier_as_they_like() {
    let id = PersonId::from_bits(0x0081_0421_0842_1082);
    let text = id.to_string();
    let typed = format!(
        " {}-{} ",
        text[..6].to_uppercase(),
        text[6..].replace('1', "l").replace('0', "O")
    );
    assert_eq!(PersonId::parse(&typed), Ok(id));
    assert_eq!(read_exact(&typed), None);
    for bad in [
        "",
        "p",
        "p000",
        "p0000000000000000",
        "p00000000000u0",
        "\u{661}",
    ] {
        assert!(
            matches!(PersonId::parse(bad), Err(IdError::Form { .. })),
            "{bad}"
        );
        assert_eq!(read_exact(bad), None);
    }
}

#[test]
fn evidence_numbers_are_read_as_printed_and_as_typed() {
    for (text, number) in [
        ("EV-000042", 42),
        ("ev-42", 42),
        (" EV-1000009 ", 1_000_009),
    ] {
        assert_eq!(
            EvidenceNumber::parse(text),
            Ok(EvidenceNumber(number)),
            "{text}"
        );
    }
    for bad in [
        "",
        "EV-",
        "EV-0",
        "42",
        "EV--1",
        "EV-+1",
        "EV-4294967296",
        "EV-1 2",
    ] {
        assert!(EvidenceNumber::parse(bad).is_err(), "{bad}");
    }
    assert_eq!(EvidenceNumber(1_000_009).to_string(), "EV-1000009");
}

proptest! {
    #[test]
    fn what_is_printed_is_read(id in any_record()) {
        let text = id.to_string();
        prop_assert_eq!(RecordId::parse(&text), Ok(id));
        prop_assert_eq!(read_exact(&text), Some((id.kind().prefix() as u8, id.bits())));
        prop_assert_eq!(RecordId::from_packed(id.packed()), Some(id));
    }

    #[test]
    fn a_wrong_character_is_found(id in any_record(), place in 0..14usize, letter in 0..32usize) {
        let mut text = id.to_string().into_bytes();
        let wrong = ALPHABET[letter];
        prop_assume!(text[place] != wrong);
        text[place] = wrong;
        let text = String::from_utf8(text).map_err(|_| TestCaseError::fail("ASCII"))?;
        // A wrong first letter may be another kind's, and is then found by the check character.
        prop_assert!(RecordId::parse(&text).is_err(), "{}", text);
        // The caller of `read_exact` looks at the letter.
        prop_assert!(place == 0 || read_exact(&text).is_none());
    }

    #[test]
    fn two_swapped_characters_are_found(id in any_record(), one in 1..14usize, two in 1..14usize) {
        let mut text = id.to_string().into_bytes();
        prop_assume!(text[one] != text[two]);
        text.swap(one, two);
        let text = String::from_utf8(text).map_err(|_| TestCaseError::fail("ASCII"))?;
        prop_assert!(RecordId::parse(&text).is_err(), "{}", text);
    }

    #[test]
    fn identifiers_sort_as_their_text(one in any::<u64>(), two in any::<u64>()) {
        let (one, two) = (PersonId::from_bits(one), PersonId::from_bits(two));
        prop_assert_eq!(one.cmp(&two), one.to_string().cmp(&two.to_string()));
    }

    #[test]
    fn reading_never_panics(text in "\\PC{0,20}", packed in any::<i64>()) {
        let _ = (RecordId::parse(&text), read_exact(&text), EvidenceNumber::parse(&text));
        let _ = RecordId::from_packed(packed);
    }
}
