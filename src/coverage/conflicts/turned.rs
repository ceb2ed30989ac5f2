//! Who does it to whom: "the union sued the council", "the council sued the union".

use super::member::Member;
use crate::coverage::reading::features::Term;
use crate::coverage::reading::frame::MARKS;
use crate::coverage::reading::grammar::Role;
use crate::coverage::reading::vocabulary::is_english;
use crate::text::Span;

/// Which share of all their terms two claims must have in common.
const SAME_WORDS: f64 = 0.6;
/// How many small words may stand between a subject and its verb: "will not have been".
const AUXILIARIES: usize = 4;
/// How many may stand between a verb and its object: "by the".
const LEADING: usize = 2;
/// The longest thing, in content words.
const LONGEST: usize = 4;

/// A verb between two things, one of which does it to the other.
struct Deed {
    verb: u32,
    agent: Vec<u32>,
    patient: Vec<u32>,
    /// The verb with who does it: "the union sued", "sued by the union".
    span: Span,
}

/// The verb with its subject in each of two claims of English, where what does it in one has it done to it in the other.
/// Word order and the passive tell, as long as the claims are of the same words: those that two do to each other tell nothing.
pub(crate) fn turned_round(a: &Member<'_>, b: &Member<'_>) -> Option<(String, String)> {
    let english = |member: &Member<'_>| is_english(member.claim.language.as_deref());
    if !(english(a) && english(b)) || a.likeness(b) < SAME_WORDS {
        return None;
    }
    let there = deeds(b);
    let meet = |x: &[u32], y: &[u32]| x.iter().any(|term| y.contains(term));
    let turned = |x: &Deed, y: &Deed| {
        x.verb == y.verb && meet(&x.agent, &y.patient) && meet(&x.patient, &y.agent) && !meet(&x.agent, &y.agent)
    };
    let words = |deed: &Deed, member: &Member<'_>| deed.span.of(&member.claim.text).to_owned();
    deeds(a).iter().find_map(|x| {
        let y = there.iter().find(|y| turned(x, y))?;
        Some((words(x, a), words(y, b)))
    })
}

/// What may be verbs between two things of a claim.
fn deeds(member: &Member<'_>) -> Vec<Deed> {
    let text = member.claim.text.as_str();
    let terms: Vec<(Term, Span)> = (member.features.sequence.iter().zip(&member.features.spans))
        .filter(|(term, _)| !(term.number || term.calendar))
        .map(|(term, span)| (*term, *span))
        .collect();
    let mut found = Vec::new();
    for (at, (verb, place)) in terms.iter().enumerate() {
        let Some((subject, before)) = at.checked_sub(1).and_then(|before| terms.get(before)) else { continue };
        let Some((object, behind)) = object(text, &terms[at + 1..]) else { continue };
        let (Some(between), Some(leading)) =
            (gap(text, before.end, place.start), gap(text, place.end, terms[at + 1].1.start))
        else {
            continue;
        };
        let passive = between.iter().any(|word| Role::Be.has(word));
        let by = leading.iter().any(|word| Role::By.has(word));
        let plain = |word: &String| Role::Determiner.has(word) || Role::By.has(word);
        let fits = between.len() <= AUXILIARIES
            && leading.len() <= LEADING
            && between.iter().all(|word| Role::Auxiliary.has(word) || Role::Be.has(word))
            && leading.iter().all(plain)
            && by == passive;
        if !fits || verb.name || object.contains(&subject.id) || Role::Mutual.has(&member.stem_of(verb.id)) {
            continue;
        }
        let (agent, patient, span) = match passive {
            true => (object, vec![subject.id], place.cover(&behind)),
            false => (vec![subject.id], object, before.cover(place)),
        };
        found.push(Deed { verb: verb.id, agent, patient, span });
    }
    found
}

/// The words of the thing behind a verb, with which the terms begin, and where the last of them stands: "city council" of "the
/// city council over pay". A name ends where the next word is none.
fn object(text: &str, terms: &[(Term, Span)]) -> Option<(Vec<u32>, Span)> {
    let (first, _) = terms.first()?;
    let adjoining = |pair: &[(Term, Span)]| {
        (pair[1].0.name || !first.name) && gap(text, pair[0].1.end, pair[1].1.start).is_some_and(|gap| gap.is_empty())
    };
    let more = terms.windows(2).take(LONGEST - 1).take_while(|pair| adjoining(pair)).count();
    let words = terms.get(..=more)?;
    Some((words.iter().map(|(term, _)| term.id).collect(), words.last()?.1))
}

/// The small words between two places, in lower case; `None` where a mark sets them apart.
fn gap(text: &str, from: usize, to: usize) -> Option<Vec<String>> {
    let between = text.get(from..to)?;
    (!between.contains(MARKS)).then(|| between.split_whitespace().map(str::to_lowercase).collect())
}
