//! Who speaks behind the "by" of an English passive: "Holt was accused of lying by Ana Ruiz", "has been accused by unions of cheating".

use super::analysis::{Analysis, state};
use super::grammar::SOURCE;
use super::linking::{Link, Run};
use crate::claims::speakers::{is_somebody, is_trade};
use crate::claims::types::Act;
use crate::text::pos::{Form, Pos};

/// How far behind its verb "by" may stand, in words.
const FAR: usize = 24;

/// Who does what a passive tells.
#[derive(Debug, Clone, Copy)]
pub(super) struct Agent {
    by: usize,
    who: Run,
    /// One past the last word of the clause.
    end: usize,
}

/// The agent of a passive cue: right behind it, or where it accuses, behind what somebody is accused of.
pub(super) fn agent(analysis: &Analysis, cue: Run) -> Option<Agent> {
    let (_, to) = analysis.sentence_at(cue.0);
    let outside = |i: usize| analysis.quoted[i] == state::OUT;
    let by = (cue.1..to.min(cue.1 + FAR)).find(|&i| outside(i) && analysis.words.of(i) == "by")?;
    // "accused of taking money paid by the firm": another verb has that "by".
    let other = |i: usize| analysis.tag(i).form == Form::Participle || analysis.is_comma(i);
    // "was quoted by the Fern as saying": who passes something on does not say it.
    let does = |acts: &[Act]| (cue.0..cue.1).any(|i| acts.iter().any(|act| analysis.does(i, *act)));
    let fits = does(&[Act::Accuse]) || by == cue.1 && does(&[Act::Demand, Act::Warn, Act::Deny]);
    if !fits || (cue.1..by).any(other) {
        return None;
    }
    let word = |i: usize| {
        let of = analysis.pos[i] == Pos::Adp || !analysis.is_of_source(i);
        // "by the mayor of Hagenau", but "by unions of cheating workers"
        let named = analysis.words.of(i) == "of" && i + 1 < to && !analysis.words.of(i + 1).ends_with("ing");
        outside(i) && (!of || named)
    };
    let stop = (by + 1..to.min(by + 1 + SOURCE)).find(|&i| !word(i)).unwrap_or(to.min(by + 1 + SOURCE));
    let who = (by + 1, analysis.last_word((by + 1, stop))? + 1);
    let end = (who.1..to).find(|&i| analysis.is_comma(i) || !outside(i)).unwrap_or(to);
    let end = analysis.last_word((by, end))? + 1;
    let somebody = |i: usize| {
        let (hash, word) = (analysis.form(i).hash, analysis.words.of(i));
        let day = analysis.pos[i] == Pos::Propn && word.ends_with("day");
        !day && (analysis.pos[i] == Pos::Propn || is_trade("en", hash, word) || is_somebody("en", hash, word))
    };
    // "accused by exporters of reacting too slowly": who stands right behind the verb need not be known as a person.
    let many = by == cue.1 && analysis.tag(who.1 - 1).form == Form::Plural && analysis.tag(who.0).form != Form::Gerund;
    (many || (who.0..who.1).any(somebody)).then_some(Agent { by, who, end })
}

impl Agent {
    /// Makes the agent the source, and leaves it out of what is said.
    pub fn give(self, link: &mut Link, cue: Run) {
        let Self { by, who, end } = self;
        link.source = Some(who);
        link.inherited = false;
        let parts = link.contents.iter().flat_map(|run| match run.0 < who.1 && by < run.1 {
            true => [(run.0, run.1.min(by)), (run.0.max(who.1), run.1)],
            false => [*run, (0, 0)],
        });
        link.contents = parts.filter(|run| run.0 < run.1).collect();
        let charges = if by == cue.1 { (who.1, end) } else { (cue.1, by) };
        let lacks = !link.contents.iter().any(|run| run.0 >= cue.1);
        if lacks && charges.0 < charges.1 {
            link.contents.push(charges);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::{parts, read};

    #[test]
    fn who_accuses_stands_behind_by() {
        for (text, who, what) in [
            ("Mary Doyle was accused of lying by Joe Brandt.", "Joe Brandt", "Mary Doyle … of lying"),
            (
                "Mary Doyle has been accused by Joe Brandt of taking bribes.",
                "Joe Brandt",
                "Mary Doyle … of taking bribes",
            ),
            ("The firm was accused by unions of cheating workers.", "unions", "The firm … of cheating workers"),
            ("The bank was accused by exporters of acting late.", "exporters", "The bank … of acting late"),
            ("The town was urged by doctors to ban smoking.", "doctors", "The town … to ban smoking"),
            ("The firm was accused of fraud by prosecutors on Monday.", "prosecutors", "The firm … fraud"),
        ] {
            assert_eq!(parts(text, "en")[0][0], who, "{text}");
            assert_eq!(parts(text, "en")[0][2], what, "{text}");
        }
    }

    #[test]
    fn what_is_no_somebody_accuses_nobody() {
        for text in [
            "Mary Doyle was accused of cheating by using a phone.",
            "Mary Doyle was accused of taking money paid by Joe Brandt.",
            "Mary Doyle was accused of lying.",
        ] {
            assert!(read(text, "en").iter().all(|found| found.speaker.is_none()), "{text}");
        }
    }
}
