//! Gradient boosting of regression trees on the logistic loss, with histograms and best-first growth
//! (Friedman 2001; Ke et al. 2017). Deterministic: the random numbers come from a fixed seed.

use copydesk::boilerplate::forest::{Forest, LEAF, TreeNode};

/// The most values a feature is cut into.
const BINS: usize = 64;

/// How a forest is grown.
#[derive(Debug, Clone)]
pub struct Settings {
    pub trees: usize,
    pub leaves: usize,
    pub rate: f32,
    /// Share of rows and of features that one tree sees.
    pub rows: f32,
    pub features: f32,
    /// Keeps leaves with little weight near zero.
    pub ridge: f32,
    /// The least weight (hessian) of a leaf.
    pub least: f32,
}

impl Default for Settings {
    fn default() -> Self {
        Self { trees: 100, leaves: 24, rate: 0.1, rows: 0.5, features: 0.5, ridge: 4.0, least: 4.0 }
    }
}

/// Features cut into bins, row by row.
pub struct Matrix {
    bins: Vec<u8>,
    width: usize,
    edges: Vec<Vec<f32>>,
}

impl Matrix {
    pub fn new<R: AsRef<[f32]>>(rows: &[R]) -> Self {
        let width = rows.first().map_or(0, |row| row.as_ref().len());
        let stride = (rows.len() / 40_000).max(1);
        let edges: Vec<Vec<f32>> = (0..width)
            .map(|feature| {
                let mut values: Vec<f32> = rows.iter().step_by(stride).map(|row| row.as_ref()[feature]).collect();
                values.sort_by(f32::total_cmp);
                let mut edges: Vec<f32> =
                    (1..BINS).filter_map(|bin| values.get(bin * values.len() / BINS).copied()).collect();
                edges.dedup();
                edges
            })
            .collect();
        let mut bins = Vec::with_capacity(rows.len() * width);
        for row in rows {
            bins.extend(
                row.as_ref().iter().zip(&edges).map(|(value, edges)| edges.partition_point(|edge| edge < value) as u8),
            );
        }
        Self { bins, width, edges }
    }
}

type Histogram = Vec<[f32; 2]>;

struct Split {
    gain: f32,
    feature: usize,
    bin: usize,
}

struct Open {
    rows: Vec<u32>,
    histogram: Histogram,
    sums: [f32; 2],
    split: Option<Split>,
    node: usize,
}

enum Grown {
    Leaf(f32),
    Inner { feature: usize, bin: usize, left: usize, right: usize },
}

/// A forest that tells targets (0 to 1) from features.
pub fn train(matrix: &Matrix, targets: &[f32], weights: &[f32], settings: &Settings) -> Forest {
    let total: f32 = weights.iter().sum();
    let mean = targets.iter().zip(weights).map(|(target, weight)| target * weight).sum::<f32>() / total;
    let base = (mean / (1.0 - mean)).ln();
    let mut forest = Forest { base, ..Forest::default() };
    let mut scores = vec![base; targets.len()];
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    for _ in 0..settings.trees {
        let gradients: Vec<[f32; 2]> = (0..targets.len())
            .map(|row| {
                let chance = 1.0 / (1.0 + (-scores[row]).exp());
                [(chance - targets[row]) * weights[row], (chance * (1.0 - chance)).max(1e-4) * weights[row]]
            })
            .collect();
        let rows: Vec<u32> = (0..targets.len() as u32).filter(|_| random.next() < settings.rows).collect();
        let features: Vec<bool> = (0..matrix.width).map(|_| random.next() < settings.features).collect();
        let tree = grow(matrix, &gradients, rows, &features, settings);
        for (row, score) in scores.iter_mut().enumerate() {
            let bins = &matrix.bins[row * matrix.width..][..matrix.width];
            let mut at = 0;
            *score += loop {
                match &tree[at] {
                    Grown::Leaf(value) => break *value,
                    Grown::Inner { feature, bin, left, right } => {
                        at = if usize::from(bins[*feature]) <= *bin { *left } else { *right };
                    }
                }
            };
        }
        forest.roots.push(forest.nodes.len() as u32);
        append(&tree, 0, matrix, &mut forest.nodes);
    }
    forest
}

fn grow(matrix: &Matrix, gradients: &[[f32; 2]], rows: Vec<u32>, features: &[bool], settings: &Settings) -> Vec<Grown> {
    let mut tree = vec![Grown::Leaf(0.0)];
    let histogram = count(matrix, gradients, &rows, features);
    let sums = rows.iter().fold([0.0; 2], |sums, &row| add(sums, gradients[row as usize]));
    let split = best(matrix, &histogram, sums, features, settings);
    let mut open = vec![Open { rows, histogram, sums, split, node: 0 }];
    while open.len() < settings.leaves {
        let gain = |leaf: &Open| leaf.split.as_ref().map_or(0.0, |split| split.gain);
        let Some(at) = (0..open.len()).max_by(|&a, &b| gain(&open[a]).total_cmp(&gain(&open[b]))) else { break };
        let Some(split) = open[at].split.take() else { break };
        let leaf = open.swap_remove(at);
        let (left, right): (Vec<u32>, Vec<u32>) = leaf
            .rows
            .iter()
            .partition(|&&row| usize::from(matrix.bins[row as usize * matrix.width + split.feature]) <= split.bin);
        // The smaller half is counted, the larger one is what remains.
        let small_left = left.len() < right.len();
        let small = count(matrix, gradients, if small_left { &left } else { &right }, features);
        let large: Histogram =
            leaf.histogram.iter().zip(&small).map(|(all, part)| [all[0] - part[0], all[1] - part[1]]).collect();
        let (nodes, halves) = ([tree.len(), tree.len() + 1], if small_left { [small, large] } else { [large, small] });
        tree[leaf.node] = Grown::Inner { feature: split.feature, bin: split.bin, left: nodes[0], right: nodes[1] };
        for ((rows, histogram), node) in [left, right].into_iter().zip(halves).zip(nodes) {
            let sums = rows.iter().fold([0.0; 2], |sums, &row| add(sums, gradients[row as usize]));
            let split = best(matrix, &histogram, sums, features, settings);
            tree.push(Grown::Leaf(0.0));
            open.push(Open { rows, histogram, sums, split, node });
        }
    }
    for leaf in open {
        tree[leaf.node] = Grown::Leaf(-settings.rate * leaf.sums[0] / (leaf.sums[1] + settings.ridge));
    }
    tree
}

fn add(one: [f32; 2], other: [f32; 2]) -> [f32; 2] {
    [one[0] + other[0], one[1] + other[1]]
}

fn count(matrix: &Matrix, gradients: &[[f32; 2]], rows: &[u32], features: &[bool]) -> Histogram {
    let mut histogram = vec![[0.0; 2]; matrix.width * BINS];
    let features: Vec<usize> = (0..matrix.width).filter(|&feature| features[feature]).collect();
    for &row in rows {
        let gradient = gradients[row as usize];
        let bins = &matrix.bins[row as usize * matrix.width..][..matrix.width];
        for &feature in &features {
            let cell = &mut histogram[feature * BINS + usize::from(bins[feature])];
            *cell = add(*cell, gradient);
        }
    }
    histogram
}

fn best(
    matrix: &Matrix,
    histogram: &Histogram,
    sums: [f32; 2],
    features: &[bool],
    settings: &Settings,
) -> Option<Split> {
    let worth = |part: [f32; 2]| part[0] * part[0] / (part[1] + settings.ridge);
    let mut found: Option<Split> = None;
    for feature in (0..matrix.width).filter(|&feature| features[feature]) {
        let mut left = [0.0; 2];
        for bin in 0..matrix.edges[feature].len() {
            left = add(left, histogram[feature * BINS + bin]);
            let right = [sums[0] - left[0], sums[1] - left[1]];
            if left[1] < settings.least || right[1] < settings.least {
                continue;
            }
            let gain = worth(left) + worth(right) - worth(sums);
            if gain > found.as_ref().map_or(1e-3, |split| split.gain) {
                found = Some(Split { gain, feature, bin });
            }
        }
    }
    found
}

/// Writes a tree so that every left child follows its parent.
fn append(tree: &[Grown], at: usize, matrix: &Matrix, nodes: &mut Vec<TreeNode>) {
    match &tree[at] {
        Grown::Leaf(value) => nodes.push(TreeNode { feature: LEAF, value: *value, right: 0 }),
        Grown::Inner { feature, bin, left, right } => {
            let place = nodes.len();
            nodes.push(TreeNode { feature: *feature as u8, value: matrix.edges[*feature][*bin], right: 0 });
            append(tree, *left, matrix, nodes);
            nodes[place].right = nodes.len() as u32;
            append(tree, *right, matrix, nodes);
        }
    }
}

/// Marsaglia's xorshift.
struct Random(u64);

impl Random {
    fn next(&mut self) -> f32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 40) as f32 / (1u64 << 24) as f32
    }
}
