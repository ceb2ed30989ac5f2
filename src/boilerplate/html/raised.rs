//! Numbers above the line: "10<sup>6</sup>" is a power and no 106, and "note<sup>2</sup>" bears the mark of a footnote.
//!
//! They are written with the small digits that Unicode has for them, a power and a unit's exponent ("km²") where they stand,
//! the mark of a footnote apart from its word.

/// The longest text above the line that is looked at, in bytes.
pub(super) const LONGEST: usize = 8;

/// The most digits.
const MOST_DIGITS: usize = 3;

/// The longest unit or variable with an exponent, in letters.
const UNIT: usize = 2;

/// How far back the word before is looked through, in characters.
const BACK: usize = 3;

/// Whether a text above the line is a number.
pub(super) fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '−', '–', '+']).unwrap_or(text);
    (1..=MOST_DIGITS).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// The character as it is written above the line.
pub(super) fn raised(char: char) -> char {
    match char {
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '0' | '4'..='9' => char.to_digit(10).and_then(|digit| char::from_u32('⁰' as u32 + digit)).unwrap_or(char),
        '+' => '⁺',
        '-' | '−' | '–' => '⁻',
        _ => char,
    }
}

/// Whether a character is a digit above the line.
pub(super) fn is_raised(char: char) -> bool {
    matches!(char, '²' | '³' | '¹' | '⁰'..='⁹')
}

/// Whether a number above the line is to be parted from the text before it: it marks a footnote to a word.
pub(super) fn parts(before: &str) -> bool {
    let Some(last) = before.chars().next_back().filter(|char| !char.is_whitespace()) else { return false };
    let letters = before.chars().rev().take(BACK).take_while(|char| char.is_alphabetic()).count();
    !(last.is_numeric() || (1..=UNIT).contains(&letters))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{FIRST, SECOND, article, page};
    use super::*;

    #[test]
    fn powers_stay_powers_and_footnotes_leave_their_words() {
        let main = format!(
            "<article><h1>Ferries return</h1><p>{FIRST}</p><p>The lab grew 10<sup>6</sup> cells on 40 km<sup>2</sup>, some of \
             10<sup>−3</sup> mm, as the report<sup>2</sup> of the 1<sup>st</sup> of May says.<sup><a href=#n>13</a></sup> It \
             cost 3 million.</p><p>{SECOND}</p></article>"
        );
        let text = article(&page(&main)).text;
        for words in ["grew 10⁶ cells on 40 km², some of 10⁻³ mm", "report ² of the 1st of May says. ¹³ It cost"]
        {
            assert!(text.contains(words), "{text}");
        }
    }

    #[test]
    fn words_above_the_line_are_no_numbers() {
        for text in ["", "st", "1234", "2nd", "[2]", "-", "²"] {
            assert!(!is_number(text), "{text}");
        }
        assert!(!parts("") && !parts("see ") && !parts("10") && !parts("40 km") && parts("note") && parts("end."));
    }
}
