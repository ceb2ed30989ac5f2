//! Noun phrases of languages without parts of speech, by their small words: where a source begins and ends.

use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::linking::Run;
use crate::claims::attribution::pack::Pack;
use crate::claims::attribution::quotations::speech::is_verb;
use crate::claims::speakers::{Pronoun, is_trade, pronoun};
use crate::claims::types::Act;
use crate::learn::form::Shape;

/// Small words inside names.
pub(crate) const PARTICLES: &[&str] =
    &["de", "da", "do", "dos", "van", "der", "den", "del", "di", "la", "du", "d'", "von", "y", "e"];

/// Words beside articles behind which a noun stands.
const DETERMINERS: &[&str] = &[
    "ogni",
    "qualsiasi",
    "qualunque",
    "nessuna",
    "nessun",
    "tale",
    "cada",
    "cualquier",
    "toda",
    "ninguna",
    "ningún",
    "qualquer",
    "nenhuma",
    "chaque",
    "toute",
    "aucune",
    "aucun",
    "elke",
    "iedere",
    "enige",
];

/// What makes an idiom of "say": "il faut dire que", "ni que decir tiene", "va detto che".
const IDLE: &[&str] = &[
    "faut", "faudrait", "peut", "veut", "que", "es", "cabe", "quiere", "puede", "quer", "vale", "pode", "vuole", "può",
    "va", "vaut", "ou", "sans",
];

/// A unit of text and what in it is no speech.
pub(crate) struct Frame<'a> {
    pub analysis: &'a Analysis<'a>,
    pub pack: &'a Pack,
    pub from: usize,
    pub to: usize,
    /// Whether each word of the unit stands outside of speech.
    pub out: Vec<bool>,
}

impl Frame<'_> {
    /// Whether a word stands outside of speech.
    pub fn out(&self, i: usize) -> bool {
        i >= self.from && self.out.get(i - self.from).copied().unwrap_or(false)
    }

    /// Whether the word is one of these.
    pub fn is(&self, i: usize, words: &[&str]) -> bool {
        i < self.to && self.analysis.is_one_of(i, words)
    }

    pub fn shape(&self, i: usize) -> Shape {
        self.analysis.form(i).shape
    }

    /// Reporting verbs of the frame, each with the auxiliary before it.
    pub fn cues(&self) -> Vec<Run> {
        let mut cues: Vec<Run> = Vec::new();
        for i in (self.from..self.to).filter(|&i| self.out(i)) {
            if let Some(end) = self.wording(i) {
                cues.push((self.before_auxiliaries(i), end));
                continue;
            }
            let known = cues.last().is_some_and(|last| last.1 > i);
            if known || !is_verb(self.analysis, i) {
                continue;
            }
            // "«Наука» сообщает": a capital behind an opening mark is that of a name.
            let marked = i > self.from && self.analysis.quoted[i - 1] == state::OPEN;
            let opens = i == self.from || !self.analysis.form(i - 1).is_word() && !marked;
            // A capital inside a sentence is a name; an article before makes a noun.
            // "le maire l'assure : ...", "lo niega": pronouns that look like articles.
            let clitic = self.is(i - 1 + usize::from(i == self.from), &["lo"]) && self.drops_pronouns()
                || i + 1 < self.to && self.shape(i + 1) == Shape::Colon;
            let noun = i > self.from && self.is(i - 1, &self.pack.articles) && !clitic || self.is_infinitive_trade(i);
            // ", interrogé par l'agence,": whom others ask does not ask.
            let asked = opens
                && self.analysis.does(i, Act::Ask)
                && self.is(i + 1, &["par", "por", "pelo", "pela", "da", "dal", "dalla", "dall'"]);
            // "Questionado sobre o caso, o gerente": nor whom they asked.
            let word = self.analysis.lower(i);
            let participle = ["ado", "ada", "ados", "adas", "ato", "ata", "ati", "é", "ée", "és", "ées"];
            let asked = asked
                || i == self.from
                    && self.drops_pronouns() | (self.pack.code == "fr")
                    && self.analysis.does(i, Act::Ask)
                    && participle.iter().any(|end| word.ends_with(end));
            // Dutch "sluit ... uit" excludes something; alone it closes it.
            let closes = self.is(i, &["sluit", "sluiten", "sloot", "sloten"]) && self.pack.code == "nl";
            let closes = closes && !(i + 1..self.to.min(i + 32)).any(|at| self.out(at) && self.is(at, &["uit"]));
            // "respinge ogni | accusa"
            let noun = noun || i > self.from && self.is(i - 1, DETERMINERS);
            let noun = noun || self.is_noun_of(i) || self.is_impersonal(i) || self.is_dutch_noun(i);
            let idle = i > self.from && self.is(i - 1, IDLE) && self.is(i, &["dire", "decir", "dizer", "detto"]);
            if self.analysis.form(i).is_capital() && !opens
                || noun
                || asked
                || closes
                || idle
                || self.lacks(i)
                || self.hangs_idle(i)
                || self.completes(i)
                || self.reports_nothing(i)
            {
                continue;
            }
            let start = self.before_auxiliaries(i);
            match cues.last_mut() {
                // "ha fatto sapere", "laat weten": one cue.
                Some(last) if last.1 == start => last.1 = i + 1,
                _ => cues.push((start, i + 1)),
            }
        }
        cues
    }

    /// Where a cue begins: "a finalement admis" has its adverb between auxiliary and participle.
    fn before_auxiliaries(&self, i: usize) -> usize {
        let (mut start, mut at) = (i, i);
        // "a, pour sa part, fustigé": what sets him against others stands between.
        const ASIDES: &[&[&str]] =
            &[&["pour", "sa", "part"], &["de", "son", "côté"], &["à", "son", "tour"], &["a", "sua", "volta"]];
        let ends = |words: &&&[&str]| i >= self.from + words.len() && self.reads(i - words.len(), words);
        at -= ASIDES.iter().find(ends).map_or(0, |words| words.len());
        let i = at;
        while at > self.from && i - at < 4 && self.out(at - 1) {
            let auxiliary = self.is(at - 1, &self.pack.auxiliaries);
            if !auxiliary && !self.is_adverb(at - 1) {
                break;
            }
            at -= 1;
            start = if auxiliary { at } else { start };
        }
        start
    }

    /// "un ancien conseiller": what looks like an infinitive is a trade behind an article and an adjective.
    pub fn is_infinitive_trade(&self, i: usize) -> bool {
        let word = self.analysis.words.of(i);
        let infinitive = ["er", "ir", "ar", "are", "ere", "ire"].iter().any(|end| word.ends_with(end));
        let behind = |at: usize| i >= self.from + at && self.is(i - at, &self.pack.articles);
        infinitive
            && is_trade(self.pack.code, self.analysis.form(i).hash, word)
            && (behind(1) || behind(2) && self.analysis.form(i - 1).is_word() && !is_verb(self.analysis, i - 1))
    }

    pub fn ends_phrase(&self, i: usize) -> bool {
        // "J. van 't Hof"
        let initial = || {
            i > self.from && i + 1 < self.to && self.analysis.words.of(i - 1).chars().count() == 1 && {
                self.analysis.form(i - 1).is_capital()
                    && self.analysis.form(i + 1).is_word()
                    && self.shape(i + 1) != Shape::Number
            }
        };
        let mark = matches!(
            self.shape(i),
            Shape::Comma | Shape::Stop | Shape::Colon | Shape::Dash | Shape::Bracket | Shape::Quote
        );
        !self.out(i) || mark && !(self.shape(i) == Shape::Stop && initial())
    }

    /// "él mismo dijo", "сказал он", "ze zei": a pronoun right before the cue.
    pub fn pronoun_before(&self, cue: Run) -> Option<Run> {
        let mut at = cue.0;
        while at > self.from && cue.0 - at < 4 {
            at -= 1;
            // "Вера Лоева | ему | не верит": whom somebody believes.
            if self.is_clitic(at) && self.pack.code == "ru" {
                continue;
            }
            let found = pronoun(self.pack.code, &self.analysis.lower(at));
            if found.is_some_and(|kind| kind != Pronoun::Relative)
                && !self.is(at, &self.pack.auxiliaries)
                && self.out(at)
            {
                return Some((at, at + 1));
            }
            if !self.is_particle(at) && !self.is(at, &["mismo", "misma", "même", "stesso", "stessa", "mesmo"]) {
                break;
            }
        }
        None
    }

    /// The source before a cue: from the last end of a phrase to the cue, over an apposition.
    pub fn left(&self, cue: Run) -> Option<Run> {
        let mut end = cue.0;
        while end > self.from
            && (self.is(end - 1, &self.pack.auxiliaries)
                || self.is(end - 1, &self.pack.particles)
                || self.is_clitic(end - 1)
                || self.is_adverb(end - 1))
            && cue.0 - end < 4
        {
            end -= 1;
        }
        end = self.before_time(end);
        let relative = end.checked_sub(1).filter(|&last| last >= self.from && self.is(last, &self.pack.relatives));
        if let Some(last) = relative {
            // "aseguró que avisó": what a verb opens is no relative clause.
            let clause =
                last > self.from && self.is(last, &self.pack.complementisers) && is_verb(self.analysis, last - 1);
            // "fue el propio alcalde quien anunció": who that is stands before it.
            // "c'est le maire qui l'a annoncé"
            let it = self.clause_start(last);
            let cleft = self.is(last, &["qui"]) && self.is(it, &["c'", "c’"]) && self.is(it + 1, &["est"]);
            let cleft = cleft || self.is(last, &["quien", "quem"]);
            if cleft && last > self.from && self.analysis.form(last - 1).is_word() {
                let head = (self.from..last).rev().take(6).find(|&i| self.is(i, &self.pack.articles));
                return head.map(|head| (head, last)).or(Some((last, last + 1)));
            }
            return (!clause).then_some((last, last + 1));
        }
        if let Some(source) = self.pronoun_before((end, cue.1)) {
            return Some(source);
        }
        // "... y acusó": a joined cue has the source of the clause before.
        if end > self.from && self.is(end - 1, &self.pack.conjunctions) {
            return None;
        }
        let boundary = |to: usize| {
            let clause = |&i: &usize| {
                self.ends_phrase(i)
                    || self.is(i, &self.pack.conjunctions) && i + 1 < to && !self.analysis.form(i + 1).is_capital()
                    || self.is(i, &self.pack.complementisers)
                    || self.is(i, &self.pack.relatives)
                    || self.is(i, &self.pack.subordinators) && i > self.from
            };
            (self.from..to).rev().take(24).find(clause).map_or(self.from.max(to.saturating_sub(24)), |i| i + 1)
        };
        let comma = end > self.from && self.shape(end - 1) == Shape::Comma && self.out(end - 1);
        let bracket = end > self.from && self.shape(end - 1) == Shape::Bracket;
        // "Компания «Вектор» сообщила": a name in quotation marks ends the phrase.
        if let Some(place) = self.named_place(cue, end) {
            return Some(place);
        }
        let name = self.before_name(end);
        let mut start = boundary(name - usize::from(comma || bracket));
        // "El forense, que declaró ayer, coincidió": who stands before the relative clause.
        let clause = comma && start > self.from + 2 && self.is(start - 1, &self.pack.relatives);
        if clause && self.shape(start - 2) == Shape::Comma && self.out(start - 2) {
            let to = start - 2;
            return self.source_like(self.trimmed((boundary(to), to)));
        }
        // "Dos ingenieros que pidieron el anonimato dijeron": so it does without commas.
        if let Some(head) = self.before_restriction(start, (end, cue.1)).filter(|_| !comma && !bracket) {
            return self.source_like(self.trimmed((boundary(head), head)));
        }
        // "socios que, liderados por Dinamarca, reclamaron": a participle between commas tells of whom the clause describes.
        let described = comma && start >= self.from + 2 && self.is_comma(start - 1) && self.is_participle(start);
        if described && self.is(start - 2, &self.pack.relatives) {
            return Some((start - 2, start - 1));
        }
        let opened = |start: usize| start > self.from && matches!(self.shape(start - 1), Shape::Comma | Shape::Bracket);
        let mut asides = 0;
        while (comma || bracket) && asides < 4 && opened(start) {
            let before = boundary(start - 1);
            // "Le maire, âgé de 61 ans, | va faire appel, | a annoncé son avocat": a clause before it whose subject stands behind the cue.
            let told = asides == 0 && comma && self.finite_in((start, end - 1)).is_some_and(|verb| verb == start);
            if told && self.inverted(cue, self.to).is_some_and(|source| source.0 >= cue.1 && self.may_speak(source)) {
                break;
            }
            // "A professora Ana Reis, 25, da academia Lima, recomenda": over more than one of them.
            let named = self.analysis.form(start).is_capital() && self.is(before, &self.pack.articles);
            if asides > 0 && !named && !self.is_aside(start) {
                break;
            }
            (start, asides) = (before, asides + 1);
        }
        // "L'imprenditore Riva, che vive qui, quando può, racconta di aver visto"
        if let Some(head) = self.before_relatives(cue, end).filter(|_| comma && asides != 1) {
            return Some(head);
        }
        if comma && asides == 0 {
            // "..., dijo": the comma ends what is reported.
            return None;
        }
        let conjunction = |i: usize| i == self.from && self.is(i, &self.pack.conjunctions);
        // "mientras que Tom Bell aseguró": what sets him against another is no part of him.
        if start == self.from {
            let opens = |phrase: &&Vec<&str>| start + phrase.len() <= self.to && self.analysis.reads(start, phrase);
            start += self.pack.contrasts.iter().find(opens).map_or(0, Vec::len).min(end.saturating_sub(start + 1));
        }
        while start + 1 < end && (self.is_adverb(start) || conjunction(start)) {
            start += 1;
        }
        let behind = self.behind_season(self.over_time(start), end).min(end);
        let place = self.place_before(cue, (start, end)).or_else(|| self.place_before(cue, (behind, end)));
        if place.is_some() {
            return place;
        }
        start = behind;
        // "Dans un communiqué le conseil": a preposition opens an adjunct; the article behind it the source.
        let adjunct = self.is_stop(start)
            || start == self.from
                && self.is(start, &["in", "en", "dans", "à", "em", "no", "na", "в", "на", "bij", "op"]);
        if adjunct {
            // Dutch has its subject behind the verb then.
            if self.pack.code == "nl" {
                return None;
            }
            let article =
                (start + 2..end).find(|&i| self.is(i, &self.pack.articles) && !self.is(i - 1, &self.pack.stops));
            // "На вопрос о сроках Марк Тирель ответил": or the name before the verb.
            let name = (start + 2..end).rev().take_while(|&i| self.analysis.form(i).is_capital()).last();
            // "На вопрос журналистов министр ответил": Russian has no article.
            let trade = end.checked_sub(1).filter(|&last| self.pack.code == "ru" && self.is_trade(last));
            // "en febrero de este año la mujer": a stretch of time is no subject.
            let article = article.map(|article| self.behind_season(article, end));
            start = article.or(name.filter(|&name| name + 2 <= end)).or(trade)?;
        }
        let run = self.trimmed((start, self.before_auxiliary(start, end)));
        // "Apesar de haber anunciado": nobody is named.
        if run.1 > run.0 && self.is_helper(run.1 - 1) && self.is_infinitive(run.1 - 1) {
            return None;
        }
        // "Ito pode anunciar", "Silajgic ha da poco annunciato": any other finite verb has a clause of its own.
        let Some(verb) = self.finite_in(run) else { return self.source_like(run) };
        let bare = self.is_infinitive(cue.1 - 1) || self.is_gerund(cue.1 - 1) || verb + 4 >= cue.1;
        self.source_like((run.0, verb)).filter(|_| bare && !comma)
    }

    /// A pronoun, a name, or an article with a noun.
    pub fn source_like(&self, (from, to): Run) -> Option<Run> {
        if from >= to || to - from > 20 || self.is_oblique_name((from, to)) {
            return None;
        }
        if self.stands_alone(from) && to - from <= 2 {
            return Some((from, from + 1));
        }
        // "Alla domanda sui costi | ha risposto": what is asked does not answer.
        if from == self.from && self.is(from, &["al", "allo", "alla", "all'", "all’", "ai", "agli", "alle"]) {
            return None;
        }
        // "Dijo haber llamado": a verb at the head of its sentence has no capital of its own.
        if from == self.from && (self.drops_pronouns() || self.pack.code == "nl") && is_verb(self.analysis, from) {
            return None;
        }
        let capital = (from..to).any(|i| self.analysis.form(i).is_capital() && (i > self.from || to - from > 1));
        let article = self.is(from, &self.pack.articles) && to - from >= 2;
        // Russian and Dutch have bare nouns: "водитель сказал", "omstanders zeggen".
        let bare =
            self.pack.code == "ru" && to - from <= 3 && self.analysis.form(from).is_word() && !self.is_stop(from);
        let single = to - from == 1
            && self.analysis.form(from).is_capital()
            && !self.is_sentence_adverb(from)
            && !self.is(from, &self.pack.stops)
            && !self.is_particle(from);
        // "Este responde que ..."
        let shown = to - from == 1
            && matches!(self.pack.code, "es" | "pt")
            && self.is(from, &["este", "esta", "éste", "ésta", "estes", "estas", "estos"]);
        ((capital || article || bare || single || shown) && self.analysis.form(from).is_word()).then_some((from, to))
    }
}
