//! From numbers to quantities: digits and words, ranges, bounds, what is counted.

use super::counted::Unit;
use super::digits;
use super::pack::Pack;
use super::units;
use super::words::{Number, multipliers, number_in_words, word};
use crate::Span;
use crate::claims::frame::pieces::{Piece, PieceKind};
use crate::claims::types::{Comparator, Quantity};
use crate::text::pos::{Pos, Tag};

/// How far before its end a change stands, in pieces.
const CHANGE: usize = 14;

/// What is at hand when a text is searched.
pub(super) struct Finder<'a> {
    pub text: &'a str,
    pub pieces: &'a [Piece],
    /// The tag of the token that stands at each piece; empty where the language has no tagger.
    pub tags: &'a [Option<Tag>],
    /// Pieces that belong to dates.
    pub dated: &'a [bool],
    pub pack: &'a Pack,
}

impl Finder<'_> {
    /// The quantity whose number begins at piece `at`, and where to go on.
    pub fn quantity(&self, at: usize) -> Option<(Quantity, usize)> {
        let (mut number, money) = self.number(at)?;
        let first = number;
        let mut start = if money.is_some() { self.sign_start(at) } else { at };
        let mut upper = None;
        if let Some((end, share)) = self.one_in(&number) {
            (number.value, number.end, number.fraction) = (share, end, true);
        } else if let Some(second) = self.range_end(start, &number) {
            // "$5-7 billion": the factor at the end is that of both.
            let low =
                if number.factor == 1.0 && number.value < 1000.0 { number.value * second.factor } else { number.value };
            if low < second.value {
                (number.value, upper, number.end) = (low, Some(second.value), second.end);
                number.plain = false;
            } else if !second.fraction && self.pieces[first.end].is_dash() {
                // "3-1" is a score.
                return None;
            }
        } else if self.pieces.get(number.end).is_some_and(|piece| piece.is_dash() && !piece.spaced)
            && self.is_digits(number.end + 1)
        {
            return None;
        }
        let mut comparator = if number.vague { Comparator::About } else { Comparator::Equal };
        let mut end = number.end;
        if let Some((after, value)) = self.pack.after.starting(|i| word(self.pieces, i), end) {
            (comparator, end) = (Comparator::from_name(value).unwrap_or(comparator), after);
        } else if self.pieces.get(end).is_some_and(|piece| piece.is("+") && !piece.spaced) {
            (comparator, end) = (Comparator::AtLeast, end + 1);
        }
        if let Some(between) = self.between(start).filter(|_| upper.is_some()) {
            start = between;
        }
        let bound = self.pack.comparator.ending(|i| word(self.pieces, i), start);
        let bounded = bound.is_some();
        if let Some((from, value)) = bound.filter(|(from, _)| !self.dated[*from] && self.same_line(*from, start)) {
            if self.reaches(from, start) || self.lasts(from, &number) {
                comparator = Comparator::Equal;
            } else {
                comparator = Comparator::from_name(value).unwrap_or(comparator);
                start = from;
            }
        } else if self
            .pieces
            .get(start.wrapping_sub(1))
            .is_some_and(|piece| matches!(piece.folded.as_str(), ">" | "<" | "~" | "≈" | "≥" | "≤"))
        {
            comparator = match self.pieces[start - 1].folded.as_str() {
                ">" => Comparator::More,
                "<" => Comparator::Less,
                "≥" => Comparator::AtLeast,
                "≤" => Comparator::AtMost,
                _ => Comparator::About,
            };
            start -= 1;
        }
        let unit = match money {
            Some(code) => Some(Unit::new(code, end)),
            None => self.unit(end, &number),
        };
        if self.is_grouped_abroad(at, &number, unit.as_ref()) {
            number.value *= 1000.0;
        }
        let age = self.is_age(at, end) || unit.is_none() && self.is_further_age(at);
        if !self.counts(at, &number, upper.is_some(), unit.as_ref(), bounded) || age {
            return None;
        }
        // A share has its value and no unit; what it is a share of stands behind it.
        let unit = unit.filter(|unit| !number.fraction || money.is_some() || unit.measure);
        if let Some(unit) = &unit {
            end = end.max(unit.end);
            if let Some((after, value)) =
                self.pack.after.starting(|i| word(self.pieces, i), end).filter(|_| comparator == Comparator::Equal)
            {
                (comparator, end) = (Comparator::from_name(value).unwrap_or(comparator), after);
            }
        }
        if let Some(minus) = self.minus(start).filter(|&minus| {
            let measured = |unit: &Unit| unit.measure || unit.name.starts_with("degree");
            // "fell to minus 18": a word takes away by itself, a dash before a bare number only points to it.
            unit.as_ref().map_or(self.pieces[minus].kind == PieceKind::Word, measured) && money.is_none()
        }) {
            (number.value, upper, start) = (-number.value, upper.map(|upper| -upper), minus);
            if let Some(colder) = upper.take() {
                (number.value, upper) = (colder, Some(number.value));
            }
        }
        let span = Span::new(self.pieces[start].span.start, self.pieces[end - 1].span.end);
        let unit = unit.map(|unit| unit.base.unwrap_or_else(|| units::base(unit.name, self.pack)));
        Some((Quantity { value: number.value, upper, unit, comparator, span }, end))
    }

    /// "cayó un 14 %, hasta | 212 millones": behind a change, what would be a bound tells where it led.
    fn reaches(&self, bound: usize, start: usize) -> bool {
        let sentence = (bound.saturating_sub(CHANGE)..bound).rev().take_while(|&at| !self.pieces[at].is("."));
        let mut words = sentence.map(|at| &self.pieces[at].folded);
        start == bound + 1
            && self.pack.reached.has(&self.pieces[bound].folded)
            && words.any(|word| self.pack.change.has(word))
    }

    /// "fell 5% over | 10 years", "killed 40 people over | two days": behind a change or a figure, how long it took, and no bound.
    fn lasts(&self, bound: usize, number: &Number) -> bool {
        let long = word(self.pieces, number.end).is_some_and(|unit| self.pack.time.has(unit));
        if !long || !self.pack.spanning.has(&self.pieces[bound].folded) {
            return false;
        }
        let before = (bound.saturating_sub(CHANGE)..bound).rev();
        let mut clause = before.take_while(|&at| !matches!(self.pieces[at].folded.as_str(), "." | ";" | ":"));
        // "the two have waited over | 10 years": a figure with a verb behind it counts who does something.
        let verb =
            |at: usize| matches!(self.tags.get(at), Some(Some(Tag { pos: Pos::Verb | Pos::Aux | Pos::Adp, .. })));
        let figure = clause
            .clone()
            .take_while(|&at| !verb(at))
            .any(|at| self.is_digits(at) || self.pack.cardinal.has(&self.pieces[at].folded));
        let led =
            bound.checked_sub(1).is_some_and(|at| matches!(self.tags.get(at), Some(Some(Tag { pos: Pos::Adp, .. }))));
        !led && (figure || clause.any(|at| self.pack.change.has(&self.pieces[at].folded)))
    }

    /// The word or sign that makes a number negative: "minus 12 degrees", "-5 °C".
    fn minus(&self, start: usize) -> Option<usize> {
        let before = start.checked_sub(1)?;
        let piece = &self.pieces[before];
        let sign = piece.is_dash() && piece.spaced && !self.pieces[start].spaced;
        (sign || self.pack.minus.has(&piece.folded)).then_some(before)
    }

    pub(super) fn is_digits(&self, at: usize) -> bool {
        self.pieces.get(at).is_some_and(|piece| piece.kind == PieceKind::Digits)
    }

    /// Whether no line ends between two pieces.
    pub(super) fn same_line(&self, from: usize, to: usize) -> bool {
        self.pieces[from + 1..=to.min(self.pieces.len() - 1)].iter().all(|piece| !piece.breaks)
    }

    /// Digits at a piece, with the groups that spaces part from it, "100 000", and one past them. English parts groups so in
    /// long figures alone, and a telephone number counts nothing: "1 234 567 people".
    fn spaced(&self, at: usize) -> (String, usize) {
        let (mut digits, mut end) = (self.pieces[at].folded.clone(), at + 1);
        while digits.len() <= 9
            && self.pieces[at].folded.len() <= 3
            && let Some(next) =
                self.pieces.get(end).filter(|next| next.kind == PieceKind::Digits && next.spaced && !next.breaks)
            && next.folded.split(',').next().is_some_and(|group| group.len() == 3)
            && !next.folded.contains('.')
        {
            digits.push_str(&next.folded);
            end += 1;
        }
        let counts = || {
            self.pieces.get(end).is_some_and(|next| next.kind == PieceKind::Word && !next.breaks)
                || self.sign(at).is_some()
        };
        if self.pack.comma || end > at + 2 && counts() {
            return (digits, end);
        }
        (self.pieces[at].folded.clone(), at + 1)
    }

    /// A number at a piece, with the currency that stands before it.
    pub(super) fn number(&self, at: usize) -> Option<(Number, Option<&'static str>)> {
        let piece = self.pieces.get(at).filter(|_| !self.dated[at])?;
        if piece.kind == PieceKind::Word {
            let glued = at > 0 && !piece.spaced && self.pieces[at - 1].kind != PieceKind::Mark;
            let prefixed = at > 1 && !piece.spaced && self.pieces[at - 1].is_dash() && !self.pieces[at - 1].spaced;
            return (!glued && !prefixed)
                .then(|| number_in_words(self.pieces, at, self.pack))
                .flatten()
                .map(|n| (n, None));
        }
        if piece.kind != PieceKind::Digits {
            return None;
        }
        let money = self.sign(at);
        if money.is_none() && self.is_glued(at) {
            return None;
        }
        let (digits, end) = self.spaced(at);
        if digits.len() > 1 && digits.starts_with('0') && digits.as_bytes()[1].is_ascii_digit() {
            return None;
        }
        let mut value = digits::value(&digits, self.pack.comma)?;
        let part = self.vulgar(end).filter(|_| value.fract() == 0.0);
        let mut end = end + usize::from(part.is_some());
        value += part.unwrap_or(0.0);
        // "2 1/2 million"
        if part.is_none()
            && value.fract() == 0.0
            && let Some(next) = self.pieces.get(end).filter(|next| next.spaced && !next.breaks)
            && next.folded.len() == 1
            && next.kind == PieceKind::Digits
            && let Some((over, after)) = self.slashed(end + 1).filter(|(over, _)| (2.0..10.0).contains(over))
            && let Ok(over_it) = next.folded.parse::<f64>()
            && over_it < over
        {
            (value, end) = (value + over_it / over, after);
        }
        if let Some((over, after)) = self.slashed(end) {
            if over <= value || over > 10.0 || value < 1.0 {
                return None;
            }
            let number = Number {
                value: value / over,
                end: after,
                factor: 1.0,
                vague: false,
                fraction: true,
                bare: false,
                plain: false,
            };
            return Some((number, money));
        }
        let (mut times, mut after) = multipliers(self.pieces, end, money.is_some(), self.pack);
        if times == 1.0 && money.is_none() && self.is_million(end) {
            (times, after) = (1e6, end + 1);
        }
        value *= times;
        let plain = times == 1.0 && money.is_none();
        Some((Number { value, end: after, factor: times, vague: false, fraction: false, bare: false, plain }, money))
    }
}
