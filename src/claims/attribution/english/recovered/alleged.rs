//! Claims that somebody faces, hears or looks into, in English: "The minister faces claims that he took bribes", "Police are
//! investigating reports that a coach hit a player". Whoever has to do with a claim does not make it.

use crate::claims::attribution::analysis::Analysis;
use crate::claims::attribution::english::contents::bounds::is_main_clause;
use crate::claims::attribution::linking::{Link, Run, cue_words};
use crate::claims::attribution::pack::{Pack, pack};
use crate::text::pos::Pos;

/// The longest claim that is added, in words: a bound on text without stops.
const LONGEST: usize = 80;
/// How far before a claim the verb stands that is done with it, in words.
const NEAR: usize = 5;

/// Leaves out who merely has to do with a claim.
pub(crate) fn leave_facing(analysis: &Analysis, links: &mut [Link]) {
    let Some(pack) = pack("en") else { return };
    for link in links {
        let Some(claim) = link.cue.and_then(|cue| claim_in(analysis, pack, cue)) else { continue };
        if link.source.is_some_and(|source| source.1 <= claim) && faces(analysis, claim, &pack.facing) {
            link.source = None;
            link.inherited = false;
        }
    }
}

/// Adds claims that somebody faces and that nothing has taken: "Police face claims | they ignored the warnings".
pub(crate) fn add_faced(analysis: &Analysis, links: &mut Vec<Link>) {
    let Some(pack) = pack("en") else { return };
    let cues = cue_words(links);
    let mut more = Vec::new();
    let verb = |&i: &usize| analysis.pos[i] == Pos::Verb && analysis.is_one_of(i, &["face", "faces", "faced"]);
    for verb in (0..analysis.len()).filter(verb) {
        let (_, to) = analysis.sentence_at(verb);
        let near = verb + 1..to.min(verb + NEAR);
        let Some(claim) = near.into_iter().find(|&i| analysis.is_one_of(i, &pack.allegations)) else { continue };
        let first = claim + 1;
        let end = analysis.last_word((verb, to.min(verb + LONGEST))).map_or(first, |last| last + 1);
        let clause = first + 2 < end && (analysis.is_one_of(first, &["that"]) || is_main_clause(analysis, first, end));
        if clause && analysis.is_plain((verb, end)) && !(verb..end).any(|i| cues.contains(&i)) {
            more.push(Link { cue: Some((verb, first)), contents: vec![(first, end)], ..Link::default() });
        }
    }
    links.append(&mut more);
    links.sort_by_key(Link::start);
}

/// Whether a claim is one that somebody was cleared of, or that nothing speaks for: nobody is said to make it.
pub(crate) fn is_void(analysis: &Analysis, link: &Link) -> bool {
    let claim = link.cue.zip(pack("en")).and_then(|(cue, pack)| claim_in(analysis, pack, cue));
    let Some(claim) = claim else { return false };
    let evidence = ["evidence", "basis", "support", "proof", "foundation", "grounds"];
    let nothing = faces(analysis, claim, &evidence) && faces(analysis, claim, &["no", "little", "without"]);
    nothing || faces(analysis, claim, &["cleared", "acquitted", "absolved", "exonerated"])
}

/// The noun by which a cue names a claim, its last word.
fn claim_in(analysis: &Analysis, pack: &Pack, (from, to): Run) -> Option<usize> {
    to.checked_sub(1).filter(|&last| last >= from && analysis.is_one_of(last, &pack.allegations))
}

fn faces(analysis: &Analysis, claim: usize, words: &[&str]) -> bool {
    let (start, _) = analysis.sentence_at(claim);
    let near = (claim.saturating_sub(NEAR).max(start)..claim).rev();
    near.take_while(|&i| !analysis.is_comma(i)).any(|i| analysis.is_one_of(i, words))
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::{parts, read};

    #[test]
    fn who_faces_a_claim_does_not_make_it() {
        for (text, what) in [
            ("The minister is facing claims that he took bribes.", "that he took bribes"),
            ("Police are investigating claims that the coach hit a player.", "that the coach hit a player"),
            ("Police face claims they ignored the warnings.", "they ignored the warnings"),
            ("Tarn faces claims that he lied to parliament.", "that he lied to parliament"),
            ("Norvik Steel faces claims it dumped waste in the river.", "it dumped waste in the river"),
            ("The court heard allegations that the minister had lied.", "that the minister had lied"),
        ] {
            let found = read(text, "en");
            assert!(found.iter().all(|found| found.speaker.is_none()), "{text}: {found:?}");
            assert_eq!(parts(text, "en")[0][2], what, "{text}");
        }
        assert_eq!(parts("The company rejected claims that it had dumped waste.", "en")[0][0], "The company");
    }

    #[test]
    fn what_nothing_speaks_for_is_not_claimed() {
        for text in [
            "Tamm was cleared of allegations that he had bet on matches.",
            "There is no evidence for claims that the vaccine causes infertility.",
        ] {
            assert_eq!(parts(text, "en"), Vec::<[String; 3]>::new(), "{text}");
        }
    }
}
