//! A made-up case of any size, in the shape of a real one, with the truth beside it: for tests and benchmarks.
//!
//! The country, the people and the sources are invented and say so in every title. Nothing is drawn from real lists, so that
//! no invented person can be taken for a real one. Same settings, same bytes.

mod draw;
mod drawing;
mod pictures;
mod words;

use std::{fmt::Write as _, fs, path::Path};

use draw::Draw;
pub use pictures::{CANARY, COVERED, COVERED_COLOUR};

use crate::error::{Error, Result};

/// What to make.
#[derive(Clone, Copy, Debug)]
pub struct SynthSettings {
    /// How many people there were. Each list names a part of them.
    pub people: u32,
    /// How many lists, 1 to 9.
    pub lists: u32,
    /// Everything follows from it.
    pub seed: u64,
    /// A few drawn pictures, a document and a recording as well.
    pub pictures: bool,
}

/// One file of the case: its path from the case folder, and its bytes.
pub type SynthFile = (String, Vec<u8>);

/// How many rows and files were made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SynthReport {
    /// People in truth.
    pub people: u32,
    /// People named by at least one list.
    pub named: u32,
    /// Rows of each list.
    pub rows: Vec<u32>,
}

/// A person as they truly were, before lists wrote them down.
struct Person {
    given: usize,
    family: [usize; 3],
    father: usize,
    woman: bool,
    birth_year: i32,
    death_month: u32,
    death_day: u32,
    town: usize,
}

/// Makes the files of the case.
///
/// People are drawn with names of one given name of 2 and a family name of 3 invented syllables, born 1915 to 1948, dead between
/// July and September of the invented year 1970. List `k` names a person with probability 0.70, 0.60, 0.50, 0.45 … lower for
/// people of small towns, so that lists are neither complete nor independent.
pub fn make(settings: SynthSettings) -> (Vec<SynthFile>, SynthReport) {
    let lists = settings.lists.clamp(1, 9);
    let mut draw = Draw::new(settings.seed);
    let mut tables: Vec<String> = (0..lists).map(|_| LIST_HEADER.to_owned()).collect();
    let mut truth = String::from("namespace,row_id,person_key\n");
    let mut judgements = String::from(
        "left_kind,left_namespace,left_key,right_kind,right_namespace,right_key,decision,reason\n",
    );
    let mut report = SynthReport {
        people: settings.people,
        named: 0,
        rows: vec![0; lists as usize],
    };
    for number in 1..=settings.people {
        let person = draw_person(&mut draw);
        let mut first: Option<(u32, u32)> = None;
        for list in 0..lists {
            if !draw.chance(capture(list, person.town)) {
                continue;
            }
            let row = &mut report.rows[list as usize];
            *row += 1;
            write_row(&mut tables[list as usize], list, *row, &person, &mut draw);
            // Writing to a String cannot fail.
            let _ = writeln!(truth, "list-{},r{row:06},t{number:06}", list + 1);
            match first {
                None => first = Some((list, *row)),
                Some((other, other_row)) => {
                    let _ = writeln!(
                        judgements,
                        "person,list-{},r{other_row:06},person,list-{},r{row:06},same,Known from the making of this invented case",
                        other + 1,
                        list + 1
                    );
                }
            }
        }
        report.named += u32::from(first.is_some());
    }
    let mut case = words::case_toml(lists);
    let mut exhibition = words::EXHIBITION.to_owned();
    let mut pictures = Vec::new();
    if settings.pictures {
        let portraits = report.rows[0].min(pictures::PORTRAITS);
        case += &pictures::case_toml(portraits);
        exhibition += &pictures::exhibition_toml(portraits);
        judgements += &pictures::judgement();
        pictures = pictures::files(portraits);
    }
    let mut files = vec![
        ("README.md".to_owned(), words::README.to_owned()),
        ("case.toml".to_owned(), case),
        ("exhibition.toml".to_owned(), exhibition),
        ("facts/sources.csv".to_owned(), words::sources(lists)),
        ("facts/events.csv".to_owned(), words::EVENTS.to_owned()),
        ("facts/places.csv".to_owned(), words::places()),
        ("maps/events.toml".to_owned(), words::MAP_EVENTS.to_owned()),
        ("maps/places.toml".to_owned(), words::MAP_PLACES.to_owned()),
        ("judgements.csv".to_owned(), judgements),
        ("truth.csv".to_owned(), truth),
    ];
    for (list, table) in (1..).zip(tables) {
        files.push((format!("facts/list-{list}.csv"), table));
        files.push((format!("maps/list-{list}.toml"), words::list_map(list)));
    }
    let mut files: Vec<SynthFile> = files
        .into_iter()
        .map(|(name, text)| (name, text.into_bytes()))
        .collect();
    files.extend(pictures);
    (files, report)
}

/// Makes the case and writes it into the folder `out`, which must be absent or empty.
pub fn write(settings: SynthSettings, out: &Path) -> Result<SynthReport> {
    fs::create_dir_all(out).map_err(|source| Error::io(out, source))?;
    if fs::read_dir(out)
        .map_err(|source| Error::io(out, source))?
        .next()
        .is_some()
    {
        return Err(Error::Exists {
            path: out.to_path_buf(),
        });
    }
    let (files, report) = make(settings);
    for (name, bytes) in files {
        let path = out.join(name);
        let folder = path.parent().unwrap_or(out);
        fs::create_dir_all(folder).map_err(|source| Error::io(folder, source))?;
        fs::write(&path, bytes).map_err(|source| Error::io(&path, source))?;
    }
    Ok(report)
}

const LIST_HEADER: &str =
    "row_id,name,name_ar,father_name,sex,birth,age,death,place_of_death,source_id,locator\n";

/// Chance that list `list` names a person of town `town`; towns are ordered by size.
fn capture(list: u32, town: usize) -> f64 {
    let list = [0.70, 0.60, 0.50, 0.45, 0.40, 0.35, 0.30, 0.25, 0.20][list as usize];
    if town < 4 { list } else { list * 0.8 }
}

fn draw_person(draw: &mut Draw) -> Person {
    let syllables = words::SYLLABLES.len();
    Person {
        given: draw.below(words::GIVEN.len()),
        family: [
            draw.below(syllables),
            draw.below(syllables),
            draw.below(syllables),
        ],
        father: draw.below(words::GIVEN.len()),
        woman: draw.chance(0.2),
        birth_year: 1915 + draw.below(34) as i32,
        death_month: 7 + draw.below(3) as u32,
        death_day: 1 + draw.below(30) as u32,
        // Squared, so that the first towns are the large ones.
        town: (draw.below(100) * draw.below(100)) / 100 * words::TOWNS.len() / 100,
    }
}

/// Writes what one list says of a person: spelled its own way, with gaps of its own.
fn write_row(table: &mut String, list: u32, row: u32, person: &Person, draw: &mut Draw) {
    let given = words::GIVEN[person.given];
    let father = words::GIVEN[person.father];
    let mut family_latin = String::new();
    let mut family_arabic = String::new();
    for syllable in person.family {
        let (latin, other_latin, arabic) = words::SYLLABLES[syllable];
        // Each list has its habit of spelling, and now and then departs from it.
        family_latin += if (list % 2 == 1) != draw.chance(0.1) {
            other_latin
        } else {
            latin
        };
        family_arabic += arabic;
    }
    words::capitalise(&mut family_latin);
    let death = match draw.below(10) {
        0..=3 => "1970".to_owned(),
        4..=7 => format!("1970-{:02}", person.death_month),
        _ => format!("1970-{:02}-{:02}", person.death_month, person.death_day),
    };
    let birth = if draw.chance(0.4) {
        person.birth_year.to_string()
    } else {
        String::new()
    };
    let age = if draw.chance(0.5) {
        (1970 - person.birth_year).to_string()
    } else {
        String::new()
    };
    let _ = writeln!(
        table,
        "r{row:06},{} {family_latin},{} {family_arabic},{},{},{birth},{age},{death},{},list-{},row {row}",
        given.0,
        given.1,
        if draw.chance(0.5) { father.0 } else { "" },
        if person.woman { "F" } else { "M" },
        words::TOWNS[person.town].0,
        list + 1,
    );
}

#[cfg(test)]
mod tests;
