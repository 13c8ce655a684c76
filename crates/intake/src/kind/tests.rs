//! Kinds of files, told by their content.

use super::{MediaType, sniff};

#[track_caller]
fn check(bytes: &[u8], name: &str, expected: MediaType) {
    assert_eq!(
        sniff(bytes, name),
        expected,
        "{name}: {:?}",
        String::from_utf8_lossy(&bytes[..bytes.len().min(40)])
    );
}

#[test]
fn content_decides_and_not_the_name() {
    let cases: &[(&[u8], &str, MediaType)] = &[
        (b"%PDF-1.7\n", "a.txt", MediaType::Pdf),
        (b"\x0d\x0a  junk %PDF-1.4", "a", MediaType::Pdf),
        (b"\x89PNG\r\n\x1a\n\0\0", "a.jpg", MediaType::Png),
        (b"\xff\xd8\xff\xe0\0", "a.png", MediaType::Jpeg),
        (
            b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0",
            "",
            MediaType::Bmp,
        ),
        (b"BM said so, in a text of words", "", MediaType::PlainText),
        (
            b"WEBVTT\n\n00:00.000 --> 00:01.000\nA, b, c\n",
            "",
            MediaType::WebVtt,
        ),
        (b"WEBVTTER is no word", "", MediaType::PlainText),
        (b"GIF89a..", "", MediaType::Gif),
        (b"RIFF\x04\0\0\0WEBPVP8 ", "", MediaType::Webp),
        (b"RIFF\x04\0\0\0WAVEfmt ", "", MediaType::Wav),
        (b"\0\0\0\x18ftypheic", "", MediaType::Heif),
        (b"\0\0\0\x18ftypisom", "", MediaType::Mp4),
        (b"PK\x03\x04\x14\0", "a.docx", MediaType::Zip),
        (b"SQLite format 3\0rest", "", MediaType::Sqlite),
        (
            b"\0\x01\x02\x03\x04\x05\x06\x07\x10\x11",
            "a.txt",
            MediaType::Bytes,
        ),
        (b"", "", MediaType::PlainText),
        (b"\xef\xbb\xbf<!DOCTYPE HTML><p>x", "a.txt", MediaType::Html),
        (b"<!-- long --> <html lang=fa>", "", MediaType::Html),
        (
            b"<?xml version='1.0'?><!DOCTYPE html><html/>",
            "",
            MediaType::Html,
        ),
        (b"<?xml version='1.0'?><TEI/>", "", MediaType::Xml),
        (b"{\"a\":1}", "a.json", MediaType::Json),
        (b"{a} said so", "a.txt", MediaType::PlainText),
        (b"name,age,place\nA,1,x\nB,2,y\n", "a.txt", MediaType::Csv),
        (b"name;age\nA;1\nB;2\n", "", MediaType::Csv),
        (b"name\tage\nA\t1\nB\t2\n", "a.csv", MediaType::Tsv),
        (b"name\nA\nB\n", "a.csv", MediaType::Csv),
        (b"name\nA\nB\n", "a.txt", MediaType::PlainText),
    ];
    for (bytes, name, expected) in cases {
        check(bytes, name, *expected);
    }
}

#[test]
fn prose_with_commas_is_not_a_table() {
    let prose = "He came, he saw, he left.\nShe stayed, and wrote, and was heard.\n\nThen, later, they met.";
    check(prose.as_bytes(), "report.txt", MediaType::PlainText);
}

#[test]
fn text_in_utf_16_is_text() {
    let bytes: Vec<u8> = "نام خانوادگی و سن\nیک دو سه\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    check(&bytes, "a", MediaType::PlainText);
}
