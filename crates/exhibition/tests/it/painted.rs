//! Invented pictures for the invented edition: painted by a program, they show nobody and nothing.

use std::sync::atomic::{AtomicU32, Ordering};

use edition::{
    Blobs, PictureError, Pixels,
    draft::{Covered, Draft, DraftItem},
};
use model::{
    access::Access,
    arrangement::{Localized, Presented},
    claim::Locator,
    date::Calendar,
    entry::Timestamp,
    id::{ClaimId, EvidenceNumber, RecordId, RecordKind},
};

use crate::invented::{Saying, date, id, item, language, say, text};

/// What is painted beneath everything that is covered: no byte of an exhibition may show it.
pub(crate) const SECRET: [u8; 3] = [255, 0, 255];

/// The picture of the invented portrait.
pub(crate) const PORTRAIT: u32 = 20;
/// An official's portrait.
pub(crate) const OFFICIAL: u32 = 21;
/// Photographs of an invented field, later one first.
pub(crate) const FIELD: [u32; 2] = [22, 23];
/// A letter of three pages.
pub(crate) const LETTER: u32 = 24;
/// A page of it once more, partly covered.
pub(crate) const COVERED: u32 = 31;
/// What is covered of it, in thousandths.
pub(crate) const AREA: [u16; 4] = [300, 400, 600, 500];
/// A picture that may distress.
pub(crate) const SENSITIVE: u32 = 25;
/// A picture that nobody has described.
pub(crate) const UNDESCRIBED: u32 = 26;
/// A picture whose bytes are broken.
pub(crate) const BROKEN: u32 = 27;
/// A film with captions in two languages.
pub(crate) const FILM: u32 = 28;
/// Its captions.
pub(crate) const CAPTIONS: [u32; 2] = [29, 30];

/// Width and height of the pages of each picture.
fn sheets(number: u32) -> &'static [(u32, u32)] {
    match number {
        PORTRAIT | OFFICIAL => &[(660, 720)],
        22 | 23 => &[(520, 320)],
        SENSITIVE => &[(300, 200)],
        LETTER => &[(560, 792), (280, 396), (280, 396)],
        COVERED => &[(560, 792)],
        UNDESCRIBED | BROKEN => &[(60, 60)],
        _ => &[],
    }
}

/// Where pictures are painted when they are asked for.
#[derive(Debug, Default)]
pub(crate) struct Painter {
    /// How often a picture was asked for.
    pub(crate) opened: AtomicU32,
    /// What is painted beneath coverings.
    pub(crate) beneath: [u8; 3],
}

impl Blobs for Painter {
    fn pixels(&self, number: EvidenceNumber, sheet: u32) -> Result<Pixels, PictureError> {
        self.opened.fetch_add(1, Ordering::Relaxed);
        let size = sheets(number.0).get(sheet as usize - 1);
        match size {
            Some((width, height)) if number.0 != BROKEN => {
                Ok(paint(number.0, *width, *height, self.beneath))
            }
            _ => Err(PictureError::Unreadable {
                number,
                why: "it is broken on purpose".to_owned(),
            }),
        }
    }

    fn file(&self, number: EvidenceNumber) -> Result<Vec<u8>, PictureError> {
        match number.0 {
            29 | 30 => Ok(b"WEBVTT\n\n00:00.000 --> 00:02.000\nNothing here happened.\n".to_vec()),
            _ => Ok(format!("Exif\0\0 invented bytes of {number}").into_bytes()),
        }
    }
}

/// A picture with soft shapes, as a photograph has, and lines, as a page has.
fn paint(number: u32, width: u32, height: u32, beneath: [u8; 3]) -> Pixels {
    let mut rgb = Vec::with_capacity((width * height * 3) as usize);
    for row in 0..height {
        for column in 0..width {
            let (x, y) = (
                f64::from(column) / f64::from(width),
                f64::from(row) / f64::from(height),
            );
            let pixel = match number {
                COVERED if is_beneath(x, y) => beneath,
                LETTER | COVERED => letter(x, y),
                PORTRAIT | OFFICIAL => bust(x, y, number == OFFICIAL),
                _ => field(x, y, number),
            };
            rgb.extend(pixel);
        }
    }
    Pixels { width, height, rgb }
}

fn grain(x: f64, y: f64) -> f64 {
    let wave = (x * 127.1 + y * 311.7).sin() * 43_758.545;
    (wave - wave.floor() - 0.5) * 6.0
}

fn shade(light: f64, tint: [f64; 3]) -> [u8; 3] {
    tint.map(|part| (light * part).clamp(0.0, 255.0) as u8)
}

/// A plain head and shoulders, as on a sign: no face.
fn bust(x: f64, y: f64, is_cold: bool) -> [u8; 3] {
    let head = ((x - 0.42) / 0.17).powi(2) + ((y - 0.36) / 0.2).powi(2);
    let shoulders = ((x - 0.42) / 0.36).powi(2) + ((y - 1.02) / 0.42).powi(2);
    let light = if head < 1.0 {
        150.0 - 45.0 * head
    } else if shoulders < 1.0 {
        95.0 - 30.0 * shoulders
    } else {
        212.0 - 50.0 * y - 20.0 * (x - 0.5).abs()
    };
    let tint = if is_cold {
        [0.94, 0.98, 1.0]
    } else {
        [1.0, 0.97, 0.9]
    };
    shade(light + grain(x, y), tint)
}

/// Ground and sky; a wall stands there in the later one.
fn field(x: f64, y: f64, number: u32) -> [u8; 3] {
    let hill = 0.45 + 0.06 * (x * 5.0).sin();
    let wall =
        number == FIELD[0] && (0.2..0.75).contains(&x) && (hill - 0.14..hill + 0.1).contains(&y);
    if wall {
        shade(176.0 + grain(x, y), [1.0, 0.95, 0.88])
    } else if y < hill {
        shade(228.0 - 60.0 * y + grain(x, y), [0.92, 0.97, 1.0])
    } else {
        shade(
            150.0 - 60.0 * (y - hill) + 3.0 * grain(x, y),
            [1.0, 0.93, 0.76],
        )
    }
}

/// A little less than what is covered: its edge is told from a pixel, not from a thousandth.
fn is_beneath(x: f64, y: f64) -> bool {
    (0.3..0.599).contains(&x) && (0.4..0.499).contains(&y)
}

/// Lines of signs that mean nothing.
fn letter(x: f64, y: f64) -> [u8; 3] {
    let line = (y * 34.0).fract();
    let is_text = (0.12..0.88).contains(&x) && (0.08..0.9).contains(&y);
    let sign = ((x * 61.0).floor() * 7.3 + (y * 34.0).floor() * 3.1).sin() > -0.35;
    if is_text && sign && line > 0.35 && line < 0.7 {
        [52, 48, 44]
    } else {
        shade(240.0 + grain(x, y) / 3.0, [1.0, 0.985, 0.94])
    }
}

fn words(en: &str, fa: &str) -> Localized {
    let both = [("en", en), ("fa", fa)];
    let said = both.into_iter().filter(|(_, words)| !words.is_empty());
    Localized(
        said.map(|(tag, words)| (language(tag), words.to_owned()))
            .collect(),
    )
}

fn presented(number: u32, alt: Localized, caption: Localized) -> Presented {
    Presented {
        item: EvidenceNumber(number),
        alt,
        caption,
        credit: words(
            "Painted by a program. CC0, https://creativecommons.org/publicdomain/zero/1.0/",
            "نقاشی یک برنامه. CC0",
        ),
        focus: None,
        sensitive: false,
        offered: false,
        captions: Vec::new(),
        poster: None,
    }
}

/// All that the curator of the invented exhibition says of its pictures.
fn arranged() -> Vec<Presented> {
    let mut all = vec![
        presented(
            PORTRAIT,
            words(
                "Drawing of a head and shoulders without a face, on a light ground.",
                "طرحی از سر و شانه‌ها، بی چهره، بر زمینهٔ روشن.",
            ),
            words("Invented portrait", "تک‌چهرهٔ ساختگی"),
        ),
        presented(
            OFFICIAL,
            words(
                "Drawing of a head and shoulders without a face, in cold grey.",
                "",
            ),
            words("Invented official", ""),
        ),
        presented(
            FIELD[0],
            words(
                "A flat field with a pale wall across it.",
                "زمینی هموار با دیواری رنگ‌پریده در میان آن.",
            ),
            words("The field with a wall", "زمین با دیوار"),
        ),
        presented(
            FIELD[1],
            words(
                "A flat field under a pale sky.",
                "زمینی هموار زیر آسمانی رنگ‌پریده.",
            ),
            words("The field before", "زمین، پیش از آن"),
        ),
        presented(
            LETTER,
            words(
                "Three pages covered with lines of invented signs.",
                "سه صفحه پر از سطرهایی از نشانه‌های ساختگی.",
            ),
            words("An invented letter", "نامهٔ ساختگی"),
        ),
        presented(
            COVERED,
            words(
                "A page covered with lines of invented signs; a part in the middle is black.",
                "صفحه‌ای پر از سطرهایی از نشانه‌های ساختگی؛ بخشی در میان آن سیاه است.",
            ),
            words(
                "A page that is partly covered",
                "صفحه‌ای که بخشی از آن پوشیده است",
            ),
        ),
        presented(
            SENSITIVE,
            words(
                "A bare field at dusk, which stands for what would distress.",
                "زمینی برهنه در غروب، به جای آنچه آزاردهنده است.",
            ),
            Localized::default(),
        ),
        presented(
            BROKEN,
            words("What cannot be read.", ""),
            Localized::default(),
        ),
        presented(
            UNDESCRIBED,
            Localized::default(),
            words("A picture without words", ""),
        ),
        presented(
            FILM,
            words(
                "Somebody who does not exist speaks.",
                "کسی که نیست سخن می‌گوید.",
            ),
            words("Invented message", "پیام ساختگی"),
        ),
    ];
    all.extend(
        CAPTIONS.map(|number| presented(number, Localized::default(), Localized::default())),
    );
    for each in &mut all {
        match each.item.0 {
            PORTRAIT => {
                each.focus = Some([420, 400]);
                each.offered = true;
            }
            SENSITIVE => each.sensitive = true,
            FILM => {
                each.offered = true;
                each.captions = vec![
                    (language("en"), EvidenceNumber(CAPTIONS[0])),
                    (language("fa"), EvidenceNumber(CAPTIONS[1])),
                ];
                each.poster = Some(EvidenceNumber(FIELD[1]));
            }
            29 | 30 => each.offered = true,
            _ => {}
        }
    }
    all
}

fn painted(number: u32, media_type: &str) -> DraftItem {
    let text = match number {
        LETTER => {
            Some("نامهٔ ساختگی\n\nاینجا چیزی رخ نداده است. سطر دوم نیز ساختگی است.".to_owned())
        }
        FILM => Some("Nothing here happened, says somebody who does not exist.".to_owned()),
        _ => None,
    };
    let name = format!("invented-{number}");
    let mut made = item(number, &name, media_type, text, None);
    made.sheets = sheets(number).to_vec();
    made.added = Some(Timestamp(
        1_767_225_600 - i64::from(number % 3) * 31_536_000,
    ));
    if number == COVERED {
        made.covered = vec![Covered {
            sheet: 1,
            area: AREA,
            access: Access::Confidential,
        }];
    }
    made
}

fn citing(about: RecordId, property: &str, words: &str, number: u32) -> Saying {
    let mut saying = say(about, property, text(words, "en"), 5);
    saying.0.citation.item = Some(EvidenceNumber(number));
    saying
}

/// Adds `saying` to the record that it is about.
fn add(draft: &mut Draft, saying: Saying, number: u64) {
    let about = saying.0.about;
    let record = draft.records.iter_mut().find(|record| record.id == about);
    let claims = &mut record.expect("an invented record").claims;
    claims.push((ClaimId::from_bits(0x7000_0000 + number), saying.0));
}

/// The draft with invented pictures of every kind: of its first victim, an official, a field, and documents.
pub(crate) fn with_pictures(mut draft: Draft) -> Draft {
    let victim = id(RecordKind::Person, 1);
    let official = id(RecordKind::Person, 700_001);
    let field = id(RecordKind::Place, 1);
    let taken = |saying: Saying, day: &str| saying.with("date", date(day, Calendar::Gregorian));
    let mut passage = citing(
        victim,
        "described-as",
        "named in an invented letter",
        LETTER,
    );
    passage.0.citation.locator = Some(Locator::Page {
        page: 1,
        area: Some([120, 150, 700, 260]),
    });
    let mut third = citing(
        victim,
        "photograph",
        "last page of an invented letter",
        LETTER,
    );
    third.0.citation.locator = Some(Locator::Page {
        page: 3,
        area: None,
    });
    let sayings = [
        citing(victim, "portrait", "an invented portrait", PORTRAIT),
        passage,
        taken(third, "1969"),
        citing(
            victim,
            "photograph",
            "a picture that may distress",
            SENSITIVE,
        ),
        citing(
            victim,
            "photograph",
            "a picture without a description",
            UNDESCRIBED,
        ),
        citing(victim, "photograph", "a broken picture", BROKEN),
        citing(official, "portrait", "an invented official", OFFICIAL),
        taken(
            citing(field, "photograph", "the field, later", FIELD[0]),
            "2018-05-02",
        ),
        taken(
            citing(field, "photograph", "the field, earlier", FIELD[1]),
            "1971-03",
        ),
    ];
    for (number, saying) in (0u64..).zip(sayings) {
        add(&mut draft, saying, number);
    }
    for number in [
        PORTRAIT,
        OFFICIAL,
        22,
        23,
        COVERED,
        SENSITIVE,
        UNDESCRIBED,
        BROKEN,
    ] {
        draft.items.push(painted(number, "image/jpeg"));
    }
    draft.items.push(painted(LETTER, "application/pdf"));
    draft.items.push(painted(FILM, "video/mp4"));
    for number in CAPTIONS {
        draft.items.push(painted(number, "text/vtt"));
    }
    draft.arrangement.items = arranged();
    draft
}
