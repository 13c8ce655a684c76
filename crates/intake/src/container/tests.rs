//! Packed files as they should be, and as nobody should send them.

use std::io::{Cursor, Write};

use flate2::{
    Compression,
    write::{DeflateEncoder, GzEncoder},
};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::{Container, EntryKind, checksum, read, shown};
use crate::{kind::MediaType, limits::Limits, reading::Reading};

/// An entry of a ZIP as a test wants it, wrong in whatever way.
#[derive(Clone)]
struct Raw {
    name: Vec<u8>,
    own_name: Vec<u8>,
    flags: u16,
    method: u16,
    data: Vec<u8>,
    checksum: u32,
    size: u32,
    attributes: u32,
    /// Place that the directory says; the real one when `None`.
    offset: Option<u32>,
    listed: bool,
}

fn stored(name: &str, data: &[u8]) -> Raw {
    Raw {
        name: name.into(),
        own_name: name.into(),
        flags: 0x800,
        method: 0,
        data: data.to_vec(),
        checksum: checksum(data),
        size: data.len() as u32,
        attributes: 0o100_644 << 16,
        offset: None,
        listed: true,
    }
}

fn deflated(name: &str, data: &[u8]) -> Raw {
    let mut packer = DeflateEncoder::new(Vec::new(), Compression::best());
    packer.write_all(data).expect("memory takes it");
    Raw {
        method: 8,
        data: packer.finish().expect("it ends"),
        ..Raw {
            data: Vec::new(),
            ..stored(name, data)
        }
    }
}

fn header(raw: &Raw, name: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for word in [20, raw.flags, raw.method, 0x6000, 0x4f1e] {
        bytes.extend(word.to_le_bytes());
    }
    for long in [raw.checksum, raw.data.len() as u32, raw.size] {
        bytes.extend(long.to_le_bytes());
    }
    bytes.extend((name.len() as u16).to_le_bytes());
    bytes.extend([0, 0]);
    bytes
}

fn packed(entries: &[Raw]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut directory = Vec::new();
    let mut count: u16 = 0;
    for raw in entries {
        let at = raw.offset.unwrap_or(bytes.len() as u32);
        if raw.offset.is_none() {
            bytes.extend(b"PK\x03\x04");
            bytes.extend(header(raw, &raw.own_name));
            bytes.extend(&raw.own_name);
            bytes.extend(&raw.data);
        }
        if raw.listed {
            count += 1;
            directory.extend(b"PK\x01\x02\x14\x03");
            directory.extend(header(raw, &raw.name));
            directory.extend([0; 6]);
            directory.extend(raw.attributes.to_le_bytes());
            directory.extend(at.to_le_bytes());
            directory.extend(&raw.name);
        }
    }
    let start = bytes.len() as u32;
    let size = directory.len() as u32;
    bytes.extend(directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend(count.to_le_bytes());
    bytes.extend(count.to_le_bytes());
    bytes.extend(size.to_le_bytes());
    bytes.extend(start.to_le_bytes());
    bytes.extend([0, 0]);
    bytes
}

fn gzip(data: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(data).expect("memory takes it");
    packer.finish().expect("it ends")
}

/// A header of a TAR and what follows it.
fn tarred(name: &[u8], kind: u8, link: &[u8], data: &[u8]) -> Vec<u8> {
    let mut block = vec![0; 512];
    block[..name.len()].copy_from_slice(name);
    block[100..107].copy_from_slice(b"0000644");
    block[124..135].copy_from_slice(format!("{:011o}", data.len()).as_bytes());
    block[136..147].copy_from_slice(b"13532211700");
    block[156] = kind;
    block[157..157 + link.len()].copy_from_slice(link);
    block[257..265].copy_from_slice(b"ustar\x0000");
    block[148..156].fill(b' ');
    let sum: u32 = block.iter().map(|byte| u32::from(*byte)).sum();
    block[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    block.extend(data);
    block.resize(block.len().div_ceil(512) * 512, 0);
    block
}

fn tar(entries: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = entries.concat();
    bytes.extend([0; 1024]);
    bytes
}

fn codes(reading: &Reading) -> Vec<&'static str> {
    let codes = reading.problems.iter().map(|problem| problem.code());
    codes.collect()
}

fn reading(bytes: &[u8]) -> Reading {
    read(bytes, &Limits::default())
}

/// That a reading of `bytes` finds `code` and takes out the parts `taken`.
fn check(bytes: &[u8], code: &str, taken: &[&str]) {
    let reading = reading(bytes);
    assert!(
        codes(&reading).contains(&code),
        "{code}: {:?}",
        reading.problems
    );
    let found: Vec<&str> = reading
        .parts
        .iter()
        .filter(|part| part.bytes.is_some())
        .map(|part| part.name.as_str())
        .collect();
    assert_eq!(found, taken, "{code}");
}

#[test]
fn a_zip_is_read_as_its_writer_meant_it() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, method) in [
        ("list.csv", CompressionMethod::Deflated),
        ("نامه.txt", CompressionMethod::Stored),
    ] {
        let options = SimpleFileOptions::default().compression_method(method);
        writer.start_file(name, options).expect("a new file");
        writer
            .write_all(b"name,born\nAli,1360\n")
            .expect("memory takes it");
    }
    writer
        .add_directory("photos", SimpleFileOptions::default())
        .expect("a folder");
    writer.set_comment("as handed over").expect("it fits");
    let bytes = writer.finish().expect("it ends").into_inner();
    let reading = reading(&bytes);
    assert_eq!(reading.problems, []);
    assert_eq!(reading.media_type, MediaType::Zip);
    let parts = reading
        .parts
        .iter()
        .map(|part| (part.name.as_str(), part.media_type.as_str(), part.size));
    assert_eq!(
        parts.collect::<Vec<_>>(),
        [
            ("list.csv", "text/csv", Some(19)),
            ("نامه.txt", "text/plain", Some(19)),
            ("photos/", "inode/directory", Some(0)),
        ]
    );
    assert_eq!(reading.facts[0].value, "as handed over");
    let mut container = Container::open(&bytes, &Limits::default()).expect("a ZIP");
    assert_eq!(
        container.file("list.csv").as_deref(),
        Some(&b"name,born\nAli,1360\n"[..])
    );
    assert_eq!(container.file("photos/"), None);
    assert_eq!(container.file("no.txt"), None);
}

#[test]
fn two_directories_that_disagree_are_told() {
    let mut entry = stored("a.txt", b"words");
    entry.own_name = b"b.exe".to_vec();
    check(&packed(&[entry]), "zip-headers-differ", &["a.txt"]);
    let mut lying = packed(&[stored("a.txt", b"words")]);
    lying[22] += 1;
    check(&lying, "zip-headers-differ", &["a.txt"]);
    let mut hidden = stored("hidden.txt", b"more words");
    hidden.listed = false;
    let both = [stored("a.txt", b"words"), hidden];
    check(
        &packed(&both),
        "zip-entry-unlisted",
        &["a.txt", "hidden.txt"],
    );
    // One ZIP behind another: readers from the start see the first, readers from the end the second.
    let mut two = packed(&[stored("first.txt", b"one")]);
    two.extend(packed(&[stored("second.txt", b"two")]));
    check(&two, "zip-two-directories", &["second.txt", "first.txt"]);
    // A ZIP stored in a ZIP is no such thing.
    let inner = packed(&[stored("a.txt", b"words")]);
    let outer = reading(&packed(&[stored("inner.zip", &inner)]));
    assert_eq!(codes(&outer), [""; 0]);
    let mut count = packed(&[stored("a.txt", b"words")]);
    let at = count.len() - 12;
    count[at] = 2;
    check(&count, "zip-count-differs", &["a.txt"]);
}

#[test]
fn bytes_before_between_and_behind_are_told() {
    let whole = packed(&[stored("a.txt", b"words")]);
    let before = [b"#!/bin/sh\n".as_slice(), &whole].concat();
    check(&before, "container-data-before", &["a.txt"]);
    let after = [&whole, b"more".as_slice()].concat();
    check(&after, "container-data-after", &["a.txt"]);
    let mut gap = stored("b.txt", b"words");
    gap.data = b"wordsand what nobody lists".to_vec();
    let mut bytes = packed(&[gap, stored("c.txt", b"c")]);
    // The header and the directory say five bytes.
    bytes[18] = 5;
    let place = bytes
        .windows(4)
        .position(|four| four == b"PK\x01\x02")
        .expect("a directory");
    bytes[place + 20] = 5;
    check(&bytes, "container-data-between", &["b.txt", "c.txt"]);
}

#[test]
fn names_that_lead_out_or_deceive_are_told_and_kept_as_they_are() {
    let known = [
        ("../../etc/passwd", "entry-name-leads-out"),
        ("/etc/passwd", "entry-name-leads-out"),
        ("C:\\Windows\\a.dll", "entry-name-leads-out"),
        ("\\\\host\\share", "entry-name-leads-out"),
        ("a\\..\\b", "entry-name-leads-out"),
        ("photos\\a.jpg", "entry-name-backslash"),
        ("photo\u{202e}gpj.exe", "entry-name-invisible"),
        ("a\u{1b}[2Jb.txt", "entry-name-invisible"),
        ("a\0.txt", "entry-name-invisible"),
        ("a\u{200b}.txt", "entry-name-invisible"),
        ("NUL.txt", "entry-name-special"),
        ("com1", "entry-name-special"),
        ("a.txt:stream", "entry-name-special"),
        ("a.txt. ", "entry-name-special"),
        ("", "entry-name-special"),
    ];
    for (name, code) in known {
        check(&packed(&[stored(name, b"x")]), code, &[name]);
    }
    for name in [
        "می‌خواهم.txt",
        "a/b/c.txt",
        "console.txt",
        "..a",
        "é.jpg",
        "comb",
    ] {
        let reading = reading(&packed(&[stored(name, b"x")]));
        assert_eq!(reading.problems, [], "{name}");
    }
    assert_eq!(shown("a\u{202e}\u{1b}b"), "a\\u{202e}\\u{1b}b");
    assert_eq!(shown(&"ب".repeat(300)).chars().count(), 201);
}

#[test]
fn names_that_pass_for_one_another_are_told() {
    for (one, other) in [
        ("list.csv", "LIST.csv"),
        ("\u{e9}.txt", "e\u{301}.txt"),
        ("paris.txt", "pаris.txt"),
        ("علي.txt", "علی.txt"),
        ("list1.csv", "listl.csv"),
        ("a.txt", "a\u{200c}.txt"),
        ("۱۲.txt", "12.txt"),
    ] {
        let bytes = packed(&[stored(one, b"x"), stored(other, b"y")]);
        check(&bytes, "entry-names-alike", &[one, other]);
    }
    let twice = packed(&[stored("a", b"x"), stored("a", b"y"), stored("a", b"z")]);
    let reading = reading(&twice);
    assert_eq!(codes(&reading), ["entry-twice"]);
}

#[test]
fn links_and_devices_are_told_and_not_followed() {
    let mut link = stored("a", b"/etc/passwd");
    link.attributes = 0o120_777 << 16;
    let mut device = stored("b", b"");
    device.attributes = 0o020_666 << 16;
    let bytes = packed(&[link, device]);
    check(&bytes, "entry-link", &[]);
    check(&bytes, "entry-device", &[]);
    let container = Container::open(&bytes, &Limits::default()).expect("a ZIP");
    let to = EntryKind::Link {
        to: "/etc/passwd".to_owned(),
    };
    assert_eq!(container.entries[0].kind, to);
    let bytes = tar(&[
        tarred(b"a", b'2', b"../../x", b""),
        tarred(b"b", b'1', b"/etc/shadow", b""),
        tarred(b"c", b'3', b"", b""),
        tarred(b"d", b'0', b"", b"words"),
    ]);
    check(&bytes, "entry-link", &["d"]);
    check(&bytes, "entry-device", &["d"]);
}

#[test]
fn bombs_are_not_unpacked() {
    // A gibibyte of zeros in a megabyte.
    let mut packer = DeflateEncoder::new(Vec::new(), Compression::best());
    packer
        .write_all(&vec![0; 1 << 20])
        .expect("memory takes it");
    packer.flush().expect("memory takes it");
    let mut bomb = packer.get_ref().repeat(1024);
    bomb.extend([3, 0]);
    assert!(bomb.len() < 1_100_000, "{}", bomb.len());
    let head = b"\x1f\x8b\x08\0\0\0\0\0\0\xff".as_slice();
    check(&[head, &bomb, &[0; 8]].concat(), "gzip-bomb", &[]);
    let mut entry = stored("zeros", b"");
    entry.method = 8;
    entry.data = bomb;
    entry.size = 1 << 30;
    check(&packed(&[entry.clone()]), "entry-bomb", &[]);
    // The same, lying about its size.
    entry.size = 5;
    check(&packed(&[entry]), "entry-bomb", &[]);
    // Entries that take the same bytes, as in a bomb without recursion.
    let kernel = deflated("0", &vec![0; 1 << 20]);
    let mut overlapping = vec![kernel.clone()];
    for number in 1..2000 {
        let mut again = kernel.clone();
        again.offset = Some(0);
        again.name = number.to_string().into_bytes();
        again.own_name = b"0".to_vec();
        overlapping.push(again);
    }
    check(&packed(&overlapping), "zip-entries-overlap", &[]);
}

#[test]
fn all_entries_together_stay_within_what_may_be_unpacked() {
    let limits = Limits {
        unpacked: 2_500,
        ..Limits::default()
    };
    let entries: Vec<Raw> = (0..5)
        .map(|n| deflated(&n.to_string(), &[b'a' + n; 1000]))
        .collect();
    let reading = read(&packed(&entries), &limits);
    let taken = reading.parts.iter().filter(|part| part.bytes.is_some());
    assert_eq!(taken.count(), 2);
    assert_eq!(codes(&reading), ["unpacked-too-large"; 3]);
    let limits = Limits {
        entries: 3,
        ..Limits::default()
    };
    let reading = read(&packed(&entries), &limits);
    assert_eq!(reading.parts.len(), 3);
    assert_eq!(codes(&reading), ["too-many-entries"]);
}

#[test]
fn gzip_in_gzip_is_opened_as_often_as_the_limit_says() {
    let mut bytes = b"the words".to_vec();
    for _ in 0..3 {
        bytes = gzip(&bytes);
    }
    let within = reading(&bytes);
    assert_eq!(within.parts[0].bytes.as_deref(), Some(&b"the words"[..]));
    let beyond = reading(&gzip(&bytes));
    assert_eq!(codes(&beyond), ["nested-too-deep"]);
    assert_eq!(beyond.parts[0].media_type, "application/gzip");
    // A gzip whose content is itself for ever would be stopped by the same rule.
    let packed = gzip(&tar(&[tarred(b"a/b.txt", b'0', b"", b"words")]));
    let packed = reading(&packed);
    assert_eq!(packed.media_type, MediaType::Gzip);
    assert_eq!(packed.parts[0].name, "a/b.txt");
    assert_eq!(packed.problems, []);
}

#[test]
fn a_gzip_that_does_not_hold_is_told() {
    let whole = gzip(b"words and words");
    let mut wrong = whole.clone();
    let at = wrong.len() - 8;
    wrong[at] ^= 1;
    check(&wrong, "gzip-checksum", &[""]);
    let mut lying = whole.clone();
    let at = lying.len() - 4;
    lying[at] ^= 1;
    check(&lying, "gzip-size-differs", &[""]);
    check(
        &[&whole, b"tail".as_slice()].concat(),
        "container-data-after",
        &[""],
    );
    check(&whole[..14], "gzip-damaged", &[]);
    let twice = reading(&[whole.clone(), whole].concat());
    assert_eq!(twice.problems, []);
    assert_eq!(twice.parts[0].size, Some(30));
}

#[test]
fn what_is_locked_damaged_or_packed_strangely_is_listed() {
    let mut locked = stored("a.txt", b"words");
    locked.flags |= 1;
    check(&packed(&[locked]), "entry-encrypted", &[]);
    let mut strange = stored("a.txt", b"words");
    strange.method = 14;
    check(&packed(&[strange]), "entry-method", &[]);
    let mut wrong = stored("a.txt", b"words");
    wrong.checksum = 7;
    check(&packed(&[wrong]), "entry-checksum", &["a.txt"]);
    let mut lying = deflated("a.txt", b"words");
    lying.size = 4;
    check(&packed(&[lying]), "entry-size-differs", &["a.txt"]);
    let mut damaged = deflated("a.txt", b"words");
    damaged.data = b"\xff\xff\xff".to_vec();
    check(&packed(&[damaged]), "entry-damaged", &[]);
    let mut missing = stored("a.txt", b"words");
    missing.offset = Some(9);
    check(&packed(&[missing]), "zip-entry-missing", &[]);
    let mut named = stored("a.txt", b"words");
    named.flags = 0;
    named.name = b"\xe7\xe1\xed.txt".to_vec();
    named.own_name = named.name.clone();
    let reading = reading(&packed(&[named]));
    assert_eq!(codes(&reading), ["entry-name-guessed"]);
}

#[test]
fn a_tar_in_any_form_is_read_and_its_damage_told() {
    let long = "l".repeat(300);
    let pax = format!("{} path={long}\n", long.len() + 10);
    let whole = tar(&[
        tarred(b"x", b'x', b"", pax.as_bytes()),
        tarred(b"short", b'0', b"", b"one"),
        tarred(b"././@LongLink", b'L', b"", "ن".repeat(90).as_bytes()),
        tarred(b"cut", b'0', b"", b"two"),
        tarred(b"folder/", b'5', b"", b""),
    ]);
    let read = reading(&whole);
    assert_eq!(read.problems, []);
    let names: Vec<&str> = read.parts.iter().map(|part| part.name.as_str()).collect();
    assert_eq!(names, [long.as_str(), &"ن".repeat(90), "folder/"]);
    let one = tarred(b"a", b'0', b"", b"words");
    check(&one, "tar-no-end", &["a"]);
    let mut damaged = tar(&[one.clone(), one.clone()]);
    damaged[1024] ^= 1;
    check(&damaged, "tar-header-damaged", &["a"]);
    let mut after = tar(std::slice::from_ref(&one));
    after.extend(b"more");
    check(&after, "container-data-after", &["a"]);
    let mut lying = one.clone();
    lying[124..135].copy_from_slice(b"77777777777");
    lying[148..156].fill(b' ');
    let sum: u32 = lying[..512].iter().map(|byte| u32::from(*byte)).sum();
    lying[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    check(&lying, "entry-cut", &[]);
}

#[test]
fn a_zip_cut_anywhere_still_gives_its_whole_entries() {
    let entries: Vec<Raw> = (0..8)
        .map(|n| deflated(&format!("{n}.txt"), &[b'a' + n; 400]))
        .collect();
    let whole = packed(&entries);
    let mut most = 0;
    for part in 0..64 {
        let cut = &whole[..whole.len() * part / 64];
        let Some(mut container) = Container::open(cut, &Limits::default()) else {
            assert!(part == 0, "{part}");
            continue;
        };
        let taken = (0..container.entries.len()).filter(|place| container.bytes(*place).is_some());
        let taken = taken.count();
        assert!(taken >= most, "{part}: {taken} after {most}");
        most = taken;
        assert!(
            container
                .problems
                .iter()
                .any(|p| p.code() == "zip-no-directory")
        );
    }
    assert_eq!(most, 8);
}
