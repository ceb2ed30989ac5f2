//! Weights of the tagger, one byte each, and the decoding with them.

use std::sync::OnceLock;

use super::features::{is_mark, read_words, rows};
use super::tag::{Pos, Tag};
use crate::learn::rows::{Row, sum_rows};
use crate::learn::{ModelFile, TensorData};
use crate::text::Token;
use crate::{Context, Error, Result};

const TASK: &str = "pos";
/// Counts the changes of features and classes.
const VERSION: u32 = 1;

/// Classes that a row has room for: a power of two, so that a row is added by vector instructions.
pub(super) const LANES: usize = 32;

/// A tagger.
#[derive(Debug, Clone)]
pub struct Model {
    rows: Vec<Row<LANES>>,
    bits: u32,
}

impl Model {
    /// From weights as learned; the scale is lost, since only the order of scores counts. Cutting the largest weights
    /// for a finer step costs a point: they belong to the features that nearly every token has.
    pub(super) fn quantise(weights: &[[f32; LANES]]) -> Self {
        let top = weights.iter().flatten().fold(f32::MIN_POSITIVE, |top, weight| top.max(weight.abs()));
        let step = |weight: f32| (weight / top * 127.0).round().clamp(-127.0, 127.0) as i8;
        let rows: Vec<Row<LANES>> = weights.iter().map(|row| Row(row.map(step))).collect();
        Self { bits: rows.len().trailing_zeros(), rows }
    }

    /// The tag of each token.
    pub fn tag(&self, text: &str, tokens: &[Token], context: &Context) -> Result<Vec<Tag>> {
        let words = read_words(text, tokens);
        let mut tags = Vec::with_capacity(tokens.len());
        let (mut before, mut before_that) = (0, 0);
        for (at, token) in tokens.iter().enumerate() {
            if at % 1024 == 0 {
                context.check()?;
            }
            let class = if is_mark(text, token) {
                Tag::base(Pos::Punct).class()
            } else {
                let scores = sum_rows(&self.rows, &rows(&words, at, before, before_that, self.bits));
                (0..Tag::CLASSES.len()).fold(0, |best, i| if scores[i] > scores[best] { i } else { best })
            };
            tags.push(Tag::CLASSES[class]);
            before_that = before;
            before = class;
        }
        Ok(tags)
    }

    /// The file's contents: of each row a bit mask of the classes that have a weight, and these weights. Most rows have
    /// few, so that this takes a third of the room of the table.
    pub fn write(&self) -> Result<Vec<u8>> {
        let mut file = ModelFile::new(TASK, VERSION, &self.rows.len())?;
        let mask = |row: &Row<LANES>| row.0.iter().rev().fold(0, |mask, weight| mask << 1 | u32::from(*weight != 0));
        let masks: Vec<u32> = self.rows.iter().map(mask).collect();
        let weights: Vec<i8> = self.rows.iter().flat_map(|row| row.0).filter(|weight| *weight != 0).collect();
        file.insert("masks", &[masks.len()], TensorData::U32(masks))?;
        file.insert("weights", &[weights.len()], TensorData::I8(weights))?;
        file.write()
    }

    /// Reads what [`Model::write`] wrote; an error of kind [`crate::ErrorKind::ModelFormat`] if it is anything else.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let damaged = || Error::model_format("the part-of-speech model does not hold the weights that it announces");
        let mut file = ModelFile::read(bytes, TASK, VERSION)?;
        let size: usize = file.metadata()?;
        let masks = file.take_u32("masks", &[size])?;
        let length = file.tensor("weights")?.shape().first().copied().unwrap_or(0);
        let mut weights = file.take_i8("weights", &[length])?.into_iter();
        if !size.is_power_of_two() || masks.iter().map(|mask| mask.count_ones() as usize).sum::<usize>() != length {
            return Err(damaged());
        }
        let mut rows = vec![Row([0; LANES]); size];
        for (row, mask) in rows.iter_mut().zip(masks) {
            for (class, weight) in row.0.iter_mut().enumerate() {
                if mask >> class & 1 == 1 {
                    *weight = weights.next().ok_or_else(damaged)?;
                }
            }
        }
        Ok(Self { rows, bits: size.trailing_zeros() })
    }

    /// The tagger for English that the crate embeds.
    pub fn english() -> Result<&'static Self> {
        static ENGLISH: OnceLock<Result<Model>> = OnceLock::new();
        ENGLISH.get_or_init(|| Self::read(include_bytes!("../../models/pos-en.bin"))).as_ref().map_err(Clone::clone)
    }
}
