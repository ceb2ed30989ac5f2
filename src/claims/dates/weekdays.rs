//! Days of the week: "on Wednesday", "last Friday", "Monday, 10".

use super::civil::Day;
use super::find::{Finder, Found};
use super::tense::Tense;
use crate::claims::frame::pieces::PieceKind;
use crate::claims::types::Precision;

/// The shortest word that is a plural for its "s", in characters: shorter ones are "dans", "mais", "antes".
const SHORTEST_PLURAL: usize = 6;

impl Finder<'_> {
    /// "on Wednesday", "Monday, 10", "last Friday", "Wednesday, 12 January 2022".
    pub(super) fn weekday(&self, at: usize) -> Option<Found> {
        let (mut end, weekday) = self.pack.weekday.starting(|i| self.weekday_word(i), at)?;
        let weekday: u32 = weekday.parse().ok()?;
        let written = self.pieces[at].span.of(self.text);
        if !self.pack.small_months && !written.starts_with(char::is_uppercase) {
            return None;
        }
        // "Wed", "Sun", "Mon": only with a date behind them.
        let short = written.chars().count() <= 3;
        let after = end + usize::from(self.mark(end, &[",", "."]));
        let after = after
            + usize::from(
                self.word(after)
                    .is_some_and(|word| matches!(word, "the" | "den" | "dem" | "le" | "el" | "dia" | "día" | "il")),
            );
        if !self.breaks(after) {
            let full = if self.pieces[after].kind == PieceKind::Digits {
                self.day_first(after).or_else(|| self.numeric(after))
            } else {
                self.month_first(after)
            };
            if let Some(full) = full.filter(|full| self.pieces[after].kind == PieceKind::Digits || full.end > after + 1)
            {
                return Some(Found { start: at, ..full });
            }
        }
        if short {
            return None;
        }
        let next_word = self.word(end).unwrap_or("");
        let before = self.word(at.wrapping_sub(1)).unwrap_or("");
        let recurring =
            (1..=2).any(|back| self.word(at.wrapping_sub(back)).is_some_and(|word| self.pack.recurring.has(word)));
        if recurring {
            return None;
        }
        let (last, next, this) = (
            self.pack.last.has(before) || self.pack.last_after.has(next_word),
            self.pack.next.has(before) || self.pack.next_after.has(next_word),
            self.pack.this.has(before),
        );
        // "Monday week", "a fortnight on Monday": so many days behind the next one.
        let behind = self.pack.week_behind.get(next_word).filter(|_| {
            !self.breaks(end) && !self.pieces.get(end + 1).is_some_and(|next| next.is_dash() && !next.spaced)
        });
        let led = self.pack.week_before.ending(|i| self.word(i), at);
        let later: i64 = behind.or(led.map(|(_, days)| days)).and_then(|days| days.parse().ok()).unwrap_or(0);
        let number = self
            .digits(after, 1..=2)
            .filter(|day| (1..=31).contains(day) && !self.breaks(after) && (after > end || !self.pack.english))
            .filter(|_| {
                !self.pieces.get(after + 1).is_some_and(|piece| {
                    !piece.spaced && (piece.kind == PieceKind::Word || piece.is(":") || piece.is("%"))
                })
            })
            .filter(|_| after > end || !self.is_counted(after + 1));
        let date = self.published.and_then(|published| {
            let behind = (i64::from(published.weekday()) - i64::from(weekday)).rem_euclid(7);
            if let Some(day) = number {
                // Day of the month and weekday together name one day within a month or so.
                let fits = |date: &Day| date.day == day && date.weekday() == weekday;
                let near = (0..40).flat_map(|away| [-away, away]).filter_map(|away| published.plus(away)).find(fits);
                return near.or_else(|| Day::new(published.year, published.month, day));
            }
            let ahead = -(behind - 7) % 7;
            match () {
                () if last => published.plus(-if behind == 0 { 7 } else { behind }),
                () if next => published.plus(if ahead == 0 { 7 } else { ahead }),
                // "dijo este lunes": "this Monday" may be the last one.
                () if this && self.is_behind(at, end, behind) => published.plus(-behind),
                () if this => published.plus(ahead),
                () if later > 0 => published.plus(ahead + later),
                () if self.tense(at, end) == Tense::Ahead => published.plus(ahead),
                () => published.plus(-behind),
            }
        });
        let mut start =
            if last && self.pack.last.has(before) || next && self.pack.next.has(before) || this { at - 1 } else { at };
        if number.is_some() {
            end = after + 1;
        } else if self.pack.last_after.has(next_word) || self.pack.next_after.has(next_word) || behind.is_some() {
            end += 1;
        } else if let Some((from, _)) = led {
            start = from;
        }
        Some(Found { start, end, value: date.map(|date| (date.iso(), Precision::Day)) })
    }

    /// Whether "this Monday" was so many days ago: where the sentence looks back, and in Romance languages and Russian, which say so of
    /// every day of the news ("este lunes"), where nothing tells and it is the nearer one.
    fn is_behind(&self, at: usize, end: usize, behind: i64) -> bool {
        match self.tense(at, end) {
            Tense::Back => true,
            Tense::Ahead => false,
            Tense::Unknown => self.pack.small_months && behind <= 3,
        }
    }

    /// "am Sonntag | 12 Menschen", "el lunes | 14 personas", "am Sonntag | 31 Prozent": what follows the number is counted by it.
    fn is_counted(&self, at: usize) -> bool {
        let Some(word) = self.word(at).filter(|_| !self.breaks(at)) else { return self.mark(at, &["%", "€", "$"]) };
        if self.pack.capital_nouns {
            return self.pieces[at].span.of(self.text).starts_with(char::is_uppercase) && !self.pack.clock.has(word);
        }
        let plural = word.chars().count() >= SHORTEST_PLURAL && word.ends_with('s') && !self.pack.no_plural.has(word);
        plural || self.pack.counted.starting(|i| self.word(i), at).is_some()
    }

    /// For weekdays a hyphen counts as a word: "segunda-feira".
    pub(super) fn weekday_word(&self, at: usize) -> Option<&str> {
        self.pieces
            .get(at)
            .filter(|piece| piece.kind == PieceKind::Word || piece.is("-"))
            .map(|piece| piece.folded.as_str())
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::dates::tests::check;

    #[test]
    fn what_is_fixed_for_a_weekday_lies_ahead() {
        let tuesday = "2026-10-06";
        check(&[
            ("en", tuesday, "The union called an eight-hour strike for Thursday.", &["2026-10-08"]),
            ("en", tuesday, "He was jailed for the attack on Thursday.", &["2026-10-01"]),
            ("en", tuesday, "She apologised for what was said on Thursday.", &["2026-10-01"]),
            ("it", tuesday, "Il sindacato ha proclamato uno sciopero per giovedì.", &["2026-10-08"]),
            ("de", tuesday, "Die Gewerkschaft hat für Donnerstag zum Streik aufgerufen.", &["2026-10-08"]),
            ("fr", tuesday, "Le syndicat a appelé à la grève pour jeudi.", &["2026-10-08"]),
            ("fr", tuesday, "Le procès s'ouvre jeudi.", &["2026-10-08"]),
            ("fr", tuesday, "Le procès s'est ouvert jeudi.", &["2026-10-01"]),
            ("es", tuesday, "El sindicato convocó una huelga para el jueves.", &["2026-10-08"]),
            ("nl", tuesday, "De bond heeft een staking uitgeroepen voor donderdag.", &["2026-10-08"]),
        ]);
    }

    #[test]
    fn this_monday_may_be_the_last_one() {
        let tuesday = "2026-10-06";
        check(&[
            ("es", tuesday, "La huelga fue desconvocada este lunes.", &["2026-10-05"]),
            ("es", tuesday, "La huelga se celebrará este lunes.", &["2026-10-12"]),
            ("en", tuesday, "The talks will resume this Monday.", &["2026-10-12"]),
            ("en", tuesday, "The talks held this Monday were fruitless.", &["2026-10-05"]),
        ]);
    }
}
