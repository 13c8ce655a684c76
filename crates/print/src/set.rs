//! Setting a sheet, and what its pages can become.

use typst::{
    World, WorldExt,
    diag::{SourceDiagnostic, Warned},
    foundations::{Datetime, Smart},
    utils::Scalar,
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_render::RenderOptions;

use crate::{PrintError, Sheet, world::Desk};

/// Pixels allowed on a side of a picture. Chosen by us: four bytes a pixel, so at most 1.6 GB when both sides are that long.
const MOST: f64 = 20_000.0;

/// Settings kept from one document for those set after it. Chosen by us: cards of the same kind share most of their work.
const KEPT: usize = 3;

/// How a document is written as PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finish {
    /// Names the document, the same for every edition of it; its hash stands in the PDF.
    pub id: String,
    /// Day of the document: year, month, day, Gregorian. Nothing here asks a clock.
    pub date: (i32, u8, u8),
    /// As PDF/A-2b, for keeping: all fonts inside, nothing from elsewhere.
    pub archival: bool,
    /// As PDF/UA-1, for screen readers: the source must give the document a title and every picture its `alt`.
    pub accessible: bool,
}

impl Finish {
    /// An ordinary PDF (1.7).
    #[must_use]
    pub fn new(id: impl Into<String>, date: (i32, u8, u8)) -> Self {
        Self {
            id: id.into(),
            date,
            archival: false,
            accessible: false,
        }
    }
}

/// A sheet that was set.
pub struct Pages {
    document: PagedDocument,
    warnings: Vec<String>,
}

impl std::fmt::Debug for Pages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pages")
            .field("pages", &self.count())
            .field("warnings", &self.warnings)
            .finish()
    }
}

/// Sets a sheet.
///
/// # Errors
///
/// [`PrintError::Source`] with the first thing that is wrong.
pub fn set(sheet: &Sheet) -> Result<Pages, PrintError> {
    let desk = Desk::new(sheet)?;
    let Warned { output, warnings } = typst::compile::<PagedDocument>(&desk);
    let warnings = warnings
        .iter()
        .map(|warning| format!("{}: {}", place(&desk, warning), warning.message))
        .collect();
    let document = output.map_err(|errors| first(&desk, &errors));
    typst::comemo::evict(KEPT);
    Ok(Pages {
        document: document?,
        warnings,
    })
}

impl Pages {
    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.document.pages().len()
    }

    /// What Typst found doubtful, such as a font that is not there; empty for a source in order.
    #[must_use]
    pub fn warnings(&self) -> &[String] {
        &self.warnings
    }

    /// Width and height of page `page` (from 1) in millimetres, without bleed; `None` when there is no such page.
    #[must_use]
    pub fn size(&self, page: usize) -> Option<(f64, f64)> {
        let size = self
            .document
            .pages()
            .get(page.checked_sub(1)?)?
            .frame
            .size();
        Some((size.x.to_mm(), size.y.to_mm()))
    }

    /// All pages as PDF.
    ///
    /// # Errors
    ///
    /// [`PrintError::Date`]; [`PrintError::Finish`] when the document cannot be of the kind asked for, such as a picture without
    /// `alt` in PDF/UA-1.
    pub fn pdf(&self, finish: &Finish) -> Result<Vec<u8>, PrintError> {
        let (year, month, day) = finish.date;
        let date = Datetime::from_ymd_hms(year, month, day, 0, 0, 0)
            .ok_or(PrintError::Date(year, month, day))?;
        let mut kinds = Vec::new();
        if finish.archival {
            kinds.push(PdfStandard::A_2b);
        }
        if finish.accessible {
            kinds.push(PdfStandard::Ua_1);
        }
        let standards = PdfStandards::new(&kinds).map_err(|error| PrintError::Finish {
            message: error.message().to_string(),
            hints: error.hints().iter().map(ToString::to_string).collect(),
        })?;
        let options = PdfOptions {
            ident: Smart::Custom(finish.id.clone()),
            creator: Smart::Custom(Some("Cenotaph".to_owned())),
            timestamp: Some(Timestamp::new_utc(date)),
            page_ranges: None,
            standards,
            tagged: true,
            pretty: false,
        };
        typst_pdf::pdf(&self.document, &options).map_err(|errors| {
            let error = errors.first();
            PrintError::Finish {
                message: error
                    .map(|error| error.message.to_string())
                    .unwrap_or_default(),
                hints: error.map(hints).unwrap_or_default(),
            }
        })
    }

    /// Page `page` (from 1) as PNG with `scale` pixels a point (1/72 inch), without bleed.
    ///
    /// # Errors
    ///
    /// [`PrintError::Page`]; [`PrintError::Scale`] for a picture of more than 20,000 pixels on a side, or of none.
    pub fn png(&self, page: usize, scale: f64) -> Result<Vec<u8>, PrintError> {
        let pages = self.document.pages();
        let shown = page
            .checked_sub(1)
            .and_then(|place| pages.get(place))
            .ok_or(PrintError::Page {
                page,
                pages: pages.len(),
            })?;
        let size = shown.frame.size();
        let (width, height) = (size.x.to_pt() * scale, size.y.to_pt() * scale);
        if !(width >= 1.0 && height >= 1.0 && width <= MOST && height <= MOST) {
            return Err(PrintError::Scale {
                width,
                height,
                most: MOST,
            });
        }
        let options = RenderOptions {
            pixel_per_pt: Scalar::new(scale),
            render_bleed: false,
        };
        typst_render::render(shown, &options)
            .encode_png()
            .map_err(|error| PrintError::Png(error.to_string()))
    }
}

fn first(desk: &Desk, errors: &[SourceDiagnostic]) -> PrintError {
    match errors.first() {
        Some(error) => PrintError::Source {
            place: place(desk, error),
            message: error.message.to_string(),
            hints: hints(error),
        },
        None => PrintError::Source {
            place: String::new(),
            message: "not set, for no reason given".to_owned(),
            hints: Vec::new(),
        },
    }
}

fn hints(error: &SourceDiagnostic) -> Vec<String> {
    error.hints.iter().map(|hint| hint.v.to_string()).collect()
}

/// Where in the sources `found` points.
fn place(desk: &Desk, found: &SourceDiagnostic) -> String {
    let Some(id) = found.span.id() else {
        return "main.typ".to_owned();
    };
    let name = id.vpath().get_without_slash();
    let spot = desk.range(found.span).and_then(|range| {
        let source = desk.source(id).ok()?;
        source.lines().byte_to_line_column(range.start)
    });
    match spot {
        Some((line, column)) => format!("{name}:{}:{}", line + 1, column + 1),
        None => name.to_owned(),
    }
}
