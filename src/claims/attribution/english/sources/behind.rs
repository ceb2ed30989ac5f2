//! Who stands behind the verb that closes a quotation, in English: "“We miss him,” adds his wife, Kim", "“We was robbed,” stormed boss Joe
//! Tait". Where the tagger does not know the verb, or the words for who speaks, it goes on with whoever spoke before.

use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::linking::{Link, Run};
use crate::text::pos::{Form, Pos};

/// The longest phrase for who speaks, in words.
const PHRASE: usize = 12;

/// How far behind the last word of a quotation its closing mark stands, in words.
const MARKS: usize = 3;

/// A verb with whoever stands behind it.
struct Closing {
    cue: Run,
    source: Run,
}

/// Gives quotations to whoever stands behind the verb that closes them.
pub(crate) fn give_behind(analysis: &Analysis, links: &mut Vec<Link>) {
    let mut more = Vec::new();
    for link in links.iter_mut() {
        let sentence = |i: usize| analysis.sentence_of[i];
        let (cue, source) = (link.cue, link.source);
        let mut own_lost = false;
        link.contents.retain(|&run| {
            let Some(found) = closing(analysis, run) else { return true };
            let own = cue.is_some_and(|cue| cue.0 <= found.cue.0 && found.cue.0 < cue.1);
            // Of the same sentence the tagger knows better, unless it saw nobody.
            let away = |place: usize| sentence(place) < sentence(found.cue.0);
            let lost = if own { source.is_none_or(|source| away(source.0)) } else { cue.is_none_or(|cue| away(cue.0)) };
            if lost {
                own_lost |= own;
                let parent = if own { link.parent } else { None };
                more.push(Link {
                    source: Some(found.source),
                    cue: Some(found.cue),
                    contents: vec![run],
                    parent,
                    ..Link::default()
                });
            }
            !lost
        });
        // What stands before a quotation that goes on in its sentence is told with it: "“It is late,” said his wife, Kim. “We go.”"
        if own_lost && let Some(last) = more.last_mut() {
            last.contents.append(&mut link.contents);
            last.contents.sort_unstable();
        }
    }
    if !more.is_empty() {
        links.append(&mut more);
        links.retain(|link| !link.contents.is_empty());
        links.sort_by_key(Link::start);
    }
}

/// The verb behind the mark that closes a quotation, with a phrase that can speak behind it.
fn closing(analysis: &Analysis, run: Run) -> Option<Closing> {
    let last = run.1.checked_sub(1)?;
    let end = analysis.len().min(run.1 + MARKS);
    let close = (last..end).find(|&i| analysis.quoted[i] == state::CLOSE)?;
    let marked = (last..close).all(|i| i == last || !analysis.form(i).is_word());
    let comma =
        close > 0 && matches!(analysis.words.of(close - 1), "," | "!" | "?") || analysis.words.of(close + 1) == ",";
    let verb = close + 1 + usize::from(analysis.words.of(close + 1) == ",");
    if !marked || !comma || verb + 1 >= analysis.len() || analysis.quoted[run.0] == state::OUT {
        return None;
    }
    let words = &analysis.words.words;
    let (_, to) = analysis.sentence_at(verb);
    let tag = analysis.tag(verb);
    let bent = tag.pos == Pos::Verb && matches!(tag.form, Form::Past | Form::Present | Form::Participle);
    if !bent || analysis.form(verb).is_capital() || words[verb].paragraph != words[close].paragraph {
        return None;
    }
    Some(Closing { cue: (verb, verb + 1), source: phrase(analysis, verb + 1, to)? })
}

/// "his brother and adviser, Wade Ostrander", "boss Joe Tait", "the double gold medallist": up to the mark or the preposition behind it.
fn phrase(analysis: &Analysis, start: usize, to: usize) -> Option<Run> {
    let owned = analysis.is_one_of(start, &["his", "her", "their", "its"]);
    let opens = owned || matches!(analysis.pos[start], Pos::Det | Pos::Noun | Pos::Propn | Pos::Adj);
    let limit = to.min(start + PHRASE);
    let inside = |i: usize| {
        let joins = analysis.is_one_of(i, &["and"]) && i > start && i + 1 < limit && analysis.is_nominal(i + 1);
        analysis.quoted[i] == state::OUT
            && (joins
                || i == start && owned
                || analysis.is_of_source(i) && !matches!(analysis.pos[i], Pos::Adp | Pos::Pron))
    };
    let end = (start..limit).find(|&i| !inside(i)).unwrap_or(limit);
    let noun = end > start && matches!(analysis.pos[end - 1], Pos::Noun | Pos::Propn);
    let closed = end >= to || !analysis.form(end).is_word() || matches!(analysis.pos[end], Pos::Adp | Pos::Sconj);
    if !opens || !noun || !closed {
        return None;
    }
    // "his wife, | Kim Hale"
    let name = |i: usize| i < to && analysis.form(i).is_capital() && analysis.pos[i] == Pos::Propn;
    let named = (end + 1..to.min(end + 5)).take_while(|&i| name(i)).count();
    let apposed =
        analysis.is_comma(end) && named > 0 && !analysis.form((end + 1 + named).min(analysis.len() - 1)).is_word();
    Some((start, if apposed { end + 1 + named } else { end }))
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::read;

    #[track_caller]
    fn last(text: &str) -> Option<String> {
        read(text, "en").last().and_then(|found| found.speaker.clone())
    }

    #[test]
    fn whoever_stands_behind_the_verb_speaks() {
        let first = "\u{201c}He was kind,\u{201d} said Tom Hale.";
        for (rest, name) in [
            ("\u{201c}We miss him,\u{201d} said her sister, Kim.", "Kim"),
            ("\u{201c}We miss him,\u{201d} adds his neighbour, Ann Vale.", "Ann Vale"),
            ("\u{201c}He was robbed, all of us know it,\u{201d} stormed boss Joe Tait, 51.", "Joe Tait"),
            ("\u{201c}They lied to us,\u{201d} fumed his brother and adviser, Wade Orme, 58.", "Wade Orme"),
        ] {
            assert_eq!(last(&format!("{first} {rest}")).as_deref(), Some(name), "{rest}");
        }
    }

    #[test]
    fn whoever_goes_on_goes_on() {
        let text = "\u{201c}He was kind,\u{201d} said Tom Hale. \u{201c}We miss him,\u{201d} he said. \u{201c}He sang.\u{201d}";
        assert_eq!(last(text).as_deref(), Some("Tom Hale"));
    }
}
