//! What a reader of PDF finds.

use std::{fs, process::Command};

/// The text of a PDF in the order of its pages, as `pdftotext` (poppler-utils) reads it.
pub(crate) fn text(pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("x.pdf");
    fs::write(&path, pdf).expect("a file");
    let output = Command::new("pdftotext")
        .args(["-layout", "-enc", "UTF-8"])
        .arg(&path)
        .arg("-")
        .output()
        .expect("pdftotext of poppler-utils is installed");
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).expect("UTF-8")
}
