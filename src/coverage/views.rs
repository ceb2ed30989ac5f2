//! What an analyst reads off matched claims: the matrix, what an outlet has alone or leaves out, whose voice is heard,
//! which outlets are alike.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::coverage::matching::nodes::outlet_of;
use crate::coverage::matching::persons::persons;
use crate::coverage::types::ClaimRecord;

/// One claim across outlets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatrixRow {
    /// The cluster.
    pub cluster: u32,
    /// How many outlets carry it.
    pub outlets: usize,
    /// For each outlet of the matrix, the rows of its claims in the cluster.
    pub cells: Vec<Vec<usize>>,
}

/// Clusters by outlets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    /// The columns, in the order in which the outlets first appear.
    pub outlets: Vec<String>,
    /// Clusters that most outlets carry first, then in the order in which they first appear.
    pub rows: Vec<MatrixRow>,
}

/// How much of an outlet's reported claims one speaker has.
#[derive(Debug, Clone, PartialEq)]
pub struct Voice {
    /// The outlet.
    pub outlet: String,
    /// The longest name by which the speaker goes.
    pub speaker: String,
    /// What joins the speaker across documents; two persons of one family name share it.
    pub key: String,
    /// How many claims.
    pub claims: usize,
    /// Share of the outlet's claims that have a speaker, in [0, 1].
    pub share: f64,
}

/// How alike outlets are; both tables are symmetric, with 1 on the diagonal of an outlet that has claims.
#[derive(Debug, Clone, PartialEq)]
pub struct Similarity {
    /// Rows and columns.
    pub outlets: Vec<String>,
    /// Cosine of the sets of claims: 1 where two outlets report the same claims and no other.
    pub claims: Vec<Vec<f64>>,
    /// Share of the common claims that stand in both in the same words: copied, or from one agency.
    pub verbatim: Vec<Vec<f64>>,
}

/// Claims and their clusters, to be looked at. Clusters are as [`match_claims`](super::match_claims) gives them; missing
/// ones count as `None`.
///
/// ```
/// use copydesk::coverage::{ClaimRecord, Coverage};
///
/// let claim = |outlet: &str, text: &str| ClaimRecord { outlet: outlet.into(), text: text.into(), ..Default::default() };
/// let claims = [claim("Herald", "the bridge closes"), claim("Courier", "the bridge is closing"), claim("Post", "it rains")];
/// let coverage = Coverage::new(&claims, &[Some(0), Some(0), None]);
/// let matrix = coverage.matrix();
/// assert_eq!(matrix.outlets, ["Herald", "Courier", "Post"]);
/// assert_eq!(matrix.rows[0].cells, [vec![0], vec![1], vec![]]);
/// assert_eq!(coverage.exclusive("Post"), [2]);
/// assert_eq!(coverage.omitted("Post"), [0]);
/// ```
#[derive(Debug, Clone)]
pub struct Coverage<'a> {
    claims: &'a [ClaimRecord],
    outlets: Vec<String>,
    /// Position in `outlets`, by claim.
    outlet: Vec<usize>,
    /// By claim.
    clusters: Vec<Option<u32>>,
    /// Rows by cluster.
    members: BTreeMap<u32, Vec<usize>>,
}

impl<'a> Coverage<'a> {
    /// Orders claims by cluster and outlet.
    pub fn new(claims: &'a [ClaimRecord], clusters: &[Option<u32>]) -> Self {
        let mut places: HashMap<String, usize> = HashMap::new();
        let mut outlets = Vec::new();
        let mut outlet = Vec::with_capacity(claims.len());
        for claim in claims {
            let name = outlet_of(claim);
            let place = *places.entry(name.clone()).or_insert_with(|| {
                outlets.push(name);
                outlets.len() - 1
            });
            outlet.push(place);
        }
        let mut clusters: Vec<Option<u32>> = clusters.iter().copied().take(claims.len()).collect();
        clusters.resize(claims.len(), None);
        let mut members: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (row, cluster) in clusters.iter().enumerate() {
            if let Some(cluster) = cluster {
                members.entry(*cluster).or_default().push(row);
            }
        }
        Self { claims, outlets, outlet, clusters, members }
    }

    /// The outlets, in the order in which they first appear.
    pub fn outlets(&self) -> &[String] {
        &self.outlets
    }

    /// The rows of a cluster.
    pub fn members(&self, cluster: u32) -> &[usize] {
        self.members.get(&cluster).map_or(&[], Vec::as_slice)
    }

    /// Clusters by outlets.
    pub fn matrix(&self) -> Matrix {
        let mut rows: Vec<MatrixRow> = (self.members.iter())
            .map(|(cluster, members)| {
                let mut cells = vec![Vec::new(); self.outlets.len()];
                for row in members {
                    cells[self.outlet[*row]].push(*row);
                }
                let outlets = cells.iter().filter(|cell| !cell.is_empty()).count();
                MatrixRow { cluster: *cluster, outlets, cells }
            })
            .collect();
        rows.sort_by_key(|row| (std::cmp::Reverse(row.outlets), self.members(row.cluster).first().copied()));
        Matrix { outlets: self.outlets.clone(), rows }
    }

    /// Rows of the claims that no other outlet carries.
    pub fn exclusive(&self, outlet: &str) -> Vec<usize> {
        let Some(place) = self.place(outlet) else { return Vec::new() };
        (0..self.claims.len()).filter(|row| self.outlet[*row] == place && self.clusters[*row].is_none()).collect()
    }

    /// Clusters that the outlet does not carry though it reports on their story, most carried first.
    pub fn omitted(&self, outlet: &str) -> Vec<u32> {
        let Some(place) = self.place(outlet) else { return Vec::new() };
        let stories: HashSet<Option<i64>> = self
            .claims
            .iter()
            .zip(&self.outlet)
            .filter(|(_, own)| **own == place)
            .map(|(claim, _)| claim.story)
            .collect();
        let rows = self.matrix().rows.into_iter();
        rows.filter(|row| row.cells[place].is_empty())
            .filter(|row| self.members(row.cluster).iter().any(|row| stories.contains(&self.claims[*row].story)))
            .map(|row| row.cluster)
            .collect()
    }

    /// Share of voice: the speakers of each outlet, those with most claims first.
    pub fn speakers(&self) -> Vec<Voice> {
        let mut names: BTreeMap<String, BTreeMap<&str, usize>> = BTreeMap::new();
        for (key, name) in self.claims.iter().filter_map(voice) {
            names.entry(key).or_default().insert(name, 0);
        }
        for (key, of_key) in &mut names {
            let told: Vec<&str> = of_key.keys().copied().collect();
            for (person, number) in of_key.values_mut().zip(persons(key, &told)) {
                *person = number;
            }
        }
        let mut counts: BTreeMap<(usize, String, usize), (usize, &str)> = BTreeMap::new();
        let mut totals = vec![0usize; self.outlets.len()];
        for (claim, outlet) in self.claims.iter().zip(&self.outlet) {
            let Some((key, name)) = voice(claim) else { continue };
            let person = names.get(&key).and_then(|of_key| of_key.get(name)).copied().unwrap_or(0);
            totals[*outlet] += 1;
            let entry = counts.entry((*outlet, key, person)).or_insert((0, name));
            entry.0 += 1;
            if name.len() > entry.1.len() {
                entry.1 = name;
            }
        }
        let mut voices: Vec<(usize, Voice)> = (counts.into_iter())
            .map(|((outlet, key, _), (claims, name))| {
                let share = claims as f64 / totals[outlet] as f64;
                (outlet, Voice { outlet: self.outlets[outlet].clone(), speaker: name.to_owned(), key, claims, share })
            })
            .collect();
        voices.sort_by(|(a, x), (b, y)| a.cmp(b).then(y.claims.cmp(&x.claims)).then_with(|| x.key.cmp(&y.key)));
        voices.into_iter().map(|(_, voice)| voice).collect()
    }

    /// How alike the outlets are, in what they report and in which words.
    pub fn similarity(&self) -> Similarity {
        let count = self.outlets.len();
        let mut sizes = vec![0usize; count];
        let mut common = vec![vec![0usize; count]; count];
        let mut copied = vec![vec![0usize; count]; count];
        for (row, cluster) in self.clusters.iter().enumerate() {
            sizes[self.outlet[row]] += usize::from(cluster.is_none());
        }
        for members in self.members.values() {
            let mut words: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
            for row in members {
                words.entry(self.outlet[*row]).or_default().insert(letters(&self.claims[*row].text));
            }
            for (a, of_a) in &words {
                sizes[*a] += 1;
                for (b, of_b) in words.range(a + 1..) {
                    let same = usize::from(!of_a.is_disjoint(of_b));
                    for (i, j) in [(*a, *b), (*b, *a)] {
                        common[i][j] += 1;
                        copied[i][j] += same;
                    }
                }
            }
        }
        let share = |part: usize, whole: f64| if whole > 0.0 { part as f64 / whole } else { 0.0 };
        let table = |value: &dyn Fn(usize, usize) -> f64| -> Vec<Vec<f64>> {
            (0..count)
                .map(|i| {
                    (0..count).map(|j| if i == j { f64::from(u8::from(sizes[i] > 0)) } else { value(i, j) }).collect()
                })
                .collect()
        };
        Similarity {
            outlets: self.outlets.clone(),
            claims: table(&|i, j| share(common[i][j], ((sizes[i] * sizes[j]) as f64).sqrt())),
            verbatim: table(&|i, j| share(copied[i][j], common[i][j] as f64)),
        }
    }

    fn place(&self, outlet: &str) -> Option<usize> {
        self.outlets.iter().position(|name| name == outlet)
    }
}

/// Letters and digits in lower case: equal for equal words, whatever the punctuation.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The key and the name of the speaker of a claim.
fn voice(claim: &ClaimRecord) -> Option<(String, &str)> {
    let name = claim.speaker.as_deref().or(claim.speaker_key.as_deref())?;
    Some((claim.speaker_key.clone().unwrap_or_else(|| name.to_lowercase()), name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(outlet: &str, speaker: &str, text: &str) -> ClaimRecord {
        ClaimRecord {
            outlet: outlet.into(),
            speaker: (!speaker.is_empty()).then(|| speaker.into()),
            text: text.into(),
            ..ClaimRecord::default()
        }
    }

    fn claims() -> Vec<ClaimRecord> {
        vec![
            claim("A", "Ann Lee", "The bridge closes."),
            claim("A", "Ann Lee", "It is old."),
            claim("A", "", "It rains."),
            claim("B", "Lee", "“The bridge closes”"),
            claim("B", "Bo Rask", "Trains run."),
            claim("C", "Bo Rask", "The trains are running."),
            claim("C", "Ann Lee", "The bridge is closed."),
        ]
    }

    const CLUSTERS: [Option<u32>; 7] = [Some(4), None, None, Some(4), Some(2), Some(2), Some(4)];

    #[test]
    fn the_widest_carried_claim_stands_first() {
        let claims = claims();
        let matrix = Coverage::new(&claims, &CLUSTERS).matrix();
        assert_eq!(matrix.outlets, ["A", "B", "C"]);
        assert_eq!(matrix.rows.iter().map(|row| (row.cluster, row.outlets)).collect::<Vec<_>>(), [(4, 3), (2, 2)]);
        assert_eq!(matrix.rows[0].cells, [vec![0], vec![3], vec![6]]);
        assert_eq!(matrix.rows[1].cells, [vec![], vec![4], vec![5]]);
    }

    #[test]
    fn alone_and_left_out() {
        let claims = claims();
        let coverage = Coverage::new(&claims, &CLUSTERS);
        assert_eq!(coverage.exclusive("A"), [1, 2]);
        assert_eq!(coverage.omitted("A"), [2]);
        assert_eq!(coverage.omitted("B"), Vec::<u32>::new());
        assert_eq!(coverage.exclusive("nowhere"), Vec::<usize>::new());
    }

    #[test]
    fn what_is_no_story_of_an_outlet_is_not_omitted() {
        let mut claims = claims();
        for claim in &mut claims[1..] {
            claim.story = Some(if claim.speaker.as_deref() == Some("Bo Rask") { 2 } else { 1 });
        }
        claims[0].story = Some(1);
        claims[2].story = Some(1);
        assert_eq!(Coverage::new(&claims, &CLUSTERS).omitted("A"), Vec::<u32>::new());
    }

    #[test]
    fn share_of_voice() {
        let claims = claims();
        let voices = Coverage::new(&claims, &CLUSTERS).speakers();
        assert_eq!((voices[0].outlet.as_str(), voices[0].speaker.as_str(), voices[0].share), ("A", "Ann Lee", 1.0));
        assert!(voices.iter().filter(|voice| voice.outlet == "C").all(|voice| voice.share == 0.5));
        let mut claims = [claim("A", "Ann Lee", "It rains."), claim("A", "Bo Lee", "It is dry.")];
        claims.iter_mut().for_each(|claim| claim.speaker_key = Some("lee".into()));
        let voices = Coverage::new(&claims, &[None, None]).speakers();
        assert_eq!(voices.iter().map(|voice| voice.speaker.as_str()).collect::<Vec<_>>(), ["Ann Lee", "Bo Lee"]);
    }

    #[test]
    fn outlets_that_copy() {
        let claims = claims();
        let similarity = Coverage::new(&claims, &CLUSTERS).similarity();
        assert_eq!(similarity.verbatim[0][1], 1.0);
        assert_eq!(similarity.verbatim[1][2], 0.0);
        assert_eq!(similarity.claims[1][2], 1.0);
        assert!(similarity.claims[0][1] < 0.5 && similarity.claims[0][0] == 1.0);
    }
}
