//! Lines in capitals, "MAYOR DENIES BRIBERY CLAIMS": the tagger of parts of speech takes all their words for names, and knows them in
//! small letters.

use std::borrow::Cow;

/// The fewest capitals of such a line, and the fewest spaces.
const CAPITALS: usize = 10;
const SPACES: usize = 2;

/// The text with such lines as they stand in a sentence; every word keeps its place.
pub(super) fn quiet(text: &str) -> Cow<'_, str> {
    let mut quiet: Option<String> = None;
    let mut done = 0;
    for line in text.split_inclusive('\n') {
        if is_shouted(line) {
            let copy = quiet.get_or_insert_with(|| text[..done].to_owned());
            let head = line.char_indices().find(|(_, c)| c.is_alphabetic());
            let small = head.map_or(0, |(at, c)| at + c.len_utf8());
            copy.push_str(&line[..small]);
            copy.push_str(&line[small..].to_ascii_lowercase());
        } else if let Some(copy) = &mut quiet {
            copy.push_str(line);
        }
        done += line.len();
    }
    quiet.map_or(Cow::Borrowed(text), Cow::Owned)
}

fn is_shouted(line: &str) -> bool {
    // Most lines have a small letter among their first.
    if line.bytes().any(|byte| byte.is_ascii_lowercase()) {
        return false;
    }
    let count = |of: fn(&u8) -> bool| line.as_bytes().iter().filter(|byte| of(byte)).count();
    count(u8::is_ascii_uppercase) >= CAPITALS && count(|byte| *byte == b' ') >= SPACES
}

#[cfg(test)]
mod tests {
    use super::quiet;

    #[test]
    fn lines_in_capitals_are_read_as_sentences() {
        let text = "MAYOR DENIES BRIBERY CLAIMS\n\nThe NATO chief left.";
        assert_eq!(quiet(text), "Mayor denies bribery claims\n\nThe NATO chief left.");
        assert_eq!(quiet("\u{201c}NO DEAL,\u{201d} SAYS HOLT"), "\u{201c}No deal,\u{201d} says holt");
    }

    #[test]
    fn letters_that_stand_for_something_stay() {
        for text in ["NATO", "A B C", "GDP 2,5 %", "", "Ärger in ÖSTERREICH"] {
            assert_eq!(quiet(text), text);
        }
    }
}
