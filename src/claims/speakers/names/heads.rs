//! Capitals at the head of a sentence: whether the text shows elsewhere that they are those of a name.

use std::cell::LazyCell;
use std::collections::HashSet;

use super::stems::stem;
use crate::claims::attribution::analysis::Analysis;
use crate::claims::speakers::meant::pronouns::pronoun;
use crate::claims::speakers::sources::untagged::is_plain;
use crate::claims::speakers::words::{Known, class};
use crate::learn::form::{Shape, fold_hash};

/// The words that have a capital where no sentence begins.
pub(crate) fn capitals_inside(analysis: &Analysis) -> HashSet<u64> {
    let inside = |&i: &usize| analysis.form(i).is_capital() && analysis.sentence_at(i).0 != i;
    (0..analysis.len()).filter(inside).map(|i| analysis.form(i).hash).collect()
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
