//! Which line at the head of a text is its headline.
//!
//! A headline speaks of what the article speaks of, stands over the names of the writer and the day, is mostly the first
//! line that can be one, and is short. The weights were fitted, as a softmax over a page's lines, to the titles of the
//! development pages of WCXB (658 texts that an extractor left behind; five folds); that of a repeated line was raised by hand,
//! since news sites repeat their headlines and those pages seldom do.

use std::collections::HashSet;

use super::document::{Document, is_cued, is_prose};
use super::edges::Pieces;
use super::kinds::Kinds;
use super::labels::{credits_a_picture, first_part, is_date, names_a_writer};
use super::segment::Zone;
use super::stats::Stats;
use super::words::each_word;
use crate::boilerplate::Label;
use crate::boilerplate::metadata::is_date_line;

/// How many lines at the head of a text may be its headline.
pub(super) const HEAD: usize = 24;

/// How many lines of what is taken for the body may be headlines over its first sentence.
const LEAD: usize = 3;

/// How many pieces of the body, and words of each, are asked for the words of a headline.
const BODY: (usize, usize) = (6, 400);

/// Letters from which on a word counts as one of content.
const LONG_WORD: usize = 4;

/// Words of a headline that the body has, and long words: more of them say no more.
const MOST_SHARED: f32 = 5.0;
const MOST_LONG: f32 = 8.0;

/// Signs between links of which so many make a trail: "Home>News>Europe".
const TRAIL: u32 = 2;

/// Long words that a question shares with what follows, at the least, to stand over all of it and not over an answer.
const LEAST_SHARED: f32 = 3.0;

/// The longest headline, in words; a standfirst is longer.
const LONGEST: u32 = 18;

const SHARED: f32 = 4.6;
const LONG: f32 = 0.4;
const OVER_CREDITS: f32 = 0.8;
const UNDER_CREDITS: f32 = -0.8;
const FIRST: f32 = 0.7;
const COPIES: f32 = 1.2;
const TOO_LONG: f32 = -1.8;
const MENU: f32 = -0.8;
const CALL: f32 = -1.1;

/// Whether a piece states something in a sentence, as headlines do not: they may ask and exclaim.
pub(super) fn is_statement(text: &str, pieces: &Pieces, at: usize, line: &Stats) -> bool {
    is_prose(line) || line.ends_with_stop && !first_part(text, pieces, at).ends_with(['?', '!', '？', '！', '؟'])
}

/// The headline of a text whose body begins with the piece `first_body`; `credits` name writer and day.
pub(super) fn headline(
    text: &str,
    document: &Document,
    pieces: &Pieces,
    zones: &[Zone],
    (first_body, credits): (usize, &[(usize, Label)]),
) -> Option<usize> {
    let credit = credits.last().map(|&(at, _)| at);
    let words = body_words(text, pieces, zones, credit.map_or(first_body, |credit| first_body.max(credit + 1)));
    let states = |at: usize| zones[at] == Zone::Body && is_statement(text, pieces, at, &document.stats[at]);
    let lead = (first_body..zones.len()).take(LEAD + 1).find(|&at| states(at)).filter(|&at| at > first_body);
    let lead = lead.map(|sentence| sentence - 1);
    // The first question of an interview is mostly none.
    let talk =
        (first_body..zones.len()).filter(|&at| zones[at] == Zone::Body && asks(&document.stats[at])).nth(1).is_some();
    // A first line of the body that is repeated outside of it is the headline too.
    let end = lead.into_iter().chain(credit).fold(first_body, usize::max);
    let mut best: Option<(f32, usize)> = None;
    let mut is_first = true;
    for (at, &zone) in zones.iter().enumerate().take((end + 1).min(HEAD)) {
        let line = &document.stats[at];
        let repeated = document.places[at].copies > 1;
        let over = credit.is_some_and(|credit| at < credit);
        let leads = lead.is_some_and(|lead| at <= lead);
        if !(zone != Zone::Body || over || repeated || leads) || !can_be(text, pieces, at, line) {
            continue;
        }
        let (shared, long) = content(first_part(text, pieces, at), &words);
        let heads_all =
            || content(first_part(text, pieces, at), &body_words(text, pieces, zones, at + 1)).0 >= LEAST_SHARED;
        if zone == Zone::Body && talk && asks(line) && !heads_all() {
            continue;
        }
        // "By Staff" names nobody, and stands between the two all the same.
        let right_over = credits
            .first()
            .is_some_and(|&(credit, _)| at < credit && document.stats[at + 1..credit].iter().all(names_a_writer));
        let speaks = shared > 0.0;
        let long_enough = match line.words {
            // Two words are a section sooner.
            ..3 => speaks && right_over,
            3..5 => speaks || right_over,
            _ => true,
        };
        if !long_enough {
            continue;
        }
        let score = SHARED * shared.min(MOST_SHARED) / MOST_SHARED
            + LONG * long.min(MOST_LONG) / MOST_LONG
            + weight(OVER_CREDITS, over)
            // What stands between the writer's name and the story is a caption sooner than the headline.
            + weight(UNDER_CREDITS, !over && credit.is_some())
            + weight(FIRST, is_first)
            + weight(COPIES, repeated)
            + weight(TOO_LONG, line.words > LONGEST)
            + weight(MENU, line.cells > 0 || signs(line) > 0 || line.addresses > 0)
            + weight(CALL, line.ends_with_colon || line.exclaims > 0);
        is_first = false;
        if best.is_none_or(|(value, _)| score > value) {
            best = Some((score, at));
        }
    }
    best.map(|(_, at)| at)
}

fn asks(line: &Stats) -> bool {
    line.ends_with_question && !is_prose(line)
}

/// Signs between links; guillemets are among them, which may be those of a quotation.
fn signs(line: &Stats) -> u32 {
    if line.spoken == 0 { line.link_signs } else { 0 }
}

fn weight(weight: f32, holds: bool) -> f32 {
    if holds { weight } else { 0.0 }
}

/// Whether a line can be a headline by its looks and its words.
fn can_be(text: &str, pieces: &Pieces, at: usize, line: &Stats) -> bool {
    (2..=32).contains(&line.words)
        && !is_statement(text, pieces, at, line)
        && !is_cued(line)
        && !names_a_writer(line)
        && !is_date(line)
        && signs(line) < TRAIL
        && !(line.cells > 0 && line.digits > 0)
        && !is_date_line(first_part(text, pieces, at))
        && !is_address(first_part(text, pieces, at))
        && !credits_a_picture(line)
        && line.cues.covered_by(Kinds::get().consent) == 0
}

/// Whether a line is the page's address, with or without its scheme.
fn is_address(line: &str) -> bool {
    let (host, rest) = line.split_once('/').unwrap_or((line, ""));
    line.starts_with("http") || !line.contains(' ') && host.contains('.') && !rest.is_empty()
}

/// The words of the first pieces of the body from `from` on, as hashes.
fn body_words(text: &str, pieces: &Pieces, zones: &[Zone], from: usize) -> HashSet<u64> {
    let mut words = HashSet::new();
    for at in (from..zones.len()).filter(|&at| zones[at] == Zone::Body).take(BODY.0) {
        let piece = pieces.pieces[at];
        for part in &pieces.parts[piece.first..piece.end] {
            let mut budget = BODY.1;
            each_word(part.of(text), |word| {
                words.insert(word.hash);
                budget -= 1;
                budget > 0
            });
        }
    }
    words
}

/// How many of a line's long words the body has, and how many there are.
fn content(line: &str, body: &HashSet<u64>) -> (f32, f32) {
    let (mut shared, mut long) = (0.0, 0.0);
    each_word(line, |word| {
        if word.end - word.start >= LONG_WORD {
            long += 1.0;
            shared += weight(1.0, body.contains(&word.hash));
        }
        true
    });
    (shared, long)
}
