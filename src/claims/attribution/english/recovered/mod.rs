//! Attributions that the tagger passes over: headlines, tails, hearings, denials of what was said before, figures, views.

pub(crate) mod alleged;
pub(crate) mod announced;
pub(crate) mod answered;
pub(crate) mod closers;
pub(crate) mod disowned;
pub(crate) mod figures;
pub(crate) mod headlines;
pub(crate) mod hearings;
pub(crate) mod likewise;
pub(crate) mod lines;
pub(crate) mod missed;
pub(crate) mod tails;
pub(crate) mod turns;
pub(crate) mod views;

#[cfg(test)]
mod headlines_tests;
#[cfg(test)]
mod tails_tests;
