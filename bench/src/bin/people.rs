//! Writes made-up lists and the truth about them. Usage: `people SHAPE RECORDS NOISE SEED FOLDER` with SHAPE one of latin,
//! two-scripts, arabic, many; NOISE one of low, middle, high. `FOLDER/records.csv` has the columns that `cenotaph match` reads,
//! `FOLDER/truth.csv` says which person each record is.

use std::{
    env, fs,
    io::{BufWriter, Write},
    path::Path,
};

use bench::people::{
    chance::Chance,
    clerk::{COLUMNS, Clerk},
    lists::{NOISES, shape},
    spelling::Words,
    world::World,
};

fn main() {
    let arguments: Vec<String> = env::args().collect();
    let [_, shape_name, records, noise, seed, folder] = arguments.as_slice() else {
        panic!("usage: people SHAPE RECORDS NOISE SEED FOLDER");
    };
    let records: usize = records.parse().expect("a number of records");
    let seed: u64 = seed.parse().expect("a seed");
    let (lists, arab) = shape(shape_name).expect("a shape: latin, two-scripts, arabic, many");
    let (_, noise) = NOISES.into_iter().find(|(name, _)| name == noise).expect("a noise: low, middle, high");

    let words = Words::load();
    let mut world = World::new(&words, seed, arab);
    let mut clerks: Vec<Clerk> = lists.iter().zip(0..).map(|(list, number)| Clerk::new(&words, list, noise, seed, number)).collect();
    let mut rows: Vec<(usize, usize, [String; COLUMNS.len()])> = Vec::with_capacity(records);
    let mut person = 0;
    while rows.len() < records {
        for one in world.family() {
            person += 1;
            for (number, clerk) in clerks.iter_mut().enumerate() {
                for _ in 0..clerk.rows(&one) {
                    rows.push((person, number, clerk.row(&one)));
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
    let open = |name: &str| BufWriter::new(fs::File::create(Path::new(folder).join(name)).expect("a file to write"));
    let (mut table, mut truth) = (open("records.csv"), open("truth.csv"));
    writeln!(table, "rec_id,list,{}", COLUMNS.join(",")).expect("written");
    writeln!(truth, "rec_id,person").expect("written");
    for (number, (person, list, row)) in rows.iter().enumerate() {
        write!(table, "r{number},{}", lists[*list].name).expect("written");
        for cell in row {
            let quote = cell.contains([',', '"']);
            if quote { write!(table, ",\"{}\"", cell.replace('"', "\"\"")) } else { write!(table, ",{cell}") }.expect("written");
        }
        writeln!(table).expect("written");
        writeln!(truth, "r{number},p{person}").expect("written");
    }
    println!("{} records of {} people on {} lists", rows.len(), person, lists.len());
}
