//! Sources that the tagger cut wrongly or lost, mended by the syntax around their cue. English alone, where parts of speech
//! are known.

use super::resolve::Resolver;
use crate::claims::attribution::analysis::state;
use crate::claims::attribution::english::sources::raised::is_raised;
use crate::claims::attribution::lexicon::Part;
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::speakers::words::class;
use crate::learn::form::Shape;
use crate::text::pos::Form;
use crate::text::pos::Pos;

/// How far behind a quotation its cue is looked for, in words.
const TAIL: usize = 30;

/// The longest dateline, in words.
const DATELINE: usize = 12;

impl Resolver<'_> {
    /// The link with its source mended, if there is something to mend.
    pub(crate) fn mended(&self, link: &Link) -> Option<Link> {
        if self.language == "de" {
            return self.german(link);
        }
        if self.language != "en" || is_raised(self.analysis, link) {
            return None;
        }
        let Some(cue) = link.cue else { return self.tail(link).or_else(|| self.announced(link)) };
        if let Some(mended) =
            self.swallowed(link, cue).or_else(|| self.second_hand(link)).or_else(|| self.behind_contents(link))
        {
            return Some(mended);
        }
        let free =
            |run: &Run| run.0 < run.1 && !link.contents.iter().any(|content| content.0 < run.1 && run.0 < content.1);
        // "Customers she | spoke to say": the last verb is that of others.
        let told = cue.1 > cue.0 + 1 && self.is(cue.1 - 1, &["say", "says", "said"]);
        let source = match link.source {
            // "The minister, however, blamed", where a name of the next sentence was taken.
            Some(source)
                if source.0 > cue.0 && self.analysis.sentence_of[source.0] != self.analysis.sentence_of[cue.0] =>
            {
                self.behind_adverb(cue).or_else(|| self.inverted(cue)).or_else(|| self.own_sentence(link, cue))
            }
            // "as ordered after | he | refused": a pronoun right before its verb needs no mending.
            Some((from, to)) if to == cue.0 && to == from + 1 && self.is(from, &["he", "she"]) && !told => None,
            Some(source) => self
                .dashed(cue)
                .or_else(|| self.shown(cue))
                .or_else(|| self.described_subject(Some(source), cue))
                .or_else(|| self.neither(source).or_else(|| self.set_against(source, cue)))
                .or_else(|| self.possessor(cue))
                .or_else(|| self.behind_clause(source, cue))
                .or_else(|| self.clause_subject(source, cue))
                .or_else(|| self.contact(source, cue))
                .or_else(|| self.companion(source, cue))
                .or_else(|| self.published(source, cue))
                .or_else(|| self.predicated(source))
                .or_else(|| self.relative(source, cue))
                .or_else(|| self.beside_deed(source, cue))
                .or_else(|| self.behind_aside(source, cue))
                .or_else(|| self.apposed(source, cue))
                .or_else(|| self.last_segment(source, cue))
                .or_else(|| self.nearer(source, cue))
                .or_else(|| self.main_subject(source, cue))
                .or_else(|| self.whole_phrase(source, cue))
                .or_else(|| self.trailing_verb(source, cue))
                .or_else(|| self.without_predicate(source, cue))
                .filter(|&mended| mended != source),
            None => self
                .dashed(cue)
                .or_else(|| self.shown(cue))
                .or_else(|| self.possessor(cue))
                .or_else(|| self.behind_adverb(cue))
                .or_else(|| self.inverted(cue))
                .or_else(|| self.described_subject(None, cue))
                .or_else(|| self.relative((cue.0, cue.0), cue).filter(|_| self.comma(cue.0)))
                .or_else(|| self.straight(cue))
                .or_else(|| self.behind_apposition(cue))
                .or_else(|| self.behind_participle(cue))
                .or_else(|| self.behind_place(cue)),
        };
        let source = source.filter(free)?;
        Some(Link { source: Some(source), ..link.clone() })
    }

    pub(crate) fn pos(&self, i: usize) -> Pos {
        self.analysis.pos.get(i).copied().unwrap_or(Pos::Punct)
    }

    pub(crate) fn is(&self, i: usize, words: &[&str]) -> bool {
        words.contains(&self.analysis.lower(i).as_str())
    }

    /// The sentence of a word, without the dateline before it: "PORT CALLOW, May 3 (Ledger) - | The bank raised ...".
    pub(crate) fn sentence_at(&self, i: usize) -> Run {
        let (from, to) = self.analysis.sentence_at(i);
        if self.language != "en" || self.analysis.form(from).shape != Shape::Upper {
            return (from, to);
        }
        let dash = (from + 1..i.min(from + DATELINE)).find(|&i| self.analysis.form(i).shape == Shape::Dash);
        (dash.map_or(from, |dash| dash + 1), to)
    }

    /// Whether a word can stand in a noun phrase.
    pub(crate) fn nominal(&self, i: usize) -> bool {
        let open = matches!(self.pos(i), Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn | Pos::Num | Pos::X);
        let inside = self.is(i, &["'s", "’s", "of", "&", "-"]) || self.entities.covers(i);
        (open || inside) && self.analysis.quoted[i] == state::OUT && self.analysis.form(i).shape != Shape::Comma
    }

    /// "Berg, who happens to be Dahl's husband, denied and defended it": a predicate in a relative clause is nobody.
    fn predicated(&self, source: Run) -> Option<Run> {
        let comma = self.analysis.words.of(source.1) == ",";
        (comma && self.pos(source.0) == Pos::Aux && source.1 + 2 <= self.analysis.len())
            .then(|| self.relative((source.0, source.1 + 1), (source.1 + 1, source.1 + 2)))
            .flatten()
    }

    /// The noun phrase that ends at `end`.
    pub(crate) fn phrase_before(&self, end: usize, bound: usize) -> Option<Run> {
        let mut start = end;
        while start > bound && self.nominal(start - 1) && end - start < 14 {
            start -= 1;
        }
        // "in the office of the mayor": what a preposition opens is no subject.
        let oblique = start.checked_sub(1).is_some_and(|before| before >= bound && self.pos(before) == Pos::Adp);
        (start < end && !oblique).then_some((start, end))
    }

    /// "As talks ended on Monday, Ann Berg, head of the bank": the clause before the name is no part of who speaks.
    fn behind_clause(&self, source: Run, cue: Run) -> Option<Run> {
        let (from, _) = self.sentence_at(source.0);
        if source.1 > cue.0 || self.pos(from) != Pos::Sconj && self.pos(from) != Pos::Adp {
            return None;
        }
        let relative = |i: usize| self.is(i, &["who", "which", "that", "whose"]);
        let mut named = self.entities.inside(source.0, source.1).iter();
        let mention = named.find(|mention| {
            let clause = source.0..mention.start;
            self.is_person(mention.entity)
                && mention.start > source.0
                && self.comma(mention.start)
                && clause.clone().any(|i| matches!(self.pos(i), Pos::Verb | Pos::Aux))
                && !clause.clone().any(relative)
        })?;
        Some((mention.start, source.1))
    }

    /// "Berg, joined by the treasurer and three others, said": who is with somebody is not who speaks.
    fn companion(&self, source: Run, cue: Run) -> Option<Run> {
        let by = source.0.checked_sub(1).filter(|&by| self.is(by, &["by"]) && source.1 < cue.0 && self.comma(cue.0))?;
        let participle = by.checked_sub(1).filter(|&at| self.pos(at) == Pos::Verb && self.comma(at))?;
        let name = self.entities.inside(participle.saturating_sub(8), participle - 1).last()?;
        (name.to == participle - 1 && self.is_subject(name.start)).then_some((name.start, name.to))
    }

    /// "The letter, signed by 400 bakers, said": no source was seen behind a participle between commas.
    fn behind_participle(&self, cue: Run) -> Option<Run> {
        self.finite(cue).filter(|_| self.comma(cue.0))?;
        let (from, _) = self.sentence_at(cue.0);
        let open = (from..cue.0 - 1).rev().take(14).find(|&i| self.analysis.form(i).shape == Shape::Comma)?;
        let participle = self.pos(open + 1) == Pos::Verb && !self.analysis.lower(open + 1).ends_with("ing");
        let verb = |i: usize| matches!(self.pos(i), Pos::Verb | Pos::Aux | Pos::Sconj);
        let plain = (open + 2..cue.0 - 1).all(|i| !verb(i) && self.analysis.quoted[i] == state::OUT);
        let start = (from..open).rev().take_while(|&i| self.nominal(i)).last()?;
        (participle && plain && self.is_subject(start)).then_some((start, open))
    }

    /// Whether a comma stands before word `i` in its sentence.
    pub(crate) fn comma(&self, i: usize) -> bool {
        i > self.sentence_at(i).0 && self.analysis.form(i - 1).shape == Shape::Comma
    }

    /// "SoftBank, its largest investor, committed", "Berg, head of the bank, a lender in the north told": an apposition is
    /// taken for the source where a name stands before it.
    fn apposed(&self, source: Run, cue: Run) -> Option<Run> {
        let (from, _) = self.sentence_at(source.0);
        let last = source;
        let mut source = source;
        // "Berg, the head of the council, warned": of the apposition its last words were taken.
        if source.0 > from && self.pos(source.0 - 1) == Pos::Adp && self.comma(cue.0) {
            while source.0 > from
                && last.0 - source.0 < 10
                && (self.nominal(source.0 - 1) || self.pos(source.0 - 1) == Pos::Adp)
            {
                source.0 -= 1;
            }
        }
        let opens =
            self.pos(source.0) == Pos::Det || self.is(source.0, &["its", "his", "her", "their", "head", "chief"]);
        let named = self.entities.inside(source.0, source.1).iter().any(|mention| self.is_person(mention.entity));
        // "Greene, his lawyers say, never met him"
        let aside = source.1 == cue.0 && self.analysis.form(cue.1).shape == Shape::Comma;
        if source.1 > cue.0 || !opens || named || aside || !self.comma(source.0) {
            return None;
        }
        let mut edge = source.0 - 1;
        for _ in 0..2 {
            let start = (from..edge).rev().take(14).find(|&i| {
                matches!(self.pos(i), Pos::Verb | Pos::Aux | Pos::Sconj)
                    || self.analysis.form(i).shape == Shape::Comma
                    || self.analysis.quoted[i] != state::OUT
            });
            let start = start.map_or(from, |start| start + 1);
            let mention =
                self.entities.inside(start, edge).last().filter(|mention| mention.to == edge && mention.start == start);
            if let Some(mention) = mention {
                return self.is_subject(mention.start).then_some((mention.start, source.1));
            }
            if start < 2 || self.analysis.form(start - 1).shape != Shape::Comma || start - 1 <= from {
                return None;
            }
            edge = start - 1;
        }
        None
    }

    /// "After a meeting with Mark Rutte, the US President said": behind the comma stands the source.
    fn last_segment(&self, source: Run, cue: Run) -> Option<Run> {
        let (from, _) = self.sentence_at(source.0);
        let mut start = source.0;
        while start > from && self.nominal(start - 1) && source.0 - start < 8 {
            start -= 1;
        }
        let before = start.checked_sub(1).filter(|&before| before >= from)?;
        let oblique = self.pos(before) == Pos::Adp && !self.is(before, &["to", "by"]) && source.1 == cue.0;
        self.finite(cue).filter(|_| oblique)?;
        let comma = (source.0..source.1).rev().find(|&i| self.analysis.form(i).shape == Shape::Comma)?;
        // "On Monday | the mayor, the clerk and a priest"
        let listed = self.pos(source.0) == Pos::Det && (comma..source.1).any(|i| self.is(i, &["and"]));
        let opens = self.is(comma + 1, &["the", "a", "an"]) || self.pos(comma + 1) == Pos::Propn;
        (opens && !listed && comma + 1 < source.1).then_some((comma + 1, source.1))
    }

    /// "Beijing considers the island its own and has vowed": of a clause its subject is the source.
    fn without_predicate(&self, source: Run, cue: Run) -> Option<Run> {
        // "state advocate Ann Berg": a title that looks like a verb.
        let named = self
            .entities
            .inside(source.0, source.1)
            .last()
            .is_some_and(|mention| mention.to == source.1 && self.is_person(mention.entity));
        if source.1 > cue.0 || named {
            return None;
        }
        let coordinated = self.is(source.1 - 1, &["and", "but"]);
        let joined = cue.0 > 0 && (self.is(cue.0 - 1, &["and", "but"]) || self.comma(cue.0));
        let verb = (source.0 + 1..source.1).find(|&i| {
            let word = self.analysis.lower(i);
            // "A review published in May": what goes on with a preposition describes the noun.
            // So does "A study released last week found": the cue needs a subject right before it.
            let reduced = word.ends_with("ed") && source.1 == cue.0 && !coordinated && self.pos(i - 1) == Pos::Noun;
            let participle = word.ends_with("ing") || self.pos(i + 1) == Pos::Adp || reduced;
            let finite = matches!(self.pos(i), Pos::Verb | Pos::Aux) && !participle;
            // "Berg considers the plan dead and": a reporting verb that the tagger took for a noun.
            // "The minister disagreed and said": so does a past tense right before "and".
            let past =
                joined && i + 1 == source.1 && source.1 < cue.0 && word.ends_with("ed") && self.pos(i - 1) == Pos::Noun;
            let known = past
                || (coordinated || joined && source.1 < cue.0)
                    && word.ends_with('s')
                    && self.analysis.lexicon[i].is_some_and(|entry| entry.part == Part::Verb);
            (finite || known && !self.analysis.form(i).is_capital())
                && !self.entities.covers(i)
                && self.analysis.quoted[i] == state::OUT
        })?;
        let nominal = (source.0..verb).all(|i| self.nominal(i) || self.pos(i) == Pos::Pron);
        // "A leaked memo reveals", "Government figures show"
        let described = verb == source.0 + 1 && self.pos(source.0) == Pos::Det;
        let noun = verb + 1 == source.1 && source.1 == cue.0 && self.analysis.lower(verb).ends_with('s');
        // "which | advocates say", where the clause has a subject of its own
        if noun && verb == source.0 + 1 && self.is(source.0, &["which", "that", "who"]) {
            return Some((verb, source.1));
        }
        (nominal && self.is_subject(source.0) && !described && !noun).then_some((source.0, verb))
    }

    /// Whether a phrase that begins at `i` can be a subject: no preposition stands before it.
    fn is_subject(&self, i: usize) -> bool {
        let (from, _) = self.sentence_at(i);
        i == from || !matches!(self.pos(i - 1), Pos::Adp | Pos::Sconj | Pos::Verb)
    }

    /// "..., said the source": behind a quotation or a comma the cue's subject follows it.
    fn inverted(&self, cue: Run) -> Option<Run> {
        let verb = self.finite(cue)?;
        let (from, to) = self.sentence_at(cue.0);
        let before = cue.0.checked_sub(1).filter(|&before| before >= from)?;
        let closed = self.analysis.quoted[before] == state::CLOSE || self.analysis.form(before).shape == Shape::Comma;
        let start = verb + 1;
        if !closed || start >= to || start < cue.1 {
            return None;
        }
        // "said his wife, Ana"
        let owned = self.is(start, &["his", "her", "their", "its"]);
        let mut end = start + usize::from(owned);
        while end < to && self.nominal(end) && end - start < 14 {
            end += 1;
        }
        let comma = owned && end + 1 < to && self.analysis.form(end).shape == Shape::Comma;
        let apposed = self.entities.inside(end + 1, to.min(end + 2)).first().filter(|mention| mention.start == end + 1);
        end = apposed.filter(|_| comma).map_or(end, |mention| mention.to);
        let noun = end > start && matches!(self.pos(end - 1), Pos::Noun | Pos::Propn);
        let named = self.entities.inside(start, end).iter().any(|mention| !mention.quoted);
        let definite = owned || self.is(start, &["the", "a", "an", "one", "another"]);
        let stops = end == to || !self.analysis.form(end).is_word() || self.pos(end) == Pos::Adp;
        (noun && stops && (named || definite)).then_some((start, end))
    }

    /// "SoftBank, its largest investor, committed": no source was seen behind the apposition.
    fn behind_apposition(&self, cue: Run) -> Option<Run> {
        self.finite(cue).filter(|_| self.comma(cue.0))?;
        let (from, _) = self.sentence_at(cue.0);
        let open = (from..cue.0 - 1).rev().take(14).find(|&i| self.analysis.form(i).shape == Shape::Comma)?;
        let plain = (open + 1..cue.0 - 1).all(|i| self.nominal(i) || matches!(self.pos(i), Pos::Adp | Pos::Pron));
        self.apposed((open + 1, cue.0 - 1), cue).filter(|_| plain && open + 1 < cue.0 - 1)
    }

    /// "The agency also said": a subject right before its cue.
    pub(crate) fn straight(&self, cue: Run) -> Option<Run> {
        let (from, _) = self.sentence_at(cue.0);
        // "fresh polling suggests": between two nouns the tagger takes a verb for one.
        let taken = cue.0 > from
            && self.analysis.tag(cue.0).form == Form::Plural
            && self.analysis.lexicon[cue.0].is_some_and(|entry| entry.part == Part::Verb)
            && (self.analysis.lower(cue.0 - 1).ends_with("ing") || self.is(cue.1, &["that"]));
        let verb = self.finite(cue).or((taken && cue.1 == cue.0 + 1).then_some(cue.0))?;
        let mut end = cue.0;
        let small = |i: usize| self.is(i, &["even", "also", "later", "then", "now", "still", "again", "once"]);
        while end > from && (matches!(self.pos(end - 1), Pos::Adv | Pos::Aux) || small(end - 1)) && cue.0 - end < 3 {
            end -= 1;
        }
        let last = end.checked_sub(1).filter(|&last| last >= from && self.analysis.quoted[last] == state::OUT)?;
        if self.is(last, &["he", "she", "they", "it"]) {
            return Some((last, end));
        }
        // "All of them claimed".
        let parts = ["all", "some", "many", "most", "both", "several", "few", "none", "one", "two", "three"];
        if last >= from + 2
            && self.is(last, &["them", "those"])
            && self.is(last - 1, &["of"])
            && self.is(last - 2, &parts)
        {
            return Some((last - 2, end));
        }
        // "fresh polling suggests": what an adjective leads is a noun.
        let gerund = last > from && self.analysis.lower(last).ends_with("ing") && self.pos(last - 1) == Pos::Adj;
        if gerund && verb == cue.0 {
            return self.phrase_before(last, from).map(|(start, _)| (start, end));
        }
        if !matches!(self.pos(last), Pos::Noun | Pos::Propn) || self.class(last) & class::TIME != 0 || verb == from {
            return None;
        }
        self.phrase_before(end, from).or_else(|| self.closing(end))
    }

    /// "'It is rare', Chad Hawk, vice president of a grading company, told Fox": a quotation without cue and source whose
    /// sentence goes on with both.
    fn tail(&self, link: &Link) -> Option<Link> {
        let last = *link.contents.last()?;
        if link.source.is_some() || link.contents.len() != 1 || self.analysis.quoted.get(last.1 - 1) != Some(&state::IN)
        {
            return None;
        }
        let open = (last.1..(last.1 + 3).min(self.analysis.len())).find(|&i| self.analysis.form(i).is_word())?;
        let paragraph = |i: usize| self.analysis.words.words[i].paragraph;
        let marks = (last.1..open).any(|i| self.analysis.quoted[i] == state::CLOSE);
        let ended = self.analysis.form(last.1 - 1).shape == Shape::Stop;
        if !marks || ended || paragraph(open) != paragraph(last.1 - 1) || self.analysis.quoted[open] != state::OUT {
            return None;
        }
        let (_, to) = self.sentence_at(open);
        let mention = self.entities.inside(open, open + 4).first().filter(|mention| mention.start == open)?;
        let cue = (mention.to..to.min(open + TAIL))
            .find(|&i| self.analysis.is_reporting_verb(i) && self.analysis.quoted[i] == state::OUT)?;
        Some(Link { source: Some((mention.start, cue)), cue: Some((cue, cue + 1)), ..link.clone() })
    }
}
