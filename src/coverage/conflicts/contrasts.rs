//! Claims that differ in two things at once tell of two things: "adults pay 20 euros", "children pay 10 euros"; "the west wing
//! opens in May", "the east wing opens in September".

use super::member::Member;
use super::opposites::exclusive;
use crate::coverage::conflicts::ConflictKind;
use crate::coverage::matching::meeting::one_root;
use crate::coverage::reading::features::Term;
use crate::coverage::reading::grammar::Role;
use crate::coverage::reading::related::degree;

/// Whether nothing but one word behind the same small word stands in the place of another, beside numbers and days, and the two
/// mean nothing alike: "for adults", "for children". Who does it, and what is done, is told in other words more often.
pub(crate) fn exchanged(a: &Member<'_>, b: &Member<'_>) -> bool {
    if a.features.language != b.features.language {
        return false;
    }
    let Some((x, y)) = alone(a, b).zip(alone(b, a)) else { return false };
    let (here, there) = (a.words_of(x.id).to_lowercase(), b.words_of(y.id).to_lowercase());
    let alike = one_root(&here, &there) || degree(x.related, y.related) > 0.0 || x.name || y.name;
    let led = lead(a, x.id);
    !alike && led.is_some() && led == lead(b, y.id)
}

/// The small word that leads to a term: "for".
fn lead(member: &Member<'_>, id: u32) -> Option<String> {
    let before = member.claim.text.get(..member.span_of(id)?.start)?.to_lowercase();
    let word = before.split_whitespace().rfind(|word| !Role::Determiner.has(word))?;
    Role::Leads.has(word).then(|| word.to_owned())
}

/// The one word of a claim that the other has not, what is done and how set aside; `None` where there are none or more.
fn alone(here: &Member<'_>, there: &Member<'_>) -> Option<Term> {
    let manner = |term: &Term| here.words_of(term.id).ends_with("ly");
    let done = |term: &Term| {
        here.frame.predicate.zip(here.span_of(term.id)).is_some_and(|(done, word)| done.cover(&word) == done)
    };
    let open = here.features.bag.iter().filter(|term| plain(term) && !there.features.has(term.id));
    let mut open = open.filter(|term| !(manner(term) || done(term)));
    open.next().copied().filter(|_| open.next().is_none())
}

fn plain(term: &Term) -> bool {
    !(term.number || term.calendar)
}

/// Whether each tells which one it means with a word of which one at most is true of a thing: "the northern gate", "the southern
/// gate".
pub(crate) fn two_of_a_kind(a: &Member<'_>, b: &Member<'_>) -> bool {
    let alone = |here: &Member<'_>, there: &Member<'_>| -> Vec<String> {
        let open = here.features.bag.iter().filter(|term| plain(term) && !there.features.has(term.id));
        open.map(|term| here.stem_of(term.id)).collect()
    };
    let others = alone(b, a);
    let excludes = |x: &String| others.iter().any(|y| exclusive(x, y) == Some(ConflictKind::Name));
    alone(a, b).iter().any(excludes)
}

#[cfg(test)]
mod tests {
    use crate::coverage::conflicts::ConflictKind;
    use crate::coverage::testing::kinds;

    #[test]
    fn another_number_of_something_else_is_no_dispute() {
        let adults = "the ferry took 20 crowns for adults";
        assert_eq!(kinds(adults, "the ferry took 10 crowns for children"), []);
        assert_eq!(kinds(adults, "the ferry took 10 crowns for adults"), [ConflictKind::Number]);
        assert_eq!(kinds("the crew saved 23 seals", "volunteers saved 31 seals"), [ConflictKind::Number]);
    }

    #[test]
    fn two_gates_are_two() {
        assert_eq!(kinds("the northern gate is closed", "the southern gate is open"), []);
        assert_eq!(kinds("the west wing will open in May", "the east wing will open in September"), []);
        assert_eq!(kinds("a man aged 34 was arrested", "a woman aged 29 was arrested"), []);
        assert_eq!(kinds("the west wing will open in May", "the east wing will open in May"), [ConflictKind::Name]);
    }

    #[test]
    fn another_place_on_another_day_is_no_dispute() {
        assert_eq!(kinds("the king will visit Norhaven in May", "the king will visit Eskby in June"), []);
        assert_eq!(
            kinds("the king will visit Norhaven in May", "the king will visit Eskby in May"),
            [ConflictKind::Name]
        );
    }
}
