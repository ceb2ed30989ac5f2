//! Case folding of words before stemming, by the rules of their language.
//!
//! Lower case as Unicode has it, with a final sigma at the end of Greek words, and: in Turkish "I" becomes "ı" and "İ"
//! becomes "i". German "ß" stays ("ẞ" becomes it): the algorithms write it "ss" themselves. Typographic apostrophes become
//! straight, which the algorithms know; apostrophes and hyphens at the ends, the stop of "mr." and soft hyphens go. Words are not
//! composed: a letter followed by a combining accent is another word than the letter with its accent.

/// The folded form of `word`: itself, or written to `out`.
#[inline]
pub(crate) fn fold<'w>(word: &'w str, turkish: bool, out: &'w mut String) -> &'w str {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return word;
    }
    out.clear();
    write(word.trim_matches(['\'', '’', '-']), turkish, out);
    out
}

fn write(mut word: &str, turkish: bool, out: &mut String) {
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
            assert_eq!(fold(word, turkish, &mut out), want);
        }
    }
}
