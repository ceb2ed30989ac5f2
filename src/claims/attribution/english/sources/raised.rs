//! Passives that keep back whose words they pass on, in English: "Sole is understood to be ill", "It is believed that the boat sank".
//! Nobody in the text is said to say so, least of all whoever spoke before.

use crate::claims::attribution::analysis::Analysis;
use crate::claims::attribution::english::grammar::SOURCE;
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::attribution::pack::pack;
use crate::text::pos::{Form, Pos};

/// Participles beside those of supposing that hide who says so.
const AIRED: &[&str] = &["said", "expected", "seen", "hoped"];

/// Whether an attribution is such a passive: an infinitive or the clause of "it" stands behind it, and nobody behind "by".
pub(crate) fn is_raised(analysis: &Analysis, link: &Link) -> bool {
    let (Some(cue), Some(pack)) = (link.cue, pack("en")) else { return false };
    // "is understood by doctors": whoever stands behind "by" says so.
    if link.source.is_some_and(|source| source.0 >= cue.1) {
        return false;
    }
    let supposed = |i: usize| analysis.is_one_of(i, &pack.supposed) || analysis.is_one_of(i, AIRED);
    let be = |i: usize| analysis.is_one_of(i, &["is", "are", "was", "were", "be", "been", "'s", "'re"]);
    // The tagger may take "understood" for a noun, so that the words tell.
    let passive = |i: usize| {
        let before = (cue.0..i).rev().find(|&at| analysis.pos[at] != Pos::Adv);
        supposed(i) && before.is_some_and(be)
    };
    let Some(verb) = (cue.0 + 1..cue.1).rev().find(|&i| passive(i)) else { return false };
    let next = verb + 1 + usize::from(analysis.pos.get(verb + 1) == Some(&Pos::Adv));
    let infinitive = analysis.is_one_of(next, &["to"]) && analysis.tag(next + 1).form == Form::Base;
    let (from, _) = analysis.sentence_at(cue.0);
    let it = cue.0 > from && analysis.is_one_of(cue.0 - 1, &["it"]);
    infinitive || it && link.start() >= cue.1
}

/// "Sole, who missed the meeting, | is understood": where the subject ends before a relative clause that a comma closes at word `end`.
pub(crate) fn before_clause(analysis: &Analysis, end: usize) -> Option<usize> {
    let close = end.checked_sub(1).filter(|&close| analysis.is_comma(close))?;
    let (from, _) = analysis.sentence_at(close);
    let open = (from + 1..close).rev().take(SOURCE).find(|&i| analysis.is_comma(i))?;
    analysis.is_one_of(open + 1, &["who", "which", "whose"]).then_some(open)
}

/// "a move that | Joan Lind, the chair of the board, | said | could cost millions", "which | critics | said | would fail": whose clause it is
/// that what is said has lost its subject to.
pub(crate) fn give_gapped(analysis: &Analysis, links: &mut [Link]) {
    for link in links {
        let (Some(cue), Some(run)) = (link.cue, link.contents.first()) else { continue };
        let verb = cue.1 - 1;
        let gap = run.0 == cue.1 && analysis.tag(run.0).is_finite() && analysis.is_plain((cue.0, run.0 + 1));
        let told = analysis.is_reporting_verb(verb) && analysis.tag(verb).form != Form::Gerund;
        // What the tagger has seen right is left as it is.
        let seen =
            link.source.filter(|source| source.1 == cue.0 && source.0 > 0 && is_relative(analysis, source.0 - 1));
        let Some(source) = seen.or_else(|| inside_clause(analysis, link, cue)).filter(|_| gap && told) else {
            continue;
        };
        if let Some(run) = link.contents.first_mut() {
            run.1 = before_main_verb(analysis, source, *run);
        }
        if seen.is_none() {
            link.source = Some(source);
            link.cue = Some((cue.0.max(source.1), cue.1));
            link.inherited = false;
        }
    }
}

fn is_relative(analysis: &Analysis, i: usize) -> bool {
    analysis.is_one_of(i, &["that", "which", "who", "whom"])
}

/// "The drug that doctors say | saved her life | is banned": the verb of the noun that the clause describes is no part of what is said.
fn before_main_verb(analysis: &Analysis, source: Run, (from, to): Run) -> usize {
    let (start, _) = analysis.sentence_at(from);
    let opens = |i: usize| {
        analysis.is_comma(i)
            || matches!(analysis.pos[i], Pos::Sconj | Pos::Cconj)
            || analysis.is_one_of(i, &["that", "who", "which"])
    };
    let second = (from + 2..to).find(|&i| opens(i) || analysis.tag(i).is_finite());
    let main = second.filter(|&i| !opens(i) && !analysis.has_finite((start, source.0)));
    main.unwrap_or(to)
}

/// The subject between a relative pronoun and the reporting verb.
fn inside_clause(analysis: &Analysis, link: &Link, cue: Run) -> Option<Run> {
    let (from, _) = analysis.sentence_at(cue.0);
    let verb = cue.1 - 1;
    let pronoun = (from + 1..verb).rev().take(SOURCE + 2).find(|&i| is_relative(analysis, i))?;
    let noun = matches!(analysis.pos[pronoun - 1], Pos::Noun | Pos::Propn) || analysis.is_comma(pronoun - 1);
    let first = pronoun + 1;
    if !noun || link.source.is_some_and(|source| source.0 > pronoun) || first >= verb {
        return None;
    }
    // "which | critics | said": the tagger takes a plural right behind the pronoun for a verb.
    let plural =
        |i: usize| i == first && i + 1 == verb && analysis.words.of(i).len() > 4 && analysis.words.of(i).ends_with('s');
    let word = |i: usize| analysis.is_of_source(i) || plural(i);
    let phrase = |from: usize, to: usize| from < to && (from..to).all(word) && analysis.pos[from] != Pos::Adp;
    // An apposition behind the name ends with a comma before the verb.
    let end = match analysis.is_comma(verb - 1) {
        true => {
            let open = (first + 1..verb - 1).find(|&i| analysis.is_comma(i))?;
            (phrase(first, open) && phrase(open + 1, verb - 1)).then_some(verb - 1)?
        }
        false => phrase(first, verb).then_some(verb)?,
    };
    (plural(first) || analysis.has_noun((first, end))).then_some((first, end))
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::{parts, read};

    #[test]
    fn a_passive_of_supposing_is_nobodys_words() {
        for text in [
            "Ames defended her. Adrian Sole is understood to be on sick leave.",
            "Colin Ames defended her. Adrian Sole is said to be abroad.",
            "Colin Ames defended her. Adrian Sole is believed to be abroad.",
            "Colin Ames said she was right. It is understood that the board will meet on Monday.",
            "Colin Ames defended her. Chief executive Adrian Sole, who missed the meeting, is understood to be abroad.",
        ] {
            let found = read(text, "en");
            assert_eq!(found.last().and_then(|last| last.speaker.as_deref()), None, "{text} {:?}", parts(text, "en"));
            assert_eq!(found.last().and_then(|last| last.source_span), None, "{text} {:?}", parts(text, "en"));
        }
        let text = "Colin Ames defended her. Adrian Sole, who missed the meeting, is understood to be abroad.";
        assert_eq!(parts(text, "en")[1][2], "Adrian Sole \u{2026} to be abroad");
    }

    #[test]
    fn who_speaks_in_a_relative_clause_stands_in_it() {
        let text = "The board voted to end the deal, a move that Joan Lind, the chair of its audit committee, said could cost millions.";
        assert_eq!(
            parts(text, "en")[0],
            ["Joan Lind, the chair of its audit committee", "said", "could cost millions"]
        );
        let text = "The board voted to end the deal, which critics said would cost millions.";
        assert_eq!(parts(text, "en")[0], ["critics", "said", "would cost millions"]);
        let text = "The drug that doctors say saved her life is banned.";
        assert_eq!(parts(text, "en")[0], ["doctors", "say", "saved her life"]);
    }
}
