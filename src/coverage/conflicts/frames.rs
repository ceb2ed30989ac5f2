//! Who does it and what is done, as the claims themselves tell it: a number or a day of one frame is no dispute with that of
//! another.

use super::content::ContentWord;
use super::member::Member;
use crate::coverage::reading::dates::Date;
use crate::coverage::reading::facts::Number;
use crate::coverage::reading::frame::{Frame, MARKS};
use crate::coverage::reading::grammar::Role;
use crate::coverage::reading::vocabulary::is_english;
use crate::text::Span;

/// How many words behind a number may name what it counts: "millones de euros".
const UNIT: usize = 2;

fn meet<'w>(these: impl IntoIterator<Item = &'w ContentWord>, those: &[&ContentWord]) -> bool {
    these.into_iter().any(|word| those.iter().any(|other| word.meets(other)))
}

/// A claim taken to pieces.
struct Pieces<'m> {
    words: &'m [ContentWord],
    /// How many of the first words of the subject name who does it, and not more of it: "the new bridge" of "the new bridge over
    /// the river"; with the place of the first of them.
    core: std::ops::Range<usize>,
    frame: Frame,
}

impl<'m> Pieces<'m> {
    /// Those of a claim around a number or a day.
    fn of(member: &'m Member<'_>, told: Option<Span>) -> Self {
        let (words, mut frame) = (member.content(), member.frame);
        let behind = |place: Span| frame.subject.is_some_and(|subject| place.end <= subject.start);
        if let Some(place) = told.filter(|place| frame.predicate.is_none() || behind(*place)) {
            frame = before(member, words, place);
        }
        let from = words.iter().position(|word| word.is_within(frame.subject)).unwrap_or(0);
        let of_subject = words[from..].iter().take_while(|word| word.is_within(frame.subject)).count();
        let leads = |small: &str| Role::Leads.has(small) || Role::Complement.has(small);
        let ends = |pair: &[ContentWord]| {
            let gap = member.claim.text.get(pair[0].span.end..pair[1].span.start).unwrap_or_default().to_lowercase();
            gap.contains(',') || gap.split_whitespace().any(leads)
        };
        let subject = words.get(from..from + of_subject).unwrap_or_default();
        let length = subject.windows(2).position(ends).map_or(of_subject, |last| last + 1);
        Self { core: from..from + length, frame, words }
    }

    fn core(&self) -> &'m [ContentWord] {
        self.words.get(self.core.clone()).unwrap_or_default()
    }

    /// What is done.
    fn done(&self) -> Vec<&'m ContentWord> {
        self.words.iter().filter(|word| word.is_within(self.frame.predicate) && !word.term.light).collect()
    }

    /// Whether a number is that of what somebody does something to, and not of who does it; `None` where that cannot be told.
    fn is_undergone(&self, number: &Number) -> Option<bool> {
        let (place, done) = number.place().zip(self.frame.predicate)?;
        let passive = || self.words.iter().any(|word| word.term.passive && word.is_within(self.frame.predicate));
        match self.frame.subject.is_some_and(|subject| subject.cover(&place) == subject) {
            true => Some(passive()),
            false => (place.start >= done.end).then_some(true),
        }
    }

    /// Whether who does it can be told: a name may be that of anything, and so may "people" and "he".
    fn tells_who(&self) -> bool {
        let open = |word: &ContentWord| word.term.name || word.term.opening || Role::Persons.has(&word.text);
        !self.core().is_empty() && !self.core().iter().any(open)
    }

    /// Whether it tells of something of the other's: "the repairs to the bridge", "the bridge".
    fn tells_of_a_part_of(&self, other: &Self) -> bool {
        let more = self.words.iter().filter(|word| word.is_within(self.frame.subject)).skip(self.core.len());
        let more: Vec<&ContentWord> = more.collect();
        meet(other.core(), &more)
    }

    /// Whether who does it stands in the other claim, and not as what tells more of its subject: "the bridge", "the repairs to
    /// the bridge".
    fn is_met_by(&self, other: &Self) -> bool {
        let outside = other.words.iter().filter(|word| !word.is_within(other.frame.subject));
        let there: Vec<&ContentWord> = outside.chain(other.core()).collect();
        meet(self.core(), &there)
    }
}

/// The frame of a number that no subject and predicate of its claim stand before: the word right before it is what is done, and
/// the words before that who does it ("Marvela invirtió 23 millones").
fn before(member: &Member<'_>, words: &[ContentWord], place: Span) -> Frame {
    let text = member.claim.text.as_str();
    let done = words.iter().rev().find(|word| word.span.end <= place.start);
    let adjoins = |word: &&ContentWord| text.get(word.span.end..place.start).is_some_and(|gap| gap.trim().is_empty());
    let Some(done) = done.filter(adjoins).map(|word| word.span) else { return Frame::default() };
    let mut subject = words.iter().filter(|word| word.span.end <= done.start && member.undivided(word.span, done));
    let first = subject.next().map(|word| word.span);
    let last = subject.next_back().map(|word| word.span).or(first);
    Frame { subject: first.zip(last).map(|(first, last)| first.cover(&last)), predicate: Some(done) }
}

/// Whether each tells of something else: "the bridge cost", "the repairs to the bridge cost".
fn two_subjects(x: &Pieces<'_>, y: &Pieces<'_>) -> bool {
    x.tells_who() && y.tells_who() && !(x.is_met_by(y) || y.is_met_by(x))
}

/// Whether each tells what is done, and nothing of it stands in the other claim.
fn two_deeds(x: &Pieces<'_>, y: &Pieces<'_>) -> bool {
    let (here, there) = (x.done(), y.done());
    let met = |done: &[&ContentWord], other: &Pieces<'_>| {
        let all: Vec<&ContentWord> = other.words.iter().collect();
        meet(done.iter().copied(), &all)
    };
    let near = || here.iter().any(|word| there.iter().any(|other| word.meaning().nearness(&other.meaning()) > 0.0));
    !(here.is_empty() || there.is_empty() || met(&here, y) || met(&there, x) || near())
}

/// Whether two numbers are those of two frames. Of two languages that cannot be told, nor where a number stands apart from what is
/// done, or where both tell what became of those whom they count. An age is that of who does it.
pub(crate) fn two_frames(a: &Member<'_>, m: &Number, b: &Member<'_>, n: &Number, is_age: bool) -> bool {
    let fated = m.fate.is_some() && n.fate.is_some();
    if fated || a.features.language != b.features.language {
        return false;
    }
    let (x, y) = (Pieces::of(a, m.place()), Pieces::of(b, n.place()));
    let near =
        |member: &Member<'_>, pieces: &Pieces<'_>, number: &Number| match (pieces.frame.predicate, number.place()) {
            (Some(done), Some(place)) => member.undivided(done, place),
            (Some(_), None) => !member.claim.text.contains(MARKS),
            _ => false,
        };
    if !(near(a, &x, m) && near(b, &y, n)) {
        return false;
    }
    // "The bridge cost 14 million", "the repairs to the bridge cost 2 million".
    let part = || {
        m.measure.or(n.measure).is_some()
            && meet(x.done(), &y.done())
            && (x.tells_of_a_part_of(&y) || y.tells_of_a_part_of(&x))
    };
    // "The ship was carrying 90 tonnes of oil", "30 tonnes of oil leaked from it".
    let roles = x.is_undergone(m).zip(y.is_undergone(n));
    (two_subjects(&x, &y) && (is_age || part()))
        || (m.measure.or(n.measure).is_some() && roles.is_some_and(|(here, there)| here != there) && two_deeds(&x, &y))
        || (m.measure.or(n.measure).is_some() && two_measured(&x, &y))
        || (!is_english(a.claim.language.as_deref()) && two_deeds(&x, &y) && !meet_beside_subject((&x, m), (&y, n)))
}

/// Whether anything is told in both but who does it and what two numbers count: "Marvela invirtió 23 millones de euros", "Marvela
/// perdió 32 millones de euros".
fn meet_beside_subject((x, m): (&Pieces<'_>, &Number), (y, n): (&Pieces<'_>, &Number)) -> bool {
    let beside = |pieces: &Pieces<'_>, number: &Number, word: &ContentWord| {
        let place = number.place().unwrap_or_default();
        let behind = pieces.words.iter().filter(|word| word.span.start >= place.end).nth(UNIT - 1);
        let counted = word.span.start >= place.start && behind.is_none_or(|last| word.span.end <= last.span.end);
        !(counted || word.is_within(pieces.frame.subject) || number.units.contains(&word.term.id))
    };
    let there: Vec<&ContentWord> = y.words.iter().filter(|word| beside(y, n, word)).collect();
    meet(x.words.iter().filter(|word| beside(x, m, word)), &there)
}

/// Whether one thing is told of two subjects, whatever they belong to: "profits at Norvik rose", "sales at Norvik rose".
fn two_measured(x: &Pieces<'_>, y: &Pieces<'_>) -> bool {
    let open = |word: &&ContentWord| !(word.term.name || word.term.opening || Role::Persons.has(&word.text));
    let Some((here, there)) = x.core().last().filter(open).zip(y.core().last().filter(open)) else { return false };
    let met = |head: &ContentWord, other: &Pieces<'_>| other.words.iter().any(|word| head.meets(word));
    meet(x.done(), &y.done()) && !(met(here, y) || met(there, x))
}

/// Whether two days are those of two frames: "the trial opens on 3 March", "a verdict in the trial is due on 13 June"; or two years
/// those of two deeds, be they of one thing: "was built in 1998", "was refitted in 2011"; or those of two things that do the same:
/// "the bridge will reopen on Monday", "the tunnel will reopen on Thursday".
pub(crate) fn of_two_frames(a: &Member<'_>, here: &Date, b: &Member<'_>, there: &Date) -> bool {
    let near = |member: &Member<'_>, date: &Date| {
        date.place().zip(member.frame.predicate).is_some_and(|(place, done)| member.undivided(done, place))
    };
    let (x, y) = (Pieces::of(a, None), Pieces::of(b, None));
    a.features.language == b.features.language
        && near(a, here)
        && near(b, there)
        && ((two_deeds(&x, &y) && (two_subjects(&x, &y) || (here.is_of_a_year() && there.is_of_a_year())))
            || (is_english(a.claim.language.as_deref()) && two_measured(&x, &y)))
}

#[cfg(test)]
mod tests {
    use crate::Context;
    use crate::claims::{Comparator, Quantity};
    use crate::coverage::conflicts::{ConflictKind, conflicts};
    use crate::coverage::testing::framed;
    use crate::coverage::types::ClaimRecord;

    /// The kinds of disagreement between claims whose subject and predicate stand between bars: "|the bridge| |cost| 14 crowns".
    fn kinds(language: &str, a: &str, b: &str) -> Vec<ConflictKind> {
        let claim = |outlet: &str, text: &str| {
            let parts: Vec<&str> = text.split('|').collect();
            ClaimRecord {
                outlet: outlet.into(),
                text: parts.concat(),
                language: Some(language.into()),
                subject: parts.get(1).map(|part| (*part).to_owned()),
                predicate: parts.get(3).map(|part| (*part).to_owned()),
                ..ClaimRecord::default()
            }
        };
        let found = conflicts(&[claim("A", a), claim("B", b)], &[Some(0), Some(0)], &Context::default()).unwrap();
        found.into_iter().map(|conflict| conflict.kind).collect()
    }

    #[test]
    fn a_number_of_another_frame_is_no_dispute() {
        let woman = "|a 34-year-old woman| |was arrested| over the theft of the painting";
        assert_eq!(kinds("en", woman, "|a 51-year-old baker| |was questioned| over the theft of the painting"), []);
        let other = "|a 51-year-old woman| |was arrested| over the theft of the painting";
        assert_eq!(kinds("en", woman, other), [ConflictKind::Number]);
    }

    #[test]
    fn a_number_of_one_frame_is_a_dispute_in_whatever_words() {
        for (language, a, b) in [
            ("en", "|the bridge| |cost| $14 million", "|the new bridge| |will cost| $20 million"),
            ("en", "|the crew| |pulled| 148 people from the sea", "184 |people| |were rescued| by the crew"),
            ("en", "|the crew| |served| 27 weeks", "|the crew| |spent| 29 weeks"),
            ("en", "|twelve dockers| |were taken| to hospital", "|twenty dockers| |ended up| in hospital"),
            ("fr", "|le constructeur| |a vendu| 40 voitures à Lanz", "|le constructeur| |a vendu| 12 voitures à Lanz"),
        ] {
            assert_eq!(kinds(language, a, b), [ConflictKind::Number], "{a} / {b}");
        }
    }

    #[test]
    fn an_infinitive_with_zu_is_no_other_deed() {
        let a = "|die Fördermittel| von sechs Millionen Euro |zurückzuzahlen|";
        let b = "|Tarvo| die Fördermittel in Höhe von acht Millionen Euro |zurückzahlt|";
        assert_eq!(kinds("de", a, b), [ConflictKind::Number]);
    }

    #[test]
    fn of_one_subject_another_verb_with_nothing_else_in_common_is_another_deed() {
        let invested = "la empresa Marvela invirtió 23 millones de euros en su nueva planta";
        assert_eq!(kinds("es", invested, "la empresa Marvela perdió 32 millones de euros el año pasado"), []);
        let other = "la empresa Marvela invirtió 32 millones de euros el año pasado";
        assert_eq!(kinds("es", invested, other), [ConflictKind::Number]);
    }

    #[test]
    fn what_is_done_to_a_thing_and_what_it_does_are_two_amounts() {
        let of = |document, text: &str, value| {
            let (upper, unit, comparator) = (None, Some("t".to_owned()), Comparator::Equal);
            let quantity = Quantity { value, upper, unit, comparator, span: crate::text::Span::default() };
            ClaimRecord { quantities: vec![quantity], ..framed(document, text) }
        };
        let found = |there: &str| {
            let claims = [of(1, "|the ship| |was carrying| 90 tonnes of diesel", 90.0), of(2, there, 30.0)];
            conflicts(&claims, &[Some(0), Some(0)], &Context::default()).unwrap().len()
        };
        assert_eq!(found("|30 tonnes of diesel| |had leaked| from the ship"), 0);
        assert_eq!(found("|30 tonnes of diesel| |were carried| by the ship"), 1);
    }

    #[test]
    fn two_years_of_two_deeds_are_no_dispute() {
        let built = "|the ferry| |had been built| in 1998";
        assert_eq!(kinds("en", built, "|the ferry| |had been refitted| in 2011"), []);
        assert_eq!(kinds("en", built, "|the ferry| |had been built| in 2011"), [ConflictKind::Date]);
    }

    #[test]
    fn a_share_told_of_another_subject_is_another_share() {
        let claim = |outlet: &str, subject: &str, value: f64| {
            let told = |unit: &str| Quantity {
                value,
                upper: None,
                unit: Some(unit.into()),
                comparator: Comparator::Equal,
                span: crate::text::Span::default(),
            };
            ClaimRecord {
                outlet: outlet.into(),
                text: format!("{subject} rose {value} percent last year"),
                subject: Some(subject.into()),
                predicate: Some("rose".into()),
                quantities: vec![told("percent")],
                ..ClaimRecord::default()
            }
        };
        let found = |there: &str| {
            let claims = [claim("A", "profits at Marvela", 12.0), claim("B", there, 8.0)];
            conflicts(&claims, &[Some(0), Some(0)], &Context::default()).unwrap().len()
        };
        assert_eq!((found("sales at Marvela"), found("profits at Marvela")), (0, 1));
    }

    #[test]
    fn a_day_of_another_frame_is_no_dispute() {
        let (a, b) = ("|the trial of the mayor| |opens| on 4 March", "|a verdict in the trial| |is due| on 20 June");
        assert_eq!(kinds("en", a, b), []);
        let bridge = "|the bridge over the fjord| |will reopen| on Monday";
        assert_eq!(kinds("en", bridge, "|the tunnel| |will reopen| on Thursday"), []);
        assert_eq!(kinds("en", bridge, "|the old bridge| |will reopen| on Thursday"), [ConflictKind::Date]);
        let (a, b) = ("|the crash| |happened| on 4 March", "|the crash near Tessel| |occurred| on 5 March");
        assert_eq!(kinds("en", a, b), [ConflictKind::Date]);
    }
}
