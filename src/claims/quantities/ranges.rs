//! Two numbers that are one figure: "5 to 7", "one in five", "3/4".

use super::digits;
use super::find::Finder;
use super::pack::common;
use super::words::{Number, multipliers, number_in_words, word};
use crate::claims::frame::lexicon::Section;
use crate::claims::frame::pieces::PieceKind;

impl Finder<'_> {
    /// The denominator of "3/4".
    pub(super) fn slashed(&self, end: usize) -> Option<(f64, usize)> {
        let slash = self.pieces.get(end).filter(|piece| piece.is("/") && !piece.spaced)?;
        let over = self.pieces.get(end + 1).filter(|piece| piece.kind == PieceKind::Digits && !piece.spaced)?;
        let more = self.pieces.get(end + 2).is_some_and(|piece| !piece.spaced && piece.is(&slash.folded));
        (!more).then(|| Some((digits::value(&over.folded, self.pack.comma)?, end + 2))).flatten()
    }

    /// "2½": the sign of a fraction that is glued to a whole number.
    pub(super) fn vulgar(&self, at: usize) -> Option<f64> {
        let piece = self.pieces.get(at).filter(|piece| piece.kind == PieceKind::Mark && !piece.spaced)?;
        Some(match piece.folded.as_str() {
            "½" => 1.0 / 2.0,
            "¼" => 1.0 / 4.0,
            "¾" => 3.0 / 4.0,
            "⅓" => 1.0 / 3.0,
            "⅔" => 2.0 / 3.0,
            "⅛" => 1.0 / 8.0,
            "⅜" => 3.0 / 8.0,
            "⅝" => 5.0 / 8.0,
            "⅞" => 7.0 / 8.0,
            _ => return None,
        })
    }

    /// "one in five", "9 out of 10": one past it, and the share.
    pub(super) fn one_in(&self, number: &Number) -> Option<(usize, f64)> {
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

    /// Where the "between" of a range stands whose first number begins at `start`: "between | 5 and 7", "tra lo | 0,8 e l'1,1".
    pub(super) fn between(&self, start: usize) -> Option<usize> {
        let is = |at: usize, section: &Section| word(self.pieces, at).is_some_and(|word| section.has(word));
        let before = start.checked_sub(1)?;
        let article = is(before, &self.pack.range_article) && !is(before, &self.pack.between);
        Some(before - usize::from(article && before > 0)).filter(|&at| is(at, &self.pack.between))
    }

    /// The number at the end of a range that `number` begins.
    pub(super) fn range_end(&self, start: usize, number: &Number) -> Option<Number> {
        let mut next = number.end;
        // "5% to 7%", "$5m-$7m"
        let percent = self.percent(next);
        if let Some((after, _)) = percent {
            next = after;
        }
        let piece = self.pieces.get(next).filter(|piece| !piece.breaks)?;
        let before = word(self.pieces, start.wrapping_sub(1)).unwrap_or("");
        let between = self.between(start).is_some();
        let joined = if piece.is_dash() {
            true
        } else if between {
            self.pack.and_between.has(&piece.folded)
        } else {
            // "from 5 to 7" tells of a change.
            self.pack.to.has(&piece.folded) && !self.pack.from.has(before)
        };
        if !joined {
            return None;
        }
        let mut from = next + 1;
        from += usize::from(between && word(self.pieces, from).is_some_and(|word| self.pack.range_article.has(word)));
        from +=
            usize::from(from > next + 1 && self.pieces.get(from).is_some_and(|piece| piece.is("'") || piece.is("’")));
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
}

#[cfg(test)]
mod tests {
    use crate::claims::quantities::tests::check;

    #[test]
    fn a_glued_fraction_belongs_to_its_number() {
        check(&[
            ("en", "It cost 2½ million euros.", &["=2500000 EUR"]),
            ("en", "It cost 2 1/2 million euros.", &["=2500000 EUR"]),
            ("de", "Es dauerte 1½ Stunden.", &["=1.5 h"]),
        ]);
    }

    #[test]
    fn articles_may_stand_before_the_ends_of_a_range() {
        check(&[
            ("it", "Crescerà tra lo 0,8 e l'1,1 per cento.", &["=0.8..1.1 percent"]),
            ("es", "Crecerá entre un 0,8 y un 1,1 por ciento.", &["=0.8..1.1 percent"]),
            ("ru", "Погибли от 10 до 15 человек.", &["=10..15 человек"]),
        ]);
    }
}
