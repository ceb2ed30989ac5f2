//! Byline and date as readers see them: in the short blocks around the headline.

use super::authors;
use super::dates;
use super::lexicon::BYLINES;
use super::title::fold;
use crate::boilerplate::html::blocks::Page;
use crate::boilerplate::html::tags::Tag;

/// How many blocks before and after the headline are looked at.
const BEFORE: usize = 8;
const AFTER: usize = 14;

/// The most words of a block that is taken for a byline or a date line.
const MAX_WORDS: u32 = 25;

/// Short blocks around the headline, the nearest after it first, then those before it.
fn around<'a>(page: &'a Page, title: Option<&str>) -> Vec<&'a str> {
    let folded = title.map(fold).unwrap_or_default();
    let text = |at: usize| page.blocks[at].span.of(&page.text);
    let same = |at: &usize| !folded.is_empty() && page.blocks[*at].words < 60 && fold(text(*at)) == folded;
    let tag = |at: usize| page.scopes[page.blocks[at].scope as usize].tag;
    let heading = |at: &usize| tag(*at) == Some(Tag::H1);
    let indices = 0..page.blocks.len();
    let found = indices.clone().find(|at| heading(at) && same(at)).or_else(|| indices.clone().find(same));
    let Some(title) = found.or_else(|| indices.clone().find(heading)) else {
        return short(page, 0..page.blocks.len().min(BEFORE + AFTER)).collect();
    };
    let after = short(page, title + 1..page.blocks.len().min(title + 1 + AFTER));
    after.chain(short(page, title.saturating_sub(BEFORE)..title).rev()).collect()
}

fn short(page: &Page, range: std::ops::Range<usize>) -> impl DoubleEndedIterator<Item = &str> {
    let blocks = page.blocks.get(range).unwrap_or(&[]).iter().filter(|block| block.words <= MAX_WORDS);
    blocks.map(|block| block.span.of(&page.text))
}

/// The date that stands nearest to the headline.
pub(crate) fn date(page: &Page, title: Option<&str>) -> Option<String> {
    around(page, title).into_iter().find_map(dates::read)
}

/// The names of a byline near the headline: "By Jane Doe", or "Written by" with the name in the next block.
pub(crate) fn byline(page: &Page, title: Option<&str>) -> Vec<String> {
    let blocks = around(page, title);
    for (at, text) in blocks.iter().enumerate() {
        let lower = text.to_lowercase();
        let Some(cue) = BYLINES.iter().find(|cue| lower.starts_with(**cue)) else { continue };
        let Some(rest) = lower.get(cue.len()..) else { continue };
        let line = if rest.trim_matches(|char: char| !char.is_alphanumeric()).is_empty() {
            blocks.get(at + 1).copied().unwrap_or("")
        } else if rest.starts_with(|char: char| !char.is_alphanumeric()) {
            text
        } else {
            continue;
        };
        let line = line.split(['\n', '|', '•', '·']).find(|part| part.split_whitespace().count() > 1).unwrap_or(line);
        let names = authors::names(&[line.to_owned()], None);
        let capital = |word: &str| word.starts_with(|char: char| !char.is_lowercase());
        let sound =
            |name: &String| name.split(' ').count() <= 4 && name.split(' ').filter(|word| !capital(word)).count() <= 1;
        if !names.is_empty() && names.iter().all(sound) {
            return names;
        }
    }
    Vec::new()
}
