//! What Russian grammar tells of a described source: whose name belongs to an office, and who is not the person before.

use super::resolve::{Referent, Resolver, Seen};
use crate::claims::attribution::analysis::state;
use crate::claims::attribution::linking::Run;
use crate::claims::speakers::names::entities::Mention;
use crate::claims::speakers::names::russian::{
    from_genitive, is_bent_male, is_somebody, nominative_name, nominative_phrase,
};
use crate::claims::speakers::words::class;
use crate::learn::form::Shape;

/// How far back the body stands that "there" takes up, in words.
const THERE: usize = 40;

impl Resolver<'_> {
    /// "Глава МЧС", "директор компании «Вектор»": Russian names the body that somebody heads right behind his title.
    pub(crate) fn is_led_body(&self, mention: &Mention, from: usize) -> bool {
        // "Бывший директор заповедника «Кедр»": over an attribute.
        let title = |i: usize| self.class(i) & class::TITLE != 0;
        let title = self.language == "ru" && mention.from > from && (from..mention.from.min(from + 2)).any(title);
        let marked = self.analysis.quoted[mention.to - 1] != state::OUT;
        let short = self.analysis.form(mention.from).shape == Shape::Upper && mention.to == mention.from + 1;
        title && (marked || short)
    }

    /// "Адвокат | Петра Сомова | заявил": a name in another case than the title before it is not the bearer's.
    pub(crate) fn is_of_another(&self, mention: &Mention, from: usize) -> bool {
        let title = mention.from.checked_sub(1).filter(|&title| title == from && self.language == "ru");
        let straight = |title: usize| {
            let word = self.analysis.lower(title);
            self.gazetteer.listed(&word) & class::TITLE != 0 && !self.is_governed(title) && !word.ends_with(['а', 'я'])
        };
        let words = &self.analysis.words.words;
        let span = words[mention.from].span.start..words[mention.to - 1].span.end;
        let name = self.analysis.words.text.get(span).unwrap_or("");
        mention.to > mention.from + 1
            && title.is_some_and(straight)
            && is_bent_male(self.analysis.words.of(mention.from), self.gazetteer)
            && nominative_name(name, self.gazetteer) != name
    }

    /// "Министерство обороны | Тавии": a capital in the genitive at the end of a body's name, whatever it stands for.
    pub(crate) fn is_of_body(&self, mention: &Mention, from: usize) -> bool {
        let alone = self.language == "ru" && mention.to == mention.from + 1 && mention.start > from;
        let body =
            (from..mention.start.min(from + 2)).any(|i| self.class(i) & (class::ORGANISATION | class::ALIAS) != 0);
        let title = (from..mention.start).any(|i| self.class(i) & class::TITLE != 0);
        let genitive = ["а", "я", "ы", "и", "ой", "ого"].iter().any(|end| self.small(mention.from).ends_with(end));
        let lower = |i: usize| self.analysis.form(i).shape == Shape::Lower;
        alone && body && !title && genitive && (from + 1..mention.start).all(lower) && lower(mention.start - 1)
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

    /// "Там | считают": the body in which somebody was said to do something before.
    pub(crate) fn there(&self, (from, to): Run, seen: Seen) -> Option<Referent> {
        if self.language != "ru" || to != from + 1 || !self.among(from, &["там"]) {
            return None;
        }
        const BODY: u32 = class::ORGANISATION | class::ALIAS;
        let placed = |i: &usize| {
            self.class(*i) & BODY != 0
                && self.analysis.quoted[*i] == state::OUT
                && self.near(*i, from)
                && (self.is_placed(*i) || i.checked_sub(1).is_some_and(|before| self.is_placed(before)))
        };
        let noun = (from.saturating_sub(THERE)..from).rev().find(placed)?;
        self.source(self.whole_body(noun).unwrap_or((noun, noun + 1)), seen)
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

#[cfg(test)]
mod tests {
    use crate::claims::speakers::testing::expect_last as last;

    #[test]
    fn whom_it_is_told_is_no_part_of_who_tells() {
        last("Как рассказал агентству западный дипломат, на снимках видны следы.", "ru", "западный дипломат");
        last("Как сообщил журналистам представитель полиции, улик нет.", "ru", "представитель полиции");
    }

    #[test]
    fn a_day_is_no_part_of_who_speaks() {
        last("Мэр в четверг отверг обвинения во взятках.", "ru", "Мэр");
        last("Прокуратура в понедельник заявила, что преступления не было.", "ru", "Прокуратура");
    }

    #[test]
    fn what_a_body_is_of_does_not_speak() {
        last("Министерство обороны Тавии заявило, что мост закрыт.", "ru", "Министерство обороны Тавии");
        last("Министр иностранных дел Тавии Надя Русева заявила, что мост закрыт.", "ru", "Надя Русева");
    }
}
