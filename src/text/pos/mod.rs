//! Parts of speech of English words, by an averaged perceptron; model card: `src/models/pos-en.md`.

mod features;
mod model;
mod tag;
mod train;

pub use model::Model;
pub use tag::{Form, Pos, Tag};
pub use train::{Example, train};

use crate::text::Token;
use crate::{Context, Result};

/// The part of speech of each token of an English text.
///
/// ```
/// use copydesk::{Context, text};
/// use copydesk::text::pos::{Pos, tag};
/// # fn main() -> copydesk::Result<()> {
/// let (words, context) = ("Russia denies it plans to attack.", Context::default());
/// let tags = tag(words, &text::tokenize(words, &context)?, &context)?;
/// assert_eq!(tags[..3], [Pos::Propn, Pos::Verb, Pos::Pron]);
/// # Ok(())
/// # }
/// ```
pub fn tag(text: &str, tokens: &[Token], context: &Context) -> Result<Vec<Pos>> {
    Ok(tag_forms(text, tokens, context)?.into_iter().map(|tag| tag.pos).collect())
}

/// The same with the form of verbs and nouns: which verb is finite, which noun a plural.
pub fn tag_forms(text: &str, tokens: &[Token], context: &Context) -> Result<Vec<Tag>> {
    context.check_size(text.len())?;
    Model::english()?.tag(text, tokens, context)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::tokenize;

    fn tags(text: &str) -> Vec<(&str, Tag)> {
        let context = Context::default();
        let tokens = tokenize(text, &context).unwrap();
        let tags = tag_forms(text, &tokens, &context).unwrap();
        tokens.iter().map(|token| token.span.of(text)).zip(tags).collect()
    }

    #[test]
    fn the_finite_verb_is_told_from_participle_and_infinitive() {
        let tags = tags("The minister, quoted by reporters, warned that troops may be sent to the border.");
        let form = |word: &str| tags.iter().find(|(w, _)| *w == word).map(|(_, tag)| (tag.pos, tag.form));
        assert_eq!(form("quoted"), Some((Pos::Verb, Form::Participle)));
        assert_eq!(form("warned"), Some((Pos::Verb, Form::Past)));
        assert_eq!(form("may"), Some((Pos::Aux, Form::Modal)));
        assert_eq!(form("be"), Some((Pos::Aux, Form::Base)));
        assert_eq!(form("troops"), Some((Pos::Noun, Form::Plural)));
    }

    #[test]
    fn an_amount_behind_the_letters_of_its_currency_is_a_number() {
        let tags = tags("The plane cost RM6.162 million and the hall SKr2.1bn.");
        let pos = |word: &str| tags.iter().find(|(w, _)| *w == word).map(|(_, tag)| tag.pos);
        assert_eq!((pos("RM6.162"), pos("SKr2.1bn")), (Some(Pos::Num), Some(Pos::Num)));
    }

    #[test]
    fn a_line_is_tagged_the_same_wherever_it_stands() {
        let line = "Sources close to the talks expect a deal";
        let alone = tags(line);
        let text = format!("Read more\n{line}\nShare");
        assert_eq!(tags(&text)[2..2 + alone.len()], alone);
    }

    #[test]
    fn reading_gives_the_model_that_was_written() {
        let bytes = include_bytes!("../../models/pos-en.bin");
        assert!(Model::read(bytes).unwrap().write().unwrap() == bytes);
        assert!(Model::read(&bytes[..bytes.len() / 2]).is_err());
    }

    proptest! {
        #[test]
        fn every_token_has_a_tag(text in "\\PC{0,200}|([a-zA-Z’'\\-0-9.,“” \n]{0,12} ){0,30}") {
            let context = Context::default();
            let tokens = tokenize(&text, &context).unwrap();
            prop_assert_eq!(tag(&text, &tokens, &context).unwrap().len(), tokens.len());
        }
    }
}
