//! What Greek and Chinese do in their own way.

use super::{Stop, Stops};
use crate::text::chars::char_before;

/// The most characters of a clause that tells who said the quotation before it.
const CLAUSE: usize = 20;

/// Quotation marks of Japanese, and the most characters of a quotation on either side of a stop in it.
const QUOTES: [(char, char); 2] = [('「', '」'), ('『', '』')];
const QUOTATION: usize = 200;

/// What such a clause ends in.
const SAID: &[&str] = &[
    "说", "說", "说道", "說道", "问道", "問道", "答道", "写道", "寫道", "喊道", "表示", "指出", "声称", "聲稱", "宣称",
    "宣稱", "回答", "强调", "強調", "补充", "補充", "透露", "坦言", "回应", "回應", "反问", "反問",
];

/// Words that end alike and say nothing.
const UNSAID: &[&str] = &["小说", "小說", "传说", "傳說", "学说", "學說"];

impl Stops<'_> {
    /// Whether `c`, at `at`, is the Greek question mark, which looks like a semicolon and mostly is one to the machine.
    pub(super) fn is_greek_question(&self, at: usize, c: char) -> bool {
        c == '\u{37E}'
            || c == ';'
                && char_before(self.text, at).is_some_and(is_greek)
                && self.char_at(at + 1).is_none_or(|c| c.is_whitespace() || "\"»”)".contains(c))
    }

    /// Whether a stop stands within a Japanese quotation of several sentences that the words behind it go on with:
    /// "「来た。そして行った」と言った。"
    pub(super) fn is_quoted_on(&self, stop: &Stop) -> bool {
        let before = self.text.get(self.start..stop.at).unwrap_or("");
        let marks = |c: &char| QUOTES.iter().any(|(open, close)| c == open || c == close);
        let last = before.chars().rev().take(QUOTATION).find(marks);
        let Some((open, close)) = QUOTES.into_iter().find(|(open, _)| last == Some(*open)) else { return false };
        let behind = self.text.get(stop.end..self.piece.end).unwrap_or("").chars().take(QUOTATION);
        let mut rest = behind.skip_while(|c| *c != close && *c != open);
        rest.next() == Some(close) && matches!(rest.next(), Some('と' | 'っ'))
    }

    /// Whether a Chinese clause at `at` says who spoke: "部长说。", but not "部长说：", which opens what comes.
    pub(super) fn is_said_so(&self, at: usize) -> bool {
        let rest = self.text.get(at..self.piece.end).unwrap_or("");
        let marks = |c: char| !c.is_alphanumeric();
        let end = rest.char_indices().take(CLAUSE).find(|(_, c)| marks(*c)).map_or(rest.len(), |(at, _)| at);
        let (clause, behind) = rest.split_at(end);
        clause.chars().nth(CLAUSE).is_none()
            && !behind.starts_with(['：', ':', '“', '「'])
            && SAID.iter().any(|said| clause.ends_with(said))
            && !UNSAID.iter().any(|word| clause.ends_with(word))
    }
}

/// Whether a letter is of Chinese or Japanese, which put no spaces between sentences.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{20000}'..='\u{2FA1F}')
}

/// Whether a letter is Greek.
fn is_greek(c: char) -> bool {
    matches!(c, '\u{386}'..='\u{3CE}' | '\u{1F00}'..='\u{1FFC}')
}
