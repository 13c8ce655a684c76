//! What kind of file this is, by what stands in it; the name only tells apart what the content cannot.

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::letter;

/// A media type as IANA registers it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum MediaType {
    /// Words.
    PlainText,
    /// Captions of a recording (WebVTT).
    WebVtt,
    /// A web page.
    Html,
    /// A table whose cells are separated by commas, semicolons or bars.
    Csv,
    /// A table whose cells are separated by tabs.
    Tsv,
    /// XML that is not a web page.
    Xml,
    /// JSON.
    Json,
    /// PDF.
    Pdf,
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
    /// GIF.
    Gif,
    /// WebP.
    Webp,
    /// TIFF.
    Tiff,
    /// Windows bitmap.
    Bmp,
    /// HEIF pictures, as telephones make them.
    Heif,
    /// AVIF pictures.
    Avif,
    /// MPEG-4 video.
    Mp4,
    /// Matroska and WebM.
    Matroska,
    /// MP3.
    Mp3,
    /// FLAC sound.
    Flac,
    /// AMR sound, as telephones record speech.
    Amr,
    /// AVI film.
    Avi,
    /// RIFF wave sound.
    Wav,
    /// Ogg.
    Ogg,
    /// Rich Text Format.
    Rtf,
    /// A document of WordprocessingML, with or without macros.
    Docx,
    /// A workbook of SpreadsheetML, with or without macros.
    Xlsx,
    /// A text of OpenDocument.
    Odt,
    /// A spreadsheet of OpenDocument.
    Ods,
    /// A book.
    Epub,
    /// ZIP, and what is packed in it: office files of other kinds, web captures.
    Zip,
    /// gzip.
    Gzip,
    /// TAR.
    Tar,
    /// A SQLite database.
    Sqlite,
    /// OLE compound files: old office files.
    Ole,
    /// A letter.
    Eml,
    /// A box of letters.
    Mbox,
    /// A letter as Outlook saves it.
    Msg,
    /// A capture of the web.
    Warc,
    /// A capture of the web with its index.
    Wacz,
    /// A time stamp of RFC 3161.
    TimeStamp,
    /// A proof of OpenTimestamps.
    OpenTimestamps,
    /// Anything else.
    Bytes,
}

impl MediaType {
    /// Its registered name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::PlainText => "text/plain",
            Self::WebVtt => "text/vtt",
            Self::Html => "text/html",
            Self::Csv => "text/csv",
            Self::Tsv => "text/tab-separated-values",
            Self::Xml => "application/xml",
            Self::Json => "application/json",
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Gif => "image/gif",
            Self::Webp => "image/webp",
            Self::Tiff => "image/tiff",
            Self::Bmp => "image/bmp",
            Self::Heif => "image/heif",
            Self::Avif => "image/avif",
            Self::Mp4 => "video/mp4",
            Self::Matroska => "video/matroska",
            Self::Mp3 => "audio/mpeg",
            Self::Flac => "audio/flac",
            Self::Amr => "audio/AMR",
            Self::Avi => "video/vnd.avi",
            Self::Wav => "audio/wav",
            Self::Ogg => "application/ogg",
            Self::Rtf => "application/rtf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Epub => "application/epub+zip",
            Self::Zip => "application/zip",
            Self::Gzip => "application/gzip",
            Self::Tar => "application/x-tar",
            Self::Sqlite => "application/vnd.sqlite3",
            Self::Ole => "application/x-ole-storage",
            Self::Eml => "message/rfc822",
            Self::Mbox => "application/mbox",
            Self::Msg => "application/vnd.ms-outlook",
            Self::Warc => "application/warc",
            Self::Wacz => "application/wacz",
            Self::TimeStamp => "application/timestamp-reply",
            Self::OpenTimestamps => "application/vnd.opentimestamps.v1",
            Self::Bytes => "application/octet-stream",
        }
    }

    /// `true` for what the readers of text and tables take.
    pub fn is_text(self) -> bool {
        matches!(
            self,
            Self::PlainText
                | Self::WebVtt
                | Self::Html
                | Self::Csv
                | Self::Tsv
                | Self::Xml
                | Self::Json
        )
    }
}

/// Offset, bytes, kind. Patterns: WHATWG MIME Sniffing section 6 for pictures, sound, video and archives; ISO 32000-1
/// section 7.5.2 for PDF; the file format page of SQLite; MS-CFB section 2.2 for OLE; TIFF 6.0 section 2; RFC 9559 for Matroska.
const MAGIC: &[(usize, &[u8], MediaType)] = &[
    (0, b"%PDF-", MediaType::Pdf),
    (0, b"\x89PNG\r\n\x1a\n", MediaType::Png),
    (0, b"\xff\xd8\xff", MediaType::Jpeg),
    (0, b"GIF87a", MediaType::Gif),
    (0, b"GIF89a", MediaType::Gif),
    (8, b"WEBPVP", MediaType::Webp),
    (0, b"II*\0", MediaType::Tiff),
    (0, b"MM\0*", MediaType::Tiff),
    (4, b"ftypheic", MediaType::Heif),
    (4, b"ftypheix", MediaType::Heif),
    (4, b"ftypheim", MediaType::Heif),
    (4, b"ftypheis", MediaType::Heif),
    (4, b"ftyphevc", MediaType::Heif),
    (4, b"ftypmsf1", MediaType::Heif),
    (4, b"ftypavif", MediaType::Avif),
    (4, b"ftypavis", MediaType::Avif),
    (4, b"ftypmif1", MediaType::Heif),
    (4, b"ftyp", MediaType::Mp4),
    (0, b"\x1a\x45\xdf\xa3", MediaType::Matroska),
    (0, b"ID3", MediaType::Mp3),
    (0, b"\xff\xfb", MediaType::Mp3),
    (0, b"\xff\xf3", MediaType::Mp3),
    (0, b"\xff\xf2", MediaType::Mp3),
    (0, b"\xff\xfa", MediaType::Mp3),
    (8, b"WAVE", MediaType::Wav),
    (8, b"AVI LIST", MediaType::Avi),
    (0, b"fLaC", MediaType::Flac),
    (0, b"#!AMR", MediaType::Amr),
    (0, b"OggS\0", MediaType::Ogg),
    (0, b"{\\rtf", MediaType::Rtf),
    (0, b"PK\x03\x04", MediaType::Zip),
    (0, b"PK\x05\x06", MediaType::Zip),
    (0, b"\x1f\x8b\x08", MediaType::Gzip),
    (0, b"SQLite format 3\0", MediaType::Sqlite),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", MediaType::Ole),
];

/// How far text is looked at, in bytes. Four times what WHATWG MIME Sniffing reads, because pages open with long comments.
const LOOK: usize = 6 * 1024;

/// Tags that open a web page (WHATWG MIME Sniffing section 7.1).
const HTML_OPENINGS: &[&str] = &[
    "<!doctype html",
    "<html",
    "<head",
    "<script",
    "<iframe",
    "<h1",
    "<div",
    "<font",
    "<table",
    "<a ",
    "<style",
    "<title",
    "<b>",
    "<body",
    "<br",
    "<p>",
    "<p ",
    "<article",
    "<main",
    "<meta",
];

/// What kind of file `bytes` is. `name` (without folders) is asked only where text looks like nothing in particular and
/// ends in `.csv` or `.tsv`, or where JSON and XML could be prose.
pub fn sniff(bytes: &[u8], name: &str) -> MediaType {
    for (offset, magic, kind) in MAGIC {
        if bytes
            .get(*offset..)
            .is_some_and(|rest| rest.starts_with(magic))
        {
            return match kind {
                MediaType::Ole if letter::is_msg(bytes) => MediaType::Msg,
                MediaType::Zip => packed(bytes),
                kind => *kind,
            };
        }
    }
    // A film of QuickTime from before it had brands: its first box is shorter than 16 MiB, so that no text begins so.
    if bytes.first() == Some(&0)
        && [&b"moov"[..], b"wide", b"mdat"]
            .iter()
            .any(|kind| bytes.get(4..8) == Some(*kind))
    {
        return MediaType::Mp4;
    }
    if crate::capture::is_capture(bytes) {
        return MediaType::Warc;
    }
    if let Some(kind) = crate::stamp::kind_of(bytes) {
        return kind;
    }
    if crate::container::is_tar(bytes) {
        return MediaType::Tar;
    }
    if is_bitmap(bytes) {
        return MediaType::Bmp;
    }
    // A PDF may stand after up to 1,024 bytes of something else (ISO 32000-1 annex H, implementation note 13).
    if find(&bytes[..bytes.len().min(1024)], b"%PDF-") {
        return MediaType::Pdf;
    }
    let decoded = crate::encoding::decode(&bytes[..bytes.len().min(LOOK)], None);
    if is_binary(&decoded.text) {
        return MediaType::Bytes;
    }
    of_text(&decoded.text, bytes.len() > LOOK, name)
}

/// What a ZIP is, by the names of its first entries, as far as they can be seen: OpenDocument and EPUB begin with their media type
/// (OpenDocument 1.3 part 2 section 3.3, OCF 3.3 section 4.3), office files have folders for their kind.
fn packed(bytes: &[u8]) -> MediaType {
    let typed = bytes
        .get(30..)
        .and_then(|rest| rest.strip_prefix(b"mimetype"));
    if let Some(typed) = typed {
        return [MediaType::Odt, MediaType::Ods, MediaType::Epub]
            .into_iter()
            .find(|kind| {
                typed.starts_with(kind.as_str().as_bytes())
                    && !typed[kind.as_str().len()..].starts_with(b"-")
            })
            .unwrap_or(MediaType::Zip);
    }
    for place in memchr::memmem::find_iter(bytes, b"PK\x03\x04").take(ENTRIES) {
        let name = bytes.get(place + 30..).unwrap_or_default();
        for (start, kind) in [
            (&b"word/document"[..], MediaType::Docx),
            (b"xl/workbook", MediaType::Xlsx),
        ] {
            if name.starts_with(start) {
                return kind;
            }
        }
    }
    MediaType::Zip
}

/// Entries of a ZIP whose names are looked at. Chosen by us: what an office file begins with comes among the first ten.
const ENTRIES: usize = 200;

/// `BM`, which words begin with too, then four bytes that are nought and a header of a known length ([MS-WMF] section 2.2.2, `BITMAPFILEHEADER`
/// and the lengths of its successors).
fn is_bitmap(bytes: &[u8]) -> bool {
    let known = [12, 40, 52, 56, 64, 108, 124];
    bytes.starts_with(b"BM")
        && bytes.get(6..10) == Some(&[0; 4])
        && matches!(bytes.get(14..18), Some([length, 0, 0, 0]) if known.contains(length))
}

fn of_text(text: &str, cut: bool, name: &str) -> MediaType {
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase())
        .unwrap_or_default();
    if is_captions(text) {
        return MediaType::WebVtt;
    }
    if let Some((first, rest)) = text.split_once('\n')
        && first.starts_with("From ")
        && letter::is_letter(rest)
    {
        return MediaType::Mbox;
    }
    if letter::is_letter(text) {
        return MediaType::Eml;
    }
    let start = skip_comments(text.trim_start());
    if HTML_OPENINGS
        .iter()
        .any(|opening| starts_with_ignoring_case(start, opening))
    {
        return MediaType::Html;
    }
    if let Some(rest) = start.strip_prefix("<?xml") {
        let root = rest.split_once("?>").map_or("", |(_, root)| root);
        let root = skip_comments(root.trim_start());
        return if ["<!doctype html", "<html"]
            .iter()
            .any(|opening| starts_with_ignoring_case(root, opening))
        {
            MediaType::Html
        } else {
            MediaType::Xml
        };
    }
    if start.starts_with(['{', '[']) && ["json", "geojson"].contains(&ending.as_str()) {
        return MediaType::Json;
    }
    match (crate::table::delimiter_of(text, cut), ending.as_str()) {
        (Some(crate::table::Delimiter::Tab), _) | (None, "tsv") => MediaType::Tsv,
        (Some(_), _) | (None, "csv") => MediaType::Csv,
        (None, _) => MediaType::PlainText,
    }
}

/// The first line is `WEBVTT`, alone or with words after a space or tab (WebVTT section 4.1).
fn is_captions(text: &str) -> bool {
    text.strip_prefix("WEBVTT")
        .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\n', '\r']))
}

fn skip_comments(mut text: &str) -> &str {
    while let Some((_, rest)) = text
        .strip_prefix("<!--")
        .and_then(|comment| comment.split_once("-->"))
    {
        text = rest.trim_start();
    }
    text
}

fn starts_with_ignoring_case(text: &str, opening: &str) -> bool {
    text.as_bytes()
        .get(..opening.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(opening.as_bytes()))
}

/// Text has next to no control characters (WHATWG MIME Sniffing section 3, "binary data byte") and few replacements.
fn is_binary(text: &str) -> bool {
    let total = text.chars().count();
    let bad = text
        .chars()
        .filter(|c| {
            matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{e}'..='\u{1a}' | '\u{1c}'..='\u{1f}' | '\u{fffd}')
        })
        .count();
    // One in twenty, chosen by us: a text with damaged bytes stays a text, a compressed file has many more.
    bad * 20 > total
}

fn find(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}
