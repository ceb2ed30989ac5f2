//! Menus and copyright lines of pages with a few sentences.
//!
//! The models have seen few such pages and are unsure of everything on them. What stands before the first and behind the
//! last sentence there is told by rules that hold in any language but for a few words.

use super::blocks::{Page, RawBlock};

/// The most words of a notice about rights.
const NOTICE_WORDS: u32 = 30;

/// The most words of a line of links.
const MENU_WORDS: u32 = 30;

/// The most words of one entry of a menu.
const ENTRY_WORDS: u32 = 4;

/// What notices about rights say, in lower case; a newcomer's language goes here.
const RIGHTS: &[&str] = &[
    "©",
    "(c) 19",
    "(c) 20",
    "copyright",
    "rights reserved",
    "rechte vorbehalten",
    "droits réservés",
    "derechos reservados",
    "direitos reservados",
    "diritti riservati",
    "rechten voorbehouden",
    "rättigheter",
    "rettigheder forbeholdes",
    "rettigheter",
    "prawa zastrzeżone",
    "права защищены",
    "права захищені",
    "جميع الحقوق محفوظة",
    "hakları saklıdır",
    "hak cipta",
    "版权所有",
    "無断転載",
    "무단전재",
];

/// Takes menus and notices about rights out of a choice, before the first block of running text and after the last.
pub(super) fn drop_margins(page: &Page, keep: &mut [bool]) {
    let notice = |block: &RawBlock| {
        let text = if block.words <= NOTICE_WORDS { block.span.of(&page.text).to_lowercase() } else { String::new() };
        RIGHTS.iter().any(|cue| text.contains(cue))
    };
    let prose = |block: &RawBlock| block.is_prose() && !notice(block);
    let Some(first) = page.blocks.iter().position(prose) else { return };
    let last = page.blocks.iter().rposition(prose).unwrap_or(first);
    let entry = |at: usize| {
        let entry = |block: &RawBlock| block.words <= ENTRY_WORDS && block.stops == 0 && block.link_density() > 0.9;
        page.blocks.get(at).is_some_and(entry)
    };
    for (at, block) in page.blocks.iter().enumerate().filter(|(at, _)| !(first..=last).contains(at)) {
        let line = block.links > 1 && block.link_density() > 0.7 && block.stops == 0 && block.words <= MENU_WORDS;
        let listed = entry(at) && (entry(at + 1) || at.checked_sub(1).is_some_and(entry));
        if line || listed || notice(block) {
            keep[at] = false;
        }
    }
}
