//! Everything that scoring looks at, claim by claim, and the scores of pairs.

use std::collections::HashMap;

use super::candidates::{Entry, Frequencies, candidates};
use super::cluster::{Edge, Link};
use super::crowd::Crowds;
use super::nodes::Node;
use super::rivals::{Around, Place, Rivals};
use super::score::{Evidence, Side, compare};
use super::speakers::{Relation, Speaker, are_two, relation};
use super::tuning::Tuning;
use super::weighing::{alone, few, naming, shared_heads, weights};
use crate::coverage::reading::features::{Analyzer, Features};
use crate::coverage::reading::vocabulary::nouns_have_capitals;
use crate::coverage::types::MatchOptions;
use crate::{Context, Result};

/// How many letters of a name are enough to look for it in another language.
const PREFIX: usize = 4;

/// A claim of fewer words that carry meaning is a few words only.
const BRIEF: usize = 3;

/// Log odds below which no second look makes one claim of two: pairs of one language, and of two.
const UNLIKELY: f64 = -3.0;
const UNLIKELY_ACROSS: f64 = -4.1;

/// How much better, in log odds, something else goes with one of two claims of two persons that are none then: "further sliding
/// of the situation", "an exchange on the situation".
const OTHERWISE: f64 = -2.0;

/// Two claims that may be one; of a million claims there are millions, so that no more is kept of them.
pub(crate) struct Pair {
    pub a: u32,
    pub b: u32,
    /// Log odds, as far as their own words tell.
    odds: f64,
    across: bool,
    one_voice: bool,
    /// Two persons are said to have said them.
    two_voices: bool,
    inside: f32,
}

impl Pair {
    /// What is kept of the evidence on a pair.
    pub fn of(a: u32, b: u32, evidence: &Evidence, odds: f64) -> Self {
        let one_voice = evidence.speaker > 0.0;
        let two_voices = evidence.other > 0.0;
        Self { a, b, odds, across: evidence.across, one_voice, two_voices, inside: evidence.larger as f32 }
    }
}

/// Everything that scoring looks at, by node.
pub(crate) struct Prepared<'a> {
    pub nodes: Vec<Node<'a>>,
    analyzer: Analyzer<'a>,
    pub features: Vec<Features>,
    weights: Vec<Vec<f32>>,
    /// One over the claims of its document that hold each term of the bag.
    alone: Vec<Vec<f32>>,
    naming: Vec<Vec<bool>>,
    speakers: Vec<Option<Speaker>>,
    /// How little the speaker says besides, in (0, 1], in the document where he says most.
    few: Vec<f64>,
    crowds: Crowds,
    frequencies: Frequencies,
    translated: bool,
    tuning: Tuning,
}

impl<'a> Prepared<'a> {
    pub fn new(
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
        let heads = shared_heads(&nodes, &mut analyzer, context)?;
        let weights = (frequencies.of_terms.iter().zip(nodes.iter().zip(&features)))
            .zip(&heads)
            .map(|((counts, (node, features)), head)| {
                weights(features, counts, frequencies.of_scopes[node.scope as usize], head)
            })
            .collect();
        let speakers: Vec<Option<Speaker>> = nodes.iter().map(|node| Speaker::of(node.claim)).collect();
        let naming = (features.iter().zip(&speakers))
            .map(|(features, speaker)| naming(features, speaker.as_ref(), &analyzer))
            .collect();
        let few = few(&nodes, &speakers);
        let alone = alone(&nodes, &features, context)?;
        let crowds = Crowds::count(&nodes, &speakers, &frequencies.of_scopes);
        Ok(Self {
            nodes,
            analyzer,
            few,
            crowds,
            alone,
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

    pub fn evidence(&self, a: u32, b: u32) -> Evidence {
        let side = |n: u32| Side {
            features: &self.features[n as usize],
            weights: &self.weights[n as usize],
            alone: &self.alone[n as usize],
            naming: &self.naming[n as usize],
            names_known: !nouns_have_capitals(self.nodes[n as usize].claim.language.as_deref()),
            quoted: self.nodes[n as usize].claim.quoted,
        };
        let speaker = relation(self.speakers[a as usize].as_ref(), self.speakers[b as usize].as_ref());
        let few = self.few[a as usize].min(self.few[b as usize]);
        let evidence = compare(side(a), side(b), speaker, |id| self.analyzer.term(id));
        Evidence {
            few: if speaker == Relation::Same { few } else { 0.0 },
            crowd: self.crowds.around(a, b, speaker == Relation::Same),
            apart: evidence.apart || (speaker == Relation::Same && self.of_two_relatives(a, b)),
            ..evidence
        }
    }

    /// Whether two persons of one family name share but one word: "we lost everything", "we lost the match".
    fn of_two_relatives(&self, a: u32, b: u32) -> bool {
        let (x, y) = (&self.features[a as usize], &self.features[b as usize]);
        let common = x.bag.iter().filter(|term| !(term.light || term.number) && y.has(term.id)).count();
        let name = |n: u32| self.nodes[n as usize].claim.speaker.as_deref().unwrap_or_default();
        common < 2
            && are_two(self.speakers[a as usize].as_ref(), self.speakers[b as usize].as_ref(), [name(a), name(b)])
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
        // A document is no larger for the others.
        let evidence = Evidence { crowd: 0.0, ..self.evidence(a, b) };
        logistic(evidence.log_odds(&self.tuning).unwrap_or(f64::NEG_INFINITY) - self.tuning.restated)
    }

    pub fn around(&self, rivals: &Rivals, pair: &Pair) -> Around {
        let Pair { a, b, odds, one_voice, .. } = *pair;
        rivals.around((a, b), (odds, one_voice), &self.place(a), &self.place(b), |to, other| self.restated(to, other))
    }

    /// The score of a pair after a look around, in [0, 1].
    fn score(&self, rivals: &Rivals, pair: &Pair) -> f32 {
        let look = if pair.across { &self.tuning.across.1 } else { &self.tuning.within.1 };
        let around = self.around(rivals, pair);
        if pair.two_voices && around.margin <= OTHERWISE {
            return 0.0;
        }
        logistic(around.log_odds(pair.odds, look))
    }

    pub fn link(&self, rivals: &Rivals, a: u32, b: u32) -> Link {
        let evidence = self.evidence(a, b);
        let odds = evidence.log_odds(&self.tuning);
        let score = odds.map_or(0.0, |odds| self.score(rivals, &Pair::of(a, b, &evidence, odds)));
        let (one_outlet, brief) = (!self.pairable(a, b), self.brief(a, b));
        Link { score, one_outlet, across: evidence.across, inside: evidence.larger as f32, brief }
    }

    /// Whether claims of the same words say one thing: of a thing, and no phrase that many might use.
    pub fn verbatim(&self, n: u32) -> bool {
        let (bag, weights) = (&self.features[n as usize].bag, &self.weights[n as usize]);
        let told = bag.iter().any(|term| !term.light);
        told && self.crowds.tells_enough(n, weights.iter().map(|weight| f64::from(*weight)).sum())
    }

    /// Whether one of two claims is a few words only.
    fn brief(&self, a: u32, b: u32) -> bool {
        let telling = |n: u32| self.features[n as usize].bag.iter().filter(|term| !term.light).count();
        [a, b].into_iter().any(|n| telling(n) < BRIEF)
    }

    /// Pairs that are worth comparing.
    pub fn candidates(&self, context: &Context) -> Result<Vec<(u32, u32)>> {
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
        candidates(&entries, &self.frequencies, |a, b| self.pairable(a, b), context)
    }

    /// The candidates of which a second look may still make one claim.
    pub fn likely(&self, context: &Context) -> Result<Vec<Pair>> {
        let mut pairs = Vec::new();
        for (count, (a, b)) in self.candidates(context)?.into_iter().enumerate() {
            if count % 1024 == 0 {
                context.check()?;
            }
            let evidence = self.evidence(a, b);
            let least = if evidence.across { UNLIKELY_ACROSS } else { UNLIKELY };
            if let Some(odds) = evidence.log_odds(&self.tuning).filter(|odds| *odds > least) {
                pairs.push(Pair::of(a, b, &evidence, odds));
            }
        }
        Ok(pairs)
    }

    pub fn rivals(&self, pairs: &[Pair]) -> Rivals {
        let known: Vec<_> = pairs.iter().map(|pair| (pair.a, pair.b, pair.odds)).collect();
        Rivals::new(self.nodes.len() as u32, &known, |n| self.place(n))
    }

    /// Pairs that count as one claim.
    pub fn edges(&self, pairs: &[Pair], rivals: &Rivals, threshold: f32, context: &Context) -> Result<Vec<Edge>> {
        let mut edges = Vec::new();
        for (count, pair) in pairs.iter().enumerate() {
            if count % 1024 == 0 {
                context.check()?;
            }
            let Pair { a, b, across, inside, .. } = *pair;
            let score = self.score(rivals, pair);
            if score >= threshold {
                let brief = self.brief(a, b);
                edges.push(Edge { a, b, link: Link { score, one_outlet: false, across, inside, brief } });
            }
        }
        Ok(edges)
    }

    /// Claims that say one thing twice in one document.
    pub fn restatements(&self, rivals: &Rivals, context: &Context) -> Result<Vec<Edge>> {
        let mut edges = Vec::new();
        for (count, (a, b)) in rivals.beside_each_other().into_iter().enumerate() {
            if count % 1024 == 0 {
                context.check()?;
            }
            let score = self.again(a, b);
            if score >= 0.5 {
                let link = Link { score, one_outlet: true, across: false, inside: 1.0, brief: false };
                edges.push(Edge { a, b, link });
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
