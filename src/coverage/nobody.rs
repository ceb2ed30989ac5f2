//! A number against none: "four people were killed", "nobody was killed".

use super::conflicts::{ConflictKind, Disagreement, Member};
use super::facts::{Number, Words};
use crate::text::Span;

/// What stands for no person at all; "no one" is two words.
const PRONOUNS: [&str; 10] =
    ["nobody", "none", "niemand", "keiner", "personne", "nadie", "ninguno", "nessuno", "ninguém", "no one"];
/// What stands before that of which there is none.
const ARTICLES: [&str; 12] =
    ["no", "kein", "keine", "keinen", "aucun", "aucune", "ningún", "ninguna", "nessun", "nessuna", "nenhum", "geen"];
/// Which share of the other words of the shorter claim must be common.
const SAME_MATTER: f64 = 0.5;

/// A number that one claim tells of what the other says there was none.
pub(super) fn nobody(a: &Member<'_>, b: &Member<'_>) -> Option<Disagreement> {
    let found = against(a, b);
    let (here, there) = found.or_else(|| against(b, a).map(|(here, there)| (there, here)))?;
    Some((ConflictKind::Number, here, there))
}

/// The words of the number, and those of none.
fn against(counting: &Member<'_>, denying: &Member<'_>) -> Option<(String, String)> {
    let terms = denying.features.sequence.iter().zip(&denying.features.spans);
    terms.filter(|(term, _)| !term.number && term.negated()).find_map(|(term, span)| {
        let (none, of_things) = none(span.of(&denying.claim.text))?;
        let told = counting.features.term(term.id)?;
        if told.negated() || told.sign == 0 || !same_matter(counting, denying, term.id) {
            return None;
        }
        let place = counting.span_of(term.id)?;
        let meant = |number: &&Number| {
            let counted = number.units.contains(&term.id);
            // "Nobody signed the letter", "they signed three letters": what is counted is no person.
            let other = |unit: &u32| *unit != term.id && denying.features.has(*unit);
            let near = |span: Span| counting.undivided(span, place);
            number.value >= 1.0
                && number.measure.is_none()
                && (counted || !(of_things || number.units.iter().any(other)))
                && matches!(number.words, Words::At(span) if near(span))
        };
        let Words::At(number) = counting.features.numbers.iter().find(meant)?.words else { return None };
        Some((number.of(&counting.claim.text).to_owned(), none))
    })
}

/// "Nobody" of "nobody was hurt", "no passengers" as it stands; and whether it is none of a thing that is named.
fn none(words: &str) -> Option<(String, bool)> {
    let mut ends = words.match_indices(' ').map(|(at, _)| at);
    let first = ends.next().unwrap_or(words.len());
    let second = ends.next().unwrap_or(words.len());
    let pronoun = [second, first]
        .into_iter()
        .map(|end| &words[..end])
        .find(|start| PRONOUNS.contains(&start.to_lowercase().as_str()));
    match pronoun {
        Some(pronoun) => Some((pronoun.to_owned(), false)),
        None => ARTICLES.contains(&words[..first].to_lowercase().as_str()).then(|| (words.to_owned(), true)),
    }
}

/// What the one says beside the term, the other says for the most part; of two languages that cannot be told.
fn same_matter(a: &Member<'_>, b: &Member<'_>, id: u32) -> bool {
    if a.features.language != b.features.language {
        return true;
    }
    let units: Vec<u32> =
        [a, b].iter().flat_map(|m| &m.features.numbers).flat_map(|number| &number.units).copied().collect();
    let number = |member: &Member<'_>, id: u32| member.features.term(id).is_some_and(|term| term.number);
    let others = |member: &Member<'_>| -> Vec<u32> {
        let mut clause = member.clause(id);
        clause.retain(|other| *other != id && !units.contains(other) && !number(member, *other));
        clause
    };
    let (x, y) = (others(a), others(b));
    let common = x.iter().filter(|term| y.contains(term)).count();
    common as f64 >= SAME_MATTER * x.len().min(y.len()) as f64
}
