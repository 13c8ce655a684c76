//! Which word of a header means which column.

use std::{collections::HashMap, sync::LazyLock};

use names::fold::fold;

use super::{Columns, NoColumns};
use crate::record::{Problem, ProblemKind};

/// What a column is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    RecId,
    List,
    Name,
    Given,
    Surname,
    Father,
    Mother,
    Sex,
    Birth,
    Age,
    Event,
    Place,
    BirthPlace,
    Affiliation,
    Calendar,
}

/// A column that was recognised.
#[derive(Clone, Copy, Debug)]
enum Known {
    /// For a target (its twin when 1), by the word of that place in the list of its words.
    For(Target, usize, usize),
    Identifier,
}

const DATA: &str = include_str!("../../data/columns.tsv");

/// Last words of the names of twins: the same in another script or language.
const TWINS: [&str; 14] = [
    "fa", "farsi", "persian", "ar", "arabic", "ku", "kurdish", "en", "english", "fr", "latin",
    "native", "original", "orig",
];

/// Words that mean the given or the whole name in Persian, the family or the whole name in French, by what else is there.
const GIVEN_OR_WHOLE: &str = "نام";
const FAMILY_OR_WHOLE: &str = "nom";

/// Words and what they mean: the target and the place of the word in its row, or no target for identifiers.
static WORDS: LazyLock<HashMap<String, (Option<Target>, usize)>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    for line in DATA.lines().filter(|line| !line.starts_with('#')) {
        let Some((column, names)) = line.split_once('\t') else {
            continue;
        };
        let target = Target::ALL
            .into_iter()
            .find(|target| target.as_str() == column);
        for (rank, name) in names.split('|').enumerate() {
            words.insert(joined(&fold(name)), (target, rank));
        }
    }
    words
});

impl Target {
    pub(super) const COUNT: usize = 15;

    pub(super) const ALL: [Self; Self::COUNT] = [
        Self::RecId,
        Self::List,
        Self::Name,
        Self::Given,
        Self::Surname,
        Self::Father,
        Self::Mother,
        Self::Sex,
        Self::Birth,
        Self::Age,
        Self::Event,
        Self::Place,
        Self::BirthPlace,
        Self::Affiliation,
        Self::Calendar,
    ];

    fn as_str(self) -> &'static str {
        match self {
            Self::RecId => "rec_id",
            Self::List => "list",
            Self::Name => "name",
            Self::Given => "given",
            Self::Surname => "surname",
            Self::Father => "father",
            Self::Mother => "mother",
            Self::Sex => "sex",
            Self::Birth => "birth",
            Self::Age => "age",
            Self::Event => "event",
            Self::Place => "place",
            Self::BirthPlace => "birth_place",
            Self::Affiliation => "affiliation",
            Self::Calendar => "calendar",
        }
    }
}

impl Columns {
    /// The columns of a header. A column that is there twice counts once and is reported.
    pub fn of(header: &[&str]) -> Result<(Self, Vec<Problem>), NoColumns> {
        let names: Vec<String> = header.iter().map(|name| (*name).to_owned()).collect();
        let known = recognised(header);
        let mut columns = Self {
            names,
            targets: Default::default(),
            identifiers: Vec::new(),
        };
        let mut ranks = [[usize::MAX; 2]; Target::COUNT];
        for (place, known) in known.iter().enumerate() {
            match known {
                // The likeliest word counts, and of two with the same the first.
                Some(Known::For(target, twin, rank)) => {
                    let best = &mut ranks[*target as usize][*twin];
                    if *rank < *best {
                        *best = *rank;
                        columns.targets[*target as usize][*twin] = Some(place);
                    }
                }
                Some(Known::Identifier) => {
                    let name = &columns.names[place];
                    if !columns
                        .identifiers
                        .iter()
                        .any(|one| columns.names[*one] == *name)
                    {
                        columns.identifiers.push(place);
                    }
                }
                None => {}
            }
        }
        let has = |target: Target| columns.targets[target as usize] != [None; 2];
        if ![Target::Name, Target::Given, Target::Surname]
            .into_iter()
            .any(has)
        {
            return Err(NoColumns::NoName {
                found: columns.names,
            });
        }
        let problems = columns.twice(&known);
        Ok((columns, problems))
    }

    /// Columns that are not read, in their order.
    pub fn unread(&self) -> impl Iterator<Item = &str> {
        (0..self.names.len())
            .filter(|place| !self.is_read(*place))
            .map(|place| self.names[place].as_str())
    }

    /// What stands in the column of a target, or in its twin when that says nothing.
    pub(super) fn cell<'c>(&self, cells: &[&'c str], target: Target) -> Option<&'c str> {
        let [own, twin] = self.both(cells, target);
        own.or(twin)
    }

    /// What stands in the column of a target and in its twin; `None` when blank.
    pub(super) fn both<'c>(&self, cells: &[&'c str], target: Target) -> [Option<&'c str>; 2] {
        self.targets[target as usize].map(|place| {
            let cell = cells.get(place?)?.trim();
            (!cell.is_empty()).then_some(cell)
        })
    }

    /// The name of the column of a target, for problems.
    pub(super) fn name(&self, target: Target) -> &str {
        let place = self.targets[target as usize].into_iter().flatten().next();
        place.map_or("", |place| &self.names[place])
    }

    fn is_read(&self, place: usize) -> bool {
        self.identifiers.contains(&place)
            || self.targets.iter().flatten().any(|one| *one == Some(place))
    }

    /// Columns that mean what another one means, which counts.
    fn twice(&self, known: &[Option<Known>]) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (place, known) in known.iter().enumerate() {
            let counts = match known {
                _ if self.is_read(place) => continue,
                Some(Known::For(target, twin, _)) => self.targets[*target as usize][*twin],
                Some(Known::Identifier) => Some(place),
                None => continue,
            };
            problems.push(Problem {
                row: 0,
                column: self.names[place].clone(),
                value: counts.map_or(String::new(), |place| self.names[place].clone()),
                what: ProblemKind::ColumnTwice,
            });
        }
        problems
    }
}

fn recognised(header: &[&str]) -> Vec<Option<Known>> {
    let folded: Vec<String> = header.iter().map(|name| fold(name)).collect();
    let mut known: Vec<Option<Known>> = header
        .iter()
        .zip(&folded)
        .map(|(name, folded)| one(name, folded))
        .collect();
    let has = |known: &[Option<Known>], wanted: Target| {
        known
            .iter()
            .any(|known| matches!(known, Some(Known::For(target, ..)) if *target == wanted))
    };
    let given = if has(&known, Target::Surname) {
        Target::Given
    } else {
        Target::Name
    };
    let family = if has(&known, Target::Given) {
        Target::Surname
    } else {
        Target::Name
    };
    for (known, folded) in known.iter_mut().zip(&folded) {
        // Behind all words that leave no doubt.
        if folded == GIVEN_OR_WHOLE {
            *known = Some(Known::For(given, 0, usize::MAX - 1));
        } else if folded == FAMILY_OR_WHOLE {
            *known = Some(Known::For(family, 0, usize::MAX - 1));
        }
    }
    known
}

fn one(name: &str, folded: &str) -> Option<Known> {
    if name.trim().to_lowercase().starts_with("id:") {
        return Some(Known::Identifier);
    }
    let meant = |folded: &str, twin: usize| {
        let (target, rank) = *WORDS.get(&joined(folded))?;
        Some(match target {
            Some(target) => Known::For(target, twin, rank),
            None => Known::Identifier,
        })
    };
    meant(folded, 0).or_else(|| {
        let (rest, last) = folded.rsplit_once(' ')?;
        if TWINS.contains(&last) {
            meant(rest, 1)
        } else {
            None
        }
    })
}

fn joined(folded: &str) -> String {
    folded.replace(' ', "")
}
