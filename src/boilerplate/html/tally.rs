//! What a block's characters tell: words, digits, capitals, stops, prices.

use super::blocks::{RawBlock, STRETCH};
use crate::context::Context;

impl RawBlock {
    /// Counts the characters of its text; a cancelled count is short, and the walk over the page reports it.
    pub(super) fn count(&mut self, words: &str, context: &Context) {
        let mut inside = false;
        let mut wide = 0;
        for char in words.chars() {
            self.chars += 1;
            if self.chars.is_multiple_of(STRETCH) && context.is_cancelled() {
                break;
            }
            if char.is_whitespace() {
                inside = false;
                continue;
            }
            if !inside {
                self.words += 1;
                inside = true;
            }
            match char {
                '0'..='9' => self.digits += 1,
                'a'..='z' => {}
                'A'..='Z' => self.uppercase += 1,
                '.' | '!' | '?' | '。' | '！' | '？' | '؟' | '।' | '…' => self.stops += 1,
                ',' | ';' | '،' | '、' | '，' => self.commas += 1,
                '$' | '€' | '£' | '¥' | '₹' | '₽' => self.priced = true,
                // Scripts written without spaces: about two signs a word.
                '\u{0E00}'..='\u{0EFF}' | '\u{3040}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}' => wide += 1,
                _ => self.uppercase += u32::from(!char.is_ascii() && char.is_uppercase()),
            }
        }
        self.words += wide / 2;
    }
}
