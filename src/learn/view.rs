//! Model files read in place: the tensors stay where the bytes are.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

use super::format::{Dtype, RawTensor, TensorData, parse};
use crate::error::{Error, Result};

/// A model file whose numbers are not copied, for weights that are used as they stand in it.
///
/// ```
/// use copydesk::learn::{ModelFile, ModelView, TensorData};
/// # fn main() -> copydesk::Result<()> {
/// let mut model = ModelFile::new("parity", 1, &["even", "odd"])?;
/// model.insert("weights", &[2, 2], TensorData::U8(vec![1, 0, 0, 1]))?;
/// let bytes = model.write()?;
///
/// let view = ModelView::read(&bytes, "parity", 1)?;
/// assert_eq!(view.u8("weights", &[2, 2])?, [1, 0, 0, 1]);
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct ModelView<'a> {
    task: String,
    metadata: serde_json::Value,
    tensors: BTreeMap<String, RawTensor<'a>>,
}

impl<'a> ModelView<'a> {
    /// Reads a file written by [`super::ModelFile::write`] for `task` in `version`.
    ///
    /// An error of kind [`crate::ErrorKind::ModelFormat`] as [`super::ModelFile::read`] gives it.
    pub fn read(bytes: &'a [u8], task: &str, version: u32) -> Result<Self> {
        let (metadata, tensors) = parse(bytes, task, version, true)?;
        Ok(Self { task: task.to_owned(), metadata, tensors })
    }

    /// [`ModelView::read`] of a file that is part of the program. Its check sum is left to the tests: to sum up megabytes
    /// that a text may never touch would be most of the cost of loading.
    pub fn embedded(bytes: &'static [u8], task: &str, version: u32) -> Result<ModelView<'static>> {
        let (metadata, tensors) = parse(bytes, task, version, false)?;
        Ok(ModelView { task: task.to_owned(), metadata, tensors })
    }

    /// The metadata as the type that the task keeps there.
    pub fn metadata<T: DeserializeOwned>(&self) -> Result<T> {
        T::deserialize(&self.metadata)
            .map_err(|e| Error::model_format(format!("the {} model has unexpected metadata: {e}", self.task)))
    }

    /// The bytes of the `u8` tensor of that name. An error if it is missing, or its shape or type differ.
    pub fn u8(&self, name: &str, shape: &[usize]) -> Result<&'a [u8]> {
        Ok(self.tensor(name, shape, Dtype::U8)?.bytes)
    }

    /// The numbers of the `f32` tensor of that name. An error if it is missing, or its shape or type differ.
    pub fn f32(&self, name: &str, shape: &[usize]) -> Result<Vec<f32>> {
        match TensorData::from_bytes(Dtype::F32, self.tensor(name, shape, Dtype::F32)?.bytes) {
            TensorData::F32(numbers) => Ok(numbers),
            _ => Err(self.differs(name)),
        }
    }

    fn tensor(&self, name: &str, shape: &[usize], dtype: Dtype) -> Result<&RawTensor<'a>> {
        let found = self.tensors.get(name).filter(|tensor| tensor.shape == shape && tensor.dtype == dtype);
        found.ok_or_else(|| self.differs(name))
    }

    fn differs(&self, name: &str) -> Error {
        Error::model_format(format!("the {} model has no tensor {name:?} of the expected shape and type", self.task))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learn::ModelFile;

    fn bytes() -> Vec<u8> {
        let mut model = ModelFile::new("test", 3, &"note").unwrap();
        model.insert("rows", &[2, 2], TensorData::U8(vec![1, 2, 3, 255])).unwrap();
        model.insert("scale", &[2], TensorData::F32(vec![0.5, -1.0])).unwrap();
        model.write().unwrap()
    }

    #[test]
    fn tensors_are_those_that_were_written() {
        let bytes = bytes();
        let view = ModelView::read(&bytes, "test", 3).unwrap();
        assert_eq!(view.metadata::<String>().unwrap(), "note");
        assert_eq!(view.u8("rows", &[2, 2]).unwrap(), [1, 2, 3, 255]);
        assert_eq!(view.f32("scale", &[2]).unwrap(), [0.5, -1.0]);
    }

    #[test]
    fn other_names_shapes_types_and_bytes_are_refused() {
        let mut bytes = bytes();
        let view = ModelView::read(&bytes, "test", 3).unwrap();
        assert!(view.u8("row", &[2, 2]).is_err());
        assert!(view.u8("rows", &[4]).is_err());
        assert!(view.f32("rows", &[1]).is_err());
        assert!(view.u8("scale", &[8]).is_err());
        assert!(view.metadata::<u32>().is_err());
        *bytes.last_mut().unwrap() ^= 1;
        assert!(ModelView::read(&bytes, "test", 3).is_err());
        assert!(ModelView::read(&bytes, "other", 3).is_err());
    }
}
