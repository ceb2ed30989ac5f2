//! Words passed on, in English: "Hask was quoted by Radio Nord as saying the town would ...", "Tarn was reported by local media to have
//! said that ...", "The paper quoted an official as saying that ...". Who is quoted speaks; who quotes is where it is from.

use crate::claims::attribution::analysis::Analysis;
use crate::claims::attribution::linking::{Link, Run, cue_words};
use crate::claims::attribution::pack::pack;
use crate::text::pos::{Form, Pos};

/// The most words from the verb that passes on to the one that tells.
const FAR: usize = 16;
/// The most words between "telling" and the clause that is told.
const ADDRESSEE: usize = 8;

/// A verb that passes words on with the verb that tells them.
struct Passing {
    /// Who says so.
    source: Run,
    /// From the first verb, with its auxiliary, to the last.
    cue: Run,
    /// Whether who says so stands behind the first verb.
    active: bool,
}

/// Gives words that are passed on to whoever says them, and makes one cue of both verbs.
pub(crate) fn pass_on(analysis: &Analysis, links: &mut Vec<Link>) {
    let mut seen: Option<Run> = None;
    for link in links.iter_mut() {
        let Some(cue) = link.cue else { continue };
        let Some(found) = passing(analysis, cue) else { continue };
        // Both verbs may have been seen as cues of their own.
        if seen.replace(found.cue) == Some(found.cue) {
            link.contents.clear();
            continue;
        }
        let (_, to) = analysis.sentence_at(found.cue.0);
        let before = |run: &&Run| run.1 <= found.source.0.min(found.cue.0);
        let mut contents: Vec<Run> = link.contents.iter().filter(before).copied().collect();
        let quoted = contents.iter().any(|&run| !analysis.is_plain(run));
        let end = link.contents.iter().map(|run| run.1).max().unwrap_or(to).max(found.cue.1);
        let last = || analysis.last_word((found.cue.1, to)).map_or(found.cue.1, |last| last + 1);
        let end = if end > found.cue.1 { end } else { last() };
        let start = told(analysis, found.cue.1, end);
        if !quoted && start < end {
            contents = vec![(start, end)];
        }
        if contents.is_empty() {
            contents.extend(closed_by(analysis, &found));
        }
        if contents.is_empty() {
            continue;
        }
        link.source = Some(found.source);
        link.inherited = false;
        link.cue = Some(if found.active { (found.source.1, found.cue.1) } else { found.cue });
        link.contents = contents;
    }
    add_closing(analysis, links);
    links.retain(|link| !link.contents.is_empty());
    links.sort_by_key(Link::start);
}

/// "The blast killed 14 people, the agency quoted an official as saying.": what a sentence says that such verbs close, where nothing
/// else has them.
fn add_closing(analysis: &Analysis, links: &mut Vec<Link>) {
    let Some(pack) = pack("en") else { return };
    let taken = cue_words(links);
    let mut more = Vec::new();
    // The lexicon is asked first, since few words pass it.
    let passes = |&i: &usize| analysis.lexicon[i].is_some() && analysis.is_one_of(i, &pack.passing);
    for verb in (0..analysis.len()).filter(passes).filter(|i| !taken.contains(i)) {
        let (_, to) = analysis.sentence_at(verb);
        let Some(end) = telling(analysis, verb, to) else { continue };
        let Some(found) = passing(analysis, (verb, end)).filter(|found| found.active) else { continue };
        let free = !(verb..end).any(|i| taken.contains(&i));
        let Some(content) = closed_by(analysis, &found).filter(|_| free) else { continue };
        let cue = Some((found.source.1, found.cue.1));
        more.push(Link { source: Some(found.source), cue, contents: vec![content], ..Link::default() });
    }
    links.append(&mut more);
}

/// What stands before the comma in "The blast killed 14 people, | the agency quoted an official as saying."
fn closed_by(analysis: &Analysis, found: &Passing) -> Option<Run> {
    let verb = found.source.0.checked_sub(1).filter(|_| found.active)?;
    let (from, to) = analysis.sentence_at(verb);
    let comma = (from..verb).rev().take(FAR).find(|&i| analysis.is_comma(i))?;
    let outlet = comma + 1 < verb && (comma + 1..verb).all(|i| analysis.is_of_source(i));
    let closes = analysis.last_word((verb, to)).is_some_and(|last| last < found.cue.1);
    // The tagger takes "The blast killed 14 people" for a phrase with a participle.
    let verb = (from + 1..comma).any(|i| analysis.pos[i] == Pos::Verb);
    let clause = verb && analysis.is_plain((from, found.cue.1));
    (outlet && closes && clause).then_some((from, comma))
}

/// Where what is told begins: "telling Radio Nord | that the town would".
fn told(analysis: &Analysis, from: usize, to: usize) -> usize {
    if !analysis.is_one_of(from - 1, &["telling", "told"]) {
        return from;
    }
    (from..to.min(from + ADDRESSEE)).find(|&i| analysis.is_one_of(i, &["that"])).unwrap_or(from)
}

/// The verb that passes on what a cue tells, in the cue or before it.
fn passing(analysis: &Analysis, cue: Run) -> Option<Passing> {
    let pack = pack("en")?;
    let (from, to) = analysis.sentence_at(cue.0);
    // The tagger may take "quotes" for a noun.
    let passes = |i: &usize| {
        analysis.is_one_of(*i, &pack.passing)
            && matches!(analysis.pos[*i], Pos::Verb | Pos::Noun)
            && telling(analysis, *i, to).is_some()
    };
    let verb = (from.max(cue.0.saturating_sub(FAR))..cue.1).rev().find(passes)?;
    let end = telling(analysis, verb, to)?;
    let small = |i: &usize| matches!(analysis.pos[*i], Pos::Aux | Pos::Adv);
    let start = (from..verb).rev().take_while(small).last().unwrap_or(verb);
    let be = (start..verb).any(|i| analysis.is_one_of(i, &["is", "are", "was", "were", "been"]));
    let passive = be && analysis.tag(verb).form == Form::Participle;
    if passive {
        let source = (analysis.source_start(from, start)?, start);
        // "was quoted on state television as saying": where it was said is no part of the cue.
        let where_said = analysis.is_one_of(verb + 1, &["in", "on", "at"]);
        let told = (verb + 1..end).find(|&i| where_said && analysis.is_one_of(i, &["as", "to"]));
        let cue = (told.unwrap_or(start), end);
        return analysis.has_noun(source).then_some(Passing { source, cue, active: false });
    }
    // "quoted an unnamed official | as saying"
    let close = (verb + 1..end).find(|&i| analysis.is_one_of(i, &["as"]))?;
    let source = (verb + 1, close);
    // "The Mail quoted | Obst": the tagger may take a name for an adjective.
    let capital = analysis.form(source.0).is_capital();
    let named = source.0 < source.1
        && (source.0..source.1).all(|i| analysis.is_of_source(i))
        && (analysis.has_noun(source) || capital);
    let own = !analysis.is_one_of(source.0, &["by", "in"]);
    // The tagger takes "the agency quoted an official" for a participle.
    let past = !be
        && analysis.tag(verb).form == Form::Participle
        && verb > from
        && matches!(analysis.pos[verb - 1], Pos::Noun | Pos::Propn);
    let tells =
        past || analysis.tag(verb).is_finite() || analysis.pos[verb] == Pos::Noun || be && analysis.is_gerund(verb);
    (named && own && tells).then_some(Passing { source, cue: (close, end), active: true })
}

/// One past the verb that tells, behind the one that passes on: "as saying", "to have said".
fn telling(analysis: &Analysis, verb: usize, to: usize) -> Option<usize> {
    let stop = |i: &usize| analysis.is_comma(*i) || analysis.tag(*i).is_finite();
    let mut between = (verb + 1..to.min(verb + FAR)).take_while(|i| !stop(i));
    between.find_map(|i| {
        let told = |at: usize| at < to && analysis.lexicon[at].is_some() && analysis.pos[at] == Pos::Verb;
        if analysis.is_one_of(i, &["as"]) && told(i + 1) && analysis.is_gerund(i + 1) {
            return Some(i + 2);
        }
        (analysis.reads(i, &["to", "have"]) && told(i + 2)).then_some(i + 3)
    })
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::{parts, read};

    #[track_caller]
    fn expect(text: &str, who: &str, via: Option<&str>, what: &str) {
        let found = parts(text, "en");
        assert_eq!(found.iter().map(|found| [&found[0], &found[2]]).collect::<Vec<_>>(), [[who, what]], "{text}");
        assert_eq!(read(text, "en")[0].via.as_deref(), via, "{text}");
    }

    #[test]
    fn who_is_quoted_speaks_and_who_quotes_is_where_it_is_from() {
        let text = "The Mail quoted Obst as saying the town would rebuild the hall.";
        expect(text, "Obst", Some("The Mail"), "the town would rebuild the hall");
        let text = "Hask was quoted by Radio Nord as saying the town would rebuild the hall.";
        expect(text, "Hask", Some("Radio Nord"), "the town would rebuild the hall");
        let text = "The prosecutor was quoted by the Evening Post as telling jurors that two men had confessed.";
        expect(text, "The prosecutor", Some("the Evening Post"), "that two men had confessed");
        let text = "The Daily Courier quoted an unnamed official as saying that the fleet had left port.";
        expect(text, "an unnamed official", Some("The Daily Courier"), "that the fleet had left port");
        let text = "The Daily Courier quotes Tamm as saying that the fleet had left port.";
        expect(text, "Tamm", Some("The Daily Courier"), "that the fleet had left port");
        let text = "The Daily Courier is quoting Tamm as saying the fleet had left port.";
        expect(text, "Tamm", Some("The Daily Courier"), "the fleet had left port");
        let text = "The general was quoted on state television as saying the town had fallen.";
        expect(text, "The general", None, "the town had fallen");
        let text = "The coach was quoted as saying he would stay.";
        expect(text, "The coach", None, "he would stay");
        let text = "Foreign minister Ivo Tarn was reported by local media to have said the border would close.";
        assert_eq!(parts(text, "en")[0][0], "Foreign minister Ivo Tarn");
    }

    #[test]
    fn what_they_close_is_said_by_whoever_is_quoted() {
        let text = "The blast killed 14 people, the Daily Courier quoted a local official as saying.";
        expect(text, "a local official", Some("the Daily Courier"), "The blast killed 14 people");
    }

    #[test]
    fn a_quotation_keeps_its_words() {
        let text = "\u{201c}We will rebuild,\u{201d} Hask was quoted by Radio Nord as saying.";
        expect(text, "Hask", Some("Radio Nord"), "We will rebuild");
    }

    #[test]
    fn who_is_quoted_speaks() {
        let text = "\u{201c}Varga lied to me,\u{201d} the Ledger quoted Tamm as saying.";
        assert_eq!([&parts(text, "en")[0][0], &parts(text, "en")[0][2]], ["Tamm", "Varga lied to me"]);
    }

    #[test]
    fn who_passes_words_on_does_not_say_them() {
        let text = "The paper quoted Tren as saying the border would stay closed.";
        assert_eq!([&parts(text, "en")[0][0], &parts(text, "en")[0][2]], ["Tren", "the border would stay closed"]);
        let text = "President Mwangi was quoted by state radio as saying that the border would stay closed.";
        assert_eq!(parts(text, "en")[0][0], "President Mwangi");
    }
}
