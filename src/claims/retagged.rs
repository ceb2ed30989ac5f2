//! Parts of speech that the tagger has wrong at the head of short English sentences, "Voss denies everything", where nobody speaks then:
//! verb forms that no noun has, and names that the text has elsewhere.

use std::collections::HashSet;

use crate::text::Span;
use crate::text::pos::{Form, Pos, Tag};

/// Forms of the third person that are verbs wherever they stand, in order.
const VERBS: &[&str] = &[
    "accuses",
    "acknowledges",
    "admits",
    "agrees",
    "announces",
    "apologises",
    "apologizes",
    "argues",
    "asserts",
    "believes",
    "complains",
    "concedes",
    "condemns",
    "confirms",
    "contends",
    "contradicts",
    "criticises",
    "criticizes",
    "declares",
    "denies",
    "describes",
    "disagrees",
    "expects",
    "explains",
    "insists",
    "intends",
    "maintains",
    "opposes",
    "predicts",
    "recommends",
    "refuses",
    "refutes",
    "reveals",
    "says",
    "suggests",
    "tells",
    "threatens",
    "warns",
];

/// Gives such words their tags.
pub(super) fn mend(text: &str, sentences: &[Span], words: &[Span], tags: &mut [Tag]) {
    for (word, tag) in words.iter().zip(tags.iter_mut()) {
        if !matches!(tag.pos, Pos::Noun | Pos::Propn | Pos::Adj) {
            continue;
        }
        let word = word.of(text);
        // Most words need no copy in small letters: all of the list end so.
        if word.ends_with('s') && VERBS.binary_search(&word.to_lowercase().as_str()).is_ok() {
            *tag = Tag { pos: Pos::Verb, form: Form::Present };
        }
    }
    let heads: Vec<usize> = sentences
        .iter()
        .map(|sentence| words.partition_point(|word| word.start < sentence.start))
        .filter(|&head| is_misread(text, words, tags, head))
        .collect();
    if heads.is_empty() {
        return;
    }
    let names: HashSet<&str> =
        words.iter().zip(&*tags).filter(|(_, tag)| tag.pos == Pos::Propn).map(|(word, _)| word.of(text)).collect();
    for head in heads {
        if names.contains(words[head].of(text)) {
            tags[head] = Tag::base(Pos::Propn);
        }
    }
}

/// Whether a word with a capital is taken for a verb or an adverb, right before another verb: "Voss | denies".
fn is_misread(text: &str, words: &[Span], tags: &[Tag], head: usize) -> bool {
    let (Some(word), Some(tag), Some(next)) = (words.get(head), tags.get(head), tags.get(head + 1)) else {
        return false;
    };
    let mut letters = word.of(text).chars();
    let title = letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase);
    title && matches!(tag.pos, Pos::Verb | Pos::Adv | Pos::Intj) && next.is_finite()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Context;
    use crate::claims::Reading;

    #[test]
    fn a_name_of_the_text_is_a_name_at_the_head_of_a_sentence() {
        let text = "Brandt accused Peter Voss of theft. Voss denies everything.";
        let reading = Reading::new(text, Some("en"), &Context::default()).expect("small enough");
        assert_eq!(reading.tags()[7].pos, Pos::Propn);
        // "Never" is no name of this one.
        let reading = Reading::new("Never say never.", Some("en"), &Context::default()).expect("small enough");
        assert_ne!(reading.tags()[0].pos, Pos::Propn);
    }

    #[test]
    fn the_forms_are_in_order() {
        assert!(VERBS.is_sorted());
    }

    #[test]
    fn what_is_no_noun_is_a_verb() {
        for text in ["Voss denies everything.", "Mayor denies bribery claims", "Holt Insists Dam Is Safe"] {
            let reading = Reading::new(text, Some("en"), &Context::default()).expect("small enough");
            assert_eq!(reading.tags()[1], Tag { pos: Pos::Verb, form: Form::Present }, "{text}");
        }
        let reading = Reading::new("Her claims were read out.", Some("en"), &Context::default()).expect("small enough");
        assert_eq!(reading.tags()[1].pos, Pos::Noun);
    }
}
