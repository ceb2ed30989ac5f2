//! Sentences that are said on both sides of their speaker, and words about the saying that are not said, in English: "If elected,
//! Brask said, her party would abolish the fee", "The bridge will be closed, Nolde said after inspecting the damage", "Accused of
//! theft, Kellin told the court she had been framed".

use super::bounds::is_main_clause;
use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::linking::{Link, Run, cue_words};
use crate::claims::attribution::pack::pack;
use crate::text::pos::{Form, Pos};

/// How many words a clause on either side has at most.
const LONGEST: usize = 60;
/// Of how many contents before a clause it is asked whether they reach into it.
const NEAR: usize = 16;
/// How far behind "told" the clause begins that is told, in words.
const ADDRESSEE: usize = 8;

/// The fewest words of a clause whose verb does not show.
const CLAUSE: usize = 4;

/// Words that open what depends on the clause before.
const CONDITIONS: &[&str] =
    &["if", "unless", "because", "once", "provided", "until", "although", "though", "whether", "so", "except", "only"];

/// Words that tell when or on what occasion somebody spoke.
const OCCASIONS: &[&str] = &["after", "before", "while", "during", "following", "upon", "when", "as", "ahead"];

/// Gives contents the side of their sentence that they lack, and takes from them what is not said.
pub(crate) fn complete(analysis: &Analysis, links: &mut [Link]) {
    let cues = cue_words(links);
    let mut taken: Vec<Run> = links.iter().flat_map(|link| link.contents.iter().copied()).collect();
    taken.sort_unstable();
    let is_free = |run: Run| {
        let before = taken.partition_point(|own| own.0 < run.1);
        taken[before.saturating_sub(NEAR)..before].iter().all(|own| own.1 <= run.0)
    };
    for link in links {
        let Some(cue) = link.cue else { continue };
        let &[said] = link.contents.as_slice() else { continue };
        if !analysis.is_plain(cue) {
            continue;
        }
        if let Some(source) = link.source.and_then(|source| behind_front(analysis, source, cue)) {
            link.source = Some(source);
        }
        if !analysis.is_plain(said) {
            let open = link.source.map_or(cue.0, |source| source.0.min(cue.0));
            let front = front(analysis, open).filter(|front| said.0 >= cue.1 && is_free(*front));
            let alone = |front: &Run| !(front.0..front.1).any(|i| cues.contains(&i));
            if let Some(front) = front.filter(alone).filter(|front| leads_quotation(analysis, *front, said)) {
                link.contents.insert(0, front);
            }
            continue;
        }
        if let Some(start) = behind_listener(analysis, cue, said) {
            link.contents = vec![(start, said.1)];
            continue;
        }
        let open = link.source.map_or(cue.0, |source| source.0.min(cue.0));
        let Some(front) = front(analysis, open) else { continue };
        if said == front && is_accusation(analysis, front.0) {
            link.contents.extend(told(analysis, cue).filter(|run| is_free(*run)));
            if link.contents.len() > 1 {
                link.contents.remove(0);
            }
            continue;
        }
        if said == front && analysis.pos[front.0] == Pos::Adp && !analysis.has_finite(front) {
            if let Some(clause) = behind(analysis, cue) {
                link.contents = vec![clause];
            }
            continue;
        }
        let alone = is_free(front) && !(front.0..front.1).any(|i| cues.contains(&i));
        if !alone || said.0 < cue.1 {
            continue;
        }
        let clause = states(analysis, front);
        if analysis.is_comma(said.0 - 1) {
            // "Should the river rise"
            let inverted = analysis.is_one_of(front.0, &["had", "were", "should"]);
            let opens = matches!(analysis.tag(front.0).pos, Pos::Sconj | Pos::Adp);
            let opens = opens || inverted || is_dependent(analysis, front.0);
            let leads = opens && !clause;
            let depends = clause && analysis.is_one_of(said.0, CONDITIONS);
            if (leads || depends) && said.1 - said.0 <= LONGEST {
                link.contents.insert(0, front);
            }
        } else if clause && analysis.is_one_of(said.0, OCCASIONS) {
            link.contents = vec![front];
        }
    }
}

/// "If all goes well, | Causey | said,": the name behind the comma is all of the source, where a comma closes its parenthesis.
fn behind_front(analysis: &Analysis, (from, to): Run, cue: Run) -> Option<Run> {
    let (start, _) = analysis.sentence_at(cue.0);
    let comma = (from + 1..to).rev().find(|&i| analysis.is_comma(i)).filter(|comma| comma + 1 < to)?;
    let name = (comma + 1..to).all(|i| analysis.form(i).is_capital());
    let enclosed = to == cue.0 && analysis.is_comma(cue.1) && from == start;
    (name && enclosed && comma > from + 1).then_some((comma + 1, to))
}

/// Whether what stands before the speaker goes with what is quoted in part behind him: "If it rains, Lund said, “it will leak”", "The dam is
/// old, Lund said, and “it leaks”". A comma alone leads to any quotation: "On Monday, Lund said, “it leaks”".
fn leads_quotation(analysis: &Analysis, front: Run, said: Run) -> bool {
    let quoted = analysis.quoted[said.0] != state::OUT;
    let opening = said.0 - usize::from(quoted && said.0 > 0 && analysis.quoted[said.0 - 1] == state::OPEN);
    if opening == 0 || !analysis.is_comma(opening - 1) || said.1 - said.0 > LONGEST {
        return false;
    }
    let condition = analysis.is_one_of(front.0, &["if", "unless"]) || analysis.reads(front.0, &["Even", "if"]);
    let depends = matches!(analysis.tag(front.0).pos, Pos::Sconj | Pos::Adp) || is_dependent(analysis, front.0);
    let clause = states(analysis, front);
    // "The firm consists/Noun of graduates, Lund said, and": the tagger may take the verb for a noun.
    let told = clause || matches!(analysis.pos[front.0], Pos::Det | Pos::Pron) && front.1 > front.0 + CLAUSE;
    let joined = !quoted && analysis.is_one_of(said.0, &["and", "but"]) && !depends && told;
    condition && !clause || joined || !quoted && depends && !clause && !analysis.is_one_of(said.0, &["and", "but"])
}

/// What a sentence says before the comma that leads to its speaker.
fn front(analysis: &Analysis, open: usize) -> Option<Run> {
    let (from, _) = analysis.sentence_at(open);
    let comma = open.checked_sub(1).filter(|&i| i > from && analysis.is_comma(i))?;
    let first = (from..comma).find(|&i| analysis.form(i).is_word()).filter(|first| comma - first <= LONGEST)?;
    (first..comma).all(|i| analysis.quoted[i] == state::OUT).then_some((first, comma))
}

/// Whether it is a clause with its verb, and not one that another depends on.
fn states(analysis: &Analysis, (from, to): Run) -> bool {
    let inverted = analysis.is_one_of(from, &["asked", "had", "were", "should"]);
    let dependent = matches!(analysis.tag(from).pos, Pos::Sconj) || inverted || is_dependent(analysis, from);
    let whole = || (from + 1..to).any(|i| analysis.is_comma(i) && is_main_clause(analysis, i + 1, to));
    analysis.has_finite((from, to)) && (!dependent || whole())
}

/// Whether a clause opens that another one goes with: "When the war ends", "Even if it rains", "As long as it rains".
fn is_dependent(analysis: &Analysis, from: usize) -> bool {
    let Some(pack) = pack("en") else { return false };
    let first = from + usize::from(analysis.is_one_of(from, &["even", "only", "just", "not"]));
    analysis.is_one_of(first, &pack.opening)
}

/// "Accused of theft, ...", "Asked about the deal, ...": a participle that opens a sentence tells on what occasion somebody spoke.
fn is_accusation(analysis: &Analysis, first: usize) -> bool {
    let participle = matches!(analysis.tag(first).form, Form::Participle | Form::Past);
    participle && analysis.is_one_of(first + 1, &["of", "by", "about", "whether", "if", "to", "with"])
}

/// "In his evidence, and under oath, he said | after the court had ruled, there had been a plot": what is said behind a verb, where before
/// its speaker no clause stands.
fn behind(analysis: &Analysis, cue: Run) -> Option<Run> {
    let (_, to) = analysis.sentence_at(cue.0);
    let end = analysis.last_word((cue.1, to))? + 1;
    let said = matches!(analysis.words.of(cue.1 - 1), "said" | "says");
    (said && end > cue.1 + CLAUSE && analysis.has_finite((cue.1, end))).then_some((cue.1, end))
}

/// What is told behind whom it is told: "told the court | she had been framed".
fn told(analysis: &Analysis, cue: Run) -> Option<Run> {
    let (_, to) = analysis.sentence_at(cue.0);
    let end = analysis.last_word((cue.1, to))? + 1;
    let subject = |i: &usize| {
        analysis.is_one_of(*i, &["she", "he", "they", "it", "we", "i", "there"]) && analysis.tag(*i + 1).is_finite()
    };
    let start = (cue.1..end.min(cue.1 + ADDRESSEE)).find(subject)?;
    analysis.is_plain((start, end)).then_some((start, end))
}

/// Where the clause begins behind a body that listens: "told | the committee Brask was wrong".
fn behind_listener(analysis: &Analysis, (from, to): Run, (start, end): Run) -> Option<usize> {
    let tells = (from..to).any(|i| analysis.is_one_of(i, &["told", "tell", "tells", "telling", "informed", "assured"]));
    if !tells || start != to || analysis.tag(start).pos != Pos::Det && analysis.tag(start).pos != Pos::Noun {
        return None;
    }
    let listeners = &pack("en")?.listeners;
    let noun = (start..end.min(start + ADDRESSEE / 2)).find(|&i| analysis.is_one_of(i, listeners))?;
    let next = noun + 1;
    let leads = |i: usize| matches!(analysis.tag(i).pos, Pos::Adp | Pos::Verb | Pos::Aux | Pos::Part | Pos::Cconj);
    let verb = analysis.has_finite((start, noun));
    (next + 1 < end && !verb && !leads(next) && analysis.form(next).is_word() && analysis.has_finite((next, end)))
        .then_some(next)
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::parts;

    #[track_caller]
    fn expect(text: &str, who: &str, what: &str) {
        let found = parts(text, "en");
        assert_eq!(found.iter().map(|found| [&found[0], &found[2]]).collect::<Vec<_>>(), [[who, what]], "{text}");
    }

    #[test]
    fn conditions_go_with_what_they_are_of() {
        let text = "If elected, Brask said, her party would abolish the fee within 100 days.";
        expect(text, "Brask", "If elected … her party would abolish the fee within 100 days");
        expect(
            "Unless it rains, farmers said, the harvest will fail.",
            "farmers",
            "Unless it rains … the harvest will fail",
        );
        for (front, text) in [
            ("Unless prices fall", "Unless prices fall, Osten warned, thousands of farms will close."),
            ("When the war ends", "When the war ends, Osten said, thousands of farms will close."),
            ("Even if the court agrees", "Even if the court agrees, Osten said, thousands of farms will close."),
            ("Should the river rise", "Should the river rise, Osten said, thousands of farms will close."),
            ("As long as it rains", "As long as it rains, Osten said, thousands of farms will close."),
        ] {
            expect(text, "Osten", &format!("{front} \u{2026} thousands of farms will close"));
        }
        let text = "The strike will go ahead, the union said, if no offer is made.";
        expect(text, "the union", "The strike will go ahead … if no offer is made");
    }

    #[test]
    fn they_go_with_a_quotation_as_well() {
        let text = "If all goes well, Osten said, \u{201c}the town will be known for its bridge.\u{201d}";
        expect(text, "Osten", "If all goes well … the town will be known for its bridge.");
        let text = "The firm consists of recent graduates, Osten said, and \u{201c}everyone has another job.\u{201d}";
        expect(text, "Osten", "The firm consists of recent graduates … and \u{201c}everyone has another job.\u{201d}");
        let text = "On Monday, Osten said, \u{201c}The town is known for its bridge.\u{201d}";
        expect(text, "Osten", "The town is known for its bridge.");
        let text = "In an interview with the paper, Osten said, \u{201c}The town is known for its bridge.\u{201d}";
        expect(text, "Osten", "The town is known for its bridge.");
    }

    #[test]
    fn where_somebody_spoke_is_not_what_he_said() {
        let text = "In his evidence, and under oath, Osten said after the vote there had been a plot against the town.";
        let found = parts(text, "en");
        assert!(found[0][2].ends_with("there had been a plot against the town"), "{found:?}");
    }

    #[test]
    fn on_what_occasion_somebody_spoke_is_not_said() {
        let text = "The bridge will be closed for six months, engineer Pia Nolde said after inspecting the damage.";
        expect(text, "engineer Pia Nolde", "The bridge will be closed for six months");
        expect("The truce still holds, Wexham said before leaving for Oslen.", "Wexham", "The truce still holds");
        let text = "Accused of stealing 14 paintings, Marta Kellin told the court she had been framed.";
        expect(text, "Marta Kellin", "she had been framed");
    }

    #[test]
    fn whom_it_is_told_is_not_said() {
        expect("Lundeby told the committee Brask was wrong.", "Lundeby", "Brask was wrong");
        expect("The nurse told the inquest the patient had fallen.", "The nurse", "the patient had fallen");
    }
}
