//! Attributions of languages with a pack but without parts of speech, clause by clause: quotations with the cue behind,
//! before or inside them, reported clauses behind a complementiser, second cues that inherit their source, "according to".
//!
//! A unit is a run of sentences that no quotation crosses. What stands in quotation marks or behind dialogue dashes is
//! speech, the rest is the frame in which cues and sources are looked for.

use super::according::Held;
use super::phrases::Frame;
use super::split::units;
use crate::claims::attribution::analysis::Analysis;
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::attribution::pack::Pack;
use crate::claims::attribution::quotations::speech::speech_of;
use crate::claims::types::Act;
use crate::learn::form::Shape;

/// A quotation of fewer words is a term or a title unless a cue stands beside it.
pub(crate) const SHORTEST: usize = 4;
/// Cues and quotations looked at in one unit: a bound on text without stops.
const MOST: usize = 24;

/// Attributions of a language with a pack.
pub(crate) fn find(analysis: &Analysis, pack: &Pack) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for (from, to) in units(analysis) {
        let (speech, frame) = speech_of(analysis, pack, from, to);
        let frame = Frame { analysis, pack, from, to, out: frame };
        Reader { frame, speech, links: &mut links, first: 0 }.read();
    }
    links.sort_by_key(Link::start);
    links
}

pub(crate) struct Reader<'a, 'b> {
    pub frame: Frame<'a>,
    pub speech: Vec<Run>,
    pub links: &'b mut Vec<Link>,
    /// The first link of this unit.
    pub first: usize,
}

impl Reader<'_, '_> {
    fn read(&mut self) {
        self.first = self.links.len();
        let cues: Vec<Run> = self.frame.cues().into_iter().take(MOST).collect();
        let mut used = vec![false; cues.len()];
        let mut taken = vec![false; self.speech.len()];
        if let Some((link, at)) = self.resumed(&cues) {
            used[at] = true;
            self.links.push(link);
        }
        self.direct(&cues, &mut used, &mut taken);
        let according = self.according(&cues, &mut taken);
        for (at, &cue) in cues.iter().enumerate() {
            if used[at] || according.iter().any(|run| run.0 <= cue.0 && cue.0 < run.1) {
                continue;
            }
            if let Some(link) = self.indirect(cue, cues.get(at + 1..).unwrap_or_default(), &taken) {
                // "dit avoir alerté la mairie": the participle of the clause reports nothing by itself.
                if let Some(&(start, _)) = link.contents.first()
                    && self.frame.opens_perfect(start)
                {
                    let inner =
                        cues.iter().zip(used.iter_mut()).filter(|(cue, _)| self.frame.is_of_perfect(start, **cue));
                    inner.for_each(|(_, used)| *used = true);
                }
                for (run, taken) in self.speech.iter().zip(&mut taken) {
                    *taken |= link.contents.iter().any(|content| content.0 <= run.0 && run.1 <= content.1);
                }
                self.links.push(link);
            }
        }
        self.uncued(&taken);
    }

    pub fn words(&self, run: Run) -> usize {
        self.frame.analysis.count_words(run)
    }

    /// Quotations with a cue behind or before them.
    fn direct(&mut self, cues: &[Run], used: &mut [bool], taken: &mut [bool]) {
        let mut at = 0;
        while at < self.speech.len().min(MOST) {
            let run = self.speech[at];
            if self.names_outlet(run) {
                at += 1;
                continue;
            }
            let bound = self.speech.get(at + 1).map_or(self.frame.to, |next| next.0);
            let before = at.checked_sub(1).map_or(self.frame.from, |before| self.speech[before].1);
            let found = self.behind(run, bound, cues, used).or_else(|| self.ahead(run, before, bound, cues, used));
            let Some((link, end)) = found else {
                at += 1;
                continue;
            };
            let start = link.contents.first().map_or(run.0, |content| content.0);
            for (run, taken) in self.speech[..=at].iter().zip(taken.iter_mut()) {
                *taken |= run.0 >= start;
            }
            if let Some(cue) = link.cue
                && let Some(known) = cues.iter().position(|known| *known == cue)
            {
                used[known] = true;
            }
            self.links.push(link);
            // "..., a-t-elle dit, “...”": the quotation goes on behind its incise, and with whole sentences behind those.
            let mut edge = end;
            at += 1;
            while at < self.speech.len()
                && (self.runs_on(run, edge, self.speech[at].0)
                    || self.one_quotation(at)
                    || self.goes_on(edge, self.speech[at].0))
            {
                let next = self.speech.get(at + 1).map_or(self.frame.to, |next| next.0);
                if self.behind(self.speech[at], next, cues, used).is_some() {
                    break;
                }
                taken[at] = true;
                edge = self.speech[at].1;
                if let Some(link) = self.links.last_mut() {
                    link.contents.push(self.speech[at]);
                }
                at += 1;
            }
        }
    }

    /// "«...», dijo la edil", "“...”, aldus Berg": cue and source behind the quotation, with the place where they end.
    fn behind(&self, run: Run, bound: usize, cues: &[Run], used: &[bool]) -> Option<(Link, usize)> {
        let frame = &self.frame;
        let start = (run.1..bound).find(|&i| frame.out(i) && frame.analysis.form(i).is_word())?;
        // A full stop between the two ends the quotation's sentence.
        if (run.1..start).any(|i| frame.out(i) && frame.analysis.form(i).shape == Shape::Stop) {
            return None;
        }
        if let Some(Held { cue, source, end }) = frame.according_at(start, bound) {
            let whole = (frame.before_fragment(run), run.1);
            return Some((Link { source, cue: Some(cue), contents: vec![whole], ..Link::default() }, end));
        }
        let at = cues.iter().position(|cue| cue.1 > start);
        let near = |&at: &usize| {
            let cue = cues[at];
            // "— раздражённо ответил"
            let how = |i: usize| frame.pack.code == "ru" && frame.analysis.lower(i).ends_with('о');
            cue.0 < bound && cue.0 <= start + 4 && (start..cue.0).all(|i| frame.is_particle(i) || how(i))
        };
        let Some(at) = at.filter(near) else {
            let (cue, source) = frame.unlisted(run, start, bound)?;
            let source = source.and_then(|source| frame.who_answers(source));
            let end = source.map_or(cue.1, |source| source.1.max(cue.1));
            return Some((Link { source, cue: Some(cue), contents: vec![run], ..Link::default() }, end));
        };
        let cue = cues[at];
        // "..., a jugé la décision « scandaleuse », estimant que": the verb of a clause of its own.
        if used[at] || frame.is_gerund(cue.1 - 1) && frame.told_behind(cue) {
            return None;
        }
        // "«Aire al Foro» prevé recurrir": a name in quotation marks is a subject; speech ends with a mark. French often has none.
        let marked = frame.ends_speech(run.1 - 1, start);
        // "«...» y pide que": the cue of the next clause, not of this quotation.
        if frame.is(start, &frame.pack.conjunctions) {
            return None;
        }
        let source = frame.inverted(cue, bound).or_else(|| frame.pronoun_before(cue));
        let source = source.or_else(|| frame.over_adjunct(cue, bound)).and_then(|source| frame.who_answers(source));
        if !marked && (frame.pack.code != "fr" || source.is_none() && self.words(run) <= SHORTEST) {
            return None;
        }
        let end = source.map_or(cue.1, |source| source.1.max(cue.1));
        let whole = (self.fragment_start(run, &cues[..at]), run.1);
        Some((Link { source, cue: Some(cue), contents: vec![whole], ..Link::default() }, end))
    }

    /// A cue with a reported clause, with an object, or behind what it reports.
    fn indirect(&self, cue: Run, rest: &[Run], taken: &[bool]) -> Option<Link> {
        let frame = &self.frame;
        // "a été reconnu coupable d'avoir détourné": others say so of him.
        if self.is_told(cue) || frame.is_verdict(cue) {
            return None;
        }
        let next = rest.first().copied();
        let inverted = frame.inverted(cue, frame.to);
        let joint = (frame.from..cue.0).rev().find(|&i| !frame.is_particle(i));
        let joint = joint.filter(|&i| frame.analysis.form(i).shape == Shape::Comma);
        let comma = joint.is_some();
        let pronoun = inverted.filter(|source| frame.stands_alone(source.0));
        let left = frame.left(cue);
        // "..., confirmaron a EFE fuentes médicas.": what stands before such a comma is what they confirm.
        let last = |i: usize| i >= frame.to || frame.shape(i) == Shape::Stop;
        let speaker = inverted.filter(|source| last(source.1) && frame.may_speak(*source));
        let ended = comma && speaker.is_some() && frame.drops_pronouns();
        // "Valmont prévoit de supprimer 200 postes, a annoncé sa direction.": another one speaks of all before the comma.
        let beside = joint.is_some_and(|joint| joint + 1 == cue.0);
        let closing = beside && inverted.is_some_and(|source| last(source.1));
        let left = left.filter(|left| left.1 + 1 != cue.0 || !ended || frame.states_object(cue));
        if let Some((source, run)) = frame.dutch_perfect(cue) {
            return Some(Link { source: Some(source), cue: Some(cue), contents: vec![run], ..Link::default() });
        }
        if inverted.is_some()
            && let Some(run) = frame.fronted_toward(cue)
        {
            return Some(Link { source: inverted, cue: Some(cue), contents: vec![run], ..Link::default() });
        }
        // "a accusé Israël de mentir", "fue celebrada el 8 de mayo": the object or a day, not who says so.
        let accused =
            |source: &Run| frame.analysis.does(cue.1 - 1, Act::Accuse) && frame.is(source.1, &["de", "d'", "di"]);
        let inverted = inverted.filter(|source| source.0 < cue.1 || !accused(source) && !frame.is_passive(cue));
        let source = pronoun.or(left).or_else(|| frame.pronoun_before(cue));
        let source = source.or_else(|| self.inherited(cue).filter(|_| !closing));
        let carried = source.is_none().then(|| frame.joined_subject(cue)).flatten();
        let source = source.or(carried).or(inverted);
        // "La mairie a fermé la digue, assurant que ...": the subject of the sentence.
        let participle = joint.filter(|_| frame.is_gerund(cue.1 - 1));
        let source = source.or_else(|| frame.subject(frame.from, participle?));
        // "El ministro lo negó", "Le ministère dément": what is denied stands in the sentence before.
        if let Some(run) = source.and_then(|source| frame.denied_pronoun(cue, source.1.max(cue.1))) {
            return Some(Link { source, cue: Some(cue), contents: vec![run], ..Link::default() });
        }
        // "который обещали открыть": what is promised does not promise.
        if source.is_some_and(|source| source.1 <= cue.0 && frame.is_object_relative(source.0, cue)) {
            return None;
        }
        // "aseguró que avisó": a verb of the clause that is reported already.
        let inside = |link: &Link| link.contents.iter().any(|run| run.0 <= cue.0 && cue.0 < run.1);
        let opened = (frame.from..cue.0).rev().find(|&i| !frame.is_particle(i));
        let opened = opened.is_some_and(|i| frame.is(i, &frame.pack.complementisers));
        // "garantiu que alertou o ministério para o risco": whose subject is left out has its object behind it.
        let warned = || frame.drops_pronouns() && source == inverted && source.is_some_and(|source| source.0 >= cue.1);
        if (source.is_none() || warned()) && opened && self.links[self.first..].iter().any(inside) {
            return None;
        }
        // "se celebra la feria que atrae a miles": what is done, and no one says so.
        let behind = |source: Run| source.0 >= cue.1 && (cue.1..source.0).all(|i| frame.is_adverb(i));
        if !comma && source.is_some_and(behind) && frame.is_passive_reflexive(cue) {
            return None;
        }
        let start = source.map_or(cue.1, |source| source.1.max(cue.1));
        let limit = next.map_or(frame.to, |next| self.joint(next));
        let link = |contents: Vec<Run>| Link { source, cue: Some(cue), contents, ..Link::default() };
        let opens = |&i: &usize| frame.out(i) && frame.is(i, &frame.pack.complementisers);
        let opener = (start..frame.to.min(start + 8)).find(opens).or_else(|| frame.far_opener(start));
        // "que declaró ayer, coincidió en que": the clause of the next cue.
        let opener = opener.filter(|&opener| next.is_none_or(|next| next.0 > opener));
        // "on ne parle que de cela"
        let only = |opener: usize| frame.is(cue.0, &["ne", "n'"]) && frame.is(opener + 1, &["de", "d'", "du", "des"]);
        let opener = opener.filter(|&opener| !only(opener) && !frame.compares(start, opener));
        // "..., promete el ayuntamiento, que no ha dado fecha": a relative clause.
        let relative = |opener: usize| comma && inverted.is_some() && left.is_none() && frame.is_comma(opener - 1);
        let opener = opener.filter(|&opener| !relative(opener));
        // "Waarom, vraagt ze, investeer je in iets dat sluit?": behind a cue between commas the clause goes on.
        let close = inverted.map_or(cue.1, |source| source.1.max(cue.1));
        let named = inverted.is_some() || frame.drops_pronouns() && left.is_none();
        let between = beside && named && frame.is_comma(close);
        let describes = |at| frame.describes_object(cue, start, at) || frame.describes_behind_comma(cue, start, at);
        let opener = opener.filter(|&opener| (!between || opener == close + 1) && !describes(opener));
        if let Some(opener) = opener.filter(|&opener| frame.out_between(start, opener)) {
            let clause = frame.trimmed((opener + 1, self.joined_behind(opener + 3, rest)));
            let enough = self.words(clause) >= 2 || frame.is_whole_word(clause);
            return enough.then(|| link(vec![clause]));
        }
        // "La decisión, dijo el alcalde, llega tarde": a cue between commas has the clause on both sides.
        let stated = || left.is_some() && frame.states_object(cue) || frame.is_gerund(cue.1 - 1);
        if comma
            && !stated()
            && !(left.is_some() && frame.goes_behind(cue, inverted))
            && let Some(contents) = self.around(cue, inverted)
        {
            return Some(Link { source: inverted, cue: Some(cue), contents, ..Link::default() });
        }
        // "..., сообщил директор депо": the clause before is what is reported.
        if comma
            && left.is_none()
            && let Some(source) = inverted.or_else(|| frame.quoted_name(cue.1))
        {
            let clause = frame.trimmed((frame.from, joint.unwrap_or(cue.0)));
            let told = |link: &Link| {
                // What that other one has told is told again with it.
                let inside = link.cue.is_some_and(|other| clause.0 <= other.0 && other.1 <= clause.1);
                link.contents.iter().any(|run| run.0 < cue.0) && !(closing && inside)
            };
            let free = !self.links[self.first..].iter().any(told);
            if self.words(clause) >= 2 && free && frame.closes(source.1) {
                return Some(Link { source: Some(source), cue: Some(cue), contents: vec![clause], ..Link::default() });
            }
        }
        // "Multas de mil euros, ha annunciato.": a verb that needs no pronoun.
        if comma && left.is_none() && inverted.is_none() && frame.closes(cue.1) && frame.drops_pronouns() {
            let clause = frame.trimmed((frame.clause_start(cue.0), cue.0));
            let free = !self.links[self.first..].iter().any(|link| link.contents.iter().any(|run| run.0 < cue.0));
            if self.words(clause) >= 3 && free {
                return Some(Link { cue: Some(cue), contents: vec![clause], ..Link::default() });
            }
        }
        if source.is_some()
            && let Some(run) = frame.called_or_avowed(cue, start, limit)
        {
            return Some(link(vec![run]));
        }
        // "para garantizar su viabilidad": what for, unless quoted.
        if frame.is_purpose(cue) && (start..limit).all(|i| frame.out(i)) {
            return None;
        }
        let act = frame.act(cue);
        let far = match frame.pack.code {
            "fr" => 10,
            // "hanno chiesto ai magistrati di non concedere"
            "it" if act == Act::Demand => 10,
            _ => 2,
        };
        let infinitive = (start..frame.to.min(start + far))
            .take_while(|&i| {
                frame.out(i) && frame.analysis.form(i).is_word() && (far == 2 || !frame.is(i, &frame.pack.conjunctions))
            })
            .find(|&i| frame.opens_infinitive(i));
        // "laat weten het besluit te betreuren"
        let weten = || usize::from(frame.pack.code == "nl" && frame.is(start, &["weten", "blijken"]));
        let infinitive = infinitive.map(|at| at + weten());
        let perfect = (start..limit.min(start + 14).min(frame.sentence_end(start))).find(|&i| frame.opens_perfect(i));
        let infinitive = infinitive.filter(|&opener| !frame.is_of_noun(start, opener));
        if let Some(opener) = perfect.or(infinitive).filter(|_| source.is_some() || frame.drops_pronouns()) {
            let limit = self.joined_behind(opener, rest);
            // "accuse la direction de mentir": whom it is said of belongs to it.
            let from = if act == Act::Accuse && opener > start + 1 { start } else { opener };
            let clause = frame.trimmed((from, limit.min(frame.clause_end(opener, frame.to))));
            // "no descartó dimitir"
            let deed = matches!(act, Act::Deny | Act::Promise) || frame.is_whole_word(clause);
            return (self.words(clause) >= 2 || deed).then(|| link(vec![clause]));
        }
        if source.is_some()
            && let Some(run) = frame.taken_toward(cue, start, limit)
        {
            return Some(link(vec![run]));
        }
        // "Le maire précise : le pont rouvrira."
        let colon = (start..frame.to.min(start + 4)).find(|&i| frame.analysis.form(i).shape == Shape::Colon);
        if let Some(colon) = colon.filter(|&colon| left.is_some() && colon + 1 < frame.to && frame.out(colon + 1)) {
            let clause = frame.trimmed((colon + 1, frame.sentence_end(colon)));
            let plain = (start..colon).all(|i| frame.analysis.form(i).is_word());
            let words =
                (clause.0..clause.1).filter(|&i| frame.analysis.form(i).is_word() && frame.shape(i) != Shape::Number);
            if plain && words.count() >= 2 && !self.is_said_inside(clause) {
                return Some(link(vec![clause]));
            }
        }
        let quoted = self.speech.iter().zip(taken).find(|(run, taken)| !**taken && run.0 >= start && run.0 < limit);
        let near = quoted.is_some_and(|(run, _)| (start..run.0).all(|i| frame.analysis.form(i).shape != Shape::Comma));
        let unnamed = source.is_none() && !(frame.is_dropped(cue) && act != Act::Say);
        if unnamed || !(frame.states_object(cue) || near) || matches!(act, Act::Ask) {
            return None;
        }
        // "que defiende la libertad", "se describe el libro", "fue celebrada en mayo": nothing is said, unless quoted.
        let relative = !frame.pack.have.is_empty()
            && source.is_some_and(|source| frame.is(source.0, &frame.pack.relatives) && source.0 < cue.0);
        let passive = frame.is_passive(cue) && act != Act::Accuse;
        if !near && (relative && act == Act::Say || passive || frame.is_passive_reflexive(cue)) {
            return None;
        }
        // "La strada finisce al porto e parla di altri tempi", "denunciará el caso": what goes on with another verb, or is still to be
        // said, needs a clause or marks.
        if !near && (carried.is_some() && act == Act::Say || frame.is_future(cue.1 - 1)) {
            return None;
        }
        let end = quoted.filter(|_| near).map_or(start, |(run, _)| run.1);
        let limit = frame.before_occasion(cue, (start, end), limit);
        let edge = frame.particle_behind(cue, start).unwrap_or(limit);
        let mut object = frame.trimmed((frame.after_time(start), frame.clause_end(end, edge.min(limit))));
        // "deplora la práctica que | considera ...": the clause of the next cue.
        while object.1 > object.0 && frame.is(object.1 - 1, &frame.pack.complementisers) {
            object.1 -= 1;
        }
        // "sluit een staking niet uit"
        let closed = frame.pack.code == "nl" && frame.is(cue.1 - 1, &["sluit", "sluiten", "sloot", "sloten"]);
        // "n'exclut | pas | une grève"
        object.0 += usize::from(object.0 + 1 < object.1 && frame.is(object.0, &["pas"]));
        for part in ["uit", "niet"] {
            object.1 -= usize::from(closed && object.1 > object.0 && frame.is(object.1 - 1, &[part]));
        }
        object.0 += usize::from(near && object.0 + 1 < object.1 && frame.leads_object(object.0));
        let enough = self.words(object) >= 2 || frame.says_thing(cue) && frame.is_thing(object);
        // "sosteniendo una tesis": what stands behind a participle is its object.
        let enough = enough && (source.is_none_or(|source| source.0 < cue.1) || !frame.is_gerund(cue.1 - 1));
        (enough && !frame.hangs_alone(object) && !frame.is_anonymity(object)).then(|| link(vec![object]))
    }
}
