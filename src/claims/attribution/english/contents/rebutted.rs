//! Where what somebody says ends and the text goes on against it, in English: "said there was no deal, but documents show he signed
//! it", and behind a relative clause the verb of the sentence: "Fenwick, whose lawyer says he is ill, did not attend".

use super::tenses::breaks_tense;
use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::attribution::pack::{Pack, pack};
use crate::text::pos::{Form, Pos};

/// How far behind "but" the verb of its clause is looked for, in words.
const SUBJECT: usize = 12;
/// How many words of a content are looked at: a bound on text without stops.
const LONGEST: usize = 200;
/// How far from the head of its sentence a relative clause begins, and from there its cue stands, in words.
const FAR: usize = 30;

/// Ends contents where the outlet or somebody else contradicts them, and at the verb of the sentence around them.
pub(crate) fn end_before(analysis: &Analysis, links: &mut [Link]) {
    let Some(pack) = pack("en") else { return };
    for link in links.iter_mut() {
        let Some(cue) = link.cue else { continue };
        let relative = relative_before(analysis, cue);
        let calls = cue.1 == cue.0 + 1 && analysis.is_one_of(cue.0, &pack.naming);
        let Some(run) = link.contents.last_mut().filter(|run| run.0 >= cue.1) else { continue };
        let first = run.0;
        let outside = |i: usize| analysis.quoted[i] == state::OUT;
        let limit = run.1.min(run.0 + LONGEST);
        let ends = |&i: &usize| {
            if !outside(i) {
                return false;
            }
            let comma = analysis.is_comma(i);
            // "called it a disaster | and cut her rating"
            let other = analysis.tag(i + 1).pos == Pos::Verb
                && !matches!(analysis.tag(i + 1).form, Form::Gerund | Form::Participle);
            let bare = |to: usize| !(first..to).any(|i| matches!(analysis.tag(i).pos, Pos::Verb | Pos::Aux));
            let goes_on = calls && analysis.is_one_of(i, &["and", "but"]) && other && bare(i);
            goes_on
                || relative && comma && is_verb_behind(analysis, i)
                || comma && (rebuts(analysis, pack, i) || breaks_tense(analysis, pack, (cue, first), i))
        };
        if let Some(end) = (run.0 + 1..limit).find(ends).filter(|&end| analysis.count_words((run.0, end)) > 1) {
            run.1 = end;
        }
    }
}

/// Whether a cue stands in a relative clause behind a comma, before the verb of its sentence.
fn relative_before(analysis: &Analysis, cue: Run) -> bool {
    let (from, _) = analysis.sentence_at(cue.0);
    let Some(who) = (from..cue.0).rev().take(FAR).find(|&i| analysis.is_one_of(i, &["who", "whose", "which", "whom"]))
    else {
        return false;
    };
    who > from
        && who - from <= FAR
        && analysis.is_comma(who - 1)
        && !analysis.has_finite((from, who))
        && !(who..cue.0).any(|i| analysis.is_comma(i))
}

/// "Okoro, who is alleged to have lied, | faces ten years": some verbs are taken for nouns.
fn is_verb_behind(analysis: &Analysis, comma: usize) -> bool {
    let next = comma + 1;
    let noun = analysis.tag(next).pos == Pos::Noun
        && matches!(analysis.tag(next + 1).pos, Pos::Adp | Pos::Det | Pos::Adv | Pos::Num | Pos::Pron);
    analysis.tag(next).is_finite() || noun
}

/// Whether a clause begins behind a comma that speaks against what stands before it.
fn rebuts(analysis: &Analysis, pack: &Pack, comma: usize) -> bool {
    let limit = analysis.sentence_at(comma).1;
    let start = comma + 2;
    let to = limit.min(start + SUBJECT);
    if !analysis.is_one_of(comma + 1, &["but", "although", "though", "while"]) {
        return false;
    }
    // "but doctors found lead": the tagger takes some verbs for participles.
    let told = |i: usize| i > start && analysis.is_reporting_verb(i) && analysis.tag(i - 1).pos == Pos::Noun;
    let Some(verb) = (start..to).find(|&i| analysis.tag(i).is_finite() || told(i)) else { return false };
    // "but neighbours have complained"
    let perfect = analysis.is_one_of(verb, &["has", "have"]);
    let told = if perfect { (verb + 1..to).find(|&i| analysis.tag(i).pos == Pos::Verb).unwrap_or(verb) } else { verb };
    let shows = analysis.is_reporting_verb(told) || analysis.is_one_of(verb, &["show", "shows", "showed"]);
    let evidence = || (start..verb).any(|i| analysis.is_one_of(i, &pack.evidence));
    analysis.tag(start).pos != Pos::Pron && (shows && analysis.has_noun((start, verb)) || evidence())
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::parts;

    #[track_caller]
    fn said(text: &str, what: &str) {
        assert_eq!(parts(text, "en").first().map(|found| found[2].as_str()), Some(what), "{text}");
    }

    #[test]
    fn what_speaks_against_a_claim_is_no_part_of_it() {
        said("The ministry said the water was safe, but doctors found lead in 14 children.", "the water was safe");
        let text = "Lundeby said there was no deal, but documents seen by the Ledger show he signed it in May.";
        said(text, "there was no deal");
        said("The firm says its plant is clean, but neighbours have complained of the smell.", "its plant is clean");
    }

    #[test]
    fn a_break_of_tense_is_the_end_of_what_was_said() {
        said("Osk told voters that taxes would fall, yet they went up twice.", "that taxes would fall");
        said(
            "The club said it had paid everyone, although three players are still owed wages.",
            "it had paid everyone",
        );
        said("Costs were under control, the mayor said.", "Costs were under control");
        said("The mayor said costs had fallen, but they rose.", "costs had fallen");
        said("She promised that no jobs would go, but 200 people were dismissed in March.", "that no jobs would go");
        let text = "Dorn said she had called for help, but nobody came.";
        said(text, "she had called for help, but nobody came");
        said("Dorn says she is ill, but will attend.", "she is ill, but will attend");
    }

    #[test]
    fn what_somebody_goes_on_to_say_is_his() {
        let text = "The mayor said the road was closed, but it would reopen on Friday.";
        said(text, "the road was closed, but it would reopen on Friday");
    }

    #[test]
    fn the_verb_of_the_sentence_is_not_said() {
        let text = "Okoro, who is alleged to have published state secrets, faces up to 15 years in jail.";
        said(text, "to have published state secrets");
        said("Noor called the results a disaster and cut her rating to sell.", "the results a disaster");
        said("Fenwick, whose lawyer says he is ill, did not attend the hearing.", "he is ill");
    }
}
