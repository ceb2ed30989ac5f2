//! From the words that stand for a source to whom they name.

use super::resolve::{Referent, Resolver, Seen};
use super::small_words::is_same;
use super::untagged::is_plain;
use crate::claims::attribution::analysis::state;
use crate::claims::attribution::german::phrases::opens_adjunct;
use crate::claims::attribution::linking::Run;
use crate::claims::speakers::meant::descriptions::{DEFINITE, Description};
use crate::claims::speakers::meant::pronouns::{Pronoun, pronoun};
use crate::claims::speakers::names::entities::Mention;
use crate::claims::speakers::names::surnames::surname_end;
use crate::claims::speakers::words::class;
use crate::claims::types::SpeakerType;
use crate::learn::form::Shape;
use crate::text::pos::Pos;

/// German words of number in the dative plural and in the nominative.
const NUMBERS: &[(&str, &str)] = &[
    ("mehreren", "mehrere"),
    ("einigen", "einige"),
    ("vielen", "viele"),
    ("anderen", "andere"),
    ("verschiedenen", "verschiedene"),
    ("zahlreichen", "zahlreiche"),
    ("beiden", "beide"),
    ("wenigen", "wenige"),
];

/// Small words behind which what stands is no part of the head of a phrase.
const ENDS_HEAD: &[&str] = &[
    ",", "(", "who", "which", "that", "of", "for", "von", "de", "du", "des", "d’", "d'", "del", "do", "da", "dos",
    "das", "di", "della", "dell’", "dell'", "dei", "degli", "van", "al", "à", "au", "em", "en",
];

impl Resolver<'_> {
    pub(crate) fn source(&self, run: Run, seen: Seen) -> Option<Referent> {
        // "a-t-elle": the pronoun hangs on the verb.
        if run.1 - run.0 == 1
            && let Some(pronoun) = self.pronoun_at(run.0).filter(|pronoun| *pronoun != Pronoun::Relative)
        {
            return self.pronoun(run.0, pronoun, seen);
        }
        // "Von der Leyen": a particle at the head of a sentence is no preposition there.
        if surname_end(self.analysis, self.language, run.0) == Some(run.1)
            && let Some(mention) = self.entities.inside(run.0, run.1).first()
        {
            return Some(Referent::Entity(mention.entity));
        }
        if is_plain(self.language) {
            return self.plain_source(run, seen);
        }
        let (mut from, to) = self.trim(run);
        if let Some(found) = self.german_taken((from, to), seen) {
            return Some(found);
        }
        // "both Holt and Berg"
        from += usize::from(self.language == "en" && from + 3 < to && self.is(from, &["both"]));
        if from >= to {
            return None;
        }
        let (from, to) =
            if self.language == "en" { self.without_owner(from, to) } else { self.without_clause(from, to)? };
        let head_end = self.head_end(from, to);
        let rest = self.analysis.lower(from + 1);
        if (to - from == 1 || rest == "of" || rest == "who")
            && let Some(found) = self.quantified(from, seen)
        {
            return Some(found);
        }
        // "his" and "she also", but not "his doctors".
        let verb =
            matches!(self.analysis.pos.get(from + 1), Some(Pos::Verb | Pos::Aux)) && !self.is_owned_noun(from, to);
        let alone = verb
            || to - from == 1
            || to - from == 2 && !matches!(self.analysis.pos[from + 1], Pos::Noun | Pos::Propn | Pos::X);
        if alone
            && let Some(pronoun) = self.pronoun_at(from)
            && (pronoun != Pronoun::Relative || to - from == 1)
        {
            return self.pronoun(from, pronoun, seen);
        }
        if matches!(self.analysis.words.of(from), "who" | "Who" | "qui" | "Qui" | "quien" | "Quien") {
            return self.pronoun(from, Pronoun::Relative, seen);
        }
        // A person named before the first "of", "for", "at" is the source; after it, somebody else.
        let possessive = |mention: &Mention| {
            let next = self.analysis.lower(mention.to);
            let ends = self.analysis.words.of(mention.to - 1).ends_with(['\'', '’']);
            (ends || matches!(next.as_str(), "'s" | "’s" | "'" | "’")) && mention.to < to
        };
        let mentions = self.entities.inside(from, to);
        if let Some((start, comma)) = mentions.iter().find_map(|mention| self.kin_before(mention)) {
            return self.phrase(start, comma, self.head_end(start, comma) - 1);
        }
        if let Some(pair) = self.apposed_pair(from, to) {
            return Some(pair);
        }
        if let Some(both) = self.neither_of(from, to) {
            return Some(both);
        }
        if let Some(several) = self.all_of(mentions, (from, to)).or_else(|| self.conjoined(from, to, seen)) {
            return Some(several);
        }
        let head = mentions.iter().filter(|mention| mention.from < head_end && !possessive(mention));
        let person = |mention: &&Mention| self.entities.all[mention.entity].kind == SpeakerType::Person;
        // "the Holt administration": the name only says which one.
        let article = matches!(self.analysis.lower(from).as_str(), "the" | "a" | "an");
        // "Holt allies": people around whoever is named, and no title behind a name ("Ann Berg, mayor").
        let around = |i: usize| self.class(i) & (class::GROUP | class::UNNAMED) != 0;
        let leads = |mention: &&Mention| {
            let noun = mention.to < head_end && self.pos(mention.to) == Pos::Noun;
            noun && (article || self.language == "en" && around(head_end - 1))
        };
        if let Some(mention) = head.clone().filter(|mention| !leads(mention)).rfind(person) {
            return Some(self.joined(from, to).unwrap_or_else(|| self.with_others(mention, to)));
        }
        let noun = self.head_noun(from, head_end);
        // "lawmakers on the committee, led by Ann Berg": many, whoever is named beside them.
        let many =
            noun.filter(|&noun| self.class(noun) & class::GROUP != 0 && head_end < to && head.clone().next().is_none());
        if let Some(noun) = many {
            return self.description(Description { from, to, end: head_end, noun }, seen);
        }
        let related = |mention: &Mention| self.is_related(mention, from, head_end);
        // "the US delegation leader, the deputy secretary of state, Wendy Sherman": a segment that is a name alone.
        let alone = mentions.iter().filter(|mention| !possessive(mention)).find(|mention| {
            let ends = person(mention) || mention.to == to || self.analysis.words.of(mention.to) == ",";
            if !ends || related(mention) {
                return false;
            }
            let before = mention.start.checked_sub(1).map_or("", |at| self.analysis.words.of(at));
            mention.start > from
                && (before == "," || before == ":" || person(mention) && self.is_apposed(mention, from))
                || person(mention) && self.class(mention.start) & class::TITLE != 0 && mention.start < mention.from
        });
        if let Some(mention) = alone {
            return Some(Referent::Entity(mention.entity));
        }
        // "US Ambassador to NATO Julianne Smith": the phrase ends with the name that its title announces.
        let announced = noun.is_some_and(|noun| {
            let classes = self.class(noun);
            classes & class::PERSON != 0 && classes & (class::UNNAMED | class::DOCUMENT) == 0
        });
        let title = |mention: &Mention| {
            let before = mention.start.checked_sub(1).filter(|&before| before >= from);
            let class = before.map_or(class::FUNCTION, |before| self.class(before));
            let noun = self.language != "en" && class & class::FUNCTION == 0;
            class & class::TITLE != 0 || noun
        };
        // "the mayor of Hagenau": where somebody is mayor.
        let led = |mention: &Mention| mention.from > from && self.pos(mention.from - 1) == Pos::Adp;
        let ends = |mention: &&Mention| {
            mention.to == to && person(mention) && !led(mention) && !related(mention) && (announced || title(mention))
        };
        if let Some(mention) = mentions.last().filter(ends) {
            return Some(Referent::Entity(mention.entity));
        }
        // "die Partei des Religiösen Zionismus": the words behind belong to the name.
        if self.language == "de"
            && let Some(mention) = head.clone().next_back()
            && mention.to - mention.from == 1
            && self.class(mention.from) & (class::ORGANISATION | class::ALIAS) != 0
            && matches!(self.analysis.lower(mention.to).as_str(), "des" | "der" | "für")
            && mention.to + 1 < to
        {
            let skip = usize::from(DEFINITE.contains(&self.analysis.lower(from).as_str()));
            return self.phrase(from + skip, to, mention.from);
        }
        if let Some(mention) = head.clone().next_back()
            && (mention.to >= head_end || noun.is_some_and(|noun| noun < mention.to))
            && mention.from >= from
        {
            return Some(Referent::Entity(mention.entity));
        }
        let noun = noun?;
        let bare = self.class(noun) & class::TITLE != 0 && noun + 1 == to && noun > from;
        if let Some(entity) = bare.then(|| self.titled(from, noun)).flatten() {
            return Some(Referent::Entity(entity));
        }
        let found = self.description(Description { from, to, end: head_end, noun }, seen)?;
        let told = found.entity().is_some_and(|entity| self.is_told_behind(entity, to, seen));
        if told { self.phrase(noun, to, noun) } else { Some(found) }
    }

    /// "The firm, whose director Ana Pell | left", "the firm, led by Ana Pell": who is named in a clause that describes the source is
    /// another one, unless a name follows it ("the man whose bill it was, Tom Bell").
    fn without_owner(&self, from: usize, to: usize) -> Run {
        let comma = |i: usize| self.analysis.words.of(i) == ",";
        let verb = |i: usize| matches!(self.analysis.pos[i], Pos::Verb | Pos::Noun | Pos::Adj);
        let opens = |&i: &usize| {
            let relative = matches!(self.analysis.words.of(i), "whose" | "where" | "whom");
            relative || i + 2 < to && comma(i - 1) && verb(i) && self.analysis.words.of(i + 1) == "by"
        };
        let Some(clause) = (from + 1..to).find(opens) else { return (from, to) };
        let noun = self.analysis.has_noun((from, clause)) || self.analysis.form(from).is_capital();
        let named = (clause..to).rev().find(|&i| comma(i)).is_some_and(|last| {
            self.entities.inside(last, to).first().is_some_and(|mention| mention.start == last + 1 && mention.to == to)
        });
        if noun && !named { self.trim((from, clause)) } else { (from, to) }
    }

    /// The head noun of a source.
    pub(crate) fn head_of(&self, run: Run) -> Option<usize> {
        let (from, to) = self.trim(run);
        self.head_noun(from, self.head_end(from, to))
    }

    /// "the source" after "a source close to the talks": the same one.
    pub(crate) fn again(&self, run: Run, phrases: &[(usize, Referent)]) -> Option<Referent> {
        let (from, to) = self.trim(run);
        let same = self.over_same(from, to);
        let led = matches!(self.analysis.lower(from).as_str(), "the" | "der" | "die" | "das")
            || self.language == "nl" && self.among(from, &["de", "het"]);
        let named = self.entities.inside(from, to).iter().any(|mention| mention.from < to);
        let head = self.head_of(run).filter(|_| !named)?;
        let mut known = phrases.iter().rev().take(30);
        // "Laut Ministerium": bodies stand without their article there.
        let bare = self.language == "de" && to == from + 1 && self.class(head) & class::ALIAS != 0;
        if led && to - from == 2 || bare {
            let compound = known.clone().take(8).find(|(noun, _)| self.is_tail_of(head, *noun));
            if let Some((_, referent)) = compound {
                return Some(referent.clone());
            }
        }
        let taken = led && (2..=3).contains(&(to - from)) && self.language != "nl";
        if !(taken || same > from) || self.class(to - 1) & class::ALIAS != 0 {
            return None;
        }
        let role = |noun: usize| self.gazetteer.role(self.analysis.form(noun).hash);
        known.find(|(noun, _)| role(*noun) == role(head)).map(|(_, referent)| referent.clone())
    }

    /// "lo stesso | portavoce", "dezelfde | woordvoerder", "тот же | источник": where a phrase goes on behind the word that says it is the
    /// one before; where it begins, if none does.
    pub(crate) fn over_same(&self, from: usize, to: usize) -> usize {
        let near = (from..to.min(from + 2)).find(|&i| is_same(&self.small(i))).map(|i| i + 1);
        let russian = self.language == "ru" && to > from + 2 && self.among(from + 1, &["же"]);
        let behind = if russian { Some(from + 2) } else { near.filter(|_| self.language != "ru") };
        behind.filter(|&behind| behind < to).unwrap_or(from)
    }

    /// Without parts of speech a source may be a piece of a clause: words before its first noun phrase go, and all from
    /// its first reporting verb on. Nothing is left of "Aber es".
    pub(crate) fn without_clause(&self, mut from: usize, mut to: usize) -> Option<Run> {
        if to - from == 1 {
            return Some((from, to));
        }
        // "auf dem Platz" is where, "laut Berg" is who.
        let adverbial =
            ["am", "im", "in", "auf", "aus", "über", "wegen", "mit", "unter", "vor", "für", "durch", "gegen"];
        if self.language == "de" && adverbial.contains(&self.analysis.lower(from).as_str()) {
            return None;
        }
        let function = |i: usize| self.class(i) & class::FUNCTION != 0;
        let number = |word: &str| self.language == "de" && NUMBERS.iter().any(|(dative, _)| *dative == word);
        let article = |i: usize| {
            let word = self.analysis.lower(i);
            DEFINITE.contains(&word.as_str()) || number(&word)
        };
        if self.pronoun_at(from).is_none() || function(from) && !article(from) {
            while from + 1 < to && function(from) && !article(from) {
                from += 1;
            }
        }
        const NOUN: u32 =
            class::TITLE | class::HUMAN | class::ALIAS | class::ORGANISATION | class::GROUP | class::UNNAMED;
        // "El acusado", "un ancien conseiller", "el abogado defensor, Berg": no verbs, though they look like some.
        let noun = |i: usize| {
            let first = self.class(i) & NOUN != 0 && (from..i).all(|at| self.class(at) & NOUN == 0);
            let apposed = self.analysis.words.of(i + 1) == ","
                && self.entities.inside(i + 2, to).first().is_some_and(|mention| mention.start == i + 2);
            is_plain(self.language) && (first || apposed)
        };
        if let Some(verb) = (from + 1..to).find(|&i| {
            let verb = self.analysis.lexicon[i].is_some() && !self.analysis.form(i).is_capital();
            verb && !self.inside_name(i, from, to) && !noun(i)
        }) {
            to = verb;
        }
        let adjunct = (from + 1..to).find(|&i| opens_adjunct(self.analysis, i) && !self.inside_name(i, from, to));
        if let Some(adjunct) = adjunct.filter(|_| self.language == "de") {
            to = adjunct;
        }
        while to > from + 1 && (function(to - 1) || !self.analysis.form(to - 1).is_word()) {
            to -= 1;
        }
        (!(from..to).all(function) || self.pronoun_at(from).is_some()).then_some((from, to))
    }

    pub(crate) fn head_noun(&self, from: usize, end: usize) -> Option<usize> {
        // "глава региона", "la dirigente del sindicato": the head comes first.
        if matches!(self.language, "fr" | "es" | "pt" | "it" | "ru") {
            const KNOWN: u32 = class::PERSON | class::UNNAMED | class::DOCUMENT | class::ALIAS | class::GROUP;
            if let Some(head) = (from..end).find(|&i| self.class(i) & KNOWN != 0) {
                return Some(head);
            }
        }
        (from..end).rev().find(|&i| {
            let word = self.analysis.words.of(i);
            // "article 10"
            let number = i > from && word.chars().all(|c| c.is_ascii_digit());
            self.analysis.form(i).is_word() && !number && !matches!(word, "'s" | "’s")
        })
    }

    /// "Mehreren Medienberichten zufolge": the nominative of a dative plural that a word of number opens.
    pub(crate) fn nominative(&self, phrase: &str) -> Option<String> {
        let (first, rest) = phrase.split_once(' ').filter(|_| self.language == "de")?;
        let number = NUMBERS.iter().find(|(dative, _)| first.to_lowercase() == *dative)?.1;
        // "Experten" and "Medien" end in -n in every case.
        let plural =
            rest.strip_suffix('n').filter(|bare| bare.ends_with("te") || bare.ends_with("er") || bare.ends_with("el"));
        let weak = ["experten", "juristen", "journalisten", "präsidenten", "studenten", "patienten", "touristen"];
        let kept = weak.iter().any(|word| rest.to_lowercase().ends_with(word));
        Some(format!("{number} {}", plural.filter(|_| !kept && !rest.contains(' ')).unwrap_or(rest)))
    }

    /// The pronoun at a word; French hangs it on the verb: "explique-t-il".
    pub(crate) fn pronoun_at(&self, i: usize) -> Option<Pronoun> {
        // "WHO", "US" and "IT" are names.
        let word = self.analysis.lower(i);
        let upper = self.analysis.form(i).shape == Shape::Upper && word.len() > 1 && self.language == "en";
        if upper && !matches!(word.as_str(), "he" | "she" | "they") {
            return None;
        }
        let hung = || word.rsplit_once('-').and_then(|(_, last)| pronoun(self.language, last));
        pronoun(self.language, &word).or_else(hung)
    }

    /// The sex that a source's pronoun gives, if it is one.
    pub(crate) fn sex_of(&self, run: Run) -> i32 {
        let (from, to) = self.trim(run);
        match (from < to).then(|| self.pronoun_at(from)).flatten() {
            Some(Pronoun::Male) => -1,
            Some(Pronoun::Female) => 1,
            _ => 0,
        }
    }

    /// The run without marks and prepositions at its edges.
    pub(crate) fn trim(&self, (mut from, mut to): Run) -> Run {
        // "PORT CALLOW — A former supervisor": a dateline is no part of who speaks.
        let dash = (from + 1..to.min(from + 8)).find(|&i| self.analysis.form(i).shape == Shape::Dash);
        if let Some(dash) = dash.filter(|&dash| dash + 1 < to && self.analysis.form(from).shape == Shape::Upper) {
            from = dash + 1;
        }
        if self.language == "en" && self.analysis.lower(from) == "according" && from + 2 < to {
            from += 2;
        }
        // "According to the words of the witness": he speaks.
        let words =
            self.language == "en" && from + 3 < to && self.is(from + 1, &["words", "word", "statement", "statements"]);
        if words && self.is(from, &["the"]) && self.is(from + 2, &["of"]) {
            from += 3;
        }
        while from < to && (!self.analysis.form(from).is_word() || self.analysis.pos[from] == Pos::Adp) {
            from += 1;
        }
        // "the lawsuit even | alleges"
        let adverb = |i: usize| self.language == "en" && self.pos(i) == Pos::Adv && !self.analysis.form(i).is_capital();
        while from < to && (!self.analysis.form(to - 1).is_word() || from + 1 < to && adverb(to - 1)) {
            to -= 1;
        }
        (from, to)
    }

    /// "ein Bericht der „Zeit | “": over the mark that closes a name in quotation marks.
    pub(crate) fn over_mark(&self, (from, to): Run) -> usize {
        let quoted = &self.analysis.quoted;
        let opened = (from..to).any(|i| quoted[i] == state::OPEN);
        to + usize::from(opened && quoted.get(to) == Some(&state::CLOSE))
    }

    /// Where the head of the phrase ends: before its first preposition, relative clause or comma.
    pub(crate) fn head_end(&self, from: usize, to: usize) -> usize {
        let stop = |i: &usize| {
            let word = self.analysis.lower(*i);
            let name = word == "who" && self.analysis.form(*i).shape == Shape::Upper;
            let ends = matches!(self.analysis.pos[*i], Pos::Adp | Pos::Sconj | Pos::Verb)
                || ENDS_HEAD.contains(&word.as_str());
            // "adviser to transport minister Berg": the tagger may take what follows "to" for a verb.
            let other = match self.language {
                "de" => matches!(word.as_str(), "der" | "in" | "im" | "aus" | "bei" | "am"),
                "en" => word == "to",
                _ => false,
            };
            (ends || other) && !name && !self.inside_name(*i, from, to)
        };
        (from + 1..to).find(stop).unwrap_or(to)
    }

    pub(crate) fn inside_name(&self, i: usize, from: usize, to: usize) -> bool {
        self.entities.inside(from, to).iter().any(|mention| mention.start <= i && i < mention.to)
    }
}
