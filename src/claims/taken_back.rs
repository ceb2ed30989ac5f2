//! "The report says Corvina paid bribes. Corvina denies this.": what somebody denies with a pronoun is what was said right before.

use super::extract::Reader;
use super::frame::cue::{Cue, calls_pronoun_false};
use super::types::{Act, Attribution, Kind};
use crate::Span;
use crate::text::pos::Form;

impl Reader<'_> {
    /// The tokens of each clause that a denial without words of its own takes up: those of the attribution before it, if another one
    /// says them in the same sentence or in the one before.
    pub(super) fn taken_back(&self, attributions: &[Attribution], at: usize) -> Vec<Vec<usize>> {
        let (Some(denial), Some(before)) =
            (attributions.get(at), at.checked_sub(1).and_then(|before| attributions.get(before)))
        else {
            return Vec::new();
        };
        let before = self.told_before(attributions, at - 1).unwrap_or(before);
        let (Some(cue), Some(said)) = (denial.cue_span, before.spans.last()) else { return Vec::new() };
        let sentence = |place: usize| self.words.sentence(place);
        let near = match (sentence(said.end.saturating_sub(1)), sentence(cue.start)) {
            // One more where a quotation stands between.
            (Some(said), Some(denied)) => {
                denied - said.min(denied) <= 1 + usize::from(!std::ptr::eq(before, &attributions[at - 1]))
            }
            _ => false,
        };
        let other = denial.speaker.is_some() && before.speaker != denial.speaker;
        let denies = denial.kind == Kind::Indirect
            && (self.is_pronoun(denial) || self.names_statement(denial))
            // "wies | das | zurück" denies with its particle alone.
            && Cue::read(&self.words, denial).act == Act::Deny;
        let denies = (denies || calls_pronoun_false(&self.words, denial)) && before.act != Act::Deny;
        if !denies || !other || !near || said.end > cue.start {
            return Vec::new();
        }
        let mut contents = self.contents(before);
        // "Asked about the report, Ruiz said that was nonsense": a mere name is nothing that can be so.
        contents.retain(|ids| !self.states_nothing(ids, before));
        // "“It is a lie,” said Ruiz": what is yet to come may be a scandal, but is not false.
        let later = denial.cue_span.is_some_and(|cue| denial.spans.iter().all(|span| span.end <= cue.start));
        let modal = |id: &usize| self.words.tag(*id).form == Form::Modal;
        if later && contents.iter().flatten().any(modal) {
            return Vec::new();
        }
        contents
    }

    /// "Bell said he had not been told. “I read it in the paper,” he fumed. The firm denies this.": what the same one tells right before
    /// a quotation in which he speaks of himself is what can be denied.
    fn told_before<'a>(&self, attributions: &'a [Attribution], at: usize) -> Option<&'a Attribution> {
        let quoted = attributions.get(at)?;
        let told = attributions.get(at.checked_sub(1)?)?;
        let words = &self.words;
        let own = |span: &Span| words.within(*span).any(|id| words.is(id, &["i", "me", "my", "we"]));
        let same = quoted.speaker.is_some() && quoted.speaker == told.speaker;
        let reported = quoted.kind == Kind::Direct && told.kind == Kind::Indirect && words.pack.english;
        if !same || !reported || !quoted.spans.iter().any(own) {
            return None;
        }
        let place = words.sentence(told.spans.last()?.end.saturating_sub(1))?;
        let next = words.sentence(quoted.spans.first()?.start)?;
        (place + 1 == next).then_some(told)
    }

    /// Whether all that somebody says is what another said: "rejected | this claim", "wies | diesen Vorwurf | zurück".
    pub(super) fn names_statement(&self, said: &Attribution) -> bool {
        let words = &self.words;
        let tokens = said.spans.iter().flat_map(|span| words.within(*span));
        let all: Vec<usize> = tokens.filter(|id| !words.is_mark(*id)).take(3).collect();
        let [this, noun] = all[..] else { return false };
        let section = if words.pack.english { &words.pack.pronoun } else { &words.pack.demonstrative };
        section.has(words.word(this)) && words.pack.content_noun.has(words.word(noun))
    }

    /// Whether all that somebody says is a pronoun: "denied | this".
    fn is_pronoun(&self, said: &Attribution) -> bool {
        let words = &self.words;
        let pronoun = |id: usize| words.is_mark(id) || words.pack.pronoun.has(words.word(id));
        said.spans.iter().all(|span| words.within(*span).all(pronoun)) || is_cue(said)
    }
}

/// Whether somebody says nothing beside the verb: "Le ministère | dément".
pub(super) fn is_cue(said: &Attribution) -> bool {
    said.cue_span.is_some_and(|cue| said.spans.iter().all(|span| cue.contains(span)))
}

#[cfg(test)]
mod tests {
    use crate::claims::testing::claims;
    use crate::claims::types::{Act, Polarity};

    #[test]
    fn what_was_said_before_is_denied() {
        for (text, denied) in [
            ("Corvina paid bribes, the report says. Corvina denies this.", "Corvina paid bribes"),
            ("Brandt accused Voss of taking bribes. Voss denies it.", "Voss of taking bribes"),
            ("Corvina paid bribes, the report says. Corvina rejected this claim.", "Corvina paid bribes"),
        ] {
            let found = claims(text, "en");
            assert_eq!(found.last(), Some(&(Act::Deny, Polarity::Negated, denied.to_owned())), "{text} {found:?}");
            assert_eq!(found.len(), 2, "{text}");
        }
    }

    #[test]
    fn what_was_told_before_a_quotation_of_oneself_is_denied() {
        let text = "Jon Brask said he had been given no warning. \"I read about it on my phone,\" he fumed.\n\n\
                    Norvik disputes this, saying that the staff were told.";
        let found = claims(text, "en");
        let denied: Vec<&String> = found.iter().filter(|claim| claim.0 == Act::Deny).map(|claim| &claim.2).collect();
        assert_eq!(denied, ["he had been given no warning"], "{found:?}");
        let text = "Jon Brask said he was tired. \"The firm hid the report,\" he said. Norvik denies this.";
        let found = claims(text, "en");
        assert_eq!(found.last().map(|claim| claim.2.as_str()), Some("The firm hid the report"), "{found:?}");
    }

    #[test]
    fn what_nobody_said_is_not_made_up() {
        for text in [
            "The plant closed in May. Corvina denies this.",
            "Corvina denies this.",
            "The dam is safe, Ana Holt said. It rained all night in Callow. The firm denies this.",
        ] {
            assert!(claims(text, "en").iter().all(|claim| claim.0 != Act::Deny), "{text}");
        }
    }

    #[test]
    fn what_stands_behind_a_colon_answers_what_was_said() {
        for (language, text, answer) in [
            (
                "en",
                "Bell said the dam was late. Ruiz denied this: the dam had been opened in May.",
                "the dam had been opened in May",
            ),
            (
                "de",
                "Bell sagte, der Damm sei zu spät. Ruiz widersprach: Der Damm sei im Mai eröffnet worden.",
                "Der Damm sei im Mai eröffnet worden",
            ),
            (
                "es",
                "Bell dijo que la presa llegó tarde. Ruiz lo desmintió: la presa fue abierta en mayo.",
                "la presa fue abierta en mayo",
            ),
        ] {
            let found = claims(text, language);
            assert_eq!(found.last(), Some(&(Act::Say, Polarity::Affirmed, answer.to_owned())), "{text} {found:?}");
        }
    }

    #[test]
    fn whom_something_is_said_to_is_no_part_of_the_verb() {
        for (text, act) in [
            ("Ruiz sagte zu Journalisten, der Damm sei sicher.", Act::Say),
            ("„Der Damm ist sicher“, sagte Ruiz zu den Vorwürfen.", Act::Say),
        ] {
            let found = claims(text, "de");
            assert_eq!(found.first().map(|claim| claim.0), Some(act), "{text} {found:?}");
        }
    }
}
