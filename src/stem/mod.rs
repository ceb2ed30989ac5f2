//! Stems of words and documents.
//!
//! [`Stemmer`](crate::stem::Stemmer) maps one lower-cased word to its stem: by today's Snowball algorithms (the crate frostem, generated from
//! `snowballstem/snowball`; Porter 1980 and 2001, <https://snowballstem.org>), or by those of the crate rust-stemmers, five
//! Snowball releases older, for stems that must match an existing index. Names of languages are BCP 47 and ISO 639-3 codes
//! and English names, see [`supported_languages`](crate::stem::supported_languages).
//!
//! [`DocumentStemmer`](crate::stem::DocumentStemmer) goes through a text once: tokens, folded case, stop words left out where asked, stems. A
//! [`StemCache`](crate::stem::StemCache) of fixed size, which the caller keeps for a batch and a thread, spares most words the algorithm.
//!
//! Against PyStemmer 3.1 (Snowball 3.1) the output is the same; Finnish differs, as PyStemmer does, from 103 words of the
//! vocabulary list published beside the algorithms, which is older than the Finnish algorithm.

mod cache;
mod counts;
mod document;
mod fold;
mod languages;
mod legacy;
mod lent;
mod places;
mod stemmer;
mod stopwords;
mod table;
mod word;

pub use cache::StemCache;
pub use counts::{TermCount, count_terms, term_counts};
pub use document::DocumentStemmer;
pub use languages::{language_code, supported_languages};
pub use lent::LentCache;
pub use stemmer::{Algorithm, Stemmer};
pub use stopwords::StopWords;
pub use table::StemTable;
