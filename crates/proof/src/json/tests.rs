//! The examples of RFC 8785, and that bytes and values correspond one to one.

use std::borrow::Cow;

use proptest::prelude::*;

use super::{
    JsonErrorKind, Limits, MAX_DEPTH, MAX_INTEGER, Number, Object, Value, Writer, compare_keys,
    parse, parse_canonical, to_canonical,
};

const LIMITS: Limits = Limits {
    bytes: 65_535,
    depth: 16,
};

fn canonical(text: &str) -> String {
    let value = parse(text.as_bytes(), LIMITS).unwrap();
    String::from_utf8(to_canonical(&value)).unwrap()
}

/// RFC 8785, sections 3.2.2 and 3.2.4.
#[test]
fn the_example_of_the_rfc_comes_out_byte_for_byte() {
    let input = r#"{
        "numbers": [333333333.33333329, 1E30, 4.50,
                    2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
        "literals": [null, true, false]
    }"#;
    let output = "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],\
        \"string\":\"\u{20ac}$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}";
    assert_eq!(canonical(input), output);
}

/// RFC 8785, section 3.2.3.
#[test]
fn members_stand_in_the_order_of_their_utf_16() {
    let input = r#"{
        "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh",
        "1": "One", "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control",
        "\u00f6": "Latin Small Letter O With Diaeresis"
    }"#;
    let value = parse(input.as_bytes(), LIMITS).unwrap();
    let names: Vec<_> = value
        .as_object()
        .unwrap()
        .iter()
        .map(|(_, name)| name.as_str().unwrap())
        .collect();
    assert_eq!(
        names,
        [
            "Carriage Return",
            "One",
            "Control",
            "Latin Small Letter O With Diaeresis",
            "Euro Sign",
            "Emoji: Grinning Face",
            "Hebrew Letter Dalet With Dagesh",
        ]
    );
}

/// RFC 8785, appendix B: the bits of a double and its spelling.
const NUMBERS: [(u64, &str); 24] = [
    (0x0000_0000_0000_0000, "0"),
    (0x8000_0000_0000_0000, "0"),
    (0x0000_0000_0000_0001, "5e-324"),
    (0x8000_0000_0000_0001, "-5e-324"),
    (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
    (0xffef_ffff_ffff_ffff, "-1.7976931348623157e+308"),
    (0x4340_0000_0000_0000, "9007199254740992"),
    (0xc340_0000_0000_0000, "-9007199254740992"),
    (0x4430_0000_0000_0000, "295147905179352830000"),
    (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"),
    (0x44b5_2d02_c7e1_4af6, "1e+23"),
    (0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23"),
    (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
    (0x444b_1ae4_d6e2_ef4f, "999999999999999900000"),
    (0x444b_1ae4_d6e2_ef50, "1e+21"),
    (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"),
    (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
    (0x41b3_de43_5555_5553, "333333333.3333332"),
    (0x41b3_de43_5555_5554, "333333333.33333325"),
    (0x41b3_de43_5555_5555, "333333333.3333333"),
    (0x41b3_de43_5555_5556, "333333333.3333334"),
    (0x41b3_de43_5555_5557, "333333333.33333343"),
    (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
    (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
];

#[test]
fn numbers_are_spelled_as_the_rfc_says() {
    for (bits, text) in NUMBERS {
        let number = Number::new(f64::from_bits(bits)).unwrap();
        assert_eq!(to_canonical(&Value::Number(number)), text.as_bytes());
        let read = parse_canonical(text.as_bytes(), LIMITS)
            .unwrap()
            .as_number()
            .unwrap();
        assert_eq!(read, number, "{text}");
    }
    for bits in [0x7fff_ffff_ffff_ffff, 0x7ff0_0000_0000_0000] {
        assert_eq!(Number::new(f64::from_bits(bits)), None);
    }
}

#[test]
fn whole_numbers_are_exact_up_to_two_to_the_53() {
    assert_eq!(
        Number::integer(MAX_INTEGER).and_then(Number::as_integer),
        Some(MAX_INTEGER)
    );
    assert_eq!(
        Number::integer(-MAX_INTEGER).and_then(Number::as_count),
        None
    );
    assert_eq!(Number::integer(MAX_INTEGER + 1), None);
    assert_eq!(Number::integer(i64::MIN), None);
    assert_eq!(Number::new(0.5).and_then(Number::as_integer), None);
    assert_eq!(Number::new(1e300).and_then(Number::as_integer), None);
}

#[test]
fn what_is_not_json_is_refused_by_both_readers() {
    use JsonErrorKind as K;
    let cases: &[(&str, usize, K)] = &[
        ("", 0, K::Unfinished),
        ("{", 1, K::Unfinished),
        ("[1", 2, K::Unfinished),
        ("[1,]", 3, K::Unexpected { byte: b']' }),
        ("{\"a\":1,}", 7, K::Unexpected { byte: b'}' }),
        ("{a:1}", 1, K::Unexpected { byte: b'a' }),
        ("{\"a\"1}", 4, K::Unexpected { byte: b'1' }),
        ("tru", 3, K::Unfinished),
        ("nul0", 3, K::Unexpected { byte: b'0' }),
        ("NaN", 0, K::Unexpected { byte: b'N' }),
        ("+1", 0, K::Unexpected { byte: b'+' }),
        (".5", 0, K::Unexpected { byte: b'.' }),
        ("01", 0, K::Number),
        ("-", 0, K::Number),
        ("-01", 0, K::Number),
        ("1.", 0, K::Number),
        ("1.e5", 0, K::Number),
        ("1e", 0, K::Number),
        ("1e+-5", 0, K::Number),
        ("1e400", 0, K::NumberTooLarge),
        ("1 2", 2, K::Trailing),
        ("nullx", 4, K::Trailing),
        ("\"a", 2, K::Unfinished),
        ("\"a\\", 3, K::Unfinished),
        ("\"\\x\"", 1, K::Escape),
        ("\"\\u12g4\"", 1, K::Escape),
        ("\"\\u12", 1, K::Escape),
        ("\"\\u+123\"", 1, K::Escape),
        ("\"\\u00é\"", 1, K::Escape),
        ("\"a\nb\"", 2, K::ControlCharacter),
        (
            "{\"a\":1,\"a\":2}",
            13,
            K::DuplicateKey {
                key: "a".to_owned(),
            },
        ),
        (
            "{\"a\":1,\"\\u0061\":2}",
            18,
            K::DuplicateKey {
                key: "a".to_owned(),
            },
        ),
        ("\"\\ud800\"", 1, K::LoneSurrogate),
        ("\"\\udc00\\ud800\"", 1, K::LoneSurrogate),
        ("\"\\ud800\\u0061\"", 1, K::LoneSurrogate),
        ("\"\\ud800x\"", 1, K::LoneSurrogate),
        ("[[[[[[[[[[[[[[[[[", 16, K::TooDeep { limit: 16 }),
    ];
    for (text, at, kind) in cases {
        let error = parse(text.as_bytes(), LIMITS).unwrap_err();
        assert_eq!((error.at, &error.kind), (*at, kind), "{text}");
        assert!(parse_canonical(text.as_bytes(), LIMITS).is_err(), "{text}");
    }
}

#[test]
fn what_is_json_but_not_canonical_is_refused_by_one_reader() {
    use JsonErrorKind as K;
    let cases: &[(&str, usize, K)] = &[
        (" 1", 0, K::WhiteSpace),
        ("1\n", 1, K::WhiteSpace),
        ("[1, 2]", 3, K::WhiteSpace),
        ("{\"a\" :1}", 4, K::WhiteSpace),
        ("{ }", 1, K::WhiteSpace),
        ("{\"b\":1,\"a\":2}", 7, K::KeyOrder),
        ("{\"\u{fb33}\":1,\"\u{1f600}\":2}", 9, K::KeyOrder),
        ("\"\\/\"", 1, K::StringSpelling),
        ("\"\\u0061\"", 1, K::StringSpelling),
        ("\"\\u000a\"", 1, K::StringSpelling),
        ("\"\\u001F\"", 1, K::StringSpelling),
        ("\"\\ud83d\\ude00\"", 1, K::StringSpelling),
        ("-0", 0, K::NumberSpelling),
        ("1.0", 0, K::NumberSpelling),
        ("1e5", 0, K::NumberSpelling),
        ("1E30", 0, K::NumberSpelling),
        ("1e30", 0, K::NumberSpelling),
        ("0.10", 0, K::NumberSpelling),
        ("9007199254740993", 0, K::NumberSpelling),
        ("1000000000000000000000", 0, K::NumberSpelling),
    ];
    for (text, at, kind) in cases {
        assert!(parse(text.as_bytes(), LIMITS).is_ok(), "{text}");
        let error = parse_canonical(text.as_bytes(), LIMITS).unwrap_err();
        assert_eq!((error.at, &error.kind), (*at, kind), "{text}");
    }
}

#[test]
fn limits_are_kept() {
    let limits = Limits { bytes: 4, depth: 2 };
    assert!(parse_canonical(b"[[]]", limits).is_ok());
    assert_eq!(
        parse_canonical(b"[[1]]", limits).unwrap_err().kind,
        JsonErrorKind::TooLong { limit: 4 }
    );
    let deep = vec![b'['; 100_000];
    let unlimited = Limits {
        bytes: usize::MAX,
        depth: usize::MAX,
    };
    assert_eq!(
        parse(&deep, unlimited).unwrap_err().kind,
        JsonErrorKind::TooDeep { limit: MAX_DEPTH }
    );
    assert_eq!(
        parse(b"\"\xff\"", LIMITS).unwrap_err().kind,
        JsonErrorKind::NotUtf8
    );
}

#[test]
fn plain_text_is_borrowed() {
    let value = parse_canonical(b"\"plain\"", LIMITS).unwrap();
    assert!(matches!(value, Value::String(Cow::Borrowed("plain"))));
}

#[test]
fn the_writer_writes_what_the_reader_takes() {
    let mut writer = Writer::new();
    writer.begin_object();
    writer
        .key("a")
        .begin_array()
        .number(Number::from(1))
        .string("\"")
        .null()
        .end_array();
    writer.key("b\n").begin_object().end_object();
    writer.key("c").bool(true);
    writer.end_object();
    let bytes = writer.finish();
    assert_eq!(bytes, br#"{"a":[1,"\"",null],"b\n":{},"c":true}"#);
    assert_eq!(
        to_canonical(&parse_canonical(&bytes, LIMITS).unwrap()),
        bytes
    );
}

#[test]
fn an_object_keeps_its_members_in_order() {
    let mut object = Object::new();
    assert_eq!(object.insert("b".into(), Value::Null), None);
    assert_eq!(object.insert("a".into(), Value::Bool(true)), None);
    assert_eq!(
        object.insert("b".into(), Value::Bool(false)),
        Some(Value::Null)
    );
    assert_eq!(
        (object.len(), object.get("b"), object.get("c")),
        (2, Some(&Value::Bool(false)), None)
    );
    assert_eq!(
        to_canonical(&Value::Object(object)),
        br#"{"a":true,"b":false}"#
    );
}

fn any_value() -> impl Strategy<Value = Value<'static>> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<f64>()
            .prop_filter_map("finite", Number::new)
            .prop_map(Value::Number),
        any::<i32>().prop_map(|whole| Value::Number(Number::integer(whole.into()).unwrap())),
        any::<String>().prop_map(|text| Value::String(text.into())),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::Array),
            proptest::collection::vec((any::<String>(), inner), 0..6).prop_map(|members| {
                let mut object = Object::new();
                for (key, value) in members {
                    object.insert(key.into(), value);
                }
                Value::Object(object)
            }),
        ]
    })
}

proptest! {
    #[test]
    fn names_compare_as_their_utf_16(a: String, b: String, shared: String) {
        let (a, b) = (format!("{shared}{a}"), format!("{shared}{b}"));
        prop_assert_eq!(compare_keys(&a, &b), a.encode_utf16().cmp(b.encode_utf16()));
    }

    #[test]
    fn surrogates_come_before_private_use(a in "[\u{d7ff}\u{e000}\u{ffff}\u{10000}\u{10ffff}]{0,3}",
                                          b in "[\u{d7ff}\u{e000}\u{ffff}\u{10000}\u{10ffff}]{0,3}") {
        prop_assert_eq!(compare_keys(&a, &b), a.encode_utf16().cmp(b.encode_utf16()));
    }

    #[test]
    fn a_value_survives_writing_and_reading(value in any_value()) {
        let bytes = to_canonical(&value);
        let strict = parse_canonical(&bytes, LIMITS);
        prop_assert_eq!(strict.as_ref(), Ok(&value));
        prop_assert_eq!(parse(&bytes, LIMITS), Ok(value));
    }

    #[test]
    fn only_canonical_bytes_are_taken_as_canonical(value in any_value(), place: usize, byte: u8) {
        let mut bytes = to_canonical(&value);
        let place = place % bytes.len();
        bytes[place] = byte;
        check(&bytes)?;
        bytes.insert(place, byte);
        check(&bytes)?;
    }

    #[test]
    fn any_bytes_are_judged_without_panic(bytes: Vec<u8>) {
        check(&bytes)?;
    }

    #[test]
    fn any_near_json_is_judged_without_panic(text in r#"[\[\]{}",:\\u0-9a-f.+eE \n-]{0,40}"#) {
        check(text.as_bytes())?;
    }
}

/// The strict reader takes bytes exactly when the free reader takes them and they are the spelling of what it read.
fn check(bytes: &[u8]) -> Result<(), TestCaseError> {
    let free = parse(bytes, LIMITS);
    let is_canonical = free
        .as_ref()
        .is_ok_and(|value| to_canonical(value) == bytes);
    match parse_canonical(bytes, LIMITS) {
        Ok(strict) => prop_assert_eq!(Ok(strict), free),
        Err(_) => prop_assert!(!is_canonical),
    }
    Ok(())
}
