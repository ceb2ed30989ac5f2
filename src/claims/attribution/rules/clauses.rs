//! Clauses of languages without parts of speech: where they begin and end, and what opens them.

use super::phrases::{Frame, PARTICLES};
use crate::claims::attribution::analysis::state;
use crate::claims::attribution::linking::Run;
use crate::claims::attribution::quotations::speech::is_verb;
use crate::claims::frame::pack::Pack;
use crate::claims::types::Act;
use crate::learn::form::Shape;

/// How far behind the head of a sentence the comma stands that closes an adjunct, and one that tells what somebody was asked.
const ADJUNCT: usize = 6;
const ASKED: usize = 14;
/// Words of whom something is told, and of who that is, at most.
const LISTENER: usize = 10;

impl Frame<'_> {
    /// Words between a cue and the clause it opens.
    pub fn opens_clause(&self, i: usize) -> bool {
        self.is(i, &self.pack.complementisers) || self.is(i, &["di", "de", "d'", "come"]) || self.is_particle(i)
    }

    pub fn only_marks(&self, from: usize, to: usize) -> bool {
        (from..to).all(|i| !self.analysis.form(i).is_word() || self.is(i, &self.pack.conjunctions))
            && to - from.min(to) <= 6
    }

    /// Whether all words of the run stand outside of speech, with no end of a clause among them.
    pub fn out_between(&self, from: usize, to: usize) -> bool {
        (from..to).all(|i| self.out(i) && !matches!(self.shape(i), Shape::Stop | Shape::Colon))
    }

    /// Whether nothing but an adjunct or the end follows.
    pub fn closes(&self, i: usize) -> bool {
        i >= self.to || self.ends_phrase(i) || self.is(i, &self.pack.stops) || is_verb(self.analysis, i)
    }

    pub fn is_comma(&self, i: usize) -> bool {
        i < self.to && self.shape(i) == Shape::Comma
    }

    /// Whether a quotation opens at word `i`.
    pub fn opens_quote(&self, i: usize) -> bool {
        i < self.to && self.analysis.quoted[i] == state::OPEN
    }

    pub fn closes_sentence(&self, i: usize) -> bool {
        i >= self.to || matches!(self.shape(i), Shape::Stop | Shape::Quote | Shape::Colon)
    }

    /// Whether verbs of the language stand without a pronoun: "ha annunciato".
    pub fn drops_pronouns(&self) -> bool {
        matches!(self.pack.code, "es" | "pt" | "it")
    }

    /// "assurant", "añadiendo": a participle that goes on with the subject of its sentence.
    pub fn is_gerund(&self, i: usize) -> bool {
        let word = self.analysis.lower(i);
        ["ant", "ando", "endo", "indo"].iter().any(|end| word.ends_with(end))
    }

    /// "lamentó", "ha spiegato": a verb of the third person in the past, by its ending.
    pub fn is_past(&self, i: usize) -> bool {
        let word = self.analysis.lower(i);
        ["ó", "ou", "eu", "iu", "ò"].iter().any(|end| word.ends_with(end))
    }

    /// "denunciará", "denuncerà": a verb of the third person that looks ahead, by its ending.
    pub fn is_future(&self, i: usize) -> bool {
        let word = self.analysis.lower(i);
        !self.pack.have.is_empty() && ["rá", "rán", "rão", "rà", "ranno"].iter().any(|end| word.ends_with(end))
    }

    /// "dijo que | recurrirá", "prometió | devolverlo": one word that is a clause.
    pub fn is_whole_word(&self, (from, to): Run) -> bool {
        let word = || self.analysis.lower(from);
        let hung = || ["rlo", "rla", "rlos", "rlas", "rse", "rle", "rles"].iter().any(|end| word().ends_with(end));
        let finite = || self.is_future(from) || self.is_past(from);
        // "заявил, что | уходит"
        let russian = || ["ет", "ёт", "ит", "ют", "ут", "ят", "ат", "ся"].iter().any(|end| word().ends_with(end));
        let whole = match self.pack.code {
            "ru" => russian(),
            _ => self.drops_pronouns() && (finite() || hung()),
        };
        to == from + 1 && whole && word().chars().count() > 4
    }

    /// Whether what is said follows a cue, whatever stands before it: "racconta al Corriere | di aver visto", "dijo ayer | que".
    pub fn told_behind(&self, cue: Run) -> bool {
        let plain = |i: &usize| self.out(*i) && self.analysis.form(*i).is_word();
        (cue.1..self.to.min(cue.1 + 5))
            .take_while(plain)
            .any(|i| self.opens_perfect(i) || self.is(i, &self.pack.complementisers))
    }

    /// The subject at the head of a sentence whose relative clause, with all its commas, ends before a cue that tells what is said.
    pub fn before_relatives(&self, cue: Run, end: usize) -> Option<Run> {
        let comma = (self.from + 1..end.saturating_sub(3)).find(|&i| self.is_comma(i) && self.out(i))?;
        let relative = self.is(comma + 1, &self.pack.relatives) && self.told_behind(cue);
        let commas = (comma..end).filter(|&i| self.is_comma(i)).count();
        let plain = (self.from..comma).all(|i| self.out(i) && !is_verb(self.analysis, i)) && commas > 2;
        (relative && plain).then(|| self.source_like((self.from, comma)))?
    }

    /// "aseguró en una visita este domingo a los obreros | que el muelle": the complementiser behind adjuncts, which no verb has right behind
    /// it as a relative pronoun would.
    pub fn far_opener(&self, start: usize) -> Option<usize> {
        if let Some(opener) = self.opener_behind_listener(start) {
            return Some(opener);
        }
        let romance = matches!(self.pack.code, "es" | "pt" | "fr" | "it");
        // "destacó, antes del inicio de la reunión, | que": an adjunct between commas.
        if romance && self.is_comma(start) && (self.is_stop(start + 1) || self.is(start + 1, &self.pack.governing)) {
            let end = self.to.min(start + 24);
            let close = (start + 2..end).take_while(|&i| self.out(i)).find(|&i| !self.analysis.form(i).is_word())?;
            let opens = self.is_comma(close) && self.is(close + 1, &self.pack.complementisers);
            let verb = (start + 1..close).any(|i| is_verb(self.analysis, i) && !self.analysis.form(i).is_capital());
            return (opens && !verb && close > start + 2).then_some(close + 1);
        }
        if !romance || !(self.is_stop(start) || self.addressee(start)) {
            return None;
        }
        let plain = |i: &usize| {
            self.out(*i)
                && self.analysis.form(*i).is_word()
                && (self.analysis.form(*i).is_capital() || !is_verb(self.analysis, *i))
        };
        let end = start + (start..self.to.min(start + 24)).take_while(plain).count();
        let opener = (start..end).find(|&i| self.is(i, &self.pack.complementisers))?;
        let next = opener + 1;
        let clause = self.is(next, &self.pack.articles) || next < self.to && self.analysis.form(next).is_capital();
        clause.then_some(opener)
    }

    /// "ha detto a Giorgio Prati, l'avvocato della difesa, | che il processo": the complementiser behind the name of whom it is told, and
    /// who that is. In Romance languages the same word begins a relative clause, which has its verb right behind it.
    fn opener_behind_listener(&self, start: usize) -> Option<usize> {
        let named = |i: usize| i < self.to && self.out(i) && self.analysis.form(i).is_capital();
        let led = match self.pack.code {
            "ru" => named(start) || self.is_trade(start),
            "nl" => self.is(start, &["tegen", "aan", "tegenover"]),
            _ => self.addressee(start),
        };
        let noun = |i: usize| named(i) || self.is(i - 1, &self.pack.articles) || self.is(i - 1, PARTICLES);
        let plain =
            |i: usize| self.out(i) && self.analysis.form(i).is_word() && (noun(i) || !is_verb(self.analysis, i));
        let comma = |from: usize| {
            let end = (from..self.to.min(from + LISTENER)).find(|&i| !plain(i))?;
            (end > from && self.is_comma(end)).then_some(end)
        };
        let first = comma(start).filter(|&first| led && (start..first).any(named))?;
        let opener = comma(first + 1)? + 1;
        let next = opener + 1;
        let clause = matches!(self.pack.code, "nl" | "ru") || self.is(next, &self.pack.articles) || named(next);
        (self.out(opener) && self.is(opener, &self.pack.complementisers) && clause).then_some(opener)
    }

    /// "Dos ingenieros | que pidieron el anonimato | dijeron": where the noun ends whose relative clause, which begins at `start`, stands
    /// right before a cue.
    pub fn before_restriction(&self, start: usize, cue: Run) -> Option<usize> {
        let end = cue.0;
        let relative = start.checked_sub(1).filter(|&at| at > self.from && self.is(at, &self.pack.relatives))?;
        let noun =
            relative.checked_sub(1).filter(|&at| at > self.from && self.out(at) && self.analysis.form(at).is_word())?;
        let bare = !is_verb(self.analysis, noun) && !self.is_stop(noun) && !self.is_adverb(noun);
        // "que el alcalde cerró": with a subject of its own it may be what somebody reports.
        let past = |i: usize| self.finite_in((i.saturating_sub(1), i + 1)).is_some();
        let verb =
            |i: usize| i + 1 < end && (is_verb(self.analysis, i) || self.is(i, &self.pack.auxiliaries) || past(i));
        let dutch = self.pack.code == "nl" && end > start + 1 && !self.is(start, &self.pack.articles);
        let finite = !self.is_infinitive(cue.1 - 1) && !self.is_gerund(cue.1 - 1);
        let participle = self.is_participle(cue.1 - 1) && cue.1 == end + 1;
        let plain = (start..end).all(|i| self.out(i) && self.analysis.form(i).is_word());
        (bare && finite && !participle && plain && (verb(start) || verb(start + 1) || dutch)).then_some(relative)
    }

    /// Where the sentence that holds word `i` ends.
    pub fn sentence_end(&self, i: usize) -> usize {
        (i..self.to).find(|&j| self.out(j) && self.shape(j) == Shape::Stop).unwrap_or(self.to)
    }

    /// "«...», remachó el edil": behind a quotation, a small word that no list knows and a source behind it say who speaks.
    pub fn unlisted(&self, run: Run, start: usize, bound: usize) -> Option<(Run, Option<Run>)> {
        let mark = |i: usize| matches!(self.shape(i), Shape::Comma | Shape::Dash);
        let last = self.shape(run.1 - 1) == Shape::Stop;
        let cut = (run.1..start).any(mark) || last && self.analysis.words.of(run.1 - 1) != ".";
        let mut verb = start;
        while verb < bound && verb < start + 3 && self.is(verb, &self.pack.auxiliaries) {
            verb += 1;
        }
        let small = verb < bound && self.analysis.form(verb).is_word() && !self.analysis.form(verb).is_capital();
        let known = [&self.pack.stops, &self.pack.articles, &self.pack.conjunctions, &self.pack.relatives]
            .iter()
            .chain(&[&self.pack.complementisers, &self.pack.particles, &self.pack.auxiliaries])
            .any(|words| self.is(verb, words));
        let long = self.analysis.lower(verb.min(self.to - 1)).chars().count() >= 3;
        if !cut || !small || known || !long || !self.out(verb) {
            return None;
        }
        let cue = (start, verb + 1);
        let source = self.inverted(cue, bound).filter(|source| source.0 <= cue.1);
        let article = source.is_some_and(|source| {
            self.is_pronoun(source.0)
                || self.is(source.0, &self.pack.articles)
                || self.analysis.form(source.0).is_capital()
        });
        // "«...», remachó.": a past tense that needs no pronoun.
        let past = self.drops_pronouns() && self.is_past(verb);
        (article || past && self.closes(cue.1)).then_some((cue, source.filter(|_| article)))
    }

    /// Whether a comma, a dash or the end of a sentence stands between the last word of speech and the word at `start`.
    pub fn ends_speech(&self, last: usize, start: usize) -> bool {
        (last..start).any(|i| matches!(self.shape(i), Shape::Comma | Shape::Dash | Shape::Stop | Shape::Colon))
    }

    /// "«...», conta, em voz baixa, uma enfermeira": the source behind an adjunct between commas.
    pub fn over_adjunct(&self, cue: Run, bound: usize) -> Option<Run> {
        let small = |i: usize| i < bound && self.shape(i) == Shape::Lower && !is_verb(self.analysis, i);
        let led = self.is_comma(cue.1) && small(cue.1 + 1) && !self.is(cue.1 + 1, &self.pack.articles);
        let close = (cue.1 + 2..bound.min(cue.1 + 8)).find(|&i| self.is_comma(i)).filter(|_| led)?;
        let start = close + 1;
        let end = self.phrase_end(start, bound);
        let opened = self.is(start, &self.pack.articles) || self.analysis.form(start.min(self.to - 1)).is_capital();
        (opened && end > start && (self.closes_sentence(end) || self.is_comma(end))).then_some((start, end))
    }

    /// "luidt zijn antwoord", "è stata la risposta": an answer is no speaker, but whose it is may be said.
    pub fn who_answers(&self, source: Run) -> Option<Run> {
        const ANSWERS: &[&str] = &[
            "antwoord",
            "voorbehoud",
            "reactie",
            "conclusie",
            "risposta",
            "commento",
            "replica",
            "respuesta",
            "réponse",
            "commentaire",
            "resposta",
            "comentario",
            "comentário",
            "ответ",
            "вывод",
            "verdict",
            "oordeel",
            "advies",
        ];
        if !self.is(source.1 - 1, ANSWERS) {
            return Some(source);
        }
        self.is_pronoun(source.0).then_some((source.0, source.0 + 1))
    }

    /// The noun phrase at the head of the last sentence before `to`: who speaks behind a colon without a cue.
    pub fn subject(&self, bound: usize, to: usize) -> Option<Run> {
        let start = (bound..to).rev().find(|&i| self.shape(i) == Shape::Stop || !self.out(i)).map_or(bound, |i| i + 1);
        let start = start + usize::from(self.is(start, &self.pack.conjunctions) && start + 1 < to);
        // "Pour autant, la mairie rassure :", "Preguntado por el retraso, el edil evita entrar en polémicas:": behind an adjunct.
        const ASKING: &[&str] = &["pregunt", "interrog", "question", "cuestion", "interpel", "interpell"];
        let word = self.analysis.lower(start.min(self.to - 1));
        let asked = ASKING.iter().any(|stem| word.starts_with(stem)) && self.is_participle(start);
        let led = self.is_stop(start) || asked;
        let near = if asked { ASKED } else { ADJUNCT };
        let comma = (start..to.min(start + near)).find(|&i| self.is_comma(i)).filter(|_| led);
        let start = comma.map_or(start, |comma| comma + 1);
        let end = self.head(start, to);
        let named = (start..end).any(|i| self.analysis.form(i).is_capital() && (i > start || end - start > 1));
        let opened = self.is(start, &self.pack.articles) && end - start >= 2;
        // Russian has no article: "Тренер остался недоволен и назвал ..."
        let opened = opened || self.pack.code == "ru" && self.is_trade(start);
        let named = named || comma.is_some() && self.analysis.form(start.min(self.to - 1)).is_capital();
        let stop = self.is_stop(start);
        let pronoun = self.stands_alone(start) && !self.is(start, &self.pack.auxiliaries);
        if pronoun {
            return Some((start, start + 1));
        }
        (start < end && end < to && (named || opened) && !stop).then_some((start, end))
    }

    /// Where the noun phrase at the head of a sentence ends, by its first words: a name, or a noun with what "of" joins to it.
    /// A comma lets a name follow.
    fn head(&self, start: usize, to: usize) -> usize {
        const OF: &[&str] =
            &["de", "du", "des", "d'", "del", "do", "da", "dos", "das", "di", "della", "dell'", "dei", "van", "von"];
        let capital = |i: usize| i < to && self.out(i) && self.analysis.form(i).is_capital();
        let word = |i: usize| i < to && self.out(i) && self.analysis.form(i).is_word();
        let mut end = start + 1;
        if self.is(start, &self.pack.articles) || !capital(start) {
            end += usize::from(word(end) && !self.is(end, &self.pack.stops));
        }
        while end < to.min(start + 14) {
            let next = end + 1 + usize::from(self.is(end + 1, &self.pack.articles));
            if capital(end) {
                end += 1;
            } else if self.is(end, OF) && word(next) {
                end = next + 1;
            } else {
                break;
            }
        }
        // "Son entraîneur, Baptiste Quénard, ...", "Supporter van de club, ..."
        let name = (end + 1..to.min(end + 6)).take_while(|&i| capital(i)).count();
        if self.is_comma(end) && name >= 2 { end + 1 + name } else { end }
    }

    /// Whether a comma is followed by a clause of its own.
    pub fn ends_clause(&self, comma: usize) -> bool {
        self.is(comma + 1, &self.pack.relatives) || self.is(comma + 1, &self.pack.conjunctions) || comma + 1 >= self.to
    }

    /// Where the clause begins in which word `i` stands.
    pub fn clause_start(&self, i: usize) -> usize {
        (self.from..i)
            .rev()
            .find(|&j| self.out(j) && matches!(self.shape(j), Shape::Stop | Shape::Colon))
            .map_or(self.from, |j| j + 1)
    }

    /// Where an object that begins before `from` ends: at a comma, a relative clause, a conjunction with a new cue.
    pub fn clause_end(&self, from: usize, limit: usize) -> usize {
        (from..limit)
            .find(|&i| self.out(i) && matches!(self.shape(i), Shape::Comma | Shape::Stop | Shape::Colon | Shape::Dash))
            .unwrap_or(limit)
    }

    /// Over days and adverbs between a cue and its object.
    pub fn after_time(&self, at: usize) -> usize {
        // "defendió | ayer | el plan"
        let day = |i: usize| self.is(i, &self.pack.adverbs) && self.is(i + 1, &self.pack.articles);
        (at..self.to.min(at + 3)).find(|&i| !(self.is(i, &self.pack.stops) && self.is_time(i) || day(i))).unwrap_or(at)
    }

    /// What leads an object and is no part of it: "parle | d'un désastre", but not the article of "classificou | a medida".
    pub fn leads_object(&self, i: usize) -> bool {
        self.is(i, &self.pack.prepositions) && !(self.pack.code == "pt" && self.is(i, &["a"]))
    }

    /// Whether a cue states a mere noun: "announced the closure".
    pub fn states_object(&self, cue: Run) -> bool {
        let act = self.act(cue);
        if matches!(act, Act::Plan | Act::Ask) {
            return false;
        }
        // "n'a pas exclu un sabotage": who excludes a player says nothing.
        let frame = Pack::of(Some(self.pack.code));
        let ended = cue.1 + usize::from(self.is(cue.1, &["pas"]));
        let negated = || (cue.0..ended).any(|i| frame.negator.has(&self.analysis.lower(i)));
        let open = || act == Act::Deny && frame.exclusion.has(&self.analysis.lower(cue.1 - 1)) && negated();
        // "ha minacciato la moglie con un coltello"
        let armed = |i: usize| self.is(i, &["con"]) && self.is(i + 1, &["un", "una", "un'", "il", "la"]);
        if self.has_stem(cue, &["minacci"]) && (cue.1..self.sentence_end(cue.1)).any(armed) {
            return false;
        }
        // "celebraron este martes una cumbre": what is held, and not what is welcomed.
        let behind = (cue.1..self.to.min(cue.1 + 4))
            .find(|&i| self.is(i, &self.pack.articles) && !self.is(i, &["este", "esta"]));
        let held = behind.is_some_and(|article| self.is(article, &["un", "una", "uma", "um"]));
        if held && self.has_stem(cue, &["celebr"]) {
            return false;
        }
        // "gaf een fout toe"
        let parted = || self.particle_behind(cue, cue.1).is_some();
        self.has_stem(cue, &self.pack.objects) || open() || parted()
    }

    /// A run without marks at its edges.
    pub fn trimmed(&self, (mut from, mut to): Run) -> Run {
        let mark = |i: usize| !self.analysis.form(i).is_word() && self.out(i);
        while from < to && mark(from) {
            from += 1;
        }
        while from < to && mark(to - 1) {
            to -= 1;
        }
        (from, to)
    }
}
