//! What somebody denies of the words before, in English: "Prosecutors say Olsen took bribes, which he denies", "..., a claim the firm has
//! always rejected". What is denied is what was said, and the clause itself is nobody's words.

use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::linking::{Link, Run, cue_words};
use crate::claims::attribution::pack::pack;
use crate::claims::types::Act;
use crate::text::pos::Pos;

/// The most words between the comma and the verb of denial.
const SUBJECT: usize = 12;
/// The longest sentence of which denials are added, in words: a bound on text without stops.
const LONGEST: usize = 200;
/// The most words of what is denied.
const OBJECT: usize = 16;

/// A clause that denies what stands before its comma.
struct Denial {
    comma: usize,
    source: Run,
    cue: Run,
}

/// Gives such denials what they deny, and takes their clause from what was said.
pub(crate) fn give_denied(analysis: &Analysis, links: &mut Vec<Link>) {
    let mut at = 0;
    for sentence in 0..analysis.sentence_starts.len().saturating_sub(1) {
        let (from, to) = analysis.sentence(sentence);
        let Some(found) = denial(analysis, from, to) else { continue };
        while at < links.len() && links[at].contents.first().is_some_and(|run| run.1 <= from) {
            at += 1;
        }
        let near = at.saturating_sub(4)..links.len().min(at + 8);
        let mut denied: Option<Vec<Run>> = None;
        for link in &mut links[near] {
            let Some(cue) = link.cue.filter(|cue| cue.0 >= from && cue.1 <= to) else { continue };
            if cue.1 > found.comma {
                link.contents.clear();
                continue;
            }
            // Whoever denies it does not say it as well.
            link.source = link.source.filter(|own| own.1 <= found.comma || own.0 >= found.cue.1);
            for run in &mut link.contents {
                run.1 = run.1.min(found.comma).max(run.0);
            }
            link.contents.retain(|run| run.0 < run.1);
            // What is said of somebody is denied, not that somebody says so.
            if !link.contents.is_empty() && !analysis.does(cue.1 - 1, Act::Deny) {
                denied = Some(link.contents.clone());
            }
        }
        let charge = || behind_charge(analysis, (from, found.comma)).unwrap_or((from, found.comma));
        let contents = denied.unwrap_or_else(|| vec![charge()]);
        links.push(Link { source: Some(found.source), cue: Some(found.cue), contents, ..Link::default() });
    }
    links.retain(|link| !link.contents.is_empty());
    links.sort_by_key(Link::start);
}

/// Adds denials by a verb that does nothing else, where nothing has taken it: "Holt, who denies murder, will stand trial".
pub(crate) fn add_denied(analysis: &Analysis, links: &mut Vec<Link>) {
    let Some(pack) = pack("en") else { return };
    let cues = cue_words(links);
    let denies = |&i: &usize| analysis.pos[i] == Pos::Verb && analysis.is_one_of(i, &["denies", "denied", "deny"]);
    for verb in (1..analysis.len()).filter(denies) {
        let (from, to) = analysis.sentence_at(verb);
        if to - from > LONGEST {
            continue;
        }
        let small = |i: &usize| matches!(analysis.pos[*i], Pos::Adv) || analysis.is_one_of(*i, &["has", "have"]);
        let Some(last) = (from..verb).rev().find(|i| !small(i)) else { continue };
        let who = analysis.is_one_of(last, &["who"]) && last > from + 1;
        let end = if who { last - usize::from(analysis.is_comma(last - 1)) } else { last + 1 };
        let ends =
            |i: usize| analysis.is_comma(i) || !analysis.form(i).is_word() || analysis.is_one_of(i, &["and", "but"]);
        let close = (verb + 1..to).take(OBJECT).find(|&i| ends(i)).unwrap_or(verb + 1);
        let object = (verb + 1, close);
        let free = !(from..to.min(close + 1)).any(|i| cues.contains(&i));
        let granted = (object.0..object.1).any(|i| analysis.is_one_of(i, &pack.grants));
        let plain = analysis.is_plain((from, close)) && !analysis.has_finite(object) && analysis.has_noun(object);
        let Some(start) = analysis.source_start(from, end).filter(|_| free && plain && !granted) else { continue };
        let source = (start, end);
        if analysis.has_noun(source) && !matches!(analysis.pos[start], Pos::Adp) {
            let cue = Some((last + 1, verb + 1));
            links.push(Link { source: Some(source), cue, contents: vec![object], ..Link::default() });
        }
    }
    links.sort_by_key(Link::start);
}

/// The clause at the end of a sentence, or of a part of one, that denies what stands before it.
fn denial(analysis: &Analysis, from: usize, to: usize) -> Option<Denial> {
    let pack = pack("en")?;
    let outside = |i: usize| analysis.quoted[i] == state::OUT;
    let last = |i: usize| i + 1 >= to || !analysis.form(i + 1).is_word();
    let verb = (from + 4..to).find(|&i| analysis.does(i, Act::Deny) && last(i) && outside(i) && denies(analysis, i))?;
    let small = |i: &usize| matches!(analysis.pos[*i], Pos::Aux | Pos::Adv);
    let end = (from..verb).rev().find(|i| !small(i))? + 1;
    let comma = (from + 1..end).rev().take(SUBJECT).find(|&i| analysis.is_comma(i))?;
    // "which he", "a claim she", "something the firm", "an accusation that the firm"
    let taken_up =
        (comma + 1..end).find(|&i| analysis.is_one_of(i, &["which"]) || analysis.is_one_of(i, &pack.disowned))?;
    let article = |i: &usize| matches!(analysis.pos[*i], Pos::Det | Pos::Adj);
    let start = taken_up + 1 + usize::from(analysis.is_one_of(taken_up + 1, &["that", "which"]));
    let source = (start, end);
    let fits = (comma + 1..taken_up).all(|i| article(&i))
        && start < end
        && (start..end).all(|i| analysis.is_of_source(i))
        && analysis.has_noun(source)
        && analysis.is_plain((comma, verb + 1));
    fits.then_some(Denial { comma, source, cue: (end, verb + 1) })
}

/// Whether a word is a verb that denies, and no deed: "which the court rejects" is one all the same.
fn denies(analysis: &Analysis, i: usize) -> bool {
    analysis.pos[i] == Pos::Verb && !analysis.is_gerund(i)
}

/// "is charged | with | murder": what somebody is charged with.
fn behind_charge(analysis: &Analysis, (from, to): Run) -> Option<Run> {
    let charged = (from..to).find(|&i| analysis.is_one_of(i, &["charged", "accused", "suspected", "convicted"]))?;
    let of = (charged + 1..to).find(|&i| analysis.is_one_of(i, &["with", "of"]))?;
    (of + 1 < to).then_some((of + 1, to))
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::parts;

    #[track_caller]
    fn expect(text: &str, expected: &[[&str; 3]]) {
        assert_eq!(parts(text, "en"), expected, "{text}");
    }

    #[test]
    fn what_was_said_is_denied() {
        let text = "Okoro's lawyer says her client was beaten in custody, which the prison service denies.";
        let what = "her client was beaten in custody";
        expect(text, &[["Okoro's lawyer", "says", what], ["the prison service", "denies", what]]);
        let text = "The firm said Ana Tarn had forged the letters, a claim she denies.";
        let what = "Ana Tarn had forged the letters";
        expect(text, &[["The firm", "said", what], ["she", "denies", what]]);
        let text = "The union says the port broke the law, a charge the port has always rejected.";
        let what = "the port broke the law";
        expect(text, &[["The union", "says", what], ["the port", "has always rejected", what]]);
    }

    #[test]
    fn what_somebody_is_charged_with_is_denied() {
        expect("Holt is charged with murder, which she denies.", &[["she", "denies", "murder"]]);
        let text = "Brask is accused of bribery, which he denies.";
        let what = "Brask \u{2026} bribery";
        expect(text, &[["", "is accused of", what], ["he", "denies", what]]);
    }

    #[test]
    fn who_denies_something_denies_it() {
        expect("Holt, who denies murder, will stand trial in May.", &[["Holt", "denies", "murder"]]);
        expect("Norvik Steel denies wrongdoing.", &[["Norvik Steel", "denies", "wrongdoing"]]);
        expect("A judge denied bail.", &[]);
    }

    #[test]
    fn other_clauses_stay_what_they_are() {
        expect(
            "Dahl said the road, which the town built, would reopen.",
            &[["Dahl", "said", "the road, which the town built, would reopen"]],
        );
    }
}
