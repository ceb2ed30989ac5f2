//! What stands beside a name: titles, appositions, ages, reporting words; what of it tells who bears the name.

use super::entities::Entity;
use super::found::Name;
use super::german::german_title;
use super::members::{is_he, is_minded};
use super::offices::is_complement;
use super::voices::is_voice;
use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::speakers::meant::contrast::{excludes, is_office_word, role_names, role_of};
use crate::claims::speakers::meant::descriptions::article_sex;
use crate::claims::speakers::sources::small_words::OF;
use crate::claims::speakers::sources::untagged::is_plain;
use crate::claims::speakers::words::{Known, class, word_sex};
use crate::claims::types::SpeakerType;
use crate::learn::form::fold_hash;
use crate::text::pos::Pos;

/// "The committee's chairwoman, Ines Berg, gave ...": no verb and no preposition of its own stands before the name.
pub(crate) fn leads(analysis: &Analysis, name: &Name, from: usize) -> bool {
    let tagged = analysis.pos[name.from] != Pos::X;
    let oblique = name.start > from && analysis.pos[name.start - 1] == Pos::Adp;
    let verb =
        |i: usize| matches!(analysis.pos[i], Pos::Verb | Pos::Aux | Pos::Sconj) || analysis.quoted[i] != state::OUT;
    tagged && !oblique && name.start - from <= 12 && !(from..name.start).any(verb)
}

/// "Hier sieht auch Bernd Holt": without parts of speech, a name that no preposition and no dative leads.
pub(crate) fn german_subject(analysis: &Analysis, name: &Name, from: usize) -> bool {
    const LEADING: &[&str] = &[
        "von",
        "vom",
        "mit",
        "bei",
        "beim",
        "für",
        "über",
        "gegen",
        "an",
        "auf",
        "nach",
        "zu",
        "zum",
        "zur",
        "aus",
        "um",
        "durch",
        "ohne",
        "vor",
        "unter",
        "gegenüber",
        "dem",
        "den",
        "des",
        "einem",
        "einen",
        "in",
        "im",
        "wegen",
        "seinem",
        "seinen",
        "ihrem",
        "ihren",
    ];
    let near = name.start.saturating_sub(2).max(from)..name.start;
    !near.clone().any(|i| LEADING.contains(&analysis.lower(i).as_str()))
}

/// Whether "he", "her" and the like stand behind a name in its sentence: a body has none.
pub(crate) fn has_pronoun(analysis: &Analysis, name: &Name) -> bool {
    let (_, end) = analysis.sentence_at(name.from);
    let verb = matches!(analysis.pos.get(name.to), Some(Pos::Verb | Pos::Aux | Pos::Punct));
    let count = name.to - name.from;
    let pronoun = |i: usize| {
        matches!(analysis.lower(i).as_str(), "his" | "her" | "himself" | "herself") && analysis.quoted[i] == state::OUT
    };
    // "Jody Gelner drives a van. He said": who opens a sentence is he that opens the next.
    let (from, _) = analysis.sentence_at(name.from);
    let goes_on = || {
        let next = (end..analysis.len().min(end + 2)).find(|&i| analysis.form(i).is_word());
        next.is_some_and(|i| matches!(analysis.words.of(i), "He" | "She") && analysis.quoted[i] == state::OUT)
    };
    let inside = || (name.to..end.min(name.to + 12)).any(pronoun);
    verb && (2..=3).contains(&count) && (inside() || name.start == from && goes_on())
}

/// Whether a reporting word or an age stands beside the name.
pub(crate) fn speaks(analysis: &Analysis, name: &Name, language: &str) -> bool {
    let cue = |at: Option<usize>| {
        at.is_some_and(|at| {
            // The "of" of "in the words of" reports nothing by itself.
            let phrase = analysis.pos.get(at) == Some(&Pos::Adp)
                || language == "de"
                    && matches!(analysis.words.of(at), "von" | "der" | "des" | "den" | "dem" | "in" | "im" | "zu");
            at < analysis.len() && analysis.candidate[at] && !phrase && analysis.quoted[at] == state::OUT
        })
    };
    let age = analysis.words.of(name.to) == ","
        && analysis.words.of(name.to + 1).parse::<u8>().is_ok_and(|age| (10..110).contains(&age));
    let clause =
        analysis.words.of(name.to) == "," && matches!(analysis.words.of(name.to + 1), "who" | "whose" | "asked");
    // "Vik and Holt said": both do.
    let joined = language == "en" && analysis.words.of(name.to) == "and" && {
        let capital = |&i: &usize| i < analysis.len() && analysis.form(i).is_capital();
        let second = (name.to + 1..name.to + 5).take_while(capital).count();
        second > 0 && cue(Some(name.to + 1 + second))
    };
    let shown = || language == "en" && (is_minded(analysis, name) || is_he(analysis, name) || is_voice(analysis, name));
    cue(Some(name.to)) || cue(name.start.checked_sub(1)) || age || clause || joined || shown()
}

/// Words that describe a person beside the name: titles before it, an apposition on either side, what he is or serves as.
pub(crate) fn collect_roles(analysis: &Analysis, gazetteer: &Known, name: &Name, entity: &mut Entity) {
    let tagged = analysis.pos[name.from] != Pos::X || gazetteer.language == "en";
    if entity.kind == SpeakerType::Organisation {
        // "the bureau" is the "Bureau of Fisheries".
        for i in (name.from..name.to).filter(|&i| analysis.form(i).is_word()) {
            entity.describe(role_of(analysis, gazetteer, i), true);
        }
    }
    let person = entity.kind == SpeakerType::Person;
    let mut add = Describing { analysis, gazetteer, entity, sure: true };
    add.phrase(name.start..name.from);
    let led = |at: usize| article_sex("de", &analysis.lower(at)) != 0;
    if gazetteer.language == "de" && person && name.start.checked_sub(1).is_some_and(led) {
        // "Der Fischer Heinar Brodersen"
        (name.start..name.from).for_each(|i| add.trade(i));
    }
    let sentence = analysis.sentence_at(name.from);
    let comma = name.start > sentence.0 && analysis.words.of(name.start - 1) == ",";
    let edge = name.start - usize::from(comma);
    let head = edge.checked_sub(1).filter(|&head| head >= sentence.0);
    let role_before = head.is_some_and(|head| {
        gazetteer.at(head) & class::TITLE != 0
            || (matches!(analysis.pos[head], Pos::Noun) && !comma)
            || !tagged && gazetteer.language != "de" && before_title(analysis, gazetteer, head, sentence.0)
            || is_plain(gazetteer.language) && person
    }) && !is_complement(analysis, gazetteer, (name.from, name.to));
    let mut by_article = 0;
    if gazetteer.language == "de" {
        if let Some(head) = head.filter(|&head| !comma && is_role(analysis, gazetteer, head)) {
            by_article = 2 * head.checked_sub(1).map_or(0, |at| article_sex("de", &analysis.lower(at)));
            add.phrase(head..head + 1);
        } else if comma && let Some(head) = german_title(analysis, gazetteer, sentence.0, edge) {
            by_article = 2 * head.checked_sub(1).map_or(0, |at| article_sex("de", &analysis.lower(at)));
            // "sagte der Bürgermeister, Berg sei krank": no apposition without its second comma.
            add.sure = analysis.words.of(name.to) == ",";
            add.phrase(head..head + 1);
        }
    } else if role_before && !tagged {
        let first = sentence.0.max(edge.saturating_sub(7));
        let open = |&i: &usize| analysis.form(i).is_word() && analysis.quoted[i] == state::OUT;
        let before: Vec<usize> = (first..edge).rev().take_while(open).collect();
        let sex = |i: &usize| article_sex(gazetteer.language, &analysis.lower(*i));
        let bound = |i: usize| i > 0 && OF.contains(&analysis.lower(i - 1).as_str());
        let article = before.iter().position(|&i| sex(&i) != 0 && !bound(i));
        add.phrase(edge - article.unwrap_or(before.len())..edge);
        if person && !comma && article == Some(1) && !analysis.form(edge - 1).is_capital() {
            // "Le pêcheur Yann Berg": the one word between article and name, whatever it is.
            add.trade(edge - 1);
        }
        by_article = article.map_or(0, |at| 2 * sex(&before[at]));
    } else if role_before {
        let open = |&i: &usize| {
            matches!(analysis.pos[i], Pos::Noun | Pos::Propn | Pos::Adj) || matches!(analysis.words.of(i), "of" | "-")
        };
        let first = (sentence.0.max(edge.saturating_sub(8))..edge).rev().take_while(open).last();
        add.phrase(first.unwrap_or(edge)..edge);
    } else if comma && tagged {
        add.phrase(title_phrase(analysis, gazetteer, sentence.0, edge));
    }
    if analysis.words.of(name.to) == "," {
        // "After meeting Ann Berg, the president said": only what a mark closes describes the name before.
        let edge = sentence.1.min(name.to + 13);
        let ends = |&i: &usize| {
            matches!(analysis.pos[i], Pos::Verb | Pos::Aux | Pos::Sconj)
                || !analysis.form(i).is_word() && analysis.words.of(i) != "-"
        };
        let end = (name.to + 1..edge).find(ends);
        let closed = end.is_none_or(|end| !analysis.form(end).is_word() || analysis.pos[end] == Pos::Sconj);
        // "the mayor, Leo Hart, and the police chief" are two.
        let another = matches!(analysis.words.of(name.to + 1), "and" | "or" | "but" | "und" | "oder");
        // "en Velmora, informó la policía": who says so is nothing that the name is.
        let told = |i: usize| analysis.lexicon[i].is_some() && gazetteer.at(i) & class::TITLE == 0;
        let told = !tagged && (name.to + 1..edge.min(name.to + 3)).any(told);
        if (closed || !tagged) && !another && !told {
            // ", sagte Berg, der Trainer sei krank": in German what somebody says follows a comma as well.
            let said = name.start > 0 && analysis.lexicon[name.start - 1].is_some();
            let noun = end.is_some_and(|end| analysis.words.of(end) == "," && analysis.form(end - 1).is_capital());
            add.sure = gazetteer.language != "de" || noun && !said;
            add.phrase(name.to + 1..end.unwrap_or(edge));
        }
        add.age(name.to + 1);
    }
    if tagged && gazetteer.language == "en" && person {
        let mut add = Describing { analysis, gazetteer, entity, sure: true };
        add.predicate(name, sentence);
    }
    entity.sex += by_article;
}

/// Reads words that describe somebody into what is known of him.
struct Describing<'a, 'b> {
    analysis: &'a Analysis<'b>,
    gazetteer: &'a Known,
    entity: &'a mut Entity,
    /// Whether the words describe nobody else, so that what they say excludes what they do not.
    sure: bool,
}

impl Describing<'_, '_> {
    /// Words of a noun phrase: behind a preposition stands what somebody has to do with, not what he is.
    fn phrase(&mut self, words: std::ops::Range<usize>) {
        let mut heads = true;
        let plain = is_plain(self.gazetteer.language);
        // The last word before a preposition or a mark says what it is: "the bank", not "the bank manager".
        let mut last = None;
        let first = words.start;
        for i in words {
            let word = self.analysis.lower(i);
            if heads && word != "and" && word != "," {
                last = Some(i);
            }
            match word.as_str() {
                // "Holt, der Bürgermeister": the article of the head itself.
                "der" if i == first => {}
                "of" | "for" | "at" | "to" | "in" | "with" | "from" | "on" | "by" | "von" | "der" | "des" if !plain => {
                    heads = false
                }
                "and" | "und" | "," => heads = true,
                word if plain && OF.contains(&word) => heads = false,
                _ => self.word(i, heads),
            }
            if !heads {
                self.body(last.take().filter(|&at| at < i));
            }
        }
        self.body(last);
    }

    /// "Nordline, the operator": the head of a phrase is a word for bodies.
    fn body(&mut self, head: Option<usize>) {
        let Some(head) = head.filter(|_| self.gazetteer.language == "en") else { return };
        let classes = self.gazetteer.at(head);
        self.entity.body |= classes & class::ALIAS != 0 && classes & (class::TITLE | class::HUMAN | class::GROUP) == 0;
    }

    /// A word that no list has: it says what somebody is by its place alone.
    fn trade(&mut self, i: usize) {
        if self.gazetteer.at(i) == 0 {
            self.entity.callings.extend(role_names(self.analysis, self.gazetteer, i));
        }
    }

    /// A word of a phrase; `head` says that no preposition stands before it.
    fn word(&mut self, i: usize, head: bool) {
        let classes = self.gazetteer.at(i);
        let noun = matches!(self.analysis.pos[i], Pos::Noun | Pos::Propn | Pos::X);
        let open = noun || matches!(self.analysis.pos[i], Pos::Adj | Pos::Num);
        let sure = self.sure && head;
        // Languages read by `crate::claims::speakers::sources::untagged` have rules of their own for what is bound to a head.
        let head = head || is_plain(self.gazetteer.language);
        if (open || classes & class::TITLE != 0) && self.analysis.form(i).is_word() {
            let roles = role_names(self.analysis, self.gazetteer, i);
            if sure && noun && excludes(classes) {
                self.entity.callings.extend(&roles);
            }
            if head && sure && is_office_word(self.analysis, classes, i) {
                self.entity.offices.extend(&roles);
            }
            for role in roles {
                self.entity.describe(role, head);
            }
            if !head && self.analysis.form(i).is_capital() {
                self.entity.complements.insert(self.analysis.form(i).hash);
            }
            if head && classes & (class::TITLE | class::HUMAN) != 0 && classes & class::ANYONE == 0 {
                self.entity.calling = true;
            }
            self.entity.public |= head && classes & class::PUBLIC != 0;
            self.entity.business |= head && classes & class::BUSINESS != 0;
            self.age(i);
        }
        if head {
            self.entity.sex += word_sex(classes);
        }
    }

    /// "34", "34-year-old" and "34-jährige" are one description.
    fn age(&mut self, i: usize) {
        if let Some(age) = age_of(self.analysis, i) {
            self.entity.aged = true;
            self.entity.describe(age, true);
        }
    }

    /// "Berg is the head of the bank", "resigned as sheriff", "was arrested".
    fn predicate(&mut self, name: &Name, sentence: (usize, usize)) {
        let (analysis, gazetteer) = (self.analysis, self.gazetteer);
        let class = |i: usize| gazetteer.at(i);
        let held = |i: usize| i < sentence.1 && class(i) & class::HELD != 0;
        let hurt = |i: usize| i < sentence.1 && class(i) & class::HURT != 0;
        let be = |i: usize| {
            i < sentence.1
                && matches!(analysis.lower(i).as_str(), "is" | "was" | "became" | "becomes" | "be" | "been" | "remains")
        };
        let before = name.start.checked_sub(1).filter(|&before| before >= sentence.0);
        let after = if be(name.to) { name.to + 1 } else { name.to };
        let passive = be(name.to) || matches!(analysis.lower(name.to).as_str(), "has" | "had") && be(name.to + 1);
        let passive_at = after + usize::from(be(after));
        if before.is_some_and(held) || passive && held(passive_at) {
            for word in ["suspect", "defendant", "accused", "inmate", "prisoner"] {
                self.entity.describe(fold_hash(word), true);
            }
        }
        if before.is_some_and(hurt) || passive && hurt(passive_at) {
            self.entity.describe(fold_hash("victim"), true);
            self.entity.describe(fold_hash("survivor"), true);
        }
        let named = |from: usize| {
            let end = (from..sentence.1.min(from + 8)).find(|&i| {
                !matches!(analysis.pos[i], Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn | Pos::Num | Pos::Adv)
            });
            let range = from..end.unwrap_or(sentence.1.min(from + 8));
            let titled = range.clone().next_back().is_some_and(|last| class(last) & (class::TITLE | class::HUMAN) != 0);
            titled.then_some(range)
        };
        // "has been mayor"
        let copula = name.to + usize::from(matches!(analysis.words.of(name.to), "has" | "had"));
        if be(copula)
            && let Some(range) = named(copula + 1)
        {
            self.phrase(range);
        }
        // Up to the first mark: "quit last week as head of the bank".
        let clause = (name.to..sentence.1.min(name.to + 9)).take_while(|&i| analysis.form(i).is_word());
        let role = clause.skip(1).find(|&i| analysis.words.of(i) == "as").and_then(|at| named(at + 1));
        if let Some(range) = role {
            self.phrase(range);
        }
    }
}

/// The hash that stands for an age: that of "34-year-old".
pub(crate) fn age_of(analysis: &Analysis, i: usize) -> Option<u64> {
    let word = analysis.lower(i);
    let digits = word.split(|c: char| !c.is_ascii_digit()).next().unwrap_or("");
    let age = digits.parse::<u8>().ok().filter(|age| (3..120).contains(age))?;
    let rest = &word[digits.len()..];
    let next = analysis.words.of(i + 1);
    let alone = rest.is_empty() && (!next.chars().any(char::is_alphanumeric) || next.starts_with('('));
    // The hash of a word does not tell one number from another, that of letters does.
    let letters = || age.to_string().bytes().map(|digit| char::from(digit - b'0' + b'a')).collect::<String>();
    (alone || rest.contains("year") || rest.contains("jährig")).then(|| fold_hash(&format!("{}-year-old", letters())))
}

/// Whether a word says what somebody or some body is.
fn is_role(analysis: &Analysis, gazetteer: &Known, i: usize) -> bool {
    const KNOWN: u32 = class::TITLE | class::HUMAN | class::ALIAS | class::ORGANISATION | class::MALE | class::FEMALE;
    let classes = gazetteer.at(i);
    classes & KNOWN != 0 && classes & class::FUNCTION == 0 || age_of(analysis, i).is_some()
}

/// "the mayor of Brixton, Leo Hart": the words from the title to the comma, nothing where no title stands there.
pub(crate) fn title_phrase(analysis: &Analysis, gazetteer: &Known, from: usize, edge: usize) -> std::ops::Range<usize> {
    let open = |&i: &usize| {
        matches!(analysis.pos[i], Pos::Noun | Pos::Propn | Pos::Adj | Pos::Det | Pos::Num)
            || matches!(
                analysis.words.of(i),
                "of" | "for" | "at" | "in" | "to" | "'s" | "’s" | "her" | "his" | "their" | "its"
            )
    };
    let Some(first) = (from.max(edge.saturating_sub(10))..edge).rev().take_while(open).last() else {
        return edge..edge;
    };
    // The phrase that the comma closes begins behind the last article before the title.
    let title = (first..edge).rev().find(|&i| {
        let classes = gazetteer.at(i);
        classes & class::PERSON != 0 && analysis.pos[i] != Pos::Det && analysis.quoted[i] == state::OUT
    });
    let led = |title: usize| {
        (first..title)
            .rev()
            .find(|&i| !matches!(analysis.pos[i], Pos::Noun | Pos::Propn | Pos::Adj))
            .map_or(first, |i| i + 1)
    };
    title.map_or(edge..edge, |title| led(title)..edge)
}

/// "la concejala de Movilidad, Ann Berg": a title some words before the name.
pub(crate) fn before_title(analysis: &Analysis, gazetteer: &Known, head: usize, from: usize) -> bool {
    let title = |i: usize| {
        let classes = gazetteer.at(i);
        classes & (class::TITLE | class::HUMAN) != 0
    };
    (from.max(head.saturating_sub(6))..=head).rev().take_while(|&i| analysis.form(i).is_word()).any(title)
}
