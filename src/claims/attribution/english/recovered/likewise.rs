//! "As the prosecutor stated, ...", "As it was reported by the ministry, ...", "As told the deputy Ruiz, ..." at the head of an English
//! sentence: what stands behind the comma is what is said.

use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::english::contents::bounds::is_main_clause;
use crate::claims::attribution::english::grammar::SOURCE;
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::speakers::{is_document, is_somebody};
use crate::claims::types::Act;
use crate::text::pos::{Form, Pos};

/// The most words up to the comma.
const OPENING: usize = 24;

/// Who says so, by which words, and the comma behind.
struct Opening {
    source: Run,
    cue: Run,
    comma: usize,
}

/// Gives the clause behind such an opening to whoever stands in it.
pub(crate) fn add_likewise(analysis: &Analysis, links: &mut Vec<Link>) {
    let mut more = Vec::new();
    for sentence in 0..analysis.sentence_starts.len().saturating_sub(1) {
        let (from, to) = analysis.sentence(sentence);
        let Some(Opening { source, cue, comma }) = opening(analysis, from, to) else { continue };
        let Some(end) = analysis.last_word((comma, to)).map(|last| last + 1) else { continue };
        if !is_main_clause(analysis, comma + 1, end) {
            continue;
        }
        let near = links.partition_point(|link| link.contents.first().is_some_and(|run| run.1 <= from));
        let count = links.len();
        let near = near.saturating_sub(2)..count.min(near + 8);
        let inside = |link: &Link| link.cue.is_some_and(|own| own.0 >= from && own.1 <= comma);
        // Whoever closes the sentence says all of it.
        let over = |link: &Link| {
            let behind = link.cue.is_some_and(|own| own.0 > comma && own.1 <= to);
            behind && link.contents.iter().any(|run| run.0 <= comma && run.1 > from)
        };
        if links[near.clone()].iter().any(over) {
            continue;
        }
        let right =
            |link: &Link| inside(link) && link.source.is_some() && link.contents.iter().all(|run| run.0 > comma);
        if links[near.clone()].iter().any(right) {
            continue;
        }
        for link in links[near].iter_mut().filter(|link| inside(link)) {
            link.contents.clear();
        }
        more.push(Link { source: Some(source), cue: Some(cue), contents: vec![(comma + 1, end)], ..Link::default() });
    }
    links.append(&mut more);
    links.retain(|link| !link.contents.is_empty());
    links.sort_by_key(Link::start);
}

/// The opening at the head of a sentence, if there is one.
fn opening(analysis: &Analysis, from: usize, to: usize) -> Option<Opening> {
    if analysis.quoted[from] != state::OUT {
        return None;
    }
    if analysis.is_one_of(from, &["in", "by", "from"]) {
        return opinion(analysis, from, to);
    }
    if analysis.words.of(from) != "As" {
        return None;
    }
    let commas = (from + 2..to.min(from + OPENING)).filter(|&i| analysis.is_comma(i));
    let commas: Vec<usize> = commas.take(3).collect();
    let says = |i: usize| analysis.does(i, Act::Say) && analysis.pos[i] == Pos::Verb && analysis.candidate[i];
    let names = |run: Run| {
        let plain = run.0 < run.1 && run.1 - run.0 <= SOURCE && (run.0..run.1).all(|i| analysis.is_of_source(i));
        plain
            && analysis.has_noun(run)
            && !analysis.is_one_of(run.0, &["by", "in", "on", "at", "to", "for", "of", "above"])
    };
    // "As it was reported by the ministry", "As stated by the bank"
    let it = from + 1 + usize::from(analysis.is_one_of(from + 1, &["it"]));
    let verb = (it..to.min(it + 4)).find(|&i| !matches!(analysis.pos[i], Pos::Aux | Pos::Adv))?;
    let participle = matches!(analysis.tag(verb).form, Form::Participle | Form::Past);
    let first = *commas.first()?;
    if participle && says(verb) && analysis.is_one_of(verb + 1, &["by"]) {
        let source = (verb + 2, first);
        return names(source).then_some(Opening { source, cue: (it, verb + 2), comma: first });
    }
    // "As noted in the ministry"
    let first_noun = verb + 2;
    let within = participle && says(verb) && analysis.is_one_of(verb + 1, &["in", "at"]) && first_noun < first;
    if within && analysis.is_one_of(first_noun, &["the"]) && !analysis.form(first_noun + 1).is_capital() {
        let source = (first_noun, first);
        let end = analysis.lower(first - 1);
        let body = is_somebody("en", analysis.form(first - 1).hash, &end)
            || is_document("en", analysis.form(first - 1).hash, &end);
        return (names(source) && body).then_some(Opening { source, cue: (it, verb + 2), comma: first });
    }
    // "As told the deputy Ruiz"
    if verb == from + 1 && participle && says(verb) {
        let source = (verb + 1, first);
        let opens = matches!(analysis.pos[source.0], Pos::Det | Pos::Propn | Pos::Noun | Pos::Adj);
        let time = analysis.words.of(source.0).ends_with("day");
        return (opens && !time && names(source)).then_some(Opening { source, cue: (verb, verb + 1), comma: first });
    }
    // "As Ana Ruiz, the prosecutor, stated"
    let comma = *commas.iter().find(|&&comma| {
        let verb = comma - 1;
        let past = analysis.tag(verb).form == Form::Participle && analysis.pos[verb - 1] != Pos::Aux;
        says(verb) && (analysis.tag(verb).is_finite() || past)
    })?;
    let verb = comma - 1;
    let small = |i: &usize| matches!(analysis.pos[*i], Pos::Adv | Pos::Aux) || analysis.is_comma(*i);
    let end = (from + 1..verb).rev().take_while(small).last().unwrap_or(verb);
    let source = (from + 1, end);
    let described = |i: usize| analysis.is_of_source(i) || analysis.is_comma(i);
    let whole = source.0 < source.1 && (source.0..source.1).all(described) && analysis.has_noun(source);
    let subject = !matches!(analysis.pos[source.0], Pos::Adp | Pos::Adv) && source.1 - source.0 <= SOURCE;
    (whole && subject).then_some(Opening { source, cue: (verb, verb + 1), comma })
}

/// "In the opinion of the expert Ruiz, | the rate will rise", "By words of the official, | ..."
fn opinion(analysis: &Analysis, from: usize, to: usize) -> Option<Opening> {
    let noun = from + 1 + usize::from(analysis.is_one_of(from + 1, &["the"]));
    // "In view of the storm" tells why.
    let led = noun > from + 1 && analysis.is_one_of(noun, &["view", "eyes"]);
    let holds = led || analysis.is_one_of(noun, &["opinion", "words", "estimation"]);
    if !holds || !analysis.is_one_of(noun + 1, &["of"]) {
        return None;
    }
    let comma = (noun + 2..to.min(from + OPENING)).find(|&i| analysis.is_comma(i))?;
    let source = (noun + 2, comma);
    let whole = source.0 < comma && (source.0..comma).all(|i| analysis.is_of_source(i)) && analysis.has_noun(source);
    whole.then_some(Opening { source, cue: (from, noun + 2), comma })
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::parts;

    #[test]
    fn what_stands_behind_such_an_opening_is_said() {
        for (text, who, what) in [
            ("As it was reported by the ministry, 40 people were killed.", "the ministry", "40 people were killed"),
            (
                "In the opinion of the expert Viktor Lom, the rate will rise.",
                "the expert Viktor Lom",
                "the rate will rise",
            ),
            ("As noted in the ministry, the fire was put out.", "the ministry", "the fire was put out"),
            (
                "As Ana Ruiz, the prosecutor, stated, the firm was not informed.",
                "Ana Ruiz, the prosecutor",
                "the firm was not informed",
            ),
            (
                "As told the deputy Ruiz, the law will be adopted in spring.",
                "the deputy Ruiz",
                "the law will be adopted in spring",
            ),
        ] {
            let found = parts(text, "en");
            assert_eq!(found.iter().map(|found| [&found[0], &found[2]]).collect::<Vec<_>>(), [[who, what]], "{text}");
        }
    }

    #[test]
    fn when_something_happens_nobody_says_so() {
        let text = "As expected on Monday, the price of bread rose.";
        assert!(parts(text, "en").iter().all(|found| found[0].is_empty()));
    }
}
