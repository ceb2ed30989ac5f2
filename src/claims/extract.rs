//! From attributions to claims: contents cut into sentences and clauses, each with its frame.

use std::collections::HashSet;

use super::adjuncts::{before_extent, behind_date};
use super::attribution::pack::pack;
use super::checkworthy;
use super::contents::{closed_off, taken_up};
use super::dates::find_dates;
use super::frame::clauses::{split_clauses, trim};
use super::frame::cue::{Cue, calls_pronoun_false, is_question, raised};
use super::frame::falsity::verdict;
use super::frame::modality::modality;
use super::frame::plain::plain_roles;
use super::frame::polarity::{named, polarity};
use super::frame::roles::{Roles, find_roles};
use super::frame::unsaid::{commands, is_silent};
use super::frame::withdrawn::is_withdrawn;
use super::frame::words::Words;
use super::furniture::Furniture;
use super::quantities::{find_tagged, is_bound};
use super::reading::Reading;
use super::types::{Act, Attribution, Claim, DateMention, Kind, Modality, Quantity};
use crate::text::pos::{Form, Pos, Tag};
use crate::{Context, Result, Span};

/// Contents of fewer words say nothing by themselves: the clause around them is taken too.
pub(super) const FRAGMENT: usize = 4;
/// Fewer words are no clause of their own.
pub(super) const CLAUSE: usize = 2;
/// Tokens of a claim, beyond which it is cut: only text without full stops has longer clauses.
pub(super) const LONGEST: usize = 500;

/// The most words between a cue and what is said behind it that say to whom.
const ADDRESSEE: usize = 8;

/// How claims are extracted.
#[derive(Debug, Clone, Default)]
pub struct ClaimOptions {
    /// BCP 47; `None` where it is not known.
    pub language: Option<&'static str>,
    /// Whether the outlet's own statements are claims too.
    pub narrator: bool,
    /// ISO 8601 date or time that relative days resolve against.
    pub published: Option<String>,
}

/// The claims of a text: what its attributions say, clause by clause, and with `narrator` what the outlet says itself.
///
/// English is cut into clauses with their roles; other languages yield a claim a sentence, German with its roles, of plain ones elsewhere with subject and predicate. A claim's
/// spans lie in its attribution's content, except that a clause may take over the subject of the clause before it (which
/// does too), that a fragment of a few words without a verb takes the clause around it with it, and that who "denies this" denies
/// what another one was said to say right before. A claim never holds its
/// own source and cue, and at most 500 tokens. What an indirect cue denies is negated. Indirect phrases that only name
/// something yield no claim, nor does what somebody does not say or nobody says ("did not confirm that", "said nothing"), nor what the
/// outlet takes back ("An earlier version of this article said that").
/// The order is that of the attributions, then that of the text; the narrator's own claims stand at the end.
///
/// ```
/// use copydesk::{Context, Span, claims};
/// use copydesk::claims::{Act, Attribution, ClaimOptions, Kind};
/// # fn main() -> copydesk::Result<()> {
/// let text = "Peskov denied any link between the exercises and the talks.";
/// let said = Attribution {
///     spans: vec![Span::new(14, 58)], kind: Kind::Indirect, source_span: Some(Span::new(0, 6)),
///     cue_span: Some(Span::new(7, 13)), speaker: Some("Peskov".into()), speaker_key: None, speaker_type: None,
///     via: None, parent: None, act: Act::Deny,
/// };
/// let options = ClaimOptions { language: Some("en"), ..ClaimOptions::default() };
/// let claims = claims::extract_claims(text, &[said], &options, &Context::default())?;
/// assert_eq!(claims[0].polarity.name(), "negated");
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// [`crate::ErrorKind::Limit`] for a text or a number of claims over the limits, [`crate::ErrorKind::Cancelled`].
pub fn extract_claims(
    text: &str,
    attributions: &[Attribution],
    options: &ClaimOptions,
    context: &Context,
) -> Result<Vec<Claim>> {
    context.check_size(text.len())?;
    if attributions.is_empty() && !options.narrator {
        return Ok(Vec::new());
    }
    extract_claims_from(&Reading::new(text, options.language, context)?, attributions, options, context)
}

/// [`extract_claims`] of a text that is read already, in the language of the reading.
pub fn extract_claims_from(
    reading: &Reading,
    attributions: &[Attribution],
    options: &ClaimOptions,
    context: &Context,
) -> Result<Vec<Claim>> {
    if attributions.is_empty() && !options.narrator {
        return Ok(Vec::new());
    }
    let (words, text) = (Words::read(reading), reading.text());
    let whole = Span::new(0, text.len());
    let reader = Reader {
        quantities: find_tagged(text, options.language, words.tokens, &words.tags, context)?,
        dates: find_dates(text, whole, options.language, options.published.as_deref(), context)?,
        language: options.language,
        words,
    };
    let mut claims = Vec::new();
    for (index, attribution) in attributions.iter().enumerate() {
        context.check()?;
        if is_silent(&reader.words, attribution) {
            continue;
        }
        let mut contents = reader.contents(attribution);
        let named = reader.names_statement(attribution);
        if contents.is_empty() || named || calls_pronoun_false(&reader.words, attribution) {
            let before = reader.taken_back(attributions, index);
            // Where nothing is found, "this claim" is still what somebody denies, and "that is nonsense" what he says.
            if !before.is_empty() {
                contents = before;
            }
        }
        for ids in contents {
            context.check_items(claims.len())?;
            if !reader.states_nothing(&ids, attribution) {
                claims.push(reader.claim(&ids, Some((index, attribution))));
            }
        }
    }
    if options.narrator {
        reader.narrate(attributions, &mut claims, context)?;
    }
    Ok(claims.into_iter().flatten().collect())
}

/// A text with all that is found in it once.
pub(super) struct Reader<'a> {
    pub words: Words<'a>,
    quantities: Vec<Quantity>,
    pub dates: Vec<DateMention>,
    language: Option<&'static str>,
}

impl Reader<'_> {
    /// The outlet's own clauses: of sentences without attributions all, of others those that no attribution touches.
    fn narrate(&self, attributions: &[Attribution], claims: &mut Vec<Option<Claim>>, context: &Context) -> Result<()> {
        let words = &self.words;
        let mut attributed = vec![false; words.tokens.len()];
        // Who speaks may do something else in the same sentence.
        let mut speaks = vec![false; words.tokens.len()];
        // What an attribution says nothing with is likely no attribution, and its sentence the outlet's own.
        let saying: HashSet<usize> = claims.iter().flatten().filter_map(|claim| claim.attribution).collect();
        for attribution in attributions.iter().enumerate().filter(|(at, _)| saying.contains(at)).map(|(_, said)| said) {
            if let Some(source) = attribution.source_span {
                speaks[words.within(source)].fill(true);
            }
            // "Holt is charged with murder, which she denies": what is taken up to be denied is told by the outlet.
            let last = attribution.spans.last().map_or(0, |span| words.within(*span).end);
            if attribution.act == Act::Deny && words.is(last, &[","]) && taken_up(words, last + 1) {
                let end = attribution.cue_span.map_or(last, |span| words.within(span).end);
                attributed[last..end.max(last)].fill(true);
                continue;
            }
            for span in attribution.spans.iter().chain(&attribution.cue_span) {
                attributed[words.within(*span)].fill(true);
            }
            // "told | parliament | the shells were safe": whom it is told is nobody who does something.
            let cue = attribution.cue_span.map_or(0, |span| words.within(span).end);
            let behind = attribution.spans.iter().map(|span| words.within(*span).start).find(|start| *start >= cue);
            if let Some(start) = behind.filter(|start| cue > 0 && *start <= cue + ADDRESSEE) {
                attributed[cue..start].fill(true);
            }
        }
        let furniture = Furniture::of(words.text);
        for (at, sentence) in words.sentences.iter().enumerate() {
            context.check()?;
            // A question states nothing.
            let copy = sentence.of(words.text).trim_end_matches(['"', '”', '»', '“', ')']);
            if copy.ends_with(['?', '؟', '？']) || furniture.points_elsewhere(sentence.start) || is_withdrawn(words, at)
            {
                continue;
            }
            let closed = copy.ends_with(['.', '!', '。', '।', '…']);
            let start = furniture.behind_dateline(sentence.start);
            let ids: Vec<usize> = words.within(*sentence).filter(|&id| words.tokens[id].span.start >= start).collect();
            if words.pack.english {
                for clause in split_clauses(words, &ids) {
                    // Where an attribution takes a part of a clause, what is left may still state something.
                    let own: Vec<usize> = clause.iter().copied().filter(|id| !attributed[*id]).collect();
                    let whole = own.len() == clause.len() && !own.iter().any(|id| speaks[*id]);
                    let deed = self.deed(&own, &speaks, &attributed);
                    let acts = deed.is_some();
                    let silent = || own.iter().copied().filter(|id| !speaks[*id]).collect();
                    let own = if whole { clause } else { closed_off(words, &deed.unwrap_or_else(silent)) };
                    if self.length(&own) < CLAUSE {
                        continue;
                    }
                    // "Two people died.", "but they rose": of few words all must be there that makes a clause.
                    let short = self.length(&own) <= FRAGMENT;
                    // Headings, bylines and menus have no verb; but a verb may be taken for a noun, so that a sentence with
                    // its full stop is believed to have one.
                    let roles = find_roles(words, &own);
                    // "which employs 4,000 people", where what it describes speaks.
                    let relative = roles.subject.is_some_and(|(from, to)| {
                        to == from + 1 && own.get(from).is_some_and(|id| words.is(*id, &["which", "who", "that"]))
                    });
                    if relative && !whole {
                        continue;
                    }
                    let clause = roles.predicate.is_some() && roles.subject.is_some();
                    // "How we tested them" is no statement, nor is a heading.
                    let asks = !closed
                        && own.first().is_some_and(|first| words.is(*first, &["how", "what", "why", "where", "who"]));
                    let stated = !asks && (clause || roles.predicate.is_some() && whole && roles.object.is_some());
                    // "She said so.", "He denies it."
                    let told = || !own.last().is_some_and(|last| words.is(*last, &["it", "so", "this", "that"]));
                    let tells =
                        if short { clause && closed && (whole || acts) && told() } else { stated || whole && closed };
                    if tells && !(whole && commands(words, &own, &roles)) {
                        claims.push(self.claim(&own, None));
                    }
                }
            } else if closed && !ids.iter().any(|id| attributed[*id] || speaks[*id]) {
                let own = trim(words, &ids);
                // "Zwei Menschen starben.": few words state something where they count, or have their verb where it is looked for.
                let counts = || self.length(&own) > CLAUSE && !self.quantities_in(&words.spans(&own)).is_empty();
                let states = |roles: Roles| roles.subject.is_some() && roles.predicate.is_some();
                if self.length(&own) > FRAGMENT || counts() || states(plain_roles(words, &own)) {
                    claims.push(self.claim(&own, None));
                }
            } else if closed && let Some(own) = self.turned(&ids, &attributed) {
                claims.push(self.claim(&own, None));
            }
            context.check_items(claims.len())?;
        }
        Ok(())
    }

    /// "sagte, die Brücke sei sicher, aber | Prüfer fanden Risse": what stands behind a word with which the outlet turns against what was
    /// said, at the end of a sentence.
    fn turned(&self, ids: &[usize], attributed: &[bool]) -> Option<Vec<usize>> {
        let words = &self.words;
        let last = ids.iter().rposition(|id| attributed[*id])?;
        let turns = &pack(self.language?)?.turns;
        let rest = ids.get(last + 1..).filter(|rest| rest.len() > FRAGMENT)?;
        let turned = words.is(rest[0], &[","]) && words.is(rest[1], turns);
        turned.then(|| trim(words, &rest[2..]))
    }

    /// "Strikers | demanding more pay | blocked the port", "Holt denied it and | left": what is left of a clause with its subject, if who
    /// speaks does something else there.
    fn deed(&self, own: &[usize], speaks: &[bool], attributed: &[bool]) -> Option<Vec<usize>> {
        let words = &self.words;
        let joins = |id: &&usize| words.is_mark(**id) || words.is(**id, &["and", "but", "then", "who", "which"]);
        let own = &own[..own.len() - own.iter().rev().take_while(joins).count()];
        let source = own.iter().take_while(|id| speaks[**id]).count();
        let verb = source + own[source..].iter().take_while(joins).count();
        let ends = own.last().is_some_and(|last| attributed.get(last + 1) != Some(&true));
        // "Holt said people hold doors for her and | offer her a seat": one does not.
        let one = own.get(source.wrapping_sub(1)).is_some_and(|last| {
            matches!(words.tag(*last), Tag { pos: Pos::Noun | Pos::Propn, form } if form != Form::Plural)
                && !own[..source].iter().any(|id| words.is(*id, &["and"]))
        });
        let many = |id: &usize| {
            words.tag(*id) == Tag { pos: Pos::Verb, form: Form::Present } && !words.word(*id).ends_with('s')
        };
        let own_verb = own.get(verb).is_some_and(|id| words.is_finite(*id) && !(one && many(id)));
        (source > 0 && own_verb && ends).then(|| own[..source].iter().chain(&own[verb..]).copied().collect())
    }

    /// The quantities in these spans; one whose bound alone stands before them ("said about | 12,000 homes") keeps the bound
    /// and the rest of its words.
    pub(super) fn quantities_in(&self, spans: &[Span]) -> Vec<Quantity> {
        let clipped = |own: &Span| {
            let at = self.quantities.partition_point(|quantity| quantity.span.end <= own.start);
            let quantity = self.quantities.get(at).filter(|quantity| quantity.span.start < own.start)?;
            let bound = Span::new(quantity.span.start, own.start).of(self.words.text);
            let whole = quantity.span.end <= own.end && is_bound(bound, self.language);
            whole.then(|| Quantity { span: Span::new(own.start, quantity.span.end), ..quantity.clone() })
        };
        let mut found: Vec<Quantity> = spans.iter().filter_map(clipped).collect();
        found.extend(inside(&self.quantities, |quantity| quantity.span, spans));
        found.sort_by_key(|quantity| quantity.span.start);
        found
    }

    /// A claim of these tokens, the narrator's own without an attribution; `None` if they hold no word.
    fn claim(&self, ids: &[usize], attribution: Option<(usize, &Attribution)>) -> Option<Claim> {
        let words = &self.words;
        let ids = ids.get(..LONGEST).unwrap_or(ids);
        let first = ids.first()?;
        let cue = attribution.map(|(_, said)| Cue::of_claim(words, said, *first));
        let (kind, act) =
            attribution.zip(cue).map_or((Kind::Narrator, Act::Say), |((_, said), cue)| (said.kind, cue.act));
        let act = if kind == Kind::Direct && act == Act::Say && is_question(words, ids) { Act::Ask } else { act };
        let denied =
            cue.is_some_and(|cue| cue.denies) != raised(words, *first, attribution.and_then(|(_, said)| said.cue_span));
        let open = cue.is_some_and(|cue| cue.denial && !cue.denies);
        if self.length(ids) == 0 {
            return None;
        }
        let mut spans = words.spans(ids);
        for span in &mut spans {
            let contents = attribution.map_or(&[][..], |(_, said)| &said.spans);
            let near = contents.partition_point(|bounds| bounds.end <= span.start);
            let mut near = contents[near..].iter().take_while(|bounds| bounds.start < span.end);
            let bounds = near.find(|bounds| bounds.overlaps(span) && !bounds.contains(span));
            // Only a token that the content cuts in two is cut; a fragment's surroundings stay.
            if let Some(bounds) = bounds {
                let (Some(head), Some(tail)) = (words.within(*span).next(), words.within(*span).last()) else {
                    continue;
                };
                if words.tokens[head].span.end > bounds.start && words.tokens[head].span.start < bounds.start {
                    span.start = bounds.start;
                }
                if words.tokens[tail].span.start < bounds.end && words.tokens[tail].span.end > bounds.end {
                    span.end = bounds.end;
                }
            }
        }
        spans.retain(|span| !span.is_empty());
        if spans.is_empty() {
            return None;
        }
        let sentence = words.sentence(words.tokens[*first].span.start).map_or(spans[0], |index| words.sentences[index]);
        let roles = if words.pack.english { find_roles(words, ids) } else { Roles::default() };
        // "It is untrue that the dam failed" tells of the dam.
        let inner = verdict(words, ids).and_then(|verdict| verdict.inner);
        // So does what is denied of "the claim that the dam failed".
        let named = || named(words, ids).filter(|_| act == Act::Deny).map(|from| from..ids.len());
        let inner = inner.or_else(named).filter(|_| words.pack.english);
        let plain = if words.pack.english { roles } else { plain_roles(words, ids) };
        let told = inner.map_or(plain, |inner| find_roles(words, &ids[inner.clone()]).behind(inner.start));
        let part = |range: Option<(usize, usize)>| {
            let span = range.and_then(|(from, to)| words.span(ids.get(from..to)?))?;
            spans.iter().any(|own| own.contains(&span)).then_some(span)
        };
        let (mut subject, mut predicate, mut object) = (part(told.subject), part(told.predicate), part(told.object));
        if let (Some(one), Some(group)) = (subject.as_mut(), predicate.as_mut())
            && one.overlaps(group)
            && let Some(at) = one.of(words.text).rfind(['\'', '’'])
        {
            // "it's" is subject and verb.
            one.end = one.start + at;
            group.start = one.end;
        }
        let dates: Vec<DateMention> = inside(&self.dates, |date| date.span, &spans);
        let quantities = self.quantities_in(&spans);
        // "was created two decades ago": a date is no object.
        object = object.filter(|object| !dates.iter().any(|date| date.span.start == object.start));
        if words.pack.english {
            subject = subject.map(|subject| behind_date(words, subject, &dates));
            object = object.map(|object| before_extent(words, object, &dates, &quantities));
        }
        Some(Claim {
            attribution: attribution.map(|(index, _)| index),
            sentence,
            kind,
            act,
            polarity: polarity(words, ids, &roles, denied, open),
            modality: match modality(words, ids, &roles, act) {
                Modality::Asserted if cue.is_some_and(|cue| cue.open) => Modality::Possible,
                modality => modality,
            },
            subject,
            predicate,
            object,
            dates,
            language: self.language,
            checkworthiness: checkworthy::score_words(words, ids, quantities.len()),
            quantities,
            spans,
        })
    }
}

/// The mentions that lie in these spans; they are in order, as in the text.
fn inside<T: Clone>(mentions: &[T], span: impl Fn(&T) -> Span, spans: &[Span]) -> Vec<T> {
    let mut found = Vec::new();
    for own in spans {
        let from = mentions.partition_point(|mention| span(mention).start < own.start);
        found.extend(
            mentions[from..]
                .iter()
                .take_while(|mention| span(mention).start < own.end)
                .filter(|mention| own.contains(&span(mention)))
                .cloned(),
        );
    }
    found
}

#[cfg(test)]
#[path = "extract_tests.rs"]
mod tests;
