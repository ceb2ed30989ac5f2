//! What one scan over a piece counts; features are made of these counts.

use super::chars::{is_blank, is_bullet, is_closer, is_link_sign, is_quote, is_stop};
use super::cues::{Cues, Matches};
use super::edges::{Piece, Pieces};
use super::marks;
use super::vocabulary::{LONG, Vocabulary};
use super::voices::{FIRST, KINDS, Voices};
use super::words::{NUMBER, Word, is_mark, seed, stands_alone, step};
use crate::text::Span;
use crate::{Context, Result};

/// Counts over one piece. Characters are Unicode scalar values.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Stats {
    pub chars: u32,
    pub letters: u32,
    pub upper: u32,
    pub digits: u32,
    pub signs: u32,
    pub words: u32,
    /// Words that open with a small letter; words that are written in capitals or open with one.
    pub lower_words: u32,
    pub title_words: u32,
    /// Words of at most three letters: articles, prepositions and the like in alphabetic scripts.
    pub short_words: u32,
    /// Ends of sentences: a stop before white space or at the end.
    pub stops: u32,
    pub commas: u32,
    pub quotes: u32,
    /// Marks that open or close a quotation, those of a single stroke among them: no feature, as the weights know `quotes`.
    pub spoken: u32,
    pub exclaims: u32,
    pub questions: u32,
    /// Words of each of [`KINDS`].
    pub voices: [u16; KINDS.len()],
    pub link_signs: u32,
    /// Signs of addresses: "@", "//", "www".
    pub addresses: u32,
    /// Tabs and pipes, which part cells.
    pub cells: u32,
    pub ends_with_stop: bool,
    pub ends_with_question: bool,
    pub ends_with_colon: bool,
    pub starts_with_bullet: bool,
    pub starts_with_number: bool,
    pub starts_lower: bool,
    /// Hash of the words in order, numbers folded: equal for lines that only differ in case, marks and counters.
    pub hash: u64,
    pub cues: Matches,
    /// Whether cues of one kind cover at least half of the words.
    pub cued: bool,
}

/// Words beyond this many are not looked up: a line so long is running text, and its edges were cut off before.
const LOOKED_UP: usize = 160;

/// A line that says nothing of the lines around it, and is set apart before they are judged.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mark {
    /// How many pieces stand before it.
    pub before: usize,
    pub piece: Piece,
    /// The kind of its cues.
    pub kind: usize,
}

/// What one look at all pieces finds.
#[derive(Debug, Default)]
pub(crate) struct Scan {
    /// The counts of the pieces, in order.
    pub stats: Vec<Stats>,
    /// Their long words.
    pub vocabulary: Vocabulary,
    /// Lines that say "Advertisement" and no more, and buttons above the story that lead to the comments below it.
    pub marks: Vec<Mark>,
}

/// The counts of all pieces and their long words; takes marks out of the pieces.
///
/// A mark says nothing of the lines around it, while a menu's line does: the story goes on behind it as if it were not there.
pub(crate) fn scan(text: &str, pieces: &mut Pieces, context: &Context) -> Result<Scan> {
    let mut all = Vec::with_capacity(pieces.pieces.len());
    let (mut words, mut long) = (Vec::new(), Vec::new());
    // The long words of all pieces, one piece after the other, and where those of each end.
    let (mut longs, mut ends) = (Vec::new(), Vec::with_capacity(pieces.pieces.len()));
    let mut since = 0;
    for piece in &pieces.pieces {
        let parts = &pieces.parts[piece.first..piece.end];
        let mut scanner =
            Scanner { words: std::mem::take(&mut words), long: std::mem::take(&mut long), ..Scanner::default() };
        scanner.words.clear();
        scanner.long.clear();
        for part in parts {
            // Long lines are scanned in steps, so that they can be stopped too.
            let mut from = part.start;
            while from < part.end {
                let mut to = part.end.min(from + (1 << 16));
                while !text.is_char_boundary(to) {
                    to += 1;
                }
                scanner.feed(Span::new(from, to).of(text));
                since += to - from;
                from = to;
                if since > 1 << 15 {
                    since = 0;
                    context.check()?;
                }
            }
            scanner.gap();
        }
        scanner.finish(text, parts);
        longs.extend_from_slice(&scanner.long);
        ends.push(longs.len());
        all.push(scanner.stats);
        (words, long) = (scanner.words, scanner.long);
    }
    let mut found = Scan::default();
    let mut kept = Vec::with_capacity(all.len());
    let mut start = 0;
    for (((line, piece), end), kind) in all.iter().zip(&pieces.pieces).zip(ends).zip(marks::kinds(&all)) {
        if let Some(kind) = kind {
            found.marks.push(Mark { before: kept.len(), piece: *piece, kind });
        } else {
            found.vocabulary.push(longs.get(start..end).unwrap_or(&[]));
            found.stats.push(*line);
            kept.push(*piece);
        }
        start = end;
    }
    pieces.pieces = kept;
    Ok(found)
}

#[derive(Default)]
struct Scanner {
    stats: Stats,
    words: Vec<Word>,
    /// Hashes of the long ones.
    long: Vec<u64>,
    /// The open word: hash, letters so far, digits only, its first character.
    open: Option<(u64, u32, bool, char)>,
    previous: char,
    /// Whether the word before was "I".
    said_i: bool,
    line_hash: u64,
}

impl Scanner {
    fn feed(&mut self, text: &str) {
        for c in text.chars() {
            self.stats.chars += 1;
            if c.is_ascii_lowercase() {
                self.stats.letters += 1;
                match &mut self.open {
                    Some((hash, length, digits, _)) => {
                        *hash = step(*hash, u32::from(c));
                        *length += 1;
                        *digits &= c == 'k';
                    }
                    None => self.letter(c, u32::from(c)),
                }
            } else if c == ' ' {
                self.close();
                self.stats.stops += u32::from(is_stop(self.previous));
            } else if c.is_alphanumeric() && !stands_alone(c) {
                if c.is_numeric() {
                    self.stats.digits += 1;
                    self.letter(c, u32::from(c));
                } else {
                    self.stats.letters += 1;
                    self.stats.upper += u32::from(c.is_uppercase());
                    let mut low = c.to_lowercase();
                    self.letter(c, low.next().map_or(0, u32::from));
                    for more in low.filter(|&more| !is_mark(more)) {
                        self.letter(c, u32::from(more));
                    }
                }
            } else {
                self.mark(c);
            }
            self.previous = c;
        }
    }

    fn letter(&mut self, c: char, unit: u32) {
        let numeral = c.is_numeric() || c == 'K' && self.open.is_some();
        let (hash, length, digits, first) = self.open.unwrap_or((seed(), 0, true, c));
        self.open = Some((step(hash, unit), length + 1, digits && numeral, first));
    }

    fn mark(&mut self, c: char) {
        if self.open.is_some() && is_mark(c) {
            return;
        }
        self.close();
        if stands_alone(c) || c == '©' {
            self.stats.letters += u32::from(c != '©');
            self.stats.signs += u32::from(c == '©');
            self.word(step(seed(), u32::from(c)));
            return;
        }
        if is_blank(c) {
            if is_stop(self.previous) {
                self.stats.stops += 1;
            }
            self.stats.cells += u32::from(c == '\t');
            return;
        }
        match c {
            ',' | '،' | '、' | '，' | ';' => self.stats.commas += 1,
            '|' => self.stats.cells += 1,
            '@' => self.stats.addresses += 1,
            '/' if self.previous == '/' => self.stats.addresses += 1,
            '。' | '！' | '？' | '।' => self.stats.stops += 1,
            _ => {}
        }
        match c {
            '!' | '！' => self.stats.exclaims += 1,
            '?' | '？' | '؟' => self.stats.questions += 1,
            _ => {}
        }
        self.stats.quotes += u32::from(is_quote(c));
        let opens = c == '\'' && is_blank(self.previous);
        let closes = matches!(c, '\'' | '’') && matches!(self.previous, ',' | '.' | '!' | '?' | '…');
        self.stats.spoken += u32::from(is_quote(c) || opens || closes);
        self.stats.link_signs += u32::from(is_link_sign(c));
        self.stats.signs += u32::from(!matches!(c, ',' | '.' | '-' | '\'' | '’'));
    }

    fn close(&mut self) {
        if let Some((hash, length, digits, first)) = self.open.take() {
            self.stats.lower_words += u32::from(first.is_lowercase());
            self.stats.title_words += u32::from(first.is_uppercase());
            self.stats.short_words += u32::from(length <= 3 && !digits);
            if length >= LONG && !digits && self.long.len() < LOOKED_UP {
                self.long.push(hash);
            }
            // "I vigili": the article of Italian.
            if std::mem::take(&mut self.said_i) && length > 2 && self.previous == 'i' {
                self.stats.voices[FIRST] = self.stats.voices[FIRST].saturating_sub(1);
            }
            self.said_i = length == 1 && first == 'I';
            let kind = if self.said_i { Some(FIRST) } else { Voices::get().kind(hash) };
            if let Some(kind) = kind {
                self.stats.voices[kind] = self.stats.voices[kind].saturating_add(1);
            }
            self.word(if digits { NUMBER } else { hash });
        }
    }

    fn word(&mut self, hash: u64) {
        self.stats.words += 1;
        self.line_hash = (self.line_hash.rotate_left(5) ^ hash).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        if self.words.len() <= LOOKED_UP {
            self.words.push(Word { hash, start: 0, end: 0 });
        }
    }

    /// Between the physical lines of a piece.
    fn gap(&mut self) {
        self.close();
        if is_stop(self.previous) {
            self.stats.stops += 1;
        }
        self.previous = ' ';
    }

    fn finish(&mut self, text: &str, parts: &[Span]) {
        self.close();
        let head = parts.first().map_or("", |part| part.of(text));
        let tail = parts.last().map_or("", |part| part.of(text));
        let stats = &mut self.stats;
        stats.hash = self.line_hash;
        let last = tail.chars().rev().find(|&c| !is_closer(c));
        stats.ends_with_stop = last.is_some_and(is_stop);
        stats.ends_with_question = matches!(last, Some('?' | '？' | '؟'));
        stats.ends_with_colon = matches!(last, Some(':' | '：'));
        let first = head.chars().next().unwrap_or(' ');
        let second = head.chars().nth(1).unwrap_or(' ');
        stats.starts_with_bullet =
            is_bullet(first) || (matches!(first, '-' | '*' | '–' | '—' | '+') && is_blank(second));
        stats.starts_with_number = first.is_numeric();
        stats.starts_lower = first.is_lowercase();
        let whole = self.words.len() <= LOOKED_UP;
        stats.cues = Cues::get().find(&self.words, whole);
        stats.cued = stats.cues.strongest().is_some_and(|(_, covered)| u32::from(covered) * 2 >= stats.words);
    }
}

/// [`Stats::hash`] of a single line; none if it holds no word.
pub(crate) fn key(line: &str) -> Option<u64> {
    let mut scanner = Scanner::default();
    scanner.feed(line);
    scanner.close();
    (scanner.stats.words > 0).then_some(scanner.line_hash)
}
