//! Folding of words for comparison and counting, without rules of a language.

use std::borrow::Cow;

/// A token with its marks in their plain form: quotation marks as `"`, single ones and apostrophes as `'`, hyphens of any
/// make as `-`, and without soft hyphens and joiners of lines. Letters stay as they are.
///
/// ```
/// use copydesk::text::normal;
/// assert_eq!(normal("„"), "\"");
/// assert_eq!(normal("NATO’s"), "NATO's");
/// assert_eq!(normal("co\u{AD}operate"), "cooperate");
/// ```
pub fn normal(token: &str) -> Cow<'_, str> {
    if token.is_ascii() && !matches!(token, "''" | "``" | "`") {
        return Cow::Borrowed(token);
    }
    if matches!(token, "''" | "``") {
        return Cow::Borrowed("\"");
    }
    let plain = |c: char| match c {
        '“' | '”' | '„' | '‟' | '«' | '»' | '「' | '」' | '『' | '』' | '〝' | '〞' | '〟' | '＂' => {
            Some('"')
        }
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '`' | '´' | '′' | 'ʼ' | '＇' => Some('\''),
        '\u{2010}' | '\u{2011}' => Some('-'),
        '\u{AD}' | '\u{2060}' => None,
        other => Some(other),
    };
    Cow::Owned(token.chars().filter_map(plain).collect())
}

/// Appends `word` as [`folded`].
pub(crate) fn fold_into(word: &str, out: &mut String) {
    out.extend(folded(word));
}

/// The characters of `word` in lower case, with straight apostrophes and without soft hyphens and joiners of lines.
pub(crate) fn folded(word: &str) -> impl Iterator<Item = char> {
    let plain = |c: char| match c {
        '’' | 'ʼ' => Some('\''),
        '\u{AD}' | '\u{2060}' => None,
        other => Some(other),
    };
    word.chars().filter_map(plain).flat_map(char::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn marks_become_plain() {
        for (token, want) in [
            ("«", "\""),
            ("''", "\""),
            ("``", "\""),
            ("’", "'"),
            ("non\u{2011}starter", "non-starter"),
            ("café", "café"),
        ] {
            assert_eq!(normal(token), want);
        }
    }

    #[test]
    fn words_are_alike_whatever_their_marks() {
        for word in ["oʼbrien", "O’Brien", "O'BRIEN", "o'br\u{AD}ien\u{2060}"] {
            assert_eq!(folded(word).collect::<String>(), "o'brien");
        }
    }

    proptest! {
        #[test]
        fn what_is_plain_stays(token in "\\PC{0,20}") {
            let once = normal(&token).into_owned();
            prop_assert!(once == "''" || once == "``" || normal(&once) == once);
        }
    }
}
