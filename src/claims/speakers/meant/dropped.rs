//! Who a verb without words for its subject means; and that whoever says "I" is a person: "a annoncé le parquet. « Je n'ai rien fait »,
//! a-t-il déclaré."

use super::descriptions::article_sex;
use crate::claims::attribution::analysis::state;
use crate::claims::attribution::linking::Run;
use crate::claims::speakers::names::entities::Mention;
use crate::claims::speakers::sources::resolve::{Referent, Resolver, Seen};
use crate::claims::speakers::sources::small_words::{INDEFINITE, LEFT_OUT, OF, OWNED, SINGULAR};
use crate::claims::speakers::sources::untagged::is_plain;
use crate::claims::speakers::words::class;
use crate::claims::types::SpeakerType;

/// Pronouns of the first person singular, and, where languages drop them, the irregular verbs that tell as much.
const FIRST: &[(&str, &[&str])] = &[
    ("de", &["ich", "mich", "mir", "mein", "meine", "meinen", "meinem", "meiner"]),
    ("fr", &["je", "j'", "me", "m'", "moi", "mon", "ma", "mes"]),
    (
        "es",
        &[
            "yo", "me", "mi", "mis", "mí", "mío", "mía", "he", "soy", "estoy", "tengo", "quiero", "puedo", "voy",
            "hice", "dije", "fui", "tuve", "pude", "quise", "supe", "estuve", "vine", "puse",
        ],
    ),
    (
        "pt",
        &[
            "eu", "me", "mim", "meu", "minha", "meus", "minhas", "sou", "estou", "tenho", "quero", "posso", "vou",
            "fiz", "fui", "tive",
        ],
    ),
    ("it", &["io", "mi", "me", "mio", "mia", "miei", "mie", "ho"]),
    ("nl", &["ik", "mij", "me", "mijn"]),
    ("ru", &["я", "меня", "мне", "мной", "мой", "моя", "моё", "мои", "моей", "моего"]),
];

/// Words of a quotation that are read: a bound on long ones.
const SAID: usize = 200;

/// Endings of regular verbs in the first person singular, with the letters that stand before them at least: "hablé", "falei".
const ENDINGS: &[(&str, &str, usize)] = &[("es", "é", 3), ("pt", "ei", 3), ("it", "rò", 3)];

impl Resolver<'_> {
    /// Whether a quotation speaks in the first person singular.
    pub(crate) fn says_i(&self, seen: Seen) -> bool {
        let listed = FIRST.iter().find(|(code, _)| *code == self.language).map_or(&[][..], |(_, words)| words);
        let ends = |i: usize| {
            let word = self.small(i);
            let led = i > 0 && [SINGULAR, LEFT_OUT, INDEFINITE, OWNED, OF].iter().any(|words| self.among(i - 1, words));
            // "el comité", "José", "però"
            let verb = !led && !self.analysis.form(i).is_capital() && word != "però";
            ENDINGS.iter().any(|(code, end, letters)| {
                let stem = word.strip_suffix(end).filter(|_| verb && *code == self.language);
                stem.is_some_and(|stem| stem.chars().count() >= *letters)
            })
        };
        // "sono stato", but "sono stati": the participle tells the number.
        let been = |i: usize| {
            let next = self.small(i + 1);
            self.language == "it" && self.among(i, &["sono"]) && (next.ends_with("to") || next.ends_with("ta"))
        };
        let quoted = seen.contents().iter().take(8).flat_map(|run| run.0..run.1.min(run.0 + SAID));
        quoted
            .filter(|&i| i + 1 < self.analysis.len() && self.analysis.quoted[i] == state::IN)
            .any(|i| self.among(i, listed) || ends(i) || been(i))
    }

    /// "Le groupe Aquabel a écrit au maire, Paul Garrec. « Nous n'avons plus de commandes », a-t-il dit": who says "we" behind a sentence
    /// that a body opens is that body, and not whom it deals with; `sex` is that of the pronoun, 0 without one.
    pub(crate) fn we_of_body(&self, at: usize, sex: i32, named: Option<usize>, seen: Seen) -> Option<Referent> {
        let begins = seen.contents().first().map_or(at, |run| run.0.min(at));
        let before = (self.analysis.sentence_of[begins] as usize).checked_sub(1).filter(|_| is_plain(self.language))?;
        let (from, to) = self.analysis.sentence(before);
        let words = &self.analysis.words.words;
        let since = seen.last.is_none_or(|(place, _)| place < from);
        if !since || words[from].paragraph != words[begins].paragraph || !self.says_we(seen) {
            return None;
        }
        let body = self.entities.inside(from, to).first().filter(|mention| mention.start <= from + 2)?;
        let organisation = self.entities.all[body.entity].kind == SpeakerType::Organisation && !body.quoted;
        let agrees = sex == 0 || article_sex(self.language, &self.small(from)) * sex > 0;
        let dealt = |entity: usize| self.entities.inside(body.to, to).iter().any(|mention| mention.entity == entity);
        (organisation && agrees && named.is_some_and(dealt)).then_some(Referent::Entity(body.entity))
    }

    /// Whether a quotation speaks in the first person plural.
    fn says_we(&self, seen: Seen) -> bool {
        const WE: &[(&str, &[&str], &[&str])] = &[
            ("fr", &["nous", "notre", "nos"], &[]),
            ("es", &["nosotros", "nosotras", "nuestro", "nuestra", "nuestros"], &["amos", "emos", "imos"]),
            ("pt", &["nós", "nosso", "nossa", "nossos"], &["amos", "emos", "imos"]),
            ("it", &["noi", "nostro", "nostra", "nostri"], &["iamo"]),
            ("nl", &["wij", "we", "ons", "onze"], &[]),
            ("ru", &["мы", "нас", "нам", "наш", "наши"], &[]),
        ];
        let Some((_, words, endings)) = WE.iter().find(|(code, ..)| *code == self.language) else { return false };
        let quoted = seen.contents().iter().take(8).flat_map(|run| run.0..run.1.min(run.0 + SAID));
        quoted.filter(|&i| i < self.analysis.len() && self.analysis.quoted[i] == state::IN).any(|i| {
            let word = self.small(i);
            words.contains(&word.as_str()) || word.len() > 6 && endings.iter().any(|end| word.ends_with(end))
        })
    }

    /// A body or a document, which does not say "I".
    pub(crate) fn is_nobody_alone(&self, referent: &Referent) -> bool {
        match referent {
            Referent::Entity(entity) => !self.is_person(*entity),
            Referent::Phrase(_, kind) => matches!(kind, SpeakerType::Organisation | SpeakerType::Document),
            Referent::Joint(..) => false,
        }
    }

    /// "un sondage | Opix", "le rapport | Ruiz": the head of a document that is called by a name, which does not say so itself.
    pub(crate) fn document_called(&self, (from, to): Run, mentions: &[Mention]) -> Option<usize> {
        let [mention] = mentions else { return None };
        let head = mention.start.checked_sub(1).filter(|&head| head >= from && head <= from + 2 && mention.to == to)?;
        let article = |i: usize| [SINGULAR, LEFT_OUT, INDEFINITE].iter().any(|words| self.among(i, words));
        let led = (head.saturating_sub(2)..head).any(article);
        let document = self.class(head) & class::DOCUMENT != 0 && self.class(head) & class::PERSON == 0;
        (led && document).then_some(head)
    }

    /// Who a verb without words for its subject means: the one whom the paragraph last put first, else who spoke last.
    pub(crate) fn plain_subject(&self, at: usize, seen: Seen) -> Option<Referent> {
        let words = &self.analysis.words.words;
        let paragraph = words[at].paragraph;
        let last = seen.last.filter(|&(place, _)| words[place].paragraph == paragraph && place < at);
        let last = last.filter(|(_, referent)| !(self.is_nobody_alone(referent) && self.says_i(seen)));
        let subject = self.before(at).take(12).find(|mention| {
            let (from, _) = self.sentence_at(mention.from);
            let opens = (from..mention.start).filter(|&i| self.analysis.form(i).is_word()).count() <= 5;
            let bound = mention.start > from && self.among(mention.start - 1, OF);
            words[mention.from].paragraph + 1 >= paragraph
                && opens
                && !bound
                && !mention.quoted
                && !seen.says(mention.from)
                && (self.is_person(mention.entity)
                    || self.analysis.sentence_of[mention.from] == self.analysis.sentence_of[at])
        });
        if let Some(described) = self.described_since(at, last.map(|(place, _)| place), seen) {
            return Some(described);
        }
        match (last, subject) {
            (Some((place, _)), Some(subject))
                if subject.from > place && words[subject.from].sentence > words[place].sentence =>
            {
                Some(Referent::Entity(subject.entity))
            }
            (Some((_, referent)), _) => Some(referent.clone()),
            (None, Some(subject)) => Some(Referent::Entity(subject.entity)),
            (None, None) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::speakers::testing::expect_last as last;

    #[test]
    fn whoever_says_i_is_a_person() {
        last(
            "Le maire, Paul Garrigue, a été mis en examen, a annoncé le parquet. « Je n'ai rien fait », a-t-il déclaré.",
            "fr",
            "Paul Garrigue",
        );
        last(
            "El alcalde, Pablo Garrido, fue imputado, anunció la fiscalía. «No hice nada», dijo.",
            "es",
            "Pablo Garrido",
        );
        last(
            "Il sindaco, Paolo Neri, è indagato, ha annunciato la procura. «Non ho fatto nulla», ha detto.",
            "it",
            "Paolo Neri",
        );
    }

    #[test]
    fn a_body_says_we() {
        let text = "Le groupe Aquabel a écrit au maire, Paul Garrec. « Nous n'avons plus de commandes », a-t-il dit.";
        last(text, "fr", "Aquabel");
        let text = "Il gruppo Aquabel ha scritto al sindaco, Paolo Garri. «Non abbiamo più ordini», ha spiegato.";
        last(text, "it", "Aquabel");
        let text = "Le maire, Paul Garrec, a écrit au groupe Aquabel. « Nous aiderons les familles », a-t-il dit.";
        last(text, "fr", "Paul Garrec");
        let text = "Le groupe Aquabel a écrit au maire, Paul Garrec. « Je n'ai rien promis », a-t-il dit.";
        last(text, "fr", "Paul Garrec");
    }

    #[test]
    fn a_body_that_says_no_i_goes_on() {
        last(
            "Le maire, Paul Garrigue, a été mis en examen, a annoncé le parquet. « L'enquête continue », a-t-il déclaré.",
            "fr",
            "parquet",
        );
        last(
            "El alcalde, Pablo Garrido, fue imputado, anunció la fiscalía. «El comité no hizo nada», dijo.",
            "es",
            "fiscalía",
        );
    }

    #[test]
    fn a_document_is_not_whom_it_is_called_by() {
        last("D'après un sondage Opix, 60 % des habitants sont contre le projet.", "fr", "sondage Opix");
        last("Secondo un sondaggio Opix, il 60% è contrario.", "it", "sondaggio Opix");
        last("Selon l'analyste Marc Delcourt, la dette augmente.", "fr", "Marc Delcourt");
    }

    #[test]
    fn what_somebody_is_minister_of_is_no_company() {
        last(
            "Il ministro dei Trasporti, Carla Neri, ha parlato ieri. Secondo l'azienda, i treni sono sicuri.",
            "it",
            "azienda",
        );
        last("La Ferrova ha presentato i conti. Secondo l'azienda, i treni sono sicuri.", "it", "Ferrova");
    }
}
