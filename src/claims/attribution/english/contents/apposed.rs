//! Sentences with their authority at one end, in English: "According to Prosser, the firm's director, | the council knew", where an
//! apposition stands before what is said; "Inspectors cited | the plant in May, records show", where a verb that reports elsewhere
//! has cut off the head of it.

use crate::claims::attribution::analysis::Analysis;
use crate::claims::attribution::english::contents::bounds::is_main_clause;
use crate::claims::attribution::english::grammar::SOURCE;
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::speakers::{is_somebody, is_trade};
use crate::text::pos::Pos;

/// The most words of a subject and its verb at the head of a sentence.
const HEAD: usize = 12;
/// How many attributions around one are asked whether they stand in the head of its sentence.
const NEAR: usize = 6;

/// Gives appositions to their sources, and sentences their heads.
pub(crate) fn mend_ends(analysis: &Analysis, links: &mut [Link]) {
    for at in 0..links.len() {
        if let Some(link) = links.get_mut(at)
            && let Some(close) = apposition(analysis, link)
            && let (Some(source), Some(run)) = (link.source.as_mut(), link.contents.first_mut())
        {
            source.1 = close;
            run.0 = close + 1;
        }
        let Some(front) = links.get(at).and_then(|link| head(analysis, link)) else { continue };
        let touches = |run: &Run| run.0 < front.1 && front.0 < run.1;
        let near = links.iter().enumerate().skip(at.saturating_sub(NEAR)).take(2 * NEAR);
        let taken = near
            .filter(|(other, _)| *other != at)
            .any(|(_, link)| link.source.iter().chain(&link.cue).chain(&link.contents).any(touches));
        if let Some(run) = links.get_mut(at).and_then(|link| link.contents.first_mut()).filter(|_| !taken) {
            run.0 = front.0;
        }
    }
}

/// The comma that ends an apposition behind "according to" and a name, where a clause of its own follows.
fn apposition(analysis: &Analysis, link: &Link) -> Option<usize> {
    let (cue, source, &(from, to)) = (link.cue?, link.source?, link.contents.first()?);
    let according = analysis.is_one_of(cue.0, &["according"]) && source.0 == cue.1;
    let behind = from == source.1 + 1 && analysis.is_comma(source.1) && analysis.form(source.1 - 1).is_capital();
    if !according || !behind {
        return None;
    }
    let close = (from + 1..to.min(from + SOURCE)).find(|&i| analysis.is_comma(i))?;
    let phrase = (from..close).all(|i| analysis.is_of_source(i)) && analysis.is_plain((from, close + 1));
    let adposition = |i: &usize| analysis.pos[*i] == Pos::Adp;
    let head = (from..close).find(adposition).unwrap_or(close).checked_sub(1)?;
    let (hash, word) = (analysis.form(head).hash, analysis.words.of(head));
    let one = analysis.is_one_of(from, &["a", "an"]) && analysis.pos[head] == Pos::Noun;
    let somebody = one || is_trade("en", hash, word) || is_somebody("en", hash, word);
    let small = !analysis.form(head).is_capital();
    // "the minister, the army said, had fled": there the phrase is the subject of what is said.
    let verb = (close + 1..to).find(|&i| analysis.tag(i).is_finite())?;
    let aside = analysis.is_reporting_verb(verb) && analysis.is_comma(verb + 1);
    // "the council, the mayor and the police knew": a list.
    let listed = !one && (close + 1..verb).any(|i| analysis.is_one_of(i, &["and", "or"]));
    (phrase && somebody && small && !aside && !listed && is_main_clause(analysis, close + 1, to)).then_some(close)
}

/// The head of a sentence that ends in who says all of it: a subject and a verb right before the content.
fn head(analysis: &Analysis, link: &Link) -> Option<Run> {
    let (cue, source, &[(first, end)]) = (link.cue?, link.source?, link.contents.as_slice()) else { return None };
    let (from, _) = analysis.sentence_at(cue.0);
    let closes =
        end <= source.0 && source.1 <= cue.0 && analysis.is_comma(end) && analysis.is_reporting_verb(cue.1 - 1);
    if !closes || first < from + 2 || first > from + HEAD || !analysis.is_plain((from, cue.1)) {
        return None;
    }
    let verb = first - 1;
    let subject =
        (from..verb).all(|i| analysis.is_of_source(i)) && !matches!(analysis.pos[from], Pos::Adp | Pos::Sconj);
    (subject && analysis.has_noun((from, verb)) && analysis.tag(verb).is_finite()).then_some((from, first))
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::parts;

    #[test]
    fn an_apposition_behind_an_authority_is_no_part_of_what_is_said() {
        let text = "According to Neil Prosser, the firm's managing director, the council supplied faulty data.";
        assert_eq!(parts(text, "en")[0][2], "the council supplied faulty data");
        let text = "According to Ann Low, a lawyer for the families, no alarm went off.";
        assert_eq!(parts(text, "en")[0][2], "no alarm went off");
        let text = "According to Ann Low, the council and the mayor knew.";
        assert_eq!(parts(text, "en")[0][2], "the council and the mayor knew");
    }

    #[test]
    fn who_closes_a_sentence_says_all_of_it() {
        let text =
            "Federal inspectors cited the plant for blocked exits in May, and the firm paid a fine, records show.";
        let found = parts(text, "en");
        assert_eq!(
            (found.len(), found[0][2].as_str()),
            (1, "Federal inspectors cited the plant for blocked exits in May, and the firm paid a fine")
        );
    }
}
