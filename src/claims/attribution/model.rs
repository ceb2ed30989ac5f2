//! The weights of the tagger, and their file.

use std::sync::OnceLock;

use super::judge::{Judge, ROWS};
use crate::Result;
use crate::learn::sequence::{LANES, SequenceModel};
use crate::learn::{ModelFile, TensorData};

const TASK: &str = "attribution";
const VERSION: u32 = 2;

/// A trained tagger for English: two passes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttributionModel {
    pub(crate) first: SequenceModel,
    pub(crate) second: SequenceModel,
    /// Millionths that a weight of 1 of the second pass stands for.
    pub(crate) unit: u32,
    /// Which attributions stay.
    pub(crate) judge: Judge,
}

impl AttributionModel {
    /// The model that the crate holds.
    pub fn embedded() -> Result<&'static Self> {
        static MODEL: OnceLock<Result<AttributionModel>> = OnceLock::new();
        let model = MODEL.get_or_init(|| Self::read(include_bytes!("../../models/attribution.bin")));
        model.as_ref().map_err(Clone::clone)
    }

    /// The file's bytes.
    pub fn write(&self) -> Result<Vec<u8>> {
        let sizes: Vec<usize> =
            [&self.first, &self.second].iter().flat_map(|pass| [pass.rows().len(), pass.transitions().len()]).collect();
        let mut file = ModelFile::new(TASK, VERSION, &(&sizes, self.unit, self.judge.least))?;
        file.insert("judge.rows", &[ROWS], TensorData::I8(self.judge.rows.clone()))?;
        for (name, pass) in [("first", &self.first), ("second", &self.second)] {
            let (rows, contexts) = (pass.rows(), pass.transitions());
            let data = TensorData::I8(rows.as_flattened().to_vec());
            file.insert(&format!("{name}.rows"), &[rows.len(), LANES], data)?;
            let data = TensorData::I16(contexts.as_flattened().as_flattened().to_vec());
            file.insert(&format!("{name}.transitions"), &[contexts.len(), LANES, LANES], data)?;
        }
        file.write()
    }

    /// Reads what [`AttributionModel::write`] wrote; an error of kind [`crate::ErrorKind::ModelFormat`] for anything else.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let mut file = ModelFile::read(bytes, TASK, VERSION)?;
        let (sizes, unit, least): ([usize; 4], u32, i32) = file.metadata()?;
        let judge = Judge { rows: file.take_i8("judge.rows", &[ROWS])?.to_vec(), least };
        let mut pass = |name: &str, rows: usize, contexts: usize| {
            let rows = file.take_i8(&format!("{name}.rows"), &[rows, LANES])?;
            let transitions = file.take_i16(&format!("{name}.transitions"), &[contexts, LANES, LANES])?;
            let transitions = transitions.as_chunks::<LANES>().0.as_chunks::<LANES>().0.to_vec();
            SequenceModel::new(rows.as_chunks().0.to_vec(), transitions)
        };
        Ok(Self { first: pass("first", sizes[0], sizes[1])?, second: pass("second", sizes[2], sizes[3])?, unit, judge })
    }
}
