//! What a piece's surroundings say: repetitions, the nearest running text, headings that open comments or links.

use std::collections::HashMap;

use super::cues::Cues;
use super::edges::Pieces;
use super::stats::Stats;
use super::surroundings::{Values, surroundings};
use super::vocabulary::Vocabulary;
use crate::{Context, Result};

/// Which kinds open a stretch of boilerplate when they are a line of their own.
pub(crate) const OPENERS: [&str; 5] = ["comments", "related", "author", "subscribe", "copyright"];

/// Whether what such a kind opens stands below articles only; pleas and links stand in menus and in mid-story too.
pub(crate) fn follows_articles(opener: &str) -> bool {
    matches!(opener, "comments" | "author")
}

/// One piece's place in its text.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Place {
    /// Words before it.
    pub before: u32,
    /// How many pieces back and ahead the nearest running text stands; a large number where there is none.
    pub prose_back: u32,
    pub prose_ahead: u32,
    /// Words of running text in the pieces before and behind it, weighed less the farther they stand.
    pub prose_near: f32,
    /// How many pieces ago each of [`OPENERS`] stood; 0: never. Counted from 1.
    pub opened: [u32; OPENERS.len()],
    /// Whether it is, or stands behind, the line that counts the comments ("12 Comments") below the running text.
    pub thread: bool,
    /// How often its words occur, and whether they occurred before.
    pub copies: u32,
    pub repeated: bool,
    /// How many pieces its block has.
    pub block_size: u32,
}

/// A text as a whole.
#[derive(Debug, Default)]
pub(crate) struct Document {
    pub stats: Vec<Stats>,
    pub places: Vec<Place>,
    pub surroundings: Vec<Values>,
    pub vocabulary: Vocabulary,
    pub words: u32,
    pub prose_words: u32,
    /// Pieces in which a cue covers half of the words.
    pub cued: u32,
}

/// Whether a piece is running text by its looks alone: many words and a stop.
pub(crate) fn is_prose(stats: &Stats) -> bool {
    stats.words >= 30 && (stats.stops > 0 || stats.ends_with_stop) || (stats.words >= 12 && stats.ends_with_stop)
        // Scripts without spaces count ideographs.
        || (stats.words == 0 && stats.letters >= 60)
}

/// Whether cues cover at least half of a piece.
pub(crate) fn is_cued(stats: &Stats) -> bool {
    stats.cued
}

const FAR: u32 = 1_000;

/// The fewest words of running text before the line that counts the comments; above, it is a button.
const STORY: u32 = 60;

/// The longest such line, in words, and the longest that repeats the headline ("3 thoughts on ...").
const COUNT_WORDS: u32 = 4;
const TITLED_WORDS: u32 = 24;

/// "12 Comments", "3 thoughts on ...": what follows is theirs to the end.
fn counts_comments(line: &Stats, kind: Option<usize>) -> bool {
    let most = match line.cues.covered_by(kind.filter(|_| line.cues.opens_with(kind))) {
        0 | 1 => 0,
        2 => COUNT_WORDS,
        _ => TITLED_WORDS,
    };
    line.starts_with_number && !line.ends_with_stop && line.words <= most
}

impl Document {
    /// Looks at all pieces once forward and once backward.
    pub fn new(pieces: &Pieces, stats: Vec<Stats>, vocabulary: Vocabulary, context: &Context) -> Result<Self> {
        let mut document = Self { places: vec![Place::default(); stats.len()], ..Self::default() };
        document.surroundings = surroundings(&stats, &vocabulary, context)?;
        let mut copies: HashMap<u64, u32> = HashMap::with_capacity(stats.len());
        let openers = OPENERS.map(|name| Cues::get().kind(name));
        let mut place = Place { prose_back: FAR, ..Place::default() };
        let mut near = 0.0_f32;
        for (at, piece) in stats.iter().enumerate() {
            if at & 0x3ff == 0 {
                context.check()?;
            }
            place.thread |= document.prose_words >= STORY && counts_comments(piece, openers[0]);
            let seen = copies.entry(piece.hash).or_default();
            document.places[at] = Place { before: document.words, repeated: *seen > 0, prose_near: near, ..place };
            *seen += u32::from(piece.words > 0);
            document.words = document.words.saturating_add(piece.words);
            document.cued += u32::from(is_cued(piece));
            let prose = is_prose(piece);
            if prose {
                document.prose_words = document.prose_words.saturating_add(piece.words);
            }
            place.prose_back = if prose { 1 } else { (place.prose_back + 1).min(FAR) };
            near = near * 0.7 + if prose { (piece.words as f32).sqrt() } else { 0.0 };
            let prose_came = document.prose_words > 0;
            for ((opened, kind), name) in place.opened.iter_mut().zip(openers).zip(OPENERS) {
                // "Subscribe" in the menu opens nothing.
                let needs_prose = !follows_articles(name);
                let covered = piece.cues.covered_by(kind);
                let opens = piece.words <= 8 && covered * 2 >= piece.words && covered > 0;
                *opened = if opens && (prose_came || !needs_prose) {
                    1
                } else if *opened > 0 {
                    *opened + 1
                } else {
                    0
                };
            }
        }
        let mut ahead = FAR;
        near = 0.0;
        for at in (0..stats.len()).rev() {
            if at & 0x3ff == 0 {
                context.check()?;
            }
            let place = &mut document.places[at];
            place.prose_ahead = ahead;
            place.prose_near += near;
            place.copies = copies.get(&stats[at].hash).copied().unwrap_or(0);
            let prose = is_prose(&stats[at]);
            ahead = if prose { 1 } else { (ahead + 1).min(FAR) };
            near = near * 0.7 + if prose { (stats[at].words as f32).sqrt() } else { 0.0 };
        }
        let mut from = 0;
        while from < stats.len() {
            let block = pieces.pieces[from].block;
            let size = pieces.pieces[from..].iter().take_while(|piece| piece.block == block).count();
            for place in &mut document.places[from..from + size] {
                place.block_size = u32::try_from(size).unwrap_or(u32::MAX);
            }
            from += size;
        }
        document.stats = stats;
        document.vocabulary = vocabulary;
        Ok(document)
    }
}
