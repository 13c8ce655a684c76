//! From letters on a page to lines, columns and paragraphs in the order in which a person reads them.
//!
//! Rules of our own. Letters at one height are a line; a gap broader than a letter parts it. Parts that stand in columns of prose
//! are read column by column, all others line by line, so that a row of a table stays a row. What reads from the right is put
//! into its order by `bidi`.

use hayro::vello_cpu::kurbo::{Point, Rect, Vec2};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::{
    bidi::{Direction, Piece, is_right_to_left, logical, mirrored, opens},
    glyphs::{Glyph, Hidden, Sheet},
};

/// A line of text and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) runs: Vec<Run>,
    /// What comes between it and the line before: a blank when a paragraph goes on, one line break or two.
    pub(super) before: &'static str,
    /// Tabs after that, for cells.
    pub(super) tabs: usize,
    /// Left, top, right, bottom in points from the upper left corner.
    pub(super) at: [f32; 4],
    /// Height of its font.
    pub(super) size: f64,
}

/// A stretch of a line that can be seen, or cannot for one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) text: String,
    pub(super) hidden: Option<Hidden>,
}

/// A gap that parts a line, in heights of its font. Chosen by us: justified prose stays below it, columns and cells above.
const PARTS: f64 = 1.2;
/// A gap that is a blank, where no blank is written. Chosen by us: letters of a word stand closer.
const BLANK: f64 = 0.2;
/// How far letters of a line may stand above or below one another, in heights. A raised number stands a third above.
const LEVEL: f64 = 0.4;
/// Parts of lines on one side of a gap that make a column, and the letters that a line of prose has, blanks left out. Chosen by us:
/// a name with its title is shorter, a line of a newspaper is not.
const COLUMN: usize = 3;
const PROSE: usize = 22;
/// The narrowest gap between two columns, in heights. Chosen by us: half of it is broader than a blank of justified prose.
const GUTTER: f64 = 0.8;

/// A part of a line between two gaps. Places are along and across the direction of writing.
struct Part {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    base: f64,
    size: f64,
    /// Indices of letters from left to right, blanks left out; marks follow the letter that they stand on.
    letters: Vec<Letter>,
    count: usize,
}

struct Letter {
    glyph: usize,
    marks: Vec<usize>,
    blank_before: bool,
}

/// A line before it is known which way its brackets were drawn.
struct Draft {
    pieces: Vec<Piece>,
    before: &'static str,
    tabs: usize,
    at: [f32; 4],
    size: f64,
}

/// The lines of a sheet in the order in which they are read.
pub(super) fn lines(sheet: &Sheet) -> Vec<Line> {
    let mut drafts = Vec::new();
    for (direction, glyphs) in directions(&sheet.glyphs) {
        let page = Turned {
            glyphs: &sheet.glyphs,
            direction,
        };
        let parts = page.parts(glyphs);
        let all: Vec<usize> = (0..parts.len()).collect();
        let from_right = page.reads_from_right(&parts, &all).unwrap_or(false);
        let mut blocks = Vec::new();
        arrange(&parts, all, from_right, 0, &mut blocks);
        let pitch = pitch(&parts, &blocks);
        for rows in &blocks {
            page.write(&parts, rows, pitch, from_right, &mut drafts);
        }
    }
    straighten(&mut drafts);
    drafts
        .into_iter()
        .map(|draft| finish(draft, &sheet.glyphs))
        .collect()
}

/// Letters by the direction in which they are written, to a degree; the direction of most letters first.
fn directions(glyphs: &[Glyph]) -> Vec<(Vec2, Vec<usize>)> {
    let mut found: Vec<(i32, Vec<usize>)> = Vec::new();
    let mut degrees = 0;
    for (index, glyph) in glyphs.iter().enumerate() {
        let pen = glyph.to - glyph.from;
        // A mark does not move the pen; it goes where the letter before it went.
        if pen.hypot() > 0.01 {
            degrees = pen.atan2().to_degrees().round() as i32;
        }
        match found.iter_mut().find(|(known, _)| *known == degrees) {
            Some((_, indices)) => indices.push(index),
            None => found.push((degrees, vec![index])),
        }
    }
    found.sort_by_key(|(_, indices)| std::cmp::Reverse(indices.len()));
    found
        .into_iter()
        .map(|(degrees, indices)| (Vec2::from_angle(f64::from(degrees).to_radians()), indices))
        .collect()
}

/// A page looked at so that one direction of writing goes from left to right.
struct Turned<'a> {
    glyphs: &'a [Glyph],
    direction: Vec2,
}

impl Turned<'_> {
    fn along(&self, point: Point) -> f64 {
        point.to_vec2().dot(self.direction)
    }

    fn across(&self, point: Point) -> f64 {
        point.to_vec2().dot(self.direction.turn_90())
    }

    fn middle(&self, index: usize) -> f64 {
        let glyph = &self.glyphs[index];
        self.along(glyph.from.midpoint(glyph.to))
    }

    /// The parts of all lines, from top to bottom and from left to right, marks on their letters.
    fn parts(&self, indices: Vec<usize>) -> Vec<Part> {
        let height = |index: &usize| self.across(self.glyphs[*index].from);
        let (marks, mut letters): (Vec<usize>, Vec<usize>) =
            indices.into_iter().partition(|index| self.is_mark(*index));
        letters.sort_by(|one, other| height(one).total_cmp(&height(other)));
        let mut parts = Vec::new();
        let mut start = 0;
        for place in 1..=letters.len() {
            let ends = letters.get(place).is_none_or(|index| {
                let first = &self.glyphs[letters[start]];
                let size = first.size.max(self.glyphs[*index].size);
                height(index) - height(&letters[start]) > LEVEL * size
            });
            if ends {
                self.part_line(&mut letters[start..place], &mut parts);
                start = place;
            }
        }
        for mark in marks {
            self.put_mark(mark, &mut parts);
        }
        parts
    }

    fn is_mark(&self, index: usize) -> bool {
        let text = &self.glyphs[index].text;
        !text.is_empty() && text.chars().all(is_combining_mark)
    }

    /// Parts one line at its gaps.
    fn part_line(&self, line: &mut [usize], parts: &mut Vec<Part>) {
        line.sort_by(|one, other| self.middle(*one).total_cmp(&self.middle(*other)));
        let mut blank = false;
        let mut part: Option<Part> = None;
        for index in line.iter().copied() {
            let glyph = &self.glyphs[index];
            if !glyph.text.is_empty() && glyph.text.trim().is_empty() {
                blank = true;
                continue;
            }
            let (from, to) = (self.along(glyph.from), self.along(glyph.to));
            let gap = part.as_ref().map_or(0.0, |part| from - part.right);
            if gap > PARTS * glyph.size {
                parts.extend(part.take());
            }
            let blank_before = (blank || gap > BLANK * glyph.size) && part.is_some();
            blank = false;
            let base = self.across(glyph.from);
            let part = part.get_or_insert_with(|| Part::new(from, base));
            part.take(from, to, base, glyph);
            part.letters.push(Letter {
                glyph: index,
                marks: Vec::new(),
                blank_before,
            });
        }
        parts.extend(part);
    }

    /// Puts a mark on the letter whose middle is nearest to it, on its line or the ones beside it.
    fn put_mark(&self, mark: usize, parts: &mut [Part]) {
        let place = self.middle(mark);
        let base = self.across(self.glyphs[mark].from);
        let reach = self.glyphs[mark].size;
        let distance = |letter: &Letter| {
            let glyph = &self.glyphs[letter.glyph];
            let height = self.across(glyph.from) - base;
            (self.middle(letter.glyph) - place).abs() + height.abs()
        };
        // Lines are in order but for raised letters, so that those a height above and below are together.
        let start = parts.partition_point(|part| part.base < base - reach);
        let near = parts[start..]
            .iter_mut()
            .take_while(|part| part.base <= base + 2.0 * reach)
            .filter_map(|part| {
                let middle = |letter: &Letter| self.middle(letter.glyph) < place;
                let after = part.letters.partition_point(middle);
                let around = after.saturating_sub(1)..(after + 1).min(part.letters.len());
                part.letters[around]
                    .iter_mut()
                    .min_by(|one, other| distance(one).total_cmp(&distance(other)))
            });
        let nearest = near.min_by(|one, other| distance(one).total_cmp(&distance(other)));
        if let Some(letter) = nearest {
            letter.marks.push(mark);
        }
    }

    /// Whether most letters read from the right; `None` when there are none or as many of each.
    fn reads_from_right(&self, parts: &[Part], indices: &[usize]) -> Option<bool> {
        let (mut left, mut right) = (0usize, 0usize);
        for letter in indices.iter().flat_map(|index| &parts[*index].letters) {
            for c in self.glyphs[letter.glyph].text.chars() {
                if is_right_to_left(c) {
                    right += 1;
                } else if c.is_alphabetic() {
                    left += 1;
                }
            }
        }
        (left != right).then_some(right > left)
    }

    /// Writes a block of rows, paragraph by paragraph.
    fn write(
        &self,
        parts: &[Part],
        rows: &[Vec<usize>],
        pitch: f64,
        page_from_right: bool,
        drafts: &mut Vec<Draft>,
    ) {
        let all: Vec<usize> = rows.iter().flatten().copied().collect();
        let edges = edges(parts, &all);
        let block_from_right = self
            .reads_from_right(parts, &all)
            .unwrap_or(page_from_right);
        let mut start = 0;
        for place in 1..=rows.len() {
            let ends = rows
                .get(place)
                .is_none_or(|row| parts_ways(parts, &rows[place - 1], row, pitch));
            if !ends {
                continue;
            }
            let paragraph = &rows[start..place];
            let own: Vec<usize> = paragraph.iter().flatten().copied().collect();
            let from_right = self
                .reads_from_right(parts, &own)
                .unwrap_or(block_from_right);
            let cells = cells(parts, paragraph);
            for (number, row) in paragraph.iter().enumerate() {
                let before = match number.checked_sub(1).map(|last| &paragraph[last]) {
                    None => "\n\n",
                    Some(last) => self.between(parts, last, row, edges, from_right),
                };
                self.write_row(parts, row, &cells, before, from_right, drafts);
            }
            start = place;
        }
    }

    /// What stands between two rows of a paragraph: a blank if the first is full and the second goes on, else a line break.
    fn between(
        &self,
        parts: &[Part],
        last: &[usize],
        next: &[usize],
        (left, right): (f64, f64),
        from_right: bool,
    ) -> &'static str {
        let (&[last], &[next]) = (last, next) else {
            return "\n";
        };
        let (last, next) = (&parts[last], &parts[next]);
        let word = self.first_word(next, from_right) + BLANK * next.size;
        let full = if from_right {
            last.left - word < left
        } else {
            last.right + word > right
        };
        if !full || last.count < PROSE {
            return "\n";
        }
        let end = if from_right {
            last.letters.first()
        } else {
            last.letters.last()
        };
        let end = end.map(|letter| self.glyphs[letter.glyph].text.as_str());
        if matches!(end, Some("-" | "\u{ad}" | "\u{2010}")) {
            ""
        } else {
            " "
        }
    }

    /// How broad the word is with which a part begins.
    fn first_word(&self, part: &Part, from_right: bool) -> f64 {
        let letters = &part.letters;
        let ends = |letter: &Letter| letter.blank_before;
        if from_right {
            let start = letters.iter().rposition(ends).unwrap_or(0);
            part.right - self.along(self.glyphs[letters[start].glyph].from)
        } else {
            let rest = letters.get(1..).unwrap_or_default();
            let last = rest.iter().position(ends).unwrap_or(rest.len());
            self.along(self.glyphs[letters[last].glyph].to) - part.left
        }
    }

    /// Writes a row; a cell of a table that is empty in it leaves its tab.
    fn write_row(
        &self,
        parts: &[Part],
        row: &[usize],
        cells: &[(f64, f64)],
        before: &'static str,
        from_right: bool,
        drafts: &mut Vec<Draft>,
    ) {
        let table = row.len() > 1;
        let cell = |part: &Part| cells.partition_point(|(_, right)| *right < part.left);
        let mut row: Vec<(usize, &Part)> =
            row.iter().map(|index| (*index, &parts[*index])).collect();
        let mut last = 0;
        if from_right {
            row.reverse();
            last = cells.len().saturating_sub(1);
        }
        for (number, (index, part)) in row.into_iter().enumerate() {
            // A cell of a table reads its own way; a line of prose as its paragraph does.
            let own = self.reads_from_right(parts, &[index]).filter(|_| table);
            let place = cell(part);
            let steps = if table { place.abs_diff(last) } else { 0 };
            last = place;
            drafts.push(Draft {
                pieces: self.pieces(part, own.unwrap_or(from_right)),
                before: if number == 0 { before } else { "" },
                tabs: if number == 0 { steps } else { steps.max(1) },
                at: self.place(part),
                size: part.size,
            });
        }
    }

    fn pieces(&self, part: &Part, from_right: bool) -> Vec<Piece> {
        let mut pieces = Vec::with_capacity(part.letters.len() * 6 / 5);
        for letter in &part.letters {
            let piece = |text: String| Piece {
                text,
                index: letter.glyph,
                turned: false,
            };
            if letter.blank_before {
                pieces.push(piece(" ".to_owned()));
            }
            let marks = letter.marks.iter().map(|mark| &self.glyphs[*mark].text);
            let text = plain(&self.glyphs[letter.glyph].text);
            pieces.push(piece(marks.fold(text, |text, mark| text + mark)));
        }
        let direction = if from_right {
            Direction::Right
        } else {
            Direction::Left
        };
        logical(pieces, direction)
    }

    /// Where a part stands on the page as it is.
    fn place(&self, part: &Part) -> [f32; 4] {
        let (along, across) = (self.direction, self.direction.turn_90());
        let corner = |x: f64, y: f64| (along * x + across * y).to_point();
        let area = Rect::from_points(corner(part.left, part.top), corner(part.right, part.bottom));
        [area.x0, area.y0, area.x1, area.y1].map(|number| number as f32)
    }
}

impl Part {
    fn new(left: f64, base: f64) -> Self {
        Self {
            left,
            right: left,
            top: f64::INFINITY,
            bottom: f64::NEG_INFINITY,
            base,
            size: 0.0,
            letters: Vec::new(),
            count: 0,
        }
    }

    fn take(&mut self, from: f64, to: f64, base: f64, glyph: &Glyph) {
        self.left = self.left.min(from);
        self.right = self.right.max(to);
        // What most fonts have above and below the line.
        self.top = self.top.min(base - 0.8 * glyph.size);
        self.bottom = self.bottom.max(base + 0.2 * glyph.size);
        if glyph.size > self.size {
            self.size = glyph.size;
            self.base = base;
        }
        self.count += glyph.text.chars().count();
    }
}

/// Whether a paragraph ends between two rows: more space than is usual on the page, or another size of letters. The rows of a table
/// may stand further apart.
fn parts_ways(parts: &[Part], last: &[usize], next: &[usize], pitch: f64) -> bool {
    let table = last.len() > 1 && next.len() > 1;
    let (last, next) = (&parts[last[0]], &parts[next[0]]);
    let size = last.size.max(next.size);
    let step = (next.base - last.base) / size;
    let other = last.size.min(next.size) < 0.8 * size;
    step > if table { 2.5 } else { 1.25 } * pitch || other || step < 0.0
}

/// The usual distance of two lines, in heights of their font.
fn pitch(parts: &[Part], blocks: &[Vec<Vec<usize>>]) -> f64 {
    let mut steps: Vec<f64> = Vec::new();
    for rows in blocks {
        for pair in rows.windows(2) {
            let (last, next) = (&parts[pair[0][0]], &parts[pair[1][0]]);
            if (last.size - next.size).abs() < 0.1 * last.size {
                steps.push((next.base - last.base) / last.size);
            }
        }
    }
    steps.sort_by(f64::total_cmp);
    // A page of single lines has no usual distance; 1.5 is common.
    let middle = steps.get(steps.len() / 2).copied().unwrap_or(1.5);
    middle.clamp(1.0, 3.0)
}

/// Puts parts into blocks of rows: columns of prose one after the other, the rest as it stands.
fn arrange(
    parts: &[Part],
    indices: Vec<usize>,
    from_right: bool,
    depth: usize,
    blocks: &mut Vec<Vec<Vec<usize>>>,
) {
    // Columns stand in columns once or twice; the bound is for strange pages.
    if depth == 4 {
        blocks.push(rows(parts, indices));
        return;
    }
    let edges = edges(parts, &indices);
    let bands = bands(parts, indices);
    let mut plain: Vec<usize> = Vec::new();
    let mut place = 0;
    while place < bands.len() {
        let end = columns_end(parts, &bands, place, edges);
        let region: Vec<usize> = bands[place..end].iter().flatten().copied().collect();
        match columns(parts, &region) {
            Some(mut columns) => {
                if !plain.is_empty() {
                    blocks.push(rows(parts, std::mem::take(&mut plain)));
                }
                if from_right {
                    columns.reverse();
                }
                for column in columns {
                    arrange(parts, column, from_right, depth + 1, blocks);
                }
            }
            None => plain.extend(region),
        }
        place = end;
    }
    if !plain.is_empty() {
        blocks.push(rows(parts, plain));
    }
}

/// Parts that nothing but blank paper divides from those above and below, from top to bottom.
fn bands(parts: &[Part], mut indices: Vec<usize>) -> Vec<Vec<usize>> {
    indices.sort_by(|one, other| parts[*one].top.total_cmp(&parts[*other].top));
    let mut bands: Vec<Vec<usize>> = Vec::new();
    let mut bottom = f64::NEG_INFINITY;
    for index in indices {
        let part = &parts[index];
        // Lines set close reach into one another a little.
        match bands.last_mut() {
            Some(band) if part.top + LEVEL / 2.0 * part.size < bottom => band.push(index),
            _ => bands.push(vec![index]),
        }
        bottom = bottom.max(part.bottom);
    }
    bands
}

/// Where a gap from top to bottom ends that begins in band `start`: after the last band that leaves it free.
fn columns_end(parts: &[Part], bands: &[Vec<usize>], start: usize, edges: (f64, f64)) -> usize {
    // A line alone behind or before some space is not of a column, but a heading of what follows.
    let stands_off = |alone: usize, above: &[usize], below: &[usize]| {
        let bottom = above.iter().map(|index| parts[*index].bottom);
        let top = below.iter().map(|index| parts[*index].top);
        let space = top.fold(f64::INFINITY, f64::min) - bottom.fold(f64::NEG_INFINITY, f64::max);
        space > 0.6 * parts[alone].size
    };
    let mut gaps = without(parts, &bands[start], edges);
    let mut end = start + 1;
    while !gaps.is_empty() && end < bands.len() {
        let (last, next) = (&bands[end - 1], &bands[end]);
        let heading = match (&last[..], &next[..]) {
            ([alone], _) if end == start + 1 => stands_off(*alone, last, next),
            (_, [alone]) => stands_off(*alone, last, next),
            _ => false,
        };
        let left = gaps.iter().flat_map(|gap| without(parts, next, *gap));
        let left: Vec<(f64, f64)> = left.collect();
        if heading || left.is_empty() {
            break;
        }
        gaps = left;
        end += 1;
    }
    end
}

/// The outermost edges of parts.
fn edges(parts: &[Part], indices: &[usize]) -> (f64, f64) {
    let start = (f64::INFINITY, f64::NEG_INFINITY);
    indices.iter().fold(start, |(left, right), index| {
        let part = &parts[*index];
        (left.min(part.left), right.max(part.right))
    })
}

/// What the parts of a band leave free of a gap, where it is broad enough to stand between columns.
fn without(parts: &[Part], band: &[usize], (left, right): (f64, f64)) -> Vec<(f64, f64)> {
    let mut sorted: Vec<&Part> = band.iter().map(|index| &parts[*index]).collect();
    sorted.sort_by(|one, other| one.left.total_cmp(&other.left));
    let size = sorted.first().map_or(0.0, |part| part.size);
    let mut free = Vec::new();
    let mut edge = left;
    for part in sorted {
        free.push((edge, part.left.min(right)));
        edge = edge.max(part.right);
    }
    free.push((edge, right));
    free.retain(|(left, right)| right - left >= GUTTER * size);
    free
}

/// The columns of prose that gaps from top to bottom make, from left to right.
fn columns(parts: &[Part], indices: &[usize]) -> Option<Vec<Vec<usize>>> {
    let mut sorted = indices.to_vec();
    sorted.sort_by(|one, other| parts[*one].left.total_cmp(&parts[*other].left));
    let mut columns: Vec<Vec<usize>> = Vec::new();
    let mut right = f64::NEG_INFINITY;
    for index in sorted {
        let part = &parts[index];
        match columns.last_mut() {
            Some(column) if part.left - right < GUTTER * part.size => column.push(index),
            _ => columns.push(vec![index]),
        }
        right = right.max(part.right);
    }
    let prose = |column: &Vec<usize>| {
        let long = column.iter().filter(|index| parts[**index].count >= PROSE);
        column.len() >= COLUMN && 2 * long.count() >= column.len()
    };
    if columns.len() < 2 || !columns.iter().all(prose) {
        return None;
    }
    for column in &mut columns {
        column.sort_unstable();
    }
    Some(columns)
}

/// Rows of parts at one height, from top to bottom and from left to right.
fn rows(parts: &[Part], mut indices: Vec<usize>) -> Vec<Vec<usize>> {
    indices.sort_by(|one, other| parts[*one].base.total_cmp(&parts[*other].base));
    let mut rows: Vec<Vec<usize>> = Vec::new();
    for index in indices {
        let part = &parts[index];
        match rows.last_mut() {
            Some(row) if part.base - parts[row[0]].base <= LEVEL * part.size => row.push(index),
            _ => rows.push(vec![index]),
        }
    }
    for row in &mut rows {
        row.sort_by(|one, other| parts[*one].left.total_cmp(&parts[*other].left));
    }
    rows
}

/// Where the cells of a table stand: what its rows leave free from top to bottom parts them.
fn cells(parts: &[Part], rows: &[Vec<usize>]) -> Vec<(f64, f64)> {
    let table = rows.iter().filter(|row| row.len() > 1).flatten();
    let mut sorted: Vec<&Part> = table.map(|index| &parts[*index]).collect();
    sorted.sort_by(|one, other| one.left.total_cmp(&other.left));
    let mut cells: Vec<(f64, f64)> = Vec::new();
    for part in sorted {
        match cells.last_mut() {
            Some((_, right)) if part.left <= *right => *right = right.max(part.right),
            _ => cells.push((part.left, part.right)),
        }
    }
    cells
}

/// Some programs note a bracket in what reads from the right as it looks, some as it is read. Blanks around all of a page tell which:
/// a bracket that opens has one before it and none behind.
fn straighten(drafts: &mut [Draft]) {
    let blank = |piece: Option<&Piece>| piece.is_none_or(|piece| piece.text.trim().is_empty());
    let (mut right, mut wrong) = (0usize, 0usize);
    for draft in drafts.iter() {
        for (place, piece) in draft
            .pieces
            .iter()
            .enumerate()
            .filter(|(_, piece)| piece.turned)
        {
            let Some(c) = piece.text.chars().next().filter(|c| mirrored(*c).is_some()) else {
                continue;
            };
            let before = blank(
                place
                    .checked_sub(1)
                    .and_then(|place| draft.pieces.get(place)),
            );
            let after = blank(draft.pieces.get(place + 1));
            match (before, after) {
                (true, false) => *if opens(c) { &mut right } else { &mut wrong } += 1,
                (false, true) => *if opens(c) { &mut wrong } else { &mut right } += 1,
                _ => {}
            }
        }
    }
    if wrong > right {
        for piece in drafts.iter_mut().flat_map(|draft| &mut draft.pieces) {
            if piece.turned {
                piece.text = piece
                    .text
                    .chars()
                    .map(|c| mirrored(c).unwrap_or(c))
                    .collect();
            }
        }
    }
}

/// Joins pieces into stretches that are hidden in one way. A blank belongs to what stands before it.
fn finish(draft: Draft, glyphs: &[Glyph]) -> Line {
    let mut runs: Vec<Run> = Vec::new();
    for piece in draft.pieces {
        let hidden = glyphs[piece.index].hidden;
        match runs.last_mut() {
            Some(run) if run.hidden == hidden || piece.text == " " => run.text += &piece.text,
            _ => runs.push(Run {
                text: piece.text,
                hidden,
            }),
        }
    }
    Line {
        runs,
        before: draft.before,
        tabs: draft.tabs,
        at: draft.at,
        size: draft.size,
    }
}

/// What a letter says, as it is written today: forms by place in the word and ligatures undone (Unicode blocks Alphabetic and Arabic
/// Presentation Forms), controls left out. U+FFFD for a letter of which the file does not tell what it says.
fn plain(text: &str) -> String {
    if text.is_empty() {
        return "\u{fffd}".to_owned();
    }
    let form = |c: char| matches!(c, '\u{fb00}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
    let mut plain = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !c.is_control()) {
        if form(c) {
            plain.extend(c.nfkc().filter(|c| *c != ' '));
        } else {
            plain.push(c);
        }
    }
    plain
}
