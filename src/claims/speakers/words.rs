//! What single words say of a source: first names by sex, titles, kinds of bodies, places. Read from data files.

use std::collections::HashMap;
use std::ops::Deref;
use std::sync::OnceLock;

use crate::claims::attribution::analysis::Analysis;
use crate::claims::speakers::names::russian::nominatives;
use crate::learn::form::fold_hash;

/// Classes of words, as bits.
pub(crate) mod class {
    /// A first name mostly borne by men.
    pub const MALE_NAME: u32 = 1;
    /// A first name mostly borne by women.
    pub const FEMALE_NAME: u32 = 1 << 1;
    /// Stands before a name and is no part of it.
    pub const TITLE: u32 = 1 << 2;
    /// A word for a man.
    pub const MALE: u32 = 1 << 3;
    /// A word for a woman.
    pub const FEMALE: u32 = 1 << 4;
    /// Head of an organisation's name.
    pub const ORGANISATION: u32 = 1 << 5;
    /// Something written or shown.
    pub const DOCUMENT: u32 = 1 << 6;
    /// People in the plural.
    pub const GROUP: u32 = 1 << 7;
    /// Somebody not named.
    pub const UNNAMED: u32 = 1 << 8;
    /// A place.
    pub const PLACE: u32 = 1 << 9;
    /// Of a place or faith.
    pub const DEMONYM: u32 = 1 << 10;
    /// What an organisation is called without its name.
    pub const ALIAS: u32 = 1 << 11;
    /// Days and months.
    pub const CALENDAR: u32 = 1 << 12;
    /// Somebody, by what happened to him or by what he does.
    pub const HUMAN: u32 = 1 << 13;
    /// A participle that tells of its subject what others say: "accused".
    pub const PASSIVE: u32 = 1 << 14;
    /// A span of time.
    pub const TIME: u32 = 1 << 15;
    /// An article, preposition, conjunction or auxiliary, which begins no name.
    pub const FUNCTION: u32 = 1 << 16;
    /// Part of the name of an outlet: "Reuters", "Herald".
    pub const OUTLET: u32 = 1 << 17;
    /// A kind of body that another body is not called: "union", "court".
    pub const SPECIFIC: u32 = 1 << 18;
    /// Anybody can be this, whatever his trade: "man", "mother".
    pub const ANYONE: u32 = 1 << 19;
    /// A participle of what police and courts do to somebody: "arrested".
    pub const HELD: u32 = 1 << 20;
    /// A participle of what befalls somebody: "killed".
    pub const HURT: u32 = 1 << 21;
    /// A body that trades: "company", "airline".
    pub const BUSINESS: u32 = 1 << 22;
    /// A body that does not: "ministry", "union".
    pub const PUBLIC: u32 = 1 << 23;
    /// What a country is called without its name.
    pub const COUNTRY: u32 = 1 << 24;
    /// A verb whose subject makes others speak: "sparked criticism", "faces accusations".
    pub const CAUSING: u32 = 1 << 25;
    /// A word for people of many trades and offices, and words of address: "leader", "expert", "Mr".
    pub const WIDE: u32 = 1 << 26;
    /// Part of an office that is nobody by itself: "foreign", "deputy", "state".
    pub const ATTRIBUTE: u32 = 1 << 27;
    /// The word that a broadcaster's name begins with: "Radio", "Channel".
    pub const STATION: u32 = 1 << 28;
    /// A noun in the singular that speaks without an article and is no name: "staff", "tradition".
    pub const MASS: u32 = 1 << 29;
    /// A noun for a body that stands before its name and is no part of it: "der Konzern", "die Nachrichtenagentur".
    pub const APPOSED: u32 = 1 << 30;
    /// A noun that makes another one before it, in one word, a body: "Umweltministerium".
    pub const BODY_END: u32 = 1 << 31;
    /// A word for one person: by his office, his trade or his sex.
    pub const PERSON: u32 = TITLE | HUMAN | MALE | FEMALE;
}

/// Positive where a word says that somebody is a woman, negative where it says a man.
pub(super) fn word_sex(classes: u32) -> i32 {
    i32::from(classes & class::FEMALE != 0) - i32::from(classes & class::MALE != 0)
}

const CLASSES: &[(&str, u32)] = &[
    ("male", class::MALE),
    ("female", class::FEMALE),
    ("title", class::TITLE),
    ("organisation", class::ORGANISATION),
    ("document", class::DOCUMENT),
    ("group", class::GROUP),
    ("unnamed", class::UNNAMED),
    ("place", class::PLACE),
    ("demonym", class::DEMONYM),
    ("alias", class::ALIAS),
    ("calendar", class::CALENDAR),
    ("human", class::HUMAN),
    ("passive", class::PASSIVE),
    ("time", class::TIME),
    ("function", class::FUNCTION),
    ("outlet", class::OUTLET),
    ("specific", class::SPECIFIC),
    ("anyone", class::ANYONE),
    ("held", class::HELD),
    ("hurt", class::HURT),
    ("business", class::BUSINESS),
    ("public", class::PUBLIC),
    ("country", class::COUNTRY),
    ("causing", class::CAUSING),
    ("wide", class::WIDE),
    ("attribute", class::ATTRIBUTE),
    ("station", class::STATION),
    ("mass", class::MASS),
    ("apposed", class::APPOSED),
    ("ending", class::BODY_END),
];

/// What the last part of a word says of the whole: who somebody is, or what kind of body.
const SOMEBODY: u32 = class::PERSON | class::WIDE | class::ANYONE;
const BODY: u32 = class::ORGANISATION | class::ALIAS | class::BUSINESS | class::PUBLIC | class::APPOSED | class::OUTLET;

/// What a German genitive is looked up for.
const DECLINED: u32 =
    SOMEBODY | class::ORGANISATION | class::ALIAS | class::BUSINESS | class::PUBLIC | class::APPOSED | class::SPECIFIC;

/// How long a word must be to have another one at its end, in characters.
const COMPOUND: usize = 8;

/// How long the end of a word may be that is looked up by itself, in bytes: the words of the lists are shorter.
const LONGEST: usize = 64;

/// The word classes of one language.
#[derive(Debug, Default)]
pub(crate) struct Gazetteer {
    classes: HashMap<u64, u32>,
    /// Hashes of short forms of titles, and those of the full forms.
    short: HashMap<u64, u64>,
    /// What a wider word can mean: "agency" a department or a bureau.
    kinds: HashMap<u64, Vec<u64>>,
    /// Whether nouns are written together, as in "Umweltminister".
    compounds: bool,
    /// The primary language subtag, or nothing.
    pub language: &'static str,
}

impl Gazetteer {
    /// For a primary language subtag; languages without lines of their own share the lines of all.
    pub fn of(language: &str) -> &'static Self {
        static ALL: OnceLock<Vec<(&'static str, Gazetteer)>> = OnceLock::new();
        let codes = ["", "en", "de", "fr", "es", "pt", "nl", "it", "ru"];
        let all = ALL.get_or_init(|| codes.into_iter().map(|code| (code, Self::read(code))).collect());
        let found = all.iter().find(|(code, _)| *code == language).or_else(|| all.first());
        found.map(|(_, gazetteer)| gazetteer).unwrap_or_else(|| {
            static EMPTY: OnceLock<Gazetteer> = OnceLock::new();
            EMPTY.get_or_init(Gazetteer::default)
        })
    }

    fn read(code: &'static str) -> Self {
        let mut gazetteer = Self { compounds: matches!(code, "de" | "nl"), language: code, ..Self::default() };
        for line in include_str!("data/names.txt").lines() {
            let Some((head, words)) = line.split_once(':') else { continue };
            let class = match head {
                "male" => class::MALE_NAME,
                "female" => class::FEMALE_NAME,
                _ => continue,
            };
            words.split_whitespace().for_each(|word| gazetteer.add(word, class));
        }
        for line in include_str!("data/words.txt").lines().filter(|line| !line.starts_with('#')) {
            let Some((head, words)) = line.split_once(':') else { continue };
            let Some((name, language)) = head.split_once(' ') else { continue };
            if name == "short" && language == code {
                for pair in words.split_whitespace().filter_map(|pair| pair.split_once('=')) {
                    for form in [pair.0.to_owned(), format!("{}.", pair.0)] {
                        gazetteer.short.insert(fold_hash(&form), fold_hash(pair.1));
                    }
                }
                continue;
            }
            if name == "kinds" && language == code {
                for (wide, kinds) in words.split_whitespace().filter_map(|pair| pair.split_once('=')) {
                    gazetteer.kinds.entry(fold_hash(wide)).or_default().extend(kinds.split('+').map(fold_hash));
                }
                continue;
            }
            let Some((_, class)) = CLASSES.iter().find(|(known, _)| *known == name) else { continue };
            if language == "*" || language == code || code.is_empty() {
                words.split_whitespace().for_each(|word| gazetteer.add(word, *class));
            }
        }
        gazetteer
    }

    fn add(&mut self, word: &str, class: u32) {
        *self.classes.entry(fold_hash(word)).or_insert(0) |= class;
    }

    /// The hash that stands for a title in roles: that of its full form.
    pub fn role(&self, hash: u64) -> u64 {
        self.short.get(&hash).copied().unwrap_or(hash)
    }

    /// Narrower words that a role can stand for.
    pub fn kinds(&self, role: u64) -> &[u64] {
        self.kinds.get(&role).map_or(&[], Vec::as_slice)
    }

    /// "Umweltminister" is somebody by its last part and "Umweltministerium" a body, where nouns are written together.
    fn compound(&self, word: &str) -> u32 {
        if !self.compounds || word.chars().nth(COMPOUND - 1).is_none() {
            return 0;
        }
        // "des Umweltministeriums"
        let bare = word.strip_suffix('s').filter(|_| self.language == "de");
        let found = self.last_part(word).or_else(|| bare.and_then(|bare| self.last_part(bare)));
        match found {
            // Another body is never called so.
            Some(classes) if classes & class::BODY_END != 0 => classes & BODY | class::SPECIFIC,
            found => found.unwrap_or(0) & SOMEBODY,
        }
    }

    /// "des Bürgermeisters", "des Amtes": the classes of a German noun in the genitive, where it is somebody or a body.
    fn genitive(&self, word: &str) -> Option<u32> {
        let bare = word.strip_suffix('s').filter(|_| self.language == "de" && word.starts_with(char::is_uppercase))?;
        let classes = |bare: &str| self.classes.get(&fold_hash(bare)).copied();
        let known = |bare: &str| classes(bare).map(|classes| classes & DECLINED).filter(|classes| *classes != 0);
        known(bare).or_else(|| known(bare.strip_suffix('e')?))
    }

    /// "прокуратуре", "источника": the classes of a Russian noun in another case.
    fn oblique(&self, word: &str) -> Option<u32> {
        const BENT: u32 = DECLINED | class::DOCUMENT | class::UNNAMED | class::HUMAN;
        if self.language != "ru" || word.starts_with(char::is_uppercase) {
            return None;
        }
        nominatives(word).map(|noun| self.listed(&noun) & BENT).find(|classes| *classes != 0)
    }

    /// The classes of a word that stands in the lists as it is.
    pub fn listed(&self, word: &str) -> u32 {
        self.classes.get(&fold_hash(word)).copied().unwrap_or(0)
    }

    /// The first end of a long word that is somebody, or a body.
    fn last_part(&self, word: &str) -> Option<u32> {
        word.chars().nth(COMPOUND - 1)?;
        let ends = word.char_indices().skip(3).map(|(at, _)| &word[at..]);
        let ends = ends.skip_while(|end| end.len() > LONGEST).take_while(|end| end.len() >= 4);
        ends.filter_map(|end| self.classes.get(&fold_hash(end)).copied())
            .find(|classes| classes & (SOMEBODY | class::BODY_END) != 0)
    }

    /// The classes of a word as written in the text; accents are dropped where the word as such is unknown.
    pub fn get(&self, hash: u64, word: &str) -> u32 {
        if let Some(&classes) = self.classes.get(&hash) {
            return classes;
        }
        // "mum-of-two": what stands before says it.
        if let Some((head, _)) = word.split_once("-of-").filter(|(head, _)| head.len() > 2) {
            let classes = self.classes.get(&fold_hash(head)).copied().unwrap_or(0);
            return if classes & SOMEBODY != 0 { classes | class::TITLE } else { 0 };
        }
        // "Secretary-General", "co-founder": the last part says what it is.
        if let Some((_, last)) = word.rsplit_once(['-', '‑', '–']).filter(|(_, last)| last.len() > 3) {
            let known = self.classes.get(&fold_hash(last)).copied();
            let classes = known.unwrap_or_else(|| self.compound(last));
            return classes & !(class::MALE_NAME | class::FEMALE_NAME);
        }
        let bent = || self.genitive(word).or_else(|| self.oblique(word));
        let classes = bent().unwrap_or_else(|| self.compound(word));
        if classes != 0 {
            return classes;
        }
        if word.is_ascii() {
            return word.strip_suffix('.').map_or(0, |bare| self.classes.get(&fold_hash(bare)).copied().unwrap_or(0));
        }
        self.classes.get(&fold_hash(&fold(word))).copied().unwrap_or(0)
    }
}

/// The word classes of a text's language, and those of each of its words, looked up once.
pub(crate) struct Known {
    gazetteer: &'static Gazetteer,
    classes: Vec<u32>,
}

impl Known {
    /// Looks up the words of a text.
    pub fn new(analysis: &Analysis, language: &str) -> Self {
        let gazetteer = Gazetteer::of(language);
        // "Marie-Agnes": two first names are one, outside of English.
        let joined = |word: &str| {
            let name = |part: &str| gazetteer.get(fold_hash(part), part) & (class::MALE_NAME | class::FEMALE_NAME);
            let (first, last) = word.split_once('-').filter(|_| language != "en")?;
            Some(name(first)).filter(|&first| first != 0 && name(last) != 0)
        };
        // "Губернатору Павлу Седых": a capital at the head of a sentence is that of any noun; "Германии", "Москве": places.
        let bent = |i: usize| {
            let word = if language == "ru" && analysis.form(i).is_capital() { analysis.lower(i) } else { return None };
            let opens = analysis.sentence_at(i).0 == i;
            let place = || nominatives(&word).any(|noun| gazetteer.listed(&noun) & class::PLACE != 0);
            let noun = if opens { gazetteer.oblique(&word) } else { None };
            noun.or_else(|| place().then_some(class::PLACE))
        };
        let classes = |i| match gazetteer.get(analysis.form(i).hash, analysis.words.of(i)) {
            0 => joined(analysis.words.of(i)).or_else(|| bent(i)).unwrap_or(0),
            classes => classes,
        };
        Self { gazetteer, classes: (0..analysis.len()).map(classes).collect() }
    }

    /// Whether word `i` is a first name.
    pub fn is_first_name(&self, i: usize) -> bool {
        self.at(i) & (class::MALE_NAME | class::FEMALE_NAME) != 0
    }

    /// The classes of word `i`; none behind the last one.
    pub fn at(&self, i: usize) -> u32 {
        self.classes.get(i).copied().unwrap_or(0)
    }
}

impl Deref for Known {
    type Target = Gazetteer;

    fn deref(&self) -> &Gazetteer {
        self.gazetteer
    }
}

/// Small letters without the accents of Latin script; German umlauts become their vowel.
pub(crate) fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => folded.push('a'),
            'ç' | 'ć' | 'č' => folded.push('c'),
            'ď' | 'đ' | 'ð' => folded.push('d'),
            'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => folded.push('e'),
            'ğ' => folded.push('g'),
            'ì' | 'í' | 'î' | 'ï' | 'ī' | 'į' | 'ı' => folded.push('i'),
            'ł' => folded.push('l'),
            'ñ' | 'ń' | 'ň' => folded.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => folded.push('o'),
            'ř' => folded.push('r'),
            'ś' | 'š' | 'ş' | 'ș' => folded.push('s'),
            'ß' => folded.push_str("ss"),
            'ť' | 'ţ' | 'ț' => folded.push('t'),
            'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => folded.push('u'),
            'ý' | 'ÿ' => folded.push('y'),
            'ź' | 'ż' | 'ž' => folded.push('z'),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            '’' => folded.push('\''),
            // Combining accents, and the dot that a Turkish capital I leaves behind.
            '\u{300}'..='\u{36F}' => {}
            _ => folded.push(c),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_by_language() {
        let german = Gazetteer::of("de");
        assert!(german.get(fold_hash("Ministerin"), "Ministerin") & class::TITLE != 0);
        assert!(german.get(fold_hash("José"), "José") & class::MALE_NAME != 0);
        assert_eq!(Gazetteer::of("en").get(fold_hash("ministerin"), "ministerin") & class::TITLE, 0);
        assert!(Gazetteer::of("en").get(fold_hash("Gov."), "Gov.") & class::TITLE != 0);
    }

    #[test]
    fn the_last_part_of_a_word_says_who_somebody_is() {
        let german = Gazetteer::of("de");
        let title = |word: &str| german.get(fold_hash(word), word) & class::TITLE != 0;
        assert!(title("Umweltminister") && title("Umweltministers") && !title("Umweltministerium"));
        let body = |word: &str| german.get(fold_hash(word), word) & class::ORGANISATION != 0;
        assert!(body("Umweltministerium") && body("Umweltministeriums") && body("Stahlkonzern"));
        assert!(!body("Umweltminister") && !body("Stahlkonzernsprecher") && !body("Autobahn") && !body("Datenbank"));
        // What no list can hold is not looked for: a word without end takes no time.
        let letters = "s".repeat(1_000_000);
        assert!(!title(&letters) && title(&format!("{letters}minister")));
    }

    #[test]
    fn folding() {
        assert_eq!(fold("Erdoğan"), "erdogan");
        assert_eq!(fold("Łukasz GROß"), "lukasz gross");
    }
}
