//! From numbers to quantities: ranges, bounds, currencies, percentages, what is counted.

use super::digits;
use super::pack::{Pack, common};
use super::units;
use super::words::{Number, multipliers, number_in_words, word};
use crate::Span;
use crate::claims::frame::pieces::{Piece, PieceKind};
use crate::claims::types::{Comparator, Quantity};
use crate::text::pos::{Form, Pos, Tag};

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

/// A unit as it is written, in small letters, or as its code, and one past its last piece.
struct Unit {
    name: String,
    end: usize,
    /// The base form, where a list gave it.
    base: Option<String>,
}

impl Unit {
    fn new(name: impl Into<String>, end: usize) -> Self {
        Self { name: name.into(), end, base: None }
    }
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
        let mut comparator = if number.vague { Comparator::More } else { Comparator::Equal };
        let mut end = number.end;
        if let Some((after, value)) = self.pack.after.starting(|i| word(self.pieces, i), end) {
            (comparator, end) = (Comparator::from_name(value).unwrap_or(comparator), after);
        } else if self.pieces.get(end).is_some_and(|piece| piece.is("+") && !piece.spaced) {
            (comparator, end) = (Comparator::AtLeast, end + 1);
        }
        let between = upper.is_some() && self.pack.between.has(word(self.pieces, start.wrapping_sub(1)).unwrap_or(""));
        if between {
            start -= 1;
        }
        let bound = self.pack.comparator.ending(|i| word(self.pieces, i), start);
        let bounded = bound.is_some();
        if let Some((from, value)) = bound.filter(|(from, _)| !self.dated[*from] && self.same_line(*from, start)) {
            comparator = Comparator::from_name(value).unwrap_or(comparator);
            start = from;
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
        if !self.counts(at, &number, upper.is_some(), unit.as_ref(), bounded) {
            return None;
        }
        if let Some(unit) = &unit {
            end = end.max(unit.end);
            if let Some((after, value)) =
                self.pack.after.starting(|i| word(self.pieces, i), end).filter(|_| comparator == Comparator::Equal)
            {
                (comparator, end) = (Comparator::from_name(value).unwrap_or(comparator), after);
            }
        }
        let span = Span::new(self.pieces[start].span.start, self.pieces[end - 1].span.end);
        let unit = unit.map(|unit| unit.base.unwrap_or_else(|| units::base(unit.name, self.pack)));
        Some((Quantity { value: number.value, upper, unit, comparator, span }, end))
    }

    fn is_digits(&self, at: usize) -> bool {
        self.pieces.get(at).is_some_and(|piece| piece.kind == PieceKind::Digits)
    }

    /// Whether no line ends between two pieces.
    fn same_line(&self, from: usize, to: usize) -> bool {
        self.pieces[from + 1..=to.min(self.pieces.len() - 1)].iter().all(|piece| !piece.breaks)
    }

    /// A number at a piece, with the currency that stands before it.
    fn number(&self, at: usize) -> Option<(Number, Option<&'static str>)> {
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
        let mut end = at + 1;
        let mut digits = piece.folded.clone();
        // "100 000", where a space may part groups.
        while self.pack.comma
            && digits.len() <= 9
            && self.pieces[at].folded.len() <= 3
            && let Some(next) =
                self.pieces.get(end).filter(|next| next.kind == PieceKind::Digits && next.spaced && !next.breaks)
            && next.folded.split(',').next().is_some_and(|group| group.len() == 3)
            && !next.folded.contains('.')
        {
            digits.push_str(&next.folded);
            end += 1;
        }
        if digits.len() > 1 && digits.starts_with('0') && digits.as_bytes()[1].is_ascii_digit() {
            return None;
        }
        let mut value = digits::value(&digits, self.pack.comma)?;
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
        let (times, after) = multipliers(self.pieces, end, money.is_some(), self.pack);
        value *= times;
        let plain = times == 1.0 && money.is_none();
        Some((Number { value, end: after, factor: times, vague: false, fraction: false, bare: false, plain }, money))
    }

    /// Whether the digits belong to a word, an address or a time, and count nothing.
    fn is_glued(&self, at: usize) -> bool {
        let piece = &self.pieces[at];
        let before = at.checked_sub(1).map(|before| &self.pieces[before]).filter(|_| !piece.spaced);
        let left = before.is_some_and(|before| match before.kind {
            PieceKind::Mark => {
                let glued_dash = before.is_dash() && !before.spaced && at > 1 && !before.breaks;
                glued_dash && (self.pieces[at - 2].kind == PieceKind::Word || self.is_digits(at - 2))
                    || "/@#_=&?.:°".contains(before.folded.as_str()) && !before.spaced
                    || matches!(before.folded.as_str(), "#" | "№" | "§")
            }
            _ => !before.folded.ends_with('\''),
        });
        let right = self.pieces.get(at + 1).is_some_and(|after| match after.folded.as_str() {
            ":" | "_" | "@" | "=" | "/" if !after.spaced => self
                .pieces
                .get(at + 2)
                .is_some_and(|next| !next.spaced && (after.folded != "/" || next.kind != PieceKind::Digits)),
            "°" | "º" | "ª" => true,
            name if after.kind == PieceKind::Word && !after.spaced => {
                let known = self.pack.multiplier.has(name)
                    || self.pack.currency.has(name)
                    || common().measure.has(name)
                    || common().currency.has(name)
                    || self.pack.percent.has(name);
                !known || self.pack.not_counted.has(name) && !self.pack.multiplier.has(name)
            }
            _ => false,
        });
        left || right
    }

    /// The currency sign or code before a number.
    fn sign(&self, at: usize) -> Option<&'static str> {
        let before = self.pieces.get(at.checked_sub(1)?)?;
        let known = &common().currency;
        match before.kind {
            PieceKind::Mark => {
                let country = at.checked_sub(2).map(|i| &self.pieces[i]).filter(|_| !before.spaced);
                country
                    .and_then(|country| known.get(&format!("{}{}", country.folded, before.folded)))
                    .or_else(|| known.get(&before.folded))
                    .or_else(|| {
                        (before.is(".") && word(self.pieces, at.wrapping_sub(2)) == Some("rs")).then_some("INR")
                    })
            }
            PieceKind::Word if before.folded != "try" || before.span.of(self.text) == "TRY" => {
                known.get(&before.folded).or_else(|| self.pack.currency.get(&before.folded))
            }
            _ => None,
        }
    }

    /// Where the currency sign before a number begins.
    fn sign_start(&self, at: usize) -> usize {
        let long = at >= 2
            && !self.pieces[at - 1].spaced
            && (common().currency.has(&format!("{}{}", self.pieces[at - 2].folded, self.pieces[at - 1].folded))
                || self.pieces[at - 1].is("."));
        if long { at - 2 } else { at - 1 }
    }

    /// The denominator of "3/4".
    fn slashed(&self, end: usize) -> Option<(f64, usize)> {
        let slash = self.pieces.get(end).filter(|piece| piece.is("/") && !piece.spaced)?;
        let over = self.pieces.get(end + 1).filter(|piece| piece.kind == PieceKind::Digits && !piece.spaced)?;
        let more = self.pieces.get(end + 2).is_some_and(|piece| !piece.spaced && piece.is(&slash.folded));
        (!more).then(|| Some((digits::value(&over.folded, self.pack.comma)?, end + 2))).flatten()
    }

    /// "one in five", "9 out of 10": one past it, and the share.
    fn one_in(&self, number: &Number) -> Option<(usize, f64)> {
        let (next, _) = self.pack.one_in.starting(|i| word(self.pieces, i), number.end)?;
        let (whole, money) = self.number(next)?;
        let fits = number.value >= 1.0
            && number.value < whole.value
            && whole.value <= 1000.0
            && number.factor == 1.0
            && !whole.fraction
            && !number.fraction
            && number.value.fract() == 0.0
            && money.is_none();
        // "5 von 7 Prozent" or "3 de 2022" are something else.
        let percent = self.percent(whole.end).is_some();
        (fits && !percent).then_some((whole.end, number.value / whole.value))
    }

    /// The number at the end of a range that `number` begins.
    fn range_end(&self, start: usize, number: &Number) -> Option<Number> {
        let mut next = number.end;
        // "5% to 7%", "$5m-$7m"
        let percent = self.percent(next);
        if let Some((after, _)) = percent {
            next = after;
        }
        let piece = self.pieces.get(next).filter(|piece| !piece.breaks)?;
        let before = word(self.pieces, start.wrapping_sub(1)).unwrap_or("");
        let joined = if piece.is_dash() {
            true
        } else if self.pack.between.has(before) {
            self.pack.and_between.has(&piece.folded)
        } else {
            // "from 5 to 7" tells of a change.
            self.pack.to.has(&piece.folded) && !self.pack.from.has(before)
        };
        if !joined {
            return None;
        }
        let mut from = next + 1;
        if self.pieces.get(from).is_some_and(|piece| common().currency.has(&piece.folded)) {
            from += 1;
        }
        let piece = self.pieces.get(from).filter(|_| !self.dated[from])?;
        let second = if piece.kind == PieceKind::Digits {
            let value = digits::value(&piece.folded, self.pack.comma)?;
            let money =
                from > next + 1 || start < number.end && self.sign(from).is_some() || self.sign(start + 1).is_some();
            let (times, end) = multipliers(self.pieces, from + 1, money, self.pack);
            Number {
                value: value * times,
                end,
                factor: times,
                vague: false,
                fraction: false,
                bare: false,
                plain: false,
            }
        } else {
            number_in_words(self.pieces, from, self.pack)?
        };
        let same = percent.is_none_or(|(_, name)| self.percent(second.end).is_some_and(|(_, other)| other == name));
        (same && (!second.fraction || number.fraction)).then_some(second)
    }

    /// The percent sign or word at a piece: one past it, and the unit.
    fn percent(&self, at: usize) -> Option<(usize, &'static str)> {
        let at = if self.pieces.get(at)?.is_dash() { at + 1 } else { at };
        if let Some(sign) = common().percent.get(&self.pieces.get(at)?.folded) {
            return Some((at + 1, sign));
        }
        self.pack.percent.starting(|i| word(self.pieces, i), at)
    }

    /// What follows the number: percent, currency, measure, or the noun that it counts.
    fn unit(&self, end: usize, number: &Number) -> Option<Unit> {
        let piece = self.pieces.get(end)?;
        if piece.breaks {
            return None;
        }
        if let Some((end, name)) = self.percent(end) {
            return Some(Unit::new(name, end));
        }
        let after_of = end + usize::from(self.pack.of.has(&piece.folded));
        let after_hyphen = if piece.is_dash() && !piece.spaced { end + 1 } else { after_of };
        // "5 Millionen US-Dollar"
        let us = word(self.pieces, after_hyphen) == Some("us")
            && self.pieces.get(after_hyphen + 1).is_some_and(Piece::is_dash);
        let place = after_hyphen + if us { 2 } else { 0 };
        if let Some((end, code)) = self.pack.currency.starting(|i| word(self.pieces, i), place) {
            return Some(Unit::new(code, end));
        }
        let next = self.pieces.get(after_hyphen)?;
        if let Some(code) = common()
            .currency
            .get(&next.folded)
            .filter(|_| next.kind == PieceKind::Mark || next.span.of(self.text).chars().all(char::is_uppercase))
        {
            return Some(Unit::new(code, after_hyphen + 1));
        }
        if let Some(measure) = self.measure(after_hyphen) {
            return Some(measure);
        }
        // In English the tagger finds the head of the noun phrase; units of several words are no head.
        if let Some((end, base)) = self.pack.unit.starting(|i| word(self.pieces, i), after_hyphen)
            && (!self.pack.english || end > after_hyphen + 1)
        {
            return Some(Unit { name: next.folded.clone(), end, base: Some(base.to_owned()) });
        }
        if self.pack.english { self.counted_english(end, number) } else { self.counted(after_of) }
    }

    /// A symbol of measure at a piece: "km", "m²". One letter in capitals is no measure: "5 G".
    fn measure(&self, at: usize) -> Option<Unit> {
        let piece = self.pieces.get(at).filter(|piece| piece.kind == PieceKind::Word)?;
        let base = common().measure.get(&piece.folded)?;
        let written = piece.span.of(self.text);
        if written.len() == 1 && written != piece.folded && written != "L" {
            return None;
        }
        let power =
            self.pieces.get(at + 1).filter(|power| !power.spaced).and_then(|power| match power.folded.as_str() {
                "²" => Some("square "),
                "³" => Some("cubic "),
                _ => None,
            });
        let base = if base.is_empty() { written } else { base };
        let end = at + 1 + usize::from(power.is_some());
        Some(Unit { name: piece.folded.clone(), end, base: Some(format!("{}{base}", power.unwrap_or(""))) })
    }

    /// In English, the head of the noun phrase that the number begins: of "30 NATO allies" the allies.
    fn counted_english(&self, from: usize, number: &Number) -> Option<Unit> {
        let mut at = from;
        if self.pieces.get(at)?.is_dash() {
            // "a 15-year term"
            let unit = self.pieces.get(at + 1).filter(|piece| piece.kind == PieceKind::Word && !piece.spaced)?;
            return Some(Unit {
                name: unit.folded.clone(),
                end: at + 2,
                base: Some(units::plural(&unit.folded, self.pack)),
            });
        }
        let skips = |at: usize, number: &Number| {
            let name = word(self.pieces, at).unwrap_or("");
            name == "of"
                || matches!(name, "the" | "its" | "his" | "her" | "their" | "our" | "all")
                    && (number.fraction || number.vague)
        };
        while at < from + 2 && skips(at, number)
            || at == from + 1
                && skips(from, number)
                && matches!(
                    word(self.pieces, at),
                    Some("the" | "its" | "his" | "her" | "their" | "our" | "those" | "all")
                )
        {
            at += 1;
        }
        let mut head: Option<(usize, bool)> = None;
        for next in at..(at + 6).min(self.pieces.len()) {
            let piece = &self.pieces[next];
            if piece.is_dash() && !piece.spaced && head.is_none() {
                continue;
            }
            if piece.kind == PieceKind::Mark || piece.breaks || self.dated[next] {
                break;
            }
            let possessive = piece.folded.ends_with("'s") || piece.folded.ends_with("s'");
            match self.tags.get(next).copied().flatten() {
                Some(Tag { pos: Pos::Noun, .. }) if !self.pack.not_counted.has(&piece.folded) => {
                    let plural = piece.folded.ends_with('s') && !piece.folded.ends_with("ss");
                    if head.is_some_and(|(_, plural)| plural) {
                        break;
                    }
                    head = Some((next, plural));
                    if possessive {
                        break;
                    }
                }
                Some(Tag { pos: Pos::Propn, .. }) if head.is_none() => {
                    // "100 Russians": a name in the plural, with nothing behind it.
                    let last = !matches!(
                        self.tags.get(next + 1).copied().flatten(),
                        Some(Tag { pos: Pos::Noun | Pos::Propn, .. })
                    );
                    if last && piece.folded.ends_with('s') && piece.kind == PieceKind::Word {
                        head = Some((next, true));
                        break;
                    }
                }
                Some(Tag { pos: Pos::Adj, .. } | Tag { pos: Pos::Verb, form: Form::Participle | Form::Gerund })
                    if head.is_none() => {}
                Some(Tag { pos: Pos::Adv, .. }) if head.is_none() && next == at => {}
                _ if head.is_none() && next == at && piece.folded == "other" => {}
                _ => break,
            }
        }
        let (head, _) = head?;
        let name = self.pieces[head].folded.trim_end_matches("'s").trim_end_matches('\'').to_owned();
        let base = (number.value == 1.0).then(|| units::plural(&name, self.pack));
        Some(Unit { name, end: head + 1, base })
    }

    /// Elsewhere, the next word; in German the next with a capital, so that adjectives are passed over.
    fn counted(&self, from: usize) -> Option<Unit> {
        if !self.pack.comma {
            return None;
        }
        for at in from..(from + 3).min(self.pieces.len()) {
            let piece = &self.pieces[at];
            let free = piece.kind == PieceKind::Word && piece.spaced && !piece.breaks && !self.dated[at];
            if !free || self.pack.not_counted.has(&piece.folded) || piece.folded.chars().count() < 3 {
                return None;
            }
            let capital = piece.span.of(self.text).chars().next().is_some_and(char::is_uppercase);
            let adjective = self.pack.cardinal.has("два")
                && ["ых", "их", "ого", "ий", "ый", "ая"].iter().any(|ending| piece.folded.ends_with(ending));
            if self.pack.capital_nouns && !capital || adjective {
                continue;
            }
            let function = self.pack.and.has(&piece.folded)
                || self.pack.to.has(&piece.folded)
                || self.pack.and_between.has(&piece.folded);
            return (!function).then(|| Unit::new(piece.folded.clone(), at + 1));
        }
        None
    }

    /// Whether it is a quantity at all, and no year, label, score or pronoun.
    fn counts(&self, at: usize, number: &Number, range: bool, unit: Option<&Unit>, bounded: bool) -> bool {
        let piece = &self.pieces[at];
        if number.bare && !number.fraction && !range {
            let before = word(self.pieces, at.wrapping_sub(1)).unwrap_or("");
            let noun = unit.is_some_and(|unit| !self.pack.not_one.has(&unit.name));
            return noun && !self.pack.pronoun_before.has(before);
        }
        if piece.kind == PieceKind::Word {
            let small = number.value <= 12.0 && !number.fraction && !number.vague && number.factor == 1.0;
            // "the two said", "one": numbers of a few that count nothing named are pronouns.
            return !small || unit.is_some() || range || bounded;
        }
        if !number.plain {
            return true;
        }
        if let Some(after) = self.pieces.get(number.end).filter(|after| !after.breaks)
            && self.pack.not_counted.has(&after.folded)
        {
            return false;
        }
        if self.pack.comma && self.is_ordinal(number) {
            return false;
        }
        let digits = piece.folded.as_str();
        let year =
            digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit()) && (1500.0..2100.0).contains(&number.value);
        if year && !(bounded && unit.is_some()) && !unit.as_ref().is_some_and(|unit| matches!(unit.name.as_str(), "%"))
        {
            let plural = unit.is_some_and(|unit| unit.end > number.end && number.value < 1900.0);
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
                && unit.is_none_or(|unit| unit.name != "%")
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

    /// "am 3. Tag": a point after small digits, with more of the sentence behind it.
    fn is_ordinal(&self, number: &Number) -> bool {
        self.pack.capital_nouns
            && number.value <= 100.0
            && self.pieces.get(number.end).is_some_and(|piece| piece.is(".") && !piece.spaced)
            && self.pieces.get(number.end + 1).is_some_and(|piece| piece.kind == PieceKind::Word && !piece.breaks)
    }
}
