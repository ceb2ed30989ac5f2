//! What the tokenizer does, case by case and for any input.

use proptest::prelude::*;

use super::{Token, TokenKind, tokenize};
use crate::{Context, ErrorKind, Limits};

fn words(text: &str) -> Vec<&str> {
    tokens(text).iter().map(|token| token.span.of(text)).collect()
}

fn tokens(text: &str) -> Vec<Token> {
    tokenize(text, &Context::default()).expect("within the limits")
}

fn kinds(text: &str) -> Vec<TokenKind> {
    tokens(text).iter().map(|token| token.kind).collect()
}

#[test]
fn contractions_and_possessives_are_one_word() {
    assert_eq!(words("We don't, can’t, O'Brien's"), ["We", "don't", ",", "can’t", ",", "O'Brien's"]);
    assert_eq!(words("the workers' rights"), ["the", "workers'", "rights"]);
    assert_eq!(
        words("rock 'n' roll in the '90s, goin' on"),
        ["rock", "'n'", "roll", "in", "the", "'90s", ",", "goin'", "on"]
    );
}

#[test]
fn elided_words_stand_alone() {
    assert_eq!(words("l'Ukraine qu’il aujourd'hui"), ["l'", "Ukraine", "qu’", "il", "aujourd'hui"]);
    assert_eq!(words("L'accordo dell'Unione"), ["L'", "accordo", "dell'", "Unione"]);
    assert_eq!(
        words("c'è, dov'è, Qu'a-t-il dit-elle"),
        ["c'", "è", ",", "dov'", "è", ",", "Qu'", "a", "-t-il", "dit", "-elle"]
    );
    assert_eq!(words("D'Angelo and N'Golo"), ["D'Angelo", "and", "N'Golo"]);
}

#[test]
fn single_quotation_marks() {
    assert_eq!(words("a 'real risk of conflict' now"), ["a", "'", "real", "risk", "of", "conflict", "'", "now"]);
    assert_eq!(words("‘real risks’ and"), ["‘", "real", "risks", "’", "and"]);
    assert_eq!(words("'the risks' she said"), ["'", "the", "risks", "'", "she", "said"]);
    assert_eq!(
        words("'the workers' rights matter,' she"),
        ["'", "the", "workers'", "rights", "matter", ",", "'", "she"]
    );
    assert_eq!(words("‚Nein‘, sagt"), ["‚", "Nein", "‘", ",", "sagt"]);
}

#[test]
fn quotation_marks_are_single_tokens() {
    assert_eq!(
        words("“«a»” „b“ ``c'' \"d\" ‹e›"),
        ["“", "«", "a", "»", "”", "„", "b", "“", "``", "c", "''", "\"", "d", "\"", "‹", "e", "›"]
    );
    assert!(kinds("“”«»„‚‘’\"‹›``''").iter().all(|kind| *kind == TokenKind::Punctuation));
    assert_eq!(words("over Ukraine. ”."), ["over", "Ukraine", ".", "”", "."]);
}

#[test]
fn abbreviations_keep_their_stops() {
    assert_eq!(
        words("Mr. Biden, the U.S. and J. Smith at 5 a.m. sharp."),
        ["Mr.", "Biden", ",", "the", "U.S.", "and", "J.", "Smith", "at", "5", "a.m.", "sharp", "."]
    );
    assert_eq!(words("No. 5 on Jan. 12? No. Go"), ["No.", "5", "on", "Jan.", "12", "?", "No", ".", "Go"]);
    assert_eq!(words("z.B. hier, Ph.D. there"), ["z.B.", "hier", ",", "Ph.D.", "there"]);
    assert_eq!(words("No space here.The next"), ["No", "space", "here", ".", "The", "next"]);
}

#[test]
fn hyphens() {
    assert_eq!(
        words("non-starters, mid-1990s, a 10-year-old F-16 -- no"),
        ["non-starters", ",", "mid-1990s", ",", "a", "10-year-old", "F-16", "--", "no"]
    );
    assert_eq!(words("Paris - said"), ["Paris", "-", "said"]);
    assert_eq!(words("AT&T R & D"), ["AT&T", "R", "&", "D"]);
}

#[test]
fn numbers_keep_separators() {
    for number in [
        "1,75,000",
        "3.5",
        "1.2bn",
        "10:30",
        "2022-01-12",
        "12/01/2022",
        "1\u{202F}000\u{202F}000",
        "1'000",
        "30th",
        "21h30",
        "1.026.253.553",
        "2022-01-12T09:26:00Z",
        "½",
        "१२३",
        ".5",
    ] {
        assert_eq!(words(number), [number]);
        assert_eq!(kinds(number), [TokenKind::Number], "{number}");
    }
    assert_eq!(words("€1.2bn (2009-2017), 40%."), ["€", "1.2bn", "(", "2009", "-", "2017", ")", ",", "40", "%", "."]);
    assert_eq!(words("in 1997.The"), ["in", "1997", ".", "The"]);
    // Behind letters, too.
    assert_eq!(
        words("R2.1bn, SKr2,100.50. v2.1.3 of A4.Then"),
        ["R2.1bn", ",", "SKr2,100.50", ".", "v2.1.3", "of", "A4", ".", "Then"]
    );
}

#[test]
fn addresses_topics_names() {
    let text = "See https://a.example/b_(c)?d=1. Or www.example.org, example.com/x; jane.doe+x@mail.example.com #Brexit2020 @nato_pa #1";
    assert_eq!(
        words(text),
        [
            "See",
            "https://a.example/b_(c)?d=1",
            ".",
            "Or",
            "www.example.org",
            ",",
            "example.com/x",
            ";",
            "jane.doe+x@mail.example.com",
            "#Brexit2020",
            "@nato_pa",
            "#",
            "1"
        ]
    );
    assert_eq!(
        kinds("a@b.org #x @y www.x.com"),
        [TokenKind::Email, TokenKind::Hashtag, TokenKind::Mention, TokenKind::Url]
    );
}

#[test]
fn scripts() {
    assert_eq!(words("北约说"), ["北", "约", "说"]);
    assert_eq!(words("ウクライナは"), ["ウクライナ", "は"]);
    assert_eq!(words("우크라이나 전쟁"), ["우크라이나", "전쟁"]);
    assert_eq!(words("สวัสดี"), ["ส", "วั", "ส", "ดี"]);
    assert_eq!(words("НАТО-Россия, क्षेत्र"), ["НАТО-Россия", ",", "क्षेत्र"]);
    assert_eq!(words("می‌خواهم"), ["می‌خواهم"]);
    assert_eq!(words("👩‍🚀🇺🇦!"), ["👩‍🚀", "🇺🇦", "!"]);
}

#[test]
fn runs_of_marks() {
    assert_eq!(words("Well... no?! *** — … a--b"), ["Well", "...", "no", "?!", "***", "—", "…", "a", "--", "b"]);
}

#[test]
fn what_shows_nothing_by_itself_is_no_token() {
    assert_eq!(words("a \u{AD} b\u{AD}c \u{2060}\u{200D} \u{FE0F}d"), ["a", "b\u{AD}c", "d"]);
    assert_eq!(words("❤\u{FE0F} \u{301}"), ["❤\u{FE0F}", "\u{301}"]);
}

#[test]
fn limits_hold() {
    let limits = Limits { max_items: 100, ..Limits::default() };
    let error = tokenize(&"a ".repeat(5000), &Context::new(limits)).expect_err("too many");
    assert_eq!(error.kind(), ErrorKind::Limit);
}

fn sound(text: &str) -> Result<(), TestCaseError> {
    let mut end = 0;
    for token in tokens(text) {
        prop_assert!(token.span.start >= end && token.span.end > token.span.start);
        prop_assert!(text.get(token.span.start..token.span.end).is_some());
        prop_assert!(text[end..token.span.start].chars().all(|c| !super::chars::is_word(c)), "a letter is lost");
        end = token.span.end;
    }
    prop_assert!(text[end..].chars().all(|c| !super::chars::is_word(c)));
    Ok(())
}

proptest! {
    #[test]
    fn spans_fit_any_text(text in any::<String>()) { sound(&text)?; }

    #[test]
    fn spans_fit_news_like_noise(text in "([a-zA-Z]{0,4}[ .,:;'’‘“”«»„\"`@#/&_\\-!?…\n0-9é中カก́🇺]{0,3}){0,60}") {
        sound(&text)?;
    }
}

#[test]
fn the_mark_of_hebrew_abbreviations_is_part_of_the_word() {
    assert_eq!(words("דובר צה\"ל אמר"), ["דובר", "צה\"ל", "אמר"]);
    assert_eq!(words("\"שלום\" אמר"), ["\"", "שלום", "\"", "אמר"]);
}
