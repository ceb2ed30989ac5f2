//! Who is taken up in the languages read by rules and in German: "the same", bodies by the last part of their word, who has come in
//! before a quotation or with the clause that leads to it.

use crate::claims::speakers::testing::{expect_last as last, last_speaker};

#[test]
fn the_same_one_is_the_one_before() {
    for (text, language, who) in [
        (
            "Un portavoce della diocesi ha detto che il tetto regge. Lo stesso portavoce ha detto che i lavori finiranno.",
            "it",
            "portavoce della diocesi",
        ),
        (
            "Una portavoz del puerto dijo que el muelle aguanta. La misma portavoz dijo que habrá obras.",
            "es",
            "portavoz del puerto",
        ),
        (
            "Een woordvoerder van de haven zei dat de kade het houdt. Dezelfde woordvoerder zei dat er gebouwd wordt.",
            "nl",
            "woordvoerder van de haven",
        ),
        (
            "Ein Sprecher des Hafens sagte, der Kai halte. Derselbe Sprecher sagte, man baue.",
            "de",
            "Sprecher des Hafens",
        ),
        (
            "Представитель порта сообщил, что причал цел. Тот же представитель сказал, что начнут стройку.",
            "ru",
            "Представитель порта",
        ),
        (
            "Il sindaco Aldo Berti ha parlato a lungo. Lo stesso sindaco ha detto che i lavori finiranno.",
            "it",
            "Aldo Berti",
        ),
    ] {
        last(text, language, who);
    }
}

#[test]
fn a_body_is_taken_up_by_the_last_part_of_its_word() {
    last("De wielerbond heeft de zaak bekeken. De bond zei dat de jury fout zat.", "nl", "wielerbond");
    last("Natuurgroep Groen Duin is boos. De groep eist dat het bos blijft.", "nl", "Natuurgroep Groen Duin");
    last("Het bedrijf Duinwater zag de winst dalen. Het bedrijf zei dat de prijzen stijgen.", "nl", "Duinwater");
}

#[test]
fn a_paper_is_no_club() {
    let text = "Het Duinblad meldde dat de kas leeg is. De bond zei dat er een onderzoek komt.";
    assert_ne!(last_speaker(text, "nl").as_deref(), Some("Duinblad"));
    last("Het Duinblad meldde dat de kas leeg is.", "nl", "Duinblad");
}

#[test]
fn a_union_is_no_firm() {
    let text =
        "«È una vergogna», attacca Ugo Sarti, segretario della Filpol. L'azienda replica che tutti erano informati.";
    last(text, "it", "azienda");
    last("La Filpol ha presentato i conti. L'azienda replica che tutti erano informati.", "it", "Filpol");
}

#[test]
fn who_came_in_before_a_long_quotation_speaks() {
    let text = "Advocaat Marleen Drost noemde het onderzoek slordig. De moeder van het meisje sprak ook. \"Ze belde nog. Ze was \
                bang\", zei zij.";
    last(text, "nl", "moeder van het meisje");
    let text =
        "Laut Uwe Holt ist die Brücke sicher. Eine Zeugin trat vor. „Er rief noch an. Er hatte Angst“, sagte sie.";
    last(text, "de", "Zeugin");
}

#[test]
fn the_clause_that_leads_to_a_quotation_has_its_subject() {
    last(
        "La acequia está seca, dicen los regantes. El consejero llamó a los alcaldes: «Habrá agua», aseguró.",
        "es",
        "consejero",
    );
    last(
        "Il pozzo è secco, dicono fonti del consorzio. Il ministro ha scritto ai sindaci: «Ci sarà acqua», ha assicurato.",
        "it",
        "ministro",
    );
}

#[test]
fn who_is_of_the_other_sex_is_not_meant() {
    last("Die Sprecherin sagte, der Fahrer sei nüchtern gewesen. Er sagte, ihm sei schlecht geworden.", "de", "Fahrer");
    last("De woordvoerster meldt dat de chauffeur nuchter was. Hij zei dat hij onwel werd.", "nl", "chauffeur");
    last("De minister zei dat het veilig is. Hij zei dat er getest wordt.", "nl", "minister");
    let text =
        "«Мост цел», — сказал Рольф Тан-Ли. Министр Паула Кестерин пообещала проверку. Она добавила, что мост откроют.";
    last(text, "ru", "Паула Кестерин");
}

#[test]
fn an_office_is_nobody_who_has_none() {
    last("Odile Salan a été relaxée. Rien ne prouve sa faute, a estimé la juge.", "fr", "juge");
    last("La juge Odile Salan est arrivée. Rien ne prouve sa faute, a estimé la juge.", "fr", "Odile Salan");
}

#[test]
fn russian_documents_are_what_they_are_called() {
    last("Компания опубликовала отчёт завода. «Срок сорван», — говорится в ответе на запрос редакции.", "ru", "ответ");
    last(
        "Прокуратура начала проверку. Виновных в аварии, говорится в её заявлении, накажут до осени.",
        "ru",
        "заявление",
    );
    last("Бывший директор музея «Белый Утёс» заявил, что не виноват.", "ru", "Бывший директор музея «Белый Утёс»");
    last(
        "Представитель компании «Нордвей» Илья Рогов сообщил, что рейсы возобновят. В компании уточнили, что билеты вернут.",
        "ru",
        "Нордвей",
    );
}

#[test]
fn dutch_portfolios_and_trades_are_no_part_of_a_name() {
    last("Volgens minister van Economische Zaken Yentl Bras komt er geld bij.", "nl", "Yentl Bras");
    last("Analist Yentl Bras zei dat er geld bij komt.", "nl", "Yentl Bras");
    last("\"Er komt geld bij\", zei technisch directeur Yentl Bras.", "nl", "Yentl Bras");
}
