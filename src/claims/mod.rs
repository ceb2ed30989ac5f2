//! Who says what: attributions (quotations, what people annotate) and claims (clauses, what outlets share).

mod adjuncts;
/// Attributions: tagging, linking, repair.
pub mod attribution;
mod checkworthy;
mod contents;
mod dates;
mod extract;
pub(crate) mod frame;
mod furniture;
mod quantities;
mod reading;
mod retagged;
mod shouted;
/// Who a source is: names, titles, roles, pronouns.
pub mod speakers;
mod taken_back;
mod types;

pub use attribution::{AttributionModel, extract_attributions, extract_attributions_from, extract_attributions_with};
pub use checkworthy::{Reason, checkworthiness_features, checkworthiness_reasons, score_checkworthiness};
pub use dates::find_dates;
pub use extract::{ClaimOptions, extract_claims, extract_claims_from};
pub use quantities::find_quantities;
pub use reading::Reading;
pub use types::{
    Act, Attribution, Claim, Comparator, DateMention, Kind, Modality, Polarity, Precision, Quantity, SpeakerType,
};

#[cfg(test)]
mod falsity_tests;
#[cfg(test)]
mod frame_cases;
#[cfg(test)]
mod narrated_tests;
#[cfg(test)]
mod open_tests;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod unsaid_tests;
