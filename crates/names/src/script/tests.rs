//! Scripts of names.

use super::{Script, of};

#[test]
fn most_letters_decide_and_then_the_first() {
    for (text, script) in [
        ("Evin", Some(Script::Latin)),
        ("اوین", Some(Script::Arabic)),
        ("Сергей", Some(Script::Cyrillic)),
        ("Ελένη", Some(Script::Greek)),
        ("שרה", Some(Script::Hebrew)),
        ("김", Some(Script::Other)),
        ("EV-000042 اوین", Some(Script::Arabic)),
        ("ab اب", Some(Script::Latin)),
        ("اب ab", Some(Script::Arabic)),
        ("1367", None),
        ("", None),
    ] {
        assert_eq!(of(text), script, "{text}");
    }
}
