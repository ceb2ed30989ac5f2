//! Who holds one place in two reports on an event, told in whatever words: "the prize went to Carmen Ostrow", "Pavel Dunne has won the
//! prize".
//!
//! Of two such claims little is common. But where the words around two names, one of which neither report tells the same of, are near
//! each other and those around no other name in a like part of its sentence are nearly as near, the two names face each other.

use super::acronyms::abbreviated;
use super::counterparts::{clause, of_two, other_day};
use super::days::later;
use super::member::Member;
use super::names::{Run, lead, may_be_one, runs, shortens, two_counted};
use super::nearness::{Told, Weighed, nearness};
use super::slots::of_two_events;
use crate::coverage::conflicts::{ConflictKind, Disagreement};
use crate::coverage::matching::occasions::turned;
use crate::coverage::matching::spellings::spelt;
use crate::coverage::reading::features::{Analyzer, Term};
use crate::coverage::reading::grammar::Role;
use crate::coverage::reading::vocabulary::is_english;
use crate::text::Span;

/// How near the words around two names must be, and how near those around another name in a like part may be, as a share of that.
const ONE_PLACE: f64 = 0.5;
const OTHER_PLACE: f64 = 0.8;
/// The same of what either report tells of the other's name: who tells the same of both tells of two.
const BOTH: f64 = 0.3;
/// How many words beside names must meet.
const MET: usize = 2;
/// How many names of a report are compared.
const NAMES: usize = 400;
/// How many words before a name it may tell more of.
const APPOSED: usize = 5;
/// Leads to a place in Spanish, and to any thing in English.
const FOREIGN: &str = "a";

/// What a name is in its sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    /// Who does it.
    Does,
    /// To whom it is done.
    Undergoes,
    /// It stands behind a small word: "in Vienna".
    Led(String),
}

impl Part {
    /// That of a name; `None` where that cannot be told, and for what somebody is.
    fn of(run: &Run, member: &Member<'_>) -> Option<Self> {
        let leads = |word: &String| (Role::Leads.has(word) || Role::Complement.has(word)) && word != FOREIGN;
        let led = lead(run, member).filter(leads).or_else(|| Self::leading(run, member));
        if let Some(word) = led {
            let done = || member.frame.predicate.map(|done| done.of(&member.claim.text).to_lowercase());
            let passes = || done().is_some_and(|done| done.split_whitespace().any(|word| Role::Passes.has(word)));
            return Some(match word.as_str() {
                word if Role::By.has(word) => Self::Does,
                // "The prize went to Moe", "Moe won the prize".
                "to" if passes() => Self::Does,
                _ => Self::Led(word),
            });
        }
        let done = member.frame.predicate?;
        let words = done.of(&member.claim.text).to_lowercase();
        if words.split_whitespace().all(|word| Role::Be.has(word) || Role::Auxiliary.has(word)) {
            return None;
        }
        let mut terms = member.features.sequence.iter().zip(&member.features.spans);
        let passive = terms.any(|(term, span)| term.passive && done.cover(span) == done);
        match member.frame.subject.is_some_and(|subject| subject.cover(&run.span) == subject) {
            true if passive => Some(Self::Undergoes),
            true => Some(Self::Does),
            false => (run.span.start >= done.end).then_some(Self::Undergoes),
        }
    }

    /// The small word before what a name tells more of: "by" of "by a cyclist, Jens Aker".
    fn leading(run: &Run, member: &Member<'_>) -> Option<String> {
        let before = member.claim.text.get(..run.span.start)?.trim_end().strip_suffix(',')?;
        let words = before.rsplit(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(APPOSED);
        words.map(str::to_lowercase).find(|word| Role::Leads.has(word) && word != FOREIGN)
    }
}

/// Whether something is done to whom a name means.
pub(super) fn undergoes(run: &Run, member: &Member<'_>) -> bool {
    Part::of(run, member) == Some(Part::Undergoes)
}

/// The terms of a name that tell it from others of its kind: "Kordan" of "the Kordan Bank".
fn own(run: &Run) -> Vec<Term> {
    let specific = |term: &&Term| !(term.class || term.title || term.related != 0);
    let found: Vec<Term> = run.terms.iter().filter(specific).copied().collect();
    if found.is_empty() { run.terms.clone() } else { found }
}

/// A name in a claim, with what is told of it.
struct Fact {
    at: usize,
    run: Run,
    own: Vec<Term>,
    part: Option<Part>,
    /// The terms of its clause, its own left out.
    clause: Vec<u32>,
}

impl Fact {
    /// Whether both may name one, in whatever spelling.
    fn is_named_as(&self, other: &Self, analyzer: &Analyzer<'_>) -> bool {
        let one = |s: &Term| other.own.iter().any(|t| s.id == t.id || may_be_one(*s, *t, analyzer));
        self.own.iter().any(one)
    }

    /// Whether one is an acronym of the other.
    fn abbreviates(&self, other: &Self, analyzer: &Analyzer<'_>) -> bool {
        let initials: Vec<u8> = other.run.terms.iter().map(|term| term.initial).collect();
        self.run.terms.iter().any(|term| spelt(analyzer.term(term.id).as_bytes(), &initials).is_some())
    }

    /// Whether it is a single word: a first name and a family name are no match for "Senate" or "Moscow".
    fn is_bare(&self) -> bool {
        self.run.terms.len() == 1
    }

    fn fits(&self, other: &Self) -> bool {
        self.part.is_some() && self.part == other.part
    }

    /// The words of its clause beside names that the other has not.
    fn words<'t>(&self, told: &'t [Told<'_>], other: &Self) -> Vec<&'t Weighed> {
        let about = |word: &&Weighed| {
            !(word.word.term.name || word.word.term.opening) || other.clause.contains(&word.word.term.id)
        };
        told[self.at].words_of(&self.clause).into_iter().filter(about).collect()
    }
}

/// The names of a report and what is told of them.
fn facts(told: &[Told<'_>], claims: &[usize]) -> Vec<Fact> {
    let mut found = Vec::new();
    for at in claims {
        let member = &told[*at].member;
        if told[*at].words.is_empty() || !is_english(member.claim.language.as_deref()) {
            continue;
        }
        for run in runs(member) {
            if Role::NoName.has(&run.span.of(&member.claim.text).to_lowercase()) || found.len() >= NAMES {
                continue;
            }
            let mut clause = clause(member, member.set_off(run.span));
            clause.retain(|id| !run.terms.iter().any(|term| term.id == *id));
            found.push(Fact { at: *at, own: own(&run), part: Part::of(&run, member), run, clause });
        }
    }
    found
}

/// Pairs of claims of two reports in which one place is held by two.
pub(crate) fn at_odds(
    told: &[Told<'_>],
    (x, y): (&[usize], &[usize]),
    analyzer: &Analyzer<'_>,
) -> Vec<(usize, usize, Disagreement)> {
    let (here, there) = (facts(told, x), facts(told, y));
    let near = |a: &Fact, b: &Fact| nearness(&a.words(told, b), &b.words(told, a), MET);
    let table: Vec<Vec<f64>> = here.iter().map(|a| there.iter().map(|b| near(a, b)).collect()).collect();
    let mut found = Vec::new();
    for (m, (p, row)) in here.iter().zip(&table).enumerate() {
        for (n, (q, near)) in there.iter().zip(row).enumerate().filter(|(_, (_, near))| **near >= ONE_PLACE) {
            let one = |s: &Fact, t: &Fact| s.is_named_as(t, analyzer);
            let in_row = there.iter().zip(row).enumerate().any(|(k, (other, as_near))| {
                (one(p, other) && *as_near > BOTH * near)
                    || (k != n && !one(q, other) && p.fits(other) && *as_near > OTHER_PLACE * near)
            });
            let in_column = here.iter().zip(&table).enumerate().any(|(k, (other, row))| {
                (one(q, other) && row[n] > BOTH * near)
                    || (k != m && !one(p, other) && q.fits(other) && row[n] > OTHER_PLACE * near)
            });
            let apart = p.fits(q) && !(one(p, q) || p.abbreviates(q, analyzer) || q.abbreviates(p, analyzer));
            if apart && !(in_row || in_column) {
                found.extend(
                    exchanged(&told[p.at].member, p, &told[q.at].member, q, analyzer).map(|told| (p.at, q.at, told)),
                );
            }
        }
    }
    found
}

/// Whether initials stand for a name, or for a part of it.
fn is_met(short: &[Span], run: &Run) -> bool {
    short.iter().any(|name| name.start < run.span.end && run.span.start < name.end)
}

/// Whether a claim sets the other name behind its own, as that of who stands for it: "the head of the Orvane Union, Ann Moe".
fn stands_for(member: &Member<'_>, body: &Run, person: &Fact, analyzer: &Analyzer<'_>) -> bool {
    let text = member.claim.text.as_str();
    let small = |word: &str| {
        [Role::Joins, Role::Leads, Role::By, Role::Be, Role::Auxiliary]
            .iter()
            .any(|role| role.has(&word.to_lowercase()))
    };
    let verb = |from: usize, to: usize| {
        let mut terms = member.features.sequence.iter().zip(&member.features.spans);
        terms.any(|(term, span)| term.verb && !term.title && from <= span.start && span.end <= to)
    };
    let named = |run: &Run| {
        let one = |s: &Term| run.terms.iter().any(|t| s.id == t.id || may_be_one(*s, *t, analyzer));
        person.own.iter().all(one)
    };
    let set = |run: &Run| {
        let gap = text.get(body.span.end..run.span.start).unwrap_or_default();
        gap.starts_with(',') && !gap.split_whitespace().any(small) && !verb(body.span.end, run.span.start)
    };
    runs(member).iter().any(|run| run.span.start > body.span.end && set(run) && named(run))
}

/// The two names, unless something tells that the claims are of two events.
fn exchanged(a: &Member<'_>, p: &Fact, b: &Member<'_>, q: &Fact, analyzer: &Analyzer<'_>) -> Option<Disagreement> {
    let (s, t) = (p.run.span.of(&a.claim.text), q.run.span.of(&b.claim.text));
    let two = later(a, b)
        || p.is_bare() != q.is_bare()
        || shortens(s, t)
        || shortens(t, s)
        || is_met(&abbreviated(a, b), &p.run)
        || is_met(&abbreviated(b, a), &q.run)
        || stands_for(a, &p.run, q, analyzer)
        || stands_for(b, &q.run, p, analyzer)
        || of_two(a, b, analyzer)
        || other_day(a, b)
        || of_two_events(a, b)
        || two_counted(a, b)
        || turned(&a.features, &b.features);
    (!two).then(|| Disagreement::of(ConflictKind::Name, s, t))
}

#[cfg(test)]
mod tests {
    use crate::coverage::conflicts::ConflictKind;
    use crate::coverage::testing::{reported, words};

    /// The names in which two reports disagree.
    fn names(here: &[&str], there: &[&str]) -> Vec<[String; 2]> {
        words(reported(here, there).into_iter().filter(|conflict| conflict.kind == ConflictKind::Name))
    }

    const PULLED: &str = "|a bus driver, Nadia Kroll,| |pulled| the boy from the icy canal";

    #[test]
    fn who_did_it_is_one_whoever_tells_it() {
        let other = "|the boy| |was pulled| from the frozen canal by a cyclist, Jens Aker";
        assert_eq!(names(&[PULLED], &[other]), [["Nadia Kroll".to_owned(), "Jens Aker".to_owned()]]);
        let (went, won) =
            ("|the prize for fiction| |went| to Carmen Ostrow", "|Pavel Dunne| |has won| the fiction prize");
        assert_eq!(names(&[went], &[won]), [["Carmen Ostrow".to_owned(), "Pavel Dunne".to_owned()]]);
    }

    #[test]
    fn another_part_another_event_or_both_are_no_dispute() {
        for other in [
            "|the boy| |was pulled| from the frozen canal by a cyclist, Nadja Kroll",
            "|the boy| |was pulled| from the frozen canal near Lund",
            "|a cyclist, Jens Aker,| |did not pull| the boy from the frozen canal",
            "|a cyclist, Jens Aker,| |pulled| the second boy from the frozen canal in 1998",
            "if |Jens Aker| |pulled| the boy from the frozen canal",
            "|police| |pulled| the boy from the frozen canal",
            "|Jens Aker| |praised| the firemen of Lund",
        ] {
            assert_eq!(names(&[PULLED], &[other]), [] as [[String; 2]; 0], "{other}");
        }
        let officer = "whose secretary-general |Ann Moe| |mediated|";
        let of_body =
            |name: &str| format!("|The secretary-general of the Inland Rivers Union, {name},| |praised| both sides");
        assert_eq!(names(&[&of_body("Dr Ann Moe")], &[officer]), [] as [[String; 2]; 0]);
        let both = [
            "|a cyclist, Jens Aker,| |pulled| the boy from the frozen canal",
            "|Nadia Kroll| |pulled| the boy from the canal with him",
        ];
        assert_eq!(names(&[PULLED], &both), [] as [[String; 2]; 0]);
    }
}
