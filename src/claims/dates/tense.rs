//! Whether a sentence looks ahead or back from the day of publication.

use super::find::Finder;
use crate::claims::frame::pieces::{Piece, PieceKind};

/// Which way the words around a date look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    Ahead,
    Back,
    Unknown,
}

/// How many places a comma or an "and" is worth: what stands behind it may be another clause.
const COMMA: usize = 4;

/// How many words before "to" those stand that ask somebody, with whom they ask.
const ASKED: usize = 5;

/// How many words before a verb that closes a clause the clause begins.
const CLAUSE: usize = 14;

/// How far behind its copula stands what is expected, in words: "was still not likely".
const PROSPECT: usize = 3;

/// The shortest words that an ending makes a future or a past, in characters.
const SHORTEST_FUTURE: usize = 6;
const SHORTEST_PAST: usize = 5;

impl Finder<'_> {
    /// The tense of the verb nearest to the pieces `from..to` in their sentence: "will meet on Thursday", "met on Thursday".
    pub(super) fn tense(&self, from: usize, to: usize) -> Tense {
        // "seit Mai", "seit dem 3. Mai": what has lasted began before.
        if from > 0 && !self.breaks(from) && self.is_led_back(from) {
            return Tense::Back;
        }
        // "The vote is on Friday."
        let present = from >= 2 && !self.breaks(from) && !self.breaks(from - 1);
        let leads = |word: &str| self.pack.at.has(word) || !self.pack.english && self.pack.article.has(word);
        if present
            && leads(&self.pieces[from - 1].folded)
            && self.pack.present.has(&self.pieces[from - 2].folded)
            && !self.ends_in_participle(to)
        {
            return Tense::Ahead;
        }
        if from > 0 && !self.breaks(from) && self.is_led_ahead(from) {
            return Tense::Ahead;
        }
        if self.is_progressive(from) || self.is_asked_for(from, to) || self.is_fixed(from) {
            return Tense::Ahead;
        }
        let before = (from.saturating_sub(20)..from).rev();
        let opens = self.pieces.get(from).is_some_and(|piece| piece.breaks);
        let back = if opens { [None; 2] } else { self.nearest(before, true) };
        let after = self.nearest((to..self.pieces.len()).take(14), false);
        // "rendra ses conclusions fin mai, a promis le maire": what stands behind the day tells of the saying.
        if let [Some(_), None] = back {
            return Tense::Ahead;
        }
        let best = |marks: [Option<usize>; 2]| marks.into_iter().flatten().min();
        match (best([back[0], after[0]]), best([back[1], after[1]])) {
            (Some(future), Some(past)) if future <= past => Tense::Ahead,
            (Some(_), None) => Tense::Ahead,
            (_, Some(_)) => Tense::Back,
            (None, None) => Tense::Unknown,
        }
    }

    /// "seit | Mai", "depuis le | 3 mai": what a day stands right behind.
    fn is_led_back(&self, from: usize) -> bool {
        let since = |at: usize| self.word(at).is_some_and(|word| self.pack.since.has(word));
        let small = |word: &str| self.pack.article.has(word) || self.pack.before.has(word) || self.pack.last.has(word);
        let led = || from >= 2 && !self.breaks(from - 1) && self.word(from - 1).is_some_and(small) && since(from - 2);
        since(from - 1) || led()
    }

    /// "à partir de | lundi": from a day on, unless what began then is told right before as past ("a été fermé à partir de lundi").
    fn is_onward(&self, edge: usize) -> bool {
        let word = |at: usize| self.word(at).filter(|_| !self.breaks(at + 1));
        let Some((start, _)) = self.pack.onward.ending(word, edge) else { return false };
        !(start.saturating_sub(4)..start).any(|at| self.word(at).is_some_and(|word| self.looks_back(word)))
    }

    /// "d'ici | vendredi", "a lieu | vendredi", "si gioca | sabato", "se celebra el | domingo": what a day stands right behind.
    fn is_led_ahead(&self, from: usize) -> bool {
        let small = |word: &str| self.pack.article.has(word) || self.pack.at.has(word);
        let skip = usize::from(self.word(from - 1).is_some_and(small) && !self.pack.english);
        let word = |at: usize| self.word(at).filter(|_| !self.breaks(at + 1));
        let edge = from - skip;
        // Portuguese "realiza-se no | sábado" is "se realiza".
        let hung = || {
            let [verb, dash, se] = [edge.checked_sub(3)?, edge.checked_sub(2)?, edge.checked_sub(1)?];
            let phrase = format!("se {}", self.word(verb)?);
            (self.word(se)? == "se" && self.mark(dash, &["-"]) && self.pack.ahead.has(&phrase)).then_some(())
        };
        if hung().is_some() || self.is_onward(from) || self.is_onward(edge) {
            return true;
        }
        self.pack.ahead.ending(word, from).or_else(|| self.pack.ahead.ending(word, edge)).is_some()
    }

    /// "Sie sind am Dienstag in Kassel | gestorben": whether the clause closes with the participle of a perfect. What is planned,
    /// open or shut on a day is so then.
    fn ends_in_participle(&self, to: usize) -> bool {
        let clause = self.pieces.iter().enumerate().skip(to).take(20);
        let inside = clause.take_while(|(_, piece)| {
            !piece.breaks && !matches!(piece.folded.as_str(), "." | "!" | "?" | ";" | "," | ":")
        });
        let Some((last, piece)) = inside.last().filter(|(_, piece)| piece.kind == PieceKind::Word) else {
            return false;
        };
        let word = piece.folded.as_str();
        if piece.span.of(self.text).starts_with(char::is_uppercase) {
            return false;
        }
        let infinitive = self.word(last - usize::from(last > to)).is_some_and(|before| matches!(before, "zu" | "te"));
        self.pack.past.has(word) || self.is_participle(word) && !infinitive && !self.pack.planned.has(word)
    }

    /// "gestorben", "festgenommen", "verletzt", "overleden": by how a word begins and ends.
    fn is_participle(&self, word: &str) -> bool {
        let start = |at: usize| word.get(..at).is_some_and(|start| self.pack.participle_start.has(start));
        let inside = || word.get(2..).is_some_and(|rest| rest.contains("ge"));
        let ends = |word: &str| self.pack.participle_end.ends(word);
        ends(word) && (word.ends_with("iert") || (2..=5).any(start) || inside())
    }

    /// How far away the nearest words are that look ahead and back.
    fn nearest(&self, places: impl Iterator<Item = usize>, back: bool) -> [Option<usize>; 2] {
        let mut found = [None; 2];
        let mut away = 0;
        let mut negated = false;
        for at in places {
            let piece = &self.pieces[at];
            if matches!(piece.folded.as_str(), "." | "!" | "?" | ";") || !back && piece.breaks {
                break;
            }
            // "will close in May and cut jobs": the second verb shares the first one's tense.
            away += if piece.is(",") || !back && self.pack.joint.has(&piece.folded) { COMMA } else { 1 };
            // "in May and in June": the month is no verb.
            let month = self.pack.month.has(&piece.folded)
                && !self.pack.small_months
                && piece.span.of(self.text).starts_with(char::is_uppercase);
            let future = !month && !self.follows_number(at) && (self.looks_ahead(&piece.folded) || self.is_to(at));
            if self.is_prospect(at, back) {
                // "a cut in May was likely": the copula is that of the saying, or belongs to what is expected.
                found[0] = found[0].or(Some(away));
                if found[1].is_some_and(|past| away - past <= PROSPECT) {
                    found[1] = None;
                }
                continue;
            }
            if future && self.is_unreal(at) {
                found[1] = found[1].or(Some(away));
            // "could not be reached on Monday" looks back.
            } else if future && !(negated && piece.folded == "could") {
                // "will be followed on Thursday": the past form belongs to the future before it.
                if let Some(past) = found[1].filter(|past| back && away - past <= 3) {
                    found = [Some(past), None];
                }
                found[0] = found[0].or(Some(away));
            } else if self.looks_back(&piece.folded) && !self.goes_on(at) {
                found[1] = found[1].or(Some(away));
            }
            negated = piece.folded == "not";
            if back && piece.breaks {
                break;
            }
        }
        found
    }

    /// "by eight | votes": a number makes a noun of what could be a verb.
    fn follows_number(&self, at: usize) -> bool {
        let several = |word: &str| self.pack.number.has(word) && !matches!(word, "one" | "a" | "an");
        let counts =
            |piece: &Piece| piece.folded.starts_with(|char: char| char.is_ascii_digit()) || several(&piece.folded);
        self.pack.english && self.word_back(at, 1).is_some() && counts(&self.pieces[at - 1])
    }

    /// "was | likely", "seemed | possible", "war | geplant": behind a copula, what is expected, which closes its clause or has its "to"
    /// behind it. "likely caused by" tells of what has been, and so does "possible thanks to".
    fn is_prospect(&self, at: usize, back: bool) -> bool {
        let Some((end, kind)) = self.pack.prospect.starting(|at| self.word(at), at) else { return false };
        let copula = (at.saturating_sub(PROSPECT)..at).rev().take_while(|&at| !self.mark(at, &[",", ".", ";"]));
        let copula =
            copula.filter_map(|at| self.word(at)).any(|word| self.looks_back(word) || self.pack.present.has(word));
        let closes = self.breaks(end)
            || self.pieces.get(end).is_some_and(|next| next.kind == PieceKind::Mark && !next.is_dash())
            || self.word(end).is_some_and(|next| next == "to" || self.pack.joint.has(next));
        let led = || back && kind == "near" && self.word(end).is_some_and(|next| self.pack.before.has(next));
        copula && (closes || led())
    }

    /// "should have been closed", "hätte gesperrt werden müssen": what did not come about lies behind, and so does what had to be
    /// done, "hat sie sperren müssen".
    fn is_unreal(&self, at: usize) -> bool {
        let unreal = |at: usize| self.word(at).is_some_and(|word| self.pack.unreal.has(word));
        let close = |at: usize| self.word(at).is_some_and(|word| self.pack.unreal_close.has(word));
        if !self.pack.english {
            let clause = (at.saturating_sub(CLAUSE)..at).rev().take_while(|&at| !self.pieces[at].breaks);
            return close(at) && clause.take_while(|&at| !self.mark(at, &[".", ","])).any(unreal);
        }
        // "should never have been closed", but "would have to close".
        let have = (at + 1..at + 3).find(|&at| close(at));
        unreal(at) && have.is_some_and(|have| self.word(have + 1) != Some("to"))
    }

    /// "will last until the weekend": a verb, and no word for what was before.
    fn goes_on(&self, at: usize) -> bool {
        let until = self.word(at + 1).filter(|_| !self.pieces.get(at + 1).is_some_and(|next| next.breaks));
        self.pieces[at].folded == "last"
            && until.is_some_and(|next| matches!(next, "until" | "till" | "through" | "for"))
    }

    /// "The plant is to close", "is set to close": the "to".
    fn is_to(&self, at: usize) -> bool {
        if !self.pack.english || self.pieces[at].folded != "to" {
            return false;
        }
        let is = |back: usize| self.word_back(at, back).is_some_and(|word| self.pack.present.has(word));
        is(1) || is(2) && self.word_back(at, 1).is_some_and(|word| self.pack.poised.has(word))
    }

    /// "urged the members to strike on 10 June": what is asked for lies ahead; a weekday may be that of the asking. In other languages
    /// what is asked or promised for before a day does.
    fn is_asked_for(&self, from: usize, to: usize) -> bool {
        let asks = |at: usize| self.word(at).is_some_and(|word| self.pack.asking.has(word));
        let asked = |at: usize| self.pieces[at].folded == "to" && (at.saturating_sub(ASKED)..at).any(asks);
        let weekday = (from..to).any(|at| self.word(at).is_some_and(|word| self.pack.weekday.has(word)));
        let clause = (from.saturating_sub(2 * ASKED)..from).rev();
        let mut clause = clause.take_while(|&at| !self.pieces[at].breaks && !self.pieces[at].is(","));
        if !self.pack.english {
            // "a exigé une réponse avant le | 1er juin"
            let near =
                (from.saturating_sub(2)..from).any(|at| self.word(at).is_some_and(|word| self.pack.deadline.has(word)));
            return near && clause.any(asks);
        }
        !weekday && clause.any(asked)
    }

    /// "The plant is closing in December", "they are meeting on Friday": the pieces from `from` with a word before them.
    fn is_progressive(&self, from: usize) -> bool {
        self.pack.english
            && from >= 3
            && !(from - 2..=from).any(|at| self.breaks(at))
            && self.word_back(from, 1).is_some_and(|word| self.pack.due.has(word))
            && self.word_back(from, 2).is_some_and(|word| word.len() > SHORTEST_FUTURE && word.ends_with("ing"))
            && self.word_back(from, 3).is_some_and(|word| self.pack.present.has(word))
    }

    /// "called a strike for | Thursday", "per | giovedì".
    fn is_fixed(&self, from: usize) -> bool {
        let skip =
            usize::from(!self.pack.english && self.word_back(from, 1).is_some_and(|word| self.pack.article.has(word)));
        let led = self.word_back(from, 1).is_some()
            && self.word_back(from - skip, 1).is_some_and(|word| self.pack.fixed.has(word));
        led && self.pack.weekday.starting(|at| self.weekday_word(at), from).is_some()
    }

    /// The word so many places before a piece, in the same line.
    fn word_back(&self, at: usize, back: usize) -> Option<&str> {
        self.word(at.checked_sub(back)?).filter(|_| !self.breaks(at))
    }

    fn looks_ahead(&self, word: &str) -> bool {
        // "ouvrira", "abrirá", "abrirà"; shorter words are nouns ("para", "verão").
        let long = word.chars().nth(SHORTEST_FUTURE - 1).is_some();
        self.pack.future.has(word) || word.ends_with("'ll") || long && self.pack.future_ending.ends(word)
    }

    fn looks_back(&self, word: &str) -> bool {
        let regular = self.pack.english && word.len() > 4 && word.ends_with("ed");
        // "закрыли"; shorter words are nouns ("зал").
        let long = || word.chars().nth(SHORTEST_PAST - 1).is_some();
        regular || self.pack.past.has(word) || long() && self.pack.past_ending.ends(word)
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::dates::tests::check;

    #[test]
    fn what_was_likely_when_it_was_said_lies_ahead() {
        let thursday = "2026-09-17";
        check(&[
            ("en", thursday, "One more increase in November was likely.", &["2026-11"]),
            ("en", thursday, "A pause in November seemed possible, she said.", &["2026-11"]),
            ("en", thursday, "The final in July was at risk.", &["2027-07"]),
            ("en", thursday, "A vote on Friday was planned.", &["2026-09-18"]),
            ("de", thursday, "Eine weitere Erhöhung im November sei wahrscheinlich.", &["2026-11"]),
            ("fr", thursday, "Une hausse en novembre était probable.", &["2026-11"]),
            ("es", thursday, "Una subida en noviembre era probable.", &["2026-11"]),
            // What has been.
            ("en", thursday, "The increase in November was a mistake.", &["2025-11"]),
            ("en", thursday, "The fire in November was likely started by children.", &["2025-11"]),
            ("en", thursday, "The rescue in November was possible because the snow held.", &["2025-11"]),
            ("en", thursday, "The attack in November was planned by two men.", &["2025-11"]),
            ("de", thursday, "Die Erhöhung im November war ein Fehler.", &["2025-11"]),
        ]);
    }
}
