//! Pages of a PDF as pictures. A stranger's PDF is a stranger's program: what is in it may fail, and is bounded and guarded.

use hayro::{
    RenderCache, RenderSettings, hayro_interpret::InterpreterSettings, hayro_syntax::page::Page,
    render, vello_cpu::color::palette::css::WHITE,
};

use crate::{
    limits::Limits,
    pdf::bounds,
    picture::{PictureProblem, Raster, within},
};

/// Dots an inch at which a page is looked at: letters of 6 points can be read.
const RESOLUTION: f32 = 150.0;

/// Points an inch (ISO 32000-1 section 8.3.2.3).
const POINTS: f32 = 72.0;

/// Longest edge of a page in pixels: a plan or a poster is made smaller than [`RESOLUTION`] says.
const LONGEST: f32 = 4_000.0;

/// Width and height in pixels, upright, of each page of the PDF in `bytes`, of at most `limits.pages` pages.
pub fn sizes(bytes: &[u8], limits: &Limits) -> Result<Vec<(u32, u32)>, PictureProblem> {
    bounds::with(bytes, limits, |pdf| {
        let pages = pdf.pages().iter().take(limits.pages);
        Ok(pages.map(natural).collect())
    })
}

/// Page `number`, from 1, `width` pixels wide and as high as its form asks; in the size that [`sizes`] tells when `width` is `None`.
pub fn page(
    bytes: &[u8],
    number: u32,
    width: Option<u32>,
    limits: &Limits,
) -> Result<Raster, PictureProblem> {
    bounds::with(bytes, limits, |pdf| {
        let missing = PictureProblem::NoSuchPage { number };
        let place = number.checked_sub(1).map(|place| place as usize);
        let place = place.filter(|place| *place < limits.pages);
        let page = place.and_then(|place| pdf.pages().get(place));
        let page = page.ok_or(missing)?;
        let (own_width, own_height) = natural(page);
        let (width, height) = match width {
            None => (own_width, own_height),
            Some(width) => (
                width,
                (own_height as f32 * width as f32 / own_width as f32).round() as u32,
            ),
        };
        within(width, height, limits)?;
        drawn(page, width, height)
    })
}

/// The size of a page at [`RESOLUTION`], or as large as [`LONGEST`] allows.
fn natural(page: &Page<'_>) -> (u32, u32) {
    let (width, height) = page.render_dimensions();
    let fits = LONGEST / width.max(height);
    let scale = (RESOLUTION / POINTS).min(fits);
    // Casts of strange numbers end at the bounds; a page has at least one pixel.
    let pixels = |points: f32| ((points * scale).round() as u32).clamp(1, LONGEST as u32);
    (pixels(width), pixels(height))
}

fn drawn(page: &Page<'_>, width: u32, height: u32) -> Result<Raster, PictureProblem> {
    let (Ok(columns), Ok(rows)) = (u16::try_from(width), u16::try_from(height)) else {
        return Err(PictureProblem::Damaged {
            why: format!("{width} × {height} pixels"),
        });
    };
    let (points_wide, points_high) = page.render_dimensions();
    let settings = RenderSettings {
        x_scale: width as f32 / points_wide,
        y_scale: height as f32 / points_high,
        width: Some(columns),
        height: Some(rows),
        bg_color: WHITE,
    };
    let drawn = render(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &settings,
    );
    // The paper is white and opaque, so colours are not multiplied by anything.
    let rgb = drawn
        .data()
        .iter()
        .flat_map(|pixel| [pixel.r, pixel.g, pixel.b]);
    Ok(Raster {
        width,
        height,
        rgb: rgb.collect(),
    })
}
