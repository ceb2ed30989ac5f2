//! Who says what: attributions (quotations, what people annotate) and claims (clauses, what outlets share).

mod dates;
mod frame;
mod quantities;
mod types;

pub use dates::find_dates;
pub use quantities::find_quantities;

pub use types::{
    Act, Attribution, Claim, Comparator, DateMention, Kind, Modality, Polarity, Precision, Quantity, SpeakerType,
};
