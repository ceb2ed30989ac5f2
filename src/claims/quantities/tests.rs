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

fn check(cases: &[(&str, &str, &[&str])]) {
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
fn english() {
    check(&[
        ("en", "an offensive that could involve around 1,75,000 soldiers.", &["~175000 soldiers"]),
        ("en", "still more than 100,000 Russian troops deployed there", &[">100000 troops"]),
        ("en", "all 30 NATO allies sat down with Russia", &["=30 allies"]),
        ("en", "NATO’s 30 countries wanted to talk", &["=30 countries"]),
        ("en", "a package worth $1.2bn for the region", &["=1200000000 USD"]),
        ("en", "It cost US$ 3.5 million, he said", &["=3500000 USD"]),
        ("en", "a fine of £250,000 and €3m in costs", &["=250000 GBP", "=3000000 EUR"]),
        ("en", "between 5 and 7 per cent of voters", &["=5..7 %"]),
        ("en", "growth of 5-7% is likely", &["=5..7 %"]),
        ("en", "from 5% to 7% last year", &["=5 %", "=7 %"]),
        ("en", "some $5-7 billion in aid", &["~5000000000..7000000000 USD"]),
        ("en", "A third of voters stayed at home", &["=0.333 voters"]),
        ("en", "two-thirds of the members agreed", &["=0.667 members"]),
        ("en", "One in five children is poor", &["=0.2 children"]),
        ("en", "nine out of ten doctors", &["=0.9 doctors"]),
        ("en", "Half of the houses were destroyed", &["=0.5 houses"]),
        ("en", "half a million people fled", &["=500000 people"]),
        ("en", "dozens of protesters were held", &[">12 protesters"]),
        ("en", "Tens of thousands of people marched", &[">10000 people"]),
        ("en", "two hundred and fifty thousand tonnes of grain", &["=250000 tonnes"]),
        ("en", "twenty-five people were injured", &["=25 people"]),
        ("en", "at least 12 civilians were killed and 30 others wounded", &[">=12 civilians", "=30 others"]),
        ("en", "no fewer than three ministers resigned", &[">=3 ministers"]),
        ("en", "up to 600 jobs could go", &["<=600 jobs"]),
        ("en", "less than 2 percent", &["<2 %"]),
        ("en", "the four hours of talks", &["=4 hours"]),
        ("en", "unemployment fell by 0.3 percentage points to 4.1%", &["=0.3 percentage points", "=4.1 %"]),
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
        ("en", "As the office put it: more than 70 percent", &[">70 %"]),
        ("en", "(up to 300 guests)", &["<=300 guests"]),
        ("en", "“Under 5,000 votes” were counted", &["<5000 votes"]),
        ("de", "Am Montag, mindestens 40 Prozent", &[">=40 %"]),
        ("de", "Es schneite. Rund 900 Euro fehlen.", &["~900 EUR"]),
        ("fr", "Dimanche, au moins 40 % des voix", &[">=40 %"]),
        ("es", "El lunes, al menos 40 % de los votos", &[">=40 %"]),
        ("ru", "Вчера, около 40 % голосов", &["~40 %"]),
    ]);
}

#[test]
fn units_of_two_outlets_compare_equal() {
    for (expected, cases) in [
        (
            "litres",
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
            "tonnes",
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
        (
            "people",
            &[
                ("en", "9 persons were held"),
                ("en", "one person was held"),
                ("de", "neun Menschen kamen"),
                ("de", "9 weitere Personen"),
                ("es", "9 personas"),
                ("fr", "9 personnes"),
                ("ru", "9 человек"),
            ],
        ),
        (
            "square kilometres",
            &[("en", "70 square kilometers burned"), ("en", "70 km² burned"), ("de", "70 Quadratkilometer")],
        ),
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
        ("%", &[("en", "8 percent"), ("de", "8 Prozent"), ("ru", "8 процентов"), ("nl", "8 procent")]),
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
        ("de", "rund 1.234,5 Tonnen", &["~1234.5 tonnes"]),
        ("de", "€3 Mio. für den Ausbau, 5 Mrd. Euro insgesamt", &["=3000000 EUR", "=5000000000 EUR"]),
        ("de", "ein Drittel der Wähler", &["=0.333 wähler"]),
        ("de", "fünfundzwanzig Prozent", &["=25 %"]),
        ("de", "zweihunderttausend Menschen", &["=200000 people"]),
        ("de", "zwischen 5 und 7 Prozent", &["=5..7 %"]),
        ("de", "jeder siebte, also sieben von zehn Befragten", &["=0.7 befragten"]),
        ("de", "mindestens 1,5 Millionen Euro", &[">=1500000 EUR"]),
        ("fr", "plus de 100 000 soldats russes", &[">100000 soldats"]),
        ("fr", "environ 3,5 millions d’euros", &["~3500000 EUR"]),
        ("fr", "quatre-vingt-dix-sept personnes", &["=97 people"]),
        ("fr", "près de 40 % des électeurs", &["~40 %"]),
        ("fr", "entre 5 et 7 pour cent", &["=5..7 %"]),
        ("es", "más de 100.000 soldados rusos", &[">100000 soldados"]),
        ("es", "treinta y cinco millones de euros", &["=35000000 EUR"]),
        ("es", "unos 12.500 millones de dólares", &["~12500000000 USD"]),
        ("pt", "cerca de R$ 1,5 bilhão em obras", &["~1500000000 BRL"]),
        ("pt", "pelo menos 12 pessoas", &[">=12 people"]),
        ("it", "oltre 100mila soldati", &[">100000 soldati"]),
        ("it", "circa 2,3 miliardi di euro", &["~2300000000 EUR"]),
        ("nl", "meer dan 100.000 militairen", &[">100000 militairen"]),
        ("nl", "vijfentwintig procent", &["=25 %"]),
        ("ru", "более 100 тысяч российских солдат", &[">100000 солдат"]),
        ("ru", "около 3,5 млрд рублей", &["~3500000000 RUB"]),
        ("", "1.234.567 и 50 % $300", &["=1234567", "=50 %", "=300 USD"]),
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
