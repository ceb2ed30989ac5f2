//! What looks like a quantity and is none: years, labels, ages, telephone numbers, pronouns.

use super::counted::Unit;
use super::find::Finder;
use super::words::{Number, word};
use crate::claims::frame::pieces::PieceKind;
use crate::text::pos::{Form, Pos, Tag};

/// How far behind the first of several ages the last one may stand, in pieces.
const FURTHER: usize = 12;

impl Finder<'_> {
    /// Whether it is a quantity at all, and no year, label, score or pronoun.
    pub(super) fn counts(&self, at: usize, number: &Number, range: bool, unit: Option<&Unit>, bounded: bool) -> bool {
        let piece = &self.pieces[at];
        if number.bare && !number.fraction && !range {
            let before = word(self.pieces, at.wrapping_sub(1)).unwrap_or("");
            let noun = unit.is_some_and(|unit| !self.pack.not_one.has(&unit.name));
            return noun && !self.pack.pronoun_before.has(before) || self.tells_what_became(at, number);
        }
        // "by a third man": an ordinal.
        let named = self
            .tags
            .get(number.end)
            .copied()
            .flatten()
            .is_some_and(|tag| matches!(tag.pos, Pos::Noun | Pos::Propn) && !self.pieces[number.end].breaks);
        if number.fraction && self.pack.english && number.end == at + 2 && self.pack.article.has(&piece.folded) && named
        {
            return false;
        }
        if piece.kind == PieceKind::Word {
            let small = number.value <= 12.0 && !number.fraction && !number.vague && number.factor == 1.0;
            // "the two said", "one": numbers of a few that count nothing named are pronouns.
            return !small
                || unit.is_some()
                || range
                || bounded
                || self.tells_of_some(at, number)
                || self.closes_clause(at, number)
                || self.tells_what_became(at, number);
        }
        if !number.plain {
            return true;
        }
        if let Some(after) = self.pieces.get(number.end).filter(|after| !after.breaks)
            && (unit.is_none() && self.pack.not_counted.has(&after.folded) || self.is_half_of_day(number.end))
        {
            return false;
        }
        if self.pack.comma && self.is_ordinal(number) {
            return false;
        }
        if self.is_telephone(at, number.end) || unit.is_none() && self.is_aside(at, number) {
            return false;
        }
        let digits = piece.folded.as_str();
        let year =
            digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit()) && (1500.0..2100.0).contains(&number.value);
        if year && !(bounded && unit.is_some()) && unit.is_none_or(|unit| unit.name != "percent") {
            // What is no date ("2024 soldiers marched") counts, if it counts something.
            let plural = unit.is_some_and(|unit| unit.end > number.end);
            if !plural {
                return false;
            }
        }
        let before = at.checked_sub(1).map(|before| &self.pieces[before]).filter(|_| !piece.breaks);
        if let Some(before) = before {
            let label = if before.is(".") && !before.spaced {
                word(self.pieces, at.wrapping_sub(2))
            } else {
                Some(before.folded.as_str())
            };
            if label.is_some_and(|label| self.pack.label.has(label))
                && !bounded
                && unit.is_none_or(|unit| unit.name != "percent")
            {
                return false;
            }
            let named = matches!(self.tags.get(at - 1).copied().flatten(), Some(Tag { pos: Pos::Propn, .. }));
            if named && unit.is_none() {
                return false;
            }
        }
        true
    }

    /// "aged 24 and | 31": an age behind another one.
    pub(super) fn is_further_age(&self, at: usize) -> bool {
        let joins = |at: usize| self.pieces[at].is(",") || self.pack.and_between.has(&self.pieces[at].folded);
        let mut first = at;
        while first >= 2 && first + FURTHER >= at && joins(first - 1) && self.is_digits(first - 2) {
            first -= 2;
        }
        first < at && self.is_digits(at) && self.pack.age_before.ending(|i| word(self.pieces, i), first).is_some()
    }

    /// "three dead and 27 hurt": behind a number what became of some stands for them.
    fn tells_what_became(&self, at: usize, number: &Number) -> bool {
        let tag = |at: usize| self.tags.get(at).copied().flatten();
        let became =
            matches!(tag(number.end), Some(Tag { pos: Pos::Adj, .. } | Tag { pos: Pos::Verb, form: Form::Participle }));
        let piece = |at: usize| self.pieces.get(at).filter(|piece| !piece.breaks);
        let next = number.end + 1;
        let joined = piece(next).is_some_and(|next| next.is(",") || self.pack.and_between.has(&next.folded));
        // "one dead and three hurt": of one alone only another number beside it tells.
        let beside = joined && (self.is_digits(next + 1) || self.cardinal(next + 1));
        let closed = piece(next).is_none_or(|next| next.kind == PieceKind::Mark) || joined;
        let led = tag(next).is_some_and(|tag| matches!(tag.pos, Pos::Adp | Pos::Adv));
        let before = word(self.pieces, at.wrapping_sub(1)).unwrap_or("");
        let named = self.pack.pronoun_before.has(before) || self.pack.label.has(before) || before == "at";
        became && piece(number.end).is_some() && !named && if number.bare { beside } else { closed || led }
    }

    /// "The fire killed two, police said": a number that is the object of a verb and ends its clause.
    fn closes_clause(&self, at: usize, number: &Number) -> bool {
        let before = at.checked_sub(1).filter(|&before| self.same_line(before, at));
        let verb = before.and_then(|before| self.tags.get(before).copied().flatten());
        let bent = verb.is_some_and(|tag| {
            tag.pos == Pos::Verb && matches!(tag.form, Form::Past | Form::Present | Form::Participle)
        });
        let next = self.pieces.get(number.end).filter(|next| !next.breaks);
        let closed = next.is_none_or(|next| next.is(",") || next.is("."));
        self.pack.english && bent && closed && number.value > 1.0 && !number.fraction
    }

    fn cardinal(&self, at: usize) -> bool {
        word(self.pieces, at).is_some_and(|word| self.pack.cardinal.has(word))
    }

    /// "twelve were hurt", "four of them died", but not "the two were seen", who are somebody the text has named.
    fn tells_of_some(&self, at: usize, number: &Number) -> bool {
        let before = word(self.pieces, at.wrapping_sub(1)).unwrap_or("");
        // "and that seven of them had died": before a plural "that" joins a clause.
        let known = self.pack.pronoun_before.has(before) && before != "that" && self.same_line(at - 1, at);
        let told = self.pack.of_some.starting(|i| word(self.pieces, i), number.end).is_some();
        told && !known && number.value > 1.0 && self.same_line(at, number.end)
    }

    /// "3.40 a.m.": the time of day.
    fn is_half_of_day(&self, at: usize) -> bool {
        let stop = self.pieces.get(at + 1).is_some_and(|piece| piece.is("."));
        let half = matches!(word(self.pieces, at), Some("a" | "p")) && word(self.pieces, at + 2) == Some("m");
        self.pack.english && half && stop
    }

    /// "a 12-year-old", "aged 12", "der 19-Jährige", "19 Jahre alt".
    pub(super) fn is_age(&self, at: usize, end: usize) -> bool {
        // The word may be the unit already, and hyphens part its words.
        let words: Vec<&str> = self.pieces[at + 1..]
            .iter()
            .take(end - at + 5)
            .take_while(|piece| !piece.breaks && (piece.kind == PieceKind::Word || piece.is_dash() && !piece.spaced))
            .filter(|piece| piece.kind == PieceKind::Word)
            .map(|piece| piece.folded.as_str())
            .collect();
        let word_at = |at: usize| words.get(at).copied();
        let behind = (0..words.len().min(2)).any(|from| self.pack.age.starting(word_at, from).is_some());
        behind || self.pack.age_before.ending(|i| word(self.pieces, i), at).is_some()
    }

    /// Groups of digits that stand side by side: "0800 555 0199", "+49 30 1234567".
    fn is_telephone(&self, at: usize, end: usize) -> bool {
        let same = |at: usize| self.is_digits(at) && !self.pieces[at].breaks && !self.dated[at];
        let before = at > 0 && !self.pieces[at].breaks && self.is_digits(at - 1) && !self.dated[at - 1];
        before || same(end) || at > 0 && self.pieces[at - 1].is("+") && !self.pieces[at].spaced
    }

    /// "12.500 people" in English, as papers of other countries write: what is counted one by one has no thousandths.
    pub(super) fn is_grouped_abroad(&self, at: usize, number: &Number, unit: Option<&Unit>) -> bool {
        let counted = unit.is_some_and(|unit| !unit.measure && !self.pack.divisible.has(&unit.name));
        let thousands = |digits: &str| {
            digits
                .split_once('.')
                .is_some_and(|(whole, rest)| !whole.starts_with('0') && whole.len() <= 3 && rest.len() == 3)
        };
        self.pack.english && number.plain && counted && thousands(&self.pieces[at].folded)
    }

    /// An age between commas, "the actor, 44, has denied", or a number in brackets behind a name.
    fn is_aside(&self, at: usize, number: &Number) -> bool {
        let (Some(before), Some(after)) = (at.checked_sub(1).map(|at| &self.pieces[at]), self.pieces.get(number.end))
        else {
            return false;
        };
        let commas = before.is(",") && (after.is(",") || after.is("."));
        (commas || before.is("(") && after.is(")"))
            && (1.0..=115.0).contains(&number.value)
            && number.value.fract() == 0.0
    }

    /// "am 3. Tag": a point after small digits, with more of the sentence behind it.
    pub(super) fn is_ordinal(&self, number: &Number) -> bool {
        self.pack.capital_nouns
            && number.value <= 100.0
            && self.pieces.get(number.end).is_some_and(|piece| piece.is(".") && !piece.spaced)
            && self.pieces.get(number.end + 1).is_some_and(|piece| piece.kind == PieceKind::Word && !piece.breaks)
    }
}

#[cfg(test)]
mod tests {
    use super::super::find_quantities;
    use crate::claims::quantities::tests::check;
    use crate::{Context, Span};

    /// Comparator and value of each quantity.
    fn read(text: &str) -> Vec<String> {
        let found =
            find_quantities(text, Span::new(0, text.len()), Some("en"), &Context::default()).expect("small enough");
        found.iter().map(|quantity| format!("{}{}", quantity.comparator.name(), quantity.value)).collect()
    }

    #[test]
    fn an_age_behind_another_one_is_an_age() {
        assert_eq!(read("Two men, aged 24 and 31, were held."), ["=2"]);
        assert_eq!(read("Pupils aged 9, 11 and 14 took part in 3 races."), ["=3"]);
    }

    #[test]
    fn what_became_of_some_stands_for_them() {
        assert_eq!(read("The crash left three dead and 27 hurt."), ["=3", "=27"]);
        assert_eq!(read("The blast left one dead and two injured."), ["=1", "=2"]);
        assert_eq!(read("The two injured were flown out."), Vec::<String>::new());
        assert_eq!(read("The fire killed two, police said."), ["=2"]);
        assert_eq!(read("Police met the two."), Vec::<String>::new());
    }

    #[test]
    fn how_long_a_change_took_is_no_bound() {
        assert_eq!(read("Sales fell 5% over 10 years."), ["=5", "=10"]);
        assert_eq!(read("Rents rose sharply over two years."), ["=2"]);
        assert_eq!(read("The storm killed 40 people over three days."), ["=40", "=3"]);
        assert_eq!(read("She has worked there for over 10 years."), [">10"]);
        assert_eq!(read("The talks lasted over 10 hours."), [">10"]);
        assert_eq!(read("Over 10 people were hurt."), [">10"]);
    }

    #[test]
    fn what_is_counted_one_by_one_has_no_thousandths() {
        check(&[
            ("en", "Some 12.500 people fled, and 3.000 soldiers are near.", &["~12500 people", "=3000 soldiers"]),
            ("en", "It grew 3.125 per cent and is 4.125 km long.", &["=3.125 percent", "=4.125 km"]),
            ("en", "It is 1.618 times as long and gained 2.125 points.", &["=1.618 times", "=2.125 points"]),
            ("en", "They have 0.125 children and 1.25 cars each.", &["=0.125 children", "=1.25 cars"]),
        ]);
    }

    #[test]
    fn a_currency_may_be_glued_to_its_amount() {
        check(&[
            ("en", "Costs would be SKr2.1bn, or NKr3bn.", &["=2100000000 SEK", "=3000000000 NOK"]),
            ("en", "They paid NT$2.1bn and Rs2.1bn.", &["=2100000000 TWD", "=2100000000 INR"]),
            ("en", "It costs RM900,000, or RM6.162.", &["=900000 MYR", "=6.162 MYR"]),
        ]);
    }
}
