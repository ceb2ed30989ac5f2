//! Claims joined in one sentence, in languages without parts of speech: "a déclaré que le pont était fermé | et que le tunnel restait
//! ouvert", "Siamo vicini, | ma non direi che ci siamo". Each says something of its own, and what one denies the others do not.

use super::clauses::trim;
use super::polarity::{negates, polarity};
use super::roles::Roles;
use super::words::Words;
use crate::claims::types::Polarity;

/// The longest sentence that is looked at, in tokens.
const SENTENCE: usize = 150;
/// The shortest part that is a claim of its own, in words, and the shortest behind a complementiser of its own.
const PART: usize = 3;
const REPORTED: usize = 2;
/// How far behind its contrast the verb of a clause shows, in tokens.
const NEAR: usize = 6;

/// The parts of a clause, given by its tokens; all of it where nothing shows that there are several.
pub(crate) fn parted(words: &Words, clause: &[usize]) -> Vec<Vec<usize>> {
    if words.pack.english || clause.len() > SENTENCE {
        return vec![clause.to_vec()];
    }
    let mut parts = Vec::new();
    let mut rest = clause;
    while let Some((end, next)) = joint(words, clause, rest) {
        parts.push(trim(words, &rest[..end]));
        rest = &rest[next..];
    }
    parts.push(trim(words, rest));
    parts
}

/// Where the first part of `rest` ends, and where the next one begins.
fn joint(words: &Words, whole: &[usize], rest: &[usize]) -> Option<(usize, usize)> {
    let count = |ids: &[usize]| ids.iter().filter(|id| !words.is_mark(**id)).count();
    let long = |at: usize, next: usize, part: usize| count(&rest[..at]) >= part.max(3) && count(&rest[next..]) >= part;
    let reported = is_reported(words, whole);
    (1..rest.len().saturating_sub(REPORTED)).find_map(|at| {
        let comma = words.is(rest[at], &[","]);
        let joint = at + usize::from(comma);
        let next = joint + 1;
        if reported
            && words.pack.joining.has(words.word(*rest.get(joint)?))
            && is_complementiser(words, *rest.get(next)?)
        {
            // French has "qu'" in one word with the next.
            let whole = words.pack.complementiser.has(words.word(rest[next]));
            let next = next + usize::from(whole);
            return (long(at, next, REPORTED) && !describes(words, &rest[..at])).then_some((at, next));
        }
        let contrast = comma && words.pack.contrast.has(words.word(*rest.get(joint)?));
        (contrast && long(at, next, PART) && differs(words, &rest[..at], &rest[next..])).then_some((at, next))
    })
}

/// "le pont qu'il a vu | et que tous connaissent": whether the last clause of a part is a relative one, which may go on, since no verb of
/// the list stands beside its own.
fn describes(words: &Words, part: &[usize]) -> bool {
    let comma = |pair: &[usize]| words.is(pair[0], &[","]) && is_complementiser(words, pair[1]);
    let inner = part.iter().skip(1).any(|id| is_complementiser(words, *id));
    let verbs = part.iter().filter(|id| words.pack.finite.has(bare(words, **id))).count();
    part.windows(2).any(comma) || inner && verbs < 2
}

/// A word without what is elided before it: "n'est".
fn bare<'a>(words: &'a Words, id: usize) -> &'a str {
    words.word(id).rsplit('\'').next().unwrap_or_default()
}

/// Whether a content is the clause behind a complementiser: "a déclaré que | ...".
fn is_reported(words: &Words, clause: &[usize]) -> bool {
    let Some(first) = clause.iter().find(|id| !words.is_mark(**id)) else { return false };
    let before = (0..*first).rev().take(2).find(|id| !words.is_quote(*id));
    is_complementiser(words, *first) || before.is_some_and(|before| is_complementiser(words, before))
}

fn is_complementiser(words: &Words, id: usize) -> bool {
    let word = words.word(id);
    words.pack.complementiser.has(word)
        || word.split_once('\'').is_some_and(|(head, _)| head == "qu" && words.pack.complementiser.has("que"))
}

/// Whether one of two parts denies something, the other does not, and the second has a verb: "ma non direi", but "ma non per tutti".
fn differs(words: &Words, before: &[usize], behind: &[usize]) -> bool {
    let denied = |part: &[usize]| polarity(words, part, &Roles::default(), false, false) == Polarity::Negated;
    // "non solo caro, ma anche inutile": the phrase goes on.
    let word = |at: usize| before.get(at).map(|id| words.word(*id));
    if (0..before.len()).any(|at| words.pack.not_negative.starting(word, at).is_some())
        || denied(before) == denied(behind)
    {
        return false;
    }
    let small = |id: usize| {
        words.pack.opening.has(words.word(id)) || words.pack.preposition.has(words.word(id)) || words.is_mark(id)
    };
    let near = &behind[..behind.len().min(NEAR)];
    let finite = near.iter().any(|id| words.pack.finite.has(bare(words, *id)));
    let verb = near
        .windows(2)
        .any(|pair| negates(words, pair[0]) && !small(pair[1]) && words.pack.preverbal.has(words.word(pair[0])));
    finite || verb || near.first().is_some_and(|id| words.pack.alone.has(words.word(*id)))
}

#[cfg(test)]
mod tests {
    use crate::claims::testing::claims;
    use crate::claims::types::Polarity;

    #[track_caller]
    fn expect(text: &str, language: &'static str, parts: &[(Polarity, &str)]) {
        let found: Vec<(Polarity, String)> =
            claims(text, language).into_iter().map(|(_, polarity, words)| (polarity, words)).collect();
        let parts: Vec<(Polarity, String)> =
            parts.iter().map(|(polarity, words)| (*polarity, (*words).to_owned())).collect();
        assert_eq!(found, parts, "{text}");
    }

    #[test]
    fn each_clause_behind_a_complementiser_is_a_claim() {
        use Polarity::Affirmed;
        for (language, text, first, second) in [
            (
                "fr",
                "Le maire a déclaré que le pont serait fermé lundi et que le tunnel resterait ouvert.",
                "le pont serait fermé lundi",
                "le tunnel resterait ouvert",
            ),
            (
                "es",
                "El alcalde dijo que el puente cerrará el lunes y que el túnel seguirá abierto.",
                "el puente cerrará el lunes",
                "el túnel seguirá abierto",
            ),
            (
                "it",
                "Il sindaco ha detto che il ponte chiuderà lunedì e che il tunnel resterà aperto.",
                "il ponte chiuderà lunedì",
                "il tunnel resterà aperto",
            ),
            (
                "pt",
                "O prefeito disse que a ponte fechará na segunda e que o túnel ficará aberto.",
                "a ponte fechará na segunda",
                "o túnel ficará aberto",
            ),
            (
                "nl",
                "De burgemeester zei dat de brug maandag dichtgaat en dat de tunnel open blijft.",
                "de brug maandag dichtgaat",
                "de tunnel open blijft",
            ),
            (
                "ru",
                "Мэр заявил, что старый мост закроют в понедельник и что новый тоннель останется открытым.",
                "старый мост закроют в понедельник",
                "новый тоннель останется открытым",
            ),
        ] {
            expect(text, language, &[(Affirmed, first), (Affirmed, second)]);
        }
    }

    #[test]
    fn what_one_clause_denies_the_other_does_not() {
        use Polarity::{Affirmed, Negated};
        expect(
            "«Siamo vicini al traguardo, ma non direi che ci siamo», ha detto Berti.",
            "it",
            &[(Affirmed, "Siamo vicini al traguardo"), (Negated, "non direi che ci siamo")],
        );
        expect(
            "Мэр заявил, что сожалеет о закрытии моста, но извиняться не будет.",
            "ru",
            &[(Affirmed, "сожалеет о закрытии моста"), (Negated, "извиняться не будет")],
        );
        // One verb for both: one claim.
        for (language, text) in [
            ("it", "Il sindaco ha detto che il ponte è sicuro per le auto, ma non per i camion."),
            ("it", "Il sindaco ha detto che il ponte non è solo vecchio, ma anche pericoloso per tutti."),
            ("fr", "Le maire a déclaré que le pont qu'il a vu et que tous connaissent est fermé."),
        ] {
            assert_eq!(claims(text, language).len(), 1, "{text} {:?}", claims(text, language));
        }
    }
}
