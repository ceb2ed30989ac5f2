//! Language packs: the reporting words of a language and how its quotations are introduced.

use std::sync::OnceLock;

use super::lexicon::Lexicon;

/// What the room knows of one language.
#[derive(Debug)]
pub(crate) struct Pack {
    /// Primary language subtag.
    pub code: &'static str,
    /// Reporting words.
    pub lexicon: Lexicon,
}

/// Packs by primary language subtag; `en` has a trained tagger beside.
const FILES: &[(&str, &str)] = &[("en", include_str!("data/en.txt"))];

/// The pack of a BCP 47 code, by its primary subtag.
pub(crate) fn pack(language: &str) -> Option<&'static Pack> {
    static PACKS: OnceLock<Vec<Pack>> = OnceLock::new();
    let packs = PACKS.get_or_init(|| {
        let read =
            |(code, data): &(&'static str, &'static str)| Pack { code, lexicon: Lexicon::parse(data, *code == "en") };
        FILES.iter().map(read).collect()
    });
    let primary = language.split(['-', '_']).next().unwrap_or(language);
    packs.iter().find(|pack| pack.code == primary)
}
