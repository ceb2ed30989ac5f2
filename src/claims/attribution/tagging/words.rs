//! The words that tagging works on: the crate's tokens with English clitics cut off, and what is known of each.

use crate::claims::reading::Reading;
use crate::learn::form::Form;
use crate::text::Span;

/// One word.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word {
    pub span: Span,
    /// What models see of it.
    pub form: Form,
    /// Sentence it stands in, counted over the text.
    pub sentence: u32,
    /// Paragraph it stands in, counted over the text.
    pub paragraph: u32,
}

/// A text cut into words, with the sentences and paragraphs they stand in.
#[derive(Debug)]
pub(crate) struct Words<'a> {
    pub text: &'a str,
    pub words: Vec<Word>,
}

impl<'a> Words<'a> {
    /// The words of a text that is read.
    pub fn new(reading: &Reading<'a>) -> Self {
        let (text, sentences) = (reading.text(), reading.sentences());
        let mut words = Vec::with_capacity(reading.words().len());
        let (mut sentence, mut paragraph, mut last_end) = (0, 0, 0);
        for &span in reading.words() {
            if is_paragraph_break(text, last_end, span.start) {
                paragraph += 1;
            }
            last_end = span.end;
            while sentence + 1 < sentences.len() && sentences[sentence + 1].start <= span.start {
                sentence += 1;
            }
            words.push(Word { span, form: Form::new(span.of(text)), sentence: sentence as u32, paragraph });
        }
        Self { text, words }
    }

    /// The word itself.
    pub fn of(&self, i: usize) -> &'a str {
        self.words.get(i).and_then(|word| self.text.get(word.span.start..word.span.end)).unwrap_or("")
    }

    /// Runs of words in one paragraph.
    pub fn paragraphs(&self) -> Vec<std::ops::Range<usize>> {
        let mut runs = Vec::new();
        let mut start = 0;
        for i in 1..=self.words.len() {
            if i == self.words.len() || self.words[i].paragraph != self.words[start].paragraph {
                runs.push(start..i);
                start = i;
            }
        }
        runs
    }

    /// Index of the first word that ends after byte `at`.
    pub fn at(&self, at: usize) -> usize {
        self.words.partition_point(|word| word.span.end <= at)
    }
}

/// Whether a paragraph ends between two words: a line break, unless the line merely wraps.
pub(crate) fn is_paragraph_break(text: &str, from: usize, to: usize) -> bool {
    let gap = text.get(from..to).unwrap_or("");
    let breaks = gap.bytes().filter(|&byte| byte == b'\n').count();
    if breaks == 0 {
        return gap.contains('\r') || gap.contains('\u{2029}');
    }
    let after = text.get(to..).and_then(|rest| rest.chars().next());
    let before = text.get(..from).and_then(|head| head.chars().next_back());
    let wraps = breaks == 1
        && after.is_some_and(char::is_lowercase)
        && before.is_some_and(|c| c.is_alphanumeric() || c == ',' || c == '-');
    !wraps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Context;

    fn words(text: &str) -> Words<'_> {
        Words::new(&Reading::new(text, Some("en"), &Context::default()).unwrap())
    }

    fn cut(text: &str) -> Vec<String> {
        let words = words(text);
        (0..words.words.len()).map(|i| words.of(i).to_owned()).collect()
    }

    #[test]
    fn clitics_are_words() {
        assert_eq!(cut("She’s sure they don't"), ["She", "’s", "sure", "they", "do", "n't"]);
        assert_eq!(cut("O’Malley said"), ["O’Malley", "said"]);
    }

    #[test]
    fn wrapped_lines_are_one_paragraph_and_short_lines_are_not() {
        let words = words("The mayor said the bridge\nwould open.\nShe left");
        assert_eq!(words.paragraphs().len(), 2);
    }
}
