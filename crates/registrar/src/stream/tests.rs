//! Packed files are read whole or not at all, in one piece or several; a file gets its name when it is whole.

use std::{
    fs,
    io::{self, Read as _, Write as _},
    path::Path,
};

use flate2::{Compression, write::GzEncoder};
use ruzstd::encoding::{CompressionLevel, compress_to_vec};

use super::{Sink, open};

fn read(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("packed");
    fs::write(&path, bytes).expect("written");
    let mut found = Vec::new();
    open(&path)
        .expect("opened")
        .read_to_end(&mut found)
        .map(|_| found)
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).expect("packed");
    encoder.finish().expect("packed")
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    compress_to_vec(bytes, CompressionLevel::Fastest)
}

/// A skippable frame (RFC 8878, section 3.1.2) of three bytes.
const SKIPPABLE: [u8; 11] = [0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3];

#[test]
fn what_is_packed_in_pieces_is_read_whole() {
    let one = "نام\n".repeat(100_000).into_bytes();
    let whole = [&one[..], b"end"].concat();
    for (what, packed) in [
        ("plain", whole.clone()),
        ("gzip", gzip(&whole)),
        ("two members of gzip", [gzip(&one), gzip(b"end")].concat()),
        ("zstd", zstd(&whole)),
        (
            "frames of zstd",
            [&zstd(&one)[..], &SKIPPABLE, &zstd(b""), &zstd(b"end")].concat(),
        ),
    ] {
        assert!(read(&packed).expect(what) == whole, "{what}");
    }
    assert_eq!(read(b"").expect("an empty file"), b"");
    assert_eq!(read(b"ab").expect("a short file"), b"ab");
}

#[test]
fn what_is_cut_off_or_changed_is_an_error() {
    let whole = "a,b\n".repeat(10_000).into_bytes();
    for (what, mut packed) in [("gzip", gzip(&whole)), ("zstd", zstd(&whole))] {
        let length = packed.len();
        assert!(read(&packed[..length - 6]).is_err(), "{what} cut off");
        // The checksum stands at the end of a frame of Zstandard, and before the length at the end of a member of gzip.
        let checksum = if what == "gzip" {
            length - 6
        } else {
            length - 2
        };
        packed[checksum] ^= 1;
        assert!(read(&packed).is_err(), "{what} changed");
    }
}

#[test]
fn a_frame_that_asks_for_a_window_of_terabytes_is_refused() {
    // A frame header (RFC 8878, section 3.1.1.1) with the largest window, and a raw block of one byte.
    let frame = [0x28, 0xb5, 0x2f, 0xfd, 0x00, 0xf7, 0x09, 0x00, 0x00, b'a'];
    assert!(read(&frame).is_err());
}

#[test]
fn a_file_has_its_name_only_once_it_is_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("out.csv");
    fs::write(&path, "before").expect("written");
    let mut sink = Sink::create(&path).expect("begun");
    sink.write(b"half").expect("written");
    assert_eq!(fs::read(&path).expect("there"), b"before");
    drop(sink);
    assert_eq!(names(folder.path()), ["out.csv"]);
    let mut sink = Sink::create(&path).expect("begun");
    sink.write(b"whole").expect("written");
    sink.finish().expect("finished");
    assert_eq!(fs::read(&path).expect("there"), b"whole");
    assert_eq!(names(folder.path()), ["out.csv"]);
}

fn names(folder: &Path) -> Vec<String> {
    fs::read_dir(folder)
        .expect("listed")
        .map(|child| {
            child
                .expect("a child")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect()
}
