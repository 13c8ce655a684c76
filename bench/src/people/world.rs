//! Families, and which of them were killed.

use crate::people::{
    calendar::Calendar::Gregorian,
    chance::{Chance, Zipf},
    spelling::Words,
};

/// Where a family's names come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Population {
    /// Two-part names, from the Persian pools.
    Persian,
    /// Four-part names: given, father, grandfather, family.
    Arab,
}

/// One person who was killed. Numbers are places in the pools of `Words`.
#[derive(Clone, Debug)]
pub struct Person {
    /// Which pools the names are from.
    pub population: Population,
    /// Given name: of the women's pool if `female`.
    pub given: usize,
    /// The father's given name.
    pub father: usize,
    /// The father's father's.
    pub grandfather: usize,
    /// Family name.
    pub family: usize,
    /// A second part of the family name, a place of origin, that lists may leave out.
    pub origin: Option<usize>,
    /// Sex.
    pub female: bool,
    /// Day of birth (rata die).
    pub birth: i64,
    /// Day of death.
    pub death: i64,
    /// Place of death.
    pub place: usize,
    /// Place of birth.
    pub birth_place: usize,
    /// Organisation.
    pub group: Option<usize>,
    /// How well known the person was: about normal. Who is known is on more lists, so that lists are not independent.
    pub known: f64,
}

/// Makes people family by family.
#[derive(Debug)]
pub struct World<'w> {
    words: &'w Words,
    chance: Chance,
    arab: f64,
    men: Zipf,
    women: Zipf,
    arab_men: Zipf,
    families: Zipf,
    arab_families: Zipf,
    places: Zipf,
}

impl<'w> World<'w> {
    /// With a share `arab` of families that have four-part names.
    pub fn new(words: &'w Words, seed: u64, arab: f64) -> Self {
        Self {
            words,
            chance: Chance::new(seed, 2),
            arab,
            men: Zipf::new(words.men.len(), 3.0, 1.0),
            women: Zipf::new(words.women.len(), 3.0, 0.9),
            arab_men: Zipf::new(words.arab_men.len(), 4.0, 1.0),
            families: Zipf::new(words.families.len(), 12.0, 0.95),
            arab_families: Zipf::new(words.arab_families.len(), 10.0, 0.9),
            places: Zipf::new(words.places.len(), 2.0, 1.0),
        }
    }

    /// The people of one more family who were killed: at least one; sometimes with cousins.
    pub fn family(&mut self) -> Vec<Person> {
        let population = if self.chance.is(self.arab) {
            Population::Arab
        } else {
            Population::Persian
        };
        let family = match population {
            Population::Persian => self.families.draw(&mut self.chance),
            Population::Arab => self.arab_families.draw(&mut self.chance),
        };
        let origin = (population == Population::Persian && self.chance.is(0.06))
            .then(|| self.places.draw(&mut self.chance));
        let home = self.places.draw(&mut self.chance);
        let grandfather = self.man(population);
        let mut people = vec![];
        let households = if self.chance.is(0.05) { 2 } else { 1 };
        for _ in 0..households {
            let father = self.man(population);
            let kin = Person {
                population,
                family,
                origin,
                grandfather,
                birth_place: home,
                given: 0,
                father,
                female: false,
                birth: 0,
                death: 0,
                place: home,
                group: None,
                known: 0.0,
            };
            self.household(&mut people, kin);
        }
        people
    }

    /// Children of one father, and sometimes the father.
    fn household(&mut self, people: &mut Vec<Person>, kin: Person) {
        let father_birth =
            Gregorian.day(self.chance.from(1895, 1938), 1, 1) + self.chance.from(0, 364);
        let count = self.chance.from(1, 7) as usize;
        let must = self.chance.below(count);
        let mut birth = father_birth + self.chance.from(20 * 365, 32 * 365);
        let mut taken: Vec<(bool, usize)> = vec![];
        for number in 0..count {
            let twin = number > 0 && self.chance.is(0.03);
            if !twin && number > 0 {
                birth += self.chance.from(330, 1400);
            }
            let female = self.chance.is(0.18);
            // A son is sometimes called after the grandfather.
            let given = if !female && self.chance.is(0.1) {
                kin.grandfather
            } else if female {
                self.women.draw(&mut self.chance)
            } else {
                self.man(kin.population)
            };
            if taken.contains(&(female, given)) || (!female && given == kin.father) {
                continue;
            }
            taken.push((female, given));
            if number != must && !self.chance.is(0.07) {
                continue;
            }
            let mut person = Person {
                given,
                female,
                birth,
                ..kin.clone()
            };
            self.end(&mut person, people.last());
            people.push(person);
        }
        if self.chance.is(0.04) {
            let older = self.man(kin.population);
            let mut father = Person {
                given: kin.father,
                father: kin.grandfather,
                grandfather: older,
                birth: father_birth,
                ..kin
            };
            self.end(&mut father, people.last());
            people.push(father);
        }
    }

    /// When and where a person was killed: two fifths with the one before, of the same family.
    fn end(&mut self, person: &mut Person, before: Option<&Person>) {
        let youngest = person.birth + 15 * 365;
        let day = if self.chance.is(0.6) {
            Gregorian.day(1988, 7, 28) + (self.chance.unit().powi(2) * 75.0) as i64
        } else {
            Gregorian.day(1981, 6, 20) + self.chance.from(0, 7 * 365)
        };
        person.death = day.max(youngest);
        person.place = match self.chance.below(10) {
            0..=4 => person.birth_place,
            5..=7 => [0, 2, 1][self.chance.below(3)],
            _ => self.places.draw(&mut self.chance),
        };
        person.group = self.chance.is(0.8).then(|| {
            self.chance
                .below(self.words.groups.len())
                .min(self.chance.below(self.words.groups.len()))
        });
        person.known = self.chance.normal();
        if let Some(before) =
            before.filter(|before| before.family == person.family && before.death > youngest)
            && self.chance.is(0.4)
        {
            (person.death, person.place, person.group) = (before.death, before.place, before.group);
        }
    }

    fn man(&mut self, population: Population) -> usize {
        match population {
            Population::Persian => self.men.draw(&mut self.chance),
            Population::Arab => self.arab_men.draw(&mut self.chance),
        }
    }
}
