//! Subject and predicate of plain main clauses in languages without parts of speech: "Le pont a été fermé", "El puente será cerrado".
//! A clause is plain if it opens with an article or a name and the first verb of a closed list follows with nothing between that begins
//! another clause. Every other clause has none: a wrong subject is worse. German, whose order tells more, is read by [`super::german`].

use super::clauses::trim;
use super::german;
use super::polarity::polarity;
use super::roles::Roles;
use super::words::Words;
use crate::claims::speakers::is_somebody;
use crate::claims::types::Polarity;
use crate::learn::form::fold_hash;

/// The longest subject, in words.
const SUBJECT: usize = 9;
/// The most words of a verb group behind its finite verb.
const GROUP: usize = 4;
/// The longest clause that is looked at, in words.
const CLAUSE: usize = 60;
/// The same of a German sentence.
const SENTENCE: usize = 150;
/// The shortest part of one that is a claim of its own, in words.
const PART: usize = 3;

/// The subject and the predicate of a clause, if it is plain.
pub(crate) fn plain_roles(words: &Words, clause: &[usize]) -> Roles {
    if words.pack.german {
        return german_roles(words, &clause[..clause.len().min(SENTENCE)]);
    }
    let Some(start) = clause.iter().position(|id| !words.is_mark(*id)) else { return Roles::default() };
    let clause = &clause[start..clause.len().min(start + CLAUSE)];
    let Some((subject, verb)) = subject(words, clause) else { return Roles::default() };
    Roles { subject: Some((0, subject)), predicate: predicate(words, clause, verb), object: None }.behind(start)
}

/// The parts of a German clause in which other main clauses are joined to the first one, where some of them deny something and others do
/// not; else all of it. What one of them denies, the others do not.
pub(crate) fn parted_by_denial(words: &Words, clause: &[usize]) -> Vec<Vec<usize>> {
    let denied = |part: &[usize]| polarity(words, part, &Roles::default(), false, false);
    if !words.pack.german || clause.len() > SENTENCE || denied(clause) == Polarity::Affirmed {
        return vec![clause.to_vec()];
    }
    let read = clause.iter().map(|id| german::Word {
        lower: words.word(*id),
        capital: is_capital(words, *id),
        mark: words.is_mark(*id),
        quote: words.is_quote(*id),
    });
    let somebody = |word: &str| is_somebody("de", fold_hash(word), word);
    let (mut parts, mut from) = (Vec::new(), 0);
    for joint in german::joints(read, somebody) {
        parts.push(trim(words, &clause[from..joint]));
        from = joint + 1;
    }
    parts.push(trim(words, &clause[from..]));
    let affirmed = parts.iter().filter(|part| denied(part) == Polarity::Affirmed).count();
    if affirmed == 0 || parts.iter().any(|part| part.len() < PART) { vec![clause.to_vec()] } else { parts }
}

/// The roles of a German clause. Where something was cut out of it ("Wenn es regnet, | sagte Berg, | bleibt sie zu") a comma stands.
fn german_roles(words: &Words, clause: &[usize]) -> Roles {
    let mut places = Vec::with_capacity(clause.len() + 1);
    let mut read = Vec::with_capacity(clause.len() + 1);
    for (at, id) in clause.iter().enumerate() {
        let parted = at.checked_sub(1).is_some_and(|before| clause[before] + 1 < *id);
        let comma = |at: usize| words.is(clause[at], &[","]);
        if parted && !(comma(at) || comma(at - 1)) {
            places.push(at);
            read.push(german::Word { lower: german::GAP, capital: false, mark: true, quote: false });
        }
        places.push(at);
        let (mark, quote) = (words.is_mark(*id), words.is_quote(*id));
        read.push(german::Word { lower: words.word(*id), capital: is_capital(words, *id), mark, quote });
    }
    // Behind "dass" the verb stands last.
    let before = clause.first().and_then(|first| (0..*first).rev().take(3).find(|id| !words.is_quote(*id)));
    let reported = before
        .is_some_and(|before| words.pack.complementiser.has(words.word(before)) || words.is(before, &["ob", "wonach"]));
    let somebody = |word: &str| is_somebody("de", fold_hash(word), word);
    let found = german::find(read.into_iter(), reported, somebody);
    let run = |run: Option<(usize, usize)>| {
        let (from, to) = run?;
        Some((*places.get(from)?, places.get(to.checked_sub(1)?)? + 1))
    };
    Roles { subject: run(found.subject), predicate: run(found.predicate), object: run(found.object) }
}

/// Whether the verb of a clause that somebody reports may stand at its end: Dutch.
fn is_germanic(words: &Words) -> bool {
    !words.pack.inverted.is_empty()
}

fn is_capital(words: &Words, id: usize) -> bool {
    words.tokens.get(id).is_some_and(|token| token.span.of(words.text).starts_with(char::is_uppercase))
}

/// Where the subject of a clause ends, and where its finite verb stands.
fn subject(words: &Words, clause: &[usize]) -> Option<(usize, usize)> {
    let pack = words.pack;
    let word = |at: usize| clause.get(at).map_or("", |id| words.word(*id));
    let small = |at: usize| clause.get(at).is_some_and(|id| !words.is_mark(*id) && !is_capital(words, *id));
    let (article, pronoun) = (pack.opening.has(word(0)), pack.alone.has(word(0)));
    let name = is_capital(words, clause[0]) && clause.get(1).is_some_and(|id| is_capital(words, *id));
    if !(article || pronoun || name && !pack.leading.has(word(0)) && !pack.finite.has(word(0))) {
        return None;
    }
    let other = |at: usize| {
        let mark = words.is_mark(clause[at]) && !words.is(clause[at], &["-"]);
        mark || pack.other_clause.has(word(at)) || pack.when.has(word(at))
    };
    let near = 1..clause.len().min(SUBJECT + 1);
    let verb = near.into_iter().find(|&at| other(at) || small(at) && pack.finite.has(word(at)))?;
    // "le reste": a noun that looks like a verb.
    let noun = verb == 1 && !pronoun && !name;
    if other(verb) || noun || pronoun && verb > 1 && !(1..verb).all(|at| pack.clitic.has(word(at))) {
        return None;
    }
    let end = (1..verb).rev().find(|&at| !pack.clitic.has(word(at))).map_or(1, |last| last + 1);
    // "de brug veilig | is,": behind "dat" the verb stands last; "De man heeft hij": who does it stands behind the verb.
    if is_germanic(words) {
        let next = clause.get(verb + 1).filter(|id| !words.is_mark(**id) || words.is_quote(**id))?;
        if pack.inverted.has(words.word(*next)) {
            return None;
        }
    }
    Some((end, verb))
}

/// The verb group of a finite verb.
fn predicate(words: &Words, clause: &[usize], verb: usize) -> Option<(usize, usize)> {
    let pack = words.pack;
    let word = |at: usize| clause.get(at).map_or("", |id| words.word(*id));
    let mark = |at: usize| words.is_mark(clause[at]);
    // Dutch verbs in the second place tell too little without what completes them.
    if is_germanic(words) {
        return None;
    }
    let verbal =
        |at: usize| !is_capital(words, clause[at]) && pack.verbal_end.ends(word(at)) && !pack.opening.has(word(at));
    // "est alors divisée", "fueron ampliamente citados"
    let between = |at: usize| pack.between.has(word(at)) || word(at).ends_with("ment") || word(at).ends_with("mente");
    let mut end = verb + 1;
    for at in verb + 1..clause.len().min(verb + 1 + GROUP) {
        // "a été fermé | lundi"
        if mark(at) || pack.when.has(word(at)) || !(verbal(at) || between(at)) {
            break;
        }
        if verbal(at) && !between(at) {
            end = at + 1;
        }
    }
    Some((verb, end))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::Context;
    use crate::claims::testing::claims;
    use crate::claims::types::{Act, Polarity};
    use crate::claims::{Claim, ClaimOptions, extract_claims};

    /// The outlet's own claims of a text.
    fn read(text: &str, language: &'static str) -> Vec<Claim> {
        let options = ClaimOptions { language: Some(language), narrator: true, ..ClaimOptions::default() };
        extract_claims(text, &[], &options, &Context::default()).expect("small enough")
    }

    fn roles(text: &str, language: &'static str) -> [String; 2] {
        let claim = read(text, language).pop().expect("a claim");
        [claim.subject, claim.predicate].map(|span| span.map_or(String::new(), |span| span.of(text).to_owned()))
    }

    #[test]
    fn plain_clauses_have_subject_and_predicate() {
        for (language, text, subject, predicate) in [
            ("fr", "Le pont de la gare a été fermé lundi matin.", "Le pont de la gare", "a été fermé"),
            ("fr", "La mairie ne peut pas payer les travaux.", "La mairie", "peut pas payer"),
            ("es", "El puente de la estación será cerrado el lunes.", "El puente de la estación", "será cerrado"),
            (
                "it",
                "Il ponte della stazione è stato chiuso lunedì mattina.",
                "Il ponte della stazione",
                "è stato chiuso",
            ),
            ("pt", "A ponte da estação foi fechada na segunda-feira.", "A ponte da estação", "foi fechada"),
            ("nl", "De oude brug over de rivier is sinds maandag dicht.", "De oude brug over de rivier", ""),
        ] {
            assert_eq!(roles(text, language), [subject, predicate].map(str::to_owned), "{text}");
        }
    }

    #[test]
    fn what_one_german_clause_denies_the_other_does_not() {
        let found = claims("Das Amt erklärte, die Brücke sei nicht gesperrt und der Tunnel bleibe offen.", "de");
        let parts =
            [(Polarity::Negated, "die Brücke sei nicht gesperrt"), (Polarity::Affirmed, "der Tunnel bleibe offen")];
        assert_eq!(found, parts.map(|(polarity, words)| (Act::Say, polarity, words.to_owned())));
        // One verb for both, or one subject: one claim.
        for text in [
            "Das Amt erklärte, die Brücke und der Tunnel seien nicht gesperrt.",
            "Das Amt erklärte, die Brücke sei nicht gesperrt und bleibe offen.",
        ] {
            assert_eq!(claims(text, "de").len(), 1, "{text}");
        }
    }

    #[test]
    fn other_clauses_have_none() {
        for (language, text) in [
            ("fr", "Le mois dernier, la ville était sous les eaux."),
            ("fr", "Selon la mairie, le pont est fermé depuis lundi."),
            ("es", "El puente que se cerró en mayo es peligroso."),
            ("ru", "Мост закрыт с понедельника из-за паводка."),
        ] {
            assert_eq!(roles(text, language), ["", ""].map(str::to_owned), "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_is_too_odd(text in "((die|Das|Werk|ist|hat|geschlossen|werden|er|„|“|,|und|gé|\\PC{0,3}) ){0,24}\\.") {
            for language in ["de", "fr", "es", "nl"] {
                for claim in read(&text, language) {
                    for span in [claim.subject, claim.predicate].into_iter().flatten() {
                        prop_assert!(span.end <= text.len() && text.is_char_boundary(span.start));
                    }
                }
            }
        }
    }
}
