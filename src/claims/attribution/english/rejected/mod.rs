//! What has the form of an attribution and reports nobody's words.

pub(crate) mod attributive;
pub(crate) mod bare;
pub(crate) mod doubtful;
pub(crate) mod handled;
pub(crate) mod idle;
pub(crate) mod quiet;
pub(crate) mod reduced;
pub(crate) mod restored;
pub(crate) mod shapes;
pub(crate) mod untold;
pub(crate) mod voiceless;
