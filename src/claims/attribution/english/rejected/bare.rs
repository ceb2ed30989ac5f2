//! What has the form of an English attribution and tells of deeds: aims ("to hatch a plan"), appeals to the reader ("Share your
//! thoughts"), what things are meant for, the titles of works between marks ("promoted “Winter Light”").

use super::handled::is_object;
use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::attribution::pack::{Pack, pack};
use crate::text::pos::{Form, Pos};

/// The longest title of a work, in words.
const TITLE: usize = 8;

/// From how many letters on a word of a title has a capital.
const SMALL: usize = 4;

/// Whether an attribution tells of a deed alone.
pub(crate) fn is_bare(analysis: &Analysis, link: &Link) -> bool {
    let (Some(cue), Some(pack)) = (link.cue, pack("en")) else { return false };
    if !analysis.is_plain(cue) {
        return false;
    }
    let reports = (cue.0..cue.1).any(|i| analysis.is_cue_word(i));
    let plain = link.contents.iter().all(|&run| analysis.is_plain(run));
    let stated = || link.contents.iter().any(|&run| states(analysis, run));
    let nobody = link.source.is_none();
    // "put the toll at 40", "as she puts it"
    if (cue.0..cue.1).any(|i| analysis.is_one_of(i, &["put", "puts", "putting", "goes", "went", "like"])) {
        return false;
    }
    if !plain {
        return is_work(analysis, pack, link, cue) || !reports && is_state(analysis, link, cue);
    }
    nobody && (is_aim(analysis, cue) || is_appeal(analysis, cue) || is_meant(analysis, pack, cue)) && !stated()
        || is_known(analysis, link, cue)
        || is_toll(analysis, link, cue)
        || is_summons(analysis, link, cue)
        || is_dismissal(analysis, link, cue)
        || is_torn(analysis, link)
        || is_occasion(analysis, link, cue)
        || !reports
            && (cue.0..cue.1).any(|i| analysis.pos[i] == Pos::Verb)
            && link.start() >= cue.1
            && link.contents.iter().all(|&run| is_object(analysis, run))
}

/// "When the rain came, the crowd | shouted": when somebody shouted, and nothing of what.
fn is_occasion(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let [(from, to)] = link.contents.as_slice() else { return false };
    let when = ["when", "whenever", "as", "after", "before", "while", "once", "until"];
    let opens = analysis.sentence_at(*from).0 == *from && analysis.is_one_of(*from, &when);
    // "When the port closed, trade fell, Ruiz said": a main clause stands before the verb.
    *to <= cue.0 && opens && !(*from..*to - 1).any(|i| analysis.is_comma(i) && analysis.has_finite((i + 1, *to)))
}

/// "claimed | four lives", "claimed | the lives of two people", "claimed a fifth victim": who died, and nothing that is said.
fn is_toll(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let [(from, to)] = link.contents.as_slice() else { return false };
    let claims = cue.1 == cue.0 + 1 && analysis.is_one_of(cue.0, &["claim", "claims", "claimed", "claiming"]);
    let small = |i: &usize| matches!(analysis.pos[*i], Pos::Det | Pos::Num | Pos::Adj | Pos::Adv | Pos::Pron);
    let noun = *from + (*from..*to).take_while(small).count();
    claims && *from == cue.1 && noun < *to && analysis.is_one_of(noun, &["life", "lives", "victim", "victims"])
}

/// "summoned | the ambassador on Monday": whom somebody has come, and nothing that is said.
fn is_summons(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let calls = cue.1 == cue.0 + 1 && analysis.lower(cue.0).starts_with("summon");
    calls && link.contents.iter().all(|&run| run.0 >= cue.1 && is_object(analysis, run))
}

/// "dismissed | head coach Erik Lind on Monday": who loses a post. What is dismissed as something, or is somebody's, is denied.
fn is_dismissal(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let [(from, to)] = link.contents.as_slice() else { return false };
    let dismisses = analysis.lower(cue.1 - 1).starts_with("dismiss") && *from == cue.1;
    let name = |i: usize| analysis.pos[i] == Pos::Propn && analysis.form(i).is_capital();
    let nominal = |i: &usize| matches!(analysis.pos[*i], Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn);
    let end = *from + (*from..*to).take_while(nominal).count();
    let named = end >= *from + 2 && name(end - 1) && name(end - 2);
    let owned = |i: usize| analysis.lower(i).contains(['\'', '’']);
    let owner = owned(end - 1) || end < *to && owned(end);
    dismisses && named && !owner && !(end..*to).any(|i| analysis.is_one_of(i, &["as"]))
}

/// "the question of | who | knew of the leak": a question, and nobody who knew.
fn is_torn(analysis: &Analysis, link: &Link) -> bool {
    let asked = |source: Run| {
        source.1 == source.0 + 1
            && analysis.is_one_of(source.0, &["who"])
            && source.0 > 0
            && analysis.is_one_of(source.0 - 1, &["of", "about", "over", "on"])
    };
    link.source.is_some_and(asked)
}

/// "is known for | its dunes", "also known as | low key": what something is called, and nobody says.
fn is_known(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let known = (cue.0..cue.1).rev().find(|&i| analysis.is_one_of(i, &["known"]));
    known.is_some_and(|known| link.start() >= cue.1 && analysis.is_one_of(known + 1, &["as", "for"]))
}

/// Whether a run is a clause of its own, or opened like one.
fn states(analysis: &Analysis, (from, to): Run) -> bool {
    const OPENS: &[&str] = &["that", "whether", "if", "how", "why", "what", "who", "where", "when"];
    analysis.is_one_of(from, OPENS) || analysis.has_finite((from, to)) && !is_object(analysis, (from, to))
}

/// "to hatch | his idea", "not to release | her tax returns"
fn is_aim(analysis: &Analysis, (from, to): Run) -> bool {
    let first = from + usize::from(analysis.is_one_of(from, &["not"]));
    first + 1 < to && analysis.is_one_of(first, &["to"]) && (first + 1..to).any(|i| analysis.pos[i] == Pos::Verb)
}

/// "Share | your thoughts", "Click here to read | the affidavit": the reader is asked.
fn is_appeal(analysis: &Analysis, cue: Run) -> bool {
    let (from, _) = analysis.sentence_at(cue.0);
    let first = (from..cue.1).find(|&i| analysis.form(i).is_word());
    let tag = analysis.tag(cue.0);
    first == Some(cue.0) && tag.pos == Pos::Verb && tag.form == Form::Base
}

/// "is aimed at | the suburbs", "was named | Horus 4": what something is for, or called.
fn is_meant(analysis: &Analysis, pack: &Pack, cue: Run) -> bool {
    let be = |i: usize| analysis.pos[i] == Pos::Aux;
    (cue.0 + 1..cue.1).any(|i| analysis.is_one_of(i, &pack.meant) && (cue.0..i).any(be))
}

/// "is a type of | “lung fever”", "has the title of | “Best Boat”": what something is or has, behind its verb.
fn is_state(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let be = |i: usize| analysis.is_one_of(i, &["is", "are", "was", "were", "'s", "'re", "has", "have", "had"]);
    let noun = analysis.pos[cue.1 - 1] == Pos::Adp && (cue.0..cue.1).any(|i| analysis.pos[i] == Pos::Noun);
    let verbs = (cue.0..cue.1).filter(|&i| matches!(analysis.pos[i], Pos::Verb | Pos::Aux));
    link.start() == cue.1 + usize::from(analysis.quoted[cue.1.min(analysis.len() - 1)] == state::OPEN)
        && noun
        && be(cue.0)
        && verbs.into_iter().all(be)
}

/// "promoted | “Winter Light”", "a screening of | “Winter Light.”": a title, and no word of anybody.
fn is_work(analysis: &Analysis, pack: &Pack, link: &Link, cue: Run) -> bool {
    let reports = |i: usize| analysis.is_cue_word(i) && !analysis.is_one_of(i, &pack.works);
    // In a headline every word has its capital; "'s" has none.
    let clitic = |i: usize| analysis.words.of(i).starts_with(['\'', '’']);
    let headline = (cue.0..cue.1).any(|i| !analysis.form(i).is_word() && !clitic(i) || analysis.form(i).is_capital());
    if headline || link.start() < cue.1 || (cue.0..cue.1).any(reports) {
        return false;
    }
    let marked = |run: Run| (run.0..run.1).filter(|&i| analysis.quoted[i] == state::IN && analysis.form(i).is_word());
    let count: usize = link.contents.iter().map(|&run| marked(run).count()).sum();
    let capital = |i: usize| analysis.form(i).is_capital() || analysis.words.of(i).chars().count() < SMALL;
    let first = link.contents.iter().find_map(|&run| marked(run).next());
    let titled = link.contents.iter().all(|&run| marked(run).all(capital));
    count <= TITLE && titled && first.is_some_and(|first| analysis.form(first).is_capital())
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::parts;

    #[test]
    fn deeds_are_no_reports() {
        for text in [
            "The bid to hatch a rival plan failed in the spring.",
            "Share your thoughts on the new stadium in the comments below.",
            "The second rocket was named Kestrel 4, for the small falcon of the dunes.",
            "The money is aimed at improving the worst of the schools.",
            "The singer promoted \u{201c}Winter Light\u{201d} in Oslo on Friday.",
            "She wore it at a late screening of \u{201c}Dusk.\u{201d}",
            "Roof rot is a type of \u{201c}dry fungus\u{201d} that eats old beams.",
            "The coast is best known for sailing in heavy weather.",
            "Wesk is also known as the town of bells.",
            "When the rain came, the crowd shouted.",
            "After the vote was read, members cried.",
        ] {
            assert!(parts(text, "en").is_empty(), "{text} {:?}", parts(text, "en"));
        }
    }

    #[test]
    fn what_is_said_of_a_plan_or_a_work_stays() {
        for text in [
            "Berg said the rocket was named Kestrel 4.",
            "Berg said the coast was known for its dunes.",
            "Lund promised to improve the worst of the schools.",
            "Berg called the film \u{201c}a dull disgrace.\u{201d}",
            "The money was meant for schools, the treasurer said.",
            "When the rain came, the crowd left, Lund said.",
            "When the rain came, Lund shouted that the dam had burst.",
        ] {
            assert_eq!(parts(text, "en").len(), 1, "{text} {:?}", parts(text, "en"));
        }
    }
}
