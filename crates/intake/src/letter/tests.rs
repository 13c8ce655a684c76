//! Letters as programs send them, and as nobody should.

use super::{coding, header::moment_of, read};
use crate::{
    kind::{MediaType, sniff},
    limits::Limits,
    problem::Problem,
    reading::Reading,
};

const LETTER: &str = "Return-Path: <zahra@example.org>\r\n\
Received: by mx.example.org; Fri, 30 Aug 2019 14:00:05 +0200\r\n\
Received: from phone by relay.example.org;\r\n Fri, 30 Aug 2019 14:00:02 +0200\r\n\
DKIM-Signature: v=1; a=rsa-sha256; d=example.org; s=x; bh=; b=\r\n\
From: =?UTF-8?B?2LLZh9ix2Kc=?= <zahra@example.org>\r\n\
To: archive@example.org\r\n\
Subject: =?utf-8?Q?Noms_des_ex=C3=A9?= =?utf-8?Q?cut=C3=A9s?=\r\n\
Date: Fri, 30 Aug 2019 14:00:00 +0200\r\n\
Message-ID: <1@example.org>\r\n\
MIME-Version: 1.0\r\n\
Content-Type: multipart/mixed; boundary=\"outer; mark\"\r\n\
\r\n\
Not for people.\r\n\
--outer; mark\r\n\
Content-Type: multipart/alternative; boundary=inner\r\n\
\r\n\
--inner\r\n\
Content-Type: text/plain; charset=iso-8859-1\r\n\
Content-Transfer-Encoding: quoted-printable\r\n\
\r\n\
Voici la liste des ex=E9cut=E9s, a very long line that goes =\r\n\
on.\r\n\
--inner\r\n\
Content-Type: text/html\r\n\
\r\n\
<p>The same\r\n\
--inner--\r\n\
--outer; mark\r\n\
Content-Type: text/csv\r\n\
Content-Disposition: attachment; filename*=UTF-8''%D9%86%D8%A7%D9%85.csv\r\n\
Content-Transfer-Encoding: base64\r\n\
\r\n\
bmFtZSxib3JuCkFsaSwx\r\n\
MzQwClphaHJhLDEzNDIK\r\n\
--outer; mark\r\n\
Content-Type: message/rfc822\r\n\
\r\n\
From: a@example.org\r\n\
\r\n\
inner words\r\n\
--outer; mark--\r\n";

fn reading(bytes: &[u8]) -> Reading {
    read(bytes, &Limits::default())
}

fn facts<'r>(reading: &'r Reading, name: &str) -> Vec<&'r str> {
    let facts = reading.facts.iter().filter(|fact| fact.name == name);
    facts.map(|fact| fact.value.as_str()).collect()
}

fn codes(reading: &Reading) -> Vec<&'static str> {
    reading.problems.iter().map(Problem::code).collect()
}

#[test]
fn a_letter_is_told_by_its_headers_its_words_and_its_parts() {
    let found = reading(LETTER.as_bytes());
    assert_eq!(found.media_type, MediaType::Eml);
    assert_eq!(found.title.as_deref(), Some("Noms des exécutés"));
    assert_eq!(facts(&found, "from"), ["زهرا <zahra@example.org>"]);
    assert_eq!(facts(&found, "made"), ["2019-08-30T14:00:00+02:00"]);
    assert_eq!(facts(&found, "received").len(), 2);
    assert_eq!(facts(&found, "signed-by"), ["example.org"]);
    assert_eq!(
        found.text,
        "Voici la liste des exécutés, a very long line that goes on."
    );
    let parts: Vec<_> = found
        .parts
        .iter()
        .map(|part| (part.name.as_str(), part.media_type.as_str(), part.size))
        .collect();
    assert_eq!(
        parts,
        [
            ("نام.csv", "text/csv", Some(30)),
            ("", "message/rfc822", Some(34))
        ]
    );
    assert_eq!(codes(&found), ["letter-signature-not-checked"]);
}

#[test]
fn what_is_wrong_with_a_letter_is_told() {
    let with = |from: &str, to: &str| codes(&reading(LETTER.replace(from, to).as_bytes()));
    assert!(with("--outer; mark--", "").contains(&"letter-cut"));
    assert!(with("MzQwCl", "M$$wCl").contains(&"letter-coding-damaged"));
    assert!(with("ex=E9cut", "ex=ZZcut").contains(&"letter-coding-damaged"));
    assert!(
        with("Date: Fri, 30 Aug 2019 14", "Date: Fri, 35 Aug 2019 14")
            .contains(&"letter-date-none")
    );
    assert!(
        with("Date: Fri, 30 Aug 2019 14", "Date: Fri, 30 Aug 2018 14").contains(&"dates-differ")
    );
    assert!(
        with("UTF-8''%D9%86%D8%A7%D9%85.csv", "UTF-8''..%2F..%2Fa.csv")
            .contains(&"entry-name-leads-out")
    );
    assert!(
        with("UTF-8''%D9%86%D8%A7%D9%85.csv", "UTF-8''a%E2%80%AEvsc.exe")
            .contains(&"entry-name-invisible")
    );
    assert!(
        with("message/rfc822", "application/pkcs7-signature")
            .contains(&"letter-signature-not-checked")
    );
    assert!(with("message/rfc822", "application/pkcs7-mime").contains(&"letter-encrypted"));
}

#[test]
fn parts_in_parts_are_followed_as_deep_as_programs_go() {
    let mut letter =
        "Date: Fri, 30 Aug 2019 14:00:00 +0200\nFrom: a@example.org\nMIME-Version: 1.0\n"
            .to_owned();
    for depth in 0..1000 {
        letter += &format!("Content-Type: multipart/mixed; boundary=b{depth}\n\n--b{depth}\n");
    }
    let found = reading(letter.as_bytes());
    assert!(codes(&found).contains(&"too-deep"));
    let mut many = "Date: Fri, 30 Aug 2019 14:00:00 +0200\nFrom: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n".to_owned();
    many += &"--b\nContent-Type: image/png\n\nx\n".repeat(50);
    let few = Limits {
        entries: 10,
        ..Limits::default()
    };
    let found = read(many.as_bytes(), &few);
    assert_eq!(found.parts.len(), 10);
    assert!(codes(&found).contains(&"too-many-entries"));
}

#[test]
fn a_page_alone_gives_its_words() {
    let letter = "Date: Fri, 30 Aug 2019 14:00:00 +0200\nFrom: a@example.org\nMIME-Version: 1.0\nContent-Type: text/html; charset=windows-1256\n\n";
    let bytes = [
        letter.as_bytes(),
        b"<p>\xd3\xe1\xc7\xe3</p><script>no</script>",
    ]
    .concat();
    assert_eq!(reading(&bytes).text, "سلام");
}

#[test]
fn a_box_gives_its_letters() {
    let one = "From a@example.org Fri Aug 30 14:00:00 2019\nDate: Fri, 30 Aug 2019 14:00:00 +0200\nFrom: a@example.org\nMessage-ID: <1@x>\n\nFrom here on\n>From there\n\n";
    let found = reading(one.repeat(3).as_bytes());
    assert_eq!(found.media_type, MediaType::Mbox);
    assert_eq!(found.parts.len(), 3);
    let letter = found.parts[1].bytes.as_deref().expect("its bytes");
    assert_eq!(sniff(letter, "2.eml"), MediaType::Eml);
    assert!(reading(letter).text.starts_with("From here on"));
    let few = Limits {
        entries: 2,
        ..Limits::default()
    };
    let found = read(one.repeat(3).as_bytes(), &few);
    assert_eq!(found.parts.len(), 2);
    assert_eq!(codes(&found), ["too-many-entries"]);
}

/// A message in a compound file that `extract-msg` 0.5x wrote.
const MSG: &[u8] = include_bytes!("../../tests/data/letter.msg");

#[test]
fn what_outlook_saves_is_read() {
    let found = reading(MSG);
    assert_eq!(found.media_type, MediaType::Msg);
    assert_eq!(found.problems, []);
    assert_eq!(found.title.as_deref(), Some("گزارش خاوران"));
    assert_eq!(facts(&found, "from"), ["Zahra Rahimi", "zahra@example.org"]);
    assert_eq!(facts(&found, "made"), ["2019-08-30T12:00:00Z"]);
    assert!(found.text.starts_with("Names of 12 people"));
    assert_eq!(found.parts[0].name, "list.csv");
    assert_eq!(found.parts[0].size, Some(5410));
    assert_eq!(found.parts[0].media_type, "text/csv");
}

#[test]
fn a_compound_file_that_leads_to_itself_is_read_once() {
    // Every number of the table of sectors in turn leads to the first sector.
    let whole = MSG.to_vec();
    for at in (0..whole.len().min(4096)).step_by(20) {
        for number in [0_u32, 1, 0xffff_fff0] {
            let mut looped = whole.clone();
            looped[at..at + 4].copy_from_slice(&number.to_le_bytes());
            reading(&looped);
        }
    }
    for part in 0..64 {
        reading(&whole[..whole.len() * part / 64]);
    }
}

#[test]
fn encoded_words_and_dates_are_put_into_letters() {
    let known = [
        ("=?UTF-8?B?2LPZhNin2YU=?=", "سلام"),
        ("=?utf-8?q?a_b?= =?utf-8?q?_c?= d", "a b c d"),
        ("=?windows-1256?B?0+HH4w==?=", "سلام"),
        ("=?x", "=?x"),
        ("=?a?b?c?=", "=?a?b?c?="),
        ("a =?utf-8?q?b?= c", "a b c"),
    ];
    for (text, words) in known {
        assert_eq!(coding::words(text), words, "{text}");
    }
    let moment = |text| moment_of(text).map(|(moment, _)| moment);
    assert_eq!(
        moment("Fri, 30 Aug 2019 14:00:00 +0430 (IRDT)").as_deref(),
        Some("2019-08-30T14:00:00+04:30")
    );
    assert_eq!(
        moment("30 Aug 19 14:00 GMT").as_deref(),
        Some("2019-08-30T14:00:00Z")
    );
    assert_eq!(moment("Fri, 31 Feb 2019 14:00:00 +0000"), None);
    assert_eq!(moment(""), None);
}
