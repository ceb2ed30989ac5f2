//! The extension module `copydesk._core`: converts, and does nothing else.

mod boilerplate;
mod claims;
mod columns;
mod coverage;
mod errors;
mod input;
mod language;
mod rows;
mod stem;
mod table;
mod terms;
mod text;
mod values;

use pyo3::prelude::*;

/// The compiled core of copydesk; use the functions of `copydesk` instead, which take and return what you have.
#[pymodule]
mod _core {
    #[pymodule_export]
    use super::boilerplate::{
        Templates, article_markdown, changed_date, check_encoding, clean_text, date_line, decode_page, extract_article,
        learn_templates, line_authors, opening_date, stated_date,
    };
    #[pymodule_export]
    use super::claims::{
        AttributionModel, act_verbs, checkworthiness_reasons, extract_attributions, extract_claims,
        score_checkworthiness, train_attribution,
    };
    #[pymodule_export]
    use super::columns::text_lengths;
    #[pymodule_export]
    use super::coverage::{
        amount, body_key, conflicts, group_stories, match_claims, match_weighted, opposed, pair_figures, persons,
        retold, spellings, weights, wording,
    };
    #[pymodule_export]
    use super::language::{detect_language, language_spans, languages, rank_languages, resolve_language};
    #[pymodule_export]
    use super::rows::{table_of_columns, table_of_rows, with_numbers};
    #[pymodule_export]
    use super::stem::{stem_languages, stem_lists, stem_texts, stem_word_list, stem_words};
    #[pymodule_export]
    use super::table::Table;
    #[pymodule_export]
    use super::terms::{TermTotals, concordance, keyness, ngrams, term_counts, term_totals};
    #[pymodule_export]
    use super::text::{split_sentences, tokenize};

    use pyo3::prelude::*;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}
