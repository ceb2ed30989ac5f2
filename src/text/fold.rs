//! Folding of words for comparison and counting, without rules of a language.

/// Appends `word` in lower case, with straight apostrophes and without soft hyphens.
pub(crate) fn fold_into(word: &str, out: &mut String) {
    out.extend(folded(word));
}

/// The characters of `word` in lower case, with straight apostrophes and without soft hyphens.
pub(crate) fn folded(word: &str) -> impl Iterator<Item = char> {
    word.chars().filter(|c| *c != '\u{AD}').map(|c| if c == '’' { '\'' } else { c }).flat_map(char::to_lowercase)
}
