//! How a letter or several stand for sounds: rules as plain tables, and how a word is read by them.

/// What must stand beside the letters of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Beside {
    /// Anything or nothing.
    Any,
    /// Nothing: the word begins or ends here. A joint is no end.
    Edge,
    /// The word begins or ends here, or two parts of it meet.
    Joint,
    /// Some letter.
    Letter,
    /// A vowel letter.
    Vowel,
    /// A consonant letter.
    Consonant,
    /// A consonant letter, or nothing.
    Closed,
    /// e, i or y, or their kin.
    Front,
    /// At least two letters.
    Two,
    /// At least three letters.
    Three,
    /// At least four letters.
    Four,
}

/// Who writes so: bits of conventions of Latin script.
pub(crate) type By = u8;
/// Every convention.
pub(crate) const ALL: By = 0xFF;

/// Letters that are read together.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rule {
    /// The letters, in normal form.
    pub(crate) letters: &'static str,
    /// What must stand before them.
    pub(crate) before: Beside,
    /// What must stand after them.
    pub(crate) after: Beside,
    /// In which conventions.
    pub(crate) by: By,
    /// The sounds.
    pub(crate) sounds: &'static [u8],
}

/// A rule that holds anywhere.
pub(crate) const fn any(letters: &'static str, sounds: &'static [u8]) -> Rule {
    when(letters, Beside::Any, Beside::Any, sounds)
}

/// A rule that holds where `before` and `after` do.
pub(crate) const fn when(
    letters: &'static str,
    before: Beside,
    after: Beside,
    sounds: &'static [u8],
) -> Rule {
    Rule {
        letters,
        before,
        after,
        by: ALL,
        sounds,
    }
}

impl Rule {
    /// The same in some conventions only.
    pub(crate) const fn by(mut self, by: By) -> Self {
        self.by = by;
        self
    }

    /// Whether the rule holds at `place` of `word`; the number of its letters if so.
    pub(crate) fn holds(&self, word: &[char], place: usize, by: By) -> Option<usize> {
        if self.by & by == 0 {
            return None;
        }
        let mut end = place;
        for letter in self.letters.chars() {
            if word.get(end) != Some(&letter) {
                return None;
            }
            end += 1;
        }
        let before = beside(self.before, word[..place].iter().rev());
        (before && beside(self.after, word[end..].iter())).then_some(end - place)
    }
}

fn beside<'w>(wanted: Beside, mut letters: impl Iterator<Item = &'w char>) -> bool {
    match wanted {
        Beside::Any => true,
        Beside::Edge => letters.next().is_none(),
        Beside::Joint => letters
            .next()
            .is_none_or(|letter| *letter == crate::normal::JOINT),
        Beside::Letter => letters.next().is_some(),
        Beside::Vowel => letters.next().copied().is_some_and(is_vowel),
        Beside::Consonant => letters.next().is_some_and(|letter| !is_vowel(*letter)),
        Beside::Closed => letters.next().is_none_or(|letter| !is_vowel(*letter)),
        Beside::Front => letters.next().is_some_and(|letter| FRONT.contains(*letter)),
        Beside::Two => letters.nth(1).is_some(),
        Beside::Three => letters.nth(2).is_some(),
        Beside::Four => letters.nth(3).is_some(),
    }
}

const FRONT: &str = "eiyéèêëíîïīēýеиіієэ";
const OPEN: &str = "aouəæœøáàâäãåāăąóòôöõōŏőúùûüūŭůűаоуыёюяәөұүўӯӣѣαεηιουωϊϋաեէըիոօуაეიოუ";

/// Whether a letter is written for a vowel, in any of the scripts that write vowels.
pub(crate) fn is_vowel(letter: char) -> bool {
    match letter {
        'a' | 'e' | 'i' | 'o' | 'u' | 'y' => true,
        // Of Arabic letters those that are vowels in Kurdish.
        'ا' | 'آ' | 'ە' | 'ێ' | 'ۆ' | 'ۊ' => true,
        'b'..='z' | '\u{0590}'..='\u{06FF}' => false,
        _ => FRONT.contains(letter) || OPEN.contains(letter),
    }
}

/// The rules of a script, found by their first letter.
#[derive(Debug)]
pub(crate) struct Rules {
    /// Sorted by first letter; those of one letter in the order of the table.
    rules: Vec<(char, &'static Rule)>,
}

impl Rules {
    /// The rules of `table`, whose order matters only among those that take as many letters.
    pub(crate) fn of(table: &'static [Rule]) -> Self {
        let mut rules: Vec<(char, &'static Rule)> = table
            .iter()
            .filter_map(|rule| Some((rule.letters.chars().next()?, rule)))
            .collect();
        rules.sort_by_key(|(first, _)| *first);
        Self { rules }
    }

    /// The sounds of the rule that takes most letters of `word` at `place`, of several the first; and how many it takes.
    pub(crate) fn longest(
        &self,
        word: &[char],
        place: usize,
        by: By,
    ) -> Option<(&'static [u8], usize)> {
        let letter = word[place];
        let begin = self.rules.partition_point(|(first, _)| *first < letter);
        let mut best: Option<(&'static [u8], usize)> = None;
        for (first, rule) in &self.rules[begin..] {
            if *first != letter {
                break;
            }
            if let Some(count) = rule.holds(word, place, by)
                && best.is_none_or(|(_, most)| count > most)
            {
                best = Some((rule.sounds, count));
            }
        }
        best
    }
}
