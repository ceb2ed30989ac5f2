//! Whether a sentence ends behind an hour: "The fire broke out at 4 a.m. | Westin was away", but "at 4 p.m. Monday".

use super::Stops;

/// What leads to an hour; behind an article it describes what follows: "the 4 a.m. Westin train".
const LEADS: &[&str] =
    &["at", "by", "about", "around", "until", "till", "from", "before", "after", "to", "since", "between", "and"];

/// The most words of a name that is looked over.
const NAME: usize = 4;

impl Stops<'_> {
    /// Whether the hour before the abbreviation at `at` stands for itself, and the name at `next` opens a sentence: words in small letters
    /// go on behind it, and it is no day and no zone.
    pub(super) fn ends_with_hour(&self, at: usize, next: usize) -> bool {
        let mut head = self.text.get(self.start..at).unwrap_or("").split_whitespace().rev();
        let hour = head.next().unwrap_or("");
        let told = hour.starts_with(|c: char| c.is_ascii_digit()) && hour.ends_with(|c: char| c.is_ascii_digit());
        if !told || !head.next().is_some_and(|lead| LEADS.contains(&lead)) || self.words.dates(self.word_at(next)) {
            return false;
        }
        let mut end = next;
        for _ in 0..NAME {
            let word = self.word_at(end);
            // Zones are written in capitals alone: "EST".
            let name = word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase);
            if !name {
                break;
            }
            end += word.len();
            let owner = self.text.get(end..self.piece.end).unwrap_or("");
            if owner.starts_with("'s ") || owner.starts_with("’s ") {
                end += owner.find(' ').unwrap_or(0);
            }
            if self.char_at(end) != Some(' ') {
                break;
            }
            end += 1;
        }
        if self.char_at(end) == Some(',') && self.char_at(end + 1) == Some(' ') {
            end += 2;
        }
        // "4 p.m. Moscow time"
        let rest = self.word_at(end);
        end > next && rest.starts_with(char::is_lowercase) && rest != "time"
    }
}
