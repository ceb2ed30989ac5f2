//! Parts of speech that the tagger has wrong in English news: verb forms that no noun has, names at the head of a sentence, "Finch denies
//! everything", and in [`pasts`] the verbs of sentences that would have none.

mod pasts;

use std::collections::HashSet;
use std::sync::OnceLock;

use super::frame::lexicon::{Lexicon, Section};
use crate::text::Span;
use crate::text::pos::{Form, Pos, Tag};

/// The words of `words.txt`, which says what each section is for.
struct Words {
    verb: Section,
    plural: Section,
    sure: Section,
    noun: Section,
    sconj: Section,
    takes: Section,
    take: Section,
    claim: Section,
    told: Section,
    adverb: Section,
    described: Section,
    time: Section,
    same: Section,
    opener: Section,
    bent: Section,
    past: Section,
}

impl Words {
    fn read() -> &'static Self {
        static WORDS: OnceLock<Words> = OnceLock::new();
        WORDS.get_or_init(|| {
            let lexicon = Lexicon::parse(include_str!("words.txt"));
            let group = |name: &str| lexicon.section(name);
            Words {
                verb: group("verb"),
                plural: group("plural"),
                sure: group("sure"),
                noun: group("noun"),
                sconj: group("sconj"),
                takes: group("takes"),
                take: group("take"),
                claim: group("claim"),
                told: group("told"),
                adverb: group("adverb"),
                described: group("described"),
                time: group("time"),
                same: group("same"),
                opener: group("opener"),
                bent: group("bent"),
                past: group("past"),
            }
        })
    }
}

/// Whether a word is one of a group, whatever its capitals.
fn has(group: &Section, word: &str) -> bool {
    // Most words need no copy in small letters.
    if word.bytes().any(|byte| byte.is_ascii_uppercase()) {
        group.has(&word.to_ascii_lowercase())
    } else {
        group.has(word)
    }
}

/// Gives such words their tags.
pub(super) fn mend(text: &str, sentences: &[Span], words: &[Span], tags: &mut [Tag]) {
    let known = Words::read();
    for i in 0..words.len().min(tags.len()) {
        if let Some(tag) = lexical(known, text, words, tags, i) {
            tags[i] = tag;
        }
    }
    let mut names: Option<HashSet<&str>> = None;
    let mut head = 0;
    for sentence in sentences {
        head += words[head..].partition_point(|word| word.start < sentence.start);
        let end = head + words[head..].partition_point(|word| word.start < sentence.end);
        if is_open(text, words, tags, head) {
            let word = words[head].of(text);
            let of_text = || words.iter().zip(&*tags).filter(|(_, tag)| tag.pos == Pos::Propn);
            if is_misread(known, word, tags, head)
                || names.get_or_insert_with(|| of_text().map(|(word, _)| word.of(text)).collect()).contains(word)
            {
                tags[head] = Tag::base(Pos::Propn);
            }
        }
        pasts::mend(known, text, words, tags, (head, end));
    }
}

/// The tag of a word that the list of words gives it.
fn lexical(known: &Words, text: &str, words: &[Span], tags: &[Tag], i: usize) -> Option<Tag> {
    let (word, tag) = (words[i].of(text), tags[i]);
    let present = Tag { pos: Pos::Verb, form: Form::Present };
    let before = i.checked_sub(1).and_then(|before| tags.get(before));
    let nominal = matches!(tag.pos, Pos::Noun | Pos::Propn | Pos::Adj);
    // "Ana Holt, 24, | lives | in Lund": behind an age no noun follows.
    let aged = i > 3 && tags[i - 4].pos == Pos::Propn && tags[i - 2].pos == Pos::Num;
    let comma = |at: usize| words[at].of(text) == ",";
    if aged && comma(i - 1) && comma(i - 3) && tag == (Tag { pos: Pos::Noun, form: Form::Plural }) {
        return Some(present);
    }
    if word.ends_with(['s', 'S']) {
        if nominal && has(&known.verb, word) {
            return Some(present);
        }
        // "faces | claims": the tagger takes the noun for the verb.
        let next = |at: usize| words.get(at).map_or("", |word| word.of(text));
        if nominal && has(&known.takes, word) && has(&known.claim, next(i + 1)) {
            return Some(present);
        }
        let behind = i > 0 && before == Some(&present);
        let takes = |at: usize| has(&known.takes, words[at].of(text)) || has(&known.take, words[at].of(text));
        let object = behind && takes(i - 1) && has(&known.claim, word);
        return object.then_some(Tag { pos: Pos::Noun, form: Form::Plural });
    }
    if let Some(tag) = bent(known, text, words, tags, i) {
        return Some(tag);
    }
    if tag.pos == Pos::Pron && word == "that" && joins(text, words, tags, i) {
        return Some(Tag::base(Pos::Sconj));
    }
    // "Ministers | face | demands"
    let many = nominal && before.is_some_and(|before| before.form == Form::Plural) && has(&known.take, word);
    if many && words.get(i + 1).is_some_and(|next| has(&known.claim, next.of(text))) {
        return Some(present);
    }
    // "rejects | call to quit": two finite verbs do not follow one another.
    if tag == present && before == Some(&present) && has(&known.verb, words[i - 1].of(text)) {
        return Some(Tag::base(Pos::Noun));
    }
    // "the villagers | claim | Moruo has failed"
    let whom = || {
        let open = |tag: &Tag| matches!(tag.pos, Pos::Det | Pos::Propn | Pos::Pron | Pos::Sconj);
        tags.get(i + 1).is_some_and(open) && before.is_some_and(|before| before.form == Form::Plural)
    };
    if tag.pos == Pos::Noun && has(&known.told, word) && whom() {
        return Some(present);
    }
    // "Managers of the firm | deny | hiding it"
    let many = || has(&known.plural, word) && before.is_some_and(|before| before.form == Form::Plural);
    if tag.pos != Pos::Verb && (has(&known.sure, word) || many()) {
        return Some(present);
    }
    if tag.form == Form::Gerund && has(&known.noun, word) {
        return Some(Tag::base(Pos::Noun));
    }
    let opens = tag.pos != Pos::Sconj && has(&known.sconj, word);
    opens.then_some(Tag::base(Pos::Sconj))
}

/// "said, on Monday, | that | by May the mine would be empty": behind a comma no preposition follows a pronoun, and behind a verb no article.
fn joins(text: &str, words: &[Span], tags: &[Tag], i: usize) -> bool {
    let next = tags.get(i + 1).map(|next| next.pos);
    let (Some(before), Some(last)) =
        (i.checked_sub(1).map(|at| words[at].of(text)), i.checked_sub(1).map(|at| tags[at]))
    else {
        return false;
    };
    before == "," && matches!(next, Some(Pos::Adp | Pos::Num | Pos::Det))
        || last.pos == Pos::Verb && matches!(next, Some(Pos::Num | Pos::Det))
}

/// "A court | heard | that", "two men, | aged | 24 and 31, were held", "eating | salted | fish": past forms of irregular verbs that the tagger
/// takes for nouns, and participles that it takes for the verb of their sentence.
fn bent(known: &Words, text: &str, words: &[Span], tags: &[Tag], i: usize) -> Option<Tag> {
    let (word, tag) = (words[i].of(text), tags[i]);
    let participle = Tag { pos: Pos::Verb, form: Form::Participle };
    let before = i.checked_sub(1).map(|before| (words[before].of(text), tags[before]));
    let next = tags.get(i + 1).map(|next| next.pos);
    let hyphen = |at: usize| words.get(at).is_some_and(|word| word.of(text) == "-");
    if matches!(tag.pos, Pos::Noun | Pos::Adj | Pos::Propn) && !hyphen(i + 1) && !(i > 0 && hyphen(i - 1)) {
        if known.past.has(word) {
            return Some(Tag { pos: Pos::Verb, form: Form::Past });
        }
        if known.bent.has(word) {
            let led = |(before, tag): (&str, Tag)| tag.pos == Pos::Aux || matches!(before, "has" | "have" | "had");
            let form = if before.is_some_and(led) { Form::Participle } else { Form::Past };
            return Some(Tag { pos: Pos::Verb, form });
        }
    }
    if tag != (Tag { pos: Pos::Verb, form: Form::Past }) {
        return None;
    }
    let (_, last) = before?;
    let aged = last.pos == Pos::Punct && next == Some(Pos::Num) && known.described.has(word);
    let salted = last.form == Form::Gerund && next == Some(Pos::Noun) && word.ends_with("ed");
    (aged || salted).then_some(participle)
}

/// Whether a word with a capital is taken for a verb or what goes with one, right before a finite verb: "Voss | denies".
fn is_open(text: &str, words: &[Span], tags: &[Tag], head: usize) -> bool {
    let (Some(word), Some(tag), Some(next)) = (words.get(head), tags.get(head), tags.get(head + 1)) else {
        return false;
    };
    let mut letters = word.of(text).chars();
    let title = letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase);
    title && matches!(tag.pos, Pos::Verb | Pos::Adv | Pos::Intj | Pos::Adj) && next.is_finite()
}

/// Whether such a word is a name though the text has it nowhere else: two verbs do not follow one another, and of adverbs few open a
/// sentence before its verb.
fn is_misread(known: &Words, word: &str, tags: &[Tag], head: usize) -> bool {
    let verb = tags[head + 1].pos == Pos::Verb && tags[head + 1].form != Form::Modal;
    let name = match tags[head].pos {
        Pos::Verb | Pos::Adj => tags[head].form == Form::Base,
        Pos::Adv => !word.ends_with("ly"),
        _ => false,
    };
    verb && name && !has(&known.adverb, word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Context;
    use crate::claims::Reading;

    #[test]
    fn a_name_of_the_text_is_a_name_at_the_head_of_a_sentence() {
        let text = "Brandt accused Peter Voss of theft. Voss denies everything.";
        let reading = Reading::new(text, Some("en"), &Context::default()).expect("small enough");
        assert_eq!(reading.tags()[7].pos, Pos::Propn);
        // "Never" is no name of this one.
        let reading = Reading::new("Never say never.", Some("en"), &Context::default()).expect("small enough");
        assert_ne!(reading.tags()[0].pos, Pos::Propn);
    }

    #[track_caller]
    fn tag(text: &str, word: &str) -> Tag {
        let reading = Reading::new(text, Some("en"), &Context::default()).expect("small enough");
        let at = reading.words().iter().position(|span| span.of(text) == word).expect("a word of the text");
        reading.tags()[at]
    }

    #[test]
    fn past_forms_of_irregular_verbs_are_no_nouns() {
        let verb = |form| Tag { pos: Pos::Verb, form };
        assert_eq!(tag("A court heard that the guard had slept.", "heard"), verb(Form::Past));
        assert_eq!(tag("A court heard that the guard had slept.", "slept"), verb(Form::Participle));
        assert_eq!(tag("The army spoke of nine dead.", "spoke"), verb(Form::Past));
        assert_eq!(tag("It is understood that the board will meet.", "understood"), verb(Form::Participle));
        assert_eq!(tag("Two men, aged 24 and 31, were held.", "aged"), verb(Form::Participle));
        assert_eq!(tag("Emma Holt, 24, lives in Lund.", "lives"), verb(Form::Present));
    }

    #[test]
    fn that_joins_where_no_pronoun_can_stand() {
        let text = "Kell said, on condition of silence, that by 2030 the mine would be empty.";
        assert_eq!(tag(text, "that").pos, Pos::Sconj);
        assert_ne!(tag("Kell would not have done that to a friend.", "that").pos, Pos::Sconj);
    }

    #[test]
    fn what_is_no_noun_is_a_verb() {
        for text in ["Voss denies everything.", "Mayor denies bribery claims", "Holt Insists Dam Is Safe"] {
            let reading = Reading::new(text, Some("en"), &Context::default()).expect("small enough");
            assert_eq!(reading.tags()[1], Tag { pos: Pos::Verb, form: Form::Present }, "{text}");
        }
        let reading = Reading::new("Her claims were read out.", Some("en"), &Context::default()).expect("small enough");
        assert_eq!(reading.tags()[1].pos, Pos::Noun);
    }
}
