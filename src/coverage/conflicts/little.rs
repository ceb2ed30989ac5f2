//! Little words in each other's place: "before" and "after", "for" and "against".

use super::member::Member;
use crate::claims::Comparator;
use crate::coverage::conflicts::{ConflictKind, Disagreement};
use crate::coverage::reading::features::Term;
use crate::coverage::reading::grammar::Role;
use crate::text::Span;

/// Which share of all terms two claims must have in common before it matters which of two such words stands there.
const SAME_WORDS: f64 = 0.8;
/// The same where the words on both sides of it are the same: "voted for a strike", "voted against a strike".
const SAME_SIDES: f64 = 0.5;

/// One such word, and the terms before and behind it.
struct Little {
    word: String,
    before: Option<u32>,
    behind: u32,
}

/// "Before" in the place of "after" in otherwise like words, and of the same thing: "killed two before he was held" and "was held
/// after he had killed two" are one.
pub(crate) fn before_or_after(a: &Member<'_>, b: &Member<'_>) -> Option<Disagreement> {
    if a.features.language != b.features.language || a.likeness(b) < SAME_WORDS {
        return None;
    }
    let only = |member: &Member<'_>| {
        let mut said = little(member, |word| Role::Earlier.has(word) || Role::Later.has(word));
        said.pop().filter(|_| said.is_empty())
    };
    let (x, y) = only(a).zip(only(b))?;
    let turned = |x: &str, y: &str| Role::Earlier.has(x) && Role::Later.has(y);
    let fits = (turned(&x.word, &y.word) || turned(&y.word, &x.word)) && x.behind == y.behind;
    fits.then(|| Disagreement::of(ConflictKind::Date, x.word, y.word))
}

/// "For" in the place of "against" between the same two words.
pub(crate) fn for_or_against(a: &Member<'_>, b: &Member<'_>) -> Option<Disagreement> {
    if a.features.language != b.features.language || a.likeness(b) < SAME_SIDES {
        return None;
    }
    let said = |member: &Member<'_>| little(member, |word| Role::For.has(word) || Role::Against.has(word));
    let (here, there) = (said(a), said(b));
    let turned = |x: &Little, y: &Little| {
        Role::For.has(&x.word) != Role::For.has(&y.word)
            && x.behind == y.behind
            && x.before.is_some()
            && x.before == y.before
    };
    here.iter().find_map(|x| {
        let y = there.iter().find(|y| turned(x, y))?;
        Some(Disagreement::of(ConflictKind::Polarity, x.word.clone(), y.word.clone()))
    })
}

/// "More" in the place of "fewer" before the same word, in otherwise like words: "more people came", "fewer people came". What
/// bounds a number is none.
pub(crate) fn more_or_fewer(a: &Member<'_>, b: &Member<'_>) -> Option<Disagreement> {
    if a.features.language != b.features.language || a.likeness(b) < SAME_WORDS {
        return None;
    }
    let only = |member: &Member<'_>| {
        let mut said = little(member, |word| Role::More.has(word) || Role::Fewer.has(word));
        said.pop().filter(|_| said.is_empty())
    };
    let (x, y) = only(a).zip(only(b))?;
    let fits = Role::More.has(&x.word) != Role::More.has(&y.word) && x.behind == y.behind && x.before == y.before;
    let bound =
        |member: &Member<'_>| member.features.numbers.iter().any(|number| number.comparator != Comparator::Equal);
    (fits && !(bound(a) || bound(b))).then(|| Disagreement::of(ConflictKind::Polarity, x.word, y.word))
}

/// "By 30 June" against "not before 30 June", of one deed.
pub(crate) fn by_or_not_before(a: &Member<'_>, b: &Member<'_>) -> Option<Disagreement> {
    let found = no_later(a, b).or_else(|| no_later(b, a).map(|(x, y)| (y, x)));
    found.map(|(here, there)| Disagreement::of(ConflictKind::Date, here, there))
}

/// The words with which the one tells the last day of what, as the other tells, is not done before it.
fn no_later(done: &Member<'_>, undone: &Member<'_>) -> Option<(String, String)> {
    if done.features.language != undone.features.language {
        return None;
    }
    let led = |member: &Member<'_>, day: Span, role: Role| {
        let before = member.claim.text.get(..day.start).unwrap_or_default().trim_end();
        let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let from = before.len() - word.len();
        role.has(&word.to_lowercase()).then(|| Span::new(from, day.end))
    };
    let negated = |verb: &Term, day: Span| {
        let other = undone.features.term(verb.id).filter(|other| other.negated() && !verb.negated());
        other.and_then(|_| undone.span_of(verb.id)).filter(|place| undone.undivided(*place, day))
    };
    let days = done.features.dates.iter().flat_map(|x| undone.features.dates.iter().map(move |y| (x, y)));
    days.filter(|(x, y)| x.agrees(y)).find_map(|(x, y)| {
        let (here, there) = x.place().zip(y.place())?;
        let last = led(done, here, Role::NoLater)?;
        let first = led(undone, there, Role::Until)?;
        let verbs = done.features.bag.iter().filter(|term| !(term.number || term.name || term.calendar));
        let place = verbs.filter_map(|verb| negated(verb, there)).next()?;
        Some((last.of(&done.claim.text).to_owned(), place.cover(&first).of(&undone.claim.text).to_owned()))
    })
}

/// All words of a kind that stand before some term.
fn little(member: &Member<'_>, is: impl Fn(&str) -> bool) -> Vec<Little> {
    let (mut at, mut found) = (0, Vec::new());
    let terms = || member.features.sequence.iter().zip(&member.features.spans).filter(|(term, _)| !term.number);
    for piece in member.claim.text.split_inclusive(|c: char| !c.is_alphabetic()) {
        let start = at;
        at += piece.len();
        let word = piece.trim_end_matches(|c: char| !c.is_alphabetic()).to_lowercase();
        if !is(&word) {
            continue;
        }
        let before = terms().rfind(|(_, span)| span.end <= start).map(|(term, _)| term.id);
        if let Some((behind, _)) = terms().find(|(_, span)| span.start >= at) {
            found.push(Little { word, before, behind: behind.id });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Context;
    use crate::coverage::reading::features::Analyzer;
    use crate::coverage::types::ClaimRecord;

    fn told(a: &str, b: &str, of: fn(&Member<'_>, &Member<'_>) -> Option<Disagreement>) -> Option<[String; 2]> {
        let mut analyzer = Analyzer::new(None);
        analyzer.for_conflicts = true;
        let claims = [a, b].map(|text| ClaimRecord { text: text.into(), ..ClaimRecord::default() });
        let context = Context::default();
        let [x, y] = &claims;
        let x = Member::of(0, x, &mut analyzer, &context).unwrap();
        let y = Member::of(1, y, &mut analyzer, &context).unwrap();
        of(&x, &y).map(|found| [found.a.words, found.b.words])
    }

    #[test]
    fn for_and_against_one_thing() {
        let (a, b) = ("its members in Tessel had voted for a strike", "union members in Tessel voted against a strike");
        assert_eq!(told(a, b, for_or_against), Some(["for".to_owned(), "against".to_owned()]));
        assert_eq!(told(b, a, for_or_against), Some(["against".to_owned(), "for".to_owned()]));
        for (a, b) in [
            ("members voted for a strike in Tessel", "members voted for a strike in Orlen"),
            ("members voted for a strike", "the board warned members who voted for a fund against a strike"),
            ("it paid for a strike fund", "the union warned against a strike"),
        ] {
            assert_eq!(told(a, b, for_or_against), None, "{a} / {b}");
        }
    }

    #[test]
    fn more_and_fewer_of_one_thing() {
        let (a, b) = ("more people took the ferry in May", "fewer people took the ferry in May");
        assert_eq!(told(a, b, more_or_fewer), Some(["more".to_owned(), "fewer".to_owned()]));
        let (a, b) = ("more than 300 people took the ferry", "fewer than 400 people took the ferry");
        assert_eq!(told(a, b, more_or_fewer), None);
        assert_eq!(told("more people took the ferry", "fewer buses met the ferry", more_or_fewer), None);
    }

    #[test]
    fn by_a_day_and_not_before_it() {
        let (a, b) = ("the quay must be rebuilt by 30 June", "the quay will not be rebuilt before 30 June");
        let told = |a: &str, b: &str| told(a, b, by_or_not_before);
        assert_eq!(told(a, b), Some(["by 30 June".to_owned(), "not be rebuilt before 30 June".to_owned()]));
        assert_eq!(told(a, "the quay will not be rebuilt before 30 July"), None);
        assert_eq!(told(a, "the quay was rebuilt before 30 June"), None);
    }

    #[test]
    fn before_and_after_one_thing() {
        let (a, b) = ("the alarm rang before the ship left", "the alarm rang after the ship left");
        assert_eq!(told(a, b, before_or_after), Some(["before".to_owned(), "after".to_owned()]));
        assert_eq!(told(a, "the alarm rang when the ship left", before_or_after), None);
    }
}
