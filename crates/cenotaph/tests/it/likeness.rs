//! Items that are alike: said when they come in, listed later, never merged, and forgotten with the item.

use crate::run::Place;

/// Twelve by nine cells of brightness, as a bitmap of `scale` pixels a cell (BMP version 3, 24 bits a pixel, rows from below).
fn picture(scale: usize, brighter: u8) -> Vec<u8> {
    const CELLS: [&[u8]; 9] = [
        b"999888777666",
        b"998877665544",
        b"987654321234",
        b"112233445566",
        b"100020003000",
        b"555666111222",
        b"090807060504",
        b"123212321232",
        b"000111222999",
    ];
    let (width, height) = (12 * scale, 9 * scale);
    let size = (54 + width * height * 3) as u32;
    let mut bytes = b"BM".to_vec();
    for number in [
        size,
        0,
        54,
        40,
        width as u32,
        height as u32,
        24 << 16 | 1,
        0,
        size - 54,
        0,
        0,
        0,
        0,
    ] {
        bytes.extend(number.to_le_bytes());
    }
    for row in (0..height).rev() {
        for column in 0..width {
            let value = (CELLS[row / scale][column / scale] - b'0') * 24 + brighter;
            bytes.extend([value; 3]);
        }
    }
    bytes
}

#[test]
fn the_same_picture_and_text_in_other_bytes_are_shown_and_stay_two_items() {
    let place = Place::with_archive();
    let text = "In the summer of 1988 thousands of prisoners were killed in secret.";
    place.write("in/1.bmp", picture(20, 0));
    place.write("in/2.txt", text);
    place.write(
        "in/3.txt",
        "A report about something else, which nobody has written twice in all these years.",
    );
    place.on_archive(&["add", "in"]).ok();
    place.write("more/4.bmp", picture(8, 9));
    place.write("more/5.txt", text.to_uppercase().replace(' ', "\n"));
    let ran = place.on_archive(&["add", "more"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(
        ran.out
            .contains("EV-000004 shows the same picture as EV-000001 (distance "),
        "{ran:?}"
    );
    assert!(
        ran.out.contains("EV-000005 has the same text as EV-000002"),
        "{ran:?}"
    );
    assert!(!ran.out.contains("EV-000003"), "{ran:?}");

    let listed = place.json(&["search", "--alike"]);
    let pairs = listed["alike"].as_array().expect("pairs");
    let said: Vec<_> = pairs
        .iter()
        .map(|pair| {
            (
                pair["item"].as_str(),
                pair["other"].as_str(),
                pair["what"].as_str(),
            )
        })
        .collect();
    assert_eq!(
        said,
        [
            (Some("EV-000004"), Some("EV-000001"), Some("picture")),
            (Some("EV-000005"), Some("EV-000002"), Some("text")),
        ]
    );
    place
        .on_archive(&["erase", "EV-000001", "--reason", "request-of-family"])
        .ok();
    let listed = place.on_archive(&["search", "--alike"]);
    assert!(!listed.out.contains("EV-000001"), "{listed:?}");
}
