//! A mixed heap of articles into stories.

use std::collections::{BTreeMap, HashMap};

use crate::coverage::ideographs::{is_single, words};
use crate::coverage::matching::candidates::{Entry, Frequencies, candidates};
use crate::coverage::matching::cluster::{Edge, Link, groups};
use crate::coverage::reading::features::{Analyzer, Features, Term};
use crate::coverage::reading::vocabulary::primary;
use crate::coverage::romanised::{self, Names};
use crate::{Context, Result};

/// How many content words of a text are read; news says what it is about at the top.
const READ: usize = 400;
/// How many of its heaviest terms stand for a text.
const HEAVIEST: usize = 96;
/// How often a word of the title counts.
const TITLE: f32 = 3.0;
/// How much more a name counts.
const NAME: f32 = 2.5;
/// How many more texts a heap is taken to have, which hold none of its terms: in a heap of five reports of one event, what all of
/// them name would tell nothing otherwise.
const OTHERS: f32 = 20.0;
/// Cosine from which two texts are of one story.
const STORY: f32 = 0.165;
/// How much more a cosine across languages tells, where only names, numbers and known words can meet.
const ACROSS: f32 = 1.3;
/// Two texts further apart than this are two stories, however alike; in seconds.
const WINDOW: i64 = 10 * 24 * 3600;
/// Within this time of each other, texts lose nothing by their distance; in seconds.
const FRESH: i64 = 3 * 24 * 3600;

/// An article as story grouping sees it; all but `text` may be missing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StoryText {
    /// Its text.
    pub text: String,
    /// Its title.
    pub title: Option<String>,
    /// When it appeared, in seconds since 1970-01-01 UTC.
    pub published: Option<i64>,
    /// BCP 47; English where it is missing.
    pub language: Option<String>,
}

/// The number of the story of each text, 0, 1, 2 ... in the order in which stories first appear; a text alone is a
/// story of its own.
///
/// Texts are compared by the cosine of their heaviest terms (term frequency times inverse document frequency, names
/// and titles more), candidates found by an index over rare terms, so that time grows linearly with the number of
/// texts, and grouped by average link, so that no chain of half-related articles becomes one story. Where times are
/// given, articles over ten days apart are never one story, and from three days on must be ever more alike. Stories do
/// not depend on the order of the texts.
///
/// # Errors
///
/// [`Cancelled`](crate::ErrorKind::Cancelled), and [`Limit`](crate::ErrorKind::Limit) where a text or the number of
/// texts is over the limits of `context`.
///
/// ```
/// use copydesk::Context;
/// use copydesk::coverage::{StoryText, group_stories};
///
/// let story = |text: &str| StoryText { text: text.into(), ..StoryText::default() };
/// let texts = [
///     story("The harbour bridge in Ostrava closes to lorries on Monday, mayor Marta Nowak said. Cracks were found in the girders."),
///     story("Orbis buys Halden Foods. The board of Halden agreed to the takeover on Tuesday."),
///     story("Lorries must keep off the harbour bridge in Ostrava: engineers found cracks in its girders, says Marta Nowak."),
/// ];
/// assert_eq!(group_stories(&texts, &Context::default())?, [0, 1, 0]);
/// # Ok::<(), copydesk::Error>(())
/// ```
pub fn group_stories(texts: &[StoryText], context: &Context) -> Result<Vec<u32>> {
    context.check_items(texts.len())?;
    let mut order: Vec<usize> = (0..texts.len()).collect();
    order.sort_by(|a, b| {
        let key = |row: &usize| {
            let text = &texts[*row];
            (text.published, &text.title, &text.text, &text.language)
        };
        key(a).cmp(&key(b))
    });
    let mut analyzer = Analyzer::new(None);
    let mut profiles = Vec::with_capacity(texts.len());
    for row in &order {
        profiles.push(Profile::of(&texts[*row], &mut analyzer, context)?);
    }
    let scoped: Vec<(u32, &Features)> = profiles.iter().map(|profile| (0, &profile.features)).collect();
    let mut frequencies = Frequencies::count(&scoped, 1, context)?;
    with_romanised(&mut profiles, &mut frequencies.of_terms, &analyzer);
    for (profile, counts) in profiles.iter_mut().zip(&frequencies.of_terms) {
        profile.weigh(counts, texts.len());
    }
    // The index looks at the heaviest terms only, so that counts and weights follow.
    let heaviest: Vec<Features> = profiles
        .iter()
        .map(|profile| Features { bag: profile.vector.iter().map(|(term, _)| *term).collect(), ..Features::default() })
        .collect();
    let weights: Vec<Vec<f32>> =
        profiles.iter().map(|profile| profile.vector.iter().map(|(_, weight)| *weight).collect()).collect();
    let scoped: Vec<(u32, &Features)> = heaviest.iter().map(|features| (0, features)).collect();
    let frequencies = Frequencies::count(&scoped, 1, context)?;
    let entries: Vec<Entry> = heaviest
        .iter()
        .zip(&weights)
        .map(|(features, weights)| Entry {
            features,
            weights,
            scope: 0,
            speaker: 0,
            translated: false,
            prefixes: Vec::new(),
        })
        .collect();
    let link = |a: u32, b: u32| {
        let (x, y) = (&profiles[a as usize], &profiles[b as usize]);
        Link {
            score: x.likeness(y),
            one_outlet: false,
            across: x.features.language != y.features.language,
            inside: 1.0,
            brief: false,
        }
    };
    let mut edges = Vec::new();
    for (a, b) in candidates(&entries, &frequencies, |_, _| true, context)? {
        let link = link(a, b);
        if link.score >= STORY {
            edges.push(Edge { a, b, link });
        }
    }
    let found = groups(texts.len(), edges, &[], STORY, link);
    let mut of_row = vec![0u32; texts.len()];
    for (place, row) in order.iter().enumerate() {
        // Groups are named after one of their members, so that a text alone is a group named after itself.
        of_row[*row] = found[place].unwrap_or(place as u32);
    }
    let mut numbers: HashMap<u32, u32> = HashMap::new();
    Ok(of_row
        .into_iter()
        .map(|group| {
            let next = numbers.len() as u32;
            *numbers.entry(group).or_insert(next)
        })
        .collect())
}

/// Gives the texts in Cyrillic letters the names of the others that they have in their own letters, as frequent as they are in the
/// others: that one more text has them makes them tell no less.
fn with_romanised(profiles: &mut [Profile], frequencies: &mut [Vec<u32>], analyzer: &Analyzer<'_>) {
    if profiles.iter().all(|profile| profile.romanised.is_empty()) {
        return;
    }
    let mut known = Names::default();
    let mut told: HashMap<u32, u32> = HashMap::new();
    let latin = |(profile, _): &(&Profile, &Vec<u32>)| profile.romanised.is_empty();
    for (profile, counts) in profiles.iter().zip(frequencies.iter()).filter(latin) {
        for (term, count) in profile.features.bag.iter().zip(counts).filter(|(term, _)| term.name) {
            known.insert(analyzer.term(term.id), term.id);
            told.insert(term.id, *count);
        }
    }
    for (profile, counts) in profiles.iter_mut().zip(frequencies) {
        let mut more: BTreeMap<u32, f32> = BTreeMap::new();
        for (name, weight) in &profile.romanised {
            for id in known.meant(name) {
                *more.entry(id).or_default() += weight;
            }
        }
        for (id, weight) in more {
            if let Err(place) = profile.features.bag.binary_search_by_key(&id, |term| term.id) {
                profile.features.bag.insert(place, Term { id, sign: 1, name: true, ..Term::default() });
                profile.counts.insert(place, weight);
                counts.insert(place, told.get(&id).copied().unwrap_or(1));
            }
        }
    }
}

/// What stands for one text.
struct Profile {
    /// Its distinct terms.
    features: Features,
    /// Term frequency of each, titles and names counted more.
    counts: Vec<f32>,
    /// The heaviest terms, sorted by id, with weights of length 1 in all.
    vector: Vec<(Term, f32)>,
    published: Option<i64>,
    /// Its names in Cyrillic letters, in Latin ones, with how much each counts.
    romanised: Vec<(String, f32)>,
}

impl Profile {
    fn of(text: &StoryText, analyzer: &mut Analyzer<'_>, context: &Context) -> Result<Self> {
        context.check_size(text.text.len())?;
        let mut counts: HashMap<u32, (Term, f32)> = HashMap::new();
        let mut romanised = Vec::new();
        let parts = [(text.title.as_deref().unwrap_or(""), TITLE), (beginning(&text.text), 1.0)];
        for (part, weight) in parts {
            let (mut terms, numbers) = analyzer.terms_of(part, text.language.as_deref(), READ, context)?;
            terms.extend(analyzer.telling(&numbers));
            terms.retain(|term| !is_single(analyzer.term(term.id)));
            for word in words(part, READ) {
                terms.push(Term { id: analyzer.intern(word), sign: 1, ..Term::default() });
            }
            romanised.extend(romanised::names(part, READ).map(|name| (name, weight)));
            for term in terms {
                let entry = counts.entry(term.id).or_insert((term, 0.0));
                entry.0.name |= term.name;
                entry.1 += weight;
            }
        }
        let mut counts: Vec<(Term, f32)> = counts.into_values().collect();
        counts.sort_unstable_by_key(|(term, _)| term.id);
        let (bag, counts) = counts.into_iter().unzip();
        let language = analyzer.know(text.language.as_deref().map(primary)) as u16;
        let features = Features { bag, language, ..Features::default() };
        Ok(Self { features, counts, vector: Vec::new(), published: text.published, romanised })
    }

    fn weigh(&mut self, frequencies: &[u32], texts: usize) {
        let mut vector: Vec<(Term, f32)> = (self.features.bag.iter().zip(&self.counts))
            .zip(frequencies)
            .map(|((term, count), frequency)| {
                let rarity = ((texts as f32 + OTHERS) / (*frequency as f32 + 1.0)).ln().max(0.0);
                let name = if term.name { NAME } else { 1.0 };
                (*term, (1.0 + count.ln()) * rarity * name)
            })
            .collect();
        vector.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.id.cmp(&b.0.id)));
        vector.truncate(HEAVIEST);
        vector.sort_unstable_by_key(|(term, _)| term.id);
        let length = vector.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
        if length > 0.0 {
            vector.iter_mut().for_each(|(_, weight)| *weight /= length);
        }
        self.vector = vector;
    }

    /// Cosine, less for every day beyond the fresh ones.
    fn likeness(&self, other: &Self) -> f32 {
        let (mut i, mut j, mut cosine) = (0, 0, 0.0);
        while let (Some((s, v)), Some((t, w))) = (self.vector.get(i), other.vector.get(j)) {
            if s.id == t.id {
                cosine += v * w;
            }
            (i, j) = (i + usize::from(s.id <= t.id), j + usize::from(t.id <= s.id));
        }
        if self.features.language != other.features.language {
            cosine *= ACROSS;
        }
        match self.published.zip(other.published).map(|(a, b)| a.saturating_sub(b).saturating_abs()) {
            Some(apart) if apart > WINDOW => 0.0,
            Some(apart) if apart > FRESH => cosine * (1.0 - (apart - FRESH) as f32 / (WINDOW - FRESH) as f32),
            _ => cosine,
        }
    }
}

/// As much of a text as its first content words may take.
fn beginning(text: &str) -> &str {
    let mut end = text.len().min(READ * 24);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heap() -> Vec<StoryText> {
        let day = 24 * 3600;
        let text = |title: &str, text: &str, days: i64| StoryText {
            title: Some(title.into()),
            text: text.into(),
            published: Some(1_700_000_000 + days * day),
            language: None,
        };
        vec![
            text(
                "Dam near Kalden holds",
                "The dam above Kalden holds, engineer Tomas Reuter said. The reservoir rose by four metres and 3,200 people left the valley.",
                0,
            ),
            text(
                "Vaccine halves cases",
                "A vaccine against marsh fever prevented most severe cases, the ministry said on Friday.",
                0,
            ),
            text(
                "Thousands leave valley",
                "In Kalden 3,200 people had to leave the valley below the dam. Reuter, an engineer, called the dam safe as the reservoir rose.",
                1,
            ),
            text(
                "Dam near Kalden inspected",
                "The dam above Kalden was inspected, engineer Tomas Reuter said. The reservoir and the valley are safe.",
                60,
            ),
            text(
                "Union rejects offer",
                "The rail union rejects the offer of five percent and calls a strike for Wednesday.",
                1,
            ),
        ]
    }

    #[test]
    fn time_parts_what_words_join() {
        assert_eq!(group_stories(&heap(), &Context::default()).unwrap(), [0, 1, 0, 2, 3]);
        let mut timeless = heap();
        timeless.iter_mut().for_each(|text| text.published = None);
        assert_eq!(group_stories(&timeless, &Context::default()).unwrap(), [0, 1, 0, 0, 2]);
    }

    #[test]
    fn small_words_join_no_texts_of_a_language_that_few_are_in() {
        let swedish = |text: &str| StoryText { text: text.into(), language: Some("sv".into()), ..StoryText::default() };
        let mut texts = heap();
        texts.push(swedish(
            "Bron över Kalmån stängs från och med måndag. Sprickor har hittats i balkarna, och det är inte klart när de kan \
             lagas, säger Ulla Berg. Hon har inte sett något liknande under alla sina år.",
        ));
        texts.push(swedish(
            "Facket säger nej till budet. Det är inte tillräckligt, och medlemmarna har väntat länge på ett svar från \
             arbetsgivaren, som inte har sett något skäl att höja under alla dessa år.",
        ));
        assert_eq!(group_stories(&texts, &Context::default()).unwrap(), [0, 1, 0, 2, 3, 4, 5]);
    }

    #[test]
    fn the_order_of_the_texts_does_not_matter() {
        let mut heap = heap();
        let there = group_stories(&heap, &Context::default()).unwrap();
        heap.reverse();
        let mut back = group_stories(&heap, &Context::default()).unwrap();
        back.reverse();
        for i in 0..there.len() {
            for j in 0..there.len() {
                assert_eq!(there[i] == there[j], back[i] == back[j]);
            }
        }
    }

    #[test]
    fn empty_texts_are_stories_of_their_own() {
        let texts = vec![StoryText::default(); 3];
        assert_eq!(group_stories(&texts, &Context::default()).unwrap(), [0, 1, 2]);
        assert_eq!(group_stories(&[], &Context::default()).unwrap(), Vec::<u32>::new());
    }

    #[test]
    fn it_can_be_stopped() {
        let context = Context::default();
        context.cancel();
        assert!(group_stories(&heap(), &context).is_err());
    }
}
