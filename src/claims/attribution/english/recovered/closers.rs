//! English sentences in which nothing else was found and whose form alone tells whose words they are: "Prices fell, figures show", "Children
//! who sleep less weigh more, a study has found", "Emails seen by the Tern suggest that he knew", "The charity said one in five
//! children, some 3.4m, went hungry".

use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::english::grammar::SOURCE;
use crate::claims::attribution::lexicon::Part;
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::attribution::pack::{self, pack};
use crate::claims::frame::pack::Pack;
use crate::learn::form::Shape;
use crate::text::pos::{Form, Pos};

/// The longest sentence that is looked at, in words: a bound on text without stops.
const LONGEST: usize = 80;

/// The most words of a date behind the verb that closes a sentence.
const TIME: usize = 3;

/// The most words before the agent of a participle, and of that agent.
const AGENT: usize = 5;

/// Adds what sentences say that nothing else was found in, and leaves the listener out of what is told.
pub(crate) fn attribute(analysis: &Analysis, links: &mut Vec<Link>) {
    let Some(pack) = pack("en") else { return };
    for link in links.iter_mut() {
        leave_listener(analysis, pack, link);
        if let Some(found) = link.cue.and_then(|cue| seen(analysis, pack, analysis.sentence_at(cue.0)))
            && link.source.is_none_or(|source| found.start() > source.0)
            && link.cue.is_some_and(|cue| cue.0 < found.start())
        {
            *link = found;
        }
    }
    let mut taken = vec![false; analysis.sentence_starts.len()];
    for run in links.iter().flat_map(|link| link.contents.iter().chain(&link.cue)) {
        let last = analysis.sentence_of[run.1 - 1] as usize;
        taken[analysis.sentence_of[run.0] as usize..=last].fill(true);
    }
    let count = links.len();
    for sentence in (0..analysis.sentence_starts.len().saturating_sub(1)).filter(|&at| !taken[at]) {
        let (from, to) = analysis.sentence(sentence);
        let Some(last) = analysis.last_word((from, to)) else { continue };
        let stopped = last + 1 < to && analysis.words.of(last + 1) == ".";
        if !stopped || to - from > LONGEST || !analysis.is_plain((from, to)) {
            continue;
        }
        let sentence = (from, last + 1);
        let found = closed(analysis, pack, sentence)
            .or_else(|| seen(analysis, pack, (from, to)))
            .or_else(|| apposed(analysis, sentence));
        links.extend(found);
    }
    if links.len() > count {
        links.sort_by_key(Link::start);
    }
}

/// Regular forms of verbs that the lexicon has with their irregular ones alone.
const REGULAR: &[&str] = &["showed", "learned"];

/// A verb of reporting by its word, whatever the tagger takes it for.
fn reports(analysis: &Analysis, i: usize) -> bool {
    analysis.is_one_of(i, REGULAR)
        || analysis.lexicon[i].is_some_and(|entry| entry.part == Part::Verb) && !analysis.form(i).is_capital()
}

/// "Prices fell in May, | official figures | show | on Monday": a noun phrase and a verb of reporting without an object behind the
/// last comma of a sentence that states something before it.
fn closed(analysis: &Analysis, pack: &pack::Pack, (from, to): Run) -> Option<Link> {
    let comma = (from + 2..to).rev().take(SOURCE).find(|&i| analysis.is_comma(i))?;
    let time = |i: usize| analysis.pos[i] == Pos::Adp || analysis.words.of(i).ends_with("day");
    let tail = (comma + 2..to).rev().take(TIME).take_while(|&i| time(i)).count();
    let verb = (to - tail).checked_sub(1).filter(|&verb| verb > comma + 1)?;
    // "the paper has learned", but "the town has charm".
    let had = verb > comma + 2 && analysis.is_one_of(verb - 1, &["has", "have", "had"]);
    let edge = verb - usize::from(had);
    let heard = analysis.is_one_of(verb, &["heard", "hears"]) && analysis.is_one_of(edge - 1, &pack.listeners);
    let closes = heard
        || pack.lexicon.closes(analysis.form(verb).hash)
        || had
        || analysis.is_one_of(verb, &pack.last)
        || analysis.is_one_of(verb, REGULAR);
    let form = analysis.tag(verb).form;
    let bent = if had { matches!(form, Form::Participle | Form::Past) } else { form != Form::Gerund };
    let source = (comma + 1, edge);
    // "figures | show": right before its verb the tagger takes a noun in the plural for a verb.
    let noun = |i: usize| {
        let plural =
            i + 1 == edge && analysis.words.of(i).ends_with('s') && !analysis.is_one_of(i, &["is", "was", "has"]);
        plural
            || matches!(analysis.pos[i], Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn | Pos::Num)
            || i > source.0 && analysis.is_of_source(i)
    };
    let phrase = source.0 < source.1
        && (source.0..source.1).all(noun)
        && !matches!(analysis.pos[source.0], Pos::Pron | Pos::Adp | Pos::Sconj | Pos::Adv)
        && !matches!(analysis.pos[edge - 1], Pos::Adj | Pos::Adp | Pos::Det | Pos::Pron | Pos::Num);
    if !(heard || reports(analysis, verb)) || !closes || !bent || !phrase || !states(analysis, (from, comma)) {
        return None;
    }
    Some(Link { source: Some(source), cue: Some((edge, verb + 1)), contents: vec![(from, comma)], ..Link::default() })
}

/// Whether a run is a sentence of its own: it has a verb beside those of its relative clauses, and nothing makes it a part of another.
fn states(analysis: &Analysis, (from, to): Run) -> bool {
    let relative = |i: usize| analysis.is_one_of(i, &["who", "which", "that"]);
    let clauses = (from..to).filter(|&i| relative(i)).count();
    let verbs =
        (from + 1..to).filter(|&i| is_verb(analysis, i) && !(i > from + 1 && analysis.pos[i - 1] == Pos::Aux)).count();
    // "Sleep cuts the risk": right before a verb the tagger takes a noun for one.
    let asks = matches!(analysis.pos[from], Pos::Verb | Pos::Aux) && !is_verb(analysis, from + 1);
    let depends = Pack::of(Some("en")).subordinator.has(&analysis.lower(from));
    let opens = asks || depends || matches!(analysis.pos[from], Pos::Adp | Pos::Sconj | Pos::Adv);
    // "Losses fell to $3bn": so it takes a plural at the head.
    let plural =
        || analysis.form(from).is_capital() && analysis.words.of(from).ends_with('s') && is_verb(analysis, from + 1);
    let noun = analysis.has_noun((from, to.min(from + SOURCE))) || plural();
    to >= from + 3 && verbs > clauses && !opens && noun && !relative(from)
}

/// A finite verb, or what the tagger takes for a noun behind one: "Pym | stole", "Sleep | cuts the risk".
fn is_verb(analysis: &Analysis, i: usize) -> bool {
    let noun = |i: usize| matches!(analysis.pos[i], Pos::Noun | Pos::Propn);
    let past = || Pack::of(Some("en")).past.has(&analysis.lower(i));
    let plural = || analysis.tag(i).form == Form::Plural && analysis.pos.get(i + 1) == Some(&Pos::Det);
    let subject = |i: usize| noun(i) || analysis.form(i).is_capital();
    let taken = || i > 0 && subject(i - 1) && !analysis.form(i).is_capital() && (past() || noun(i) && plural());
    analysis.tag(i).is_finite() || taken()
}

/// "Documents seen by the Tern | show | that he knew": who saw them does not show it.
fn seen(analysis: &Analysis, pack: &pack::Pack, (from, to): Run) -> Option<Link> {
    let by = (from + 2..to.min(from + AGENT + 2)).find(|&i| analysis.is_one_of(i, &["by"]))?;
    let participle =
        analysis.pos[by - 1] == Pos::Verb && matches!(analysis.tag(by - 1).form, Form::Participle | Form::Past);
    let head = by - 2;
    let evidence = analysis.is_one_of(head, &pack.evidence) && (from..head).all(|i| analysis.is_nominal(i));
    if !participle || !evidence {
        return None;
    }
    let that = (by + 3..to.min(by + 3 + AGENT)).find(|&i| analysis.is_one_of(i, &["that"]))?;
    let verb = that - 1;
    let agent = (by + 1..verb).all(|i| analysis.is_of_source(i));
    let end = analysis.last_word((that, to.min(that + LONGEST)))? + 1;
    let fits = reports(analysis, verb) && agent && that + 2 < end && analysis.is_plain((from, that));
    fits.then(|| Link {
        source: Some((from, verb)),
        cue: Some((verb, verb + 1)),
        contents: vec![(that, end)],
        ..Link::default()
    })
}

/// "The charity said | one in five children, some 3.4m, went hungry": an apposition stands between the subject of what is said and its
/// verb.
fn apposed(analysis: &Analysis, (from, to): Run) -> Option<Link> {
    let verb = (from + 1..to.min(from + SOURCE)).find(|&i| analysis.tag(i).is_finite())?;
    let said = analysis.is_one_of(verb, &["said", "says"]);
    let source = (from, verb);
    let named =
        (from..verb).all(|i| analysis.is_of_source(i)) && analysis.pos[from] != Pos::Adp && analysis.has_noun(source);
    let open = (verb + 2..to.min(verb + 2 + SOURCE)).find(|&i| analysis.is_comma(i))?;
    let close = (open + 2..to.min(open + 2 + SOURCE)).find(|&i| analysis.is_comma(i))?;
    // "said Ann Berg, 49, who left": there the subject comes behind its verb.
    let subject = (verb + 1..open).all(|i| analysis.is_nominal(i)) && analysis.has_noun((verb + 1, open));
    let inside = !analysis.has_finite((open, close));
    let goes_on = close + 1 < to && (analysis.tag(close + 1).is_finite() || analysis.pos[close + 1] == Pos::Verb);
    (said && named && subject && inside && goes_on).then(|| Link {
        source: Some(source),
        cue: Some((verb, verb + 1)),
        contents: vec![(verb + 1, to)],
        ..Link::default()
    })
}

/// "Pym stole the money, | the court was told": who is told it stands in nothing that is said.
fn leave_listener(analysis: &Analysis, pack: &pack::Pack, link: &mut Link) {
    let (Some(cue), [run]) = (link.cue, link.contents.as_mut_slice()) else { return };
    let told = analysis.is_one_of(cue.1 - 1, &["told", "informed", "heard"]) && run.1 == cue.0;
    let Some(comma) = (run.0 + 2..run.1).rev().take(SOURCE).find(|&i| analysis.is_comma(i)).filter(|_| told) else {
        return;
    };
    let listener =
        (comma + 1..run.1).all(|i| analysis.is_of_source(i)) && analysis.is_one_of(run.1 - 1, &pack.listeners);
    if listener && (run.0 + 1..comma).any(|i| is_verb(analysis, i)) {
        run.1 = comma;
    }
}

/// "dismissed as “fake news” | reports that the dam broke": the noun behind the judgement is what is dismissed, and nobody's verb.
pub(crate) fn drop_judged(analysis: &Analysis, links: &mut Vec<Link>) {
    let judged = |cue: Run| {
        let close = cue.0.checked_sub(1).filter(|&close| analysis.quoted[close] == state::CLOSE)?;
        let open = (close.saturating_sub(AGENT)..close).rev().find(|&i| analysis.quoted[i] == state::OPEN)?;
        let noun = cue.1 == cue.0 + 1
            && analysis.is_one_of(cue.1, &["that", "of"])
            && analysis.form(cue.0).shape == Shape::Lower;
        (noun && open > 0 && analysis.is_one_of(open - 1, &["as"])).then_some(())
    };
    links.retain(|link| link.cue.and_then(judged).is_none());
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::{expect_one as expect, parts, read};

    #[test]
    fn the_clause_behind_the_last_comma_tells_whose_words_they_are() {
        expect("Holt stole the money, a court heard.", ["a court", "heard", "Holt stole the money"]);
        let text = "Sleep cuts the risk by 27%, new research shows.";
        expect(text, ["new research", "shows", "Sleep cuts the risk by 27%"]);
        expect("Wages are rising, figures show.", ["figures", "show", "Wages are rising"]);
        let text = "Exports fell 3% in June, official figures showed on Friday.";
        expect(text, ["official figures", "showed", "Exports fell 3% in June"]);
        expect("Holt will step down, the Ledger has learned.", ["the Ledger", "has learned", "Holt will step down"]);
        for text in [
            "Although the rain came, the council agreed.",
            "In the end, the board agreed.",
            "The rows are sown in May, unless noted.",
            "The hall was full, the town calm.",
        ] {
            assert!(read(text, "en").is_empty(), "{text} {:?}", parts(text, "en"));
        }
    }

    #[test]
    fn who_is_told_stands_in_nothing_that_is_said() {
        let text = "Holt stole the money, the court was told.";
        assert_eq!(parts(text, "en")[0][2], "Holt stole the money");
    }

    #[test]
    fn evidence_shows_what_it_shows_whoever_saw_it() {
        let text = "Documents seen by the Ledger show that Holt knew of the leak.";
        expect(text, ["Documents seen by the Ledger", "show", "that Holt knew of the leak"]);
        let text = "Emails obtained by the Ledger suggest that Holt knew of the leak.";
        expect(text, ["Emails obtained by the Ledger", "suggest", "that Holt knew of the leak"]);
    }

    #[test]
    fn an_apposition_does_not_end_what_is_said() {
        let text = "The union said one in nine drivers, some 4,000, earned less than that.";
        expect(text, ["The union", "said", "one in nine drivers, some 4,000, earned less than that"]);
    }

    #[test]
    fn what_is_dismissed_behind_a_judgement_is_reported_by_nobody() {
        let text = "The union has 300 members. The union dismissed as \u{201c}pure fantasy\u{201d} reports that it would merge.";
        assert_eq!(read(text, "en").len(), 1, "{:?}", parts(text, "en"));
    }
}
