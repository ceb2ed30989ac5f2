//! What an outlet takes back: "An earlier version of this article said 14 people had died." Neither that version nor the outlet claims
//! it any more.

use super::words::Words;

/// How many words may stand between an earlier version and what it is a version of.
const NEAR: usize = 5;

/// Whether a sentence tells what the outlet had before it corrected itself.
pub(crate) fn is_withdrawn(words: &Words, sentence: usize) -> bool {
    let Some(span) = words.sentences.get(sentence) else { return false };
    let own = words.within(*span);
    let word = |at: usize| (at < own.end).then(|| words.word(at));
    let is_own = |at: &usize| {
        let led = !words.pack.english || (1..=2).any(|back| *at >= back && words.is(at - back, &["this", "our"]));
        words.pack.own_text.has(words.word(*at)) && led
    };
    own.clone().any(|at| {
        if let Some((end, _)) = words.pack.withdrawn.starting(word, at) {
            let of = (end..own.end.min(end + NEAR)).find(is_own);
            // "The number of victims was corrected. An earlier version said 14."
            let named = words.is(end, &["of", "to"]) || !words.pack.english;
            return of.is_some() || !named && corrects(words, sentence);
        }
        let behind = at + 1..own.end.min(at + 1 + NEAR);
        is_own(&at) && words.pack.english && behind.into_iter().any(|at| words.pack.formerly.has(words.word(at)))
    })
}

/// Whether a sentence or the one before tells that something was corrected.
fn corrects(words: &Words, sentence: usize) -> bool {
    let near = &words.sentences[sentence.saturating_sub(1)..=sentence];
    near.iter().flat_map(|span| words.within(*span)).any(|at| words.pack.corrects.has(words.word(at)))
}

#[cfg(test)]
mod tests {
    use crate::claims::testing::{claims, narrated};

    #[test]
    fn what_an_outlet_takes_back_is_no_claim() {
        for (language, text) in [
            ("en", "An earlier version of this article said 14 people had died."),
            ("en", "Correction: an earlier version of this article said that 14 people had died."),
            ("en", "This article was amended on 3 May. An earlier version said that 14 people were killed."),
            ("en", "This story originally said that 14 people were killed."),
            ("de", "In einer früheren Version dieses Artikels hieß es, 14 Menschen seien gestorben."),
            ("fr", "Une version précédente de cet article affirmait que 14 personnes étaient mortes."),
            ("es", "Una versión anterior de este artículo decía que murieron 14 personas."),
        ] {
            assert_eq!(claims(text, language), [], "{text}");
            let told = narrated(text, language);
            assert!(!told.iter().any(|claim| claim.contains("14")), "{text} {told:?}");
        }
    }

    #[test]
    fn versions_of_what_others_write_speak() {
        for text in [
            "An earlier version of the bill said that 14 towns would lose their court.",
            "An earlier version said that 14 towns would lose their court.",
            "This report said that 14 people were killed.",
        ] {
            assert_eq!(claims(text, "en").len(), 1, "{text}");
        }
    }
}
