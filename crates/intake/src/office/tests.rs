//! Documents packed here, with what they hide, and what was made to break a reader of them.

use std::io::{Cursor, Write};

use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use crate::{
    kind::{MediaType, sniff},
    limits::Limits,
    problem::Problem,
    read,
    reading::Reading,
};

fn packed(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        let method = if *name == "mimetype" {
            CompressionMethod::Stored
        } else {
            CompressionMethod::Deflated
        };
        let options = SimpleFileOptions::default().compression_method(method);
        writer.start_file(*name, options).expect("a new file");
        writer.write_all(bytes).expect("memory takes it");
    }
    writer.finish().expect("it ends").into_inner()
}

fn reading(bytes: &[u8]) -> Reading {
    read(bytes, "file", &Limits::default()).expect("a kind that is read")
}

fn codes(reading: &Reading) -> Vec<&'static str> {
    reading.problems.iter().map(Problem::code).collect()
}

/// Code, note, and what stands at the place that the flag says.
fn flags(reading: &Reading) -> Vec<(&'static str, &str, String)> {
    let characters: Vec<char> = reading.text.chars().collect();
    let flags = reading.flags.iter().map(|flag| {
        let at = flag.start.zip(flag.end);
        let part = at.map_or(String::new(), |(start, end)| {
            characters[start..end].iter().collect()
        });
        (flag.code.as_str(), flag.note.as_str(), part)
    });
    flags.collect()
}

fn docx(body: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let body = format!(
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>"
    );
    let mut entries = vec![
        ("[Content_Types].xml", &b"<Types/>"[..]),
        ("word/document.xml", body.as_bytes()),
    ];
    entries.extend(more);
    packed(&entries)
}

#[test]
fn a_letter_in_docx_with_its_table_notes_and_facts() {
    let styles =
        "<w:styles><w:style w:styleId=\"Titre\"><w:name w:val=\"Title\"/></w:style></w:styles>";
    let core = "<cp:coreProperties><dc:title>Old title</dc:title><dc:creator>R. Karimi</dc:creator><cp:lastModifiedBy>Clerk</cp:lastModifiedBy><dcterms:created>2019-08-31T10:00:00Z</dcterms:created></cp:coreProperties>";
    let body = "<w:p><w:pPr><w:pStyle w:val=\"Titre\"/></w:pPr><w:r><w:t>نامه‌ای از </w:t></w:r><w:r><w:t>اوین</w:t></w:r></w:p> \
        <w:p><w:r><w:t xml:space=\"preserve\">Dear </w:t></w:r><w:r><w:t>mother &amp; father,</w:t><w:br/><w:t>all is well.</w:t></w:r></w:p>\
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Name</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Born</w:t></w:r></w:p></w:tc></w:tr>\
        <w:tr><w:tc><w:p><w:r><w:t>Maryam</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr><w:tr><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>1962</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
        <w:p><w:r><w:instrText>PAGE</w:instrText><w:t>The end.</w:t></w:r></w:p>";
    let notes = "<w:footnotes><w:footnote><w:p><w:r><w:t>Seen by two.</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let bytes = docx(
        body,
        &[
            ("word/styles.xml", styles.as_bytes()),
            ("docProps/core.xml", core.as_bytes()),
            ("word/footnotes.xml", notes.as_bytes()),
            ("word/media/image1.png", b"\x89PNG\r\n\x1a\n"),
        ],
    );
    assert_eq!(sniff(&bytes, "a.doc"), MediaType::Docx);
    let reading = reading(&bytes);
    assert_eq!(
        reading.text,
        "نامه‌ای از اوین\n\nDear mother & father,\nall is well.\n\nName\tBorn\nMaryam\t\n\t1962\n\nThe end.\n\nSeen by two."
    );
    assert_eq!(reading.title.as_deref(), Some("نامه‌ای از اوین"));
    let facts: Vec<_> = reading
        .facts
        .iter()
        .map(|fact| (fact.name, fact.value.as_str()))
        .collect();
    assert_eq!(
        facts,
        [
            ("title", "Old title"),
            ("author", "R. Karimi"),
            ("changed-by", "Clerk"),
            ("made", "2019-08-31T10:00:00Z")
        ]
    );
    assert_eq!(reading.parts[0].name, "word/media/image1.png");
    assert_eq!(reading.parts[0].media_type, "image/png");
    assert_eq!(codes(&reading), ["files-inside"]);
}

#[test]
fn what_was_changed_noted_hidden_or_set_to_run_in_docx_is_told() {
    let body = "<w:p><w:r><w:t>He was </w:t></w:r><w:del w:author=\"X\"><w:r><w:delText>killed</w:delText></w:r></w:del>\
        <w:ins><w:r><w:t>lost</w:t></w:r></w:ins><w:r><w:t> in </w:t></w:r><w:commentRangeStart w:id=\"0\"/><w:r><w:t>Evin</w:t></w:r><w:commentRangeEnd w:id=\"0\"/>\
        <w:r><w:rPr><w:vanish/></w:rPr><w:t>, by order of Z</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>.</w:t></w:r></w:p>";
    let comments = "<w:comments><w:comment w:id=\"0\" w:author=\"Clerk\"><w:p><w:r><w:t>say Gohardasht</w:t></w:r></w:p></w:comment>\
        <w:comment w:id=\"9\"><w:p><w:r><w:t>of nothing</w:t></w:r></w:p></w:comment></w:comments>";
    let relations = "<Relationships><Relationship Type=\"http://x/attachedTemplate\" Target=\"http://evil/t.dotm\" TargetMode=\"External\"/>\
        <Relationship Type=\"http://x/hyperlink\" Target=\"http://a/\" TargetMode=\"External\"/></Relationships>";
    let reading = reading(&docx(
        body,
        &[
            ("word/comments.xml", comments.as_bytes()),
            ("word/_rels/settings.xml.rels", relations.as_bytes()),
            ("word/vbaProject.bin", b"macros"),
        ],
    ));
    assert_eq!(reading.text, "He was lost in Evin, by order of Z.");
    assert_eq!(
        flags(&reading),
        [
            ("deleted", "killed", String::new()),
            ("inserted", "lost", "lost".to_owned()),
            ("comment", "Clerk: say Gohardasht", "Evin".to_owned()),
            (
                "hidden-text",
                ", by order of Z",
                ", by order of Z".to_owned()
            ),
            ("comment", "of nothing", String::new()),
        ]
    );
    assert_eq!(
        codes(&reading),
        [
            "fetches-from-elsewhere",
            "macros",
            "tracked-changes",
            "comments",
            "hidden-text"
        ]
    );
}

fn odt(body: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let body = format!(
        "<office:document-content><office:automatic-styles><style:style style:name=\"T1\"><style:text-properties text:display=\"none\"/></style:style></office:automatic-styles>\
        <office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    let mut entries = vec![
        ("mimetype", &b"application/vnd.oasis.opendocument.text"[..]),
        ("content.xml", body.as_bytes()),
    ];
    entries.extend(more);
    packed(&entries)
}

#[test]
fn a_text_in_odt_with_what_was_changed_noted_and_hidden() {
    let body = "<text:tracked-changes><text:changed-region text:id=\"c1\"><text:deletion><office:change-info><dc:creator>X</dc:creator></office:change-info><text:p>killed</text:p></text:deletion></text:changed-region></text:tracked-changes>\
        <text:h text:outline-level=\"1\">Testimony</text:h> <text:p>He was<text:s text:c=\"2\"/><text:change text:change-id=\"c1\"/><text:change-start/>lost<text:change-end/> in Evin\
        <office:annotation><dc:creator>Clerk</dc:creator><dc:date>2019-01-01</dc:date><text:p>say Gohardasht</text:p></office:annotation>.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Seen by two.</text:p></text:note-body></text:note>\
        <text:span text:style-name=\"T1\"> secret</text:span></text:p>\
        <table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>";
    let meta = "<office:meta><dc:title>T</dc:title><meta:initial-creator>A</meta:initial-creator><dc:language>en</dc:language></office:meta>";
    let bytes = odt(
        body,
        &[
            ("meta.xml", meta.as_bytes()),
            ("Basic/script.xml", b"<a/>"),
            ("Pictures/1.png", b"\x89PNG\r\n\x1a\n"),
        ],
    );
    let reading = reading(&bytes);
    assert_eq!(reading.media_type, MediaType::Odt);
    assert_eq!(
        reading.text,
        "Testimony\n\nHe was  lost in Evin. secret\n\na\tb\n\nSeen by two."
    );
    assert_eq!(
        flags(&reading),
        [
            ("deleted", "killed", String::new()),
            ("inserted", "lost", "lost".to_owned()),
            ("comment", "Clerk: say Gohardasht", String::new()),
            ("hidden-text", " secret", " secret".to_owned()),
        ]
    );
    assert_eq!(
        (reading.title.as_deref(), reading.language.as_deref()),
        (Some("Testimony"), Some("en"))
    );
    assert_eq!(
        codes(&reading),
        [
            "macros",
            "tracked-changes",
            "comments",
            "hidden-text",
            "files-inside"
        ]
    );
    let locked = reading_of_locked();
    assert_eq!((locked.text.as_str(), codes(&locked)), ("", vec!["locked"]));
}

fn reading_of_locked() -> Reading {
    let list = b"<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    reading(&odt(
        "<text:p>x</text:p>",
        &[("META-INF/manifest.xml", list)],
    ))
}

#[test]
fn a_book_is_read_in_the_order_of_its_spine() {
    let package = "<package><metadata><dc:title>The Book</dc:title><dc:creator>A. Author</dc:creator><dc:language>fr</dc:language></metadata>\
        <manifest><item id=\"b\" href=\"two%20.xhtml\" properties=\"scripted\"/><item id=\"a\" href=\"../one.xhtml\"/><item id=\"c\" href=\"gone.xhtml\"/></manifest>\
        <spine><itemref idref=\"a\"/><itemref idref=\"b\"/><itemref idref=\"a\"/><itemref idref=\"c\"/></spine></package>";
    let bytes = packed(&[
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", b"<container><rootfiles><rootfile full-path=\"OEBPS/book.opf\"/></rootfiles></container>"),
        ("OEBPS/book.opf", package.as_bytes()),
        ("one.xhtml", "<html><body><p>Premier.</p></body></html>".as_bytes()),
        ("OEBPS/two .xhtml", "<html><body><h1>Deux</h1><p>Second.</p></body></html>".as_bytes()),
    ]);
    let reading = reading(&bytes);
    assert_eq!(reading.text, "Premier.\n\nDeux\n\nSecond.");
    assert_eq!(
        (reading.title.as_deref(), reading.language.as_deref()),
        (Some("The Book"), Some("fr"))
    );
    assert_eq!(codes(&reading), ["scripts", "pages-missing"]);
}

#[test]
fn a_bomb_in_the_place_of_the_text_is_not_unpacked() {
    let zeros = vec![b' '; 20 << 20];
    let reading = reading(&packed(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", &zeros),
    ]));
    assert_eq!(codes(&reading), ["document-damaged", "entry-bomb"]);
}

#[test]
fn elements_inside_one_another_and_entities_that_laugh_are_borne() {
    let deep = format!(
        "{}<w:p><w:r><w:t>word</w:t></w:r></w:p>",
        "<w:p><w:ins><w:tc>".repeat(50_000)
    );
    assert_eq!(reading(&docx(&deep, &[])).text, "word");
    let laugh = "<!DOCTYPE a [<!ENTITY b \"&a;&a;\"><!ENTITY a \"&b;&b;\">]><w:p><w:r><w:t>&a;</w:t></w:r></w:p>";
    let bytes = packed(&[
        ("[Content_Types].xml", b""),
        ("word/document.xml", laugh.as_bytes()),
    ]);
    assert_eq!(reading(&bytes).text, "&a;");
}

#[test]
fn text_beyond_the_limit_is_left_and_said() {
    let limits = Limits {
        text: 10,
        ..Limits::default()
    };
    let body = "<w:p><w:r><w:t>12345</w:t></w:r></w:p><w:p><w:r><w:t>67890</w:t></w:r></w:p>";
    let reading = read(&docx(body, &[]), "a", &limits).expect("a document");
    assert_eq!(reading.text.trim_end(), "12345");
    assert_eq!(codes(&reading), ["text-too-long"]);
}

#[test]
fn a_file_cut_anywhere_or_with_a_byte_changed_is_read_as_far_as_it_goes() {
    let whole = [
        docx(
            "<w:p><w:r><w:t>word</w:t></w:r></w:p>",
            &[("word/comments.xml", b"<w:comments/>")],
        ),
        odt("<text:p>word</text:p>", &[("meta.xml", b"<a/>")]),
    ];
    for whole in whole {
        for place in 0..whole.len() {
            read(&whole[..place], "a", &Limits::default());
            let mut changed = whole.clone();
            changed[place] ^= 0x55;
            read(&changed, "a", &Limits::default());
        }
    }
}
