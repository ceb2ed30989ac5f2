//! What an analyst may expect of cleaned copy. All texts are written for the project.

use proptest::prelude::*;

use super::clean_text;
use crate::boilerplate::{CleanText, Label, Templates};
use crate::{Context, Span};

fn clean(text: &str) -> CleanText {
    clean_text(text, None, &Context::default()).unwrap()
}

fn label_of(text: &str, line: &str) -> Label {
    let clean = clean(text);
    let found = clean.lines.iter().find(|l| l.span.of(text) == line);
    found.unwrap_or_else(|| panic!("no line {line:?} in {:?}", spans(text, &clean))).label
}

fn spans<'a>(text: &'a str, clean: &CleanText) -> Vec<&'a str> {
    clean.lines.iter().map(|line| line.span.of(text)).collect()
}

const STORY: [&str; 5] = [
    "The council of the island town of Varn voted on Tuesday to rebuild its harbour wall, three months after a storm broke it.",
    "“We cannot wait for the capital any longer,” said Mayor Ida Holm, who had asked the government twice for help.",
    "The work is expected to cost 14 million crowns and to take two years, according to the harbour office.",
    "Fishermen welcomed the decision. Their boats have had to anchor in the bay of Sund since March, an hour away.",
    "The opposition had called for a cheaper wall of timber, but its motion failed by two votes.",
];

fn page(head: &str, tail: &str) -> String {
    format!("{head}\n\n{}\n\n{tail}\n", STORY.join("\n\n"))
}

#[test]
fn a_clean_text_comes_back_whole() {
    for text in [
        STORY.join("\n\n"),
        STORY.join("\n"),
        STORY[0].to_owned(),
        format!("{}\n\nWhat comes next\n\n{}", STORY[..3].join("\n\n"), STORY[3..].join("\n\n")),
    ] {
        let clean = clean(&text);
        assert!(clean.lines.iter().all(|line| line.label.is_content()), "{:?}", clean.lines);
        assert_eq!(clean.text.split_whitespace().collect::<Vec<_>>(), text.split_whitespace().collect::<Vec<_>>());
    }
}

#[test]
fn clean_texts_in_other_languages_come_back_whole() {
    for text in [
        "Der Rat der Inselstadt Varn hat am Dienstag beschlossen, die Hafenmauer neu zu bauen.\n\nDie Arbeiten sollen zwei Jahre dauern und 14 Millionen Kronen kosten, teilte das Hafenamt mit.\n\n„Wir können nicht länger warten“, sagte die Bürgermeisterin.",
        "قرر مجلس مدينة فارن يوم الثلاثاء إعادة بناء جدار الميناء بعد ثلاثة أشهر من العاصفة التي دمرته.\n\nومن المتوقع أن تستغرق الأعمال عامين وأن تكلف أربعة عشر مليون كرونة، بحسب مكتب الميناء.\n\nوقالت رئيسة البلدية إن المدينة لا تستطيع الانتظار أكثر من ذلك.",
        "Совет островного города Варн решил во вторник заново построить стену гавани, разрушенную штормом.\n\nРаботы займут два года и обойдутся в 14 миллионов крон, сообщили в управлении порта.\n\n«Мы больше не можем ждать», — сказала мэр города Ида Хольм.",
        "Le conseil de la ville de Varn a décidé mardi de reconstruire le mur du port, détruit par une tempête.\n\nLes travaux dureront deux ans et coûteront 14 millions de couronnes, selon le bureau du port.",
    ] {
        let clean = clean(text);
        assert!(clean.lines.iter().all(|line| line.label.is_content()), "{:?}", clean.lines);
        assert_eq!(clean.text, text);
    }
}

#[test]
fn head_and_tail_go_and_the_story_stays() {
    let text = page(
        "14 C\nThursday, March 3, 2022\nMenu\nHomeIslandsVarn to rebuild its harbour wall\n\nVarn to rebuild its harbour wall\n\nBy Jon Berg",
        "Share\nTweet\n\nTop news\n\nRelated articles\n\n© 2022 The Island Courier. All rights reserved.",
    );
    let clean = clean(&text);
    assert_eq!(clean.text, STORY.join("\n\n"));
    let label = |line: &str| label_of(&text, line);
    assert_eq!(label("Varn to rebuild its harbour wall"), Label::Title);
    assert_eq!(label("Thursday, March 3, 2022"), Label::Date);
    assert_eq!(label("By Jon Berg"), Label::Byline);
    assert_eq!(label("Related articles"), Label::Boilerplate);
}

#[test]
fn lines_between_the_paragraphs() {
    for line in [
        "- Advertisement -",
        "ADVERTISEMENT",
        "Anzeige",
        "La suite après cette publicité",
        "إعلان",
        "Реклама",
        "Read more: Ten harbours to see in spring",
        "Lees ook: Tien havens voor de lente",
        "We use cookies to improve your experience. Accept all cookies",
        "Sign up for our newsletter",
    ] {
        let text = format!("{}\n\n{line}\n\n{}\n", STORY[..3].join("\n\n"), STORY[3..].join("\n\n"));
        let clean = clean(&text);
        assert_eq!(clean.text, STORY.join("\n\n"), "{line}");
    }
}

#[test]
fn pictures_are_credited_between_the_paragraphs_and_above_them() {
    let credit = "Photo: Jon Reiter/NordFoto";
    let caption = "Image caption: The northern quay, seen from the old lighthouse";
    let headline = "Varn votes to rebuild its harbour wall after storm";
    let lines = [&[headline, "By Leo Farrant", caption, STORY[0], credit], &STORY[1..]].concat();
    let text = lines.join("\n");
    assert_eq!(label_of(&text, credit), Label::Caption);
    assert_eq!(label_of(&text, caption), Label::Caption);
    assert_eq!(label_of(&text, headline), Label::Title);
    assert_eq!(clean(&text).text, STORY.join("\n\n"));
    let told = "Photos of the wall show cracks as wide as a hand.";
    let text = [&STORY[..1], &[told], &STORY[1..]].concat().join("\n");
    assert!(clean(&text).text.contains(told));
}

#[test]
fn what_somebody_said_stays_behind_menus_and_in_short_texts() {
    let report = "Director Per Holt denied that the dairy had watered its milk.";
    assert_eq!(clean(report).text, report);
    let lead = "Four people were killed when a road bridge fell in the town of Varn on Saturday, police said.";
    let trains = "Rail services are expected to resume on Monday, the railway said.";
    assert_eq!(
        clean(&format!("Home\nSubscribe\n{lead}\nADVERTISEMENT\n{trains}\nRelated articles\n"))
            .text
            .lines()
            .filter(|line| !line.is_empty())
            .collect::<Vec<_>>(),
        [lead, trains]
    );
    let german = "Nach Angaben des Landesamts für Straßenbau kostet der Neubau rund 42,5 Millionen Euro.";
    assert_eq!(clean(&format!("Startseite\nPolitik\nAbo\n{german}\nAnzeige\nImpressum\n")).text, german);
}

#[test]
fn tails_of_one_line_each() {
    for line in [
        "See also  Sund: the ferry sails again",
        "(With inputs from The Daily Ferry)",
        "Play an active role in shaping our journalism by becoming a member today.",
        "A longer account of the storm can be found here.",
        "Supervisor Tove Lind",
        "Editor in Chief Per Aas",
        "Lesen Sie auch: Die Fähre fährt wieder",
        "12 Comments",
        "Read more: How safe are the ferries?",
        "Jetzt Newsletter abonnieren!",
        "À lire aussi : Les ferries sont-ils sûrs ?",
        "Todos los derechos reservados",
    ] {
        let text = page("", line);
        assert_eq!(clean(&text).text, STORY.join("\n\n"), "{line}");
    }
}

#[test]
fn a_line_may_hold_body_and_credits() {
    let text = format!("{}\n\n{}/ NYT, W, POST, AP and REUTERS", STORY[0], STORY[2]);
    let clean = clean(&text);
    assert_eq!(clean.text, format!("{}\n\n{}", STORY[0], STORY[2]));
    let last = clean.lines.last().unwrap();
    assert_eq!((last.label, last.reason), (Label::Boilerplate, "news agency"));
    assert_eq!(last.span.of(&text), "/ NYT, W, POST, AP and REUTERS");
}

#[test]
fn quotations_in_single_marks_stay_beside_pleas() {
    for line in ["Lind denied this. 'I never saw any memo,' she said.", "‘We do not own your ship,’ Lind told them."]
    {
        let text = format!("{}\n\nAlso read: The mill\n\n{line}\n\n{}\n\nShare this", STORY[0], STORY[2]);
        assert!(clean(&text).text.contains(line), "{line}");
    }
}

#[test]
fn quotations_stay_whatever_they_say() {
    let quotation =
        "“Subscribe to our newsletter and become a member today, that is all they ever told us,” said Holm.";
    let text = format!("{}\n\n{quotation}\n\n{}", STORY[..3].join("\n\n"), STORY[3..].join("\n\n"));
    assert!(clean(&text).text.contains(quotation));
}

#[test]
fn wrapped_lines_are_joined_and_hyphens_healed() {
    let text = "The council of the island town of Varn voted on Tuesday to re-\n\
                build its harbour wall, three months after a storm broke it. The\n\
                work is expected to cost 14 million crowns and to take two years,\n\
                according to the harbour office.\n";
    let clean = clean(text);
    assert!(
        clean.text.starts_with("The council of the island town of Varn voted on Tuesday to rebuild its harbour wall")
    );
    assert!(!clean.text.contains('\n'));
    let at = clean.text.find("rebuild").unwrap();
    let back: String = clean.to_source(Span::new(at, at + 7)).iter().map(|span| span.of(text)).collect();
    assert_eq!(back, "rebuild");
}

#[test]
fn templates_take_out_what_the_words_alone_do_not_tell() {
    let context = Context::default();
    let blurb =
        "The Courier has told the stories of the islands since 1921, on paper and on air, every day of the year.";
    let pages: Vec<String> = STORY.iter().map(|line| format!("{line}\n\n{blurb}\n\n{line} Again and again.")).collect();
    let templates = Templates::learn(pages.iter().map(String::as_str), "courier.example", &context).unwrap();
    assert!(clean(&pages[0]).text.contains(blurb));
    let clean = clean_text(&pages[0], Some(&templates), &context).unwrap();
    assert!(!clean.text.contains(blurb));
    assert_eq!(clean.lines[1].reason, "recurs across the site");
}

#[test]
fn cancelling_and_limits() {
    let context = Context::default();
    context.cancel();
    assert_eq!(clean_text("a", None, &context).unwrap_err().kind(), crate::ErrorKind::Cancelled);
    let mut context = Context::default();
    context.limits.max_bytes = 3;
    assert_eq!(clean_text("abcd", None, &context).unwrap_err().kind(), crate::ErrorKind::Limit);
}

#[test]
fn a_long_text_takes_linear_time() {
    let text = page("Menu", "Share").repeat(4_000) + &"word, ".repeat(200_000) + &"-\n".repeat(100_000);
    let start = std::time::Instant::now();
    clean(&text);
    assert!(start.elapsed().as_secs() < 20, "{:?} for {} bytes", start.elapsed(), text.len());
}

fn check(text: &str) {
    let clean = clean(text);
    let mut end = 0;
    for line in &clean.lines {
        assert!(line.span.start >= end && line.span.end > line.span.start && line.span.end <= text.len());
        assert!(text.is_char_boundary(line.span.start) && text.is_char_boundary(line.span.end));
        assert!((0.0..=1.0).contains(&line.score) && !line.reason.is_empty());
        end = line.span.end;
    }
    // Every letter of the given text is in a line.
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    assert_eq!(clean.lines.iter().map(|line| letters(line.span.of(text))).sum::<usize>(), letters(text));
    // The map covers the text in order, and what it maps is the same.
    let (mut here_end, mut there_end) = (0, 0);
    for (here, there) in &clean.map {
        assert!(here.start >= here_end && there.start >= there_end && there.end <= text.len());
        assert!(clean.text[here_end..here.start].chars().all(|c| c == '\n'));
        assert!(here.of(&clean.text) == there.of(text) || here.of(&clean.text) == " ");
        (here_end, there_end) = (here.end, there.end);
    }
    assert_eq!(here_end, clean.text.len());
}

const JUNK: [&str; 6] = [
    "Home",
    "- Advertisement -",
    "Related articles",
    "12 Kommentare",
    "Share on Facebook",
    "Abonnez-vous à notre lettre",
];

proptest! {
    #[test]
    fn invariants_on_any_text(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn quotations_between_paragraphs_are_never_dropped(
        head in prop::collection::vec(prop::sample::select(JUNK.as_slice()), 0..4),
        words in prop::sample::select(vec![
            "“Read more about it in our newsletter, if you must,” said Holm.",
            "„Wir haben das nie unterschrieben und werden es nicht tun“, sagte Holm am Montag.",
            "« Nous n’avons rien signé et nous ne signerons rien », a dit Holm.",
            "\"Share this with all of your friends and follow me,\" Holm told the crowd.",
            "“Advertisement is all there is to it,” according to the minister of the interior.",
        ]),
        at in 1..4_usize,
        tail in prop::collection::vec(prop::sample::select(JUNK.as_slice()), 0..4),
    ) {
        let story = [&STORY[..at], &[words], &STORY[at..]].concat().join("\n\n");
        let text = format!("{}\n\n{story}\n\n{}", head.join("\n"), tail.join("\n"));
        prop_assert!(clean(&text).text.contains(words));
    }

    #[test]
    fn invariants_on_scraped_looking_text(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "\n", "\n\n", "\r\n", " ", "\u{a0}", "\t", "Share", "HomeWorld", "Read more. ", "(AFP)", "a", "Ж", "広告", "é-\n",
            "\u{ad}\n", "\u{ad}", "The wall broke in the storm, the office said on Monday. ", "\u{200b}", "“Quote,” ", "/ AP", ". ", "•", "12",
            "the long line that was broken by the width of a page and goes on\n", "إعلان",
        ]), 0..40)
    ) {
        check(&pieces.concat());
    }
}

#[test]
fn a_snippet_is_not_cleaned_away() {
    for text in [
        "The ferry sails again on Monday, the harbour master said.",
        "“We will pay,” she said on Monday.",
        "Ein Satz. Noch ein Satz.",
        "Mayor: we will not pay for the bridge",
        "وقال الوزير إن المحادثات انتهت.",
    ] {
        assert_eq!(clean_text(text, None, &Context::default()).unwrap().text, text);
    }
    let framed = "Home\nNews\nThe ferry sails again on Monday, the harbour master said.\nRead more";
    let clean = clean_text(framed, None, &Context::default()).unwrap();
    assert_eq!(clean.text, "The ferry sails again on Monday, the harbour master said.");
}

#[test]
fn comments_alone_are_no_article() {
    let text = "Discussion about this post\n\nGreat work, I will try it on my own boat this weekend.\n\nExpand full comment\n\n\
                Thanks for sharing, it took me a year to find that out.\n\nReady for more?";
    let clean = clean(text);
    assert_eq!(clean.text, "");
    assert!(clean.lines.iter().all(|line| !line.label.is_content() && !line.reason.is_empty()));
}

#[test]
fn comments_behind_the_story_go() {
    let text = page(
        "",
        "3 Comments\n\nAnna says:\n\nI love this town, my aunt lives there. Thank you!\n\nReply\n\nPer says:\n\n\
         You must be joking. I have seen that wall with my own eyes!\n\nReply",
    );
    assert_eq!(clean(&text).text, STORY.join("\n\n"));
}

#[test]
fn what_stands_below_the_count_of_comments_goes() {
    for count in ["12 Comments", "59 Comments on “Varn to rebuild its harbour wall”", "3 Kommentare"] {
        let below = "1. The wall of Varn was never any good, and the council has known it for forty years at least.\n\n\
                     The storm of 1987 took the old one, and the harbour office paid for nothing.\n\n\
                     “Somebody will drown before they build it,” said the man who sold ice there, and he was right.";
        let text = page("", &format!("{count}\n\n{below}"));
        let clean = clean(&text);
        assert_eq!(clean.text, STORY.join("\n\n"), "{count}");
        assert_eq!(clean.lines.last().unwrap().reason, "among the comments");
    }
    let sentence = "12 comments from fishermen were read out before the vote, and none of them spoke for timber.";
    assert!(clean(&page("", &format!("{sentence}\n\n{}", STORY[0]))).text.contains(sentence));
}

#[test]
fn sentences_behind_a_menu_stay_without_a_verb_of_saying() {
    for (head, story, tail) in [
        (
            "Startseite\nPolitik\nAbo\nSchleuse in Varn gesperrt\nVon Tilda Maas und Ole Brink\n11.02.2026, 17:05 Uhr",
            [
                "In der Schleuse von Varn stecken seit Mittwoch zwölf Frachter fest. Ein Tor hat sich verkantet.",
                "Der Hafenrat bemüht sich um einen Kran aus Sund, der im Laufe des Freitags eintreffen soll.",
                "Die Reeder rechnen damit, dass die Sperrung sie eine halbe Million Euro kostet.",
            ],
            "Mehr zum Thema\nImpressum\nDatenschutz",
        ),
        (
            "Accueil\nInternational\nS’abonner\nL’écluse de Varn est fermée\nPar Tilda Maas\nPublié le 11 février 2026 à 17h05",
            [
                "Douze cargos sont bloqués depuis mercredi dans l’écluse de Varn, où une porte ne ferme plus.",
                "Une grue venue de Sund doit arriver vendredi pour soulever les deux battants.",
                "Les armateurs craignent de perdre un demi-million d’euros si la fermeture dure.",
            ],
            "Publicité\nMentions légales",
        ),
        (
            "Home\nWorld\nSubscribe\nVarn lock shut\nBy Tilda Maas\nFebruary 11, 2026",
            [
                "Twelve freighters have been stuck in the lock of Varn since Wednesday because a gate is jammed.",
                "A crane of the US company Lind is to arrive on Friday to lift both wings of the gate.",
                "Shipowners fear a loss of half a million crowns if the lock stays shut for a week.",
            ],
            "Advertisement\nTerms of use",
        ),
    ] {
        let text = format!("{head}\n{}\n{}\n{}\n{tail}\n", story[0], story[1], story[2]);
        let clean = clean(&text);
        let kept: Vec<&str> = clean.text.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(kept, story, "{:?}", clean.lines);
    }
}
