//! Who says what: attributions (quotations, what people annotate) and claims (clauses, what outlets share).

/// Attributions: who says something, the quotation level.
pub mod attribution;
/// Who is meant by a source: names, roles, pronouns, keys across documents.
pub mod speakers;
mod types;

pub use attribution::{AttributionModel, extract_attributions, extract_attributions_with};
pub use types::{
    Act, Attribution, Claim, Comparator, DateMention, Kind, Modality, Polarity, Precision, Quantity, SpeakerType,
};
