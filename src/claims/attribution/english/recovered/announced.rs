//! Who opens an English text or paragraph and announces something, where the tagger saw nobody: "BOSTON, Jan. 12 -- Corvane Therapeutics,
//! Inc. (NASDAQ: CRVN), a maker of drugs, today announced that ...".

use crate::claims::attribution::analysis::Analysis;
use crate::claims::attribution::english::sources::unseen::is_passive;
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::furniture::Furniture;
use crate::learn::form::Shape;
use crate::text::pos::{Form, Pos};

/// The most words from the head of a paragraph to the verb of its first sentence.
const FAR: usize = 70;

/// The most words of a name, and of what brackets hold behind it.
const NAME: usize = 9;

/// The most letters of a legal form: "Inc", "GmbH".
const FORM: usize = 5;

/// Gives verbs of reporting without a subject, or with what describes it alone, the name that opens their paragraph.
pub(crate) fn attribute(analysis: &Analysis, furniture: &Furniture, links: &mut [Link]) {
    for link in links.iter_mut() {
        let Some(cue) = link.cue.filter(|cue| analysis.is_plain(*cue)) else { continue };
        // Behind an apposition the tagger takes the past for a participle.
        let bent = |i: usize| matches!(analysis.tag(i).form, Form::Past | Form::Present | Form::Participle);
        let reports = (cue.0..cue.1).any(|i| analysis.is_reporting_verb(i) && bent(i));
        let behind = link.contents.iter().all(|run| run.0 >= cue.1);
        // "a gold producer, | announced": what a comma closes describes who stands before it; "Orbel today | announced" holds a day.
        let described = |(from, end): Run| {
            let apposed = end < cue.0 && analysis.is_comma(end) && analysis.pos[from] != Pos::Pron;
            from < end && end <= cue.0 && (is_day(analysis, end - 1) || apposed)
        };
        if !reports || !behind || is_passive(analysis, cue) || !link.source.is_none_or(described) {
            continue;
        }
        let paragraph = analysis.words.words[cue.0].paragraph;
        let near = cue.0.saturating_sub(FAR)..cue.0;
        let head = near.rev().take_while(|&i| analysis.words.words[i].paragraph == paragraph).last();
        let Some(head) = head.filter(|&head| head == 0 || analysis.words.words[head - 1].paragraph != paragraph) else {
            continue;
        };
        let first = analysis.words.at(furniture.behind_dateline(analysis.words.words[head].span.start)).max(head);
        let Some(source) = subject(analysis, first, cue.0) else { continue };
        if link.source.is_some_and(|known| known.0 < source.1 && !is_day(analysis, known.1 - 1)) {
            continue;
        }
        link.source = Some(source);
        link.inherited = false;
        // "announced today | the results": when it was announced is no part of them.
        if let Some(run) = link.contents.first_mut()
            && run.0 == cue.1
            && is_day(analysis, run.0)
            && run.0 + 1 < run.1
            && !analysis.form(run.0 + 1).is_capital()
        {
            run.0 += 1;
        }
    }
}

fn is_day(analysis: &Analysis, i: usize) -> bool {
    let word = analysis.words.of(i);
    word.ends_with("day") && (word == "today" || analysis.form(i).is_capital())
}

/// The name that begins at a word, if nothing stands between it and the verb but its legal form, brackets, what describes it and a day.
fn subject(analysis: &Analysis, first: usize, verb: usize) -> Option<Run> {
    let capital = |i: usize| {
        i < verb && analysis.pos[i] != Pos::Pron && analysis.form(i).is_capital() && analysis.form(i).is_word()
    };
    let joins = |i: usize| analysis.is_one_of(i, &["&", "of", "and", "for", "the"]) && capital(i + 1);
    let mut end = first;
    while end < first + NAME && (capital(end) || end > first && joins(end)) && !is_day(analysis, end) {
        end += 1;
    }
    if end == first
        || end == first + 1 && !matches!(analysis.pos[first], Pos::Propn | Pos::Noun)
        || !analysis.has_noun((first, end))
    {
        return None;
    }
    // "Corvane Therapeutics, Inc."
    let form = |i: usize| capital(i) && analysis.words.of(i).chars().count() <= FORM;
    let legal = analysis.is_comma(end) && form(end + 1) && !is_day(analysis, end + 1);
    let mut at = end + if legal { 2 } else { 0 };
    at += usize::from(analysis.words.of(at) == ".");
    while analysis.form(at).shape == Shape::Bracket {
        at = (at + 1..verb.min(at + NAME)).find(|&i| analysis.form(i).shape == Shape::Bracket)? + 1;
    }
    let small =
        |i: usize| analysis.pos[i] == Pos::Adv || is_day(analysis, i) || analysis.is_one_of(i, &["has", "have", "had"]);
    let edge = (at..verb).rev().take_while(|&i| small(i)).last().unwrap_or(verb);
    // "..., a maker of drugs for the young, | announced": all up to the last comma.
    let described = edge > at + 1 && analysis.is_comma(at) && analysis.is_comma(edge - 1);
    let apposed = || {
        let relative = analysis.is_one_of(at + 1, &["which", "who"]);
        let nominal = matches!(analysis.pos[at + 1], Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn | Pos::Num);
        relative || nominal && (at + 1..edge).filter(|&i| analysis.tag(i).is_finite()).count() <= 1
    };
    (at == edge || described && apposed()).then_some((first, end))
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::parts;

    fn source(text: &str) -> String {
        parts(text, "en").into_iter().next().map_or(String::new(), |[source, _, _]| source)
    }

    #[test]
    fn who_opens_a_press_release_announces() {
        for (text, name) in [
            (
                "LONDON, March 4, 2026 \u{2014} Orbel Foods today announced that it would close two plants.",
                "Orbel Foods",
            ),
            ("Orbel Foods today announced that it would close two plants.", "Orbel Foods"),
            (
                "BOSTON, Jan. 12, 2026 /Wirehouse One/ -- Halvane Therapeutics, Inc. (NASDAQ: HLVN), a clinical-stage company, today \
                 announced that its trial had met its goal.",
                "Halvane Therapeutics",
            ),
            (
                "DENVER, Feb. 3, 2026 (WIREHOUSE TWO) -- Gorse Mining Corp. (TSX: GRS), a gold producer, announced today \
                 that its first drill had hit rock.",
                "Gorse Mining Corp",
            ),
        ] {
            assert_eq!(source(text).trim_end_matches('.'), name, "{text}");
        }
    }

    #[test]
    fn who_does_something_else_announces_nothing() {
        let text = "Orbel Foods closed two plants after the council had announced that it would raise the rent.";
        assert_ne!(source(text), "Orbel Foods");
        assert_ne!(source("Orbel Foods is accused of raising the rent."), "Orbel Foods");
    }
}
