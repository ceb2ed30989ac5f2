//! Sentences of languages without parts of speech, cut where somebody else begins to speak: "The minister said ...; the mayor
//! denied it." What stands behind the cut is nobody else's, and rules that go by sentences see it so.

use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::linking::Run;
use crate::claims::attribution::pack::Pack;
use crate::claims::attribution::quotations::speech::is_verb;
use crate::learn::form::Shape;

/// How many words behind a comma the verb of its clause is looked for: "die Feuerwehr der Stadt sprach".
const SUBJECT: usize = 8;

/// Ends sentences before clauses that have a speaker of their own.
pub(crate) fn part_sentences(analysis: &mut Analysis, pack: &Pack) {
    let mut starts = Vec::with_capacity(analysis.sentence_starts.len());
    let mut dialogue = false;
    for at in 0..analysis.sentence_starts.len().saturating_sub(1) {
        let (from, to) = analysis.sentence(at);
        starts.push(from as u32);
        if from < to {
            // Behind dashes, speech goes on over semicolons.
            let words = &analysis.words.words;
            let opens = from == 0 || words[from].paragraph != words[from - 1].paragraph;
            dialogue = if opens { analysis.form(from).shape == Shape::Dash } else { dialogue };
        }
        if !dialogue {
            cuts(analysis, pack, (from, to), &mut starts);
        }
    }
    starts.push(analysis.len() as u32);
    for (sentence, bounds) in starts.windows(2).enumerate() {
        analysis.sentence_of[bounds[0] as usize..bounds[1] as usize].fill(sentence as u32);
    }
    analysis.sentence_starts = starts;
}

/// Adds the words at which a sentence is cut.
fn cuts(analysis: &Analysis, pack: &Pack, (from, to): Run, starts: &mut Vec<u32>) {
    let outside = |i: usize| analysis.quoted[i] == state::OUT;
    let marks = (from..to).filter(|&i| analysis.words.of(i) == ";" && outside(i));
    let mut bounds: Vec<usize> = marks.chain([to]).collect();
    bounds.dedup();
    let (mut start, mut spoken) = (from, false);
    for mark in bounds {
        let clause = (start, mark);
        let speaks = speaks(analysis, pack, clause);
        // "The bridge is safe; the road is open, he said": who closes the sentence says all of it.
        if start > from && spoken && speaks && !goes_on(analysis, pack, clause) {
            starts.push(start as u32);
        }
        spoken |= speaks;
        contrasted(analysis, pack, clause, starts);
        starts.extend(behind_according(analysis, pack, clause).map(|at| at as u32));
        again(analysis, pack, clause, starts);
        start = mark + 1;
    }
}

/// Whether somebody reports in a clause.
fn speaks(analysis: &Analysis, pack: &Pack, (from, to): Run) -> bool {
    let verb = |i: usize| is_verb(analysis, i) && (pack.code != "de" || !analysis.form(i).is_capital() || i == from);
    accords(analysis, pack, (from, to)).is_some() || (from..to).any(|i| analysis.quoted[i] == state::OUT && verb(i))
}

/// "; and that nobody was hurt": what a conjunction opens goes on with what is said.
fn goes_on(analysis: &Analysis, pack: &Pack, (from, to): Run) -> bool {
    let opener =
        (from..to).find(|&i| !analysis.is_one_of(i, &pack.conjunctions) && !analysis.is_one_of(i, &["und", "oder"]));
    opener.is_some_and(|i| analysis.is_one_of(i, &pack.complementisers))
}

/// "The minister said it was safe, | but the mayor denied it": what sets another one's report against the first.
fn contrasted(analysis: &Analysis, pack: &Pack, (from, to): Run, starts: &mut Vec<u32>) {
    let is = |at: usize, words: &[&str]| at < to && analysis.is_one_of(at, words);
    let word = |i: usize| i < to && analysis.quoted[i] == state::OUT && analysis.form(i).is_word();
    let mut start = from;
    for comma in (from + 1..to).filter(|&i| analysis.is_comma(i)) {
        let matched = |phrase: &&Vec<&str>| comma + phrase.len() < to && analysis.reads(comma + 1, phrase);
        let Some(phrase) = pack.contrasts.iter().find(matched) else { continue };
        let first = comma + 1 + phrase.len();
        let subject = word(first) && (analysis.form(first).is_capital() || opens_noun(analysis, pack, first));
        let words = (first..to.min(first + SUBJECT)).take_while(|&i| word(i));
        let Some(verb) = words.skip(1).find(|&i| is_verb(analysis, i) && !analysis.form(i).is_capital()) else {
            continue;
        };
        // "but the mayor, who said": of another clause; "but the mayor had said": before it, as the first one says.
        let other = |i: usize| {
            [&pack.complementisers, &pack.relatives, &pack.earlier, &pack.subjunctives].iter().any(|words| is(i, words))
        };
        let plain = !(first + 1..=verb).any(other);
        if subject && plain && speaks(analysis, pack, (start, comma)) {
            starts.push(comma as u32 + 1);
            start = comma + 1;
        }
    }
}

/// Whether an article, a possessive or, in Russian, a bare noun begins a subject.
fn opens_noun(analysis: &Analysis, pack: &Pack, i: usize) -> bool {
    const GERMAN: &[&str] = &["der", "die", "das", "ein", "eine", "sein", "seine", "ihr", "ihre"];
    match pack.code {
        "de" => analysis.is_one_of(i, GERMAN) && !is_verb(analysis, i + 1),
        "ru" => !is_verb(analysis, i),
        _ => analysis.is_one_of(i, &pack.articles),
    }
}

/// Where "according to" ends that opens a clause.
fn accords(analysis: &Analysis, pack: &Pack, (from, to): Run) -> Option<usize> {
    let matched = |phrase: &&Vec<&str>| from + phrase.len() < to && analysis.reads(from, phrase);
    pack.according.iter().find(matched).map(|phrase| from + phrase.len())
}

/// "Laut Brandt waren es 3 Millionen, | laut Finch 5 Millionen": each says his own.
///
/// In German the first one may stand inside: "Es kamen laut Polizei 400 Menschen, | laut Brandt 900".
fn again(analysis: &Analysis, pack: &Pack, clause: Run, starts: &mut Vec<u32>) {
    let outside = |i: &usize| analysis.quoted[*i] == state::OUT;
    let mut inside = (clause.0..clause.1).filter(|_| pack.code == "de").filter(outside);
    let first = if accords(analysis, pack, clause).is_some() {
        Some(clause.0)
    } else {
        inside.find(|&i| accords(analysis, pack, (i, clause.1)).is_some() && i > 0 && !analysis.is_comma(i - 1))
    };
    let Some(first) = first else { return };
    for comma in (first + 2..clause.1).filter(|&i| analysis.is_comma(i)) {
        let contrast = pack.contrasts.iter().find(|phrase| analysis.reads(comma + 1, phrase)).map_or(0, Vec::len);
        let source = accords(analysis, pack, (comma + 1 + contrast, clause.1));
        // "laut Brandt, laut Finch und laut Lund": what has no words of its own behind it closes what stands before.
        let named = |source: usize| analysis.form(source).is_capital() || analysis.is_one_of(source, &pack.articles);
        let states = |source: usize| {
            let end = (source..clause.1).find(|&i| analysis.is_comma(i)).unwrap_or(clause.1);
            let number = end > source + 1 && analysis.form(end - 1).shape == Shape::Number
                || end > source + 2 && analysis.form(end - 2).shape == Shape::Number;
            analysis.count_words((source, end)) > if number { 1 } else { 2 }
        };
        if source.is_some_and(|source| named(source) && states(source)) && starts.last() != Some(&(comma as u32 + 1)) {
            starts.push(comma as u32 + 1);
        }
    }
    starts.sort_unstable();
    starts.dedup();
}

/// "Laut Polizei wurden 40 verletzt, | die Feuerwehr sprach von 60": in German the verb in the second place shows a main clause,
/// which does not depend on what opens the sentence.
fn behind_according(analysis: &Analysis, pack: &Pack, clause: Run) -> Option<usize> {
    let source = accords(analysis, pack, clause).filter(|_| pack.code == "de")?;
    let word = |i: usize| i < clause.1 && analysis.quoted[i] == state::OUT && analysis.form(i).is_word();
    let capital = |i: usize| analysis.form(i).is_capital();
    (source + 2..clause.1).filter(|&i| analysis.is_comma(i)).find_map(|comma| {
        let first = comma + 1;
        let verb = (first..clause.1.min(first + SUBJECT))
            .take_while(|&i| word(i))
            .find(|&i| is_verb(analysis, i) && !capital(i))?;
        let told = analysis.lower(verb);
        // "der Bürgermeister fordere mehr Geld" is said by the one before.
        let reported = analysis.is_one_of(verb, &pack.subjunctives) || told.ends_with('e') && !told.ends_with("te");
        let goes_on = word(verb + 1) && !analysis.is_one_of(verb + 1, &pack.auxiliaries);
        let named = (first..verb).any(capital) && capital(verb - 1);
        let opens = !analysis.is_one_of(first, &pack.complementisers) && !analysis.is_one_of(first, &pack.questions);
        (named && opens && goes_on && !reported).then_some(first)
    })
}
