//! As many killed as the other has hurt: "five miners were killed", "five miners were injured".

use super::member::{Member, SAME_CLAUSE};
use crate::coverage::conflicts::{ConflictKind, Disagreement};
use crate::coverage::reading::facts::Number;
use crate::coverage::reading::fates::{Fate, of};
use crate::coverage::reading::features::Analyzer;

/// As many killed as the other has hurt, in otherwise like words.
pub(crate) fn another_fate(a: &Member<'_>, b: &Member<'_>, analyzer: &Analyzer<'_>) -> Option<Disagreement> {
    let pairs = a.features.numbers.iter().flat_map(|m| b.features.numbers.iter().map(move |n| (m, n)));
    let same = |(m, n): &(&Number, &Number)| m.value == n.value && m.value != 1.0;
    let (here, there) = pairs.filter(same).find_map(|(m, n)| m.fate.zip(n.fate).filter(|(x, y)| x != y))?;
    let word = |member: &Member<'_>, fate: Fate| {
        let sequence = &member.features.sequence;
        sequence.iter().find(|term| of(term, analyzer.term(term.id)) == Some(fate)).map(|term| term.id)
    };
    let (x, y) = (word(a, here)?, word(b, there)?);
    // The two stand for one word that both have.
    let common = a.common(b) + 1;
    let all = a.features.bag.len() + b.features.bag.len() - common;
    let alike = !(a.features.has(y) || b.features.has(x)) && common as f64 >= SAME_CLAUSE * all as f64;
    alike.then(|| Disagreement::of(ConflictKind::Polarity, a.words_of(x), b.words_of(y)))
}

#[cfg(test)]
mod tests {
    use crate::Context;
    use crate::coverage::conflicts::{ConflictKind, conflicts};
    use crate::coverage::matching::match_claims;
    use crate::coverage::types::{ClaimRecord, MatchOptions};

    fn found(language: &str, a: &str, b: &str) -> (bool, Vec<ConflictKind>) {
        let claim = |outlet: &str, text: &str| ClaimRecord {
            outlet: outlet.into(),
            text: text.into(),
            language: Some(language.into()),
            ..ClaimRecord::default()
        };
        let claims = [claim("A", a), claim("B", b)];
        let context = Context::default();
        let clusters = match_claims(&claims, &MatchOptions::default(), &context).unwrap();
        let told = conflicts(&claims, &[Some(0), Some(0)], &context).unwrap();
        (clusters[0].is_some(), told.iter().map(|conflict| conflict.kind).collect())
    }

    #[test]
    fn each_fate_has_its_own_number() {
        for (language, a, b) in [
            (
                "en",
                "Nine people were killed in the fire at the mill",
                "Thirty people were hurt in the fire at the mill",
            ),
            ("en", "the storm killed 12 fishermen", "the storm injured 40 fishermen"),
            ("de", "Neun Menschen wurden bei dem Brand getötet", "Dreißig Menschen wurden bei dem Brand verletzt"),
            ("fr", "neuf personnes ont été tuées dans l'incendie", "trente personnes ont été blessées dans l'incendie"),
        ] {
            assert_eq!(found(language, a, b), (false, vec![]), "{a} / {b}");
        }
    }

    #[test]
    fn numbers_of_one_fate_are_compared() {
        let number = vec![ConflictKind::Number];
        let (a, b) = ("Nine people were killed in the fire at the mill", "Eleven people died in the fire at the mill");
        assert_eq!(found("en", a, b), (true, number.clone()));
        let (a, b) = ("the storm killed 12 fishermen and injured 40", "the storm killed 14 fishermen and injured 40");
        assert_eq!(found("en", a, b), (true, number));
        let (a, b) = ("12 were killed and 40 injured in the storm", "40 were injured in the storm and 12 killed");
        assert_eq!(found("en", a, b), (true, vec![]));
    }

    #[test]
    fn a_verb_right_before_a_number_is_told_of_no_other() {
        let bus = "A bus carrying 48 people overturned near Tessel, injuring 11 of them";
        assert_eq!(found("en", bus, "Eleven people were injured when the bus overturned near Tessel").1, []);
        let more = "A bus with 48 people on board overturned near Tessel, injuring 11";
        let other = "15 people were injured when the bus overturned near Tessel";
        assert_eq!(found("en", more, other).1, [ConflictKind::Number]);
    }

    #[test]
    fn people_are_one_toll_by_whatever_name() {
        let number = vec![ConflictKind::Number];
        for (language, a, b) in [
            ("en", "Two workers died in the leak", "Three people were killed in the leak"),
            ("en", "Four soldiers were killed in the raid", "Six people were killed in the raid"),
        ] {
            assert_eq!(found(language, a, b), (true, number.clone()), "{a} / {b}");
        }
        let (a, b) = ("14 Personen wurden verletzt", "Die Zahl der Verletzten ist auf 17 gestiegen");
        assert_eq!(found("de", a, b).1, number);
        let (a, b) = ("Two workers died in the leak", "Two workers and one guest died in the leak");
        assert_eq!(found("en", a, b).1, vec![]);
        let (a, b) = ("Two workers died in the leak in Dorne", "Three people were killed in the leak in Lanz");
        assert_eq!(found("en", a, b), (false, vec![]));
        let (a, b) = ("Two children died in the leak", "Three people were killed in the leak");
        assert!(!found("en", a, b).0);
        let (a, b) = ("Two workers were hurt in the leak", "Three people were killed in the leak");
        assert_eq!(found("en", a, b), (false, vec![]));
    }

    #[test]
    fn as_many_of_another_fate_are_a_dispute() {
        let (a, b) =
            ("Five miners were killed in the blast at Tessel", "Five miners were injured in the blast at Tessel");
        assert_eq!(found("en", a, b), (true, vec![ConflictKind::Polarity]));
        let (a, b) = ("Five miners were killed in the blast at Tessel", "Five were injured when a lorry hit the gate");
        assert_eq!(found("en", a, b).1, vec![]);
    }
}
