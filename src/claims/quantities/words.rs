//! Numbers in words: "two hundred and fifty thousand", "zweiundzwanzig", "quatre-vingt-dix", "a third".

use super::pack::Pack;
use crate::claims::frame::pieces::{Piece, PieceKind};

/// A number as read, before its unit and bounds are known.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Number {
    /// Its value.
    pub value: f64,
    /// One past its last piece.
    pub end: usize,
    /// The factor of the multipliers that it ends on: 1e6 of "5 million".
    pub factor: f64,
    /// A plural that says only "more than one of these": "thousands".
    pub vague: bool,
    /// A part of a whole.
    pub fraction: bool,
    /// A word that is mostly no number: "one".
    pub bare: bool,
    /// Digits alone, which may be a year or a label.
    pub plain: bool,
}

/// The word at a place, if it is one.
pub(super) fn word(pieces: &[Piece], at: usize) -> Option<&str> {
    pieces.get(at).filter(|piece| piece.kind == PieceKind::Word).map(|piece| piece.folded.as_str())
}

/// Skips the hyphen within a number: "twenty-five", "5-million".
fn past_hyphen(pieces: &[Piece], at: usize) -> usize {
    let hyphen = pieces.get(at).is_some_and(|piece| piece.is_dash() && !piece.spaced);
    if hyphen && pieces.get(at + 1).is_some_and(|piece| !piece.spaced) { at + 1 } else { at }
}

/// Multipliers behind a value: their product, and one past them. A single letter counts only written to the digits.
pub(super) fn multipliers(pieces: &[Piece], from: usize, money: bool, pack: &Pack) -> (f64, usize) {
    let (mut factor, mut at) = (1.0, from);
    loop {
        let next = past_hyphen(pieces, at);
        let Some(name) = word(pieces, next) else { break };
        let Some(times) = pack.multiplier.number(name) else { break };
        let glued = !pieces[next].spaced;
        let short = name.chars().count() == 1;
        if short && !(glued && (money || name == "k")) || pieces[next].breaks {
            break;
        }
        factor *= times;
        at = next + 1;
        // The point of an abbreviation: "3 Mio. Euro".
        if name.chars().count() <= 4
            && pieces.get(at).is_some_and(|piece| piece.is(".") && !piece.spaced)
            && word(pieces, at + 1).is_some_and(|next| pack.comma || pack.currency.has(next))
        {
            at += 1;
        }
        if factor > 1e15 {
            break;
        }
    }
    (factor, at)
}

/// A number that begins with the word at `at`.
pub(super) fn number_in_words(pieces: &[Piece], at: usize, pack: &Pack) -> Option<Number> {
    let first = word(pieces, at)?;
    if let Some((end, value)) = pack.vague.starting(|i| word(pieces, i), at) {
        let value = value.parse().ok()?;
        return Some(Number { value, end, factor: 1.0, vague: true, fraction: false, bare: false, plain: false });
    }
    if let Some(fraction) = fraction(pieces, at, pack) {
        return Some(fraction);
    }
    let (mut total, mut current, mut end) = (0.0, 0.0, at);
    let mut factor = 1.0;
    let mut cardinals = 0;
    if pack.article.has(first) && pack.multiplier.number(word(pieces, at + 1)?).is_some_and(|times| times >= 10.0) {
        // "a million"; one-letter multipliers are no words.
        if word(pieces, at + 1)?.chars().count() == 1 {
            return None;
        }
        current = 1.0;
        end = at + 1;
    }
    loop {
        let mut next = if end == at { at } else { past_hyphen(pieces, end) };
        if end > at && word(pieces, next).is_some_and(|word| pack.and.has(word)) {
            next += 1;
        }
        let Some(name) = word(pieces, next) else { break };
        if next > at && pieces[next].breaks {
            break;
        }
        let low = current % 100.0;
        // "treinta y un años", "vingt et une personnes", "trinta e um": the article is the one.
        let one = || {
            let tens = low >= 20.0 && low % 10.0 == 0.0 && next > past_hyphen(pieces, end);
            (tens && pack.article.has(name) && ["un", "um"].iter().any(|one| pack.article.has(one))).then_some(1.0)
        };
        if let Some(value) = cardinal(name, pack).or_else(one) {
            // "quatre-vingt" is four times twenty; "soixante-dix", "quatre-vingt-onze" add more than nine.
            if low == 4.0 && value == 20.0 && pack.cardinal.has("quatre") {
                current += 76.0;
            } else if current == 0.0
                || low == 0.0 && value < 100.0
                || low % 10.0 == 0.0 && low >= 20.0 && value < 10.0
                || (low == 60.0 || low == 80.0) && value < 20.0 && pack.cardinal.has("quatre")
                || low == 10.0 && (7.0..10.0).contains(&value) && pack.cardinal.has("quatre")
            {
                current += value;
            } else {
                break;
            }
            factor = 1.0;
            cardinals += 1;
        } else if let Some(times) = pack.multiplier.number(name).filter(|_| name.chars().count() > 1) {
            let joined = next != past_hyphen(pieces, end) && end > at;
            if joined || (total > 0.0 && times >= 1000.0 && current == 0.0) {
                break;
            }
            if times < 1000.0 {
                current = f64::max(1.0, current) * times;
            } else {
                total += f64::max(1.0, current) * times;
                current = 0.0;
            }
            factor = times;
        } else {
            break;
        }
        end = next + 1;
        if total > 1e18 {
            break;
        }
    }
    if let Some((after, part)) = pack.half.starting(|i| word(pieces, i), end).filter(|_| end > at) {
        let part: f64 = part.parse().ok()?;
        let (times, after) = multipliers(pieces, after, false, pack);
        let value = (total + current + part * factor) * times;
        return Some(Number {
            value,
            end: after,
            factor: times,
            vague: false,
            fraction: false,
            bare: false,
            plain: false,
        });
    }
    if end == at {
        return None;
    }
    let value = total + current;
    let bare = cardinals == 1 && end == at + 1 && pack.bare.has(first);
    Some(Number { value, end, factor, vague: false, fraction: false, bare, plain: false })
}

/// "a third", "two-thirds", "half", "die Hälfte", "half a million".
fn fraction(pieces: &[Piece], at: usize, pack: &Pack) -> Option<Number> {
    let number =
        |value, end| Number { value, end, factor: 1.0, vague: false, fraction: true, bare: false, plain: false };
    if let Some((end, parts)) = pack.whole_fraction.starting(|i| word(pieces, i), at) {
        return Some(number(1.0 / parts.parse::<f64>().ok()?, end));
    }
    // "eine halbe Million", "medio millón", "un demi-million"
    if let Some((after, _)) = pack.half_of.starting(|i| word(pieces, i), at)
        && let (times, end) = multipliers(pieces, after, false, pack)
        && times >= 1e3
    {
        return Some(Number { fraction: false, factor: times, ..number(times / 2.0, end) });
    }
    let first = word(pieces, at)?;
    let alone = pack.fraction.number(first).filter(|parts| *parts == 2.0 && pack.english && first == "half");
    if let Some(parts) = alone {
        if word(pieces, at + 1).is_some_and(|word| pack.article.has(word))
            && let (times, end) = multipliers(pieces, at + 2, false, pack)
            && times > 1.0
        {
            return Some(Number { fraction: false, factor: times, ..number(times / parts, end) });
        }
        // "half an hour"
        if word(pieces, at + 1).is_some_and(|word| pack.article.has(word))
            && word(pieces, at + 2).is_some_and(|word| pack.unit.has(word))
        {
            return Some(Number { fraction: false, ..number(1.0 / parts, at + 2) });
        }
        // "half of", "half the", "half their": not "first half", "half-hearted".
        let free =
            word(pieces, at + 1).is_some_and(|next| matches!(next, "of" | "the" | "its" | "their" | "his" | "her"));
        return free.then(|| number(1.0 / parts, at + 1));
    }
    let count = if pack.article.has(first) || pack.bare.has(first) { 1.0 } else { cardinal(first, pack)? };
    let next = past_hyphen(pieces, at + 1);
    let parts = pack.fraction.number(word(pieces, next)?)?;
    if count >= parts || (parts == 2.0 && count != 1.0) {
        return None;
    }
    // "three-quarters of a million": a part of a number is a number.
    let article = next + 2;
    if word(pieces, next + 1).is_some_and(|word| pack.of.has(word))
        && word(pieces, article).is_some_and(|word| pack.article.has(word))
        && let (times, end) = multipliers(pieces, article + 1, false, pack)
        && times >= 1e3
    {
        return Some(Number { fraction: false, factor: times, ..number(count / parts * times, end) });
    }
    // "a third round" is an ordinal: what follows a single fraction is "of", a mark, or a comparison, unless what stands before it
    // measures ("by a third since 2021").
    let follower = word(pieces, next + 1);
    let before = at.checked_sub(1).and_then(|before| word(pieces, before));
    let measured = before == Some("by") || pack.comparator.ending(|i| word(pieces, i), at).is_some();
    let ordinal = count == 1.0
        && next == at + 1
        && !measured
        && follower
            .is_some_and(|word| !pack.of.has(word) && !matches!(word, "of" | "more" | "less" | "higher" | "lower"));
    (!(ordinal && pack.english)).then(|| number(count / parts, next + 1))
}

/// The value of a cardinal in one word, compounds taken apart: "zweiundzwanzig", "driehonderd", "duemila".
fn cardinal(word: &str, pack: &Pack) -> Option<f64> {
    pack.cardinal.number(word).or_else(|| (word.len() <= 60).then(|| compound(word, pack)).flatten())
}

fn compound(word: &str, pack: &Pack) -> Option<f64> {
    let part = |part: &str| pack.cardinal.number(part).or_else(|| pack.inside.number(part));
    for (big, times) in
        [("tausend", 1e3), ("duizend", 1e3), ("mila", 1e3), ("hundert", 100.0), ("honderd", 100.0), ("cento", 100.0)]
    {
        if pack.big.has(big)
            && let Some((before, after)) = word.split_once(big)
        {
            let before = if before.is_empty() { Some(1.0) } else { part(before).or_else(|| compound(before, pack)) };
            let after = after.strip_prefix("und").filter(|_| pack.join.has("und")).unwrap_or(after);
            let after = if after.is_empty() { Some(0.0) } else { part(after).or_else(|| compound(after, pack)) };
            return Some(before? * times + after?).filter(|value| *value > times || word != big);
        }
    }
    for join in ["und", "ën", "en"] {
        if pack.join.has(join) {
            for (at, _) in word.match_indices(join) {
                if let (Some(unit), Some(ten)) = (part(&word[..at]), part(&word[at + join.len()..]))
                    && unit < 10.0
                    && (20.0..100.0).contains(&ten)
                {
                    return Some(unit + ten);
                }
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::claims::quantities::tests::check;

    #[test]
    fn the_article_is_the_one_behind_tens() {
        check(&[
            ("es", "Pasaron treinta y un años.", &["=31 años"]),
            ("es", "Murieron treinta y una personas.", &["=31 personas"]),
            ("fr", "Il attend depuis vingt et un ans.", &["=21 ans"]),
            ("pt", "Esperou trinta e um anos.", &["=31 anos"]),
            ("en", "He won twenty and a crowd cheered.", &["=20"]),
        ]);
    }
}
