//! Which stops of a piece of text end a sentence.

use super::Span;
use super::abbreviations::{Abbreviation, Words};
use super::chars::{char_at, char_before, is_word};
use crate::{Context, Result};

mod closing;
mod hours;
mod scripts;

use scripts::is_unspaced;

/// How far back the word before a stop is followed, in bytes.
const LONGEST_WORD: usize = 48;

/// The longest label of a list item with what stands before it, in bytes.
const LONGEST_LABEL: usize = 12;

/// A walk over the stops of one piece of a text, which holds no break that ends a sentence by itself.
pub(crate) struct Stops<'a> {
    text: &'a str,
    piece: Span,
    words: &'a Words,
    /// Where the current sentence begins.
    start: usize,
}

/// A run of stops and what closes behind it.
struct Stop {
    /// Where the run begins.
    at: usize,
    /// Behind the closing marks.
    end: usize,
    kind: StopKind,
    /// Closing quotation marks and brackets behind it.
    closed: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum StopKind {
    /// One full stop.
    Full,
    /// Several, or "…".
    Ellipsis,
    /// With a question or exclamation mark in it.
    Strong,
    /// A stop that no space needs to follow: "。".
    Unspaced,
}

impl<'a> Stops<'a> {
    pub(crate) fn new(text: &'a str, piece: Span, words: &'a Words) -> Self {
        let piece = piece.trim(text);
        Self { text, piece, words, start: piece.start }
    }

    /// Adds the sentences of the piece.
    pub(crate) fn run(mut self, sentences: &mut Vec<Span>, context: &Context) -> Result<()> {
        let bytes = &self.text.as_bytes()[..self.piece.end];
        let mut at = self.piece.start;
        let mut checked = at;
        // Whether the sentence has a word before `read`.
        let (mut worded, mut read) = (false, at);
        while let Some(step) = bytes[at..].iter().position(|byte| LEADS[*byte as usize]) {
            at += step;
            if at - checked > 1 << 14 {
                context.check()?;
                checked = at;
            }
            let Some(c) = char_at(self.text, at) else { break };
            if !is_stop(c) && !self.is_greek_question(at, c) {
                at += c.len_utf8();
                continue;
            }
            let stop = self.stop(at);
            // A sentence has a word.
            worded = worded || self.text.get(read..stop.at).is_some_and(|head| head.chars().any(is_word));
            read = stop.at;
            at = stop.end;
            if worded && at < self.piece.end && self.ends(&stop) {
                sentences.push(Span::new(self.start, stop.end).trim(self.text));
                self.start = self.visible(stop.end);
                (at, read, worded) = (self.start, self.start, false);
            }
        }
        let last = Span::new(self.start, self.piece.end).trim(self.text);
        if !last.is_empty() {
            sentences.push(last);
        }
        Ok(())
    }

    fn char_at(&self, at: usize) -> Option<char> {
        if at < self.piece.end { char_at(self.text, at) } else { None }
    }

    /// The next place from `at` on that is no white space.
    fn visible(&self, mut at: usize) -> usize {
        while let Some(c) = self.char_at(at).filter(|c| c.is_whitespace() || *c == '\u{200B}') {
            at += c.len_utf8();
        }
        at
    }

    /// The run of stops at `at`, with the closing marks behind it.
    fn stop(&self, at: usize) -> Stop {
        let (mut end, mut dots) = (at, 0);
        let mut kind = StopKind::Full;
        while let Some(c) = self.char_at(end) {
            match c {
                '.' => dots += 1,
                '…' | '‥' => dots += 3,
                '!' | '?' | '‼' | '⁇' | '⁈' | '⁉' if kind != StopKind::Unspaced => kind = StopKind::Strong,
                ';' | '\u{37E}' if end == at => kind = StopKind::Strong,
                _ if is_stop(c) => kind = StopKind::Unspaced,
                // A spaced ellipsis.
                ' ' | '\u{A0}' if dots > 0 && self.char_at(end + c.len_utf8()) == Some('.') => {
                    let behind = self.char_at(end + c.len_utf8() + 1);
                    if behind.is_some_and(|c| c.is_ascii_digit()) {
                        break;
                    }
                }
                _ => break,
            }
            end += c.len_utf8();
        }
        if kind == StopKind::Full && dots > 1 {
            // Four spaced dots are a full stop and an ellipsis, which opens the next sentence.
            let four = self.text.get(at..end).is_some_and(|run| run.starts_with(". . . .") && run.len() <= 8);
            let next = self.char_at(self.visible(end));
            if four && char_before(self.text, at).is_some_and(is_word) && next.is_some_and(char::is_uppercase) {
                return Stop { at, end: at + 1, kind, closed: false };
            }
            kind = StopKind::Ellipsis;
        }
        let (end, closed) = self.closing(end);
        Stop { at, end, kind, closed }
    }

    /// Whether a sentence ends with this stop. Something follows it in the piece.
    fn ends(&self, stop: &Stop) -> bool {
        let next = self.visible(stop.end);
        if next >= self.piece.end {
            return true;
        }
        // "1.", "b)", "• 2." at the head of a sentence are labels.
        let short = stop.at - self.start <= LONGEST_LABEL;
        if short && self.text.get(self.start..stop.at).is_some_and(is_label) {
            return false;
        }
        let opened = self.opening(next);
        let Some(first) = self.char_at(opened) else { return true };
        if stop.kind == StopKind::Unspaced {
            let reported =
                stop.closed && (matches!(first, 'と' | 'っ') || opened == stop.end && self.is_said_so(opened));
            return !reported && !self.is_quoted_on(stop);
        }
        if next == stop.end {
            return self.is_glued(stop, opened, first);
        }
        if matches!(self.char_at(next), Some(',' | ';' | ':' | ')' | ']')) && opened == next {
            return false;
        }
        match stop.kind {
            StopKind::Full => self.full_stop_ends(stop, opened, first),
            StopKind::Ellipsis => {
                let bracketed = matches!(char_before(self.text, stop.at), Some('[' | '('));
                let spaced = self.text.get(stop.at..stop.end) == Some(". . .");
                !bracketed && !first.is_lowercase() && (!spaced || self.word_at(opened) != "I")
            }
            StopKind::Strong | StopKind::Unspaced => {
                if first.is_lowercase() {
                    // So a semicolon in a text that mixes its marks.
                    if self.char_at(stop.at) == Some(';') {
                        return false;
                    }
                    let marks = self.text.get(stop.at..stop.end).map_or(0, str::len);
                    !stop.closed && (marks > 1 || self.is_plain(self.word_before(stop.at)))
                } else {
                    let quoted = char_before(self.text, stop.end).is_some_and(|c| "\"”’'»«“".contains(c));
                    !(stop.closed && quoted && next == opened && self.is_reported(next))
                }
            }
        }
    }

    /// Behind opening quotation marks, brackets and dashes at `at`.
    fn opening(&self, mut at: usize) -> usize {
        if self.text.get(at..self.piece.end).is_some_and(|rest| rest.starts_with(",,")) {
            at += 2;
        }
        while let Some(c) = self.char_at(at).filter(|c| "\"'“„”‘‚’«»‹›([{¿¡-–—―`*_ •".contains(*c))
        {
            at += c.len_utf8();
        }
        at
    }

    /// Whether the words at `at` report the quotation before them: "Peskov asked", but not "The".
    fn is_reported(&self, at: usize) -> bool {
        let rest = self.text.get(at..self.piece.end).unwrap_or("");
        let mut words = rest.split(' ').take(5);
        if words.clone().next().is_none_or(|first| self.words.opens(first)) {
            return false;
        }
        words.any(|word| self.words.reports(word.trim_end_matches(['.', ','])))
    }

    /// Whether a word is one in lower case, too long for an abbreviation.
    fn is_plain(&self, word: &str) -> bool {
        word.chars().count() >= 4 && word.chars().all(char::is_lowercase)
    }

    /// Whether a sentence ends though no space follows: "the talks.The".
    fn is_glued(&self, stop: &Stop, next: usize, first: char) -> bool {
        let word = self.word_before(stop.at);
        if stop.kind == StopKind::Strong && stop.end - stop.at > 1 && first.is_lowercase() {
            return !stop.closed && word.chars().all(char::is_alphabetic);
        }
        // Scraped Chinese often has "?" and "!" for "？" and "！".
        if stop.kind == StopKind::Strong && is_unspaced(first) && word.ends_with(is_unspaced) {
            return !(stop.closed && self.is_said_so(next));
        }
        if !first.is_uppercase() {
            return false;
        }
        let lower = |c: Option<char>| c.is_some_and(char::is_lowercase);
        let plain = word.chars().count() >= 3 && word.chars().skip(1).all(char::is_lowercase);
        let address = self.char_at(next + self.word_at(next).len()).is_some_and(|c| matches!(c, '.' | '@' | '/'));
        plain && !address && (lower(self.char_at(next + first.len_utf8())) || self.words.opens(self.word_at(next)))
    }

    fn full_stop_ends(&self, stop: &Stop, next: usize, first: char) -> bool {
        let word = self.word_before(stop.at);
        if first.is_lowercase() && !self.is_reduced(next) {
            let rest = self.text.get(next..self.piece.end).unwrap_or("");
            if rest.starts_with("http://") || rest.starts_with("https://") {
                return true;
            }
            // Words that open sentences are no abbreviations, short as they are.
            let plain =
                self.words.known && (self.is_plain(word) || word.chars().nth(1).is_some() && self.words.opens(word));
            return plain && !stop.closed && self.words.abbreviation(word).is_none();
        }
        let following = self.word_at(next);
        let opens = || self.words.opens(following) || self.is_title(following, next);
        let address = matches!(char_before(self.text, stop.at - word.len()), Some('/' | '@' | '_' | '='));
        if word.is_empty() || stop.closed || address {
            return true;
        }
        if word.bytes().all(|byte| byte.is_ascii_digit()) {
            return !self.words.ordinals || word.len() > 2 || !first.is_numeric() && opens();
        }
        if word.ends_with(['°', 'º']) {
            return !first.is_numeric();
        }
        match self.words.abbreviation(word) {
            Some(Abbreviation::Name | Abbreviation::Office | Abbreviation::Inside) => return false,
            Some(Abbreviation::Number) => {
                let single = word.chars().nth(1).is_none();
                let dated = self.words.abbreviation(following) == Some(Abbreviation::Number);
                return !(first.is_numeric() || is_roman(following) || dated) && (!single || opens());
            }
            Some(Abbreviation::Hour) => {
                let known = !first.is_numeric() && self.words_so_far(stop.at) > 3 && opens();
                return known || self.ends_with_hour(stop.at - word.len(), next);
            }
            Some(Abbreviation::End) => {
                // "U.S. Rep. Lee": an office belongs to its country.
                let office = word.contains('.') && self.words.abbreviation(following) == Some(Abbreviation::Office);
                return !first.is_numeric() && self.words_so_far(stop.at) > 3 && !office && opens();
            }
            None => {}
        }
        // "I can't.", "it's.": no initial.
        let before = stop.at - word.len();
        if word.bytes().all(|byte| byte.is_ascii_lowercase())
            && let Some(c) = char_before(self.text, before).filter(|c| super::chars::is_apostrophe(*c))
            && char_before(self.text, before - c.len_utf8()).is_some_and(char::is_alphabetic)
        {
            return true;
        }
        let mut letters = word.chars();
        let initial = letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none();
        if initial || word.split('.').all(|part| part.chars().count() == 1) {
            // "А. С. Пушкин": "С" alone may open a sentence, but not with a stop of its own.
            let another = following.chars().nth(1).is_none() && self.char_at(next + following.len()) == Some('.');
            return !another && opens();
        }
        if self.words.ordinals && is_roman(word) {
            return opens();
        }
        true
    }

    /// Whether what stands at `at` is a reduced article or pronoun of Dutch that opens a sentence: "'s Avonds", "'t Regent".
    fn is_reduced(&self, at: usize) -> bool {
        let word = self.word_at(at);
        let behind = at + word.len();
        char_before(self.text, at).is_some_and(super::chars::is_apostrophe)
            && matches!(word, "s" | "t" | "n" | "k" | "m")
            && self.char_at(behind) == Some(' ')
            && self.char_at(behind + 1).is_some_and(char::is_uppercase)
    }

    /// The word that ends at `at`, with inner stops: "U.S", "Co", "12".
    fn word_before(&self, at: usize) -> &'a str {
        let floor = at.saturating_sub(LONGEST_WORD).max(self.start);
        let mut start = at;
        while start > floor {
            match char_before(self.text, start) {
                Some(c) if is_word(c) || matches!(c, '.' | '-' | '°' | 'º' | '&') || super::chars::is_extend(c) => {
                    start -= c.len_utf8();
                }
                _ => break,
            }
        }
        self.text.get(start..at).unwrap_or("").trim_start_matches(['.', '-'])
    }

    /// The letters and digits that begin at `at`.
    fn word_at(&self, at: usize) -> &'a str {
        let mut end = at;
        while let Some(c) = self.char_at(end).filter(|c| is_word(*c) && end - at < LONGEST_WORD) {
            end += c.len_utf8();
        }
        self.text.get(at..end).unwrap_or("")
    }

    /// Whether `word`, which begins at `at`, is a title with its stop: "Mr.".
    fn is_title(&self, word: &str, at: usize) -> bool {
        self.char_at(at + word.len()) == Some('.')
            && matches!(self.words.abbreviation(word), Some(Abbreviation::Name | Abbreviation::Office))
    }

    /// How many words the current sentence has before `at`; counted up to four.
    fn words_so_far(&self, at: usize) -> usize {
        self.text.get(self.start..at).unwrap_or("").split_whitespace().take(4).count()
    }
}

/// Whether what stands before a stop is the label of a list item: "1", "• 12", "(b".
fn is_label(head: &str) -> bool {
    let label = head.trim_start_matches(|c: char| !is_word(c)).trim_end_matches([')', '.']);
    let digits = label.bytes().all(|byte| byte.is_ascii_digit()) && label.len() <= 3;
    digits || label.len() == 1 && label.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Whether a word is a Roman numeral in capitals.
fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| b"IVXLC".contains(&byte))
}

/// Whether a character can end a sentence.
fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '‥' | '‼' | '⁇' | '⁈' | '⁉')
        || matches!(
            c,
            '。' | '．'
                | '！'
                | '？'
                | '｡'
                | '।'
                | '॥'
                | '؟'
                | '۔'
                | '։'
                | '።'
                | '፧'
                | '၊'
                | '။'
                | '។'
                | '៕'
        )
}

/// The first bytes of characters that [`is_stop`] names, and of the Greek question marks.
const LEADS: [bool; 256] = {
    let mut table = [false; 256];
    let leads = [b'.', b'!', b'?', b';', 0xCD, 0xD6, 0xD8, 0xDB, 0xE0, 0xE1, 0xE2, 0xE3, 0xEF];
    let mut at = 0;
    while at < leads.len() {
        table[leads[at] as usize] = true;
        at += 1;
    }
    table
};
