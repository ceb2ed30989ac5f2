//! The identifier: one linear model a plan, probabilities over all languages of a text's scripts.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::clean::Words;
use super::plan::{GIBBERISH, PLANS, SINGLE};
use super::restriction::Languages;
use super::{Language, main_script};
use crate::Context;
use crate::error::{Error, Result};
use crate::learn::linear::{LinearModel, softmax, width_for};
use crate::learn::{ModelFile, ModelView, TensorData};

static BYTES: &[u8] = include_bytes!("../models/language.bin");
const TASK: &str = "language";
const VERSION: u32 = 2;

/// Answers of at least this confidence are called reliable.
pub(super) const RELIABLE: f64 = 0.9;
/// Less likely languages are no answer.
const LEAST: f64 = 1e-6;

/// Up to three words, all with a capital, are called undetermined below this confidence: names belong to no language, and
/// a noun of German or a title of English is told from a name by what its letters say.
const NAME: f64 = 0.25;
/// The same for an acronym: "NATO" spells a word of Italian as well.
const ACRONYM: f64 = 0.75;

/// A trained identifier.
#[derive(Debug, Clone, PartialEq)]
pub struct Identifier {
    models: Vec<LinearModel>,
    /// Of each plan and class of length.
    temperatures: Vec<[f32; Self::LENGTHS.len()]>,
}

#[derive(Serialize, Deserialize)]
struct Metadata {
    plans: Vec<PlanMetadata>,
}

#[derive(Serialize, Deserialize)]
struct PlanMetadata {
    name: String,
    codes: Vec<String>,
    temperatures: Vec<f32>,
}

impl Identifier {
    /// Classes of length, in letters: a text belongs to the first that it does not exceed.
    pub const LENGTHS: [u32; 8] = [4, 6, 9, 13, 20, 40, 100, u32::MAX];

    /// The identifier that the crate embeds; made on first use, its weights stay where they are.
    ///
    /// Never an error unless the crate was built with a damaged file.
    pub fn embedded() -> Result<&'static Identifier> {
        static EMBEDDED: OnceLock<Result<Identifier>> = OnceLock::new();
        let read = || Identifier::from_view(&ModelView::embedded(BYTES, TASK, VERSION)?, Cow::Borrowed);
        EMBEDDED.get_or_init(read).as_ref().map_err(Error::clone)
    }

    /// An identifier of one model for each of [`PLANS`], with temperatures of 1.
    ///
    /// An error of kind [`crate::ErrorKind::ModelFormat`] if the models do not fit the plans.
    pub fn new(models: Vec<LinearModel>) -> Result<Self> {
        let fits = |(model, plan): (&LinearModel, &super::plan::Plan)| {
            model.classes() == plan.codes.len() && model.rows() == plan.rows
        };
        if models.len() != PLANS.len() || !models.iter().zip(PLANS).all(fits) {
            return Err(Error::model_format("the models of the language identifier do not fit its plans"));
        }
        Ok(Self { temperatures: vec![[1.0; Self::LENGTHS.len()]; models.len()], models })
    }

    /// Reads what [`Identifier::write`] wrote.
    ///
    /// An error of kind [`crate::ErrorKind::ModelFormat`] if the bytes are damaged or made for other languages.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        Self::from_view(&ModelView::read(bytes, TASK, VERSION)?, |rows| Cow::Owned(rows.to_vec()))
    }

    fn from_view<'a>(view: &ModelView<'a>, keep: impl Fn(&'a [u8]) -> Cow<'static, [u8]>) -> Result<Self> {
        let metadata: Metadata = view.metadata()?;
        let (mut models, mut temperatures) = (Vec::new(), Vec::new());
        for plan in PLANS {
            let of_plan = metadata.plans.iter().find(|p| p.name == plan.name && p.codes == plan.codes);
            let usable = of_plan.and_then(|p| <[f32; Self::LENGTHS.len()]>::try_from(p.temperatures.as_slice()).ok());
            let Some(usable) = usable.filter(|all| all.iter().all(|t| t.is_finite() && *t > 0.0)) else {
                let name = plan.name;
                return Err(Error::model_format(format!("the language model does not fit the languages of {name}")));
            };
            let (classes, width) = (plan.codes.len(), width_for(plan.codes.len())?);
            let rows = keep(view.u8(&format!("{}.rows", plan.name), &[plan.rows, width / 2])?);
            let scale = view.f32(&format!("{}.scale", plan.name), &[1])?;
            let bias = view.f32(&format!("{}.bias", plan.name), &[classes])?;
            models.push(LinearModel::new(rows, scale[0], bias)?);
            temperatures.push(usable);
        }
        Ok(Self { models, temperatures })
    }

    /// The identifier as a model file.
    pub fn write(&self) -> Result<Vec<u8>> {
        let plans = PLANS.iter().zip(&self.temperatures).map(|(plan, temperatures)| PlanMetadata {
            name: plan.name.to_owned(),
            codes: plan.codes.iter().map(|code| (*code).to_owned()).collect(),
            temperatures: temperatures.to_vec(),
        });
        let mut file = ModelFile::new(TASK, VERSION, &Metadata { plans: plans.collect() })?;
        for (plan, model) in PLANS.iter().zip(&self.models) {
            let shape = [plan.rows, width_for(plan.codes.len())? / 2];
            file.insert(&format!("{}.rows", plan.name), &shape, TensorData::U8(model.bytes().to_vec()))?;
            file.insert(&format!("{}.scale", plan.name), &[1], TensorData::F32(vec![model.scale()]))?;
            file.insert(&format!("{}.bias", plan.name), &[model.classes()], TensorData::F32(model.bias().to_vec()))?;
        }
        file.write()
    }

    /// The temperature of a plan for a class of [`Identifier::LENGTHS`]; 1 where there is none.
    pub fn temperature(&self, plan: usize, length: usize) -> f32 {
        self.temperatures.get(plan).and_then(|all| all.get(length)).copied().unwrap_or(1.0)
    }

    /// The linear model of each plan.
    pub fn models(&self) -> &[LinearModel] {
        &self.models
    }

    /// Adds to the score of a class of a plan.
    pub fn add_bias(&mut self, plan: usize, class: usize, bias: f32) {
        if let Some(model) = self.models.get_mut(plan) {
            model.add_bias(class, bias);
        }
    }

    /// Sets the temperature of a plan for a class of [`Identifier::LENGTHS`].
    pub fn set_temperature(&mut self, plan: usize, length: usize, temperature: f32) {
        if let Some(place) = self.temperatures.get_mut(plan).and_then(|all| all.get_mut(length)) {
            *place = temperature;
        }
    }

    /// The plan of most of `text`, its class of length and the plan's scores; `None` if its scripts alone decide.
    ///
    /// Errors as for [`super::detect`].
    pub fn scores(&self, text: &str, context: &Context) -> Result<Option<(usize, usize, Vec<f32>)>> {
        let words = Words::of(text, super::MAX_SAMPLED, context)?;
        let Some(script) = main_script(&words) else { return Ok(None) };
        let Some(plan) = PLANS.iter().position(|plan| plan.has(script)) else { return Ok(None) };
        if PLANS[plan].certain(&words).is_some() {
            return Ok(None);
        }
        let (length, scores) = self.plan_scores(plan, &words);
        Ok(Some((plan, length, scores)))
    }

    /// [`super::detect`] by this identifier, from a sample of up to `most` bytes.
    pub fn detect(
        &self,
        text: &str,
        most: usize,
        languages: Option<&Languages>,
        context: &Context,
    ) -> Result<Option<Language>> {
        let words = Words::of(text, most, context)?;
        let Some(script) = main_script(&words) else { return Ok(None) };
        Ok(self.best(&words, languages).map(|(code, confidence)| Language::new(code, script, confidence)))
    }

    fn plan_scores(&self, plan: usize, words: &Words) -> (usize, Vec<f32>) {
        let letters = PLANS[plan].letters(words);
        let mut rows = Vec::with_capacity(letters as usize * 6);
        for (_, word) in words.iter().filter(|(script, _)| PLANS[plan].has(*script)) {
            PLANS[plan].add_rows(word, true, &mut rows);
        }
        let length = Self::LENGTHS.iter().position(|most| letters <= *most).unwrap_or(Self::LENGTHS.len() - 1);
        let mut scores = self.models[plan].scores(&rows);
        PLANS[plan].add_prior(words, letters, &mut scores);
        (length, scores)
    }

    /// The best of [`Self::rank`] and its probability, without sorting all the others.
    pub(crate) fn best(&self, words: &Words, languages: Option<&Languages>) -> Option<(&'static str, f64)> {
        let shares = self.shares(words);
        let first = |one: &mut dyn Iterator<Item = &'_ (&'static str, f64)>| {
            one.copied().reduce(|best, other| if before(&best, &other).is_le() { best } else { other })
        };
        let best = first(&mut shares.iter()).filter(|(code, _)| *code != GIBBERISH)?;
        let (code, share) = match languages {
            None => best,
            Some(_) => first(&mut shares.iter().filter(|(code, _)| kept(code, languages)))?,
        };
        let p = (share / total(&shares, languages)).clamp(0.0, 1.0);
        (p >= LEAST && !is_mere_name(words, p)).then_some((code, p))
    }

    /// The languages of the text with their probabilities, best first. Empty if the letters are most likely no language, or
    /// a name.
    pub(crate) fn rank(&self, words: &Words, languages: Option<&Languages>) -> Vec<(&'static str, f64)> {
        let mut ranking = self.shares(words);
        let total = total(&ranking, languages);
        ranking.sort_by(before);
        if ranking.first().is_none_or(|(code, _)| *code == GIBBERISH) {
            return Vec::new();
        }
        ranking.retain(|(code, _)| kept(code, languages));
        ranking.iter_mut().for_each(|(_, p)| *p = (*p / total).clamp(0.0, 1.0));
        ranking.retain(|(_, p)| *p >= LEAST);
        if ranking.first().is_some_and(|(_, p)| is_mere_name(words, *p)) {
            return Vec::new();
        }
        ranking
    }

    /// What speaks for each language, with [`GIBBERISH`] among them, in no order.
    fn shares(&self, words: &Words) -> Vec<(&'static str, f64)> {
        let mut shares: Vec<(&'static str, f64)> = Vec::with_capacity(64);
        // A few foreign letters, as in names, tell less than their share.
        let weight = |letters: u32| f64::from(letters).powi(2);
        for (script, code) in SINGLE.iter().filter(|(script, _)| words.count(*script) > 0) {
            shares.push((code, weight(words.count(*script))));
        }
        for (number, plan) in PLANS.iter().enumerate() {
            let letters = plan.letters(words);
            if letters == 0 {
                continue;
            }
            if let Some(code) = plan.certain(words) {
                shares.push((code, weight(letters)));
                continue;
            }
            let (length, mut scores) = self.plan_scores(number, words);
            plan.add_ideographs(words, &mut scores);
            // A language of two scripts may be there already.
            let before = shares.len();
            for (code, p) in plan.codes.iter().zip(softmax(&scores, self.temperatures[number][length])) {
                let p = p * weight(letters);
                match shares[..before].iter_mut().find(|(known, _)| known == code) {
                    Some((_, sum)) => *sum += p,
                    None => shares.push((code, p)),
                }
            }
        }
        shares
    }
}

/// The order of a ranking: the likelier first, and by code where two are alike.
fn before(a: &(&'static str, f64), b: &(&'static str, f64)) -> Ordering {
    b.1.total_cmp(&a.1).then_with(|| a.0.cmp(b.0))
}

/// Whether a language may be answered.
fn kept(code: &str, languages: Option<&Languages>) -> bool {
    code != GIBBERISH && languages.is_none_or(|l| l.contains(code))
}

/// The shares of the languages that may be answered, together.
fn total(shares: &[(&'static str, f64)], languages: Option<&Languages>) -> f64 {
    shares.iter().filter(|(code, _)| kept(code, languages)).map(|(_, p)| p).sum()
}

/// Whether the words are most likely a name, which belongs to no language, if the best language has probability `p`.
fn is_mere_name(words: &Words, p: f64) -> bool {
    words.may_be_name() && p < if words.may_be_acronym() { ACRONYM } else { NAME }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ErrorKind;
    use crate::learn::linear::Random;

    fn random_models() -> Vec<LinearModel> {
        let mut random = Random::new(3);
        let model = |plan: &super::super::plan::Plan, random: &mut Random| {
            let n = plan.rows * width_for(plan.codes.len()).unwrap() / 2;
            let rows: Vec<u8> = (0..n).map(|_| random.next_u64() as u8).collect();
            LinearModel::new(rows, 0.01, vec![0.0; plan.codes.len()]).unwrap()
        };
        PLANS.iter().map(|plan| model(plan, &mut random)).collect()
    }

    #[test]
    fn reading_gives_what_was_written() {
        let mut identifier = Identifier::new(random_models()).unwrap();
        identifier.set_temperature(1, 2, 0.75);
        assert_eq!(Identifier::read(&identifier.write().unwrap()).unwrap(), identifier);
    }

    #[test]
    fn models_that_do_not_fit_the_plans_are_refused() {
        let mut models = random_models();
        models.swap(0, 1);
        assert_eq!(Identifier::new(models).unwrap_err().kind(), ErrorKind::ModelFormat);
        assert_eq!(Identifier::new(vec![]).unwrap_err().kind(), ErrorKind::ModelFormat);
        let mut identifier = Identifier::new(random_models()).unwrap();
        identifier.set_temperature(0, 0, f32::NAN);
        assert!(identifier.write().and_then(|bytes| Identifier::read(&bytes)).is_err());
    }

    #[test]
    fn the_embedded_model_is_whole() {
        assert_eq!(&Identifier::read(BYTES).unwrap(), Identifier::embedded().unwrap());
    }
}
