//! Texts of a few lines, which look unlike the pages that the weights have learned from. All are written for the project.

use super::clean_text;
use crate::Context;
use crate::boilerplate::{CleanText, Label};

fn clean(text: &str) -> CleanText {
    clean_text(text, None, &Context::default()).unwrap()
}

fn label_of(text: &str, words: &str) -> Label {
    let clean = clean(text);
    let line = clean.lines.iter().find(|line| line.span.of(text) == words);
    line.unwrap_or_else(|| panic!("no line {words:?}")).label
}

const ENGLISH: &str = "The harbour council has put off its decision on the new bridge until the summer.\n\
    Engineers had asked for more time to test the ground under the northern pier.\n\
    \"We will not build on mud,\" said the council's chair, Oda Brandt.";

const SPANISH: &str = "La autoridad portuaria ha aplazado las obras del muelle norte hasta el verano, según confirmó el \
    lunes su directora.\n«No vamos a construir sobre barro», dijo Ana Roldán ante el consejo.\nLos pescadores pidieron más \
    tiempo para trasladar sus barcos.";

#[test]
fn headline_and_credits_stand_over_the_body_whatever_parts_the_lines() {
    let headline = "Harbour council delays the new bridge";
    for credit in [
        "Mara Ellery | 14 March 2026",
        "14 March 2026 | Mara Ellery",
        "By Mara Ellery | 14/03/2026",
        "Published: 14 March 2026, 10:20",
        "Saturday, March 14, 2026",
        "March 14, 2026 7:15 p.m.",
        "Sat 14 Mar 2026 21.30 GMT",
    ] {
        for between in ["\n", "\n\n"] {
            let text = [headline, credit, &ENGLISH.replace('\n', between)].join(between);
            assert_eq!(label_of(&text, headline), Label::Title, "{credit}");
            assert_eq!(label_of(&text, credit), Label::Date, "{credit}");
            let body = clean(&text).text.replace("\n\n", "\n");
            assert_eq!(body, ENGLISH, "{credit}");
        }
    }
}

#[test]
fn a_headline_of_two_words_stands_right_over_the_credits() {
    for (head, expected) in [
        (["Norden", "Harbour delayed", "Mara Ellery | 14 March 2026"], Some("Harbour delayed")),
        (["Harbour delayed", "Norden", "Mara Ellery | 14 March 2026"], None),
        (["Norden", "Sport regional", "Mara Ellery | 14 March 2026"], None),
    ] {
        let text = format!("{}\n{ENGLISH}", head.join("\n"));
        let title = head.into_iter().find(|line| label_of(&text, line) == Label::Title);
        assert_eq!(title, expected, "{text}");
    }
}

#[test]
fn the_day_of_the_visit_stands_over_the_headline() {
    let head = ["Sunday, 15 March 2026", "Harbour council delays the new bridge", "Mara Ellery | 14 March 2026"];
    for between in ["\n", "\n\n"] {
        let text = [&head.join(between), &ENGLISH.replace('\n', between)].map(String::as_str).join(between);
        let labels = head.map(|line| label_of(&text, line));
        assert_eq!(labels, [Label::Date, Label::Title, Label::Date]);
        assert_eq!(clean(&text).text.replace("\n\n", "\n"), ENGLISH);
    }
}

#[test]
fn a_notice_of_cookies_is_no_headline_and_byline_and_date_are_no_body() {
    let headline = "El puerto aplaza las obras del muelle norte";
    for notice in [
        "Este sitio web utiliza cookies",
        "Utilizamos cookies propias y de terceros para mejorar su experiencia",
        "En el diario del puerto guardamos y hacemos uso de cookies para medir las obras y el tiempo de lectura",
    ] {
        for between in ["\n", "\n\n"] {
            let lines = [notice, headline, "Por Lucía Ferrán", "12 de marzo de 2026", &SPANISH.replace('\n', between)];
            let text = lines.join(between);
            assert_eq!(label_of(&text, headline), Label::Title, "{notice}");
            assert_eq!(label_of(&text, "Por Lucía Ferrán"), Label::Byline, "{notice}");
            assert_eq!(label_of(&text, "12 de marzo de 2026"), Label::Date, "{notice}");
            assert_eq!(clean(&text).text.replace("\n\n", "\n"), SPANISH, "{notice}");
        }
    }
}

#[test]
fn days_that_head_the_parts_of_a_timeline_stay() {
    let story = "The storm reached the island in the morning and broke the harbour wall in two places.";
    let text = format!(
        "12 March 2026\n{story}\n\n13 March 2026\n{story} Nobody was hurt.\n\n14 March 2026\nThe council met. {story}"
    );
    assert_eq!(clean(&text).text.matches("March 2026").count(), 3);
}

#[test]
fn a_headline_with_a_day_in_it_is_no_date() {
    for headline in
        ["March 4, 2026: a storm breaks the harbour wall of Varn", "What the council decided on 4 March 2026"]
    {
        assert_ne!(label_of(&format!("{headline}\n{ENGLISH}"), headline), Label::Date, "{headline}");
    }
}

#[test]
fn short_lines_stay_behind_a_mark_of_advertising() {
    for mark in ["Advertisement", "- Advertisement -", "ADVERTISEMENT"] {
        let body = [
            "Fares on the island ferry will rise by a tenth in May, the company said on Tuesday.",
            "Asked whether the town would pay, the mayor gave a short answer.",
            "No.",
            "The reasons she gave were these:",
            "• Fuel costs more.",
            "• Tourists stay away.",
            "• The engine is old.",
            "\"Enough,\" she said.",
            "She will not run again.",
        ];
        for between in ["\n", "\n\n"] {
            let text = [&body[..2], &[mark], &body[2..]].concat().join(between);
            let clean = clean(&text);
            for line in body {
                assert!(clean.text.contains(line), "{line} behind {mark} in {:?}", clean.text);
            }
            assert!(!clean.text.contains(mark));
            // All lines are told of, in order.
            assert_eq!(clean.lines.len(), body.len() + 1);
            assert!(clean.lines.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
            assert_eq!(clean.lines[2].label, Label::Boilerplate);
        }
    }
}

#[test]
fn marks_of_advertising_alone_are_nothing() {
    let clean = clean("Advertisement\n\nAdvertisement");
    assert_eq!((clean.text.as_str(), clean.lines.len()), ("", 2));
}

#[test]
fn controls_without_a_stop_go_where_answers_stay() {
    let text = format!("{ENGLISH}\n\nNo\n\nShare\n\n{ENGLISH}");
    assert_eq!(label_of(&text, "Share"), Label::Boilerplate);
    assert_eq!(label_of(&text, "No"), Label::Boilerplate);
    let text = format!("{ENGLISH}\n\nNo.\n\n{ENGLISH}");
    assert_eq!(label_of(&text, "No."), Label::Body);
}

#[test]
fn a_menu_in_front_of_a_text_of_one_line_goes() {
    let story = ENGLISH.replace('\n', " ");
    for menu in
        ["HomeWorldPoliticsSportCulture", "Home World Politics Sport Culture ", "Home | World | Politics | Sport | "]
    {
        let text = format!("{menu}{story}");
        assert_eq!(clean(&text).text, story, "{menu}");
        let text = format!("{menu}{story} Subscribe to our newsletter");
        assert_eq!(clean(&text).text, story, "{menu}");
    }
    let story = SPANISH.replace('\n', " ");
    let text = format!("InicioPolíticaDeportes{story}");
    assert_eq!(clean(&text).text, story);
}

#[test]
fn a_name_in_front_of_a_text_of_one_line_stays() {
    for first in
        ["NewsCorp has bought the ferry.", "Health Education North opens a school.", "World Sport Travel is broke."]
    {
        let text = format!("{first} {}", ENGLISH.replace('\n', " "));
        assert_eq!(clean(&text).text, text, "{first}");
    }
}

#[test]
fn a_short_sentence_behind_a_pointer_to_another_story_stays() {
    let head = "The council will close the northern quay for two months.\n\n\"We have no choice,\" said its chair, Oda Brandt.";
    let pointers = [
        "Read more: A harbour that empties",
        "Lesen Sie auch: Ein Hafen leert sich",
        "Lire aussi : Un port qui se vide",
    ];
    let sentences =
        ["Four crews have moved already.", "Betroffen sind 40 Fischer.", "Les pêcheurs manifestent vendredi."];
    for (pointer, sentence) in pointers.into_iter().zip(sentences) {
        for tail in ["", "\n\nNewsletter"] {
            let text = format!("{head}\n\n{pointer}\n\n{sentence}{tail}\n");
            assert_eq!(clean(&text).text, format!("{head}\n\n{sentence}"));
        }
    }
}

#[test]
fn what_is_left_out_is_told_by_its_place() {
    let text = format!("Home > Harbour\n\n{}\n\nOther stories today\n", ENGLISH.split('\n').next().unwrap_or_default());
    let clean = clean(&text);
    let reason = |words: &str| clean.lines.iter().find(|line| line.span.of(&text) == words).map(|line| line.reason);
    assert_ne!(reason("Other stories today"), Some("before the running text"));
    assert!(clean.lines.iter().any(|line| line.label == Label::Body));
}

#[test]
fn questions_and_answers_of_an_interview_stay() {
    let talk = [
        "Were you afraid?",
        "No, I was not afraid, because the ship had done this before and I knew the sandbar.",
        "Will you sail again?",
        "On Wednesday.",
        "And the passengers?",
        "They were calm. Somebody made tea and somebody else sang, and that was that.",
    ];
    assert_eq!(clean(&talk.join("\n\n")).text, talk.join("\n\n"));
}

#[test]
fn a_narrow_column_is_read_as_paragraphs() {
    let column = "Der Minister sagte am Montag, die\nBundesregierung werde den Haushalt\nprüfen. Danach trat er zurück und\n\
        verließ den Saal ohne ein Wort.\n\nDie Opposition forderte am Abend\nNeuwahlen. Der Kanzler schwieg\nbis in die Nacht.\n";
    let expected = "Der Minister sagte am Montag, die Bundesregierung werde den Haushalt prüfen. Danach trat er zurück und \
        verließ den Saal ohne ein Wort.\n\nDie Opposition forderte am Abend Neuwahlen. Der Kanzler schwieg bis in die Nacht.";
    assert_eq!(clean(column).text, expected);
}

#[test]
fn the_headline_stands_over_the_credits_and_a_caption_below_them() {
    let head = "Harbour Herald\nMayor resigns over ferry contract\nBy Nina Falk, City Reporter\nPublished: 12 November 2026\n\
        Mayor Karl Voss at the town hall in June, before the storm\n";
    let body = "Mayor Karl Voss resigned on Wednesday over the ferry contract.\n\"I have lost the trust of this city,\" he told \
        reporters outside the town hall.";
    assert_eq!(label_of(&format!("{head}{body}"), "Mayor resigns over ferry contract"), Label::Title);
    let trail = "Harbour Herald\nHome>News>Mayor>Ferry contract\nMayor resigns over ferry contract\n";
    assert_eq!(label_of(&format!("{trail}{body}"), "Mayor resigns over ferry contract"), Label::Title);
    let brief = "Vell Local\nFlood: what we know\nBy Staff\n5 October 2026\nThe river rose by two metres on Sunday, the mayor \
        said.\nNobody was hurt, police said on Monday.";
    assert_eq!(label_of(brief, "Flood: what we know"), Label::Title);
}

#[test]
fn a_quotation_among_short_sentences_is_the_story_s() {
    for (sentence, quotation, next) in [
        (
            "Les boulangers de Vell ont voté la fin de la grève.",
            "« Nous avons gagné », a dit Rita Moss.",
            "Aucune autre discussion n'est prévue.",
        ),
        (
            "Il comune di Vell ha votato la fine dello sciopero.",
            "«Noi abbiamo vinto», così ieri Rita Moss.",
            "Nessun altro incontro è previsto.",
        ),
        (
            "De bakkers van Vell stemden voor het einde van de staking.",
            "“Wij hebben gewonnen”, aldus gisteren Rita Moss.",
            "Er komt geen nieuw overleg.",
        ),
    ] {
        let text = format!("La Vigie\nMenu\n5 mars 2026\n{sentence}\n{quotation}\n{next}\nLire aussi\nPartager");
        assert_eq!(clean(&text).text.replace("\n\n", "\n"), [sentence, quotation, next].join("\n"));
    }
    // What readers write below stays out.
    let text = format!(
        "{ENGLISH}\n2 Comments\nI take it every week and am always late there.\n\"We have won\" is what they all say."
    );
    assert!(!clean(&text).text.contains("they all say"));
}

#[test]
fn the_sentence_of_a_short_french_report_stays() {
    let sentence = "Le maire de Vell a été mis en examen mercredi pour détournement de fonds publics.";
    for head in [
        "La Vigie\n5 mars 2026",
        "La Vigie, le journal de Vell\nSamedi 7 mars 2026",
        "LA VIGIE\nPublié le 5 mars 2026 à 10h15",
    ] {
        for next in
            ["Partager", "Il nie les faits.\n« Je n'ai rien pris », a-t-il déclaré.\nLe procès aura lieu en mai."]
        {
            let text = clean(&format!("{head}\n{sentence}\n{next}")).text;
            assert!(text.starts_with(sentence), "{head}: {text}");
        }
    }
}

#[test]
fn a_button_above_the_story_that_leads_to_the_comments_costs_none_of_it() {
    let story = [
        "The council of Varn has voted down the cable car, by 21 votes to 17.",
        "Mayor Ute Kranzler said she regretted the result.",
        "The line was to cost 38 million euros.",
    ];
    let first = "Plans for a cable car in Varn have failed in the council.";
    for button in
        ["12 comments", "Join the conversation", "12 Kommentare", "Réagir", "Reacties", "Комментарии", "Have your say"]
    {
        let below = clean(&format!("Council rejects cable car\n{button}\n{}\n", story.join("\n")));
        assert_eq!(below.text, story.join("\n\n"), "{button}");
        assert_eq!((below.lines[1].label, below.lines[1].reason), (Label::Boilerplate, "comments"));
        // Below what sums up the story, too.
        let text = format!("Council rejects cable car\n{first}\nBy Ida Holm\n{button}\n{}\n", story.join("\n"));
        assert!(clean(&text).text.ends_with(&story.join("\n\n")), "{button}");
    }
}

#[test]
fn a_text_between_a_button_for_comments_and_the_comments_is_its_article() {
    let story = [
        "The ferry operator Halm Lines must pay 2.4 million crowns after its ship struck a pier, the regulator said.",
        "“The company was told twice,” said Karin Velde, who heads the regulator.",
        "Halm Lines did not respond.",
    ];
    for head in ["142 comments\n", "Ferry operator fined\nBy Ilka Holm\n142 comments\n", "12 Kommentare\n"] {
        let tail = "\nComments (142)\nAbout time. My sister was on that boat and nobody called her.\nReply";
        let text = clean(&format!("{head}{}{tail}", story.join("\n"))).text;
        assert_eq!(text, story.join("\n\n"), "{head}");
    }
}

#[test]
fn plain_sentences_stay_between_pointers_and_menus_in_any_language() {
    for text in [
        "Sono caduti 140 millimetri di pioggia a Montefosco, dove il sindaco ha chiuso le scuole.\nLeggi anche\n\
         I vigili del fuoco hanno soccorso quaranta persone.",
        "Accueil\nPolitique\nSe connecter\nS’abonner\n\nLe conseil du port a voté lundi la fermeture du vieux quai avant la fin \
         de l’année.\n\nPublicité\n\nLes syndicats du port ont annoncé une grève pour jeudi prochain.",
    ] {
        let lines = text.lines().filter(|line| line.ends_with('.'));
        assert_eq!(clean(text).text, lines.collect::<Vec<_>>().join("\n\n"));
    }
}

#[test]
fn counters_handles_and_days_are_no_text() {
    let story = ENGLISH.replace('\n', "\n\n");
    for line in ["1.2k shares", "Share or comment on this article", "İlginizi çekebilir: Plajlar açılıyor"] {
        let (first, rest) = ENGLISH.split_once('\n').unwrap();
        assert_eq!(clean(&format!("Council delays bridge\n{first}\n{line}\n{rest}")).text, story, "{line}");
    }
    for (line, label) in [
        ("Ilka Ostrand Tue 4 Mar 2025 07.15 GMT", Label::Byline),
        ("@ilkaostrand", Label::Byline),
        ("ilka.ostrand@norvane.example", Label::Byline),
        ("Dienstag, 4. März 2025", Label::Date),
        ("Tuesday 04 March 2025 07:15", Label::Date),
    ] {
        let text = format!("Harbour council delays the new bridge\n{line}\n{ENGLISH}");
        assert_eq!((label_of(&text, line), clean(&text).text), (label, story.clone()), "{line}");
    }
}

#[test]
fn rows_of_a_table_stand_together_and_none_is_the_headline() {
    let rows = "Party\tVotes\t%\nLabour\t12,331\t38.2\nGreens\t9,004\t27.9\nConservatives\t8,760\t27.1";
    let text = format!("{rows}\n\nTurnout was 54.6 per cent, the highest since 1998, officials said on Sunday night.");
    assert!(clean(&text).text.starts_with("Party Votes %\nLabour 12,331 38.2\nGreens"), "{}", clean(&text).text);
}

#[test]
fn the_first_question_of_an_interview_is_no_headline() {
    let text = "Did you know about the cracks in the quay wall?\n\nNo.\n\nDid anyone on the board tell you about it?\n\nNo.\n\n\
                Would you run for mayor again next year?\n\nYes.";
    assert_eq!(clean(text).text, text);
}

#[test]
fn the_number_of_a_page_parts_no_wrapped_lines() {
    let text = "Terminal to close by December\nBy Kim Sato\n\
        The harbour board voted on Monday to close the old con-\ntainer terminal by the end of the year. Chief engineer\n\
        Lena Moss told reporters that repairs would have cost\nmore than 40 million dollars. Trade unions called the de-\n\
        cision a mistake and announced a one-day strike for next\nThursday.\n3";
    let expected = "The harbour board voted on Monday to close the old container terminal by the end of the year. Chief engineer Lena Moss \
        told reporters that repairs would have cost more than 40 million dollars. Trade unions called the decision a mistake and \
        announced a one-day strike for next Thursday.";
    assert_eq!(clean(text).text, expected);
}
