//! Whom a pronoun leans on. "Corvina will cut jobs, it said": where nobody spoke before, the pronoun of a tail stands for the subject
//! of the clause it closes. "Her mother", "his words": a possessive brings in somebody else, or nobody.

use super::descriptions::Description;
use crate::claims::attribution::analysis::state;
use crate::claims::speakers::sources::resolve::{Referent, Resolver, Seen};
use crate::claims::speakers::words::class;
use crate::text::pos::Pos;

/// The longest subject, in words.
const SUBJECT: usize = 8;

impl Resolver<'_> {
    /// The subject of the content that ends right before the source at word `at`, in its sentence and outside of marks.
    pub(crate) fn subject_said(&self, at: usize, seen: Seen) -> Option<Referent> {
        let &(start, end) = seen.contents().first()?;
        let near = self.analysis.sentence_at(at).0 <= start && end <= at && at - end <= 1;
        if self.language != "en" || !near || self.analysis.quoted[start] != state::OUT {
            return None;
        }
        let close =
            (start + 1..end.min(start + SUBJECT)).find(|&i| !self.nominal(i) || self.analysis.words.of(i) == ",")?;
        let verb = matches!(self.pos(close), Pos::Verb | Pos::Aux | Pos::Adv) || self.analysis.words.of(close) == ",";
        if !verb || self.pos(start) == Pos::Adp {
            return None;
        }
        let article = usize::from(self.pos(start) == Pos::Det && start + 1 < close);
        let named = self.entities.inside(start, close).first().filter(|mention| mention.start <= start + article);
        if let Some(mention) = named.filter(|mention| mention.to + 1 >= close) {
            return Some(Referent::Entity(mention.entity));
        }
        let body = class::ALIAS | class::ORGANISATION | class::DOCUMENT;
        let known = article == 1 && self.class(close - 1) & body != 0;
        known.then(|| self.phrase(start + article, close, close - 1)).flatten()
    }

    /// "her mother": whose mother that is, where a name is known.
    pub(crate) fn owned(&self, at: Description, seen: Seen) -> Option<Referent> {
        let sex = match self.analysis.lower(at.from).as_str() {
            "his" => -1,
            "her" => 1,
            _ => return None,
        };
        let own = || self.subject_said(at.from, seen).and_then(|referent| referent.entity());
        let owner = self.person_before(at.from, sex, seen).or_else(own).filter(|_| at.from + 1 < at.to)?;
        // "according to his words": what somebody says is not somebody else.
        let says = self.analysis.lexicon[at.noun].is_some() || self.analysis.is_one_of(at.noun, &["words"]);
        if says && self.class(at.noun) & (class::DOCUMENT | class::PERSON) == 0 {
            return Some(Referent::Entity(owner));
        }
        let Some(Referent::Phrase(words, kind)) = self.phrase(at.from + 1, at.to, at.noun) else { return None };
        Some(Referent::Phrase(format!("{}'s {words}", self.entities.all[owner].name), kind))
    }
}
