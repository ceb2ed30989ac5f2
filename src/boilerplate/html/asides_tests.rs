//! Pages without any layout: menus, notices and pleas stand between paragraphs like paragraphs.

use super::tests::article;

/// A language's story, its menu, notice, plea and call to share.
struct Case {
    story: [&'static str; 3],
    menu: &'static str,
    notice: &'static str,
    plea: &'static str,
    share: &'static str,
}

const CASES: [Case; 5] = [
    Case {
        story: [
            "The port of Varn will close its northern berths for repairs in April, the harbour office said on Tuesday.",
            "The closure will last at least six weeks and affects about 40 ships a month, said Rike Sande, its chief.",
            "Shipping companies said they had not been told in advance and would ask for compensation.",
        ],
        menu: "Home World Politics",
        notice: "Before you continue: this site uses cookies to improve your experience.",
        plea: "Subscribe to our newsletter to get the best of the Post in your inbox every morning.",
        share: "Share this article",
    },
    Case {
        story: [
            "Der Hafen von Varn schließt im April zwei Liegeplätze für Reparaturen, teilte die Hafenbehörde am Dienstag mit.",
            "Die Sperrung dauert mindestens sechs Wochen und betrifft etwa 40 Schiffe im Monat, sagte Hafenchefin Rike Sande.",
            "Die Reedereien kritisierten, dass sie nicht vorab informiert worden seien.",
        ],
        menu: "Startseite Politik Wirtschaft",
        notice: "Bevor Sie fortfahren: Wir verwenden Cookies, um Ihren Besuch zu verbessern.",
        plea: "Abonnieren Sie unseren Newsletter und erhalten Sie jeden Morgen das Beste aus der Region.",
        share: "Artikel teilen",
    },
    Case {
        story: [
            "Le port de Varn fermera deux quais en avril pour des réparations, a annoncé mardi l'autorité portuaire.",
            "La fermeture durera au moins six semaines et touche une quarantaine de navires par mois, selon Rike Sande.",
            "Les armateurs ont regretté de ne pas avoir été prévenus.",
        ],
        menu: "Accueil Monde Économie",
        notice: "Nous utilisons des cookies pour améliorer votre visite.",
        plea: "Inscrivez-vous à notre newsletter pour recevoir chaque matin le meilleur de l'actualité.",
        share: "Partager l'article",
    },
    Case {
        story: [
            "De haven van Varn sluit in april twee kades voor reparaties, meldde de havenautoriteit dinsdag.",
            "De sluiting duurt minstens zes weken en treft zo'n 40 schepen per maand, aldus directeur Rike Sande.",
            "De rederijen betreurden dat ze niet vooraf waren ingelicht.",
        ],
        menu: "Voorpagina Binnenland Sport",
        notice: "Voordat je verdergaat: wij gebruiken cookies om je bezoek te verbeteren.",
        plea: "Schrijf je in voor onze nieuwsbrief en ontvang elke ochtend het beste uit de regio.",
        share: "Deel dit artikel",
    },
    Case {
        story: [
            "Порт Варн закроет в апреле два причала на ремонт, сообщила во вторник портовая администрация.",
            "Закрытие продлится не менее шести недель и затронет около 40 судов в месяц, сказала директор Рике Санде.",
            "Судоходные компании пожаловались, что их не предупредили.",
        ],
        menu: "Главная Политика Общество",
        notice: "Прежде чем продолжить: мы используем файлы cookie, чтобы улучшить ваш визит.",
        plea: "Подпишитесь на нашу рассылку и получайте каждое утро лучшее из региона.",
        share: "Поделиться",
    },
];

#[test]
fn paragraphs_of_one_element_that_are_no_story_go_in_any_language() {
    for Case { story: [first, second, third], menu, notice, plea, share } in CASES {
        let parts = [notice, menu, first, share, second, third, plea];
        let paragraphs: String = parts.iter().map(|part| format!("<p>{part}</p>")).collect();
        for body in [paragraphs, parts.join("<br><br>")] {
            let got =
                article(&format!("<html><head><title>Varn | Post</title></head><body><div>{body}</div></body></html>"));
            for part in parts {
                let told = [first, second, third].contains(&part);
                assert_eq!(got.text.contains(part), told, "{part}: {}", got.text);
            }
        }
    }
}

#[test]
fn a_story_about_cookies_and_newsletters_stays() {
    let story = [
        "The harbour office of Varn uses cookies to count the visitors of its pages, the town's data officer said on Tuesday.",
        "This website uses cookies to follow people for two years, she wrote, and nobody was asked whether he agreed.",
        "The office sends a weekly newsletter to 4,000 people, who signed up for it on paper.",
        "The use of cookies without consent is a breach of the law, a judge of the high court said.",
    ];
    let body: String = story.iter().map(|part| format!("<p>{part}</p>")).collect();
    let got = article(&format!("<html><head><title>Varn | Post</title></head><body><div>{body}</div></body></html>"));
    for part in story {
        assert!(got.text.contains(part), "{part}: {}", got.text);
    }
}

#[test]
fn boxes_that_lead_to_other_stories_go_whatever_they_are_called_and_whatever_the_page_is_taken_for() {
    let [first, second, third] = CASES[0].story;
    let list = "<ul><li><a href=/x>Crane falls into the sea</a></li><li><a href=/y>Mayor quits</a></li></ul>";
    for led in ["Read also", "Lue myös", "Olvassa el ezt is:", "Przeczytaj także", "Citește și", "İlginizi çekebilir"]
    {
        for box_ in [
            format!("<div class=box><h4>{led}</h4>{list}</div>"),
            format!("<p><strong>{led}</strong> <a href=/x>Crane falls into the sea</a></p>"),
        ] {
            for body in [
                format!("<p>{first}</p>{box_}<p>{second}</p>"),
                format!("<p>{first}</p><p>{second}</p>{box_}<p>{third}</p>"),
            ] {
                let got = article(&format!("<h1>Northern berths close</h1>{body}")).text;
                let clean = !got.contains(led.trim_end_matches(':')) && !got.contains("Crane");
                assert!(clean && got.contains(first) && got.contains(second), "{body}: {got}");
            }
        }
    }
}
