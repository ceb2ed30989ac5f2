//! What has the form of an attribution and reports nobody's words, in English: what the reader does, silence on a
//! request, verbs of seeming and of handling things with a mere object, slogans repeated between marks.

use std::cell::LazyCell;
use std::collections::HashMap;

use super::restored::drop_and_restore;
use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::linking::{Link, Run, is_quoted};
use crate::claims::types::Act;
use crate::text::pos::{Form, Pos};

/// How many words a slogan has at most.
const SLOGAN: usize = 8;

/// Verbs that report with a clause or a quotation, and with a mere object do something else.
pub(super) const HANDLES: &[&str] = &[
    "see",
    "sees",
    "saw",
    "seen",
    "post",
    "posts",
    "posted",
    "talk",
    "talked",
    "talking",
    "refer",
    "refers",
    "referred",
    "gather",
    "gathered",
    "open",
    "opened",
    "reflect",
    "reflects",
    "reflected",
    "perform",
    "performed",
    "use",
    "used",
    "lay",
    "laid",
    "offer",
    "offers",
    "offered",
    "boast",
    "boasts",
    "boasted",
    "have",
    "has",
    "had",
    "support",
    "supports",
    "supported",
    "brand",
    "branding",
    "record",
    "recorded",
    "recording",
    "using",
    "knocking",
    "allow",
    "allows",
    "allowed",
    "allowing",
];

/// Verbs of how things look to the writer.
const SEEMS: &[&str] = &["seem", "seems", "seemed", "tend", "tends", "tended", "struggle", "struggles", "struggled"];

/// Drops what reports nobody's words.
pub(crate) fn drop_doubtful(analysis: &Analysis, links: &mut Vec<Link>) {
    let said = LazyCell::new(|| repeated(analysis));
    drop_and_restore(analysis, links, |link| match link.cue {
        Some(cue) => !is_doubtful(analysis, link, cue),
        None => !is_slogan(analysis, link, &said),
    });
}

/// Whether a cue reports nobody's words there.
pub(crate) fn is_doubtful(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    is_reader(analysis, link)
        || is_silence(analysis, link, cue)
        || is_deed(analysis, link, cue)
        || is_due(analysis, link, cue)
        || is_manner(analysis, link, cue)
        || is_beginning(analysis, link, cue)
        || is_done_by(analysis, link, cue)
        || is_named_before(analysis, link, cue)
        || is_preposition(analysis, cue)
        || is_stranded(analysis, link, cue)
        || is_told_about(analysis, link, cue)
        || is_relative(analysis, link, cue)
}

/// "which Norland has refused to bow down to": what ends in a preposition has its object elsewhere.
fn is_stranded(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let [(from, to)] = link.contents.as_slice() else { return false };
    let stranded = matches!(analysis.words.of(to - 1), "to" | "with" | "from" | "of" | "for");
    *from >= cue.1 && analysis.words.of(*from) == "to" && stranded && analysis.is_plain((*from, *to))
}

/// "The demands that they are talking about | are far from met": behind a cue that ends in a preposition the sentence goes on.
fn is_told_about(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let first = link.start();
    let goes_on = matches!(analysis.words.of(first), "is" | "are" | "was" | "were" | "has" | "have" | "had");
    let stranded = matches!(analysis.words.of(cue.1 - 1), "about" | "of" | "for" | "to" | "on");
    first == cue.1 && goes_on && stranded && analysis.is_plain((first, first + 1))
}

/// "can invite any town | that can contribute": a relative clause describes the object of a demand, and nobody demands it.
fn is_relative(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let first = link.start();
    let demands = (cue.0..cue.1).any(|i| analysis.does(i, Act::Demand));
    let describes = first > cue.1
        && analysis.words.of(first) == "that"
        && matches!(analysis.pos[first - 1], Pos::Noun | Pos::Propn)
        && analysis.pos[first] == Pos::Pron
        && analysis.tag(first + 1).is_finite();
    demands && describes
}

/// "the talks between the union and | the port concluded": a name joined to the source before its verb is not what somebody says.
fn is_named_before(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let Some(source) = link.source.filter(|source| source.1 <= cue.0 && source.0 > 0) else { return false };
    let joined = matches!(analysis.words.of(source.0 - 1), "and" | "or");
    let named = |&run: &Run| run.1 < source.0 && analysis.is_plain(run) && !analysis.has_finite(run);
    joined && link.contents.iter().all(named)
}

/// "the talks regarding the border": a preposition that looks like a verb.
fn is_preposition(analysis: &Analysis, (from, _): Run) -> bool {
    matches!(analysis.words.of(from), "regarding" | "concerning")
        && !(from > 0 && matches!(analysis.pos[from - 1], Pos::Aux | Pos::Adv))
}

/// "began to impose himself": what somebody sets about is no word of his.
fn is_beginning(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let first = link.start();
    let begins = matches!(
        analysis.words.of(cue.1 - 1),
        "began" | "begin" | "begins" | "started" | "starts" | "continued" | "continues"
    );
    begins && first == cue.1 && analysis.words.of(first) == "to"
}

/// "the deal announced Wednesday by the leaders": a participle with its agent describes what stands before it.
fn is_done_by(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let first = link.start();
    let by = first + usize::from(analysis.words.of(first).ends_with("day"));
    let before = link.source.is_some_and(|source| source.1 == cue.0);
    before && first == cue.1 && analysis.words.of(by) == "by" && analysis.quoted[first] == state::OUT
}

/// "you should see a change": the reader is told of, and does not speak.
fn is_reader(analysis: &Analysis, link: &Link) -> bool {
    link.source.is_some_and(|(from, to)| {
        to - from == 1 && analysis.lower(from) == "you" && analysis.quoted[from] == state::OUT
    })
}

/// "did not immediately respond to a request for comment".
fn is_silence(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let Some(&(from, to)) = link.contents.first() else { return false };
    let silent =
        (cue.0..cue.1).any(|i| matches!(analysis.lower(i).as_str(), "not" | "n't" | "n’t" | "didn't" | "didn’t"));
    let answer =
        (cue.0..cue.1).any(|i| matches!(analysis.lower(i).as_str(), "respond" | "reply" | "answer" | "return"));
    let asked = (from..to.min(from + 10))
        .any(|i| matches!(analysis.lower(i).as_str(), "request" | "requests" | "comment" | "calls" | "questions"));
    silent && answer && asked
}

/// "must also pledge not to expand", "will support the growth": what is due or yet to come, nobody has said.
fn is_due(analysis: &Analysis, link: &Link, (from, to): Run) -> bool {
    let due = |i: usize| {
        matches!(analysis.words.of(i), "must" | "should" | "shall" | "will" | "’ll" | "'ll")
            && analysis.pos[i] == Pos::Aux
    };
    let before = from.checked_sub(1).filter(|&at| analysis.sentence_of[at] == analysis.sentence_of[from]);
    (before.into_iter().chain(from..to)).any(due) && link.contents.iter().all(|&run| analysis.is_plain(run))
}

/// "would respond as well", "would respond similarly": what follows the verb says how.
fn is_manner(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let first = link.start();
    let (word, next) = (analysis.words.of(first), analysis.words.of(first + 1));
    let well = word == "as" && next == "well" || word == "in" && next == "kind";
    first >= cue.1 && (well || matches!(word, "similarly" | "accordingly" | "likewise"))
}

/// A verb of seeming, or a verb of handling things with a mere object that nobody quotes.
fn is_deed(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let mut verbs = (cue.0..cue.1).filter(|&i| analysis.pos[i] == Pos::Verb || analysis.candidate[i]).peekable();
    if verbs.peek().is_none() || link.contents.iter().any(|&run| run.0 < cue.0) {
        return false;
    }
    if !analysis.is_plain(cue) || !link.contents.iter().all(|&run| analysis.is_plain(run)) {
        return false;
    }
    let seems = verbs.clone().any(|i| analysis.is_one_of(i, SEEMS));
    let handles = || verbs.clone().all(|i| analysis.is_one_of(i, HANDLES));
    seems || handles() && link.contents.iter().all(|&run| is_object(analysis, run))
}

/// Whether a run is a noun phrase, as the judge has learned it; [`super::handled::is_object`] sees more.
fn is_object(analysis: &Analysis, (from, to): Run) -> bool {
    const OPENS: &[&str] =
        &["that", "which", "who", "where", "when", "because", "whether", "how", "what", "why", "if", "to"];
    let opens = |i: usize| analysis.is_one_of(i, OPENS);
    let verb = (from..to).find(|&i| matches!(analysis.pos[i], Pos::Verb | Pos::Aux)).unwrap_or(to);
    let noun = analysis.has_noun((from, verb));
    noun && !opens(from) && (verb == to || (from..verb).any(opens) || analysis.tag(verb).form == Form::Participle)
}

/// How often the words of each short quotation stand between marks, by their letters.
fn repeated(analysis: &Analysis) -> HashMap<String, usize> {
    let mut said = HashMap::new();
    for quote in &analysis.quotes {
        let from = analysis.words.at(quote.inner.start);
        let to = analysis.words.words.partition_point(|word| word.span.start < quote.inner.end);
        if from < to && to - from <= 2 * SLOGAN {
            *said.entry(letters(analysis, (from, to))).or_insert(0) += 1;
        }
    }
    said
}

fn letters(analysis: &Analysis, (from, to): Run) -> String {
    (from..to).filter(|&i| analysis.form(i).is_word()).map(|i| analysis.lower(i)).collect::<Vec<_>>().join(" ")
}

/// "“We are ready.”" that nobody is said to say, here and elsewhere in the text: a title, a motto.
fn is_slogan(analysis: &Analysis, link: &Link, said: &HashMap<String, usize>) -> bool {
    let [run] = link.contents.as_slice() else { return false };
    let words = analysis.count_words(*run);
    link.source.is_none()
        && words <= SLOGAN
        && is_quoted(analysis, *run)
        && said.get(&letters(analysis, *run)).is_some_and(|&times| times > 1)
}
