//! All that features and rules look at, computed once a text: words, tags, quotation state, reporting words.

use crate::claims::attribution::lexicon::{Entry, Lexicon, Part};
use crate::claims::attribution::quotations::quotes::{Quote, quotes};
use crate::claims::attribution::tagging::words::Words;
use crate::claims::reading::Reading;
use crate::learn::form::{Form, Shape};
use crate::text::pos::{Pos, Tag};
use crate::{Context, Result};

/// Where a word stands to quotation marks.
pub(crate) mod state {
    /// Outside.
    pub const OUT: u8 = 0;
    /// Inside.
    pub const IN: u8 = 1;
    /// The opening mark.
    pub const OPEN: u8 = 2;
    /// The closing mark.
    pub const CLOSE: u8 = 3;
}

/// No such word.
pub(crate) const NONE: u32 = u32::MAX;

/// What stands behind the last word.
static NO_FORM: Form = Form { hash: 0, suffix3: 0, suffix2: 0, prefix3: 0, shape: Shape::Mark };

/// A text ready for tagging.
pub(crate) struct Analysis<'a> {
    pub words: Words<'a>,
    pub quotes: Vec<Quote>,
    /// Part of speech a word; [`Pos::X`] throughout without a model for the language.
    pub pos: Vec<Pos>,
    /// The same with the form of verbs and nouns, as a small number.
    pub class: Vec<u8>,
    /// See [`state`].
    pub quoted: Vec<u8>,
    /// Quotation that a word stands in: index into `quotes`, or [`NONE`].
    pub quote: Vec<u32>,
    /// Reporting words.
    pub lexicon: Vec<Option<Entry>>,
    /// Whether a word can be a cue here: in the lexicon, and tagged as its part of speech.
    pub candidate: Vec<bool>,
    /// Nearest candidate to the left in the sentence, the word itself left out.
    pub left: Vec<u32>,
    /// Nearest to the right.
    pub right: Vec<u32>,
    /// What stands between the word and `left`, as bits.
    pub since: Vec<u8>,
    /// What stands between the word and `right`.
    pub until: Vec<u8>,
    /// How many finite verbs and how many commas stand before the word in its sentence.
    pub depth: Vec<(u16, u16)>,
    /// Nearest word to the left in the sentence that opens a clause: "that", "who", "because".
    pub opener: Vec<u32>,
    /// First word of each sentence, and the number of words at the end.
    pub sentence_starts: Vec<u32>,
    /// Sentence of each word, counted by `sentence_starts`.
    pub sentence_of: Vec<u32>,
    /// What each sentence is like, as a small number.
    pub sentence_kind: Vec<u16>,
}

impl<'a> Analysis<'a> {
    /// Analyses a text that is read.
    pub fn new(reading: &Reading<'a>, lexicon: &Lexicon, context: &Context) -> Result<Self> {
        let words = Words::new(reading);
        let count = words.words.len();
        let tagged = !reading.tags().is_empty();
        let tags = if tagged { reading.tags().to_vec() } else { vec![Tag::base(Pos::X); count] };
        let quotes = quotes(reading.text());
        context.check()?;
        let mut this = Self {
            quotes,
            pos: tags.iter().map(|tag| tag.pos).collect(),
            class: tags.iter().map(|tag| tag.class() as u8).collect(),
            quoted: vec![state::OUT; count],
            quote: vec![NONE; count],
            lexicon: Vec::with_capacity(count),
            candidate: vec![false; count],
            left: vec![NONE; count],
            right: vec![NONE; count],
            since: vec![0; count],
            until: vec![0; count],
            depth: vec![(0, 0); count],
            opener: vec![NONE; count],
            sentence_starts: Vec::new(),
            sentence_of: vec![0; count],
            sentence_kind: Vec::new(),
            words,
        };
        this.mark_quotes();
        this.cut_sentences();
        for (i, word) in this.words.words.iter().enumerate() {
            let entry = lexicon.get(word.form.hash, this.words.of(i));
            this.lexicon.push(entry);
        }
        for pair in 0..this.sentence_starts.len().saturating_sub(1) {
            if pair % 64 == 0 {
                context.check()?;
            }
            let (from, to) = this.sentence(pair);
            this.find_candidates(from, to, tagged);
            this.find_clauses(from, to);
        }
        Ok(this)
    }

    /// Takes words inside quotation marks for what tells who speaks.
    pub fn tell(&mut self, (from, to): (usize, usize)) {
        for i in from..to.min(self.len()) {
            self.quoted[i] = state::OUT;
            self.quote[i] = NONE;
        }
    }

    /// Number of words.
    pub fn len(&self) -> usize {
        self.words.words.len()
    }

    /// The words of sentence `at`, as a range.
    pub fn sentence(&self, at: usize) -> (usize, usize) {
        let bound = |at: usize| self.sentence_starts.get(at).map_or(self.len(), |&start| start as usize);
        (bound(at), bound(at + 1))
    }

    /// The sentence that word `i` stands in, as a range.
    pub fn sentence_at(&self, i: usize) -> (usize, usize) {
        self.sentence(self.sentence_of.get(i).map_or(0, |&sentence| sentence as usize))
    }

    /// The part of speech of word `i`, with the form of verbs and nouns.
    pub fn tag(&self, i: usize) -> Tag {
        self.class.get(i).map_or(Tag::base(Pos::X), |&class| Tag::of_class(class.into()))
    }

    /// What models see of word `i`; behind the last word no word at all, as for [`Self::tag`].
    pub fn form(&self, i: usize) -> &Form {
        self.words.words.get(i).map_or(&NO_FORM, |word| &word.form)
    }

    /// Whether the word, in small letters and with plain apostrophes, is one of these.
    pub fn is_one_of(&self, i: usize, words: &[&str]) -> bool {
        let word = self.words.of(i);
        // Most words are small already: rules ask this so often that a copy a question takes a third of their time.
        if self.form(i).shape == Shape::Lower && !word.contains('’') && !word.starts_with('\'') {
            return words.contains(&word);
        }
        words.contains(&word.to_lowercase().replace('’', "'").as_str())
    }

    /// Whether a phrase stands at word `i`, see [`Self::is_one_of`].
    pub fn reads(&self, i: usize, phrase: &[&str]) -> bool {
        phrase.iter().enumerate().all(|(at, word)| self.is_one_of(i + at, &[word]))
    }

    /// The word in small letters.
    pub fn lower(&self, i: usize) -> String {
        self.words.of(i).to_lowercase()
    }

    fn mark_quotes(&mut self) {
        for (at, quote) in self.quotes.iter().enumerate() {
            if quote.nested {
                continue;
            }
            let first = self.words.at(quote.outer.start);
            for (i, word) in self.words.words.iter().enumerate().skip(first) {
                if word.span.start >= quote.outer.end {
                    break;
                }
                self.quote[i] = at as u32;
                self.quoted[i] = if word.span.end <= quote.inner.start {
                    state::OPEN
                } else if word.span.start >= quote.inner.end {
                    state::CLOSE
                } else {
                    state::IN
                };
            }
        }
    }

    /// Sentences as words see them: a paragraph always ends one.
    fn cut_sentences(&mut self) {
        let words = &self.words.words;
        for i in 0..words.len() {
            let new = i == 0
                || words[i].paragraph != words[i - 1].paragraph
                || (words[i].sentence != words[i - 1].sentence && self.quoted[i] != state::CLOSE);
            if new {
                self.sentence_starts.push(i as u32);
            }
            self.sentence_of[i] = (self.sentence_starts.len() - 1) as u32;
        }
        self.sentence_starts.push(words.len() as u32);
    }

    fn find_candidates(&mut self, from: usize, to: usize, tagged: bool) {
        for i in from..to {
            self.candidate[i] = self.lexicon[i].is_some_and(|entry| {
                !tagged
                    || match entry.part {
                        Part::Verb => matches!(self.pos[i], Pos::Verb | Pos::Aux),
                        Part::Noun => matches!(self.pos[i], Pos::Noun),
                        Part::Adjective => matches!(self.pos[i], Pos::Adj | Pos::Verb),
                        Part::Phrase => true,
                    }
            });
        }
        let (mut nearest, mut between) = (NONE, 0);
        for i in from..to {
            self.left[i] = nearest;
            self.since[i] = between;
            if self.candidate[i] && self.quoted[i] == state::OUT {
                (nearest, between) = (i as u32, 0);
            } else {
                between |= self.bits(i);
            }
        }
        (nearest, between) = (NONE, 0);
        for i in (from..to).rev() {
            self.right[i] = nearest;
            self.until[i] = between;
            if self.candidate[i] && self.quoted[i] == state::OUT {
                (nearest, between) = (i as u32, 0);
            } else {
                between |= self.bits(i);
            }
        }
        let has = |test: &dyn Fn(usize) -> bool| u16::from((from..to).any(test));
        let outside = (from..to).filter(|&i| self.candidate[i] && self.quoted[i] == state::OUT).count().min(2) as u16;
        let kind = has(&|i| self.quoted[i] == state::IN)
            | has(&|i| self.quoted[i] == state::OUT && self.form(i).is_word()) << 1
            | u16::from(from < to && self.quoted[from] != state::OUT) << 2
            | u16::from(from < to && self.quoted[to - 1] != state::OUT) << 3
            | outside << 4
            | u16::from(from == 0 || self.words.words[from - 1].paragraph != self.words.words[from].paragraph) << 6;
        self.sentence_kind.push(kind);
    }

    fn find_clauses(&mut self, from: usize, to: usize) {
        let (mut verbs, mut commas, mut opener) = (0_u16, 0_u16, NONE);
        for i in from..to {
            self.depth[i] = (verbs, commas);
            self.opener[i] = opener;
            let tag = self.tag(i);
            verbs = verbs.saturating_add(u16::from(tag.is_finite()));
            commas = commas.saturating_add(u16::from(matches!(self.form(i).shape, Shape::Comma | Shape::Dash)));
            let relative =
                tag.pos == Pos::Pron && matches!(self.words.of(i), "that" | "which" | "who" | "whom" | "what");
            if tag.pos == Pos::Sconj || relative {
                opener = i as u32;
            }
        }
    }

    fn bits(&self, i: usize) -> u8 {
        let form = self.form(i);
        let mark = match form.shape {
            Shape::Comma => 1,
            Shape::Colon | Shape::Dash => 2,
            _ if self.quoted[i] >= state::OPEN => 4,
            _ => 0,
        };
        let word = match self.pos[i] {
            Pos::Verb | Pos::Aux => 8,
            Pos::Sconj => 16,
            Pos::Part => 32,
            Pos::Noun | Pos::Propn | Pos::Pron => 64,
            Pos::Cconj => 128,
            _ => 0,
        };
        mark | word
    }
}
