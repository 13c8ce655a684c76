//! Documents that were made to break a reader: each is answered in time, within bounds, with what is wrong.

use super::{File, WORDS, codes, packed};
use crate::{limits::Limits, pdf::read, reading::Reading};

fn reading(file: &File) -> Reading {
    read(&file.bytes(), &Limits::default())
}

#[test]
fn a_page_tree_that_contains_itself_ends() {
    let mut file = File::new();
    file.pages(&[WORDS]);
    file.set(2, "<</Type/Pages/Count 1/Kids[2 0 R 2 0 R]>>");
    assert_eq!(codes(&reading(&file)), ["no-pages"]);
    let inner = file.add("<</Type/Pages/Count 1/Kids[5 0 R 2 0 R]>>");
    file.set(2, format!("<</Type/Pages/Count 1/Kids[{inner} 0 R]>>"));
    assert_eq!(reading(&file).text, "The name is Maryam");
}

#[test]
fn a_page_tree_that_doubles_with_each_level_ends() {
    let limits = Limits {
        pages: 100,
        ..Limits::default()
    };
    let mut file = File::new();
    file.pages(&[WORDS]);
    let mut inner = 5;
    for _ in 0..40 {
        inner = file.add(format!(
            "<</Type/Pages/Count 2/Kids[{inner} 0 R {inner} 0 R]>>"
        ));
    }
    file.set(2, format!("<</Type/Pages/Count 2/Kids[{inner} 0 R]>>"));
    assert_eq!(codes(&read(&file.bytes(), &limits)), ["document-damaged"]);
}

#[test]
fn forms_that_draw_the_next_one_twice_are_not_drawn() {
    let mut file = File::new();
    let mut inner = file.stream("/Type/XObject/Subtype/Form/BBox[0 0 200 200]", b"");
    for _ in 0..45 {
        let dict = format!(
            "/Type/XObject/Subtype/Form/BBox[0 0 200 200]/Resources<</XObject<</X {inner} 0 R>>>>"
        );
        inner = file.stream(&dict, b"/X Do /X Do");
    }
    file.pages_with(&["/X Do", WORDS], &format!("/XObject<</X {inner} 0 R>>"));
    let reading = reading(&file);
    assert_eq!(codes(&reading), ["page-overfull"]);
    assert_eq!(reading.text, "The name is Maryam", "the other page is read");
}

#[test]
fn a_form_that_draws_itself_ends() {
    let mut file = File::new();
    let number = file.objects.len() + 1;
    let dict = format!(
        "/Type/XObject/Subtype/Form/BBox[0 0 200 200]/Resources<</XObject<</X {number} 0 R>>>>"
    );
    file.stream(&dict, format!("{WORDS} /X Do /X Do").as_bytes());
    file.pages_with(&["/X Do"], &format!("/XObject<</X {number} 0 R>>"));
    assert_eq!(codes(&reading(&file)), ["page-overfull"]);
}

#[test]
fn zeros_packed_a_thousandfold_and_packed_again_are_not_unpacked() {
    let limits = Limits {
        unpacked: 32 << 20,
        ..Limits::default()
    };
    let megabyte = vec![0u8; 1 << 20];
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    for _ in 0..40 {
        std::io::Write::write_all(&mut encoder, &megabyte).expect("memory takes it");
    }
    let bomb = encoder.finish().expect("memory takes it");
    for content in [bomb.clone(), packed(&bomb)] {
        let filter = if content.len() < bomb.len() {
            "/Filter[/FlateDecode/FlateDecode]"
        } else {
            "/Filter/FlateDecode"
        };
        let mut file = File::new();
        file.pages(&[WORDS]);
        file.set(
            4,
            [
                format!("<<{filter}/Length {}>>stream\n", content.len()).as_bytes(),
                &content,
                b"\nendstream",
            ]
            .concat(),
        );
        assert_eq!(codes(&read(&file.bytes(), &limits)), ["document-damaged"]);
    }
}

#[test]
fn arrays_inside_one_another_are_read_or_refused_but_never_followed_to_the_end_of_the_stack() {
    for (depth, known) in [(9_000, true), (100_000, false)] {
        for nested in [("[", "]"), ("<</A ", ">>")] {
            let nest = format!("{}1{}", nested.0.repeat(depth), nested.1.repeat(depth));
            let mut file = File::new();
            file.pages(&[&format!("{nest} TJ {WORDS}")]);
            file.add(nest.clone());
            let reading = reading(&file);
            assert_eq!(
                codes(&reading).contains(&"document-damaged"),
                !known,
                "{depth} {}",
                nested.0
            );
        }
    }
}

#[test]
fn references_that_lead_to_themselves_end() {
    for object in [
        "<</Type/Page/Parent 2 0 R/MediaBox 5 0 R/Contents 5 0 R/Resources 5 0 R/Annots 5 0 R>>",
        "<</Type/Page/Parent 2 0 R/Contents[5 0 R 5 0 R 4 0 R]/Resources<</Font<</F 5 0 R>>/XObject 5 0 R>>>>",
        "5 0 R",
        "<</Type/Page/Contents 4 0 R/Resources<</ColorSpace<</C[/Indexed 5 0 R 1 <00>]>>>>>>",
    ] {
        let mut file = File::new();
        file.pages(&[WORDS]);
        file.set(5, object);
        reading(&file);
    }
    let mut file = File::new();
    let space = file.objects.len() + 1;
    file.add(format!("[/Indexed {space} 0 R 1 <00>]"));
    let function = file.objects.len() + 1;
    file.add(format!(
        "<</FunctionType 3/Domain[0 1]/Bounds[]/Encode[0 1]/Functions[{function} 0 R]>>"
    ));
    file.pages_with(
        &["/C cs 0 sc /D cs 0.5 scn 0 0 100 100 re f BT /F 10 Tf 20 100 Td (still here) Tj ET"],
        &format!("/ColorSpace<</C {space} 0 R/D[/Separation/X/DeviceGray {function} 0 R]>>"),
    );
    let reading = reading(&file);
    assert!(
        reading.text == "still here"
            || codes(&reading) == ["page-damaged"]
            || codes(&reading) == ["document-damaged"],
        "{reading:?}"
    );
}

#[test]
fn sizes_that_no_page_has_and_numbers_that_are_none_are_borne() {
    for content in [
        "99999999999999999999 0 0 1e300 0 0 cm BT /F 1e38 Tf 1e38 1e38 Td (x) Tj ET",
        "0 0 0 0 0 0 cm BT /F 10 Tf (x) Tj ET 0 0 0 0 re f",
        "BT /F 0 Tf 0 0 Td (x) Tj ET",
        "q q q q q q Q Q Q Q Q Q Q Q Q Q BT (no font) Tj ET EMC EMC EMC",
    ] {
        let mut file = File::new();
        file.pages(&[content]);
        reading(&file);
        file.set(5, "<</Type/Page/Parent 2 0 R/MediaBox[-1e30 0 1e30 0]/Rotate 45/Contents 4 0 R/Resources<</Font<</F 3 0 R>>>>>>");
        reading(&file);
    }
}

#[test]
fn text_beyond_the_limit_is_left_and_said() {
    let limits = Limits {
        text: 30,
        pages: 2,
        ..Limits::default()
    };
    let mut file = File::new();
    file.pages(&[WORDS, WORDS, WORDS]);
    let reading = read(&file.bytes(), &limits);
    assert!(reading.text.len() <= 30, "{}", reading.text);
    assert_eq!(codes(&reading), ["too-many-pages", "page-overfull"]);
}

#[test]
fn a_file_cut_anywhere_or_with_any_byte_changed_is_read_as_far_as_it_goes() {
    let mut file = File::new();
    file.pages(&[WORDS, WORDS]);
    let whole = file.bytes();
    for cut in (0..whole.len()).step_by(7) {
        read(&whole[..cut], &Limits::default());
    }
    for place in (0..whole.len()).step_by(3) {
        for byte in [0, b'[', b'<', b'9', 0xff] {
            let mut changed = whole.clone();
            changed[place] = byte;
            read(&changed, &Limits::default());
        }
    }
}
