//! Tiles of a page, so that it can be looked at closely with any viewer of the IIIF Image API 3 at level 0: plain files.

use image::DynamicImage;
use serde_json::{Value, json};

use crate::pictures::{Leaf, derive};

/// Pages of an item that have tiles; the others are shown as one picture. Chosen by us, to bound the number of files.
pub(crate) const SHEETS: u32 = 24;

/// Side of a tile in pixels.
const TILE: u32 = 512;

/// Longest side of a picture that is cut into tiles; a larger one is made smaller first. Together with [`TILE`] it bounds the
/// tiles of a page to 64 + 16 + 4 + 1.
const LONGEST: u32 = 4096;

/// A tile: left, top, width and height of what it shows, and its own width and height.
type Tile = ([u32; 4], [u32; 2]);

/// Width and height of the picture that is cut.
fn size(leaf: &Leaf) -> (u32, u32) {
    let longest = leaf.width.max(leaf.height);
    if longest <= LONGEST {
        return (leaf.width, leaf.height);
    }
    let scaled = |side: u32| derive::height((longest, side), LONGEST);
    (scaled(leaf.width), scaled(leaf.height))
}

/// Each halving, from the picture itself to the first that is no more than one tile.
fn factors((width, height): (u32, u32)) -> Vec<u32> {
    let mut factors = vec![1];
    while let Some(last) = factors.last().copied()
        && width.max(height) > TILE * last
    {
        factors.push(last * 2);
    }
    factors
}

/// The tiles of one halving, row by row.
fn cuts((width, height): (u32, u32), factor: u32) -> impl Iterator<Item = Tile> {
    let step = TILE * factor;
    (0..height.div_ceil(step)).flat_map(move |row| {
        (0..width.div_ceil(step)).map(move |column| {
            let (left, top) = (column * step, row * step);
            let (across, down) = (step.min(width - left), step.min(height - top));
            (
                [left, top, across, down],
                [across.div_ceil(factor), down.div_ceil(factor)],
            )
        })
    })
}

/// Path of the whole picture in the only size in which it is given whole.
pub(crate) fn whole(leaf: &Leaf) -> String {
    format!("{}/full/max/0/default.jpg", leaf.stem)
}

/// Path of the folder that describes the tiles.
pub(crate) fn service(leaf: &Leaf) -> &str {
    &leaf.stem
}

fn path(leaf: &Leaf, size: (u32, u32), tile: &Tile) -> String {
    let ([left, top, across, down], [width, height]) = *tile;
    let region = if (across, down) == size {
        "full".to_owned()
    } else {
        format!("{left},{top},{across},{down}")
    };
    format!("{}/{region}/{width},{height}/0/default.jpg", leaf.stem)
}

/// Every file of the tiles of `leaf`.
pub(crate) fn paths(leaf: &Leaf) -> Vec<String> {
    let size = size(leaf);
    let mut paths = vec![whole(leaf)];
    for factor in factors(size) {
        paths.extend(cuts(size, factor).map(|tile| path(leaf, size, &tile)));
    }
    paths
}

/// Makes every file of the tiles of `leaf`.
pub(crate) fn encoded(
    leaf: &Leaf,
    picture: &DynamicImage,
    add: &mut impl FnMut(String, &dyn Fn() -> Option<Vec<u8>>) -> Option<()>,
) -> Option<()> {
    let size = size(leaf);
    let mut level = derive::scaled(picture, size.0, size.1);
    if let Some(largest) = leaf.whole.last() {
        let scaled = derive::scaled(&level, largest.width, largest.height);
        add(whole(leaf), &|| derive::jpeg(&scaled))?;
    }
    for factor in factors(size) {
        let (width, height) = (size.0.div_ceil(factor), size.1.div_ceil(factor));
        level = derive::scaled(&level, width, height);
        for tile in cuts(size, factor) {
            let ([left, top, ..], [across, down]) = tile;
            let cut = level.crop_imm(left / factor, top / factor, across, down);
            add(path(leaf, size, &tile), &|| derive::jpeg(&cut))?;
        }
    }
    Some(())
}

/// The description of the tiles; `base` is the address of the exhibition.
pub(crate) fn info(leaf: &Leaf, base: &str) -> Value {
    let size = size(leaf);
    let (most_wide, most_high) = leaf
        .whole
        .last()
        .map_or(size, |largest| (largest.width, largest.height));
    let sizes: Vec<Value> = factors(size)
        .into_iter()
        .flat_map(|factor| cuts(size, factor))
        .filter(|([_, _, across, down], _)| (*across, *down) == size)
        .map(|(_, [width, height])| json!({"width": width, "height": height}))
        .collect();
    json!({
        "@context": "http://iiif.io/api/image/3/context.json",
        "id": format!("{base}/{}", leaf.stem),
        "type": "ImageService3",
        "protocol": "http://iiif.io/api/image",
        "profile": "level0",
        "width": size.0,
        "height": size.1,
        "maxWidth": most_wide,
        "maxHeight": most_high,
        "sizes": sizes,
        "tiles": [{"width": TILE, "height": TILE, "scaleFactors": factors(size)}],
    })
}
