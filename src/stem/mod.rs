//! Stems of words and documents.
