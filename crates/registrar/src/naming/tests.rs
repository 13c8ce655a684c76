//! Lines come back in order with score and reasons, whatever they hold, in any number of threads.

use std::{fs, path::PathBuf};

use super::{ScoreOptions, Scored, score};

fn scored(lines: &[u8], threads: usize) -> (String, Scored) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("pairs.tsv");
    fs::write(&path, lines).expect("written");
    let options = ScoreOptions {
        pairs: path,
        out: None,
        threads: Some(threads),
    };
    let mut text = Vec::new();
    let scored = score(&options, &mut text, &mut |_| {}).expect("scored");
    (String::from_utf8_lossy(&text).into_owned(), scored)
}

#[test]
fn many_chunks_come_back_in_order_in_any_number_of_threads() {
    let lines: String = (0..50_000)
        .map(|number| format!("Ali {}\tعلی {}\t{number}\n", number % 97, number % 89))
        .collect();
    let (one, counts) = scored(lines.as_bytes(), 1);
    assert_eq!(counts.pairs, 50_000);
    assert!(one == scored(lines.as_bytes(), 4).0);
    for (number, line) in one.lines().enumerate() {
        assert_eq!(line.split('\t').nth(2), Some(number.to_string().as_str()));
    }
}

#[test]
fn a_header_is_one_only_when_it_says_so() {
    let (text, counts) = scored("\u{feff}Left\tright\tn\na\tb\t1\r\n".as_bytes(), 1);
    assert!(
        text.starts_with("Left\tright\tn\tscore\twhy\na\tb\t1\t"),
        "{text}"
    );
    assert_eq!(counts.pairs, 1);
    let (text, counts) = scored(b"left\tbehind\n", 1);
    assert!(text.starts_with("left\tbehind\t0."), "{text}");
    assert_eq!((counts.rows, counts.pairs), (1, 1));
}

#[test]
fn what_is_no_pair_is_kept_without_a_score_and_said() {
    let mut lines = b"no tab\n\na\tb\xff\n".to_vec();
    lines.extend(vec![b'x'; 3 << 20]);
    lines.extend(b"\na\tb");
    let (text, counts) = scored(&lines, 2);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "no tab\t\t");
    assert_eq!(lines[1], "");
    assert_eq!(lines[2].split('\t').count(), 4);
    assert_eq!(lines[3].len(), (1 << 20) + 2);
    assert_eq!(lines.len(), 5);
    let codes: Vec<_> = counts
        .troubles
        .iter()
        .map(|kind| (kind.code, kind.count, kind.first[0].row))
        .collect();
    assert_eq!(
        codes,
        [
            ("no-pair", 1, Some(1)),
            ("replaced-characters", 1, Some(3)),
            ("row-too-long", 1, Some(4))
        ]
    );
    assert_eq!((counts.rows, counts.pairs), (4, 2));
}

#[test]
fn an_output_is_never_written_over_its_input() {
    let folder = tempfile::tempdir().expect("a folder");
    let pairs = folder.path().join("pairs.tsv");
    fs::write(&pairs, "a\tb\n").expect("written");
    let out: PathBuf = folder.path().join(".").join("pairs.tsv");
    let options = ScoreOptions {
        pairs: pairs.clone(),
        out: Some(out),
        threads: Some(1),
    };
    assert!(score(&options, &mut Vec::new(), &mut |_| {}).is_err());
    assert_eq!(fs::read(&pairs).expect("there"), b"a\tb\n");
}
