//! Invented people and the lists that name them, with the truth: who stands in which row.
//!
//! Names are put together from common given and family names and from invented roots; nobody is meant. Deterministic by seed.

use matching::{
    record::Records,
    table::{Columns, Reading, ReadingSettings},
};
use model::date::{Calendar, Day};

/// How a list writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hand {
    /// Persian script, Solar Hijri dates.
    Persian,
    /// Latin letters as in English, Gregorian dates.
    English,
    /// Latin letters as in French, Gregorian dates.
    French,
}

/// A list to be drawn.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListPlan {
    pub(crate) name: &'static str,
    pub(crate) hand: Hand,
    /// Share of the people it names.
    pub(crate) covers: f64,
    /// Share of its rows that are there twice.
    pub(crate) twice: f64,
    /// Chance of a slip in each field.
    pub(crate) noise: f64,
    /// Share of its fields that are filled in.
    pub(crate) filled: f64,
}

/// Rows with the person of each.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rows {
    pub(crate) cells: Vec<Vec<String>>,
    pub(crate) truth: Vec<u32>,
    /// The family of each row's person: brothers and sisters share one.
    pub(crate) families: Vec<u32>,
}

/// The columns of `Rows`.
pub(crate) const HEADER: [&str; 10] = [
    "rec_id", "list", "given", "surname", "father", "sex", "birth", "age", "event", "place",
];

/// The lists of most tests: three hands, one of them with repetitions.
pub(crate) const LISTS: [ListPlan; 3] = [
    ListPlan {
        name: "court",
        hand: Hand::Persian,
        covers: 0.6,
        twice: 0.0,
        noise: 0.06,
        filled: 0.8,
    },
    ListPlan {
        name: "press",
        hand: Hand::English,
        covers: 0.5,
        twice: 0.05,
        noise: 0.1,
        filled: 0.65,
    },
    ListPlan {
        name: "exile",
        hand: Hand::French,
        covers: 0.3,
        twice: 0.0,
        noise: 0.1,
        filled: 0.7,
    },
];

/// SplitMix64 (Steele, Lea & Flood 2014).
#[derive(Clone, Debug)]
pub(crate) struct Draw(pub(crate) u64);

impl Draw {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub(crate) fn below(&mut self, count: usize) -> usize {
        (self.next() % count as u64) as usize
    }

    pub(crate) fn chance(&mut self, share: f64) -> bool {
        ((self.next() >> 11) as f64) / ((1u64 << 53) as f64) < share
    }

    /// Small numbers more often: the square of an even draw.
    fn skewed(&mut self, count: usize) -> usize {
        let even = (self.next() >> 11) as f64 / (1u64 << 53) as f64;
        ((even * even * even.sqrt()) * count as f64) as usize
    }
}

/// A name in the three hands.
#[derive(Clone, Debug)]
struct Written([String; 3]);

#[derive(Clone, Debug)]
struct Person {
    given: Written,
    family: Written,
    father: Written,
    woman: bool,
    birth: i64,
    event: i64,
    place: usize,
    kin: u32,
}

const MEN: &str = "علی Ali Ali|محمد Mohammad Mohamed|حسین Hossein Hossein|رضا Reza Reza|مهدی Mahdi Mehdi|حسن Hassan Hassan|احمد Ahmad Ahmad|امیر Amir Amir|عباس Abbas Abbas|سعید Saeed Saïd|مجید Majid Madjid|حمید Hamid Hamid|ناصر Naser Nasser|یوسف Yousef Youssef|ابراهیم Ebrahim Ebrahim|اسماعیل Esmail Ismaïl|جواد Javad Djavad|کاظم Kazem Kazem|داوود Davoud Davoud|فرهاد Farhad Farhad|بهرام Bahram Bahram|کوروش Kourosh Kourosh|داریوش Dariush Dariouche|پیمان Peyman Peyman|شاهین Shahin Chahine|نوید Navid Navid|آرش Arash Arache|سیاوش Siavash Siavache|خسرو Khosrow Khosro|منوچهر Manouchehr Manoutchehr|هوشنگ Houshang Houchang|پرویز Parviz Parviz|جمشید Jamshid Djamchid|بیژن Bijan Bijan|ایرج Iraj Iradj|محمود Mahmoud Mahmoud|مصطفی Mostafa Mostafa|مرتضی Morteza Morteza|صادق Sadegh Sadegh|باقر Bagher Bagher|تقی Taghi Taghi|اکبر Akbar Akbar|اصغر Asghar Asghar|قاسم Ghasem Ghassem|هادی Hadi Hadi|کریم Karim Karim|رحیم Rahim Rahim|یعقوب Yaghoub Yaghoub";
const WOMEN: &str = "فاطمه Fatemeh Fatemeh|زهرا Zahra Zahra|مریم Maryam Maryam|زینب Zeynab Zeinab|لیلا Leila Leïla|سارا Sara Sara|نرگس Narges Narguess|مینا Mina Mina|شیرین Shirin Chirine|پروانه Parvaneh Parvaneh|مهناز Mahnaz Mahnaz|فرزانه Farzaneh Farzaneh|نسرین Nasrin Nasrine|سیمین Simin Simine|شهلا Shahla Chahla|طاهره Tahereh Tahereh|منیژه Manijeh Manijeh|اعظم Azam Azam|اشرف Ashraf Achraf|پروین Parvin Parvine|ژاله Jaleh Jaleh|نازنین Nazanin Nazanine|آزاده Azadeh Azadeh|بهاره Bahareh Bahareh|گلناز Golnaz Golnaz|شهین Shahin Chahine|فریبا Fariba Fariba|ناهید Nahid Nahid|سوسن Sousan Soussan|ویدا Vida Vida";
const FAMILIES: &str = "احمدی Ahmadi Ahmadi|محمدی Mohammadi Mohammadi|حسینی Hosseini Hosseini|رضایی Rezaei Rezaï|کریمی Karimi Karimi|موسوی Mousavi Moussavi|جعفری Jafari Djafari|صادقی Sadeghi Sadeghi|قاسمی Ghasemi Ghassemi|هاشمی Hashemi Hachemi|مرادی Moradi Moradi|رحیمی Rahimi Rahimi|نوری Nouri Nouri|کاظمی Kazemi Kazemi|شریفی Sharifi Charifi|باقری Bagheri Bagheri|اکبری Akbari Akbari|یزدانی Yazdani Yazdani|شیرازی Shirazi Chirazi|اصفهانی Esfahani Esfahani|تبریزی Tabrizi Tabrizi|تهرانی Tehrani Tehrani|زمانی Zamani Zamani|فرهادی Farhadi Farhadi|بهرامی Bahrami Bahrami|سلطانی Soltani Soltani|امینی Amini Amini|نجفی Najafi Nadjafi|رستمی Rostami Rostami|قربانی Ghorbani Ghorbani";
const PLACES: &str = "تهران Tehran Téhéran|مشهد Mashhad Machhad|اصفهان Esfahan Ispahan|تبریز Tabriz Tabriz|شیراز Shiraz Chiraz|کرج Karaj Karadj|اهواز Ahvaz Ahvaz|قم Qom Qom|کرمانشاه Kermanshah Kermanchah|ارومیه Urmia Ourmia|رشت Rasht Racht|زاهدان Zahedan Zahedan|همدان Hamadan Hamadan|کرمان Kerman Kerman|یزد Yazd Yazd|اردبیل Ardabil Ardabil|بندرعباس Bandar-Abbas Bandar-Abbas|سنندج Sanandaj Sanandadj|گرگان Gorgan Gorgan|ساری Sari Sari|بابل Babol Babol|آمل Amol Amol|مهاباد Mahabad Mahabad|بوکان Bukan Boukan|مریوان Marivan Marivan|سقز Saqqez Saqqez|ایلام Ilam Ilam|بوشهر Bushehr Bouchehr|بم Bam Bam|بهبهان Behbahan Behbahan";
const ENDINGS: &str =
    "   |زاده zadeh zadeh|پور pour pour|نژاد nejad nejad|فر far far|نیا nia nia|یان ian ian";
const ROOTS: &str = "ک k k|م m m|ن n n|ر r r|س s ss|ت t t|د d d|ب b b|ش sh ch|ف f f|ز z z|گ g gu|پ p p|ل l l|خ kh kh|ج j dj|ق gh gh|چ ch tch|و v v|ه h h";
const VOWELS: &str = "ا a a|ی i i|و ou ou| a a| e e| o o";

fn table(text: &str) -> Vec<Written> {
    text.split('|')
        .map(|entry| {
            let mut words = entry.split(' ').map(str::to_owned);
            Written([0; 3].map(|_| words.next().unwrap_or_default()))
        })
        .collect()
}

struct Stock {
    men: Vec<Written>,
    women: Vec<Written>,
    families: Vec<Written>,
    places: Vec<Written>,
}

impl Stock {
    /// A stock in which the number of families grows with the people, as it does in countries.
    fn new(people: usize, draw: &mut Draw) -> Self {
        let (roots, vowels, endings) = (table(ROOTS), table(VOWELS), table(ENDINGS));
        let mut families = table(FAMILIES);
        let invented = 200 + people / 25;
        for _ in 0..invented {
            let mut name = Written(Default::default());
            for _ in 0..2 + draw.below(2) {
                let (root, vowel) = (&roots[draw.below(roots.len())], &vowels[draw.below(6)]);
                for hand in 0..3 {
                    name.0[hand] += &root.0[hand];
                    name.0[hand] += &vowel.0[hand];
                }
            }
            let (last, ending) = (
                &roots[draw.below(roots.len())],
                &endings[draw.below(endings.len())],
            );
            for hand in 0..3 {
                name.0[hand] += &last.0[hand];
                name.0[hand] += &ending.0[hand];
            }
            families.push(name);
        }
        Self {
            men: table(MEN),
            women: table(WOMEN),
            families,
            places: table(PLACES),
        }
    }

    fn given(&self, woman: bool, draw: &mut Draw) -> Written {
        let names = if woman { &self.women } else { &self.men };
        let first = names[draw.skewed(names.len())].clone();
        if woman || !draw.chance(0.2) {
            return first;
        }
        let second = &names[draw.skewed(names.len())];
        if second.0[0] == first.0[0] {
            return first;
        }
        Written([0, 1, 2].map(|hand| format!("{} {}", first.0[hand], second.0[hand])))
    }

    fn family(&self, draw: &mut Draw) -> Written {
        self.families[draw.skewed(self.families.len())].clone()
    }
}

/// Draws people, and the lists that name them.
pub(crate) fn lists(people: usize, plans: &[ListPlan], seed: u64) -> Rows {
    let mut draw = Draw(seed);
    let stock = Stock::new(people, &mut draw);
    let mut all: Vec<Person> = Vec::with_capacity(people);
    while all.len() < people {
        let woman = draw.chance(0.25);
        let mut person = Person {
            given: stock.given(woman, &mut draw),
            family: stock.family(&mut draw),
            father: stock.given(false, &mut draw),
            woman,
            // 1940 to 1998, and four years of events.
            birth: 708_206 + draw.below(21_000) as i64,
            event: 736_900 + draw.below(1_460) as i64,
            place: draw.skewed(stock.places.len()),
            kin: all.len() as u32,
        };
        // One in seven is a brother or sister of the one before.
        if let Some(before) = all.last().filter(|_| draw.chance(0.15)) {
            person.family = before.family.clone();
            person.father = before.father.clone();
            person.place = before.place;
            person.kin = before.kin;
            person.birth = before.birth + 400 + draw.below(3_000) as i64;
            if draw.chance(0.3) {
                person.event = before.event;
            }
        }
        all.push(person);
    }
    let mut rows = Rows::default();
    for plan in plans {
        for (number, person) in all.iter().enumerate() {
            if !draw.chance(plan.covers) {
                continue;
            }
            let times = 1 + usize::from(draw.chance(plan.twice));
            for _ in 0..times {
                let row = rows.cells.len() + 1;
                rows.cells
                    .push(written(person, &stock, plan, row, &mut draw));
                rows.truth.push(number as u32);
                rows.families.push(person.kin);
            }
        }
    }
    rows
}

fn written(
    person: &Person,
    stock: &Stock,
    plan: &ListPlan,
    row: usize,
    draw: &mut Draw,
) -> Vec<String> {
    let hand = plan.hand as usize;
    let name = |name: &Written, draw: &mut Draw| {
        if draw.chance(plan.noise) {
            slip(&name.0[hand], draw)
        } else {
            name.0[hand].clone()
        }
    };
    let given = name(&person.given, draw);
    let family = name(&person.family, draw);
    let father = name(&person.father, draw);
    let filled = |text: String, draw: &mut Draw| {
        if draw.chance(plan.filled) {
            text
        } else {
            String::new()
        }
    };
    let birth = if draw.chance(plan.noise) {
        person.birth + [1, -1, 30, 365, 3650][draw.below(5)]
    } else {
        person.birth
    };
    let event = if draw.chance(plan.noise) {
        person.event + [1, -1, 7, -7, 30][draw.below(5)]
    } else {
        person.event
    };
    let place = if draw.chance(plan.noise) {
        draw.below(stock.places.len())
    } else {
        person.place
    };
    let age = (person.event - person.birth) / 365;
    let told_birth = draw.chance(0.5);
    vec![
        format!("r{row}"),
        plan.name.to_owned(),
        given,
        family,
        filled(father, draw),
        filled(if person.woman { "f" } else { "m" }.to_owned(), draw),
        filled(
            if told_birth {
                date(birth, plan.hand, draw.chance(0.4))
            } else {
                String::new()
            },
            draw,
        ),
        filled(
            if told_birth {
                String::new()
            } else {
                age.to_string()
            },
            draw,
        ),
        filled(date(event, plan.hand, draw.chance(0.1)), draw),
        filled(stock.places[place].0[hand].clone(), draw),
    ]
}

fn date(day: i64, hand: Hand, year_alone: bool) -> String {
    let day = Day(day).to(if hand == Hand::Persian {
        Calendar::SolarHijri
    } else {
        Calendar::Gregorian
    });
    if year_alone {
        format!("{:04}", day.year)
    } else {
        format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)
    }
}

/// Leaves out, doubles or exchanges one letter.
fn slip(text: &str, draw: &mut Draw) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    if letters.len() < 3 {
        return text.to_owned();
    }
    let place = 1 + draw.below(letters.len() - 2);
    match draw.below(3) {
        0 => {
            letters.remove(place);
        }
        1 => letters.insert(place, letters[place]),
        _ => letters.swap(place, place + 1),
    }
    letters.into_iter().collect()
}

/// Pairs of one person in the truth, and how a clustering does against them: precision and recall of its pairs.
pub(crate) fn precision_and_recall(truth: &[u32], cluster: &[u32]) -> (f64, f64) {
    let pairs = |labels: &mut dyn Iterator<Item = (u32, u32)>| -> f64 {
        let mut counts = std::collections::BTreeMap::new();
        for label in labels {
            *counts.entry(label).or_insert(0u64) += 1;
        }
        counts
            .values()
            .map(|count| (count * (count - 1) / 2) as f64)
            .sum()
    };
    let both = pairs(&mut truth.iter().copied().zip(cluster.iter().copied()));
    let made = pairs(&mut cluster.iter().map(|&cluster| (cluster, 0)));
    let there = pairs(&mut truth.iter().map(|&person| (person, 0)));
    (both / made.max(1.0), both / there.max(1.0))
}

/// Reads the rows as a table. `clean`: lists that name nobody twice.
pub(crate) fn records(rows: &Rows, clean: &[&str]) -> Records {
    let (columns, _) = Columns::of(&HEADER).expect("the header has names");
    let settings = ReadingSettings {
        clean_lists: clean.iter().map(|list| (*list).to_owned()).collect(),
        ..ReadingSettings::default()
    };
    let mut reading = Reading::new(columns, settings);
    for cells in &rows.cells {
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        reading.row(&cells);
    }
    reading.finish()
}

/// How many pairs of rows are of one person.
pub(crate) fn true_pairs(truth: &[u32]) -> u64 {
    let mut counts = std::collections::BTreeMap::new();
    for person in truth {
        *counts.entry(person).or_insert(0u64) += 1;
    }
    counts.values().map(|count| count * (count - 1) / 2).sum()
}
