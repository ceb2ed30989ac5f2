//! How many claims two claims were found among: of a hundred claims of one story two that look alike are one, of a hundred
//! thousand of all kinds some look alike by chance ("he is an amazing man", "your reputation is amazing").
//!
//! Of `n` times as many claims there are `n * n` times as many pairs, and `n` times as many that are one: prior odds fall as the
//! number grows. The weights were fitted on single stories, so that only what goes beyond one counts.

use std::collections::HashMap;

use super::nodes::Node;
use super::speakers::Speaker;
use super::weighing::rarest;

/// What the logarithm of the crowd takes from the log odds of a pair. Chosen on 840 articles of one election campaign with the
/// development stories among them: of their clusters, 1,078 without it and most of them wrong, 580 stay at 0.5, and the stories
/// lose one pair of 29; at 0.3 it is 728, at 0.6 537.
pub(crate) const CROWD: f64 = 0.5;

/// Claims of one story, and of one speaker there.
const STORY: f64 = 200.0;
const SPEAKER: f64 = 20.0;

/// How many claims there are around each claim.
#[derive(Debug, Default)]
pub(crate) struct Crowds {
    /// Of its scope.
    all: Vec<u32>,
    /// Of its scope, by the same speaker, where that has a name.
    voice: Vec<Option<u32>>,
}

impl Crowds {
    /// Counts; `scopes` has the number of claims of each scope.
    pub fn count(nodes: &[Node<'_>], speakers: &[Option<Speaker>], scopes: &[u32]) -> Self {
        fn voice<'s>(node: &Node<'_>, speaker: &'s Option<Speaker>) -> Option<(u32, &'s str)> {
            speaker.as_ref().filter(|speaker| speaker.named).map(|speaker| (node.scope, speaker.key()))
        }
        let mut counts: HashMap<(u32, &str), u32> = HashMap::new();
        for (node, speaker) in nodes.iter().zip(speakers) {
            if let Some(voice) = voice(node, speaker) {
                *counts.entry(voice).or_default() += 1;
            }
        }
        let of = |(node, speaker): (&Node<'_>, &Option<Speaker>)| counts.get(&voice(node, speaker)?).copied();
        Self {
            all: nodes.iter().map(|node| scopes.get(node.scope as usize).copied().unwrap_or(0)).collect(),
            voice: nodes.iter().zip(speakers).map(of).collect(),
        }
    }

    /// The logarithm of how many times the claims of a story two claims were found among: all, or those of their one speaker.
    pub fn around(&self, a: u32, b: u32, one_voice: bool) -> f64 {
        let said = self.voice[a as usize].zip(self.voice[b as usize]).filter(|_| one_voice);
        let times = match said {
            Some((x, y)) => f64::from(x.max(y)) / SPEAKER,
            None => f64::from(self.all[a as usize]) / STORY,
        };
        times.max(1.0).ln()
    }

    /// Whether words of that weight are more than two of so many would share by chance; of one story's claims they always are.
    pub fn tells_enough(&self, n: u32, weight: f64) -> bool {
        let all = self.all[n as usize];
        let among = self.voice[n as usize].unwrap_or(all);
        self.around(n, n, true) == 0.0 || weight * rarest(all) > f64::from(among).ln()
    }
}

#[cfg(test)]
mod tests {
    use crate::Context;
    use crate::coverage::{ClaimRecord, MatchOptions, match_claims};

    fn claim(outlet: usize, speaker: &str, text: &str) -> ClaimRecord {
        ClaimRecord {
            outlet: format!("outlet {outlet}"),
            document: outlet as u64,
            text: text.to_owned(),
            speaker: Some(speaker.to_owned()),
            ..ClaimRecord::default()
        }
    }

    /// The clusters of four claims in front of so many others of the same speaker.
    fn clusters(others: usize) -> Vec<Option<u32>> {
        let speaker = "Marta Nowak";
        let mut claims = vec![
            claim(1, speaker, "the old harbour bridge will be closed to lorries from Monday"),
            claim(2, speaker, "from Monday on, lorries may no longer use the old harbour bridge"),
            claim(1, speaker, "he is an amazing man"),
            claim(2, speaker, "your reputation is amazing"),
        ];
        let things = ["fishing", "housing", "schools", "taxes", "trams", "parks", "jobs", "floods", "rents", "energy"];
        let doings = ["worry", "amaze", "please", "divide", "trouble", "help", "cost"];
        for n in 0..others {
            let (thing, doing) = (things[n % things.len()], doings[n % doings.len()]);
            let text = format!("{thing} of the district {} {doing} the people of ward {}", n / 70, n % 13);
            claims.push(claim(3 + n, speaker, &text));
        }
        let found = match_claims(&claims, &MatchOptions::default(), &Context::default());
        found.expect("short claims").into_iter().take(4).collect()
    }

    #[test]
    fn what_looks_alike_among_few_is_no_evidence_among_many() {
        let few = clusters(0);
        assert!(few[0].is_some() && few[0] == few[1]);
        let many = clusters(900);
        assert!(many[0].is_some() && many[0] == many[1]);
        assert_eq!(many[2..], [None, None]);
    }

    #[test]
    fn a_phrase_that_many_use_is_no_claim_that_two_share() {
        let mut claims = [1, 2].map(|outlet| ClaimRecord { speaker: None, ..claim(outlet, "", "it works") }).to_vec();
        let matched = |claims: &[ClaimRecord]| {
            match_claims(claims, &MatchOptions::default(), &Context::default()).expect("short claims")
        };
        assert_eq!(matched(&claims), [Some(0), Some(0)]);
        for n in 0..600 {
            let speaker = format!("Speaker{n} Nowak{n}");
            claims.push(claim(3 + n, &speaker, &format!("plan {n} works for the {n}th ward")));
        }
        assert_eq!(matched(&claims)[..2], [None, None]);
    }
}
