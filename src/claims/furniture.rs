//! What the lines of an article hold that is none of its copy: datelines, and lines that point to other articles or say how
//! long the reading takes. Neither is claimed by anybody.

use super::speakers::is_first_name;
use crate::Span;
use crate::learn::form::fold_hash;

/// How far into its line a dateline goes at most, in bytes.
const DATELINE: usize = 70;

/// How long a line that points elsewhere can be, in bytes.
const LINE: usize = 240;

/// How many characters of a line are looked at for words that point elsewhere.
const HEAD: usize = 36;

/// News agencies, as datelines name them.
const AGENCIES: &[&str] = &[
    "reuters",
    "ap",
    "afp",
    "dpa",
    "epd",
    "kna",
    "sid",
    "apa",
    "sda",
    "ats",
    "efe",
    "ansa",
    "lusa",
    "belga",
    "anp",
    "tass",
    "ria",
    "upi",
    "pa",
    "aap",
    "cp",
    "xinhua",
    "bloomberg",
    "cnn",
    "adnkronos",
    "agi",
    "novosti",
    "interfax",
    "lno",
    "dts",
    "cna",
    "kyodo",
    "pti",
    "bbc",
    "wirehouse",
    "lsw",
    "lby",
    "lhe",
];

/// Words that begin a line of the page, in all languages; what follows them is a colon, or nothing.
const POINTERS: &[&str] = &[
    // English
    "read more",
    "read also",
    "also read",
    "see also",
    "see more",
    "related",
    "related story",
    "related stories",
    "related articles",
    "more on this story",
    "more on this topic",
    "more from",
    "share",
    "share this",
    "share this article",
    "share this story",
    "share on",
    "follow us",
    "subscribe",
    "sign up",
    "sign up for our newsletter",
    "click here",
    "watch",
    "watch now",
    "listen",
    "don't miss",
    "continue reading",
    "recommended",
    "trending",
    "most read",
    "up next",
    "advertisement",
    "min read",
    "reading time",
    "read the full story",
    "read next",
    // German
    "lesen sie auch",
    "lesen sie mehr",
    "lesen sie hier",
    "mehr zum thema",
    "siehe auch",
    "auch interessant",
    "weiterlesen",
    "lesezeit",
    "lesedauer",
    "anzeige",
    "teilen",
    "mehr dazu",
    "das könnte sie auch interessieren",
    // French
    "lire aussi",
    "à lire aussi",
    "lire également",
    "à lire également",
    "lire la suite",
    "voir aussi",
    "temps de lecture",
    "partager",
    "abonnez-vous",
    "à lire",
    "sur le même sujet",
    // Spanish
    "lee también",
    "lea también",
    "leer también",
    "te puede interesar",
    "lea más",
    "leer más",
    "lee más",
    "ver también",
    "tiempo de lectura",
    "compartir",
    "más información",
    // Portuguese
    "leia também",
    "leia mais",
    "veja também",
    "tempo de leitura",
    "compartilhar",
    "partilhar",
    "leia ainda",
    // Italian
    "leggi anche",
    "leggi di più",
    "vedi anche",
    "tempo di lettura",
    "condividi",
    "approfondisci",
    // Dutch
    "lees ook",
    "lees meer",
    "lees verder",
    "bekijk ook",
    "leestijd",
    "deel dit artikel",
    "delen",
    // Russian
    "читайте также",
    "читать далее",
    "смотрите также",
    "поделиться",
    "время чтения",
];

/// The furniture of a text, in order: datelines at the heads of lines, and whole lines that point elsewhere.
#[derive(Debug, Default)]
pub(crate) struct Furniture {
    datelines: Vec<Span>,
    pointers: Vec<Span>,
}

impl Furniture {
    /// Looks at every line of a text.
    pub fn of(text: &str) -> Self {
        let mut this = Self::default();
        let mut start = 0;
        for line in text.split('\n') {
            let head = start + (line.len() - line.trim_start().len());
            let line_end = start + line.trim_end().len();
            if head < line_end {
                let copy = &text[head..line_end];
                if let Some(length) = dateline(copy).or_else(|| time_stamp(copy)) {
                    this.datelines.push(Span::new(head, head + length));
                } else if is_pointer(copy) {
                    this.pointers.push(Span::new(head, line_end));
                }
            }
            start += line.len() + 1;
        }
        this
    }

    /// Whether a byte stands in a line that points elsewhere.
    pub fn points_elsewhere(&self, at: usize) -> bool {
        holding(&self.pointers, at).is_some()
    }

    /// Where the copy begins that follows the dateline in which byte `at` stands; `at` itself where none does.
    pub fn behind_dateline(&self, at: usize) -> usize {
        holding(&self.datelines, at).map_or(at, |span| span.end)
    }
}

fn holding(spans: &[Span], at: usize) -> Option<Span> {
    let next = spans.partition_point(|span| span.end <= at);
    spans.get(next).copied().filter(|span| span.start <= at)
}

/// The bytes of the time that a line of a live report begins with: "17:10 ", "9.45am - ", "18h30: ".
fn time_stamp(line: &str) -> Option<usize> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let hours = digits(line);
    let rest = line.get(hours..).filter(|_| (1..=2).contains(&hours))?;
    let rest = rest.strip_prefix([':', '.', 'h'])?;
    let rest = rest.get(2..).filter(|_| digits(rest) == 2)?;
    let half = |half: &&str| rest.get(..half.len()).is_some_and(|start| start.eq_ignore_ascii_case(half));
    let half =
        ["am", "pm", " am", " pm", " a.m.", " p.m.", " Uhr", " GMT", " BST", " CET"].iter().find(|name| half(name));
    let copy = rest.get(half.map_or(0, |half| half.len())..)?;
    let copy = copy.trim_start_matches([' ', '\u{a0}', '-', '–', '—', ':', '|', '\t']);
    // "17.10 euros", "10:30 is late": behind it a sentence begins.
    let begins = copy.starts_with(|c: char| c.is_uppercase() || "\"“„«".contains(c));
    (begins && copy.len() < line.len() - hours - 3).then(|| line.len() - copy.len())
}

/// The bytes of the dateline that a line begins with: "BERLIN (Reuters) - ", "Hagenau (dpa) – ", "PORT CALLOW, May 3 — ".
fn dateline(line: &str) -> Option<usize> {
    // "LONDON--(WIREHOUSE TWO)--Orbel Foods": a place and a sender without blanks around their dashes.
    if let Some((place, rest)) = line.split_once("--(").filter(|(place, _)| place.len() < DATELINE)
        && let Some((sender, copy)) = rest.split_once(")--").filter(|(sender, _)| sender.len() < DATELINE)
    {
        let upper = |part: &str| part.chars().any(char::is_alphabetic) && !part.chars().any(char::is_lowercase);
        let copy = copy.trim_start();
        return (upper(sender) && place.starts_with(char::is_uppercase) && !copy.is_empty())
            .then(|| line.len() - copy.len());
    }
    let (at, dash) = line.char_indices().take_while(|(at, _)| *at < DATELINE).find(|&(at, c)| {
        let spaced =
            line[..at].ends_with([' ', '\u{a0}', ')']) && line[at + c.len_utf8()..].starts_with([' ', '\u{a0}', '-']);
        matches!(c, '—' | '–' | '―') || c == '-' && spaced
    })?;
    let head = line[..at].trim();
    // "BOSTON, Jan. 12, 2026 /Wirehouse One/ --"
    let slashed = || head.strip_suffix('/').and_then(|rest| rest.rsplit_once('/'));
    let (place, agency) = match head.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')).or_else(slashed) {
        Some((place, agency)) => (place.trim(), Some(agency)),
        None => (head, None),
    };
    let known =
        |agency: &str| agency.split(['/', ' ', ',']).any(|part| AGENCIES.contains(&part.to_lowercase().as_str()));
    let letters = place.chars().filter(|c| c.is_alphabetic()).count();
    // "PORT CALLOW, May 3": of the place all letters are capitals.
    let city = place.split(',').next().unwrap_or(place);
    // "VELMORA, March 13 (Ledger)": of capitals, or with a date, whatever agency or paper has sent it.
    let dated = place.contains(',') && place.contains(|c: char| c.is_ascii_digit());
    let sender = |agency: &str| {
        let words = agency.split_whitespace().count();
        (1..=3).contains(&words)
            && agency.starts_with(char::is_uppercase)
            && !agency.contains(|c: char| c.is_ascii_digit())
    };
    let capitals = letters >= 3 && city.chars().all(|c| !c.is_alphabetic() || c.is_uppercase());
    let words = place.split_whitespace().count();
    let copy = line[at + dash.len_utf8()..].trim_start_matches(['-', ' ', '\u{a0}']);
    // "Varnholm (WW) - The ferry sank.": letters for who sent it, behind no person's name, before a sentence.
    let initials = |agency: &str| {
        let first = place.split_whitespace().next().unwrap_or(place);
        let named = place.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
        (2..=4).contains(&agency.len())
            && (agency.bytes().all(|byte| byte.is_ascii_uppercase()) || agency.bytes().all(|byte| byte.is_ascii_lowercase()))
            // "European Union (EU) - ...": short for the words before.
            && !agency.starts_with(place.chars().next().unwrap_or_default())
            && (1..=2).contains(&words)
            && named
            && !is_first_name("en", fold_hash(first), first)
            && copy.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            && copy.ends_with(['.', '!', '"', '”'])
    };
    let fits = match agency {
        Some(agency) if known(agency) => words <= 6 && (place.is_empty() || place.starts_with(char::is_uppercase)),
        Some(agency) => {
            sender(agency)
                && words <= if dated { 8 } else { 5 }
                && (capitals && letters >= 4 || dated && place.starts_with(char::is_uppercase))
                || initials(agency)
        }
        None => capitals && words <= 5 && !place.ends_with('.') && letters >= 4,
    };
    (fits && copy.chars().any(char::is_alphabetic)).then(|| line.len() - copy.len())
}

/// Whether a line points to another article or tells of the page.
fn is_pointer(line: &str) -> bool {
    let line = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    // What follows the words stands among the first characters, or nothing follows.
    let short = line.len() <= 2 * HEAD;
    if line.is_empty()
        || line.len() > LINE
        || !short && !line.chars().take(HEAD + 2).any(|c| matches!(c, ':' | '»' | '>' | '→' | '|' | '›'))
    {
        return false;
    }
    let head: String =
        line.chars().take(HEAD).flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c }).collect();
    let head = head.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    POINTERS.iter().any(|pointer| {
        head.strip_prefix(pointer).is_some_and(|rest| {
            let rest = rest.trim_start();
            rest.is_empty() && line.chars().count() <= HEAD || rest.starts_with([':', '»', '>', '→', '|', '›'])
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn datelines_end_behind_their_dash() {
        let copy = |line: &'static str| dateline(line).map(|length| &line[length..]);
        assert_eq!(copy("BERLIN (Reuters) - The mayor said no."), Some("The mayor said no."));
        assert_eq!(copy("Hagenau (dpa/lno) – Die Brücke bleibt zu."), Some("Die Brücke bleibt zu."));
        assert_eq!(copy("PORT CALLOW, May 3 (AP) — The ferry sank."), Some("The ferry sank."));
        assert_eq!(copy("PORT CALLOW — The ferry sank."), Some("The ferry sank."));
        assert_eq!(copy("(Reuters) - The ferry sank."), Some("The ferry sank."));
        assert_eq!(copy("PORT CALLOW--(WIREHOUSE TWO)--Orbel sold it."), Some("Orbel sold it."));
        assert_eq!(copy("PORT CALLOW, Jan. 12, 2026 /Wirehouse One/ -- Orbel sold it."), Some("Orbel sold it."));
        assert_eq!(copy("PORT CALLOW, W. Va., May 3, 2026 (GRANGE WIRE) -- Orbel sold it."), Some("Orbel sold it."));
        assert_eq!(copy("VELMORA, March 13 (Ledger) - The ferry sank."), Some("The ferry sank."));
        assert_eq!(copy("Velmora, 13. März (Der Bote) – Die Fähre sank."), Some("Die Fähre sank."));
        assert_eq!(copy("Velmora, March 13 (The Ledger) - The ferry sank."), Some("The ferry sank."));
        assert_eq!(copy("Velmora (WW) - The ferry sank."), Some("The ferry sank."));
        assert_eq!(copy("Port Velmora (WW) – Two men died."), Some("Two men died."));
        assert_eq!(copy("Port Velmora/Varn (wwn) - Two men died."), Some("Two men died."));
        assert_eq!(copy("Anna Berg (SP) - The mayor said no."), None);
        assert_eq!(copy("Berg (SP) - seat 3"), None);
        assert_eq!(copy("Harbour Board (HB) - It runs the port."), None);
        // A name, a word with a hyphen, an aside.
        assert_eq!(copy("Anna Berg (Greens) - The mayor said no."), None);
        assert_eq!(copy("The well-known mayor said no."), None);
        assert_eq!(copy("The mayor - a Green - said no."), None);
        assert_eq!(copy("PORT CALLOW —"), None);
    }

    #[test]
    fn the_time_of_a_live_report_is_no_part_of_it() {
        let copy = |line: &'static str| time_stamp(line).map(|length| &line[length..]);
        assert_eq!(copy("17:10 Police said the road was closed."), Some("Police said the road was closed."));
        assert_eq!(copy("9.45am - The road is open."), Some("The road is open."));
        assert_eq!(copy("17.10 Uhr: Die Straße ist frei."), Some("Die Straße ist frei."));
        assert_eq!(copy("17.10 euros is too much."), None);
        assert_eq!(copy("17:10"), None);
        assert_eq!(copy("12 people died."), None);
    }

    #[test]
    fn lines_that_point_elsewhere_have_their_words_at_the_head() {
        assert!(is_pointer("Read more: Mayor says the bridge will close"));
        assert!(is_pointer("» Lire aussi : le pont est fermé"));
        assert!(is_pointer("Temps de lecture : 3 min"));
        assert!(is_pointer("Share this"));
        assert!(is_pointer("3 min read"));
        assert!(!is_pointer("Share prices fell, the bank said."));
        assert!(!is_pointer("Read more slowly, the teacher said."));
        assert!(!is_pointer("Watch the river, Berg said."));
    }

    proptest! {
        #[test]
        fn any_text_has_its_furniture_in_order(text in "(\\PC|\n| - |\\(AP\\)|AB){0,60}") {
            let furniture = Furniture::of(&text);
            for spans in [&furniture.datelines, &furniture.pointers] {
                prop_assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start));
                prop_assert!(spans.iter().all(|span| text.get(span.start..span.end).is_some()));
            }
        }
    }
}
