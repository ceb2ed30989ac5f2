//! Words that two attributions hold though neither lies in the other: a quotation with a verb before it and another behind, a
//! rendering that runs into the quotation it leads to. Every word is said once, by whoever the text names more clearly.

use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::linking::{Link, Run};
use crate::learn::form::Shape;
use crate::text::pos::Pos;

/// The least that a rendering keeps when the quotation behind it is cut off, in words.
const LEAST: usize = 4;

/// A piece of what an attribution says.
#[derive(Debug, Clone, Copy)]
struct Piece {
    run: Run,
    link: usize,
    at: usize,
}

/// Leaves each word to one attribution, but for those that stand in each other.
pub(super) fn leave_once(analysis: &Analysis, links: &mut Vec<Link>) {
    let mut pieces: Vec<Piece> = Vec::with_capacity(links.len());
    for (link, of) in links.iter().enumerate() {
        pieces.extend(of.contents.iter().enumerate().map(|(at, &run)| Piece { run, link, at }));
    }
    pieces.sort_by_key(|piece| (piece.run.0, std::cmp::Reverse(piece.run.1), piece.link));
    let mut cut: Vec<(Piece, Option<Run>)> = Vec::new();
    for pair in pieces.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        if b.run.0 >= a.run.1 || a.link == b.link {
            continue;
        }
        // "The town knew | that the bridge was unsafe, a former inspector claimed": what he claims holds the town's verb, so that the
        // town's words end before him.
        if b.run.1 > a.run.1 && holds(a.run, links[b.link].cue) && holds(b.run, links[a.link].cue) {
            cut.push((b, Some((b.run.0, a.run.1))));
            continue;
        }
        if is_around(&links[a.link], &links[b.link]) {
            continue;
        }
        if a.run == b.run {
            // "..., which the prison denies", "is accused of it, which he denies": two cues say different things of the same words.
            let both = [a, b].iter().all(|piece| clear(analysis, &links[piece.link]) > 0);
            if both && analysis.is_plain(a.run) {
                continue;
            }
            let less = if clear(analysis, &links[a.link]) < clear(analysis, &links[b.link]) { a } else { b };
            let other = if less.link == a.link { b } else { a };
            // Of one that has more to say, this piece is what it took from the other.
            let less =
                if links[other.link].contents.len() > 1 && links[less.link].contents.len() == 1 { other } else { less };
            cut.push((less, None));
        } else if b.run.1 > a.run.1 && analysis.quoted[b.run.0] != state::OUT {
            let before = (a.run.0..b.run.0).rev().find(|&i| analysis.quoted[i] == state::OUT && !is_mark(analysis, i));
            let kept = before.map(|last| (a.run.0, last + 1)).filter(|&run| analysis.count_words(run) >= LEAST);
            cut.push((a, kept));
        } else if b.run.1 == a.run.1 && links[b.link].contents.len() > 1 && analysis.quoted[a.run.0] != state::OUT {
            cut.push((b, None));
        }
    }
    if cut.is_empty() {
        return;
    }
    // From the last piece of an attribution to its first, so that places stay.
    cut.sort_by_key(|(piece, _)| std::cmp::Reverse(piece.at));
    for (piece, kept) in cut {
        let contents = &mut links[piece.link].contents;
        match kept {
            Some(run) => contents[piece.at] = run,
            None if piece.at < contents.len() => drop(contents.remove(piece.at)),
            None => {}
        }
    }
    links.retain(|link| !link.contents.is_empty());
}

fn holds(run: Run, cue: Option<Run>) -> bool {
    cue.is_some_and(|cue| run.0 <= cue.0 && cue.1 <= run.1)
}

/// Whether one stands in the other: its verb in what the other says.
fn is_around(a: &Link, b: &Link) -> bool {
    let inside = |cue: Run, of: &Link| of.contents.iter().any(|run| run.0 <= cue.0 && cue.1 <= run.1);
    b.cue.is_some_and(|cue| inside(cue, a)) || a.cue.is_some_and(|cue| inside(cue, b))
}

/// How clearly the text names who speaks: by nothing, by a pronoun, by a noun or a name.
fn clear(analysis: &Analysis, link: &Link) -> u8 {
    match link.source {
        None => u8::from(link.cue.is_some()),
        Some((from, to)) if to == from + 1 && matches!(analysis.pos[from], Pos::Pron) => 2,
        Some((from, to)) if (from..to).any(|i| analysis.form(i).is_capital()) => 4,
        Some(_) => 3,
    }
}

fn is_mark(analysis: &Analysis, i: usize) -> bool {
    matches!(analysis.form(i).shape, Shape::Colon | Shape::Comma | Shape::Quote | Shape::Dash)
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::parts;

    /// Sources and contents of a text's attributions.
    fn said(text: &str, language: &str) -> Vec<[String; 2]> {
        parts(text, language).into_iter().map(|[source, _, content]| [source, content]).collect()
    }

    #[test]
    fn a_quotation_with_a_verb_on_either_side_is_said_once() {
        let text = "Mit Blick auf die Brücke betonte er: „Der Pfeiler hält nicht. Das ist seit Jahren bekannt“, sagte Ute Brandt.";
        assert_eq!(said(text, "de"), [["Ute Brandt", "Der Pfeiler hält nicht. Das ist seit Jahren bekannt"]]);
        let text = "Das Werk schließt. „Hier gab es einige kleinere Vorfälle, vor allem am Nachmittag. Im Großen und Ganzen ist alles im Rahmen geblieben“, so Brandt.";
        assert_eq!(said(text, "de").len(), 1);
    }

    #[test]
    fn a_rendering_ends_where_the_quotation_behind_it_begins() {
        let text = "„Der Park ist zu“, betonte Ute Brandt. Sie sehe darin eine Chance für den Stadtteil: „Ich halte nichts davon, alles zu verbieten. Kinder brauchen Platz.“";
        let found = said(text, "de");
        let contents: Vec<&str> = found.iter().map(|[_, content]| content.as_str()).collect();
        let expected = [
            "Der Park ist zu",
            "Sie sehe darin eine Chance für den Stadtteil",
            "Ich halte nichts davon, alles zu verbieten. Kinder brauchen Platz.",
        ];
        assert_eq!(contents, expected);
    }

    #[test]
    fn what_is_said_inside_of_what_is_said_stays() {
        let text = "Berg said that Lund had claimed that the bridge was safe.";
        assert_eq!(said(text, "en").len(), 2);
    }
}
