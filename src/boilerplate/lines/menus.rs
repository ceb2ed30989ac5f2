//! A menu that runs into what follows it: "HomeWorldPoliticsThe harbour ...", "Home | World | Politics The harbour ...".
//!
//! Scrapers that join the texts of all elements leave no line between a site's menu and its article, and then a claim
//! begins with the names of sections. Which words are such names is in `cues.txt`, under `navigation` and `section`. Nothing is
//! cut off that could be the first words of a sentence: the name of one section alone may be a company's ("NewsCorp"), and
//! the last of several the word that the sentence begins with.

use super::chars::{is_blank, is_bullet, is_link_sign, is_stop};
use super::cues::Cues;
use super::kinds::Kinds;

/// How far into a line a menu is followed, in bytes.
const WINDOW: usize = 600;
/// The most words of an entry.
const ENTRY: usize = 3;
/// The most entries in a row that the list does not know, between such as it does.
const UNKNOWN: usize = 2;
/// The fewest known entries that signs or a capital behind a small letter part, and the fewest that spaces part.
const PARTED: usize = 2;
const SPACED: usize = 3;
/// The fewest spaced ones where none of them is of the kind of "Home".
const SECTIONS: usize = 4;

/// What stands between two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gap {
    /// White space.
    Space,
    /// Nothing, but a capital follows a small letter.
    Glue,
    /// A sign of menus.
    Sign,
    /// Anything else: the comma, the stop and the colon of a sentence.
    Other,
}

impl Gap {
    fn parts(self) -> bool {
        matches!(self, Gap::Glue | Gap::Sign)
    }
}

#[derive(Debug, Clone, Copy)]
struct Word {
    start: usize,
    end: usize,
    /// What follows it.
    gap: Gap,
}

/// Where what follows each entry of a menu at the head of `text` begins, in bytes; empty where there is none.
pub(in crate::boilerplate) fn entries(text: &str) -> Vec<usize> {
    let kinds = Kinds::get();
    let words = words(text);
    let (mut ends, mut at, mut unknown) = (Vec::new(), 0, 0);
    // Places in `words` past each known entry, how many signs or capitals part them, and whether one leads home.
    let (mut known, mut parted, mut home): (Vec<usize>, usize, bool) = (Vec::new(), 0, false);
    while at < words.len() {
        let kind = |count: usize| {
            let last = words.get(at + count - 1)?;
            let inside = words[at..at + count - 1].iter().all(|word| word.gap == Gap::Space);
            let (found, length) = Cues::get().find_in(&text[words[at].start..last.end]);
            let covers = |kind: Option<usize>| found.covered_by(kind) as usize == length;
            (inside && length > 0 && last.gap != Gap::Other).then_some(())?;
            let leads = covers(kinds.navigation);
            (leads || covers(kinds.section)).then_some((count, leads))
        };
        if let Some((count, leads)) = (1..=ENTRY).rev().find_map(kind) {
            at += count;
            unknown = 0;
            home |= leads;
            parted += usize::from(words[at - 1].gap.parts());
            known.push(at);
            continue;
        }
        // "Island" of "HomeIslandPolitics": parted from both sides.
        let before = at > 0 && words[at - 1].gap.parts();
        let end = (at..words.len().min(at + ENTRY)).find(|&end| words[end].gap != Gap::Space);
        let Some(end) = end.filter(|&end| before && unknown < UNKNOWN && words[end].gap.parts()) else { break };
        at = end + 1;
        unknown += 1;
    }
    // "Home World Politics Europe is ...": the last name is the first word of the sentence.
    while let Some(&past) = known.last() {
        let goes_on = words.get(past).is_some_and(|next| text[next.start..].starts_with(char::is_lowercase));
        if words[past - 1].gap != Gap::Space || !goes_on {
            break;
        }
        known.pop();
    }
    let leads_home = known.len() == 1 && home && words[known[0] - 1].gap == Gap::Glue;
    let enough = leads_home
        || known.len() >= PARTED && parted >= PARTED
        || known.len() >= SPACED && home
        || known.len() >= SECTIONS;
    if enough {
        ends.extend(known.iter().map(|&past| words.get(past).map_or(text.len(), |next| next.start)));
    }
    ends
}

/// Whether a text is nothing but a menu.
pub(in crate::boilerplate) fn is_menu(text: &str) -> bool {
    let text = text.trim();
    entries(text).last() == Some(&text.len())
}

/// The words at the head of a text, a word run together from several being several.
fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut open: Option<usize> = None;
    let mut previous = ' ';
    let end = text.char_indices().map(|(at, _)| at).find(|&at| at >= WINDOW).unwrap_or(text.len());
    let window = &text[..end];
    for (at, c) in window.char_indices() {
        let lettered =
            c.is_alphanumeric() || (open.is_some() && matches!(c, '\'' | '’' | '-' | '&' | '.') && !ends(text, at, c));
        if !lettered {
            if let Some(start) = open.take() {
                words.push(Word { start, end: at, gap: Gap::Space });
            }
            if let Some(last) = words.last_mut()
                && !is_blank(c)
            {
                let sign = is_link_sign(c) || is_bullet(c) || matches!(c, '/' | '–' | '—');
                last.gap = if sign && last.gap != Gap::Other { Gap::Sign } else { Gap::Other };
            }
        } else if let Some(start) = open.filter(|_| c.is_uppercase() && previous.is_lowercase()) {
            words.push(Word { start, end: at, gap: Gap::Glue });
            open = Some(at);
        } else if open.is_none() {
            open = Some(at);
        }
        previous = c;
    }
    // The last word of a window may be cut in two, and that it ends there is no gap.
    if let Some(start) = open {
        let cut = window.len() < text.len();
        words.push(Word { start, end: window.len(), gap: if cut { Gap::Other } else { Gap::Space } });
    }
    words
}

/// Whether a mark ends the word before it: no letter follows.
fn ends(text: &str, at: usize, mark: char) -> bool {
    !text[at + mark.len_utf8()..].starts_with(char::is_alphanumeric)
        || is_stop(mark) && text[at + mark.len_utf8()..].starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands before and behind the menu.
    fn parts(text: &str) -> (&str, &str) {
        text.split_at(entries(text).last().copied().unwrap_or(0))
    }

    #[test]
    fn menus_run_into_the_first_sentence_are_found_in_every_promised_language() {
        for (menu, text) in [
            ("HomeWorldPolitics", "The harbour closed on Monday."),
            ("HomeIslandPoliticsSport", "WESTHAVEN, March 12 - The harbour closed on Monday."),
            ("Home | World | Middle East |", " The harbour closed on Monday."),
            ("Home World Politics Sport", " The harbour closed on Monday."),
            ("StartseitePolitikWirtschaft", "Der Hafen ist seit Montag gesperrt."),
            ("AccueilMondeÉconomie", "Le port est fermé depuis lundi."),
            ("InicioPolíticaDeportes", "El puerto está cerrado desde el lunes."),
            ("Página inicial › Política › Economia ›", " O porto está fechado desde segunda-feira."),
            ("HomeCronacaEsteri", "Il porto è chiuso da lunedì."),
            ("VoorpaginaBinnenlandSport", "De haven is sinds maandag dicht."),
            ("ГлавнаяПолитикаОбщество", "Порт закрыт с понедельника."),
            ("الرئيسية سياسة اقتصاد رياضة", " أغلق الميناء يوم الاثنين."),
        ] {
            let line = format!("{menu}{text}");
            let (found, rest) = parts(&line);
            assert_eq!(rest, text.trim_start(), "{found}");
        }
    }

    #[test]
    fn names_of_sections_are_words_of_sentences_too() {
        for text in [
            "NewsCorp said on Monday that it would sell the harbour.",
            "TechCrunch and SportChek were sold, the paper reported.",
            "World politics is no sport.",
            "Politics, sport and culture are what people talk about.",
            "Business Insider and Sports Illustrated were sold.",
            "Health Education England said the plan would go ahead.",
            "YouTube and McDonald talk.",
            "Home. World. Politics. Sport.",
            "Culture Europe Africa told the ministry so.",
            "",
        ] {
            assert_eq!(entries(text), [0usize; 0], "{text}");
        }
    }

    #[test]
    fn the_first_word_of_the_sentence_stays_with_it() {
        assert_eq!(
            parts("Home World Politics Sport Europe is facing a dry summer.").1,
            "Europe is facing a dry summer."
        );
        assert_eq!(
            parts("Start Politik Wirtschaft Kultur Sport ist gesund."),
            ("", "Start Politik Wirtschaft Kultur Sport ist gesund.")
        );
    }

    #[test]
    fn a_line_may_be_nothing_else() {
        assert!(is_menu("Home World Politics") && is_menu("Home | World | Sport"));
        assert!(!is_menu("Home World Politics The harbour closed.") && !is_menu("Home") && !is_menu(""));
    }

    proptest::proptest! {
        #[test]
        fn entries_end_in_order_on_boundaries(text in "(Home|World|Sport|[ |›A-Za-zäЖ中.']){0,60}") {
            let ends = entries(&text);
            proptest::prop_assert!(ends.windows(2).all(|pair| pair[0] < pair[1]));
            proptest::prop_assert!(ends.iter().all(|&end| text.is_char_boundary(end)));
        }
    }
}
