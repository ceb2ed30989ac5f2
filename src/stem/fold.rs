//! Case folding of words before stemming, by the rules of their language.
//!
//! Lower case as Unicode has it, with a final sigma at the end of Greek words, and: in Turkish "I" becomes "ı" and "İ"
//! becomes "i". German "ß" stays ("ẞ" becomes it): the algorithms write it "ss" themselves. Typographic apostrophes become
//! straight, which the algorithms know; apostrophes at the ends, the stop of "mr." and soft hyphens go. Words are not
//! composed: a letter followed by a combining accent is another word than the letter with its accent.

/// Writes the folded form of `word` to `out`, which is emptied first.
pub(crate) fn fold(word: &str, turkish: bool, out: &mut String) {
    out.clear();
    let mut word = word.trim_matches(['\'', '’']);
    if let Some(head) = word.strip_suffix('.').filter(|head| !head.contains('.')) {
        word = head;
    }
    if word.is_ascii() && !turkish {
        out.push_str(word);
        out.make_ascii_lowercase();
        return;
    }
    if word.contains('Σ') {
        // Only here does a letter depend on its place.
        out.push_str(&word.to_lowercase());
        return;
    }
    for c in word.chars() {
        match c {
            '’' | 'ʼ' => out.push('\''),
            '\u{AD}' | '\u{2060}' => {}
            'I' if turkish => out.push('ı'),
            'İ' if turkish => out.push('i'),
            _ if c.is_lowercase() => out.push(c),
            _ => out.extend(c.to_lowercase()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn folds_by_language() {
        let mut out = String::new();
        for (word, turkish, want) in [
            ("NATO’s", false, "nato's"),
            ("workers'", false, "workers"),
            ("IŞIK", true, "ışık"),
            ("İstanbul", true, "istanbul"),
            ("ΠΟΛΕΜΟΣ", false, "πολεμος"),
            ("STRAẞE", false, "straße"),
            ("Mr.", false, "mr"),
            ("U.S.", false, "u.s."),
            ("co\u{AD}operate", false, "cooperate"),
        ] {
            fold(word, turkish, &mut out);
            assert_eq!(out, want);
        }
    }
}
