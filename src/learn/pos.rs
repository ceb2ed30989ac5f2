//! Parts of speech: a greedy averaged perceptron over universal tags, trained on UD English EWT.
//!
//! Collins (2002) with the feature set of Ratnaparkhi (1996), hashed. English only; a language without a model has no tags.

use std::sync::OnceLock;

use super::form::{Form, feature, join};
use super::perceptron::{LANES, SequenceModel, Trainer};
use super::{ModelFile, TensorData};
use crate::{Error, Result};

/// Universal part of speech; `X` holds symbols too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Pos {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Verb,
    X,
}

impl Pos {
    /// All tags, in the order of the model's lanes.
    pub const ALL: [Self; LANES] = [
        Self::Adj,
        Self::Adp,
        Self::Adv,
        Self::Aux,
        Self::Cconj,
        Self::Det,
        Self::Intj,
        Self::Noun,
        Self::Num,
        Self::Part,
        Self::Pron,
        Self::Propn,
        Self::Punct,
        Self::Sconj,
        Self::Verb,
        Self::X,
    ];

    /// The tag of that name in CoNLL-U files; `SYM` is `X`.
    pub fn from_name(name: &str) -> Option<Self> {
        let names = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ VERB X";
        let at = names.split(' ').position(|known| known == name || (known == "X" && name == "SYM"))?;
        Some(Self::ALL[at])
    }
}

const TASK: &str = "pos";
const VERSION: u32 = 1;
const FEATURES: usize = 20;
/// By how much the right tag must win in training, on the trainer's fixed-point scale.
const MARGIN: i32 = 4 * 256;

fn features(forms: &[Form], i: usize, before: [u8; 2]) -> [u32; FEATURES] {
    let at = |offset: isize| {
        let form = i.checked_add_signed(offset).and_then(|at| forms.get(at));
        form.map_or((offset as u64, 0, 0), |form| (form.hash, u64::from(form.suffix3), form.shape as u64 + 1))
    };
    let (word, suffix, shape) = at(0);
    let (before1, after1, before2, after2) = (at(-1), at(1), at(-2), at(2));
    let form = &forms[i];
    let (tag1, tag2) = (u64::from(before[0]), u64::from(before[1]));
    [
        feature(1, 0),
        feature(2, word),
        feature(3, suffix),
        feature(4, u64::from(form.suffix2)),
        feature(5, u64::from(form.prefix3)),
        feature(6, shape * 16 + u64::from(i == 0)),
        feature(7, tag1),
        feature(8, tag1 * 32 + tag2),
        feature(9, join(word, tag1)),
        feature(10, before1.0),
        feature(11, after1.0),
        feature(12, before2.0),
        feature(13, after2.0),
        feature(14, before1.1),
        feature(15, after1.1),
        feature(16, join(word, after1.0)),
        feature(17, join(before1.0, word)),
        feature(18, shape * 256 + before1.2 * 16 + after1.2),
        feature(19, join(suffix, tag1)),
        feature(20, join(after1.1, tag1)),
    ]
}

/// A trained tagger.
#[derive(Debug, Clone)]
pub struct PosModel {
    model: SequenceModel,
}

impl PosModel {
    /// The English model that the crate holds.
    pub fn embedded() -> &'static Self {
        static MODEL: OnceLock<PosModel> = OnceLock::new();
        MODEL.get_or_init(|| {
            // The file is part of the crate and a test reads it; without it every word is unknown, not a crash.
            Self::read(include_bytes!("../models/pos.bin")).unwrap_or_else(|_| Self::empty())
        })
    }

    fn empty() -> Self {
        let model = SequenceModel::new(vec![[0; LANES]], vec![[[0; LANES]; LANES]]);
        Self { model: model.unwrap_or_else(|_| unreachable!("one row is a power of two")) }
    }

    /// Tags the words of one sentence, or of any stretch of text.
    pub fn tag(&self, forms: &[Form]) -> Vec<Pos> {
        let mut before = [LANES as u8; 2];
        let mut tags = Vec::with_capacity(forms.len());
        for i in 0..forms.len() {
            let scores = self.model.score(&features(forms, i, before));
            let best = (0..LANES).max_by_key(|&lane| (scores[lane], LANES - lane)).unwrap_or(0);
            before = [best as u8, before[0]];
            tags.push(Pos::ALL[best]);
        }
        tags
    }

    /// Learns from tagged sentences.
    pub fn train(sentences: &[(Vec<Form>, Vec<Pos>)], bits: u32, rounds: usize) -> Self {
        let mut trainer = Trainer::new(bits, 1);
        let mut state = 7_u64;
        let mut order: Vec<usize> = (0..sentences.len()).collect();
        for _ in 0..rounds {
            shuffle(&mut order, &mut state);
            for &at in &order {
                let (forms, tags) = &sentences[at];
                let mut before = [LANES as u8; 2];
                for (i, tag) in tags.iter().enumerate() {
                    let features = features(forms, i, before);
                    let scores = trainer.score(&features);
                    let gold = *tag as usize;
                    let rival = (0..LANES).filter(|&lane| lane != gold).max_by_key(|&lane| scores[lane]).unwrap_or(0);
                    if scores[rival] + MARGIN >= scores[gold] {
                        trainer.update(&features, gold, rival);
                    }
                    trainer.tick();
                    before = [if scores[rival] > scores[gold] { rival } else { gold } as u8, before[0]];
                }
            }
        }
        Self { model: trainer.quantise(0.001) }
    }

    /// The file's bytes.
    pub fn write(&self) -> Result<Vec<u8>> {
        let mut file = ModelFile::new(TASK, VERSION, &self.model.rows().len())?;
        let rows = self.model.rows();
        file.insert("rows", &[rows.len(), LANES], TensorData::I8(rows.as_flattened().to_vec()))?;
        file.write()
    }

    /// Reads what [`PosModel::write`] wrote; an error of kind [`crate::ErrorKind::ModelFormat`] for anything else.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let mut file = ModelFile::read(bytes, TASK, VERSION)?;
        let size: usize = file.metadata()?;
        let rows = file.take_i8("rows", &[size, LANES])?;
        let model = SequenceModel::new(rows.as_chunks().0.to_vec(), vec![[[0; LANES]; LANES]])
            .map_err(|error| Error::model_format(error.to_string()))?;
        Ok(Self { model })
    }
}

/// Fisher and Yates, with a xorshift generator: the same order on every machine.
pub fn shuffle(order: &mut [usize], state: &mut u64) {
    for i in (1..order.len()).rev() {
        *state ^= *state << 13;
        *state ^= *state >> 7;
        *state ^= *state << 17;
        order.swap(i, (*state % (i as u64 + 1)) as usize);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(sentence: &str) -> Vec<Pos> {
        let forms: Vec<Form> = sentence.split(' ').map(Form::new).collect();
        PosModel::embedded().tag(&forms)
    }

    #[test]
    fn the_embedded_model_reads_and_tags() {
        assert!(PosModel::read(include_bytes!("../models/pos.bin")).is_ok());
        let tags = tag("The minister said on Monday that she would resign .");
        assert_eq!(tags[0..3], [Pos::Det, Pos::Noun, Pos::Verb]);
        assert_eq!(tags[4], Pos::Propn);
        assert_eq!(tags[7..], [Pos::Aux, Pos::Verb, Pos::Punct]);
    }

    #[test]
    fn files_round_trip_and_damage_is_an_error() {
        let words: Vec<Form> = ["a", "b"].map(Form::new).to_vec();
        let model = PosModel::train(&[(words.clone(), vec![Pos::Det, Pos::Noun])], 6, 5);
        let bytes = model.write().unwrap();
        assert_eq!(PosModel::read(&bytes).unwrap().tag(&words), [Pos::Det, Pos::Noun]);
        assert!(PosModel::read(&bytes[..40]).is_err());
    }
}
