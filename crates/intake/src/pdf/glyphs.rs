//! The letters that a page of a PDF draws: what each says, where it stands and whether an eye could see it.

use std::collections::VecDeque;

use hayro::{
    hayro_interpret::{
        BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache,
        InterpreterSettings, Paint, PathDrawMode, SoftMask, font::Glyph as Drawn,
        hayro_cmap::BfString, interpret_page, util::TransformExt,
    },
    hayro_syntax::{
        content::UntypedIter,
        object::{Name, Stream, String as Bytes},
        page::Page,
    },
    vello_cpu::kurbo::{Affine, BezPath, Point, Rect, Shape},
};

use unicode_normalization::char::is_combining_mark;

use crate::encoding::decode;

/// What keeps a letter from being seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hidden {
    /// Drawn in no colour, in the colour of what is below it, outside of the page or of the window it is drawn in, or too small.
    Unseen,
    /// Something opaque was drawn over it.
    Covered,
    /// It lies under or invisible on the picture of a whole page: the text of a scan, as recognised by a machine.
    Recognised,
}

/// A letter on a page, in points from the upper left corner.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    /// What it says: mostly one character, of a ligature several. Empty when the file does not tell.
    pub(super) text: String,
    /// Where the pen stood before it.
    pub(super) from: Point,
    /// Where the pen stood after it.
    pub(super) to: Point,
    /// Height of the font.
    pub(super) size: f64,
    pub(super) hidden: Option<Hidden>,
}

/// What a page draws.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) glyphs: Vec<Glyph>,
    /// Letters of which the file does not tell what they say.
    pub(super) nameless: usize,
    /// Share of the page that its largest picture covers, from 0 to 1.
    pub(super) pictured: f64,
    /// More was drawn than is looked at.
    pub(super) overfull: bool,
}

/// Areas of a page that are remembered, and steps of comparing letters with them. Chosen by us: a page of a spreadsheet with all its
/// borders has some thousands of either.
const AREAS: usize = 4_096;
const STEPS: usize = 20_000_000;

/// Characters below this size cannot be read, in points. Chosen by us: the smallest print of contracts is 4.
const SMALLEST: f64 = 1.0;

/// Difference of the strongest of three colours, from 0 to 1, below which letters do not stand out. Chosen by us: light grey on white
/// can still be guessed at 0.1.
const CONTRAST: f32 = 0.06;

/// Opacity below which nothing is seen.
const FAINT: f32 = 0.05;

/// Share of a page from which on a picture is the page itself, as a scanner gives it. Chosen by us.
const WHOLE: f64 = 0.5;

/// Narrowest area that can hide a letter, in points. Thinner ones are lines.
const THINNEST: f64 = 2.5;

/// The beginning of a marked stretch: its tag and number, and what it says.
struct Mark {
    tag: Vec<u8>,
    number: Option<i32>,
    text: Option<String>,
}

/// What the marked stretches of a page say. The device is told tag and number of each, not its text, so that they are read here and
/// counted there; not where forms have some too, which would be counted among them.
fn said(page: &Page<'_>) -> VecDeque<Mark> {
    let mut marks = VecDeque::new();
    let content = page.page_stream().unwrap_or_default();
    if memchr::memmem::find(content, b"ActualText").is_none() {
        return marks;
    }
    let mut operations = UntypedIter::new(content);
    while let Some(operation) = operations.next() {
        let operator: &[u8] = operation.operator;
        match operator {
            b"BMC" | b"BDC" => {
                let mut operands = operation.operands();
                let tag = operands.next().and_then(|tag| tag.clone().into_name());
                let facts = operands.next().and_then(|facts| facts.clone().into_dict());
                let facts = facts.unwrap_or_default();
                marks.push_back(Mark {
                    tag: tag.map(|tag| tag.to_vec()).unwrap_or_default(),
                    number: facts.get("MCID"),
                    text: facts
                        .get::<Bytes<'_>>("ActualText")
                        .map(|text| decode(text.as_bytes(), None).text),
                });
            }
            b"Do" => {
                let name = operation.operands().next();
                let name = name.and_then(|name| name.clone().into_name());
                let form = name.and_then(|name| page.resources().get_x_object(&name));
                let is_form = |form: &Stream<'_>| {
                    form.dict().get::<Name<'_>>("Subtype").as_deref() == Some(b"Form")
                };
                let marked = form.filter(is_form).is_some_and(|form| {
                    let content = form.decoded().unwrap_or_default();
                    // A form that draws others may hold any.
                    [b"BDC".as_slice(), b"BMC", b"Do"]
                        .iter()
                        .any(|word| memchr::memmem::find(&content, word).is_some())
                });
                if marked {
                    return VecDeque::new();
                }
            }
            _ => {}
        }
    }
    marks
}

/// Draws `page` and notes its letters, of at most `limit` bytes of text in all.
pub(super) fn of<'a>(page: &Page<'a>, cache: &InterpreterCache<'a>, limit: usize) -> Sheet {
    let (width, height) = page.render_dimensions();
    let paper = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let transform = page.initial_transform(true).to_kurbo();
    let settings = InterpreterSettings::default();
    let mut context = Context::new(transform, paper, cache, page.xref(), settings);
    let mut pen = Pen {
        said: said(page),
        saying: Vec::new(),
        paper,
        clips: Vec::new(),
        opacity: vec![1.0],
        masked: false,
        blended: false,
        areas: Vec::new(),
        letters: Vec::new(),
        left: limit,
        steps: STEPS,
        sheet: Sheet {
            width: paper.width(),
            height: paper.height(),
            ..Sheet::default()
        },
    };
    interpret_page(page, &mut context, &mut pen);
    pen.finish()
}

/// An area painted in one colour, or with a picture.
#[derive(Clone, Copy, Debug)]
struct Area {
    at: Rect,
    /// Letters drawn before it.
    after: usize,
    /// `None`: a picture or a pattern.
    colour: Option<[f32; 3]>,
}

/// What else is known of a letter while its page is drawn.
#[derive(Clone, Copy, Debug)]
struct Ink {
    middle: Point,
    /// `None`: a pattern, taken for something that can be seen.
    colour: Option<[f32; 3]>,
    unseen: bool,
}

/// A stretch of drawing of which the file tells in one go what it says (ISO 32000-1 section 14.9.4).
struct Saying {
    text: Option<String>,
    /// The letter that says it, once drawn.
    letter: Option<usize>,
}

struct Pen {
    /// What the marked stretches of the page's own instructions say, in their order.
    said: VecDeque<Mark>,
    saying: Vec<Saying>,
    paper: Rect,
    clips: Vec<Rect>,
    opacity: Vec<f32>,
    masked: bool,
    blended: bool,
    areas: Vec<Area>,
    letters: Vec<Ink>,
    left: usize,
    steps: usize,
    sheet: Sheet,
}

impl Pen {
    fn window(&self) -> Rect {
        self.clips.last().copied().unwrap_or(self.paper)
    }

    fn see_through(&self, alpha: f32) -> bool {
        let opacity = self.opacity.last().copied().unwrap_or(1.0);
        self.masked || self.blended || alpha * opacity < 0.9
    }

    fn cover(&mut self, area: Rect, colour: Option<[f32; 3]>) {
        let at = area.intersect(self.window());
        if at.width() < THINNEST || at.height() < THINNEST {
            return;
        }
        if self.areas.len() == AREAS {
            self.sheet.overfull = true;
            return;
        }
        self.areas.push(Area {
            at,
            after: self.letters.len(),
            colour,
        });
    }

    /// No letter was noted for what is being said.
    fn forget(&mut self) {
        for saying in &mut self.saying {
            saying.letter = None;
        }
    }

    fn finish(mut self) -> Sheet {
        let scan = self.sheet.pictured >= WHOLE;
        for (place, ink) in self.letters.iter().enumerate() {
            let Some(left) = self.steps.checked_sub(self.areas.len()) else {
                self.sheet.overfull = true;
                break;
            };
            self.steps = left;
            let over = |area: &&Area| area.at.contains(ink.middle);
            let above = |area: &&Area| area.after > place;
            let last_below = self
                .areas
                .iter()
                .filter(over)
                .rfind(|area| !above(area))
                .map_or(Some([1.0; 3]), |area| area.colour);
            let covered_by = self.areas.iter().filter(over).rfind(above);
            let same =
                matches!((ink.colour, last_below), (Some(own), Some(ground)) if alike(own, ground));
            self.sheet.glyphs[place].hidden = if let Some(area) = covered_by {
                let recognised = scan && area.colour.is_none();
                Some(if recognised {
                    Hidden::Recognised
                } else {
                    Hidden::Covered
                })
            } else if ink.unseen || same {
                Some(if scan {
                    Hidden::Recognised
                } else {
                    Hidden::Unseen
                })
            } else {
                None
            };
        }
        self.sheet
    }
}

fn alike(one: [f32; 3], other: [f32; 3]) -> bool {
    one.iter()
        .zip(other)
        .all(|(one, other)| (one - other).abs() < CONTRAST)
}

/// Colour and opacity; `None` for a pattern.
fn solid(paint: &Paint<'_>) -> Option<([f32; 3], f32)> {
    match paint {
        Paint::Color(colour) => {
            let [red, green, blue, alpha] = colour.to_rgba().components();
            Some(([red, green, blue], alpha))
        }
        Paint::Pattern(_) => None,
    }
}

/// Where the pen stands before and after a letter.
fn reach(glyph: &Drawn<'_>, place: Affine) -> (Point, Point) {
    let advance = match glyph {
        Drawn::Outline(outline) => outline.advance_width().map(f64::from),
        Drawn::Type3(_) => None,
    };
    // Half an em where a font does not tell: letters are rarely broader.
    let advance = advance.unwrap_or(500.0);
    (place * Point::ZERO, place * Point::new(advance, 0.0))
}

/// Below the middle of a mark, which fonts draw beside the place of the pen.
fn middle_of_mark(glyph: &Drawn<'_>, place: Affine) -> Option<Point> {
    let Drawn::Outline(outline) = glyph else {
        return None;
    };
    let bounds = outline.outline().bounding_box();
    let middle = place * Point::new(bounds.center().x, 0.0);
    (middle.x.is_finite() && middle.y.is_finite()).then_some(middle)
}

impl Glyph {
    /// Makes it reach from and to places further along its line.
    fn widen(&mut self, from: Point, to: Point) {
        let line = if self.to == self.from {
            to - from
        } else {
            self.to - self.from
        };
        let Some(line) = (line.hypot() > 0.0).then(|| line.normalize()) else {
            return;
        };
        let start = self.from;
        let places = [self.from, self.to, from, to].map(|point| (point - start).dot(line));
        self.from = start + line * places.into_iter().fold(f64::INFINITY, f64::min);
        self.to = start + line * places.into_iter().fold(f64::NEG_INFINITY, f64::max);
    }
}

impl<'a> Device<'a> for Pen {
    fn begin_marked_content(&mut self, tag: &[u8], number: Option<i32>) {
        let mark = self.said.pop_front();
        let mark = mark.filter(|mark| mark.tag == tag && mark.number == number);
        if mark.is_none() {
            // What was counted is not what is drawn; from here on letters speak for themselves.
            self.said.clear();
        }
        self.saying.push(Saying {
            text: mark.and_then(|mark| mark.text),
            letter: None,
        });
    }

    fn end_marked_content(&mut self) {
        self.saying.pop();
    }

    fn set_soft_mask(&mut self, mask: Option<SoftMask<'a>>) {
        self.masked = mask.is_some();
    }

    fn set_blend_mode(&mut self, blend_mode: BlendMode) {
        self.blended = !matches!(blend_mode, BlendMode::Normal);
    }

    fn draw_path(
        &mut self,
        path: &BezPath,
        transform: Affine,
        paint: &Paint<'a>,
        mode: &PathDrawMode,
    ) {
        let Some((colour, alpha)) = solid(paint) else {
            return;
        };
        if self.see_through(alpha) {
            return;
        }
        let bounds = path.bounding_box();
        let area = match mode {
            // A box, or nearly: what is round or has holes does not hide what stands in its corners.
            PathDrawMode::Fill(_) if path.area().abs() >= 0.9 * bounds.area() => bounds,
            PathDrawMode::Fill(_) => return,
            // A thick straight line is a box too.
            PathDrawMode::Stroke(stroke) => {
                let half = f64::from(stroke.line_width) / 2.0;
                if bounds.width() > 0.1 && bounds.height() > 0.1 {
                    return;
                }
                let flat = bounds.height() <= bounds.width();
                let (x, y) = if flat { (0.0, half) } else { (half, 0.0) };
                bounds.inflate(x, y)
            }
        };
        self.cover(transform.transform_rect_bbox(area), Some(colour));
    }

    fn push_clip_path(&mut self, clip_path: &ClipPath) {
        let window = self.window().intersect(clip_path.path.bounding_box());
        self.clips.push(window);
    }

    fn pop_clip_path(&mut self) {
        self.clips.pop();
    }

    fn push_transparency_group(
        &mut self,
        opacity: f32,
        mask: Option<SoftMask<'a>>,
        blend_mode: BlendMode,
    ) {
        let faint = mask.is_some() || !matches!(blend_mode, BlendMode::Normal);
        let around = self.opacity.last().copied().unwrap_or(1.0);
        self.opacity
            .push(if faint { 0.5 } else { opacity } * around);
    }

    fn pop_transparency_group(&mut self) {
        self.opacity.pop();
    }

    fn draw_glyph(
        &mut self,
        glyph: &Drawn<'a>,
        transform: Affine,
        glyph_transform: Affine,
        paint: &Paint<'a>,
        mode: &GlyphDrawMode,
    ) {
        let place = transform * glyph_transform;
        let (from, to) = reach(glyph, place);
        let up = place * Point::new(0.0, 1000.0) - place * Point::ZERO;
        let size = up.hypot();
        if ![from.x, from.y, to.x, to.y, size]
            .iter()
            .all(|number| number.is_finite())
        {
            return;
        }
        let saying = self.saying.iter_mut().find(|saying| saying.text.is_some());
        let text = match saying {
            Some(Saying {
                letter: Some(letter),
                ..
            }) => {
                // What all of them say is said already; they make it broader.
                self.sheet.glyphs[*letter].widen(from, to);
                return;
            }
            Some(saying) => {
                saying.letter = Some(self.sheet.glyphs.len());
                saying.text.clone().unwrap_or_default()
            }
            None => match glyph.as_unicode() {
                Some(BfString::Char(one)) => one.to_string(),
                Some(BfString::String(several)) => several,
                None => String::new(),
            },
        };
        if text.len() > self.left {
            self.sheet.overfull = true;
            self.forget();
            return;
        }
        self.left -= text.len();
        let (from, to) = if text.chars().all(is_combining_mark) && !text.is_empty() {
            let middle = middle_of_mark(glyph, place).unwrap_or(from);
            (middle, middle)
        } else {
            (from, to)
        };
        // A third of the height above the line is in the middle of small letters.
        let middle = from.midpoint(to) + up * 0.3;
        let ink = solid(paint);
        let opacity = self.opacity.last().copied().unwrap_or(1.0);
        let window = self.window().intersect(self.paper).inflate(1.0, 1.0);
        let unseen = matches!(mode, GlyphDrawMode::Invisible)
            || ink.is_some_and(|(_, alpha)| alpha * opacity < FAINT)
            || size < SMALLEST
            || !window.contains(middle);
        let colour = ink.map(|(colour, _)| colour);
        let again = self.sheet.glyphs.last().is_some_and(|last| {
            // Filled and stroked, or shifted a little to look bold: one letter.
            last.text == text && last.from.distance(from) < size * 0.05
        });
        if again {
            let last = self.sheet.glyphs.len() - 1;
            for saying in self
                .saying
                .iter_mut()
                .filter(|saying| saying.letter.is_some())
            {
                saying.letter = Some(last);
            }
            if let Some(last) = self.letters.last_mut()
                && last.unseen
            {
                last.unseen = unseen;
                last.colour = colour;
            }
            return;
        }
        self.sheet.nameless += usize::from(text.is_empty() && self.saying.is_empty());
        self.letters.push(Ink {
            middle,
            colour,
            unseen,
        });
        self.sheet.glyphs.push(Glyph {
            text,
            from,
            to,
            size,
            hidden: None,
        });
    }

    fn draw_image(&mut self, image: Image<'a, '_>, transform: Affine) {
        let own = Rect::new(
            0.0,
            0.0,
            f64::from(image.width()),
            f64::from(image.height()),
        );
        let at = transform.transform_rect_bbox(own).intersect(self.window());
        let share = at.area() / self.paper.area();
        if share.is_finite() && at.width() > 0.0 && at.height() > 0.0 {
            self.sheet.pictured = self.sheet.pictured.max(share);
        }
        let opaque = match &image {
            Image::Stencil(_) => false,
            Image::Raster(raster) => {
                let dict = raster.stream().dict();
                !["SMask", "Mask"].iter().any(|key| dict.contains_key(key))
                    && !self.see_through(1.0)
            }
        };
        if opaque {
            self.cover(at, None);
        }
    }
}
