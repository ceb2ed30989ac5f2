//! Whose words they are where the tagger's source is none, cut short or somebody else's.

pub(crate) mod agents;
pub(crate) mod authorities;
pub(crate) mod behind;
pub(crate) mod cited;
pub(crate) mod colons;
pub(crate) mod passed;
pub(crate) mod raised;
pub(crate) mod relinked;
pub(crate) mod tellers;
pub(crate) mod unseen;

#[cfg(test)]
mod relinked_tests;
