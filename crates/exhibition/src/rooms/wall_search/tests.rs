//! The index of the wall's search.

use super::{Unread, bare, base_36, keys_of, reading};

fn keys(name: &str) -> Vec<String> {
    keys_of(name, &mut Unread::default())
}

#[test]
fn numbers_are_written_as_javascript_reads_them() {
    for (number, written) in [(0, "0"), (35, "z"), (36, "10"), (46_655, "zzz")] {
        assert_eq!(base_36(number), written);
    }
}

#[test]
fn names_of_all_scripts_meet_in_a_key_and_unread_ones_in_themselves() {
    let persian = keys("مصطفی پورمحمدی");
    for other in ["Mostafa Pour-Mohammadi", "Мостафа Пурмохаммади"] {
        assert!(
            keys(other).iter().any(|key| persian.contains(key)),
            "{other}"
        );
    }
    assert!(keys("علی‌رضا").contains(&"rz".to_owned()));
    assert!(keys("王小明").contains(&"王小明".to_owned()));
    assert!(keys("राम").contains(&bare("राम")));
    assert!(keys("").is_empty() && keys("!").is_empty());
}

#[test]
fn letters_are_read_as_the_keys_read_them() {
    let letters = reading::letters();
    let group = |wanted: &str| {
        letters
            .split(';')
            .find(|group| group.split(' ').skip(1).any(|letter| letter == wanted))
            .and_then(|group| group.split(' ').next())
            .map(str::to_owned)
    };
    for (letter, read) in [
        ("b", "b"),
        ("پ", "b"),
        ("m", "m"),
        ("р", "r"),
        ("μ", "m"),
        ("sh", "c"),
        ("š", "c"),
        ("kh", "h"),
        ("дж", "j"),
        ("w", "V/,V"),
        ("و", "V/"),
        ("th", "s,t"),
        ("a", "/a"),
        ("ی", "/i"),
        ("ע", ""),
    ] {
        assert_eq!(group(letter).as_deref(), Some(read), "{letter}: {letters}");
    }
    assert_eq!(group("á"), None, "{letters}");
    assert!(letters.len() < 4_000, "{}", letters.len());
}
