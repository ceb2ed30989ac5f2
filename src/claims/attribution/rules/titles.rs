//! Headlines with a quotation behind a colon: "Berg nach dem Spiel: „Das war nichts“". Who speaks there is told by the article,
//! where the same words or the same name come back; a club or a building of the headline says nothing.

use std::collections::HashSet;

use crate::claims::attribution::analysis::{Analysis, NONE, state};
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::attribution::quotations::plain::words_of;
use crate::claims::speakers::is_trade;
use crate::learn::form::Shape;

/// Paragraphs among which a headline is looked for.
const FIRST: usize = 4;
/// Words before the colon of a headline at most.
const LONGEST: usize = 14;

/// Sets the sources of headlines, and adds those that were not seen.
pub(crate) fn attribute(analysis: &Analysis, code: &str, links: &mut Vec<Link>) {
    for paragraph in analysis.words.paragraphs().into_iter().take(FIRST) {
        let Some((colon, quote)) = headline(analysis, (paragraph.start, paragraph.end)) else { continue };
        let known = links.iter().position(|link| link.contents.iter().any(|run| run.0 < quote.1 && run.1 > quote.0));
        let owner = told(analysis, links, quote).or_else(|| named(analysis, links, (paragraph.start, colon)));
        let cue = Some((colon, colon + 1));
        match (known, owner) {
            (known, Some(source)) => {
                let link = Link { source: Some(source), cue, contents: vec![quote], inherited: true, parent: None };
                match known {
                    Some(at) => links[at] = link,
                    None => links.insert(links.partition_point(|link| link.start() < quote.0), link),
                }
            }
            // "Pro Vallermosa, furia Lanfranconi: «...»": only a person speaks.
            (Some(at), None) if links[at].cue == cue => {
                let trade = |i: usize| is_trade(code, analysis.form(i).hash, analysis.words.of(i));
                let person = links[at].source.is_some_and(|run| {
                    let named = run.1 == colon && (run.0..run.1).all(|i| analysis.form(i).is_capital());
                    named || (run.0..run.1).any(trade)
                });
                if !person {
                    (links[at].source, links[at].cue) = (None, None);
                }
            }
            (_, None) => {}
        }
    }
}

/// The colon and the quotation that a line without any sentence ends with.
fn headline(analysis: &Analysis, (from, to): Run) -> Option<(usize, Run)> {
    let plain = |i: usize| analysis.quoted[i] == state::OUT;
    let open = (from..to.min(from + LONGEST + 3)).find(|&i| !plain(i))?;
    let colon = open.checked_sub(1).filter(|&at| at > from && analysis.form(at).shape == Shape::Colon)?;
    let quote = words_of(analysis, analysis.quote[open] as usize).filter(|_| analysis.quote[open] != NONE)?;
    let ends = (quote.1..to).all(|i| !analysis.form(i).is_word());
    let sentence = (from..colon).any(|i| analysis.form(i).shape == Shape::Stop && analysis.words.of(i) == ".");
    (ends && !sentence && quote.1 - quote.0 >= 2 && quote.1 <= to).then_some((colon, quote))
}

/// The source of a later attribution whose words hold those of the quotation.
fn told(analysis: &Analysis, links: &[Link], quote: Run) -> Option<Run> {
    let words = |run: Run| (run.0..run.1).filter(|&i| analysis.form(i).is_word()).map(|i| analysis.form(i).hash);
    let wanted: HashSet<u64> = words(quote).collect();
    let same = |link: &Link| {
        let given: HashSet<u64> = link.contents.iter().flat_map(|&run| words(run)).collect();
        10 * wanted.intersection(&given).count() >= 7 * wanted.len()
    };
    let first = links.iter().position(|link| link.start() >= quote.1)?;
    let twin = (first..links.len().min(first + 64)).find(|&at| same(&links[at]))?;
    // Without a source of its own it has that of the attribution before it in the paragraph.
    let paragraph = |link: &Link| analysis.words.words[link.start()].paragraph;
    let before = twin.checked_sub(1).filter(|&at| paragraph(&links[at]) == paragraph(&links[twin]));
    links[twin].source.or_else(|| before.and_then(|at| links[at].source))
}

/// The source of a later attribution whose last name the headline has.
fn named(analysis: &Analysis, links: &[Link], (from, to): Run) -> Option<Run> {
    let names: Vec<u64> =
        (from..to).filter(|&i| analysis.form(i).is_capital()).map(|i| analysis.form(i).hash).collect();
    let later = links.iter().filter(|link| link.start() >= to && link.cue.is_some());
    later.take(64).filter_map(|link| link.source).find(|&(start, end)| {
        let last = (start..end).rev().find(|&i| analysis.form(i).is_word());
        let full = last.is_some_and(|last| last > start && analysis.form(last - 1).is_capital());
        full && last.is_some_and(|last| analysis.form(last).is_capital() && names.contains(&analysis.form(last).hash))
    })
}
