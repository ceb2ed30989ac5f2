//! "According to" in languages without parts of speech: before a name, with the source inside ("à son avis"), with a verb
//! ("as the mayor said").

use super::phrases::{Frame, PARTICLES};
use super::reported::Reader;
use crate::claims::attribution::analysis::{NONE, state};
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::attribution::quotations::speech::is_verb;
use crate::claims::speakers::is_first_name;
use crate::learn::form::Shape;

/// "According to" is looked for so often in one unit: a bound on text without stops.
pub(super) const MOST: usize = 24;
/// Words of an apposition at most.
pub(super) const APPOSITION: usize = 12;
/// Words of a clause in which quoted ones are looked for, at most.
const CLAUSE: usize = 60;

/// A cue and its source, if words name it, and where both end.
pub(crate) struct Held {
    pub cue: Run,
    pub source: Option<Run>,
    pub end: usize,
}

impl Held {
    fn of(cue: Run, source: Run) -> Self {
        Self { cue, source: Some(source), end: source.1.max(cue.1) }
    }
}

impl Reader<'_, '_> {
    /// "Según el informe, ...": answers what each of them covers.
    pub fn according(&mut self, cues: &[Run], taken: &mut [bool]) -> Vec<Run> {
        let mut covered = Vec::new();
        let mut i = self.frame.from;
        while i < self.frame.to && covered.len() < MOST {
            let frame = &self.frame;
            let found = frame.according_at(i, frame.to).or_else(|| frame.judged(i)).filter(|_| frame.out(i));
            let Some(Held { cue, source, end }) = found.map(|held| frame.with_reference(held)) else {
                i += 1;
                continue;
            };
            i = end;
            if self.links[self.first..].iter().any(|link| link.cue == Some(cue)) {
                continue;
            }
            // "Berg didn't come: according to him, ..."
            let parts = |i: usize| frame.analysis.words.of(i) == ";" || frame.shape(i) == Shape::Colon;
            let head = (frame.from..cue.0).rev().find(|&i| frame.out(i) && parts(i));
            let head = head.map_or(frame.from, |mark| mark + 1);
            // "Ma secondo la radio ..."
            let joins = |i: usize| i == head && frame.is(i, &frame.pack.conjunctions);
            let opens = (head..cue.0).all(|i| !frame.analysis.form(i).is_word() || frame.is_particle(i) || joins(i));
            let behind = frame.is(end, &["словам", "мнению", "данным", "оценке"]);
            let closed = end < frame.to && frame.analysis.quoted[end] == state::CLOSE;
            let rest = end + usize::from(behind || closed);
            let relative = source.is_some_and(|source| frame.is(source.0, &frame.pack.relatives));
            let mut clauses = if relative {
                // "il sindaco Riva, secondo cui il ponte è sicuro": the clause stands behind it alone.
                vec![frame.trimmed((end, frame.sentence_end(end)))]
            } else if opens {
                vec![frame.trimmed((frame.after_relative(rest), frame.semicolon(rest)))]
            } else {
                vec![frame.trimmed((frame.clause_start(cue.0), frame.before_report(cue.0)))]
            };
            // "De bus zou volgens omstanders te hard hebben gereden": the clause goes on behind the source.
            let tells = frame.is_comma(rest) && frame.is(rest + 1, &frame.pack.relatives);
            let goes_on = !opens && !relative && !tells && (!frame.closes_sentence(rest) || frame.opens_quote(rest));
            if goes_on && frame.is_comma(cue.0 - 1) == frame.is_comma(rest) {
                clauses.push(frame.trimmed((rest, frame.to)));
            }
            // "Para los vecinos, en cambio, «...»"
            if let Some(first) = clauses.first_mut().filter(|_| opens) {
                first.0 = frame.behind_aside(*first);
            }
            clauses.retain(|&clause| self.words(clause) > 0);
            if clauses.iter().map(|&clause| self.words(clause)).sum::<usize>() < 2 {
                continue;
            }
            let clause = (clauses[0].0, clauses[clauses.len() - 1].1);
            if source.is_some_and(|source| frame.is_relay(source, clause, cues)) {
                continue;
            }
            for (run, taken) in self.speech.iter().zip(taken.iter_mut()) {
                *taken |= clause.0 <= run.0 && run.1 <= clause.1;
            }
            covered.extend([clause, (cue.0, end)]);
            // "À l'en croire": whom the attribution before names.
            let known = self.links.last().filter(|_| source.is_none() && frame.pack.code == "fr");
            let known = known.and_then(|link| link.source).filter(|known| frame.near(*known, cue));
            let inherited = known.is_some();
            let known = known.or_else(|| frame.own_words(cue).filter(|_| source.is_none()));
            let source = source.or(known);
            self.links.push(Link { source, cue: Some(cue), contents: clauses, inherited, ..Link::default() });
        }
        self.followed(&mut covered);
        covered
    }
}

impl Frame<'_> {
    /// "..., пишет «Вестник» со ссылкой на полицию": what is reported ends before the verb of whoever passes it on.
    fn before_report(&self, cue: usize) -> usize {
        let start = self.clause_start(cue);
        let comma = (start + 2..cue).rev().take(8).find(|&i| self.is_comma(i) && self.out(i));
        let verb = |comma: usize| {
            let first = (comma + 1..cue).find(|&i| !self.is(i, &self.pack.auxiliaries));
            first.is_some_and(|i| is_verb(self.analysis, i))
        };
        comma.filter(|&comma| verb(comma)).unwrap_or(cue)
    }

    /// Where a semicolon ends the clause that begins at word `i`.
    fn semicolon(&self, i: usize) -> usize {
        let ends = |i: &usize| self.out(*i) && self.analysis.words.of(*i) == ";";
        (i..self.to).find(ends).unwrap_or(self.to)
    }

    fn near(&self, known: Run, cue: Run) -> bool {
        let words = &self.analysis.words.words;
        words[known.0].paragraph == words[cue.0].paragraph
    }

    /// "selon plusieurs sources": the cue and the source that begin at word `i`.
    pub fn according_at(&self, i: usize, bound: usize) -> Option<Held> {
        let opens = i == self.from
            || !self.analysis.form(i - 1).is_word()
            || !self.out(i - 1)
            || self.is(i - 1, &self.pack.conjunctions);
        if opens && let Some(held) = self.holding(i, bound) {
            return Some(held);
        }
        let fits = |phrase: &&Vec<&str>| {
            (opens || phrase.len() > 1 || matches!(phrase[0], "volgens" | "selon" | "según" | "согласно"))
                && self.reads(i, phrase)
        };
        let length = self.pack.according.iter().find(fits).map(Vec::len);
        let tail = || (opens && i > self.from && self.is(i, &self.pack.tails)).then_some(1);
        // "по его мнению", "a seu ver": the source stands inside.
        if opens
            && self.is(i, &["по"])
            && self.is(i + 1, &["его", "её", "ее", "их"])
            && self.is(i + 2, &["словам", "мнению", "данным", "оценке"])
        {
            return (i + 2 < bound && self.out(i + 2)).then(|| Held::of((i, i + 1), (i + 1, i + 2)));
        }
        let like = || self.pack.likewise.iter().filter(|_| opens).find(|phrase| self.reads(i, phrase)).map(Vec::len);
        // "zoals de wethouder uitlegde", but "volgens de wethouder komt het te laat"
        let verbal = if self.pack.code == "nl" { like() } else { length.or_else(like) };
        if let Some(start) = verbal.map(|length| i + length)
            && let Some(held) = self.said((i, start), bound)
        {
            return Some(held);
        }
        let length = length.or_else(tail)?;
        // "les informations selon lesquelles": what is said so is told before.
        if self.pack.code == "fr" && self.is(i + length, &self.pack.relatives) {
            return None;
        }
        // "secondo cui", "según el cual", "по словам которого"
        let pronoun = i + length + usize::from(self.is(i + length, &self.pack.articles));
        const WHOM: &[&str] =
            &["cui", "quien", "quienes", "quem", "qui", "cual", "quale", "которого", "которой", "которых"];
        // "las informaciones según las cuales dimitirá": what is said so is told before.
        const WHICH: &[&str] = &["cuales", "quais", "quali"];
        let which = self.is(pronoun, WHICH);
        if which && !(i > self.from && self.is_comma(i - 1)) {
            return None;
        }
        if which || self.is(pronoun, WHOM) && self.is(pronoun, &self.pack.relatives) {
            return (pronoun + 2 < bound).then(|| Held::of((i, pronoun), (pronoun, pronoun + 1)));
        }
        // "de source judiciaire": the noun belongs to the source.
        let length = length - usize::from(self.is(i + length - 1, &["source", "sources"]));
        // "naar eigen zeggen was hij": the source stands behind the verb; without it the words name nobody.
        let own = self.is(i + length - 1, &["zeggen"]) && self.is_pronoun(i + length + 1);
        let start = i + length + usize::from(own);
        if start >= bound {
            return None;
        }
        if !own && self.is(start - 1, &["zeggen"]) {
            return Some(Held { cue: (i, start), source: None, end: start });
        }
        if let Some(name) = self.quoted_name(start) {
            return Some(Held::of((i, start), name));
        }
        if !self.out(start) {
            return None;
        }
        if let Some(held) = self.told(i, start, bound) {
            return Some(held);
        }
        // "как рассказал | агентству | дипломат"
        let told = is_verb(self.analysis, start - 1);
        let (open, start) = (start, if told { self.over_outlet(start) } else { start });
        // "по его мнению", "naar eigen zeggen" hold their source.
        // Dutch "volgens haar kost het niets": a verb, unless somebody of hers is named.
        let alone = match self.pack.code {
            "nl" => self.is_pronoun(start) && !self.is_trade(start + 1),
            _ => self.stands_alone(start),
        };
        let end = if alone { start + 1 } else { self.with_origin(self.phrase_end(start, bound), bound) };
        let end = self.name_end(start, end).unwrap_or(end);
        // "según lo previsto" names nobody.
        let nobody = self.shape(start) == Shape::Number
            || self.is(start, &["quanto", "ce"])
            || self.pack.code == "es" && self.is(start, &["lo"])
            || self.is(start, &self.pack.measures)
            || self.is(start, &self.pack.articles)
                && (self.is(start + 1, &self.pack.measures)
                    || end <= start + 3 && self.is(end - 1, &self.pack.measures));
        (end > start && !nobody).then(|| Held::of((i, open), (start, end)))
    }

    /// "Según Ruiz | hubo tres heridos": where a name ends that small words follow which join nothing to it.
    fn name_end(&self, start: usize, end: usize) -> Option<usize> {
        let joins = |i: usize| {
            let small = self.is(i, &self.pack.conjunctions) || self.is(i, &self.pack.articles) || self.is(i, PARTICLES);
            small || self.is(i, &self.pack.stops) || !self.analysis.form(i).is_word() || !self.out(i)
        };
        let capital = |&i: &usize| self.analysis.form(i).is_capital() && !self.is_trade(i);
        let name = start + (start..end).take_while(capital).count();
        let alone = name > start && name < end && !(name..end).any(|i| joins(i) || capital(&i) || self.is_trade(i));
        (self.pack.code == "es" && alone).then_some(name)
    }

    /// Whether a phrase stands at word `i`.
    pub fn reads(&self, i: usize, phrase: &[&str]) -> bool {
        phrase.iter().enumerate().all(|(at, word)| self.out(i + at) && self.is(i + at, &[word]))
    }

    /// "à son avis", "naar zijn mening": what holds its source.
    fn holding(&self, i: usize, bound: usize) -> Option<Held> {
        let phrase = self.pack.inside.iter().find(|phrase| self.reads(i, &phrase.words))?;
        let end = i + phrase.words.len();
        let source = phrase.source.map(|at| (i + at, i + at + 1));
        (end < bound).then_some(Held { cue: (i, end), source, end })
    }

    /// "según explicó ayer la ingeniera Sanz", "comme l'a dit Anne Petit": a verb with its source behind what begins the cue.
    fn said(&self, (from, start): Run, bound: usize) -> Option<Held> {
        if self.pack.code == "nl" {
            return self.said_last((from, start), bound);
        }
        let mut verb = start;
        while verb < bound && verb < start + 4 && (self.is(verb, &self.pack.auxiliaries) || self.is(verb, SMALL)) {
            verb += 1;
        }
        let known = verb < bound && self.out(verb) && is_verb(self.analysis, verb);
        if !known || self.analysis.form(verb).is_capital() || self.is(verb + 1, &self.pack.complementisers) {
            return None;
        }
        let agent = self.is(verb + 1, &["da", "dal", "dalla", "dall'", "dai", "dagli", "dalle", "por", "pelo", "pela"]);
        let cue = (from, verb + 1 + usize::from(agent));
        let source = if agent {
            (cue.1, self.phrase_end(cue.1, bound))
        } else {
            let name = self.quoted_name(cue.1).filter(|_| self.over_outlet(cue.1) == cue.1);
            name.or_else(|| self.inverted(cue, bound))?
        };
        let closes = source.1 >= bound || self.closes(source.1) || self.analysis.quoted[source.1] == state::CLOSE;
        (source.0 < source.1 && closes).then(|| Held::of(cue, source))
    }

    /// "según han informado fuentes oficiales en una nota", "según informaron": the verb belongs to the cue, whoever stands behind it.
    fn told(&self, from: usize, start: usize, bound: usize) -> Option<Held> {
        let able = |i: usize| self.is(i, &self.pack.auxiliaries) || self.is(i, &["podido", "potuto"]);
        let verb = (start..bound.min(start + 4)).find(|&i| !able(i))?;
        // "según ha podido saber este diario"
        let learns = verb > start && self.is(verb, &["saber", "conocer"]);
        let small =
            (is_verb(self.analysis, verb) || learns) && self.out(verb) && !self.analysis.form(verb).is_capital();
        // "stando al racconto del ferito"
        let small = small && !self.is(verb - 1, &["al", "alla", "all'", "ai", "agli", "alle", "del", "della"]);
        if !matches!(self.pack.code, "fr" | "es" | "pt" | "it") || !small {
            return None;
        }
        let cue = (from, verb + 1);
        let source = self.inverted(cue, bound);
        Some(Held { cue, source, end: source.map_or(cue.1, |source| source.1) })
    }

    /// "zoals de wethouder maandag uitlegde": Dutch has the verb behind its source, at the end of the clause.
    fn said_last(&self, (from, start): Run, bound: usize) -> Option<Held> {
        let comma = (start..bound.min(start + 14)).find(|&i| self.is_comma(i) || self.shape(i) == Shape::Stop)?;
        let verb = (comma.saturating_sub(3)..comma).find(|&i| i > start && is_verb(self.analysis, i))?;
        let end = self.phrase_end(start, verb);
        (end > start).then_some(Held { cue: (from, start), source: Some((start, end)), end: comma })
    }

    /// A name in quotation marks: "пишет «Вестник»".
    pub fn quoted_name(&self, start: usize) -> Option<Run> {
        let quote = *self.analysis.quote.get(start)?;
        if quote == NONE || start >= self.to || self.analysis.quoted[start] != state::OPEN {
            return None;
        }
        let inside = |i: &usize| self.analysis.quote[*i] == quote && self.analysis.quoted[*i] == state::IN;
        let end = (start + 1..self.to.min(start + 6)).take_while(inside).last()? + 1;
        let whole = self.analysis.quoted.get(end).is_none_or(|&at| at != state::IN);
        (whole && self.analysis.form(start + 1).is_capital()).then_some((start + 1, end))
    }

    /// "Pour elle, ...", "Per l'assessora Tarabini, presidente della giunta, ...": whose view the sentence gives. A name that
    /// no trade tells to be a person needs quoted words beside it.
    fn judged(&self, i: usize) -> Option<Held> {
        // "Anne Petit, pour qui « rien n'est réglé »": it tells of who stands before.
        let whom = i > self.from && self.is_comma(i - 1) && self.is(i, &self.pack.weak) && self.out(i);
        if whom && self.is(i + 1, &["qui", "quien", "quem"]) {
            let quoted = (i + 2..self.sentence_end(i)).any(|at| !self.out(at));
            return quoted.then(|| Held::of((i, i + 1), (i + 1, i + 2)));
        }
        let small = |i: usize| self.is(i, &self.pack.conjunctions) || self.is_adverb(i);
        let head = i <= self.from + 1 && (self.from..i).all(small)
            || self.is_comma(i - 1) && self.analysis.words.of(i - 1) == ";";
        let start = i + 1;
        if !head || !self.is(i, &self.pack.weak) || start + 2 >= self.to || !self.out(start) {
            return None;
        }
        if self.stands_alone(start) {
            return self.is_comma(start + 1).then(|| Held::of((i, start), (start, start + 1)));
        }
        let end = self.phrase_end(start, self.to);
        // "Pour cette première année": a stretch of time judges nothing.
        let time = (start..end).any(|i| self.is(i, &self.pack.periods) || self.is(i, &self.pack.times));
        // "Per l'assessora Anna Riva | il ponte è sicuro": Italian needs no comma.
        let capital = |i: usize| self.analysis.form(i).is_capital();
        let bare = self.pack.code == "it" && end < self.to && capital(end - 1) && self.opens_said(end);
        if !(self.is_comma(end) || bare) || time {
            return None;
        }
        let capitals = (start..end).filter(|&i| self.analysis.form(i).is_capital()).count();
        let person = self.opens_trade(start) && (!bare || capitals > 1);
        // "Pour Anne Petit, présidente des riverains, ...": over who that is.
        let tells = self.is(end + 1, &self.pack.relatives) || self.opens_trade(end + 1);
        // "Para Simão Franco, 55, presidente da Franco,"
        let age = usize::from(end + 2 < self.to && self.shape(end + 1) == Shape::Number && self.is_comma(end + 2));
        let from = end + 2 * age;
        let tells = tells || age > 0 && self.opens_trade(from + 1);
        let close = (from + 1..self.to.min(from + APPOSITION)).find(|&i| self.is_comma(i));
        let small = |close: &usize| {
            let plain = |i: usize| !is_verb(self.analysis, i) && self.out(i);
            capitals >= 2 && !self.analysis.form(end + 1).is_capital() && (end + 1..*close).all(plain)
        };
        let close = close.filter(|close| !bare && (tells || small(close)));
        let rest = close.unwrap_or(end);
        let stop = |i: &usize| self.out(*i) && self.shape(*i) == Shape::Stop;
        let clause = (rest..self.to.min(rest + CLAUSE)).take_while(|i| !stop(i)).any(|i| !self.out(i));
        let article = self.is(start, &self.pack.articles) && !self.analysis.form(start + 1).is_capital();
        let last = capitals >= 2 && (end - capitals..end).all(|i| self.analysis.form(i).is_capital());
        // "Para Marcos Tirel, a barragem é um símbolo": what something is.
        const IS: &[&str] = &["est", "sont", "était", "es", "son", "era", "è", "sono", "é", "são", "está"];
        let stated = capitals >= 2 && capitals == end - start && (rest..self.to.min(rest + 10)).any(|i| self.is(i, IS));
        // "Per Marco Riva | la legge è sbagliata"
        let first = is_first_name(self.pack.code, self.analysis.form(start).hash, self.analysis.words.of(start));
        let named = bare && stated && first
            || !bare
                && (stated || capitals == 1 && end == start + 1 || capitals >= 2 && close.is_some() || article && last);
        // "Per il comitato, invece, «...»": a body that judges.
        let body = clause && !bare && self.may_speak((start, end));
        (person || named || body || capitals > 0 && clause).then_some(Held {
            cue: (i, start),
            source: Some((start, end)),
            end: rest,
        })
    }
}

/// Pronouns and auxiliaries between "as" and the verb.
pub(super) const SMALL: &[&str] =
    &["l'", "le", "lo", "la", "quanto", "podido", "potuto", "si", "se", "ci", "ya", "già", "já"];
