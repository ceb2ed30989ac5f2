//! English headlines without a colon: "Mayor denies bribery claims", "Vaccine 'halves' risk, study finds", "Exclusive: Finch to quit,
//! sources say". They have neither articles nor a full stop, so that what learned from sentences passes them over.

use super::headlines::{FIRST, LONGEST, OFFICE, asks, is_label, is_speaker};
use crate::claims::attribution::analysis::Analysis;
use crate::claims::attribution::lexicon::Part;
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::attribution::pack::pack;
use crate::claims::types::Act;
use crate::learn::form::Shape;
use crate::text::pos::{Pos, Tag};

/// Adds what headlines say that nothing else was found in.
pub(crate) fn attribute(analysis: &Analysis, links: &mut Vec<Link>) {
    for paragraph in analysis.words.paragraphs().into_iter().take(FIRST) {
        let line = (paragraph.start, paragraph.end);
        let closed = line.1 > line.0 && matches!(analysis.words.of(line.1 - 1), "." | "!" | "?" | ":" | ",");
        if closed || line.1 - line.0 > LONGEST || asks(analysis, line) {
            continue;
        }
        let own = behind_label(analysis, links, line);
        // "Exclusive: Finch to quit, sources say", "Dam leak: firm was warned, union says": the label and the topic are nobody's words.
        for run in links.iter_mut().flat_map(|link| &mut link.contents).filter(|run| run.0 == line.0 && run.1 > own.0) {
            run.0 = own.0;
        }
        // "Dam is safe, says | minister": the verb was seen, and nobody before it.
        if let Some(found) = first(analysis, links, own)
            && let Some(known) = links.iter_mut().find(|link| link.cue == found.cue && link.source.is_none())
        {
            *known = found;
        }
        let within = |run: &Run| run.0 < line.1 && line.0 < run.1;
        if links.iter().flat_map(|link| link.contents.iter().chain(&link.cue)).any(within) {
            continue;
        }
        let found = last(analysis, links, own).or_else(|| first(analysis, links, own)).or_else(|| tells(analysis, own));
        if let Some(found) = found {
            links.insert(links.partition_point(|link| link.start() < found.start()), found);
        }
    }
}

/// The line behind "Exclusive:", or behind a topic that nobody is, "Depot fire:".
fn behind_label(analysis: &Analysis, links: &[Link], (from, to): Run) -> Run {
    let mut colons = (from + 1..to.min(from + OFFICE + 1)).filter(|&i| analysis.form(i).shape == Shape::Colon);
    let Some(colon) = colons.next().filter(|&colon| colon + 1 < to) else { return (from, to) };
    let topic = || {
        let nominal = (from..colon).all(|i| analysis.is_of_source(i) && analysis.pos[i] != Pos::Adp);
        let clause = analysis.has_finite((colon + 1, to));
        let speaks = links.iter().any(|link| link.cue == Some((colon, colon + 1)));
        nominal && clause && colon > from + 1 && !speaks && !is_speaker(analysis, links, (from, colon))
    };
    let label = is_label(analysis, (from, colon)) || topic();
    (if label { colon + 1 } else { from }, to)
}

/// "Dam is safe, | says minister": the same with the verb first.
fn first(analysis: &Analysis, links: &[Link], (from, to): Run) -> Option<Link> {
    let verbs = &pack("en")?.last;
    let comma = (from + 2..to).rev().take(OFFICE + 2).find(|&i| analysis.is_comma(i))?;
    let verb = comma + 1;
    let source = (verb + 1, to);
    let plain = analysis.is_plain((comma, to)) && analysis.is_plain((from, from + 1));
    let speaks = source.0 < to && analysis.is_one_of(verb, verbs) && is_speaker(analysis, links, source);
    (plain && speaks).then(|| Link {
        source: Some(source),
        cue: Some((verb, verb + 1)),
        contents: vec![(from, comma)],
        ..Link::default()
    })
}

/// "Finch to quit, | sources say": who says the words before the last comma.
fn last(analysis: &Analysis, links: &[Link], (from, to): Run) -> Option<Link> {
    let verbs = &pack("en")?.last;
    let verb = to.checked_sub(1).filter(|&verb| verb > from + 3 && analysis.is_one_of(verb, verbs))?;
    let comma = (from + 2..verb).rev().take(OFFICE + 1).find(|&i| analysis.is_comma(i))?;
    let source = (comma + 1, verb);
    let plain = analysis.is_plain((comma, to)) && analysis.is_plain((from, from + 1));
    let speaks = source.0 < source.1 && is_speaker(analysis, links, source);
    (plain && speaks).then(|| Link {
        source: Some(source),
        cue: Some((verb, to)),
        contents: vec![(from, comma)],
        ..Link::default()
    })
}

/// "Mayor denies bribery claims", "Union threatens strike": a verb that tells more than that somebody speaks, behind a subject of a few
/// words.
fn tells(analysis: &Analysis, (from, to): Run) -> Option<Link> {
    let known = |i: usize| {
        // "Ferry hits rocks": blows are words only where a thought is hit.
        let blow = pack("en").is_none_or(|pack| analysis.is_one_of(i, &pack.blows));
        let entry = analysis.lexicon[i].filter(|entry| !blow && entry.part == Part::Verb);
        entry.is_some_and(|entry| matches!(entry.act, Act::Deny | Act::Accuse | Act::Promise | Act::Warn | Act::Demand))
    };
    // Without an article the tagger takes "rejects" for a noun, and "warn" for an infinitive.
    let bent = |i: usize| known(i) && (analysis.lower(i).ends_with('s') || analysis.tag(i) == Tag::base(Pos::Verb));
    let near = from + 1..to.min(from + OFFICE + 1);
    let verb = near.into_iter().find(|&i| analysis.tag(i).is_finite() || bent(i)).filter(|&verb| known(verb))?;
    let subject = (from..verb).all(|i| analysis.is_of_source(i) && analysis.pos[i] != Pos::Adp);
    let object = (verb + 1, to);
    let small = ["by", "over", "as", "for", "grow", "in", "at", "on"];
    let led = analysis.is_one_of(object.0, &small);
    // "Finch vows to fight on", but "Bridge threatens to collapse".
    let to_do = !analysis.is_one_of(object.0, &["to"]) || is_vow(analysis, verb);
    let fits = subject && object.0 < object.1 && analysis.is_plain((from, to)) && !led && to_do;
    let one = analysis.pos[verb] == Pos::Verb || !analysis.has_finite(object);
    // "Minister urges calm"
    let urged = analysis.does(verb, Act::Demand) && analysis.pos[verb] == Pos::Verb;
    (fits && one && (urged || analysis.has_noun(object) || object.1 > object.0 + 1)).then(|| Link {
        source: Some((from, verb)),
        cue: Some((verb, verb + 1)),
        contents: vec![object],
        ..Link::default()
    })
}

/// "vows", "refuses": who does something with his own words.
fn is_vow(analysis: &Analysis, verb: usize) -> bool {
    let form = |stem: &str| analysis.lower(verb).strip_prefix(stem).is_some_and(|end| matches!(end, "" | "s" | "es"));
    ["vow", "promise", "pledge", "refuse", "swear", "agree", "offer"].into_iter().any(form)
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::{parts, read};
    use crate::claims::types::{Act, Kind};

    #[test]
    fn headlines_speak_without_articles() {
        for (text, parted) in [
            ("Mayor denies bribery claims", ["Mayor", "denies", "bribery claims"]),
            ("Lund denies ignoring warnings", ["Lund", "denies", "ignoring warnings"]),
            ("Union threatens strike over pay", ["Union", "threatens", "strike over pay"]),
            ("Critics accuse mayor of lying", ["Critics", "accuse", "mayor of lying"]),
            ("Vaccine halves risk, study finds", ["study", "finds", "Vaccine halves risk"]),
            ("Vaccine 'halves' risk, study finds", ["study", "finds", "Vaccine 'halves' risk"]),
            ("Exclusive: Finch to quit, sources say", ["sources", "say", "Finch to quit"]),
            ("Lund rejects call to quit", ["Lund", "rejects", "call to quit"]),
            ("LUND REJECTS CALL TO QUIT", ["LUND", "REJECTS", "CALL TO QUIT"]),
            ("Finch vows to fight on", ["Finch", "vows", "to fight on"]),
            ("Minister urges calm", ["Minister", "urges", "calm"]),
            ("Dockers threaten strike over pay", ["Dockers", "threaten", "strike over pay"]),
            ("Depot fire: minister blames contractor", ["minister", "blames", "contractor"]),
            ("Dam leak: firm was warned, union says", ["union", "says", "firm was warned"]),
            ("DAM IS SAFE, SAYS MINISTER", ["MINISTER", "SAYS", "DAM IS SAFE"]),
        ] {
            let text = format!("{text}\n\nThe town has 20,000 people.");
            assert_eq!(parts(&text, "en"), [parted.map(str::to_owned)], "{text}");
        }
    }

    #[test]
    fn a_word_in_doubt_marks_is_no_quotation() {
        let found = read("Vaccine 'halves' risk, study finds", "en");
        assert_eq!((found[0].kind, found[0].act), (Kind::Indirect, Act::Say));
        assert_eq!(read("Mayor denies bribery claims", "en")[0].act, Act::Deny);
    }

    #[test]
    fn lines_that_nobody_says_stay_silent() {
        for text in [
            "Local news, sport and weather",
            "Doubts grow over bridge",
            "Mayor opens bridge",
            "How critics accuse mayors",
        ] {
            assert_eq!(parts(text, "en"), Vec::<[String; 3]>::new(), "{text}");
        }
    }
}
