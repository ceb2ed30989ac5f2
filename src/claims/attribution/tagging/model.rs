//! The weights of the tagger, and their file.

use std::sync::OnceLock;

use super::judge::{Judge, ROWS};
use crate::learn::rows::{Row, sum_rows};
use crate::learn::sequence::{LANES, Scores, SequenceModel, Transitions};
use crate::learn::{ModelFile, TensorData};
use crate::{Error, Result};

const TASK: &str = "attribution";
const VERSION: u32 = 3;

/// A trained tagger for English: two passes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttributionModel {
    /// Rows of the first pass and of the second, side by side: what the first looks up, the second needs too.
    rows: Vec<Row<{ 2 * LANES }>>,
    pub(crate) first: Transitions,
    pub(crate) second: Transitions,
    /// Millionths that a weight of 1 of the second pass stands for.
    pub(crate) unit: u32,
    /// What the second pass adds to the score of a cue where one may begin.
    pub(crate) readiness: i32,
    /// Which attributions stay.
    pub(crate) judge: Judge,
}

impl AttributionModel {
    /// A model of two passes; an error of kind [`crate::ErrorKind::ModelFormat`] unless both have as many rows.
    pub(crate) fn new(
        first: SequenceModel,
        second: SequenceModel,
        (unit, readiness): (u32, i32),
        judge: Judge,
    ) -> Result<Self> {
        if first.rows.len() != second.rows.len() {
            return Err(Error::model_format("both passes of an attribution model need as many rows"));
        }
        let both = |(Row(first), Row(second)): (&Row<LANES>, &Row<LANES>)| {
            Row(std::array::from_fn(|lane| if lane < LANES { first[lane] } else { second[lane - LANES] }))
        };
        let rows = first.rows.iter().zip(&second.rows).map(both).collect();
        Ok(Self { rows, first: first.transitions, second: second.transitions, unit, readiness, judge })
    }

    /// The summed weights of features in the first pass, and in the second.
    pub(crate) fn scores(&self, features: &[u32]) -> [Scores; 2] {
        let sums = sum_rows(&self.rows, features);
        [0, LANES].map(|from| std::array::from_fn(|lane| sums[from + lane]))
    }

    /// The model that the crate holds.
    pub fn embedded() -> Result<&'static Self> {
        static MODEL: OnceLock<Result<AttributionModel>> = OnceLock::new();
        let model = MODEL.get_or_init(|| Self::read(include_bytes!("../../../models/attribution.bin")));
        model.as_ref().map_err(Clone::clone)
    }

    /// The file's bytes.
    pub fn write(&self) -> Result<Vec<u8>> {
        let size = self.rows.len();
        let sizes = [size, self.first.contexts().len(), size, self.second.contexts().len()];
        let mut file = ModelFile::new(TASK, VERSION, &(sizes, self.unit, self.readiness, self.judge.least))?;
        file.insert("judge.rows", &[ROWS], TensorData::I8(self.judge.rows.clone()))?;
        for (name, steps, from) in [("first", &self.first, 0), ("second", &self.second, LANES)] {
            let data = TensorData::I8(self.rows.iter().flat_map(|row| &row.0[from..from + LANES]).copied().collect());
            file.insert(&format!("{name}.rows"), &[size, LANES], data)?;
            let data = TensorData::I16(steps.contexts().as_flattened().as_flattened().to_vec());
            file.insert(&format!("{name}.transitions"), &[steps.contexts().len(), LANES, LANES], data)?;
        }
        file.write()
    }

    /// Reads what [`AttributionModel::write`] wrote; an error of kind [`crate::ErrorKind::ModelFormat`] for anything else.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let mut file = ModelFile::read(bytes, TASK, VERSION)?;
        let (sizes, unit, readiness, least): ([usize; 4], u32, i32, i32) = file.metadata()?;
        let judge = Judge { rows: file.take_i8("judge.rows", &[ROWS])?.to_vec(), least };
        let mut pass = |name: &str, rows: usize, contexts: usize| {
            let rows = file.take_i8(&format!("{name}.rows"), &[rows, LANES])?;
            let transitions = file.take_i16(&format!("{name}.transitions"), &[contexts, LANES, LANES])?;
            let transitions = transitions.as_chunks::<LANES>().0.as_chunks::<LANES>().0.to_vec();
            SequenceModel::new(rows.as_chunks().0.iter().copied().map(Row).collect(), transitions)
        };
        Self::new(pass("first", sizes[0], sizes[1])?, pass("second", sizes[2], sizes[3])?, (unit, readiness), judge)
    }
}
