//! Shows how words are read and how alike they are: `cargo run -p names --example words -- WORD WORD …`.
#![expect(
    clippy::print_stdout,
    reason = "an example reports on its standard output"
)]

use names::{
    cost::{differences, similarity},
    key::keys,
    normal::normal,
    sound::Readings,
};

fn main() {
    let words: Vec<(String, Readings)> = std::env::args()
        .skip(1)
        .map(|word| {
            let joined = normal(&word)
                .split(' ')
                .map(Readings::of)
                .reduce(|before, next| before.join(&next))
                .unwrap_or_else(|| Readings::of(""));
            (word, joined)
        })
        .collect();
    for (word, readings) in &words {
        let ways: Vec<String> = readings.ways().iter().map(|way| way.shown()).collect();
        println!("{word}: {ways:?}, keys {:?}", keys(readings));
    }
    for (place, (one, left)) in words.iter().enumerate() {
        for (other, right) in &words[place + 1..] {
            println!("{one} {other}: {:.3}", similarity(left, right));
            for difference in differences(left, right) {
                println!(
                    "  {}~{} {} {:.2}",
                    difference.left,
                    difference.right,
                    difference.why.as_str(),
                    difference.cost
                );
            }
        }
    }
}
