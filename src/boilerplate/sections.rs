//! Lists of words in files of sections, which newcomers extend: `[section] what people are told of it`, under it lines of
//! `en: words`, comments behind `#`.

/// The words of one language in a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Entry<'a> {
    /// The name between the brackets.
    pub section: &'a str,
    /// What stands behind them.
    pub about: &'a str,
    pub words: &'a str,
}

/// The entries of a file in their order. Lines out of form are passed over; tests keep the files free of them.
pub(crate) fn entries(source: &str) -> impl Iterator<Item = Entry<'_>> {
    let mut open = None;
    source.lines().map(str::trim).filter(|line| !line.starts_with('#')).filter_map(move |line| {
        if let Some((section, about)) = line.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            open = Some((section, about.trim()));
            return None;
        }
        let ((_, words), (section, about)) = line.split_once(':').zip(open)?;
        Some(Entry { section, about, words: words.trim() })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_belong_to_the_section_above_them() {
        let source =
            "# about\n: nowhere\n[a] a reason\nen: one | two\n# de: no\n\nde: drei\n[b]\nout of form\nen: four";
        let found: Vec<_> = entries(source).map(|entry| (entry.section, entry.about, entry.words)).collect();
        assert_eq!(found, [("a", "a reason", "one | two"), ("a", "a reason", "drei"), ("b", "", "four")]);
    }
}
