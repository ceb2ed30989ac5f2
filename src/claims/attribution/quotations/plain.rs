//! Quotations alone, for languages without a pack: nobody's source is known there, and nobody is guessed.

use crate::claims::attribution::analysis::Analysis;
use crate::claims::attribution::linking::{Link, Run};
use crate::learn::form::Shape;

/// A quotation of fewer words is a term or a title, unless it ends as a sentence does.
const SHORTEST: usize = 4;

/// The quotations of a text alone, for languages without a pack.
pub(crate) fn quotations(analysis: &Analysis) -> Vec<Link> {
    let mut links = Vec::new();
    for at in 0..analysis.quotes.len() {
        let Some(run) = words_of(analysis, at) else { continue };
        let words = analysis.count_words(run);
        let ends = analysis.form(run.1 - 1).shape == Shape::Stop;
        if words >= SHORTEST || ends && words > 1 {
            links.push(Link { contents: vec![run], ..Link::default() });
        }
    }
    links
}

/// The words of a top-level quotation.
pub(crate) fn words_of(analysis: &Analysis, at: usize) -> Option<Run> {
    let quote = analysis.quotes.get(at).filter(|quote| !quote.nested)?;
    let from = analysis.words.at(quote.inner.start);
    let to = analysis.words.words.partition_point(|word| word.span.start < quote.inner.end);
    (from < to).then_some((from, to))
}
