//! Contents that ran past their end, in English: over the main clause behind a clause that opens the sentence, over the verb
//! behind a relative clause, over what tells when, where and in which letter a mere noun phrase was said.

use super::asides::before_comment;
use super::fronted::before_main_clause;
use super::occasions::{is_month, is_occasion, tells_deed};
use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::attribution::pack::pack;
use crate::claims::types::Act;
use crate::learn::form::Shape;
use crate::text::pos::{Form, Pos};

/// The longest subject that a main clause is known by, in words.
const SUBJECT: usize = 14;

/// How many words stand between a cue and its "that" at most.
const ADDRESSEE: usize = 16;

/// Verbs with an object that is spoken to.
const ADDRESSING: &[&str] = &[
    "told",
    "tells",
    "telling",
    "tell",
    "warned",
    "warns",
    "warning",
    "informed",
    "informs",
    "assured",
    "assures",
    "reminded",
    "reminds",
    "notified",
    "advised",
    "advises",
    "convinced",
    "persuaded",
];

/// How far the end of a content is looked for, in words: a bound on text without stops.
pub(crate) const FAR: usize = 200;

/// The fewest words that a content keeps.
const LEAST: usize = 2;

/// Ends contents where they end.
pub(crate) fn cut_contents(analysis: &Analysis, links: &mut [Link]) {
    for link in links.iter_mut() {
        let Some(cue) = link.cue else { continue };
        begin_with_that(analysis, link, cue);
        leave_asides(analysis, link, cue);
        let Some(last) = link.contents.last_mut() else { continue };
        if last.0 < cue.1 || analysis.sentence_of[last.0] != analysis.sentence_of[cue.0] {
            continue;
        }
        let ends = [
            before_semicolon(analysis, *last),
            before_main_clause(analysis, cue, *last),
            inside_relative(analysis, cue, *last),
            before_adjunct(analysis, cue, *last),
            before_aside(analysis, cue, *last),
            before_comment(analysis, cue, *last),
            behind_quotation(analysis, *last),
        ];
        let end = ends.into_iter().flatten().min().unwrap_or(last.1);
        let words = analysis.count_words((last.0, end));
        // "said “no” | and left": of what is quoted a word is enough.
        let quoted = analysis.quoted[end - 1] != state::OUT;
        if words >= LEAST || end < last.1 && words > 0 && (quoted || analysis.form(last.0).is_capital()) {
            // A closing mark whose opening one stands outside stays outside as well.
            let closes = end < last.1 && end - 1 > last.0 && analysis.quoted[end - 1] == state::CLOSE;
            last.1 = end - usize::from(closes && analysis.quoted[last.0] == state::IN);
        }
    }
}

/// "told one of the guards on Monday | that ...", "said at a rally | that ...": the clause behind "that" is what is said, not whom it
/// was said to, and nothing that stands before the cue.
fn begin_with_that(analysis: &Analysis, link: &mut Link, cue: Run) {
    let (_, to) = analysis.sentence_at(cue.0);
    let between =
        |i: &usize| nominal(analysis, *i) && analysis.quoted[*i] == state::OUT && analysis.words.of(*i) != "that";
    let that = cue.1 + (cue.1..to.min(cue.1 + ADDRESSEE)).take_while(between).count();
    if asks_whom(analysis, link, cue, that) || tells_whom(analysis, link, cue) {
        return;
    }
    let verb = analysis.has_reporting_verb(cue);
    if that >= to || analysis.words.of(that) != "that" || !verb || analysis.pos[that] == Pos::Det {
        return;
    }
    let Some(at) = link.contents.iter().position(|run| run.0 >= cue.1 && run.0 <= that && that + 1 < run.1) else {
        return;
    };
    let addresses = || (cue.0..cue.1).any(|i| analysis.is_one_of(i, ADDRESSING));
    if link.contents[at].0 == that || addresses() {
        link.contents[at].0 = that;
        let (from, _) = analysis.sentence_at(cue.0);
        let before = |run: &Run| run.0 >= from && run.1 <= cue.0 && analysis.is_plain(*run);
        link.contents.retain(|run| !before(run));
    }
}

/// "had pressed the minister about | whether it was so": whom and about what somebody asks is not what he asks.
fn asks_whom(analysis: &Analysis, link: &mut Link, cue: Run, that: usize) -> bool {
    let question = analysis.is_one_of(that, &["whether", "how", "why"]) && analysis.is_plain((cue.1, that + 1));
    let asks =
        analysis.is_one_of(cue.1 - 1, &["asked", "asks", "pressed", "presses", "questioned", "quizzed", "grilled"]);
    let run = link.contents.iter_mut().find(|run| run.0 >= cue.1 && run.0 < that && that + 1 < run.1);
    let Some(run) = run.filter(|_| question && asks && that > cue.1) else { return false };
    run.0 = that;
    true
}

/// "told Rest of World | a few firms had left": a name before the subject of a clause is whom it was told.
fn tells_whom(analysis: &Analysis, link: &mut Link, cue: Run) -> bool {
    let told = matches!(analysis.words.of(cue.1 - 1), "told" | "tells" | "telling");
    let Some(run) = link.contents.iter_mut().find(|run| run.0 == cue.1).filter(|_| told) else { return false };
    let name = |i: usize| analysis.form(i).is_capital() || matches!(analysis.words.of(i), "of" | "the" | "’s" | "'s");
    let end = run.0 + (run.0..run.1.min(run.0 + ADDRESSEE)).take_while(|&i| name(i)).count();
    let small = analysis.words.of(end - usize::from(end > run.0));
    let end = end - usize::from(end > run.0 && small == "the");
    let subject = matches!(analysis.pos.get(end), Some(Pos::Det | Pos::Pron | Pos::Num | Pos::Adj));
    if end == run.0 || !subject || !analysis.form(run.0).is_capital() || !is_main_clause(analysis, end, run.1) {
        return false;
    }
    run.0 = end;
    true
}

/// "chanted “Go!” and kept | going until two", "“Go!” | The implication is ...": plain words behind what a cue quotes, in its sentence or
/// in a later one, are the article's.
fn leave_asides(analysis: &Analysis, link: &mut Link, cue: Run) {
    let inside = |run: &Run| (run.0..run.1).any(|i| analysis.quoted[i] == state::IN);
    // "stars like Berg, who joked, “...”": of what stands before "who", nothing is said.
    let relative =
        link.source.is_some_and(|(from, to)| to == from + 1 && matches!(analysis.words.of(from), "who" | "which"));
    if relative && link.contents.iter().any(|run| run.0 >= cue.1) {
        link.contents.retain(|run| run.1 > cue.0 || inside(run));
    }
    let Some(quoted) = link.contents.iter().filter(|run| run.0 >= cue.1).position(inside) else { return };
    let Some(&first) = link.contents.iter().filter(|run| run.0 >= cue.1).nth(quoted) else { return };
    let ends = analysis.quoted[first.1 - 1] != state::OUT;
    link.contents.retain(|run| run.0 <= first.0 || !ends || inside(run));
}

fn comma(analysis: &Analysis, i: usize) -> bool {
    analysis.is_comma(i) && analysis.words.of(i) == ","
}

fn nominal(analysis: &Analysis, i: usize) -> bool {
    analysis.is_nominal(i) || matches!(analysis.words.of(i), "'s" | "’s" | "and" | "-" | "(" | ")")
}

/// Whether a subject with its finite verb begins at word `i`.
pub(crate) fn is_main_clause(analysis: &Analysis, i: usize, to: usize) -> bool {
    let start = (i..to).find(|&i| analysis.pos[i] != Pos::Adv).unwrap_or(to);
    const OPENS: &[&str] =
        &["which", "who", "whom", "whose", "where", "when", "while", "that", "and", "or", "but", "as", "than"];
    let opens = |i: usize| analysis.is_one_of(i, OPENS);
    // "there had been no leak"
    if start > i && start < to && analysis.is_one_of(start - 1, &["there"]) && analysis.pos[start] == Pos::Aux {
        return analysis.tag(start).is_finite();
    }
    if start >= to || opens(start) || analysis.pos[start] == Pos::Adp || !nominal(analysis, start) {
        return false;
    }
    let end =
        (start..to.min(start + SUBJECT)).find(|&i| !nominal(analysis, i) || opens(i) && analysis.words.of(i) != "and");
    let verb = end.map(|end| (end..to).find(|&i| analysis.pos[i] != Pos::Adv).unwrap_or(end));
    let noun = end.is_some_and(|end| analysis.has_noun((start, end)));
    noun && verb.is_some_and(|verb| verb < to && analysis.tag(verb).is_finite())
}

/// "Critics say it costs too much; | supporters argue that ...": behind a semicolon another one speaks.
fn before_semicolon(analysis: &Analysis, (from, to): Run) -> Option<usize> {
    let outside = |i: usize| analysis.quoted[i] == state::OUT;
    let semicolon = (from + 1..to).find(|&i| analysis.words.of(i) == ";" && outside(i))?;
    let verb = (semicolon + 1..to).find(|&i| analysis.tag(i).is_finite())?;
    let speaks = analysis.is_reporting_verb(verb) && analysis.words.of(verb + 1) == "that";
    (speaks && is_main_clause(analysis, semicolon + 1, to)).then_some(semicolon)
}

/// "The mayor, who said in May that the bridge was safe, | resigned": the verb behind the relative clause is that of the sentence.
fn inside_relative(analysis: &Analysis, cue: Run, (from, to): Run) -> Option<usize> {
    let (start, _) = analysis.sentence_at(cue.0);
    let who = (start + 1..cue.0).rev().take(4).find(|&i| matches!(analysis.words.of(i), "who" | "which"))?;
    let plain = (who + 1..cue.0).all(|i| matches!(analysis.pos[i], Pos::Aux | Pos::Adv | Pos::Part));
    let to = to.min(from + FAR);
    if !plain || who - start > FAR || !comma(analysis, who - 1) || analysis.has_finite((start, who)) {
        return None;
    }
    let behind = |i: usize| (i + 1..to).find(|&i| analysis.pos[i] != Pos::Adv).map(|verb| analysis.tag(verb));
    let commas = || (from + 1..to).filter(|&i| comma(analysis, i));
    // The tagger takes "resigned" for a participle there; a past form is the verb of the sentence if no other is.
    let participle = |i: &usize| behind(*i).is_some_and(|tag| tag.pos == Pos::Verb && tag.form == Form::Participle);
    commas().find(|&i| behind(i).is_some_and(|tag| tag.is_finite())).or_else(|| commas().find(participle))
}

/// Whether the words from `i` on are of a clause: a subject and a finite verb.
fn opens_clause(analysis: &Analysis, i: usize, to: usize) -> bool {
    let end = (i..to.min(i + 8)).find(|&i| !nominal(analysis, i)).unwrap_or(to);
    end > i && end < to && (analysis.tag(end).is_finite() || analysis.pos[end] == Pos::Aux)
}

/// "criticised the plan | in a letter", "attacked Berg | on Friday", "backs cuts | , which ...": of what is named and not said in a
/// clause, when, where and why is told by the article.
fn before_adjunct(analysis: &Analysis, cue: Run, (from, to): Run) -> Option<usize> {
    let to = to.min(from + FAR);
    let plain = analysis.is_plain((from, to));
    let verb = (cue.0..cue.1).rev().find(|&i| analysis.candidate[i])?;
    let naming = &pack("en")?.naming;
    let clause = |i: usize| {
        matches!(
            analysis.lower(i).as_str(),
            "that"
                | "to"
                | "whether"
                | "how"
                | "what"
                | "why"
                | "if"
                | "who"
                | "where"
                | "when"
                | "as"
                | "not"
                | "which"
        )
    };
    if !plain || from > cue.1 + 1 || clause(from) || matches!(analysis.words.of(verb), "said" | "says" | "say") {
        return None;
    }
    for i in from + 1..to {
        if analysis.tag(i).is_finite() || analysis.pos[i] == Pos::Part || analysis.pos[i] == Pos::Aux {
            return None;
        }
        if comma(analysis, i) {
            let next = analysis.tag(i + 1);
            let relative = matches!(analysis.words.of(i + 1), "which" | "who" | "where" | "whose" | "with");
            let deed = next.form == Form::Gerund && !listed(analysis, i + 1, to);
            return (relative || deed).then_some(i);
        }
        match analysis.words.of(i) {
            "that" | "who" | "which" | "whose" | "where" | "to" => return None,
            "while" | "when" | "because" | "although" | "though" | "unless" | "during" | "amid" => return Some(i),
            "by" if analysis.tag(i + 1).form == Form::Gerund => return Some(i),
            "as" if analysis.is_one_of(verb, naming) => {}
            // "blasted them as crooks | after the head of the board quit": why somebody said so is told by the article.
            "after" if analysis.does(verb, Act::Accuse) && is_main_clause(analysis, i + 1, to) => return Some(i),
            "since" | "as" if opens_clause(analysis, i + 1, to) => return Some(i),
            // "of hiding the results | in March": when a deed was done is told with it.
            "in" if is_month(analysis, i + 1, to) && tells_deed(analysis, from, i) => {}
            // "one more rise | in November | was likely": within a subject.
            "in" | "on" | "at" if is_occasion(analysis, i, to) && !has_verb_behind(analysis, i, to) => return Some(i),
            "and" | "but" => {
                let verb = (i + 1..to).find(|&i| analysis.pos[i] != Pos::Adv)?;
                if analysis.tag(verb).is_finite() {
                    return Some(i);
                }
            }
            _ => {}
        }
    }
    None
}

/// Whether the clause in which word `i` stands still has its verb before it.
fn has_verb_behind(analysis: &Analysis, i: usize, to: usize) -> bool {
    let other = |i: &usize| {
        !comma(analysis, *i) && !matches!(analysis.pos[*i], Pos::Sconj | Pos::Cconj | Pos::Pron | Pos::Verb)
    };
    let next = i + 1 + (i + 1..to).take_while(|i| analysis.pos[*i] != Pos::Aux && other(i)).count();
    next < to && analysis.tag(next).is_finite()
}

/// "wants to sign up a million people, | focusing on the young", "did not want to stay, | but was treated", "proposed cuts, | though
/// it is unclear how": behind what is named, or told in the infinitive, a comma ends it where the article goes on.
fn before_aside(analysis: &Analysis, cue: Run, (from, to): Run) -> Option<usize> {
    let to = to.min(from + FAR);
    let opens =
        |i: usize| matches!(analysis.words.of(i), "that" | "which" | "who" | "whether" | "how" | "what" | "why");
    if opens(from) || from > cue.1 + 1 || matches!(analysis.words.of(cue.1 - 1), "said" | "says" | "say") {
        return None;
    }
    // A finite verb that no relative clause explains makes it a clause, which may hold all of it.
    let mut relative = false;
    let outside = |i: usize| analysis.quoted[i] == state::OUT;
    for i in (from + 1..to.saturating_sub(2)).filter(|&i| outside(i)) {
        relative |= opens(i);
        if analysis.tag(i).is_finite() && !relative {
            return None;
        }
        // "wants to treble it by 2040 — and the port could help"
        let dash = analysis.form(i).shape == Shape::Dash && analysis.form(i + 1).is_word();
        let comma = comma(analysis, i) || dash && analysis.is_one_of(i + 1, &["and", "but"]);
        let joins = i + usize::from(comma);
        let next = (joins + 1..to).find(|&i| analysis.pos[i] != Pos::Adv)?;
        let clause = is_main_clause(analysis, joins + 1, to);
        let ends = match analysis.words.of(joins) {
            "but" => clause || analysis.tag(next).is_finite(),
            "and" | "although" | "though" | "while" => comma && clause,
            "in" => {
                comma && analysis.words.of(joins + 1 + usize::from(analysis.words.of(joins + 1) == "large")) == "part"
            }
            "even" => comma && matches!(analysis.words.of(joins + 1), "as" | "though"),
            "which" | "who" => comma && analysis.words.of(from) == "to",
            _ => comma && !relative && analysis.tag(joins).form == Form::Gerund && !listed(analysis, joins + 1, to),
        };
        if ends {
            return Some(i);
        }
    }
    None
}

/// "closing schools, cutting pay and raising fees": another verb in -ing behind a conjunction makes a list.
pub(crate) fn listed(analysis: &Analysis, from: usize, to: usize) -> bool {
    (from..to.saturating_sub(1))
        .any(|i| matches!(analysis.words.of(i), "and" | "or" | ",") && analysis.tag(i + 1).form == Form::Gerund)
}

/// "called it a “disgrace” | on Wednesday", "as a “fraud” | during a debate", "a “risk” | - a charge that ...": what stands behind the
/// last quotation of a content and begins with an adjunct is the article's.
fn behind_quotation(analysis: &Analysis, (from, to): Run) -> Option<usize> {
    let close = (from..to).rev().find(|&i| analysis.quoted[i] != state::OUT)?;
    let next = close + 1;
    if next + 1 >= to || analysis.quoted[close] != state::CLOSE {
        return None;
    }
    let word = analysis.lower(next);
    let dash = matches!(analysis.words.of(next), "-" | "--" | "–" | "—" | "―");
    let day = word.ends_with("day") && analysis.form(next).is_capital();
    let opens = matches!(word.as_str(), "during" | "while" | "when" | "after" | "amid");
    let how = analysis.pos[next] == Pos::Adv && !analysis.candidate[next] && word != "not";
    // "and kept going until two", "and left": another deed of the same subject; the tagger takes its verb for a participle.
    let past = matches!(analysis.tag(next + 1).form, Form::Past | Form::Participle);
    let deed = word == "and" && past && !analysis.candidate[next + 1];
    let clause = (from..close).any(|i| analysis.quoted[i] == state::OUT && analysis.tag(i).is_finite());
    (dash || !clause && (day || opens || deed || how || is_occasion(analysis, next, to))).then_some(next)
}
