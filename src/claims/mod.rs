//! Who says what: attributions (quotations, what people annotate) and claims (clauses, what outlets share).

mod checkworthy;
mod dates;
mod extract;
mod frame;
mod quantities;
mod types;

pub use checkworthy::{Reason, checkworthiness_features, checkworthiness_reasons, score_checkworthiness};
pub use dates::find_dates;
pub use extract::{ClaimOptions, extract_claims};
pub use quantities::find_quantities;

pub use types::{
    Act, Attribution, Claim, Comparator, DateMention, Kind, Modality, Polarity, Precision, Quantity, SpeakerType,
};
