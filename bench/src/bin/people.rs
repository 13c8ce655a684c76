//! Writes made-up lists and the truth about them. Usage: `people SHAPE RECORDS NOISE SEED FOLDER` with SHAPE one of latin,
//! two-scripts, arabic, many; NOISE one of low, middle, high. `FOLDER/records.csv` has the columns that `cenotaph match` reads,
//! `FOLDER/truth.csv` says which person each record is, and what it was meant to say before it was spelled (`ceiling.py`).

use std::{
    env, fs,
    io::{BufWriter, Write},
    path::Path,
};

use bench::people::{
    chance::Chance,
    clerk::{COLUMNS, Clerk, Meant},
    lists::{NOISES, shape},
    spelling::Words,
    world::{Person, Population, World},
};

/// The rest of a line of the truth: the name as numbers, then what the fields were meant to say.
fn truth_of(person: &Person, meant: &Meant, words: &Words) -> String {
    let number = |field: Option<usize>| field.map_or_else(String::new, |number| number.to_string());
    let kind = if person.population == Population::Arab {
        "a"
    } else {
        "p"
    };
    let sex = if person.female { "f" } else { "m" };
    let province = meant
        .place
        .map_or("", |place| &words.places[place].province);
    let (family, given) = (person.family, person.given);
    let (father, place, birth_place, group) = (
        number(meant.father),
        number(meant.place),
        number(meant.birth_place),
        number(meant.group),
    );
    format!("{kind}{family}{sex}{given},{father},{place},{province},{birth_place},{group}")
}

fn main() {
    let arguments: Vec<String> = env::args().collect();
    let [_, shape_name, records, noise, seed, folder] = arguments.as_slice() else {
        panic!("usage: people SHAPE RECORDS NOISE SEED FOLDER");
    };
    let records: usize = records.parse().expect("a number of records");
    let seed: u64 = seed.parse().expect("a seed");
    let (lists, arab) = shape(shape_name).expect("a shape: latin, two-scripts, arabic, many");
    let (_, noise) = NOISES
        .into_iter()
        .find(|(name, _)| name == noise)
        .expect("a noise: low, middle, high");

    let words = Words::load();
    let mut world = World::new(&words, seed, arab);
    let mut clerks: Vec<Clerk> = lists
        .iter()
        .zip(0..)
        .map(|(list, number)| Clerk::new(&words, list, noise, seed, number))
        .collect();
    let mut rows: Vec<(usize, usize, [String; COLUMNS.len()], String)> =
        Vec::with_capacity(records);
    let mut person = 0;
    while rows.len() < records {
        for one in world.family() {
            person += 1;
            for (number, clerk) in clerks.iter_mut().enumerate() {
                for _ in 0..clerk.rows(&one) {
                    let (row, meant) = clerk.row(&one);
                    rows.push((person, number, row, truth_of(&one, &meant, &words)));
                }
            }
        }
    }
    rows.truncate(records);
    let mut chance = Chance::new(seed, 3);
    for at in (1..rows.len()).rev() {
        rows.swap(at, chance.below(at + 1));
    }
    rows.sort_by_key(|row| row.1);

    fs::create_dir_all(folder).expect("a folder");
    let open = |name: &str| {
        BufWriter::new(fs::File::create(Path::new(folder).join(name)).expect("a file to write"))
    };
    let (mut table, mut truth) = (open("records.csv"), open("truth.csv"));
    writeln!(table, "rec_id,list,{}", COLUMNS.join(",")).expect("written");
    writeln!(
        truth,
        "rec_id,person,name,father,place,province,birth_place,group"
    )
    .expect("written");
    for (number, (person, list, row, meant)) in rows.iter().enumerate() {
        write!(table, "r{number},{}", lists[*list].name).expect("written");
        for cell in row {
            let quote = cell.contains([',', '"']);
            if quote {
                write!(table, ",\"{}\"", cell.replace('"', "\"\""))
            } else {
                write!(table, ",{cell}")
            }
            .expect("written");
        }
        writeln!(table).expect("written");
        writeln!(truth, "r{number},p{person},{meant}").expect("written");
    }
    println!(
        "{} records of {} people on {} lists",
        rows.len(),
        person,
        lists.len()
    );
}
