//! The tagger: two passes of a hashed linear model over paragraphs, and their training.

use super::features::{CONTEXTS, FIRST_PASS, Seen, context, first_pass, second_pass};
use super::judge::{self, Case, Judge};
use super::labels::{Annotation, CONTENT_LEFT, CONTENT_RIGHT, CUE, O, annotated, encode, grammar, role};
use super::model::AttributionModel;
use super::repair::repair;
use crate::claims::attribution::analysis::{Analysis, NONE};
use crate::claims::attribution::linking::link;
use crate::claims::reading::Reading;
use crate::learn::crf::{CrfTrainer, Steps, Weights};
use crate::learn::posterior::Posterior;
use crate::learn::sequence::{Scores, SequenceModel, Transitions};
use crate::learn::shuffle;
use crate::{Context, Result};

/// The longest stretch that is decoded at once, in words; longer paragraphs are cut at sentences.
const LONGEST: usize = 1500;

/// Stretches to decode: paragraphs, cut where they are very long.
pub(crate) fn stretches(analysis: &Analysis) -> Vec<std::ops::Range<usize>> {
    let mut stretches = Vec::new();
    for paragraph in analysis.words.paragraphs() {
        let mut start = paragraph.start;
        while paragraph.end - start > LONGEST {
            let limit = start + LONGEST;
            let (sentence, _) = analysis.sentence_at(limit);
            let end = if sentence > start { sentence } else { limit };
            stretches.push(start..end);
            start = end;
        }
        stretches.push(start..paragraph.end);
    }
    stretches
}

/// One label a word, and the probability of each.
pub(crate) fn tag(analysis: &Analysis, model: &AttributionModel, context: &Context) -> Result<(Vec<u8>, Vec<f32>)> {
    let stretches = stretches(analysis);
    let mut features = Vec::with_capacity(FIRST_PASS);
    // What the second pass scores of what the first sees.
    let mut kept = Vec::with_capacity(analysis.len());
    let first = |i: usize| {
        features.clear();
        first_pass(analysis, i, &mut features);
        let [first, second] = model.scores(&features);
        kept.push(second);
        first
    };
    let (labels, _) = pass(analysis, (&model.first, None), &stretches, first, context)?;
    let seen = Seen::new(analysis, &labels);
    let second = |i: usize| {
        features.clear();
        second_pass(analysis, &labels, &seen, i, &mut features);
        let [_, second] = model.scores(&features);
        std::array::from_fn(|lane| kept[i][lane] + second[lane])
    };
    let ready = Ready { unit: model.unit as f32 / MILLION, more: model.readiness };
    pass(analysis, (&model.second, Some(ready)), &stretches, second, context)
}

const MILLION: f32 = 1e6;

/// How readily the second pass takes a cue to begin: what its labels alone would leave out is seen so, and the judge drops what
/// was seen in vain.
#[derive(Clone, Copy)]
struct Ready {
    /// What a weight of 1 stands for.
    unit: f32,
    /// Added to the score of a cue where one may begin.
    more: i32,
}

impl Ready {
    fn new(unit: f32, readiness: f32) -> Self {
        Self { unit, more: (readiness / unit) as i32 }
    }
}

/// Whether a cue may begin at a word: it reports, or auxiliaries and adverbs stand before a word that does.
fn may_begin(analysis: &Analysis, i: usize) -> bool {
    let right = analysis.right[i];
    analysis.candidate[i] || right != NONE && right as usize - i <= BEFORE
}

/// How many words of a cue stand before its reporting word at most: "has not yet", "is likely to".
const BEFORE: usize = 3;

/// Labels, and their probabilities in the second pass, whose transitions come with its readiness; `emission` is asked for the scores
/// of each word in order.
fn pass(
    analysis: &Analysis,
    (transitions, ready): (&Transitions, Option<Ready>),
    stretches: &[std::ops::Range<usize>],
    mut emission: impl FnMut(usize) -> Scores,
    context: &Context,
) -> Result<(Vec<u8>, Vec<f32>)> {
    let grammar = grammar();
    let mut posterior = ready.map(|ready| Posterior::new(transitions, &grammar, ready.unit));
    let mut sure = Vec::with_capacity(if ready.is_some() { analysis.len() } else { 0 });
    let mut labels = Vec::with_capacity(analysis.len());
    for stretch in stretches {
        context.check()?;
        let emissions: Vec<Scores> = stretch.clone().map(&mut emission).collect();
        let contexts: Vec<u8> = stretch.clone().map(|i| self::context(analysis, i)).collect();
        let best = match ready {
            Some(Ready { more, .. }) => {
                let mut eager = emissions.clone();
                for (scores, i) in eager.iter_mut().zip(stretch.clone()) {
                    if may_begin(analysis, i) {
                        scores[usize::from(CUE)] += more;
                    }
                }
                transitions.decode(&eager, &contexts, &grammar)
            }
            None => transitions.decode(&emissions, &contexts, &grammar),
        };
        if let Some(posterior) = &mut posterior {
            sure.extend(posterior.of(&emissions, &contexts, &best));
        }
        labels.extend(best);
    }
    Ok((labels, sure))
}

/// A document to learn from.
#[derive(Debug, Clone)]
pub struct TrainingDocument {
    /// Its text.
    pub text: String,
    /// What is annotated in it.
    pub annotations: Vec<Annotation>,
}

/// How to train.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct TrainingOptions {
    /// Rows of each pass, as a power of two.
    pub bits: u32,
    /// Rounds over the data.
    pub rounds: usize,
    /// Parts that the first pass is trained without in turn, so that the second sees honest labels.
    pub folds: usize,
    /// What it costs to miss a word of an attribution, against one wrongly tagged.
    pub miss: f32,
    /// Margin, in units of log probability, by which right labels must win.
    pub margin: f32,
    /// Size of a step.
    pub rate: f32,
    /// Share of the features that are left out at random.
    pub drop: f32,
    /// Trainings whose mean is taken, each in an order of its own.
    pub runs: u64,
    /// Share of the weights that may exceed the range of int8 and are cut to it.
    pub clip: f64,
    /// How much more probable a cue is taken to begin where a reporting word stands or follows, as a logarithm of odds. More finds
    /// more and is wrong more often (the card has the curve).
    pub readiness: f32,
    /// The logarithm of the odds that an attribution needs in order to stay.
    pub odds: f32,
}

impl Default for TrainingOptions {
    fn default() -> Self {
        Self {
            bits: 17,
            rounds: 4,
            folds: 2,
            miss: 3.0,
            margin: 0.7,
            rate: 0.1,
            drop: 0.1,
            runs: 3,
            clip: 0.000_1,
            readiness: 7.0,
            odds: -4.0,
        }
    }
}

struct Sequence {
    document: usize,
    range: std::ops::Range<usize>,
}

/// Learns a model for English from annotated documents.
///
/// Deterministic: the same documents give the same model. An error if a document is over the context's limits.
pub fn train(documents: &[TrainingDocument], options: &TrainingOptions, context: &Context) -> Result<AttributionModel> {
    let lexicon = crate::claims::attribution::pack::pack("en").map(|pack| &pack.lexicon);
    let empty = crate::claims::attribution::lexicon::Lexicon::default();
    let lexicon = lexicon.unwrap_or(&empty);
    let mut analyses = Vec::with_capacity(documents.len());
    let mut gold = Vec::with_capacity(documents.len());
    let mut sequences = Vec::new();
    for (document, source) in documents.iter().enumerate() {
        let analysis = Analysis::new(&Reading::new(&source.text, Some("en"), context)?, lexicon, context)?;
        gold.push(encode(&analysis.words, &source.annotations));
        sequences.extend(stretches(&analysis).into_iter().map(|range| Sequence { document, range }));
        analyses.push(analysis);
    }
    let corpus = Corpus { analyses, gold, sequences };
    let run = |keep: &dyn Fn(usize) -> bool, before| corpus.learn(keep, before, options, context);
    let folds = options.folds.max(2);
    let mut honest: Vec<Vec<u8>> = vec![Vec::new(); corpus.analyses.len()];
    for fold in 0..folds {
        let (model, _) = run(&|document| document % folds != fold, None)?;
        for (document, analysis) in corpus.analyses.iter().enumerate().filter(|(document, _)| document % folds == fold)
        {
            let emission = emission(&model, analysis, None);
            honest[document] = pass(analysis, (&model.transitions, None), &stretches(analysis), emission, context)?.0;
        }
    }
    let (first, _) = run(&|_| true, None)?;
    let (second, unit) = run(&|_| true, Some(&honest))?;
    // The judge learns from what second passes find in documents that they have not seen.
    let mut cases = Vec::new();
    for half in 0..2 {
        let (model, unit) = run(&|document| document % 2 != half, Some(&honest))?;
        for (document, analysis) in corpus.analyses.iter().enumerate().filter(|(document, _)| document % 2 == half) {
            let (emission, stretches) = (emission(&model, analysis, Some(&honest[document])), stretches(analysis));
            let ready = Ready::new(unit, options.readiness);
            let (labels, sure) = pass(analysis, (&model.transitions, Some(ready)), &stretches, emission, context)?;
            let links = repair(analysis, link(analysis, &labels));
            let right = annotated(&analysis.words, &links, &documents[document].annotations);
            for (link, right) in links.iter().zip(right) {
                let mut features = Vec::new();
                judge::features(analysis, &sure, link, &mut features);
                cases.push(Case { features, right });
            }
        }
    }
    let ready = Ready::new(unit, options.readiness);
    let unit = (unit * MILLION).round() as u32;
    AttributionModel::new(first, second, (unit, ready.more), Judge::learn(&cases, options.odds))
}

/// The scores of words under a model that learns; `before` holds the labels of the pass before it.
fn emission<'a>(
    model: &'a SequenceModel,
    analysis: &'a Analysis,
    before: Option<&'a [u8]>,
) -> impl FnMut(usize) -> Scores + 'a {
    let seen = before.map(|labels| (labels, Seen::new(analysis, labels)));
    let mut features = Vec::new();
    move |i| {
        features.clear();
        first_pass(analysis, i, &mut features);
        if let Some((labels, seen)) = &seen {
            second_pass(analysis, labels, seen, i, &mut features);
        }
        model.score(&features)
    }
}

/// Annotated documents ready to learn from.
struct Corpus<'a> {
    analyses: Vec<Analysis<'a>>,
    gold: Vec<Vec<u8>>,
    sequences: Vec<Sequence>,
}

impl Corpus<'_> {
    /// One pass's weights from the documents that `keep` answers for, and what a weight of 1 stands for; `before` holds the
    /// labels of the pass before it.
    fn learn(
        &self,
        keep: &dyn Fn(usize) -> bool,
        before: Option<&[Vec<u8>]>,
        options: &TrainingOptions,
        context: &Context,
    ) -> Result<(SequenceModel, f32)> {
        let grammar = grammar();
        let seen: Option<Vec<Seen>> = before.map(|labels| {
            self.analyses.iter().zip(labels).map(|(analysis, labels)| Seen::new(analysis, labels)).collect()
        });
        let mut weights = Weights::new(options.bits, CONTEXTS);
        let mut order: Vec<usize> = (0..self.sequences.len()).filter(|&at| keep(self.sequences[at].document)).collect();
        let mut features: Vec<Vec<u32>> = Vec::new();
        for run in 1..=options.runs {
            let mut state = 0x2545_F491_4F6C_DD1D_u64.wrapping_mul(run * 2 - 1);
            let steps = Steps { rate: options.rate, drop: options.drop };
            let mut trainer = CrfTrainer::new(options.bits, CONTEXTS, steps, run);
            for round in 0..options.rounds {
                // The first steps are the wildest: they stay out of the average.
                if round == options.rounds / 3 {
                    trainer.restart_average();
                }
                shuffle(&mut order, &mut state);
                for &at in &order {
                    context.check()?;
                    let Sequence { document, range } = &self.sequences[at];
                    let analysis = &self.analyses[*document];
                    let mut contexts = Vec::with_capacity(range.len());
                    features.resize_with(features.len().max(range.len()), Vec::new);
                    for (slot, i) in range.clone().enumerate() {
                        features[slot].clear();
                        first_pass(analysis, i, &mut features[slot]);
                        if let (Some(labels), Some(seen)) = (before, &seen) {
                            second_pass(analysis, &labels[*document], &seen[*document], i, &mut features[slot]);
                        }
                        contexts.push(self::context(analysis, i));
                    }
                    let gold = &self.gold[*document][range.clone()];
                    trainer.learn(&mut features[..range.len()], &contexts, gold, &grammar, |gold, guess| {
                        options.margin * cost(gold, guess, options.miss)
                    });
                }
            }
            trainer.average_into(&mut weights);
        }
        Ok((weights.quantise(options.clip)?, weights.unit(options.clip)))
    }
}

/// The margin by which `gold` must beat `guess`.
fn cost(gold: u8, guess: u8, miss: f32) -> f32 {
    let important = |label: u8| matches!(role(label), Some(CUE | CONTENT_LEFT | CONTENT_RIGHT));
    match (gold, guess) {
        _ if gold == guess => 0.0,
        (_, O) if important(gold) => miss,
        _ => 1.0,
    }
}
