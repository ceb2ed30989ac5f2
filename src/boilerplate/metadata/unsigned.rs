//! Bylines without a word that says so: "Ana Roy, Political Editor", "Ana Roy in Vell", "ANA ROY and JO BARR".
//!
//! They stand right under the headline. A line under a headline may name whom the story is about as well; but the story goes on
//! to speak of them, and hardly ever of its writer.

use super::authors;
use super::byline::is_job;
use super::lexicon::PARTS;
use super::title::fold;
use super::visible::is_line;
use crate::boilerplate::html::blocks::{Page, RawBlock};

/// The most words of such a line, and how many blocks behind the headline it may stand.
const LINE_WORDS: u32 = 10;
const BEHIND: usize = 3;

/// What stands before a place.
const IN: [&str; 5] = ["in", "à", "aus", "en", "em"];

/// The most words of a job, and of a place.
const JOB_WORDS: usize = 5;
const PLACE_WORDS: usize = 3;

/// The names in a line of this kind under one of the headline's blocks.
pub(super) fn byline(page: &Page, title: Option<&str>, titles: &[usize]) -> Option<Vec<String>> {
    let lines = titles.iter().flat_map(|&title| (title + 1..page.blocks.len()).take(BEHIND).map(move |at| (title, at)));
    lines.filter(|&(title, at)| is_line(page, title, at, BEHIND + 1)).find_map(|(_, at)| {
        let block = &page.blocks[at];
        let line = block.span.of(&page.text);
        let scope = &page.scopes[block.scope as usize];
        let heads = block.link_chars == block.chars || scope.tag.is_some_and(|tag| tag.heading_level() > 0);
        let brief = block.words <= LINE_WORDS && block.stops + block.digits == 0 && !heads && !line.contains('\n');
        if !brief || !(has_job(line) || has_place(line) || is_in_capitals(line)) {
            return None;
        }
        let names = authors::names(&[line.to_owned()], None);
        let person = |name: &String| is_person(name) && !is_spoken_of(page, title, name);
        (!names.is_empty() && names.iter().all(person)).then_some(names)
    })
}

/// The person of a line that says whom and as what, and no more: "Hannah Osei North of England correspondent".
pub(super) fn employed(line: &str) -> Option<Vec<String>> {
    let line = line.trim();
    let brief = line.split(' ').count() <= LINE_WORDS as usize && !line.contains(['.', ',', ':', '?', '!']);
    let last = fold(line.rsplit(' ').next()?);
    if !brief || !is_job(&last) {
        return None;
    }
    let names = authors::names(&[line.to_owned()], None);
    matches!(names.as_slice(), [name] if is_person(name) && line.starts_with(name.as_str())).then_some(names)
}

/// Whether a text is two or three words with capitals.
fn is_person(text: &str) -> bool {
    let word = |word: &str| {
        word.starts_with(char::is_uppercase) && !word.contains(|char: char| char.is_numeric() || char == ':')
    };
    (2..=3).contains(&text.split(' ').count()) && text.split(' ').all(word)
}

/// "Ana Roy, Political Editor"
fn has_job(line: &str) -> bool {
    let Some((name, job)) = line.split_once(", ") else { return false };
    is_person(name) && job.split(' ').count() <= JOB_WORDS && is_job(&fold(job))
}

/// "Ana Roy in Vell"
fn has_place(line: &str) -> bool {
    let mut words = line.split(' ');
    let name = words.by_ref().take_while(|word| !IN.contains(word)).collect::<Vec<_>>().join(" ");
    let place: Vec<&str> = words.collect();
    is_person(&name)
        && (1..=PLACE_WORDS).contains(&place.len())
        && place.iter().all(|word| word.starts_with(char::is_uppercase))
}

/// "ANA ROY and JO BARR"
fn is_in_capitals(line: &str) -> bool {
    let Some((one, other)) = PARTS.iter().find_map(|part| line.split_once(part)) else { return false };
    let capital = |name: &str| is_person(name) && !name.contains(char::is_lowercase);
    one.split(", ").all(capital) && capital(other)
}

/// Whether the headline or the running text names a person by the last name.
fn is_spoken_of(page: &Page, title: Option<&str>, name: &str) -> bool {
    let last = fold(name.rsplit(' ').next().unwrap_or(name));
    let says = |text: &str| fold(text).split(' ').any(|word| word == last);
    title.is_some_and(says)
        || page.blocks.iter().filter(|block| RawBlock::is_prose(block)).any(|block| says(block.span.of(&page.text)))
}

#[cfg(test)]
mod tests {
    use crate::boilerplate::{ArticleOptions, extract_article};
    use crate::context::Context;

    fn authors(line: &str) -> (Vec<String>, String) {
        let page = format!(
            "<title>Ferry fares rise again</title><article><h1>Ferry fares rise again</h1><p>{line}</p><p>Fares on the island \
             ferry will rise by a tenth in the spring, the company said on Tuesday, and Mia Sand, who chairs the council, \
             says that the town will not pay for it.</p><p>The mayor wants to see the books before the council meets \
             again.</p></article>"
        );
        let got = extract_article(&page, &ArticleOptions::default(), &Context::default()).unwrap();
        (got.authors, got.text)
    }

    #[test]
    fn lines_under_the_headline_name_the_writer_without_saying_so() {
        for (line, expected) in [
            ("Ana Roy, Political Editor", vec!["Ana Roy"]),
            ("Ana Roy in Vell", vec!["Ana Roy"]),
            ("ANA ROY and JO BARR", vec!["ANA ROY", "JO BARR"]),
            ("Interview by Tom Hale", vec!["Tom Hale"]),
            ("Door onze redacteur Sanne de Wit", vec!["Sanne de Wit"]),
            ("di Giulia Ferrante", vec!["Giulia Ferrante"]),
            ("كتبت: سلمى الحداد", vec!["سلمى الحداد"]),
            ("記者:佐藤由美", vec!["佐藤由美"]),
            ("Von unserem Korrespondenten Karl Otto, Emdorf", vec!["Karl Otto"]),
            ("Von Jan Ottersen und Pia Holm, Emdorf", vec!["Jan Ottersen", "Pia Holm"]),
            ("Van onze redacteur Sanne Brask", vec!["Sanne Brask"]),
            ("De notre envoyée spéciale à Varn, Claire Monnet", vec!["Claire Monnet"]),
            ("De nuestra corresponsal Lucía Prado", vec!["Lucía Prado"]),
            ("EMDORF, 7 ottobre 2026 - di Giulia Ferrante", vec!["Giulia Ferrante"]),
        ] {
            let (names, text) = authors(line);
            assert_eq!(names, expected, "{line}");
            assert!(text.starts_with("Fares on"), "{text}");
        }
    }

    #[test]
    fn those_of_whom_the_story_speaks_did_not_write_it() {
        for line in [
            "Mia Sand in Vell",
            "Mia Sand, Political Editor",
            "Summer in Vell",
            "Di Sand attacca il sindaco",
            "Fares: North Island",
            "Ana Roy, whom the council heard",
            "Ana Roy in the harbour",
        ] {
            assert!(authors(line).0.is_empty(), "{line}");
        }
    }
}
