//! Finite verbs that the tagger has missed in English sentences that would have none, and nouns that it took for one: "The plant
//! [employs] 800 people and will remain open", "The army [spoke] of nine dead", "that [exports] fell".
//!
//! Only the frame of claims reads tags so: what is looked for here is what a whole clause lacks.

use super::words::Words;
use crate::Span;
use crate::text::pos::{Form, Pos, Tag};

/// The longest sentence that is looked at, in tokens.
const LONGEST: usize = 60;

/// From how many tokens on a sentence must have a verb.
const HEADED: usize = 8;

/// Mends the tags of a text.
pub(super) fn complete(words: &mut Words) {
    for at in 0..words.sentences.len() {
        let sentence: Span = words.sentences[at];
        let range = words.within(sentence);
        for id in range.clone() {
            // "that exports | fell"
            let bent = id > range.start && words.pack.past.has(words.word(id)) && !words.is_capital(id) && {
                let (before, tag) = (words.tag(id - 1), words.tag(id));
                let plural = before.form == Form::Plural
                    || before == Tag { pos: Pos::Verb, form: Form::Present } && words.word(id - 1).ends_with('s');
                plural && !tag.is_finite()
            };
            if bent {
                words.tags[id] = Tag { pos: Pos::Verb, form: Form::Past };
            }
        }
        for id in range.clone() {
            if is_plural(words, id, range.start, range.end) {
                words.tags[id] = Tag { pos: Pos::Noun, form: Form::Plural };
                if id > range.start && words.is(id - 1, &["that"]) {
                    words.tags[id - 1] = Tag::base(Pos::Sconj);
                }
            }
        }
        if range.len() > LONGEST {
            continue;
        }
        let found = missing(words, range.start, range.end).and_then(|gap| verb(words, range.start, gap));
        if let Some((id, form)) = found {
            words.tags[id] = Tag { pos: Pos::Verb, form };
        }
    }
}

/// "that | exports | fell": two finite verbs do not follow one another, unless the first has a pronoun or a noun for its subject.
fn is_plural(words: &Words, id: usize, from: usize, to: usize) -> bool {
    let present = words.tag(id) == Tag { pos: Pos::Verb, form: Form::Present };
    let word = words.word(id);
    if !present || !word.ends_with('s') || word.len() < 4 {
        return false;
    }
    let before = id.checked_sub(1).filter(|before| *before >= from);
    // "Southerly | winds", but "the poor | lives"
    let described = |before: usize| {
        let article = before > from && words.pos(before - 1) == Pos::Det;
        words.pos(before) == Pos::Adj && !article || words.is(before, &["the", "a", "an", "these", "those"])
    };
    if before.is_some_and(described) {
        return true;
    }
    let next = (id + 1..to).find(|&at| words.pos(at) != Pos::Adv);
    if !next.is_some_and(|next| words.is_finite(next)) {
        return false;
    }
    let Some(before) = before else { return true };
    if words.is(before, &["that"]) {
        // "all that matters is"
        let told = before.checked_sub(1).map_or(Pos::Noun, |verb| words.pos(verb));
        return matches!(told, Pos::Verb | Pos::Propn | Pos::Adv | Pos::Adj | Pos::Aux);
    }
    matches!(words.pos(before), Pos::Sconj | Pos::Adp) || words.is(before, &[",", "“", "\""])
}

/// A stretch that should hold a finite verb and has none.
struct Gap {
    /// One past its last token.
    to: usize,
    /// Whether the sentence has no other main verb.
    whole: bool,
}

/// Where a sentence lacks the verb of its main clause: throughout, or before the coordinator that its first one stands behind.
fn missing(words: &Words, from: usize, to: usize) -> Option<Gap> {
    let mut owed = 0;
    let mut end = to;
    for id in from..to {
        let relative = words.pack.relative.has(words.word(id)) && matches!(words.pos(id), Pos::Pron | Pos::Det);
        let wh = words.is(id, &["what", "when", "where", "why", "how"]);
        if words.pos(id) == Pos::Sconj || relative && !words.is_contracted(id) || wh {
            owed += 1;
            end = end.min(id);
        } else if words.is_finite(id) {
            if owed == 0 {
                let joint = (from..id).rev().find(|&at| words.pos(at) != Pos::Adv)?;
                let joined = joint > from + 1 && words.is(joint, &["and", "but"]);
                return joined.then_some(Gap { to: joint, whole: false });
            }
            owed -= 1;
        }
    }
    let closed =
        words.is(to.checked_sub(1)?, &[".", "!"]) || to >= 2 && words.is_quote(to - 1) && words.is(to - 2, &[".", "!"]);
    // What opens with a clause that depends has its verb behind it, where much else may stand.
    (closed && end > from).then_some(Gap { to: end, whole: true })
}

/// The likeliest verb of such a stretch.
fn verb(words: &Words, from: usize, gap: Gap) -> Option<(usize, Form)> {
    let mut last = None;
    let mut commas = 0;
    for id in from..gap.to {
        if words.is(id, &[","]) {
            commas += 1;
            continue;
        }
        if id == from || words.is_mark(id) || words.is_capital(id) {
            continue;
        }
        let Some(before) = (from..id).rev().find(|&at| words.pos(at) != Pos::Adv) else { continue };
        // "Ukraine's | elected president"
        let owner = words.word(before).ends_with("'s") || words.is(before, &["'"]);
        let noun = matches!(words.pos(before), Pos::Noun | Pos::Propn | Pos::Pron | Pos::Num) && !owner;
        let behind_comma = words.is(before, &[","]) && before + 1 == id;
        let tag = words.tag(id);
        let singular = matches!(words.pos(before), Pos::Noun | Pos::Propn) && words.tag(before).form != Form::Plural;
        let object = id + 1 < gap.to && has_object(words, id + 1);
        // "weather covers | northern towns": an adjective does not describe the noun before it.
        let described = id + 1 < gap.to
            && (matches!(words.pos(id + 1), Pos::Adj | Pos::Propn) || words.tag(id + 1).form == Form::Plural);
        if noun && words.pack.past.has(words.word(id)) {
            return Some((id, Form::Past));
        }
        let participle = tag == Tag { pos: Pos::Verb, form: Form::Participle };
        let ends = words.word(id).ends_with("ed");
        // "a report published on Monday": what no object follows describes the noun, unless nothing else can be the verb.
        if noun && (participle || ends && tag.pos != Pos::Verb) && object && !words.is(id + 1, &["by"]) {
            return Some((id, Form::Past));
        }
        if singular && matches!(tag.pos, Pos::Noun | Pos::Propn) && (object || described) && is_present(words.word(id))
        {
            return Some((id, Form::Present));
        }
        // "Malls and markets | promote their wares"
        let many = words.tag(before).form == Form::Plural && before + 1 == id;
        if gap.whole && many && tag == Tag::base(Pos::Noun) && has_object(words, id + 1) && id + 1 < gap.to {
            return Some((id, Form::Present));
        }
        // "Resentment | stems from the vote": right behind the head of a long sentence that has nothing else for a verb.
        let heads = before == from && id == from + 1 && words.pos(before) == Pos::Noun && gap.to > from + HEADED;
        if gap.whole && heads && tag.form == Form::Plural && words.pos(id + 1) == Pos::Adp && last.is_none() {
            last = Some((id, Form::Present));
            continue;
        }
        if gap.whole && (participle || ends) && !words.is(id + 1, &["by"]) && (noun || behind_comma && commas > 1) {
            last = Some((id, Form::Past));
        }
    }
    last
}

/// Whether a word can be a verb in the third person: "employs", but no "gas", "crisis", "virus".
fn is_present(word: &str) -> bool {
    word.len() > 3 && word.ends_with('s') && !["ss", "us", "is", "as"].iter().any(|ending| word.ends_with(ending))
}

/// Whether what stands at a place can only be an object.
fn has_object(words: &Words, at: usize) -> bool {
    let time = words.is(at, &["this", "that", "every", "each", "last", "next"]);
    let pronoun = words.is(at, &["his", "her", "its", "their", "him", "them", "it", "me", "us"]);
    !time && (matches!(words.pos(at), Pos::Det | Pos::Num) || pronoun)
}

#[cfg(test)]
mod tests {
    use crate::Context;
    use crate::claims::frame::words::Words;
    use crate::claims::reading::Reading;

    #[track_caller]
    fn finite(text: &str) -> Vec<String> {
        let reading = Reading::new(text, Some("en"), &Context::default()).expect("small enough");
        let words = Words::read(&reading);
        (0..words.tokens.len()).filter(|&id| words.is_finite(id)).map(|id| words.word(id).to_owned()).collect()
    }

    #[test]
    fn a_sentence_has_its_verbs() {
        for (text, verbs) in [
            ("The plant employs 800 people and will remain open.", &["employs", "will"][..]),
            ("The army spoke of nine dead.", &["spoke"]),
            ("Ana Holt, the trade minister, resigned on Monday.", &["resigned"]),
            ("The firm said on Tuesday that exports fell.", &["said", "fell"]),
        ] {
            assert_eq!(finite(text), verbs, "{text}");
        }
    }

    #[test]
    fn what_has_no_verb_is_given_none() {
        for text in ["Rules for truck drivers in the north", "A bridge, closed in 2001.", "The ministry of trade."] {
            assert_eq!(finite(text), Vec::<String>::new(), "{text}");
        }
    }
}
