//! Names: where they stand, what belongs to them, which of them are one, and whether they are a person's.

mod bodies;
pub(super) mod entities;
pub(super) mod found;
pub(super) mod german;
pub(super) mod given;
mod heads;
mod identity;
mod kinds;
pub(super) mod members;
mod namesakes;
pub(super) mod offices;
pub(super) mod outlets;
pub(super) mod roles;
pub(super) mod russian;
mod stems;
pub(super) mod surnames;
mod things;
mod trades;
mod unspoken;
mod voices;

#[cfg(test)]
mod outlets_tests;
