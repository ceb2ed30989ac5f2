//! How right attributions are beside annotated ones: contents pair one to one if they share half of their words.

use std::collections::HashSet;
use std::fmt;

use copydesk::Span;
use copydesk::claims::Attribution;
use copydesk::claims::attribution::Annotation;

/// What was counted over articles.
#[derive(Default)]
pub struct Counts {
    core: usize,
    core_found: usize,
    predicted: usize,
    paired: usize,
    right: usize,
}

impl Counts {
    /// Counts one article; `readers` says of each annotation whether any reader would want it, and who speaks.
    pub fn add(
        &mut self,
        text: &str,
        gold: &[Annotation],
        readers: &[(bool, Option<String>)],
        found: &[Attribution],
    ) {
        let marks = words(text);
        let gold: Vec<HashSet<usize>> = gold.iter().map(|gold| within(&marks, &gold.content)).collect();
        let got: Vec<HashSet<usize>> = found.iter().map(|found| within(&marks, &found.spans)).collect();
        let mut pairs = Vec::new();
        for (i, a) in gold.iter().enumerate() {
            for (j, b) in got.iter().enumerate() {
                let both = a.intersection(b).count();
                let either = a.len() + b.len() - both;
                if both > 0 && 2 * both >= either {
                    pairs.push((both as f64 / either as f64, i, j));
                }
            }
        }
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        let (mut used_gold, mut used_found) = (HashSet::new(), HashSet::new());
        for (_, i, j) in pairs {
            if used_gold.contains(&i) || used_found.contains(&j) {
                continue;
            }
            used_gold.insert(i);
            used_found.insert(j);
            self.paired += 1;
            self.core_found += usize::from(readers[i].0);
            self.right += usize::from(same_speaker(readers[i].1.as_deref(), found[j].speaker.as_deref()));
        }
        self.core += readers.iter().filter(|(core, _)| *core).count();
        self.predicted += got.iter().filter(|words| !words.is_empty()).count();
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        write!(
            out,
            "core recall {:.1}, precision {:.1}, speaker {:.1} ({} core, {} found)",
            share(self.core_found, self.core),
            share(self.paired, self.predicted),
            share(self.right, self.paired),
            self.core,
            self.predicted,
        )
    }
}

/// The last name, or half of the words; nobody for nobody.
fn same_speaker(gold: Option<&str>, got: Option<&str>) -> bool {
    let names = |name: &str| -> Vec<String> {
        words(name).iter().map(|span| span.of(name).to_lowercase()).collect()
    };
    let Some(gold) = gold.filter(|gold| !gold.is_empty()).map(names) else { return got.is_none_or(str::is_empty) };
    let got: HashSet<String> = got.map(names).unwrap_or_default().into_iter().collect();
    let all: HashSet<&String> = gold.iter().collect();
    let same = all.iter().filter(|word| got.contains(**word)).count();
    gold.last().is_some_and(|last| got.contains(last)) || same >= gold.len().div_ceil(2).max(1)
}

/// Runs of letters, digits and underscores.
fn words(text: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for (at, symbol) in text.char_indices().filter(|(_, symbol)| symbol.is_alphanumeric() || *symbol == '_') {
        let end = at + symbol.len_utf8();
        match found.last_mut() {
            Some(last) if last.end == at => last.end = end,
            _ => found.push(Span::new(at, end)),
        }
    }
    found
}

fn within(words: &[Span], spans: &[Span]) -> HashSet<usize> {
    let hit = |word: &Span| spans.iter().any(|span| word.start < span.end && span.start < word.end);
    words.iter().enumerate().filter(|(_, word)| hit(word)).map(|(at, _)| at).collect()
}
