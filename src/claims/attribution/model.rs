//! The weights of the tagger, and their file.

use std::sync::OnceLock;

use crate::Result;
use crate::learn::sequence::{LANES, SequenceModel};
use crate::learn::{ModelFile, TensorData};

const TASK: &str = "attribution";
const VERSION: u32 = 1;

/// A trained tagger for English: two passes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttributionModel {
    pub(crate) first: SequenceModel,
    pub(crate) second: SequenceModel,
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
        let mut file = ModelFile::new(TASK, VERSION, &sizes)?;
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
        let sizes: [usize; 4] = file.metadata()?;
        let mut pass = |name: &str, rows: usize, contexts: usize| {
            let rows = file.take_i8(&format!("{name}.rows"), &[rows, LANES])?;
            let transitions = file.take_i16(&format!("{name}.transitions"), &[contexts, LANES, LANES])?;
            let transitions = transitions.as_chunks::<LANES>().0.as_chunks::<LANES>().0.to_vec();
            SequenceModel::new(rows.as_chunks().0.to_vec(), transitions)
        };
        Ok(Self { first: pass("first", sizes[0], sizes[1])?, second: pass("second", sizes[2], sizes[3])? })
    }
}
