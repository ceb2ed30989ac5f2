//! Who speaks behind the "by" of an English passive: "Holt was accused of lying by Ana Ruiz", "has been accused by unions of cheating".

use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::english::grammar::SOURCE;
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::speakers::{is_somebody, is_trade};
use crate::claims::types::Act;
use crate::text::pos::{Form, Pos};

/// What is done to words by those who say them, too.
const ECHOED: &[&str] = &["echoed", "confirmed", "announced", "acknowledged", "highlighted", "revealed", "described"];

/// How far behind its verb "by" may stand, in words.
const FAR: usize = 24;

/// Who does what a passive tells.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Agent {
    by: usize,
    who: Run,
    /// One past the last word of the clause.
    end: usize,
    /// Whether what stands behind the agent is said as well: "accused by unions | of cheating", but "echoed by residents on Monday".
    charges: bool,
}

/// The agent of a passive cue: right behind it, or where it accuses, behind what somebody is accused of.
pub(crate) fn agent(analysis: &Analysis, cue: Run) -> Option<Agent> {
    let (_, to) = analysis.sentence_at(cue.0);
    let outside = |i: usize| analysis.quoted[i] == state::OUT;
    let by = (cue.1..to.min(cue.1 + FAR)).find(|&i| outside(i) && analysis.words.of(i) == "by")?;
    // "accused of taking money paid by the firm": another verb has that "by".
    let other = |i: usize| analysis.tag(i).form == Form::Participle || analysis.is_comma(i);
    // "was quoted by the Fern as saying": who passes something on does not say it.
    let does = |acts: &[Act]| (cue.0..cue.1).any(|i| acts.iter().any(|act| analysis.does(i, *act)));
    let told = does(&[Act::Say]) && (cue.0..cue.1).any(|i| analysis.is_one_of(i, ECHOED));
    let fits = does(&[Act::Accuse]) || by == cue.1 && (told || does(&[Act::Demand, Act::Warn, Act::Deny]));
    if !fits || (cue.1..by).any(other) {
        return None;
    }
    let who = behind_by(analysis, by, to)?;
    let end = (who.1..to).find(|&i| analysis.is_comma(i) || !outside(i)).unwrap_or(to);
    let end = analysis.last_word((by, end))? + 1;
    let somebody = |i: usize| {
        let (hash, word) = (analysis.form(i).hash, analysis.words.of(i));
        let day = analysis.pos[i] == Pos::Propn && word.ends_with("day");
        !day && (analysis.pos[i] == Pos::Propn || is_trade("en", hash, word) || is_somebody("en", hash, word))
    };
    // "accused by exporters of reacting too slowly": who stands right behind the verb need not be known as a person.
    let many = by == cue.1 && analysis.tag(who.1 - 1).form == Form::Plural && analysis.tag(who.0).form != Form::Gerund;
    (many || (who.0..who.1).any(somebody)).then_some(Agent { by, who, end, charges: !told })
}

/// Who stands behind a "by": "by the mayor of Hagenau", but "by unions | of cheating workers", "by doctors | to rest".
pub(crate) fn behind_by(analysis: &Analysis, by: usize, to: usize) -> Option<Run> {
    let word = |i: usize| {
        // "by the mayor and the police"
        let and = analysis.pos[i] == Pos::Cconj && i + 1 < to && analysis.is_of_source(i + 1);
        let of = !and && (analysis.pos[i] == Pos::Adp || !analysis.is_of_source(i));
        let named = analysis.words.of(i) == "of" && i + 1 < to && !analysis.words.of(i + 1).ends_with("ing");
        analysis.quoted[i] == state::OUT && (!of || named)
    };
    let limit = to.min(by + 1 + SOURCE);
    let stop = (by + 1..limit).find(|&i| !word(i)).unwrap_or(limit);
    Some((by + 1, analysis.last_word((by + 1, stop))? + 1))
}

impl Agent {
    /// Makes the agent the source, and leaves it out of what is said.
    pub fn give(self, link: &mut Link, cue: Run) {
        let Self { by, who, end, charges: charged } = self;
        link.source = Some(who);
        link.inherited = false;
        let parts = link.contents.iter().flat_map(|run| match run.0 < who.1 && by < run.1 {
            true => [(run.0, run.1.min(by)), (run.0.max(who.1), run.1)],
            false => [*run, (0, 0)],
        });
        link.contents = parts.filter(|run| run.0 < run.1).collect();
        let charges = if by == cue.1 { (who.1, end) } else { (cue.1, by) };
        let lacks = !link.contents.iter().any(|run| run.0 >= cue.1);
        if charged && lacks && charges.0 < charges.1 {
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
    fn who_echoes_a_view_says_it() {
        let found = parts("Her views were echoed by several farmers at a meeting on Monday.", "en");
        assert_eq!([&found[0][0], &found[0][2]], ["several farmers", "Her views"]);
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
