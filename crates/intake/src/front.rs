//! One front for all readers: what a file is decides who reads it.

use crate::{
    capture, container, html,
    kind::{MediaType, sniff},
    letter,
    limits::Limits,
    office, pdf, photo,
    reading::Reading,
    recording, rtf, sheet, stamp, text,
};

/// What the file `bytes` says; `None` when nothing here reads its kind. `name` (without folders) is asked only where the content
/// does not tell what it is.
pub fn read(bytes: &[u8], name: &str, limits: &Limits) -> Option<Reading> {
    match sniff(bytes, name) {
        MediaType::Pdf => Some(pdf::read(bytes, limits)),
        MediaType::Rtf => Some(rtf::read(bytes, limits)),
        media_type if office::is_document(media_type) => {
            Some(office::read(bytes, media_type, limits))
        }
        media_type if sheet::is_book(media_type) => Some(sheet::read(bytes, media_type, limits)),
        MediaType::Html => Some(html::read(bytes, limits, None)),
        media_type if photo::is_photo(media_type) => Some(photo::read(bytes, limits)),
        media_type if recording::is_recording(media_type) => Some(recording::read(bytes, limits)),
        MediaType::Warc => Some(capture::read(bytes, limits)),
        media_type if stamp::is_stamp(media_type) => Some(stamp::read(bytes, limits)),
        media_type if letter::is_mail(media_type) => Some(letter::read(bytes, limits)),
        media_type if media_type.is_text() => {
            let mut reading = text::read(bytes, limits, None);
            stamp::tell_note(&mut reading);
            Some(reading)
        }
        _ if container::packing(bytes).is_some() => Some(container::read(bytes, limits)),
        _ => None,
    }
}
