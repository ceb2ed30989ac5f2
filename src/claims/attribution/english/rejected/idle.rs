//! English attributions that report nothing, seen behind the judge: what describes, what is done with things, who is a mere article.

use super::handled::is_object;
use crate::claims::attribution::analysis::Analysis;
use crate::claims::attribution::english::sources::unseen::is_passive;
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::attribution::pack::{Pack, pack};
use crate::learn::form::Shape;
use crate::text::pos::{Form, Pos};

/// The longest headline, in words, and how far around one its text is looked at.
const HEADLINE: usize = 30;

/// Whether an attribution reports nothing.
pub(crate) fn is_idle(analysis: &Analysis, link: &Link) -> bool {
    let (Some(cue), Some(pack)) = (link.cue, pack("en")) else { return false };
    let plain = link.contents.iter().all(|&run| analysis.is_plain(run)) && analysis.is_plain(cue);
    is_nobody(analysis, link)
        || is_anyone(analysis, link, cue)
        || is_shouted(analysis, cue)
        || is_credit(analysis, link, cue)
        || is_no_comment(analysis, link)
        || is_bracketed(analysis, link, cue)
        || plain
            && (is_blow(analysis, pack, link, cue)
                || is_described(analysis, link, cue)
                || is_clause_of(analysis, link, cue)
                || is_relative(analysis, link, cue)
                || is_seen(analysis, pack, link, cue)
                || is_deed(analysis, pack, link, cue)
                || is_look(analysis, link, cue)
                || is_reason(analysis, link, cue)
                || is_manner(analysis, link, cue)
                || is_going_on(analysis, link, cue)
                || is_verdict(analysis, pack, link, cue)
                || is_refusal(analysis, pack, link, cue)
                || is_appointment(analysis, pack, link, cue)
                || is_plea(analysis, link, cue)
                || is_use(analysis, cue)
                || is_occasion_alone(analysis, link, cue)
                || is_state(analysis, link, cue)
                || is_modifier(analysis, link, cue)
                || is_attached(analysis, link, cue)
                || is_swallowed(analysis, link, cue))
}

/// "Glutathione (pronounced “gloota”)": a participle that a bracket opens describes the word before it.
fn is_bracketed(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    // A cue may hold the bracket as well.
    let opens = |i: usize| matches!(analysis.words.of(i), "(" | "[");
    let open = (cue.0.saturating_sub(1)..cue.1 - 1).rev().find(|&i| opens(i));
    let bent = |i: usize| matches!(analysis.tag(i).form, Form::Participle | Form::Past);
    let before = |open: usize| link.source.is_none_or(|source| source.1 <= open);
    open.is_some_and(|open| bent(open + 1) && before(open)) && link.start() >= cue.1
}

/// "The term | is used to describe | tools": what a thing is for.
fn is_use(analysis: &Analysis, (from, to): Run) -> bool {
    let be = |i: usize| analysis.pos[i] == Pos::Aux || analysis.pos[i] == Pos::Adv;
    (from + 1..to).any(|i| analysis.reads(i, &["used", "to"]) && i + 1 < to && be(i - 1))
}

/// "has lashed out after | a divided court upheld the law": when somebody spoke, and nothing of what he said.
fn is_occasion_alone(analysis: &Analysis, link: &Link, (from, to): Run) -> bool {
    let when = |i: usize| analysis.is_one_of(i, &["after", "before", "while", "until"]);
    let Some(at) = (from + 1..to).rev().find(|&i| when(i)) else { return false };
    let open = at + 1 == to || matches!(analysis.pos[to - 1], Pos::Det | Pos::Adj | Pos::Verb);
    let reports = (at + 1..to).any(|i| analysis.is_reporting_verb(i));
    open && !reports && link.start() == to && link.contents.len() == 1
}

/// "If they are | cracked |, blades will smear dirt": a participle behind its copula ends a condition, and nobody says so.
fn is_state(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let (from, _) = analysis.sentence_at(cue.0);
    let opens = analysis.is_one_of(from, &["if", "when", "unless", "once", "where"]);
    let participle = cue.1 - 1;
    let copula = participle > from + 1 && analysis.is_one_of(participle - 1, &["is", "are", "'re", "was", "were"]);
    let alone = cue.0 + 1 >= participle && analysis.tag(participle).form == Form::Participle;
    link.source.is_none() && opens && copula && alone && analysis.is_comma(cue.1)
}

/// "It took years before the mistake | was noticed": the verb of a clause whose subject ends what stands before it.
fn is_swallowed(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let before = link.contents.last().is_some_and(|run| run.1 == cue.0);
    let (from, _) = analysis.sentence_at(cue.0);
    let be = analysis.pos[cue.0] == Pos::Aux && analysis.is_one_of(cue.0, &["was", "were", "is", "are"]);
    let passive = be && analysis.tag(cue.0 + 1).form == Form::Participle && cue.1 > cue.0 + 1;
    let opens = |i: &usize| analysis.is_one_of(*i, &["before", "after", "until", "when", "because", "while", "since"]);
    let clause = (from + 1..cue.0).rev().find(opens);
    let subject = |clause: usize| clause + 1 < cue.0 && (clause + 1..cue.0).all(|i| analysis.is_nominal(i));
    let verb = |clause: usize| (from..clause).any(|i| matches!(analysis.pos[i], Pos::Verb | Pos::Aux));
    before && passive && clause.is_some_and(|clause| subject(clause) && verb(clause))
}

/// "Dry, | cracked | blades will smear dirt": a participle before its noun, where nobody stands before it.
fn is_modifier(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let (from, _) = analysis.sentence_at(cue.0);
    let participle = cue.1 == cue.0 + 1 && analysis.tag(cue.0).form == Form::Participle;
    let noun = link.start() == cue.1 && analysis.pos[cue.1] == Pos::Noun;
    let open = (from..cue.0).all(|i| matches!(analysis.pos[i], Pos::Adj | Pos::Adv | Pos::Punct));
    link.source.is_none() && participle && noun && open && cue.0 > from
}

/// "foisted several issues onto the governor | that he did not seek": a clause behind a noun describes it where no verb reports.
fn is_attached(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let first = link.start();
    let verb = analysis.pos[cue.0] == Pos::Verb && analysis.lexicon[cue.0].is_none();
    let reports = (cue.0..cue.1).any(|i| analysis.is_reporting_verb(i));
    let apart = first > cue.1 && analysis.words.of(first) == "that" && analysis.has_noun((cue.1, first));
    verb && !reports && apart && analysis.pos[first - 1] == Pos::Noun
}

/// "The | reported memo considering steps", "expected | to | say": an article or a particle alone is nobody.
fn is_nobody(analysis: &Analysis, link: &Link) -> bool {
    link.source.is_some_and(|(from, to)| {
        let article = matches!(
            analysis.lower(from).as_str(),
            "the" | "a" | "an" | "to" | "not" | "and" | "but" | "amid" | "despite"
        );
        article && (to == from + 1 || to == from + 2 && !analysis.form(to - 1).is_word())
            || analysis.reads(from, &["contrary", "to"]) && to <= from + 2
    })
}

/// "Anyone who says otherwise is wrong": of whom nobody knows whether he is, nothing is reported.
fn is_anyone(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    link.source.is_some_and(|(from, to)| {
        let who = (from + 1..cue.0).take(3).any(|i| analysis.is_one_of(i, &["who"]));
        to <= cue.0
            && (analysis.is_one_of(from, &["whoever"])
                || analysis.is_one_of(from, &["anyone", "anybody", "everyone", "everybody"]) && who)
    })
}

/// "VIDEO SHOWS SUSPECT ACCUSED OF FRAUD" between the lines of an article: a headline that points elsewhere.
fn is_shouted(analysis: &Analysis, (from, to): Run) -> bool {
    let upper = |i: usize| analysis.form(i).shape == Shape::Upper || analysis.words.of(i) == "A";
    if !(from..to).any(|i| upper(i) && analysis.words.of(i).len() > 2) {
        return false;
    }
    let (start, end) = analysis.sentence_at(from);
    let letters = |i: &usize| analysis.words.of(*i).chars().any(char::is_alphabetic);
    let words: Vec<usize> = (start..end.min(start + HEADLINE)).filter(letters).collect();
    let loud = words.iter().filter(|&&i| upper(i)).count();
    // Where all is in capitals, nothing is a headline.
    let around = (start.saturating_sub(HEADLINE)..start).chain(end..analysis.len().min(end + HEADLINE));
    let quiet = around.filter(|&i| analysis.form(i).shape == Shape::Lower).count();
    words.len() >= 4 && 10 * loud >= 9 * words.len() && quiet > 3
}

/// "looked | stunning", "looks like | a pencil"
fn is_look(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let looks = (cue.0..cue.1).any(|i| analysis.is_one_of(i, &["look", "looks", "looked", "looking"]));
    let first = link.start();
    let how = analysis.pos[first] == Pos::Adj
        || analysis.words.of(first) == "like"
        || analysis.words.of(cue.1 - 1) == "like"
            && is_object(analysis, (first, link.contents.first().map_or(first, |run| run.1)));
    looks && first == cue.1 && how
}

/// "The ferry hit rocks", "Rain lashed the coast", "Troops attacked the town with rockets": no word is said there.
fn is_blow(analysis: &Analysis, pack: &Pack, link: &Link, cue: Run) -> bool {
    let [(from, to)] = link.contents.as_slice() else { return false };
    let (from, to) = (*from, *to);
    let Some(verb) = (cue.0..cue.1).find(|&i| analysis.is_one_of(i, &pack.blows)) else { return false };
    let aimed = (verb + 1..cue.1).any(|i| matches!(analysis.words.of(i), "out" | "back" | "at" | "for" | "over"));
    let thought = (from..to)
        .any(|i| analysis.is_one_of(i, &pack.thoughts) || analysis.words.of(i) == "’s" || analysis.words.of(i) == "'s");
    let told = (from..to)
        .any(|i| matches!(analysis.words.of(i), "for" | "as" | "over" | "that" | "how") || analysis.tag(i).is_finite());
    // "slammed Ruiz": somebody with a name is as likely blamed as hit.
    let named = (from..to).all(|i| analysis.form(i).is_capital()) && verb_blames(analysis, verb);
    let other = (cue.0..cue.1).any(|i| i != verb && analysis.is_reporting_verb(i));
    from >= cue.1 && !aimed && !thought && !told && !named && !other
}

/// Blows that headlines deal with words.
fn verb_blames(analysis: &Analysis, verb: usize) -> bool {
    analysis.is_one_of(verb, &["slammed", "slams", "slamming", "blasted", "attacked", "attacks", "attacking"])
}

/// "Lume, named for the light, occupies", "Ruiz, identified as": a participle behind a comma tells what the source is called.
fn is_described(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let tag = analysis.tag(cue.0);
    let participle = tag.pos == Pos::Verb && matches!(tag.form, Form::Participle | Form::Past) && cue.1 <= cue.0 + 2;
    let called = analysis.is_one_of(
        cue.0,
        &["named", "called", "dubbed", "identified", "known", "labelled", "labeled", "termed", "billed"],
    );
    // "Ruiz, the mayor, named": behind an apposition the verb is that of the sentence.
    let alone = |(from, to): Run| to == cue.0 - 1 && !(from..to).any(|i| analysis.is_comma(i));
    let behind = cue.0 > 0 && analysis.is_comma(cue.0 - 1) && link.source.is_none_or(alone);
    participle && called && behind && link.start() >= cue.1
}

/// "Fenwick, | who is accused of murder, | appeared in court": a relative clause before a verb tells who somebody is.
fn is_clause_of(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    matches!(link.contents.as_slice(), [(from, to)] if *to <= cue.0 && analysis.is_one_of(*from, &["who", "whose"]))
}

/// "Some cars have timing chains | that can last": a relative clause describes the noun that ends the cue.
fn is_relative(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let first = link.start();
    let noun = analysis.pos[cue.1 - 1] == Pos::Noun && analysis.lexicon[cue.1 - 1].is_none() && cue.1 > cue.0 + 1;
    let next = analysis.tag(first + 1);
    noun && first == cue.1 && analysis.words.of(first) == "that" && (next.is_finite() || next.pos == Pos::Aux)
}

/// "A flat passage saw | him fall behind": what somebody is seen to do.
fn is_seen(analysis: &Analysis, pack: &Pack, link: &Link, cue: Run) -> bool {
    let [(from, to)] = link.contents.as_slice() else { return false };
    let sees = (cue.0..cue.1).any(|i| analysis.is_one_of(i, &pack.sees));
    let clause =
        (*from..*to).find(|&i| matches!(analysis.pos[i], Pos::Verb | Pos::Aux) || analysis.words.of(i) == "that");
    let bare = clause.is_some_and(|verb| {
        let tag = analysis.tag(verb);
        verb > *from && tag.pos == Pos::Verb && matches!(tag.form, Form::Base | Form::Gerund | Form::Participle)
    });
    sees && *from == cue.1
        && bare
        && !analysis.is_one_of(*from, &["that", "how", "why", "what", "whether", "if", "to", "as"])
}

/// "sold | the firm the name", "closing out | their concert": a deed with its object.
fn is_deed(analysis: &Analysis, pack: &Pack, link: &Link, cue: Run) -> bool {
    let verb = (cue.0..cue.1).rev().find(|&i| analysis.pos[i] == Pos::Verb);
    let [(from, to)] = link.contents.as_slice() else { return false };
    verb.is_some_and(|verb| analysis.is_one_of(verb, &pack.deeds))
        && *from >= cue.1
        && is_object(analysis, (*from, *to))
}

/// "made the remark | because fares had risen": why and when somebody spoke is not what he said.
fn is_reason(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let first = link.start();
    let noun = analysis.pos[cue.1 - 1] == Pos::Noun;
    noun && first == cue.1 && analysis.is_one_of(first, &["because", "after", "while", "before", "amid", "during"])
}

/// "changing it according to | the manual keeps it clean": no speaker stands there, and no clause before a comma.
fn is_manner(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let according =
        cue.1 >= cue.0 + 2 && analysis.words.of(cue.1 - 2) == "according" && analysis.words.of(cue.1 - 1) == "to";
    let (from, _) = analysis.sentence_at(cue.0);
    let first = link.start();
    according && first == cue.1 && cue.1 > from + 2 && !analysis.is_comma(cue.1 - 3)
}

/// "spots that continue | to attract visitors"
fn is_going_on(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let first = link.start();
    let goes_on = matches!(
        analysis.words.of(cue.1 - 1),
        "continue" | "continues" | "start" | "begin" | "want" | "wants" | "wanted"
    );
    let relative = |(from, to): Run| to == from + 1 && analysis.is_one_of(from, &["that", "which", "who"]);
    // "12,000 homes continue without | water": what something lacks.
    let lacks = analysis.is_one_of(cue.1 - 1, &["without"]) && cue.1 > cue.0 + 1 && first >= cue.1;
    lacks || goes_on && first == cue.1 && link.source.is_some_and(relative)
}

/// "Toldas was cleared | of having taken bribes", "was found | guilty", "was found | dead": what became of somebody. What he was
/// cleared of is not said by anybody, and least of all by him.
fn is_verdict(analysis: &Analysis, pack: &Pack, link: &Link, cue: Run) -> bool {
    let next = link.contents.first().map_or(cue.1, |run| run.0.max(cue.1));
    (cue.0..cue.1).any(|i| {
        let goes_on = |words: &[&str]| (i + 1..=next).any(|at| analysis.is_one_of(at, words));
        let found = || i + 1 + usize::from(analysis.is_one_of(i + 1, &["not"]));
        match analysis.words.of(i) {
            "found" => analysis.is_one_of(found(), &pack.findings),
            // "Prosecutors charged Berg with fraud": whoever charges, accuses.
            "charged" => is_passive(analysis, cue) && goes_on(&["with"]),
            _ => analysis.is_one_of(i, &pack.verdicts) && goes_on(&["of", "on", "over"]),
        }
    })
}

/// "The judge denied | bail", "Passengers were denied | boarding", "The bill was rejected by the senate": what somebody does not get,
/// and no denial of anything that was said.
fn is_refusal(analysis: &Analysis, pack: &Pack, link: &Link, cue: Run) -> bool {
    let does = |words: &[&str]| (cue.0..cue.1).any(|i| analysis.is_one_of(i, words));
    let denies = does(&["denied", "denies", "deny", "denying"]);
    if !denies && !does(&["rejected", "rejects", "rejecting", "dismissed", "dismisses"]) {
        return false;
    }
    let (from, _) = analysis.sentence_at(cue.0);
    let Some(&(first, end)) = link.contents.first() else { return false };
    // "bail to the banker": the object ends where a small word leads on.
    let led = |i: &usize| matches!(analysis.pos[*i], Pos::Adp | Pos::Part | Pos::Sconj | Pos::Verb | Pos::Aux);
    let object = |words: &[&str]| (first..end).take_while(|i| !led(i)).any(|i| analysis.is_one_of(i, words));
    let subject = |words: &[&str]| (from..cue.0).rev().take(HEADLINE).any(|i| analysis.is_one_of(i, words));
    match (is_passive(analysis, cue), denies) {
        (true, true) => !subject(&pack.charges),
        (true, false) => subject(&pack.motions),
        (false, true) => first >= cue.1 && object(&pack.grants),
        (false, false) => first >= cue.1 && object(&pack.motions),
    }
}

/// "The board named | Pell as his successor": an office is given, nothing is said.
fn is_appointment(analysis: &Analysis, pack: &Pack, link: &Link, cue: Run) -> bool {
    let names = (cue.0..cue.1).any(|i| analysis.is_one_of(i, &["named", "names", "naming"]));
    let post = |(from, to): Run| (from..to).any(|i| analysis.is_one_of(i, &pack.posts));
    names && matches!(link.contents.as_slice(), [run] if run.0 >= cue.1 && post(*run) && is_object(analysis, *run))
}

/// "pleaded | not guilty", "reported | from the capital": what is done at court and who wrote where.
fn is_plea(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let first = link.start();
    let guilty = matches!(analysis.words.of(first), "guilty" | "no") || analysis.reads(first, &["not", "guilty"]);
    let pleads = analysis.lower(cue.1 - 1).starts_with("plead") && guilty;
    let credit = analysis.is_one_of(cue.1 - 1, &["from"]) && analysis.is_one_of(cue.0, &["reported", "contributed"]);
    first == cue.1 && (pleads || credit)
}

/// "It is reported by | the press service": of a sentence that only tells who says so nothing is said.
fn is_credit(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let alone = |&(from, to): &Run| to == from + 1 && analysis.is_one_of(from, &["it", "this", "that"]);
    let agent = |&(from, to): &Run| {
        from > 0
            && analysis.is_one_of(from - 1, &["by"])
            && !analysis.has_finite((from, to))
            && analysis.is_plain((from, to))
    };
    let it = cue.0 > 0 && analysis.is_one_of(cue.0 - 1, &["it", "this"]);
    it && is_passive(analysis, cue) && link.contents.iter().all(|run| alone(run) || agent(run))
}

/// "did not return calls seeking | comment": nobody has said anything.
fn is_no_comment(analysis: &Analysis, link: &Link) -> bool {
    matches!(link.contents.as_slice(), [(from, to)] if *to == from + 1 && analysis.is_one_of(*from, &["comment", "comments"]))
}

/// Drops "pleaded guilty | to fraud": what somebody answers to a charge, in the cue itself.
pub(crate) fn leave_pleas(analysis: &Analysis, links: &mut Vec<Link>) {
    let pleads = |(from, to): Run| {
        let plea = (from..to).find(|&i| analysis.lower(i).starts_with("plead"));
        plea.is_some_and(|plea| (plea + 1..to).any(|i| analysis.is_one_of(i, &["guilty"])))
    };
    links.retain(|link| !link.cue.is_some_and(pleads));
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::parts;

    #[test]
    fn whoever_it_may_be_reports_nothing() {
        for text in [
            "Anyone who says otherwise is wrong.",
            "Whoever claims that the dam is safe has not seen it.",
            "Brekke made the remark because fares had risen again.",
            "It is reported by the press service of the mayor.",
            "The firm did not return calls seeking comment.",
            "Holt pleaded guilty to conspiracy to commit fraud.",
            "The drink is full of zentara (pronounced \u{201c}sen-tara\u{201d}) and tea.",
            "If they are cracked, blades will smear dirt over the glass.",
            "It took years before the mistake was noticed by the bank.",
            "Three men all went on to record wins before Brekke made it four.",
        ] {
            assert!(parts(text, "en").is_empty(), "{text} {:?}", parts(text, "en"));
        }
        assert_eq!(parts("Everyone knew that the dam was safe, Hoff said.", "en")[0][0], "Hoff");
    }
}
