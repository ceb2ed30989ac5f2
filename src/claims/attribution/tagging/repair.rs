//! What linking leaves to mend: contents that stop inside a quotation or at a nested attribution, quotations that run on
//! over paragraphs, loose quotations.

use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::english::contents::closing::{close_sentences, finish_subjects};
use crate::claims::attribution::english::contents::joined::{main_clause, split_conjoined};
use crate::claims::attribution::english::rejected::doubtful::{drop_doubtful, is_doubtful};
use crate::claims::attribution::english::sources::unseen::mend_sources;
use crate::claims::attribution::linking::{Link, Run, is_quoted};
use crate::claims::attribution::quotations::plain::words_of;
use crate::claims::attribution::quotations::tweets::sign_posts;
use crate::learn::form::Shape;
use crate::text::pos::Pos;

/// Mends all attributions of a text; they come back in the order of their contents.
pub(crate) fn repair(analysis: &Analysis, mut links: Vec<Link>) -> Vec<Link> {
    links.retain(|link| states(analysis, link));
    for link in &mut links {
        main_clause(analysis, link);
        invert(analysis, link);
        drop_strays(analysis, link);
        frame_parenthesis(analysis, link);
        fill_quotations(analysis, link);
    }
    split_conjoined(analysis, &mut links);
    mend_sources(analysis, &mut links);
    close_sentences(analysis, &mut links);
    finish_subjects(analysis, &mut links, false);
    nest(analysis, &mut links);
    add_inner(analysis, &mut links, 0);
    add_loose(analysis, &mut links);
    run_on(analysis, &mut links);
    for link in &mut links {
        trim(analysis, link);
    }
    links.retain(|link| !link.contents.is_empty());
    sign_posts(analysis, &mut links);
    drop_doubtful(analysis, &mut links);
    links.sort_by_key(|link| (link.start(), link.cue.map_or(0, |cue| cue.0)));
    links
}

/// A verb that the lexicon does not know reports only what is quoted, what stands before it or what a conjunction opens:
/// "harrumphed that it was late", but not "joined the band that she had left".
fn states(analysis: &Analysis, link: &Link) -> bool {
    let Some(cue) = link.cue else { return true };
    let known = |i: usize| analysis.lexicon[i].is_some() || analysis.form(i).shape == Shape::Colon;
    let clause = |run: &Run| {
        let opener = matches!(analysis.words.of(run.0), "that" | "whether" | "how" | "why" | "what");
        opener || run.1 <= cue.0 || is_quoted(analysis, *run)
    };
    (cue.0..cue.1).any(known) || link.contents.iter().any(clause)
}

/// "The plan, Berg said, would cost too much": what stands before the parenthesis belongs to a content that lacks its subject.
fn frame_parenthesis(analysis: &Analysis, link: &mut Link) {
    let (Some(cue), Some(source), [content]) = (link.cue, link.source, link.contents.as_slice()) else { return };
    let (from, _) = analysis.sentence_at(cue.0);
    let open = source.0.min(cue.0);
    let comma = |i: usize| analysis.form(i).shape == Shape::Comma;
    let enclosed = open > from + 1 && comma(open - 1) && content.0 == source.1.max(cue.1) + 1 && comma(content.0 - 1);
    let verb = |i: usize| matches!(analysis.pos[i], Pos::Verb | Pos::Aux);
    let headless = analysis.tag(content.0).is_finite() || analysis.pos[content.0] == Pos::Aux;
    let outside = analysis.is_plain((from, open)) && !(from..open).any(verb);
    if enclosed
        && headless
        && outside
        && open - from <= 20
        && source.0.abs_diff(cue.1).min(cue.0.abs_diff(source.1)) == 0
    {
        let content = *content;
        link.contents = vec![(from, open - 1), content];
    }
}

/// "said that the governor had warned that ...": a subject with a reporting verb and "that" within a content is an
/// attribution of its own. Up to `addressee` words may tell to whom: "had told her that".
pub(crate) fn add_inner(analysis: &Analysis, links: &mut Vec<Link>, addressee: usize) {
    let mut found = Vec::new();
    for (at, link) in links.iter().enumerate() {
        let Some(cue) = link.cue.filter(|&cue| analysis.has_reporting_verb(cue)) else { continue };
        let Some(&(from, to)) = link.contents.last() else { continue };
        let start = from + usize::from(analysis.words.of(from) == "that");
        let verb = |i: usize| matches!(analysis.pos[i], Pos::Verb | Pos::Aux);
        let Some(first) = (start + 1..to.min(start + 12)).find(|&i| verb(i)) else { continue };
        let Some(inner) = (first..to.min(first + 4)).take_while(|&i| verb(i) || analysis.pos[i] == Pos::Adv).last()
        else {
            continue;
        };
        let plain = analysis.is_plain((from, to))
            && analysis.sentence_of[from] == analysis.sentence_of[to - 1]
            && analysis.has_noun((start, first));
        let reports = analysis.is_reporting_verb(inner);
        // They are sorted, so that what overlaps stands beside.
        let near = &links[at.saturating_sub(6)..links.len().min(at + 7)];
        let taken = near.iter().any(|other| other.cue.is_some_and(|other| other.0 < to && from < other.1));
        let told = |&i: &usize| {
            matches!(analysis.pos[i], Pos::Pron | Pos::Det | Pos::Noun | Pos::Propn | Pos::Adj)
                && analysis.words.of(i) != "that"
        };
        let that = inner + 1 + (inner + 1..to.min(inner + 1 + addressee)).take_while(told).count();
        if from >= cue.1 && plain && reports && !taken && that + 3 < to && analysis.words.of(that) == "that" {
            let link = Link {
                source: Some((start, first)),
                cue: Some((first, inner + 1)),
                contents: vec![(that, to)],
                parent: Some(cue),
                ..Link::default()
            };
            // "that across 26 studies, it seemed that": nobody says so.
            let late = addressee > 0;
            let comma = (start..first).any(|i| analysis.form(i).shape == Shape::Comma);
            if !late || !comma && !is_doubtful(analysis, &link, (first, inner + 1)) {
                found.push(link);
            }
        }
    }
    links.append(&mut found);
    links.sort_by_key(Link::start);
}

/// "..., said the alliance's secretary general, Ann Berg": words after the cue that hold a name and no verb are its source.
fn invert(analysis: &Analysis, link: &mut Link) {
    let (Some(cue), [content]) = (link.cue, link.contents.as_slice()) else { return };
    let content = *content;
    let (from, _) = analysis.sentence_at(cue.0);
    let comma = cue.0 > from + 3 && analysis.form(cue.0 - 1).shape == Shape::Comma;
    let verb = |&i: &usize| matches!(analysis.pos[i], Pos::Verb | Pos::Aux);
    let name = (content.0..content.1).any(|i| analysis.pos[i] == Pos::Propn);
    let clause = (from..cue.0).any(|i| verb(&i)) && analysis.is_plain((from, cue.0));
    let (_, end) = analysis.sentence_at(cue.0);
    let closes = content.1 - content.0 <= 6 && (content.1..end).all(|i| !analysis.form(i).is_word());
    // "said chair Ann Berg in a letter that was seen by ...": what describes the letter is no clause of the speaker.
    let first = (content.0..content.1).find(verb).unwrap_or(content.1);
    let described = name
        && (content.0..first).any(|i| matches!(analysis.lower(i).as_str(), "that" | "which" | "who"))
        && (content.0 + 1..first).find(|&i| analysis.pos[i] == Pos::Adp).is_some_and(|at| {
            analysis.pos[at - 1] == Pos::Propn && (content.0..at).all(|i| analysis.pos[i] != Pos::Sconj)
        });
    let short = content.1 - content.0 <= 14 && first == content.1;
    let named = (name || closes) && short || described;
    if comma && clause && named && content.0 == cue.1 && matches!(analysis.words.of(cue.1 - 1), "said" | "says") {
        link.source = Some(content);
        link.inherited = false;
        link.contents = vec![(from, cue.0 - 1)];
    }
}

/// Contents that the tagger put on the wrong side: words before a cue whose content follows at once, and words that stand
/// between a quotation and its source, which describe the source.
fn drop_strays(analysis: &Analysis, link: &mut Link) {
    let Some(cue) = link.cue else { return };
    if link.contents.len() < 2 {
        return;
    }
    let follows = link.contents.iter().any(|run| run.0 >= cue.1 && run.0 <= cue.1 + 2);
    let direct = link.contents.iter().any(|&run| is_quoted(analysis, run) && run.1 - run.0 >= 5);
    let spoken = link.contents.first().is_some_and(|&run| run.1 <= cue.0 && is_quoted(analysis, run));
    let source = link.source;
    let mut described = None;
    let mut signed = None;
    link.contents.retain(|&run| {
        if is_quoted(analysis, run) {
            return true;
        }
        // "“...,” says Berg.": a name alone behind the cue of a quotation speaks.
        let name = run.1 - run.0 <= 4 && (run.0..run.1).all(|i| analysis.form(i).is_capital());
        if direct && source.is_none() && run.0 == cue.1 && name {
            signed = Some(run);
            return false;
        }
        // "“It is late,” she said at a rally.": plain words behind the cue of a quotation tell where and when.
        let plain = analysis.is_plain(run);
        if spoken && plain && run.0 >= cue.1 {
            return false;
        }
        let beside = source.is_some_and(|source| run.1 <= source.0 && source.0 - run.1 <= 1);
        if direct && beside {
            described = Some(run.0);
            return false;
        }
        !(follows && run.1 <= cue.0)
    });
    link.source = source.or(signed);
    if let (Some(from), Some(source)) = (described, &mut link.source) {
        source.0 = from;
    }
}

/// The words inside the quotation that word `i` stands in.
fn quotation(analysis: &Analysis, i: usize) -> Option<Run> {
    words_of(analysis, *analysis.quote.get(i)? as usize)
}

/// A content that lies in a quotation and holds most of it, or begins or ends inside, takes all of it; two in the same
/// quotation are one.
fn fill_quotations(analysis: &Analysis, link: &mut Link) {
    let taken = |run: Run| {
        let hits = |other: Option<Run>| other.is_some_and(|other| other.0 < run.1 && run.0 < other.1);
        hits(link.cue) || hits(link.source)
    };
    let mut grown: Vec<Run> = Vec::new();
    for &(from, to) in &link.contents {
        let mut run = (from, to);
        if let Some(quote) = quotation(analysis, from).filter(|_| analysis.quoted[from] != state::OUT) {
            let same = quotation(analysis, to - 1) == Some(quote);
            if same && !taken(quote) && 5 * (to - from) >= 2 * (quote.1 - quote.0) {
                run = quote;
            }
        }
        if let Some(quote) = quotation(analysis, run.1 - 1).filter(|quote| quote.1 > run.1) {
            // Mixed: the end of the content lies inside a quotation that it entered.
            let rest = (run.1, quote.1);
            if quote.0 >= run.0 && !taken(rest) {
                run.1 = quote.1;
            }
        }
        match grown.last_mut() {
            Some(last) if run.0 <= last.1 => last.1 = last.1.max(run.1),
            Some(last)
                if quotation(analysis, last.0).is_some()
                    && quotation(analysis, last.0) == quotation(analysis, run.0) =>
            {
                if taken((last.1, run.0)) {
                    grown.push(run);
                } else {
                    last.1 = run.1;
                }
            }
            _ => grown.push(run),
        }
    }
    link.contents = grown;
}

/// The tagger's labels are flat: an inner attribution ends the outer content. Where the inner one follows at once, with a
/// source of its own, the outer content goes on over it.
fn nest(analysis: &Analysis, links: &mut [Link]) {
    for outer in (0..links.len()).rev() {
        for inner in outer + 1..links.len().min(outer + 6) {
            let (Some(cue), Some(&last)) = (links[outer].cue, links[outer].contents.last()) else { break };
            let Some(found) = links[inner].extent() else { continue };
            let Some(inner_cue) = links[inner].cue else { continue };
            let sentence = |i: usize| analysis.sentence_of[i];
            let follows = found.0 <= last.1 + 2 && found.1 > last.1 && inner_cue.0 >= last.0;
            if !follows || last.0 < cue.1 || sentence(last.0) != sentence(inner_cue.0) || is_quoted(analysis, last) {
                continue;
            }
            if !analysis.has_reporting_verb(cue) || breaks(analysis, last.1, found.0.max(last.1)) {
                continue;
            }
            let own_source =
                links[inner].source.is_some_and(|source| source.0 >= last.0 && Some(source) != links[outer].source);
            let direct = inner_cue.0 == last.1;
            if !(own_source || direct && last.1 - last.0 <= 8) {
                continue;
            }
            if direct && !own_source {
                // "said the inquiry | found ...": the outer content is the inner source.
                let skip = usize::from(analysis.words.of(last.0).eq_ignore_ascii_case("that") && last.1 - last.0 > 1);
                links[inner].source = Some((last.0 + skip, last.1));
                links[inner].inherited = false;
            }
            if let Some(content) = links[outer].contents.last_mut() {
                content.1 = found.1.max(content.1);
            }
            links[inner].parent = Some(cue);
        }
    }
}

/// Whether the words between an outer content and an inner attribution coordinate the two instead.
fn breaks(analysis: &Analysis, from: usize, to: usize) -> bool {
    (from..to).any(|i| {
        matches!(analysis.form(i).shape, Shape::Stop | Shape::Colon | Shape::Quote)
            || matches!(analysis.words.of(i), "but" | "while" | "and" | "as")
    })
}

/// Quotations of more than a few words that no attribution touches: sentences of a speaker named before or after.
fn add_loose(analysis: &Analysis, links: &mut Vec<Link>) {
    let mut covered = vec![false; analysis.len()];
    for run in links.iter().flat_map(|link| link.contents.iter().chain(&link.cue).chain(&link.source)) {
        covered[run.0..run.1].fill(true);
    }
    let mut loose = Vec::new();
    for (at, quote) in analysis.quotes.iter().enumerate() {
        let Some((from, to)) = words_of(analysis, at) else { continue };
        if (from..to).any(|i| covered[i]) || analysis.quote[from] != at as u32 {
            continue;
        }
        let words = analysis.count_words((from, to));
        let verb = analysis.pos[from..to].iter().any(|pos| matches!(pos, Pos::Verb | Pos::Aux));
        let whole = starts_sentence(analysis, from);
        if words < 5 || !verb || !whole && !quote.continues {
            continue;
        }
        let paragraph = analysis.words.words[from].paragraph;
        let cued = |link: &Link| link.cue.is_some_and(|cue| analysis.words.words[cue.0].paragraph == paragraph);
        let direct = |link: &Link| link.contents.iter().any(|&run| is_quoted(analysis, run));
        // The attributions are sorted, so that those of the paragraph stand together.
        let next = links.partition_point(|link| link.contents.first().is_some_and(|run| run.0 < from));
        let near = links[..next].iter_mut().rev().take(8);
        match near.into_iter().find(|link| cued(link) && direct(link)) {
            Some(link) => link.contents.push((from, to)),
            None => loose.push(Link { contents: vec![(from, to)], ..Link::default() }),
        }
    }
    links.append(&mut loose);
    links.sort_by_key(Link::start);
}

fn starts_sentence(analysis: &Analysis, i: usize) -> bool {
    let (from, _) = analysis.sentence_at(i);
    (from..i).all(|i| !analysis.form(i).is_word())
}

/// A quotation that the paragraph before left open goes on: one attribution.
fn run_on(analysis: &Analysis, links: &mut [Link]) {
    for at in 1..links.len() {
        if links[at].cue.is_some() || links[at].contents.is_empty() {
            continue;
        }
        let first = links[at].contents[0].0;
        let continues = analysis.quote.get(first).and_then(|&quote| analysis.quotes.get(quote as usize));
        let same =
            |a: &Run| quotation(analysis, a.0).is_some() && quotation(analysis, a.0) == quotation(analysis, first);
        let home = (0..at)
            .rev()
            .take(4)
            .find(|&home| links[home].contents.last().is_some_and(|last| is_quoted(analysis, *last)));
        let Some(home) = home else { continue };
        let together = links[home].contents.iter().any(same);
        if continues.is_some_and(|quote| quote.continues) || together {
            let contents = std::mem::take(&mut links[at].contents);
            links[home].contents.extend(contents);
            links[home].contents.sort_unstable();
        }
    }
}

/// Cuts what cannot be content: runs inside the own source or cue, marks at the edges; joins what touches.
pub(crate) fn trim(analysis: &Analysis, link: &mut Link) {
    link.contents.sort_unstable();
    let mut runs: Vec<Run> = Vec::new();
    for &(mut from, mut to) in &link.contents {
        let edge = |i: usize| matches!(analysis.form(i).shape, Shape::Comma | Shape::Dash | Shape::Colon);
        while from < to && edge(from) {
            from += 1;
        }
        while from < to && edge(to - 1) {
            to -= 1;
        }
        if !(from..to).any(|i| analysis.form(i).is_word()) {
            continue;
        }
        match runs.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => runs.push((from, to)),
        }
    }
    link.contents = runs;
    if let Some((mut from, to)) = link.source {
        while from + 1 < to && (analysis.pos[from] == Pos::Adp || !analysis.form(from).is_word()) {
            from += 1;
        }
        link.source = Some((from, to));
    }
}
