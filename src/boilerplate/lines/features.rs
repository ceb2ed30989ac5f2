//! The named features that speak for or against a piece.

use std::sync::OnceLock;

use super::cues::Cues;
use super::document::{Document, OPENERS, is_cued, is_prose};
use super::edges::Piece;
use super::stats::Stats;
use super::surroundings;

/// A feature's name in the weights file, and what people are told where it decides: when it speaks against the article,
/// when it speaks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Feature {
    pub name: String,
    pub against: &'static str,
    pub for_it: &'static str,
}

/// What people are told of a line with no longer paragraph before it.
pub(super) const BEFORE: &str = "before the running text";

/// Collects values, and names on the first round.
struct Row<'a> {
    values: &'a mut Vec<f32>,
    names: Option<&'a mut Vec<Feature>>,
}

impl Row<'_> {
    fn add(&mut self, name: &str, value: impl Into<f32>, against: &'static str, for_it: &'static str) {
        self.values.push(value.into());
        if let Some(names) = &mut self.names {
            names.push(Feature { name: name.to_owned(), against, for_it });
        }
    }

    fn flag(&mut self, name: &str, value: bool, against: &'static str, for_it: &'static str) {
        self.add(name, if value { 1.0 } else { 0.0 }, against, for_it);
    }
}

/// The names of all features, in the order of [`fill`].
pub(crate) fn features() -> &'static [Feature] {
    static FEATURES: OnceLock<Vec<Feature>> = OnceLock::new();
    FEATURES.get_or_init(|| {
        let mut names = Vec::new();
        let document = Document {
            stats: vec![Stats::default()],
            places: vec![Default::default()],
            surroundings: vec![[0.0; surroundings::NAMES.len()]],
            ..Document::default()
        };
        let piece = Piece { first: 0, end: 1, block: 0, indent: 0, cut: false };
        write(&mut Row { values: &mut Vec::new(), names: Some(&mut names) }, &document, &[piece], 0);
        names
    })
}

/// Fills `values` with the features of the piece `at`.
pub(crate) fn fill(values: &mut Vec<f32>, document: &Document, pieces: &[Piece], at: usize) {
    values.clear();
    write(&mut Row { values, names: None }, document, pieces, at);
}

const LENGTHS: [(u32, &str); 8] = [
    (1, "length.1"),
    (3, "length.3"),
    (6, "length.6"),
    (10, "length.10"),
    (16, "length.16"),
    (28, "length.28"),
    (60, "length.60"),
    (u32::MAX, "length.more"),
];

pub(crate) fn share(part: u32, whole: u32) -> f32 {
    if whole == 0 { 0.0 } else { part as f32 / whole as f32 }
}

/// ln(1 + value); small numbers, which most are, from a table.
pub(crate) fn log(value: u32) -> f32 {
    static SMALL: OnceLock<[f32; 256]> = OnceLock::new();
    let small = SMALL.get_or_init(|| std::array::from_fn(|value| (value as f32).ln_1p()));
    small.get(value as usize).copied().unwrap_or_else(|| (value as f32).ln_1p())
}

fn write(row: &mut Row, document: &Document, pieces: &[Piece], at: usize) {
    row.add("bias", 1.0, "prior", "prior");
    form(row, &document.stats[at]);
    position(row, document, pieces, at);
    neighbours(row, document, pieces, at);
    for (&(name, against, for_it), &value) in surroundings::NAMES.iter().zip(&document.surroundings[at]) {
        row.add(name, value, against, for_it);
    }
    cues(row, document, at);
}

/// The looks of the line itself.
fn form(row: &mut Row, line: &Stats) {
    let words = line.words;
    let mut below = 0;
    for (limit, name) in LENGTHS {
        row.flag(name, words <= limit && (words > below || limit == 1), "short line", "long line");
        below = limit;
    }
    let (short, long) = (words <= 6, words >= 17);
    row.flag("end.stop", line.ends_with_stop, "sentence", "ends with a stop");
    row.flag("end.stop.short", line.ends_with_stop && short, "short sentence", "short sentence");
    row.flag("end.none.middle", !line.ends_with_stop && !short && !long, "no stop", "no stop");
    row.flag("end.none.long", !line.ends_with_stop && long, "long line, no stop", "long line");
    row.flag("end.colon", line.ends_with_colon, "ends with a colon", "announces what follows");
    row.add("stops", (10.0 * share(line.stops, words)).min(2.0), "broken by stops", "sentences");
    row.add("commas", (10.0 * share(line.commas, words)).min(2.0), "listing", "commas as in running text");
    let cased = line.lower_words + line.title_words;
    // Scripts without case are taken for running text in between.
    let lower = if cased == 0 && line.letters > 0 { 0.7 } else { share(line.lower_words, cased) };
    row.add("words.lower", lower, "few small letters", "small letters as in running text");
    row.flag("words.title", cased >= 3 && line.lower_words * 4 < cased, "capitalised words", "capitalised words");
    row.flag("letters.upper", line.letters >= 4 && line.upper * 5 >= line.letters * 4, "all capitals", "capitals");
    row.add("words.short", share(line.short_words, words), "many short words", "function words");
    row.add("digits", share(line.digits, line.chars), "digits", "figures");
    row.flag("digits.most", line.digits * 2 > line.letters, "mostly digits", "figures");
    row.add("signs", (5.0 * share(line.signs, line.chars)).min(2.0), "many signs", "punctuation");
    row.flag("letters.none", line.letters == 0, "no letters", "no letters");
    row.add("links", (line.link_signs.min(3) as f32) / 3.0, "signs that part links", "signs");
    row.flag("address", line.addresses > 0, "address or handle", "address");
    row.flag("cells", line.cells >= 2, "cells", "row of a table");
    row.flag("quotes", line.quotes > 0, "quotation marks", "quotation");
    row.flag("quotes.short", line.quotes > 0 && words <= 16, "short, quotation marks", "short quotation");
    row.flag("start.bullet", line.starts_with_bullet, "item of a list", "item of a list");
    row.flag("start.bullet.short", line.starts_with_bullet && words <= 6, "short item of a list", "short item");
    row.flag("start.number", line.starts_with_number, "opens with a number", "numbered");
    row.flag("start.lower", line.starts_lower, "opens small", "goes on from the line before");
}

/// Where the line stands in the text.
fn position(row: &mut Row, document: &Document, pieces: &[Piece], at: usize) {
    let (line, place, piece) = (&document.stats[at], &document.places[at], &pieces[at]);
    let last = document.stats.len() - 1 - at;
    let depth = share(place.before, document.words);
    row.add("position", depth, "late in the text", "position");
    row.add("position.square", depth * depth, "late in the text", "position");
    row.flag("position.first", at == 0, "first line", "first line");
    row.flag("position.first3", at < 3, "head of the text", "head of the text");
    row.flag("position.first8", at < 8, "head of the text", "head of the text");
    row.flag("position.last", last == 0, "last line", "last line");
    row.flag("position.last3", last < 3, "tail of the text", "tail of the text");
    row.flag("position.last8", last < 8, "tail of the text", "tail of the text");
    let (none_back, none_ahead) = (place.prose_back >= 1_000, place.prose_ahead >= 1_000);
    let short = line.words <= 16;
    row.flag("prose.none_before", none_back, BEFORE, "opens the text");
    row.flag("prose.none_before.short", none_back && short, BEFORE, "opens the text");
    row.flag("prose.none_after", none_ahead, "behind the running text", "closes the text");
    row.flag("prose.none_after.short", none_ahead && short, "behind the running text", "closes the text");
    row.flag("prose.none", none_back && none_ahead, "no running text around", "no running text around");
    row.add("prose.back", log(place.prose_back.min(40)), "far from running text", "far from running text");
    row.add("prose.ahead", log(place.prose_ahead.min(40)), "far from running text", "far from running text");
    row.add("prose.near", (place.prose_near / 8.0).min(4.0), "among running text", "among running text");
    row.add("prose.share", share(document.prose_words, document.words), "clean text", "mostly running text");
    row.add(
        "cued.share",
        share(document.cued, document.stats.len() as u32).min(0.5),
        "much boilerplate",
        "little prose",
    );
    row.add("size", log(document.words) / 8.0, "length of the text", "length of the text");
    let mean = share(document.words, document.stats.len() as u32);
    row.add("size.line", log(line.words) - mean.ln_1p(), "shorter than other lines", "length as other lines");
    row.flag("copy.before", place.repeated && line.words >= 4, "repeated line", "repeated line");
    row.flag("copy.before.short", place.repeated && line.words < 4, "repeated line", "repeated line");
    row.flag("copy.after", !place.repeated && place.copies >= 2 && line.words >= 4, "repeated later", "repeated later");
    row.flag("copy.many", place.copies >= 3, "repeated often", "repeated often");
    row.flag("indent", piece.indent > 0, "indented", "indented");
    row.flag("cut", piece.cut, "cut off the edge of a line", "piece of a line");
}

/// What stands before and behind it.
fn neighbours(row: &mut Row, document: &Document, pieces: &[Piece], at: usize) {
    let line = &document.stats[at];
    let get = |offset: isize| at.checked_add_signed(offset).and_then(|index| document.stats.get(index));
    const NAMES: [(isize, &str, &str, &str, &str); 4] = [
        (-2, "prev2.prose", "prev2.length", "prev2.cued", "prev2.bullet"),
        (-1, "prev.prose", "prev.length", "prev.cued", "prev.bullet"),
        (1, "next.prose", "next.length", "next.cued", "next.bullet"),
        (2, "next2.prose", "next2.length", "next2.cued", "next2.bullet"),
    ];
    for (offset, prose, length, cued, bullet) in NAMES {
        let other = get(offset);
        row.flag(prose, other.is_some_and(is_prose), "beside running text", "beside running text");
        row.add(length, other.map_or(0.0, |o| log(o.words) / 3.0), "short neighbours", "long neighbours");
        row.flag(cued, other.is_some_and(is_cued), "beside boilerplate", "beside boilerplate");
        row.flag(bullet, other.is_some_and(|o| o.starts_with_bullet), "in a list", "in a list");
    }
    let heading = line.words <= 14 && !line.ends_with_stop && !is_cued(line);
    let (prev, next) = (get(-1).is_some_and(is_prose), get(1).is_some_and(is_prose));
    row.flag("heading.between", heading && prev && next, "short line between paragraphs", "heading");
    row.flag("heading.before", heading && !prev && next, "short line before a paragraph", "heading");
    row.flag("short.behind", heading && prev && !next, "short line behind a paragraph", "short line");
    row.flag("short.alone", heading && !prev && !next, "short line among short lines", "short line among its like");
    let same = |offset: isize| {
        at.checked_add_signed(offset).and_then(|i| pieces.get(i)).is_some_and(|p| p.block == pieces[at].block)
    };
    row.flag("block.prev", same(-1), "same block", "same block");
    row.flag("block.next", same(1), "same block", "same block");
    row.add("block.size", log(document.places[at].block_size.min(30)) / 3.0, "long block", "block");
    let alike = get(-1).is_some_and(|o| o.words.abs_diff(line.words) <= 2)
        && get(1).is_some_and(|o| o.words.abs_diff(line.words) <= 2);
    row.flag("alike", alike && line.words <= 16, "row of lines alike", "row of lines alike");
}

/// What cues say, of the line and of headings before it.
fn cues(row: &mut Row, document: &Document, at: usize) {
    let (line, place) = (&document.stats[at], &document.places[at]);
    for (index, kind) in Cues::get().kinds.iter().enumerate() {
        let covered = u32::from(line.cues.covered[index]);
        if covered == 0 && row.names.is_none() {
            row.values.extend([0.0; 4]);
            continue;
        }
        let all = share(covered, line.words).min(1.0);
        let reason = kind.reason;
        row.add(&format_name(row.names.is_some(), kind.name, ".share"), all, reason, reason);
        let whole = covered > 0 && covered * 4 >= line.words * 3;
        row.flag(&format_name(row.names.is_some(), kind.name, ".whole"), whole, reason, reason);
        let some = covered > 0 && line.words > 3;
        row.add(
            &format_name(row.names.is_some(), kind.name, ".some"),
            if some { (12.0 / line.words as f32).min(1.0) } else { 0.0 },
            reason,
            reason,
        );
        let leads = line.cues.leads & (1 << index) != 0 && line.words > 2;
        row.flag(&format_name(row.names.is_some(), kind.name, ".leads"), leads && line.words <= 40, reason, reason);
    }
    for (index, name) in OPENERS.iter().enumerate() {
        let since = place.opened[index];
        let reason = match *name {
            "comments" => "among the comments",
            "related" => "among related links",
            "author" => "about the author",
            "subscribe" => "behind a subscription plea",
            _ => "behind the copyright notice",
        };
        let names = row.names.is_some();
        row.flag(&format_name(names, name, ".opened"), since > 0, reason, reason);
        row.add(
            &format_name(names, name, ".opened.near"),
            if since > 0 { 1.0 / since as f32 } else { 0.0 },
            reason,
            reason,
        );
        row.flag(&format_name(names, name, ".opened.long"), since > 0 && is_prose(&document.stats[at]), reason, reason);
    }
}

/// The name, only where it is asked for.
fn format_name(wanted: bool, kind: &str, suffix: &str) -> String {
    if wanted { format!("cue.{kind}{suffix}") } else { String::new() }
}
