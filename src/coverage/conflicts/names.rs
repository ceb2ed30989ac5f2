//! A name that stands in the place of another.

use super::acronyms::abbreviated;
use super::holders::undergoes;
use super::member::{Member, common};
use crate::coverage::matching::spellings::is_slip;
use crate::coverage::reading::facts::Number;
use crate::coverage::reading::features::{Analyzer, Term};
use crate::coverage::reading::frame::MARKS;
use crate::coverage::reading::grammar::Role;
use crate::coverage::reading::related::degree;
use crate::coverage::reading::vocabulary::{is_english, nouns_have_capitals};
use crate::text::Span;

/// Share of the shorter claim's terms that are no names which both must have.
const SAME_MATTER: f64 = 0.5;
/// Share of all such terms that both must have: a name has its slot in a sentence, and the sentences must be alike.
const ALIKE: f64 = 0.33;
/// The longest name, in content words.
const LONGEST: usize = 4;
/// How many words may stand between a subject and its verb: "will have".
const AUXILIARIES: usize = 2;

/// A name as it stands in a claim.
pub(super) struct Run {
    pub terms: Vec<Term>,
    pub span: Span,
    /// The content terms before and behind it.
    before: Option<u32>,
    behind: Option<u32>,
}

/// Names in each other's place. German and Luxembourgish write every noun with a capital, so that nothing is seen there.
///
/// Of a pair of claims with enough other words in common, a name that only the one has takes the place of a name that
/// only the other has, where both open their claim, follow the same leading word, or stand next to the same word. A name
/// that has nothing in its place is more detail, which is no disagreement.
pub(crate) fn names(a: &Member<'_>, b: &Member<'_>, analyzer: &Analyzer<'_>) -> Vec<(String, String)> {
    if !readable(a, b) {
        return Vec::new();
    }
    let plain = |member: &Member<'_>| -> Vec<u32> {
        member.features.bag.iter().filter(|term| !term.name && !term.number).map(|term| term.id).collect()
    };
    let (x, y) = (plain(a), plain(b));
    // "WeWork declined to comment", "Tishman declined to comment": two who say nothing of a thing.
    let shared = a.features.bag.iter().filter(|term| !term.name && !term.number && y.contains(&term.id));
    let (light, telling): (Vec<&Term>, Vec<&Term>) = shared.partition(|term| term.light);
    if !light.is_empty() && telling.len() < 2 {
        return Vec::new();
    }
    let common = common(&x, &y);
    let all = x.len() + y.len() - common;
    let unlike = common == 0
        || (common as f64) < SAME_MATTER * x.len().min(y.len()) as f64
        || (common as f64) < ALIKE * all as f64;
    // Alike in other words, and on one day: there the place is that of one event.
    let one_day =
        a.features.dates.iter().any(|x| x.day != 0 && b.features.dates.iter().any(|y| y.day != 0 && x.agrees(y)));
    // "Rovanta won the final", "Selby lost the final": who is told of the other side is no other one in its place.
    let turned = |term: &Term| b.features.term(term.id).is_some_and(|other| other.opposite != term.opposite);
    if (unlike && !one_day) || a.features.bag.iter().any(turned) {
        return Vec::new();
    }
    if two_counted(a, b) {
        return Vec::new();
    }
    let mut right: Vec<Run> = lone(b, a, analyzer);
    let mut found = Vec::new();
    for run in lone(a, b, analyzer) {
        let fits = |other: &Run| match unlike {
            true => is_place(&run, a) && is_place(other, b),
            false => one_place(&run, a, other, b),
        };
        let Some(place) = right.iter().position(fits) else { continue };
        let other = right.remove(place);
        let (here, there) = (run.span.of(&a.claim.text), other.span.of(&b.claim.text));
        if !(shortens(here, there) || shortens(there, here) || two_offices((&run, a), (&other, b))) {
            found.push((here.to_owned(), there.to_owned()));
        }
    }
    found
}

/// Whether two persons of two offices are done something to, which may befall both: "Captain Moe was questioned", "Minister Lind was
/// questioned".
fn two_offices((run, a): (&Run, &Member<'_>), (other, b): (&Run, &Member<'_>)) -> bool {
    let office = |run: &Run, member: &Member<'_>| -> Vec<Term> {
        let places = member.features.sequence.iter().zip(&member.features.spans);
        let titles = places.filter(|(term, span)| term.title && run.span.cover(span) == run.span);
        titles.map(|(term, _)| *term).collect()
    };
    let (here, there) = (office(run, a), office(other, b));
    let one = |s: &Term, t: &Term| s.id == t.id || degree(s.related, t.related) > 0.0;
    !(here.is_empty() || there.is_empty() || here.iter().any(|s| there.iter().any(|t| one(s, t))))
        && undergoes(run, a)
        && undergoes(other, b)
}

/// Whether both count as many of two things: "twelve buses from Velmo", "twelve trams from Tarvo".
pub(super) fn two_counted(a: &Member<'_>, b: &Member<'_>) -> bool {
    let alone = |unit: Option<&u32>, other: &Member<'_>| {
        unit.is_some_and(|unit| {
            !other.features.has(*unit)
                && a.features.term(*unit).or(b.features.term(*unit)).is_some_and(|term| !term.name)
        })
    };
    let two = |m: &Number, n: &Number| {
        m.value == n.value && m.measure.is_none() && alone(m.units.first(), b) && alone(n.units.first(), a)
    };
    a.features.numbers.iter().any(|m| b.features.numbers.iter().any(|n| two(m, n)))
}

/// Whether each names a place that the other does not: "on Thursday in Vienna", "in Geneva on Monday".
pub(crate) fn elsewhere(a: &Member<'_>, b: &Member<'_>, analyzer: &Analyzer<'_>) -> bool {
    let placed =
        |here: &Member<'_>, there: &Member<'_>| lone(here, there, analyzer).iter().any(|run| is_place(run, here));
    readable(a, b) && placed(a, b) && placed(b, a)
}

/// Whether names can be compared: both claims are in one language, and capitals tell names in it.
pub(super) fn readable(a: &Member<'_>, b: &Member<'_>) -> bool {
    a.features.language == b.features.language && !nouns_have_capitals(a.claim.language.as_deref())
}

/// "U.S." and "United States".
pub(super) fn shortens(short: &str, long: &str) -> bool {
    let initials: String = long.split([' ', '-']).filter_map(|word| word.chars().find(|c| c.is_uppercase())).collect();
    let letters: String = short.chars().filter(|c| *c != '.').collect();
    letters.chars().count() > 1 && letters == initials
}

/// The names of one claim that the other claim has nowhere, nor its speaker.
fn lone(here: &Member<'_>, there: &Member<'_>, analyzer: &Analyzer<'_>) -> Vec<Run> {
    // At the beginning a capital does not tell whether it is a name.
    let first = there.head().filter(|id| there.words_of(*id).starts_with(char::is_uppercase));
    let known = |term: &Term| {
        let named = |other: &Term| other.name || Some(other.id) == first;
        let twin = |other: &Term| other.id == term.id || (named(other) && may_be_one(*term, *other, analyzer));
        there.features.sequence.iter().any(twin)
            || [&here.speaker, &there.speaker].into_iter().flatten().any(|s| s.is_named(analyzer.term(term.id)))
    };
    let named = |run: &Run| !Role::NoName.has(&run.span.of(&here.claim.text).to_lowercase());
    let (others, short) = (runs(there), abbreviated(here, there));
    let abbreviates = |run: &Run| short.iter().any(|name| name.start < run.span.end && run.span.start < name.end);
    let open = |run: &Run| !abbreviates(run) && (!run.terms.iter().any(known) || is_relative(run, &others, analyzer));
    runs(here).into_iter().filter(|run| named(run) && open(run)).collect()
}

/// Whether a full name has the family name of full names of the other claim, in this form or another, and quite another first
/// name: "Ivan Petrov", "Irina Petrova".
fn is_relative(run: &Run, others: &[Run], analyzer: &Analyzer<'_>) -> bool {
    let Some((last, given)) = run.terms.split_last().filter(|(_, given)| !given.is_empty()) else { return false };
    // "The Green Party", "the Blue Party" are of no family.
    if last.class || last.related != 0 {
        return false;
    }
    let family = |other: Term| last.id == other.id || may_be_one(*last, other, analyzer);
    let one = |a: &Term, b: &Term| {
        let (here, there) = (analyzer.term(a.id), analyzer.term(b.id));
        here.starts_with(there) || there.starts_with(here) || is_slip(here, there)
    };
    let parted = |others: &[Term]| !given.iter().any(|here| others.iter().any(|there| one(here, there)));
    let full = others.iter().filter_map(|other| other.terms.split_last()).filter(|(_, others)| !others.is_empty());
    let mut relatives = full.filter(|(other, _)| family(**other)).peekable();
    relatives.peek().is_some() && relatives.all(|(_, others)| parted(others))
}

/// The terms that names consist of, the first word of the claim among them.
pub(crate) fn name_terms(member: &Member<'_>) -> Vec<u32> {
    runs(member).iter().flat_map(|run| &run.terms).map(|term| term.id).collect()
}

pub(super) fn runs(member: &Member<'_>) -> Vec<Run> {
    let text = member.claim.text.as_str();
    let words: Vec<(Term, Span)> = (member.features.sequence.iter().zip(&member.features.spans))
        .filter(|(term, _)| !term.number)
        .map(|(term, span)| (*term, *span))
        .collect();
    let close = |left: Span, right: Span| {
        let gap = text.get(left.end..right.start).unwrap_or(",");
        gap.len() < 4 && gap.chars().all(|c| matches!(c, ' ' | '\u{a0}' | '-' | '.'))
    };
    let capital = |span: Span| span.of(text).starts_with(char::is_uppercase);
    // At the beginning it tells of a name where English knows no such word.
    let english = is_english(member.claim.language.as_deref());
    let unknown =
        |term: &Term| english && !(term.class || term.title || term.light || term.calendar) && term.related == 0;
    let opens = |(term, span): &(Term, Span)| span.start == 0 && capital(*span) && unknown(term);
    let mut runs = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if !(words[at].0.name || (at == 0 && opens(&words[at]))) {
            at += 1;
            continue;
        }
        let mut start = at;
        // A capital says nothing at the beginning, unless a name follows at once.
        while start > 0 && capital(words[start - 1].1) && close(words[start - 1].1, words[start].1) {
            start -= 1;
        }
        let mut end = at + 1;
        while end < words.len() && words[end].0.name && close(words[end - 1].1, words[end].1) {
            end += 1;
        }
        // "threatened to kill U.S.": what went on behind the dot is cut off.
        let cut = words[end - 1].1.of(text).contains('.') && text[words[end - 1].1.end..].trim_matches('.').is_empty();
        if end - start <= LONGEST && !cut {
            runs.push(Run {
                // Titles before a name are no part of it.
                terms: words[start..end].iter().map(|(term, _)| *term).filter(|term| !term.title).collect(),
                span: words[start].1.cover(&words[end - 1].1),
                before: start.checked_sub(1).map(|before| words[before].0.id),
                behind: words.get(end).map(|(term, _)| term.id),
            });
        }
        at = end;
    }
    runs.retain(|run| !run.terms.is_empty());
    runs
}

/// The word before a name.
pub(super) fn lead(run: &Run, member: &Member<'_>) -> Option<String> {
    let before = member.claim.text.get(..run.span.start).unwrap_or_default();
    before.split_whitespace().next_back().map(str::to_lowercase)
}

/// Whether a name follows a word that leads to a place.
pub(super) fn is_place(run: &Run, member: &Member<'_>) -> bool {
    lead(run, member).is_some_and(|word| Role::Place.has(&word))
}

fn one_place(run: &Run, a: &Member<'_>, other: &Run, b: &Member<'_>) -> bool {
    let (left, right) = (lead(run, a), lead(other, b));
    let opens = run.before.is_none() && other.before.is_none();
    let led = left == right && left.as_deref().is_some_and(|word| Role::Leads.has(word));
    // "Met Ann Moe in Tessel", "met Ann Moe and Eva Lind": another word leads to another place.
    let leads = |word: &Option<String>| word.as_deref().is_some_and(|word| word == "and" || Role::Leads.has(word));
    let same_lead = left == right || !(leads(&left) || leads(&right));
    let beside = same_lead
        && ((run.before.is_some() && run.before == other.before)
            || (run.behind.is_some() && run.behind == other.behind));
    opens || led || beside || acts((run, a), (other, b)) || acts((other, b), (run, a))
}

/// Whether one opens its claim as the subject of a verb that the other claim has in the passive: "Marsk found the girl",
/// "the girl was found by Grigor".
fn acts((subject, active): (&Run, &Member<'_>), (agent, passive): (&Run, &Member<'_>)) -> bool {
    let Some(verb) = subject.behind.filter(|_| subject.before.is_none()) else { return false };
    let (Some(here), Some(there)) = (active.span_of(verb), passive.span_of(verb)) else { return false };
    let between = active.claim.text.get(subject.span.end..here.start).unwrap_or(",");
    !between.contains(MARKS)
        && between.split_whitespace().count() <= AUXILIARIES
        && there.end <= agent.span.start
        && lead(agent, passive).is_some_and(|word| Role::By.has(&word))
}

/// "Pat" and "Patrick", "Mohammed" and "Mohamed", "AP" and "Associated".
pub(super) fn may_be_one(a: Term, b: Term, analyzer: &Analyzer<'_>) -> bool {
    let (a, b) = (analyzer.term(a.id), analyzer.term(b.id));
    if a.starts_with('=') || b.starts_with('=') || a.starts_with(['#', '@']) || b.starts_with(['#', '@']) {
        return false;
    }
    let initial = |x: &str, y: &str| x.chars().next() == y.chars().next();
    let near = a.starts_with(b) || b.starts_with(a);
    let length = |word: &str| word.chars().count();
    let letters = || a.chars().filter(|c| b.contains(*c)).count() * 4 >= 3 * length(a).max(length(b));
    near || (initial(a, b) && (letters() || length(a).min(length(b)) <= 3))
}

#[cfg(test)]
mod tests {
    use crate::Context;
    use crate::coverage::{ClaimRecord, conflicts};

    #[test]
    fn two_who_say_nothing_do_not_disagree() {
        let claim = |outlet: &str, text: &str| ClaimRecord {
            outlet: outlet.into(),
            text: text.into(),
            language: Some("en".into()),
            ..ClaimRecord::default()
        };
        let between = |a: &str, b: &str| {
            conflicts(&[claim("A", a), claim("B", b)], &[Some(0), Some(0)], &Context::default()).expect("two").len()
        };
        assert_eq!(between("Norvik declined to comment", "a spokesperson for the NTAB declined to comment"), 0);
        assert_eq!(between("Norvik will close the yard in Lund", "Tarven will close the yard in Lund"), 1);
    }

    #[test]
    fn two_of_two_offices_may_both_be_questioned() {
        use crate::coverage::testing::{framed, words};
        let found = |a: &str, b: &str| {
            words(conflicts(&[framed(1, a), framed(2, b)], &[Some(0), Some(0)], &Context::default()).unwrap()).len()
        };
        let captain = "|Captain Josef Rahn| |was questioned| by detectives on the quay";
        assert_eq!(found(captain, "|Minister Ida Moen| |was questioned| by detectives on the quay"), 0);
        assert_eq!(found(captain, "|Captain Lev Marsk| |was questioned| by detectives on the quay"), 1);
        assert_eq!(
            found("|Captain Josef Rahn| |won| the race to Tessel", "|Minister Ida Moen| |won| the race to Tessel"),
            1
        );
    }

    #[test]
    fn two_of_a_family_are_two() {
        use crate::coverage::testing::kinds;
        let arrested = "police arrested Ivan Petrov over the theft of the painting";
        for (other, all) in [
            ("Irina Petrova", 1),
            ("Boris Petrov", 1),
            ("Petrov", 0),
            ("Ivan Petrow", 0),
            ("US Captain Ivan Petrov", 0),
        ] {
            assert_eq!(kinds(arrested, &arrested.replace("Ivan Petrov", other)).len(), all, "{other}");
        }
    }
}
