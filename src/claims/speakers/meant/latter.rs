//! Descriptions that take up what stands before: "cette dernière", "quest'ultimo", "el documento"; a name behind a comma, "l'azienda, la Edilsud,";
//! and the described subject that has come in since somebody spoke: "El ministro llamó a la calma. Agregó que ...".

use super::contrast::role_of;
use super::descriptions::article_sex;
use crate::claims::attribution::analysis::state;
use crate::claims::attribution::linking::Run;
use crate::claims::attribution::pack::pack;
use crate::claims::speakers::names::entities::Mention;
use crate::claims::speakers::sources::resolve::{Referent, Resolver, Seen};
use crate::claims::speakers::sources::small_words::{LEFT_OUT, OF, SINGULAR};
use crate::claims::speakers::sources::untagged::is_plain;
use crate::claims::speakers::words::{class, word_sex};
use crate::claims::types::SpeakerType;

/// "The latter", by language and by what it stands for: a man or a masculine noun, or a woman or a feminine one.
const LATTER: &[(&str, &[&str], i32)] = &[
    ("fr", &["ce", "dernier"], -1),
    ("fr", &["cette", "dernière"], 1),
    ("fr", &["celui-ci"], -1),
    ("fr", &["celle-ci"], 1),
    ("es", &["este", "último"], -1),
    ("es", &["esta", "última"], 1),
    ("pt", &["este", "último"], -1),
    ("pt", &["esta", "última"], 1),
    ("it", &["quest'", "ultimo"], -1),
    ("it", &["quest'", "ultima"], 1),
    ("it", &["quest'ultimo"], -1),
    ("it", &["quest'ultima"], 1),
    ("nl", &["deze", "laatste"], 0),
    ("nl", &["laatstgenoemde"], 0),
    ("nl", &["die", "laatste"], 0),
    ("nl", &["die"], 0),
    ("nl", &["deze"], 0),
    ("it", &["questi"], -1),
    ("it", &["costui"], -1),
    ("it", &["costei"], 1),
    ("es", &["este"], -1),
    ("es", &["éste"], -1),
    ("es", &["esta"], 1),
    ("es", &["ésta"], 1),
    ("pt", &["este"], -1),
    ("pt", &["esta"], 1),
    ("ru", &["тот"], -1),
    ("ru", &["та"], 1),
];

/// How far back what is taken up stands, in words, and how far a document.
const FAR: usize = 40;
const DOCUMENT: usize = 600;

impl Resolver<'_> {
    /// "Cette dernière": the nearest name, or noun for somebody with its article, of that gender.
    pub(crate) fn latter(&self, (from, to): Run, seen: Seen) -> Option<Referent> {
        // "Quest'ultimo, tramite l'ufficio legale, replica"
        let ends = |at: usize| to == at || self.analysis.words.of(at) == ",";
        let reads = |words: &[&str]| {
            let whole = from + words.len() <= to && ends(from + words.len());
            whole && words.iter().enumerate().all(|(at, word)| self.small(from + at) == *word)
        };
        // "Rinders, die gisteren zei": inside of a sentence one word alone is a relative pronoun.
        let opens = self.sentence_at(from).0 == from;
        let alone = |words: &[&str]| words.len() > 1 || opens || words[0].len() > 6;
        let known = LATTER.iter().find(|(code, words, _)| *code == self.language && reads(words) && alone(words));
        let (_, _, sex) = known?;
        // "il conducente": whoever does something, by its ending.
        let holders = pack(self.language).map_or(&[][..], |pack| &pack.holders);
        let does = |noun: usize| holders.iter().any(|end| self.small(noun).ends_with(end));
        const BODY: u32 = class::ALIAS | class::ORGANISATION;
        for i in (from.saturating_sub(FAR)..from).rev() {
            if let Some(mention) = self.entities.inside(i, i + 1).first().filter(|mention| mention.from == i) {
                let person = self.is_person(mention.entity);
                let fits = if person { self.sex(mention.entity) * sex >= 0 } else { self.led(i) * sex >= 0 };
                if fits && !seen.says(i) {
                    return Some(Referent::Entity(mention.entity));
                }
            }
            // Russian has no article.
            let bare =
                self.language == "ru" && word_sex(self.class(i)) * sex >= 0 && self.class(i) & class::PERSON != 0;
            if bare && self.analysis.quoted[i] == state::OUT && !self.entities.covers(i) {
                return self.source((i, i + 1), seen);
            }
            let noun = i + 1;
            let article = article_sex(self.language, &self.small(i));
            let elided = article == 0 && self.among(i, &["l'"]) && word_sex(self.class(noun)) * sex > 0;
            let agrees = article * sex > 0 || elided || *sex == 0 && self.among(i, LEFT_OUT);
            let open = self.analysis.quoted[i] == state::OUT && noun < from && !self.entities.covers(noun);
            if agrees && open && (self.class(noun) & class::PERSON != 0 || does(noun)) {
                return self.source((i, noun + 1), seen);
            }
            // "Il accuse la commune. Celle-ci": what closes the sentence before.
            let (_, end) = self.analysis.sentence_at(noun);
            let closes = noun + 2 == end && end == from && self.class(noun) & class::TIME == 0;
            if agrees && open && (self.class(noun) & BODY != 0 || closes) {
                return self.phrase(noun, noun + 1, noun);
            }
        }
        None
    }

    /// Whether somebody spoke last, is the last one named, or is named in this sentence or the one before: whom a noun that no list has may mean ("il patron",
    /// "o camisa 10").
    pub(crate) fn is_at_hand(&self, entity: usize, at: usize, seen: Seen) -> bool {
        let spoke = seen.last.and_then(|(_, referent)| referent.entity()) == Some(entity);
        let sentence = |i: usize| self.analysis.sentence_of[i];
        let near = |mention: &&Mention| sentence(mention.from) + 1 >= sentence(at) && !mention.quoted;
        let last = || self.before(at).find(|mention| self.is_person(mention.entity) && !mention.quoted);
        spoke
            || last().is_some_and(|mention| mention.entity == entity)
            || self.before(at).take_while(near).any(|mention| mention.entity == entity)
    }

    /// The gender that the article before a name shows.
    fn led(&self, name: usize) -> i32 {
        name.checked_sub(1).map_or(0, |before| article_sex(self.language, &self.small(before)))
    }

    /// "en Almera", "la planta de Oruro": of one word behind a preposition without an article, it is where something is.
    pub(crate) fn is_place_of(&self, mention: &Mention) -> bool {
        const WHERE: &[&str] = &[
            "en", "em", "in", "à", "te", "в", "во", "de", "di", "d'", "près", "bij", "nel", "nello", "nella", "nell'",
            "nei", "negli", "nelle", "sul", "sulla", "sull'",
        ];
        let led = mention.start.checked_sub(1).is_some_and(|before| self.among(before, WHERE));
        // Dutch "de" is an article.
        let article = self.language == "nl" && self.among(mention.start.saturating_sub(1), &["de"]);
        led && !article && mention.to == mention.from + 1
    }

    /// The one name that fills an apposition but for its article.
    pub(crate) fn apposed_name(&self, (from, to): Run) -> Option<usize> {
        let first = from + usize::from(from < to && self.among(from, LEFT_OUT));
        let mention = self.entities.inside(first, to).first().filter(|mention| mention.start == first)?;
        (mention.to == to).then_some(mention.entity)
    }

    /// "El documento": the report that the text named before, in the words that brought it in.
    pub(crate) fn plain_document(&self, from: usize, to: usize, head: usize, seen: Seen) -> Option<Referent> {
        const ANY: &[&str] =
            &["document", "documento", "texte", "texto", "testo", "stuk", "tekst", "документ", "документе", "тексте"];
        // "в ответе на запрос": what it is about sets it apart.
        let other = self.language == "ru" && self.among(to, &["на", "о", "об"]);
        if other || to - from > 3 || (head + 1..to).any(|i| self.among(i, OF)) {
            return None;
        }
        // What spoke last is what any word for a document takes up.
        if let Some((place, found @ Referent::Phrase(_, SpeakerType::Document))) = seen.last
            && place < from
            && self.near(place, from)
            && self.among(head, ANY)
        {
            return Some(found.clone());
        }
        let own = self.analysis.form(head).hash;
        for noun in (from.saturating_sub(DOCUMENT)..from).rev() {
            let document = self.class(noun) & class::DOCUMENT != 0 && self.analysis.quoted[noun] == state::OUT;
            // Russian names what is written by its own word or by one for any document: an answer is no study.
            if self.language == "ru"
                && !self.among(head, ANY)
                && role_of(self.analysis, self.gazetteer, noun) != role_of(self.analysis, self.gazetteer, head)
            {
                continue;
            }
            // Russian has no "of"; what is many is another subject.
            let bare = || self.language == "ru" && !self.small(noun).ends_with('ы');
            let of = document && noun + 1 < from && (self.among(noun + 1, OF) || bare());
            if !of || self.class(noun) & class::ALIAS != 0 && self.analysis.form(noun).hash != own {
                continue;
            }
            let ends = |&i: &usize| {
                !self.analysis.form(i).is_word() && !self.among(i, &["-"])
                    || self.analysis.lexicon[i].is_some() && !self.analysis.form(i).is_capital()
                    || self.analysis.sentence_of[i] != self.analysis.sentence_of[noun]
                    || self.class(i) & class::FUNCTION != 0 && !self.among(i, OF) && !self.among(i, SINGULAR)
            };
            let end = match self.language {
                "ru" => noun + 1 + self.russian_tail(noun + 1, (noun + 9).min(from)),
                _ => (noun + 2..(noun + 9).min(from)).find(ends).unwrap_or((noun + 9).min(from)),
            };
            if end > noun + 1 {
                return self.plain_phrase(noun, end, noun);
            }
        }
        None
    }

    /// "Interrogé par Olivier Stent, il a reconnu": who acts on the one whom the pronoun at `at` means is another.
    pub(crate) fn acts_on(&self, mention: &Mention, at: usize) -> bool {
        const BY: &[&str] = &["par", "por", "pelo", "pela", "da", "dal", "dalla", "dall'", "dai", "door"];
        const BENT: &[&str] =
            &["é", "ée", "és", "ées", "u", "ue", "us", "ues", "ado", "ada", "ido", "ida", "ato", "ata", "ito", "ita"];
        let (from, _) = self.analysis.sentence_at(at);
        let between = mention.from > from + 1 && mention.to <= at;
        is_plain(self.language)
            && between
            && self.analysis.words.of(at - 1) == ","
            && self.among(from + 1, BY)
            && BENT.iter().any(|end| self.small(from).ends_with(end))
    }

    /// Who opens the sentence before the verb at word `at` with a word for his office, where the last speaker stands before that.
    pub(crate) fn described_since(&self, at: usize, last: Option<usize>, seen: Seen) -> Option<Referent> {
        let sentence = self.analysis.sentence_of[at] as usize;
        // "Il ministro ha telefonato ai genitori: «...», ha assicurato": the clause that leads to what is said.
        let (own, _) = self.analysis.sentence(sentence);
        let led = (own..at).rev().take(3).any(|i| self.analysis.words.of(i) == ":");
        if led && is_plain(self.language) && last.is_none_or(|place| place < own) {
            return self.opener(sentence, at, 0, seen);
        }
        let before = sentence.checked_sub(1).filter(|_| is_plain(self.language))?;
        let (from, _) = self.analysis.sentence(before);
        let since = last.is_some_and(|place| place < from);
        if !since || self.analysis.sentence_of[self.analysis.sentence_at(at).0] as usize != sentence {
            return None;
        }
        self.opener(before, at, 0, seen)
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::speakers::testing::expect_last as last;

    #[test]
    fn the_latter_is_what_stands_before() {
        last("La CGT assure avoir alerté la direction dès janvier. Cette dernière dément.", "fr", "direction");
        last(
            "Davide Conte ha elogiato il portiere, Simone Rossi. Quest'ultimo ha detto che la squadra è unita.",
            "it",
            "Simone Rossi",
        );
    }

    #[test]
    fn a_name_behind_a_comma_is_who_the_noun_means() {
        let text = "La Procura di Lecce ha aperto un'inchiesta. L'azienda, la Edilsud, sostiene che le norme erano rispettate.";
        last(text, "it", "Edilsud");
    }

    #[test]
    fn who_came_in_since_goes_on() {
        let text = "El secretario general, Mario Quispe, advirtió que habrá protestas. El ministro de Trabajo llamó a la calma. \
                    Agregó que el Gobierno mediará.";
        last(text, "es", "ministro de Trabajo");
    }
}
