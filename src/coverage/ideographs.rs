//! Words of texts that set none apart: what Hiragana leaves between it of Japanese, pairs of Han characters of Chinese, as indexes file
//! them.
//!
//! A single character stands in any text, and so do the Hiragana that join them: two reports on two events have most of them in common.

use crate::text::Span;

/// Whether a character is Han.
fn is_han(c: char) -> bool {
    matches!(c as u32, 0x3005 | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x2_0000..=0x3_FFFF)
}

fn is_hiragana(c: char) -> bool {
    matches!(c as u32, 0x3041..=0x309F)
}

/// Whether a term is a single character of a script without spaces, Han or Hiragana.
pub(super) fn is_single(term: &str) -> bool {
    let mut characters = term.chars();
    let first = characters.next();
    characters.next().is_none() && first.is_some_and(|c| is_han(c) || is_hiragana(c))
}

/// The first words of Han characters: in a text with Hiragana what stands together, else each two that stand side by side.
pub(super) fn words(text: &str, most: usize) -> Vec<&str> {
    let han: Vec<Span> =
        text.char_indices().filter(|(_, c)| is_han(*c)).map(|(at, c)| Span::new(at, at + c.len_utf8())).collect();
    let runs = han.chunk_by(|a, b| a.end == b.start).filter(|run| run.len() > 1);
    if text.chars().any(is_hiragana) {
        return runs.take(most).map(|run| run[0].cover(&run[run.len() - 1]).of(text)).collect();
    }
    runs.flat_map(|run| run.windows(2)).take(most).map(|pair| pair[0].cover(&pair[1]).of(text)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Context;
    use crate::coverage::{StoryText, group_stories};

    #[test]
    fn only_han_makes_words() {
        assert_eq!(words("東京都で、橋が", 9), ["東京都"]);
        assert_eq!(words("東京都，橋", 9), ["東京", "京都"]);
        assert_eq!(words("東京都，橋", 1), ["東京"]);
        assert_eq!(words("カタカナ and Latin", 9), [] as [&str; 0]);
        assert!(is_single("橋") && is_single("が") && !is_single("東京") && !is_single("a") && !is_single(""));
    }

    #[test]
    fn two_events_in_japanese_are_two_stories() {
        let story = |text: &str| StoryText { text: text.into(), language: Some("ja".into()), ..StoryText::default() };
        let texts = [
            story(
                "港にかかる古い橋が月曜日から大型車の通行を禁止する。市長は記者会見で、鋼材に亀裂が見つかったと述べた。\
                 修理には二年かかる見通しで、市は国に支援を求めている。",
            ),
            story(
                "製薬会社が新しい薬の承認を申請した。社長は記者会見で、来年にも国の許可が出る見通しだと述べた。\
                 二年前から大学と研究を進め、市の病院で試験をしている。",
            ),
            story(
                "市は古い橋の通行を大型車に限って禁止すると発表した。鋼材の亀裂が理由で、港の会社は困っている。\
                 橋の修理が終わるのは二年後になるという。",
            ),
        ];
        assert_eq!(group_stories(&texts, &Context::default()).unwrap(), [0, 1, 0]);
    }
}
