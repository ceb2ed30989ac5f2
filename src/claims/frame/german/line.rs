//! A German clause as its order is read: words with what the closed classes, their endings and their capitals tell.

use std::collections::HashMap;
use std::sync::OnceLock;

/// What a word may be.
pub(super) mod flag {
    pub const DET: u32 = 1;
    pub const PRON: u32 = 1 << 1;
    pub const PREP: u32 = 1 << 2;
    pub const ADV: u32 = 1 << 3;
    pub const PART: u32 = 1 << 4;
    pub const JOINS: u32 = 1 << 5;
    pub const OPENS: u32 = 1 << 6;
    pub const FIN: u32 = 1 << 8;
    pub const NOM: u32 = 1 << 9;
    pub const ACC: u32 = 1 << 10;
    pub const OBL: u32 = 1 << 11;
    pub const SG: u32 = 1 << 12;
    pub const PL: u32 = 1 << 13;
    pub const BE: u32 = 1 << 14;
    pub const HAVE: u32 = 1 << 15;
    pub const BECOME: u32 = 1 << 16;
    pub const MODAL: u32 = 1 << 17;
    pub const NEAR: u32 = 1 << 18;
    pub const FOCUS: u32 = 1 << 19;
    pub const TIME: u32 = 1 << 20;
    pub const FEM: u32 = 1 << 21;
    pub const PLAIN: u32 = 1 << 22;
    /// What is completed by a participle or an infinitive.
    pub const HELPS: u32 = BE | HAVE | BECOME | MODAL;
    /// What is no verb where it is not known to be finite.
    pub const SMALL: u32 = DET | PRON | PREP | ADV | JOINS | OPENS | PLAIN;

    pub const NAMES: [(&str, u32); 22] = [
        ("det", DET),
        ("pron", PRON),
        ("prep", PREP),
        ("adv", ADV),
        ("part", PART),
        ("joins", JOINS),
        ("opens", OPENS),
        ("fin", FIN),
        ("nom", NOM),
        ("acc", ACC),
        ("obl", OBL),
        ("sg", SG),
        ("pl", PL),
        ("be", BE),
        ("have", HAVE),
        ("become", BECOME),
        ("modal", MODAL),
        ("near", NEAR),
        ("focus", FOCUS),
        ("time", TIME),
        ("fem", FEM),
        ("plain", PLAIN),
    ];
}

/// Endings of adjectives that no noun has, or seldom.
const ADVERBIAL: [&str; 14] =
    ["lich", "isch", "bar", "los", "sam", "weise", "ell", "haft", "wert", "weit", "voll", "end", "iv", "iert"];
/// Beginnings and endings of participles that no noun has both of.
const PREFIXES: [&str; 10] = ["be", "ge", "ver", "er", "ent", "zer", "ein", "an", "aus", "auf"];
const PAST: [&str; 11] = ["elt", "ert", "tet", "gt", "zt", "llt", "nnt", "mmt", "ckt", "bt", "pt"];

/// Stands where something was cut out of a clause, as commas do.
pub(crate) const GAP: &str = "¦";

/// One word or mark of a clause.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word<'a> {
    /// In small letters.
    pub lower: &'a str,
    pub capital: bool,
    pub mark: bool,
    pub quote: bool,
}

/// A word with its classes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item<'a> {
    pub word: Word<'a>,
    pub flags: u32,
}

/// The words of a clause.
pub(super) struct Line<'a> {
    pub items: Vec<Item<'a>>,
    /// Whether a word stands for somebody: a first name, a title, a trade.
    pub somebody: fn(&str) -> bool,
}

fn classes() -> &'static HashMap<&'static str, u32> {
    static CLASSES: OnceLock<HashMap<&'static str, u32>> = OnceLock::new();
    CLASSES.get_or_init(|| {
        let mut classes: HashMap<&'static str, u32> = HashMap::new();
        for line in include_str!("words.txt").lines().filter(|line| !line.starts_with('#')) {
            let Some((words, names)) = line.split_once(" = ") else { continue };
            let flag = |name: &str| flag::NAMES.iter().find(|(known, _)| *known == name).map_or(0, |(_, flag)| *flag);
            let flags = names.split(' ').map(flag).fold(0, |all, flag| all | flag);
            for word in words.split(", ") {
                *classes.entry(word.trim()).or_default() |= flags;
            }
        }
        classes
    })
}

impl<'a> Line<'a> {
    pub fn new(words: impl Iterator<Item = Word<'a>>, somebody: fn(&str) -> bool) -> Self {
        let classes = classes();
        let item = |word: Word<'a>| Item { word, flags: classes.get(word.lower).copied().unwrap_or(0) };
        Self { items: words.map(item).collect(), somebody }
    }

    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// The word at a place in small letters; nothing beyond the end.
    pub fn word(&self, at: usize) -> &'a str {
        self.items.get(at).map_or("", |item| item.word.lower)
    }

    /// Its classes. Of words with a capital they hold at the head of the clause alone, but for nouns' own.
    pub fn flags(&self, at: usize) -> u32 {
        self.items.get(at).map_or(0, |item| {
            if item.word.capital && !self.is_head(at) { item.flags & (flag::TIME | flag::FEM) } else { item.flags }
        })
    }

    pub fn has(&self, at: usize, flags: u32) -> bool {
        self.flags(at) & flags != 0
    }

    pub fn is(&self, at: usize, words: &[&str]) -> bool {
        words.contains(&self.word(at))
    }

    pub fn is_mark(&self, at: usize) -> bool {
        self.items.get(at).is_none_or(|item| item.word.mark)
    }

    pub fn is_quote(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|item| item.word.quote)
    }

    pub fn is_comma(&self, at: usize) -> bool {
        self.is(at, &[",", "–", "—", GAP]) && self.is_mark(at)
    }

    /// Whether all before the place are marks.
    fn is_head(&self, at: usize) -> bool {
        (0..at).all(|before| self.is_mark(before))
    }

    pub fn is_capital(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|item| item.word.capital)
    }

    pub fn is_number(&self, at: usize) -> bool {
        self.word(at).starts_with(|c: char| c.is_ascii_digit())
    }

    /// A noun or a name: a capital, unless the head of the clause gives it to a small word.
    pub fn is_noun(&self, at: usize) -> bool {
        self.is_capital(at)
            && !self.is_mark(at)
            && !(self.is_head(at) && (self.has(at, flag::SMALL | flag::FIN) || self.is_adverb(at)))
    }

    /// "Generell gilt", "Europaweit sanken": an adjective at the head of a clause, right before its verb; or one of several attributes.
    fn is_adverb(&self, at: usize) -> bool {
        let word = self.word(at);
        let ends = |ends: &[&str]| ends.iter().any(|end| word.len() > end.len() + 2 && word.ends_with(end));
        let noun = ["jugend", "gegend", "abend", "tausend", "dutzend"].iter().any(|noun| word.ends_with(noun));
        // "Materialistische, relativistische Ansichten"
        let list =
            self.is_attribute(at) && self.is_comma(at + 1) && self.is_attribute(at + 2) && !self.is_capital(at + 2);
        // "Entwickelt wurde", "Gezielt werden"
        let done = PREFIXES.iter().any(|start| word.starts_with(start)) && ends(&PAST);
        list || done && self.has(at + 1, flag::BE | flag::BECOME | flag::HAVE)
            || ends(&ADVERBIAL) && !noun && self.finite(at + 1).is_some()
            || ends(&["ig", "al"]) && self.has(at + 1, flag::FIN)
    }

    /// A word in small letters of no closed class.
    pub fn is_open(&self, at: usize) -> bool {
        !self.is_mark(at) && !self.is_capital(at) && !self.is_number(at) && !self.has(at, flag::SMALL | flag::FIN)
    }

    /// Whether it ends as attributes do.
    pub fn is_attribute(&self, at: usize) -> bool {
        let word = self.word(at);
        let ends = ["e", "en", "er", "es", "em"].iter().any(|end| word.ends_with(end));
        let small = self.has(at, flag::DET | flag::PREP | flag::PRON | flag::JOINS | flag::OPENS | flag::FIN);
        ends && word.len() > 2 && !small && !self.is_mark(at)
    }

    /// The number of a finite verb at a place, where there is one by its form: singular, plural or both.
    pub fn finite(&self, at: usize) -> Option<u32> {
        let flags = self.flags(at);
        if flags & flag::FIN != 0 {
            return Some(flags & (flag::SG | flag::PL));
        }
        if !self.is_open(at) {
            return None;
        }
        let word = self.word(at);
        let long = |least: usize| word.chars().count() >= least;
        // "kommen", "fordern", "ähneln"; "forderten"
        if ["en", "ern", "eln"].iter().any(|end| word.ends_with(end)) && long(4) {
            return Some(flag::PL);
        }
        if word.ends_with('e') && long(4) || word.ends_with('t') && long(3) {
            return Some(flag::SG);
        }
        strong(word)
    }
}

/// "beschloss", "vergaben": the past of a strong verb behind a prefix.
fn strong(word: &str) -> Option<u32> {
    const PREFIXES: [&str; 19] = [
        "be", "ge", "er", "ver", "ent", "emp", "zer", "miss", "über", "unter", "um", "wider", "hinter", "voll",
        "durch", "wieder", "auf", "an", "zu",
    ];
    let classes = classes();
    let known = |stem: &str| {
        let flags = classes.get(stem).copied().unwrap_or(0);
        (flags & flag::FIN != 0 && flags & flag::HELPS == 0 && stem.len() > 2).then_some(flags & (flag::SG | flag::PL))
    };
    PREFIXES.iter().filter_map(|prefix| word.strip_prefix(prefix)).find_map(known)
}

/// Whether a word is listed with one of these classes.
pub(super) fn listed(word: &str, flags: u32) -> bool {
    classes().get(word).is_some_and(|known| known & flags != 0)
}

/// "Landesregierung", "Hafenbehörde": a compound of a noun that is listed as feminine.
pub(super) fn ends_in_feminine(word: &str) -> bool {
    let starts = word.char_indices().skip(3).map(|(at, _)| at);
    starts.filter(|at| word.len() - at > 3).any(|at| listed(&word[at..], flag::FEM))
}
