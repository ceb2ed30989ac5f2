//! Quotations whose closing mark is lost, in English: "“It will stay shut, he told reporters, and vowed to ...": what is said ends where
//! somebody is said to have told it.

use crate::claims::attribution::analysis::{Analysis, NONE};
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::types::Act;

/// What closes a quotation.
const CLOSING: [char; 7] = ['"', '”', '“', '»', '«', '\'', '’'];

/// How far behind the verb that tells a second one is looked for, in words.
const FAR: usize = 14;

/// Ends such quotations before the words that tell who speaks, and gives them to whoever that is; so with what he "vowed that" behind.
pub(crate) fn end_unclosed(analysis: &Analysis, links: &mut Vec<Link>) {
    let mut more = Vec::new();
    for link in links.iter_mut() {
        let found = link.contents.iter().enumerate().find_map(|(at, &run)| Some((at, run.1, tail(analysis, run)?)));
        let Some((at, end, comma)) = found else { continue };
        let source = Some((comma + 1, comma + 2));
        link.contents.truncate(at + 1);
        link.contents[at].1 = comma;
        link.source = source;
        link.cue = Some((comma + 2, comma + 3));
        link.inherited = false;
        let last = analysis.sentence_at(comma).1.max(end);
        let second = |&i: &usize| {
            let joins = analysis.is_one_of(i - 1, &["and", "but"]) && analysis.is_one_of(i + 1, &["that"]);
            joins && analysis.candidate[i] && analysis.tag(i).is_finite()
        };
        if let Some(verb) = (comma + 4..last.saturating_sub(3).min(comma + FAR)).find(second) {
            let close = analysis.last_word((verb, last)).map_or(last, |last| last + 1);
            let cue = Some((verb, verb + 1));
            more.push(Link { source, cue, contents: vec![(verb + 1, close)], inherited: true, ..Link::default() });
        }
    }
    more.retain(|link: &Link| !links.iter().any(|other| other.cue == link.cue));
    if !more.is_empty() {
        links.append(&mut more);
        links.sort_by_key(Link::start);
    }
}

/// The comma before "he told reporters" inside an unclosed quotation.
fn tail(analysis: &Analysis, (from, to): Run) -> Option<usize> {
    let quote = (from..to).map(|i| analysis.quote[i]).find(|&quote| quote != NONE)?;
    let quote = analysis.quotes.get(quote as usize)?;
    if quote.outer.of(analysis.words.text).ends_with(CLOSING) {
        return None;
    }
    let inside = |i: usize| analysis.words.words[i].span.start >= quote.inner.start;
    (from + 2..to.saturating_sub(3)).find(|&comma| {
        let verb = comma + 2;
        inside(comma)
            && analysis.words.of(comma) == ","
            && analysis.is_one_of(comma + 1, &["he", "she", "they"])
            && analysis.candidate[verb]
            && analysis.does(verb, Act::Say)
            && analysis.tag(verb).is_finite()
    })
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::parts;

    #[test]
    fn a_lost_mark_ends_before_who_speaks() {
        let text = "The minister said the plant stays shut. \"It will not open until it has been checked, he told reporters on the steps, \
                    and vowed that the firm would pay \"every last florin\" of the fine.";
        let found = parts(text, "en");
        let said = found.iter().find(|found| found[2].starts_with("It will"));
        let expected = ["he", "told", "It will not open until it has been checked"].map(str::to_owned);
        assert_eq!(said, Some(&expected), "{found:?}");
        assert!(found.iter().any(|found| found[1] == "vowed" && found[2].contains("would pay")), "{found:?}");
    }

    #[test]
    fn a_closed_quotation_keeps_its_words() {
        let text = "\u{201c}He lied, he said so, and left,\u{201d} Dahl told the court.";
        assert_eq!(parts(text, "en")[0][2], "He lied, he said so, and left");
    }
}
