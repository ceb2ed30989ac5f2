//! The two numbers of one result: a vote of "7-4" or "seven votes to four", and no two figures that each are disputed.

use super::member::Member;
use super::written::{Word, words};
use crate::coverage::conflicts::{ConflictKind, Disagreement, Told};
use crate::coverage::reading::facts::Number;
use crate::coverage::reading::grammar::Role;
use crate::coverage::reading::vocabulary::{is_stopword, language, primary};
use crate::coverage::types::ClaimRecord;
use crate::text::Span;

/// How many digits each number has at most.
const DIGITS: usize = 3;
/// Which share of the other terms of the shorter claim both must have.
const SAME_MATTER: f64 = 0.2;

/// A result, the larger number first: "from 4 to 7" is a stretch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Tally {
    values: [f64; 2],
    span: Span,
}

impl Tally {
    /// The one that a claim tells; `None` where it tells several.
    pub fn of(claim: &ClaimRecord) -> Option<Self> {
        let code = primary(claim.language.as_deref().unwrap_or("en"));
        let words: Vec<Word> = words(&claim.text).collect();
        let mut found = (0..words.len()).filter_map(|at| hyphened(&words[at]).or_else(|| spelt(code, &words, at)));
        let first = found.next()?;
        found.next().is_none().then_some(first)
    }

    /// Whether it is this one that a number is told in.
    pub fn holds(&self, number: &Number) -> bool {
        number.place().is_some_and(|place| self.span.start <= place.start && place.end <= self.span.end)
    }

    fn told(&self, member: &Member<'_>) -> Told {
        let [more, fewer] = self.values;
        Told { words: self.span.of(&member.claim.text).to_owned(), figure: Some(format!("{more}–{fewer}")) }
    }
}

/// Another result of one vote or game.
pub(crate) fn another(a: &Member<'_>, x: Tally, b: &Member<'_>, y: Tally) -> Option<Disagreement> {
    let one = a.features.language != b.features.language || a.overlap_beside_one(b) >= SAME_MATTER;
    let told = || Disagreement { kind: ConflictKind::Number, a: x.told(a), b: y.told(b), counted: None };
    (one && x.values != y.values).then(told)
}

fn result(more: f64, fewer: f64, span: Span) -> Option<Tally> {
    (more >= fewer && more > 0.0).then_some(Tally { values: [more, fewer], span })
}

fn digits(word: &str) -> Option<f64> {
    let plain = (1..=DIGITS).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    word.parse().ok().filter(|_| plain)
}

/// "7-4", "3:1"; "15:10" is a time of day.
fn hyphened(word: &Word<'_>) -> Option<Tally> {
    let (more, fewer) = word.text.split_once(['-', '–', ':'])?;
    if word.text.contains(':') && fewer.len() == 2 {
        return None;
    }
    result(digits(more)?, digits(fewer)?, word.span)
}

/// "Seven votes to four", and not "from seven to four" nor "sent seven buses to four villages".
fn spelt(code: &str, words: &[Word<'_>], at: usize) -> Option<Tally> {
    let number = |place: usize| {
        let word = words.get(place)?.text.to_lowercase();
        digits(&word).or_else(|| language(code).numerals.get(word.as_str()).copied())
    };
    let is = |place: usize, role: Role| words.get(place).is_some_and(|word| role.has(&word.text.to_lowercase()));
    let more = number(at)?;
    let between = [at + 1, at + 2].into_iter().find(|place| is(*place, Role::Tallies))?;
    let fewer = number(between + 1)?;
    let leads_from = at.checked_sub(1).is_some_and(|before| is(before, Role::From));
    // Who voted may stand behind both: "seven to four votes". Other things are those of the second number alone.
    let bare = words.get(between + 2).is_none_or(|next| is_stopword(code, &next.text.to_lowercase()));
    let span = words.get(at)?.span.cover(&words.get(between + 1)?.span);
    (!leads_from && (bare || between == at + 1)).then(|| result(more, fewer, span)).flatten()
}

#[cfg(test)]
mod tests {
    use crate::coverage::conflicts::ConflictKind;
    use crate::coverage::testing::{between, kinds, words};

    #[test]
    fn a_vote_is_one_result() {
        let told = |x: &str, y: &str| {
            let [a, b] = [x, y].map(|votes| format!("the council of Tessel voted {votes} to sell the quay"));
            words(between(&a, &b))
        };
        let pairs = |x: &str, y: &str| [[x.to_owned(), y.to_owned()]];
        assert_eq!(told("7-4", "8-3"), pairs("7-4", "8-3"));
        assert_eq!(
            told("by seven votes to four", "by eight votes to three"),
            pairs("seven votes to four", "eight votes to three")
        );
        assert_eq!(told("seven to four", "by eight votes to three"), pairs("seven to four", "eight votes to three"));
        assert_eq!(told("7-4", "by seven votes to four"), [] as [[String; 2]; 0]);
    }

    #[test]
    fn stretches_and_two_counts_are_no_result() {
        let (a, b) =
            ("the line cut its fleet from nine to four ferries", "the line cut its fleet from nine to two ferries");
        assert_eq!(words(between(a, b)), [["four".to_owned(), "two".to_owned()]]);
    }

    #[test]
    fn a_time_of_day_is_no_result() {
        let began = |time: &str| format!("the fire at the old mill in Tessel broke out {time}");
        assert_eq!(words(between(&began("at 15:10"), &began("shortly after 15:00"))), [] as [[String; 2]; 0]);
        let kinds = kinds(&began("at 15:10"), &began("at 19:05"));
        assert!(!kinds.contains(&ConflictKind::Number), "{kinds:?}");
        assert_eq!(words(between("Lund won the cup 3:1", "Lund won the cup 2:1")), [["3:1", "2:1"]]);
    }

    proptest::proptest! {
        #[test]
        fn any_words_are_read(text in "\\PC{0,40}", votes in "[0-9]{0,5} ?(to|-|:)? ?[0-9a-z]{0,5}") {
            between(&format!("{text} {votes}"), &text);
        }
    }
}
