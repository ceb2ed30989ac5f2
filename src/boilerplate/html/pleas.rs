//! Boxes that ask readers for money, a subscription or an address, and say so in class or id.
//!
//! A whole article, or each of its paragraphs, may stand in an element named "paywall". So the name alone is not enough: the
//! box is small, one of a few, and speaks to the reader.

use super::beside::{boxes, drop_boxes};
use super::blocks::Page;
use super::flags::flag;
use crate::boilerplate::lines::cues::Cues;
use crate::boilerplate::lines::kinds::Kinds;
use crate::boilerplate::lines::voices::{SECOND, Voices, WE};
use crate::boilerplate::lines::words::each_word;

/// The most words of such a box, and the most boxes of a page.
const PLEA_WORDS: u32 = 60;
const MOST: usize = 3;

/// Takes such boxes out.
pub(super) fn drop_pleas(page: &Page, scores: &[f32], keep: &mut [bool]) {
    let Some(boxes) = boxes(page, flag::PLEA) else { return };
    let mut pleas: Vec<(u32, bool)> = Vec::new();
    for block in &page.blocks {
        let Some(own) = boxes.get(block.scope as usize).filter(|&&own| is_small(page, own)) else { continue };
        if pleas.last().is_none_or(|(last, _)| last != own) {
            pleas.push((*own, false));
        }
        if pleas.len() > MOST {
            return;
        }
        if let Some((_, asks)) = pleas.last_mut() {
            *asks |= asks_readers(block.span.of(&page.text));
        }
    }
    let boxed = |at: usize| pleas.iter().any(|&(own, asks)| asks && boxes[page.blocks[at].scope as usize] == own);
    drop_boxes(page, scores, boxed, keep);
}

fn is_small(page: &Page, scope: u32) -> bool {
    page.scopes.get(scope as usize).is_some_and(|scope| scope.words <= PLEA_WORDS)
}

/// Whether a text speaks of "us" or to "you", or asks in the words of pleas, and quotes nobody.
fn asks_readers(text: &str) -> bool {
    let mut speaks = false;
    each_word(text, |word| {
        speaks = matches!(Voices::get().kind(word.hash), Some(WE | SECOND));
        !speaks
    });
    let asks = || {
        let (found, _) = Cues::get().find_in(text);
        Kinds::get().pleas.iter().any(|&kind| found.covered_by(kind) > 1)
    };
    !text.contains(['"', '“', '”', '„', '«', '»']) && (speaks || asks())
}

#[cfg(test)]
mod tests {
    use super::super::tests::{FIRST, SECOND, THIRD, article, page};

    fn text(boxed: &str) -> String {
        article(&page(&format!("<article><h1>Ferries return</h1><p>{FIRST}</p>{boxed}<p>{SECOND}</p></article>"))).text
    }

    #[test]
    fn boxes_that_ask_for_consent_or_money_are_left_out() {
        for (class, words) in [
            (
                "cookie-consent",
                "Drogi Czytelniku, cenimy Twoją prywatność i prosimy o zgodę na pliki, które pamiętają wybór.",
            ),
            (
                "support-banner",
                "We have a small favour to ask. Our reporting stays open to all because readers pay for it.",
            ),
            ("paywall", "This story is for subscribers only. Get unlimited access for $1 a week."),
            ("paywall", "Weiterlesen mit Hafen Plus. Jetzt 4 Wochen für 1 Euro testen."),
        ] {
            let got = text(&format!("<div class={class}><p>{words}</p></div>"));
            assert!(!got.contains(words) && got.contains(FIRST) && got.contains(SECOND), "{got}");
        }
    }

    #[test]
    fn an_article_in_such_a_box_stays() {
        let got = text(&format!("<div class=paywall-content><p>{THIRD}</p></div>"));
        assert!(got.contains(THIRD), "{got}");
        let paragraphs =
            [FIRST, SECOND, THIRD].map(|words| format!("<p class=paywall>{words} You and we know.</p>")).concat();
        let got = article(&page(&format!("<article><h1>Ferries return</h1>{paragraphs}</article>"))).text;
        assert!(got.contains(FIRST) && got.contains(SECOND) && got.contains(THIRD), "{got}");
        let quoted = "“We have a small favour to ask of you,” the captain told the passengers on the pier.";
        assert!(text(&format!("<div class=support><p>{quoted}</p></div>")).contains(quoted));
    }
}
