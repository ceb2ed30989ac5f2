//! "Der Ungar", "l'Italien", "de Hongaar": somebody by where he is from, in languages other than English.

use super::descriptions::article_sex;
use crate::claims::attribution::analysis::Analysis;
use crate::claims::attribution::linking::Run;
use crate::claims::speakers::names::offices::is_of_people;
use crate::claims::speakers::sources::resolve::{Referent, Resolver, Seen};
use crate::claims::speakers::sources::small_words::SINGULAR;
use crate::claims::speakers::words::{Known, class};
use crate::claims::types::SpeakerType;

/// Articles and demonstratives of one man or woman in German.
const GERMAN: &[&str] = &["der", "die", "dem", "den", "dieser", "diese"];

/// Whether a run of capitals only says where somebody is from, outside of English: behind an article alone ("der | Ungar"), since people
/// are called so as well ("Russo ha detto"), or in Russian at the head of a sentence, which gives the capital.
pub(crate) fn is_demonym(analysis: &Analysis, gazetteer: &Known, (start, end): Run) -> bool {
    if gazetteer.language == "en" || end != start + 1 {
        return false;
    }
    let article = |i: usize| {
        let word = analysis.lower(i).replace('’', "'");
        SINGULAR.contains(&word.as_str()) || gazetteer.language == "de" && GERMAN.contains(&word.as_str())
    };
    let russian = || gazetteer.language == "ru" && analysis.sentence_at(start).0 == start;
    (start > 0 && article(start - 1) || russian()) && is_from_somewhere(analysis, gazetteer, start)
}

/// Whether a noun says where somebody is from: by a list, or by its ending where French writes it with a capital.
fn is_from_somewhere(analysis: &Analysis, gazetteer: &Known, noun: usize) -> bool {
    let classes = gazetteer.at(noun);
    let french = || {
        let capital = analysis.form(noun).is_capital() && classes & class::OUTLET == 0;
        capital && gazetteer.language == "fr" && is_of_people("fr", &analysis.lower(noun))
    };
    classes & class::DEMONYM != 0 && classes & (class::ORGANISATION | class::ALIAS) == 0 || french()
}

impl Resolver<'_> {
    /// Whom such a source means: whoever spoke last or has just been named, and is not shown to be of the other sex.
    pub(crate) fn by_origin(&self, (from, to): Run, noun: usize, seen: Seen) -> Option<Referent> {
        // "le gouvernement français": the noun itself has to be for somebody.
        if noun + 1 != to || to - from > 3 || !is_from_somewhere(self.analysis, self.gazetteer, noun) {
            return None;
        }
        let sex = self.origin_sex(from, noun);
        let named = self.person_scored(from, sex, seen).map(|(_, entity)| entity);
        let named = named.filter(|&entity| self.is_at_hand(entity, from, seen) && !self.opposes(entity, sex));
        // "Laut Bela Farkas ...": a name of nobody that a list has.
        let told = |&(place, referent): &(usize, &Referent)| {
            let unnamed = matches!(referent, Referent::Phrase(_, SpeakerType::Unnamed | SpeakerType::Person));
            unnamed && place < from && self.near(place, from) && seen.told.sex * sex >= 0
        };
        named.map(Referent::Entity).or_else(|| seen.last.filter(told).map(|(_, referent)| referent.clone()))
    }

    /// The sex that the article or the ending of such a noun shows.
    fn origin_sex(&self, from: usize, noun: usize) -> i32 {
        let word = self.small(noun);
        let female: &[&str] = match self.language {
            "de" => &["in"],
            "fr" => &["enne", "aise", "oise", "aine", "ande", "gnole", "éenne"],
            "nl" => &["se", "in"],
            "ru" => &["ка", "ая"],
            _ => &[],
        };
        let article = article_sex(self.language, &self.small(from));
        let told = !female.is_empty() && word.chars().count() > 4;
        match article {
            0 if female.iter().any(|end| word.ends_with(end)) => 1,
            0 if told => -1,
            sex => sex,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::speakers::testing::expect_last as last;

    #[test]
    fn where_somebody_is_from_takes_him_up() {
        for (text, language) in [
            ("Stürmer Bence Farkas vergab einen Elfmeter. „Ich habe mich geschämt“, sagte der Ungar.", "de"),
            ("L'entraîneur Bence Farkas est déçu. Le Hongrois a promis des changements.", "fr"),
            ("Spits Bence Farkas miste een strafschop. „Ik schaam me”, zei de Hongaar.", "nl"),
            ("L'attaccante Bence Farkas ha segnato due gol. «Sono felice», ha detto l'ungherese.", "it"),
            ("L'attaccante Bence Farkas ha segnato due gol. L'Ungherese ha promesso altri gol.", "it"),
            ("El delantero Bence Farkas marcó dos goles. «Estoy feliz», dijo el húngaro.", "es"),
            ("O treinador Bence Farkas elogiou o rival. O húngaro disse que o empate foi justo.", "pt"),
        ] {
            last(text, language, "Bence Farkas");
        }
        last("Нападающий Бенце Фаркаш забил два мяча. «Я счастлив», — сказал венгр.", "ru", "Бенце Фаркаш");
    }

    #[test]
    fn nobody_of_the_other_sex_is_meant() {
        let text = "Trainer Marco Silva lobte Ana Duarte. Die Portugiesin sagte, sie sei müde.";
        last(text, "de", "Ana Duarte");
        let text = "L'entraîneur Marco Silva a félicité Ana Duarte. La Portugaise a dit qu'elle était fatiguée.";
        last(text, "fr", "Ana Duarte");
    }

    #[test]
    fn a_family_name_is_none() {
        last("Mario Russo ha vinto. Russo ha detto che è stata dura.", "it", "Mario Russo");
        last("Il sindaco di Varò è stanco. Secondo Greco, servono fondi.", "it", "Greco");
    }
}
