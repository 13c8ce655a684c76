//! Tokens of whole and of broken XML.

use super::{Token, attribute, text, tokens};

fn shown(text: &str) -> String {
    tokens(text)
        .map(|token| match token {
            Token::Start { name, inside } => format!("({name}{inside}"),
            Token::End { name } => format!("{name})"),
            Token::Text(text) => format!("“{text}”"),
        })
        .collect()
}

#[test]
fn tags_text_and_what_is_passed_over() {
    let file = "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b \"c\">]><w:a x='1>2'>t&amp;&#x641;&b;<!-- <no> --><b/><![CDATA[<&]]></w:a>";
    assert_eq!(shown(file), "(a x='1>2'“t&ف&b;”(bb)“<&”a)");
}

#[test]
fn attributes_are_found_by_their_own_name() {
    let inside = " w:val=\"a &lt; b\" r:id='7'";
    assert_eq!(attribute(inside, "val").as_deref(), Some("a < b"));
    assert_eq!(attribute(inside, "id").as_deref(), Some("7"));
    assert_eq!(attribute(inside, "al"), None);
    assert_eq!(attribute(" broken", "broken"), None);
    assert_eq!(attribute(" a=b c=\"d", "c"), None);
}

#[test]
fn broken_markup_loses_no_more_than_itself() {
    assert_eq!(shown("a<b x=\"1<c>d</c>"), "“a”(b x=\"1(c“d”c)");
    for file in [
        "<",
        "<!",
        "<!--",
        "<![CDATA[x",
        "</",
        "<a",
        "<!DOCTYPE a [",
        "&",
        "&#xffffffff;",
        "&#55555555555;",
        "<a b='",
    ] {
        shown(file);
    }
}

#[test]
fn entities_that_contain_one_another_are_not_followed() {
    let mut file = "<!DOCTYPE a [<!ENTITY a0 \"ha\">".to_owned();
    for level in 1..60 {
        file += &format!("<!ENTITY a{level} \"&a{};&a{};\">", level - 1, level - 1);
    }
    file += "]><a>&a59;</a>";
    assert_eq!(shown(&file), "(a“&a59;”a)");
}

#[test]
fn the_declared_encoding_is_taken() {
    let file = "<?xml version=\"1.0\" encoding=\"windows-1251\"?><a>Семья</a>";
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(file);
    assert_eq!(text(&bytes), file);
    assert_eq!(text(file.as_bytes()), file);
}

#[test]
fn a_hundred_thousand_elements_inside_one_another_are_gone_through() {
    let file = format!("{}x{}", "<a>".repeat(100_000), "</a>".repeat(100_000));
    assert_eq!(tokens(&file).count(), 200_001);
}
