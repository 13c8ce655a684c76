//! What text from the archive becomes.

use maud::Render;

use super::{Data, direction};
use crate::lang::Direction;

fn written(text: &str) -> String {
    let mut page = String::new();
    Data(text).render_to(&mut page);
    page
}

#[test]
fn markup_is_text() {
    assert_eq!(
        written("<b a=\"1\">&amp;"),
        "&lt;b a=&quot;1&quot;&gt;&amp;amp;"
    );
}

#[test]
fn commands_become_visible_and_spelling_stays() {
    assert_eq!(
        written("a\u{202e}b\u{2069}\u{0}\u{7f}"),
        "a[U+202E]b[U+2069][U+0000][U+007F]"
    );
    let spelled = "می‌شود\u{200e} \u{200f}\n\tx";
    assert_eq!(written(spelled), spelled);
}

#[test]
fn direction_follows_the_language_unless_the_letters_say_otherwise() {
    let persian = edition::Language::new("fa").expect("a tag");
    let english = edition::Language::new("en").expect("a tag");
    assert_eq!(direction("سلام", None), Direction::Rtl);
    assert_eq!(direction("hello", None), Direction::Ltr);
    assert_eq!(direction("۱۲", Some(&persian)), Direction::Rtl);
    assert_eq!(direction("Ruhollah", Some(&persian)), Direction::Ltr);
    assert_eq!(direction("سلام", Some(&english)), Direction::Ltr);
}

#[test]
fn nothing_in_a_text_ends_the_string_of_a_script() {
    assert_eq!(
        super::script("a\"b\\c</script>\n\u{2028}\u{202e}د"),
        "\"a\\\"b\\\\c\\u003c/script> [U+2028][U+202E]د\""
    );
}
