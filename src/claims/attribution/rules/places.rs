//! Sources that stand in a place: "в мэрии заявили", "говорится в отчёте", "desde el sindicato aseguran", "si legge in una nota".

use super::phrases::Frame;
use crate::claims::attribution::linking::Run;
use crate::claims::speakers::is_somebody;
use crate::learn::form::Shape;

/// Words of such a source at most.
const LONGEST: usize = 6;

impl Frame<'_> {
    /// Whether a cue has no subject: "заявили", "говорится", "aseguran", "si legge".
    fn impersonal(&self, cue: Run) -> bool {
        let word = self.analysis.lower(cue.1 - 1);
        let ends = |endings: &[&str]| endings.iter().any(|end| word.ends_with(end));
        match self.pack.code {
            "ru" => ends(&["ли", "ют", "ят", "ут", "ат", "ся", "сказано", "указано", "написано"]),
            "es" => ends(&["an", "en", "on"]),
            "it" => (cue.0..cue.1).any(|i| self.is(i, &["fanno", "hanno", "si"])) || ends(&["ano", "ono"]),
            "fr" => {
                let near = self.from.max(cue.0.saturating_sub(LONGEST))..cue.1 + 1;
                near.into_iter().any(|i| self.is(i, &["on", "-on", "-t-on"]))
            }
            _ => false,
        }
    }

    /// What opens such a place before the cue.
    fn opens_place(&self, i: usize) -> bool {
        let time = self.is(i + 1, &self.pack.times) && !self.is_body(i + 1)
            || i + 1 < self.to && self.shape(i + 1) == Shape::Number;
        let words: &[&str] = match self.pack.code {
            "ru" => &["в", "во"],
            "es" => &["desde", "en"],
            "it" => &["da", "dal", "dalla", "dall'", "dai", "dagli", "dalle"],
            "fr" => &["à", "au", "chez"],
            _ => &[],
        };
        let article = self.pack.code != "es" || self.is(i + 1, &self.pack.articles);
        self.is(i, words) && self.out(i) && !time && article
    }

    /// "в суде": where something is said, and who says it.
    pub fn is_body(&self, i: usize) -> bool {
        self.pack.code == "ru"
            && i < self.to
            && is_somebody("ru", self.analysis.form(i).hash, self.analysis.words.of(i))
    }

    /// Behind "в среду" between a cue and its source.
    pub fn over_time(&self, i: usize) -> usize {
        let time = self.pack.code == "ru" && self.is(i, &["в", "во"]) && self.is(i + 1, &self.pack.times);
        i + 2 * usize::from(time)
    }

    /// "Мэр | в среду | отверг": before the day between a subject and its verb.
    pub fn before_time(&self, end: usize) -> usize {
        let time = self.pack.code == "ru" && end > self.from + 2 && self.is(end - 1, &self.pack.times);
        if time && self.is(end - 2, &["в", "во"]) { end - 2 } else { end }
    }

    /// "В мэрии заявили, что ...": the phrase before the cue.
    pub fn place_before(&self, cue: Run, (start, end): Run) -> Option<Run> {
        let place = start + 1 < end && end - start <= LONGEST && self.opens_place(start) && self.impersonal(cue);
        let place = place && (!self.is(start + 1, &self.pack.times) || self.is_plural(cue));
        // "В Москве депутаты заявили": a subject in the plural stands beside the place.
        let last = self.analysis.lower(end.saturating_sub(1));
        let subject = match self.pack.code {
            "ru" => end > start + 2 && (last.ends_with('ы') || last.ends_with('и') && !last.ends_with("ии")),
            _ => (start + 3..end).any(|i| self.is(i, &self.pack.articles)),
        };
        // "В правительстве области | закрытие назвали": what is no case of a place is the object.
        let object = |i: &usize| {
            let word = self.analysis.lower(*i);
            self.pack.code == "ru"
                && ["ие", "ость", "ство", "ку", "ию", "ую"].iter().any(|ending| word.ends_with(ending))
        };
        let end = (start + 2..end).find(object).unwrap_or(end);
        (place && !subject).then_some((start + 1, end))
    }

    /// "Мельникову | поддержали": a Russian family name in another case is no subject.
    pub fn is_oblique_name(&self, (from, to): Run) -> bool {
        const BENT: &[&str] = &["ову", "еву", "ёву", "ину", "скую", "ского", "скому", "овым", "евым"];
        let name = |i: usize| {
            let word = self.analysis.words.of(i);
            self.shape(i) == Shape::Title && word.chars().count() > 4 && BENT.iter().any(|end| word.ends_with(end))
        };
        self.pack.code == "ru" && to <= from + 2 && to > from && name(to - 1)
    }

    /// "говорится в отчёте ведомства", "ответили в больнице", "si legge in una nota": the phrase behind it.
    pub fn place_behind(&self, cue: Run, start: usize, bound: usize) -> Option<Run> {
        const IN: &[&str] = &[
            "in", "nel", "nella", "nell'", "nello", "en", "dans", "em", "no", "na", "num", "numa", "sul", "sulla",
            "auprès",
        ];
        let read = self.is(cue.1 - 1, &["legge", "leggeva", "lee", "lê", "lê-se", "appris"]) && self.is(start, IN);
        // "признался в суде Берг": a verb of one has its subject elsewhere.
        let place = self.impersonal(cue)
            && (!self.is(start + 1, &self.pack.times) || self.is_plural(cue))
            && self.opens_place(start)
            && (self.pack.code != "es" || self.is(start, &["desde"]))
            && (self.pack.code != "fr" || self.is(start + 1, &self.pack.articles) || self.is(start, &["au"]));
        if start + 1 >= bound || !(place || read) {
            return None;
        }
        // "auprès de la gendarmerie"
        let from = start + 1 + usize::from(self.is(start + 1, &["de", "du", "des", "d'"]));
        let end = self.phrase_end(from, bound);
        // "заявили в суде | адвокаты": who stands behind where.
        let many = end > from + 1 && self.analysis.lower(end - 1).ends_with(['ы', 'и']);
        let other = self.is(from, &self.pack.times) && (many || !self.closes(end));
        (end > from && end - from <= LONGEST && !other).then_some((from, end))
    }
}
