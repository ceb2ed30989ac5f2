//! Where what somebody says ends and the text goes on against it, in English: "said there was no deal, but documents show he signed
//! it", "said 17 people died; the real figure is 27", "was beaten, which the prison denies", and behind a relative clause the verb
//! of the sentence: "Fenwick, whose lawyer says he is ill, did not attend".

use super::analysis::{Analysis, state};
use super::linking::{Link, Run};
use crate::text::pos::{Form, Pos};

/// How far behind "but" the verb of its clause is looked for, in words.
const SUBJECT: usize = 12;

/// Verbs that take an object and what it is called, and no clause.
const CALLING: &[&str] = &["called", "calls", "dubbed", "described", "describes", "branded", "labelled", "labeled"];

/// What shows that something else is the case.
const EVIDENCE: &[&str] = &[
    "data",
    "documents",
    "emails",
    "evidence",
    "figures",
    "files",
    "footage",
    "images",
    "letters",
    "minutes",
    "photographs",
    "photos",
    "pictures",
    "recordings",
    "records",
    "statistics",
    "video",
    "videos",
];

/// Ends contents where the outlet or somebody else contradicts them, and at the verb of the sentence around them.
pub(super) fn end_before(analysis: &Analysis, links: &mut [Link]) {
    let mut denied: Vec<(usize, Run)> = Vec::new();
    for link in links.iter_mut() {
        let Some(cue) = link.cue else { continue };
        let relative = relative_before(analysis, cue);
        let calls = (cue.0..cue.1).any(|i| analysis.is_one_of(i, CALLING));
        let Some(run) = link.contents.last_mut().filter(|run| run.0 >= cue.1) else { continue };
        let outside = |i: usize| analysis.quoted[i] == state::OUT;
        let limit = analysis.sentence_at(run.0).1.min(run.1);
        let ends = |&i: &usize| {
            if !outside(i) {
                return false;
            }
            let comma = analysis.is_comma(i);
            // "called it a disaster | and cut her rating"
            let other = analysis.pos[i + 1] == Pos::Verb
                && !matches!(analysis.tag(i + 1).form, Form::Gerund | Form::Participle);
            let goes_on = calls && analysis.is_one_of(i, &["and", "but"]) && other;
            goes_on
                || relative && comma && is_verb_behind(analysis, i)
                || (comma || analysis.words.of(i) == ";") && rebuts(analysis, i)
        };
        if let Some(end) = (run.0 + 1..limit).find(ends).filter(|&end| analysis.count_words((run.0, end)) > 1) {
            run.1 = end;
            denied.push((end + 1, *run));
        }
    }
    // "which | the prison service denies": what is denied is what was said.
    for link in links {
        let which = matches!(link.contents.as_slice(), [(from, to)] if *to == from + 1 && analysis.is_one_of(*from, &["which"]));
        if let Some((_, run)) = denied.iter().find(|(at, _)| which && *at == link.contents[0].0) {
            link.contents = vec![*run];
        }
    }
}

/// Whether a cue stands in a relative clause behind a comma, before the verb of its sentence.
fn relative_before(analysis: &Analysis, cue: Run) -> bool {
    let (from, _) = analysis.sentence_at(cue.0);
    let Some(who) = (from..cue.0).rev().find(|&i| analysis.is_one_of(i, &["who", "whose", "which", "whom"])) else {
        return false;
    };
    who > from
        && analysis.is_comma(who - 1)
        && !(from..who).any(|i| analysis.tag(i).is_finite())
        && !(who..cue.0).any(|i| analysis.is_comma(i))
}

/// "Okoro, who is alleged to have lied, | faces ten years": some verbs are taken for nouns.
fn is_verb_behind(analysis: &Analysis, comma: usize) -> bool {
    let next = comma + 1;
    let noun = analysis.pos[next] == Pos::Noun
        && matches!(analysis.pos[next + 1], Pos::Adp | Pos::Det | Pos::Adv | Pos::Num | Pos::Pron);
    is_verb(analysis, next) || noun
}

fn is_verb(analysis: &Analysis, i: usize) -> bool {
    matches!(analysis.pos[i], Pos::Verb | Pos::Aux) && analysis.tag(i).is_finite()
}

/// Whether a clause begins behind a mark that speaks against what stands before it.
fn rebuts(analysis: &Analysis, mark: usize) -> bool {
    let limit = analysis.sentence_at(mark).1;
    let comma = analysis.is_comma(mark);
    let but = comma && analysis.is_one_of(mark + 1, &["but", "although", "though", "while"]);
    let start = mark + 1 + usize::from(but);
    let to = limit.min(start + SUBJECT);
    let has = |(from, to): Run, words: &[&str]| (from..to).any(|i| analysis.is_one_of(i, words));
    if comma && analysis.is_one_of(start, &["which"]) {
        // "which the prison service denies", "which Lundeby has always denied"
        let denies = ["denies", "denied", "disputes", "disputed", "rejects", "rejected", "contests"];
        return (start + 2..to)
            .any(|i| analysis.is_one_of(i, &denies) && (i + 1 == limit || !analysis.form(i + 1).is_word()));
    }
    // "but doctors found lead": the tagger takes some verbs for participles.
    let told = |i: usize| i > start && analysis.is_reporting_verb(i) && analysis.pos[i - 1] == Pos::Noun;
    let verb = (start..to).find(|&i| is_verb(analysis, i) || told(i)).filter(|_| but || !comma);
    let Some(verb) = verb else { return false };
    let subject = (start, verb);
    let pronoun = matches!(analysis.pos[start], Pos::Pron) || verb == start;
    let shows = analysis.is_reporting_verb(verb) || analysis.is_one_of(verb, &["show", "shows", "showed", "found"]);
    let true_one = has(subject, &["real", "actual", "true", "correct"])
        && has(subject, &["figure", "number", "toll", "total", "sum", "date", "reason", "price", "cost"]);
    true_one || !pronoun && but && (shows && analysis.has_noun(subject) || has(subject, EVIDENCE))
}

#[cfg(test)]
mod tests {
    use super::super::testing::parts;

    #[track_caller]
    fn said(text: &str, what: &str) {
        assert_eq!(parts(text, "en").first().map(|found| found[2].as_str()), Some(what), "{text}");
    }

    #[test]
    fn what_speaks_against_a_claim_is_no_part_of_it() {
        said("The ministry said the water was safe, but doctors found lead in 14 children.", "the water was safe");
        let text = "Lundeby said there was no deal, but documents seen by the Ledger show he signed it in May.";
        said(text, "there was no deal");
        said("The report said 17 people died; the real figure is 27.", "17 people died");
        let text = "Okoro's lawyer says her client was beaten in custody, which the prison service denies.";
        let who = ["Okoro's lawyer", "the prison service"];
        let what = "her client was beaten in custody";
        assert_eq!(
            parts(text, "en").iter().map(|found| [&found[0], &found[2]]).collect::<Vec<_>>(),
            who.map(|who| [who, what])
        );
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
