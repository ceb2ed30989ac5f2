//! What Russian grammar tells of a described source: whose name belongs to an office, and who is not the person before.

use super::resolve::{Resolver, Seen};
use crate::claims::attribution::analysis::state;
use crate::claims::speakers::names::entities::Mention;
use crate::claims::speakers::names::russian::{from_genitive, is_somebody, nominative_phrase};
use crate::claims::speakers::words::class;
use crate::learn::form::Shape;

impl Resolver<'_> {
    /// "Глава МЧС", "директор компании «Вектор»": Russian names the body that somebody heads right behind his title.
    pub(crate) fn is_led_body(&self, mention: &Mention, from: usize) -> bool {
        let title = self.language == "ru" && self.class(from) & class::TITLE != 0 && mention.from > from;
        let marked = self.analysis.quoted[mention.to - 1] != state::OUT;
        let short = self.analysis.form(mention.from).shape == Shape::Upper && mention.to == mention.from + 1;
        title && (marked || short)
    }

    /// An adjective or a participle in some case of many.
    pub(crate) fn is_bent_attribute(&self, i: usize) -> bool {
        let word = self.small(i);
        ["ую", "ым", "ыми", "ых", "их", "им", "ими", "ем", "ою", "ие", "ые"].iter().any(|end| word.ends_with(end))
    }

    /// "отметила юрист": the verb shows that a word for a man's trade is for a woman, whom the text knows.
    pub(crate) fn speaks_as_woman(&self, seen: Seen) -> bool {
        let verb = |i: usize| ["ла", "лась"].iter().any(|end| self.small(i).ends_with(end));
        self.language == "ru" && seen.cue.is_some_and(|cue| (cue.0..cue.1).any(verb))
    }

    /// A phrase in the nominative, whose head is its word `head`, from its case at word `from` of the text.
    pub(crate) fn russian_phrase(&self, words: &str, head: usize, from: usize) -> String {
        let phrase = nominative_phrase(words, head, self.is_placed(from), self.gazetteer);
        if self.is_governed(from) && phrase == words { from_genitive(words, head) } else { phrase }
    }

    /// "по словам | очевидцев": whether a phrase stands in the genitive.
    pub(crate) fn is_governed(&self, from: usize) -> bool {
        const GOVERNING: &[&str] = &[
            "словам",
            "мнению",
            "данным",
            "версии",
            "оценке",
            "оценкам",
            "информации",
            "сведениям",
            "утверждению",
            "заявлению",
        ];
        from.checked_sub(1).is_some_and(|before| self.among(before, GOVERNING))
    }

    /// "в | прокуратуре": whether a phrase tells where.
    pub(crate) fn is_placed(&self, from: usize) -> bool {
        from.checked_sub(1).is_some_and(|before| self.among(before, &["в", "во", "на"]))
    }

    /// "В прокуратуре | сообщили", "Гидрометцентр", "Фельдшер, попросивший не называть его": a body, or somebody whom the text
    /// brings in.
    pub(crate) fn is_not_known_yet(&self, from: usize, to: usize, head: usize) -> bool {
        let placed = self.is_placed(from);
        let somebody =
            self.class(head) & (class::TITLE | class::HUMAN | class::MALE | class::FEMALE | class::WIDE) != 0;
        let told = to + 1 < self.analysis.len() && self.among(to, &[","]) && {
            let word = self.small(to + 1);
            ["вший", "вшая", "вшее", "ющий", "ющая", "ящий", "ящая"].iter().any(|end| word.ends_with(end))
        };
        placed || told || !somebody && !is_somebody(&self.small(head))
    }

    /// "Губернатор | Приморского | края Олег Кожемяко": a capital alone whose noun follows, before the one who is named.
    pub(crate) fn is_of_office(&self, mention: &Mention, mentions: &[Mention]) -> bool {
        let alone = mention.to == mention.from + 1 && self.analysis.form(mention.to).shape == Shape::Lower;
        let named = |other: &Mention| other.from > mention.to && other.to - other.from > 1;
        self.language == "ru" && alone && mentions.iter().any(|other| named(other) && self.is_person(other.entity))
    }
}
