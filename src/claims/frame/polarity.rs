//! Whether a claim says that something is so, or that it is not so.

use super::falsity::verdict;
use super::lexicon::Section;
use super::roles::{Roles, find_roles};
use super::words::Words;
use crate::claims::types::Polarity;
use crate::text::pos::Pos;

/// How many marks open a quotation at most: ""“".
const QUOTES: usize = 2;

/// Marks the words of phrases whose negator denies nothing: "not only", "no doubt".
fn neutral(words: &Words, clause: &[usize]) -> Vec<bool> {
    let mut neutral = vec![false; clause.len()];
    let word = |at: usize| clause.get(at).map(|id| words.word(*id));
    for at in 0..clause.len() {
        if let Some((end, _)) = words.pack.not_negative.starting(word, at) {
            neutral[at..end.min(clause.len())].fill(true);
        }
    }
    if let Some(negator) = left_open(words, clause) {
        neutral[negator] = true;
    }
    neutral
}

/// "Eine Klage schließe er | nicht | aus", "sluit een staking | niet | uit": what denies a verb in two parts that rules something out.
/// What is not ruled out is possible.
pub(super) fn left_open(words: &Words, clause: &[usize]) -> Option<usize> {
    if words.pack.english {
        return None;
    }
    (1..clause.len().saturating_sub(1)).find(|&at| {
        let parted = |verb: usize| {
            let pair = [words.word(clause[verb]), words.word(clause[at + 1])];
            let found = words.pack.exclusion.starting(|at| pair.get(at).copied(), 0);
            found.is_some_and(|(end, _)| end == 2)
        };
        let ends = clause.get(at + 2).is_none_or(|id| words.is_mark(*id)) || words.is(clause[at + 2], &["und", "en"]);
        negates(words, clause[at]) && ends && (at.saturating_sub(APART * 2)..at).any(parted)
    })
}

pub(super) fn negates(words: &Words, id: usize) -> bool {
    let word = words.word(id);
    words.pack.negator.has(word) || word.ends_with("n't") || word == "cannot"
}

/// The polarity of a clause; `denied` says whether its attribution denies it, see [`super::cue`], and `open` whether it is
/// said not to: "did not dismiss".
///
/// A denial of a clause that is negated itself affirms it: "denied that it had not paid".
pub(crate) fn polarity(words: &Words, clause: &[usize], roles: &Roles, denied: bool, open: bool) -> Polarity {
    let neutral = neutral(words, clause);
    // "dismissed the claim that he had lied as nonsense": the denial and what the claim is called are one.
    let called = words.pack.english && verdict(words, clause).is_some_and(|verdict| verdict.called);
    let denied = if called { open } else { denied };
    let negations = if words.pack.english {
        in_english(words, clause, roles, &neutral)
    } else {
        elsewhere(words, clause, &neutral)
    };
    if (negations + usize::from(denied)) % 2 == 1 { Polarity::Negated } else { Polarity::Affirmed }
}

/// Negation in the scope of the main verb: in its group, at the head of subject and object, in its meaning.
fn in_english(words: &Words, clause: &[usize], roles: &Roles, neutral: &[bool]) -> usize {
    let word = |at: usize| clause.get(at).map(|id| words.word(*id));
    let negative_noun =
        |at: usize| !neutral.get(at).copied().unwrap_or(true) && words.pack.negative_noun.starting(word, at).is_some();
    // "Neither the army nor the police had been told"
    let first = clause.iter().position(|id| !words.is_mark(*id)).unwrap_or(0);
    if clause.get(first).is_some_and(|id| words.is(*id, &["neither"])) && !neutral[first] {
        return 1;
    }
    // "It is untrue that", "reports that ... are false"
    if let Some(found) = verdict(words, clause) {
        let inner = found.inner.filter(|inner| inner.len() < clause.len());
        let inside = inner.map_or(0, |inner| {
            let (clause, neutral) = (&clause[inner.clone()], &neutral[inner]);
            in_english(words, clause, &find_roles(words, clause), neutral)
        });
        return inside + 1 + usize::from(found.negated);
    }
    if let Some(inner) = embedded(words, clause, roles).or_else(|| named(words, clause)) {
        return in_english(words, &clause[inner..], &find_roles(words, &clause[inner..]), &neutral[inner..]);
    }
    let Some((from, to)) = roles.predicate else {
        // A phrase without a verb: "no positive agenda at all", "not an option".
        let negated =
            negative_noun(first) || clause.get(first).is_some_and(|id| negates(words, *id) && !neutral[first]);
        return usize::from(negated);
    };
    // "it was “not considering a sale”": a quotation may open right behind the verb, and its first word negates all the same.
    let quotes = clause[to.min(clause.len())..].iter().take(QUOTES).take_while(|id| words.is_quote(**id)).count();
    let open = to + quotes;
    // "never" and "no longer" may stand before the group, adverbs behind it.
    let before = from.saturating_sub(2).max(roles.subject.map_or(0, |(_, end)| end.min(from)));
    let after = (open + 1).min(clause.len());
    let group = (before..after).filter(|&at| {
        let longer = words.is(clause[at], &["no"]) && word(at + 1) == Some("longer");
        let adverb = at < to || words.pos(clause[at]) == Pos::Adv || words.pos(clause[at]) == Pos::Part;
        !neutral[at] && adverb && (negates(words, clause[at]) || longer)
    });
    let mut negations = group.count().min(1);
    // "Hardly anyone came", "At no point was the crew in danger"
    let counted = negative_noun(first) && roles.subject.is_some_and(|(start, _)| start <= first);
    let opens = first < from && !neutral[first] && negations == 0 && !counted;
    let head = opens && (negates(words, clause[first]) || words.pack.negative_verb.starting(word, first).is_some());
    negations += usize::from(head);
    // Verbs in the group, adjectives behind it: "refused to", "is unable to".
    negations += (from..after)
        .filter(|&at| words.pack.negative_verb.starting(word, at).is_some() && (at < to || !words.is_verb(clause[at])))
        .filter(|&at| !discharges(words, clause, at))
        .count();
    // "is far from over", "is still a long way from"
    let copula = clause[from..to].iter().any(|id| words.pack.copula.has(words.word(*id)))
        || from.checked_sub(1).is_some_and(|before| words.is_contracted(clause[before]));
    let behind = (open..clause.len()).find(|&at| words.pos(clause[at]) != Pos::Adv || words.is(clause[at], &["far"]));
    let distant = |at: usize| words.pack.not_with_copula.starting(word, at).is_some();
    negations += usize::from(copula && (behind.is_some_and(distant) || distant(open)));
    let subject = roles.subject.filter(|(from, to)| from < to).is_some_and(|(from, _)| negative_noun(from));
    // The object may be searched only where it is known to be one; behind "there is" it is what exists.
    let object = (open..(open + 2).min(clause.len())).find(|&at| words.pos(clause[at]) != Pos::Adv).is_some_and(|at| {
        negative_noun(at) && !(words.is(clause[at], &["no"]) && word(at + 1) == Some("longer") && negations > 0)
    });
    negations += usize::from(subject) + usize::from(object);
    // "Nobody doubts the result"
    let doubted = (from..to).any(|at| words.pack.doubt.has(words.word(clause[at])));
    negations + usize::from(doubted && negations > 0)
}

/// "Three guards were dismissed": what is told of somebody, where no claim is dismissed.
fn discharges(words: &Words, clause: &[usize], at: usize) -> bool {
    let claim = |id: &usize| words.pack.content_noun.has(words.word(*id));
    words.pack.discharging.has(words.word(clause[at])) && !clause.iter().any(claim)
}

/// Where the clause begins that carries the meaning: behind "it is clear that" and the like, which only say that it is so.
fn embedded(words: &Words, clause: &[usize], roles: &Roles) -> Option<usize> {
    let ((subject, _), (_, to)) = (roles.subject?, roles.predicate?);
    let impersonal = words.is(*clause.get(subject)?, &["it"]);
    let plain = words
        .is(*clause.get(to)?, &["clear", "true", "obvious", "evident", "certain", "apparent", "likely", "possible"]);
    let that = words.is(*clause.get(to + 1)?, &["that"]);
    let group = roles.predicate.map_or(&[][..], |(from, to)| &clause[from..to]);
    let affirmed = !group.iter().any(|id| negates(words, *id));
    (impersonal && plain && that && affirmed && clause.len() > to + 2).then_some(to + 2)
}

/// Behind the noun that names a clause: "the charge that no guard was there".
pub(crate) fn named(words: &Words, clause: &[usize]) -> Option<usize> {
    let start = clause.iter().position(|id| !words.is_mark(*id) && words.pos(*id) != Pos::Det)?;
    let that = clause[start..].iter().take(4).position(|id| words.is(*id, &["that"]))? + start;
    let noun = words.pack.content_noun.has(words.word(clause[that.checked_sub(1)?]));
    (noun && clause.len() > that + 2).then_some(that + 1)
}

/// Marks the words of subordinate and relative clauses, which commas part from the main clause.
fn subordinate(words: &Words, clause: &[usize]) -> Vec<bool> {
    let mut marked = vec![false; clause.len()];
    let mut from = 0;
    while from < clause.len() {
        let to = (from..clause.len()).find(|&at| words.is(clause[at], &[","])).unwrap_or(clause.len());
        let first = words.word(clause[from]);
        let relative = from > 0
            && words.pack.relative.has(first)
            && clause.get(from + 1).is_some_and(|next| words.pack.function.has(words.word(*next)));
        if to > from && (relative || words.pack.subordinator.has(first)) {
            marked[from..to].fill(true);
        }
        from = to + 1;
    }
    // A clause of subordinate clauses alone is the claim itself.
    let main = |at: usize| !marked[at] && !words.is_mark(clause[at]);
    if (0..clause.len()).any(main) { marked } else { vec![false; clause.len()] }
}

/// How far behind its particle the second half of a negation may stand, in words: "n'a été vue par personne".
const APART: usize = 6;

/// "n'a arrêté personne", "ne viendra plus": words that negate behind a particle alone.
fn behind_particle(words: &Words, clause: &[usize], at: usize) -> bool {
    words.pack.behind_particle.has(words.word(clause[at]))
        && clause[at.saturating_sub(APART)..at].iter().any(|id| words.pack.negating_particle.has(words.word(*id)))
}

/// How far from its head the complementiser of "het is een wonder dat" stands, in words.
const HEAD: usize = 8;

/// Where the clause begins that somebody finds remarkable: "het is een wonder dat | er niemand is omgekomen". It is presupposed, and
/// what it denies is not denied by the whole; "het is een feit dat" only says that it is so.
fn remarked(words: &Words, clause: &[usize]) -> Option<usize> {
    const ONE: &[&str] = &["een", "ein", "un", "une", "una", "um", "uma"];
    let that = clause.iter().take(HEAD).position(|id| words.pack.complementiser.has(words.word(*id)))?;
    let (head, _) = clause.split_at(that);
    let among = |section: &Section| head.iter().any(|id| section.has(words.word(*id)));
    let article = head.iter().rev().skip(1).any(|id| words.is(*id, ONE));
    // "Это чудо, что": Russian has neither article nor copula there.
    let bare = head.first().is_some_and(|id| words.is(*id, &["это"])) && (2..=3).contains(&that);
    let plain = among(&words.pack.certain) || verdict(words, clause).is_some();
    (!plain && (bare || article && among(&words.pack.copula))).then_some(that + 1)
}

/// Elsewhere: any negator, unless an adverbial clause holds it, and negative verbs.
fn elsewhere(words: &Words, clause: &[usize], neutral: &[bool]) -> usize {
    let word = |at: usize| clause.get(at).map(|id| words.word(*id));
    let mut negations = 0;
    let mut negative = false;
    let aside = subordinate(words, clause);
    // "es falso que", "es stimme nicht, dass": one negation, and none of the words that make it.
    let judged = verdict(words, clause);
    let verdict = judged.map_or(0..0, |verdict| verdict.words);
    let counts = |at: &usize| !neutral.get(*at).copied().unwrap_or(false) && !aside[*at] && !verdict.contains(at);
    let end = remarked(words, clause).unwrap_or(clause.len());
    for at in (0..end).filter(counts) {
        negations |= usize::from(words.pack.negator.starting(word, at).is_some());
        negations |= usize::from(behind_particle(words, clause, at));
        negative |= words.pack.negative_verb.starting(word, at).is_some();
    }
    // "„Nein“, sagte Berg": an answer, not the word that opens one.
    let mut said = clause.iter().filter(|id| !words.is_mark(**id));
    let refused = said.next().is_some_and(|id| words.is(*id, &["nein", "não", "nee", "нет"])) && said.next().is_none();
    negations + usize::from(negative) + usize::from(refused) + usize::from(!verdict.is_empty())
}

#[cfg(test)]
mod tests {
    use crate::claims::testing::claims;
    use crate::claims::types::Polarity;

    #[test]
    fn a_quotation_may_open_between_the_verb_and_what_negates_it() {
        for text in [
            "The company said it was \u{201c}not considering a sale\u{201d}.",
            "The company said it had \u{201c}no plans\u{201d} to sell.",
            "The company said it was \u{201c}never a good idea\u{201d}.",
        ] {
            assert_eq!(claims(text, "en")[0].1, Polarity::Negated, "{text}");
        }
        let text = "The company said it was \u{201c}considering a sale\u{201d}.";
        assert_eq!(claims(text, "en")[0].1, Polarity::Affirmed);
    }
}
