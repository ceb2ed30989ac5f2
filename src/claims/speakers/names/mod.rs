//! Names: where they stand, what belongs to them, which of them are one, and whether they are a person's.

pub(super) mod entities;
pub(super) mod found;
pub(super) mod german;
pub(super) mod given;
mod heads;
mod identity;
pub(super) mod members;
mod namesakes;
pub(super) mod offices;
pub(super) mod outlets;
pub(super) mod roles;
pub(super) mod russian;
mod stems;
pub(super) mod surnames;
mod things;
mod unspoken;
mod voices;

#[cfg(test)]
mod outlets_tests;
