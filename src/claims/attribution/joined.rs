//! Sentences with two verbs of which the tagger saw one, in English: a second cue inside a content, and a main clause that a
//! cue in the clause before it swallowed.

use super::analysis::{Analysis, state};
use super::linking::Link;
use super::repair::is_verb_of_saying;
use crate::learn::form::Shape;
use crate::text::pos::{Form, Pos};

/// "said that ... and warned that ...", "said ..., later warning that ...": a second reporting verb inside a content begins an
/// attribution of the same source.
pub(crate) fn split_conjoined(analysis: &Analysis, links: &mut Vec<Link>) {
    let mut more = Vec::new();
    for link in links.iter_mut().filter(|link| link.cue.is_some_and(|cue| is_verb_of_saying(analysis, cue))) {
        let Some(last) = link.contents.last_mut() else { continue };
        // Where the verb stands that a conjunction or a comma at word `i` brings in.
        let verb = |i: usize| match analysis.form(i).shape {
            Shape::Comma => {
                let at = i + 1 + usize::from(analysis.pos[i + 1] == Pos::Adv);
                (analysis.tag(at).form == Form::Gerund).then_some(at)
            }
            _ => matches!(analysis.words.of(i), "and" | "but").then_some(i + 1),
        };
        let conjoined = (last.0 + 1..last.1.saturating_sub(4)).find_map(|i| {
            let at = verb(i)?;
            let fits = (i..at + 2).all(|i| analysis.quoted[i] == state::OUT)
                && analysis.candidate[at]
                && analysis.pos[at] == Pos::Verb
                && analysis.words.of(at + 1) == "that";
            fits.then_some((i, at))
        });
        if let Some((comma, at)) = conjoined {
            more.push(Link {
                source: link.source,
                cue: Some((at, at + 1)),
                contents: vec![(at + 1, last.1)],
                inherited: true,
                ..Link::default()
            });
            last.1 = comma;
        }
    }
    links.append(&mut more);
    links.sort_by_key(|link| link.contents.first().map_or(0, |run| run.0));
}

/// "As the talks concluded on 12 January, Ann Berg, the chair, has warned of “a risk”": what stands behind the clause that the
/// sentence opens with is no content of its verb, but reports in its own right.
pub(crate) fn main_clause(analysis: &Analysis, link: &mut Link) {
    let (Some(cue), [(from, to)]) = (link.cue, link.contents.as_slice()) else { return };
    let (from, to) = (*from, *to);
    let (start, _) = analysis.sentence(analysis.sentence_of[cue.0] as usize);
    let opens = matches!(analysis.words.of(start), "As" | "After" | "When" | "While" | "Since" | "Once");
    let comma = |i: &usize| analysis.form(*i).shape == Shape::Comma && analysis.quoted[*i] == state::OUT;
    if !opens || from < cue.1 || (start..cue.0).any(|i| comma(&i)) {
        return;
    }
    let Some(after) = (from.saturating_sub(1)..to).find(comma) else { return };
    let verb =
        |i: usize| matches!(analysis.pos[i], Pos::Verb | Pos::Aux | Pos::Adv) && analysis.quoted[i] == state::OUT;
    let Some(at) = (after + 1..to.saturating_sub(3)).find(|&i| {
        let told = analysis.words.of(i + 1) == "that" || analysis.quoted[i + 1..i + 4].contains(&state::OPEN);
        analysis.candidate[i] && analysis.pos[i] == Pos::Verb && told && analysis.quoted[i] == state::OUT
    }) else {
        return;
    };
    let head = (after + 1..at).rev().take_while(|&i| verb(i)).last().unwrap_or(at);
    let name = |from: usize, to: usize| {
        let capitals = (from..to).filter(|&i| analysis.pos[i] == Pos::Propn).count();
        from < to && capitals + 1 >= to - from && analysis.form(from).is_capital()
    };
    // The source is the name before its apposition, or the last phrase before the verb.
    let bounds: Vec<usize> = (after..head).filter(comma).collect();
    let named = bounds.windows(2).find(|pair| name(pair[0] + 1, pair[1])).map(|pair| pair[0] + 1);
    let source = named.or(bounds.last().map(|last| last + 1)).filter(|&source| source < head);
    if let Some(source) = source {
        link.source = Some((source, head));
        link.cue = Some((head, at + 1));
        link.contents = vec![(at + 1, to)];
        link.inherited = false;
    }
}
