//! What the weights cannot know: templates of the site, pointers that annotators leave in, and how dear a sentence is.

use std::sync::OnceLock;

use super::cues::Cues;
use super::document::{Document, OPENERS, follows_articles};
use super::kinds::Kinds;
use super::marks::LINES;
use super::model::Segmentation;
use super::stats::Stats;
use super::voices::{SAYS, WE};
use crate::boilerplate::Templates;

/// What recurs on a site's pages is out, unless it is a line of the body in all but this.
const TEMPLATE_ODDS: f32 = -8.0;
/// A sentence that only points elsewhere ("can be found here") says nothing that an article says; annotators of web
/// pages leave it in, so that the weights, which follow them, do not know.
const POINTER_ODDS: f32 = -6.0;
/// "Read more: ...", "Sign up for our newsletter": in the middle of a story, which is rare in the training data.
const LINK_ODDS: f32 = -6.0;
/// The longest line that counts as a pointer or link, in words.
const LONGEST_POINTER: u32 = 20;
/// The longest line that a single word marks as a picture's, in words: "Photo: Ida Berg/NordFoto".
const LONGEST_CREDIT: u32 = 10;
/// A quotation among running text is body, whatever its words are.
const QUOTATION_ODDS: f32 = 2.0;
/// The shortest quotation, in words, and how many pieces away running text may stand on either side.
const SHORTEST_QUOTATION: u32 = 6;
const NEAR: u32 = 2;
/// So is a sentence that tells what somebody said: of comments and menus it is not typical, and what analysts look for.
const REPORT_ODDS: f32 = 1.0;
/// The shortest such sentence, in words.
const SHORTEST_REPORT: u32 = 6;
/// The shortest with a quotation in it: "Enough," she said.
const SHORTEST_SPOKEN: u32 = 3;
/// "No. We will pay." is as likely of the story as not, whatever the weights say: the lines around decide.
const BRIEF_ODDS: f32 = -0.5;
/// "She will not run again." at the end of a story stays, behind a pointer to another story, too.
const PLAIN_ODDS: f32 = 0.85;
/// The shortest such sentence, in words.
const SHORTEST_PLAIN: u32 = 4;
/// The shortest question of an interview, in words.
const SHORTEST_QUESTION: u32 = 3;
/// The longest answer that a control could bear as its text, in words.
const LONGEST_ANSWER: u32 = 3;
/// A number alone below the last sentence is a page's.
const FOLIO_ODDS: f32 = -3.0;
/// What stands below the count of comments is no article, however it is written.
const THREAD_ODDS: f32 = -4.0;
/// In a text of few lines a plain sentence stays whatever stands around it: nobody reads so much into a pointer to another story.
const FEW_ODDS: f32 = 1.5;
/// Of any text, the same holds of a sentence of so many words that is rather in than out.
const LONG_SENTENCE: u32 = 15;
/// The most lines of a text of which the weights know little: they have learned from whole pages.
const FEW_LINES: usize = 32;
/// The shortest plain sentence, in words.
const SHORTEST_SENTENCE: u32 = 8;

/// The shortest sentence, in words, that is kept where nothing else would be, and the odds that it is given.
const SHORTEST_RESCUED: u32 = 3;
const RESCUED_ODDS: f32 = 3.0;

/// Corrects the log odds; says which pieces recur across the site. `costs`: what a plain sentence gets added, and all pieces.
pub(crate) fn adjust(
    odds: &mut [f32],
    document: &Document,
    templates: Option<&Templates>,
    costs: &Segmentation,
) -> Vec<bool> {
    let (sentence, bias) = (costs.sentence_of(odds.len()), costs.bias_of(odds.len()));
    let kinds = Kinds::get();
    let templates = templates.filter(|templates| !templates.is_empty());
    let mut recurring = vec![false; odds.len()];
    let mut asked = false;
    // How many pieces ago a sentence stood that is in, be it shorter than what counts as running text.
    let mut since = u32::MAX;
    let (few, count) = (odds.len() <= FEW_LINES, odds.len());
    let mut ended = false;
    let mut leads = vec![false; odds.len()];
    for (at, (odds, line)) in odds.iter_mut().zip(&document.stats).enumerate() {
        let place = &document.places[at];
        let (told, cued, quotes) = (follows_article(&place.opened), is_cued(line), line.spoken >= 2);
        let brief = line.words <= LONGEST_POINTER && line.spoken == 0;
        let points = brief && line.cues.closes_with(kinds.pointer);
        recurring[at] = templates.is_some_and(|templates| templates.share_of(line.hash) > 0.0);
        // "I", "you", "thanks" in the writer's own mouth.
        let chats = !quotes && line.voices[..SAYS].iter().any(|&words| words > 0);
        let plain = is_sentence(line) && !points && !recurring[at];
        let answers = std::mem::replace(&mut asked, asks(document, at));
        let states = plain && !told && (!chats || answers) && !is_suspect(line);
        if states {
            *odds += sentence;
            if few || line.words >= LONG_SENTENCE && *odds > 0.0 {
                *odds = odds.max(FEW_ODDS);
            }
        }
        let is_quotation = quotes && line.words >= SHORTEST_QUOTATION && line.ends_with_stop;
        // Where menus follow, or nothing, the running text before it is enough.
        let clear = !told && !cued;
        leads[at] = (states || is_quotation && clear && !recurring[at]) && !place.thread;
        let follows = place.prose_back <= NEAR && place.prose_ahead <= NEAR;
        if is_quotation && (follows || clear && place.prose_back.min(since) <= NEAR) {
            *odds = odds.max(QUOTATION_ODDS);
        }
        let shortest = if quotes { SHORTEST_SPOKEN } else { SHORTEST_REPORT };
        let reports = line.voices[SAYS] > 0 && line.words >= shortest && line.ends_with_stop;
        // "Director Per Holt denied that ...": a title is no credit.
        let credited = cued && line.cues.strongest().is_some_and(|(_, words)| u32::from(words) * 4 >= line.words);
        if reports && !told && !chats && !credited {
            *odds = odds.max(REPORT_ODDS);
        }
        let apart = line.addresses + line.link_signs == 0 && !recurring[at];
        if brief
            && line.words < SHORTEST_SENTENCE
            && line.ends_with_stop
            && apart
            && !told
            && (!chats || answers)
            && (!cued || is_answer(line) || answers && !is_suspect(line))
        {
            let plain = answers || line.words >= SHORTEST_PLAIN && 2 * line.lower_words >= line.title_words;
            let plain_odds = if few && line.words >= SHORTEST_PLAIN { FEW_ODDS } else { PLAIN_ODDS };
            *odds = odds.max(if plain { plain_odds } else { BRIEF_ODDS });
        }
        if asked && !told && !recurring[at] {
            *odds = odds.max(PLAIN_ODDS);
        }
        if points {
            *odds += POINTER_ODDS;
        }
        if brief && leads_away(line, kinds) {
            *odds += LINK_ODDS;
        }
        // "3" at the end of a page.
        if at + 1 == count && ended && line.words == 1 && line.digits == line.chars {
            *odds += FOLIO_ODDS;
        }
        ended = line.ends_with_stop;
        if place.thread {
            *odds = odds.min(THREAD_ODDS);
        }
        if recurring[at] {
            *odds += TEMPLATE_ODDS;
        }
        since = if few && *odds > 0.0 && line.ends_with_stop { 1 } else { since.saturating_add(1) };
    }
    if few {
        keep_leads(odds, document, &leads);
    }
    keep_rows(odds, document, bias);
    recurring
}

/// A plain sentence or a quotation right over a sentence that is in leads to it: of a text of a few short ones the weights hold
/// the first for a headline sooner. `leads`: the lines that can.
fn keep_leads(odds: &mut [f32], document: &Document, leads: &[bool]) {
    let mut under = false;
    for ((odds, line), &lead) in odds.iter_mut().zip(&document.stats).zip(leads).rev() {
        if under && lead {
            *odds = odds.max(PLAIN_ODDS);
        }
        under = *odds > 0.0 && line.ends_with_stop && !line.ends_with_question;
    }
}

/// The fewest rows of a table, and the odds of each where half of them are in.
const ROWS: usize = 3;
const ROW_ODDS: f32 = 0.5;
const NEARLY: f32 = -0.3;

/// Rows of equally many cells stand together: half a table of results is wrong.
fn keep_rows(odds: &mut [f32], document: &Document, bias: f32) {
    let cells = |at: usize| document.stats.get(at).map_or(0, |line| line.cells);
    let mut from = 0;
    while from < odds.len() {
        let to = (from + 1..odds.len()).find(|&at| cells(at) != cells(from)).unwrap_or(odds.len());
        let rows = &mut odds[from..to];
        let inside = rows.iter().filter(|odds| **odds + bias > NEARLY).count();
        if cells(from) > 0 && rows.len() >= ROWS && inside * 2 >= rows.len() {
            rows.iter_mut().for_each(|odds| *odds = odds.max(ROW_ODDS - bias));
        }
        from = to;
    }
}

/// Whether a line leads to other pages, asks for something, advertises or credits a picture, and is no sentence of the
/// story that says so.
fn leads_away(line: &Stats, kinds: &Kinds) -> bool {
    let covered = |kind: Option<usize>| line.cues.covered_by(kind);
    let leads = |kind: Option<usize>| line.cues.opens_with(kind);
    let link = kinds.links.iter().any(|&kind| leads(kind) && covered(kind) >= 2);
    let asks = kinds.asks(&line.cues, line.words, line.voices[WE] > 0, line.ends_with_stop);
    // "Photo: Ida Berg/NordFoto"; "The pictures show a bridge." is a sentence.
    let credit = leads(kinds.caption) && (line.words <= LONGEST_CREDIT || covered(kinds.caption) >= 2);
    let advertised = covered(kinds.advertisement) >= line.words.max(1);
    // "Read more: How safe are the ferries?"
    let apart = !line.ends_with_stop || link && line.ends_with_question;
    asks || (link || advertised || credit) && apart
}

/// For a text of which nothing would remain: takes in its sentences, or, where it has none, a text of one or two lines as it
/// is; what follows the mark of comments stays out, unless it stands above all sentences, as a button, and its reader does not
/// talk. The weights have learned from whole pages; of a post or a snippet they know little.
pub(crate) fn rescue(odds: &mut [f32], document: &Document, recurring: &[bool]) {
    let sentence = |line: &Stats| line.ends_with_stop && line.words >= SHORTEST_RESCUED;
    let first = document.stats.iter().position(sentence).unwrap_or(0);
    let is_button = |at: usize, opened: &[u32; OPENERS.len()]| {
        let chats = document.stats[at].voices[..SAYS].iter().any(|&words| words > 0) && document.stats[at].spoken < 2;
        !chats
            && document.stats.len() <= LINES
            && (OPENERS.iter().zip(opened))
                .all(|(name, &since)| since == 0 || !follows_articles(name) || at - (since as usize).min(at) < first)
    };
    let plain: Vec<bool> = document
        .stats
        .iter()
        .zip(recurring)
        .zip(&document.places)
        .enumerate()
        .map(|(at, ((line, recurs), place))| {
            let follows = follows_article(&place.opened) && !is_button(at, &place.opened);
            !recurs && !place.thread && !follows && !is_suspect(line)
        })
        .collect();
    let any = document.stats.iter().zip(&plain).any(|(line, plain)| *plain && sentence(line));
    let short = document.stats.len() <= 2;
    for ((odds, line), plain) in odds.iter_mut().zip(&document.stats).zip(plain) {
        if plain && (sentence(line) || (!any && short && line.words >= SHORTEST_RESCUED)) {
            *odds = odds.max(RESCUED_ODDS);
        }
    }
}

/// Whether a line is the question of an interview: its answer stands in the next one.
fn asks(document: &Document, at: usize) -> bool {
    let (line, next) = (&document.stats[at], document.stats.get(at + 1));
    let asked = line.ends_with_question && line.words >= SHORTEST_QUESTION && !is_cued(line);
    asked && next.is_some_and(|next| next.ends_with_stop && !next.ends_with_question && !is_suspect(next))
}

/// Whether words that tell boilerplate stand in the line; days, agencies and cities stand in any story.
fn is_cued(line: &Stats) -> bool {
    static HARMLESS: OnceLock<u32> = OnceLock::new();
    let harmless = *HARMLESS.get_or_init(|| {
        let kinds = ["date", "agency", "section", "weather", "pointer"].into_iter();
        kinds.filter_map(|name| Cues::get().kind(name)).fold(0, |mask, kind| mask | 1 << kind)
    });
    line.cues.kinds & !harmless != 0
}

/// Whether a line with a stop is a word that controls bear, too: "No."
fn is_answer(line: &Stats) -> bool {
    let control = Kinds::get().interface.map_or(0, |kind| 1 << kind);
    line.cues.kinds == control && line.words <= LONGEST_ANSWER
}

/// Whether a line is cued and no quotation accounts for that.
fn is_suspect(line: &Stats) -> bool {
    is_cued(line) && line.spoken < 2
}

/// Whether comments or a note on the author began before; pleas and links stand in mid-story too.
fn follows_article(opened: &[u32; OPENERS.len()]) -> bool {
    OPENERS.iter().zip(opened).any(|(name, &since)| since > 0 && follows_articles(name))
}

/// Many words, not nearly all of them capitalised, since German has its nouns so, and a stop.
fn is_sentence(line: &Stats) -> bool {
    line.words >= SHORTEST_SENTENCE
        && line.ends_with_stop
        && 2 * line.lower_words >= line.title_words
        && line.addresses == 0
        && line.link_signs == 0
}
