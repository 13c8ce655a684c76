//! Pictures, a document and a recording of the invented case, drawn and written by code. Each says on its face that it is made up.

use super::drawing::{Canvas, Colour};

/// A marked word that stands in what a picture must not carry out of the archive: where and by whom it was taken, and what is covered on it.
/// Tests look for it in everything that is published.
pub const CANARY: &str = "SECRET-OF-THE-INVENTED-CASE";

/// The colour beneath the covered part of the landscape; no other pixel of any picture is near it.
pub const COVERED_COLOUR: Colour = [255, 0, 255];

/// The covered part of the landscape, in thousandths of width and height.
pub const COVERED: [u16; 4] = [550, 550, 800, 800];

const PAPER: Colour = [244, 241, 234];
const INK: Colour = [38, 38, 42];
const STONE: Colour = [120, 118, 124];

/// The files: their paths in the case folder and their bytes.
pub(super) fn files(portraits: u32) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = (1..=portraits)
        .map(|number| (format!("pictures/portrait-{number}.png"), portrait(number)))
        .collect();
    files.push((landscape_name(), landscape()));
    files.push(("pictures/distressing.png".to_owned(), distressing()));
    files.push(("pictures/letter.pdf".to_owned(), letter()));
    files.push(("pictures/message.wav".to_owned(), message()));
    for (language, words) in CAPTIONS {
        let text = format!(
            "WEBVTT\n\n00:00.000 --> 00:01.000\n{}\n\n00:01.000 --> 00:02.000\n{}\n",
            words[0], words[1]
        );
        files.push((
            format!("pictures/message.{language}.vtt"),
            text.into_bytes(),
        ));
    }
    let text = [
        ("facts/pictures-people.csv", people(portraits)),
        ("facts/pictures-places.csv", PLACES.to_owned()),
        ("facts/pictures-events.csv", EVENTS.to_owned()),
        (
            "maps/pictures-people.toml",
            map("person", "list-1", "portrait"),
        ),
        (
            "maps/pictures-places.toml",
            map("place", "places", "photograph"),
        ),
        (
            "maps/pictures-events.toml",
            map("event", "events", "photograph"),
        ),
    ];
    files.extend(text.map(|(name, text)| (name.to_owned(), text.into_bytes())));
    files
}

/// How many people of the first list have a portrait at most.
pub(super) const PORTRAITS: u32 = 3;

/// The name of the landscape's file gives away what the canary stands for.
fn landscape_name() -> String {
    format!("pictures/field-{CANARY}.png")
}

const CAPTIONS: [(&str, [&str; 2]); 4] = [
    (
        "en",
        ["This voice is made up.", "It is a tone and says nothing."],
    ),
    (
        "fr",
        ["Cette voix est inventée.", "C’est un son, il ne dit rien."],
    ),
    (
        "fa",
        ["این صدا ساختگی است.", "تنها یک بوق است و چیزی نمی‌گوید."],
    ),
    ("ar", ["هذا الصوت مُختلَق.", "هو نغمة لا تقول شيئًا."]),
];

fn portrait(number: u32) -> Vec<u8> {
    let mut canvas = Canvas::new(480, 600, [206, 200, 190]);
    canvas.shade(30);
    let lean = i64::from(number) * 18 - 36;
    let coats: [Colour; 3] = [[70, 82, 96], [96, 76, 70], [74, 92, 78]];
    let coat = coats[number as usize % 3];
    canvas.ellipse([70, 380, 410, 760], coat);
    canvas.ellipse([160 + lean, 120, 320 + lean, 330], [196, 172, 150]);
    canvas.ellipse([160 + lean, 105, 320 + lean, 200], INK);
    canvas.rectangle([0, 500, 480, 600], PAPER);
    canvas.words("MADE UP", 520, 8, INK);
    canvas.png(&[
        (b"eXIf", exif(1)),
        (b"tEXt", format!("Author\0{CANARY}").into_bytes()),
    ])
}

fn landscape() -> Vec<u8> {
    let mut canvas = Canvas::new(900, 600, [176, 190, 202]);
    canvas.shade(40);
    canvas.ellipse([-300, 300, 700, 900], [132, 140, 108]);
    canvas.ellipse([300, 340, 1300, 1000], [112, 122, 92]);
    for place in 0..6 {
        let left = 90 + 60 * place;
        canvas.rectangle([left, 420, left + 26, 470], STONE);
    }
    // What is covered: nothing of it may be in anything that is published.
    canvas.rectangle([505, 336, 711, 474], COVERED_COLOUR);
    canvas.rectangle([0, 540, 900, 600], PAPER);
    canvas.words("MADE UP FIELD", 550, 6, INK);
    let xmp = format!(
        "XML:com.adobe.xmp\0\0\0\0\0<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><dc:creator>{CANARY}</dc:creator></x:xmpmeta>"
    );
    canvas.png(&[(b"eXIf", exif(1)), (b"iTXt", xmp.into_bytes())])
}

/// A picture behind a choice. It shows words and nothing else.
fn distressing() -> Vec<u8> {
    let mut canvas = Canvas::new(600, 400, [92, 40, 40]);
    canvas.words("MADE UP", 120, 12, PAPER);
    canvas.words("SENSITIVE", 240, 8, PAPER);
    canvas.png(&[(b"eXIf", exif(1))])
}

/// EXIF (2.32) of orientation `orientation`, an artist, and a place on the earth with a name: the canary.
fn exif(orientation: u16) -> Vec<u8> {
    let text = format!("{CANARY}\0");
    let length = text.len() as u32;
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        let mut entry = Vec::new();
        entry.extend(tag.to_le_bytes());
        entry.extend(kind.to_le_bytes());
        entry.extend(count.to_le_bytes());
        entry.extend(value.to_le_bytes());
        entry
    };
    // Two directories of 3 entries: 2 + 3 × 12 + 4 bytes each, after the header of 8.
    let (second, data) = (50, 92);
    let mut bytes = b"II*\0\x08\0\0\0".to_vec();
    bytes.extend(3_u16.to_le_bytes());
    bytes.extend(entry(0x0112, 3, 1, u32::from(orientation)));
    bytes.extend(entry(0x013b, 2, length, data));
    bytes.extend(entry(0x8825, 4, 1, second));
    bytes.extend(0_u32.to_le_bytes());
    bytes.extend(3_u16.to_le_bytes());
    bytes.extend(entry(1, 2, 2, u32::from(b'S')));
    bytes.extend(entry(2, 5, 3, data + length));
    bytes.extend(entry(0x001c, 7, length, data));
    bytes.extend(0_u32.to_le_bytes());
    bytes.extend(text.bytes());
    for part in [40_u32, 1, 6, 1, 0, 1] {
        bytes.extend(part.to_le_bytes());
    }
    bytes
}

/// A PDF of two pages.
fn letter() -> Vec<u8> {
    let page = |number: u32, lines: &[&str]| {
        let mut drawing = format!("BT /F 20 Tf 60 330 Td (Invented letter, page {number}) Tj ET\n");
        for (place, line) in lines.iter().enumerate() {
            drawing += &format!("BT /F 13 Tf 60 {} Td ({line}) Tj ET\n", 290 - 22 * place);
        }
        drawing + "0.6 0.2 0.2 rg 60 60 120 40 re f BT 1 1 1 rg /F 16 Tf 76 74 Td (MADE UP) Tj ET"
    };
    let drawings = [
        page(
            1,
            &[
                "To nobody.",
                "No word of this letter was written by a person.",
                "It was made by a program, to be looked at page by page.",
            ],
        ),
        page(
            2,
            &["The second page says as little as the first.", "Nobody."],
        ),
    ];
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [4 0 R 6 0 R] /Count 2 >>".to_owned(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    for (place, drawing) in drawings.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 400] /Contents {} 0 R /Resources << /Font << /F 3 0 R >> >> >>",
            5 + 2 * place
        ));
        objects.push(format!(
            "<< /Length {} >>\nstream\n{drawing}\nendstream",
            drawing.len()
        ));
    }
    objects.push(format!("<< /Author ({CANARY}) >>"));
    let mut text = String::from("%PDF-1.4\n");
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (place, object) in objects.iter().enumerate() {
        table += &format!("{:010} 00000 n \n", text.len());
        text += &format!("{} 0 obj\n{object}\nendobj\n", place + 1);
    }
    let start = text.len();
    text += &table;
    text += &format!(
        "trailer\n<< /Size {} /Root 1 0 R /Info {} 0 R >>\nstartxref\n{start}\n%%EOF\n",
        objects.len() + 1,
        objects.len()
    );
    text.into_bytes()
}

/// Two seconds of a soft tone: RIFF wave, 8 bits, 8,000 a second.
fn message() -> Vec<u8> {
    let rate = 8_000_u32;
    // A triangle of 200 a second.
    let samples: Vec<u8> = (0..2 * rate)
        .map(|place| {
            let phase = place % 40;
            (108 + if phase < 20 { phase } else { 40 - phase } * 2) as u8
        })
        .collect();
    let mut bytes = b"RIFF".to_vec();
    bytes.extend((36 + samples.len() as u32).to_le_bytes());
    bytes.extend(b"WAVEfmt \x10\0\0\0\x01\0\x01\0");
    bytes.extend(rate.to_le_bytes());
    bytes.extend(rate.to_le_bytes());
    bytes.extend(b"\x01\0\x08\0data");
    bytes.extend((samples.len() as u32).to_le_bytes());
    bytes.extend(samples);
    bytes
}

fn people(portraits: u32) -> String {
    let mut table = String::from("key,what,file,source_id\n");
    for number in 1..=portraits {
        table += &format!(
            "r{number:06},Invented portrait {number},pictures/portrait-{number}.png,list-1\n"
        );
    }
    table
}

const PLACES: &str = "\
key,what,file,source_id
x1,Invented field,field,list-1
x1,Invented picture that may distress,pictures/distressing.png,list-1
";

const EVENTS: &str = "\
key,what,file,source_id
e1,Invented letter,pictures/letter.pdf,list-1
e1,Invented message,pictures/message.wav,list-1
";

/// A map from a row to a claim that cites the picture's item.
fn map(kind: &str, namespace: &str, property: &str) -> String {
    format!(
        r#"[record]
kind = "{kind}"
namespace = "{namespace}"
key = "{{key}}"
[citation]
source = "{{source_id}}"
item = "{{file}}"
[certainty]
term = "stated"
[[claim]]
property = "{property}"
type = "text"
value = "{{what}}"
language = "en"
"#
    )
}

/// What `case.toml` says of them.
pub(super) fn case_toml(portraits: u32) -> String {
    let mut text = String::new();
    let mut item = |file: &str, title: &str| {
        text += &format!(
            "[[item]]\nfile = \"{file}\"\ntitle = \"{title}\"\nsource = \"list-1\"\naccess = \"public\"\nobtained = \"Drawn by a program\"\n"
        );
    };
    for number in 1..=portraits {
        item(
            &format!("pictures/portrait-{number}.png"),
            &format!("Invented portrait {number}"),
        );
    }
    // Tables name it by its key, for their rows are shown.
    item(
        &format!("{}\"\nid = \"field", landscape_name()),
        "Invented field",
    );
    item(
        "pictures/distressing.png",
        "Invented picture that may distress",
    );
    item("pictures/letter.pdf", "Invented letter of two pages");
    item("pictures/message.wav", "Invented message, a tone");
    for (language, _) in CAPTIONS {
        item(
            &format!("pictures/message.{language}.vtt"),
            &format!("Captions of the invented message ({language})"),
        );
    }
    for kind in ["people", "places", "events"] {
        text += &format!(
            "[[table]]\nfile = \"facts/pictures-{kind}.csv\"\ntitle = \"Invented pictures of {kind}\"\nmap = \"maps/pictures-{kind}.toml\"\n"
        );
    }
    text
}

/// The decision on the covered part, as a row of `judgements.csv`.
pub(super) fn judgement() -> String {
    let [left, top, right, bottom] = COVERED;
    format!(
        "region,field,\"1,{left},{top},{right},{bottom}\",,,,hide,Invented: the family of nobody asked for it\n"
    )
}

/// What `exhibition.toml` says of them.
pub(super) fn exhibition_toml(portraits: u32) -> String {
    let mut text = String::new();
    for number in 1..=portraits {
        text += &format!(
            r#"[[item]]
file = "pictures/portrait-{number}.png"
focus = [500, 380]
[item.alt]
en = "A drawn head and shoulders; below it the words MADE UP."
fr = "Une tête et des épaules dessinées ; en dessous, les mots MADE UP (inventé)."
fa = "سر و شانه‌هایی نقاشی‌شده؛ زیر آن واژه‌های MADE UP (ساختگی)."
ar = "رأس وكتفان مرسومان؛ وتحتهما كلمتا MADE UP (مُختلَق)."
[item.caption]
en = "Invented portrait {number}, drawn by a program"
fr = "Portrait inventé {number}, dessiné par un programme"
fa = "پرترهٔ ساختگی {number}، کشیدهٔ یک برنامه"
ar = "صورة شخصية مُختلَقة {number}، رسمها برنامج"
[item.credit]
en = "Made up by Cenotaph, public domain"
"#
        );
    }
    text + LANDSCAPE + REST
}

const LANDSCAPE: &str = r#"[[item]]
file = "field"
focus = [250, 700]
[item.alt]
en = "A drawn field with six stones in a row; a part of the picture is covered."
fr = "Un champ dessiné avec six pierres alignées ; une partie de l’image est couverte."
fa = "کشتزاری نقاشی‌شده با شش سنگ در یک ردیف؛ بخشی از تصویر پوشانده شده است."
ar = "حقل مرسوم فيه ستة حجارة في صف واحد؛ وجزء من الصورة مغطّى."
[item.caption]
en = "Invented field near Invented Harbour"
fr = "Champ inventé près d’Invented Harbour"
fa = "کشتزار ساختگی نزدیک Invented Harbour"
ar = "حقل مُختلَق قرب Invented Harbour"
[item.credit]
en = "Made up by Cenotaph, public domain"
"#;

const REST: &str = r#"[[item]]
file = "pictures/distressing.png"
sensitive = true
[item.alt]
en = "A dark red field with the words MADE UP and SENSITIVE; nothing else is on it."
fr = "Un fond rouge sombre avec les mots MADE UP et SENSITIVE ; rien d’autre."
fa = "زمینه‌ای سرخ تیره با واژه‌های MADE UP و SENSITIVE؛ چیز دیگری در آن نیست."
ar = "خلفية حمراء داكنة عليها كلمتا MADE UP وSENSITIVE؛ ولا شيء غيرهما."
[item.caption]
en = "Invented example of a picture that is shown only to those who choose to see it"
fr = "Exemple inventé d’une image montrée seulement à qui choisit de la voir"
fa = "نمونهٔ ساختگی تصویری که تنها به کسانی نشان داده می‌شود که دیدنش را برگزینند"
ar = "مثال مُختلَق لصورة لا تُعرض إلا لمن يختار رؤيتها"
[[item]]
file = "pictures/letter.pdf"
[item.alt]
en = "Two typed pages that say of themselves that they are made up."
fr = "Deux pages dactylographiées qui disent d’elles-mêmes qu’elles sont inventées."
fa = "دو صفحهٔ ماشین‌شده که خود می‌گویند ساختگی‌اند."
ar = "صفحتان مطبوعتان تقولان عن نفسيهما إنهما مُختلَقتان."
[item.caption]
en = "Invented letter"
fr = "Lettre inventée"
fa = "نامهٔ ساختگی"
ar = "رسالة مُختلَقة"
[[item]]
file = "pictures/message.wav"
offered = true
poster = "pictures/portrait-1.png"
[item.alt]
en = "A tone of two seconds without words."
fr = "Un son de deux secondes, sans paroles."
fa = "بوقی دو ثانیه‌ای، بی هیچ سخنی."
ar = "نغمة مدتها ثانيتان بلا كلام."
[item.caption]
en = "Invented message"
fr = "Message inventé"
fa = "پیام ساختگی"
ar = "كلمة مُختلَقة"
[item.captions]
en = "pictures/message.en.vtt"
fr = "pictures/message.fr.vtt"
fa = "pictures/message.fa.vtt"
ar = "pictures/message.ar.vtt"
[[item]]
file = "pictures/message.en.vtt"
offered = true
[[item]]
file = "pictures/message.fr.vtt"
offered = true
[[item]]
file = "pictures/message.fa.vtt"
offered = true
[[item]]
file = "pictures/message.ar.vtt"
offered = true
"#;
