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
