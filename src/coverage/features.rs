//! What a claim looks like to the matcher: content terms in order, names, numbers, dates, negations, character n-grams.

use std::collections::HashMap;

use super::facts::{self, Date, Number, Words};
use super::types::ClaimRecord;
use super::vocabulary::{self, Class, fold};
use crate::claims::Comparator;
use crate::text::{Span, Token, TokenKind, tokenize};
use crate::{Context, Result};

/// The most terms kept of one claim; a claim is a clause, and what is longer is cut for matching.
const MAX_TERMS: usize = 96;
/// How many content words behind a number may name what it counts.
const UNIT_WINDOW: usize = 2;

/// One content word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Term {
    pub id: u32,
    /// +1 as it stands, -1 negated or on the opposite side of its class.
    pub sign: i8,
    pub name: bool,
    /// It names an exact number.
    pub number: bool,
    /// Belongs to a class that joins languages.
    pub class: bool,
}

/// A claim, analysed.
#[derive(Debug, Clone, Default)]
pub(super) struct Features {
    /// Content terms as they stand, with repetitions.
    pub sequence: Vec<Term>,
    /// The same, each once, sorted by id; the sign is 0 where occurrences differ.
    pub bag: Vec<Term>,
    /// What the lexicon offers for a term: (translation, term), sorted.
    pub alternatives: Vec<(u32, u32)>,
    /// Hashed character trigrams, sorted, each once.
    pub grams: Vec<u16>,
    pub numbers: Vec<Number>,
    pub dates: Vec<Date>,
    pub language: u16,
    /// Where the terms of `sequence` stand, from their negation on; kept on demand.
    pub spans: Vec<Span>,
}

/// What is remembered of a word form of one language.
#[derive(Debug, Clone, Copy, Default)]
struct Entry {
    /// `None` for stop words.
    id: Option<u32>,
    opposite: bool,
    class: bool,
    negation: bool,
    adverb: bool,
    numeral: Option<f64>,
    scale: Option<f64>,
    comparator: Option<Comparator>,
    month: u8,
    weekday: u8,
}

/// Turns claims into features; remembers words, so that a common word is stemmed once.
#[derive(Default)]
pub(super) struct Analyzer<'a> {
    ids: HashMap<String, u32>,
    terms: Vec<String>,
    languages: Vec<String>,
    words: Vec<HashMap<String, Entry>>,
    lexicon: Option<&'a HashMap<String, Vec<String>>>,
    /// Whether features tell where their terms stand.
    pub keep_spans: bool,
}

impl<'a> Analyzer<'a> {
    pub fn new(lexicon: Option<&'a HashMap<String, Vec<String>>>) -> Self {
        Self { lexicon, ..Self::default() }
    }

    /// The term as text: a folded stem, "=12" for a class, "#100" for a number.
    pub fn term(&self, id: u32) -> &str {
        self.terms.get(id as usize).map_or("", String::as_str)
    }

    /// How many languages were seen.
    pub fn languages(&self) -> usize {
        self.languages.len()
    }

    /// Makes a language known before the first claim in it, so that a lexicon can be looked up in all of them.
    pub fn know(&mut self, code: Option<&str>) -> usize {
        let code = vocabulary::primary(code.unwrap_or("en"));
        if let Some(known) = self.languages.iter().position(|language| language == code) {
            return known;
        }
        self.languages.push(code.to_owned());
        self.words.push(HashMap::new());
        self.languages.len() - 1
    }

    fn intern(&mut self, term: &str) -> u32 {
        if let Some(id) = self.ids.get(term) {
            return *id;
        }
        let id = self.terms.len() as u32;
        self.terms.push(term.to_owned());
        self.ids.insert(term.to_owned(), id);
        id
    }

    /// A word in lower case; acronyms are never stop words ("US" is not "us").
    fn entry(&mut self, language: usize, word: &str, acronym: bool) -> Entry {
        let key = if acronym { format!("^{word}") } else { word.to_owned() };
        if let Some(entry) = self.words[language].get(&key) {
            return *entry;
        }
        let code = self.languages[language].clone();
        let lists = vocabulary::language(&code);
        let stem = vocabulary::stemmer(&code).map_or_else(|| word.to_owned(), |s| s.stem(word).into_owned());
        let stem = fold(&stem);
        let class: Option<Class> = lists.classes.get(&stem).copied();
        let negation = !acronym && lists.negations.contains(word);
        let stop = !acronym && (negation || lists.stopwords.contains(word));
        let id = (!stop && !stem.is_empty()).then(|| match class {
            Some((number, _)) => self.intern(&format!("={number}")),
            None => self.intern(&stem),
        });
        let entry = Entry {
            id,
            opposite: class.is_some_and(|(_, opposite)| opposite),
            class: class.is_some(),
            negation,
            adverb: code == "en" && word.ends_with("ly"),
            numeral: if acronym { None } else { lists.numerals.get(word).copied() },
            scale: lists.scales.get(word).copied(),
            comparator: lists.comparators.get(word).copied(),
            month: lists.months.get(word).copied().unwrap_or(0),
            weekday: lists.weekdays.get(word).copied().unwrap_or(0),
        };
        self.words[language].insert(key, entry);
        entry
    }

    /// What matching compares of one claim.
    pub fn analyze(&mut self, claim: &ClaimRecord, context: &Context) -> Result<Features> {
        let language = self.know(claim.language.as_deref());
        let text = claim.text.as_str();
        let mut reader = Reader { numbers_given: !claim.quantities.is_empty(), start: true, ..Reader::default() };
        let mut features = Features { language: language as u16, ..Features::default() };
        self.read(language, text, MAX_TERMS, &mut reader, context)?;
        if let Some(lexicon) = self.lexicon {
            self.translate(lexicon, language, &reader.forms, &mut features.alternatives);
        }
        for (position, quantity) in claim.quantities.iter().enumerate() {
            let units = self.units(language, quantity.unit.as_deref());
            reader.numbers.push(Number::given(quantity, position, units));
        }
        if claim.dates.is_empty() {
            features.dates = reader.dates;
        } else {
            features.dates.extend(claim.dates.iter().enumerate().filter_map(|(i, date)| Date::given(date, i)));
        }
        features.numbers = reader.numbers;
        for number in &features.numbers {
            let id = self.intern(&format!("#{}", number.value));
            reader.sequence.push(Term { id, sign: 1, name: false, number: true, class: false });
            if let Words::At(span) = number.words {
                reader.spans.push(span);
            } else {
                reader.spans.push(Span::default());
            }
        }
        features.bag = bag(&reader.sequence);
        if self.keep_spans {
            features.spans = reader.spans;
        }
        features.sequence = reader.sequence;
        features.grams = grams(text);
        Ok(features)
    }

    /// The content terms of a text, up to `limit`, and nothing else of it.
    pub fn terms_of(
        &mut self,
        text: &str,
        language: Option<&str>,
        limit: usize,
        context: &Context,
    ) -> Result<Vec<Term>> {
        let language = self.know(language);
        let mut reader = Reader { start: true, ..Reader::default() };
        self.read(language, text, limit, &mut reader, context)?;
        Ok(reader.sequence)
    }

    fn read(
        &mut self,
        language: usize,
        text: &str,
        limit: usize,
        reader: &mut Reader,
        context: &Context,
    ) -> Result<()> {
        let tokens = tokenize(text, context)?;
        for (position, token) in tokens.iter().enumerate() {
            if reader.sequence.len() >= limit {
                break;
            }
            match token.kind {
                TokenKind::Number => self.read_number(language, text, &tokens, position, reader),
                TokenKind::Word | TokenKind::Hashtag | TokenKind::Mention => {
                    self.read_word(language, text, *token, reader);
                }
                TokenKind::Symbol | TokenKind::Punctuation => reader.mark(token.span.of(text), token.span),
                _ => {}
            }
        }
        Ok(())
    }

    fn units(&mut self, language: usize, unit: Option<&str>) -> Vec<u32> {
        let Some(unit) = unit else { return Vec::new() };
        let lower = unit.to_lowercase();
        lower
            .split_whitespace()
            .filter_map(|word| {
                if word.chars().all(char::is_alphabetic) && word.len() > 3 {
                    self.entry(language, word, false).id
                } else if word == "%" {
                    Some(self.percent())
                } else {
                    Some(self.intern(word))
                }
            })
            .collect()
    }

    /// "%" counts as the word.
    fn percent(&mut self) -> u32 {
        match vocabulary::language("en").classes.get("percent") {
            Some((number, _)) => self.intern(&format!("={number}")),
            None => self.intern("%"),
        }
    }

    fn read_word(&mut self, language: usize, text: &str, token: Token, reader: &mut Reader) {
        for part in token.span.of(text).split(['-', '‐', '‑', '/', '_', '#', '@']) {
            let Some((word, acronym)) = normalize(part) else { continue };
            let mut word = word.as_str();
            // Elided articles and particles of French and Italian: "l'accord", "n'a", "dell'alleanza".
            if let Some((head, tail)) = word.split_once('\'')
                && matches!(self.languages[language].as_str(), "fr" | "it" | "ca")
                && !tail.is_empty()
            {
                if head == "n" {
                    (reader.negated, reader.negation) = (true, token.span);
                }
                word = tail;
            }
            let entry = self.entry(language, word, acronym);
            let capital = part.chars().next().is_some_and(char::is_uppercase);
            reader.word(word, entry, capital && (acronym || !reader.start), token.span);
        }
        reader.start = false;
    }

    fn read_number(&mut self, language: usize, text: &str, tokens: &[Token], position: usize, reader: &mut Reader) {
        reader.start = false;
        let span = tokens[position].span;
        let words = span.of(text);
        let digits = words.trim_end_matches(char::is_alphabetic);
        let suffix = words[digits.len()..].to_lowercase();
        let clock = |c: Option<char>| c == Some(':');
        if clock(text[..span.start].chars().next_back()) || clock(text[span.end..].chars().next()) {
            return;
        }
        let decimal_comma =
            !matches!(self.languages[language].as_str(), "en" | "zh" | "ja" | "ko" | "th" | "hi" | "he");
        let Some(mut value) = facts::parse(digits, decimal_comma) else { return };
        if !suffix.is_empty() {
            match self.entry(language, &suffix, false).scale {
                Some(scale) => value *= scale,
                None if matches!(suffix.as_str(), "st" | "nd" | "rd" | "th") => {
                    reader.ordinal(value, span);
                    return;
                }
                None => {}
            }
        }
        let percent = tokens.get(position + 1).is_some_and(|next| next.span.of(text) == "%");
        let unit = if percent { Some(self.percent()) } else { reader.currency.map(|(code, _)| self.intern(code)) };
        reader.number(value, digits, unit, span);
    }

    fn translate(
        &mut self,
        lexicon: &HashMap<String, Vec<String>>,
        language: usize,
        forms: &[(String, u32)],
        alternatives: &mut Vec<(u32, u32)>,
    ) {
        for (form, id) in forms {
            let translations = lexicon.get(form).or_else(|| lexicon.get(&self.terms[*id as usize]));
            for translation in translations.into_iter().flatten().take(8) {
                for word in translation.to_lowercase().split_whitespace() {
                    for other in (0..self.languages.len()).filter(|other| *other != language) {
                        alternatives.extend(self.entry(other, word, false).id.map(|term| (term, *id)));
                    }
                }
            }
        }
        alternatives.sort_unstable();
        alternatives.dedup();
    }
}

/// What has been read of a claim so far.
#[derive(Default)]
struct Reader {
    sequence: Vec<Term>,
    spans: Vec<Span>,
    /// Word forms with their terms, for the lexicon.
    forms: Vec<(String, u32)>,
    numbers: Vec<Number>,
    dates: Vec<Date>,
    numbers_given: bool,
    /// A negation waits for the word that it negates.
    negated: bool,
    /// Where that negation stands.
    negation: Span,
    /// No word of the sentence has gone by: a capital says nothing here.
    start: bool,
    currency: Option<(&'static str, Span)>,
    comparator: Option<(Comparator, usize, Span)>,
    month: Option<(u8, usize)>,
    /// The last bare number, which a month or a scale may complete.
    last: Option<(f64, usize, Span)>,
    /// The last two numbers count the same: "eleven of the forty girders".
    linked: bool,
    /// The last content word.
    before: Option<u32>,
    /// How many words and numbers have gone by.
    step: usize,
}

impl Reader {
    fn mark(&mut self, mark: &str, span: Span) {
        let currency = match mark {
            "$" => Some("usd"),
            "€" => Some("eur"),
            "£" => Some("gbp"),
            "¥" => Some("jpy"),
            _ => None,
        };
        self.currency = currency.map(|code| (code, span));
        if matches!(mark, "." | "!" | "?" | "…" | ":" | ";") {
            self.start = true;
            self.negated = false;
        }
        if mark == "~" {
            self.comparator = Some((Comparator::About, self.step, span));
        }
    }

    fn word(&mut self, word: &str, entry: Entry, name: bool, span: Span) {
        self.step += 1;
        if let Some(comparator) = entry.comparator {
            self.comparator = Some((comparator, self.step, span));
        }
        if entry.month != 0 {
            let day = self.last.filter(|(value, at, _)| self.step - at <= 2 && (1.0..=31.0).contains(value));
            if day.is_some() && !self.numbers_given {
                // "12 January": the number was a day.
                self.numbers.pop();
            }
            let words = Words::At(day.map_or(span, |(_, _, number)| number.cover(&span)));
            let day = day.map_or(0, |(value, ..)| value as u8);
            self.dates.push(Date { year: 0, month: entry.month, day, weekday: 0, words });
            self.month = Some((entry.month, self.step));
        }
        if entry.weekday != 0 && (name || word.len() > 3) {
            self.dates.push(Date { year: 0, month: 0, day: 0, weekday: entry.weekday, words: Words::At(span) });
        }
        if let Some(scale) = entry.scale
            && let Some((_, at, _)) = self.last
            && self.step == at + 1
            && let Some(number) = self.numbers.last_mut()
            && !self.numbers_given
        {
            for bound in [&mut number.value, &mut number.low, &mut number.high] {
                *bound *= scale;
            }
            if let Words::At(words) = &mut number.words {
                *words = words.cover(&span);
            }
            self.last = Some((number.value, self.step, span));
            return;
        }
        if let Some(value) = entry.numeral {
            self.step -= 1;
            self.number(value, "", None, span);
            return;
        }
        self.currency = None;
        if entry.negation {
            self.negated = true;
            self.negation = span;
        }
        let Some(id) = entry.id else { return };
        let turned = self.negated && !entry.adverb;
        self.negated &= entry.adverb;
        let sign = if turned != entry.opposite { -1 } else { 1 };
        self.sequence.push(Term { id, sign, name, number: false, class: entry.class });
        self.spans.push(if turned && self.negation.end <= span.start { self.negation.cover(&span) } else { span });
        self.forms.push((word.to_owned(), id));
        if let Some((_, at, _)) = self.last
            && self.step - at <= UNIT_WINDOW + 2
            && entry.month == 0
            && entry.weekday == 0
        {
            for number in self.numbers.iter_mut().rev().take(1 + usize::from(self.linked)) {
                if number.units.len() < UNIT_WINDOW {
                    number.units.push(id);
                }
            }
        }
        self.before = Some(id);
    }

    fn number(&mut self, value: f64, digits: &str, unit: Option<u32>, span: Span) {
        self.step += 1;
        let mark = self.currency.take().map_or(span, |(_, mark)| mark.cover(&span));
        if let Some((_, at)) = self.month
            && self.step == at + 1
            && unit.is_none()
            && let Some(date) = self.dates.last_mut()
            && date.day == 0
            && (1.0..=31.0).contains(&value)
        {
            date.day = value as u8;
            if let Words::At(words) = &mut date.words {
                *words = words.cover(&span);
            }
            return;
        }
        let year = digits.len() == 4 && (1900.0..2100.0).contains(&value) && unit.is_none();
        if year && digits.bytes().all(|b| b.is_ascii_digit()) {
            match self.dates.last_mut().zip(self.month) {
                Some((date, (_, at))) if self.step - at <= 2 && date.year == 0 => date.year = value as u16,
                _ => self.dates.push(Date { year: value as u16, month: 0, day: 0, weekday: 0, words: Words::At(span) }),
            }
            return;
        }
        let near = self.last.is_some_and(|(_, at, _)| self.step - at <= 3);
        self.linked = near && self.numbers.last().is_some_and(|number| number.units.is_empty());
        self.last = Some((value, self.step, span));
        if self.numbers_given {
            return;
        }
        let (comparator, words) = match self.comparator.take() {
            Some((comparator, at, before)) if self.step - at <= 3 => (comparator, before.cover(&mark)),
            _ => (Comparator::Equal, mark),
        };
        let units = unit.into_iter().collect();
        let mut number = Number::new(value, None, comparator, units, Words::At(words));
        number.before = self.before;
        self.numbers.push(number);
    }

    /// "12th": a day next to a month, else a rank, which counts nothing.
    fn ordinal(&mut self, value: f64, span: Span) {
        let monthless = self.month.is_none_or(|(_, at)| self.step != at);
        if monthless {
            self.step += 1;
            self.last = Some((value, self.step, span));
        } else {
            self.number(value, "", None, span);
        }
    }
}

/// A word in lower case with plain apostrophes, without its possessive, and whether it is an acronym.
fn normalize(part: &str) -> Option<(String, bool)> {
    let bare = part.trim_matches(|c: char| !c.is_alphanumeric());
    if bare.is_empty() {
        return None;
    }
    let mut word: String = bare.chars().map(|c| if c == '’' || c == 'ʼ' { '\'' } else { c }).collect();
    if let Some(stem) = word.strip_suffix("'s").or_else(|| word.strip_suffix("'S")) {
        word.truncate(stem.len());
    }
    let letters: String = word.chars().filter(|c| *c != '.').collect();
    let acronym = letters.chars().count() >= 2 && letters.chars().all(char::is_uppercase);
    let lower = if acronym { letters.to_lowercase() } else { word.to_lowercase() };
    (!lower.is_empty()).then_some((lower, acronym))
}

fn bag(sequence: &[Term]) -> Vec<Term> {
    let mut bag = sequence.to_vec();
    bag.sort_by_key(|term| term.id);
    bag.dedup_by(|next, kept| {
        let same = next.id == kept.id;
        if same {
            kept.sign = if kept.sign == next.sign { kept.sign } else { 0 };
            kept.name |= next.name;
        }
        same
    });
    bag
}

/// Trigrams of letters and digits, words apart by one space, hashed to 16 bits (FNV-1a).
fn grams(text: &str) -> Vec<u16> {
    let mut grams = Vec::with_capacity(text.len().min(4096));
    let mut window = [' '; 3];
    for c in text.chars().take(2048).flat_map(char::to_lowercase).chain([' ']) {
        let c = if c.is_alphanumeric() { c } else { ' ' };
        if c == ' ' && window[2] == ' ' {
            continue;
        }
        window = [window[1], window[2], c];
        let hash = window.iter().fold(0x811c_9dc5_u32, |hash, c| (hash ^ u32::from(*c)).wrapping_mul(0x0100_0193));
        grams.push((hash ^ (hash >> 16)) as u16);
    }
    grams.sort_unstable();
    grams.dedup();
    grams.shrink_to_fit();
    grams
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, language: &str) -> (Features, Vec<String>) {
        let mut analyzer = Analyzer::new(None);
        let claim = ClaimRecord { text: text.into(), language: Some(language.into()), ..ClaimRecord::default() };
        let features = analyzer.analyze(&claim, &Context::default()).unwrap();
        let terms = features
            .sequence
            .iter()
            .map(|term| format!("{}{}", if term.sign < 0 { "-" } else { "" }, analyzer.term(term.id)));
        let terms = terms.collect();
        (features, terms)
    }

    #[test]
    fn stop_words_go_and_acronyms_stay() {
        let (_, terms) = read("The US told us that it will not ratify the scheme.", "en");
        assert_eq!(terms.len(), 3, "{terms:?}");
        assert!(terms.contains(&"-ratifi".to_owned()), "{terms:?}");
    }

    #[test]
    fn numbers_have_scales_bounds_and_units() {
        let (features, _) = read("more than 1,75,000 Russian soldiers and $6.5 billion", "en");
        let values: Vec<f64> = features.numbers.iter().map(|number| number.value).collect();
        assert_eq!(values, [175_000.0, 6.5e9]);
        assert!(features.numbers[0].low > 175_000.0 && features.numbers[0].units.len() == 2);
        let (features, _) = read("rund 100.000 Soldaten", "de");
        assert_eq!(features.numbers[0].value, 100_000.0);
        assert!(features.numbers[0].low < 100_000.0);
    }

    #[test]
    fn calendar_words_are_dates_and_not_numbers() {
        let (features, _) = read("talks on Wednesday, 12 January, and again on March 3rd, 2021", "en");
        assert!(features.numbers.is_empty(), "{:?}", features.numbers);
        let parts: Vec<_> = features.dates.iter().map(|d| (d.year, d.month, d.day, d.weekday)).collect();
        assert!(parts.contains(&(0, 0, 0, 3)) && parts.contains(&(0, 1, 12, 0)), "{parts:?}");
        assert!(parts.contains(&(2021, 3, 3, 0)), "{parts:?}");
    }

    #[test]
    fn a_negation_takes_the_next_content_word() {
        let (_, terms) = read("Nobody doubts the scheme", "en");
        assert_eq!(terms, ["-doubt", "scheme"]);
        let (_, easy) = read("It is not easy", "en");
        let (_, hard) = read("It is difficult", "en");
        assert_eq!(easy, hard);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(text in "\\PC{0,120}", language in "en|de|fr|zh|xx") {
            let (features, _) = read(&text, &language);
            proptest::prop_assert!(features.bag.windows(2).all(|pair| pair[0].id < pair[1].id));
            for number in &features.numbers {
                if let Words::At(span) = number.words {
                    proptest::prop_assert!(text.get(span.start..span.end).is_some());
                }
            }
        }
    }
}
