//! The whatlang crate as a model: trigram profiles of 70 languages.

use super::clean::Words;
use super::codes::resolve;
use super::restriction::Languages;

/// Every language that whatlang knows, as BCP 47 code, with whatlang's own name for it.
fn table() -> impl Iterator<Item = (&'static str, whatlang::Lang)> {
    whatlang::Lang::all().iter().filter_map(|lang| Some((resolve(lang.code()).ok()?.code, *lang)))
}

/// What whatlang says first, with its confidence and whether it relies on that.
pub(crate) fn best(words: &Words, languages: Option<&Languages>) -> Option<(&'static str, f64, bool)> {
    let info = match languages {
        None => whatlang::detect(&joined(words))?,
        Some(languages) => asked(&joined(words), &allowed(Some(languages)))?,
    };
    Some((resolve(info.lang().code()).ok()?.code, info.confidence(), info.is_reliable()))
}

/// The best three languages with whatlang's confidence.
///
/// whatlang answers with one language; the next is what it says when that one is denied, and gets its share of what is
/// left of the probability, but no more than the one before it.
pub(crate) fn rank(words: &Words, languages: Option<&Languages>) -> Vec<(&'static str, f64)> {
    let text = joined(words);
    let mut allowed = allowed(languages);
    let (mut ranking, mut left, mut last) = (Vec::new(), 1.0, 1.0_f64);
    while ranking.len() < 3 && !allowed.is_empty() {
        let Some(info) = asked(&text, &allowed) else { break };
        let Some(at) = allowed.iter().position(|(_, lang)| *lang == info.lang()) else { break };
        let (code, _) = allowed.swap_remove(at);
        last = last.min(if ranking.is_empty() || !allowed.is_empty() { left * info.confidence() } else { left });
        ranking.push((code, last));
        left -= last;
    }
    ranking
}

fn joined(words: &Words) -> String {
    words.iter().map(|(_, word)| word.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

fn allowed(languages: Option<&Languages>) -> Vec<(&'static str, whatlang::Lang)> {
    table().filter(|(code, _)| languages.is_none_or(|l| l.contains(code))).collect()
}

fn asked(text: &str, allowed: &[(&'static str, whatlang::Lang)]) -> Option<whatlang::Info> {
    whatlang::Detector::with_allowlist(allowed.iter().map(|(_, lang)| *lang).collect()).detect(text)
}
