//! What follows a number: percent, currency, measure, or the noun that is counted.

use super::find::Finder;
use super::pack::common;
use super::units;
use super::words::{Number, word};
use crate::claims::frame::pieces::{Piece, PieceKind};
use crate::text::pos::{Form, Pos, Tag};

/// A unit as it is written, in small letters, or as its code, and one past its last piece.
pub(super) struct Unit {
    pub name: String,
    pub end: usize,
    /// The base form, where a list gave it.
    pub base: Option<String>,
    /// Money, per cent, or a unit of measure.
    pub measure: bool,
}

impl Unit {
    pub(super) fn new(name: impl Into<String>, end: usize) -> Self {
        Self { name: name.into(), end, base: None, measure: true }
    }
}

impl Finder<'_> {
    /// The percent sign or word at a piece: one past it, and the unit.
    pub(super) fn percent(&self, at: usize) -> Option<(usize, &'static str)> {
        let at = if self.pieces.get(at)?.is_dash() { at + 1 } else { at };
        if let Some(sign) = common().percent.get(&self.pieces.get(at)?.folded) {
            return Some((at + 1, sign));
        }
        self.pack.percent.starting(|i| word(self.pieces, i), at)
    }

    /// What follows the number: percent, currency, measure, or the noun that it counts.
    pub(super) fn unit(&self, end: usize, number: &Number) -> Option<Unit> {
        // "one of the nine judges" is somebody.
        let part = if number.bare { None } else { self.part_of_whole(end) };
        part.or_else(|| self.own_unit(end, number))
    }

    fn own_unit(&self, end: usize, number: &Number) -> Option<Unit> {
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
        if let Some(degrees) = self.degrees(end) {
            return Some(degrees);
        }
        if let Some(measure) = self.measure(after_hyphen) {
            return Some(self.rate(measure));
        }
        // In English the tagger finds the head of the noun phrase; units of several words are no head.
        if let Some((end, base)) = self.pack.unit.starting(|i| word(self.pieces, i), after_hyphen) {
            let measure = common().symbols.has(base);
            // In English the tagger finds the head of the noun phrase: "9 metric tons", but "9 people smugglers".
            if measure || !self.pack.english || end > after_hyphen + 1 {
                let unit = Unit { name: next.folded.clone(), end, base: Some(base.to_owned()), measure };
                return Some(self.rate(unit));
            }
        }
        if let Some(hours) = self.hours(end, number) {
            return Some(hours);
        }
        if self.pack.english { self.counted_english(end, number) } else { self.counted(after_of) }
    }

    /// "en | 72 heures", "72 horas": what lasts, where "à 18 heures" is a time.
    fn hours(&self, end: usize, number: &Number) -> Option<Unit> {
        let name = word(self.pieces, end).filter(|name| self.pack.hours.has(name))?;
        let before = |at: usize| word(self.pieces, at).is_some_and(|before| self.pack.lasting.has(before));
        let lasts = number.value > 24.0 || number.end.checked_sub(2).is_some_and(before);
        lasts.then(|| Unit { name: name.to_owned(), end: end + 1, base: Some("h".to_owned()), measure: true })
    }

    /// A symbol of measure at a piece: "km", "m²". One letter in capitals is no measure: "5 G".
    pub(super) fn measure(&self, at: usize) -> Option<Unit> {
        let piece = self.pieces.get(at).filter(|piece| piece.kind == PieceKind::Word)?;
        let base = common().measure.get(&piece.folded)?;
        let written = piece.span.of(self.text);
        if written.len() == 1 && written != piece.folded && written != "L" {
            return None;
        }
        let power =
            self.pieces.get(at + 1).filter(|power| !power.spaced).and_then(|power| match power.folded.as_str() {
                "²" => Some("²"),
                "³" => Some("³"),
                _ => None,
            });
        let base = if base.is_empty() { written } else { base };
        let end = at + 1 + usize::from(power.is_some());
        let base = Some(format!("{base}{}", power.unwrap_or("")));
        Some(Unit { name: piece.folded.clone(), end, base, measure: true })
    }

    /// "km/h", "kilometres per hour", "Kilometer pro Stunde": a measure by time.
    fn rate(&self, unit: Unit) -> Unit {
        let base = unit.base.as_deref().unwrap_or(&unit.name);
        let slash = self.pieces.get(unit.end).is_some_and(|piece| piece.is("/") && !piece.spaced);
        let per = if slash {
            let symbol = |name: &str| matches!(name, "h" | "s" | "min" | "m²" | "l").then_some(());
            word(self.pieces, unit.end + 1).filter(|name| symbol(name).is_some()).map(|name| (unit.end + 2, name))
        } else {
            self.pack.per.starting(|i| word(self.pieces, i), unit.end)
        };
        match per {
            Some((end, per)) if unit.measure && base.chars().count() <= 4 => {
                Unit { base: Some(format!("{base}/{per}")), end, ..unit }
            }
            _ => unit,
        }
    }

    /// "38 °C", "38°", "38 degrees Celsius".
    fn degrees(&self, end: usize) -> Option<Unit> {
        let sign = self.pieces.get(end).is_some_and(|piece| piece.is("°"));
        let scale = end + usize::from(sign);
        if let Some(letter) = self.scale_letter(end) {
            return Some(letter);
        }
        let after = if sign { None } else { self.pack.degree.starting(|i| word(self.pieces, i), end) };
        let (after, name) = match (sign, after) {
            (true, _) => match word(self.pieces, scale).filter(|_| !self.pieces[scale].spaced) {
                Some("c") => (scale + 1, "°C"),
                Some("f") => (scale + 1, "°F"),
                _ => (scale, "°C"),
            },
            (false, found) => found?,
        };
        Some(Unit { name: name.to_owned(), end: after, base: Some(name.to_owned()), measure: true })
    }

    /// "minus 18 C", "40C (104F)": the letter of a scale, with nothing behind it that it could belong to ("18 C Company", "the 5 F-16s").
    fn scale_letter(&self, at: usize) -> Option<Unit> {
        let piece = self.pieces.get(at).filter(|piece| piece.kind == PieceKind::Word && !piece.breaks)?;
        let name = match piece.span.of(self.text) {
            "C" => "°C",
            "F" => "°F",
            _ => return None,
        };
        let next = self.pieces.get(at + 1).filter(|next| !next.breaks);
        let noun = matches!(
            self.tags.get(at + 1).copied().flatten(),
            Some(Tag { pos: Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num, .. })
        );
        let free = next.is_none_or(|next| match next.kind {
            PieceKind::Mark => !next.is_dash() && (next.spaced || !next.is("/") && !next.is("&")),
            PieceKind::Word => next.spaced && !noun && !next.span.of(self.text).starts_with(char::is_uppercase),
            PieceKind::Digits => false,
        });
        free.then(|| Unit { name: name.to_owned(), end: at + 1, base: Some(name.to_owned()), measure: true })
    }

    /// "two of the nine judges", "zwei der neun Richter": a part is counted in what the whole is counted in.
    fn part_of_whole(&self, end: usize) -> Option<Unit> {
        let (next, _) = self.pack.part_of.starting(|i| word(self.pieces, i), end)?;
        if self.pieces[end..=next.min(self.pieces.len() - 1)].iter().any(|piece| piece.breaks) {
            return None;
        }
        let (whole, _) = self.number(next).filter(|(whole, money)| money.is_none() && !whole.fraction)?;
        let unit = self.own_unit(whole.end, &whole).filter(|unit| !unit.measure)?;
        Some(Unit { end, ..unit })
    }

    /// Whether the "m" glued to a number means a million: what it counts follows in the plural, "8m people". Before a
    /// noun in the singular and before words of extent it is metres: "a 100m sprint", "3m high", "2m of snow".
    pub(super) fn is_million(&self, at: usize) -> bool {
        let glued = self.pieces.get(at).is_some_and(|piece| !piece.spaced && piece.folded == "m");
        if !glued || !self.pack.english {
            return false;
        }
        if self.pieces.get(at + 1).is_some_and(|next| next.is_dash() && !next.spaced) {
            return word(self.pieces, at + 2) == Some("strong");
        }
        let many = Number { end: at + 1, value: 2.0, vague: true, ..Number::default() };
        self.counted_english(at + 1, &many).is_some_and(|unit| {
            let listed = self.pack.unit.get(&unit.name) == Some(unit.name.as_str());
            unit.name.ends_with('s') && !unit.name.ends_with("ss") || listed
        })
    }

    /// In English, the head of the noun phrase that the number begins: of "30 NATO allies" the allies.
    pub(super) fn counted_english(&self, from: usize, number: &Number) -> Option<Unit> {
        let mut at = from;
        if self.pieces.get(at)?.is_dash() {
            // "a 15-year term"
            let unit = self.pieces.get(at + 1).filter(|piece| piece.kind == PieceKind::Word && !piece.spaced)?;
            // "an 8m-strong union" says no more than the number.
            if self.pack.not_counted.has(&unit.folded) {
                return None;
            }
            let base = Some(units::plural(&unit.folded, self.pack));
            return Some(Unit { name: unit.folded.clone(), end: at + 2, base, measure: false });
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
        // "31,000 water meters" are instruments: behind another noun a measure is a thing.
        let compound =
            head > at && matches!(self.tags.get(head - 1).copied().flatten(), Some(Tag { pos: Pos::Noun, .. }));
        let measures = || self.pack.unit.get(&name).is_some_and(|base| common().symbols.has(base));
        let base = if compound && measures() {
            Some(name.clone())
        } else {
            (number.value == 1.0).then(|| units::plural(&name, self.pack))
        };
        Some(Unit { name, end: head + 1, base, measure: false })
    }

    /// Elsewhere, the next word; in German the next with a capital, so that adjectives are passed over.
    pub(super) fn counted(&self, from: usize) -> Option<Unit> {
        if !self.pack.comma || self.pack.of_some.starting(|i| word(self.pieces, i), from).is_some() {
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
            // "trois autres suspects"
            if at == from && self.pack.further.has(&piece.folded) {
                continue;
            }
            let function = self.pack.no_unit.has(&piece.folded)
                || self.pack.and.has(&piece.folded)
                || self.pack.to.has(&piece.folded)
                || self.pack.and_between.has(&piece.folded);
            let name = piece.folded.clone();
            return (!function).then(|| Unit { name, end: at + 1, base: None, measure: false });
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::quantities::tests::check;

    #[test]
    fn a_part_is_counted_as_its_whole() {
        check(&[
            ("en", "Two of the nine judges agreed.", &["=2 judges", "=9 judges"]),
            ("de", "Zwei der neun Mitglieder stimmten zu.", &["=2 mitglieder", "=9 mitglieder"]),
            ("es", "Dos de los nueve miembros votaron.", &["=2 miembros", "=9 miembros"]),
            ("nl", "Twee van de negen leden stemden voor.", &["=2 leden", "=9 leden"]),
            ("en", "One of the nine judges agreed.", &["=9 judges"]),
            ("en", "He said that seven of them had died.", &["=7"]),
        ]);
    }

    #[test]
    fn a_minus_and_a_scale_are_read() {
        check(&[
            ("en", "It fell to minus 18 C (0 F) at night.", &["=-18 °C", "=0 °F"]),
            ("en", "The index fell to minus 4 in May.", &["=-4"]),
            ("en", "They sold 18 C Company badges.", &["=18 badges"]),
        ]);
    }
}
