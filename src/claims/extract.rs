//! From attributions to claims: contents cut into sentences and clauses, each with its frame.

use std::collections::HashSet;

use super::checkworthy;
use super::dates::find_dates;
use super::frame::clauses::{split_clauses, trim};
use super::frame::cue::{Cue, is_silent, raised};
use super::frame::modality::modality;
use super::frame::polarity::polarity;
use super::frame::roles::{Roles, find_roles};
use super::frame::words::Words;
use super::furniture::Furniture;
use super::quantities::{find_tagged, is_bound};
use super::reading::Reading;
use super::types::{Act, Attribution, Claim, DateMention, Kind, Quantity};
use crate::text::pos::Pos;
use crate::{Context, Result, Span};

/// Contents of fewer words say nothing by themselves: the clause around them is taken too.
const FRAGMENT: usize = 4;
/// Words of the longest phrase that may only name something.
const NAME: usize = 7;
/// The words of an addressee at most, with "that".
const ADDRESSEE: usize = 12;
/// Fewer words are no clause of their own.
const CLAUSE: usize = 2;

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
/// English is cut into clauses with their roles; other languages yield a claim a sentence, see [`ClaimOptions`]. A claim's
/// spans lie in its attribution's content, except that a clause may take over the subject of the clause before it (which
/// does too) and that a fragment of a few words without a verb takes the clause around it with it. A claim never holds its
/// own source and cue. What an indirect cue denies is negated. Indirect phrases that only name something yield no claim.
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
        for ids in reader.contents(attribution) {
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
struct Reader<'a> {
    words: Words<'a>,
    quantities: Vec<Quantity>,
    dates: Vec<DateMention>,
    language: Option<&'static str>,
}

impl Reader<'_> {
    /// The tokens of each claim of an attribution's content.
    fn contents(&self, attribution: &Attribution) -> Vec<Vec<usize>> {
        let words = &self.words;
        let mut clauses = Vec::new();
        let mut units = self.units(&attribution.spans);
        if let Some(first) = units.first_mut() {
            let addressee = self.addressee(first, attribution);
            first.drain(..addressee);
        }
        for unit in units {
            if !words.pack.english {
                clauses.push(trim(words, &unit));
                continue;
            }
            let mut parts: Vec<Vec<usize>> = Vec::new();
            for clause in split_clauses(words, &unit) {
                // What is too short for a claim stays with its neighbour.
                match parts.last_mut() {
                    Some(last) if self.length(&clause) < CLAUSE || self.length(last) < CLAUSE => {
                        last.extend(clause.iter());
                        last.sort_unstable();
                        last.dedup();
                    }
                    _ => parts.push(clause),
                }
            }
            clauses.extend(parts);
        }
        clauses.retain(|clause| !clause.is_empty());
        if let [only] = &clauses[..]
            && self.length(only) < FRAGMENT
            && (!words.pack.english || find_roles(words, only).predicate.is_none())
        {
            return vec![self.surrounded(only, attribution)];
        }
        clauses
    }

    /// How many tokens of a content say to whom it is said: "warned | NATO last week that | ...".
    fn addressee(&self, ids: &[usize], attribution: &Attribution) -> usize {
        let words = &self.words;
        let cue = attribution.cue_span.and_then(|span| words.within(span).last());
        let addresses = cue.is_some_and(|cue| words.pack.addressing.has(words.word(cue)));
        if !addresses || attribution.kind == Kind::Direct {
            return 0;
        }
        let that = ids.iter().take(ADDRESSEE).position(|id| words.is(*id, &["that"])).filter(|that| *that > 0);
        let phrase = |that: &usize| !ids[..*that].iter().any(|id| words.is_finite(*id) || words.is_quote(*id));
        that.filter(phrase).map_or(0, |that| that + 1)
    }

    /// Contents cut at the ends of sentences; what a cue breaks within a sentence stays one unit.
    fn units(&self, spans: &[Span]) -> Vec<Vec<usize>> {
        let words = &self.words;
        let mut units: Vec<(usize, Vec<usize>)> = Vec::new();
        for span in spans {
            for id in words.within(*span) {
                let Some(sentence) = words.sentence(words.tokens[id].span.start) else { continue };
                match units.last_mut() {
                    Some((last, ids)) if *last == sentence => {
                        if ids.last().is_none_or(|last| *last < id) {
                            ids.push(id);
                        }
                    }
                    _ => units.push((sentence, vec![id])),
                }
            }
        }
        units.into_iter().map(|(_, ids)| ids).collect()
    }

    /// How many words these tokens hold.
    fn length(&self, ids: &[usize]) -> usize {
        ids.iter().filter(|id| !self.words.is_mark(**id)).count()
    }

    /// A fragment with the words of its clause on its side of source and cue.
    fn surrounded(&self, fragment: &[usize], attribution: &Attribution) -> Vec<usize> {
        let words = &self.words;
        let (Some(first), Some(last)) = (fragment.first(), fragment.last()) else { return fragment.to_vec() };
        let Some(sentence) = words.sentence(words.tokens[*first].span.start) else { return fragment.to_vec() };
        let all: Vec<usize> = words.within(words.sentences[sentence]).collect();
        let clauses = if words.pack.english { split_clauses(words, &all) } else { vec![all] };
        let Some(around) = clauses.iter().find(|clause| clause.contains(first) && clause.contains(last)) else {
            return fragment.to_vec();
        };
        let reporting = [attribution.source_span, attribution.cue_span];
        // The "not" of "did not deny" is the cue's.
        let denial = Cue::read(words, attribution).denial;
        let outside =
            |id: usize| denial && words.pack.negator.has(words.word(id)) || !words.pack.english && words.is(id, &[","]);
        let said = |id: &&usize| {
            let span = words.tokens[**id].span;
            if outside(**id) && !fragment.contains(id) {
                return false;
            }
            fragment.contains(id) || !reporting.iter().flatten().any(|reporting| reporting.overlaps(&span))
        };
        // Only what stands on the fragment's side of them.
        let head = around.iter().position(|id| id == first).unwrap_or(0);
        let left = around[..head].iter().rposition(|id| !said(&id)).map_or(0, |at| at + 1);
        let right = around[head..].iter().position(|id| !said(&id)).map_or(around.len(), |at| head + at);
        let kept = trim(words, &around[left..right]);
        if self.length(&kept) > self.length(fragment) { kept } else { fragment.to_vec() }
    }

    /// Whether an English phrase of reported speech only names something, as a misread attribution does ("the finance
    /// department"): no verb, no number, no complement behind the name. What somebody denies or demands may be a name.
    fn states_nothing(&self, ids: &[usize], attribution: &Attribution) -> bool {
        let words = &self.words;
        let plain = attribution.kind == Kind::Indirect && matches!(attribution.act, Act::Say | Act::Believe);
        if !plain
            || !words.pack.english
            || self.length(ids) > NAME
            || Cue::read(words, attribution).act != attribution.act
        {
            return false;
        }
        // "the plan a disgrace", "the plan as a danger", "the plan unfit"
        let complement = ids.windows(2).any(|pair| {
            words.pos(pair[1]) == Pos::Det && matches!(words.pos(pair[0]), Pos::Noun | Pos::Propn | Pos::Pron)
        }) || ids.last().is_some_and(|last| matches!(words.pos(*last), Pos::Adj | Pos::Adv));
        let says = |id: &usize| {
            let verb = words.is_verb(*id) || words.is_finite(*id) || words.pack.past.has(words.word(*id));
            verb || words.pos(*id) == Pos::Num || words.is(*id, &["as"])
        };
        // Behind "that" stands a clause, whatever the tagger takes its verb for.
        let clause =
            ids.first().is_some_and(|first| first.checked_sub(1).is_some_and(|that| words.is(that, &["that"])));
        !complement && !clause && !ids.iter().any(says) && self.quantities_in(&words.spans(ids)).is_empty()
    }

    /// The outlet's own clauses: of sentences without attributions all, of others those that no attribution touches.
    fn narrate(&self, attributions: &[Attribution], claims: &mut Vec<Option<Claim>>, context: &Context) -> Result<()> {
        let words = &self.words;
        let mut attributed = vec![false; words.tokens.len()];
        // What an attribution says nothing with is likely no attribution, and its sentence the outlet's own.
        let saying: HashSet<usize> = claims.iter().flatten().filter_map(|claim| claim.attribution).collect();
        for attribution in attributions.iter().enumerate().filter(|(at, _)| saying.contains(at)).map(|(_, said)| said) {
            let reporting = attribution.source_span.iter().chain(&attribution.cue_span);
            for span in attribution.spans.iter().chain(reporting) {
                attributed[words.within(*span)].fill(true);
            }
        }
        let furniture = Furniture::of(words.text);
        for sentence in words.sentences {
            context.check()?;
            if furniture.points_elsewhere(sentence.start) {
                continue;
            }
            let copy = furniture.behind_dateline(sentence.start);
            let ids: Vec<usize> = words.within(*sentence).filter(|&id| words.tokens[id].span.start >= copy).collect();
            let closed = sentence
                .of(words.text)
                .trim_end_matches(['"', '”', '»', '“', ')'])
                .ends_with(['.', '!', '。', '।', '؟', '…']);
            if words.pack.english {
                for clause in split_clauses(words, &ids) {
                    // Where an attribution takes a part of a clause, what is left may still state something.
                    let own: Vec<usize> = clause.iter().copied().filter(|id| !attributed[*id]).collect();
                    let whole = own.len() == clause.len();
                    let own = if whole { clause } else { trim(words, &own) };
                    if self.length(&own) <= FRAGMENT {
                        continue;
                    }
                    // Headings, bylines and menus have no verb; but a verb may be taken for a noun, so that a sentence with
                    // its full stop is believed to have one.
                    let roles = find_roles(words, &own);
                    let stated =
                        roles.predicate.is_some() && (roles.subject.is_some() || (whole && roles.object.is_some()));
                    if stated || (whole && closed && self.length(&own) >= CLAUSE) {
                        claims.push(self.claim(&own, None));
                    }
                }
            } else if closed && self.length(&ids) > FRAGMENT && !ids.iter().any(|id| attributed[*id]) {
                claims.push(self.claim(&trim(words, &ids), None));
            }
            context.check_items(claims.len())?;
        }
        Ok(())
    }

    /// The quantities in these spans; one whose bound alone stands before them ("said about | 12,000 homes") keeps the bound
    /// and the rest of its words.
    fn quantities_in(&self, spans: &[Span]) -> Vec<Quantity> {
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
        let first = ids.first()?;
        let cue = attribution.map(|(_, said)| Cue::read(words, said));
        let (kind, act) =
            attribution.zip(cue).map_or((Kind::Narrator, Act::Say), |((_, said), cue)| (said.kind, cue.act));
        let denied =
            cue.is_some_and(|cue| cue.denies) != raised(words, *first, attribution.and_then(|(_, said)| said.cue_span));
        if self.length(ids) == 0 {
            return None;
        }
        let mut spans = words.spans(ids);
        for span in &mut spans {
            let bounds = attribution
                .and_then(|(_, said)| said.spans.iter().find(|bounds| bounds.overlaps(span) && !bounds.contains(span)));
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
        let part = |range: Option<(usize, usize)>| {
            let span = range.and_then(|(from, to)| words.span(ids.get(from..to)?))?;
            spans.iter().any(|own| own.contains(&span)).then_some(span)
        };
        let (mut subject, mut predicate, mut object) = (part(roles.subject), part(roles.predicate), part(roles.object));
        if let (Some(one), Some(group)) = (subject.as_mut(), predicate.as_mut())
            && one.overlaps(group)
            && let Some(at) = one.of(words.text).rfind(['\'', '’'])
        {
            // "it's" is subject and verb.
            one.end = one.start + at;
            group.start = one.end;
        }
        let dates: Vec<DateMention> = inside(&self.dates, |date| date.span, &spans);
        // "was created two decades ago": a date is no object.
        object = object.filter(|object| !dates.iter().any(|date| date.span.start == object.start));
        let quantities = self.quantities_in(&spans);
        Some(Claim {
            attribution: attribution.map(|(index, _)| index),
            sentence,
            kind,
            act,
            polarity: polarity(words, ids, &roles, denied),
            modality: modality(words, ids, &roles, act),
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
