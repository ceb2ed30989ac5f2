//! Marks that end no content, in English: dashes around an aside ("said the bridge | – the oldest in town – would close"), the commas of a
//! date ("said it would close on Monday, | March 17, and reopen in May").

use super::occasions::MONTHS;
use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::linking::{Link, cue_words};
use crate::learn::form::Shape;
use crate::text::pos::{Form, Pos};

/// The longest aside between dashes, in words.
const ASIDE: usize = 20;
/// The longest subject before it, in words.
const SUBJECT: usize = 40;
/// The longest rest of a sentence, in words: a bound on text without stops.
const LONGEST: usize = 80;

/// Lets contents behind their cue go on over such marks, unless somebody else speaks there.
pub(crate) fn run_over_marks(analysis: &Analysis, links: &mut [Link]) {
    let cues = cue_words(links);
    for link in links.iter_mut() {
        let (Some(cue), Some(run)) = (link.cue, link.contents.last_mut()) else { continue };
        let (from, to) = *run;
        let same = analysis.sentence_of[to - 1] == analysis.sentence_of[cue.0];
        if from < cue.1 || !same || analysis.quoted[to - 1] != state::OUT {
            continue;
        }
        let (_, end) = analysis.sentence_at(cue.0);
        let free = |from: usize| {
            let last = analysis.last_word((from, end)).filter(|last| last - from < LONGEST)?;
            (!(from..=last).any(|i| cues.contains(&i))).then_some(last + 1)
        };
        if let Some(close) = aside(analysis, (from, to), end) {
            run.1 = free(to).filter(|_| close + 1 < end).unwrap_or(to);
        } else if let Some(date) = date(analysis, to, end) {
            let rest = date + usize::from(date < end && analysis.is_comma(date));
            let goes_on = rest < end
                && end - rest < LONGEST
                && !analysis.has_finite((rest, end))
                && analysis.tag(rest).form != Form::Gerund;
            run.1 = if goes_on { free(rest) } else { None }.unwrap_or(date);
        }
    }
}

/// The dash that closes an aside within the subject of a content, which ends at one of its two dashes.
fn aside(analysis: &Analysis, (from, to): (usize, usize), end: usize) -> Option<usize> {
    let open =
        (from + 1..to.min(end).min(from + SUBJECT)).find(|&i| is_dash(analysis, i)).or((to < end).then_some(to))?;
    let close = (open + 1..end.min(open + 1 + ASIDE)).find(|&i| is_dash(analysis, i))?;
    let next = (close + 1..end).find(|&i| analysis.pos[i] != Pos::Adv)?;
    let verb = analysis.pos[next] == Pos::Aux || analysis.tag(next).is_finite();
    let subject = open - from <= SUBJECT && analysis.has_noun((from, open)) && !analysis.has_finite((from, open));
    let plain = analysis.is_plain((from, close + 1)) && !analysis.has_finite((open, close));
    (is_dash(analysis, open) && to <= close && verb && subject && plain).then_some(close)
}

/// Whether a word is a dash that parts words, and no hyphen within one.
fn is_dash(analysis: &Analysis, i: usize) -> bool {
    let words = &analysis.words.words;
    let spaced = |i: usize| words.get(i + 1).is_some_and(|next| words[i].span.end < next.span.start);
    analysis.form(i).shape == Shape::Dash && (analysis.words.of(i) != "-" || i > 0 && spaced(i - 1) && spaced(i))
}

/// Where a date ends whose day of the week stands right before the comma at `comma`: "Monday, | March 17, 2025".
fn date(analysis: &Analysis, comma: usize, end: usize) -> Option<usize> {
    let day = comma.checked_sub(1).filter(|&day| analysis.form(day).is_capital())?;
    if comma + 2 >= end || !analysis.is_comma(comma) || !analysis.words.of(day).ends_with("day") {
        return None;
    }
    let number = |i: usize| i < end && analysis.form(i).shape == Shape::Number;
    let month = |i: usize| MONTHS.contains(&analysis.words.of(i));
    let (first, second) = (comma + 1, comma + 2);
    let whole = month(first) && number(second) || number(first) && month(second);
    let year = usize::from(analysis.is_comma(second + 1)) + second + 1;
    let year = Some(year + 1).filter(|_| number(year) && analysis.words.of(year).len() == 4);
    whole.then(|| year.unwrap_or(second + 1))
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::parts;

    #[track_caller]
    fn said(text: &str, what: &str) {
        assert_eq!(parts(text, "en").first().map(|found| found[2].as_str()), Some(what), "{text}");
    }

    #[test]
    fn an_aside_between_dashes_ends_nothing() {
        said(
            "The guild says more than 400 of its drivers – nearly a third – have not been hired again.",
            "more than 400 of its drivers – nearly a third – have not been hired again",
        );
        said(
            "The mayor said the tower — the oldest in town — would not reopen.",
            "the tower — the oldest in town — would not reopen",
        );
    }

    #[test]
    fn a_date_with_commas_ends_nothing() {
        said(
            "Kellin said the pool would shut on Tuesday, April 8, and reopen in June.",
            "the pool would shut on Tuesday, April 8, and reopen in June",
        );
        said(
            "Kellin said the pool will shut on Friday, 4 July, for repairs.",
            "the pool will shut on Friday, 4 July, for repairs",
        );
        said("Kellin said the pool would shut on Tuesday, April 8.", "the pool would shut on Tuesday, April 8");
    }
}
