//! Sources that English writes with their own words between name and verb: "Its managing director, Ana Pell,", and the subject of the
//! cue's own sentence, where a name of the next one was taken.

use super::resolve::Resolver;
use crate::claims::attribution::analysis::state;
use crate::claims::attribution::lexicon::Part;
use crate::claims::attribution::linking::{Link, Run};
use crate::learn::form::Shape;
use crate::text::pos::{Form, Pos};

/// The longest subject before a clause that describes it, and that clause, in words.
const SUBJECT: usize = 14;

impl Resolver<'_> {
    /// "Its | managing | director", "her acting chief": a participle between an owner and the noun, which the tagger calls a verb.
    pub(crate) fn is_owned_noun(&self, from: usize, to: usize) -> bool {
        let bent = matches!(self.analysis.tag(from + 1).form, Form::Gerund | Form::Participle);
        let noun = from + 2 < to && matches!(self.pos(from + 2), Pos::Noun | Pos::Propn);
        self.language == "en" && bent && noun && self.is(from, &["his", "her", "its", "their"])
    }

    /// "The union that represents workers | disputes | that. Marisol Lind, a steward, said": whose verb it is, where what is said ends
    /// with the sentence and somebody of the next one was taken for its source.
    pub(crate) fn own_sentence(&self, link: &Link, cue: Run) -> Option<Run> {
        let (from, to) = self.sentence_at(cue.0);
        if cue.0 - from > 2 * SUBJECT {
            return None;
        }
        let stops = self.analysis.form(to - 1).shape == Shape::Stop;
        let within = link.contents.iter().all(|run| run.0 >= cue.1 && run.1 <= to);
        let verb = self.analysis.lexicon[cue.1 - 1].is_some_and(|entry| entry.part == Part::Verb);
        let relative = |i: &usize| self.is(*i, &["who", "which", "that", "whose", "where"]);
        let open = (from + 1..cue.0).take(SUBJECT).find(relative);
        let end = open.unwrap_or(cue.0);
        let plain = (from..cue.0).all(|i| self.analysis.quoted[i] == state::OUT && !self.is(i, &[",", "and", "but"]));
        let phrase = (from..end).all(|i| self.nominal(i) || self.pos(i) == Pos::Adp);
        let led = !matches!(self.pos(from), Pos::Adp | Pos::Sconj | Pos::Adv);
        let finite = (end..cue.0).filter(|&i| self.analysis.tag(i).is_finite()).count();
        let clause = finite == usize::from(open.is_some()) && cue.0 - end <= SUBJECT && end - from <= SUBJECT;
        let noun = self.analysis.has_noun((from, end));
        (stops && within && verb && plain && phrase && led && clause && noun).then_some((from, cue.0))
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::speakers::testing::speakers;

    fn all(text: &str) -> Vec<String> {
        speakers(text, "en").into_iter().map(Option::unwrap_or_default).collect()
    }

    #[test]
    fn a_title_with_a_participle_is_no_pronoun() {
        let text = "Aquisence lost the contract. Its managing director, Neil Prosser, said the fine was unfair.";
        assert_eq!(all(text).last().map(String::as_str), Some("Neil Prosser"));
        let text =
            "Aquisence denied overcharging customers. Its managing director, Neil Prosser, said the fine was unfair.";
        assert_eq!(all(text), ["Aquisence", "Neil Prosser"]);
    }

    #[test]
    fn who_denies_stands_in_the_sentence_of_the_denial() {
        let text = "The union that represents workers at the plant disputes that. Marisol Lind, a union steward, said no alarm went off.";
        assert_eq!(all(text), ["union that represents workers at the plant", "Marisol Lind"]);
    }
}
