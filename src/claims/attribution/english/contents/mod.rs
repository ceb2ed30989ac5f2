//! Where what is said begins and ends, and where somebody else goes on.

pub(crate) mod addressees;
pub(crate) mod apposed;
pub(crate) mod around;
pub(crate) mod asides;
pub(crate) mod beside;
pub(crate) mod bounds;
pub(crate) mod closing;
pub(crate) mod continued;
pub(crate) mod contrasted;
pub(crate) mod dismissed;
pub(crate) mod edges;
mod fronted;
pub(crate) mod heads;
pub(crate) mod joined;
pub(crate) mod listed;
pub(crate) mod marked;
mod occasions;
pub(crate) mod opened;
pub(crate) mod rebutted;
pub(crate) mod semicolons;
mod tenses;
pub(crate) mod twice;
pub(crate) mod unclosed;

#[cfg(test)]
mod asides_tests;
#[cfg(test)]
mod heads_tests;
