//! Capitals at the head of a sentence: whether the text shows elsewhere that they are those of a name.

use std::cell::LazyCell;
use std::collections::HashSet;

use super::stems::stem;
use crate::claims::attribution::analysis::Analysis;
use crate::claims::attribution::linking::Run;
use crate::claims::speakers::meant::pronouns::pronoun;
use crate::claims::speakers::sources::untagged::is_plain;
use crate::claims::speakers::words::{Known, class};
use crate::learn::form::{Shape, fold_hash};

/// The words that have a capital where no sentence begins.
pub(crate) fn capitals_inside(analysis: &Analysis) -> HashSet<u64> {
    let inside = |&i: &usize| analysis.form(i).is_capital() && analysis.sentence_at(i).0 != i;
    (0..analysis.len()).filter(inside).map(|i| analysis.form(i).hash).collect()
}

/// The longest heading in capitals, in words.
const HEADING: usize = 5;

/// "LETTERS", "LOCAL NEWS": lines of few words, all in capitals, which say what stands below them and name nobody that the text does not.
pub(crate) fn headings(analysis: &Analysis, gazetteer: &Known) -> Vec<Run> {
    if gazetteer.language != "en" {
        return Vec::new();
    }
    let words = &analysis.words.words;
    let edge = |i: usize| i == 0 || i >= words.len() || words[i - 1].paragraph != words[i].paragraph;
    let upper = |i: usize| analysis.form(i).shape == Shape::Upper;
    let heading = |&(from, to): &Run| {
        let whole = from < to && to - from <= HEADING && edge(from) && edge(to) && to < words.len();
        whole && upper(from) && (from..to).all(|i| upper(i) || analysis.words.of(i) == "&")
    };
    let lines = (0..analysis.sentence_starts.len().saturating_sub(1)).map(|at| analysis.sentence(at));
    lines.filter(heading).collect()
}

/// "KATHMANDU (Reuters) -", "PORT CALLOW —": a dateline says where.
pub(crate) fn is_dateline(analysis: &Analysis, start: usize, end: usize) -> bool {
    let opens = start == 0 || analysis.words.words[start - 1].paragraph != analysis.words.words[start].paragraph;
    let dash = (end..analysis.len().min(end + 8)).find(|&i| analysis.form(i).shape == Shape::Dash);
    let follows = |dash| dash == end || matches!(analysis.form(end).shape, Shape::Bracket | Shape::Comma);
    opens && dash.is_some_and(follows)
}

/// "Shelter for Learning", said more than once: the hashes of the two words that "for" joins to a name; a title says what somebody is
/// minister for.
pub(crate) fn purposes(analysis: &Analysis, gazetteer: &Known) -> Purposes {
    let (mut once, mut more) = (HashSet::new(), HashSet::new());
    let title =
        |i: usize| analysis.form(i).shape == Shape::Title && gazetteer.at(i) & (class::TITLE | class::CALENDAR) == 0;
    if gazetteer.language != "en" {
        return more;
    }
    for i in (1..analysis.len().saturating_sub(1)).filter(|&i| analysis.words.of(i) == "for") {
        let pair = (analysis.form(i - 1).hash, analysis.form(i + 1).hash);
        if title(i - 1) && title(i + 1) && !once.insert(pair) {
            more.insert(pair);
        }
    }
    more
}

/// The hashes of two words that "for" joins.
pub(crate) type Purposes = HashSet<(u64, u64)>;

/// Whether such a name begins at a word.
pub(crate) fn is_purpose(analysis: &Analysis, purposes: &Purposes, i: usize) -> bool {
    let pair = || (analysis.form(i).hash, analysis.form(i + 2).hash);
    !purposes.is_empty() && analysis.words.of(i + 1) == "for" && purposes.contains(&pair())
}

/// "LISBON (Wirehouse) - ": who sends the report is not spoken of.
pub(crate) fn is_sender(analysis: &Analysis, start: usize, end: usize) -> bool {
    start > 0
        && analysis.words.of(start - 1) == "("
        && analysis.words.of(end) == ")"
        && end + 1 < analysis.len()
        && analysis.form(end + 1).shape == Shape::Dash
}

/// The words that stand in small letters somewhere.
pub(crate) fn small_words(analysis: &Analysis) -> HashSet<u64> {
    let small = |&i: &usize| analysis.form(i).shape == Shape::Lower;
    (0..analysis.len()).filter(small).map(|i| analysis.form(i).hash).collect()
}

/// The words that stand with a capital right behind another one: "Ruth | Kessel"; Russian ones without the endings of their cases.
pub(crate) fn capitals_behind(analysis: &Analysis, gazetteer: &Known) -> HashSet<u64> {
    let title = |i: usize| analysis.form(i).shape == Shape::Title;
    let behind = |&i: &usize| title(i) && title(i - 1) && analysis.sentence_at(i).0 != i;
    (1..analysis.len()).filter(behind).map(|i| in_name(analysis, gazetteer, i)).collect()
}

/// The hash of a word as names are compared.
fn in_name(analysis: &Analysis, gazetteer: &Known, i: usize) -> u64 {
    if gazetteer.language == "ru" { fold_hash(&stem(&analysis.lower(i))) } else { analysis.form(i).hash }
}

/// "Ruth Kessel spoke. | Kessel | said": in languages that write nouns small, a word at the head of its sentence that ends a name
/// elsewhere, and that never stands in small letters.
pub(crate) fn is_surname_at_head<F: FnOnce() -> HashSet<u64>>(
    analysis: &Analysis,
    gazetteer: &Known,
    i: usize,
    behind: &LazyCell<HashSet<u64>, F>,
    small: impl Fn(u64) -> bool,
) -> bool {
    let form = analysis.form(i);
    let title = form.shape == Shape::Title && is_plain(gazetteer.language) && analysis.lexicon[i].is_none();
    title
        && gazetteer.at(i) & class::FUNCTION == 0
        && pronoun(gazetteer.language, &analysis.lower(i)).is_none()
        && behind.contains(&in_name(analysis, gazetteer, i))
        && !small(form.hash)
}

/// "Von | der Leyen" at the head of a sentence or of a name, in languages in which "der" is no article.
pub(crate) fn is_split_particle(analysis: &Analysis, gazetteer: &Known, start: usize, at: usize) -> bool {
    at == start + 1
        && is_plain(gazetteer.language)
        && matches!(analysis.words.of(start), "Von" | "Van")
        && matches!(analysis.words.of(at), "der" | "den")
}

#[cfg(test)]
mod tests {
    use crate::claims::speakers::testing;

    fn speakers(text: &str, language: &str) -> Vec<String> {
        testing::speakers(text, language).into_iter().map(Option::unwrap_or_default).collect()
    }

    #[test]
    fn a_heading_in_capitals_speaks_of_nobody() {
        let text = "LETTERS\n\nThe bridge is closed. The organisation said it would open in May.";
        assert_eq!(speakers(text, "en"), ["organisation"]);
        let text = "ORVIK\n\nThe bridge of Orvik is closed. Orvik said it would open in May.";
        assert_eq!(speakers(text, "en"), ["Orvik"]);
    }

    #[test]
    fn a_surname_at_the_head_of_a_sentence_is_that_of_whom_the_text_has_named() {
        for (text, language) in [
            ("Según la alcaldesa, Ruth Kessel, el puente está cerrado. Kessel dijo que abrirá en mayo.", "es"),
            ("Selon la maire, Ruth Kessel, le pont est fermé. Kessel a dit qu'il rouvrira en mai.", "fr"),
            ("Secondo la sindaca, Ruth Kessel, il ponte è chiuso. Kessel ha detto che aprirà a maggio.", "it"),
            ("Segundo a prefeita, Ruth Kessel, a ponte está fechada. Kessel disse que abrirá em maio.", "pt"),
            ("Volgens de burgemeester, Ruth Kessel, is de brug dicht. Kessel zei dat hij in mei opengaat.", "nl"),
        ] {
            assert_eq!(speakers(text, language), ["Ruth Kessel", "Ruth Kessel"], "{text}");
        }
        assert_eq!(speakers("Суд арестовал Льва Марьина. Марьин отрицает вину.", "ru"), ["Лев Марьин"]);
    }
}
