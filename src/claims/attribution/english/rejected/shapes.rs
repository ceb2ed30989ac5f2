//! Cues and sources of a shape that no reader gives them, whatever the labels say, in English: "claims they ignored" as a cue, a source
//! without the name behind it, a clause without its verb.

use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::linking::{Link, Run};
use crate::learn::form::Shape;
use crate::text::pos::Pos;

/// The most words of a name behind a description, and of a cue.
const NAME: usize = 4;
const CUE: usize = 6;
/// How far the end of a clause is looked for, in words.
const FAR: usize = 60;

/// Gives cues, contents and sources the words that are theirs.
pub(crate) fn mend_shapes(analysis: &Analysis, links: &mut [Link]) {
    for link in links.iter_mut() {
        let Some(cue) = link.cue else { continue };
        leave_clause(analysis, link, cue);
        leave_description(analysis, link, cue);
        end_at_noun(analysis, link, cue);
        run_to_verb(analysis, link, cue);
        add_name(analysis, link, cue);
    }
}

/// "Despite claims by the ministry that the dam is safe, it | leaks": what is told against something says nothing of what stands there,
/// but whoever claims it does.
fn leave_clause(analysis: &Analysis, link: &mut Link, cue: Run) {
    let &[(from, to)] = link.contents.as_slice() else { return };
    if to > cue.0 || !is_against(analysis, from) || !analysis.is_plain((from, to)) {
        return;
    }
    let by =
        |&i: &usize| analysis.pos[i] == Pos::Noun && analysis.lexicon[i].is_some() && analysis.words.of(i + 1) == "by";
    let Some(noun) = (from..to.min(from + CUE)).find(by) else { return };
    let Some(that) = (noun + 3..to).find(|&i| analysis.words.of(i) == "that") else { return };
    let source = Some((noun + 2, that));
    *link = Link { source, cue: Some((noun, noun + 1)), contents: vec![(that, to)], ..Link::default() };
}

/// "The firm will close, according to the agency, | which cited two sources": the clause behind an authority describes it, and what
/// stands before is said.
fn leave_description(analysis: &Analysis, link: &mut Link, cue: Run) {
    let (Some(source), Some(&(last, _))) = (link.source, link.contents.last()) else { return };
    let according = cue.1 == cue.0 + 2 && analysis.is_one_of(cue.0, &["according"]);
    let (from, _) = analysis.sentence_at(cue.0);
    let clause = source.1 + usize::from(analysis.is_comma(source.1));
    let behind = source.0 == cue.1 && clause <= last && analysis.is_one_of(clause, &["which", "who", "whose"]);
    let open = cue.0.checked_sub(1).filter(|&comma| comma > from + 2 && analysis.is_comma(comma));
    if let Some(comma) = open.filter(|_| according && behind)
        && analysis.has_finite((from, comma))
        && analysis.is_plain((from, comma))
    {
        link.contents = vec![(from, comma)];
    }
}

fn is_against(analysis: &Analysis, i: usize) -> bool {
    analysis.is_one_of(i, &["despite", "contrary", "unlike", "notwithstanding"])
}

/// "claims they ignored | the warnings", "a group claiming responsibility for | the blast": what stands behind the noun that reports, or
/// behind the verb that opens the description of somebody, is said.
fn end_at_noun(analysis: &Analysis, link: &mut Link, cue: Run) {
    let Some(first) = link.contents.first_mut().filter(|run| run.0 == cue.1 && cue.1 - cue.0 <= CUE) else { return };
    if !analysis.is_plain((cue.0, first.1)) {
        return;
    }
    let noun = |i: usize| analysis.pos[i] == Pos::Noun && analysis.lexicon[i].is_some();
    let clause = |i: usize| analysis.pos[i] == Pos::Pron && (i + 1..cue.1).any(|verb| analysis.tag(verb).is_finite());
    let named = (cue.0..cue.1 - 1).find(|&i| noun(i) && clause(i + 1)).map(|i| i + 1);
    let phrase = cue.1 == cue.0 + 3 && analysis.pos[cue.0 + 1] == Pos::Noun && analysis.pos[cue.0 + 2] == Pos::Adp;
    let described = phrase && analysis.is_gerund(cue.0) && link.source.is_some_and(|source| source.1 == cue.0);
    let Some(end) = named.or_else(|| described.then_some(cue.0 + 1)) else { return };
    link.cue = Some((cue.0, end));
    first.0 = end;
}

/// "told the paper a few firms | have left": without a verb of its own, what is told runs on where the next word is one.
fn run_to_verb(analysis: &Analysis, link: &mut Link, cue: Run) {
    let told = matches!(analysis.words.of(cue.1 - 1), "told" | "tells" | "telling");
    let [run] = link.contents.as_mut_slice() else { return };
    let (_, end) = analysis.sentence_at(cue.0);
    let verbless = told && run.0 == cue.1 && run.1 < end && analysis.is_plain(*run) && !analysis.has_finite(*run);
    if !verbless || !analysis.tag(run.1).is_finite() {
        return;
    }
    let ends = |&i: &usize| {
        let marks = matches!(analysis.form(i).shape, Shape::Stop | Shape::Dash | Shape::Colon);
        marks || analysis.is_comma(i) || analysis.quoted[i] != state::OUT
    };
    run.1 = (run.1..end.min(run.1 + FAR)).find(ends).unwrap_or(run.1);
}

/// "said the bank's chief economist, | Ana Ruiz": the name behind the description that closes a sentence.
fn add_name(analysis: &Analysis, link: &mut Link, cue: Run) {
    let (_, end) = analysis.sentence_at(cue.0);
    let Some((from, to)) = link.source.filter(|source| source.0 == cue.1 && source.1 + 2 < end) else { return };
    if !analysis.is_comma(to) || analysis.pos[to - 1] != Pos::Noun || !analysis.is_plain((from, to)) {
        return;
    }
    let name = |i: &usize| analysis.form(*i).is_capital() && analysis.pos[*i] != Pos::Det;
    let count = (to + 1..end).take_while(name).count();
    let closed = to + 1 + count < end && matches!(analysis.form(to + 1 + count).shape, Shape::Stop | Shape::Comma);
    let free = !link.contents.iter().any(|run| run.0 <= to + 1 && to < run.1);
    if (2..=NAME).contains(&count) && closed && free {
        link.source = Some((from, to + 1 + count));
    }
}

/// Whether a link is one of nobody's words: "Despite claims that the dam is safe, it | leaks", "he | walked | away cleared of it".
pub(crate) fn is_told_otherwise(analysis: &Analysis, link: &Link) -> bool {
    let (Some(cue), [run]) = (link.cue, link.contents.as_slice()) else { return false };
    if !analysis.is_plain(*run) {
        return false;
    }
    // "walked | back his remark" is a report, "walked away" is none.
    let moves = cue.1 == cue.0 + 1 && run.0 == cue.1;
    let unknown = moves && analysis.lexicon[cue.0].is_none();
    let away = moves && analysis.is_one_of(run.0, &["away"])
        || unknown && analysis.is_one_of(run.0, &["back", "off", "home", "out"]);
    // "Three guards | were dismissed": who loses a post is no claim that somebody denies.
    let sacked = || {
        let report = |i: usize| matches!(analysis.pos[i], Pos::Noun | Pos::Pron) && analysis.lexicon[i].is_some();
        link.source.is_none() && analysis.is_one_of(cue.1 - 1, &["dismissed"]) && !(run.0..run.1).any(report)
    };
    (run.1 <= cue.0 && (is_against(analysis, run.0) || sacked())) || away
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::parts;

    #[test]
    fn the_name_behind_a_description_speaks() {
        for text in [
            "Prices will fall again, said the port's chief economist, Ana Ruiz.",
            "Prices will fall again, said the harbour union's spokeswoman, Ilse Brandt.",
        ] {
            let found = parts(text, "en");
            assert!(found[0][0].ends_with("Ana Ruiz") || found[0][0].ends_with("Ilse Brandt"), "{found:?}");
        }
    }

    #[test]
    fn what_a_clause_stands_against_is_not_said_by_its_subject() {
        let text = "Despite claims by the owners that the hull is sound, it leaks.";
        assert!(parts(text, "en").iter().all(|found| found[0] != "it"), "{:?}", parts(text, "en"));
        let text = "Three guards were dismissed on Monday, the bank said.";
        assert_eq!(parts(text, "en").len(), 1, "{:?}", parts(text, "en"));
        let text = "The former mayor walked away cleared of the charges that ended his career.";
        assert!(parts(text, "en").iter().all(|found| found[1] != "walked"), "{:?}", parts(text, "en"));
    }
}
