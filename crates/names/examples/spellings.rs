//! Measures how many spellings of one name share a key: `cargo run -p names --example spellings -- TABLE.csv GROUP SPELLING`.
#![expect(
    clippy::print_stdout,
    reason = "an example reports on its standard output"
)]

use names::{
    fold::fold,
    key::{latin_key, query_keys, search_keys},
    script,
};

fn main() -> Result<(), csv::Error> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [path, group, spelling] = arguments.as_slice() else {
        println!("usage: spellings TABLE.csv GROUP-COLUMN SPELLING-COLUMN");
        return Ok(());
    };
    let mut table = csv::Reader::from_path(path)?;
    let headers = table.headers()?.clone();
    let column = |name: &String| headers.iter().position(|header| header == name);
    let (Some(group), Some(spelling)) = (column(group), column(spelling)) else {
        println!("no such column; there are {headers:?}");
        return Ok(());
    };
    let mut rows = Vec::new();
    for record in table.records() {
        let record = record?;
        rows.push((record[group].to_owned(), record[spelling].to_owned()));
    }
    let rules: [(&str, Rule); 3] = [
        ("equal when folded", |one, other| fold(one) == fold(other)),
        ("equal key", |one, other| latin_key(one) == latin_key(other)),
        ("one is found by the other", |one, other| {
            finds(one, other) || finds(other, one)
        }),
    ];
    for (rule, meets) in rules {
        let [same, across, different] = count(&rows, meets);
        println!(
            "{rule}: {same:?} of one group, {across:?} of them across scripts, {different:?} of different groups"
        );
    }
    Ok(())
}

/// Whether two spellings meet.
type Rule = fn(&str, &str) -> bool;

/// Whether a search for `query` finds `name`: every key of some way of joining the words of `query` is a key of `name`.
fn finds(query: &str, name: &str) -> bool {
    let known = search_keys(name);
    query_keys(query)
        .iter()
        .any(|way| way.iter().all(|key| known.contains(key)))
}

/// Pairs that meet and pairs in all: of one group, of one group in two scripts, of different groups.
fn count(rows: &[(String, String)], meets: Rule) -> [(usize, usize); 3] {
    let mut found = [(0, 0); 3];
    for (place, (group, one)) in rows.iter().enumerate() {
        for (other_group, other) in &rows[place + 1..] {
            let met = usize::from(meets(one, other));
            let across = group == other_group && script::of(one) != script::of(other);
            for (kind, applies) in [group == other_group, across, group != other_group]
                .into_iter()
                .enumerate()
            {
                if applies {
                    found[kind].0 += met;
                    found[kind].1 += 1;
                }
            }
        }
    }
    found
}
