//! The words that a language has for days and months.

use std::sync::OnceLock;

use crate::claims::frame::lexicon::{Lexicon, Section};

/// One language's words; see the remarks in `data/en.txt`.
#[derive(Debug, Default)]
pub(super) struct Pack {
    pub month: Section,
    pub unsure: Section,
    pub weekday: Section,
    pub day: Section,
    pub month_shift: Section,
    pub year_shift: Section,
    pub last: Section,
    pub last_after: Section,
    pub next: Section,
    pub next_after: Section,
    pub this: Section,
    pub ago: Section,
    pub before_ago: Section,
    pub day_unit: Section,
    pub month_unit: Section,
    pub year_unit: Section,
    pub number: Section,
    pub future: Section,
    pub before: Section,
    pub of: Section,
    pub ordinal: Section,
    pub time: Section,
    /// Whether "12/01/2022" can mean December.
    pub english: bool,
    /// Whether names of months have no capitals and small letters are no sign of another word.
    pub small_months: bool,
}

impl Pack {
    fn new(code: &str, file: &'static str) -> Self {
        let lexicon = Lexicon::parse(file);
        let section = |name| lexicon.section(name);
        Self {
            month: section("month"),
            unsure: section("unsure"),
            weekday: section("weekday"),
            day: section("day"),
            month_shift: section("month shift"),
            year_shift: section("year shift"),
            last: section("last"),
            last_after: section("last after"),
            next: section("next"),
            next_after: section("next after"),
            this: section("this"),
            ago: section("ago"),
            before_ago: section("before ago"),
            day_unit: section("day unit"),
            month_unit: section("month unit"),
            year_unit: section("year unit"),
            number: section("number"),
            future: section("future"),
            before: section("in"),
            of: section("of"),
            ordinal: section("ordinal"),
            time: section("time"),
            english: matches!(code, "en" | ""),
            small_months: !matches!(code, "en" | "de" | ""),
        }
    }

    /// The pack of a language; digits alone where there is none.
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
