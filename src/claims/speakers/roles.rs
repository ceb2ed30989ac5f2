//! What stands beside a name: titles, appositions, ages, reporting words; what of it tells who bears the name.

use super::Pos;
use super::descriptions::article_sex;
use super::entities::Entity;
use super::names::Name;
use super::untagged::{OF, is_plain};
use super::words::{Gazetteer, class};
use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::types::SpeakerType;

/// Endings of German nouns that no family name has.
pub(super) fn is_german_noun(word: &str) -> bool {
    ["ung", "ungen", "ion", "ionen", "heit", "heiten", "keit", "schaft", "tät"]
        .iter()
        .any(|end| word.len() > end.len() + 3 && word.ends_with(end))
}

/// "The committee's chairwoman, Ines Berg, gave ...": no verb and no preposition of its own stands before the name.
pub(super) fn leads(analysis: &Analysis, name: &Name, from: usize) -> bool {
    let tagged = analysis.pos[name.from] != Pos::X;
    let oblique = name.start > from && analysis.pos[name.start - 1] == Pos::Adp;
    let verb =
        |i: usize| matches!(analysis.pos[i], Pos::Verb | Pos::Aux | Pos::Sconj) || analysis.quoted[i] != state::OUT;
    tagged && !oblique && name.start - from <= 12 && !(from..name.start).any(verb)
}

/// Whether a reporting word or an age stands beside the name.
pub(super) fn speaks(analysis: &Analysis, name: &Name) -> bool {
    let cue = |at: Option<usize>| {
        at.is_some_and(|at| at < analysis.len() && analysis.candidate[at] && analysis.quoted[at] == state::OUT)
    };
    let age = analysis.words.of(name.to) == ","
        && analysis.words.of(name.to + 1).parse::<u8>().is_ok_and(|age| (10..110).contains(&age));
    cue(Some(name.to)) || cue(name.start.checked_sub(1)) || age
}

/// Two capitals of a language that writes nouns small are a person unless an article stands before or a body's word among
/// them: "Vahid Montarès", not "la Banque Postale".
pub(super) fn is_plain_name(analysis: &Analysis, gazetteer: &Gazetteer, name: &Name) -> bool {
    let body = class::ORGANISATION | class::ALIAS | class::PLACE | class::DOCUMENT | class::OUTLET | class::GROUP;
    let known = |i: usize| gazetteer.get(analysis.form(i).hash, analysis.words.of(i));
    let article = name.start > 0 && {
        let before = analysis.lower(name.start - 1).replace('’', "'");
        matches!(
            before.as_str(),
            "le" | "la"
                | "les"
                | "l'"
                | "el"
                | "los"
                | "las"
                | "il"
                | "lo"
                | "gli"
                | "o"
                | "a"
                | "os"
                | "as"
                | "het"
                | "del"
                | "della"
                | "dell'"
                | "du"
                | "do"
                | "da"
                | "al"
                | "alla"
                | "nel"
                | "nella"
                | "na"
                | "no"
        )
    };
    is_plain(gazetteer.language)
        && name.start == name.from
        && !article
        && analysis.quoted[name.from] == state::OUT
        && (name.from..name.to).all(|i| known(i) & body == 0 && analysis.words.of(i).chars().count() > 1)
}

/// Words that describe a person beside the name: titles before it, an apposition on either side.
pub(super) fn collect_roles(analysis: &Analysis, gazetteer: &Gazetteer, name: &Name, entity: &mut Entity) {
    let tagged = analysis.pos[name.from] != Pos::X || gazetteer.language == "en";
    if entity.kind == SpeakerType::Organisation {
        // "the bureau" is the "Bureau of Fisheries".
        let words = (name.from..name.to).filter(|&i| analysis.form(i).is_word());
        entity.roles.extend(words.map(|i| gazetteer.role(analysis.form(i).hash)));
    }
    let mut add = |i: usize| {
        if matches!(analysis.pos[i], Pos::Noun | Pos::Propn | Pos::Adj | Pos::X) && analysis.form(i).is_word() {
            entity.roles.insert(gazetteer.role(analysis.form(i).hash));
        }
        let classes = gazetteer.get(analysis.form(i).hash, analysis.words.of(i));
        entity.sex += i32::from(classes & class::FEMALE != 0) - i32::from(classes & class::MALE != 0);
    };
    (name.start..name.from).for_each(&mut add);
    let sentence = analysis.sentence(analysis.sentence_of[name.from] as usize);
    let comma = name.start > sentence.0 && analysis.words.of(name.start - 1) == ",";
    let edge = name.start - usize::from(comma);
    let head = edge.checked_sub(1).filter(|&head| head >= sentence.0);
    let role_before = head.is_some_and(|head| {
        gazetteer.get(analysis.form(head).hash, analysis.words.of(head)) & class::TITLE != 0
            || (matches!(analysis.pos[head], Pos::Noun) && !comma)
            || !tagged && gazetteer.language != "de" && before_title(analysis, gazetteer, head, sentence.0)
            || is_plain(gazetteer.language) && entity.kind == SpeakerType::Person
    });
    let mut by_article = 0;
    if role_before && !tagged {
        let first = sentence.0.max(edge.saturating_sub(7));
        let open = |&i: &usize| analysis.form(i).is_word() && analysis.quoted[i] == state::OUT;
        let before: Vec<usize> = (first..edge).rev().take_while(open).collect();
        let sex = |i: &usize| article_sex(gazetteer.language, &analysis.lower(*i));
        let bound = |i: usize| i > 0 && OF.contains(&analysis.lower(i - 1).as_str());
        let article = before.iter().position(|&i| sex(&i) != 0 && !bound(i));
        before[..article.unwrap_or(before.len())].iter().for_each(|&i| add(i));
        by_article = article.map_or(0, |at| 2 * sex(&before[at]));
    } else if role_before {
        for i in (sentence.0.max(edge.saturating_sub(8))..edge).rev() {
            let open = matches!(analysis.pos[i], Pos::Noun | Pos::Propn | Pos::Adj) || analysis.words.of(i) == "of";
            if !open {
                break;
            }
            add(i);
        }
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
        if closed || !tagged {
            (name.to + 1..end.unwrap_or(edge)).for_each(&mut add);
        }
    }
    entity.sex += by_article;
}

/// "la concejala de Movilidad, Ann Berg": a title some words before the name.
pub(super) fn before_title(analysis: &Analysis, gazetteer: &Gazetteer, head: usize, from: usize) -> bool {
    let title = |i: usize| {
        let classes = gazetteer.get(analysis.form(i).hash, analysis.words.of(i));
        classes & (class::TITLE | class::HUMAN) != 0
    };
    (from.max(head.saturating_sub(6))..=head).rev().take_while(|&i| analysis.form(i).is_word()).any(title)
}
