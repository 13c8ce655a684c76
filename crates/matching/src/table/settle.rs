//! What only all rows together tell: calendars, days that stand for years, heaped ages, known places, sounds of names.

use std::collections::{BTreeMap, HashMap};

use model::date::Calendar;
use names::{
    part::Role,
    register::{NameId, Names},
};

use super::{
    Columns,
    cells::{DateId, DateText, Pending},
    header::Target,
};
use crate::{
    age::Heaping,
    date::{
        self, Settled,
        habit::{Evidence, Habit, YearDays},
    },
    record::{PlaceId, ProblemKind, Records, When},
};

/// Settles what rows left open.
pub(super) fn settle(
    records: &mut Records,
    columns: &Columns,
    dates: &[DateText],
    pending: &[Pending],
    today: Option<i32>,
) {
    let habits = habits(records, dates, pending, today);
    take_dates(records, columns, dates, pending, &habits, today);
    years_for_days(records);
    describe_lists(records);
    let counts = place_counts(records);
    records.places.settle(&counts);
    name_fathers(records);
    records.sounds = sounds(records);
    // Those that came up last belong among the rows.
    records
        .problems
        .sort_by_key(|problem| (problem.row, problem.what));
}

/// The habits of each list.
fn habits(
    records: &Records,
    dates: &[DateText],
    pending: &[Pending],
    today: Option<i32>,
) -> Vec<Habit> {
    let mut evidence = vec![Evidence::default(); records.lists.len()];
    for (record, pending) in records.rows.iter().zip(pending) {
        let list = &mut evidence[usize::from(record.list)];
        for id in [pending.birth, pending.event].into_iter().flatten() {
            let date = &dates[id.place()];
            if let Some(written) = &date.written {
                list.add(written, date.told, today);
                list.order(&date.text, written);
            }
        }
    }
    evidence.iter().map(Evidence::habit).collect()
}

fn take_dates(
    records: &mut Records,
    columns: &Columns,
    dates: &[DateText],
    pending: &[Pending],
    habits: &[Habit],
    today: Option<i32>,
) {
    // A text means the same in lists of the same habits.
    let mut known: HashMap<(DateId, u16), Result<Settled, ProblemKind>> = HashMap::new();
    let classes: Vec<u16> = habits
        .iter()
        .map(|habit| habits.iter().position(|one| one == habit).unwrap_or(0) as u16)
        .collect();
    for (place, pending) in pending.iter().enumerate() {
        let list = usize::from(records.rows[place].list);
        let mut take = |id: Option<DateId>, target: Target, records: &mut Records| {
            let id = id?;
            let date = &dates[id.place()];
            let written = date.written.as_ref()?;
            let found = *known
                .entry((id, classes[list]))
                .or_insert_with(|| date::settle(written, date.told, habits[list], today));
            let problem = match found {
                Ok(settled) => settled.problem,
                Err(problem) => Some(problem),
            };
            if let Some(problem) = problem {
                records.note(place as u64 + 1, columns.name(target), &date.text, problem);
            }
            found.ok().map(|settled| settled.when)
        };
        let birth = take(pending.birth, Target::Birth, records);
        let event = take(pending.event, Target::Event, records);
        records.rows[place].birth = birth;
        records.rows[place].event = event;
    }
}

/// Days that stand for their year in a list become the year.
fn years_for_days(records: &mut Records) {
    let mut found = vec![[YearDays::default(), YearDays::default()]; records.lists.len()];
    for record in &records.rows {
        let [births, events] = &mut found[usize::from(record.list)];
        if let Some(birth) = &record.birth {
            births.add(birth);
        }
        if let Some(event) = &record.event {
            events.add(event);
        }
    }
    for record in &mut records.rows {
        let [births, events] = &found[usize::from(record.list)];
        let year = |days: &YearDays, when: &mut Option<When>| {
            if let Some(year) = when.as_ref().and_then(|when| days.year(when)) {
                *when = Some(year);
            }
        };
        year(births, &mut record.birth);
        year(events, &mut record.event);
    }
}

/// The calendar, the middle event and the heaping of ages of each list.
fn describe_lists(records: &mut Records) {
    let lists = records.lists.len();
    let mut calendars = vec![[0u64; 3]; lists];
    let mut events: Vec<Vec<i32>> = vec![Vec::new(); lists];
    let mut heaping = vec![Heaping::default(); lists];
    for record in &records.rows {
        let list = usize::from(record.list);
        for when in [record.birth, record.event].into_iter().flatten() {
            calendars[list][when.calendar as usize] += 1;
        }
        events[list].extend(record.event.map(|event| event.earliest));
        if let Some(age) = record.age {
            heaping[list].add(age);
        }
    }
    let mut all: Vec<i32> = events.iter().flatten().copied().collect();
    records.event = median(&mut all);
    for (list, described) in records.lists.iter_mut().enumerate() {
        described.event = median(&mut events[list]);
        described.heaped = heaping[list].is_heaped();
        described.calendar = Calendar::ALL
            .into_iter()
            .filter(|calendar| calendars[list][*calendar as usize] > 0)
            .max_by_key(|calendar| {
                (
                    calendars[list][*calendar as usize],
                    std::cmp::Reverse(*calendar),
                )
            });
    }
}

/// The middle one, the lower of two.
fn median(days: &mut [i32]) -> Option<i32> {
    let middle = days.len().checked_sub(1)? / 2;
    Some(*days.select_nth_unstable(middle).1)
}

fn place_counts(records: &Records) -> [BTreeMap<PlaceId, u32>; 2] {
    let mut counts = [BTreeMap::new(), BTreeMap::new()];
    for record in &records.rows {
        for (counts, place) in counts.iter_mut().zip([record.place, record.birth_place]) {
            if let Some(place) = place {
                *counts.entry(place).or_insert(0) += 1;
            }
        }
    }
    counts
}

/// The father whom a name tells, where its row has none in a field of his own.
fn name_fathers(records: &mut Records) {
    let mut known: HashMap<NameId, Option<NameId>> = HashMap::new();
    let Records { names, rows, .. } = records;
    // Without a list that names fathers there is nobody to compare them with.
    if rows.iter().all(|record| record.father[0].is_none()) {
        return;
    }
    for record in rows.iter_mut().filter(|record| record.father[0].is_none()) {
        record.patronymic = record
            .names
            .into_iter()
            .flatten()
            .find_map(|name| *known.entry(name).or_insert_with(|| patronymic(names, name)));
    }
}

fn patronymic(names: &mut Names, name: NameId) -> Option<NameId> {
    let text = names
        .parts(name)
        .find(|(_, role)| *role == Role::Patronymic)
        .map(|(part, _)| names.text(part).to_owned())?;
    let father = names.add_fields(&text, "");
    (!names.says_nothing(father)).then_some(father)
}

/// Which sounds each name has.
fn sounds(records: &Records) -> Vec<[u32; 2]> {
    let names = &records.names;
    let mut of_parts: Vec<Option<u32>> = vec![None; names.part_count()];
    let mut of_names: Vec<Option<u32>> = vec![None; names.len()];
    let mut of_name = |name: NameId| {
        *of_names[name.0 as usize].get_or_insert_with(|| {
            names.parts(name).fold(0, |all, (part, _)| {
                let sounds = of_parts[part.0 as usize].get_or_insert_with(|| {
                    names
                        .skeletons(part)
                        .iter()
                        .flat_map(|skeleton| skeleton.bytes())
                        .fold(0, |all, letter| all | 1 << (letter % 32))
                });
                all | *sounds
            })
        })
    };
    records
        .rows
        .iter()
        .map(|record| record.names.map(|name| name.map_or(0, &mut of_name)))
        .collect()
}
