//! What rules ask of words and runs of words again and again: whether a comma parts the article's own words, whether a word
//! can stand in a noun phrase, whether a verb reports.

use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::lexicon::Part;
use crate::claims::attribution::linking::Run;
use crate::claims::types::Act;
use crate::learn::form::Shape;
use crate::text::pos::{Form, Pos};

/// The longest source that is looked for, in words.
pub(super) const SOURCE: usize = 14;

/// How many words before a participle its "be" stands at most: two adverbs may part them ("was not yet told").
const LED: usize = 3;

impl Analysis<'_> {
    /// Whether no word of a run stands in quotation marks or is one.
    pub fn is_plain(&self, (from, to): Run) -> bool {
        (from..to).all(|i| self.quoted[i] == state::OUT)
    }

    /// Whether a word is a comma or a semicolon outside of quotations.
    pub fn is_comma(&self, i: usize) -> bool {
        self.form(i).shape == Shape::Comma && self.quoted[i] == state::OUT
    }

    /// Whether a word can stand in a noun phrase, by its tag.
    pub fn is_nominal(&self, i: usize) -> bool {
        matches!(self.pos[i], Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn | Pos::Pron | Pos::Num | Pos::Adp)
    }

    /// Whether a word can stand in the name or the description of a source: "the board's vice-chair".
    pub fn is_of_source(&self, i: usize) -> bool {
        let inside = self.is_nominal(i) || matches!(self.words.of(i), "'s" | "’s" | "-" | "&");
        inside && self.quoted[i] == state::OUT
    }

    /// The passives of a cue, by their participles: those that a form of "be" within the cue leads, with adverbs alone between. Who reads
    /// more into it ("was worried", an agent behind "by") asks for that besides.
    pub fn passives(&self, (from, to): Run) -> impl DoubleEndedIterator<Item = usize> + '_ {
        const BE: &[&str] = &["is", "are", "was", "were", "be", "been", "being", "'s", "’s", "'re", "’re"];
        let be = |i: usize| self.pos[i] == Pos::Aux && self.is_one_of(i, BE);
        (from + 1..to).filter(move |&i| {
            let participle = self.tag(i).pos == Pos::Verb && self.tag(i).form == Form::Participle;
            let mut near = from.max(i.saturating_sub(LED))..i;
            participle && near.any(|at| be(at) && !self.is_has(at, i) && (at + 1..i).all(|i| self.pos[i] == Pos::Adv))
        })
    }

    /// "She's promised to rebuild it", "He's said it was a mistake": whether "'s" is a form of "have", by what stands behind the participle.
    /// "It's claimed that" and "he's told he must go" are passives.
    fn is_has(&self, at: usize, participle: usize) -> bool {
        let next = participle + 1;
        let open = || matches!(self.pos.get(next), Some(Pos::Pron | Pos::Det | Pos::Propn | Pos::Num));
        let clause = self.is_one_of(next, &["that"]) || open();
        let promise = self.does(participle, Act::Promise) && (clause || self.is_one_of(next, &["to"]));
        let heard =
            self.is_one_of(participle, &["told", "informed", "warned", "assured", "asked", "reminded", "accused"]);
        let subject = at > 0 && !self.is_one_of(at - 1, &["it", "that", "there", "what", "this"]);
        matches!(self.words.of(at), "'s" | "’s") && subject && (promise || clause && !heard)
    }

    /// Where the words of a source begin that end before word `end`, none of them before `from`.
    pub fn source_start(&self, from: usize, end: usize) -> Option<usize> {
        (from..end).rev().take(SOURCE).take_while(|&i| self.is_of_source(i)).last()
    }

    /// Whether a run holds a noun, a name or a pronoun.
    pub fn has_noun(&self, (from, to): Run) -> bool {
        (from..to).any(|i| matches!(self.pos[i], Pos::Noun | Pos::Propn | Pos::Pron))
    }

    /// Whether a run holds a finite verb.
    pub fn has_finite(&self, (from, to): Run) -> bool {
        (from..to).any(|i| self.tag(i).is_finite())
    }

    /// How many words a run has, marks left out.
    pub fn count_words(&self, (from, to): Run) -> usize {
        (from..to).filter(|&i| self.form(i).is_word()).count()
    }

    /// The last word of a run that is no mark.
    pub fn last_word(&self, (from, to): Run) -> Option<usize> {
        (from..to).rev().find(|&i| self.form(i).is_word())
    }

    /// Whether a word is a verb that can be a cue.
    pub fn is_reporting_verb(&self, i: usize) -> bool {
        self.candidate[i] && self.pos[i] == Pos::Verb
    }

    /// Whether a word is in the lexicon of cues by itself, and not as a small word of a phrase: the "of" of "in the words of".
    pub(super) fn is_cue_word(&self, i: usize) -> bool {
        let small = matches!(self.pos[i], Pos::Adp | Pos::Det | Pos::Part | Pos::Sconj) && self.words.of(i) != "per";
        self.lexicon[i].is_some_and(|entry| entry.part != Part::Phrase || !small)
    }

    /// Whether a word of the lexicon of cues does this.
    pub fn does(&self, i: usize, act: Act) -> bool {
        self.lexicon[i].is_some_and(|entry| entry.act == act)
    }

    /// Whether a word is a verb in -ing.
    pub fn is_gerund(&self, i: usize) -> bool {
        self.pos[i] == Pos::Verb && self.tag(i).form == Form::Gerund
    }

    /// Whether a verb that can be a cue is in a run.
    pub fn has_reporting_verb(&self, (from, to): Run) -> bool {
        (from..to).any(|i| self.is_reporting_verb(i))
    }
}
