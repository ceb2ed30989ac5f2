//! German reporting verbs: where their source stands, and what they report.

use super::{Finder, MOST, SHORTEST};
use crate::claims::attribution::lexicon::Part;
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::speakers::is_document;
use crate::learn::form::Shape;

/// Words that say whom somebody calls upon at most: "forderte | die Partei „Die Mitte“ auf, | ...".
const ADDRESSEE: usize = 14;

/// Whether an attribution stands by the mood of its verb alone, with nobody to speak.
fn is_unclaimed(link: &Link) -> bool {
    link.cue.is_none() && link.source.is_none()
}

impl Finder<'_> {
    /// Reporting verbs of the sentence, each with what it reports.
    ///
    /// `first` is the first link of the sentence.
    pub(super) fn reported(&self, links: &mut Vec<Link>, first: usize, before: Option<Run>) {
        let quotes = self.quotes();
        let cues: Vec<usize> = (self.from..self.to).filter(|&i| self.verb(i)).take(MOST).collect();
        for &cue in &cues {
            let taken = |i: usize| {
                links[first..].iter().any(|link| {
                    link.contents.iter().any(|run| run.0 <= i && i < run.1)
                        || link.cue.is_some_and(|other| other.0 == i)
                })
            };
            // "Fest steht: ..."
            let stands = self.is(cue, &["steht", "stand"]) && self.is(self.from, &["fest"]);
            let idle = stands
                || self.shows_how(cue)
                || self.reported_deed(cue)
                || self.lacks_particle(cue)
                || self.hangs_on_modal(cue);
            if taken(cue) || idle || self.fronted(cue, &cues) {
                continue;
            }
            if let Some(link) = self.fronted_denial(cue).or_else(|| self.resumed(cue, before, links)) {
                // What its mood alone told of is now somebody's.
                links.pop_if(|last| is_unclaimed(last) && last.contents == link.contents);
                links.push(link);
                return;
            }
            let accused = self.accused(cue);
            if accused.is_none() && self.lacks_agent(cue) {
                // "Es wurde vermutet, dass ...": nobody says who.
                if self.clause_behind(cue + 1) {
                    links.extend(self.link(None, (cue, cue + 1), self.contents(cue, cue + 1, false, &quotes)));
                }
                continue;
            }
            let fronted = self.fronted_object(cue).filter(|_| accused.is_none());
            let known = accused.map(|agent| (agent, false)).or(fronted.map(|(_, source)| (Some(source), true)));
            let Some((mut source, after)) = known.or_else(|| self.source(cue)) else {
                continue;
            };
            let mut inherited = false;
            if source.is_none() && accused.is_none() {
                // "Bennett kritisierte ... und sagte", "Bennett trat vor und sagte": the subject is that of the verb before.
                let known = links[first..].last().and_then(|link| link.source);
                let Some(known) = known.or_else(|| self.subject_before(cue)) else { continue };
                (source, inherited) = (Some(known), true);
            }
            source = self.quoted_by(cue, source.filter(|_| after)).or(source);
            let end = source.filter(|_| after).map_or(cue + 1, |source| source.1);
            let contents = match fronted {
                Some((object, _)) => vec![object],
                None => self.contents(cue, end, after, &quotes),
            };
            let contents: Vec<Run> = contents.into_iter().filter(|run| !(run.0..run.1).any(taken)).collect();
            if let Some(mut link) = self.link(source, (cue, cue + 1), contents) {
                link.inherited = inherited;
                // The sentences of a quotation that stood without a cue so far.
                if links.last().is_some_and(|last| last.cue.is_none() && link.contents.contains(&last.contents[0])) {
                    links.pop();
                }
                links.push(link);
            }
        }
        if links.len() == first {
            links.extend(self.nominal());
            if links.len() == first {
                links.extend(self.labelled(&quotes).or_else(|| self.behind_colon(&quotes)).or_else(|| self.unlisted()));
            }
            if links.len() == first
                && let Some(link) = self.closed_by_unlisted(&quotes)
            {
                let uncued = |last: &Link| last.cue.is_none() && link.contents.contains(&last.contents[0]);
                if links.last().is_some_and(uncued) {
                    links.pop();
                }
                links.push(link);
            }
        }
    }

    /// "Sie habe die Stadt gewarnt.": a participle whose auxiliary is in the mood of reported speech tells what was said.
    fn reported_deed(&self, cue: usize) -> bool {
        let last = cue + 1 >= self.to || !self.analysis.form(cue + 1).is_word();
        let start = (self.from..cue).rev().find(|&i| self.comma(i)).map_or(self.from, |i| i + 1);
        let deed = (start..cue).any(|i| self.is(i, &["habe", "sei", "seien"]) && self.subjunctive(i));
        last && deed && start == self.from
    }

    /// "Der Anschlag wirft Fragen auf", "sie führte den Verein": a verb that reports with its particle alone, "wirft ... vor", and has none.
    pub(super) fn lacks_particle(&self, cue: usize) -> bool {
        let end = |i: usize| {
            i + 1 >= self.to || !self.analysis.form(i + 1).is_word() || self.is(i + 1, &["und", "oder", "aber"])
        };
        // "gab sich überzeugt": the pronoun stands anywhere.
        let has = |particle: &str| {
            (cue + 1..self.to).any(|i| self.outside(i) && self.is(i, &[particle]) && (particle == "sich" || end(i)))
        };
        let mut parted = self.pack.separable.iter().filter(|(_, verb)| self.is(cue, &[verb])).peekable();
        parted.peek().is_some() && !parted.any(|(particle, _)| has(particle))
    }

    /// "Das sagte der Minister am Montag.": what is said stands in the sentence before.
    fn resumed(&self, cue: usize, before: Option<Run>, links: &[Link]) -> Option<Link> {
        let first = (self.from..self.to).find(|&i| self.analysis.form(i).is_word())?;
        // "Davon ist Berg überzeugt."
        let held = self.is(first, &["davon"]) && self.is(first + 1, &["ist", "war", "sind", "zeigte", "zeigt"]);
        let held = held && self.is(cue, &["überzeugt"]) && cue + 2 >= self.to;
        let opens = held
            || self.is(first, &["das", "dies"])
                && (first + 1 == cue || first + 2 == cue && self.is(first + 1, &self.pack.auxiliaries));
        let (from, to) = before?;
        let finder = Finder::of(self.analysis, self.pack, (from, to));
        let free = links.last().is_none_or(|link| {
            link.contents.last().is_none_or(|run| run.1 <= from) || is_unclaimed(link) && link.contents.len() == 1
        });
        let quiet = !(cue..self.to).any(|i| {
            !self.outside(i) || self.analysis.form(i).shape == Shape::Colon || self.is(i, &self.pack.complementisers)
        });
        let word = self.analysis.lower(cue);
        let says = self.says(cue) || ["bestätig", "vermut", "meld", "kündig"].iter().any(|stem| word.starts_with(stem));
        if !opens || !free || !quiet || !(says || held) {
            return None;
        }
        if held {
            let end = self.phrases.end_of(first + 2).filter(|&end| end <= cue)?;
            return self.link(Some((first + 2, end)), (cue, cue + 1), vec![finder.trimmed((from, to))]);
        }
        // "Das vermutete zumindest der Autor"
        let start = (cue + 1..self.to.min(cue + 4)).find(|&i| !self.is(i, &self.pack.adverbs))?;
        let end = self.phrases.end_of(start)?;
        self.link(Some((start, end)), (cue, cue + 1), vec![finder.trimmed((from, to))])
    }

    /// What the verb at `cue` reports; `end` is where its source ends, if it stands after it.
    fn contents(&self, cue: usize, end: usize, after: bool, quotes: &[Run]) -> Vec<Run> {
        // "Die Stadt, so klagte Berg, habe ..."
        let so = cue > self.from + 2 && self.is(cue - 1, &["so"]) && self.comma(cue - 2);
        let ended = |i: usize| so || !self.outside(i) || self.comma(i) || self.analysis.form(i).shape == Shape::Stop;
        let subjunctive = self.subjunctive_in((self.from, cue));
        let closes = cue > self.from
            && ended(cue - 1)
            // "Im Gespräch mit dem „Boten“ sagte Berg: ...": marks around a name are no quotation.
            && (subjunctive || !self.ends_at_colon(end))
            // "Damit alle Platz finden, wies der Verein auf Folgendes hin: „...“"
            && !quotes.iter().any(|run| run.0 > end && self.colon(end, run.0) && self.words(*run) >= SHORTEST)
            && !self.names_outlet(cue, quotes)
            // "Als sie nachsahen, stellten die Prüfer fest, dass ...": what they found stands behind.
            && (subjunctive || !self.clause_behind(end) || quotes.iter().any(|run| run.1 <= cue));
        let speech = |run: &&Run| {
            let beside = run.1 <= cue && cue - run.1 <= 4 || run.0 > cue && self.words((end.min(run.0), run.0)) <= 1;
            self.words(**run) >= SHORTEST && (beside || self.colon(cue, run.0))
                || self.colon(cue, run.0) && self.words(**run) > 0
        };
        let spoken: Vec<Run> = quotes.iter().filter(speech).copied().collect();
        // "„Unverantwortlich“ nannte Berg den Plan": what it is called stands before, and what is called so behind.
        let name = quotes.iter().find(|run| run.1 + 1 == cue && self.words((self.from, run.0)) <= 1);
        if let Some(name) = name.filter(|_| after && self.calls(cue) && self.outside(cue))
            && let Some(called) = self.object(cue, end, after)
        {
            return vec![*name, called];
        }
        // "..., sagte Lange, ..."
        let opened = self.opens_quoted(cue, quotes);
        let split = opened.and_then(|opened| Some([opened, self.split_quote(end, quotes)?]));
        // "Ähnlich wie damals, als ..., sprachen sie von einer „Plandemie“": of what they speak stands behind.
        let of = |i: usize| self.outside(i) && self.is(i, &["von", "vom"]);
        let speaks = self.analysis.lower(cue).starts_with("spr") && (end..self.to.min(end + 12)).any(of);
        // "Indem er den Hafen hervorhebt, rechtfertigt Berg den Zoll": the clause tells how, and the object what.
        let aside = self.is(self.from, &["indem", "nachdem", "während", "bevor", "als", "obwohl", "seit", "seitdem"])
            && (self.from..cue).filter(|&i| self.comma(i)).count() == 1
            && !self.says(cue)
            && self.words((end, self.to)) >= 2
            && !self.comma(end);
        if closes && !aside && !speaks && after && (self.words((self.from, cue)) >= 2 || split.is_some()) {
            if spoken.iter().any(|run| run.1 <= cue && self.words((self.from, run.0)) == 0) {
                // "..., sagte Berg dem „Boten“": whom it was told.
                let told = |run: &Run| run.0 > cue && !(cue..run.0).any(|i| self.comma(i) || self.parts(i));
                return quotes.iter().filter(|run| self.words(**run) >= 2 && !told(run)).copied().collect();
            }
            if let Some(halves) = split {
                return halves.to_vec();
            }
            let mut contents = vec![self.trimmed((self.from, cue - usize::from(so)))];
            // "Die Suche, sagte Berg am Morgen, sei gefährlich": when and where stand before the comma.
            let close = (end..self.to.min(end + 6)).find(|&i| self.comma(i));
            let particle = |close: usize| close == end + 1 && self.is(end, &self.pack.particles);
            let close = close.filter(|&close| close == end || particle(close) || self.phrases.adverbial(end));
            if self.ends_at_colon(end) {
                // "Sie habe einen Zweck, sagt der Mann: ihn zu demütigen."
                contents.push(self.trimmed((end, self.to)));
            } else if let Some(close) = close
                && (self.subjunctive_in((close, self.to)) && !self.subjunctive_in(contents[0])
                    || self.goes_on(contents[0], close))
            {
                contents.push(self.trimmed((close, self.to)));
            } else if let Some(next) = self.split_quote(end, quotes) {
                // "Die Lage sei ernst, sagte Berg, „wir brauchen Hilfe“"
                contents.push(next);
            }
            return contents;
        }
        let limit = self.to.min(end + 24);
        // "sagte, dass ...", "fragte, warum ..."
        let opener = (end..limit).find(|&i| {
            self.outside(i)
                && i > 0
                && (self.comma(i - 1) || i == end)
                && (self.is(i, &self.pack.complementisers) || self.comma(i - 1) && self.is(i, &self.pack.questions))
                && !(self.is(i, &["wie"]) && self.is(i + 1, &["etwa", "beispielsweise", "zum"]))
        });
        // "führten alte Berichte als Beweise dafür an, dass ...": the particle may stand far behind its verb.
        let far = || {
            let parted = |&i: &usize| self.comma(i - 1) && self.is(i - 2, &self.pack.particles);
            (limit..self.to.min(end + 2 * 24)).filter(parted).find(|&i| self.is(i, &["dass", "daß"]))
        };
        let opener = opener.or_else(far);
        // "riefen: „Wir bleiben“, als sie sahen, wie ...": the quotation behind the colon comes first.
        let quoted =
            spoken.first().is_some_and(|run| self.colon(end, run.0) && opener.is_some_and(|opener| run.1 <= opener));
        let opener = opener.filter(|_| !quoted);
        let at_once = (end..self.to.min(end + 7)).find(|&i| self.comma(i)).filter(|&comma| {
            let bare = !self.is(comma + 1, &self.pack.complementisers) && !self.is(comma + 1, &self.pack.questions);
            let near = comma < end + 2;
            // "berichteten zudem, es habe Hinweise gegeben, dass ..."
            let told = |opener: usize| self.subjunctive_in((comma + 1, if near { self.to } else { opener }));
            bare && opener.is_some_and(|opener| opener > comma + 1 && told(opener))
                || near && self.irreal_in((comma + 1, self.to)) && self.says(cue) && bare
        });
        if let Some(comma) = at_once {
            return vec![self.trimmed((comma + 1, self.before_joined((comma + 1, self.to))))];
        }
        if let Some(opener) = opener {
            let skip = usize::from(self.is(opener, &self.pack.complementisers));
            return vec![self.trimmed((opener + skip, self.before_joined((opener + skip, self.to))))];
        }
        if !spoken.is_empty() {
            return spoken;
        }
        // "sagte: ...", "sagte, die Lage sei ernst"
        if let Some(colon) = (cue + 1..limit).find(|&i| self.outside(i) && self.analysis.form(i).shape == Shape::Colon)
            && self.colon(cue, colon + 1)
        {
            return vec![self.trimmed((colon + 1, self.to))];
        }
        let comma = (end..limit).find(|&i| self.comma(i));
        if let Some(comma) = comma {
            let segment = (comma + 1, self.to);
            let stop = self.before_joined(segment);
            let whole = self.trimmed((comma + 1, stop));
            let relative = self.is(
                comma + 1,
                &[
                    "der", "die", "das", "den", "dem", "deren", "dessen", "und", "aber", "als", "um", "wobei",
                    "während", "nachdem", "weil", "da", "wenn", "obwohl",
                ],
            ) && !self.subjunctive_in((comma + 1, self.to.min(comma + 10)))
                // "warnt vor einer Masche, bei der ...", "verweist auf Hilfen, wie etwa ..."
                || self.is(comma + 1, &self.pack.prepositions)
                    && self.is(comma + 2, &["der", "die", "dem", "den", "denen"])
                    // "wies Vorwürfe zurück, an der Technik gespart zu haben"
                    && !self.infinitive((whole.1.saturating_sub(2).max(comma + 1), whole.1));
            let plain = self.analysis.lexicon[cue].is_some_and(|entry| entry.part == Part::Verb)
                && !self.is_object(cue)
                && comma <= end + 6;
            // "räumte ein, die Tür offen gelassen zu haben": the article opens no relative clause.
            // "forderte die Partei auf, den Vertrag zu kündigen": so it does where the verb ends before the comma.
            let ended = self.is(comma - 1, &self.pack.particles);
            let bare = self.is(comma + 1, &["der", "die", "das", "den", "dem"])
                && (ended || !self.is_object(cue) || self.advises(cue))
                && (ended && self.accuses(cue) || !(comma + 1..stop).any(|i| self.comma(i)));
            let near = comma <= end + if ended { ADDRESSEE } else { 6 };
            let infinitive = self.infinitive(segment) && near && (!relative || bare);
            // "wies den Vorwurf zurück, die Sprinkler hätten versagt": the clause is what the noun names.
            let named =
                comma > end && (end..comma).any(|i| self.is(i, &self.pack.nominals)) && self.irreal_second(segment);
            let segment = (segment.0 + usize::from(self.is(comma + 1, &["wonach"])), self.to);
            // "warf der Firma vor, Werte gefälscht zu haben": whom it accuses did so.
            let accused = (end, comma - usize::from(ended));
            if infinitive && ended && self.accuses(cue) && self.words(accused) > 0 {
                let ends = |&i: &usize| self.comma(i) && self.infinitive((segment.0, i));
                let stop = (segment.0..stop).find(ends).unwrap_or(stop);
                return vec![self.trimmed(accused), self.trimmed((segment.0, stop))];
            }
            if self.subjunctive_in(segment) || named || infinitive || !relative && plain && self.says(cue) {
                return vec![self.trimmed((segment.0, self.before_joined(segment)))];
            }
        }
        if let Some(pronoun) = self.denied_pronoun(cue, end, after) {
            return vec![pronoun];
        }
        if self.is_object(cue)
            && let Some(object) = self.object(cue, end, after)
        {
            return vec![object];
        }
        Vec::new()
    }

    /// "Im Interview mit der „Zeit“ sagte Berg, er ...": a name in quotation marks right before the verb, and words before it.
    fn names_outlet(&self, cue: usize, quotes: &[Run]) -> bool {
        // "„Vatican News“ verkündete", "ein „Riesenrennen“, urteilte": the name speaks, or is no name.
        if !self.phrases.adverbial(self.from) {
            return false;
        }
        quotes.iter().any(|&(from, to)| {
            let near = to < cue && cue - to <= 1 && !self.comma(cue - 1);
            near && self.is_name((from, to), 3) && self.words((self.from, from)) > 0
        })
    }

    /// Whether an irreal verb stands in a clause where a main one has it: before other words. That of a relative clause stands last.
    fn irreal_second(&self, (from, to): Run) -> bool {
        (from..to).any(|i| self.irreal_in((i, i + 1)) && i + 1 < to && self.analysis.form(i + 1).is_word())
    }

    /// "warf ... vor": a verb that accuses with its particle.
    fn accuses(&self, cue: usize) -> bool {
        self.is(cue, &["warf", "wirft", "warfen", "werfen"])
    }

    fn colon(&self, cue: usize, at: usize) -> bool {
        // "nannte den Plan falsch und sagte: ...": the colon of another verb.
        let joined = |i: usize| i + 1 < at && self.is(i, &["und", "sowie", "aber"]) && self.verb(i + 1);
        cue < at
            && (cue..at).any(|i| self.outside(i) && self.analysis.form(i).shape == Shape::Colon)
            && !(cue..at).any(joined)
    }

    fn ends_at_colon(&self, end: usize) -> bool {
        end < self.to && self.outside(end) && self.analysis.form(end).shape == Shape::Colon
    }

    /// "Wie das geht, zeigt ein Beispiel": a thing that shows how something is done says nothing.
    fn shows_how(&self, cue: usize) -> bool {
        let shows = self.is(cue, &["zeigt", "zeigen", "zeigte", "zeigten"]) && self.is(self.from, &self.pack.questions);
        let end = self.phrases.end_of(cue + 1).filter(|_| shows && self.comma(cue.saturating_sub(1)));
        end.is_some_and(|end| {
            let written = |i: usize| is_document("de", self.analysis.form(i).hash, self.analysis.words.of(i));
            !self.is_somebody((cue + 1, end)) && !(cue + 1..end).any(written)
        })
    }

    /// Whether a sentence or a clause ends at a mark outside of quotations.
    fn parts(&self, i: usize) -> bool {
        self.outside(i) && matches!(self.analysis.form(i).shape, Shape::Stop | Shape::Colon)
    }

    /// "stellten die Prüfer fest, dass ...": whether the reported clause opens behind the source and the particle.
    pub(super) fn clause_behind(&self, end: usize) -> bool {
        let small = |i: &usize| self.is(*i, &self.pack.particles) || self.is(*i, &self.pack.adverbs);
        let comma = end + (end..self.to.min(end + 3)).take_while(small).count();
        self.comma(comma) && self.is(comma + 1, &["dass", "daß", "ob"])
    }

    /// Verbs that can stand before a bare clause: "sagte, das ist so".
    pub(super) fn says(&self, cue: usize) -> bool {
        let word = self.analysis.lower(cue);
        let bare = word.strip_prefix("ge").unwrap_or(&word);
        [
            "sag",
            "erklär",
            "betont",
            "schrieb",
            "schreib",
            "mein",
            "gemeint",
            "behaupt",
            "versicher",
            "glaub",
            "berichte",
            "teilte",
            "antworte",
            "ergänz",
        ]
        .iter()
        .any(|stem| word.starts_with(stem) || bare.starts_with(stem))
    }
}
