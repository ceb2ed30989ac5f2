//! Who an authority is, in English, where a comma cut off a part of it: "according to the head of the department, | Stefan Kroll, ...",
//! "..., said Ana Ruiz, an engineer at | a bank and the author of a book".

use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::english::contents::bounds::is_main_clause;
use crate::claims::attribution::english::grammar::SOURCE;
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::speakers::is_trade;
use crate::text::pos::{Form, Pos};

/// The longest name, in words.
const NAME: usize = 4;
/// The most words that tell who closes a sentence.
const TAIL: usize = 40;

/// Gives authorities the words that a comma cut off, which nobody says.
pub(crate) fn complete_sources(analysis: &Analysis, links: &mut [Link]) {
    for link in links.iter_mut() {
        if let Some(rest) = behind_clause(analysis, link) {
            if let Some(run) = link.contents.first_mut() {
                run.0 = rest;
            }
        } else if let Some((cut, view)) = in_clause(analysis, link) {
            if let Some((source, cue)) = view {
                (link.source, link.cue) = (Some(source), Some(cue));
            }
            link.contents = vec![cut];
            link.contents.retain(|&run| analysis.has_noun(run) || analysis.has_finite(run));
        } else if let Some((name, rest)) = named_behind(analysis, link) {
            link.source = link.source.map(|source| (source.0, name.1));
            if let Some(run) = link.contents.first_mut() {
                run.0 = rest;
            }
        } else if let Some(rest) = behind_citing(analysis, link)
            && let Some(run) = link.contents.first_mut()
        {
            run.0 = rest;
        } else if let Some(end) = described_behind(analysis, link) {
            link.contents.pop();
            link.source = link.source.map(|source| (source.0, end));
        } else if let Some((source, cue)) = behind_relative(analysis, link) {
            (link.source, link.cue) = (Some(source), Some(cue));
        }
    }
}

fn is_according(analysis: &Analysis, cue: Run) -> bool {
    analysis.is_one_of(cue.0, &["according"])
}

/// "According to the head of the department, | Stefan Kroll, | servers were down": the name behind an office, and where what is said begins.
fn named_behind(analysis: &Analysis, link: &Link) -> Option<(Run, usize)> {
    let (source, cue, &(first, end)) = (link.source?, link.cue?, link.contents.first()?);
    if !is_according(analysis, cue) || first != source.1 + 1 || !analysis.is_comma(source.1) {
        return None;
    }
    let capitals = (first..end.min(first + NAME)).take_while(|&i| analysis.form(i).is_capital()).count();
    let close = first + capitals;
    // The head of an office stands before its first "of".
    let head = (source.0..source.1).find(|&i| i > source.0 && analysis.pos[i] == Pos::Adp).unwrap_or(source.1);
    let office = analysis.pos[head - 1] == Pos::Noun
        && is_trade("en", analysis.form(head - 1).hash, &analysis.lower(head - 1))
        && !analysis.lower(head - 1).ends_with('s');
    let clause = || close + 1 < end && is_main_clause(analysis, close + 1, end);
    let named = (2..=NAME).contains(&capitals) && analysis.is_comma(close) && analysis.is_plain((first, close));
    (named && office && clause()).then_some(((first, close), close + 1))
}

/// Where the main clause begins behind a relative one that a comma closes, if one does before `end`.
fn main_behind(analysis: &Analysis, who: usize, end: usize) -> Option<usize> {
    let who = analysis.is_one_of(who, &["who", "whose"]).then_some(who)?;
    let close = (who + 1..end.min(who + TAIL)).find(|&i| analysis.is_comma(i))?;
    is_main_clause(analysis, close + 1, end).then_some(close + 1)
}

/// "According to Ruiz, | who defended him, | Voss accepts the ruling": the clause tells who the authority is.
fn behind_clause(analysis: &Analysis, link: &Link) -> Option<usize> {
    let (source, cue, &(first, end)) = (link.source?, link.cue?, link.contents.first()?);
    let beside = is_according(analysis, cue) && first <= source.1 + 1 && source.1 <= first;
    if beside { main_behind(analysis, first, end) } else { None }
}

/// "According to Ruiz, who | defended | him, Voss accepts": such a clause ends at its comma, and so does what its verb tells. "For Ruiz, who
/// speaks for the nurses, the fine is too low": whoever speaks for others holds what stands behind it, with "for" as the cue.
fn in_clause(analysis: &Analysis, link: &Link) -> Option<(Run, Option<(Run, Run)>)> {
    let (cue, &(first, end)) = (link.cue?, link.contents.first()?);
    let (from, _) = analysis.sentence_at(cue.0);
    let who = (from + 2..cue.0).rev().take(3).find(|&i| analysis.is_one_of(i, &["who", "whose"]))?;
    let voice = analysis.reads(from, &["according", "to"]);
    let view = analysis.is_one_of(from, &["for"]) && analysis.is_one_of(cue.1 - 1, &["for"]);
    let named = analysis.is_comma(who - 1) && !(from..who - 1).any(|i| analysis.is_comma(i));
    if !(voice || view) || !named || first < cue.1 || !analysis.is_plain((from, end)) {
        return None;
    }
    let rest = main_behind(analysis, who, end).filter(|&rest| first < rest)?;
    let source = (from + 1, who - 1);
    let person = view && source.0 < source.1 && analysis.form(source.1 - 1).is_capital();
    match person {
        true => Some(((rest, end), Some((source, (from, from + 1))))),
        false => voice.then_some(((first, rest - 1), None)),
    }
}

/// "According to the agency, | citing sources close to the firm, | the sale is off": whom an authority cites is not what it says.
fn behind_citing(analysis: &Analysis, link: &Link) -> Option<usize> {
    let (cue, &(first, end)) = (link.cue?, link.contents.first()?);
    let (from, _) = analysis.sentence_at(first);
    let cites = |i: usize| analysis.is_one_of(i, &["citing", "quoting"]) && i > from && analysis.is_comma(i - 1);
    if first < cue.1 || !(cites(first) || first > from && cites(first - 1)) {
        return None;
    }
    let comma = (first + 1..end.min(first + TAIL)).find(|&i| analysis.is_comma(i))?;
    is_main_clause(analysis, comma + 1, end).then_some(comma + 1)
}

/// Where a source that closes its sentence ends, if what was taken for the rest of what it says tells who it is.
fn described_behind(analysis: &Analysis, link: &Link) -> Option<usize> {
    let (source, cue) = (link.source?, link.cue?);
    let [before @ .., (first, end)] = link.contents.as_slice() else { return None };
    let (first, end) = (*first, *end);
    let closes = before.last().is_some_and(|run| run.1 <= cue.0) && cue.1 <= source.0 && source.1 <= first;
    let (from, to) = analysis.sentence_at(cue.0);
    let told = before.last().is_some_and(|run| run.1 > from);
    if !closes || !told || end > to || end > first + TAIL || analysis.last_word((first, to))? >= end {
        return None;
    }
    let gap = (source.1..first).all(|i| analysis.is_comma(i) || analysis.is_one_of(i, &["and", "the", "a", "an"]));
    let open = analysis.pos[source.1 - 1] == Pos::Adp;
    let nominal = matches!(analysis.pos[first], Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn | Pos::Num)
        || analysis.is_one_of(first, &["and"]);
    let far = first - source.1;
    let joined =
        if open { far == 0 } else { (1..=3).contains(&far) && analysis.is_comma(source.1) || first == source.1 };
    let stated = before.last().is_some_and(|run| !analysis.is_plain(*run) || analysis.has_finite(*run));
    let relative = (first..end).find(|&i| analysis.is_one_of(i, &["who", "whose", "which", "where", "that"]));
    let verb = (first..relative.unwrap_or(end))
        .any(|i| analysis.tag(i).is_finite() || analysis.pos[i] == Pos::Aux || analysis.tag(i).form == Form::Gerund);
    let plain = analysis.is_plain((source.0, end)) && analysis.quoted.get(end).is_none_or(|&at| at == state::OUT);
    let named = analysis.form(source.0).is_capital() || source.1 - source.0 <= SOURCE;
    let verbs = (first..end).filter(|&i| analysis.tag(i).is_finite()).count();
    let verb = verb || verbs > usize::from(relative.is_some()) || !stated;
    (gap && nominal && joined && !verb && plain && named).then_some(end)
}

/// "“He knew,” the engineer, who asked not to be named, | said": the verb behind the relative clause tells what stands before it.
fn behind_relative(analysis: &Analysis, link: &Link) -> Option<(Run, Run)> {
    let (source, cue) = (link.source?, link.cue?);
    let last = *link.contents.last()?;
    let who = cue.0.checked_sub(1).filter(|&who| who > source.0 && analysis.is_one_of(who, &["who"]))?;
    let comma = who.checked_sub(1).filter(|&comma| analysis.is_comma(comma) && comma > source.0)?;
    let (from, to) = analysis.sentence_at(cue.0);
    let close = (cue.1..to.min(cue.1 + SOURCE)).find(|&i| analysis.is_comma(i))?;
    let verb = close + 1;
    let tells = verb < to && analysis.is_reporting_verb(verb) && analysis.tag(verb).is_finite();
    let before = last.1 <= source.0 && last.1 > from && analysis.is_plain((source.0, verb));
    let end = analysis.last_word((verb, to)).is_some_and(|end| end <= verb + SOURCE);
    (tells && before && end).then_some(((source.0, comma), (verb, verb + 1)))
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::parts;

    #[test]
    fn the_name_behind_an_office_is_no_part_of_what_is_said() {
        let text = "According to the head of the IT department, Stefan Kroll, the servers were down for three hours.";
        let source = "the head of the IT department, Stefan Kroll";
        assert_eq!(parts(text, "en"), [[source, "According to", "the servers were down for three hours"]]);
        let text = "According to the agency, citing sources close to the firm, the sale is off.";
        assert_eq!(parts(text, "en")[0][2], "the sale is off");
    }

    #[test]
    fn a_clause_that_tells_who_an_authority_is_says_nothing_else() {
        let text = "According to Jon Brask, who defended him, Voss accepts the ruling and will not appeal.";
        let found = parts(text, "en");
        assert!(found.iter().any(|found| found[2] == "Voss accepts the ruling and will not appeal"), "{found:?}");
        assert!(found.iter().all(|found| !found[2].contains(", Voss")), "{found:?}");
        let text = "According to Jon Brask, who said the dam was old, the town must pay.";
        let found = parts(text, "en");
        assert!(found.iter().any(|found| found[2] == "the town must pay"), "{found:?}");
        assert!(found.iter().all(|found| !found[2].contains("old, the town")), "{found:?}");
        let text = "According to Jon Brask, who runs the mill, the price will rise.";
        assert_eq!(parts(text, "en")[0][2], "the price will rise");
    }

    #[test]
    fn who_speaks_for_others_holds_what_follows() {
        let text = "For Odile Brask, who speaks for the nurses, the fine is far too low.";
        assert_eq!(parts(text, "en"), [["Odile Brask", "For", "the fine is far too low"]]);
        let text = "For a year, the mill stood still.";
        assert!(parts(text, "en").is_empty());
    }

    #[test]
    fn the_verb_behind_a_relative_clause_tells() {
        let text = "\u{201c}He knew about it,\u{201d} the former engineer, who asked not to be identified, said.";
        let found = parts(text, "en");
        assert_eq!([&found[0][0], &found[0][1]], ["the former engineer", "said"]);
    }

    #[test]
    fn who_closes_a_sentence_is_described_up_to_its_end() {
        let text = "The plan will fail, said Nick Ebert, an engineer at IBM and the author of a book on bridges.";
        let found = parts(text, "en");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0][2], "The plan will fail");
    }
}
