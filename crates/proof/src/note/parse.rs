//! Reading notes strictly.

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};

use super::{KeyId, Note, NoteError, Signature, check_name};

/// Longest note, in bytes. Chosen by us as the reference implementation does (golang.org/x/mod/sumdb/note refuses more than a million);
/// sixteen signatures of the largest kind that C2SP signed-note speaks of fit many times.
pub const MAX_NOTE_BYTES: usize = 1_000_000;

/// Most signatures under a note. C2SP signed-note asks for 16 at least; a hundred is the limit of golang.org/x/mod/sumdb/note.
pub const MAX_SIGNATURES: usize = 100;

/// Em dash and space, which begin a signature line.
const MARK: &str = "\u{2014} ";

pub(super) fn note(bytes: &[u8]) -> Result<Note, NoteError> {
    if bytes.len() > MAX_NOTE_BYTES {
        return Err(NoteError::TooLong {
            limit: MAX_NOTE_BYTES,
        });
    }
    let whole = std::str::from_utf8(bytes).map_err(|error| NoteError::NotUtf8 {
        at: error.valid_up_to(),
    })?;
    check_lines(whole)?;
    let separator = whole.rfind("\n\n").ok_or(NoteError::NoSeparator)?;
    let (text, signatures) = (&whole[..=separator], &whole[separator + 2..]);
    if signatures.is_empty() {
        return Err(NoteError::NoSignatures);
    }
    if signatures.lines().count() > MAX_SIGNATURES {
        return Err(NoteError::TooManySignatures {
            limit: MAX_SIGNATURES,
        });
    }
    let signatures = signatures
        .lines()
        .enumerate()
        .map(|(place, line)| signature(line, place + 1))
        .collect::<Result<_, _>>()?;
    Ok(Note {
        text: text.to_owned(),
        signatures,
    })
}

/// Whether `text` can be that of a note.
pub(super) fn check_text(text: &str) -> Result<(), NoteError> {
    if text.len() > MAX_NOTE_BYTES / 2 {
        return Err(NoteError::TooLong {
            limit: MAX_NOTE_BYTES / 2,
        });
    }
    check_lines(text)
}

fn check_lines(text: &str) -> Result<(), NoteError> {
    let control = text
        .bytes()
        .enumerate()
        .find(|(_, byte)| *byte < 0x20 && *byte != b'\n');
    if let Some((at, byte)) = control {
        return Err(NoteError::ControlCharacter { at, byte });
    }
    if text.ends_with('\n') {
        Ok(())
    } else {
        Err(NoteError::NoFinalNewline)
    }
}

fn signature(text: &str, line: usize) -> Result<Signature, NoteError> {
    let malformed = NoteError::SignatureLine { line };
    let rest = text.strip_prefix(MARK).ok_or_else(|| malformed.clone())?;
    let (name, signature) = rest.split_once(' ').ok_or(malformed)?;
    check_name(name).map_err(|_| NoteError::Name { line })?;
    let bytes = BASE64
        .decode(signature)
        .map_err(|_| NoteError::Base64 { line })?;
    match bytes.split_first_chunk() {
        Some((id, signature)) if !signature.is_empty() => Ok(Signature {
            name: name.to_owned(),
            id: KeyId(u32::from_be_bytes(*id)),
            bytes: signature.to_owned(),
        }),
        _ => Err(NoteError::ShortSignature {
            line,
            bytes: bytes.len(),
        }),
    }
}
