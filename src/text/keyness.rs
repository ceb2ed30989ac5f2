//! Which terms set one body of texts apart from another.
//!
//! Dunning, T. (1993): Accurate methods for the statistics of surprise and coincidence. Computational Linguistics 19(1):
//! the log-likelihood ratio G2 of the two-by-two table of a term against all others in both bodies. Hardie, A. (2014): Log
//! Ratio, the binary logarithm of the ratio of relative frequencies, as its effect size.

use std::collections::HashMap;

/// How often terms occur in a body of texts. Totals of parts can be made apart and merged.
///
/// ```
/// use copydesk::text::{TermTotals, keyness};
/// let (mut a, mut b) = (TermTotals::default(), TermTotals::default());
/// a.add(["war", "war", "talks"]);
/// b.add(["talks", "talks", "peace"]);
/// let keys = keyness(&a, &b, 1);
/// assert_eq!(keys[0].term, "war");
/// assert!(keys[0].g2 > 0.0);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TermTotals {
    counts: HashMap<String, Total>,
    terms: u64,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Total {
    count: u64,
    texts: u64,
    /// The text, counted from 1, in which it was last seen.
    last: u64,
}

impl TermTotals {
    /// Counts the terms of one more text.
    pub fn add<S: AsRef<str>>(&mut self, terms: impl IntoIterator<Item = S>) {
        let mut text = self.open_text();
        for term in terms {
            text.add(term.as_ref());
        }
    }

    /// Begins one more text, whose terms are given one by one.
    pub fn open_text(&mut self) -> OpenText<'_> {
        OpenText { number: self.terms + 1, totals: self }
    }

    /// Adds the totals of other texts.
    pub fn merge(&mut self, other: Self) {
        for (term, total) in other.counts {
            let own = self.counts.entry(term).or_default();
            own.count += total.count;
            own.texts += total.texts;
            own.last = 0;
        }
        self.terms += other.terms;
    }

    /// Occurrences of all terms.
    pub fn terms(&self) -> u64 {
        self.terms
    }

    /// Occurrences of `term`.
    pub fn count(&self, term: &str) -> u64 {
        self.counts.get(term).map_or(0, |total| total.count)
    }

    /// Texts in which `term` occurs.
    pub fn texts(&self, term: &str) -> u64 {
        self.counts.get(term).map_or(0, |total| total.texts)
    }

    /// How many different terms there are.
    pub fn vocabulary(&self) -> usize {
        self.counts.len()
    }
}

/// One text that is being counted, see [`TermTotals::open_text`].
#[derive(Debug)]
pub struct OpenText<'t> {
    totals: &'t mut TermTotals,
    /// Tells this text from those before: one more than all terms before it.
    number: u64,
}

impl OpenText<'_> {
    /// Counts one term.
    pub fn add(&mut self, term: &str) {
        self.add_times(term, 1);
    }

    /// Counts one term that occurs `times` times.
    pub fn add_times(&mut self, term: &str, times: u64) {
        self.totals.terms += times;
        let total = match self.totals.counts.get_mut(term) {
            Some(total) => total,
            None => self.totals.counts.entry(term.to_owned()).or_default(),
        };
        total.count += times;
        if total.last != self.number {
            total.last = self.number;
            total.texts += 1;
        }
    }
}

/// How much a term sets body `a` apart from body `b`.
#[derive(Debug, Clone, PartialEq)]
pub struct Keyness {
    /// The term.
    pub term: String,
    /// Occurrences in `a`.
    pub count_a: u64,
    /// Occurrences in `b`.
    pub count_b: u64,
    /// Texts of `a` that hold it.
    pub texts_a: u64,
    /// Texts of `b` that hold it.
    pub texts_b: u64,
    /// Occurrences in a million terms of `a`.
    pub per_million_a: f64,
    /// Occurrences in a million terms of `b`.
    pub per_million_b: f64,
    /// Dunning's G2, negative where the term is more frequent in `b`. Beyond 3.84, 6.63, 10.83, 15.13 in either direction it
    /// is significant at 5, 1, 0.1, 0.01 percent, for one term looked at by itself.
    pub g2: f64,
    /// Effect size: how many times the relative frequency in `a` doubles that in `b`; a count of 0 is taken as 0.5.
    pub log_ratio: f64,
}

/// The terms of two bodies that occur at least `min_count` times in both together, from the one most typical of `a` to the
/// one most typical of `b`. Empty where a body holds no term.
pub fn keyness(a: &TermTotals, b: &TermTotals, min_count: u64) -> Vec<Keyness> {
    if a.terms == 0 || b.terms == 0 {
        return Vec::new();
    }
    let only_b = b.counts.keys().filter(|term| !a.counts.contains_key(*term));
    let mut keys: Vec<Keyness> = a
        .counts
        .keys()
        .chain(only_b)
        .filter(|term| a.count(term) + b.count(term) >= min_count)
        .map(|term| compare(term, a, b))
        .collect();
    keys.sort_by(|x, y| y.g2.total_cmp(&x.g2).then_with(|| x.term.cmp(&y.term)));
    keys
}

fn compare(term: &str, a: &TermTotals, b: &TermTotals) -> Keyness {
    let (count_a, count_b) = (a.count(term), b.count(term));
    let (size_a, size_b) = (a.terms as f64, b.terms as f64);
    let rate = |count: f64, size: f64| count / size;
    let (rate_a, rate_b) = (rate(count_a as f64, size_a), rate(count_b as f64, size_b));
    let smooth = |count: u64| if count == 0 { 0.5 } else { count as f64 };
    let g2 = g2(count_a as f64, count_b as f64, size_a, size_b);
    Keyness {
        term: term.to_owned(),
        count_a,
        count_b,
        texts_a: a.texts(term),
        texts_b: b.texts(term),
        per_million_a: 1e6 * rate_a,
        per_million_b: 1e6 * rate_b,
        g2: if rate_a < rate_b { -g2 } else { g2 },
        log_ratio: (rate(smooth(count_a), size_a) / rate(smooth(count_b), size_b)).log2(),
    }
}

/// G2 of a term that occurs `a` times among `size_a` terms and `b` times among `size_b`.
fn g2(a: f64, b: f64, size_a: f64, size_b: f64) -> f64 {
    let all = size_a + size_b;
    let cell =
        |seen: f64, row: f64, column: f64| if seen > 0.0 { seen * (seen * all / (row * column)).ln() } else { 0.0 };
    let (with, without) = (a + b, all - a - b);
    let sum = cell(a, with, size_a)
        + cell(b, with, size_b)
        + cell(size_a - a, without, size_a)
        + cell(size_b - b, without, size_b);
    (2.0 * sum).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn agrees_with_a_hand_computed_table() {
        // 2 * (10 ln(10/5.5) + 1 ln(1/5.5) + 90 ln(90/94.5) + 99 ln(99/94.5))
        let want: f64 = 2.0
            * (10.0 * (10.0f64 / 5.5).ln()
                + (1.0f64 / 5.5).ln()
                + 90.0 * (90.0f64 / 94.5).ln()
                + 99.0 * (99.0f64 / 94.5).ln());
        assert!((g2(10.0, 1.0, 100.0, 100.0) - want).abs() < 1e-9);
        assert!((want - 8.976).abs() < 0.001, "{want}");
    }

    #[test]
    fn counts_texts_across_merges() {
        let (mut a, mut part) = (TermTotals::default(), TermTotals::default());
        a.add(["x", "x", "y"]);
        part.add(["x"]);
        part.add(["x", "z"]);
        a.merge(part);
        a.add(["x"]);
        assert_eq!((a.count("x"), a.texts("x"), a.terms(), a.vocabulary()), (5, 4, 7, 3));
    }

    #[test]
    fn an_empty_body_has_no_keys() {
        let mut a = TermTotals::default();
        a.add(["x"]);
        assert!(keyness(&a, &TermTotals::default(), 1).is_empty());
    }

    proptest! {
        #[test]
        fn swapping_bodies_turns_the_sign(x in proptest::collection::vec("[a-e]", 1..40), y in proptest::collection::vec("[a-e]", 1..40)) {
            let (mut a, mut b) = (TermTotals::default(), TermTotals::default());
            a.add(&x);
            b.add(&y);
            let (there, back) = (keyness(&a, &b, 1), keyness(&b, &a, 1));
            for key in &there {
                let other = back.iter().find(|other| other.term == key.term).expect("the same terms");
                prop_assert!((key.g2.abs() - other.g2.abs()).abs() < 1e-6);
                prop_assert!((key.log_ratio + other.log_ratio).abs() < 1e-9);
                prop_assert!(key.g2.is_finite());
            }
        }
    }
}
