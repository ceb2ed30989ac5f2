//! How matching grows: 10^4, 10^5 and 10^6 claims made from templates, with and without stories given.
//!
//! `cargo run --release --no-default-features --example coverage_scale [claims ...]`; each size runs in a process of its
//! own, so that its peak of memory is its own. Words follow Zipf's law over a vocabulary that grows with the text (Heaps),
//! names and figures belong to a story, five claims a story on average; every outlet words a claim in its own way: words
//! are left out, exchanged and turned round.

use std::collections::HashMap;
use std::time::Instant;

use copydesk::Context;
use copydesk::coverage::{ClaimRecord, MatchOptions, match_claims};

/// Claims a story, on average; facts a story; outlets in all.
const A_STORY: usize = 5;
const OUTLETS: usize = 60;
/// Words that everybody uses, and the exponent of how often.
const COMMON_WORDS: usize = 30_000;

/// A generator of even numbers in [0, 1) (xorshift, Marsaglia 2003).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1u64 << 53) as f64
    }

    fn below(&mut self, end: usize) -> usize {
        (self.roll() * end as f64) as usize
    }

    /// A rank that follows Zipf's law.
    fn rank(&mut self, words: usize) -> usize {
        (words as f64).powf(self.roll()) as usize - 1
    }
}

/// A word of made-up syllables for a number.
fn word(number: usize) -> String {
    const SYLLABLES: [&str; 16] =
        ["ba", "ko", "ri", "ten", "mul", "da", "sor", "vi", "pal", "ne", "gu", "tra", "lon", "fe", "mi", "zar"];
    let (mut rest, mut spelled) = (number + 17, String::new());
    while rest > 0 {
        spelled.push_str(SYLLABLES[rest % 16]);
        rest /= 16;
    }
    spelled
}

fn name(number: usize) -> String {
    let plain = word(number);
    plain[..1].to_uppercase() + &plain[1..]
}

/// Claims and the fact that each tells.
fn claims(count: usize, with_story: bool) -> (Vec<ClaimRecord>, Vec<u32>) {
    let mut dice = Dice(88_172_645_463_325_252);
    let (mut claims, mut facts) = (Vec::with_capacity(count), Vec::with_capacity(count));
    let (mut story, mut fact) = (0usize, 0u32);
    while claims.len() < count {
        let rare = COMMON_WORDS + dice.below(count);
        let topic: Vec<String> =
            (0..12).map(|n| word(if n < 3 { rare + n } else { dice.rank(COMMON_WORDS) })).collect();
        let names = [name(rare + 100), name(COMMON_WORDS + dice.below(5_000)), name(COMMON_WORDS + dice.below(500))];
        let first = dice.below(OUTLETS);
        for _ in 0..2 {
            fact += 1;
            let speaker = format!("{} {}", name(dice.below(400)), name(1_000 + dice.below(40_000)));
            let figure = dice.below(90_000) + 10;
            let mut words: Vec<String> = vec![names[dice.below(3)].clone()];
            for n in 0..6 + dice.below(8) {
                words.push(match n % 3 {
                    0 => topic[dice.below(topic.len())].clone(),
                    1 => "the".to_owned(),
                    _ => word(dice.rank(COMMON_WORDS)),
                });
            }
            if dice.roll() < 0.3 {
                words.push(format!("{figure} {}", word(dice.rank(500))));
            }
            let carried = 1 + dice.below(2 * A_STORY / 2 - 1);
            for outlet in 0..carried {
                let mut own: Vec<String> = Vec::with_capacity(words.len());
                for word_of in &words {
                    let chance = dice.roll();
                    if chance < 0.1 {
                        continue;
                    }
                    own.push(if chance < 0.2 { word(dice.rank(COMMON_WORDS)) } else { word_of.clone() });
                }
                if dice.roll() < 0.3 {
                    let middle = own.len() / 2;
                    own.rotate_left(middle);
                }
                claims.push(ClaimRecord {
                    text: own.join(" "),
                    document: (story * OUTLETS + outlet) as u64,
                    outlet: format!("Outlet {}", (first + outlet) % OUTLETS),
                    story: with_story.then_some(story as i64),
                    speaker: Some(speaker.clone()),
                    ..ClaimRecord::default()
                });
                facts.push(fact);
            }
        }
        story += 1;
    }
    claims.truncate(count);
    facts.truncate(count);
    (claims, facts)
}

/// The most memory that this process has held, in MB; 0 where the system does not tell.
fn peak() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0");
    line.split_whitespace().next().and_then(|kb| kb.parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
}

fn run(count: usize, with_story: bool) {
    let (claims, facts) = claims(count, with_story);
    let begun = Instant::now();
    let clusters = match_claims(&claims, &MatchOptions::default(), &Context::default()).expect("no limit is set");
    let seconds = begun.elapsed().as_secs_f64();
    let mut members: HashMap<u32, Vec<usize>> = HashMap::new();
    for (row, cluster) in clusters.iter().enumerate() {
        if let Some(cluster) = cluster {
            members.entry(*cluster).or_default().push(row);
        }
    }
    let mixed = members.values().filter(|rows| rows.iter().any(|row| facts[*row] != facts[rows[0]])).count();
    let crossed = members.values().filter(|rows| {
        rows.iter().any(|row| claims[*row].document / OUTLETS as u64 != claims[rows[0]].document / OUTLETS as u64)
    });
    let crossed = crossed.count();
    let mut of_fact: HashMap<u32, Vec<usize>> = HashMap::new();
    for (row, fact) in facts.iter().enumerate() {
        of_fact.entry(*fact).or_default().push(row);
    }
    let shared = of_fact.values().filter(|rows| rows.len() > 1);
    let (mut several, mut whole) = (0usize, 0usize);
    for rows in shared {
        several += 1;
        whole += usize::from(rows.iter().all(|row| clusters[*row].is_some() && clusters[*row] == clusters[rows[0]]));
    }
    let share = |part: usize, of: usize| 100.0 * part as f64 / of.max(1) as f64;
    println!(
        "{count:>9} {:>7} {seconds:>8.2} s {:>7.0} MB {:>8} clusters, {:.2} % of two facts, {:.2} % of two stories; {:.1} % of shared facts whole",
        if with_story { "stories" } else { "mixed" },
        peak(),
        members.len(),
        share(mixed, members.len()),
        share(crossed, members.len()),
        share(whole, several),
    );
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [size, way] = &arguments[..]
        && let Ok(count) = size.parse()
        && ["stories", "mixed"].contains(&way.as_str())
    {
        run(count, way == "stories");
        return;
    }
    let mut sizes: Vec<usize> = arguments.iter().filter_map(|size| size.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = vec![10_000, 100_000, 500_000, 1_000_000];
    }
    let program = std::env::current_exe().expect("a program knows where it stands");
    for size in sizes {
        for way in ["stories", "mixed"] {
            let done = std::process::Command::new(&program).args([size.to_string(), way.to_owned()]).status();
            assert!(done.is_ok_and(|status| status.success()), "{size} claims, {way}: failed");
        }
    }
}
