//! The languages of a mixed text, sentence by sentence.

use super::{LanguageSpan, Model};
use crate::text::split_sentences;
use crate::{Context, Result};

/// The stretches of `text` that are in one language each, in order; together they hold all its sentences.
///
/// The unit is the sentence; neighbours in the same language are joined, and a sentence that tells no language joins the
/// stretch before it. A sentence of a few words is judged along with its neighbours, since a name or a heading alone
/// tells little.
///
/// Errors: a text over the limits of `context`, or cancelled.
///
/// ```
/// use copydesk::Context;
/// use copydesk::language::language_spans;
/// # fn main() -> copydesk::Result<()> {
/// let text = "The talks failed on Monday evening. Les négociations ont échoué lundi soir.";
/// let spans = language_spans(text, &Context::default())?;
/// let codes: Vec<_> = spans.iter().map(|s| s.code).collect();
/// assert_eq!(codes, [Some("en"), Some("fr")]);
/// # Ok(())
/// # }
/// ```
pub fn language_spans(text: &str, context: &Context) -> Result<Vec<LanguageSpan>> {
    let mut spans: Vec<LanguageSpan> = Vec::new();
    for sentence in split_sentences(text, None, context)? {
        context.check()?;
        let found = Model::default().detect(sentence.of(text), None, context)?;
        let (code, confidence) = found.map_or((None, 0.0), |l| (Some(l.code), l.confidence));
        match spans.last_mut() {
            Some(last) if last.code == code || code.is_none() => {
                let (old, new) = (last.span.len() as f64, sentence.len() as f64);
                if code.is_some() {
                    last.confidence = (last.confidence * old + confidence * new) / (old + new);
                }
                last.span = last.span.cover(&sentence);
            }
            _ => spans.push(LanguageSpan { span: sentence, code, confidence }),
        }
        context.check_items(spans.len())?;
    }
    Ok(spans)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;
    use proptest::prelude::*;

    #[test]
    fn halves_in_two_languages() {
        let french = "Le ministre a démissionné dimanche soir. Il n'a pas donné de raison.";
        let english = "The minister resigned on Sunday evening. He did not give any reason for it.";
        let text = format!("{french}\n\n{english}");
        let spans = language_spans(&text, &Context::default()).unwrap();
        assert_eq!(spans.len(), 2, "{spans:?}");
        assert_eq!((spans[0].code, spans[0].span.of(&text)), (Some("fr"), french));
        assert_eq!((spans[1].code, spans[1].span.of(&text)), (Some("en"), english));
    }

    #[test]
    fn numbers_join_what_stands_before() {
        let text = "The minister resigned on Sunday evening. 12:30. 2024.";
        let spans = language_spans(text, &Context::default()).unwrap();
        assert_eq!(spans.iter().map(|s| s.span).collect::<Vec<_>>(), [Span::new(0, text.len())]);
    }

    #[test]
    fn a_text_without_words_has_no_language() {
        let spans = language_spans("12 34", &Context::default()).unwrap();
        assert_eq!(spans, [LanguageSpan { span: Span::new(0, 5), code: None, confidence: 0.0 }]);
        assert!(language_spans(" ", &Context::default()).unwrap().is_empty());
    }

    proptest! {
        #[test]
        fn spans_are_in_order_and_on_characters(text in any::<String>()) {
            let spans = language_spans(&text, &Context::default()).unwrap();
            prop_assert!(spans.iter().all(|s| !s.span.is_empty() && !s.span.of(&text).is_empty()));
            prop_assert!(spans.windows(2).all(|w| w[0].span.end <= w[1].span.start && w[0].code != w[1].code));
        }
    }
}
