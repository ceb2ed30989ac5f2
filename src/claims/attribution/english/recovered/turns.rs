//! The turns of transcripts and interviews, in English: "HART: Will the bridge open?", "The Ledger: Will it open?", each with its speaker
//! and a colon at the head of its line.

use std::collections::HashSet;

use super::headlines::is_label;
use crate::claims::attribution::analysis::{Analysis, NONE};
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::speakers::is_first_name;
use crate::learn::form::Shape;

/// The fewest turns of a transcript: one word in capitals is a label as well, a name of several hardly is.
const TURNS: usize = 3;
const FEWEST: usize = 2;

/// The most words of a label.
const LABEL: usize = 6;

/// What one says, with his label and its colon.
struct Turn {
    source: Run,
    cue: Run,
    contents: Vec<Run>,
}

/// Gives the lines of a transcript to those that speak them.
pub(crate) fn attribute(analysis: &Analysis, links: &mut Vec<Link>) {
    let upper = |i: usize| analysis.form(i).shape == Shape::Upper || analysis.words.of(i) == ".";
    let capital = |i: usize| upper(i) || analysis.form(i).is_capital() && analysis.form(i).shape != Shape::Number;
    let loud = turns(analysis, upper);
    let titled = loud.iter().all(|turn| turn.source.1 > turn.source.0 + 1);
    let fewest = if titled { FEWEST } else { TURNS };
    if loud.len() >= fewest && are_spoken(analysis, &loud) {
        return give(links, loud);
    }
    let named = turns(analysis, capital);
    if named.len() >= FEWEST && are_spoken(analysis, &named) && is_interview(analysis, &named) {
        give(links, named);
    }
}

fn turns(analysis: &Analysis, of_label: impl Fn(usize) -> bool) -> Vec<Turn> {
    let words = &analysis.words.words;
    let quote = |i: usize| analysis.form(i).shape == Shape::Quote;
    let mut turns: Vec<Turn> = Vec::new();
    for paragraph in analysis.words.paragraphs() {
        let first = paragraph.clone().find(|&i| !quote(i)).unwrap_or(paragraph.end);
        let inside = first < paragraph.end && (analysis.quote[first] != NONE || first > paragraph.start);
        let colon = (first..paragraph.end.min(first + LABEL)).find(|&i| !of_label(i));
        let labelled = colon.filter(|&colon| {
            let long = (first..colon).any(|i| analysis.words.of(i).chars().count() > 1);
            long && analysis.form(colon).shape == Shape::Colon && !is_label(analysis, (first, colon))
        });
        let last = paragraph.clone().rev().find(|&i| !quote(i)).map_or(paragraph.end, |last| last + 1);
        if let Some(colon) = labelled.filter(|colon| colon + 1 < last) {
            let contents = vec![(colon + 1, last)];
            turns.push(Turn { source: (first, colon), cue: (colon, colon + 1), contents });
        } else if let Some(turn) = turns.last_mut().filter(|_| inside && first < last) {
            // A quotation that goes on: what nobody else says there.
            let before = turn.contents.last().map_or(turn.cue.0, |run| run.0);
            if words[first].paragraph == words[before].paragraph + 1 && analysis.form(first).is_word() {
                turn.contents.push((first, last));
            }
        }
    }
    turns
}

/// "PRICE: $30": a list has labels as well, but no sentences.
fn are_spoken(analysis: &Analysis, turns: &[Turn]) -> bool {
    let spoken = turns.iter().filter(|turn| {
        let sentence = |run: &Run| analysis.form(run.1 - 1).shape == Shape::Stop && analysis.has_finite(*run);
        turn.contents.first().is_some_and(sentence)
    });
    2 * spoken.count() > turns.len()
}

/// Whether one asks and another one, with a first name, answers.
fn is_interview(analysis: &Analysis, turns: &[Turn]) -> bool {
    let asks = |turn: &&Turn| turn.contents.last().is_some_and(|run| analysis.words.of(run.1 - 1) == "?");
    let hash = |i: usize| analysis.form(i).hash;
    let first = |turn: &Turn| is_first_name("en", hash(turn.source.0), analysis.words.of(turn.source.0));
    let last = |turn: &Turn| hash(turn.source.1 - 1);
    let asking: HashSet<u64> = turns.iter().filter(asks).map(last).collect();
    let answers = |turn: &Turn| turn.source.1 > turn.source.0 + 1 && first(turn) && !asking.contains(&last(turn));
    !asking.is_empty() && turns.iter().any(answers)
}

fn give(links: &mut Vec<Link>, turns: Vec<Turn>) {
    for Turn { source, cue, contents } in turns {
        let taken = |run: &Run| contents.iter().any(|turn| run.0 < turn.1 && turn.0 < run.1) || run.0 == source.0;
        for link in links.iter_mut().filter(|link| link.cue.is_none() || link.cue == Some(cue)) {
            link.contents.retain(|run| !taken(run));
        }
        links.push(Link { source: Some(source), cue: Some(cue), contents, ..Link::default() });
    }
    links.retain(|link| !link.contents.is_empty());
    links.sort_by_key(Link::start);
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::parts;

    fn turns(text: &str) -> Vec<[String; 3]> {
        parts(text, "en").into_iter().filter(|found| found[1] == ":" && !found[0].is_empty()).collect()
    }

    #[test]
    fn an_interview_has_a_name_that_answers() {
        let text = "The Ledger: How many ferries will you buy?\nAnna Holt: We will buy nine ferries by 2030. We have the money.";
        let found = turns(text);
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!([&found[1][0], &found[1][2]], ["Anna Holt", "We will buy nine ferries by 2030. We have the money."]);
        for text in [
            "Opening hours: We open at nine.\nTickets: They cost 4 euros.",
            "Cast: Anna Holt plays the queen.\nMusic: Paul Dorn wrote it.",
        ] {
            assert!(turns(text).is_empty(), "{text} {:?}", turns(text));
        }
    }

    #[test]
    fn two_turns_of_titled_names_make_a_transcript() {
        let text =
            "SEN. ANNA HOLT: No. I will not close the port.\nGOV. PAUL DORN: That is false. She voted for it twice.";
        let found = turns(text);
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!(found[0][2], "No. I will not close the port.");
        assert_eq!(found[1][2], "That is false. She voted for it twice.");
    }
}
