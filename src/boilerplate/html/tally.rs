//! What a block's characters tell: words, digits, capitals, stops, prices.

use super::blocks::{Page, RawBlock, STRETCH};
use super::raised::is_raised;
use super::tags::Tag;
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
            // The models know marks of footnotes as digits at the end of a word.
            if !inside && !is_raised(char) {
                self.words += 1;
                inside = true;
            }
            match char {
                '0'..='9' => self.digits += 1,
                'a'..='z' => {}
                'A'..='Z' => self.uppercase += 1,
                _ if is_raised(char) => self.digits += 1,
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

impl Page {
    /// Sums the blocks up into their scopes and all that hold these.
    pub(super) fn total(&mut self) {
        for block in &self.blocks {
            let scope = &mut self.scopes[block.scope as usize];
            scope.blocks += 1;
            scope.words += block.words;
            scope.chars += block.chars;
            scope.link_chars += block.link_chars;
            scope.paragraphs += u32::from(scope.tag == Some(Tag::P) && block.words > 5);
            if block.is_prose() {
                scope.prose += block.words as f32 * (1.0 - block.link_density());
            }
        }
        for index in (1..self.scopes.len()).rev() {
            let inner = self.scopes[index].clone();
            let outer = &mut self.scopes[inner.parent as usize];
            outer.blocks += inner.blocks;
            outer.words += inner.words;
            outer.chars += inner.chars;
            outer.link_chars += inner.link_chars;
            outer.paragraphs += inner.paragraphs;
            outer.prose += inner.prose;
        }
    }
}
