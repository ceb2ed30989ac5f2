//! What one asks for and what another says that is so: "demanded that the yard not join the port", "the port would not let them stop the
//! yard's plan to join".

use super::results::Seen;

/// Whether what one asks not to be done is no more than named by the other, who asks for nothing and tells of another deed.
pub(crate) fn asked_and_told(x: &Seen<'_>, y: &Seen<'_>) -> bool {
    apart(x, y) || apart(y, x)
}

fn apart(asking: &Seen<'_>, telling: &Seen<'_>) -> bool {
    let (here, there) = (asking.features, telling.features);
    let (asked, done) = (&here.core, &there.core.done);
    let met = |id: &u32| there.place_of(*id).and_then(|place| telling.met.get(place)).is_some_and(|met| *met > 0.0);
    let turned = |id: &u32| {
        let pair = here.term(*id).zip(there.term(*id));
        !done.contains(id) && pair.is_some_and(|(one, other)| one.sign * other.sign < 0)
    };
    asked.asked && !there.core.asked && !done.is_empty() && !done.iter().any(met) && asked.done.iter().any(turned)
}

#[cfg(test)]
mod tests {
    use crate::Context;
    use crate::claims::Act;
    use crate::coverage::matching::match_claims;
    use crate::coverage::testing::framed;
    use crate::coverage::types::{ClaimRecord, MatchOptions};

    /// Whether what one demands and what another says are one; subject and predicate stand between bars.
    fn together(asked: &str, told: &str) -> bool {
        let claims = [
            ClaimRecord { act: Some(Act::Demand), ..framed(1, asked) },
            ClaimRecord { act: Some(Act::Say), ..framed(2, told) },
        ];
        match_claims(&claims, &MatchOptions::default(), &Context::default()).unwrap()[0].is_some()
    }

    #[test]
    fn what_is_asked_not_to_be_is_not_what_is_named_in_another_deed() {
        let asked = "|the Tessel yard| |not to join| the Norhaven Port Union";
        assert!(!together(
            asked,
            "|Norhaven| |would not allow| Marenza to stop the Tessel yard's plan to join the Norhaven Port Union"
        ));
        assert!(together(asked, "|the Tessel yard| |will join| the Norhaven Port Union"));
        assert!(together(asked, "|the Tessel yard| |must not join| the Norhaven Port Union"));
    }
}
