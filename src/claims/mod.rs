//! Who says what: attributions (quotations, what people annotate) and claims (clauses, what outlets share).

mod attribution;
mod types;

pub use types::{
    Act, Attribution, Claim, Comparator, DateMention, Kind, Modality, Polarity, Precision, Quantity, SpeakerType,
};
