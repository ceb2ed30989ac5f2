//! Past forms that the tagger takes for participles, or for adjectives: "The two firms [signed] an agreement", "as police [praised] the
//! crowd", "and [ordered] police to clear the square". A clause has a verb, and a participle that no auxiliary leads has no object.

use super::{Words, has};
use crate::text::Span;
use crate::text::pos::{Form, Pos, Tag};

/// How far before a verb its auxiliary may stand, and how far behind it its clause ends, in words.
const FAR: usize = 14;

/// The longest sentence of which it is asked whether it has another verb, in words.
const LONGEST: usize = 60;

/// A past form.
const PAST: Tag = Tag { pos: Pos::Verb, form: Form::Past };

/// A sentence as it is tagged.
struct Sentence<'a> {
    known: &'a Words,
    text: &'a str,
    words: &'a [Span],
    tags: &'a [Tag],
}

/// Gives past forms of a sentence their tag.
pub(super) fn mend(known: &Words, text: &str, words: &[Span], tags: &mut [Tag], (from, to): (usize, usize)) {
    for i in from + 1..to.min(tags.len()) {
        let tag = tags[i];
        let bent = match tag.pos {
            Pos::Verb => matches!(tag.form, Form::Participle | Form::Base),
            Pos::Adj => words[i].of(text).ends_with("ed"),
            _ => false,
        };
        if bent {
            let sentence = Sentence { known, text, words: &words[from..to], tags: &tags[from..to] };
            if sentence.is_past(i - from) {
                tags[i] = PAST;
            }
        }
    }
}

impl Sentence<'_> {
    fn word(&self, i: usize) -> &str {
        self.words.get(i).map_or("", |word| word.of(self.text))
    }

    fn is(&self, i: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.word(i).eq_ignore_ascii_case(word))
    }

    fn pos(&self, i: usize) -> Pos {
        self.tags.get(i).map_or(Pos::Punct, |tag| tag.pos)
    }

    /// Whether a word that looks like a participle is the past of its clause.
    fn is_past(&self, i: usize) -> bool {
        let Some(before) = (0..i).rev().find(|&at| self.pos(at) != Pos::Adv) else { return false };
        let clause = (before.saturating_sub(FAR)..=before).rev().take_while(|&at| self.pos(at) != Pos::Punct);
        let led = |at: usize| self.pos(at) == Pos::Aux || self.is(at, &["have", "has", "had", "having", "get", "got"]);
        if clause.clone().any(led) {
            return false;
        }
        let tag = self.tags[i];
        let joined = self.is(before, &["and", "but"]) && before + 1 == i;
        if tag.form == Form::Base && tag.pos == Pos::Verb {
            // "called the tax unfair and | cut it by half"
            let told = clause.clone().any(|at| self.tags[at].form == Form::Past);
            let modal = clause.clone().any(|at| self.is(at, &["to", "let", "help", "helped"]));
            return joined && told && !modal && has(&self.known.same, self.word(i)) && self.has_object(i);
        }
        if joined {
            let told = clause.clone().any(|at| self.tags[at].form == Form::Past);
            return told && (self.has_object(i) || self.pos(i + 1) == Pos::Noun && self.is(i + 2, &["to"]));
        }
        if tag.pos == Pos::Adj || has(&self.known.described, self.word(i)) {
            return false;
        }
        // "they never | asked": but "had it removed", "found it closed".
        if self.is(before, &["he", "she", "they", "we", "it", "who"]) {
            return !before.checked_sub(1).is_some_and(|at| matches!(self.pos(at), Pos::Verb | Pos::Adp));
        }
        if !matches!(self.pos(before), Pos::Noun | Pos::Propn) || self.is(i + 1, &["by"]) {
            return false;
        }
        let opener = clause.clone().find(|&at| has(&self.known.opener, self.word(at)));
        let start = opener.map_or(0, |at| at + 1);
        let finite = |at: usize| self.tags[at].is_finite();
        if (start..i).any(finite) {
            return false;
        }
        if self.has_object(i) {
            return true;
        }
        let behind = (i + 1..self.tags.len().min(i + FAR)).take_while(|&at| self.pos(at) != Pos::Punct);
        match opener {
            // "as footage | circulated widely"
            Some(_) => self.pos(i + 1) != Pos::Adp && i + 1 < self.tags.len() && !behind.clone().any(finite),
            // "Women | composed about a quarter of the board."
            None => {
                let closed = (5..=LONGEST).contains(&self.tags.len()) && self.is(self.tags.len() - 1, &[".", "!"]);
                closed && self.is_alone(i) && !self.is(i + 1, &["of", "to"])
            }
        }
    }

    /// Whether a sentence has no other verb that can be its own.
    fn is_alone(&self, i: usize) -> bool {
        (0..self.tags.len()).all(|at| at == i || !self.tags[at].is_finite())
    }

    /// Whether what stands behind a verb can be its object.
    fn has_object(&self, i: usize) -> bool {
        let open = match self.pos(i + 1) {
            Pos::Det | Pos::Num | Pos::Propn => true,
            Pos::Pron => !self.is(i + 1, &["that", "which", "who", "whom", "whose", "what"]),
            _ => false,
        };
        open && !has(&self.known.time, self.word(i + 1))
    }
}

#[cfg(test)]
mod tests {
    use crate::Context;
    use crate::claims::Reading;
    use crate::text::pos::{Form, Pos};

    #[track_caller]
    fn form(text: &str, word: &str) -> (Pos, Form) {
        let reading = Reading::new(text, Some("en"), &Context::default()).expect("small enough");
        let at = reading.words().iter().position(|span| span.of(text) == word).expect("a word of the text");
        (reading.tags()[at].pos, reading.tags()[at].form)
    }

    #[test]
    fn a_clause_has_a_verb() {
        for (text, word) in [
            ("The two towns signed a pact to share the well.", "signed"),
            ("The ferry boss chastised Holt for the delay but did not fire her.", "chastised"),
            ("The mayor called the protest illegal and ordered police to clear the square.", "ordered"),
            ("Brandt called the tax unfair and cut it by half.", "cut"),
            ("Ambulances waited as footage from the pier circulated widely.", "circulated"),
            ("Farmers composed about a quarter of the council.", "composed"),
        ] {
            assert_eq!(form(text, word), (Pos::Verb, Form::Past), "{text}");
        }
    }

    #[test]
    fn what_describes_a_noun_stays_a_participle() {
        for (text, word) in [
            ("A man called Finch opened the door.", "called"),
            ("The report published Friday shows a loss.", "published"),
            ("A deal signed by the two towns was torn up.", "signed"),
            ("The crew had the wreck removed.", "removed"),
            ("Three people killed in the blast were miners.", "killed"),
        ] {
            assert_ne!(form(text, word).1, Form::Past, "{text}");
        }
    }
}
