use proptest::prelude::*;

use super::*;

fn read(language: &str, published: &str, text: &str) -> Vec<String> {
    let published = (!published.is_empty()).then_some(published);
    let found = find_dates(text, Span::new(0, text.len()), Some(language), published, &Context::default()).unwrap();
    found.into_iter().map(|date| date.value).collect()
}

pub(super) fn check(cases: &[(&str, &str, &str, &[&str])]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(language, published, text, expected)| {
            let got = read(language, published, text);
            (got != *expected).then(|| format!("{language}: {text}\n    expected {expected:?}\n    got      {got:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn absolute_dates() {
    check(&[
        ("en", "", "on 12 January 2022 and January 13, 2022", &["2022-01-12", "2022-01-13"]),
        ("en", "", "Wed 12 Jan 2022 | 09:26 PM", &["2022-01-12T21:26"]),
        ("en", "", "April 18, 2024", &["2024-04-18"]),
        ("en", "", "Wednesday, February 1, 2023", &["2023-02-01"]),
        ("en", "", "the 12th of January, 2022", &["2022-01-12"]),
        ("en", "", "2022-01-12T21:26:00Z or 2022-01-12", &["2022-01-12T21:26", "2022-01-12"]),
        ("en", "", "25/12/2021 and 12/25/2021 but 12/01/2022", &["2021-12-25", "2021-12-25"]),
        ("en", "", "in January 2022 or early March 2022", &["2022-01", "2022-03"]),
        (
            "en",
            "",
            "Crimea in 2014, since 2019, a 2008 summit (2009-2017)",
            &["2014", "2019", "2008", "2009-01-01/2017-12-31"],
        ),
        ("en", "", "You may 12 times march", &[]),
        ("en", "", "31 February 2022", &["2022-02"]),
        ("de", "", "am 12. Januar 2022, 12.01.2022 und 12/01/2022", &["2022-01-12", "2022-01-12", "2022-01-12"]),
        ("fr", "", "le 1er janvier 2022, en mars 2021", &["2022-01-01", "2021-03"]),
        ("es", "", "el 12 de enero de 2022, en marzo de 2021", &["2022-01-12", "2021-03"]),
        ("pt", "", "em 12 de janeiro de 2022", &["2022-01-12"]),
        ("it", "", "il 12 gennaio 2022", &["2022-01-12"]),
        ("nl", "", "op 12 januari 2022", &["2022-01-12"]),
        ("ru", "", "12 января 2022 года", &["2022-01-12"]),
    ]);
}

#[test]
fn relative_dates_need_a_day_of_publication() {
    let wednesday = "2022-01-12T21:26:00Z";
    check(&[
        ("en", "", "on Wednesday, yesterday, last month, 12 January", &[]),
        ("en", "soon", "on Wednesday", &[]),
        ("en", wednesday, "began military exercises on Wednesday", &["2022-01-12"]),
        ("en", wednesday, "on Monday, 10", &["2022-01-10"]),
        ("en", wednesday, "a final meeting, this Thursday, 13, at the forum", &["2022-01-13"]),
        ("en", wednesday, "will be followed on Thursday in Vienna", &["2022-01-13"]),
        ("en", wednesday, "spoke with reporters on Tuesday", &["2022-01-11"]),
        ("en", wednesday, "last Friday and next Friday", &["2022-01-07", "2022-01-14"]),
        ("en", wednesday, "Last month, Russia released a list", &["2021-12"]),
        ("en", wednesday, "broke off relations last year", &["2021"]),
        ("en", wednesday, "yesterday, today and tomorrow", &["2022-01-11", "2022-01-12", "2022-01-13"]),
        ("en", wednesday, "two days ago, three months ago, 5 years ago", &["2022-01-10", "2021-10", "2017"]),
        ("en", wednesday, "on 20 December", &["2021-12-20"]),
        ("en", wednesday, "in November", &["2021-11"]),
        ("en", wednesday, "will open in November", &["2022-11"]),
        (
            "de",
            wednesday,
            "am Montag, gestern, vor zwei Tagen, im vergangenen Jahr",
            &["2022-01-10", "2022-01-11", "2022-01-10", "2021"],
        ),
        ("fr", wednesday, "lundi dernier, hier, il y a trois jours", &["2022-01-10", "2022-01-11", "2022-01-09"]),
        ("es", wednesday, "el lunes, ayer, hace dos años", &["2022-01-10", "2022-01-11", "2020"]),
        ("pt", wednesday, "na segunda-feira, ontem", &["2022-01-10", "2022-01-11"]),
        ("it", wednesday, "lunedì scorso, ieri, due giorni fa", &["2022-01-10", "2022-01-11", "2022-01-10"]),
        ("nl", wednesday, "maandag, gisteren, twee dagen geleden", &["2022-01-10", "2022-01-11", "2022-01-10"]),
        ("ru", wednesday, "в понедельник, вчера, два дня назад", &["2022-01-10", "2022-01-11", "2022-01-10"]),
    ]);
}

#[test]
fn periods_are_intervals() {
    let wednesday = "2024-05-15";
    check(&[
        ("en", wednesday, "He resigned last week.", &["2024-05-06/2024-05-12"]),
        ("en", wednesday, "They will vote next week.", &["2024-05-20/2024-05-26"]),
        ("en", wednesday, "It closed three weeks ago.", &["2024-04-22/2024-04-28"]),
        ("en", wednesday, "Work will begin in two weeks.", &["2024-05-27/2024-06-02"]),
        ("en", wednesday, "The tunnel was dug in two weeks.", &[]),
        (
            "en",
            wednesday,
            "in the third quarter of 2021 and Q1 2022",
            &["2021-07-01/2021-09-30", "2022-01-01/2022-03-31"],
        ),
        ("en", wednesday, "Profit fell in the fourth quarter.", &["2023-10-01/2023-12-31"]),
        ("en", wednesday, "in the first half of 2023", &["2023-01-01/2023-06-30"]),
        ("en", wednesday, "They scored in the first half of the match.", &[]),
        ("en", wednesday, "a song of the 1980s, and the '90s", &["1980-01-01/1989-12-31", "1990-01-01/1999-12-31"]),
        ("en", wednesday, "a man in his 70s", &[]),
        ("en", wednesday, "The lake dried up last summer.", &["2023-06-01/2023-08-31"]),
        ("en", wednesday, "The road will be built in the autumn.", &["2024-09-01/2024-11-30"]),
        ("en", wednesday, "in the winter of 2022", &["2022-12-01/2023-02-28"]),
        ("en", wednesday, "since the fall of Kabul", &[]),
        ("en", wednesday, "from 3 to 5 May", &["2024-05-03/2024-05-05"]),
        ("en", wednesday, "June 8-10, 2023", &["2023-06-08/2023-06-10"]),
        ("en", wednesday, "The pass was closed between Monday and Wednesday.", &["2024-05-13/2024-05-15"]),
        ("en", wednesday, "from June 2021 to March 2022", &["2021-06-01/2022-03-31"]),
        ("en", wednesday, "in the 2023/24 season", &["2023-01-01/2024-12-31"]),
        ("de", wednesday, "Er trat vergangene Woche zurück.", &["2024-05-06/2024-05-12"]),
        (
            "de",
            wednesday,
            "zwischen 2014 und 2017, von 1990 bis 1995",
            &["2014-01-01/2017-12-31", "1990-01-01/1995-12-31"],
        ),
        (
            "de",
            wednesday,
            "im zweiten Quartal 2023, im Sommer 2022",
            &["2023-04-01/2023-06-30", "2022-06-01/2022-08-31"],
        ),
        ("de", wednesday, "vom 3. bis 5. Mai 2023", &["2023-05-03/2023-05-05"]),
        ("de", wednesday, "in den 1970er-Jahren", &["1970-01-01/1979-12-31"]),
        (
            "fr",
            wednesday,
            "la semaine dernière, dans les années 1970",
            &["2024-05-06/2024-05-12", "1970-01-01/1979-12-31"],
        ),
        (
            "fr",
            wednesday,
            "au deuxième trimestre 2023, entre 2014 et 2017",
            &["2023-04-01/2023-06-30", "2014-01-01/2017-12-31"],
        ),
        ("es", wednesday, "la semana pasada, en los años 70", &["2024-05-06/2024-05-12", "1970-01-01/1979-12-31"]),
        (
            "pt",
            wednesday,
            "na semana passada, no primeiro trimestre de 2023",
            &["2024-05-06/2024-05-12", "2023-01-01/2023-03-31"],
        ),
        ("it", wednesday, "la settimana scorsa, negli anni 70", &["2024-05-06/2024-05-12", "1970-01-01/1979-12-31"]),
        (
            "nl",
            wednesday,
            "vorige week, in het tweede kwartaal van 2023",
            &["2024-05-06/2024-05-12", "2023-04-01/2023-06-30"],
        ),
        (
            "ru",
            wednesday,
            "на прошлой неделе, в первом квартале 2023 года",
            &["2024-05-06/2024-05-12", "2023-01-01/2023-03-31"],
        ),
    ]);
}

#[test]
fn what_did_not_come_about_lies_behind() {
    let wednesday = "2024-05-15";
    check(&[
        ("en", wednesday, "The line should have been closed on Monday.", &["2024-05-13"]),
        ("en", wednesday, "He could never have resigned on Monday.", &["2024-05-13"]),
        ("en", wednesday, "The line would have to close on Monday.", &["2024-05-20"]),
        ("en", wednesday, "The line should be closed on Monday.", &["2024-05-20"]),
        ("en", wednesday, "It passed by eight votes to three on Tuesday.", &["2024-05-14"]),
        ("en", wednesday, "The council votes on Tuesday.", &["2024-05-21"]),
        ("de", wednesday, "Man hätte die Strecke am Montag sperren müssen.", &["2024-05-13"]),
        ("de", wednesday, "Man hat die Strecke am Montag sperren müssen.", &["2024-05-13"]),
        ("de", wednesday, "Sie werden die Strecke am Montag sperren müssen.", &["2024-05-20"]),
    ]);
}

#[test]
fn tense_and_time_of_day() {
    let wednesday = "2024-05-15";
    check(&[
        ("en", wednesday, "The deal was signed on 17 December.", &["2023-12-17"]),
        ("en", wednesday, "The deal will be signed on 17 February.", &["2025-02-17"]),
        ("en", wednesday, "The court will rule on Monday, an official said.", &["2024-05-20"]),
        ("en", wednesday, "The firm announced on Monday that it will close.", &["2024-05-13"]),
        ("en", wednesday, "The strike is planned for Friday.", &["2024-05-17"]),
        ("en", wednesday, "He said the match would start on Sunday.", &["2024-05-19"]),
        ("en", wednesday, "The office is shut every Friday and on Sundays.", &[]),
        ("en", wednesday, "The bus left at 6 pm on Friday.", &["2024-05-10T18:00"]),
        ("en", wednesday, "It was hit at noon on Monday.", &["2024-05-13T12:00"]),
        ("en", wednesday, "on Tuesday at 9.30 a.m.", &["2024-05-14T09:30"]),
        ("en", wednesday, "The quake struck at 04:12 yesterday.", &["2024-05-14T04:12"]),
        ("en", wednesday, "1900 soldiers marched. The 2012 banks failed.", &["2012"]),
        ("en", wednesday, "After the 2020 elections: 2020 voters wrote.", &["2020"]),
        ("en", wednesday, "It ran from 14/02/2023 and ended on 04/03/2023.", &["2023-02-14", "2023-03-04"]),
        ("de", wednesday, "Das Gericht wird am Montag urteilen.", &["2024-05-20"]),
        ("de", wednesday, "Das Gericht urteilte am Montag.", &["2024-05-13"]),
        ("de", wednesday, "Am Freitag um 9 Uhr brach das Feuer aus.", &["2024-05-10T09:00"]),
        (
            "de",
            wednesday,
            "Morgen beginnt die Messe, sagte sie am Morgen. Er kommt morgen.",
            &["2024-05-16", "2024-05-16"],
        ),
        ("de", wednesday, "Jeden Montag tagt der Rat. Vor zwei Jahren brannte es.", &["2022"]),
        ("de", wednesday, "2024 Soldaten marschierten. 2014 brannte es.", &["2014"]),
        ("fr", wednesday, "lundi à 14h30", &["2024-05-13T14:30"]),
        ("es", wednesday, "cada lunes, hace dos semanas", &["2024-04-29/2024-05-05"]),
        ("nl", wednesday, "Morgen begint de beurs.", &["2024-05-16"]),
        ("ru", wednesday, "две недели назад, через три дня будет", &["2024-04-29/2024-05-05", "2024-05-18"]),
    ]);
}

#[test]
fn a_perfect_looks_back_and_a_planned_day_ahead() {
    let wednesday = "2024-05-15";
    check(&[
        ("de", wednesday, "Sechs Menschen sind am Dienstag gestorben.", &["2024-05-14"]),
        ("de", wednesday, "Zwei Männer sind am Dienstag in Kassel festgenommen worden.", &["2024-05-14"]),
        ("de", wednesday, "Der Zug ist am Dienstag entgleist, die Strecke ist gesperrt.", &["2024-05-14"]),
        ("de", wednesday, "Das Treffen ist am Dienstag geplant.", &["2024-05-21"]),
        ("de", wednesday, "Die Ämter sind am Dienstag geschlossen.", &["2024-05-21"]),
        ("de", wednesday, "Die Wahl ist am Sonntag in Gent.", &["2024-05-19"]),
        ("nl", wednesday, "Zes mensen zijn dinsdag overleden.", &["2024-05-14"]),
        ("nl", wednesday, "Zes mensen zijn op dinsdag overleden.", &["2024-05-14"]),
        ("nl", wednesday, "De verkiezing is op zondag.", &["2024-05-19"]),
        ("fr", wednesday, "Six personnes sont mortes mardi.", &["2024-05-14"]),
        ("es", wednesday, "Seis personas han muerto el martes.", &["2024-05-14"]),
        ("es", wednesday, "El partido es el sábado.", &["2024-05-18"]),
        ("it", wednesday, "Sei persone sono morte martedì.", &["2024-05-14"]),
        ("pt", wednesday, "O prazo termina na sexta-feira.", &["2024-05-17"]),
        ("ru", wednesday, "Во вторник скончались шесть человек.", &["2024-05-14"]),
        ("ru", wednesday, "Суд рассмотрит дело в четверг.", &["2024-05-16"]),
        ("ru", wednesday, "Переговоры начнутся в августе, сообщил он.", &["2024-08"]),
        ("ru", wednesday, "Ремонт, который продолжается, завершат к октябрю.", &["2024-10"]),
        ("ru", wednesday, "Дорогу, которая ведёт к морю, закрыли в октябре.", &["2023-10"]),
    ]);
}

proptest! {
    #[test]
    fn any_text_has_ordered_spans(
        text in "\\PC{0,120}|([0-9]{1,4}|[.,/: -]|January |of |Monday|may |ago|days |last |month|year|\\n){0,40}",
        language in prop::sample::select(vec!["en", "de", "fr", "es", "it", "nl", "pt", "ru", "zh"]),
        published in "[0-9]{4}-[01][0-9]-[0-3][0-9]",
    ) {
        let span = Span::new(0, text.len());
        let found = find_dates(&text, span, Some(language), Some(&published), &Context::default()).unwrap();
        let mut from = 0;
        for date in found {
            prop_assert!(date.span.start >= from && !date.span.of(&text).is_empty());
            from = date.span.end;
        }
    }
}

#[test]
fn weekends_and_holidays() {
    // A Wednesday.
    let day = "2023-05-17";
    check(&[
        ("en", day, "Over the weekend the mill burned.", &["2023-05-13/2023-05-14"]),
        ("en", day, "It burned last weekend.", &["2023-05-13/2023-05-14"]),
        ("en", day, "The fair will last until the weekend.", &["2023-05-20/2023-05-21"]),
        ("en", day, "The fair will open this weekend.", &["2023-05-20/2023-05-21"]),
        ("en", day, "They went on a weekend trip and worked every weekend.", &[]),
        ("de", day, "Am Wochenende brannte die Mühle.", &["2023-05-13/2023-05-14"]),
        ("de", day, "Am kommenden Wochenende wird gewählt.", &["2023-05-20/2023-05-21"]),
        ("en", day, "The club opened on New Year's Eve.", &["2022-12-31"]),
        ("de", day, "An Heiligabend 2021 war das Haus leer.", &["2021-12-24"]),
        ("de", day, "Silvester Lund kam.", &[]),
    ]);
}

#[test]
fn a_range_has_one_year() {
    check(&[
        ("en", "2023-05-17", "It ran between March and May 2021.", &["2021-03-01/2021-05-31"]),
        ("en", "2023-05-17", "It ran from November to March 2021.", &["2020-11-01/2021-03-31"]),
        ("de", "2023-05-17", "Es lief von März bis Mai 2021.", &["2021-03-01/2021-05-31"]),
    ]);
}

#[test]
fn what_is_fixed_lies_ahead() {
    check(&[
        ("en", "2023-05-17", "The vote is on Friday.", &["2023-05-19"]),
        ("en", "2023-05-17", "The vote was on Friday.", &["2023-05-12"]),
        ("de", "2023-05-17", "Die Wahl ist am Freitag.", &["2023-05-19"]),
    ]);
}

#[test]
fn what_is_to_happen_lies_ahead() {
    let day = "2025-03-12";
    check(&[
        ("en", day, "The plant is to close in December.", &["2025-12"]),
        ("en", day, "The plant is set to close in December, the owner said.", &["2025-12"]),
        ("en", day, "Two lines are likely to open in September.", &["2025-09"]),
        ("en", day, "The plant is closing in December.", &["2025-12"]),
        ("en", day, "It will close by September and cut 300 jobs.", &["2025-09"]),
        ("en", day, "It closed in September and will cut 300 jobs.", &["2024-09"]),
        ("en", day, "Nobody is allowed to enter the hall that burned in December.", &["2024-12"]),
        ("en", day, "Police are investigating a fire in December.", &["2024-12"]),
    ]);
}

#[test]
fn future_forms_look_ahead() {
    let day = "2026-03-14";
    check(&[
        ("fr", day, "Les trains circuleront à nouveau mercredi, a déclaré la police.", &["2026-03-18"]),
        ("fr", day, "La police a fermé le pont mercredi.", &["2026-03-11"]),
        ("fr", day, "Nous aurons une réponse mercredi.", &["2026-03-18"]),
        ("fr", day, "Le pont est fermé d'ici mercredi.", &["2026-03-18"]),
        ("es", day, "El alcalde dijo que el puente abrirá el miércoles.", &["2026-03-18"]),
        ("pt", day, "A ponte reabrirá na quarta-feira, disse a autarca.", &["2026-03-18"]),
        ("it", day, "Il ponte riaprirà mercoledì, ha detto il sindaco.", &["2026-03-18"]),
        ("de", day, "Der Bürgermeister sagte, die Brücke öffne wieder am Mittwoch.", &["2026-03-18"]),
    ]);
}

#[test]
fn dutch_verbs_in_the_present_look_ahead() {
    check(&[
        ("nl", "2026-03-13", "De brug, die woensdag weer opengaat, is hersteld.", &["2026-03-18"]),
        ("nl", "2026-03-13", "De zitting begint maandag.", &["2026-03-16"]),
        ("nl", "2026-03-13", "De brug ging woensdag weer open.", &["2026-03-11"]),
        ("nl", "2026-03-13", "Woensdag zei Berg dat het plan klaar was.", &["2026-03-11"]),
    ]);
}

#[test]
fn weeks_after_a_weekday_and_months_that_are_no_verbs() {
    let wednesday = "2026-11-25";
    check(&[
        ("en", wednesday, "It would open on Monday week.", &["2026-12-07"]),
        ("en", wednesday, "It closes on Tuesday fortnight", &["2026-12-15"]),
        ("en", wednesday, "The hearing is a week on Monday", &["2026-12-07"]),
        ("en", wednesday, "The hearing was on Monday", &["2026-11-23"]),
        ("en", wednesday, "a Monday week-long strike had begun", &["2026-11-23"]),
        ("en", wednesday, "The dam leaked in May and in June.", &["2026-05", "2026-06"]),
        ("en", wednesday, "They may meet in June.", &["2027-06"]),
    ]);
}

#[test]
fn what_takes_place_on_a_day_is_to_come() {
    check(&[
        ("fr", "2026-11-25", "Le match a lieu vendredi.", &["2026-11-27"]),
        ("fr", "2026-11-25", "Le match a eu lieu vendredi.", &["2026-11-20"]),
        ("it", "2026-11-25", "La partita si gioca sabato.", &["2026-11-28"]),
        ("it", "2026-11-25", "La partita si è giocata sabato.", &["2026-11-21"]),
        ("es", "2026-11-25", "El partido se juega el sábado.", &["2026-11-28"]),
        ("es", "2026-11-25", "El partido se jugó el sábado.", &["2026-11-21"]),
        ("pt", "2026-11-25", "O concerto realiza-se no sábado.", &["2026-11-28"]),
        ("pt", "2026-11-25", "O concerto realizou-se no sábado.", &["2026-11-21"]),
    ]);
}

#[test]
fn what_is_said_of_a_month_looks_where_its_own_clause_looks() {
    let march = "2025-03-10";
    check(&[
        ("fr", march, "Une enquête rendra ses conclusions d'ici fin mai, a promis le maire.", &["2025-05"]),
        ("fr", march, "La commission remettra son rapport en mai, a dit le maire.", &["2025-05"]),
        ("de", march, "Der Bericht kommt im Mai, so der Minister.", &["2025-05"]),
        ("en", march, "The report comes out in May, the minister said.", &["2025-05"]),
        ("en", march, "The dam leaked in May, the minister said.", &["2024-05"]),
        ("en", march, "Exports in November", &["2024-11"]),
        ("en", "2024-05-14", "Reyes urged the members to strike on 10 June.", &["2024-06-10"]),
        ("en", "2024-05-14", "Reyes demanded an answer by 10 June.", &["2024-06-10"]),
        ("en", "2024-05-14", "Reyes was asked to leave on Monday.", &["2024-05-13"]),
    ]);
}

#[test]
fn since_looks_back_and_onward_ahead() {
    check(&[
        ("de", "2026-07-14", "Die Brücke wird seit Mai saniert.", &["2026-05"]),
        ("de", "2026-07-14", "Sie soll seit dem 3. Juni marode sein.", &["2026-06-03"]),
        ("nl", "2026-07-14", "De brug wordt sinds mei hersteld.", &["2026-05"]),
        ("fr", "2026-07-14", "Le pont sera réparé depuis mai.", &["2026-05"]),
        ("fr", "2026-07-14", "a annoncé la fermeture du pont à partir de lundi", &["2026-07-20"]),
        ("fr", "2026-07-14", "Le pont a été fermé à partir de lundi.", &["2026-07-13"]),
        ("es", "2026-07-14", "anunció el cierre del puente a partir del lunes", &["2026-07-20"]),
        ("it", "2026-07-14", "ha annunciato la chiusura del ponte a partire da lunedì", &["2026-07-20"]),
        ("pt", "2026-07-14", "anunciou o fechamento da ponte a partir de segunda-feira", &["2026-07-20"]),
    ]);
}
