//! The languages of a mixed text, sentence by sentence.

use super::{LanguageSpan, Model};
use crate::text::split_sentences;
use crate::{Context, Result, Span};

/// The most languages that are told apart within one text.
const MOST: usize = 8;
/// How much likelier a sentence must be in another language than in that of its neighbours, as a logarithm, before a
/// stretch of that other language begins.
const SWITCH: f64 = 4.0;
/// From how many words on a quotation is judged by itself; shorter ones are names and titles.
const QUOTED: usize = 5;
/// The least probability that a sentence gives to a language: no single sentence is certain.
const LEAST: f64 = 1e-4;

/// A sentence and the likeliest of its languages; none if it holds no words.
struct Sentence {
    span: Span,
    ranking: Vec<(&'static str, f64)>,
}

/// The stretches of `text` that are in one language each, in order; together they hold all its sentences.
///
/// The unit is the sentence, and within it a quotation of five words or more. A name or a heading of a few words tells little, so sentences are judged along with their
/// neighbours: the answer is the likeliest sequence of languages in which each change costs something (Viterbi 1967),
/// among the eight languages that hold most of the text. Sentences without words join the stretch that they stand in.
///
/// Errors: a text over the limits of `context`, or cancelled.
///
/// ```
/// use copydesk::Context;
/// use copydesk::language::language_spans;
/// # fn main() -> copydesk::Result<()> {
/// let text = "The talks failed late on Monday evening. Les négociations ont échoué lundi soir.";
/// let spans = language_spans(text, &Context::default())?;
/// let codes: Vec<_> = spans.iter().map(|s| s.code).collect();
/// assert_eq!(codes, [Some("en"), Some("fr")]);
/// # Ok(())
/// # }
/// ```
pub fn language_spans(text: &str, context: &Context) -> Result<Vec<LanguageSpan>> {
    let mut sentences = Vec::new();
    for span in split_sentences(text, None, context)?.into_iter().flat_map(|span| parts(text, span)) {
        context.check()?;
        let mut ranking = Model::default().ranking(span.of(text), None, context)?;
        ranking.truncate(MOST);
        sentences.push(Sentence { span, ranking });
    }
    let candidates = candidates(&sentences);
    let path = likeliest(&sentences, &candidates, context)?;
    let mut spans: Vec<LanguageSpan> = Vec::new();
    // The length of what the confidence of the last span is a mean over.
    let mut judged = 0.0;
    for (sentence, code) in sentences.iter().zip(path) {
        let length = if sentence.ranking.is_empty() { 0.0 } else { sentence.span.len() as f64 };
        let confidence = code.map_or(0.0, |code| probability(sentence, code));
        match spans.last_mut() {
            Some(last) if last.code == code => {
                if length > 0.0 {
                    last.confidence = (last.confidence * judged + confidence * length) / (judged + length);
                    judged += length;
                }
                last.span = last.span.cover(&sentence.span);
            }
            _ => {
                spans.push(LanguageSpan { span: sentence.span, code, confidence });
                judged = length;
            }
        }
        context.check_items(spans.len())?;
    }
    Ok(spans)
}

/// A sentence, cut where a long quotation begins and ends.
fn parts(text: &str, sentence: Span) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut from = sentence.start;
    let mut open: Option<(usize, &str)> = None;
    for (at, c) in sentence.of(text).char_indices().map(|(at, c)| (sentence.start + at, c)) {
        match open {
            Some((start, closing)) if closing.contains(c) => {
                open = None;
                let quotation = Span::new(start, at + c.len_utf8());
                if quotation.of(text).split_whitespace().nth(QUOTED - 1).is_some() {
                    parts.extend([Span::new(from, start), quotation]);
                    from = quotation.end;
                }
            }
            Some(_) => {}
            None => open = closing(c).map(|closing| (at, closing)),
        }
    }
    parts.push(Span::new(from, sentence.end));
    parts.into_iter().map(|part| part.trim(text)).filter(|part| !part.is_empty()).collect()
}

/// The marks that close a quotation which opens with this one.
fn closing(mark: char) -> Option<&'static str> {
    match mark {
        '"' => Some("\""),
        '“' => Some("”"),
        '„' => Some("“”"),
        '«' => Some("»"),
        '»' => Some("«"),
        '「' => Some("」"),
        _ => None,
    }
}

fn probability(sentence: &Sentence, code: &str) -> f64 {
    sentence.ranking.iter().find(|(known, _)| *known == code).map_or(0.0, |(_, p)| *p)
}

/// The languages that hold most of the text, weighed by length and probability.
fn candidates(sentences: &[Sentence]) -> Vec<&'static str> {
    let mut weights: Vec<(&'static str, f64)> = Vec::new();
    for sentence in sentences {
        for (code, p) in &sentence.ranking {
            let weight = p * p * sentence.span.len() as f64;
            match weights.iter_mut().find(|(known, _)| known == code) {
                Some((_, sum)) => *sum += weight,
                None => weights.push((code, weight)),
            }
        }
    }
    weights.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
    weights.into_iter().take(MOST).map(|(code, _)| code).collect()
}

/// The language of each sentence in the likeliest sequence; `None` for all if no sentence holds words.
fn likeliest(
    sentences: &[Sentence],
    candidates: &[&'static str],
    context: &Context,
) -> Result<Vec<Option<&'static str>>> {
    if candidates.is_empty() {
        return Ok(vec![None; sentences.len()]);
    }
    let mut scores = [0.0; MOST];
    // The language before, for each language of each sentence.
    let mut before: Vec<[u8; MOST]> = Vec::with_capacity(sentences.len());
    for sentence in sentences {
        context.check()?;
        let past = scores;
        let best = best_of(&past[..candidates.len()]);
        let mut back = [0; MOST];
        for (at, code) in candidates.iter().enumerate() {
            let stays = past[at] >= past[best] - SWITCH;
            back[at] = if stays { at as u8 } else { best as u8 };
            scores[at] = told(sentence, code) + if stays { past[at] } else { past[best] - SWITCH };
        }
        before.push(back);
    }
    let mut at = best_of(&scores[..candidates.len()]);
    let mut path = Vec::with_capacity(sentences.len());
    for back in before.iter().rev() {
        path.push(candidates.get(at).copied());
        at = usize::from(back[at]);
    }
    path.reverse();
    Ok(path)
}

/// What a sentence says for a language, as a logarithm; nothing if it holds no words. A language beyond those that were
/// kept of its ranking may have been nearly as likely as the last of them.
fn told(sentence: &Sentence, code: &str) -> f64 {
    let Some((_, last)) = sentence.ranking.last() else { return 0.0 };
    let unknown = if sentence.ranking.len() < MOST { 0.0 } else { last / 2.0 };
    probability(sentence, code).max(unknown).max(LEAST).ln()
}

fn best_of(scores: &[f64]) -> usize {
    (0..scores.len()).rev().max_by(|a, b| scores[*a].total_cmp(&scores[*b])).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn codes(text: &str) -> Vec<(Option<&'static str>, &str)> {
        let spans = language_spans(text, &Context::default()).unwrap();
        spans.iter().map(|s| (s.code, s.span.of(text))).collect()
    }

    #[test]
    fn halves_in_two_languages() {
        let french = "Le ministre a démissionné dimanche soir. Il n'a pas donné de raison.";
        let english = "The minister resigned on Sunday evening. He did not give any reason for it.";
        let text = format!("{french}\n\n{english}");
        assert_eq!(codes(&text), [(Some("fr"), french), (Some("en"), english)]);
    }

    #[test]
    fn a_name_or_a_number_does_not_break_a_stretch() {
        let text = "The minister resigned on Sunday evening. Angela Merkel! 12:30. He did not give any reason.";
        assert_eq!(codes(text), [(Some("en"), text)]);
    }

    #[test]
    fn a_foreign_menu_stands_apart() {
        let menu = "Startseite Nachrichten Wirtschaft Über uns Impressum Datenschutz Anmelden";
        let body = "The committee will publish its findings before the end of the year, the chairman said on Friday.";
        let text = format!("{menu}\n\n{body}");
        assert_eq!(codes(&text), [(Some("de"), menu), (Some("en"), body)]);
    }

    #[test]
    fn a_third_language_at_the_end_is_found() {
        let text = "Die Ministerin wies die Vorwürfe am Dienstag zurück. Le ministre a rejeté les accusations. \
                    Власти сообщили о задержании трёх человек. 12:30";
        let found: Vec<_> = codes(text).into_iter().map(|(code, _)| code).collect();
        assert_eq!(found, [Some("de"), Some("fr"), Some("ru")]);
    }

    #[test]
    fn a_foreign_quotation_stands_apart_and_a_title_does_not() {
        let (before, after) =
            ("Der Präsident der Gewerkschaft sagte am Montag:", "Danach verließ er den Saal ohne weitere Worte.");
        for (open, close) in [("\"", "\""), ("„", "“"), ("»", "«")] {
            let quotation = format!("{open}We will never surrender to these people, whatever it takes.{close}");
            let text = format!("{before} {quotation} {after}");
            assert_eq!(codes(&text), [(Some("de"), before), (Some("en"), &*quotation), (Some("de"), after)]);
        }
        let text = format!("{before} „Wir geben nicht auf, was es auch kostet.“ {after}");
        assert_eq!(codes(&text), [(Some("de"), &*text)]);
        let text = "Sein Buch „The Harbour Years“ erschien im Frühjahr und wurde viel gelesen.";
        assert_eq!(codes(text), [(Some("de"), text)]);
    }

    #[test]
    fn a_date_line_joins_the_text_below() {
        let text = "April 18, 2024\n\nThe committee will publish its findings before the end of the year.";
        assert_eq!(codes(text), [(Some("en"), text)]);
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
            prop_assert!(spans.iter().all(|s| (0.0..=1.0).contains(&s.confidence)));
        }
    }
}
