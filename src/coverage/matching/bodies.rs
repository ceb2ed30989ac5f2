//! Bodies that are called by a common noun, which is another one in each language: "police", "Polizei", "полиция".

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::coverage::reading::vocabulary::{head_words, is_stopword, primary, stem};

/// What joins a body across languages that a common noun names; `None` for any other name, and for a noun that is but another word
/// for such a body ("officers").
///
/// ```
/// use copydesk::coverage::body_key;
/// assert_eq!(body_key("the police", Some("en")), body_key("Polizei", Some("de")));
/// assert_eq!(body_key("Norhaven police", Some("en")), None);
/// ```
pub fn body_key(name: &str, language: Option<&str>) -> Option<String> {
    static HEADS: OnceLock<HashMap<(&str, String), u32>> = OnceLock::new();
    let heads = HEADS.get_or_init(|| {
        let mut heads = HashMap::new();
        for (class, code, word) in head_words() {
            heads.entry((code, stem(code, word))).or_insert(class);
        }
        heads
    });
    let code = primary(language.unwrap_or("en"));
    let lower = name.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut telling = words.filter(|word| !is_stopword(code, word));
    let word = telling.next().filter(|_| telling.next().is_none())?;
    heads.get(&(code, stem(code, word))).map(|class| format!("={class}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_has_one_key_in_all_languages() {
        let police = body_key("Police", None);
        assert!(police.is_some());
        for (name, code) in [("die Polizei", "de"), ("la policía", "es"), ("Полиция", "ru"), ("the police", "en-GB")]
        {
            assert_eq!(body_key(name, Some(code)), police, "{name}");
        }
        for (name, code) in [("officers", "en"), ("Tarvo police", "en"), ("Regierung", "de"), ("", "en")] {
            assert_ne!(body_key(name, Some(code)), police, "{name}");
        }
    }
}
