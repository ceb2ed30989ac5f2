//! Which language a text is in: script first, then the languages of that script.
//!
//! Only words count. Numbers, addresses, @names, codes and emoji are left out first; where nothing is left, nothing is
//! guessed, nor where keys were mashed or a name stands alone. Of texts over `MAX_SAMPLED` bytes (64 KiB), sixteen
//! stretches of equal length are looked at, evenly spread from the start to the end.
//!
//! # Close neighbours
//!
//! - **nb, nn**: Bokmål and Nynorsk are told apart by their words; "no" and "nor" as names mean Bokmål. What both share
//!   goes to Bokmål, and a word or two may go to Danish, since nothing in them says otherwise.
//! - **hr, sr, bs**: Cyrillic is Serbian (`Language::script` says which). In Latin letters the answer is Croatian, or Bosnian
//!   where its words outweigh; Serbian in Latin letters is taken for one of these. Restrict the choice, to `["sr"]` or
//!   `["bs", "sr"]`, where it is known what the outlet writes.
//! - **id, ms**: told apart by their words ("bahwa", "bahawa"); what both share goes to Indonesian.
//! - **cs, sk**, **da, nb**, **es, pt, ca**, **xh, zu**, **st, tn**, **hi, mr, ne**: told apart by sentences, less so by words.
//! - **Variants** have one code: pt is European and Brazilian, zh simplified and traditional, de with and without ß.

mod baseline;
mod clean;
mod codes;
mod features;
pub mod identifier;
mod ideographs;
mod languages;
mod letters;
pub mod plan;
mod restriction;
mod script;
mod spans;

use std::sync::OnceLock;

pub use codes::{LanguageEntry, languages, resolve};
pub use restriction::Languages;
pub use spans::language_spans;

use crate::{Context, Result};
pub use clean::MAX_SAMPLED;
use clean::Words;
use identifier::Identifier;
use script::Script;

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

impl Language {
    fn new(code: &'static str, script: Script, confidence: f64) -> Self {
        Self { code, script: script.name(), confidence, reliable: confidence >= identifier::RELIABLE }
    }
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

/// What decides between the languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Model {
    /// Our own: a linear model over character n-grams, trained on words, word pairs and sentences; see [`identifier`].
    #[default]
    Copydesk,
    /// Trigram profiles of 70 languages (the whatlang crate).
    Whatlang,
}

/// The language that most of `text` is in, among `languages` if they are given; `None` if it holds no words, or none
/// that tell a language.
///
/// Errors: a text over the limits of `context`, or cancelled.
///
/// ```
/// use copydesk::Context;
/// use copydesk::language::detect;
/// # fn main() -> copydesk::Result<()> {
/// let context = Context::default();
/// let found = detect("Der Minister hat die Vorwürfe am Montag zurückgewiesen.", None, &context)?.unwrap();
/// assert_eq!((found.code, found.script), ("de", "Latin"));
/// assert!(detect("https://example.org 2024", None, &context)?.is_none());
/// # Ok(())
/// # }
/// ```
pub fn detect(text: &str, languages: Option<&Languages>, context: &Context) -> Result<Option<Language>> {
    Model::default().detect(text, languages, context)
}

/// The likeliest languages of `text` with their probabilities, best first; empty where [`detect`] finds nothing to judge.
///
/// Errors as for [`detect`].
pub fn ranking(text: &str, languages: Option<&Languages>, context: &Context) -> Result<Vec<(&'static str, f64)>> {
    Model::default().ranking(text, languages, context)
}

/// The BCP 47 codes of all languages that can be detected, sorted.
pub fn supported_languages() -> &'static [&'static str] {
    static CODES: OnceLock<Vec<&'static str>> = OnceLock::new();
    CODES.get_or_init(|| {
        let of_models = plan::PLANS.iter().flat_map(|plan| plan.codes).filter(|code| **code != plan::GIBBERISH);
        let of_scripts = plan::SINGLE.iter().map(|(_, code)| code);
        let mut codes: Vec<_> = of_models.chain(of_scripts).copied().collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    })
}

impl Model {
    /// [`detect`] by this model.
    pub fn detect(self, text: &str, languages: Option<&Languages>, context: &Context) -> Result<Option<Language>> {
        context.check_size(text.len())?;
        let words = Words::of(text, MAX_SAMPLED, context)?;
        let Some(script) = main_script(&words) else { return Ok(None) };
        Ok(match self {
            Model::Copydesk => {
                let best = Identifier::embedded()?.best(&words, languages);
                best.map(|(code, confidence)| Language::new(code, script, confidence))
            }
            Model::Whatlang => baseline::best(&words, languages).map(|(code, confidence, reliable)| Language {
                code,
                script: script.name(),
                confidence,
                reliable,
            }),
        })
    }

    /// [`ranking`] by this model.
    pub fn ranking(
        self,
        text: &str,
        languages: Option<&Languages>,
        context: &Context,
    ) -> Result<Vec<(&'static str, f64)>> {
        context.check_size(text.len())?;
        let words = Words::of(text, MAX_SAMPLED, context)?;
        Ok(match self {
            _ if main_script(&words).is_none() => Vec::new(),
            Model::Copydesk => Identifier::embedded()?.rank(&words, languages),
            Model::Whatlang => baseline::rank(&words, languages),
        })
    }
}

/// The script with the most letters, counting those together that are written together; `None` if there are no letters,
/// or a single one of an alphabet, as in a list or a formula.
fn main_script(words: &Words) -> Option<Script> {
    let together = |script: Script| -> u32 {
        Script::ALL.into_iter().filter(|other| script.joins(*other)).map(|other| words.count(other)).sum()
    };
    let mut found = Script::ALL.into_iter().filter(|script| words.count(*script) > 0);
    let first = found.next()?;
    let script = match found.next() {
        None => first,
        // The first of those that are alike.
        Some(_) => Script::ALL.into_iter().rev().max_by_key(|s| (together(*s), words.count(*s)))?,
    };
    let enough = if matches!(script, Script::Latin | Script::Cyrillic | Script::Greek) { 2 } else { 1 };
    (together(script) >= enough).then_some(script)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ErrorKind;
    use proptest::prelude::*;

    fn code(text: &str) -> Option<&'static str> {
        detect(text, None, &Context::default()).unwrap().map(|l| l.code)
    }

    #[test]
    fn sentences_of_many_languages_and_scripts() {
        let cases = [
            ("en", "Latin", "The committee will publish its findings before the end of the year."),
            ("fr", "Latin", "Le gouvernement a rejeté mardi les accusations de l'opposition."),
            ("de", "Latin", "Die Ministerin wies die Vorwürfe am Dienstag entschieden zurück."),
            ("ru", "Cyrillic", "Министр заявил, что переговоры продолжатся на следующей неделе."),
            ("uk", "Cyrillic", "Міністр заявив, що переговори триватимуть наступного тижня."),
            ("el", "Greek", "Ο υπουργός δήλωσε ότι οι συνομιλίες θα συνεχιστούν."),
            ("ar", "Arabic", "قال الوزير إن المفاوضات سوف تستمر في الأسبوع القادم"),
            ("he", "Hebrew", "השר אמר כי השיחות יימשכו בשבוע הבא"),
            ("hi", "Devanagari", "मंत्री ने कहा कि बातचीत अगले सप्ताह भी जारी रहेगी।"),
            ("zh", "Han", "部长表示,谈判将在下周继续进行。"),
            ("ja", "Hiragana", "大臣は、交渉が来週も続くと述べました。"),
            ("ko", "Hangul", "장관은 협상이 다음 주에도 계속될 것이라고 말했다."),
            ("th", "Thai", "รัฐมนตรีกล่าวว่าการเจรจาจะดำเนินต่อไปในสัปดาห์หน้า"),
        ];
        for (expected, script, text) in cases {
            let found = detect(text, None, &Context::default()).unwrap().unwrap();
            assert_eq!((found.code, found.script), (expected, script), "{text}");
            assert!((0.0..=1.0).contains(&found.confidence));
        }
    }

    #[test]
    fn nothing_is_guessed_where_nothing_is_said() {
        for text in
            ["", "  \n", "12 345,67", "https://example.org/le/la", "a@b.example", "B2B-4711 XK", "😀🎉", "...", "x"]
        {
            assert_eq!(code(text), None, "{text:?}");
            assert!(ranking(text, None, &Context::default()).unwrap().is_empty());
        }
    }

    #[test]
    fn mashed_keys_are_no_language() {
        for text in ["asdfghjkl", "qwertyuiop asdf", "jkfdhs kjdfhsk sdkjfh", "xcvbnm zxcvb"] {
            assert_eq!(code(text), None, "{text}");
        }
    }

    #[test]
    fn short_everyday_english_is_english() {
        for text in ["Hello", "I love you", "The minister р resigned", "Breaking News", "thank you"] {
            assert_eq!(code(text), Some("en"), "{text}");
        }
    }

    #[test]
    fn foreign_names_do_not_change_the_language() {
        assert_eq!(code("Компания Microsoft купила студию Activision Blizzard, сообщил представитель"), Some("ru"));
        assert_eq!(code("マイクロソフトの新しいWindowsを発表した"), Some("ja"));
        assert_eq!(code("Влада је саопштила да се преговори настављају"), Some("sr"));
    }

    #[test]
    fn either_model_can_be_asked() {
        let context = Context::default();
        let text = "The committee will publish its findings before the end of the year.";
        for model in [Model::Copydesk, Model::Whatlang] {
            assert_eq!(model.detect(text, None, &context).unwrap().unwrap().code, "en");
            assert_eq!(model.ranking("2024", None, &context).unwrap(), []);
        }
        let of_whatlang = whatlang::Lang::all().iter().map(|lang| resolve(lang.code()).unwrap().code);
        assert!(of_whatlang.into_iter().all(|code| supported_languages().contains(&code)));
        assert!(supported_languages().len() >= 85);
    }

    #[test]
    fn a_choice_of_languages_is_kept_and_renormalised() {
        let context = Context::default();
        let chosen = Languages::new(["pt", "gl", "it"].iter().filter(|c| supported_languages().contains(c))).unwrap();
        let text = "El ministro rechazó las acusaciones de la oposición";
        let ranked = ranking(text, Some(&chosen), &context).unwrap();
        assert!(ranked.iter().all(|(code, _)| chosen.contains(code)));
        assert!((ranked.iter().map(|(_, p)| p).sum::<f64>() - 1.0).abs() < 1e-6, "{ranked:?}");
        assert_eq!(detect(text, Some(&Languages::new(["ru", "el"]).unwrap()), &context).unwrap(), None);
    }

    #[test]
    fn limits_and_cancelling_hold() {
        let mut context = Context::default();
        context.limits.max_bytes = 10;
        assert_eq!(detect("more than ten bytes", None, &context).unwrap_err().kind(), ErrorKind::Limit);
        context.cancel();
        assert_eq!(detect("few", None, &context).unwrap_err().kind(), ErrorKind::Cancelled);
    }

    proptest! {
        #[test]
        fn any_text_is_answered(text in any::<String>()) {
            let context = Context::default();
            let ranked = ranking(&text, None, &context).unwrap();
            prop_assert!(ranked.windows(2).all(|w| w[0].1 >= w[1].1));
            prop_assert!(ranked.iter().all(|(_, p)| (0.0..=1.0).contains(p)));
            if let Some(found) = detect(&text, None, &context).unwrap() {
                prop_assert_eq!((found.code, found.confidence), ranked[0]);
            }
        }
    }
}
