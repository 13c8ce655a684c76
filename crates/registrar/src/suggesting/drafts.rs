//! From a reading to what could be said of people, events and words: nothing here knows an archive.

use std::{collections::BTreeMap, ops::Range};

use intake::reading::{EntityKind, Norm, Quote, Reading};

/// What a reading could say, each with the characters of the text in which it is read.
#[derive(Debug, Default)]
pub(super) struct Drafts {
    pub(super) people: Vec<PersonDraft>,
    pub(super) speeches: Vec<SpeechDraft>,
    pub(super) tolls: Vec<TollDraft>,
    /// The report's own event: what its headline and dateline tell.
    pub(super) event: Option<EventDraft>,
}

/// Somebody who is named.
#[derive(Debug)]
pub(super) struct PersonDraft {
    /// The fullest form in the report, folded: the same for every mention.
    pub(super) key: String,
    /// The longest form as written.
    pub(super) name: String,
    pub(super) span: Range<usize>,
    pub(super) mentions: usize,
    /// Offices, relations and occupations told of the person.
    pub(super) roles: Vec<(String, Range<usize>)>,
}

/// Words of somebody with a name.
#[derive(Debug)]
pub(super) struct SpeechDraft {
    /// Whether something is demanded.
    pub(super) demand: bool,
    pub(super) words: String,
    pub(super) span: Range<usize>,
    /// `PersonDraft::key` of who speaks.
    pub(super) speaker: String,
    /// The same of who quotes the speaker.
    pub(super) quoted_by: Option<String>,
}

/// A number of people killed.
#[derive(Debug)]
pub(super) struct TollDraft {
    pub(super) low: Option<u64>,
    pub(super) high: Option<u64>,
    pub(super) span: Range<usize>,
    /// The sentence around it: what exactly is counted.
    pub(super) sentence: String,
    /// Years named in that sentence.
    pub(super) years: Vec<String>,
    /// `PersonDraft::key` of who says it, when it stands in somebody's words.
    pub(super) said_by: Option<String>,
}

/// What a headline and a dateline tell.
#[derive(Debug)]
pub(super) struct EventDraft {
    pub(super) name: String,
    pub(super) span: Range<usize>,
    pub(super) date: Option<String>,
    pub(super) place: Option<String>,
}

/// Fewer words in quotation marks are an expression, not a remark. Chosen by us.
const WORDS: usize = 4;

/// Words of killing, by which a number is a toll, in the four languages of the reader.
const KILLED: &[&str] = &[
    "kill",
    "execut",
    "massacre",
    "murder",
    "put to death",
    "victim",
    "dead",
    "martyr",
    "tué",
    "exécut",
    "assassin",
    "victime",
    "mort",
    "کشت",
    "اعدام",
    "قتل",
    "جان‌باخت",
    "قربانی",
    "قتيل",
    "قُتل",
    "إعدام",
    "أعدم",
    "مجزرة",
    "ضحايا",
];

/// Words by which somebody demands something.
const DEMANDS: &[&str] = &[
    "must ",
    "demand",
    "call on",
    "calls on",
    "call for",
    "should ",
    "urge",
    "need to be",
    "doit ",
    "doivent",
    "exige",
    "appelle à",
    "demandons",
    "باید",
    "خواستار",
    "می‌خواهیم",
    "يجب",
    "نطالب",
    "ندعو",
];

/// Everything that `reading` could say.
pub(super) fn of(reading: &Reading) -> Drafts {
    let text = Text(reading.text.chars().collect());
    let people = people(reading);
    let keys: BTreeMap<usize, &str> = reading
        .entities
        .iter()
        .filter(|entity| entity.kind == EntityKind::Person)
        .filter_map(|entity| match &entity.norm {
            Some(Norm::Name(key)) => Some((entity.start, key.as_str())),
            _ => None,
        })
        .collect();
    let speaker = |quote: &Quote| -> Option<String> {
        keys.get(&quote.speaker_start?).map(|key| (*key).to_owned())
    };
    Drafts {
        speeches: speeches(reading, &text, &speaker),
        tolls: tolls(reading, &text, &speaker),
        event: event(reading, &text),
        people,
    }
}

fn people(reading: &Reading) -> Vec<PersonDraft> {
    let mut people: Vec<PersonDraft> = Vec::new();
    for entity in &reading.entities {
        let (EntityKind::Person, Some(Norm::Name(key))) = (entity.kind, &entity.norm) else {
            continue;
        };
        let span = entity.start..entity.end;
        match people.iter_mut().find(|person| person.key == *key) {
            Some(person) => {
                person.mentions += 1;
                if entity.text.chars().count() > person.name.chars().count() {
                    (person.name, person.span) = (entity.text.clone(), span);
                }
            }
            None => people.push(PersonDraft {
                key: key.clone(),
                name: entity.text.clone(),
                span,
                mentions: 1,
                roles: Vec::new(),
            }),
        }
    }
    for role in reading
        .entities
        .iter()
        .filter(|entity| entity.kind == EntityKind::Role)
    {
        // Whose role it is: the nearest mention under that name.
        let of = reading
            .entities
            .iter()
            .filter(|entity| {
                entity.kind == EntityKind::Person && Some(&entity.text) == role.of.as_ref()
            })
            .min_by_key(|entity| entity.start.abs_diff(role.start));
        let Some(Norm::Name(key)) = of.and_then(|entity| entity.norm.as_ref()) else {
            continue;
        };
        if let Some(person) = people.iter_mut().find(|person| person.key == *key)
            && person.roles.iter().all(|(known, _)| *known != role.text)
        {
            person.roles.push((role.text.clone(), role.start..role.end));
        }
    }
    people
}

fn speeches(
    reading: &Reading,
    text: &Text,
    speaker: &dyn Fn(&Quote) -> Option<String>,
) -> Vec<SpeechDraft> {
    let mut speeches = Vec::new();
    for (place, first) in reading.quotes.iter().enumerate() {
        if first.continues.is_some() {
            continue;
        }
        let Some(who) = speaker(first) else {
            continue;
        };
        // Fragments so linked are one quotation.
        let mut chain = vec![place];
        for (later, quote) in reading.quotes.iter().enumerate().skip(place + 1) {
            if quote
                .continues
                .is_some_and(|before| chain.contains(&before))
            {
                chain.push(later);
            }
        }
        let fragments: Vec<&Quote> = chain.iter().map(|place| &reading.quotes[*place]).collect();
        let words = fragments
            .iter()
            .map(|quote| quote.text.trim())
            .collect::<Vec<_>>()
            .join("\n");
        if words.split_whitespace().count() < WORDS {
            continue;
        }
        let quoted_by = first
            .inside
            .and_then(|outer| speaker(&reading.quotes[outer]));
        let span = first.start..fragments.last().map_or(first.end, |last| last.end);
        speeches.push(SpeechDraft {
            demand: false,
            words,
            span,
            speaker: who.clone(),
            quoted_by: quoted_by.clone(),
        });
        for quote in fragments {
            for sentence in text.sentences(quote.start..quote.end) {
                let words = text.part(sentence.clone());
                if has(&words, DEMANDS) {
                    speeches.push(SpeechDraft {
                        demand: true,
                        words,
                        span: sentence,
                        speaker: who.clone(),
                        quoted_by: quoted_by.clone(),
                    });
                }
            }
        }
    }
    speeches
}

fn tolls(
    reading: &Reading,
    text: &Text,
    speaker: &dyn Fn(&Quote) -> Option<String>,
) -> Vec<TollDraft> {
    let mut tolls = Vec::new();
    for entity in &reading.entities {
        let Some(Norm::Count { low, high }) = entity.norm else {
            continue;
        };
        let sentence = text.sentence_at(entity.start);
        let words = text.part(sentence.clone());
        let several = low.or(high).is_some_and(|count| count > 1);
        if !several || !has(&words, KILLED) {
            continue;
        }
        let years = reading
            .entities
            .iter()
            .filter(|date| sentence.contains(&date.start))
            .filter_map(|date| match &date.norm {
                Some(Norm::Date(date)) if date.len() >= 4 && !date.starts_with('X') => {
                    Some(date[..4].to_owned())
                }
                _ => None,
            })
            .collect();
        let inside = reading
            .quotes
            .iter()
            .rfind(|quote| quote.start <= entity.start && entity.end <= quote.end);
        tolls.push(TollDraft {
            low,
            high,
            span: entity.start..entity.end,
            sentence: words,
            years,
            said_by: inside.and_then(speaker),
        });
    }
    tolls
}

fn event(reading: &Reading, text: &Text) -> Option<EventDraft> {
    let (title, dateline) = (reading.title.as_ref()?, reading.dateline.as_ref()?);
    let letters: Vec<char> = title.chars().collect();
    let start = text
        .0
        .windows(letters.len().max(1))
        .position(|part| *part == letters[..])?;
    Some(EventDraft {
        name: title.clone(),
        span: start..start + letters.len(),
        date: dateline.date.clone(),
        place: dateline.place.clone(),
    })
}

fn has(words: &str, of: &[&str]) -> bool {
    let words = words.to_lowercase();
    of.iter().any(|word| words.contains(word))
}

/// A text by characters, as spans count.
struct Text(Vec<char>);

impl Text {
    fn part(&self, span: Range<usize>) -> String {
        self.0[span].iter().collect()
    }

    fn ends_sentence(&self, place: usize) -> bool {
        let after = self.0.get(place + 1);
        match self.0[place] {
            '\n' => true,
            '.' | '!' | '?' | '\u{61f}' => after.is_none_or(|next| !next.is_alphanumeric()),
            _ => false,
        }
    }

    /// The sentence around a character, without blanks around it.
    fn sentence_at(&self, place: usize) -> Range<usize> {
        let start = (0..place)
            .rev()
            .find(|at| self.ends_sentence(*at))
            .map_or(0, |at| at + 1);
        let end = (place..self.0.len())
            .find(|at| self.ends_sentence(*at))
            .map_or(self.0.len(), |at| at + usize::from(self.0[at] != '\n'));
        self.trimmed(start..end)
    }

    /// The sentences within a span.
    fn sentences(&self, span: Range<usize>) -> Vec<Range<usize>> {
        let mut sentences = Vec::new();
        let mut start = span.start;
        for at in span.clone() {
            if self.ends_sentence(at) || at + 1 == span.end {
                let sentence = self.trimmed(start..at + 1);
                if !sentence.is_empty() {
                    sentences.push(sentence);
                }
                start = at + 1;
            }
        }
        sentences
    }

    fn trimmed(&self, span: Range<usize>) -> Range<usize> {
        let is_edge = |c: char| c.is_whitespace() || "“”\"«»‹›".contains(c);
        let (mut start, mut end) = (span.start, span.end);
        while start < end && is_edge(self.0[start]) {
            start += 1;
        }
        while end > start && is_edge(self.0[end - 1]) {
            end -= 1;
        }
        start..end
    }
}
