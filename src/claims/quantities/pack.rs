//! The words that a language has for numbers.

use std::sync::OnceLock;

use crate::claims::frame::lexicon::{Lexicon, Section};

/// One language's words; see the remarks in `data/en.txt`.
#[derive(Debug, Default)]
pub(super) struct Pack {
    pub cardinal: Section,
    pub bare: Section,
    pub article: Section,
    pub multiplier: Section,
    pub vague: Section,
    pub fraction: Section,
    pub whole_fraction: Section,
    pub and: Section,
    pub half: Section,
    pub one_in: Section,
    pub between: Section,
    pub and_between: Section,
    pub from: Section,
    pub to: Section,
    pub comparator: Section,
    pub after: Section,
    pub currency: Section,
    pub percent: Section,
    pub label: Section,
    pub not_counted: Section,
    pub pronoun_before: Section,
    pub not_one: Section,
    pub of: Section,
    pub unit: Section,
    pub join: Section,
    pub inside: Section,
    pub big: Section,
    /// Whether the comma is the decimal mark, and a space may part groups of three.
    pub comma: bool,
    /// Whether it is English, where the tagger finds what is counted.
    pub english: bool,
    /// Whether nouns are written with capitals.
    pub capital_nouns: bool,
}

impl Pack {
    fn new(code: &str, file: &'static str) -> Self {
        let lexicon = Lexicon::parse(file);
        let section = |name| lexicon.section(name);
        Self {
            cardinal: section("cardinal"),
            bare: section("bare"),
            article: section("article"),
            multiplier: section("multiplier"),
            vague: section("vague"),
            fraction: section("fraction"),
            whole_fraction: section("whole fraction"),
            and: section("and"),
            half: section("half"),
            one_in: section("in"),
            between: section("between"),
            and_between: section("and between"),
            from: section("from"),
            to: section("to"),
            comparator: section("comparator"),
            after: section("after"),
            currency: section("currency"),
            percent: section("percent"),
            label: section("label"),
            not_counted: section("not counted"),
            pronoun_before: section("pronoun before"),
            not_one: section("not one"),
            of: section("of"),
            unit: section("unit"),
            join: section("join"),
            inside: section("inside"),
            big: section("big"),
            comma: !code.is_empty() && code != "en",
            english: code == "en",
            capital_nouns: code == "de",
        }
    }

    /// The pack of a language; digits, signs and codes alone where there is none.
    pub fn of(language: Option<&str>) -> &'static Self {
        static PACKS: OnceLock<Vec<(&str, Pack)>> = OnceLock::new();
        let packs = PACKS.get_or_init(|| {
            [
                ("", ""),
                ("en", include_str!("data/en.txt")),
                ("de", include_str!("data/de.txt")),
                ("fr", include_str!("data/fr.txt")),
                ("es", include_str!("data/es.txt")),
                ("pt", include_str!("data/pt.txt")),
                ("it", include_str!("data/it.txt")),
                ("nl", include_str!("data/nl.txt")),
                ("ru", include_str!("data/ru.txt")),
            ]
            .map(|(code, file)| (code, Pack::new(code, file)))
            .into()
        });
        let code = language.unwrap_or("");
        packs.iter().find(|(known, _)| *known == code).map_or(&packs[0].1, |(_, pack)| pack)
    }
}

/// What is the same in every language: signs, codes, units of measure.
pub(super) struct Common {
    pub currency: Section,
    pub percent: Section,
    pub measure: Section,
}

/// The common signs.
pub(super) fn common() -> &'static Common {
    static COMMON: OnceLock<Common> = OnceLock::new();
    COMMON.get_or_init(|| {
        let lexicon = Lexicon::parse(include_str!("data/common.txt"));
        let section = |name| lexicon.section(name);
        Common { currency: section("currency"), percent: section("percent"), measure: section("measure") }
    })
}
