//! German sources that take up what stands before: "Dieser hält", "entgegnete diese", "sagte der 42-Jährige" of somebody without a name;
//! and bodies inside of compounds: "nach Polizeiangaben".

use super::resolve::{Referent, Resolver, Seen};
use crate::claims::attribution::analysis::state;
use crate::claims::attribution::linking::Run;
use crate::claims::speakers::meant::came_in::is_anybody;
use crate::claims::speakers::names::roles::age_of;
use crate::claims::speakers::words::class;
use crate::claims::types::SpeakerType;

/// How far back what a demonstrative takes up stands, in words.
const FAR: usize = 30;

/// Articles, with those that hold a preposition, of a masculine or neuter noun and of a feminine one; "der" may be of both.
const MALE: &[&str] = &["der", "dem", "den", "das", "vom", "zum", "beim", "im", "ein", "einem", "einen"];
const FEMALE: &[&str] = &["die", "der", "zur", "eine", "einer"];

impl Resolver<'_> {
    /// Whom such a source means.
    pub(crate) fn german_taken(&self, (from, to): Run, seen: Seen) -> Option<Referent> {
        if self.language != "de" || from >= to {
            return None;
        }
        let word = self.analysis.lower(from);
        if to == from + 1 {
            let articles = match word.as_str() {
                "dieser" | "letzterer" => MALE,
                "diese" | "letztere" => FEMALE,
                _ => return german_body(self.analysis.words.of(from)),
            };
            return self.demonstrated(from, articles, seen);
        }
        if let Some(authors) = self.authors((from, to), seen) {
            return Some(authors);
        }
        let found = self.by_origin((from, to), to - 1, seen).or_else(|| self.spoken_for((from, to), to - 1, seen));
        if found.is_some() {
            return found;
        }
        let definite = matches!(word.as_str(), "der" | "die") && to <= from + 3;
        if definite && is_anybody(&self.analysis.lower(to - 1)) {
            return self.came_in(from, self.noun_sex(from, to - 1), seen);
        }
        let (place, referent) = seen.last.filter(|&(place, _)| place < from && self.near(place, from))?;
        let next = self.analysis.sentence_of[place] + 1 >= self.analysis.sentence_of[from];
        let aged = age_of(self.analysis, to - 1).is_some() && to == from + 2;
        let unnamed = matches!(referent, Referent::Phrase(_, SpeakerType::Unnamed)) && seen.told.person;
        let agrees = seen.told.sex * self.noun_sex(from, to - 1) >= 0;
        (aged && next && unnamed && agrees).then(|| referent.clone())
    }

    /// The nearest name, or noun for somebody or some body with such an article, before word `at`.
    fn demonstrated(&self, at: usize, articles: &[&str], seen: Seen) -> Option<Referent> {
        const SOMEBODY: u32 = class::PERSON | class::ORGANISATION | class::ALIAS | class::UNNAMED;
        let sex = if articles == FEMALE { 1 } else { -1 };
        for i in (at.saturating_sub(FAR)..at).rev() {
            if self.analysis.quoted[i] != state::OUT || seen.says(i) {
                continue;
            }
            let mention = self.entities.inside(i, i + 1).first().filter(|mention| self.is_person(mention.entity));
            if let Some(mention) = mention.filter(|mention| self.sex(mention.entity) * sex >= 0) {
                return Some(Referent::Entity(mention.entity));
            }
            let led = i > 0 && articles.contains(&self.analysis.lower(i - 1).as_str());
            // The noun that closes the sentence before is who it was about, in whatever list: "Kritik kam vom Mieterbund."
            let (_, end) = self.analysis.sentence_at(i);
            let closes = end + 1 >= at && i + 2 == end;
            let noun = self.analysis.form(i).is_capital() && led;
            if noun && (self.class(i) & SOMEBODY != 0 || closes) {
                let found = self.source((i - 1, i + 1), seen);
                return found.or_else(|| self.phrase(i, i + 1, i));
            }
        }
        None
    }
}

/// "Polizeiangaben": the body before what it gives.
fn german_body(word: &str) -> Option<Referent> {
    let body = word.strip_suffix("angaben").filter(|body| body.chars().count() >= 4)?;
    // "Ministeriumsangaben": what joins the two.
    let joined = ["ungs", "ums", "ens", "tions", "schafts", "amts", "heits", "rats", "bunds"];
    let bare = body.strip_suffix('s').filter(|_| joined.iter().any(|end| body.ends_with(end)));
    let kind = if body.ends_with("en") { SpeakerType::Group } else { SpeakerType::Organisation };
    Some(Referent::Phrase(bare.unwrap_or(body).to_owned(), kind))
}

#[cfg(test)]
mod tests {
    use crate::claims::speakers::testing::last_speaker;

    #[track_caller]
    fn last(text: &str, speaker: &str) {
        assert_eq!(last_speaker(text, "de").as_deref(), Some(speaker), "{text}");
    }

    #[test]
    fn demonstratives_take_up_what_stands_before() {
        last("Kritik kam vom Mieterbund. Dieser hält die Pläne für \u{201e}unzureichend\u{201c}.", "Mieterbund");
        last(
            "Uwe Holt warf der Bürgermeisterin vor, Mittel verschlafen zu haben. Alle Anträge, entgegnete diese, seien gestellt worden.",
            "Bürgermeisterin",
        );
    }

    #[test]
    fn an_age_takes_up_whoever_spoke_without_a_name() {
        last(
            "Ein Augenzeuge berichtete, das Auto habe gebremst. \u{201e}Es ging so schnell\u{201c}, sagte der 42-Jährige.",
            "Augenzeuge",
        );
    }

    #[test]
    fn a_trade_is_not_whoever_is_named_later() {
        last("Der Minister warf der Opposition vor, sie lüge. Uwe Otto schwieg.", "Minister");
        // Who speaks himself may be the one.
        last("Der Minister widersprach. \u{201e}Das ist falsch\u{201c}, sagte Uwe Otto.", "Uwe Otto");
    }

    #[test]
    fn what_a_body_gives_is_its_own() {
        last("Nach Polizeiangaben kamen zwei Menschen ums Leben.", "Polizei");
        last("Laut Ministeriumsangaben fehlen 40 Lehrer.", "Ministerium");
    }
}
