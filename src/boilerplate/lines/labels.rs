//! From "in or out" to what a line is: heading, list, title, byline, date, caption.

use super::cues::Cues;
use super::document::Document;
use super::edges::Pieces;
use super::headline::{HEAD, headline, is_statement};
use super::kinds::Kinds;
use super::segment::Zone;
use super::stats::Stats;
use crate::boilerplate::Label;
use crate::boilerplate::metadata::is_date_line;

/// The labels of all pieces; `credits` are those at the head that name the writer or the day.
pub(crate) fn labels(
    text: &str,
    document: &Document,
    pieces: &Pieces,
    zones: &[Zone],
    credits: &[(usize, Label)],
) -> Vec<Label> {
    let first_body = zones.iter().position(|&zone| zone == Zone::Body).unwrap_or(zones.len());
    // The first may be the day of the visit, over the name of the site.
    let credit = credits.last().map(|&(at, _)| at);
    let title = headline(text, document, pieces, zones, (first_body, credits));
    let title_hash = title.map(|at| document.stats[at].hash);
    let mut all: Vec<Label> = (0..zones.len())
        .map(|at| {
            let line = &document.stats[at];
            let head_of_text = at <= first_body.min(HEAD) + 2;
            // What stands over a headline with its credits is no story, if it is no sentence.
            let above = credit.and(title).is_some_and(|title| at < title) && !line.ends_with_stop && line.spoken < 2;
            if Some(line.hash) == title_hash && head_of_text && !is_statement(text, pieces, at, line) {
                Label::Title
            } else if zones[at] == Zone::Body && !above {
                content(first_part(text, pieces, at), line)
            } else {
                outside(first_part(text, pieces, at), line)
            }
        })
        .collect();
    for &(at, label) in credits {
        if !all[at].is_content() {
            all[at] = label;
        }
    }
    headings(document, &mut all);
    all
}

pub(super) fn first_part<'a>(text: &'a str, pieces: &Pieces, at: usize) -> &'a str {
    pieces.parts[pieces.pieces[at].first].of(text)
}

fn content(words: &str, line: &Stats) -> Label {
    if words.starts_with('>') {
        Label::Quote
    } else if line.cells >= 2 {
        Label::Table
    } else if line.starts_with_bullet || is_numbered(words) {
        Label::List
    } else {
        Label::Body
    }
}

/// "1. Open the door", "2) Close it"; not "1.5 million".
fn is_numbered(words: &str) -> bool {
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = words.len() - rest.len();
    (1..=2).contains(&digits) && (rest.starts_with(". ") || rest.starts_with(") "))
}

fn outside(words: &str, line: &Stats) -> Label {
    if is_date(line) || line.digits > 0 && line.words <= LONGEST_DATE && is_date_line(words) {
        Label::Date
    } else if names_a_writer(line) {
        Label::Byline
    } else if credits_a_picture(line) {
        Label::Caption
    } else {
        Label::Boilerplate
    }
}

pub(super) fn credits_a_picture(line: &Stats) -> bool {
    line.cues.strongest().is_some_and(|(kind, _)| Some(kind) == Kinds::get().caption)
}

/// The longest line that is a date, in words.
const LONGEST_DATE: u32 = 16;

/// A short line made of the words and numbers of a date.
pub(super) fn is_date(line: &Stats) -> bool {
    let covered = line.cues.covered_by(Kinds::get().date);
    line.words <= LONGEST_DATE && line.digits > 0 && covered > 0 && (covered + 3) * 2 >= line.words && line.stops <= 1
}

/// A short line with a byline's cue and names.
pub(super) fn names_a_writer(line: &Stats) -> bool {
    let covered = line.cues.covered_by(Cues::get().kind("byline"));
    line.words <= 14
        && covered > 0
        && (line.title_words * 2 > line.words || covered * 2 >= line.words)
        && !line.ends_with_stop
}

/// Short lines of the body without a stop, with running text to come, are headings.
fn headings(document: &Document, labels: &mut [Label]) {
    let mut follows = false;
    for at in (0..labels.len()).rev() {
        let line = &document.stats[at];
        let short = line.words <= 14 && line.chars <= 120 && (line.words > 0 || line.letters > 0);
        if labels[at] == Label::Body {
            let open = !line.ends_with_stop
                || (line.words <= 10 && line.stops <= 1 && line.quotes == 0 && line.ends_with_question);
            if short && open && !line.ends_with_colon && follows {
                labels[at] = Label::Heading;
            } else {
                follows = true;
            }
        } else if labels[at].is_content() {
            follows = true;
        }
    }
}
