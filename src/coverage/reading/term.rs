//! One content word of a claim, as matching and conflicts read it.

/// One content word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Term {
    pub id: u32,
    /// +1 as it stands, -1 negated or on the opposite side of its class.
    pub sign: i8,
    /// It is on the opposite side of its class, whether negated or not.
    pub opposite: bool,
    pub name: bool,
    /// It may stand before a name: "minister".
    pub title: bool,
    /// It stands for an exact number or date.
    pub number: bool,
    /// Belongs to a class that joins languages.
    pub class: bool,
    /// Its number among the English words that have relatives, else 0.
    pub related: u16,
    /// It says nothing of a thing: "comment", "respond".
    pub light: bool,
    /// A month or a weekday.
    pub calendar: bool,
    /// It stands in a condition: "if the pumps fail".
    pub supposed: bool,
    /// It is left open: "no knowledge of rusty bolts".
    pub open: bool,
    /// A verb that tells what ought to be: "must resign".
    pub due: bool,
    /// A verb that tells what has been done: "has resigned".
    pub done: bool,
    /// It is no word of its claim but names who denies it.
    pub denier: bool,
    /// It stands right behind a form of "to be": "was arrested".
    pub passive: bool,
    /// A form that verbs have, or behind one that stands before them: "capsized", "had been missed".
    pub verb: bool,
    /// It is told of several: "dozens of passengers were hurt".
    pub several: bool,
    /// A determiner stands right before it: "the stand".
    pub noun: bool,
    /// It opens its claim with a capital and is no word that English knows: it may be a name.
    pub opening: bool,
    /// What it is told of follows it: "intends to", "no intention of".
    pub governs: bool,
    /// Tells that a thing was done, and that it was left out: "carried out", "missed".
    pub does: bool,
    pub omits: bool,
    /// A name behind a word that leads to a place: "in Vienna".
    pub placed: bool,
    /// It is written in capitals: "EU".
    pub acronym: bool,
    /// The first letter of its word, in lower case; 0 where that is none of a to z.
    pub initial: u8,
}

impl Term {
    /// Whether a negation stands before it, whichever side of its class it is on.
    pub fn negated(&self) -> bool {
        (self.sign < 0) != self.opposite
    }

    /// A number or date.
    pub fn number(id: u32) -> Self {
        Self { id, sign: 1, number: true, ..Self::default() }
    }
}

/// The terms of a sequence, each once, sorted by id; the sign is 0 where occurrences differ.
pub(crate) fn bag(sequence: &[Term]) -> Vec<Term> {
    let mut bag = sequence.to_vec();
    bag.sort_by_key(|term| term.id);
    bag.dedup_by(|next, kept| {
        let same = next.id == kept.id;
        if same {
            kept.sign = if kept.sign == next.sign { kept.sign } else { 0 };
            kept.name |= next.name;
            kept.title &= next.title;
            kept.supposed &= next.supposed;
            kept.open &= next.open;
            kept.acronym |= next.acronym;
            kept.denier &= next.denier;
            kept.verb |= next.verb;
            kept.noun &= next.noun;
            kept.several |= next.several;
            kept.governs |= next.governs;
            kept.does |= next.does;
            kept.omits |= next.omits;
        }
        same
    });
    bag
}
