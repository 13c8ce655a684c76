//! What a stranger's PDF may take: how much its streams unpack to, how deep it nests, how often it is asked and how much it draws.
//!
//! The library that reads PDF follows references wherever they lead. It runs on a thread of its own with a large stack, over bytes that
//! count how often they are asked for and how deep the stack is by then: a page tree that contains itself ends there, as does a
//! colour made of itself.

use std::{
    collections::HashMap,
    io::Read,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use flate2::read::ZlibDecoder;
use hayro::hayro_syntax::{
    DecryptionError, LoadPdfError, Pdf,
    content::UntypedIter,
    object::{Array, Dict, Name, ObjectIdentifier, Stream},
    page::{Page, Resources},
};

use crate::{limits::Limits, picture::PictureProblem};

/// Stack of the thread, in bytes; set aside by the system page by page as it is used.
const STACK: usize = 256 << 20;

/// What is taken of the stack that is there, where no other can be had: half of what the threads of tests have.
const OWN_STACK: usize = 1 << 20;

/// Arrays and dictionaries inside one another. Chosen by us: each takes some kilobytes of the stack at worst, and no writer nests
/// a hundred.
const NESTED: usize = 20_000;

/// How often the bytes are asked for until the page tree is known, for each page that may be read and for all else. Chosen by us: a
/// page takes some five, and a document may have ten times as many as are read.
const ASKED_FOR_A_PAGE: usize = 50;
const ASKED_OPENING: usize = 10_000;

/// How often they are asked for after that, until all is read. Chosen by us: some times for each font, picture and object.
const ASKED_READING: usize = 50_000_000;

/// Times that a compressed stream may be compressed again.
const LAYERS: usize = 4;

/// What `read` makes of the PDF in `bytes`, within bounds; a reader that gives up has found it damaged.
pub(crate) fn with<T: Send>(
    bytes: &[u8],
    limits: &Limits,
    read: impl FnOnce(&Pdf) -> Result<T, PictureProblem> + Send,
) -> Result<T, PictureProblem> {
    if bytes.len() > limits.bytes {
        return Err(PictureProblem::TooLarge {
            size: bytes.len() as u64,
            limit: limits.bytes as u64,
        });
    }
    check(bytes, limits)?;
    let read = Mutex::new(Some(read));
    let work = |stack: usize| {
        let watched = Arc::new(Watched::new(bytes.to_vec(), stack, limits));
        let pdf = match Pdf::new(Arc::clone(&watched)) {
            Ok(pdf) => pdf,
            Err(LoadPdfError::Decryption(DecryptionError::PasswordProtected)) => {
                return Err(PictureProblem::Locked);
            }
            Err(_) => return Err(damaged("it has no pages that can be found")),
        };
        watched.left.store(ASKED_READING, Ordering::Relaxed);
        let read = read.lock().unwrap_or_else(PoisonError::into_inner).take();
        read.map_or_else(|| Err(damaged(GAVE_UP)), |read| read(&pdf))
    };
    let apart = thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(STACK);
        let thread = thread.spawn_scoped(scope, || work(STACK / 2)).ok()?;
        Some(thread.join())
    });
    // Where no thread may be started, as in a process that is locked up, what is here must do.
    let done = apart.unwrap_or_else(|| catch_unwind(AssertUnwindSafe(|| work(OWN_STACK))));
    done.unwrap_or_else(|_| Err(damaged(GAVE_UP)))
}

/// Why nothing came of a reader that was unwound.
const GAVE_UP: &str = "its reader gave up";

fn damaged(why: &str) -> PictureProblem {
    PictureProblem::Damaged {
        why: why.to_owned(),
    }
}

/// Bytes that know how often they are asked for, and from how deep.
struct Watched {
    bytes: Vec<u8>,
    top: usize,
    /// How far from there it may be asked.
    stack: usize,
    left: AtomicUsize,
}

impl Watched {
    fn new(bytes: Vec<u8>, stack: usize, limits: &Limits) -> Self {
        let pages = limits.pages.saturating_mul(ASKED_FOR_A_PAGE);
        Self {
            bytes,
            top: stack_place(),
            stack,
            left: AtomicUsize::new(pages.saturating_add(ASKED_OPENING)),
        }
    }
}

impl AsRef<[u8]> for Watched {
    fn as_ref(&self) -> &[u8] {
        let left = self.left.load(Ordering::Relaxed);
        if left == 0 || self.top.abs_diff(stack_place()) > self.stack {
            // Unwinding is the only way out of a reader that calls itself; nothing is printed, and the thread ends with it.
            resume_unwind(Box::new("a bound was met"));
        }
        self.left.store(left - 1, Ordering::Relaxed);
        &self.bytes
    }
}

/// About where the stack is.
fn stack_place() -> usize {
    let here = 0u8;
    std::ptr::from_ref(&here).addr()
}

/// Looks at all that could be a stream, before anybody unpacks one, and at what nests.
fn check(bytes: &[u8], limits: &Limits) -> Result<(), PictureProblem> {
    let deep = || PictureProblem::Damaged {
        why: format!("more than {NESTED} arrays are inside one another"),
    };
    let mut nesting = Nesting::default();
    nesting.take(bytes);
    if nesting.deepest > NESTED {
        return Err(deep());
    }
    let mut left = limits.unpacked;
    let mut buffer = vec![0; 64 << 10];
    let mut rest = bytes;
    while let Some(place) = find(rest, b"stream") {
        rest = &rest[place + b"stream".len()..];
        let start = rest.iter().position(|byte| !matches!(byte, b'\r' | b'\n'));
        let packed = &rest[start.unwrap_or(0)..];
        if start.is_none_or(|start| start > 2) || !is_zlib(packed) {
            continue;
        }
        let mut nesting = Nesting::default();
        let mut layer: Box<dyn Read + '_> = Box::new(ZlibDecoder::new(packed));
        for _ in 1..LAYERS {
            let mut head = Vec::with_capacity(2);
            // Damage ends a stream here as it does for its reader.
            let _ = (&mut layer).take(2).read_to_end(&mut head);
            let again = is_zlib(&head);
            let whole = std::io::Cursor::new(head).chain(layer);
            if !again {
                layer = Box::new(whole);
                break;
            }
            layer = Box::new(ZlibDecoder::new(whole));
        }
        while let Ok(count @ 1..) = layer.read(&mut buffer) {
            left = left.saturating_sub(count as u64);
            nesting.take(&buffer[..count]);
            if left == 0 {
                return Err(PictureProblem::Damaged {
                    why: format!("it unpacks to more than {} bytes", limits.unpacked),
                });
            }
        }
        if nesting.deepest > NESTED {
            return Err(deep());
        }
    }
    Ok(())
}

/// RFC 1950 section 2.2: deflate, and a header that is a multiple of 31.
fn is_zlib(bytes: &[u8]) -> bool {
    matches!(bytes, [method, flags, ..]
        if method & 0x0f == 8 && (u16::from(*method) << 8 | u16::from(*flags)).is_multiple_of(31))
}

fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    memchr::memmem::find(bytes, needle)
}

/// How deep brackets stand inside one another. What only looks like brackets, in pictures and fonts, opens as often as it closes.
#[derive(Default)]
struct Nesting {
    now: usize,
    deepest: usize,
}

impl Nesting {
    fn take(&mut self, bytes: &[u8]) {
        for byte in bytes {
            match byte {
                b'[' | b'<' => {
                    self.now += 1;
                    self.deepest = self.deepest.max(self.now);
                }
                b']' | b'>' => self.now = self.now.saturating_sub(1),
                _ => {}
            }
        }
    }
}

/// How many bytes of drawing instructions `page` has carried out, those of forms once for each time that they are drawn: a form that
/// draws the next one twice doubles with each.
pub(super) fn drawing(page: &Page<'_>) -> u64 {
    let content = page.page_stream().unwrap_or_default();
    let mut forms = Forms::default();
    let mut own = forms.drawn_by(content, page.resources());
    let annotations = page.raw().get::<Array<'_>>("Annots");
    for annotation in annotations.iter().flat_map(|all| all.iter::<Dict<'_>>()) {
        let looks = annotation
            .get::<Dict<'_>>("AP")
            .and_then(|looks| looks.get::<Stream<'_>>("N"));
        if let Some(form) = looks {
            own.push(forms.add(&form, page.resources()));
        }
    }
    let mut costs = vec![0u64; forms.found.len()];
    // The library stops at 50 forms inside one another.
    for _ in 0..50 {
        costs = forms
            .found
            .iter()
            .map(|form| {
                let drawn = form.draws.iter().map(|inner| costs[*inner]);
                drawn.fold(form.length, u64::saturating_add)
            })
            .collect();
    }
    own.iter()
        .map(|form| costs[*form])
        .fold(content.len() as u64, u64::saturating_add)
}

/// The forms that a page draws, each found once.
#[derive(Default)]
struct Forms {
    known: HashMap<ObjectIdentifier, usize>,
    found: Vec<Form>,
}

struct Form {
    length: u64,
    draws: Vec<usize>,
}

impl Forms {
    fn drawn_by(&mut self, content: &[u8], resources: &Resources<'_>) -> Vec<usize> {
        let mut drawn = Vec::new();
        if find(content, b"Do").is_none() {
            return drawn;
        }
        let mut operations = UntypedIter::new(content);
        while let Some(operation) = operations.next() {
            if &**operation.operator != b"Do" {
                continue;
            }
            let name = operation
                .operands()
                .next()
                .and_then(|name| name.clone().into_name());
            let form = name
                .and_then(|name| resources.get_x_object(&name))
                .filter(|form| form.dict().get::<Name<'_>>("Subtype").as_deref() == Some(b"Form"));
            if let Some(form) = form {
                drawn.push(self.add(&form, resources));
            }
        }
        drawn
    }

    fn add(&mut self, form: &Stream<'_>, around: &Resources<'_>) -> usize {
        if let Some(known) = self.known.get(&form.obj_id()) {
            return *known;
        }
        let place = self.found.len();
        self.known.insert(form.obj_id(), place);
        self.found.push(Form {
            length: 0,
            draws: Vec::new(),
        });
        let content = form.decoded().unwrap_or_default();
        let own = form.dict().get::<Dict<'_>>("Resources").unwrap_or_default();
        let resources = Resources::from_parent(own, around.clone());
        let draws = self.drawn_by(&content, &resources);
        self.found[place] = Form {
            // Even an empty one takes some work.
            length: content.len() as u64 + 64,
            draws,
        };
        place
    }
}
