//! Whether two days are those of one deed, so that they are a dispute where they differ.

use super::deeds::{clause, two_objects, undone};
use super::member::Member;
use super::unreal::is_unreal;
use crate::coverage::reading::dates::Date;
use crate::coverage::reading::features::Term;
use crate::coverage::reading::grammar::Role;
use crate::coverage::reading::vocabulary::nouns_have_capitals;
use crate::text::Span;

/// After how many seconds another figure is news and no disagreement: polls, tolls and prices move within weeks.
const LATER: u64 = 7 * 24 * 60 * 60;

/// How many small words may lead to a day: "avant le 1er juin".
const LEADING: usize = 2;

/// Whether one was published so long after the other that it may tell how things have gone on.
pub(crate) fn later(a: &Member<'_>, b: &Member<'_>) -> bool {
    a.claim.published.zip(b.claim.published).is_some_and(|(a, b)| a.abs_diff(b) > LATER)
}

/// Whether both days are of one deed: what both say is done stands in the clauses of both days or of none, it stands there where
/// one tells of what has been and the other of what is to come, the one does not undo what the other does nor do it to another
/// thing, none tells since when the other was so, and both are of what was or is to be, not one of what ought to have been. Of two
/// languages some of what both tell must stand beside both days; where it is not known where these stand, nothing speaks against it.
pub(crate) fn one_deed(a: &Member<'_>, here: &Date, b: &Member<'_>, there: &Date) -> bool {
    let unreal = is_unreal(a, here.place()) != is_unreal(b, there.place());
    if unreal || begun_and_led_to(a, b) || begun_and_led_to(b, a) || two_objects(a, b) {
        return false;
    }
    let Some((here, there)) = here.place().zip(there.place()) else { return true };
    if a.features.language != b.features.language {
        return meet_beside(a, here, b, there);
    }
    let (x, y) = (clause(a, here), clause(b, there));
    let has = |clause: &[Term], id: u32| clause.iter().any(|term| term.id == id);
    let alike = || x.iter().any(|term| y.iter().any(|other| term.id == other.id && (term.verb || other.verb)));
    // A day may stand apart from its verb: "on Saturday, 11 May".
    let verbs = x.iter().any(|term| term.verb) && y.iter().any(|term| term.verb);
    let done = |term: &&Term| term.verb && !term.number && b.features.term(term.id).is_some_and(|other| other.verb);
    let parted = || a.features.bag.iter().filter(done).any(|term| has(&x, term.id) != has(&y, term.id));
    !undone(&x, &y) && !(verbs && (parted() || (a.features.future != b.features.future && !alike())))
}

/// Whether something that two claims of two languages tell, a number or what words of both mean, and no name, stands beside the day of both, and not behind what
/// that day is said to have followed: "will never forget the two guards killed on Sunday", "a convoqué lundi l'ambassadeur après la
/// mort de deux gardes". Also where they share nothing of the kind.
fn meet_beside(a: &Member<'_>, here: Span, b: &Member<'_>, there: Span) -> bool {
    let capitals = nouns_have_capitals(a.claim.language.as_deref());
    let plain = |term: &Term| (term.class || term.number) && !term.calendar && (capitals || !term.name);
    let mut shared = a.features.bag.iter().filter(|term| plain(term) && b.features.has(term.id)).peekable();
    let beside = |member: &Member<'_>, day: Span, id: u32| {
        let mut places = member.features.sequence.iter().zip(&member.features.spans);
        places.any(|(term, span)| term.id == id && member.undivided(day, *span) && !follows(member, day, *span))
    };
    shared.peek().is_none() || shared.any(|term| beside(a, here, term.id) && beside(b, there, term.id))
}

/// Whether a word between a day and another place tells that the one came before the other: "after". A word that leads to the day
/// itself, "before 1 June", does not.
fn follows(member: &Member<'_>, day: Span, other: Span) -> bool {
    let (from, to) = (day.end.min(other.end), day.start.max(other.start));
    let between = member.claim.text.get(from..to).unwrap_or_default().to_lowercase();
    let words: Vec<&str> = between.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let leading = if other.start < day.start { LEADING } else { 0 };
    words.iter().rev().skip(leading).any(|word| Role::Later.has(word) || Role::Earlier.has(word))
}

/// Whether the one tells since when, and the other, with its one date, that it was so before something: "known since February",
/// "known for three months before the leak of 2 May"; what was so "already in February" has been since then.
fn begun_and_led_to(since: &Member<'_>, other: &Member<'_>) -> bool {
    let has = |member: &Member<'_>, role: Role| {
        let mut words = member.claim.text.split(|c: char| !c.is_alphabetic());
        words.any(|word| role.has(&word.to_lowercase()))
    };
    let dated = [since, other].iter().all(|member| member.features.dates.len() == 1);
    dated
        && (has(since, Role::Since) || has(since, Role::Already))
        && has(other, Role::Earlier)
        && !has(other, Role::Since)
}

#[cfg(test)]
mod tests {
    use crate::Context;
    use crate::coverage::conflicts::{ConflictKind, conflicts};
    use crate::coverage::testing::{claim, kinds};
    use crate::coverage::types::ClaimRecord;

    fn disputed(a: &str, b: &str) -> bool {
        kinds(a, b).contains(&ConflictKind::Date)
    }

    #[test]
    fn two_days_of_one_deed() {
        let sank = "a ferry with forty people on board sank off Tessel on Sunday evening";
        assert!(disputed(sank, "the ferry with forty people on board sank on Monday off Tessel"));
        assert!(disputed("the strike at the port began on Saturday, 11 May", "the strike at the port began on Sunday"));
        let search = "divers went on with the search on Monday for people from the ferry that sank off Tessel";
        assert!(!disputed(sank, search));
    }

    #[test]
    fn what_had_begun_before_is_no_dispute_about_the_day_of_what_followed() {
        let known = "managers had known about a crack in the valve for three months before the leak of 2 May";
        assert!(!disputed(known, "managers had known about a crack in the valve since February"));
        assert!(!disputed(known, "managers had known about a crack in the valve already in February"));
        assert!(disputed(known, "managers had known about a crack in the valve for months before the leak of 3 May"));
    }

    #[test]
    fn what_was_and_what_is_to_come_have_two_days() {
        let ended = "the talks of the ministers in Tessel ended on Wednesday";
        assert!(!disputed(
            ended,
            "the talks of the ministers will be followed on Thursday by a session of the council"
        ));
        assert!(disputed(ended, "the talks of the ministers in Tessel will end on Friday"));
    }

    #[test]
    fn of_two_languages_what_both_tell_stands_beside_both_days() {
        let claim = |outlet: &str, language: &str, text: &str| ClaimRecord {
            language: Some(language.into()),
            ..claim(outlet, text)
        };
        let disputed = |there: &str| {
            let here = claim("A", "en", "Tarvo will never forget the two soldiers killed on Sunday");
            let found = conflicts(&[here, claim("B", "fr", there)], &[Some(0), Some(0)], &Context::default()).unwrap();
            found.iter().any(|conflict| conflict.kind == ConflictKind::Date)
        };
        assert!(!disputed("Tarvo a convoqué lundi l'ambassadeur après la mort de deux soldats"));
        assert!(disputed("deux soldats ont été tués lundi à Tarvo"));
    }
}
