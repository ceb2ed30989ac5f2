//! A text read once for all of claim extraction: tokens, sentences, words, parts of speech.

use super::attribution::pack_code;
use super::retagged;
use super::shouted::quiet;
use crate::learn::form::split_clitics;
use crate::text::pos::{Model, Tag};
use crate::text::{Token, split_sentences, tokenize};
use crate::{Context, Result, Span};

/// A text cut and tagged. Attributions and claims of the same text are read off the same value, so that nothing is done twice:
/// see [`super::extract_attributions_from`] and [`super::extract_claims_from`].
///
/// ```
/// use copydesk::{Context, claims::Reading};
/// # fn main() -> copydesk::Result<()> {
/// let reading = Reading::new("She didn't say so.", Some("en"), &Context::default())?;
/// assert_eq!(reading.tokens().len(), 5);
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct Reading<'a> {
    text: &'a str,
    language: Option<&'a str>,
    tokens: Vec<Token>,
    sentences: Vec<Span>,
    words: Vec<Span>,
    tags: Vec<Tag>,
}

impl<'a> Reading<'a> {
    /// Reads `text`; `language` is a BCP 47 code. An error if the text is over the context's limits, or the work was cancelled.
    pub fn new(text: &'a str, language: Option<&'a str>, context: &Context) -> Result<Self> {
        context.check_size(text.len())?;
        let known = language.and_then(pack_code);
        let sentences = split_sentences(text, known.or(language), context)?;
        let tokens = tokenize(text, context)?;
        let (words, tags) = if known == Some("en") {
            let mut words = Vec::with_capacity(tokens.len() + tokens.len() / 16);
            for token in &tokens {
                // A clitic is a word whatever the token is: an address keeps its kind.
                words.extend(
                    split_clitics(text, token).into_iter().flatten().map(|span| Token { span, kind: token.kind }),
                );
            }
            let quiet = quiet(text);
            let mut tags = Model::english()?.tag(&quiet, &words, context)?;
            let words: Vec<Span> = words.into_iter().map(|word| word.span).collect();
            retagged::mend(&quiet, &sentences, &words, &mut tags);
            (words, tags)
        } else {
            (tokens.iter().map(|token| token.span).collect(), Vec::new())
        };
        Ok(Self { text, language, tokens, sentences, words, tags })
    }

    /// The text.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// Its language, as given.
    pub fn language(&self) -> Option<&'a str> {
        self.language
    }

    /// Its tokens.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// Its sentences.
    pub fn sentences(&self) -> &[Span] {
        &self.sentences
    }

    /// The part of speech of each token, of "don't" and "it's" that of the first word; empty where the language has no tagger.
    pub fn token_tags(&self) -> Vec<Tag> {
        if self.tags.is_empty() {
            return Vec::new();
        }
        let mut words = self.words.iter().zip(&self.tags);
        let first = |token: &Token| words.find(|(word, _)| word.start == token.span.start).map(|(_, tag)| *tag);
        self.tokens.iter().filter_map(first).collect()
    }

    /// Tokens with English clitics cut off.
    pub(crate) fn words(&self) -> &[Span] {
        &self.words
    }

    /// The part of speech of each word; empty where the language has no tagger.
    pub(crate) fn tags(&self) -> &[Tag] {
        &self.tags
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::pos::Pos;
    use proptest::prelude::*;

    #[test]
    fn a_contraction_is_one_token_and_two_words() {
        let reading = Reading::new("It isn't hers", Some("en"), &Context::default()).unwrap();
        assert_eq!(
            reading.words().iter().map(|word| word.of(reading.text())).collect::<Vec<_>>(),
            ["It", "is", "n't", "hers"]
        );
        let tags: Vec<Pos> = reading.token_tags().iter().map(|tag| tag.pos).collect();
        assert_eq!(tags[..2], [Pos::Pron, Pos::Aux]);
        assert_eq!(tags.len(), reading.tokens().len());
    }

    #[test]
    fn languages_without_a_tagger_have_no_tags() {
        let reading = Reading::new("Das geht so nicht.", Some("de"), &Context::default()).unwrap();
        assert!(reading.token_tags().is_empty());
        assert_eq!(reading.words().len(), reading.tokens().len());
    }

    proptest! {
        #[test]
        fn every_token_has_one_tag(text in "\\PC{0,120}|([a-zA-Z’'.,“” \n]{0,9} ){0,30}") {
            let reading = Reading::new(&text, Some("en"), &Context::default()).unwrap();
            prop_assert_eq!(reading.token_tags().len(), reading.tokens().len());
        }
    }
}
