//! From claims to clusters: collapse what is verbatim, find candidates, score them, group them.

use std::collections::{HashMap, HashSet};

use super::candidates::{Entry, Frequencies, candidates};
use super::cluster::{Edge, Link, groups};
use super::features::{Analyzer, Features, Term};
use super::rivals::{Around, Place, Rivals};
use super::score::{Evidence, Side, compare};
use super::speakers::{Relation, Speaker, relation};
use super::tuning::{SHIPPED, Tuning};
use super::types::{ClaimRecord, MatchOptions};
use super::vocabulary::{nouns_have_capitals, primary};
use crate::{Context, Result};

/// How many letters of a name are enough to look for it in another language.
const PREFIX: usize = 4;

/// Log odds below which no second look makes one claim of two: pairs of one language, and of two.
const UNLIKELY: f64 = -3.0;
const UNLIKELY_ACROSS: f64 = -4.1;

/// What a part of a longer name weighs: two parts say little more than one.
const NAME_PART: f32 = 0.6;

/// A speaker of fewer claims in a document counts as one of so many: that somebody is heard once tells little.
const ONCE: u32 = 3;

/// Claims of the same words by the same speaker; matched as one.
struct Node<'a> {
    claim: &'a ClaimRecord,
    rows: Vec<usize>,
    /// Numbers of the outlets, sorted.
    outlets: Vec<u32>,
    /// The documents, sorted, and how many claims stand before this one in each; `u32::MAX` where that is not known.
    documents: Vec<u64>,
    before: Vec<u32>,
    scope: u32,
}

/// The number of the cluster of each claim: equal numbers, the same claim. `None` for claims that stand in one outlet
/// only.
///
/// Two claims are the same where they state the same of the same thing, whatever the words. Claims that agree in all
/// but a number, a date, a name or their polarity are in one cluster too, so that disagreements
/// come to light. A second mention in an outlet may join a cluster and never founds one. Claims of different stories are
/// never compared, nor are all pairs: see the candidates in the source. Clusters do not depend on the order of the
/// rows; their numbers follow the first row of each.
///
/// # Errors
///
/// [`Cancelled`](crate::ErrorKind::Cancelled), and [`Limit`](crate::ErrorKind::Limit) where a claim or the number of
/// claims is over the limits of `context`.
///
/// ```
/// use copydesk::Context;
/// use copydesk::coverage::{ClaimRecord, MatchOptions, match_claims};
///
/// let claim = |outlet: &str, text: &str| ClaimRecord {
///     outlet: outlet.into(),
///     text: text.into(),
///     speaker: Some("Marta Nowak".into()),
///     ..ClaimRecord::default()
/// };
/// let claims = [
///     claim("Herald", "the old harbour bridge will be closed to lorries from Monday"),
///     claim("Courier", "from Monday on, lorries may no longer use the old harbour bridge"),
///     claim("Courier", "the council has not set aside any money for repairs"),
/// ];
/// let clusters = match_claims(&claims, &MatchOptions::default(), &Context::default())?;
/// assert_eq!(clusters, [Some(0), Some(0), None]);
/// # Ok::<(), copydesk::Error>(())
/// ```
pub fn match_claims(claims: &[ClaimRecord], options: &MatchOptions, context: &Context) -> Result<Vec<Option<u32>>> {
    matched(claims, options, &SHIPPED, context)
}

/// The same with other weights.
pub(super) fn matched(
    claims: &[ClaimRecord],
    options: &MatchOptions,
    tuning: &Tuning,
    context: &Context,
) -> Result<Vec<Option<u32>>> {
    context.check_items(claims.len())?;
    let (nodes, scopes) = collapse(claims, context)?;
    let prepared = Prepared::new(nodes, scopes, options, tuning, context)?;
    let threshold = options.threshold as f32;
    let pairs = prepared.pairs(context)?;
    let rivals = prepared.rivals(&pairs);
    let edges = prepared.edges(&pairs, &rivals, threshold, context)?;
    let again = prepared.restatements(&rivals, context)?;
    let link = |a, b| prepared.link(&rivals, a, b);
    let found = groups(prepared.nodes.len(), edges, &again, threshold, link);
    let mut groups = vec![None; claims.len()];
    for (number, (node, group)) in prepared.nodes.iter().zip(found).enumerate() {
        let verbatim = node.outlets.len() > 1 && !prepared.features[number].bag.is_empty();
        let group = group.or_else(|| verbatim.then_some(number as u32));
        for row in &node.rows {
            groups[*row] = group;
        }
    }
    let mut numbers: HashMap<u32, u32> = HashMap::new();
    Ok(groups
        .into_iter()
        .map(|group| {
            let next = numbers.len() as u32;
            group.map(|group| *numbers.entry(group).or_insert(next))
        })
        .collect())
}

/// All that is known of a pair of candidates, for a program that fits weights.
#[derive(Debug, Clone, PartialEq)]
#[doc(hidden)]
pub struct PairFigures {
    /// Rows of the claims with these words.
    pub a: Vec<usize>,
    pub b: Vec<usize>,
    pub across: bool,
    /// Nothing but names in common, or too little at all.
    pub barred: bool,
    /// What the two claims have in common, in the order of `Own`.
    pub own: Vec<f64>,
    /// What stands around them, under the shipped weights, in the order of `Look`.
    pub around: Vec<f64>,
}

/// The candidates with their figures, under the given weights or those that ship.
#[doc(hidden)]
pub fn pair_figures(claims: &[ClaimRecord], weights: &[f64], context: &Context) -> Result<Vec<PairFigures>> {
    let options = MatchOptions::default();
    let tuning = Tuning::of(weights).unwrap_or(SHIPPED);
    let (nodes, scopes) = collapse(claims, context)?;
    let prepared = Prepared::new(nodes, scopes, &options, &tuning, context)?;
    let pairs = prepared.pairs(context)?;
    let rivals = prepared.rivals(&pairs);
    let found = pairs.iter().map(|pair| {
        let (a, b) = (pair.a, pair.b);
        let odds = pair.odds.unwrap_or(f64::NEG_INFINITY);
        let around = prepared.around(&rivals, a, b, odds);
        PairFigures {
            a: prepared.nodes[a as usize].rows.clone(),
            b: prepared.nodes[b as usize].rows.clone(),
            across: pair.evidence.across,
            barred: pair.odds.is_none(),
            own: pair.evidence.figures().to_vec(),
            around: vec![1.0, odds, around.margin, around.company, around.near, around.apart],
        }
    });
    Ok(found.collect())
}

/// The weights that ship, as a list.
#[doc(hidden)]
pub fn weights() -> Vec<f64> {
    SHIPPED.list()
}

/// Clusters under the given weights; `None` where these are too few or too many.
#[doc(hidden)]
pub fn match_weighted(
    claims: &[ClaimRecord],
    options: &MatchOptions,
    weights: &[f64],
    context: &Context,
) -> Option<Result<Vec<Option<u32>>>> {
    Some(matched(claims, options, &Tuning::of(weights)?, context))
}

/// The outlet, or the document where there is none.
pub(super) fn outlet_of(claim: &ClaimRecord) -> String {
    if claim.outlet.is_empty() { format!("#{}", claim.document) } else { claim.outlet.clone() }
}

/// Words in lower case, one space apart.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for word in
        text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '.' | ',' | '%' | '$' | '€' | '£'))
    {
        let word = word.trim_matches(|c: char| matches!(c, '\'' | '’' | '.' | ','));
        if !word.is_empty() {
            plain.extend(word.chars().flat_map(char::to_lowercase));
            plain.push(' ');
        }
    }
    plain
}

/// Nodes in an order of their own, so that nothing behind this point can depend on the order of the rows.
fn collapse<'a>(claims: &'a [ClaimRecord], context: &Context) -> Result<(Vec<Node<'a>>, usize)> {
    let mut keys: Vec<(Option<i64>, String, &str, &str, usize)> = Vec::with_capacity(claims.len());
    for (row, claim) in claims.iter().enumerate() {
        context.check_size(claim.text.len())?;
        let language = primary(claim.language.as_deref().unwrap_or("en"));
        let speaker = claim.speaker_key.as_deref().or(claim.speaker.as_deref()).unwrap_or("");
        keys.push((claim.story, plain(&claim.text), language, speaker, row));
    }
    let rank = |key: &(Option<i64>, String, &str, &str, usize)| {
        let claim = &claims[key.4];
        (claim.outlet.as_str(), claim.document, claim.text.as_str())
    };
    keys.sort_by(|a, b| (&a.0, &a.1, a.2, a.3).cmp(&(&b.0, &b.1, b.2, b.3)).then_with(|| rank(a).cmp(&rank(b))));
    let mut outlets: HashMap<String, u32> = HashMap::new();
    let mut nodes: Vec<Node> = Vec::new();
    let mut scope = 0;
    for run in keys.chunk_by(|a, b| (&a.0, &a.1, a.2, a.3) == (&b.0, &b.1, b.2, b.3)) {
        let claim = &claims[run[0].4];
        if nodes.last().is_some_and(|last| last.claim.story != claim.story) {
            scope += 1;
        }
        let mut carried: Vec<u32> = run
            .iter()
            .map(|key| {
                let next = outlets.len() as u32;
                *outlets.entry(outlet_of(&claims[key.4])).or_insert(next)
            })
            .collect();
        carried.sort_unstable();
        carried.dedup();
        let mut documents: Vec<u64> = run.iter().map(|key| claims[key.4].document).collect();
        documents.sort_unstable();
        documents.dedup();
        let rows = run.iter().map(|key| key.4).collect();
        let before = vec![u32::MAX; documents.len()];
        nodes.push(Node { claim, rows, outlets: carried, documents, before, scope });
    }
    count_before(&mut nodes, claims);
    Ok((nodes, scope as usize + 1))
}

/// Counts the claims that stand before each in its documents, where that is told.
fn count_before(nodes: &mut [Node<'_>], claims: &[ClaimRecord]) {
    let mut places: Vec<(u64, usize, u32)> = Vec::new();
    for (number, node) in (0u32..).zip(nodes.iter()) {
        let told = node.rows.iter().map(|row| &claims[*row]);
        places.extend(told.filter_map(|claim| Some((claim.document, claim.start?, number))));
    }
    places.sort_unstable();
    for own in places.chunk_by(|x, y| x.0 == y.0) {
        for (before, (document, _, number)) in own.iter().enumerate().rev() {
            let node = &mut nodes[*number as usize];
            if let Ok(place) = node.documents.binary_search(document) {
                node.before[place] = before as u32;
            }
        }
    }
}

/// Two claims that may be one.
struct Pair {
    a: u32,
    b: u32,
    evidence: Evidence,
    /// As far as their own words tell; `None` where these forbid it.
    odds: Option<f64>,
}

impl Pair {
    /// The log odds, where a second look may still make one claim of the two.
    fn likely(&self) -> Option<f64> {
        self.odds.filter(|odds| *odds > if self.evidence.across { UNLIKELY_ACROSS } else { UNLIKELY })
    }
}

/// Everything that scoring looks at, by node.
struct Prepared<'a> {
    nodes: Vec<Node<'a>>,
    analyzer: Analyzer<'a>,
    features: Vec<Features>,
    weights: Vec<Vec<f32>>,
    naming: Vec<Vec<bool>>,
    speakers: Vec<Option<Speaker>>,
    /// How little the speaker says besides, in (0, 1], in the document where he says most.
    few: Vec<f64>,
    frequencies: Frequencies,
    translated: bool,
    tuning: Tuning,
}

impl<'a> Prepared<'a> {
    fn new(
        nodes: Vec<Node<'a>>,
        scopes: usize,
        options: &'a MatchOptions,
        tuning: &Tuning,
        context: &Context,
    ) -> Result<Self> {
        let mut analyzer = Analyzer::new(options.lexicon.as_ref());
        for node in &nodes {
            analyzer.know(node.claim.language.as_deref());
        }
        let features: Vec<Features> =
            nodes.iter().map(|node| analyzer.analyze(node.claim, context)).collect::<Result<_>>()?;
        let scoped: Vec<(u32, &Features)> = nodes.iter().map(|node| node.scope).zip(&features).collect();
        let frequencies = Frequencies::count(&scoped, scopes, context)?;
        let weights = (frequencies.of_terms.iter().zip(nodes.iter().zip(&features)))
            .map(|(counts, (node, features))| {
                let total = frequencies.of_scopes[node.scope as usize];
                let parts = name_parts(features);
                (counts.iter().zip(&features.bag))
                    .map(|(count, term)| rarity(*count, total) * if parts.contains(&term.id) { NAME_PART } else { 1.0 })
                    .collect()
            })
            .collect();
        let speakers: Vec<Option<Speaker>> = nodes.iter().map(|node| Speaker::of(node.claim)).collect();
        let naming = (features.iter().zip(&speakers))
            .map(|(features, speaker)| naming(features, speaker.as_ref(), &analyzer))
            .collect();
        let few = few(&nodes, &speakers);
        Ok(Self {
            nodes,
            analyzer,
            few,
            tuning: *tuning,
            features,
            weights,
            naming,
            speakers,
            frequencies,
            translated: options.lexicon.is_some(),
        })
    }

    /// Two outlets carry them.
    fn pairable(&self, a: u32, b: u32) -> bool {
        let (a, b) = (&self.nodes[a as usize], &self.nodes[b as usize]);
        a.scope == b.scope && (a.outlets.len() > 1 || b.outlets.len() > 1 || a.outlets != b.outlets)
    }

    fn evidence(&self, a: u32, b: u32) -> Evidence {
        let side = |n: u32| Side {
            features: &self.features[n as usize],
            weights: &self.weights[n as usize],
            naming: &self.naming[n as usize],
            names_known: !nouns_have_capitals(self.nodes[n as usize].claim.language.as_deref()),
            quoted: self.nodes[n as usize].claim.quoted,
        };
        let speaker = relation(self.speakers[a as usize].as_ref(), self.speakers[b as usize].as_ref());
        let few = self.few[a as usize].min(self.few[b as usize]);
        Evidence {
            few: if speaker == Relation::Same { few } else { 0.0 },
            ..compare(side(a), side(b), speaker, |id| self.analyzer.term(id))
        }
    }

    fn place(&self, n: u32) -> Place<'_> {
        let node = &self.nodes[n as usize];
        Place { outlets: &node.outlets, documents: &node.documents, before: &node.before }
    }

    /// Whether two claims of one document say one thing twice.
    fn restated(&self, a: u32, b: u32) -> bool {
        self.again(a, b) >= 0.5
    }

    /// How likely two claims of one document say one thing twice, in [0, 1]: 0 where they stand in two.
    fn again(&self, a: u32, b: u32) -> f32 {
        let (x, y) = (&self.nodes[a as usize], &self.nodes[b as usize]);
        let together = x.documents.iter().any(|document| y.documents.binary_search(document).is_ok());
        if !together || self.pairable(a, b) {
            return 0.0;
        }
        let odds = self.evidence(a, b).log_odds(&self.tuning).unwrap_or(f64::NEG_INFINITY);
        logistic(odds - self.tuning.restated)
    }

    fn around(&self, rivals: &Rivals, a: u32, b: u32, odds: f64) -> Around {
        rivals.around((a, b), odds, &self.place(a), &self.place(b), |to, other| self.restated(to, other))
    }

    /// The score of a pair after a look around, in [0, 1].
    fn score(&self, rivals: &Rivals, a: u32, b: u32, odds: f64, across: bool) -> f32 {
        let look = if across { &self.tuning.across.1 } else { &self.tuning.within.1 };
        logistic(self.around(rivals, a, b, odds).log_odds(odds, look))
    }

    fn link(&self, rivals: &Rivals, a: u32, b: u32) -> Link {
        let evidence = self.evidence(a, b);
        let odds = evidence.log_odds(&self.tuning);
        let score = odds.map_or(0.0, |odds| self.score(rivals, a, b, odds, evidence.across));
        Link { score, one_outlet: !self.pairable(a, b), across: evidence.across }
    }

    /// The candidates.
    fn pairs(&self, context: &Context) -> Result<Vec<Pair>> {
        let mut numbers: HashMap<&str, u32> = HashMap::new();
        let entries: Vec<Entry> = (0..self.nodes.len())
            .map(|n| {
                let next = numbers.len() as u32 + 1;
                let speaker = self.speakers[n].as_ref().map_or(0, |s| *numbers.entry(s.key()).or_insert(next));
                Entry {
                    features: &self.features[n],
                    weights: &self.weights[n],
                    scope: self.nodes[n].scope,
                    speaker,
                    translated: self.translated,
                    prefixes: if self.analyzer.languages() > 1 { self.prefixes(&self.features[n]) } else { Vec::new() },
                }
            })
            .collect();
        let mut pairs = Vec::new();
        let found = candidates(&entries, &self.frequencies, |a, b| self.pairable(a, b), context)?;
        for (count, (a, b)) in found.into_iter().enumerate() {
            if count % 1024 == 0 {
                context.check()?;
            }
            let evidence = self.evidence(a, b);
            let odds = evidence.log_odds(&self.tuning);
            pairs.push(Pair { a, b, evidence, odds });
        }
        Ok(pairs)
    }

    fn rivals(&self, pairs: &[Pair]) -> Rivals {
        let likely: Vec<_> = pairs.iter().filter_map(|pair| Some((pair.a, pair.b, pair.likely()?))).collect();
        Rivals::new(self.nodes.len() as u32, &likely, |n| self.place(n))
    }

    /// Pairs that count as one claim.
    fn edges(&self, pairs: &[Pair], rivals: &Rivals, threshold: f32, context: &Context) -> Result<Vec<Edge>> {
        let mut edges = Vec::new();
        for (count, pair) in pairs.iter().enumerate() {
            if count % 1024 == 0 {
                context.check()?;
            }
            let Some(odds) = pair.likely() else { continue };
            let (a, b, across) = (pair.a, pair.b, pair.evidence.across);
            let score = self.score(rivals, a, b, odds, across);
            if score >= threshold {
                edges.push(Edge { a, b, link: Link { score, one_outlet: false, across } });
            }
        }
        Ok(edges)
    }

    /// Claims that say one thing twice in one document.
    fn restatements(&self, rivals: &Rivals, context: &Context) -> Result<Vec<Edge>> {
        let mut edges = Vec::new();
        for (count, (a, b)) in rivals.beside_each_other().into_iter().enumerate() {
            if count % 1024 == 0 {
                context.check()?;
            }
            let score = self.again(a, b);
            if score >= 0.5 {
                edges.push(Edge { a, b, link: Link { score, one_outlet: true, across: false } });
            }
        }
        Ok(edges)
    }

    /// The first letters of what may be a name, as numbers.
    fn prefixes(&self, features: &Features) -> Vec<u64> {
        let names = features.bag.iter().filter(|term| term.name && !term.class);
        let mut prefixes: Vec<u64> = names
            .filter_map(|term| {
                let letters: Vec<char> = self.analyzer.term(term.id).chars().take(PREFIX).collect();
                let folded = letters.iter().fold(0, |sum, c| sum << 16 | u64::from(*c as u32 & 0xffff));
                (letters.len() == PREFIX).then_some(folded)
            })
            .collect();
        prefixes.sort_unstable();
        prefixes.dedup();
        prefixes
    }
}

fn logistic(odds: f64) -> f32 {
    (1.0 / (1.0 + (-odds).exp())) as f32
}

/// How little the speaker of each claim says besides: one over the root of his claims in the document where he says most.
fn few(nodes: &[Node<'_>], speakers: &[Option<Speaker>]) -> Vec<f64> {
    let spoken = || {
        let named = nodes.iter().zip(speakers).filter_map(|(node, speaker)| Some((node, speaker.as_ref()?.key())));
        named.flat_map(|(node, key)| node.documents.iter().map(move |document| (*document, key)))
    };
    let mut counts: HashMap<(u64, &str), u32> = HashMap::new();
    for said in spoken() {
        *counts.entry(said).or_default() += 1;
    }
    let most = |(node, speaker): (&Node<'_>, &Option<Speaker>)| {
        let key = speaker.as_ref()?.key();
        node.documents.iter().filter_map(|document| counts.get(&(*document, key))).max().copied()
    };
    nodes
        .iter()
        .zip(speakers)
        .map(|pair| most(pair).map_or(0.0, |count| 1.0 / f64::from(count.max(ONCE)).sqrt()))
        .collect()
}

/// Terms that stand next to another name: parts of one name, such as "South Dakota", which are no two facts.
fn name_parts(features: &Features) -> HashSet<u32> {
    let pairs = features.sequence.windows(2).filter(|pair| pair[0].name && pair[1].name);
    pairs.flat_map(|pair| [pair[0].id, pair[1].id]).collect()
}

/// Which terms of the bag are names, words of the speaker's own name, or titles next to a name.
fn naming(features: &Features, speaker: Option<&Speaker>, analyzer: &Analyzer<'_>) -> Vec<bool> {
    let named = |term: &Term| term.name || speaker.is_some_and(|speaker| speaker.is_named(analyzer.term(term.id)));
    let mut names: HashSet<u32> = features.sequence.iter().filter(|term| named(term)).map(|term| term.id).collect();
    let mut near = false;
    for term in features.sequence.iter().rev() {
        near = named(term) || (near && term.title);
        if near {
            names.insert(term.id);
        }
    }
    features.bag.iter().map(|term| !term.number && names.contains(&term.id)).collect()
}

/// Inverse document frequency, smoothed so that two claims alone can match, in (0, 1].
fn rarity(count: u32, total: u32) -> f32 {
    let total = f64::from(total) + 10.0;
    ((1.0 + total / (f64::from(count) + 1.0)).ln() / (1.0 + total / 2.0).ln()) as f32
}
