//! Byline and date as readers see them: in the short blocks around the headline.

use super::authors;
use super::byline::past_role;
use super::date_words::{ORIGINALLY, OTHER_DATES, OTHER_VERSIONS, POSTED, UPDATED};
use super::dates::{self, Found, Order};
use super::lexicon::{BARE, BY, BYLINES, PARTS, SENT, SIGNATURES, UNSIGNED};
use super::title::{fold, folds_to};
use super::unsigned;
use crate::boilerplate::html::blocks::{Page, RawBlock};
use crate::boilerplate::html::story::Story;
use crate::boilerplate::html::tags::Tag;

/// How many blocks before and after the headline are looked at.
const BEFORE: usize = 8;
const AFTER: usize = 14;

/// How many blocks before and after the headline its date line can stand.
const LINE_BEFORE: usize = 3;
const LINE_AFTER: usize = 6;

/// The most places of a headline that are looked at.
const MOST_TITLES: usize = 4;

/// The most words of a block that is taken for a byline or a date line.
const MAX_WORDS: u32 = 25;

/// The most words of a block that is the label of the date in the next one.
pub(super) const LABEL_WORDS: u32 = 4;

/// The most words of a date line.
const LINE_WORDS: u32 = 14;

/// The longest label between a name and a date, in bytes: " Published: ".
const LONGEST_LABEL: usize = 24;

/// The most words of a block between headline and date line: a standfirst is longer than a byline.
const LEAD_WORDS: u32 = 45;

/// The blocks around the headline.
struct Around<'a> {
    page: &'a Page,
    /// The headline's blocks: pages repeat it in banners and breadcrumbs. Empty where the page shows none.
    titles: Vec<usize>,
}

impl<'a> Around<'a> {
    fn new(page: &'a Page, title: Option<&str>) -> Self {
        let folded = title.map(fold).unwrap_or_default();
        let text = |at: usize| page.blocks[at].span.of(&page.text);
        let same = |at: &usize| !folded.is_empty() && page.blocks[*at].words < 60 && folds_to(text(*at), &folded);
        let tag = |at: usize| page.scopes[page.blocks[at].scope as usize].tag;
        let mut titles: Vec<usize> = (0..page.blocks.len()).filter(same).take(MOST_TITLES).collect();
        titles.sort_by_key(|&at| tag(at) != Some(Tag::H1));
        if titles.is_empty() {
            titles.extend((0..page.blocks.len()).find(|&at| tag(at) == Some(Tag::H1)));
        }
        Self { page, titles }
    }

    /// Short blocks with the title they stand at, those after a title first, then those before it, the nearest first.
    fn short(&self) -> Vec<(Option<usize>, usize)> {
        let count = self.page.blocks.len();
        let short = |at: &usize| self.page.blocks[*at].words <= MAX_WORDS;
        if self.titles.is_empty() {
            return (0..count.min(BEFORE + AFTER)).filter(short).map(|at| (None, at)).collect();
        }
        let at_title = |&title: &usize| {
            let after = title + 1..count.min(title + 1 + AFTER);
            let before = title.saturating_sub(BEFORE)..title;
            after.filter(short).chain(before.rev().filter(short)).map(move |at| (Some(title), at))
        };
        self.titles.iter().flat_map(at_title).collect()
    }

    /// The first lines of the blocks around the headline that have several: old pages part all with line breaks.
    fn lines(&self) -> impl Iterator<Item = &'a str> {
        let title = self.titles.first().copied().unwrap_or(0);
        let blocks = title..self.page.blocks.len().min(title + 1 + AFTER);
        let heads = blocks.map(|at| self.text(at)).filter(|text| text.contains('\n'));
        heads.flat_map(|text| text.lines().take(HEAD_LINES)).filter(|line| line.len() <= LONGEST_LINE)
    }

    fn text(&self, at: usize) -> &'a str {
        self.page.blocks[at].span.of(&self.page.text)
    }
}

/// The dates around a headline, by what stands before them.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    /// "Published 3 May 2024".
    pub(crate) published: Option<Found>,
    /// A date line without a label.
    pub(crate) plain: Option<Found>,
    /// "Updated 3 May 2024".
    pub(crate) updated: Option<String>,
    /// The nearest date in any short block.
    pub(crate) near: Option<String>,
    /// Where the story below the headline lies.
    pub(crate) story: Story,
}

/// The dates that readers see at the headline.
pub(crate) fn dates(page: &Page, title: Option<&str>, order: Order) -> Seen {
    let around = Around::new(page, title);
    let titles = around.titles.iter().copied().map(Some).chain(around.titles.is_empty().then_some(None));
    let stories: Vec<(Option<usize>, Story)> = titles.map(|title| (title, Story::below(page, title))).collect();
    let told = |title: Option<usize>, at| stories.iter().any(|(of, story)| *of == title && story.holds(at));
    let story = stories.first().map(|(_, story)| *story).unwrap_or_default();
    let mut seen = Seen { story, ..Seen::default() };
    for (title, at) in around.short() {
        let text = around.text(at);
        let mut from = 0;
        for date in dates::all(text, order) {
            let mut label = fold(text.get(from..date.start).unwrap_or(""));
            if label.is_empty() && from == 0 && at > 0 && page.blocks[at - 1].words <= LABEL_WORDS {
                label = fold(around.text(at - 1));
            }
            from = date.end;
            // "Published with the permission of the Review, which first ran it on 3 May 2011."
            let brief = label.split(' ').count() <= POSTED_WORDS;
            let labelled = brief && (holds(&label, POSTED) || holds(&label, UPDATED));
            if holds(&label, OTHER_VERSIONS) || !labelled && (told(title, at) || is_told(text, &date)) {
                continue;
            }
            seen.near.get_or_insert_with(|| date.moment());
            if holds(&label, UPDATED) {
                seen.updated.get_or_insert_with(|| date.moment());
            } else if let Some(title) = title {
                if holds(&label, POSTED) && is_line(page, title, at, AFTER) {
                    seen.published.get_or_insert(date);
                } else if page.blocks[at].words <= LINE_WORDS
                    && is_line(page, title, at, LINE_AFTER)
                    && !holds(&label, OTHER_DATES)
                {
                    seen.plain.get_or_insert(date);
                }
            }
        }
    }
    seen
}

/// The most words of a label that says so within a sentence: "This article was first published on".
const POSTED_WORDS: usize = 7;

/// Whether a date stands in a sentence, which tells of it: "The ship was built on 3 May 1998."
fn is_told(text: &str, date: &Found) -> bool {
    let words = |part: Option<&str>| part.unwrap_or("").split_whitespace().count();
    text.trim_end().ends_with(['.', '!', '?', '。'])
        && words(text.get(..date.start)) + words(text.get(date.past..)) >= TOLD_WORDS
}

/// The fewest words and marks around a date that make a sentence of it: "Tuesday, 4 March 2025, at 9 a.m." has fewer.
const TOLD_WORDS: usize = 6;

/// The date of a page that has none at its headline: the first that is labelled as its publication, else the one
/// date line, if there are not several.
pub(crate) fn anywhere(page: &Page, story: Story, order: Order) -> Option<String> {
    let mut alone: Option<String> = None;
    let mut several = false;
    let short = |block: &&RawBlock| block.words <= 2 * MAX_WORDS && block.digits >= 3;
    for (at, block) in page.blocks.iter().enumerate().filter(|(_, block)| short(block)) {
        let text = block.span.of(&page.text);
        let Some(date) = dates::all(text, order).next() else { continue };
        let label = fold(text.get(..date.start).unwrap_or(""));
        if holds(&label, POSTED) && !holds(&label, UPDATED) && label.split(' ').count() <= POSTED_WORDS {
            return Some(date.moment());
        }
        if block.words <= 5 && !story.holds(at) && !holds(&label, UPDATED) && !holds(&label, OTHER_DATES) {
            several |= alone.as_ref().is_some_and(|old| *old != date.value);
            alone.get_or_insert(date.value);
        }
    }
    alone.filter(|_| !several)
}

/// The one day that a page calls that of a publication, wherever it stands; none where it names several, as lists do.
pub(crate) fn labelled(page: &Page, order: Order) -> Option<String> {
    let mut days: Vec<String> = Vec::new();
    for block in page.blocks.iter().filter(|block| block.words <= LINE_WORDS && block.digits >= 3) {
        let text = block.span.of(&page.text);
        let mut from = 0;
        for date in dates::all(text, order) {
            let label = fold(text.get(from..date.start).unwrap_or(""));
            from = date.end;
            if holds(&label, POSTED) && !holds(&label, UPDATED) && !days.contains(&date.value) {
                days.push(date.value);
            }
        }
        if days.len() > 1 {
            return None;
        }
    }
    days.pop()
}

/// The most words between "originally published" and its date: "on the", not the name of another outlet.
const BETWEEN: usize = 2;

/// What a page says of its dates far from the headline: at its end, in an editor's note.
#[derive(Debug, Default)]
pub(crate) struct Elsewhere {
    /// "Originally published on 3 May 2019".
    pub(crate) original: Option<String>,
    /// "Last updated: 3 May 2024", where a page says so of one day: threads and terms of use have several.
    pub(crate) updated: Option<String>,
}

/// The dates that say of themselves what they are, wherever they stand.
pub(crate) fn elsewhere(page: &Page, order: Order) -> Elsewhere {
    let mut found = Elsewhere::default();
    let mut several = false;
    for block in page.blocks.iter().filter(|block| (3..=2 * MAX_WORDS).contains(&block.words) && block.digits >= 3) {
        let text = block.span.of(&page.text);
        let mut from = 0;
        for date in dates::all(text, order) {
            let label = fold(text.get(from..date.start).unwrap_or(""));
            from = date.end;
            if holds(&label, OTHER_VERSIONS) {
                continue;
            }
            let after = ORIGINALLY.iter().find_map(|cue| Some(label.rsplit_once(cue)?.1));
            if after.is_some_and(|rest| rest.split_whitespace().count() <= BETWEEN) {
                found.original.get_or_insert(date.value);
            } else if block.words <= LINE_WORDS && holds(&label, UPDATED) {
                several |= found.updated.as_ref().is_some_and(|old| *old != date.value);
                found.updated.get_or_insert(date.value);
            }
        }
    }
    found.updated = found.updated.filter(|_| !several);
    found
}

/// Whether a block can hold the date line of the headline: no running text between the two.
pub(super) fn is_line(page: &Page, title: usize, at: usize, near: usize) -> bool {
    let between = if at > title { title + 1..at } else { at + 1..title };
    let near = if at > title { near } else { LINE_BEFORE };
    between.len() < near && page.blocks[between].iter().all(|block| block.words <= LEAD_WORDS)
}

/// Whether one of the words, or beginnings of words, stands in the folded text.
pub(super) fn holds(folded: &str, words: &[&str]) -> bool {
    !folded.is_empty() && folded.split(' ').any(|word| words.iter().any(|cue| word.starts_with(cue)))
}

/// The names of a byline near the headline: "By Jane Doe", or "Written by" with the name in the next block.
pub(crate) fn byline(page: &Page, title: Option<&str>) -> Vec<String> {
    let around = Around::new(page, title);
    let blocks: Vec<&str> = around.short().into_iter().map(|(_, at)| around.text(at)).collect();
    let named = |at: usize| signed(blocks[at], blocks.get(at + 1).copied());
    let found = (0..blocks.len()).find_map(named).or_else(|| unsigned::byline(page, title, &around.titles));
    found.or_else(|| around.lines().find_map(|line| signed(line, None))).unwrap_or_default()
}

/// The names in a line that begins as bylines do; `next` is the block behind it.
pub(super) fn signed(line: &str, next: Option<&str>) -> Option<Vec<String>> {
    let led = credited(line, BYLINES, next).or_else(|| labelled_names(line)).or_else(|| bare_names(line));
    led.or_else(|| sent_by(line)).or_else(|| signed_behind_day(line))
}

/// "Van onze redacteur Jan Brask": a job between a small word and the name.
fn sent_by(line: &str) -> Option<Vec<String>> {
    let (cue, rest) = line.split_once(' ').filter(|_| line.len() <= LONGEST_LINE)?;
    let name = past_role(rest);
    if name.len() == rest.len() || !SENT.contains(&cue.to_lowercase().as_str()) {
        return None;
    }
    let names = authors::names(&[name.to_owned()], None);
    let person = |name: &String| name.contains(' ') && authors::is_sound(name);
    (!names.is_empty() && names.iter().all(person)).then_some(names)
}

/// "Posted: 21 May 2026 by Lewis Tranter", "21 May 2026 · by Tom Ashdown · 4 min read", "VELL, 7 ottobre 2026 - di Giulia Ferrante"
fn signed_behind_day(line: &str) -> Option<Vec<String>> {
    if line.len() > LONGEST_LINE {
        return None;
    }
    let date = dates::all(line, Order::DayFirst).next()?;
    let label = fold(line.get(..date.start)?);
    let placed = line.starts_with(char::is_uppercase) && line.get(..date.start)?.trim_end().ends_with(',');
    let told = label.is_empty() || holds(&label, POSTED) || holds(&label, UPDATED) || placed;
    if !told || label.split(' ').count() > LABEL_WORDS as usize {
        return None;
    }
    let rest = line.get(date.past..)?.trim_start_matches(|char: char| !char.is_alphanumeric());
    credited(rest, BYLINES, None).or_else(|| bare_names(rest))
}

/// "Text: Jane Doe", "記者：佐藤由美": a word that credits the writer, with a colon.
fn labelled_names(line: &str) -> Option<Vec<String>> {
    let (label, rest) = line.split_once([':', '：'])?;
    if label.len() > LONGEST_LABEL || rest.trim().is_empty() {
        return None;
    }
    let label = label.trim().to_lowercase();
    if !BY.contains(&label.as_str()) || UNSIGNED.contains(&label.as_str()) {
        return None;
    }
    let names = authors::names(&[line.to_owned()], None);
    // One word in letters with capitals may be anything.
    let person = |name: &String| authors::is_sound(name) && (name.contains(' ') || !authors::is_cased(name));
    (!names.is_empty() && names.iter().all(person)).then_some(names)
}

/// "di Giulia Ferrante": nothing but capital words behind the cue.
fn bare_names(line: &str) -> Option<Vec<String>> {
    let (cue, rest) = line.split_once(' ')?;
    if !BARE.contains(&cue.to_lowercase().as_str()) || rest.split(' ').count() > MOST_NAMED {
        return None;
    }
    let joint = |word: &str| PARTS.iter().any(|part| part.trim() == word);
    let name = |word: &str| word.chars().all(|char| char.is_alphabetic() || "-'’.,".contains(char));
    let capital = |word: &str| word.starts_with(char::is_uppercase) && name(word);
    let names = authors::names(&[rest.to_owned()], None);
    let plain = rest.split(' ').all(|word| capital(word) || joint(word)) && !rest.ends_with(['.', ',']);
    (plain && !names.is_empty() && names.iter().all(|name| name.contains(' '))).then_some(names)
}

/// The most words of names behind a bare cue.
const MOST_NAMED: usize = 8;

/// The most lines at the head of a block that may be its byline, and the longest such line, in bytes.
const HEAD_LINES: usize = 4;
const LONGEST_LINE: usize = 120;

/// The name in a line that says no more than who and when: "Leo Farrant | Published 12 Mar 2025".
pub(crate) fn dated_name(page: &Page, title: Option<&str>) -> Option<Vec<String>> {
    let around = Around::new(page, title);
    let lines = around.short().into_iter().filter(|(_, at)| page.blocks[*at].words <= LINE_WORDS);
    lines.map(|(_, at)| around.text(at)).find_map(|line| {
        let (name, rest) = line.split_once(BARS)?;
        named_beside(name, rest)
    })
}

/// What stands between a name and a day in one line.
pub(super) const BARS: [char; 3] = ['|', '•', '·'];

/// The person that a part of a line names, where the rest is a date.
pub(super) fn named_beside(name: &str, rest: &str) -> Option<Vec<String>> {
    let (name, words) = (name.trim(), name.split_whitespace());
    let capitals = words.clone().all(|word| word.starts_with(char::is_uppercase) && !word.contains(char::is_numeric));
    let person = capitals && (2..=3).contains(&words.count());
    let dated = dates::all(rest, Order::DayFirst).next().is_some_and(|date| date.start <= LONGEST_LABEL);
    let names = authors::names(&[name.to_owned()], None);
    (person && dated && names.iter().any(|found| found == name)).then_some(names)
}

/// Whether a line is a byline and nothing else: "By Jane Doe and Ravi Patel".
pub(crate) fn is_byline(text: &str) -> bool {
    signed(text, None).is_some()
}

/// The names at the end of an article, or wherever a page says "Written by Jane Doe".
pub(crate) fn signature(page: &Page) -> Option<Vec<String>> {
    let short = page.blocks.iter().filter(|block| block.words <= MAX_WORDS);
    short.map(|block| block.span.of(&page.text)).find_map(|text| credited(text, SIGNATURES, None))
}

/// The names after a cue that begins a block, or in the next block where this one is the cue alone.
pub(super) fn credited(text: &str, cues: &[&str], next: Option<&str>) -> Option<Vec<String>> {
    let lower = text.to_lowercase();
    let cue = cues.iter().find(|cue| lower.starts_with(**cue))?;
    let rest = lower.get(cue.len()..)?;
    let line = if rest.trim_matches(|char: char| !char.is_alphanumeric()).is_empty() {
        next?
    } else if rest.starts_with(|char: char| !char.is_alphanumeric()) {
        text
    } else {
        return None;
    };
    let line = line.split(['\n', '|', '•', '·']).find(|part| part.split_whitespace().count() > 1).unwrap_or(line);
    let names = authors::names(&[line.to_owned()], None);
    (!names.is_empty() && names.iter().all(|name| authors::is_sound(name))).then_some(names)
}
