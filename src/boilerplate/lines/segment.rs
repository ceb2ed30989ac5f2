//! Head, body, asides and tail: one path through the scores of all pieces.
//!
//! A hidden Markov model with four states, decoded by Viterbi's algorithm. Head and tail are entered once and cost
//! nothing; leaving the body for an aside and coming back costs, so that single lines of doubt stay with the body,
//! while all that stands before its first and behind its last line goes.

use super::model::Segmentation;
use crate::{Context, Result};

/// Where a piece stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Zone {
    Head,
    Body,
    Aside,
    Tail,
}

const ZONES: [Zone; 4] = [Zone::Head, Zone::Body, Zone::Aside, Zone::Tail];

/// The cost of following `from` by `to`; none if it cannot be.
fn cost(from: Zone, to: Zone, costs: &Segmentation) -> Option<f32> {
    match (from, to) {
        (Zone::Head, Zone::Head | Zone::Body) | (Zone::Body, Zone::Body) | (Zone::Tail, Zone::Tail) => Some(0.0),
        (Zone::Body, Zone::Aside) => Some(costs.leave),
        (Zone::Aside, Zone::Aside) => Some(costs.stay),
        (Zone::Aside, Zone::Body) => Some(costs.come_back),
        (Zone::Body, Zone::Tail) => Some(costs.close),
        _ => None,
    }
}

/// The likeliest zones for pieces with these log odds of belonging to the article.
pub(crate) fn zones(odds: &[f32], costs: &Segmentation, context: &Context) -> Result<Vec<Zone>> {
    let mut total = [0.0, 0.0, f32::INFINITY, f32::INFINITY];
    let mut back: Vec<[u8; 4]> = Vec::with_capacity(odds.len());
    let bias = costs.bias_of(odds.len());
    for (at, &odd) in odds.iter().enumerate() {
        if at & 0xfff == 0 {
            context.check()?;
        }
        let odd = odd + bias;
        // Negative log probabilities of being in and out of the article.
        let (inside, outside) = (softplus(-odd), softplus(odd));
        let mut next = [f32::INFINITY; 4];
        let mut from = [0_u8; 4];
        for (to, &zone) in ZONES.iter().enumerate() {
            let own = if zone == Zone::Body { inside } else { outside };
            for (origin, &before) in ZONES.iter().enumerate() {
                let step = if at == 0 { (origin == to).then_some(0.0) } else { cost(before, zone, costs) };
                if let Some(step) = step
                    && total[origin] + step + own < next[to]
                {
                    next[to] = total[origin] + step + own;
                    from[to] = origin as u8;
                }
            }
        }
        // Only differences count: kept small, so that sums over a million lines lose no precision.
        let least = next.iter().copied().fold(f32::INFINITY, f32::min);
        total = next.map(|value| value - least);
        back.push(from);
    }
    let mut state = (0..4).min_by(|&a, &b| total[a].total_cmp(&total[b])).unwrap_or(0);
    let mut path = vec![Zone::Body; odds.len()];
    for (at, from) in back.iter().enumerate().rev() {
        path[at] = ZONES[state];
        state = usize::from(from[state]);
    }
    Ok(path)
}

/// ln(1 + e^x), stable for large x.
fn softplus(x: f32) -> f32 {
    if x > 15.0 { x } else { x.exp().ln_1p() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COSTS: Segmentation = Segmentation {
        bias: 0.0,
        few: 0.0,
        sentence: 0.0,
        short: 0.0,
        leave: 1.0,
        stay: 0.0,
        come_back: 1.0,
        close: 0.0,
    };

    fn path(odds: &[f32]) -> String {
        zones(odds, &COSTS, &Context::default())
            .unwrap()
            .iter()
            .map(|zone| match zone {
                Zone::Head => 'h',
                Zone::Body => 'b',
                Zone::Aside => 'a',
                Zone::Tail => 't',
            })
            .collect()
    }

    #[test]
    fn clear_cases() {
        assert_eq!(path(&[-3.0, -3.0, 3.0, 3.0, -3.0]), "hhbbt");
        assert_eq!(path(&[3.0, -5.0, 3.0]), "bab");
        assert_eq!(path(&[-3.0, -3.0]), "hh");
        assert_eq!(path(&[]), "");
    }

    #[test]
    fn doubt_inside_the_body_stays_with_it_and_at_its_end_does_not() {
        assert_eq!(path(&[3.0, -1.0, 3.0]), "bbb");
        assert_eq!(path(&[3.0, 3.0, -1.0]), "bbt");
        assert_eq!(path(&[-1.0, 3.0, 3.0]), "hbb");
    }
}
