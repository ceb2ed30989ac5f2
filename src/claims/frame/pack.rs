//! The words that decide on clauses, polarity and modality, a file a language.

use std::sync::OnceLock;

use super::lexicon::{Lexicon, Section};

/// One language's words; see the remarks in `data/en.txt`.
#[derive(Debug, Default)]
pub(crate) struct Pack {
    pub negator: Section,
    pub negative_noun: Section,
    pub negative_verb: Section,
    pub not_negative: Section,
    pub possible: Section,
    pub conditional: Section,
    pub required: Section,
    pub coordinator: Section,
    pub subordinator: Section,
    pub clausal: Section,
    pub aside: Section,
    pub relative: Section,
    pub intransitive: Section,
    pub past: Section,
    /// Whether clauses and roles are found, which takes the tagger.
    pub english: bool,
}

impl Pack {
    fn new(code: &str, file: &'static str) -> Self {
        let lexicon = Lexicon::parse(file);
        let section = |name| lexicon.section(name);
        Self {
            negator: section("negator"),
            negative_noun: section("negative noun"),
            negative_verb: section("negative verb"),
            not_negative: section("not negative"),
            possible: section("possible"),
            conditional: section("conditional"),
            required: section("required"),
            coordinator: section("coordinator"),
            subordinator: section("subordinator"),
            clausal: section("clausal"),
            aside: section("aside"),
            relative: section("relative"),
            intransitive: section("intransitive"),
            past: section("past"),
            english: code == "en",
        }
    }

    /// The pack of a language; an empty one where there is none, so that everything is affirmed and asserted.
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
