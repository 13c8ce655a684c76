//! Search by name among a million records: how long a query takes, and how often it finds the one that it means.
//!
//! Names are put together from the tables of `names`, frequent ones more often (Zipf's law), each record in one spelling of one
//! script. A query is another spelling of the name of a record, in the same script or another, with and without a slip. It has found when
//! a record of that given and family name is among the first twenty.

use bench::{folder, timed};
use catalog::{Catalog, CatalogError, Fed, FedPayload, Hit, Origin};
use model::{
    access::Access,
    claim::{Certainty, Citation, Claim},
    entry::{Entry, EntryKind, Timestamp},
    id::{RecordId, RecordKind, SourceId},
    judgement::Subject,
    payload::Payload,
    term::Term,
    value::Value,
    wire,
};
use proof::digest::Digest;

/// As the program itself.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Records, when the command line does not say.
const RECORDS: u64 = 1_000_000;
/// Records of an entry.
const TOGETHER: u64 = 100;
/// Queries of each kind.
const QUERIES: u64 = 1_000;

const GIVEN: &str = include_str!("../../../crates/names/data/given-names.tsv");
const FAMILY: &str = include_str!("../../../crates/names/data/family-names.tsv");

fn main() {
    let path = folder("bench-search");
    std::fs::create_dir_all(&path).expect("a folder");
    let records = std::env::args().nth(2).and_then(|count| count.parse().ok()).unwrap_or(RECORDS);
    let tables = Tables { given: table(GIVEN, 3), family: table(FAMILY, 2) };
    let ((catalog, _), seconds) = timed(|| {
        Catalog::rebuild(&path.join("catalog.db"), Origin { ledger: [1; 32], key: [2; 32] }, |sink| {
            for from in (0..records).step_by(TOGETHER as usize) {
                let (entry, payload) = entry(&tables, from, records);
                let payloads = vec![FedPayload::Present(&payload)];
                sink.take(&[Fed { index: from / TOGETHER, entry: &entry, payloads, texts: vec![] }])?;
            }
            Ok::<(), CatalogError>(())
        })
        .expect("rebuilt")
    });
    println!("catalog of {records} records, each a name: {seconds:.1} s, {:.0} claims/s", records as f64 / seconds);
    println!("{:32} {:>8} {:>8} {:>8} {:>8} {:>8}", "query", "median", "p99", "longest", "found", "first");
    type Asked = fn(&Tables, Dice, &Person) -> String;
    let kinds: [(&str, Asked); 7] = [
        ("another spelling, any script", |tables, dice, person| tables.spelled(dice, person)),
        ("Latin for any script", |tables, dice, person| tables.in_script(dice, person, Some(1))),
        ("Arabic script for any", |tables, dice, person| tables.in_script(dice, person, Some(0))),
        ("Latin, a letter replaced", |tables, dice, person| slip(dice, &tables.in_script(dice, person, Some(1)))),
        ("Arabic script, a letter replaced", |tables, dice, person| slip(dice, &tables.in_script(dice, person, Some(0)))),
        ("with a word too many", |tables, dice, person| {
            let name = tables.in_script(dice, person, Some(1));
            format!("{name} {}", tables.family[dice.zipf(7, tables.family.len())][1].first().map_or("Zand", String::as_str))
        }),
        ("family name alone", |tables, dice, person| {
            tables.in_script(dice, person, Some(1)).rsplit(' ').next().unwrap_or_default().to_owned()
        }),
    ];
    for (kind, asked) in kinds {
        let mut took = Vec::new();
        let (mut found, mut first) = (0, 0);
        for number in 0..QUERIES {
            let wanted = tables.person(Dice(number * 7919 % records));
            let query = asked(&tables, Dice(1 << 40 | number), &wanted);
            let (hits, seconds) = timed(|| catalog.search(&query, 20, Access::Public).expect("searched"));
            took.push(seconds * 1000.0);
            let alone = kind == "family name alone";
            let fits = |hit: &Hit| {
                let Subject::Record(id) = hit.subject else { return false };
                let person = tables.person(Dice(number_of(id)));
                person.family == wanted.family && (alone || person.given == wanted.given)
            };
            found += u64::from(hits.iter().any(fits));
            first += u64::from(hits.first().is_some_and(fits));
            assert!(hits.windows(2).all(|pair| pair[0].rank <= pair[1].rank), "the best rank comes first");
        }
        took.sort_by(f64::total_cmp);
        let at = |share: f64| took[((took.len() as f64 * share) as usize).min(took.len() - 1)];
        let share = |count: u64| 100.0 * count as f64 / QUERIES as f64;
        println!(
            "{kind:32} {:>5.1} ms {:>5.1} ms {:>5.1} ms {:>6.1} % {:>6.1} %",
            at(0.5),
            at(0.99),
            at(1.0),
            share(found),
            share(first)
        );
    }
    drop(catalog);
    let _ = std::fs::remove_dir_all(path);
}

/// Spellings of one name, by column: Arabic script, Latin, Cyrillic, Hebrew.
type Name = [Vec<String>; 4];

struct Tables {
    given: Vec<Name>,
    family: Vec<Name>,
}

struct Person {
    given: usize,
    family: usize,
}

fn table(text: &str, from: usize) -> Vec<Name> {
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let columns: Vec<&str> = line.split('\t').collect();
            [0, 1, 2, 3].map(|place| {
                let spellings = columns.get(from + place).copied().unwrap_or_default();
                spellings.split(" ; ").map(str::trim).filter(|spelling| !spelling.is_empty()).map(str::to_owned).collect()
            })
        })
        .filter(|name: &Name| !name[0].is_empty() && !name[1].is_empty())
        .collect()
}

impl Tables {
    fn person(&self, dice: Dice) -> Person {
        Person { given: dice.zipf(1, self.given.len()), family: dice.zipf(2, self.family.len()) }
    }

    fn spelled(&self, dice: Dice, person: &Person) -> String {
        // Most lists are in Persian or in Latin letters.
        let script = [0, 0, 0, 0, 1, 1, 1, 1, 2, 3][dice.below(3, 10)];
        self.in_script(dice, person, Some(script))
    }

    fn in_script(&self, dice: Dice, person: &Person, script: Option<usize>) -> String {
        let spelling = |name: &Name, salt: u64| {
            let script = script.filter(|script| !name[*script].is_empty()).unwrap_or(1);
            name[script][dice.below(salt, name[script].len())].clone()
        };
        format!("{} {}", spelling(&self.given[person.given], 4), spelling(&self.family[person.family], 5))
    }
}

/// Numbers that look thrown and are the same each time (SplitMix64).
#[derive(Clone, Copy)]
struct Dice(u64);

impl Dice {
    fn throw(self, salt: u64) -> u64 {
        let mut mixed = (self.0 ^ salt << 56).wrapping_add(0x9e37_79b9_7f4a_7c15);
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    fn below(self, salt: u64, count: usize) -> usize {
        (self.throw(salt) % count as u64) as usize
    }

    /// A place among `count`, each as often as one divided by its number.
    fn zipf(self, salt: u64, count: usize) -> usize {
        let share = (self.throw(salt) >> 11) as f64 / (1u64 << 53) as f64;
        // The sum of 1/n to N is about ln N.
        (((count as f64).ln() * share).exp() as usize).clamp(1, count) - 1
    }
}

/// One consonant of the last word becomes another.
fn slip(dice: Dice, name: &str) -> String {
    let from = name.rfind(' ').unwrap_or(0);
    let places: Vec<(usize, char)> = name[from..]
        .char_indices()
        .filter(|(_, letter)| "bcdfgjklmnprstvzبپتجچحخدرزسشصطغفقکگلمن".contains(*letter))
        .collect();
    if places.is_empty() {
        return name.to_owned();
    }
    let (place, letter) = places[dice.below(6, places.len())];
    let others: Vec<char> = if letter.is_ascii() { "bdfklmnrst" } else { "بدفکلمنرست" }.chars().filter(|other| *other != letter).collect();
    let other = others[dice.below(8, others.len())];
    format!("{}{other}{}", &name[..from + place], &name[from + place + letter.len_utf8()..])
}

fn id_of(number: u64) -> RecordId {
    RecordId::from_bits(RecordKind::Person, number)
}

fn number_of(id: RecordId) -> u64 {
    id.bits()
}

/// The entry of the records from `from` on: its bytes and its payload's.
fn entry(tables: &Tables, from: u64, records: u64) -> (Vec<u8>, Vec<u8>) {
    let numbers = from..(from + TOGETHER).min(records);
    let claims = numbers.clone().map(|number| {
        let dice = Dice(number);
        Claim {
            about: id_of(number),
            property: Term::new("name").expect("a term"),
            value: Value::Text { text: tables.spelled(dice, &tables.person(dice)), language: None },
            qualifiers: vec![],
            citation: Citation { item: None, locator: None, source: Some(SourceId::from_bits(1)), place_in_source: None },
            attribution: vec![],
            certainty: Certainty { term: Term::new("stated").expect("a term"), note: None },
            access: Access::Public,
        }
    });
    let payload = Payload::Claims { records: numbers.clone().map(id_of).collect(), claims: claims.collect() };
    let payload = wire::v1::encode_payload(&payload);
    let entry = Entry {
        kind: EntryKind::ClaimsRecorded,
        time: Timestamp(1_767_225_600),
        actor: "bench".to_owned(),
        counts: [("claims".to_owned(), TOGETHER)].into(),
        commitments: vec![Digest::of(&payload)],
        erases: vec![],
        reason: None,
    };
    (wire::v1::encode_entry(&entry), payload)
}
