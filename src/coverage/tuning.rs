//! The weights of matching in one place: what a fitting program sets and the rest of the room reads.
//!
//! They are logistic weights of named figures, fitted on annotated pairs of claims by `benches/coverage_fit.py`. Four of one
//! language were set by hand after that, since the pairs hold too few of their kind: another number (1.5 for .8), another
//! person (-2.3 for -.8), words besides names (3.2 for .2, the bias lower for it), and ends that meet (.9 for .5).

/// Weights of what two claims themselves have in common, see [`Evidence`](super::score::Evidence).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Own {
    pub bias: f64,
    pub larger: f64,
    pub smaller: f64,
    pub grams: f64,
    pub order: f64,
    pub shared: f64,
    pub thin: f64,
    pub numbers: f64,
    pub dates: f64,
    pub speaker: f64,
    pub quoted: f64,
    pub few: f64,
    pub other: f64,
    pub substance: f64,
    pub ends: f64,
}

/// Weights of the look around a pair, see [`Around`](super::rivals::Around).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Look {
    pub bias: f64,
    pub odds: f64,
    pub margin: f64,
    pub company: f64,
    pub voice: f64,
    pub near: f64,
    pub apart: f64,
}

/// All weights, of pairs of one language and of two.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Tuning {
    pub within: (Own, Look),
    pub across: (Own, Look),
    /// Log odds from which two claims of one document say one thing twice; only what they say themselves counts.
    pub restated: f64,
}

/// What ships.
pub(super) const SHIPPED: Tuning = Tuning {
    within: (
        Own {
            bias: -8.42,
            larger: 0.87,
            smaller: 1.65,
            grams: 4.19,
            order: 1.01,
            shared: 1.85,
            thin: -1.45,
            numbers: 1.50,
            dates: -0.68,
            speaker: 2.55,
            quoted: 0.25,
            few: 1.44,
            other: -2.30,
            substance: 3.22,
            ends: 0.90,
        },
        Look { bias: -1.35, odds: 0.72, margin: 0.15, company: 1.41, voice: -0.30, near: 0.80, apart: -1.43 },
    ),
    // Few words can meet at all, so that each of them weighs more.
    across: (
        Own {
            bias: -6.32,
            larger: 3.71,
            smaller: 4.08,
            grams: 0.00,
            order: 0.34,
            shared: 1.38,
            thin: -0.25,
            numbers: 2.33,
            dates: 0.65,
            speaker: 2.66,
            quoted: 0.71,
            few: 1.07,
            other: -0.53,
            substance: 0.00,
            ends: 0.00,
        },
        Look { bias: -2.22, odds: 0.75, margin: 0.38, company: 1.39, voice: 0.0, near: 0.31, apart: -0.83 },
    ),
    restated: 2.0,
};

impl Own {
    fn of(w: &[f64; 15]) -> Self {
        let [
            bias,
            larger,
            smaller,
            grams,
            order,
            shared,
            thin,
            numbers,
            dates,
            speaker,
            quoted,
            few,
            other,
            substance,
            ends,
        ] = *w;
        Self {
            bias,
            larger,
            smaller,
            grams,
            order,
            shared,
            thin,
            numbers,
            dates,
            speaker,
            quoted,
            few,
            other,
            substance,
            ends,
        }
    }
}

impl Look {
    fn of(w: &[f64; 7]) -> Self {
        let [bias, odds, margin, company, voice, near, apart] = *w;
        Self { bias, odds, margin, company, voice, near, apart }
    }
}

impl Tuning {
    /// As a list in the order of the fields.
    pub fn list(&self) -> Vec<f64> {
        let own = |w: &Own| {
            let rest = [w.shared, w.thin, w.numbers, w.dates, w.speaker, w.quoted, w.few, w.other, w.substance, w.ends];
            [&[w.bias, w.larger, w.smaller, w.grams, w.order][..], &rest].concat()
        };
        let look = |w: &Look| [w.bias, w.odds, w.margin, w.company, w.voice, w.near, w.apart];
        let parts = [&self.within, &self.across].map(|(a, b)| [&own(a)[..], &look(b)].concat());
        [&parts.concat()[..], &[self.restated]].concat()
    }

    /// From a list in the order of the fields; `None` where its length is another one.
    pub fn of(list: &[f64]) -> Option<Self> {
        let (within, rest) = list.split_first_chunk::<15>()?;
        let (look, rest) = rest.split_first_chunk::<7>()?;
        let (across, rest) = rest.split_first_chunk::<15>()?;
        let (other, rest) = rest.split_first_chunk::<7>()?;
        let [restated] = *rest else { return None };
        Some(Self { within: (Own::of(within), Look::of(look)), across: (Own::of(across), Look::of(other)), restated })
    }
}
