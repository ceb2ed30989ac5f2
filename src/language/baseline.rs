//! The whatlang crate as a model: trigram profiles of 70 languages.

use super::clean::Words;
use super::codes::resolve;
use super::restriction::Languages;

/// Every language that whatlang knows, as BCP 47 code, with whatlang's own name for it.
fn table() -> impl Iterator<Item = (&'static str, whatlang::Lang)> {
    whatlang::Lang::all().iter().filter_map(|lang| Some((resolve(lang.code()).ok()?.code, *lang)))
}

/// The best three languages with whatlang's confidence, and whether whatlang relies on the first.
///
/// whatlang answers with one language; the next is what it says when that one is denied, and gets its share of what is
/// left of the probability.
pub(crate) fn rank(words: &Words, languages: Option<&Languages>) -> (Vec<(&'static str, f64)>, bool) {
    let text = words.iter().map(|(_, word)| word.iter().collect::<String>()).collect::<Vec<_>>().join(" ");
    let mut allowed: Vec<_> = table().filter(|(code, _)| languages.is_none_or(|l| l.contains(code))).collect();
    let (mut ranking, mut reliable, mut left) = (Vec::new(), false, 1.0);
    while ranking.len() < 3 && !allowed.is_empty() {
        let list = allowed.iter().map(|(_, lang)| *lang).collect();
        let Some(info) = whatlang::Detector::with_allowlist(list).detect(&text) else { break };
        let Some(at) = allowed.iter().position(|(_, lang)| *lang == info.lang()) else { break };
        let (code, _) = allowed.swap_remove(at);
        if ranking.is_empty() {
            reliable = info.is_reliable();
        }
        let share = if allowed.is_empty() { left } else { left * info.confidence() };
        ranking.push((code, share));
        left -= share;
    }
    ranking.sort_by(|a, b| b.1.total_cmp(&a.1));
    (ranking, reliable)
}
