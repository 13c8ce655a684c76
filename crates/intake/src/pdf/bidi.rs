//! From the order in which letters stand on a line, left to right, to the order in which they are read.
//!
//! The way back from the Unicode Bidirectional Algorithm (UAX #9) for one line without controls. A line of which the
//! surroundings read from the right is turned round; what reads from the left within it, words and numbers, is turned back.
//! The other way round for a line that reads from the left.

use unicode_normalization::char::is_combining_mark;

/// Which way a line reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Left,
    Right,
}

/// A piece of a line that stays together: a letter with its marks, a ligature, a blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// In the order in which it is read.
    pub(super) text: String,
    /// Which of the letters of the line it is, for the caller.
    pub(super) index: usize,
    /// Set by [`logical`]: it stands in a part that reads from the right, where brackets look the other way.
    pub(super) turned: bool,
}

/// What a character does to the order, in the words of UAX #9 section 3.2 as far as they matter here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    /// Read from the left.
    Left,
    /// Hebrew and the like.
    Right,
    /// Arabic letters, after which numbers behave in another way.
    Arabic,
    /// Digits.
    Number,
    /// Joins two numbers whatever stands around them: `,` `.` `:` `/` and no-break space.
    Separator,
    /// Joins two numbers, but not after Arabic letters: `+` and `-`.
    Sign,
    /// Belongs to a number beside it, but not after Arabic letters: `%`, `$`, `°`.
    Terminator,
    /// Takes the direction of what stands around it.
    Neutral,
}

/// `true` for letters that read from the right.
pub(super) fn is_right_to_left(c: char) -> bool {
    matches!(class(c), Class::Right | Class::Arabic)
}

fn class(c: char) -> Class {
    match c {
        '0'..='9'
        | '\u{660}'..='\u{669}'
        | '\u{66b}'
        | '\u{66c}'
        | '\u{6f0}'..='\u{6f9}'
        | '\u{b2}'
        | '\u{b3}'
        | '\u{b9}' => Class::Number,
        ',' | '.' | ':' | '/' | '\u{a0}' | '\u{60c}' | '\u{202f}' => Class::Separator,
        '+' | '-' | '\u{2212}' => Class::Sign,
        '%'
        | '#'
        | '$'
        | '\u{a2}'..='\u{a5}'
        | '\u{b0}'
        | '\u{b1}'
        | '\u{66a}'
        | '\u{2030}'
        | '\u{20a0}'..='\u{20cf}' => Class::Terminator,
        '\u{590}'..='\u{5ff}'
        | '\u{7c0}'..='\u{85f}'
        | '\u{fb1d}'..='\u{fb4f}'
        | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}' => Class::Right,
        '\u{600}'..='\u{7bf}'
        | '\u{860}'..='\u{8ff}'
        | '\u{fb50}'..='\u{fdcf}'
        | '\u{fdf0}'..='\u{fdff}'
        | '\u{fe70}'..='\u{feff}'
            if c != '\u{feff}' =>
        {
            Class::Arabic
        }
        _ if c.is_alphabetic() => Class::Left,
        _ => Class::Neutral,
    }
}

fn class_of(piece: &Piece) -> Class {
    let mut classes = piece
        .text
        .chars()
        .filter(|c| !is_combining_mark(*c))
        .map(class);
    classes
        .clone()
        .find(|class| matches!(class, Class::Left | Class::Right | Class::Arabic))
        .or_else(|| classes.next())
        .unwrap_or(Class::Neutral)
}

/// Puts `pieces`, which stand from left to right, into the order in which they are read.
pub(super) fn logical(pieces: Vec<Piece>, direction: Direction) -> Vec<Piece> {
    let classes: Vec<Class> = pieces.iter().map(class_of).collect();
    let mut line: Vec<(Class, Piece)> = classes.into_iter().zip(pieces).collect();
    match direction {
        Direction::Right => turn(&mut line, Direction::Right),
        Direction::Left => {
            // From the first letter that reads from the right to the last one without others between them.
            let mut place = 0;
            while let Some(start) = find(&line, place, is_right) {
                let end = find(&line, start, |class| class == Class::Left).unwrap_or(line.len());
                let last = line[..end].iter().rposition(|(class, _)| is_right(*class));
                let end = last.map_or(end, |last| last + 1);
                turn(&mut line[start..end], Direction::Left);
                place = end;
            }
        }
    }
    line.into_iter().map(|(_, piece)| piece).collect()
}

fn is_right(class: Class) -> bool {
    matches!(class, Class::Right | Class::Arabic)
}

fn find(line: &[(Class, Piece)], from: usize, wanted: impl Fn(Class) -> bool) -> Option<usize> {
    let found = line[from..].iter().position(|(class, _)| wanted(*class));
    found.map(|place| from + place)
}

/// Turns a part that reads from the right round, and what reads from the left within it back.
fn turn(line: &mut [(Class, Piece)], around: Direction) {
    line.reverse();
    for (_, piece) in line.iter_mut() {
        piece.turned = true;
    }
    // A line goes on from one before; if it begins with a number, the letters after it are those of the same language.
    let arabic = find(line, 0, is_right).is_none_or(|place| line[place].0 == Class::Arabic);
    let mut strong = if arabic { Class::Arabic } else { Class::Right };
    let mut place = 0;
    while place < line.len() {
        match line[place].0 {
            class @ (Class::Right | Class::Arabic) => {
                strong = class;
                place += 1;
            }
            _ => {
                let end = find(line, place, is_right).unwrap_or(line.len());
                turn_back(&mut line[place..end], strong, around);
                place = end;
            }
        }
    }
}

/// Turns words and numbers back that read from the left; no letter of `part` reads from the right. `strong`: the letters before.
fn turn_back(part: &mut [(Class, Piece)], strong: Class, around: Direction) {
    let belongs = |(class, piece): &(Class, Piece)| {
        *class == Class::Left
            || *class == Class::Number && piece.text.starts_with(|c: char| c.is_ascii_digit())
    };
    let words = around == Direction::Right && find(part, 0, |class| class == Class::Left).is_some();
    if words {
        // Between the outermost words or European numbers; numbers in other digits beside them are of the surroundings.
        let start = part.iter().position(belongs).unwrap_or(0);
        let end = part
            .iter()
            .rposition(belongs)
            .map_or(start, |last| last + 1);
        back(&mut part[start..end]);
        numbers(&mut part[..start], strong);
        numbers(&mut part[end..], strong);
    } else {
        numbers(part, strong);
    }
}

fn back(part: &mut [(Class, Piece)]) {
    part.reverse();
    for (_, piece) in part.iter_mut() {
        piece.turned = false;
    }
}

/// Turns each number back, with what joins its groups.
fn numbers(part: &mut [(Class, Piece)], strong: Class) {
    let joins = |class: Class| match class {
        Class::Separator => true,
        Class::Sign => strong != Class::Arabic,
        _ => false,
    };
    let clings = |class: Class| class == Class::Terminator && strong != Class::Arabic;
    let number = |place: usize, part: &[(Class, Piece)]| {
        part.get(place)
            .is_some_and(|(class, _)| *class == Class::Number)
    };
    let mut place = 0;
    while place < part.len() {
        let mut start = place;
        while start < part.len() && clings(part[start].0) {
            start += 1;
        }
        if !number(start, part) {
            place = start.max(place + 1);
            continue;
        }
        let mut end = start;
        while number(end, part) || end < part.len() && joins(part[end].0) && number(end + 1, part) {
            end += 1;
        }
        while end < part.len() && clings(part[end].0) {
            end += 1;
        }
        back(&mut part[place..end]);
        place = end;
    }
}

/// The other bracket of a pair (Unicode `BidiMirroring.txt`, those that are written in prose); `None` for all else.
pub(super) fn mirrored(c: char) -> Option<char> {
    const PAIRS: &[(char, char)] = &[
        ('(', ')'),
        ('[', ']'),
        ('{', '}'),
        ('<', '>'),
        ('«', '»'),
        ('‹', '›'),
        ('\u{fd3f}', '\u{fd3e}'),
    ];
    PAIRS.iter().find_map(|(open, close)| match c {
        _ if c == *open => Some(*close),
        _ if c == *close => Some(*open),
        _ => None,
    })
}

/// `true` for the bracket of a pair that is read first.
pub(super) fn opens(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '<' | '«' | '‹' | '\u{fd3f}')
}
