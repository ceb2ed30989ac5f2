//! What has a word of telling and tells nothing, in English: silence ("said nothing about the fire"), doubts in the air ("Doubts remain
//! about whether"), words that somebody has given ("a warning that officers had given"), and what the reader is asked to say.

use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::lexicon::Part;
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::speakers::is_document;
use crate::claims::types::Act;
use crate::text::pos::{Form, Pos};

/// The longest clause that describes a noun, in words.
const CLAUSE: usize = 14;

/// What is done with words that are given, kept and lost; they are the object of these verbs in a clause that describes them.
const GIVEN: &[&str] = &[
    "given",
    "gave",
    "made",
    "issued",
    "sent",
    "raised",
    "written",
    "wrote",
    "received",
    "published",
    "released",
    "filed",
    "heard",
    "commissioned",
    "submitted",
    "delivered",
    "signed",
    "requested",
    "brought",
    "held",
    "left",
    "got",
    "lodged",
];

/// What leads an appeal to the reader.
const JUST: &[&str] = &["just", "simply", "please"];

/// Whether an attribution tells nothing.
pub(crate) fn is_untold(analysis: &Analysis, link: &Link) -> bool {
    let Some(cue) = link.cue.filter(|&cue| analysis.is_plain(cue)) else { return false };
    let plain = link.contents.iter().all(|&run| analysis.is_plain(run));
    is_asked(analysis, link, cue)
        || plain
            && (is_silence(analysis, link, cue) || is_in_the_air(analysis, link, cue) || is_given(analysis, link, cue))
}

/// "said | nothing about the fire", "Neither of them said | anything about it", "said little about | the plan".
fn is_silence(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let &[(from, to)] = link.contents.as_slice() else { return false };
    let about = |i: usize| analysis.is_one_of(i, &["about", "of", "on", "regarding"]);
    let says = |i: usize| analysis.is_one_of(i, &["say", "says", "said", "saying"]);
    if from < cue.1 || !(cue.0..cue.1).any(says) {
        return false;
    }
    let little = |i: usize| analysis.is_one_of(i, &["nothing", "little"]);
    // "said little about | the plan"
    let inside = cue.1 >= cue.0 + 3 && about(cue.1 - 1) && little(cue.1 - 2) && says(cue.1 - 3);
    let ends = to == from + 1 || about(from + 1);
    let behind = from == cue.1 && says(cue.1 - 1) && ends && !analysis.has_finite((from, to));
    let negated = || {
        let (start, _) = analysis.sentence_at(cue.0);
        let first = link.source.map_or(cue.0, |source| source.0).max(start);
        // Of "neither of them" the source may be the last part alone.
        let first = if analysis.is_one_of(start, &["neither"]) { start } else { first };
        let no =
            |i: usize| analysis.is_one_of(i, &["neither", "nobody", "no", "none", "not", "n't", "never", "didn't"]);
        (first..cue.1).any(no)
    };
    inside || behind && (little(from) || analysis.is_one_of(from, &["anything"]) && negated())
}

/// "Doubts | remain about | whether the dam is safe": nobody is said to have them, and no verb reports.
fn is_in_the_air(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let Some((from, to)) = link.source.filter(|source| source.1 <= cue.0) else { return false };
    let held = |i: usize| {
        let noun = analysis.lexicon[i].filter(|entry| entry.part == Part::Noun || analysis.pos[i] == Pos::Noun);
        noun.is_some_and(|entry| {
            let told = analysis.is_one_of(i, &["rumours", "rumors", "speculation"]);
            told || matches!(entry.act, Act::Ask | Act::Believe | Act::Warn | Act::Accuse | Act::Demand | Act::Deny)
        })
    };
    let owned = (from..to)
        .any(|i| matches!(analysis.words.of(i), "'s" | "’s" | "'" | "’" | "of" | "by") || analysis.pos[i] == Pos::Pron);
    let adjectives = (from..to - 1).all(|i| matches!(analysis.pos[i], Pos::Adj | Pos::Det | Pos::Num));
    let last = analysis.words.of(to - 1);
    let many = last.ends_with('s') || last == "criticism" || last == "speculation";
    let reports = (cue.0..cue.1).any(|i| analysis.is_reporting_verb(i));
    // "Polls showed": what is written reports, whatever its verb is.
    let written = is_document("en", analysis.form(to - 1).hash, last);
    let first = link.start();
    let topic = first >= cue.1
        && analysis.is_one_of(first, &["whether", "how", "what", "who", "why", "if", "when", "where"])
        && analysis.is_one_of(first - 1, &["about", "over", "on", "around", "as", "to"]);
    many && held(to - 1) && !owned && adjectives && !reports && !written && topic
}

/// "hid a warning | that officers had given in May": the clause describes the words, and tells nothing of what they are.
fn is_given(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let &[(from, to)] = link.contents.as_slice() else { return false };
    let noun = from == cue.1 && analysis.pos[from - 1] == Pos::Noun && analysis.is_one_of(from, &["that", "which"]);
    if !noun || to > from + CLAUSE {
        return false;
    }
    let Some(verb) = (from + 2..to).find(|&i| analysis.pos[i] == Pos::Verb) else { return false };
    let subject = (from + 1..verb).take_while(|&i| analysis.is_nominal(i)).count();
    let auxiliaries = (from + 1 + subject..verb).all(|i| matches!(analysis.pos[i], Pos::Aux | Pos::Adv));
    // "had given | them orders": a verb with an object of its own describes nothing.
    let open = verb + 1 >= to || matches!(analysis.pos[verb + 1], Pos::Adp | Pos::Adv | Pos::Punct);
    subject > 0 && auxiliaries && open && analysis.is_one_of(verb, GIVEN)
}

/// "just | say | “play the news”", "To vote, | just say “yes”": the reader is asked to say so.
fn is_asked(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let (start, _) = analysis.sentence_at(cue.0);
    let base = |i: usize| {
        let tag = analysis.tag(i);
        tag.pos == Pos::Verb && matches!(tag.form, Form::Base | Form::Present) && !analysis.words.of(i).ends_with('s')
    };
    // The tagger may take the purpose before the comma for the cue.
    let purpose = cue.0 == start && analysis.is_one_of(start, &["to"]) && analysis.is_comma(cue.1);
    let verb = match purpose {
        true => cue.1 + 1,
        false => match (cue.0..cue.1).find(|&i| analysis.pos[i] == Pos::Verb) {
            Some(verb) => verb,
            None => return false,
        },
    };
    let led = |i: usize| analysis.is_one_of(i, JUST) || analysis.pos.get(i) == Some(&Pos::Adv);
    let first = (start..verb).rev().take_while(|&i| led(i)).last().unwrap_or(verb);
    let end = if purpose { verb + (verb..verb + 3).take_while(|&i| led(i)).count() } else { verb };
    let just = (first..end).any(|i| analysis.is_one_of(i, JUST));
    let opens = first == start || matches!(analysis.words.of(first - 1), ":" | ",");
    let alone = link.source.is_none_or(|source| source.1 < first && analysis.words.of(first - 1) == ":");
    just && opens && alone && analysis.quoted[end.min(analysis.len() - 1)] == state::OUT && base(end)
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::parts;

    #[test]
    fn plain_narration_has_no_attribution() {
        for text in include_str!("data/narrated.txt").lines() {
            assert!(parts(text, "en").is_empty(), "{text} {:?}", parts(text, "en"));
        }
    }

    #[test]
    fn what_somebody_says_in_such_words_stays() {
        for text in include_str!("data/reported.txt").lines() {
            assert!(!parts(text, "en").is_empty(), "{text}");
        }
    }
}
