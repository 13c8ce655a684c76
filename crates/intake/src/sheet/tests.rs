//! Workbooks packed here, with what is hidden in them, and what was made to break a reader of them.

use std::io::{Cursor, Write};

use zip::{ZipWriter, write::SimpleFileOptions};

use crate::{
    kind::{MediaType, sniff},
    limits::Limits,
    problem::Problem,
    table::{self, Table, TableOptions},
};

fn packed(entries: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in entries {
        let method = if *name == "mimetype" {
            zip::CompressionMethod::Stored
        } else {
            zip::CompressionMethod::Deflated
        };
        let options = SimpleFileOptions::default().compression_method(method);
        writer.start_file(*name, options).expect("a new file");
        writer.write_all(text.as_bytes()).expect("memory takes it");
    }
    writer.finish().expect("it ends").into_inner()
}

/// A workbook of the sheet `People`, a hidden one and one more.
fn xlsx(people: &str) -> Vec<u8> {
    packed(&[
        ("[Content_Types].xml", "<Types/>"),
        (
            "xl/workbook.xml",
            "<workbook><sheets><sheet name=\"Old\" sheetId=\"3\" state=\"hidden\" r:id=\"r3\"/><sheet name=\"People\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\"More\" sheetId=\"2\" r:id=\"r2\"/></sheets></workbook>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Target=\"/xl/worksheets/sheet2.xml\"/><Relationship Id=\"r3\" Target=\"worksheets/sheet3.xml\"/></Relationships>",
        ),
        (
            "xl/sharedStrings.xml",
            "<sst><si><t>Name</t></si><si><r><t>مریم </t></r><r><t>رجوی</t></r><rPh><t>no</t></rPh></si></sst>",
        ),
        (
            "xl/styles.xml",
            "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"&quot;day&quot;\\ yyyy/mm\"/><numFmt numFmtId=\"171\" formatCode=\"[Red]0.0&quot;years&quot;\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/></cellXfs></styleSheet>",
        ),
        (
            "xl/worksheets/sheet1.xml",
            &format!("<worksheet>{people}</worksheet>"),
        ),
        (
            "xl/worksheets/sheet2.xml",
            "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>9</v></c></row></sheetData></worksheet>",
        ),
        (
            "xl/worksheets/sheet3.xml",
            "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>8</v></c></row></sheetData></worksheet>",
        ),
    ])
}

const PEOPLE: &str = "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/><col min=\"30\" max=\"16384\" hidden=\"1\"/></cols><sheetData>\
    <row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"inlineStr\"><is><t>Born</t></is></c><c r=\"C2\" t=\"str\"><v>Seen</v></c><c r=\"D2\" t=\"str\"><v>Age</v></c></row>\
    <row r=\"5\" hidden=\"1\"><c r=\"A5\" t=\"s\"><v>1</v></c><c r=\"B5\" s=\"1\"><v>21916</v></c><c r=\"C5\" s=\"2\"><v>32352.5</v></c><c r=\"D5\" s=\"3\"><v>28.000000000000004</v></c></row>\
    <row r=\"6\"><c r=\"A6\" t=\"str\"><f>A1&amp;A2</f><v>Reza</v></c><c r=\"D6\"><f>1+1</f></c></row>\
    <row r=\"7\"><c r=\"A7\" t=\"e\"><v>#N/A</v></c><c r=\"E7\"><v>1</v></c></row>\
    </sheetData><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>";

fn cells(table: &Table) -> Vec<(u64, Vec<&str>)> {
    let rows = table.rows.iter();
    rows.map(|row| (row.number, row.cells.iter().map(String::as_str).collect()))
        .collect()
}

fn codes(problems: &[Problem]) -> Vec<&'static str> {
    problems.iter().map(Problem::code).collect()
}

fn table(bytes: &[u8]) -> Table {
    table::read(bytes, &Limits::default(), TableOptions::default())
}

#[test]
fn a_sheet_is_a_table_with_the_row_numbers_of_the_program_and_days_as_days() {
    let bytes = xlsx(PEOPLE);
    assert_eq!(sniff(&bytes, "people.csv"), MediaType::Xlsx);
    let table = table(&bytes);
    assert_eq!(table.headers, ["Name", "Born", "Seen", "Age"]);
    assert_eq!(
        cells(&table),
        [
            (
                5,
                vec![
                    "مریم رجوی",
                    "1960-01-01",
                    "1988-07-28T12:00:00",
                    "28.000000000000004"
                ]
            ),
            (6, vec!["Reza", "", "", ""]),
        ]
    );
    assert_eq!(
        codes(&table.problems),
        [
            "hidden-rows",
            "hidden-columns",
            "formula-without-value",
            "cell-errors",
            "merged-cells",
            "ragged-row",
            "other-sheets"
        ]
    );
    let ragged = table
        .problems
        .iter()
        .find(|problem| problem.code() == "ragged-row");
    assert_eq!(ragged.and_then(Problem::row), Some(7));
}

#[test]
fn another_sheet_is_taken_when_it_is_asked_for_also_a_hidden_one() {
    let bytes = xlsx(PEOPLE);
    for (sheet, header, said) in [("Old", "8", "hidden-sheet"), ("More", "9", "other-sheets")] {
        let options = TableOptions {
            sheet: Some(sheet),
            ..TableOptions::default()
        };
        let table = table::read(&bytes, &Limits::default(), options);
        assert_eq!(table.headers, [header]);
        assert!(codes(&table.problems).contains(&said));
    }
    let options = TableOptions {
        sheet: Some("None"),
        ..TableOptions::default()
    };
    let table = table::read(&bytes, &Limits::default(), options);
    assert!(codes(&table.problems).contains(&"no-header"));
}

fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"People\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    packed(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &content),
    ])
}

#[test]
fn a_sheet_of_opendocument_with_what_it_repeats() {
    let rows = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>Name</text:p></table:table-cell><table:table-cell><text:p>Born</text:p></table:table-cell><table:table-cell><text:p>N</text:p></table:table-cell></table:table-row>\
        <table:table-row table:number-rows-repeated=\"3\"><table:table-cell table:number-columns-repeated=\"1024\"/></table:table-row>\
        <table:table-row table:number-rows-repeated=\"2\" table:visibility=\"collapse\"><table:table-cell><text:p>مریم</text:p><text:p>رجوی</text:p><office:annotation><text:p>note</text:p></office:annotation></table:table-cell>\
        <table:table-cell office:value-type=\"date\" office:date-value=\"1960-03-21\"><text:p>1/1/39</text:p></table:table-cell><table:table-cell office:value-type=\"float\" office:value=\"1200\"><text:p>1.200,00</text:p></table:table-cell></table:table-row>\
        <table:table-row><table:table-cell table:number-columns-repeated=\"3\"><text:p>x</text:p></table:table-cell></table:table-row>\
        <table:table-row table:number-rows-repeated=\"1048569\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    let table = table(&ods(rows));
    assert_eq!(table.headers, ["Name", "Born", "N"]);
    assert_eq!(
        cells(&table),
        [
            (5, vec!["مریم\nرجوی", "1960-03-21", "1200"]),
            (6, vec!["مریم\nرجوی", "1960-03-21", "1200"]),
            (7, vec!["x", "x", "x"]),
        ]
    );
    assert_eq!(codes(&table.problems), ["hidden-rows"]);
}

#[test]
fn rows_and_cells_that_repeat_without_end_are_bounded() {
    let limits = Limits {
        rows: 10,
        columns: 5,
        ..Limits::default()
    };
    let rows = "<table:table-row table:number-rows-repeated=\"18446744073709551615\"><table:table-cell table:number-columns-repeated=\"18446744073709551615\"><text:p>x</text:p></table:table-cell></table:table-row>";
    let table = table::read(&ods(rows), &limits, TableOptions::default());
    assert_eq!((table.headers.len(), table.rows.len()), (5, 10));
    let found = codes(&table.problems);
    assert!(
        found.contains(&"too-many-rows") && found.contains(&"cells-too-far-right"),
        "{found:?}"
    );
    let far = "<sheetData><row r=\"99999999999999999999\"><c r=\"ZZZZZZ9\" t=\"str\"><v>x</v></c><c r=\"1\"><v>y</v></c></row></sheetData>";
    let table = table::read(&xlsx(far), &limits, TableOptions::default());
    assert!(table.rows.len() <= 10);
}

#[test]
fn a_workbook_cut_anywhere_or_with_a_byte_changed_is_read_as_far_as_it_goes() {
    for whole in [
        xlsx(PEOPLE),
        ods(
            "<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row>",
        ),
    ] {
        for place in (0..whole.len()).step_by(3) {
            table(&whole[..place]);
            let mut changed = whole.clone();
            changed[place] ^= 0x2a;
            table(&changed);
            crate::read(&changed, "a", &Limits::default());
        }
    }
}

#[test]
fn a_workbook_read_as_a_document_has_its_sheets_one_after_the_other() {
    let reading = crate::read(&xlsx(PEOPLE), "a", &Limits::default()).expect("a workbook");
    assert!(
        reading
            .text
            .starts_with("Old\n\n8\n\nPeople\n\nName\tBorn\tSeen\tAge\nمریم رجوی\t1960-01-01"),
        "{}",
        reading.text
    );
    assert!(reading.text.ends_with("More\n\n9"), "{}", reading.text);
    assert!(codes(&reading.problems).contains(&"hidden-sheet"));
}
