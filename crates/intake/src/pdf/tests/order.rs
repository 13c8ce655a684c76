//! The way back from the order in which letters stand to the order in which they are read, against UAX #9 itself.

use proptest::prelude::*;
use unicode_bidi::{BidiInfo, Level};

use super::super::bidi::{Direction, Piece, logical, mirrored};

/// How `text` stands on a line, from left to right.
fn drawn(text: &str, direction: Direction) -> String {
    let level = match direction {
        Direction::Left => Level::ltr(),
        Direction::Right => Level::rtl(),
    };
    let info = BidiInfo::new(text, Some(level));
    info.paragraphs.first().map_or_else(String::new, |line| {
        info.reorder_line(line, line.range.clone()).into_owned()
    })
}

fn read_again(line: &str, direction: Direction) -> String {
    let piece = |(index, c): (usize, char)| Piece {
        text: c.to_string(),
        index,
        turned: false,
    };
    let pieces = logical(line.chars().enumerate().map(piece).collect(), direction);
    let letters = pieces.into_iter().map(|piece| {
        // `reorder_line` puts characters in order and leaves brackets as they are read, as most programs do.
        piece.text
    });
    letters.collect()
}

#[track_caller]
fn comes_back(text: &str, direction: Direction) {
    assert_eq!(read_again(&drawn(text, direction), direction), text);
}

#[test]
fn lines_of_persian_arabic_and_hebrew_come_back() {
    for text in [
        "مادر (که نامش فاطمه بود) گفت: «پسرم را در تابستان ۱۳۶۷ کشتند».",
        "شمارهٔ پرونده ۱۲۳/۴۵ است و نشانی او Paris 14e, rue Daguerre بود؛",
        "بهای آن 250 فرانک، ۵۰٪ کمتر از 1,200 دلار.",
        "سازمان عفو بین‌الملل (Amnesty International) در گزارش خود نوشت",
        "تاریخ: 1988-07-28 و ۱۳۶۷/۰۵/۰۶ و 12:30",
        "العدد 30,000 شخص، و-5 درجات و+98 هو الرمز",
        "الأب: «لا إله إلا الله، لأن ابني لم يعد».",
        "הודעת המשפחות: האסירים (שמונה איש) הועברו בשנת 1988",
        "וגופותיהם - 12-15 במספר - לא נמסרו, 50% מהם",
    ] {
        comes_back(text, Direction::Right);
    }
    for text in [
        "The word فارسی و عربی stays in 1988",
        "He said שלום עולם, and left (early)",
        "plain words 1-2-3",
    ] {
        comes_back(text, Direction::Left);
    }
}

#[test]
fn brackets_have_their_other_half() {
    for c in "()[]{}<>«»‹›".chars() {
        let other = mirrored(c).expect("a bracket");
        assert_eq!(mirrored(other), Some(c));
        assert_ne!(other, c);
    }
    assert_eq!(mirrored('a'), None);
}

proptest! {
    #[test]
    fn words_and_numbers_of_one_script_come_back(
        words in prop::collection::vec(prop::sample::select(&["سلام", "و", "مریم", "۱۳۶۷", "12", "(", ")", "،", ":", "1,200", "«", "»", "-"][..]), 0..12),
    ) {
        let text = words.join(" ");
        prop_assert_eq!(read_again(&drawn(&text, Direction::Right), Direction::Right), text);
    }

    #[test]
    fn nothing_is_lost_or_added_whatever_stands_there(text in "[\\PCسلاםע۱۲0-9 .,:()/%+-]{0,60}") {
        for direction in [Direction::Left, Direction::Right] {
            let mut before: Vec<char> = text.chars().collect();
            let mut after: Vec<char> = read_again(&text, direction).chars().collect();
            before.sort_unstable();
            after.sort_unstable();
            prop_assert_eq!(before, after);
        }
    }
}
