//! Through whom somebody's words come, in the languages read by rules: "cité par l'AFP", "dijo a la agencia EFE", "sagte Lund der
//! Zeitung «Bote»", "сказал ТАСС".

use std::collections::HashMap;
use std::sync::OnceLock;

use super::according::Held;
use super::phrases::Frame;
use crate::claims::attribution::analysis::{Analysis, NONE, state};
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::attribution::pack::Pack;
use crate::claims::speakers::is_outlet;
use crate::claims::types::Act;
use crate::learn::form::Shape;

/// How far from the cue and its source an outlet is looked for, in words.
const REACH: usize = 16;
/// Words of its name at most.
const NAME: usize = 5;
/// Words between the kind of an outlet and its name at most: "l'agence de presse Belga".
const BETWEEN: usize = 2;

/// The words of one language; see `data/channels.txt`.
#[derive(Debug, Default)]
struct Channels {
    leads: Vec<&'static str>,
    nouns: Vec<&'static str>,
    cited: Vec<&'static str>,
}

/// The words of a language; none of one without a list.
fn channels(code: &str) -> Option<&'static Channels> {
    static ALL: OnceLock<HashMap<&'static str, Channels>> = OnceLock::new();
    let all = ALL.get_or_init(|| {
        let mut all: HashMap<&'static str, Channels> = HashMap::new();
        for line in include_str!("../data/channels.txt").lines().filter(|line| !line.starts_with('#')) {
            let Some((head, words)) = line.split_once(':') else { continue };
            let Some((code, kind)) = head.split_once(' ') else { continue };
            let own = all.entry(code).or_default();
            let list = match kind {
                "lead" => &mut own.leads,
                "noun" => &mut own.nouns,
                _ => &mut own.cited,
            };
            list.extend(words.split_whitespace());
        }
        all
    });
    all.get(code)
}

/// What is looked at for outlets.
struct Reader<'a, 'b> {
    analysis: &'a Analysis<'b>,
    pack: &'a Pack,
    channels: &'static Channels,
}

impl<'a, 'b> Reader<'a, 'b> {
    fn of(analysis: &'a Analysis<'b>, pack: &'a Pack) -> Option<Self> {
        Some(Self { analysis, pack, channels: channels(pack.code)? })
    }

    fn is(&self, i: usize, words: &[&str]) -> bool {
        i < self.analysis.len() && self.analysis.is_one_of(i, words)
    }

    fn out(&self, i: usize) -> bool {
        self.analysis.quoted.get(i).is_some_and(|&at| at == state::OUT)
    }

    fn capital(&self, i: usize) -> bool {
        i < self.analysis.len() && self.out(i) && self.analysis.form(i).is_capital()
    }

    /// A word for a kind of outlet; the last part of a German compound is enough.
    fn is_kind(&self, i: usize) -> bool {
        let ends = || {
            let word = self.analysis.lower(i);
            self.pack.code == "de" && self.channels.nouns.iter().any(|noun| word.ends_with(noun))
        };
        self.is(i, &self.channels.nouns) || i < self.analysis.len() && self.out(i) && ends()
    }

    /// A name in quotation marks, or in capitals, that begins at word `i`.
    fn name(&self, i: usize) -> Option<Run> {
        let quote = *self.analysis.quote.get(i)?;
        if quote != NONE && self.analysis.quoted[i] == state::OPEN {
            let inside = |at: &usize| self.analysis.quote[*at] == quote && self.analysis.quoted[*at] == state::IN;
            let end = (i + 1..self.analysis.len()).take_while(inside).last()? + 1;
            return (end <= i + 1 + NAME && self.analysis.form(i + 1).is_capital()).then_some((i + 1, end));
        }
        let end = (i..self.analysis.len().min(i + NAME)).take_while(|&at| self.capital(at)).last()? + 1;
        Some((i, end))
    }

    /// "agence de presse | Belga", "Zeitung | «Bote»": the name behind the kind of an outlet.
    fn behind_kind(&self, i: usize) -> Option<Run> {
        if !self.is_kind(i) {
            return None;
        }
        let small = |at: &usize| self.out(*at) && self.analysis.form(*at).shape == Shape::Lower;
        let next = i + 1 + (i + 1..self.analysis.len().min(i + 1 + BETWEEN)).take_while(small).count();
        self.name(next)
    }

    /// The outlet whose name, article or kind begins at word `i`.
    fn outlet(&self, i: usize, known: impl Fn(usize) -> Option<Run>) -> Option<Run> {
        let first =
            i + usize::from(self.is(i, &self.pack.articles) || self.is(i, &["den", "dem", "der", "die", "das"]));
        [i, first].into_iter().find_map(|at| {
            let found = self.behind_kind(at).or_else(|| known(at)).or_else(|| self.is_wire(at));
            // "Le Monde": a capital article belongs to the name.
            found.map(|run| if run.0 == i + 1 && first == i + 1 && self.capital(i) { (i, run.1) } else { run })
        })
    }

    /// "berichteten der | «Krone»", "dice al | «Corriere»", "im Interview mit der | «Woche»": a name in quotation marks right behind who
    /// says it to whom; `lead` is the word before.
    fn told(&self, lead: usize, source: Run, cue: Run) -> Option<Run> {
        let inside = ["dans", "sur", "en", "in", "im", "sul", "sulla", "su", "de", "du", "da", "von", "vom"];
        let at = lead + 1;
        let quoted = self.analysis.quoted.get(at) == Some(&state::OPEN);
        let close = lead == source.1 || lead == cue.1 || lead > 0 && self.is(lead - 1, &["mit"]);
        self.name(at).filter(|_| quoted && close && !self.is(lead, &inside))
    }

    /// "ТАСС", "EFE": the short name of an agency, and "РИА Новости".
    fn is_wire(&self, i: usize) -> Option<Run> {
        let word = |i: usize| self.analysis.words.of(i);
        let known = self.capital(i) && is_outlet(self.pack.code, self.analysis.form(i).hash, word(i));
        let upper = known && self.analysis.form(i).shape == Shape::Upper;
        let more = usize::from(upper && self.is(i + 1, &["новости"]));
        upper.then_some((i, i + 1 + more))
    }
}

/// The outlet that an attribution comes through; `known` answers where the name ends of an outlet that begins at a word.
pub(crate) fn via(analysis: &Analysis, pack: &Pack, link: &Link, known: impl Fn(usize) -> Option<Run>) -> Option<Run> {
    let reader = Reader::of(analysis, pack)?;
    let cue = link.cue?;
    let (from, to) = analysis.sentence_at(cue.0);
    let source = link.source.unwrap_or(cue);
    let first = cue.0.min(source.0).saturating_sub(REACH).max(from);
    let last = to.min(cue.1.max(source.1) + REACH);
    let free = |i: usize| {
        let own = source.0 <= i && i < source.1;
        !own && !link.contents.iter().any(|run| run.0 <= i && i < run.1)
    };
    let lead = |i: usize| reader.is(i, &reader.channels.leads) && !(i > 0 && reader.is_kind(i - 1));
    // "сказал ТАСС", "рассказал «Вестнику»": Russian has its dative.
    let dative = |i: usize| pack.code == "ru" && i + 1 == cue.1;
    (first..last).filter(|&i| reader.out(i) && free(i) && (lead(i) || dative(i))).find_map(|i| {
        let found = reader.outlet(i + 1, &known).or_else(|| reader.told(i, source, cue));
        found.filter(|run| run.1 <= to && (run.0..run.1).all(free))
    })
}

/// Whether the words of a source name an outlet: "l'agence Belga", "laut der Zeitung «Bote»", "EFE".
pub(crate) fn names_outlet(analysis: &Analysis, pack: &Pack, (from, to): Run) -> bool {
    let Some(reader) = Reader::of(analysis, pack) else { return false };
    (from..to.min(from + BETWEEN + 1)).any(|i| {
        let wire = reader.is_wire(i).is_some_and(|run| run.1 == to);
        wire || reader.is_kind(i) && (reader.behind_kind(i).is_some() || i + 1 == to)
    })
}

/// "sagte Lund | der Zeitung": in German a name ends before the outlet that it is told.
pub(crate) fn is_told_outlet(analysis: &Analysis, pack: &Pack, i: usize) -> bool {
    let Some(reader) = Reader::of(analysis, pack) else { return false };
    let article = reader.is(i, &["der", "dem", "den"]);
    article && (i + 1..i + 3).any(|at| reader.is_kind(at) || reader.is(at, &["agentur"]))
}

/// "Le maire Paul Petit, | cité par l'AFP,": who passes words on is no part of their source; and a bracket that a source opens is.
pub(crate) fn part(analysis: &Analysis, pack: &Pack, links: &mut [Link]) {
    let Some(reader) = Reader::of(analysis, pack) else { return };
    for source in links.iter_mut().filter_map(|link| link.source.as_mut()) {
        let (from, to) = *source;
        let cited = |i: &usize| analysis.is_comma(*i) && reader.is(i + 1, &reader.channels.cited);
        let comma = (from + 1..to).find(cited);
        source.1 = comma.unwrap_or(to);
        let open = (from + 1..source.1).rev().find(|&i| matches!(analysis.words.of(i), "(" | ")"));
        let unclosed = open.is_some_and(|open| analysis.words.of(open) == "(");
        let closes = source.1 < analysis.len() && analysis.words.of(source.1) == ")";
        source.1 += usize::from(comma.is_none() && unclosed && closes);
    }
}

impl Frame<'_> {
    /// "Le maire a menti, a dit Anne Petit, selon l'AFP": an outlet passes on what somebody else says, who is named.
    pub fn is_relay(&self, source: Run, clause: Run, cues: &[Run]) -> bool {
        let said = |cue: &Run| {
            let told = !matches!(self.act(*cue), Act::Plan | Act::Believe | Act::Ask);
            told && clause.0 <= cue.0
                && cue.1 <= clause.1
                && (self.left(*cue).or_else(|| self.inverted(*cue, clause.1))).is_some()
        };
        names_outlet(self.analysis, self.pack, source) && cues.iter().any(said)
    }

    /// "Как сообщает «Вестник» | со ссылкой на полицию": Russian names behind the outlet whose words those are.
    pub fn with_reference(&self, held: Held) -> Held {
        if self.pack.code != "ru" || !self.reads(held.end, &["со", "ссылкой", "на"]) {
            return held;
        }
        match self.according_at(held.end, self.to) {
            Some(Held { source: Some(source), end, .. }) => Held { cue: held.cue, source: Some(source), end },
            _ => held,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Context;
    use crate::claims::extract_attributions;

    /// Speaker and outlet of each attribution.
    #[track_caller]
    fn expect(language: &str, text: &str, speaker: &str, via: Option<&str>) {
        let found = extract_attributions(text, Some(language), &Context::default()).expect("small enough");
        let [one] = found.as_slice() else { panic!("{text} {found:?}") };
        assert_eq!((one.speaker.as_deref(), one.via.as_deref()), (Some(speaker), via), "{text}");
    }

    #[test]
    fn outlets_pass_words_on() {
        for (language, text, speaker, via) in [
            ("fr", "Le maire Paul Rolland, cité par l'AFP, a dénoncé « une honte ».", "Paul Rolland", "AFP"),
            ("fr", "« C'est faux », a dit Yves Caron à l'agence de presse Belvia.", "Yves Caron", "Belvia"),
            ("es", "\"No sabíamos nada\", dijo el alcalde Pedro Sanz, citado por la agencia EFE.", "Pedro Sanz", "EFE"),
            ("pt", "\"Não vi ninguém\", disse à Folha o motorista João Prado.", "João Prado", "Folha"),
            ("it", "\"Non sapevamo nulla\", ha detto Luca Neri, citato dall'Ansa.", "Luca Neri", "Ansa"),
            ("nl", "\"We wisten niets\", zegt directeur Karel Smit tegen persbureau ANP.", "Karel Smit", "ANP"),
            ("ru", "«Мы не знали», — сказал он в интервью газете «Заря».", "он", "Заря"),
            ("de", "Man habe früh reagiert, sagte Reuss der Zeitung «Bote».", "Reuss", "Bote"),
            (
                "de",
                "Es gab Fehler, sagte Pressesprecher Ralf Thoma laut der Nachrichtenagentur Belvia.",
                "Ralf Thoma",
                "Belvia",
            ),
            ("de", "«Wir haben Angst», zitiert die Zeitung «Bote» den Trainer Urs Keller.", "Urs Keller", "Bote"),
        ] {
            if language == "ru" {
                let found = extract_attributions(text, Some(language), &Context::default()).expect("small enough");
                assert_eq!(found[0].via.as_deref(), Some(via), "{text}");
            } else {
                expect(language, text, speaker, Some(via));
            }
        }
    }

    #[test]
    fn who_works_for_an_outlet_speaks_for_himself() {
        expect(
            "fr",
            "Le directeur du journal La Lanterne a dit que les ventes baissaient.",
            "directeur du journal La Lanterne",
            None,
        );
        expect("es", "Según la agencia EFE, hay dos detenidos.", "EFE", None);
    }
}
