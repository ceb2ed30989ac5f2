//! A text read once for all its claims: tokens, tags, folded words, sentences.

use super::completed::complete;
use super::pack::Pack;
use crate::Span;
use crate::claims::reading::Reading;
use crate::text::pos::{Form, Pos, Tag};
use crate::text::{Token, TokenKind};

/// Words that bound a number behind them.
const BOUNDS: &[&str] = &[
    "more",
    "less",
    "fewer",
    "at",
    "about",
    "around",
    "over",
    "nearly",
    "almost",
    "only",
    "up",
    "roughly",
    "some",
    "under",
    "between",
    "above",
    "below",
    "as",
    "just",
    "well",
    "exactly",
    "approximately",
];

/// A text with what the frame needs to know of its words.
pub(crate) struct Words<'a> {
    pub text: &'a str,
    pub pack: &'static Pack,
    pub tokens: &'a [Token],
    /// Empty where the language has no tagger.
    pub tags: Vec<Tag>,
    folded: Vec<String>,
    pub sentences: &'a [Span],
}

impl<'a> Words<'a> {
    /// The words of a text that is read.
    pub fn read(reading: &'a Reading<'a>) -> Self {
        let (text, tokens) = (reading.text(), reading.tokens());
        let pack = Pack::of(reading.language());
        let mut tags = if pack.english { reading.token_tags() } else { Vec::new() };
        let fold = |token: &Token| token.span.of(text).to_lowercase().replace('’', "'");
        let folded: Vec<String> = tokens.iter().map(fold).collect();
        for (tag, word) in tags.iter_mut().zip(&folded) {
            if tag.form == Form::Participle && pack.past.has(word) {
                tag.form = Form::Past;
            }
        }
        let mut words = Self { text, pack, tokens, tags, folded, sentences: reading.sentences() };
        if words.pack.english {
            complete(&mut words);
        }
        words
    }

    /// The word in small letters.
    pub fn word(&self, id: usize) -> &str {
        self.folded.get(id).map_or("", String::as_str)
    }

    /// Its tag; a noun where there is no tagger.
    pub fn tag(&self, id: usize) -> Tag {
        self.tags.get(id).copied().unwrap_or(Tag::base(Pos::Noun))
    }

    /// Its part of speech.
    pub fn pos(&self, id: usize) -> Pos {
        self.tag(id).pos
    }

    /// Whether it is a mark and no word.
    pub fn is_mark(&self, id: usize) -> bool {
        self.tokens.get(id).is_none_or(|token| token.kind == TokenKind::Punctuation)
    }

    /// Whether it is a quotation mark.
    pub fn is_quote(&self, id: usize) -> bool {
        self.is_mark(id)
            && matches!(self.word(id), "\"" | "“" | "”" | "„" | "«" | "»" | "‘" | "'" | "‹" | "›" | "''" | "``" | "‚")
    }

    /// Whether it has a capital.
    pub fn is_capital(&self, id: usize) -> bool {
        let token = self.tokens.get(id).map_or("", |token| token.span.of(self.text));
        token.starts_with(char::is_uppercase)
    }

    /// Whether it is one of these words.
    pub fn is(&self, id: usize, words: &[&str]) -> bool {
        words.contains(&self.word(id))
    }

    /// Whether a number follows a word that bounds it: "between | 40", "at | least 12", "about | half".
    pub fn bounds(&self, ids: &[usize], at: usize) -> bool {
        let is = |place: usize, words: &[&str]| ids.get(place).is_some_and(|id| self.is(*id, words));
        let number = |place: usize| ids.get(place).is_some_and(|id| self.pos(*id) == Pos::Num);
        let share = |place: usize| {
            is(place, &["half", "all", "every", "two-thirds", "three-quarters"])
                || is(place, &["a", "an", "one"]) && !is(at, &["at", "as", "up"])
        };
        let between = is(at + 1, &["than", "least", "most", "to", "many", "much", "over", "under"]);
        let reach = if is(at + 1, &["many", "much"]) { at + 3 } else { at + 2 };
        is(at, BOUNDS) && (number(at + 1) || share(at + 1) || between && (number(reach) || share(reach)))
    }

    /// Whether it can be the first word of a finite verb group; "it's" and "they'll" hold one.
    pub fn is_finite(&self, id: usize) -> bool {
        let tag = self.tag(id);
        tag.is_finite()
            || tag.pos == Pos::Aux && matches!(self.word(id), "can" | "cannot" | "will" | "would" | "may" | "must")
            || self.is_contracted(id)
    }

    /// A pronoun with its verb: "it's", "we'll", "there's".
    pub fn is_contracted(&self, id: usize) -> bool {
        let word = self.word(id);
        self.pos(id) == Pos::Pron
            && ["'s", "'re", "'ll", "'ve", "'d", "'m"]
                .iter()
                .any(|ending| word.len() > ending.len() && word.ends_with(ending))
            && !matches!(word, "one's" | "other's" | "else's" | "someone's" | "everyone's")
    }

    /// Whether it can stand in a noun phrase.
    pub fn is_nominal(&self, id: usize) -> bool {
        matches!(self.pos(id), Pos::Noun | Pos::Propn | Pos::Pron | Pos::Num)
            || self.pos(id) == Pos::Det
                && matches!(self.word(id), "this" | "that" | "these" | "those" | "all" | "both" | "some" | "many")
    }

    /// Whether a verb of any form.
    pub fn is_verb(&self, id: usize) -> bool {
        matches!(self.tag(id), Tag { pos: Pos::Verb | Pos::Aux, form } if form != Form::Plural)
    }

    /// The tokens that lie in a span, by position.
    pub fn within(&self, span: Span) -> std::ops::Range<usize> {
        let from = self.tokens.partition_point(|token| token.span.end <= span.start);
        let to = self.tokens.partition_point(|token| token.span.start < span.end);
        from..to.max(from)
    }

    /// The sentence that holds a byte, or the next one.
    pub fn sentence(&self, at: usize) -> Option<usize> {
        let index = self.sentences.partition_point(|sentence| sentence.end <= at);
        (index < self.sentences.len()).then_some(index)
    }

    /// Spans of tokens, neighbours joined.
    pub fn spans(&self, ids: &[usize]) -> Vec<Span> {
        ids.chunk_by(|a, b| a + 1 == *b)
            .filter_map(|run| {
                Some(Span::new(self.tokens.get(*run.first()?)?.span.start, self.tokens.get(*run.last()?)?.span.end))
            })
            .collect()
    }

    /// One span from the first to the last of tokens that stand together; the first run where they do not.
    pub fn span(&self, ids: &[usize]) -> Option<Span> {
        self.spans(ids).into_iter().next()
    }
}
