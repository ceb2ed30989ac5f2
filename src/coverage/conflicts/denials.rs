//! What one speaker denies and another says, told in what each does: "denies", "says".

use super::content::ContentWord;
use super::member::{Member, SAME_CLAUSE};
use super::polarity::{WITHIN, within};
use crate::claims::{Act, Polarity};
use crate::coverage::conflicts::{ConflictKind, Disagreement};
use crate::coverage::matching::speakers::{Relation, relation};
use crate::coverage::reading::dates::Date;
use crate::coverage::reading::features::{Analyzer, Term};
use crate::coverage::reading::frame::MARKS;
use crate::coverage::reading::grammar::Role;
use crate::coverage::reading::meanings::Meaning;
use crate::coverage::reading::vocabulary::is_english;
use crate::text::Span;

/// How near in meaning two words are that may stand for one thing where all else is the same: "ship", "vessel".
const NEAR: f64 = 0.35;
/// Which share of what can meet across languages a denial must have in common with what it denies: of a sum of money alone, the two
/// may tell quite different things.
const ACROSS: f64 = 0.34;

/// Whether the speaker of one of two claims speaks of denying, and the other's does not.
pub(crate) fn one_denies(a: &Member<'_>, b: &Member<'_>) -> bool {
    denies(a) != denies(b)
}

fn denies(member: &Member<'_>) -> bool {
    member.claim.act == Some(Act::Deny)
}

/// Whether the speaker of one of two claims asks or demands what it tells, and the other's does not: "demanded that the plant stay
/// open", "the plant would not stay open".
pub(crate) fn one_asks(a: &Member<'_>, b: &Member<'_>) -> bool {
    asks(a) != asks(b)
}

fn asks(member: &Member<'_>) -> bool {
    matches!(member.claim.act, Some(Act::Ask | Act::Demand))
}

/// Whether both speak of denying and one of them does not do it: "ruled out a tax rise", "did not rule out a tax rise".
pub(crate) fn one_leaves_open(a: &Member<'_>, b: &Member<'_>) -> bool {
    denies(a) && denies(b) && a.claim.polarity.zip(b.claim.polarity).is_some_and(|(a, b)| a != b)
}

/// A claim that is denied next to one in like words that is not, where [`one_denies`] or [`one_leaves_open`]: what each
/// speaker does.
pub(crate) fn denial(a: &Member<'_>, b: &Member<'_>, analyzer: &Analyzer<'_>) -> Option<Disagreement> {
    // As much in common as two sides of a negation must have, of all that either says.
    if a.features.language == b.features.language
        && a.likeness(b) < SAME_CLAUSE
        && !(within(a, b) || within(b, a) || of_himself(a, b) || of_himself(b, a))
    {
        return None;
    }
    if a.features.language != b.features.language && likeness_across(a, b, analyzer) < ACROSS {
        return None;
    }
    if meets_but_what_is_added(a, b) || meets_but_what_is_added(b, a) {
        return None;
    }
    // What was not ruled out may be so; what was ruled out is not so.
    if a.claim.polarity.is_some() && a.claim.polarity == b.claim.polarity {
        return None;
    }
    // Who asks whether it is so, or that it be so, has not said that it is.
    if asks(a) || asks(b) {
        return None;
    }
    if one_denies(a, b) && (names_but_a_thing(a, b) || names_but_a_thing(b, a)) {
        return None;
    }
    let verb = |member: &Member<'_>| {
        let open = denies(member) && member.claim.polarity == Some(Polarity::Affirmed);
        let negated = member.features.bag.iter().any(Term::negated);
        match open && !negated {
            true => "does not deny".to_owned(),
            false => member.claim.act.unwrap_or(Act::Say).verb().to_owned(),
        }
    };
    Some(Disagreement::of(ConflictKind::Polarity, verb(a), verb(b)))
}

/// Share of what can meet across languages, which is words of a class and numbers, that both of two claims have; all of it where
/// one has nothing of the kind. Names do not count: whom it is told of is no deed.
fn likeness_across(a: &Member<'_>, b: &Member<'_>, analyzer: &Analyzer<'_>) -> f64 {
    let meets = |term: &&Term| (term.number || analyzer.joins_languages(term.id)) && !term.calendar;
    let count = |member: &Member<'_>| member.features.bag.iter().filter(meets).count();
    let common = a.features.bag.iter().filter(meets).filter(|term| b.features.has(term.id)).count();
    let (here, there) = (count(a), count(b));
    if here.min(there) == 0 { 1.0 } else { common as f64 / (here + there - common).max(1) as f64 }
}

/// Whether what is denied, a thing or a deed without a subject ("the front-runner Ann Moe", "to join the debate"), is no more than
/// named by the other claim, which tells of it something else: of a thing, what the other tells must be in it ("any part in the raid",
/// "took part in the raid"), of a deed, the deed in what the other tells. Who speaks of one thing twice does not contradict himself by
/// that. Of English, whose verbs are known.
fn names_but_a_thing(denying: &Member<'_>, telling: &Member<'_>) -> bool {
    let english = |member: &Member<'_>| is_english(member.claim.language.as_deref());
    if !(denies(denying) && english(denying) && english(telling)) || denying.frame.subject.is_some() {
        return false;
    }
    let (here, there) = (denying.content(), telling.content());
    let meet = |words: &[ContentWord], place: Option<Span>, others: &[ContentWord]| {
        let mut done = words.iter().filter(|word| word.is_within(place) && !word.term.light).peekable();
        done.peek().is_none() || done.any(|word| others.iter().any(|other| word.meets(other)))
    };
    match (denying.frame.predicate, telling.frame.predicate) {
        (None, None) if denying.features.bag.iter().any(|term| term.verb) => false,
        (None, None) => {
            relation(denying.speaker.as_ref(), telling.speaker.as_ref()) == Relation::Same && denying.speaker.is_some()
        }
        (None, told) => !meet(there, told, here),
        (denied, _) => !meet(here, denied, there),
    }
}

/// Whether all that somebody denies is told of him, by his name: "Kaas denied taking bribes", "Kaas took bribes from a builder".
fn of_himself(denying: &Member<'_>, telling: &Member<'_>) -> bool {
    let Some(speaker) = denying.speaker.as_ref().filter(|_| denies(denying)) else { return false };
    let bag = &denying.features.bag;
    let named =
        |term: &Term| (term.name || term.opening) && speaker.is_named(&telling.words_of(term.id).to_lowercase());
    !bag.is_empty() && bag.iter().all(|term| telling.features.has(term.id)) && telling.features.bag.iter().any(named)
}

/// Whether the other claim tells nothing of what is denied but another event that its words add, which is not denied: "denied that it
/// had ignored letters before the flood that left two dead", "the flood left two dead". Of English, whose verbs are known.
fn meets_but_what_is_added(denying: &Member<'_>, telling: &Member<'_>) -> bool {
    if !(denies(denying) && is_english(denying.claim.language.as_deref())) {
        return false;
    }
    let terms = || denying.features.sequence.iter().zip(&denying.features.spans);
    let Some((_, verb)) = terms().find(|(term, _)| term.verb) else { return false };
    // "Had told the police that": what was told is denied; "a flood that": what that did is not.
    let tells = [Role::Holds, Role::Says].iter().any(|role| role.has(&verb.of(&denying.claim.text).to_lowercase()));
    let relates = |at: usize| !tells && terms().any(|(_, span)| verb.end <= span.start && span.end <= at);
    let claim = denying.claim.text.as_str();
    let behind = claim.get(verb.end..).unwrap_or_default();
    let mut at = verb.end;
    let added = behind.split_inclusive(|c: char| c.is_whitespace() || MARKS.contains(&c)).find_map(|piece| {
        let from = at;
        at += piece.len();
        let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let other = Role::Earlier.has(&word) || Role::Later.has(&word) || (word == "that" && relates(from));
        // The point of "1.8 million" ends nothing.
        let ends = || claim.get(at..).is_none_or(|rest| !rest.starts_with(char::is_alphanumeric));
        if other { Some(from) } else { (piece.ends_with(MARKS) && ends()).then_some(at) }
    });
    let Some(added) = added else { return false };
    let met = |(term, _): &(&Term, &_)| telling.features.has(term.id);
    let (main, others): (Vec<_>, Vec<_>) = terms().partition(|(term, span)| !term.number && span.start < added);
    !main.iter().any(met) && others.iter().any(met)
}

/// Whether one denies in full what the other says, in the same words or related ones, days and numbers left out: what did not happen
/// has none ("the vessel's radar was not overhauled", "the ship's radar was overhauled in May").
pub(crate) fn refutes(denying: &Member<'_>, saying: &Member<'_>, id: u32) -> bool {
    let done = |member: &Member<'_>| {
        member
            .frame
            .predicate
            .zip(member.span_of(id))
            .is_some_and(|(done, word)| done.start <= word.end && word.start <= done.end)
    };
    // The year of "this year" is no word that is denied.
    let dated = !denying.features.dates.is_empty();
    let told = denying.content().iter().filter(|word| !(dated && Role::Period.has(&word.text)));
    let (x, y): (Vec<&ContentWord>, _) = (told.collect(), saying.content());
    let meets = |word: &ContentWord, other: &ContentWord| {
        let names = word.term.name || other.term.name;
        let own = |word: &ContentWord| {
            let bare = word.text.strip_suffix("'s").or_else(|| word.text.strip_suffix("’s"));
            Meaning::of(std::iter::once(bare.unwrap_or(&word.text)))
        };
        word.meets(other) || (!names && own(word).nearness(&own(other)) >= NEAR)
    };
    let said = |word: &ContentWord| y.iter().any(|other| meets(word, other));
    let denied = |word: &ContentWord| x.iter().any(|other| meets(word, other));
    let in_full = || x.len() >= WITHIN && done(denying) && done(saying) && y.iter().all(denied);
    // "Not this year" has its day, and denies what is told of any day of it.
    let covers = |day: &Date| day.is_period() && saying.features.dates.iter().all(|other| day.agrees(other));
    denying.features.dates.iter().all(covers)
        && x.iter().all(|word| said(word))
        && (in_full() || none_was(denying, saying, &x, id))
}

/// Whether the one says that none of a thing was dealt with in some way, and the other in a clause of its own that it was: "no ransom
/// had been paid", "were freed after a ransom was paid".
fn none_was(denying: &Member<'_>, saying: &Member<'_>, denied: &[&ContentWord], id: u32) -> bool {
    let first = denying.words_of(id).split_whitespace().next().map(str::to_lowercase);
    let verb = denied.iter().map(|word| word.term).find(|term| term.id != id && term.passive);
    let open = |member: &Member<'_>| {
        let supposed = |term: &Term| term.supposed || term.open || term.due;
        member.features.future || member.features.able || member.features.bag.iter().any(supposed)
    };
    let is = |verb: Term| {
        let there = saying.features.sequence.iter().find(|term| term.id == verb.id);
        let in_order =
            saying.span_of(id).zip(saying.span_of(verb.id)).is_some_and(|(thing, verb)| thing.end <= verb.start);
        there.is_some_and(|there| there.passive && !there.negated()) && in_order && saying.one_clause(id, verb.id)
    };
    denied.len() == 2
        && first.is_some_and(|first| Role::NoneOf.has(&first))
        && !(open(denying) || open(saying))
        && verb.is_some_and(is)
}

#[cfg(test)]
mod tests {
    use crate::Context;
    use crate::claims::{Act, DateMention, Polarity, Precision};
    use crate::coverage::conflicts::{ConflictKind, conflicts};
    use crate::coverage::testing::framed;
    use crate::coverage::types::ClaimRecord;
    use crate::text::Span;

    #[test]
    fn a_full_denial_needs_no_day() {
        let of = |a: &str, b: &str| {
            let claims = [framed(1, a), framed(2, b)];
            let found = conflicts(&claims, &[Some(0), Some(0)], &Context::default()).unwrap();
            found.into_iter().map(|conflict| conflict.kind).collect::<Vec<_>>()
        };
        let denied = "|the vessel's radar| |had not been overhauled|";
        assert_eq!(of("|the ship's radar| |had been overhauled| in February", denied), [ConflictKind::Polarity]);
        assert_eq!(of("|the ship's pumps| |had been overhauled| in February", denied), []);
        // Of a year it denies what is told of any of its months.
        let day = |value: &str, precision| DateMention { value: value.into(), precision, span: Span::default() };
        let dated = |document, text: &str, value: &str, precision| ClaimRecord {
            dates: vec![day(value, precision)],
            ..framed(document, text)
        };
        let of_year = |year: &str| {
            let done = dated(1, "|the ship's radar| |had been overhauled| in February", "2025-02", Precision::Month);
            let not = dated(2, "|the vessel's radar| |had not been overhauled| this year", year, Precision::Year);
            conflicts(&[done, not], &[Some(0), Some(0)], &Context::default()).unwrap().len()
        };
        assert_eq!((of_year("2025"), of_year("2024")), (1, 0));
        let none = "|no ransom| |had been paid|";
        let paid = "|the sailors| |were freed| after a ransom of $2 million was paid";
        assert_eq!(of(none, paid), [ConflictKind::Polarity]);
        assert_eq!(of(none, "|the sailors| |will be freed| after a ransom of $2 million is paid"), []);
        assert_eq!(of(none, "|the sailors| |were paid| for their silence, and spoke of a ransom"), []);
    }

    /// The kinds of disagreement between what is denied in English and what is said in some language.
    fn against(denied: &str, language: &str, said: &str) -> Vec<ConflictKind> {
        let claim = |outlet: &str, language: &str, text: &str| ClaimRecord {
            outlet: outlet.into(),
            language: Some(language.into()),
            text: text.into(),
            ..ClaimRecord::default()
        };
        let denied =
            ClaimRecord { act: Some(Act::Deny), polarity: Some(Polarity::Negated), ..claim("A", "en", denied) };
        let said =
            ClaimRecord { act: Some(Act::Say), polarity: Some(Polarity::Affirmed), ..claim("B", language, said) };
        let found = conflicts(&[denied, said], &[Some(0), Some(0)], &Context::default()).unwrap();
        found.into_iter().map(|conflict| conflict.kind).collect()
    }

    #[test]
    fn a_sum_of_money_alone_is_no_denial_of_what_another_language_tells() {
        let denied = "he had paid 1.8 million euros to a company";
        let step =
            "die Ministerin tritt am 1. Juli zurück, während die Polizei Zahlungen von 1,8 Millionen Euro untersucht";
        assert_eq!(against(denied, "de", step), []);
        assert_eq!(against(denied, "de", "er hat 1,8 Millionen Euro an eine Firma bezahlt"), [ConflictKind::Polarity]);
    }

    #[test]
    fn what_the_denied_words_add_is_not_denied() {
        let denied = "it had forged letters before the flood in Tessel that left two people dead";
        assert_eq!(against(denied, "de", "bei der Flut in Tessel starben zwei Menschen"), []);
        assert_eq!(against(denied, "en", "the flood in Tessel left two people dead"), []);
        let said = "it had forged letters before the flood";
        assert_eq!(against(denied, "en", said), [ConflictKind::Polarity]);
        let (denied, said) =
            ("the bridge in Tessel was closed in May", "die Brücke in Tessel wurde im Mai geschlossen");
        assert_eq!(against(denied, "de", said), [ConflictKind::Polarity]);
        let (denied, said) =
            ("its stock had shrunk under the mayor of Tessel", "die Bürgermeisterin von Tessel hat gespart");
        assert_eq!(against(denied, "de", said), [ConflictKind::Polarity]);
    }
}
