//! Who wrote a text and when, between its headline and its first sentences.
//!
//! The weights have learned from pages, where a hundred lines stand over the article. Of a text that begins with its
//! headline they hold the first lines for the article's own.

use super::document::{Document, is_prose};
use super::edges::Pieces;
use super::labels::{first_part, is_date};
use super::segment::Zone;
use crate::boilerplate::Label;
use crate::boilerplate::metadata::{is_byline, is_date_line, is_dated_name};

/// How many pieces at the head of a text may say so.
const HEAD: usize = 12;

/// The longest such line, in words.
const LONGEST: u32 = 16;

/// The most lines with dates behind the first running text; what has more is a timeline, whose dates are its headings.
const MOST_DATES: usize = 1;

/// "@janedoe", "jane.doe@post.example"
fn is_address(words: &str) -> bool {
    words.contains('@') && !words.contains(char::is_whitespace)
}

/// The lines of the head that name the writer or the day; takes them out of the body.
pub(crate) fn credits(text: &str, document: &Document, pieces: &Pieces, zones: &mut [Zone]) -> Vec<(usize, Label)> {
    let mut found = Vec::new();
    let mut running = 0;
    for (at, line) in document.stats.iter().enumerate().take(HEAD) {
        let words = first_part(text, pieces, at);
        let dated = is_date_line(words);
        // "March 14, 2026 7:15 p.m."
        let brief = line.words <= LONGEST && (dated || !line.ends_with_stop) && line.spoken < 2;
        if brief && dated && (running == 0 || is_byline(words)) {
            found.push((at, Label::Date));
        } else if brief && at > 0 && (is_byline(words) || is_dated_name(words) || is_address(words)) {
            found.push((at, Label::Byline));
        } else if is_prose(line) {
            // A standfirst may stand over the byline.
            running += 1;
            if running > 1 {
                break;
            }
        }
    }
    let behind = document.stats.iter().skip_while(|line| !is_prose(line)).filter(|line| is_date(line));
    if found.iter().any(|(_, label)| *label == Label::Date) && behind.take(MOST_DATES + 1).count() > MOST_DATES {
        found.retain(|(_, label)| *label != Label::Date);
    }
    for &(at, _) in &found {
        if zones[at] == Zone::Body {
            zones[at] = Zone::Aside;
        }
    }
    found
}
