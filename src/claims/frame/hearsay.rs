//! Hearsay by the form of the verb alone: "soll Geld genommen haben", "will nichts gewusst haben", "aurait reçu", "habría recibido".
//! Somebody has told so, and who writes does not vouch for it (Duden, Die Grammatik, on "sollen" and "wollen" with the
//! perfect; Grevisse, Le bon usage, on the conditional of what is reported).

use super::words::Words;
use crate::claims::speakers::is_trade;
use crate::learn::form::fold_hash;

/// Words between a German modal verb and the perfect that ends its clause, at most.
const REACH: usize = 40;
/// Words between an auxiliary and its participle at most: "n'aurait donc pas reçu".
const ADVERBS: usize = 3;

/// Whether the verb of a clause says that what it tells is hearsay.
pub(super) fn is_hearsay(words: &Words, clause: &[usize]) -> bool {
    (0..clause.len()).any(|at| match words.pack.hearsay.get(words.word(clause[at])) {
        Some("modal") => modal(words, clause, at),
        Some(auxiliary) => conditional(words, clause, at, auxiliary == "be"),
        None => false,
    })
}

/// German: a modal verb with an infinitive of the perfect, "gewusst haben", "geflohen sein", before or behind it.
fn modal(words: &Words, clause: &[usize], at: usize) -> bool {
    let is = |at: usize, list: &[&str]| clause.get(at).is_some_and(|id| words.is(*id, list));
    let small = |at: usize| words.tokens[clause[at]].span.of(words.text).starts_with(char::is_lowercase);
    let perfect = |at: usize| {
        let word = words.word(clause[at]);
        let moved = words.pack.moved.ends(word);
        small(at) && (is(at + 1, &["haben"]) && (is_participle(word) || moved) || is(at + 1, &["sein"]) && moved)
    };
    if at >= 2 && perfect(at - 2) {
        return true;
    }
    let closes =
        |at: usize| clause.get(at).is_none_or(|id| words.is_mark(*id) || is(at, &["und", "oder", "wie", "als"]));
    // "will bis 2030 alle Werke abgeschaltet haben": what is planned, not what is told.
    let ahead = clause.len().min(at + REACH);
    (at + 1..ahead).take_while(|&at| !is(at, &["bis", ";"])).any(|at| perfect(at) && closes(at + 2))
}

/// "Das Werk soll im Herbst eröffnet werden": what is done to something is planned, nobody owes it.
pub(super) fn is_planned(words: &Words, clause: &[usize]) -> bool {
    let modal = |at: usize| words.is(clause[at], &["soll", "sollen", "solle"]);
    let passive = |at: usize| words.is(clause[at], &["werden"]) && is_participle(words.word(clause[at - 1]));
    let Some(modal) = (0..clause.len()).find(|&at| words.pack.german && modal(at)) else { return false };
    let ahead = clause.len().min(modal + REACH);
    let done = (modal.saturating_sub(2).max(1)..ahead).take_while(|&at| !words.is(clause[at], &[","])).any(passive);
    done || is_told_of_thing(words, clause, modal)
}

/// "Das Bad soll | laut Stadt | im Mai öffnen": what an authority tells of a thing is planned or expected; of somebody it may be a demand.
fn is_told_of_thing(words: &Words, clause: &[usize], modal: usize) -> bool {
    let Some(subject) = modal.checked_sub(1).map(|before| words.word(clause[before])) else { return false };
    let before = words.tokens[clause[modal - 1]].span.of(words.text);
    let noun = before.starts_with(char::is_uppercase);
    let somebody = is_trade("de", fold_hash(before), subject);
    let authority = |pair: &[usize]| {
        let gap = pair[0] + 1;
        gap < pair[1] && words.is(gap, &["laut", "nach", "gemäß", "zufolge"])
    };
    noun && modal > 1 && !somebody && clause.windows(2).any(authority)
}

/// "genommen", "bedroht", "kassiert": a German participle by its form.
fn is_participle(word: &str) -> bool {
    const HEADS: &[&str] =
        &["ge", "be", "er", "ver", "zer", "ent", "emp", "miss", "über", "unter", "hinter", "wider", "wieder", "durch"];
    const PARTED: &[&str] = &[
        "ab", "an", "auf", "aus", "bei", "ein", "mit", "nach", "vor", "zu", "zurück", "weg", "fest", "frei", "hin",
        "her", "los", "um", "dar", "statt", "weiter",
    ];
    let long = word.chars().count() > 4;
    let inner = || {
        PARTED
            .iter()
            .any(|head| word.strip_prefix(head).is_some_and(|rest| HEADS.iter().any(|head| rest.starts_with(head))))
    };
    let head = || HEADS.iter().any(|head| word.starts_with(head)) || inner() || word.ends_with("iert");
    long && (word.ends_with('t') || word.ends_with("en")) && head()
}

/// French, Spanish, Portuguese and Italian: an auxiliary in the conditional with its participle.
fn conditional(words: &Words, clause: &[usize], at: usize, be: bool) -> bool {
    const ADVERB: &[&str] =
        &["donc", "déjà", "aussi", "également", "encore", "ya", "también", "já", "também", "già", "anche", "même"];
    // Italian puts what was still to come in this form: "ha detto che avrebbe chiesto".
    let first = clause[0].checked_sub(1);
    let told = words.pack.foretold && (clause[..at].iter().copied().chain(first)).any(|id| words.is(id, &["che"]));
    let small = |id: usize| {
        let word = words.word(id);
        words.pack.negator.has(word) || word.ends_with("ment") || word.ends_with("mente") || ADVERB.contains(&word)
    };
    let next = (at + 1..clause.len().min(at + 2 + ADVERBS)).find(|&at| !small(clause[at]));
    let Some(participle) = next.map(|at| words.word(clause[at])) else { return false };
    let reflexive = at > 0 && words.is(clause[at - 1], &["se", "s'", "si"]);
    let bent = participle.trim_end_matches(['s', 'e', 'a', 'o', 'i']);
    let heard = words.pack.participle_ending.ends(participle) && !words.pack.not_heard.has(participle);
    !told && heard && (!be || reflexive || words.pack.moved.has(bent))
}
