//! Tests of `archive.toml`.

use std::path::Path;

use proptest::prelude::*;

use super::Description;
use crate::Error;

fn read(text: &str) -> crate::Result<(u32, Description)> {
    Description::from_toml(text, Path::new("archive.toml"))
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(name in ".*", origin in "[a-z./ñ]{1,40}", created in ".*") {
        let description = Description { name, origin, created };
        prop_assert_eq!(read(&description.to_toml(7)).unwrap(), (7, description));
    }

    #[test]
    fn no_text_makes_reading_panic(text in ".*") {
        drop(read(&text));
    }
}

#[test]
fn people_may_add_comments_keys_and_tables() {
    let text = "# mine\n\nform = 1 # first\nname = \"N\\u00e9\" # é\norigin=\"o\"\ncreated = \"c\"\ncolour = \"red\"\n[later]\nname = 3\n";
    let (form, description) = read(text).unwrap();
    assert_eq!(form, 1);
    assert_eq!(description.name, "Né");
}

#[test]
fn what_cannot_be_read_names_its_line() {
    let cases = [
        (
            "form = 1\nname = \"open\norigin = \"o\"\ncreated = \"c\"\n",
            2,
        ),
        ("form = one\n", 1),
        ("form = 1\nname\n", 2),
        ("form = 1\nname = \"a\" b\n", 2),
        ("form = 1\nname = \"\\q\"\n", 2),
        ("form = 1\nname = \"\\u12\"\n", 2),
        ("form = 1\nname = \"a\"\n", 3),
        ("", 1),
    ];
    for (text, expected) in cases {
        match read(text) {
            Err(Error::DescriptionUnreadable { line, .. }) => {
                assert_eq!(line, expected, "{text:?}");
            }
            other => panic!("{text:?} gave {other:?}"),
        }
    }
}

#[test]
fn an_origin_stands_on_one_line() {
    for origin in ["", "a\nb", "a\u{0}"] {
        let description = Description {
            name: String::new(),
            origin: origin.to_owned(),
            created: String::new(),
        };
        assert!(
            matches!(description.validate(), Err(Error::OriginUnusable { .. })),
            "{origin:?}"
        );
    }
}
