//! Currency signs before a number, and what digits are glued to.

use super::find::Finder;
use super::pack::common;
use super::words::word;
use crate::claims::frame::pieces::PieceKind;

fn is_upper(word: &str) -> bool {
    word.chars().all(char::is_uppercase)
}

impl Finder<'_> {
    /// The currency sign or code before a number.
    pub(super) fn sign(&self, at: usize) -> Option<&'static str> {
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
            // "try 3", "Rm 12" are no money.
            PieceKind::Word if !matches!(&*before.folded, "try" | "rm") || is_upper(before.span.of(self.text)) => {
                known.get(&before.folded).or_else(|| self.pack.currency.get(&before.folded))
            }
            _ => None,
        }
    }

    /// Where the currency sign before a number begins.
    pub(super) fn sign_start(&self, at: usize) -> usize {
        let long = at >= 2
            && !self.pieces[at - 1].spaced
            && (common().currency.has(&format!("{}{}", self.pieces[at - 2].folded, self.pieces[at - 1].folded))
                || self.pieces[at - 1].is("."));
        if long { at - 2 } else { at - 1 }
    }

    /// Whether the digits belong to a word, an address or a time, and count nothing.
    pub(super) fn is_glued(&self, at: usize) -> bool {
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
            "°" => self.is_digits(at + 2),
            "º" | "ª" => true,
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
}
