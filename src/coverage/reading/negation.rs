//! Negations as they are read: which word they turn round, also where it stands before them or where they say "only".

use super::grammar::Role;
use super::reader::Reader;
use super::term::Term;
use crate::text::Span;

/// How many words behind "ne" its "que" may stand.
const NEAR: usize = 5;

/// What of a negation waits for the words to come.
#[derive(Debug, Default)]
pub(crate) struct Negation {
    /// It waits for the word that it turns.
    pub waits: bool,
    /// Where it stands.
    pub span: Span,
    /// What may be a verb stands right before it.
    verb: bool,
    /// It is a pronoun right behind what may be its verb.
    behind: bool,
    /// At which step French "ne" has been read, as long as it may be that of "ne ... que".
    ne: Option<usize>,
}

/// What a word does with the negation before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Effect {
    /// Nothing.
    None,
    /// The last term is what is negated: "arrested no one".
    TurnsBack,
    /// What "ne" has turned is not negated: "n'est fermée que le lundi".
    Undoes,
}

impl Negation {
    /// Reads a negating word; `verb` tells that the word right before it may be a verb.
    pub fn begins(&mut self, word: &str, verb: bool, step: usize, span: Span) {
        (self.verb, self.behind) = (verb, verb && Role::Object.has(word));
        self.ne = if matches!(word, "ne" | "n'") { Some(step) } else { None };
        (self.waits, self.span) = (true, span);
    }

    /// "No one", of which the first word has been read.
    pub fn is_no_one(&mut self, span: Span) {
        self.behind = self.verb;
        self.span = self.span.cover(&span);
    }

    /// Reads the word behind it.
    pub fn meets(&mut self, word: &str, content: bool, step: usize) -> Effect {
        if self.ne.is_some() {
            if self.ne.is_some_and(|at| step > at + NEAR) || Role::WithNe.has(word) {
                self.ne = None;
            } else if matches!(word, "que" | "qu") {
                let turned = !self.waits;
                (self.ne, self.waits) = (None, false);
                return if turned { Effect::Undoes } else { Effect::None };
            }
        }
        if self.waits && [Role::Only, Role::Besides, Role::Says].iter().any(|role| role.has(word)) {
            (self.waits, self.behind) = (false, false);
        }
        if std::mem::take(&mut self.behind) && !content && !Role::Auxiliary.has(word) {
            self.waits = false;
            return Effect::TurnsBack;
        }
        Effect::None
    }

    /// Reads a mark or a number, or the end; at the end of a clause nothing waits any longer.
    pub fn breaks(&mut self, clause: bool) -> Effect {
        let back = std::mem::take(&mut self.behind);
        self.waits &= !(back || clause);
        if clause {
            self.ne = None;
        }
        if back { Effect::TurnsBack } else { Effect::None }
    }

    /// Turns the next term, unless that is an adverb, which goes with the one behind it.
    pub fn turns(&mut self, adverb: bool) -> bool {
        let turned = self.waits && !adverb;
        self.waits &= adverb;
        turned
    }
}

impl Reader {
    /// Reads "to", which hands on a negation before it.
    pub fn to(&mut self, span: Span) {
        let follows = self.term_at + 1 == self.step;
        let none = follows && self.sequence.last().is_some_and(Term::negated) && Role::Intends.has(&self.prior);
        let nothing = Role::Fails.has(&self.prior);
        if nothing && follows {
            // "Failed to": the verb says no more than "did not".
            self.sequence.pop();
            self.spans.pop();
            self.forms.pop();
        }
        if nothing || none {
            self.negation.begins("to", false, self.step, self.prior_span.cover(&span));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::features::Analyzer;
    use crate::Context;
    use crate::coverage::types::ClaimRecord;

    const NONE: [usize; 0] = [];

    /// The places of the negated terms among the terms of a text.
    fn negated(text: &str, language: &str) -> Vec<usize> {
        let claim = ClaimRecord { text: text.into(), language: Some(language.into()), ..ClaimRecord::default() };
        let features = Analyzer::new(None).analyze(&claim, &Context::default()).unwrap();
        (0..features.sequence.len()).filter(|n| features.sequence[*n].negated()).collect()
    }

    #[test]
    fn a_pronoun_behind_its_verb_turns_it_round() {
        for text in
            ["the ferry injured nobody", "the ferry injured no one at the quay", "the ferry injured nobody, he said"]
        {
            assert_eq!(negated(text, "en"), [1], "{text}");
        }
        assert_eq!(negated("der Kran verletzte niemanden", "de"), [1]);
    }

    #[test]
    fn a_pronoun_before_its_verb_turns_what_comes() {
        assert_eq!(negated("in the harbour nobody was injured", "en"), [1]);
        assert_eq!(negated("three ferries sank, nobody drowned", "en").len(), 1);
        assert_eq!(negated("der Kran hat niemanden verletzt", "de"), [1]);
    }

    #[test]
    fn what_failed_to_happen_did_not() {
        assert_eq!(negated("the pump failed to start", "en"), negated("the pump did not start", "en"));
        assert_eq!(negated("the pump has yet to start", "en"), [1]);
        assert_eq!(negated("the pump failed in the storm", "en"), NONE);
        assert_eq!(negated("the mayor was unable to swim", "en"), [1]);
        assert_eq!(negated("the mayor has no plans to swim", "en"), [1, 2]);
        assert_eq!(negated("the mayor has plans to swim", "en"), NONE);
    }

    #[test]
    fn ne_is_a_negation_unless_que_makes_it_only() {
        assert_eq!(negated("la plage n'est pas fermée", "fr"), [1]);
        assert_eq!(negated("la plage n’a jamais été fermée", "fr"), [1]);
        assert_eq!(negated("la plage n'est fermée que le matin", "fr"), NONE);
        assert_eq!(negated("la ville n'a pas dit que la plage est fermée", "fr"), NONE);
        assert_eq!(negated("la plage est fermée", "fr"), NONE);
    }

    #[test]
    fn what_is_more_or_was_left_unsaid_is_not_negated() {
        assert_eq!(negated("nobody else was hurt", "en"), NONE);
        assert_eq!(negated("no more than 30 million euros", "en"), NONE);
        assert_eq!(negated("the fire not only closed the bridge", "en"), NONE);
        assert_eq!(negated("das Feuer hat nicht nur den Kran beschädigt", "de"), NONE);
        assert_eq!(negated("she did not say when the bridge would open", "en"), NONE);
        assert_eq!(negated("er weiß es nicht, weil die Brücke offen ist", "de"), NONE);
        assert_eq!(negated("the bridge opens, but not in June", "en"), NONE);
    }
}
