//! Subject, predicate and object of German clauses, by the order of words, endings and capitals.

mod bracket;
mod declension;
mod forms;
mod front;
mod line;
mod nominal;
mod objects;
mod order;
mod subjects;

#[cfg(test)]
mod tests;

use line::Line;
pub(crate) use line::{GAP, Word};

/// What a clause of words has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Found {
    pub subject: Option<(usize, usize)>,
    pub predicate: Option<(usize, usize)>,
    pub object: Option<(usize, usize)>,
}

/// Subject, predicate and object of a clause; `last` says that its verb stands at its end, and
/// `somebody` whether a word stands for a person.
pub(crate) fn find<'a>(words: impl Iterator<Item = Word<'a>>, last: bool, somebody: fn(&str) -> bool) -> Found {
    let line = Line::new(words, somebody);
    let main = if last { None } else { line.main_clause() };
    let ends = |verb: usize| verb + 1 >= line.len() || line.is_mark(verb + 1) && !line.is_quote(verb + 1);
    let order = match main {
        // "Werte gefälscht | zu haben"
        Some(order) if line.is(order.verb + 1, &["zu"]) && line.infinitive_clause().is_some() => {
            line.infinitive_clause()
        }
        Some(order) if !ends(order.verb) || order.front.is_some() => Some(order),
        other => {
            let final_verb = if last || line.opens() { line.last_clause() } else { None };
            final_verb.or(other).or_else(|| line.infinitive_clause())
        }
    };
    let Some(order) = order else { return Found::default() };
    let predicate = line.predicate(&order);
    Found {
        subject: order.subject.map(|phrase| (phrase.from, phrase.to)),
        predicate: Some(predicate),
        object: line.object(&order, predicate),
    }
}

/// Where a main clause that names who does it is joined to what stands before it: the places of "und" in "die Brücke sei nicht gesperrt |
/// und der Tunnel bleibe offen".
pub(crate) fn joints<'a>(words: impl Iterator<Item = Word<'a>>, somebody: fn(&str) -> bool) -> Vec<usize> {
    let line = Line::new(words, somebody);
    let joins = |at: &usize| {
        let own = line.phrase(at + 1).is_some() && !line.has(at + 1, line::flag::FIN);
        line.is(*at, &["und", "aber", "doch"]) && own && line.joins_clause(*at)
    };
    (1..line.len().saturating_sub(2)).filter(joins).collect()
}

/// The finite verb of a main clause, and who does it.
pub(crate) fn main_clause<'a>(
    words: impl Iterator<Item = Word<'a>>,
    somebody: fn(&str) -> bool,
) -> Option<(usize, Option<(usize, usize)>)> {
    let line = Line::new(words, somebody);
    let order = line.main_clause()?;
    Some((order.verb, order.subject.map(|phrase| (phrase.from, phrase.to))))
}
