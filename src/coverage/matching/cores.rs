//! Whether two claims have quite another core: "the dairy employs 400 people in Tessel", "two people were killed at the dairy in
//! Tessel".

use super::meeting::one_root;
use crate::coverage::reading::cores::Core;
use crate::coverage::reading::facts::Number;
use crate::coverage::reading::features::{Features, Term};
use crate::coverage::reading::related::degree;

/// How many terms a claim has at most: a longer one tells more than its core.
const SHORT: usize = 16;
/// From which nearness in meaning on two predicates may be one in other words.
const AKIN: f64 = 0.35;

/// Whether two short claims of English tell two things: nothing of the core of one meets that of the other, nor stands
/// elsewhere in it, but for names.
pub(crate) fn two_cores(x: &Features, y: &Features) -> bool {
    let (p, q) = (&x.core, &y.core);
    if p.done.is_empty() || q.done.is_empty() || x.bag.len().max(y.bag.len()) > SHORT {
        return false;
    }
    let numbers = || x.numbers.iter().flat_map(|m| y.numbers.iter().map(move |n| (m, n)));
    let one_count =
        |(m, n): (&Number, &Number)| (m.fate.is_some() && m.fate == n.fate) || (m.value > 1.0 && m.agrees(n));
    if numbers().any(one_count) {
        return false;
    }
    // "420 people", "two people": of what is counted the number is told.
    let counted = |id: u32| numbers().any(|(m, n)| m.units.first() == Some(&id) && n.units.first() == Some(&id));
    let meets = |(s, word): &(Term, String), (t, other): &(Term, String)| {
        let root = || !(s.name || t.name) && one_root(word, other);
        s.id == t.id || degree(s.related, t.related) > 0.0 || root()
    };
    let met = p.words.iter().filter(|(term, _)| !counted(term.id)).any(|s| q.words.iter().any(|t| meets(s, t)));
    // A thing of the core may stand anywhere in the other claim, a name in its core only: at one place much is done.
    let told = |core: &Core, other: &Features| {
        let things = core.words.iter().filter(|(term, _)| !(term.name || term.opening || counted(term.id)));
        let stands = |term: &Term| {
            other.bag.iter().any(|there| there.id == term.id || degree(there.related, term.related) > 0.0)
        };
        things.into_iter().any(|(term, _)| stands(term))
    };
    !(met || told(p, y) || told(q, x)) && p.meaning.nearness(&q.meaning) < AKIN
}

/// Whether two claims of English tell the same of two things, each of which stands in one of them only: "the bridge will
/// reopen", "the tunnel will reopen".
pub(crate) fn two_do_the_same(x: &Features, y: &Features) -> bool {
    let (p, q) = (&x.core, &y.core);
    let one_deed = p.done.iter().any(|id| q.done.contains(id));
    // A name may be that of anything.
    let open = |core: &Core| core.words.iter().any(|(term, _)| term.name || term.opening);
    let stands = |term: &Term, word: &str, other: &Features, core: &Core| {
        let rooted = |(_, there): &(Term, String)| one_root(word, there);
        core.words.iter().any(rooted)
            || other.bag.iter().any(|there| there.id == term.id || degree(there.related, term.related) > 0.0)
    };
    let alone = |core: &Core, other: &Features| {
        let mut things =
            core.words.iter().filter(|(term, _)| !(core.done.contains(&term.id) || term.number)).peekable();
        things.peek().is_some() && things.all(|(term, word)| !stands(term, word, other, &other.core))
    };
    one_deed && !(open(p) || open(q)) && alone(p, y) && alone(q, x)
}

#[cfg(test)]
mod tests {
    use crate::Context;
    use crate::coverage::matching::match_claims;
    use crate::coverage::testing::framed;
    use crate::coverage::types::{ClaimRecord, MatchOptions};

    /// Whether two claims are one; subject and predicate stand between bars.
    fn together(a: &str, b: &str) -> bool {
        let claims = [framed(1, a), framed(2, b)];
        match_claims(&claims, &MatchOptions::default(), &Context::default()).unwrap()[0].is_some()
    }

    #[test]
    fn two_things_at_one_place_are_two() {
        for (a, b) in [
            (
                "|Orvane Foods| |employs| 420 people in Tessel Bay",
                "|Two people| |were killed| on Monday when steam burst out of the Orvane Foods plant in Tessel Bay",
            ),
            (
                "|31 others| |were taken| to hospitals on Tuesday after steam burst out of a plant in Tessel Bay",
                "|A third worker| |has died| after steam burst out of a plant in Tessel Bay on Tuesday",
            ),
            (
                "|Police| |arrested| a man at the Rosewood hotel in Lund on Monday",
                "|A woman| |died| at the Rosewood hotel in Lund on Monday",
            ),
        ] {
            assert!(!together(a, b), "{a} / {b}");
        }
    }

    #[test]
    fn two_things_of_two_days_are_two() {
        let of = |document, text: &str| ClaimRecord { speaker: Some("Ann Moe".into()), ..framed(document, text) };
        let joined = |there: &str| {
            let claims = [of(1, "|the bridge| |would reopen| on Monday"), of(2, there)];
            match_claims(&claims, &MatchOptions::default(), &Context::default()).unwrap()[0].is_some()
        };
        assert!(!joined("|the tunnel| |would reopen| on Thursday"));
        assert!(joined("|the old bridge| |would reopen| on Thursday"));
    }

    #[test]
    fn other_words_for_it_are_one() {
        for (a, b) in [
            (
                "|Police| |arrested| a man at the Rosewood hotel in Lund on Monday",
                "|A man| |was seized| at the Rosewood hotel in Lund on Monday",
            ),
            (
                "|Heavy rain| |brought down| the old bridge in Lund on Monday",
                "|The old bridge in Lund| |collapsed| after heavy rain on Monday",
            ),
        ] {
            assert!(together(a, b), "{a} / {b}");
        }
    }
}
