//! "In Holt's view, the ban was unlawful", "Contrary to what Holt says, it was not": whose view an English sentence gives before its
//! comma.

use crate::claims::attribution::analysis::Analysis;
use crate::claims::attribution::english::grammar::SOURCE;
use crate::claims::attribution::linking::{Link, Run, cue_words};
use crate::claims::attribution::pack::pack;
use crate::text::pos::Pos;

/// The longest sentence that is added, in words: a bound on text without stops.
const LONGEST: usize = 80;

/// Adds what sentences give as somebody's view, where nothing else has taken their words.
pub(crate) fn add_views(analysis: &Analysis, links: &mut Vec<Link>) {
    let Some(pack) = pack("en") else { return };
    let cues = cue_words(links);
    let mut more = Vec::new();
    for &start in analysis.sentence_starts.iter() {
        let from = start as usize;
        let found = match analysis.words.of(from) {
            "In" | "in" | "To" | "to" => view(analysis, &pack.own, from),
            "Contrary" => contrary(analysis, from),
            _ => None,
        };
        let Some((source, cue, comma)) = found else { continue };
        let (_, to) = analysis.sentence_at(from);
        let content = (comma + 1, analysis.last_word((comma + 1, to)).map_or(comma + 1, |last| last + 1));
        let plain =
            content.1 <= content.0 + LONGEST && analysis.has_finite(content) && analysis.is_plain((from, comma));
        let taken = (from..content.1).any(|i| cues.contains(&i));
        if content.1 >= content.0 + 3 && plain && !taken {
            more.push(Link { source: Some(source), cue: Some(cue), contents: vec![content], ..Link::default() });
        }
    }
    links.append(&mut more);
    links.sort_by_key(Link::start);
}

/// "In Holt's view,", "In her opinion,": the owner and the noun, behind which the clause begins.
fn view(analysis: &Analysis, nouns: &[&str], from: usize) -> Option<(Run, Run, usize)> {
    let (_, to) = analysis.sentence_at(from);
    let noun = (from + 2..to.min(from + SOURCE)).find(|&i| analysis.is_one_of(i, nouns) && analysis.is_comma(i + 1))?;
    let pronoun = noun == from + 2 && analysis.is_one_of(from + 1, &["his", "her", "their"]);
    let owner = matches!(analysis.words.of(noun - 1), "'s" | "’s" | "'" | "’");
    let source = (from + 1, if pronoun { noun } else { noun - 1 });
    let named = pronoun || owner && source.0 < source.1 && (source.0..source.1).all(|i| analysis.is_of_source(i));
    let led = analysis.pos[source.0] != Pos::Adp;
    (named && led).then_some((source, (noun, noun + 1), noun + 1))
}

/// "Contrary to what the ministry says, the bridge is not safe": who says that it is.
fn contrary(analysis: &Analysis, from: usize) -> Option<(Run, Run, usize)> {
    let (_, to) = analysis.sentence_at(from);
    let start = from + 3;
    if !analysis.reads(from, &["contrary", "to", "what"]) {
        return None;
    }
    let comma = (start..to.min(start + SOURCE)).find(|&i| analysis.is_comma(i))?;
    let verb = (start + 1..comma).find(|&i| analysis.is_reporting_verb(i) && analysis.tag(i).is_finite())?;
    let edge =
        (start + 1..verb).rev().take_while(|&i| matches!(analysis.pos[i], Pos::Aux | Pos::Adv)).last().unwrap_or(verb);
    let named = (start..edge).all(|i| analysis.is_of_source(i)) && analysis.has_noun((start, edge));
    named.then_some(((start, edge), (from, start), comma))
}
