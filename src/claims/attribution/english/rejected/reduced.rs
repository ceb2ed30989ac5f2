//! Participles that stand behind a noun and describe it, in English: "The ship believed to have cut the cable has been seized",
//! "Two brothers accused of smuggling appeared in court", "Residents fearing another flood have left". Who is believed, accused or
//! called something does not say so, and the verb of the sentence is no part of what is said.

use crate::claims::attribution::analysis::Analysis;
use crate::claims::attribution::english::contents::bounds::is_main_clause;
use crate::claims::attribution::english::sources::agents::behind_by;
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::attribution::pack::pack;
use crate::text::pos::{Form, Pos, Tag};

/// How far behind the participle the verb of the sentence is looked for, in words.
const FAR: usize = 40;
/// The longest content that is cut, in words: a bound on text without stops.
const LONGEST: usize = 200;
/// The most words of "by" and who did it.
const AGENT: usize = 8;

/// Words that open a clause with a verb of its own.
const OPENERS: &[&str] = &[
    "who", "whose", "which", "that", "where", "when", "because", "if", "whether", "after", "before", "while", "since",
    "until", "although", "though", "what", "how", "why", "than",
];

/// Gives passives that describe a noun to whoever does it: "Lundeby, accused by Brask | of misleading voters", and verbs behind such
/// words the noun that is described: "Residents evacuated by the army | said".
pub(crate) fn give_agents(analysis: &Analysis, links: &mut [Link]) {
    for link in links {
        if let (Some(cue), Some(source)) = (link.cue, link.source) {
            link.source = evacuated(analysis, source, cue).or(link.source);
        }
        let Some((cue, first)) = described(analysis, link) else { continue };
        // The content begins with the agent, or with what stands behind it: "told by doctors | to rest".
        let by = match analysis.is_one_of(first - 1, &["by"]) {
            true => first - 1,
            false if analysis.is_one_of(cue + 1, &["by"]) => cue + 1,
            false => continue,
        };
        let (Some(noun), Some(&(_, end))) = (link.source, link.contents.first()) else { continue };
        let Some(who) = behind_by(analysis, by, end).filter(|&who| analysis.has_noun(who)) else { continue };
        let close = (who.1..end).find(|&i| analysis.is_comma(i)).unwrap_or(end);
        link.source = Some(who);
        link.inherited = false;
        link.contents = if who.1 < close { vec![noun, (who.1, close)] } else { Vec::new() };
    }
}

/// The noun before "evacuated by the army", "living near the plant" and "announcing the plan", where the verb behind is its own.
fn evacuated(analysis: &Analysis, source: Run, cue: Run) -> Option<Run> {
    let before = source.0.checked_sub(1).filter(|_| source.1 == cue.0)?;
    let form = |i: usize| analysis.tag(i).form;
    let gerund = form(before) == Form::Gerund;
    let led = analysis.tag(before).pos == Pos::Adp
        && before.checked_sub(1).is_some_and(|i| matches!(form(i), Form::Participle | Form::Gerund));
    let participle = if gerund { before } else { before.checked_sub(1).filter(|_| led)? };
    let (from, _) = analysis.sentence_at(cue.0);
    let start = analysis.source_start(from, participle)?;
    let opens = start == from && !matches!(analysis.tag(start).pos, Pos::Adp | Pos::Sconj);
    (opens && analysis.has_noun((start, participle))).then_some((start, participle))
}

/// Whether the cue describes its source, which then says nothing: "a man | suspected of | robbing jewellers".
pub(crate) fn is_reduced(analysis: &Analysis, link: &Link) -> bool {
    let Some(((cue, first), pack)) = described(analysis, link).zip(pack("en")) else { return false };
    let word = |words: &[&str]| analysis.is_one_of(cue, words);
    let next = analysis.is_one_of(cue + 1, &["to", "of", "as"]);
    let passive = analysis.tag(cue).form == Form::Participle;
    let open = || main_verb(analysis, (first, analysis.sentence_at(cue).1), 0).is_some();
    word(&pack.supposed) && next
        || word(&["reported"]) && analysis.is_one_of(cue + 1, &pack.gone)
        || passive && (next || word(&pack.called)) && opens_sentence(analysis, link) && open()
}

/// Ends what a participle or a relative clause says before the verb of the sentence: "demanding | higher wages | blocked the port",
/// "Residents who say | the mine poisoned their wells | have sued".
pub(crate) fn cut_at_main_verbs(analysis: &Analysis, links: &mut Vec<Link>) {
    let Some(pack) = pack("en") else { return };
    let mut more = Vec::new();
    for link in links.iter_mut() {
        let gerund = described(analysis, link).filter(|&(cue, _)| analysis.is_gerund(cue));
        let Some((cue, first)) = gerund.or_else(|| restrictive(analysis, link)) else { continue };
        if !opens_sentence(analysis, link) {
            continue;
        }
        let Some(run) = link.contents.first_mut() else { continue };
        // Without its "that" the first verb behind is that of the clause which is said.
        let that = analysis.is_one_of(first, &["that"]) || analysis.is_one_of(first - 1, &["that"]);
        let takes_noun = analysis.is_one_of(cue, &pack.of_nouns);
        if !that && !takes_noun && !analysis.is_reporting_verb(cue) {
            continue;
        }
        let start = first - usize::from(that && !analysis.is_one_of(first, &["that"]));
        let clause = !takes_noun && !that && is_main_clause(analysis, first, run.1);
        let verb = main_verb(analysis, (start, run.1), usize::from(clause)).or_else(|| {
            // "claiming responsibility for the blast | posted a video": the only verb is that of the sentence.
            let open = clause && analysis.pos[first] != Pos::Pron;
            let only = if open { main_verb(analysis, (start, run.1), 0) } else { None };
            only.filter(|&verb| analysis.tag(verb).is_finite())
        });
        if let Some(verb) = verb.filter(|&verb| verb > run.0) {
            let end = std::mem::replace(&mut run.1, verb);
            more.extend(main_report(analysis, link, verb, end));
        }
    }
    if !more.is_empty() {
        links.append(&mut more);
        links.sort_by_key(Link::start);
    }
}

/// "The head of the union that called the strike | said talks had failed": what the verb of the sentence reports, said by whom the clause
/// describes.
fn main_report(analysis: &Analysis, link: &Link, verb: usize, end: usize) -> Option<Link> {
    let who = link.source.filter(|source| source.1 == source.0 + 1)?.0;
    let (from, _) = analysis.sentence_at(verb);
    let relative = analysis.is_one_of(who, &["who", "which", "that"]) && from < who;
    let clause = analysis.is_one_of(verb + 1, &["that"]) || is_main_clause(analysis, verb + 1, end);
    let reports = analysis.is_reporting_verb(verb) && analysis.tag(verb).is_finite() && verb + 2 < end;
    (relative && clause && reports).then(|| Link {
        source: Some((from, who)),
        cue: Some((verb, verb + 1)),
        contents: vec![(verb + 1, end)],
        ..Link::default()
    })
}

/// The verb of a relative clause without a comma that opens its sentence, and the first word of what stands behind it: "The woman who
/// said | she was attacked".
fn restrictive(analysis: &Analysis, link: &Link) -> Option<(usize, usize)> {
    let (from, to) = link.cue?;
    let &[(first, end)] = link.contents.as_slice() else { return None };
    let cue = (from..to).rev().find(|&i| analysis.is_reporting_verb(i))?;
    let small = |i: &usize| matches!(analysis.tag(*i).pos, Pos::Aux | Pos::Adv);
    let who = (from.saturating_sub(3)..cue).rev().find(|i| !small(i))?;
    let noun = who.checked_sub(1).filter(|&noun| matches!(analysis.tag(noun).pos, Pos::Noun | Pos::Propn))?;
    let (start, _) = analysis.sentence_at(cue);
    let near = noun <= start + FAR && end <= first + LONGEST;
    let relative = near && analysis.is_one_of(who, &["who", "which", "that"]) && !analysis.has_finite((start, noun));
    let plain = analysis.is_plain((start, first)) && analysis.is_plain((first, end));
    (relative && plain && first >= to && first <= to + 1).then_some((cue, first))
}

/// The participle that a cue is and the first word of what stands behind it, where it follows its noun at once, or with nobody
/// to say it, behind a comma.
fn described(analysis: &Analysis, link: &Link) -> Option<(usize, usize)> {
    let (from, to) = link.cue?;
    let &[(first, end)] = link.contents.as_slice() else { return None };
    // "Holt was told by doctors": an auxiliary makes it the verb of its clause.
    if from == 0 || analysis.tag(from).pos == Pos::Aux {
        return None;
    }
    let noun = |i: usize| matches!(analysis.tag(i).pos, Pos::Noun | Pos::Propn | Pos::Pron | Pos::Num);
    let behind = match link.source {
        Some(source) => source.1 + usize::from(analysis.is_comma(from - 1)) == from && noun(source.1 - 1),
        None => from > 1 && noun(from - 1 - usize::from(analysis.is_comma(from - 1))),
    };
    let plain = to <= from + 2 && analysis.is_plain((from, to)) && analysis.is_plain((first, end));
    let near = to + if analysis.is_one_of(from + 1, &["by"]) { AGENT } else { 1 };
    (behind && plain && first >= to && first <= near).then_some((from, first))
}

/// Whether no verb of the sentence stands before its source, which is then its subject.
fn opens_sentence(analysis: &Analysis, link: &Link) -> bool {
    let Some(cue) = link.cue else { return false };
    let (from, _) = analysis.sentence_at(cue.0);
    let subject = link.source.map_or(cue.0, |source| source.0);
    subject <= from + FAR && !analysis.has_finite((from, subject))
}

/// The verb of the sentence: the first finite one that no clause in between has for its own; `owed` clauses are open already. The tagger
/// takes some for participles: "that the quota be scrapped | blocked the road".
pub(crate) fn main_verb(analysis: &Analysis, (from, to): Run, mut owed: usize) -> Option<usize> {
    let mut bent = None;
    for i in from..to.min(from + FAR) {
        let tag = analysis.tag(i);
        let joined = i > from && analysis.is_one_of(i - 1, &["and", "or", "but"]);
        if analysis.is_one_of(i, OPENERS) {
            owed += 1;
        } else if tag.is_finite() {
            if owed == 0 && !joined {
                return Some(i);
            }
            // "who say they fear | it will leak": what is feared is a clause as well.
            let tells = analysis.is_reporting_verb(i) && is_main_clause(analysis, i + 1, to);
            owed = owed.saturating_sub(usize::from(!tells && !joined));
        } else if owed > 0 && is_subjunctive(analysis, i) {
            owed -= 1;
        } else if owed == 0 && bent.is_none() && i > from && tag == PARTICIPLE && !joined {
            let before = (from..i).rev().find(|&at| analysis.tag(at).pos != Pos::Adv);
            let led = |at: usize| {
                analysis.tag(at).pos == Pos::Aux || analysis.is_one_of(at, &["have", "has", "had", "having"])
            };
            let described = matches!(analysis.tag(i - 1).pos, Pos::Noun | Pos::Propn | Pos::Pron);
            let passive = analysis.is_one_of(i + 1, &["by"]) || described;
            bent = before.filter(|&at| !led(at) && !passive).map(|_| i);
        }
    }
    bent
}

/// What the tagger calls a participle.
const PARTICIPLE: Tag = Tag { pos: Pos::Verb, form: Form::Participle };

/// "that the mine be closed", "that Tren resign"
fn is_subjunctive(analysis: &Analysis, i: usize) -> bool {
    let tag = analysis.tag(i);
    let to = i > 0 && matches!(analysis.tag(i - 1).pos, Pos::Part | Pos::Aux);
    matches!(tag.pos, Pos::Verb | Pos::Aux) && tag.form == Form::Base && !to
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::parts;

    #[test]
    fn who_is_supposed_something_says_nothing() {
        for text in [
            "A man suspected of robbing three jewellers was arrested on Saturday.",
            "The ship believed to have cut the cable has been seized by the navy.",
            "A fifth person thought to be involved is still at large.",
            "A teacher alleged to have beaten pupils has resigned.",
            "The pilot, suspected of having drunk, was tested.",
            "A woman reported missing on Friday was found alive.",
            "A dog called Rex found the child.",
        ] {
            assert_eq!(parts(text, "en"), Vec::<[String; 3]>::new(), "{text}");
        }
    }

    #[test]
    fn the_verb_of_the_sentence_is_not_demanded() {
        let text = "Demonstrators demanding higher wages blocked the port.";
        assert_eq!(parts(text, "en"), [["Demonstrators", "demanding", "higher wages"]]);
        let text = "Activists demanding that the mine be closed said they would return.";
        assert_eq!(parts(text, "en")[0], ["Activists", "demanding", "that the mine be closed"]);
        let text = "Residents fearing another flood have left the valley.";
        assert_eq!(parts(text, "en"), [["Residents", "fearing", "another flood"]]);
    }

    #[test]
    fn what_a_clause_says_ends_before_the_verb_of_the_sentence() {
        for (text, who, what) in [
            ("Strikers demanding that Tren resign marched through the town.", "Strikers", "that Tren resign"),
            ("A lawyer arguing that the search was illegal asked for bail.", "A lawyer", "that the search was illegal"),
            (
                "Residents who say the mine poisoned their wells have sued.",
                "Residents who",
                "the mine poisoned their wells",
            ),
            ("Forecasters predicting that rates will fall have been wrong.", "Forecasters", "that rates will fall"),
        ] {
            let found = parts(text, "en");
            assert_eq!([&found[0][0], &found[0][2]], [who, what], "{text}");
        }
        for (text, what) in [
            ("A group claiming responsibility for the blast posted a video.", "responsibility for the blast"),
            ("A man who denies arson will appear in court on Monday.", "arson"),
        ] {
            assert_eq!(parts(text, "en")[0][2], what, "{text}");
        }
        let text = "Residents who say they fear the dam will leak and flood the valley met on Monday.";
        assert_eq!(parts(text, "en")[0][2], "they fear the dam will leak and flood the valley");
    }

    #[test]
    fn who_stands_behind_by_does_it() {
        let text = "Lundeby, accused by Brask of misleading voters, resigned on Monday.";
        assert_eq!(parts(text, "en"), [["Brask", "accused", "Lundeby … of misleading voters"]]);
        let text = "The bank, criticised by the regulator for ignoring complaints, paid 3 million pounds.";
        assert_eq!(parts(text, "en"), [["the regulator", "criticised", "The bank … for ignoring complaints"]]);
        let text = "The minister, told by doctors to rest, cancelled her trip.";
        assert_eq!(parts(text, "en"), [["doctors", "told", "The minister … to rest"]]);
        let found = parts("Residents evacuated by the army said they had lost everything.", "en");
        assert_eq!((found.len(), found[0][2].as_str()), (1, "they had lost everything"));
        assert!(found[0][0].starts_with("Residents"), "{found:?}");
        let text = "Villagers living near the mine said the water was brown.";
        assert_eq!(parts(text, "en"), [["Villagers", "said", "the water was brown"]]);
    }

    #[test]
    fn who_does_it_still_speaks() {
        let text = "The union had asked to meet the minister on Monday.";
        assert_eq!(parts(text, "en"), [["The union", "had asked", "to meet the minister on Monday"]]);
        let text = "Officers accused the driver of fleeing the scene.";
        assert_eq!(parts(text, "en"), [["Officers", "accused", "the driver of fleeing the scene"]]);
    }
}
