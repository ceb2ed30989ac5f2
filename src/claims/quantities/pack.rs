//! The words that a language has for numbers.

use std::sync::OnceLock;

use crate::claims::frame::lexicon::{Lexicon, Section, language_pack};

language_pack! {
    /// One language's words for numbers; see the remarks in `data/en.txt`.
    sections {
        cardinal = "cardinal",
        bare = "bare",
        article = "article",
        multiplier = "multiplier",
        vague = "vague",
        fraction = "fraction",
        whole_fraction = "whole fraction",
        and = "and",
        half = "half",
        half_of = "half of",
        one_in = "in",
        between = "between",
        and_between = "and between",
        range_article = "range article",
        from = "from",
        to = "to",
        comparator = "comparator",
        after = "after",
        currency = "currency",
        percent = "percent",
        label = "label",
        not_counted = "not counted",
        divisible = "divisible",
        pronoun_before = "pronoun before",
        not_one = "not one",
        of_some = "of some",
        of = "of",
        part_of = "part of",
        unit = "unit",
        join = "join",
        inside = "inside",
        big = "big",
        age = "age",
        age_before = "age before",
        per = "per",
        minus = "minus",
        degree = "degree",
        no_unit = "no unit",
        reached = "reached",
        change = "change",
        spanning = "spanning",
        time = "time",
        hours = "hours",
        lasting = "lasting",
        further = "further",
    }
    flags {
        /// Whether the comma is the decimal mark, and a space may part groups of three.
        comma = |code| !code.is_empty() && code != "en",
        /// Whether it is English, where the tagger finds what is counted.
        english = |code| code == "en",
        /// Whether nouns are written with capitals.
        capital_nouns = |code| code == "de",
    }
}

/// What is the same in every language: signs, codes, units of measure.
pub(super) struct Common {
    pub currency: Section,
    pub percent: Section,
    pub measure: Section,
    /// Base forms of measures, which are their symbols.
    pub symbols: Section,
}

/// The common signs.
pub(super) fn common() -> &'static Common {
    static COMMON: OnceLock<Common> = OnceLock::new();
    COMMON.get_or_init(|| {
        let lexicon = Lexicon::parse(include_str!("data/common.txt"));
        let section = |name| lexicon.section(name);
        Common {
            currency: section("currency"),
            percent: section("percent"),
            measure: section("measure"),
            symbols: section("symbol"),
        }
    })
}
