//! `make test-soak`: made-up words through every stemming algorithm, to see that none panics.
//!
//! `soak_stem [COUNT]` gives each algorithm COUNT words (10 million unless told). A third are letters of one script at
//! random, a third such letters with marks, digits and other scripts between them, and a third are cut together from the
//! words of `$COPYDESK_DATA/stem` (default `../shared/data`), where those are at hand. The words are the same in each run.
//! The library turns a panic inside an algorithm into "the word is its own stem"; here it is counted and shown, and the
//! program fails.

use std::io::Read;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use copydesk::stem::{Algorithm, Stemmer, supported_languages};

static PANICS: AtomicU64 = AtomicU64::new(0);
static CURRENT: Mutex<String> = Mutex::new(String::new());

fn main() {
    let count: u64 = std::env::args().nth(1).and_then(|count| count.parse().ok()).unwrap_or(10_000_000);
    std::panic::set_hook(Box::new(|info| {
        if PANICS.fetch_add(1, Ordering::Relaxed) < 100 {
            let word = CURRENT.lock().map(|word| word.clone()).unwrap_or_default();
            eprintln!("panic on {word:?} ({}): {info}", word.escape_unicode());
        }
    }));
    let families = [Algorithm::Snowball, Algorithm::RustStemmers];
    let mut stemmers: Vec<(String, Stemmer)> = Vec::new();
    for family in families {
        for code in supported_languages(family) {
            stemmers.extend(Stemmer::new(code, family).map(|stemmer| (format!("{code} ({})", family.name()), stemmer)));
        }
    }
    for name in ["porter", "lovins", "dutch_porter"] {
        stemmers.extend(Stemmer::new(name, Algorithm::Snowball).map(|stemmer| (name.to_owned(), stemmer)));
    }
    for (number, (name, stemmer)) in stemmers.iter().enumerate() {
        let before = PANICS.load(Ordering::Relaxed);
        let mut words = Words::new(stemmer.language(), number as u64 + 1);
        let (mut word, mut longest) = (String::new(), 0);
        for _ in 0..count {
            words.next(&mut word);
            if let Ok(mut current) = CURRENT.lock() {
                current.clone_from(&word);
            }
            longest = longest.max(stemmer.stem(&word).len());
        }
        let panics = PANICS.load(Ordering::Relaxed) - before;
        println!("{name:24} {count} words, {panics} panics, longest stem {longest} bytes");
    }
    let panics = PANICS.load(Ordering::Relaxed);
    println!("{} algorithms, {} words, {panics} panics", stemmers.len(), count * stemmers.len() as u64);
    std::process::exit(i32::from(panics > 0));
}

/// Made-up words for one language.
struct Words {
    state: u64,
    letters: Vec<char>,
    known: Vec<Vec<char>>,
}

const NOISE: &[char] = &[
    '\'',
    '’',
    '-',
    '.',
    '_',
    '0',
    '9',
    ' ',
    '\n',
    '\0',
    '\u{301}',
    '\u{308}',
    '\u{AD}',
    '\u{200C}',
    '\u{200D}',
    'ß',
    'ẞ',
    'İ',
    'ı',
    'ſ',
    'ﬁ',
    'ǆ',
    'ς',
    'Σ',
    'ё',
    'й',
    '中',
    'カ',
    '😀',
    '\u{10FFFF}',
    '\u{FEFF}',
    '\u{FFFD}',
];

impl Words {
    fn new(language: &str, seed: u64) -> Self {
        Self {
            state: seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1,
            letters: letters_of(language),
            known: known_words(language).unwrap_or_default(),
        }
    }

    /// xorshift64*, Vigna 2016.
    fn random(&mut self, below: usize) -> usize {
        self.state ^= self.state >> 12;
        self.state ^= self.state << 25;
        self.state ^= self.state >> 27;
        (self.state.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % below.max(1)
    }

    fn next(&mut self, word: &mut String) {
        word.clear();
        let kind = self.random(if self.known.is_empty() { 2 } else { 3 });
        if kind == 2 {
            let (first, second) = (self.random(self.known.len()), self.random(self.known.len()));
            let (head, tail) = (self.random(self.known[first].len() + 1), self.random(self.known[second].len() + 1));
            word.extend(&self.known[first][..head]);
            word.extend(&self.known[second][tail..]);
            return;
        }
        let size = if self.random(50) == 0 { self.random(300) } else { self.random(14) };
        for _ in 0..size {
            let letter = match self.random(10) {
                0 if kind == 1 => NOISE[self.random(NOISE.len())],
                1 if kind == 1 => char::from_u32(self.random(0x3000) as u32).unwrap_or('x'),
                _ => {
                    let place = self.random(self.letters.len());
                    self.letters[place]
                }
            };
            word.push(letter);
        }
    }
}

/// The lower-case letters of the language's script.
fn letters_of(language: &str) -> Vec<char> {
    let ranges: &[(u32, u32)] = match language {
        "ru" | "uk" | "sr" => &[(0x430, 0x45F)],
        "el" => &[(0x3AC, 0x3CE)],
        "hy" => &[(0x561, 0x587)],
        "hi" | "ne" => &[(0x901, 0x970)],
        "ar" | "fa" => &[(0x620, 0x655), (0x679, 0x6D3)],
        "yi" => &[(0x5B0, 0x5F4)],
        "ta" => &[(0xB82, 0xBD7)],
        _ => &[(0x61, 0x7A), (0x61, 0x7A), (0xE0, 0x17E)],
    };
    ranges.iter().flat_map(|(from, to)| (*from..=*to).filter_map(char::from_u32)).collect()
}

/// The words of the published vocabulary of a language, if it is there.
fn known_words(language: &str) -> Option<Vec<Vec<char>>> {
    let data = std::env::var_os("COPYDESK_DATA").map_or_else(|| PathBuf::from("../shared/data"), PathBuf::from);
    let names = std::fs::read_dir(data.join("stem")).ok()?;
    let file = names.flatten().map(|entry| entry.path()).find(|path| {
        let name = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.split('.').next());
        name.and_then(copydesk::stem::language_code) == Some(language)
    })?;
    let mut text = String::new();
    flate2::read::GzDecoder::new(std::fs::File::open(file).ok()?).read_to_string(&mut text).ok()?;
    Some(text.lines().filter_map(|line| line.split('\t').next()).map(|word| word.chars().collect()).collect())
}
