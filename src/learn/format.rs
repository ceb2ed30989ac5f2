//! The model file format of the crate: named tensors and metadata, versioned, check-summed, checked on reading.
//!
//! | bytes | content |
//! |---|---|
//! | 0..8 | `COPYDESK` |
//! | 8..12 | format version, u32 |
//! | 12..20 | [`hash_bytes`] of all that follows, seed 0, u64 |
//! | 20..24 | length of the header, u32, at most [`MAX_HEADER`] |
//! | 24.. | header, JSON: task, task version, metadata, and of each tensor name, type, shape |
//! | then | the tensors' numbers in the order of the header, without padding |
//!
//! Everything is little-endian. Tensors are sorted by name and JSON objects by key, so that the same model always gives
//! the same bytes. Reading trusts nothing: memory is taken only for what the bytes at hand can hold.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::hash::hash_bytes;
use crate::error::{Error, Result};

const MAGIC: &[u8; 8] = b"COPYDESK";
const FORMAT_VERSION: u32 = 1;
const CHECKED_FROM: usize = 20;
const HEADER_FROM: usize = 24;

/// The largest header, in bytes. Long lists (vocabularies) belong in a `u8` tensor, see [`ModelFile::insert`].
pub const MAX_HEADER: usize = 1 << 20;

/// The numbers of a tensor.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum TensorData {
    /// Quantised weights.
    I8(Vec<i8>),
    /// Quantised weights of wider range.
    I16(Vec<i16>),
    /// Scales, biases.
    F32(Vec<f32>),
    /// Bytes: text, bit sets, small indices.
    U8(Vec<u8>),
    /// Indices, hashes.
    U32(Vec<u32>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Dtype {
    I8,
    I16,
    F32,
    U8,
    U32,
}

impl Dtype {
    fn size(self) -> usize {
        match self {
            Dtype::I8 | Dtype::U8 => 1,
            Dtype::I16 => 2,
            Dtype::F32 | Dtype::U32 => 4,
        }
    }
}

impl TensorData {
    fn dtype(&self) -> Dtype {
        match self {
            TensorData::I8(_) => Dtype::I8,
            TensorData::I16(_) => Dtype::I16,
            TensorData::F32(_) => Dtype::F32,
            TensorData::U8(_) => Dtype::U8,
            TensorData::U32(_) => Dtype::U32,
        }
    }

    fn len(&self) -> usize {
        match self {
            TensorData::I8(v) => v.len(),
            TensorData::I16(v) => v.len(),
            TensorData::F32(v) => v.len(),
            TensorData::U8(v) => v.len(),
            TensorData::U32(v) => v.len(),
        }
    }

    fn append_to(&self, out: &mut Vec<u8>) {
        match self {
            TensorData::I8(v) => out.extend(v.iter().map(|x| *x as u8)),
            TensorData::I16(v) => v.iter().for_each(|x| out.extend(x.to_le_bytes())),
            TensorData::F32(v) => v.iter().for_each(|x| out.extend(x.to_le_bytes())),
            TensorData::U8(v) => out.extend(v),
            TensorData::U32(v) => v.iter().for_each(|x| out.extend(x.to_le_bytes())),
        }
    }

    pub(super) fn from_bytes(dtype: Dtype, bytes: &[u8]) -> Self {
        match dtype {
            Dtype::I8 => TensorData::I8(bytes.iter().map(|x| *x as i8).collect()),
            Dtype::I16 => TensorData::I16(bytes.as_chunks().0.iter().map(|x| i16::from_le_bytes(*x)).collect()),
            Dtype::F32 => TensorData::F32(bytes.as_chunks().0.iter().map(|x| f32::from_le_bytes(*x)).collect()),
            Dtype::U8 => TensorData::U8(bytes.to_vec()),
            Dtype::U32 => TensorData::U32(bytes.as_chunks().0.iter().map(|x| u32::from_le_bytes(*x)).collect()),
        }
    }
}

/// Numbers and their shape; the last axis is contiguous.
#[derive(Debug, Clone, PartialEq)]
pub struct Tensor {
    shape: Vec<usize>,
    data: TensorData,
}

impl Tensor {
    /// The length of each axis.
    pub fn shape(&self) -> &[usize] {
        &self.shape
    }

    /// The numbers, row after row.
    pub fn data(&self) -> &TensorData {
        &self.data
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    task: String,
    task_version: u32,
    metadata: serde_json::Value,
    tensors: Vec<TensorHeader>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct TensorHeader {
    name: String,
    dtype: Dtype,
    shape: Vec<usize>,
}

/// A model of one task: metadata and named tensors.
///
/// ```
/// use copydesk::learn::{ModelFile, TensorData};
/// # fn main() -> copydesk::Result<()> {
/// let mut model = ModelFile::new("parity", 1, &["even", "odd"])?;
/// model.insert("weights", &[2, 2], TensorData::I8(vec![1, -1, -1, 1]))?;
/// let bytes = model.write()?;
///
/// let mut read = ModelFile::read(&bytes, "parity", 1)?;
/// assert_eq!(read.metadata::<Vec<String>>()?, ["even", "odd"]);
/// assert_eq!(read.take_i8("weights", &[2, 2])?, [1, -1, -1, 1]);
/// assert!(ModelFile::read(&bytes[..30], "parity", 1).is_err());
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct ModelFile {
    task: String,
    version: u32,
    metadata: serde_json::Value,
    tensors: BTreeMap<String, Tensor>,
}

impl ModelFile {
    /// A model without tensors yet. `version` counts the changes of the task's features or tensors: code reads only the
    /// version it was written for.
    ///
    /// An error of kind [`crate::ErrorKind::ModelFormat`] if `metadata` has no JSON form.
    pub fn new(task: &str, version: u32, metadata: &impl Serialize) -> Result<Self> {
        let metadata = serde_json::to_value(metadata)
            .map_err(|e| Error::model_format(format!("the metadata of the {task} model has no JSON form: {e}")))?;
        Ok(Self { task: task.to_owned(), version, metadata, tensors: BTreeMap::new() })
    }

    /// Adds a tensor, or replaces the one of that name.
    ///
    /// An error of kind [`crate::ErrorKind::ModelFormat`] if `data` does not fill `shape`.
    pub fn insert(&mut self, name: &str, shape: &[usize], data: TensorData) -> Result<()> {
        if count(shape) != Some(data.len()) {
            let n = data.len();
            return Err(Error::model_format(format!("tensor {name:?} of shape {shape:?} is given {n} numbers")));
        }
        self.tensors.insert(name.to_owned(), Tensor { shape: shape.to_vec(), data });
        Ok(())
    }

    /// The metadata as the type that the task keeps there.
    pub fn metadata<T: DeserializeOwned>(&self) -> Result<T> {
        T::deserialize(&self.metadata)
            .map_err(|e| Error::model_format(format!("the {} model has unexpected metadata: {e}", self.task)))
    }

    /// The tensor of that name.
    pub fn tensor(&self, name: &str) -> Result<&Tensor> {
        self.tensors.get(name).ok_or_else(|| self.missing(name))
    }

    /// Names and tensors, sorted by name.
    pub fn tensors(&self) -> impl Iterator<Item = (&str, &Tensor)> {
        self.tensors.iter().map(|(name, tensor)| (name.as_str(), tensor))
    }

    /// Takes the tensor of that name out of the model. An error if it is missing or `shape` differs from its own.
    pub fn take(&mut self, name: &str, shape: &[usize]) -> Result<TensorData> {
        let tensor = self.tensors.remove(name).ok_or_else(|| self.missing(name))?;
        if tensor.shape != shape {
            let (task, got) = (&self.task, &tensor.shape);
            return Err(Error::model_format(format!(
                "tensor {name:?} of the {task} model has shape {got:?}, expected {shape:?}"
            )));
        }
        Ok(tensor.data)
    }

    fn missing(&self, name: &str) -> Error {
        Error::model_format(format!("the {} model has no tensor {name:?}", self.task))
    }

    /// The file's bytes; the same model always gives the same bytes.
    ///
    /// An error of kind [`crate::ErrorKind::ModelFormat`] if names and metadata are over [`MAX_HEADER`].
    pub fn write(&self) -> Result<Vec<u8>> {
        let header = Header {
            task: self.task.clone(),
            task_version: self.version,
            metadata: self.metadata.clone(),
            tensors: self
                .tensors
                .iter()
                .map(|(name, t)| TensorHeader { name: name.clone(), dtype: t.data.dtype(), shape: t.shape.clone() })
                .collect(),
        };
        let header = serde_json::to_vec(&header)
            .map_err(|e| Error::model_format(format!("the header of the {} model has no JSON form: {e}", self.task)))?;
        if header.len() > MAX_HEADER {
            return Err(Error::model_format(format!(
                "the header of the {} model has {} bytes, the limit is {MAX_HEADER}",
                self.task,
                header.len()
            )));
        }
        let mut out = Vec::new();
        out.extend(MAGIC);
        out.extend(FORMAT_VERSION.to_le_bytes());
        out.extend([0; 8]);
        out.extend((header.len() as u32).to_le_bytes());
        out.extend(header);
        for tensor in self.tensors.values() {
            tensor.data.append_to(&mut out);
        }
        let checksum = hash_bytes(&out[CHECKED_FROM..], 0);
        out[CHECKED_FROM - 8..CHECKED_FROM].copy_from_slice(&checksum.to_le_bytes());
        Ok(out)
    }

    /// Reads a file written by [`ModelFile::write`] for `task` in `version`.
    ///
    /// An error of kind [`crate::ErrorKind::ModelFormat`] that says what is wrong if the bytes are no model file, are
    /// cut short or damaged, or hold a model of another format, task or version.
    pub fn read(bytes: &[u8], task: &str, version: u32) -> Result<Self> {
        let (metadata, tensors) = parse(bytes, task, version, true)?;
        let tensors = tensors.into_iter().map(|(name, raw)| {
            let RawTensor { dtype, shape, bytes } = raw;
            (name, Tensor { shape, data: TensorData::from_bytes(dtype, bytes) })
        });
        Ok(Self { task: task.to_owned(), version, metadata, tensors: tensors.collect() })
    }
}

/// A tensor where it stands in the file.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct RawTensor<'a> {
    pub(super) dtype: Dtype,
    pub(super) shape: Vec<usize>,
    pub(super) bytes: &'a [u8],
}

/// Metadata and tensors of a file, checked; the check sum only if `summed`.
pub(super) fn parse<'a>(
    bytes: &'a [u8],
    task: &str,
    version: u32,
    summed: bool,
) -> Result<(serde_json::Value, BTreeMap<String, RawTensor<'a>>)> {
    let damaged = |what: &str| Error::model_format(format!("the {task} model file is damaged: {what}"));
    if bytes.get(..8) != Some(MAGIC) {
        return Err(Error::model_format(format!("not a model file of copydesk (expected the {task} model)")));
    }
    let short = || damaged("it ends within its first 24 bytes");
    let format = u32::from_le_bytes(array(bytes, 8).ok_or_else(short)?);
    let checksum = u64::from_le_bytes(array(bytes, 12).ok_or_else(short)?);
    let header_len = u32::from_le_bytes(array(bytes, CHECKED_FROM).ok_or_else(short)?) as usize;
    if format != FORMAT_VERSION {
        return Err(Error::model_format(format!(
            "the {task} model file has format version {format}, this copydesk reads version {FORMAT_VERSION}"
        )));
    }
    if summed && hash_bytes(&bytes[CHECKED_FROM..], 0) != checksum {
        return Err(damaged("its check sum is wrong"));
    }
    if header_len > MAX_HEADER {
        return Err(damaged("its header is over the limit"));
    }
    let body = &bytes[HEADER_FROM..];
    let (header, mut rest) = body.split_at_checked(header_len).ok_or_else(|| damaged("its header is cut short"))?;
    let header: Header = serde_json::from_slice(header)
        .map_err(|e| Error::model_format(format!("the {task} model file is damaged: its header: {e}")))?;
    if header.task != task || header.task_version != version {
        return Err(Error::model_format(format!(
            "the model file holds {} version {}, expected {task} version {version}",
            header.task, header.task_version
        )));
    }
    let mut tensors = BTreeMap::new();
    for TensorHeader { name, dtype, shape } in header.tensors {
        let length = count(&shape).and_then(|n| n.checked_mul(dtype.size()));
        let Some((bytes, after)) = length.and_then(|n| rest.split_at_checked(n)) else {
            return Err(damaged(&format!("tensor {name:?} is cut short")));
        };
        rest = after;
        if tensors.contains_key(&name) {
            return Err(damaged(&format!("tensor {name:?} stands in it twice")));
        }
        tensors.insert(name, RawTensor { dtype, shape, bytes });
    }
    if !rest.is_empty() {
        return Err(damaged(&format!("{} bytes follow its last tensor", rest.len())));
    }
    Ok((header.metadata, tensors))
}

macro_rules! take_as {
    ($(#[$doc:meta] $method:ident, $variant:ident, $number:ty;)*) => {
        impl ModelFile {
            $(
                #[$doc]
                /// An error if it is missing, or its shape or type differ.
                pub fn $method(&mut self, name: &str, shape: &[usize]) -> Result<Vec<$number>> {
                    match self.take(name, shape)? {
                        TensorData::$variant(data) => Ok(data),
                        _ => Err(Error::model_format(format!(
                            "tensor {name:?} of the {} model does not hold {}", self.task, stringify!($number)
                        ))),
                    }
                }
            )*
        }
    };
}

take_as! {
    /// Takes the i8 tensor of that name out of the model.
    take_i8, I8, i8;
    /// Takes the i16 tensor of that name out of the model.
    take_i16, I16, i16;
    /// Takes the f32 tensor of that name out of the model.
    take_f32, F32, f32;
    /// Takes the u8 tensor of that name out of the model.
    take_u8, U8, u8;
    /// Takes the u32 tensor of that name out of the model.
    take_u32, U32, u32;
}

fn count(shape: &[usize]) -> Option<usize> {
    shape.iter().try_fold(1_usize, |n, axis| n.checked_mul(*axis))
}

fn array<const N: usize>(bytes: &[u8], from: usize) -> Option<[u8; N]> {
    bytes.get(from..from + N)?.try_into().ok()
}

#[cfg(test)]
#[path = "format_tests.rs"]
mod tests;
