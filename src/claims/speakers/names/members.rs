//! What else tells in English that a name is a person's: where he belongs, what he thinks, "he" in the tail of his sentence.

use std::collections::HashSet;

use super::found::{Name, next_is_small};
use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::lexicon::Part;
use crate::claims::speakers::sources::small_words::is_abstract;
use crate::claims::speakers::words::{Known, class};
use crate::learn::form::{Shape, fold_hash};
use crate::text::pos::Pos;

/// How far behind its head the end of a headline is looked for, in words.
const HEADLINE: usize = 24;

/// "Dev Patel, of the GWU union,", "Dev Patel from Callow": people are of bodies and from places.
pub(crate) fn is_member(analysis: &Analysis, gazetteer: &Known, name: &Name) -> bool {
    let of = name.to + usize::from(analysis.words.of(name.to) == ",");
    if !matches!(analysis.words.of(of), "of" | "from") {
        return false;
    }
    let capitals = (name.from..name.to).all(|i| analysis.form(i).shape == Shape::Title);
    let bodies = class::ORGANISATION | class::ALIAS | class::OUTLET;
    let plain = (name.from..name.to).all(|i| gazetteer.at(i) & (bodies | class::PLACE | class::DOCUMENT) == 0);
    let article = name.start > 0 && analysis.is_one_of(name.start - 1, &["the", "a", "an"]);
    if !capitals || !plain || article || !(2..=3).contains(&(name.to - name.from)) || name.start < name.from {
        return false;
    }
    // "Chartered Accountants of Callow" are many.
    let last = analysis.lower(name.to - 1);
    let one = last.strip_suffix('s').map_or(0, |one| gazetteer.get(fold_hash(one), one));
    if (one | gazetteer.at(name.to - 1)) & (class::PERSON | class::GROUP) != 0 {
        return false;
    }
    // "New Callow from Pool B"
    if analysis
        .is_one_of(name.from, &["new", "north", "south", "east", "west", "real", "port", "mount", "saint", "san"])
    {
        return false;
    }
    let phrase = |&i: &usize| {
        let nominal = matches!(analysis.pos[i], Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn | Pos::Num);
        nominal || matches!(analysis.words.of(i), "'s" | "’s" | "of" | "for" | "and" | "-" | "&")
    };
    let end = (of + 1..analysis.len().min(of + 10)).take_while(phrase).last().map_or(of, |last| last + 1);
    let body = (of + 1..end).any(|i| gazetteer.at(i) & (class::ORGANISATION | class::PUBLIC) != 0);
    // "Bright Horizons, of the Nordline group": firms belong to firms.
    let firm = (of + 1..end).any(|i| gazetteer.at(i) & class::BUSINESS != 0 || analysis.is_one_of(i, &["group"]));
    let from = analysis.words.of(of) == "from" && analysis.form(of + 1).is_capital();
    let verb = matches!(analysis.pos.get(end), Some(Pos::Verb | Pos::Aux)) || !analysis.form(end).is_word();
    (body && !firm || from) && verb
}

/// "Tarik Osk, the port's manager, urged": words for a person alone between commas behind a name of two words or three.
pub(crate) fn is_described(analysis: &Analysis, gazetteer: &Known, name: &Name) -> bool {
    let capitals = (name.from..name.to).all(|i| analysis.form(i).shape == Shape::Title);
    if !capitals || !(2..=3).contains(&(name.to - name.from)) || analysis.words.of(name.to) != "," {
        return false;
    }
    let phrase = |&i: &usize| {
        let nominal = matches!(analysis.pos[i], Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn);
        nominal || matches!(analysis.words.of(i), "'s" | "’s" | "its" | "their" | "-")
    };
    let first = name.to + 1;
    let end = (first..analysis.len().min(first + 8)).take_while(phrase).last().map_or(first, |last| last + 1);
    let head = end.checked_sub(1).filter(|&head| head >= first && analysis.pos[head] == Pos::Noun);
    // "manager of the port"
    let to = end + (end..analysis.len().min(end + 10)).take_while(|&i| analysis.is_of_source(i)).count();
    let led = to == end || matches!(analysis.words.of(end), "of" | "at" | "for");
    let bodies = class::ORGANISATION | class::ALIAS | class::OUTLET | class::BUSINESS | class::GROUP | class::DOCUMENT;
    // Firms lead and own, too.
    let firm = |i: usize| analysis.is_one_of(i, &["leader", "owner", "operator", "source", "candidate", "star"]);
    led && analysis.words.of(to) == ","
        && head.is_some_and(|head| {
            let classes = gazetteer.at(head);
            classes & class::TITLE != 0 && classes & bodies == 0 && !firm(head) && !analysis.form(head).is_capital()
        })
}

/// "Dole is adamant", "Dole: “We lost.”": only people are so, and a quotation behind a colon is somebody's.
pub(crate) fn is_minded(analysis: &Analysis, name: &Name) -> bool {
    let be = analysis.is_one_of(name.to, &["is", "was", "remains"]);
    let adjective = analysis.lexicon.get(name.to + 1).copied().flatten();
    let minded = be && adjective.is_some_and(|entry| entry.part == Part::Adjective);
    let opens = analysis.quoted.get(name.to + 1) == Some(&state::OPEN) && analysis.quoted[name.from] == state::OUT;
    let alone = analysis.sentence_at(name.from).0 == name.start && tells(analysis, name.to);
    minded && analysis.pos[name.to + 1] == Pos::Adj || analysis.words.of(name.to) == ":" && opens || alone
}

/// Whether a sentence ends right behind a verb, or behind its object: "Finch disagrees.", "Finch denies it."
pub(crate) fn closes(analysis: &Analysis, verb: usize) -> bool {
    let end = verb + 1 + usize::from(analysis.is_one_of(verb + 1, &["it", "this", "that"]));
    analysis.words.of(end) == "."
}

/// Whether a word is a verb of speech in a finite form; where but a full stop or "it" follows, the tagger takes it for a noun: "Finch disagrees."
pub(crate) fn tells(analysis: &Analysis, at: usize) -> bool {
    let verb = || analysis.lexicon.get(at).copied().flatten().is_some_and(|entry| entry.part == Part::Verb);
    let form = || ["es", "ed", "ts"].iter().any(|end| analysis.words.of(at).ends_with(end));
    analysis.candidate.get(at) == Some(&true) && analysis.tag(at).is_finite()
        || closes(analysis, at) && verb() && form() && analysis.form(at).shape == Shape::Lower
}

/// "Holt will go in May, he said": the subject of a sentence whose tail has "he" or "she" say it.
pub(crate) fn is_he(analysis: &Analysis, name: &Name) -> bool {
    let (from, end) = analysis.sentence_at(name.from);
    let verb = matches!(analysis.pos.get(name.to), Some(Pos::Verb | Pos::Aux));
    if name.start != from || name.to != name.from + 1 || !verb {
        return false;
    }
    let last = end.saturating_sub(10).max(name.to)..end.saturating_sub(1);
    let mut tail = last.filter(|&i| analysis.is_comma(i));
    tail.any(|i| analysis.is_one_of(i + 1, &["he", "she"]) && analysis.candidate.get(i + 2) == Some(&true))
}

/// "Finch told the council": one noun without an article speaks for itself only where it is a name, or one of a few.
fn is_told_of(analysis: &Analysis, gazetteer: &Known, i: usize) -> bool {
    let word = analysis.words.of(i);
    word.len() > 3
        && !word.ends_with('s')
        && analysis.lexicon[i].is_none()
        && gazetteer.at(i) == 0
        && tells(analysis, i + 1)
        && !is_abstract("en", &word.to_lowercase())
}

/// "Rasch, the port chief, said", "Holt, the US deputy secretary of state, said": between commas behind a name stands what office
/// somebody holds.
pub(crate) fn is_office(analysis: &Analysis, end: usize, title: impl Fn(usize) -> bool) -> bool {
    let limit = analysis.len().min(end + 12);
    let opens = analysis.words.of(end) == "," && end + 2 < limit;
    let phrase = |i: usize| {
        matches!(analysis.pos[i], Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn | Pos::Adp)
            || analysis.words.of(i) == "of"
    };
    let close = (end + 1..limit).find(|&i| !phrase(i));
    // "a biologist who was no part of the study": what stands behind the office says nothing of it.
    let bound = close.unwrap_or(limit);
    let head = (end + 1..bound).find(|&i| analysis.pos[i] == Pos::Adp).or(close);
    opens
        && close.is_some_and(|close| close > end + 1 && matches!(analysis.words.of(close), "," | "who" | "whose"))
        && head.is_some_and(|head| head > end + 1 && title(head - 1))
}

/// "Trains were late, the operator said.", "Several trains were late": a noun or what describes one has its capital from the head of the sentence, if it stands there alone.
///
/// `capitals` are the words that have a capital inside a sentence, `small` tells of those that stand in small letters somewhere.
pub(crate) fn is_noun_at_head(
    analysis: &Analysis,
    gazetteer: &Known,
    i: usize,
    capitals: &HashSet<u64>,
    small: impl Fn(u64) -> bool,
) -> bool {
    let form = analysis.form(i);
    // "Depot fire kills two", and "the depot" further on: a headline has no articles.
    let noun = || match analysis.pos[i] {
        Pos::Noun | Pos::Adj => true,
        Pos::Propn if analysis.pos.get(i + 1) == Some(&Pos::Noun) => small(form.hash) || is_headline(analysis, i),
        // "Trams stood still."
        Pos::Propn => {
            let verb = analysis.pos.get(i + 1) == Some(&Pos::Verb) && analysis.tag(i + 1).is_finite();
            analysis.words.of(i).ends_with('s') && verb && !tells(analysis, i + 1)
        }
        _ => false,
    };
    // "Demographics", in a line of its own: a heading.
    let heading = analysis.sentence_at(i) == (i, i + 1) && matches!(analysis.pos[i], Pos::Noun | Pos::Propn | Pos::Adj);
    let named =
        class::MALE_NAME | class::FEMALE_NAME | class::PLACE | class::TITLE | class::DEMONYM | class::ORGANISATION;
    form.shape == Shape::Title
        && analysis.sentence_at(i).0 == i
        && (heading || next_is_small(analysis, i) && noun())
        && !capitals.contains(&form.hash)
        && gazetteer.at(i) & named == 0
        && !is_told_of(analysis, gazetteer, i)
}

/// Whether a line begins at a word that has no full stop, with other lines behind it.
fn is_headline(analysis: &Analysis, i: usize) -> bool {
    let words = &analysis.words.words;
    let paragraph = words[i].paragraph;
    let end = (i..words.len().min(i + HEADLINE)).find(|&at| words[at].paragraph != paragraph);
    let opens = i == 0 || words[i - 1].paragraph != paragraph;
    opens && end.is_some_and(|end| analysis.form(end - 1).is_word())
}

#[cfg(test)]
mod tests {
    use crate::Context;
    use crate::claims::extract_attributions;
    use crate::claims::types::SpeakerType;

    #[track_caller]
    fn kinds(text: &str) -> Vec<Option<SpeakerType>> {
        let found = extract_attributions(text, Some("en"), &Context::default()).expect("a short text");
        found.iter().map(|found| found.speaker_type).collect()
    }

    #[test]
    fn who_has_a_trade_behind_the_name_is_a_person() {
        let text = "Ihtan Brekke, the station's manager, urged the council to act.";
        assert_eq!(kinds(text), [Some(SpeakerType::Person)]);
    }
}
