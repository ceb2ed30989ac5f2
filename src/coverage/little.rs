//! Little words in each other's place: "before" and "after", "for" and "against".

use super::conflicts::{ConflictKind, Disagreement};
use super::grammar::Role;
use super::member::Member;

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
pub(super) fn before_or_after(a: &Member<'_>, b: &Member<'_>) -> Option<Disagreement> {
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
pub(super) fn for_or_against(a: &Member<'_>, b: &Member<'_>) -> Option<Disagreement> {
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
    use super::super::features::Analyzer;
    use super::super::types::ClaimRecord;
    use super::*;
    use crate::Context;

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
    fn before_and_after_one_thing() {
        let (a, b) = ("the alarm rang before the ship left", "the alarm rang after the ship left");
        assert_eq!(told(a, b, before_or_after), Some(["before".to_owned(), "after".to_owned()]));
        assert_eq!(told(a, "the alarm rang when the ship left", before_or_after), None);
    }
}
