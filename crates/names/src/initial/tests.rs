//! Headings of the wall of names.

use super::{Alphabet, initial};

#[test]
fn names_stand_under_their_first_letter() {
    for (name, alphabet, heading) in [
        ("آوایی", Alphabet::Persian, Some('آ')),
        ("ابراهیم", Alphabet::Persian, Some('آ')),
        ("پروین", Alphabet::Persian, Some('پ')),
        ("كريم", Alphabet::Persian, Some('ک')),
        ("يوسف", Alphabet::Persian, Some('ی')),
        ("گیتی", Alphabet::Arabic, Some('ك')),
        ("یوسف", Alphabet::Arabic, Some('ي')),
        ("أحمد", Alphabet::Arabic, Some('ا')),
        ("Émile", Alphabet::Latin, Some('E')),
        ("(2) Łukasz", Alphabet::Latin, Some('L')),
        ("پروین", Alphabet::Latin, None),
        ("Parvin", Alphabet::Persian, None),
        ("", Alphabet::Latin, None),
    ] {
        assert_eq!(initial(name, alphabet), heading, "{name}");
    }
}

#[test]
fn every_letter_stands_under_itself_and_no_heading_is_there_twice() {
    for (alphabet, count) in [
        (Alphabet::Persian, 32),
        (Alphabet::Arabic, 28),
        (Alphabet::Latin, 26),
    ] {
        let letters = alphabet.letters();
        assert_eq!(letters.len(), count);
        for letter in letters {
            assert_eq!(initial(&letter.to_string(), alphabet), Some(*letter));
            assert_eq!(letters.iter().filter(|other| *other == letter).count(), 1);
        }
    }
}
