//! Cues of several words in languages without parts of speech, and verbs that report with another word alone: "dio a conocer",
//! "plaide pour un moratoire", "gaf een fout toe", "liet haar weten".

use super::phrases::Frame;
use crate::claims::attribution::analysis::state;
use crate::claims::attribution::linking::Run;
use crate::claims::attribution::quotations::speech::is_verb;
use crate::claims::types::Act;
use crate::learn::form::Shape;

/// How far behind its verb the word may stand that it needs, in words.
const REACH: usize = 24;
/// How far behind a cue its preposition may stand: adverbs and days stand between.
const NEAR: usize = 3;
/// Words of a name in quotation marks at most.
const NAME: usize = 5;
/// Words of where somebody comes from, at most.
const ORIGIN: usize = 10;
/// The shortest noun that is said by itself, in characters.
const THING: usize = 4;

impl Frame<'_> {
    /// Where the cue of several words ends that begins at word `i`.
    pub fn wording(&self, i: usize) -> Option<usize> {
        let phrases = self.pack.wordings.get(&self.analysis.form(i).hash)?;
        let found = phrases.iter().filter(|phrase| self.reads(i, phrase)).map(Vec::len).max()?;
        Some(i + found)
    }

    /// Whether a verb stands without the word that it reports with: "gaf haar de tijd", "maakte zijn dreigement waar".
    pub fn lacks(&self, i: usize) -> bool {
        let Some((_, needed)) = self.pack.needs.iter().find(|(verb, _)| self.is(i, &[verb])) else { return false };
        let end = self.sentence_end(i).min(i + REACH);
        !(i + 1..end).any(|at| self.out(at) && self.is(at, needed))
    }

    /// "gaf | een fout | toe": where the object of a separable verb ends.
    pub fn particle_behind(&self, cue: Run, start: usize) -> Option<usize> {
        let own = self.pack.separable.iter().filter(|(_, verb)| self.is(cue.1 - 1, &[verb]));
        let particles: Vec<&str> = own.map(|(particle, _)| *particle).collect();
        if particles.is_empty() {
            return None;
        }
        let end = self.clause_end(start, self.to);
        let last = (start + 1..end).rev().find(|&i| self.is(i, &particles))?;
        // "sluit sluiting niet | uit"
        Some(last - usize::from(self.is(last - 1, &["niet"]) && last > start + 1))
    }

    /// Whether what the verb of a cue is for or of stands behind word `i`: "plaide | pour".
    fn leads_toward(&self, cue: Run, i: usize) -> bool {
        let word = self.analysis.lower(cue.1 - 1);
        self.pack.toward.iter().any(|(stem, led)| word.starts_with(stem) && self.is(i, led))
    }

    /// "plaide | pour un moratoire", "выступил | против закрытия": what a verb is for or of, with its preposition.
    pub fn taken_toward(&self, cue: Run, start: usize, limit: usize) -> Option<Run> {
        let plain = |i: &usize| self.out(*i) && self.analysis.form(*i).is_word();
        let near = if self.pack.code == "nl" { 2 * NEAR } else { NEAR };
        let from = (start..limit.min(start + near)).take_while(plain).find(|&i| self.leads_toward(cue, i))?;
        // "выступил за сборную", "против «Горняка»": who plays for or against whom.
        let plays = self.is(from, &["за", "против"])
            && (self.is(from + 1, &self.pack.teams)
                || !self.out(from + 1)
                || !matches!(self.shape(from + 1), Shape::Lower));
        if plays {
            return None;
        }
        // What tells of it in a clause is said by that clause: "advierte de que".
        let clause = self.is(from + 1, &self.pack.complementisers) || self.is(from + 1, &["это", "этом", "том", "то"]);
        // What somebody is against is said with its preposition, what he is for or of without.
        let favour = self.is(from + 1, &["favor", "favore", "faveur"]);
        let against = favour || self.is(from, &["contre", "contra", "contro", "tegen", "против"]);
        let run = self.trimmed((from + usize::from(!against), self.clause_end(from + 1, limit)));
        let enough = self.analysis.count_words(run) >= 2 || self.is_thing(run);
        (!clause && enough).then_some(run)
    }

    /// "О закрытии завода сообщила компания": the same before the verb, at the head of its sentence.
    pub fn fronted_toward(&self, cue: Run) -> Option<Run> {
        if self.pack.code != "ru" {
            return None;
        }
        let start = self.clause_start(cue.0);
        let plain = |i: usize| self.out(i) && self.analysis.form(i).is_word() && !is_verb(self.analysis, i);
        let run = (start + 1, cue.0);
        let told = self.leads_toward(cue, start) && run.0 < run.1 && (run.0..run.1).all(plain);
        (told && !self.is(run.0, &["это", "этом", "том", "то", "чём", "чем"])).then_some(run)
    }

    /// "revela-se", "recorde-se": a Portuguese verb with its pronoun that tells of nobody's words.
    pub fn hangs_idle(&self, i: usize) -> bool {
        if self.pack.code != "pt" {
            return false;
        }
        let word = self.analysis.lower(i);
        let stems =
            self.pack.avowals.iter().chain(&self.pack.callings).chain(self.pack.toward.iter().map(|(stem, _)| stem));
        // "lê-se", "diz-se" tell what is written and said.
        let idle = |verb: &str| verb.chars().count() > 3 && !stems.into_iter().any(|stem| verb.starts_with(stem));
        word.strip_suffix("-se").is_some_and(idle)
    }

    /// "El técnico se quejó y dijo que ...": the subject of the sentence goes on.
    pub fn joined_subject(&self, cue: Run) -> Option<Run> {
        self.joined(cue).and_then(|joint| self.subject(self.from, joint))
    }

    /// "heeft | twaalf jaar cel | geëist": what stands between a Dutch auxiliary and its participle, and who it is said by.
    pub fn dutch_perfect(&self, cue: Run) -> Option<(Run, Run)> {
        if self.pack.code != "nl" || !self.is(cue.1 - 1, &self.pack.perfects) || !self.closes(cue.1) {
            return None;
        }
        let plain = |i: &usize| self.out(*i) && self.analysis.form(*i).is_word();
        let have = (self.from..cue.0)
            .rev()
            .take(ORIGIN)
            .take_while(plain)
            .find(|&i| self.is(i, &["heeft", "hebben", "had", "hadden"]))?;
        let verb = (have, have + 1);
        let before = self.left(verb);
        let source = before.or_else(|| self.inverted(verb, cue.0))?;
        let start = self.after_time(if before.is_some() { have + 1 } else { source.1 });
        let run = self.trimmed((start, cue.0));
        (run.0 < run.1 && self.analysis.count_words(run) >= 2).then_some((source, run))
    }

    /// "desmintió la información | en un comunicado", "pidió «una limpieza» | en el vestuario": where an object ends before what tells
    /// in which writing or, behind what is quoted, where it was said.
    pub fn before_occasion(&self, cue: Run, (start, end): Run, limit: usize) -> usize {
        const IN: &[&str] =
            &["en", "em", "in", "nel", "nella", "dans", "в", "num", "numa", "no", "na", "lors", "durante"];
        let written =
            |i: usize| self.is(i, IN) && (i + 1..self.to.min(i + 4)).any(|at| self.is(at, &self.pack.written));
        let quoted = end > start && self.out(end) == self.out(cue.0) && (start..end).any(|i| !self.out(i));
        let behind = |i: &usize| quoted && self.is(*i, IN) && self.only_marks(end, *i);
        (end.max(start + 1)..limit).find(|i| self.out(*i) && (written(*i) || behind(i))).unwrap_or(limit)
    }

    /// A Russian verb in the plural, by its ending.
    pub fn is_plural(&self, cue: Run) -> bool {
        let word = self.analysis.lower(cue.1 - 1);
        ["ли", "ют", "ят", "ут", "ат"].iter().any(|end| word.ends_with(end))
    }

    /// A Russian relative pronoun in the singular before a verb in the plural: it is no subject.
    pub fn is_object_relative(&self, i: usize, cue: Run) -> bool {
        self.is(i, &["который", "которую", "которое", "которого", "которой"]) && self.is_plural(cue)
    }

    /// The conjunction that joins a cue to the clause before: "... y dijo".
    pub fn joined(&self, cue: Run) -> Option<usize> {
        let joint = (self.from..cue.0).rev().find(|&i| !self.is_particle(i) && !self.is_adverb(i))?;
        (joint > self.from && self.out(joint) && self.is(joint, &self.pack.conjunctions)).then_some(joint)
    }

    /// The first word of the short quotation that ends at `close`, its mark.
    fn opening(&self, close: usize) -> Option<usize> {
        let quote = self.analysis.quote[close];
        (self.from..close).rev().take(NAME + 1).take_while(|&i| self.analysis.quote[i] == quote).last()
    }

    /// Where the name in quotation marks begins that ends right before `end`; `end` where none does.
    pub fn before_name(&self, end: usize) -> usize {
        let Some(close) = end.checked_sub(1).filter(|&close| close > self.from) else { return end };
        if self.analysis.quoted[close] != state::CLOSE {
            return end;
        }
        let name = |&open: &usize| {
            self.analysis.quoted[open] == state::OPEN
                && self.analysis.form(open + 1).is_capital()
                && !(open..close).any(|i| self.shape(i) == Shape::Stop)
                && open > self.from
                && self.out(open - 1)
                && self.analysis.form(open - 1).is_word()
                && !self.is_stop(open - 1)
        };
        self.opening(close).filter(name).unwrap_or(end)
    }

    /// "В «Талицкэнерго» заявили": a place that is a name in quotation marks.
    pub fn named_place(&self, cue: Run, end: usize) -> Option<Run> {
        let close = end.checked_sub(1).filter(|&close| self.pack.code == "ru" && close > self.from)?;
        // "Кризис в «Горняке» продолжается": many say something, nobody goes on.
        if self.analysis.quoted[close] != state::CLOSE || !self.is_plural(cue) {
            return None;
        }
        let open = self.opening(close)?;
        let led = open > self.from && self.is(open - 1, &["в", "во"]) && open + 1 < close;
        led.then_some((open + 1, close))
    }

    /// "сообщила компания | «Вектор»", "заявил глава | «Вектора» Олег Лось": a source goes on over a name in quotation marks.
    pub fn over_quoted_name(&self, source: Run, bound: usize) -> Run {
        if self.pack.code != "ru" || self.analysis.form(source.1 - 1).is_capital() {
            return source;
        }
        let Some((_, to)) = self.quoted_name(source.1).filter(|name| name.1 < bound) else { return source };
        let close = to + 1;
        let more = (close..bound).take_while(|&i| self.out(i) && self.analysis.form(i).is_capital()).count();
        (source.0, close + more)
    }

    /// "De beslissing nam ze | naar eigen zeggen": Dutch says so of the subject.
    pub fn own_words(&self, cue: Run) -> Option<Run> {
        if self.pack.code != "nl" || !self.is(cue.1 - 1, &["zeggen"]) {
            return None;
        }
        let near = (self.clause_start(cue.0)..cue.0).rev().take(NEAR);
        let pronoun = near.take_while(|&i| self.out(i)).find(|&i| self.is(i, &["hij", "ze", "zij"]));
        pronoun.map(|at| (at, at + 1)).or_else(|| self.subject(self.from, cue.0))
    }

    /// "laat de directie | weten": whether a Dutch word only completes the verb of a cue before it.
    pub fn completes(&self, i: usize) -> bool {
        if self.pack.code != "nl" {
            return false;
        }
        // "in haar boek Eerlijk | gezegd": a participle without any auxiliary near.
        const HELPERS: &[&str] = &[
            "heeft", "hebben", "heb", "had", "hadden", "is", "zijn", "was", "waren", "wordt", "worden", "werd",
            "werden", "hebbende", "zou", "zouden",
        ];
        if self.is(i, &["gezegd", "gemeld", "geschreven", "gevraagd"]) {
            let near = self.from.max(i.saturating_sub(REACH))..self.to.min(i + NEAR + 1);
            return !near.into_iter().any(|at| self.is(at, HELPERS));
        }
        let plain = |at: &usize| self.out(*at) && self.analysis.form(*at).is_word();
        let needs = |at: usize| self.pack.needs.iter().any(|(verb, led)| self.is(at, &[verb]) && self.is(i, led));
        let near = (self.from.max(i.saturating_sub(ORIGIN))..i).rev().take_while(plain);
        let mut verbs = near.filter(|&at| is_verb(self.analysis, at));
        verbs.next().is_some_and(|at| at + 1 < i && needs(at))
    }

    /// "рассказала | «Вестнику» | жительница": behind the name of whom it is told, in the dative.
    pub fn over_outlet(&self, start: usize) -> usize {
        let name = self.quoted_name(start).filter(|_| self.pack.code == "ru");
        let told = |(from, to): &Run| to - from <= 2 && self.analysis.lower(to - 1).ends_with(['у', 'ю']);
        // "заявила | агентству «Вести» | представитель": a noun in the dative before the name.
        let dative = self.pack.code == "ru" && start + 1 < self.to && self.out(start) && {
            let word = self.analysis.lower(start);
            self.shape(start) == Shape::Lower
                && (word.ends_with(['у', 'ю']) || word.ends_with('е') && !word.ends_with("ие"))
        };
        if let Some((_, to)) = self.quoted_name(start + 1).filter(|_| dative) {
            return to + 1;
        }
        if self.is_told_to(start) {
            return start + 1;
        }
        if let Some((_, to)) = name.filter(told) {
            return to + 1;
        }
        // "сказал | ТАСС | глава комитета", "сообщил | РИА Новости | представитель": letters that do not bend, before who says so.
        let letters = self.pack.code == "ru"
            && start < self.to
            && self.shape(start) == Shape::Upper
            && self.analysis.words.of(start).chars().count() > 2;
        let next = start + 1 + usize::from(self.is(start, &["риа"]));
        let who = || next < self.to && self.out(next) && self.shape(next) == Shape::Lower && self.is_trade(next);
        if letters && who() { next } else { start }
    }

    /// "рассказал | агентству | западный дипломат", "сообщил | журналистам | представитель": a Russian noun in the dative, before who says so
    /// in the nominative.
    fn is_told_to(&self, start: usize) -> bool {
        let small =
            |i: usize| i < self.to && self.out(i) && self.shape(i) == Shape::Lower && self.analysis.form(i).is_word();
        if self.pack.code != "ru" || !small(start) || self.is_trade(start) && !small(start + 1) {
            return false;
        }
        let ends = |i: usize, endings: &[&str]| {
            let word = self.analysis.lower(i);
            endings.iter().any(|end| word.ends_with(end))
        };
        let dative = ends(start, &["у", "ю", "ам", "ям"]) || ends(start, &["е"]) && !ends(start, &["ие", "ое", "ее"]);
        let bent = |i: usize| ends(i, &["у", "ю", "ам", "ям", "ом", "ем", "ого", "его"]);
        let noun = |i: usize| small(i) && (self.is_trade(i) || self.is_body(i)) && !bent(i);
        let adjective = |i: usize| small(i) && ends(i, &["ый", "ий", "ой", "ая", "яя"]);
        let listener = !self.is_stop(start) || ends(start, &["ам", "ям"]);
        listener && dative && (noun(start + 1) || adjective(start + 1) && small(start + 2) && !bent(start + 2))
    }

    /// "по словам жительницы из соседнего дома, ...": where somebody comes from belongs to him, up to the comma.
    pub fn with_origin(&self, end: usize, bound: usize) -> usize {
        // "según los datos facilitados este martes | por la Consejería, ..."
        const BY: &[&str] = &["por", "par", "pelo", "pela", "dal", "dalla", "dall'", "dai"];
        if !self.pack.have.is_empty() && end > self.from && self.is_participle(end - 1) {
            let plain = |i: &usize| self.out(*i) && self.analysis.form(*i).is_word() && !is_verb(self.analysis, *i);
            let close = end + (end..bound.min(end + ORIGIN + NEAR)).take_while(plain).count();
            let by = (end..close.min(end + NEAR + 1)).any(|i| self.is(i, BY));
            return if by && self.is_comma(close) { close } else { end };
        }
        if self.pack.code != "ru" || end >= bound {
            return end;
        }
        // "по оценке экспертов «Агропрогноза», ..."
        if let Some((_, to)) = self.quoted_name(end).filter(|name| name.1 < bound) {
            return to + 1;
        }
        // "по данным источника в полиции, ..."
        let inside = self.is(end, &["в", "во"]) && self.analysis.lower(end - 1).starts_with("источник");
        if !self.is(end, &["из", "при"]) && !inside {
            return end;
        }
        let plain = |i: &usize| self.out(*i) && (self.analysis.form(*i).is_word() || self.is_comma(*i));
        let close = (end..bound.min(end + ORIGIN)).take_while(plain).find(|&i| self.is_comma(i));
        close.filter(|&close| !(end..close).any(|i| is_verb(self.analysis, i))).unwrap_or(end)
    }

    /// Whether the verb of a cue says all with one noun behind it: "отрицает | вину", "exige | explicaciones", "admite | errores".
    pub fn says_thing(&self, cue: Run) -> bool {
        matches!(self.act(cue), Act::Deny | Act::Demand | Act::Accuse | Act::Warn)
            || self.has_stem(cue, &self.pack.admissions)
    }

    /// "pediu | anonimato", "ha chiesto | l'anonimato": what sources ask of the outlet, and no demand that is reported.
    pub fn is_anonymity(&self, (from, to): Run) -> bool {
        let word = self.analysis.lower(to.saturating_sub(1));
        from < to && to <= from + 3 && ["anonim", "anonym", "аноним"].iter().any(|stem| word.starts_with(stem))
    }

    /// One noun by itself.
    pub fn is_thing(&self, (from, to): Run) -> bool {
        let small = [&self.pack.stops, &self.pack.complementisers, &self.pack.relatives, &self.pack.auxiliaries];
        to == from + 1
            && self.shape(from) == Shape::Lower
            && self.analysis.lower(from).chars().count() >= THING
            && !self.is_adverb(from)
            && !self.is_pronoun(from)
            && !is_verb(self.analysis, from)
            && (self.pack.have.is_empty() || !self.is_infinitive(from))
            && !small.iter().any(|words| self.is(from, words))
    }

    /// "hogere prijzen": a plural that looks like a verb behind an adjective.
    pub fn is_dutch_noun(&self, i: usize) -> bool {
        // "justitie melden": no adjective ends so.
        let bent = |i: usize| {
            let word = self.analysis.lower(i);
            self.shape(i) == Shape::Lower && word.ends_with('e') && !word.ends_with("ie") && word.chars().count() > 4
        };
        let plural = self.pack.code == "nl" && i > self.from && self.analysis.lower(i).ends_with("en");
        let adjective = plural && bent(i - 1) && !self.is_trade(i - 1) && !is_verb(self.analysis, i - 1);
        adjective && !self.is_pronoun(i - 1) && !self.is(i - 1, &self.pack.auxiliaries)
    }
}
