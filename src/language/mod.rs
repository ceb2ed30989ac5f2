//! Which language a text is in: script first, then the languages of that script.

/// What was detected for one text.
#[derive(Debug, Clone, PartialEq)]
pub struct Language {
    /// BCP 47, shortest form: "en", "pt", "zh".
    pub code: &'static str,
    /// English name of the main script: "Latin", "Cyrillic".
    pub script: &'static str,
    /// Probability of `code`, in [0, 1].
    pub confidence: f64,
    /// Whether the answer can be relied on.
    pub reliable: bool,
}

/// A stretch of a mixed text in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct LanguageSpan {
    /// Its bytes.
    pub span: crate::Span,
    /// BCP 47; `None` where nothing can be said.
    pub code: Option<&'static str>,
    /// Probability of `code`, in [0, 1]; 0 where `code` is `None`.
    pub confidence: f64,
}
