//! Two authorities in one English sentence: "According to Brandt the damage was 3 million, according to Finch it was 5 million". Each
//! says what stands behind it.

use std::collections::HashMap;

use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::english::grammar::SOURCE;
use crate::claims::attribution::linking::{Link, Run};

/// The most authorities of a sentence that are looked at.
const MOST: usize = 6;

/// An authority at the head of what it says.
struct Head {
    at: usize,
    source: Run,
    /// Where what it says begins.
    start: usize,
}

/// Gives each of several authorities of a sentence its own words.
pub(crate) fn split_sources(analysis: &Analysis, links: &mut Vec<Link>) {
    let (mut more, mut alone) = (Vec::new(), HashMap::new());
    let mut i = 0;
    while i < analysis.len() {
        let (from, to) = analysis.sentence_at(i);
        if analysis.words.of(i) == "According" && i == from {
            let heads: Vec<Head> = (from..to).filter_map(|at| head(analysis, at)).take(MOST).collect();
            match heads.as_slice() {
                [head] if head.at == from => drop(alone.insert(head.at, (head.source, head.start))),
                [first, _, ..] if first.at == from => split(analysis, links, &heads, to, &mut more),
                _ => {}
            }
            i = to;
        } else {
            i += 1;
        }
    }
    if !alone.is_empty() {
        name_sources(links, &alone);
    }
    if !more.is_empty() {
        links.append(&mut more);
        links.sort_by_key(Link::start);
    }
}

/// "According to Tessa | the price will rise": without a comma the name was taken for the head of what it says.
fn name_sources(links: &mut [Link], alone: &HashMap<usize, (Run, usize)>) {
    for link in links.iter_mut().filter(|link| link.source.is_none()) {
        let Some(&(source, start)) = link.cue.and_then(|cue| alone.get(&cue.0)) else { continue };
        if let Some(run) = link.contents.first_mut().filter(|run| run.0 == source.0 && start < run.1) {
            run.0 = start;
            link.source = Some(source);
        }
    }
}

/// The authority that word `at` brings in, at the head of a sentence or behind a comma.
fn head(analysis: &Analysis, at: usize) -> Option<Head> {
    let (from, to) = analysis.sentence_at(at);
    let led = at == from || analysis.is_comma(at - 1) || {
        let joins = matches!(analysis.words.of(at - 1), "and" | "but" | "while" | "whereas");
        joins && at >= from + 2 && analysis.is_comma(at - 2)
    };
    if !led || !analysis.is_one_of(at, &["according"]) || analysis.words.of(at + 1) != "to" || at + 3 >= to {
        return None;
    }
    let start = at + 2;
    // Up to a comma, or a name alone: behind it begins a clause.
    let stop = (start..to.min(start + SOURCE)).find(|&i| !analysis.is_of_source(i))?;
    if analysis.is_comma(stop) && stop > start && analysis.has_noun((start, stop)) {
        return Some(Head { at, source: (start, stop), start: stop + 1 });
    }
    let name = start + (start..to).take_while(|&i| analysis.form(i).is_capital()).count();
    (name > start && name < to).then_some(Head { at, source: (start, name), start: name })
}

fn split(analysis: &Analysis, links: &mut Vec<Link>, heads: &[Head], to: usize, more: &mut Vec<Link>) {
    let mut found = Vec::new();
    for (at, head) in heads.iter().enumerate() {
        let end = heads.get(at + 1).map_or(to, |next| next.at);
        // "..., and according to Finch": the conjunction is nobody's.
        let comma = (head.start..end).rev().take(2).find(|&i| analysis.is_comma(i)).filter(|_| end < to);
        let Some(last) = analysis.last_word((head.start, comma.unwrap_or(end))) else { return };
        let content = (head.start, last + 1);
        if analysis.count_words(content) < 2 || (head.at..head.start).any(|i| analysis.quoted[i] != state::OUT) {
            return;
        }
        found.push(Link {
            source: Some(head.source),
            cue: Some((head.at, head.at + 2)),
            contents: vec![content],
            ..Link::default()
        });
    }
    let authority =
        |link: &Link| link.cue.is_some_and(|cue| heads.iter().any(|head| cue.0 <= head.at && head.at < cue.1));
    links.retain(|link| !authority(link));
    more.append(&mut found);
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::parts;

    fn said(text: &str) -> Vec<[String; 2]> {
        parts(text, "en").into_iter().map(|[source, _, content]| [source, content]).collect()
    }

    #[test]
    fn each_authority_says_its_own() {
        let one = [["Brandt", "the damage was 3 million"], ["Finch", "it was 5 million"]];
        for text in [
            "According to Brandt the damage was 3 million, according to Finch it was 5 million.",
            "According to Brandt, the damage was 3 million, but according to Finch, it was 5 million.",
        ] {
            assert_eq!(said(text), one.map(|pair| pair.map(str::to_owned)), "{text}");
        }
        let text = "According to Tessa the best time to book a trip is in April.";
        assert_eq!(said(text), [["Tessa", "the best time to book a trip is in April"]]);
        let text = "According to police, 40 people were hurt, while according to the hospital, 60 people came in.";
        let found = said(text);
        assert_eq!(found.iter().map(|pair| pair[0].as_str()).collect::<Vec<_>>(), ["police", "the hospital"]);
    }
}
