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
mod tests {
    use super::*;
    use crate::error::ErrorKind;
    use proptest::prelude::*;

    fn model() -> ModelFile {
        let mut model = ModelFile::new("test", 3, &serde_json::json!({"labels": ["a", "b"], "scale": 0.125})).unwrap();
        model.insert("weights", &[3, 2], TensorData::I8(vec![1, -2, 3, -4, 127, -128])).unwrap();
        model.insert("wide", &[2], TensorData::I16(vec![-30000, 30000])).unwrap();
        model.insert("scales", &[2], TensorData::F32(vec![0.5, f32::MIN_POSITIVE])).unwrap();
        model.insert("bytes", &[4], TensorData::U8(b"text".to_vec())).unwrap();
        model.insert("hashes", &[1, 1], TensorData::U32(vec![u32::MAX])).unwrap();
        model.insert("empty", &[0, 5], TensorData::F32(vec![])).unwrap();
        model
    }

    /// The bytes with a check sum that fits, as an attacker would write them.
    fn reseal(mut bytes: Vec<u8>) -> Vec<u8> {
        if bytes.len() >= CHECKED_FROM {
            let checksum = hash_bytes(&bytes[CHECKED_FROM..], 0);
            bytes[12..20].copy_from_slice(&checksum.to_le_bytes());
        }
        bytes
    }

    fn with_header(header: &str, data: &[u8]) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(FORMAT_VERSION.to_le_bytes());
        bytes.extend([0; 8]);
        bytes.extend((header.len() as u32).to_le_bytes());
        bytes.extend(header.as_bytes());
        bytes.extend(data);
        reseal(bytes)
    }

    fn failure(bytes: &[u8], task: &str, version: u32) -> String {
        let error = ModelFile::read(bytes, task, version).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::ModelFormat);
        error.to_string()
    }

    #[test]
    fn reading_gives_what_was_written() {
        let bytes = model().write().unwrap();
        assert_eq!(ModelFile::read(&bytes, "test", 3).unwrap(), model());
        assert_eq!(ModelFile::read(&bytes, "test", 3).unwrap().write().unwrap(), bytes);
    }

    #[test]
    fn the_order_of_insertion_leaves_no_trace() {
        let [mut a, mut b] = [0, 1].map(|_| ModelFile::new("test", 1, &()).unwrap());
        let [x, y] = [1, 2].map(|n| TensorData::U8(vec![n]));
        a.insert("x", &[1], x.clone()).unwrap();
        a.insert("y", &[1], y.clone()).unwrap();
        b.insert("y", &[1], y).unwrap();
        b.insert("x", &[1], x).unwrap();
        assert_eq!(a.write().unwrap(), b.write().unwrap());
    }

    #[test]
    fn errors_say_what_is_wrong() {
        let bytes = model().write().unwrap();
        assert!(failure(b"", "test", 3).contains("not a model file"));
        assert!(failure(b"PK\x03\x04 something else", "test", 3).contains("not a model file"));
        assert!(failure(&bytes[..15], "test", 3).contains("ends within"));
        assert!(failure(&bytes[..bytes.len() - 1], "test", 3).contains("check sum"));
        assert!(failure(&bytes, "other", 3).contains("holds test version 3, expected other version 3"));
        assert!(failure(&bytes, "test", 4).contains("expected test version 4"));
        let mut newer = bytes.clone();
        newer[8] = 9;
        assert!(failure(&newer, "test", 3).contains("format version 9"));
        let mut longer = bytes;
        longer.push(0);
        assert!(failure(&reseal(longer), "test", 3).contains("1 bytes follow"));
    }

    #[test]
    fn a_hostile_header_takes_no_memory() {
        let tensor = |shape: &str| {
            let header = format!(
                r#"{{"task":"t","task_version":1,"metadata":null,"tensors":[{{"name":"w","dtype":"f32","shape":{shape}}}]}}"#
            );
            with_header(&header, b"1234")
        };
        assert!(ModelFile::read(&tensor("[1]"), "t", 1).is_ok());
        assert!(failure(&tensor("[1000000000000]"), "t", 1).contains("cut short"));
        assert!(failure(&tensor("[4294967296,4294967296,4294967296]"), "t", 1).contains("cut short"));
        assert!(failure(&tensor("[-1]"), "t", 1).contains("header"));
        let nested = format!("{}{}", "[".repeat(5000), "]".repeat(5000));
        let deep = format!(r#"{{"task":"t","task_version":1,"metadata":{nested},"tensors":[]}}"#);
        assert!(failure(&with_header(&deep, b""), "t", 1).contains("header"));
        let twice = r#"{"name":"w","dtype":"u8","shape":[1]}"#;
        let twice = format!(r#"{{"task":"t","task_version":1,"metadata":null,"tensors":[{twice},{twice}]}}"#);
        assert!(failure(&with_header(&twice, b"12"), "t", 1).contains("twice"));
    }

    #[test]
    fn taking_checks_name_shape_and_type() {
        let mut model = model();
        assert!(model.tensor("none").is_err());
        assert_eq!(model.tensor("weights").unwrap().shape(), [3, 2]);
        assert!(model.clone().take_i8("weights", &[2, 3]).unwrap_err().to_string().contains("expected [2, 3]"));
        assert!(model.clone().take_u8("weights", &[3, 2]).unwrap_err().to_string().contains("does not hold u8"));
        assert_eq!(model.take_f32("scales", &[2]).unwrap()[0], 0.5);
        assert!(model.take("scales", &[2]).is_err());
        assert!(model.insert("w", &[3], TensorData::I8(vec![1])).is_err());
        assert!(model.metadata::<Vec<u8>>().is_err());
    }

    #[test]
    fn a_header_over_the_limit_is_refused() {
        let model = ModelFile::new("test", 1, &"x".repeat(MAX_HEADER)).unwrap();
        assert_eq!(model.write().unwrap_err().kind(), ErrorKind::ModelFormat);
    }

    proptest! {
        #[test]
        fn damage_is_noticed(at in 0_usize..1000, flip in 1_u8..=255) {
            let mut bytes = model().write().unwrap();
            let at = at % bytes.len();
            bytes[at] ^= flip;
            prop_assert!(ModelFile::read(&bytes, "test", 3).is_err());
        }

        #[test]
        fn resealed_damage_never_panics(at in 0_usize..1000, cut in 0_usize..1000, with in any::<Vec<u8>>()) {
            let mut bytes = model().write().unwrap();
            bytes.truncate(bytes.len().saturating_sub(cut % 40));
            let at = at % bytes.len();
            for (place, byte) in bytes[at..].iter_mut().zip(with) {
                *place = byte;
            }
            if let Ok(read) = ModelFile::read(&reseal(bytes), "test", 3) {
                let again = ModelFile::read(&read.write().unwrap(), "test", 3).unwrap();
                prop_assert_eq!(again.tensors().count(), read.tensors().count());
            }
        }

        #[test]
        fn arbitrary_bytes_never_panic(bytes in any::<Vec<u8>>()) {
            prop_assert!(ModelFile::read(&bytes, "test", 3).is_err());
            let mut prefixed = MAGIC.to_vec();
            prefixed.extend(FORMAT_VERSION.to_le_bytes());
            prefixed.extend(bytes);
            prop_assert!(ModelFile::read(&reseal(prefixed), "test", 3).is_err());
        }
    }
}
