//! French, Spanish, Portuguese and Italian: verbs of the lexicon that report nothing where they stand. Participles that
//! describe a noun ("la final celebrada en mayo"), nouns that look like verbs ("en cuenta"), idioms ("cuenta con"), what a
//! relative clause says of an object ("mostró a una joven que baila").

use super::phrases::Frame;
use crate::claims::attribution::linking::Run;
use crate::claims::attribution::quotations::speech::{hung, is_verb};
use crate::claims::types::Act;
use crate::learn::form::Shape;

/// How far before a participle its auxiliary may stand.
const NEAR: usize = 5;
/// How far before the second of two participles the first may stand.
const CLAUSE: usize = 24;
/// How far before "that" the noun phrase may begin that stands between the cue and it.
const PHRASE: usize = 8;

impl Frame<'_> {
    /// Whether the verb at word `i` reports nothing, by the words before and behind it.
    pub fn reports_nothing(&self, i: usize) -> bool {
        self.is_idiom(i) || !self.pack.have.is_empty() && (self.is_bare_participle(i) || self.is_governed(i))
    }

    /// A participle by its ending.
    pub fn is_participle(&self, i: usize) -> bool {
        let word = self.analysis.lower(i);
        self.pack.participles.iter().any(|end| word.ends_with(end)) && !self.is(i, &self.pack.not_participles)
    }

    /// A form of "have" or "be" that stands with a participle.
    pub fn is_helper(&self, i: usize) -> bool {
        self.is(i, &self.pack.have) || self.is(i, &self.pack.be)
    }

    /// "la población estimada", "l'album exposé": a participle without its auxiliary.
    fn is_bare_participle(&self, i: usize) -> bool {
        if !self.is_participle(i) {
            return false;
        }
        let word = |at: &usize| self.analysis.form(*at).is_word() || hung(self.analysis, self.pack, *at).is_some();
        let near = (self.from.max(i.saturating_sub(NEAR))..i).rev().take_while(word);
        let mut near = near.peekable();
        // "a dénoncé un « procès à charge » et affirmé": the second of two has the auxiliary of the first.
        let joined = near.peek().is_some_and(|&at| self.is(at, &self.pack.conjunctions))
            && (self.from.max(i.saturating_sub(CLAUSE))..i - 1).any(|at| self.out(at) && is_verb(self.analysis, at));
        // "a, lui aussi, dénoncé": over what stands between commas.
        let comma = |at: usize| at > self.from && self.is_comma(at - 1) && self.out(at - 1);
        let open = (self.from + 1..i.saturating_sub(1)).rev().take(CLAUSE / 3).find(|&at| comma(at)).map(|at| at - 1);
        let aside = open.filter(|_| comma(i)).is_some_and(|open| open > self.from && self.is_helper(open - 1));
        !joined && !aside && !near.any(|at| self.is_helper(at))
    }

    /// "fue celebrada": what is done to the subject.
    pub fn is_passive(&self, cue: Run) -> bool {
        self.is_participle(cue.1 - 1) && cue.1 >= self.from + 2 && self.is(cue.1 - 2, &self.pack.be)
    }

    /// "en cuenta", "sans doute": what stands behind a preposition is no finite verb.
    fn is_governed(&self, i: usize) -> bool {
        i > self.from && self.is(i - 1, &self.pack.governing) && !self.is_infinitive(i) && !self.is_gerund(i)
    }

    /// "cuenta con", "à noter", "rappelons".
    fn is_idiom(&self, i: usize) -> bool {
        self.pack.idioms.iter().any(|phrase| {
            let at = |place: usize| i.checked_sub(place).filter(|&start| start >= self.from);
            (0..phrase.len()).any(|place| {
                self.is(i, &phrase[place..=place]) && at(place).is_some_and(|start| self.reads(start, phrase))
            })
        })
    }

    /// "se describe", "fala-se"
    fn is_reflexive(&self, cue: Run) -> bool {
        let mut near = self.from.max(cue.0.saturating_sub(1))..cue.1;
        near.any(|i| self.is(i, &["se", "s'", "si"])) || self.analysis.lower(cue.1 - 1).ends_with("-se")
    }

    /// Whether the verb of a cue begins with one of these stems.
    pub fn has_stem(&self, cue: Run, stems: &[&str]) -> bool {
        let word = self.analysis.lower(cue.1 - 1);
        stems.iter().any(|stem| word.starts_with(stem))
    }

    /// What the verb of a cue does.
    pub fn act(&self, cue: Run) -> Act {
        self.analysis.lexicon[cue.1 - 1].map_or(Act::Say, |entry| entry.act)
    }

    /// "si è detto contrario": a verb by which somebody says what he is.
    fn is_avowal(&self, cue: Run) -> bool {
        self.is_reflexive(cue) && self.has_stem(cue, &self.pack.avowals)
    }

    /// "se describe el libro": a reflexive that is a passive, unless people say of themselves what the verb means.
    pub fn is_passive_reflexive(&self, cue: Run) -> bool {
        !self.pack.have.is_empty() && self.is_reflexive(cue) && !self.has_stem(cue, &self.pack.reflexives)
    }

    /// "juge | la sanction trop légère": what somebody finds a thing, by how much it is so.
    fn found_so(&self, cue: Run, from: usize, limit: usize) -> Option<Run> {
        let judges = self.pack.code == "fr" && self.has_stem(cue, &["jug", "trouv", "estim"]);
        let article = self.is(from, &self.pack.articles) && from + 1 < limit;
        if !judges || !article || self.is_reflexive(cue) {
            return None;
        }
        let run = self.trimmed((from, self.clause_end(from, limit)));
        let degree = |i: &usize| self.is(*i, &["trop", "très", "si", "assez", "plutôt", "bien", "insuffisamment"]);
        let degree = (from + 2..run.1).find(degree)?;
        let plain = (run.0..run.1).all(|i| self.out(i) && self.analysis.form(i).is_word());
        (plain && degree + 2 == run.1 && degree <= from + PHRASE).then_some(run)
    }

    /// "a appelé les habitants | à rester chez eux", "si è detto | contrario alla chiusura": what is called for, or what somebody
    /// says of himself.
    pub fn called_or_avowed(&self, cue: Run, from: usize, limit: usize) -> Option<Run> {
        if let Some(run) = self.found_so(cue, from, limit) {
            return Some(run);
        }
        let start = if !self.has_stem(cue, &self.pack.callings) {
            let adjective = self.is(from + 1, &self.pack.complements) && self.shape(from) == Shape::Lower;
            if !adjective || !self.is_avowal(cue) {
                return None;
            }
            from
        } else if self.pack.code == "nl" {
            // "riep inwoners op | thuis te blijven"
            let part = |i: &usize| self.is(*i, &["op", "aan", "af"]) && self.out(*i);
            let part = (from..limit.min(from + PHRASE)).find(part)?;
            let end = self.clause_end(part, limit);
            (part + 2..end).find(|&i| self.is(i, &["te"]) && i + 1 < end)?;
            part + 1
        } else {
            // "invita a non mettersi in viaggio"
            let verb = |i: usize| i + usize::from(self.is(i, &["non", "ne", "no", "não"]));
            let to =
                |i: &usize| self.is(*i, &["à", "a", "ad", "para"]) && self.is_infinitive(verb(*i + 1)) && self.out(*i);
            (from..limit.min(from + PHRASE + 2)).take_while(|&i| self.analysis.form(i).is_word()).find(to)? + 1
        };
        let run = self.trimmed((start, self.clause_end(start, limit)));
        (self.analysis.count_words(run) >= 2).then_some(run)
    }

    /// "para reclamar la deuda", "dejó de pedir ayuda": an infinitive that says what for, not what is said.
    pub fn is_purpose(&self, cue: Run) -> bool {
        // "aproveitou para anunciar", "vient d'annoncer": it was done.
        let done = cue.0 > self.from + 1 && self.has_stem((cue.0 - 2, cue.0 - 1), &self.pack.occasions);
        cue.0 > self.from && self.is_infinitive(cue.1 - 1) && self.is(cue.0 - 1, &self.pack.purposes) && !done
    }

    /// Whether "that" at word `opener` opens a relative clause of an object that stands behind the cue: "presentó un plan que".
    /// What leads whom it is told, where or when is no object: "dijo a los medios que", "anunció la semana pasada que".
    pub fn describes_object(&self, cue: Run, from: usize, opener: usize) -> bool {
        // "a informé les riverains que le pont fermera": the object is whom it is told.
        if self.pack.have.is_empty() || opener <= from || self.has_stem(cue, &self.pack.tellings) {
            return false;
        }
        // "su temor de que", "l'assurance que": what the noun says.
        if self.is(opener - 1, OF) || self.is(opener - 1, &self.pack.nominals) {
            return false;
        }
        // "lors d'une réunion que", "le plan de la mairie que": what "of" joins is no head.
        let article = |i: usize| self.is(i, &self.pack.articles) && !(i > from && self.is(i - 1, OF));
        let head = (from.max(opener.saturating_sub(PHRASE))..opener)
            .rev()
            .find(|&i| article(i) || !self.analysis.form(i).is_word() || self.leads(i) && !self.is(i, OF));
        let Some(head) = head.filter(|&head| article(head)) else { return false };
        // "dijo al tribunal que", "disse aos jornalistas que": a preposition is part of the article.
        let told = self.addressee(head) && !self.states_object(cue);
        let led = told || head > from && self.leads(head - 1);
        // "le 12 mars que", "la veille que"
        let time =
            [&self.pack.periods, &self.pack.stops, &self.pack.times].iter().any(|words| self.is(head + 1, words))
                || head + 1 < self.to && self.shape(head + 1) == Shape::Number;
        !led && !time && head + 1 < opener
    }

    /// "defendeu a adoção do estado, que prevê": behind the comma of an object stands a relative clause; "disseram ter sido
    /// roubados, que": so it does behind an infinitive.
    pub fn describes_behind_comma(&self, cue: Run, from: usize, opener: usize) -> bool {
        if self.pack.have.is_empty() || opener < from + 3 || !self.is_comma(opener - 1) {
            return false;
        }
        // "mostrou-se descontente com a resposta, que": so it does behind what somebody is.
        let noun = self.is(from, &self.pack.articles) || self.addressee(from);
        let object = self.is_avowal(cue) || self.states_object(cue) && noun;
        let plain = (from..opener - 1).all(|i| self.out(i) && !self.is_comma(i));
        plain && (object || self.opens_perfect(from))
    }

    /// A preposition.
    fn leads(&self, i: usize) -> bool {
        self.is(i, &self.pack.governing) || self.addressee(i) || self.is_stop(i) || self.is(i, &["en", "num", "numa"])
    }

    /// "25", "da academia Lima", "presidente da Medicus": what stands between commas behind a name and tells of it.
    pub fn is_aside(&self, start: usize) -> bool {
        let words = [&self.pack.articles, &self.pack.relatives, &self.pack.conjunctions, &self.pack.subordinators];
        let end = (start..self.to.min(start + 12)).find(|&i| self.ends_phrase(i)).unwrap_or(start);
        let opens = self.shape(start) == Shape::Number
            || self.shape(start) == Shape::Lower && !words.iter().any(|words| self.is(start, words))
            || self.shape(end) == Shape::Bracket;
        opens && !self.pack.have.is_empty() && !(start..end).any(|i| is_verb(self.analysis, i))
    }

    /// The first finite verb in a run that should be a noun phrase, by its form or its ending.
    pub fn finite_in(&self, (from, to): Run) -> Option<usize> {
        if self.pack.past.is_empty() {
            return None;
        }
        (from..to).find(|&i| {
            let finite = || {
                let word = self.analysis.lower(i);
                word.chars().count() > 3 && self.pack.past.iter().any(|end| word.ends_with(end))
            };
            let known = || self.is_helper(i) || self.is(i, &self.pack.finite);
            let bare = || self.is_gerund(i) || self.is_infinitive(i) || self.is_participle(i);
            let small = i == self.from || self.shape(i) == Shape::Lower && !self.is(i, &self.pack.articles);
            small && (i > from && finite() || known()) && !bare()
        })
    }
}

/// What joins a noun to the one before.
pub(super) const OF: &[&str] =
    &["de", "del", "d'", "du", "des", "do", "da", "dos", "das", "di", "della", "dei", "delle"];
