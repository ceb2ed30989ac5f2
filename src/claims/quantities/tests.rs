use proptest::prelude::*;

use super::*;

/// Each quantity as "comparator value[..upper] [unit]".
fn read(language: &str, text: &str) -> Vec<String> {
    let language = (!language.is_empty()).then_some(language);
    let found = find_quantities(text, Span::new(0, text.len()), language, &Context::default()).unwrap();
    let show = |quantity: &Quantity| {
        let upper = quantity.upper.map_or(String::new(), |upper| format!("..{upper}"));
        let unit = quantity.unit.as_ref().map_or(String::new(), |unit| format!(" {unit}"));
        let value = (quantity.value * 1000.0).round() / 1000.0;
        format!("{}{value}{upper}{unit}", quantity.comparator.name())
    };
    found.iter().map(show).collect()
}

pub(super) fn check(cases: &[(&str, &str, &[&str])]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(language, text, expected)| {
            let got = read(language, text);
            (got != *expected).then(|| format!("{language}: {text}\n    expected {expected:?}\n    got      {got:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn where_a_change_led_is_no_bound() {
    check(&[
        ("es", "La deuda bajó un 4 %, hasta 90 millones.", &["=4 percent", "=90000000"]),
        ("es", "El premio puede llegar hasta 90 millones.", &["<=90000000"]),
        ("es", "Se esperan hasta 40 barcos.", &["<=40 barcos"]),
    ]);
}

#[test]
fn english() {
    check(&[
        ("en", "an offensive that could involve around 1,75,000 soldiers.", &["~175000 soldiers"]),
        ("en", "still more than 100,000 Russian troops deployed there", &[">100000 troops"]),
        ("en", "all 30 NATO allies sat down with Russia", &["=30 allies"]),
        ("en", "NATO’s 30 countries wanted to talk", &["=30 countries"]),
        ("en", "a package worth $1.2bn for the region", &["=1200000000 USD"]),
        ("en", "It cost US$ 3.5 million, he said", &["=3500000 USD"]),
        ("en", "a fine of £250,000 and €3m in costs", &["=250000 GBP", "=3000000 EUR"]),
        ("en", "between 5 and 7 per cent of voters", &["=5..7 percent"]),
        ("en", "growth of 5-7% is likely", &["=5..7 percent"]),
        ("en", "from 5% to 7% last year", &["=5 percent", "=7 percent"]),
        ("en", "some $5-7 billion in aid", &["~5000000000..7000000000 USD"]),
        ("en", "A third of voters stayed at home", &["=0.333"]),
        ("en", "two-thirds of the members agreed", &["=0.667"]),
        ("en", "One in five children is poor", &["=0.2"]),
        ("en", "nine out of ten doctors", &["=0.9"]),
        ("en", "Half of the houses were destroyed", &["=0.5"]),
        ("en", "half a million people fled", &["=500000 people"]),
        ("en", "dozens of protesters were held", &["~12 protesters"]),
        ("en", "Tens of thousands of people marched", &["~10000 people"]),
        ("en", "two hundred and fifty thousand tonnes of grain", &["=250000 t"]),
        ("en", "twenty-five people were injured", &["=25 people"]),
        ("en", "at least 12 civilians were killed and 30 others wounded", &[">=12 civilians", "=30 others"]),
        ("en", "no fewer than three ministers resigned", &[">=3 ministers"]),
        ("en", "up to 600 jobs could go", &["<=600 jobs"]),
        ("en", "less than 2 percent", &["<2 percent"]),
        ("en", "the four hours of talks", &["=4 h"]),
        ("en", "unemployment fell by 0.3 percentage points to 4.1%", &["=0.3 percentage points", "=4.1 percent"]),
        ("en", "a 15-year sentence", &["=15 years"]),
        ("en", "100 or more vehicles", &[">=100 vehicles"]),
        ("en", "3.5 million Ukrainians have left", &["=3500000 ukrainians"]),
        ("en", "10 to 15 ships were seen", &["=10..15 ships"]),
        ("en", "One soldier was killed", &["=1 soldiers"]),
    ]);
}

#[test]
fn bounds_are_found_whatever_stands_before_them() {
    check(&[
        ("en", "On Sunday, at least 40 boats sank.", &[">=40 boats"]),
        ("en", "Snow fell. Some 900 schools were closed.", &["~900 schools"]),
        ("en", "As the office put it: more than 70 percent", &[">70 percent"]),
        ("en", "(up to 300 guests)", &["<=300 guests"]),
        ("en", "“Under 5,000 votes” were counted", &["<5000 votes"]),
        ("de", "Am Montag, mindestens 40 Prozent", &[">=40 percent"]),
        ("de", "Es schneite. Rund 900 Euro fehlen.", &["~900 EUR"]),
        ("fr", "Dimanche, au moins 40 % des voix", &[">=40 percent"]),
        ("es", "El lunes, al menos 40 % de los votos", &[">=40 percent"]),
        ("ru", "Вчера, около 40 % голосов", &["~40 percent"]),
    ]);
}

#[test]
fn units_of_two_outlets_compare_equal() {
    for (expected, cases) in [
        (
            "l",
            &[
                ("en", "two million litres of beer"),
                ("en", "2 million liters spilled"),
                ("en", "a 2-liter bottle"),
                ("de", "mit 40 Litern Milch"),
                ("es", "40 litros de leche"),
                ("pt", "40 litros de leite"),
                ("fr", "40 litres de lait"),
                ("it", "40 litri di latte"),
                ("nl", "40 liter melk"),
                ("ru", "40 литров молока"),
            ][..],
        ),
        (
            "t",
            &[
                ("en", "one tonne of sand"),
                ("en", "9 metric tons of sand"),
                ("en", "9 t of sand"),
                ("de", "von 9 Tonnen Sand"),
                ("pt", "9 toneladas de areia"),
                ("it", "9 tonnellate di sabbia"),
                ("nl", "9 ton zand"),
                ("ru", "9 тонн песка"),
            ],
        ),
        ("people", &[("en", "9 persons were held"), ("en", "one person was held")]),
        ("km²", &[("en", "70 square kilometers burned"), ("en", "70 km² burned"), ("de", "70 Quadratkilometer")]),
        ("children", &[("en", "one child drowned"), ("en", "9 children drowned")]),
        ("florins", &[("en", "up to 8 million florins"), ("en", "one florin"), ("es", "8 millones de florins")]),
        (
            "EUR",
            &[
                ("en", "8 million euros"),
                ("de", "8 Millionen Euro"),
                ("it", "8 milioni di euro"),
                ("nl", "8 miljoen euro"),
            ],
        ),
        ("percent", &[("en", "8 percent"), ("de", "8 Prozent"), ("ru", "8 процентов"), ("nl", "8 procent")]),
    ] {
        for (language, text) in cases {
            let found = find_quantities(text, Span::new(0, text.len()), Some(language), &Context::default()).unwrap();
            let units: Vec<Option<&str>> = found.iter().map(|quantity| quantity.unit.as_deref()).collect();
            assert_eq!(units, [Some(expected)], "{language}: {text}");
        }
    }
}

#[test]
fn what_only_looks_like_a_quantity() {
    check(&[
        ("en", "Since 2019 there has not been a meeting of the council", &[]),
        ("en", "a 2008 Bucharest summit concluded", &[]),
        ("en", "Article 5 of the treaty and Resolution 1701 hold", &[]),
        ("en", "according to article 10 of the Washington Treaty of 1949", &[]),
        ("en", "on 12 January 2022 at 09:26", &[]),
        ("en", "Monday, 10, and Thursday, 13", &[]),
        ("en", "a third round of talks", &[]),
        ("en", "Prices fell by a third since 2021", &["=0.333"]),
        ("en", "He was helped by a third man", &[]),
        ("en", "After more than a third round of talks", &[]),
        ("en", "No one knows. One of them left. That one stays.", &[]),
        ("en", "F-16 jets, COVID-19 and the G7", &[]),
        ("en", "They won 3-1 on the day", &[]),
        ("en", "see https://example.org/2021/45 for more", &[]),
        ("en", "the 1990s and the 19th century", &[]),
        ("en", "some 200", &["~200"]),
        ("de", "am 12. Januar um 9 Uhr", &[]),
        ("de", "Artikel 5 des Vertrags", &[]),
    ]);
}

#[test]
fn other_languages() {
    check(&[
        ("de", "Mehr als 100.000 russische Soldaten stehen dort", &[">100000 soldaten"]),
        ("de", "rund 1.234,5 Tonnen", &["~1234.5 t"]),
        ("de", "€3 Mio. für den Ausbau, 5 Mrd. Euro insgesamt", &["=3000000 EUR", "=5000000000 EUR"]),
        ("de", "ein Drittel der Wähler", &["=0.333"]),
        ("de", "fünfundzwanzig Prozent", &["=25 percent"]),
        ("de", "zweihunderttausend Menschen", &["=200000 menschen"]),
        ("de", "zwischen 5 und 7 Prozent", &["=5..7 percent"]),
        ("de", "jeder siebte, also sieben von zehn Befragten", &["=0.143", "=0.7"]),
        ("de", "mindestens 1,5 Millionen Euro", &[">=1500000 EUR"]),
        ("fr", "plus de 100 000 soldats russes", &[">100000 soldats"]),
        ("fr", "environ 3,5 millions d’euros", &["~3500000 EUR"]),
        ("fr", "quatre-vingt-dix-sept personnes", &["=97 personnes"]),
        ("fr", "près de 40 % des électeurs", &["~40 percent"]),
        ("fr", "entre 5 et 7 pour cent", &["=5..7 percent"]),
        ("es", "más de 100.000 soldados rusos", &[">100000 soldados"]),
        ("es", "treinta y cinco millones de euros", &["=35000000 EUR"]),
        ("es", "unos 12.500 millones de dólares", &["~12500000000 USD"]),
        ("pt", "cerca de R$ 1,5 bilhão em obras", &["~1500000000 BRL"]),
        ("pt", "pelo menos 12 pessoas", &[">=12 pessoas"]),
        ("it", "oltre 100mila soldati", &[">100000 soldati"]),
        ("it", "circa 2,3 miliardi di euro", &["~2300000000 EUR"]),
        ("nl", "meer dan 100.000 militairen", &[">100000 militairen"]),
        ("nl", "vijfentwintig procent", &["=25 percent"]),
        ("ru", "более 100 тысяч российских солдат", &[">100000 солдат"]),
        ("ru", "около 3,5 млрд рублей", &["~3500000000 RUB"]),
        ("", "1.234.567 и 50 % $300", &["=1234567", "=50 percent", "=300 USD"]),
    ]);
}

#[test]
fn a_letter_behind_digits_is_a_million_before_a_plural_and_else_a_measure() {
    check(&[
        ("en", "8m people live there", &["=8000000 people"]),
        ("en", "The firm has 2.5m paying customers.", &["=2500000 customers"]),
        ("en", "It sold 3m of its cars.", &["=3000000 cars"]),
        ("en", "an 8m-strong union", &["=8000000"]),
        ("en", "He won the 100m sprint.", &["=100 m"]),
        ("en", "a wall 3m high below a roof with 2m of snow", &["=3 m", "=2 m"]),
        ("en", "The mast is 40 m tall.", &["=40 m"]),
    ]);
}

#[test]
fn measures_by_time_and_degrees() {
    check(&[
        ("en", "at 140 km/h or 90 kilometres per hour or 70 mph", &["=140 km/h", "=90 km/h", "=70 mph"]),
        ("en", "It reached 38 °C, then 41 degrees Celsius.", &["=38 °C", "=41 °C"]),
        ("de", "mit 140 Stundenkilometern bei 30 Grad", &["=140 km/h", "=30 °C"]),
        ("de", "anderthalb Stunden, 200 Liter", &["=1.5 h", "=200 l"]),
        ("fr", "à 140 kilomètres à l’heure, 30 degrés", &["=140 km/h", "=30 °C"]),
        ("es", "a 140 kilómetros por hora, 30 grados", &["=140 km/h", "=30 °C"]),
        ("pt", "a 140 quilômetros por hora, 30 graus", &["=140 km/h", "=30 °C"]),
        ("it", "a 140 chilometri orari, 30 gradi", &["=140 km/h", "=30 °C"]),
        ("nl", "met 140 kilometer per uur bij 30 graden", &["=140 km/h", "=30 °C"]),
        ("ru", "140 километров в час и 30 градусов", &["=140 km/h", "=30 °C"]),
        ("en", "half an hour later, half a litre of milk", &["=0.5 h", "=0.5 l"]),
    ]);
}

#[test]
fn ages_telephones_and_asides_count_nothing() {
    check(&[
        ("en", "a 12-year-old and a 9 month old baby", &[]),
        ("en", "The actor, 44, left. Boys aged 14 were there. She is 80 years old.", &[]),
        ("en", "Call 0800 555 0199 or +49 30 123456.", &[]),
        ("en", "a 12-year sentence", &["=12 years"]),
        ("de", "Der 19-Jährige und die 20 Jahre alte Fahrerin im Alter von 30 Jahren", &[]),
        ("es", "un hombre de 30 años de edad", &[]),
        ("nl", "een 19-jarige man", &[]),
        ("fr", "une femme âgée de 30 ans", &[]),
        ("ru", "19-летний мужчина", &[]),
    ]);
}

#[test]
fn figures_of_the_wires() {
    check(&[
        ("en", "three dozen trucks and a couple of hundred sheep", &["=36 trucks", "~200 sheep"]),
        ("en", "one and a half million voters", &["=1500000 voters"]),
        ("en", "¥300bn, C$40 and 40 euros", &["=300000000000 JPY", "=40 CAD", "=40 EUR"]),
        ("en", "3,000 sq km of forest", &["=3000 km²"]),
        ("en", "three in four parents, four out of every five firms", &["=0.75", "=0.8"]),
        ("en", "Less than half of the pupils, more than a third of teachers", &["<0.5", ">0.333"]),
        ("en", "a two-thirds majority", &["=0.667"]),
        ("en", "hundreds of millions of dollars", &["~100000000 USD"]),
        ("en", "several thousand homes and dozens more", &["~1000 homes", "~12"]),
        ("en", "The 27-nation bloc has 27 members.", &["=27 nations", "=27 members"]),
        ("en", "after 45 minutes of talks", &["=45 min"]),
        ("en", "It fell to minus 12 degrees Celsius.", &["=-12 °C"]),
        ("en", "between 30 and 40 people, 20 or 30 cars", &["=30..40 people", "=20..30 cars"]),
        ("en", "between $3 and $5 a barrel", &["=3..5 USD"]),
        ("en", "an estimated 2,400 homes", &["~2400 homes"]),
        ("en", "a 40,000-seat stadium", &["=40000 seats"]),
        ("en", "as many as 70 villages, no more than 9 days", &["<=70 villages", "<=9 days"]),
        ("en", "more than 100 of its 400 shops", &[">100 shops", "=400 shops"]),
        ("en", "well over 3,000 complaints", &[">3000 complaints"]),
        ("en", "Rs 40 lakh and 3 lakh farmers", &["=4000000 INR", "=300000 farmers"]),
        ("en", "a fine of 5,000 kronor, or 400 litres of diesel", &["=5000 kronor", "=400 l"]),
        ("en", "The hearing lasted two days; 14 hearing days are planned.", &["=2 days", "=14 days"]),
        ("en", "in World War Two and on BBC Two", &[]),
        ("en", "the iPhone 15 and Highway 61", &[]),
        ("en", "They won 2:1 and 7-6.", &[]),
        ("de", "Jeder fünfte Schüler, fast jeder zweite Lehrer", &["=0.2", "~0.5"]),
        ("de", "12,5 Prozent, 1,5 Mio. Euro, zwei Drittel", &["=12.5 percent", "=1500000 EUR", "=0.667"]),
        ("de", "Hunderte Menschen, mehr als ein Dutzend Autos", &["~100 menschen", ">12 autos"]),
        ("de", "drei bis vier Wochen und 20 bis 30 Zentimeter Schnee", &["=3..4 wochen", "=20..30 cm"]),
        ("de", "Um 20:15 Uhr und um 14.30 Uhr", &[]),
        ("de", "Mehr als die Hälfte der Befragten", &[">0.5"]),
        ("de", "Das Spiel endete 3:1.", &[]),
        ("de", "8.000 Tonnen Getreide und 200 000 Haushalte", &["=8000 t", "=200000 haushalte"]),
        ("de", "höchstens 50 Gäste, nicht mehr als 20 Minuten", &["<=50 gäste", "<=20 min"]),
    ]);
}

#[test]
fn spans_hold_comparator_and_unit() {
    let text = "He spoke of more than 100,000 Russian troops and around €3 million.";
    let found = find_quantities(text, Span::new(3, text.len()), Some("en"), &Context::default()).unwrap();
    let words: Vec<&str> = found.iter().map(|quantity| quantity.span.of(text)).collect();
    assert_eq!(words, ["more than 100,000 Russian troops", "around €3 million"]);
}

proptest! {
    #[test]
    fn any_text_has_ordered_spans(
        text in "\\PC{0,120}|([0-9]{1,4}|[.,/%$€ -]|million |a |third |one |in |between |and |more than |hundred|twenty|\\n){0,40}",
        language in prop::sample::select(vec!["en", "de", "fr", "es", "it", "nl", "pt", "ru", "zh"]),
    ) {
        let span = Span::new(0, text.len());
        let found = find_quantities(&text, span, Some(language), &Context::default()).unwrap();
        let mut from = 0;
        for quantity in found {
            prop_assert!(quantity.span.start >= from && !quantity.span.of(&text).is_empty());
            prop_assert!(quantity.value.is_finite() && quantity.upper.is_none_or(|upper| upper > quantity.value));
            from = quantity.span.end;
        }
    }
}

#[test]
fn verbs_behind_a_number_are_no_unit() {
    check(&[
        ("fr", "Sur les 40 vaches, 30 ont été vendues et 10 restent.", &["=40 vaches", "=30", "=10"]),
        ("es", "De las 40 vacas, 30 han sido vendidas.", &["=40 vacas", "=30"]),
        ("nl", "Van de 40 koeien zijn er 30 verkocht, 14 waren ziek.", &["=40 koeien", "=30 verkocht", "=14"]),
        ("it", "Delle 40 mucche, 30 sono state vendute.", &["=40 mucche", "=30"]),
        // A noun that looks like one of them stays.
        ("fr", "Il reste 30 restaurants.", &["=30 restaurants"]),
    ]);
}

#[test]
fn about_ten_and_about_thirty() {
    check(&[
        ("fr", "Une trentaine de personnes et une dizaine de policiers", &["~30 personnes", "~10 policiers"]),
        ("es", "una decena de vecinos", &["~10 vecinos"]),
        ("it", "una ventina di persone e un centinaio di auto", &["~20 persone", "~100 auto"]),
        ("nl", "een tiental bewoners", &["~10 bewoners"]),
        ("pt", "uma dezena de moradores", &["~10 moradores"]),
        ("de", "rund ein Dutzend Häuser", &["~12 häuser"]),
    ]);
}

#[test]
fn the_time_of_day_counts_nothing() {
    check(&[
        ("en", "The train left at 3.40 a.m. and came back at 5.15 p.m.", &[]),
        ("en", "The train left at 3.40am", &[]),
        ("de", "Der Zug fährt um 3.40 Uhr ab", &[]),
        ("en", "It grew by 3.40 a month", &["=3.4"]),
    ]);
}

#[test]
fn a_few_count_where_something_is_told_of_them() {
    check(&[
        ("en", "Twelve were hurt and four died", &["=12", "=4"]),
        ("en", "Police said three of them had been armed", &["=3"]),
        ("en", "The two were seen at the gate; these three had left", &[]),
        ("en", "Two said so. One was hurt", &[]),
        ("de", "Zwölf wurden verletzt, vier starben", &["=12", "=4"]),
        ("de", "Die zwei wurden gesehen", &[]),
        ("fr", "Douze ont été blessés, les deux sont partis", &["=12"]),
        ("es", "Cuatro murieron y los dos fueron detenidos", &["=4"]),
        ("pt", "Quatro morreram e os dois foram detidos", &["=4"]),
        ("it", "Quattro sono morti, i due sono stati fermati", &["=4"]),
        ("nl", "Vier werden gewond, de twee zijn weg", &["=4"]),
        ("ru", "Четыре погибли, эти три были дома", &["=4"]),
    ]);
}

#[test]
fn long_figures_and_parts_of_a_million() {
    check(&[
        ("en", "1 234 567 people voted", &["=1234567 people"]),
        ("en", "It cost $1 234 567.", &["=1234567 USD"]),
        ("en", "Call 555 123 456.", &[]),
        ("en", "three-quarters of a million people fled", &["=750000 people"]),
        ("en", "a quarter of a million pounds", &["=250000 GBP"]),
        ("en", "a quarter of a village", &["=0.25"]),
    ]);
}

#[test]
fn halves_of_millions_and_french_teens() {
    check(&[
        ("de", "Eine halbe Million Menschen marschierten", &["=500000 menschen"]),
        ("es", "medio millón de empleados", &["=500000 empleados"]),
        ("fr", "Un demi-million de personnes", &["=500000 personnes"]),
        ("it", "mezzo milione di persone", &["=500000 persone"]),
        ("de", "eine halbe Stunde", &[]),
        ("fr", "Dix-sept personnes et dix-neuf chiens", &["=17 personnes", "=19 chiens"]),
        ("de", "am Sonntag 12 Menschen", &["=12 menschen"]),
        ("de", "am Sonntag 31 Prozent", &["=31 percent"]),
        ("es", "El lunes 14 personas murieron", &["=14 personas"]),
        ("fr", "Le dimanche 12 personnes sont mortes", &["=12 personnes"]),
        ("es", "El puente abrió el lunes 10", &[]),
    ]);
}
