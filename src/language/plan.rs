//! Which languages compete, by script. Where a script has one language, the script is the answer; elsewhere a linear
//! model decides, with rows of its own and no wider than its languages need.

use std::sync::OnceLock;

use super::clean::Words;
use super::features::features;
use super::ideographs::{Told, told};
use super::script::Script;
use crate::learn::linear::row_of;
use crate::{Context, Result};

/// The class of letters that are no language: mashed keys, random strings.
pub const GIBBERISH: &str = "und";

/// The languages of a script, or of scripts that are written together, and the size of their table of weights.
#[derive(Debug)]
pub struct Plan {
    /// The name of its part of the model file.
    pub name: &'static str,
    scripts: &'static [Script],
    /// BCP 47 codes, sorted; the classes of the linear model. [`GIBBERISH`] may be among them.
    pub codes: &'static [&'static str],
    /// Rows of weights.
    pub rows: usize,
    /// Whether spaces stand between words, so that a word's ends tell something.
    spaced: bool,
}

/// The linear models of the identifier.
pub static PLANS: &[Plan] = &[
    Plan {
        name: "latin",
        scripts: &[Script::Latin],
        codes: &[
            "af", "ak", "az", "bs", "ca", "cs", "cy", "da", "de", "en", "eo", "es", "et", "eu", "fi", "fr", "ga", "hr",
            "hu", "id", "is", "it", "jv", "la", "lg", "lt", "lv", "mi", "ms", "nb", "nl", "nn", "pl", "pt", "ro", "sk",
            "sl", "sn", "so", "sq", "sr", "st", "sv", "sw", "tk", "tl", "tn", "tr", "ts", "und", "uz", "vi", "xh",
            "yo", "zu",
        ],
        rows: 124_000,
        spaced: true,
    },
    Plan {
        name: "cyrillic",
        scripts: &[Script::Cyrillic],
        codes: &["be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "tt", "uk", "und", "uz"],
        rows: 32_000,
        spaced: true,
    },
    Plan { name: "arabic", scripts: &[Script::Arabic], codes: &["ar", "fa", "ug", "ur"], rows: 48_000, spaced: true },
    Plan { name: "devanagari", scripts: &[Script::Devanagari], codes: &["hi", "mr", "ne"], rows: 48_000, spaced: true },
    Plan { name: "hebrew", scripts: &[Script::Hebrew], codes: &["he", "yi"], rows: 4_000, spaced: true },
    Plan {
        name: "han",
        scripts: &[Script::Han, Script::Hiragana, Script::Katakana],
        codes: &["ja", "zh"],
        rows: 24_000,
        spaced: false,
    },
];

/// The language of each script that only one supported language uses.
pub(crate) static SINGLE: &[(Script, &str)] = &[
    (Script::Armenian, "hy"),
    (Script::Bengali, "bn"),
    (Script::Ethiopic, "am"),
    (Script::Georgian, "ka"),
    (Script::Greek, "el"),
    (Script::Gujarati, "gu"),
    (Script::Gurmukhi, "pa"),
    (Script::Hangul, "ko"),
    (Script::Kannada, "kn"),
    (Script::Khmer, "km"),
    (Script::Lao, "lo"),
    (Script::Malayalam, "ml"),
    (Script::Myanmar, "my"),
    (Script::Oriya, "or"),
    (Script::Sinhala, "si"),
    (Script::Tamil, "ta"),
    (Script::Telugu, "te"),
    (Script::Thaana, "dv"),
    (Script::Thai, "th"),
    (Script::Tibetan, "bo"),
];

/// A text of at most this many letters ("de", "la") is often a word of many languages. Where its letters do not decide, how
/// much there is to read in each language does.
const FEW_LETTERS: u32 = 4;
/// What there is most to read in, in two steps, and what is added to the scores then.
const MUCH_READ: [(&[&str], f32); 2] = [
    (&["de", "en", "es", "fr", "it", "nl", "pt", "ru"], 2.0),
    (&["ar", "cs", "fa", "hi", "id", "pl", "sv", "tr", "uk", "vi"], 1.0),
];
/// What is added to the score of English for words that other languages have borrowed from it.
const BORROWED: f32 = 6.0;

/// A text of at most so many ideographs is looked up in the standards, and one of at most so many is open where they do not decide.
const FEW_IDEOGRAPHS: u32 = 32;
const OPEN_IDEOGRAPHS: u32 = 8;
/// What is added to the scores of the language that they tell, and of the likelier of two.
const SURE: f32 = 8.0;
const LIKELIER: f32 = 0.5;

/// The words of `international.txt`.
fn international() -> &'static [&'static str] {
    static WORDS: OnceLock<Vec<&str>> = OnceLock::new();
    let read = || include_str!("international.txt").lines().filter(|line| !line.starts_with('#')).collect();
    WORDS.get_or_init(read)
}

impl Plan {
    /// Adds to the scores of a text of `letters` letters what speaks for languages beside the text itself.
    pub(crate) fn add_prior(&self, words: &Words, letters: u32, scores: &mut [f32]) {
        if letters <= FEW_LETTERS {
            for (codes, prior) in MUCH_READ {
                for class in codes.iter().filter_map(|code| self.codes.binary_search(code).ok()) {
                    scores[class] += prior;
                }
            }
        }
        let borrowed = |word: &[char]| international().iter().any(|known| known.chars().eq(word.iter().copied()));
        if words.len() <= 2
            && let Ok(english) = self.codes.binary_search(&"en")
            && words.iter().all(|(_, word)| borrowed(word))
        {
            scores[english] += BORROWED;
        }
    }

    /// Adds what the standards tell that hold a few ideographs without kana among them.
    pub(super) fn add_ideographs(&self, words: &Words, scores: &mut [f32]) {
        let letters = self.letters(words);
        if !self.has(Script::Han) || letters > FEW_IDEOGRAPHS || letters != words.count(Script::Han) {
            return;
        }
        let (Ok(japanese), Ok(chinese)) = (self.codes.binary_search(&"ja"), self.codes.binary_search(&"zh")) else {
            return;
        };
        let signs =
            words.iter().filter(|(script, _)| *script == Script::Han).flat_map(|(_, word)| word.iter().copied());
        match told(signs) {
            Told::Japanese => scores[japanese] = scores[japanese].max(scores[chinese]) + SURE,
            // Either may be meant; the likelier comes first.
            Told::Open if letters <= OPEN_IDEOGRAPHS => {
                let first = if scores[japanese] > scores[chinese] { japanese } else { chinese };
                let mean = (scores[japanese] + scores[chinese]) / 2.0;
                (scores[japanese], scores[chinese]) = (mean, mean);
                scores[first] += LIKELIER;
            }
            Told::Open | Told::Other => {}
        }
    }

    /// Whether the plan's languages use this script.
    pub(crate) fn has(&self, script: Script) -> bool {
        self.scripts.contains(&script)
    }

    /// How many letters of the plan's scripts there are.
    pub(crate) fn letters(&self, words: &Words) -> u32 {
        self.scripts.iter().map(|script| words.count(*script)).sum()
    }

    /// The language that the scripts of these words alone decide: kana is Japanese, and Chinese holds a sign of it at most.
    pub(crate) fn certain(&self, words: &Words) -> Option<&'static str> {
        let kana = words.count(Script::Hiragana) + words.count(Script::Katakana);
        (self.has(Script::Hiragana) && kana * 10 >= self.letters(words)).then_some("ja")
    }

    /// Whether spaces stand between words.
    pub fn is_spaced(&self) -> bool {
        self.spaced
    }

    /// The words of `text` in the plan's scripts, cleaned as for detection.
    ///
    /// Errors as for [`super::detect`].
    pub fn words(&self, text: &str, context: &Context) -> Result<Vec<Vec<char>>> {
        let words = Words::of(text, usize::MAX, context)?;
        Ok(words.iter().filter(|(script, _)| self.has(*script)).map(|(_, word)| word.to_vec()).collect())
    }

    /// Adds the rows of a word's features; `edges` is false for a piece cut out of a word.
    pub fn add_rows(&self, word: &[char], edges: bool, rows: &mut Vec<u32>) {
        features(word, edges && self.spaced, |hash| rows.push(row_of(hash, self.rows)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::resolve;
    use crate::learn::linear::width_for;

    #[test]
    fn codes_are_known_sorted_and_fit() {
        for plan in PLANS {
            assert!(plan.codes.windows(2).all(|w| w[0] < w[1]), "{}", plan.name);
            assert!(width_for(plan.codes.len()).is_ok());
            for code in plan.codes.iter().filter(|c| **c != GIBBERISH) {
                assert_eq!(resolve(code).unwrap().code, *code);
            }
        }
    }

    #[test]
    fn what_is_added_is_added_to_languages_that_exist() {
        let known = |code: &str| PLANS.iter().any(|plan| plan.codes.contains(&code));
        assert!(MUCH_READ.iter().flat_map(|(codes, _)| *codes).all(|code| known(code)));
        assert!(international().windows(2).all(|w| w[0] < w[1]));
    }

    #[test]
    fn every_script_has_its_languages_once() {
        for script in Script::ALL {
            let plans = PLANS.iter().filter(|plan| plan.has(script)).count();
            let single = SINGLE.iter().filter(|(s, _)| *s == script).count();
            assert_eq!(plans + single, 1, "{script:?}");
        }
    }
}
