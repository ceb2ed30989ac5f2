//! Who is meant by words that are no name: pronouns, descriptions, shared titles, nothing at all.

mod aged;
mod antecedents;
mod authors;
pub(super) mod bearers;
pub(super) mod came_in;
mod clefts;
pub(super) mod contrast;
pub(super) mod descriptions;
mod dropped;
mod implicit;
mod kinds;
mod latter;
pub(super) mod origins;
mod own;
pub(super) mod pronouns;
mod relations;
mod salience;
mod several;
mod shared_titles;
pub(super) mod sides;
pub(super) mod somebody;
mod taken_up;
mod unproven;

#[cfg(test)]
mod contrast_tests;
#[cfg(test)]
mod generic_tests;
#[cfg(test)]
mod retaken_tests;
#[cfg(test)]
mod tests;
