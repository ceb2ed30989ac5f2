//! What the sentence splitter does, case by case and for any input.

use proptest::prelude::*;

use super::{Span, split_sentences};
use crate::{Context, ErrorKind};

fn spans(text: &str, language: Option<&str>) -> Vec<Span> {
    split_sentences(text, language, &Context::default()).expect("within the limits")
}

/// Splits the sentences, joined by " | " in `marked`, and compares.
fn check(language: &str, marked: &str) {
    let parts: Vec<&str> = marked.split(" | ").collect();
    let text = parts.join(" ");
    let found: Vec<&str> = spans(&text, Some(language)).iter().map(|span| span.of(&text)).collect();
    assert_eq!(found, parts, "{language}");
}

#[test]
fn abbreviations_and_initials() {
    check("en", "Gen. Mark A. Brown met Dr. Lee at 5 p.m. on Jan. 3. | He left the U.S. for good. | Why?");
    check("en", "He threatened to kill U.S. Rep. Dana Low. | She has long left the U.S. | Mr. Low has not.");
    check("en", "She lives in the U.S. | They like the U.S. Navy and Smith & Co. very much.");
    check(
        "en",
        "The fire broke out at 4 a.m. | Westin was away. | It was put out by 5 p.m. | Lena Orr, who saw it, fled.",
    );
    check("en", "It opens at 4 p.m. Monday and closes at 9 p.m. Eastern on Friday. | They left at 3 p.m. Moscow time.");
    check("en", "The doors open at 9 a.m. EST on Friday. | She took the 4 a.m. Westin train at 6 p.m. Nov. 5.");
    check("de", "Am 12. Januar kam Dr. Klein, z.B. mit ca. 30 Leuten. | Im 19. Jahrhundert nicht.");
    check("fr", "M. Dupont et Mme. Roy, p. ex., sont là. | Le no. 5 aussi.");
    check("es", "El Sr. Gómez vive en EE. UU. desde 1990. | La Sra. Paz no.");
    check("it", "Il dott. Rossi e l'on. Bianchi, ecc. ecc. sono qui. | Poi basta.");
    check("pt", "O Sr. Silva e a Dra. Costa chegaram. | Na pág. 5 não há nada.");
    check("nl", "Dhr. De Vries woont o.a. hier. | Mevr. Jansen niet.");
    check("ru", "Это г. Москва, ул. Ленина, т. е. центр. | В 1990 г. он уехал. | И всё.");
}

#[test]
fn what_belongs_to_the_sentence_before() {
    check("en", "The talks failed. [...] | Nobody knows why. | So they left. […] | The end.");
    check("en", "Rights are protected. 4 | The courts see to that (Figure 2). 5 | At the other end they do not.");
    check("en", "See No. 4 The Crescent. | It rained. | 40 people came.");
    check("en", "What a day! :) | We loved it. ;) | The end.");
}

#[test]
fn web_copy_without_capitals() {
    check("en", "how is it??? | is it any good!! | and what does it cost");
    check("en", "i waited for it. | then we left");
    check("en", "Yahoo! said so. | Sat. Sept. 30 in Paris. | Tel. (03) 9221 it is.");
    check("en", "read this. | https://example.org/a | The rest is here");
    check("en", "Jane Doe 26/10/2000 11:07 AM | The talks go on. | ------ | About us");
}

#[test]
fn numbers() {
    check("en", "It rose 3.5 percent to $1.2bn. | 40 people came in 1997. | The end.");
    check("en", "See No. 5 and Fig. 3. | No. | Never.");
    check("pl", "Spotkali się 3. Maja w parku. | Potem nic.");
}

#[test]
fn quotations_and_brackets() {
    check("en", "“We will not go.” | He left. | “Why?” she asked. | “Because.”");
    check("en", "\"It is late!\" he cried. | (They agreed.) | He (never asked.) smiled.");
    check("en", "“Why now?” Peskov asked. | “Why?” | The minister said nothing.");
    check("en", "He said: ‘It is over.’ | Then he left.[12] | Nobody saw.");
    check("de", "„Nein.“ | Er ging. | »Doch!« rief sie.");
    check("fr", "« Non. » | Il est parti.");
    check("fr", "« Non ! », a-t-il crié. | Puis il est parti.");
    check("fr", "«\u{A0}Non\u{A0}!\u{A0}», a-t-il crié. | «\u{A0}Si.\u{A0}» | Il reste.");
    check("nl", "Hij ging weg. | ,, Ik kom niet terug. '' | De rest bleef.");
    check("en", "calm over Ukraine. ”. | The minister left.");
}

#[test]
fn ellipses() {
    check("en", "Well... maybe not… we will see. | I hoped... | The end.");
    check("en", "They said “[...] it is done” again. | Fine.");
}

#[test]
fn missing_spaces_and_addresses() {
    check("en", "See example.com or https://a.example/x.y. | Write to J.Doe@mail.example.org. | Thanks.");
    let text = "They ended the talks.The minister left.";
    assert_eq!(spans(text, Some("en")).len(), 2);
}

#[test]
fn lower_case_writers() {
    check("en", "i went home early. | they never called back! | do you know why they left? | no idea.");
    check("en", "He works at Yahoo! in sales.");
    check("pl", "Przyjechali o godz. dziesiątej. | Potem nic.");
}

#[test]
fn other_scripts() {
    let text = "北约不会扩大。真的吗？“是的。”他说";
    let found: Vec<&str> = spans(text, Some("zh")).iter().map(|span| span.of(text)).collect();
    assert_eq!(found, ["北约不会扩大。", "真的吗？", "“是的。”他说"]);
    let text = "“我们等着。”市长说。“船来了。”天黑了。“谁？”她问道，“是谁？”市长说：“走吧。”";
    let found: Vec<&str> = spans(text, Some("zh")).iter().map(|span| span.of(text)).collect();
    assert_eq!(found, ["“我们等着。”市长说。", "“船来了。”", "天黑了。", "“谁？”她问道，“是谁？”", "市长说：“走吧。”"]);
    assert_eq!(spans("「行く。」と言った。", Some("ja")).len(), 1);
    let text = "「船が来た。そして行った」と市長は言った。誰も残らなかった。「誰？」";
    let found: Vec<&str> = spans(text, Some("ja")).iter().map(|span| span.of(text)).collect();
    assert_eq!(found, ["「船が来た。そして行った」と市長は言った。", "誰も残らなかった。", "「誰？」"]);
    check("hi", "यह सच है। | वह गया।");
    check("ar", "هل هذا صحيح؟ | نعم.");
    check("el", "Πότε φεύγει το πλοίο; | Κανείς δεν ξέρει. | «Γιατί;» | Σιωπή.");
    check("el", "Έφυγε· γύρισε το βράδυ\u{37E} | Όχι.");
    check("en", "It rained; They left all the same.");
}

#[test]
fn abbreviations_of_languages_without_openers() {
    check("pl", "Spotkanie o godz. 17 przy ul. Długiej. | Potem nic.");
    check("tr", "Doç. Dr. Aylin Kara ile Av. Cem Ak geldi. | Sonra gitti.");
    check("hi", "डॉ. मीरा वर्मा आईं। | फिर गईं।");
    check("cs", "Přišel Ing. Jan Malý z ul. Dlouhé. | Pak nic.");
    check("sv", "Bron stängs fr.o.m. 3 maj. | Färjan går.");
    check("de", "Die Fa. Meier baut. | Danach nichts.");
    check("uk", "Збори на вул. Довгій, буд. 5. | Потім нічого.");
    check("sv", "Mötet börjar kl. 17, t.ex. Anna kommer. | Sedan inget.");
    check("nb", "Møtet er kl. 17, f.eks. Anna kommer. | Så ingenting.");
    check("hu", "Kb. 40 ember jött. | Aztán senki.");
    check("ro", "A venit dl. Popa din str. Lungă. | Apoi nimic.");
}

#[test]
fn a_shortened_not_is_no_initial() {
    check("en", "I just can't. | Wait here. | It's Anna's. | Take it.");
    check("en", "She can’t. | Nobody can.");
    check("fr", "C'est l'avis d'A. Martin. | Il reste.");
}

#[test]
fn initials_that_are_words_as_well() {
    check("ru", "Об этом писал А. С. Пушкин. | Потом А. П. Чехов уехал.");
    check("ru", "Премию получил И. И. Петров. | А он её не взял.");
    check("en", "She takes vitamin A. | I do not.");
}

#[test]
fn marks_without_a_space_between_chinese_letters() {
    for (language, marked) in [
        ("zh", "真的吗?|没人知道!|工程将完成。"),
        ("zh", "“是真的吗?”部长问道。|没人回答。"),
        ("ja", "本当ですか?|誰も知らない!|そうです。"),
    ] {
        let parts: Vec<&str> = marked.split('|').collect();
        let text = parts.concat();
        let found: Vec<&str> = spans(&text, Some(language)).iter().map(|span| span.of(&text)).collect();
        assert_eq!(found, parts);
    }
}

#[test]
fn a_reduced_word_opens_a_sentence() {
    check("nl", "Hij ging weg. | 's Avonds regende het. | ’t Regent nog.");
    check("nl", "Hij woont in 's Gravenhage. | Daar is het stil.");
}

#[test]
fn lists_in_running_text() {
    check("en", "1. The first point | 2. The second point | 3. The third");
    check("en", "a) One thing. | b) Another thing");
    check("en", "• One thing | • Another thing");
}

#[test]
fn scraped_lines() {
    let text = "Menu\nTop news\nTalks end without a deal\n\nThe talks ended.\nNo deal was\nreached in\nVienna\n- Advertisement -\nMore";
    let found: Vec<String> = spans(text, Some("en")).iter().map(|span| span.of(text).replace('\n', " ")).collect();
    assert_eq!(
        found,
        [
            "Menu",
            "Top news",
            "Talks end without a deal",
            "The talks ended.",
            "No deal was reached in Vienna",
            "- Advertisement -",
            "More"
        ]
    );
}

#[test]
fn hard_wrapped_lines() {
    let text = "The ministers of both countries met in the capital on Monday to\n\
        discuss a treaty that Mr. Adams and his staff had drafted in\n\
        March. They agreed on nothing, said two people who were in the\n\
        Vienna room.\nA second round is planned.";
    let found: Vec<&str> = spans(text, Some("en")).iter().map(|span| span.of(text)).collect();
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(found[0].starts_with("The ministers") && found[0].ends_with("March."));
    assert!(found[1].ends_with("Vienna room."));
}

#[test]
fn cancelled_work_stops() {
    let context = Context::default();
    context.cancel();
    let error = split_sentences("One. Two.", None, &context).expect_err("cancelled");
    assert_eq!(error.kind(), ErrorKind::Cancelled);
}

fn sound(text: &str) -> Result<(), TestCaseError> {
    for language in [None, Some("en"), Some("de")] {
        let mut end = 0;
        for span in spans(text, language) {
            prop_assert!(span.start >= end && !span.is_empty());
            prop_assert_eq!(text.get(span.start..span.end).map(str::trim), Some(span.of(text)));
            prop_assert!(text[end..span.start].trim().is_empty(), "text between sentences");
            end = span.end;
        }
        prop_assert!(text[end..].trim().is_empty());
    }
    Ok(())
}

proptest! {
    #[test]
    fn spans_cover_any_text(text in any::<String>()) { sound(&text)?; }

    #[test]
    fn spans_cover_news_like_noise(text in "([a-zA-Z0-9é。中]{0,4}[ .,:?!)(\\]\\['’‘“”«»„\"…•\n\r\u{A0}\u{2029}-]{0,3}){0,60}") {
        sound(&text)?;
    }
}

#[test]
fn hostile_runs_stay_linear() {
    // Quadratic work on any of these would take minutes.
    for pattern in [
        "? ",
        "...[",
        ". ",
        "'s' ",
        "1. A ",
        "a\n",
        "a@b.",
        "(\"",
        "U.S. ",
        "\u{301}",
        "‘a’ s’ ",
        "1:11",
        "1/1/22 1:11 ",
        "http://a ",
        "----- ",
        " :)",
        ". 4 The ",
        "α; ",
        "。”说",
    ] {
        let text = pattern.repeat(400_000 / pattern.len());
        let start = std::time::Instant::now();
        spans(&text, Some("en"));
        super::tokenize(&text, &Context::default()).expect("within the limits");
        assert!(start.elapsed().as_secs() < 20, "{pattern:?}");
    }
}
