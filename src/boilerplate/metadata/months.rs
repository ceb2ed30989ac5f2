//! Month names in the languages of the pages that come in; add a line for another language.

/// January to December; alternatives of one month are parted by `|`. Names match in full, or as an abbreviation of at
/// least three letters that begins them.
const MONTHS: &[[&str; 12]] = &[
    // English
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september|sept",
        "october",
        "november",
        "december",
    ],
    // German
    [
        "januar|jänner",
        "februar|feber",
        "märz|maerz|mrz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "dezember",
    ],
    // French
    [
        "janvier",
        "février|fevrier",
        "mars",
        "avril|avr",
        "mai",
        "juin",
        "juillet|juil",
        "août|aout",
        "septembre",
        "octobre",
        "novembre",
        "décembre|decembre|déc",
    ],
    // Spanish
    [
        "enero|ene",
        "febrero",
        "marzo",
        "abril|abr",
        "mayo",
        "junio",
        "julio",
        "agosto|ago",
        "septiembre|setiembre",
        "octubre",
        "noviembre",
        "diciembre|dic",
    ],
    // Portuguese
    [
        "janeiro",
        "fevereiro|fev",
        "março|marco",
        "abril",
        "maio",
        "junho",
        "julho",
        "agosto",
        "setembro|set",
        "outubro|out",
        "novembro",
        "dezembro|dez",
    ],
    // Italian
    [
        "gennaio|gen",
        "febbraio",
        "marzo",
        "aprile",
        "maggio|mag",
        "giugno|giu",
        "luglio|lug",
        "agosto",
        "settembre",
        "ottobre|ott",
        "novembre",
        "dicembre",
    ],
    // Dutch
    [
        "januari",
        "februari",
        "maart|mrt",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober|okt",
        "november",
        "december",
    ],
    // Polish
    [
        "stycznia|styczeń",
        "lutego|luty",
        "marca|marzec",
        "kwietnia|kwiecień",
        "maja|maj",
        "czerwca|czerwiec",
        "lipca|lipiec",
        "sierpnia|sierpień",
        "września|wrzesień",
        "października|październik",
        "listopada|listopad",
        "grudnia|grudzień",
    ],
    // Russian
    [
        "января|январь|янв",
        "февраля|февраль|фев",
        "марта|март",
        "апреля|апрель|апр",
        "мая|май",
        "июня|июнь",
        "июля|июль",
        "августа|август|авг",
        "сентября|сентябрь|сен",
        "октября|октябрь|окт",
        "ноября|ноябрь|ноя",
        "декабря|декабрь|дек",
    ],
    // Ukrainian
    [
        "січня",
        "лютого",
        "березня",
        "квітня",
        "травня",
        "червня",
        "липня",
        "серпня",
        "вересня",
        "жовтня",
        "листопада",
        "грудня",
    ],
    // Arabic
    [
        "يناير|كانون",
        "فبراير|شباط",
        "مارس|آذار",
        "أبريل|ابريل|نيسان",
        "مايو|أيار",
        "يونيو|حزيران",
        "يوليو|تموز",
        "أغسطس|اغسطس|آب",
        "سبتمبر|أيلول",
        "أكتوبر|اكتوبر",
        "نوفمبر",
        "ديسمبر",
    ],
    // Turkish
    ["ocak", "şubat", "mart", "nisan", "mayıs", "haziran", "temmuz", "ağustos", "eylül", "ekim", "kasım", "aralık"],
    // Swedish, Danish, Norwegian
    [
        "januari|januar",
        "februari|februar",
        "mars|marts",
        "april",
        "maj|mai",
        "juni",
        "juli",
        "augusti|august",
        "september",
        "oktober",
        "november",
        "december|desember|des",
    ],
    // Indonesian
    [
        "januari",
        "februari",
        "maret",
        "april",
        "mei",
        "juni",
        "juli",
        "agustus",
        "september",
        "oktober",
        "november",
        "desember",
    ],
];

/// The number of a month's name.
pub(crate) fn month(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    let letters = word.chars().count();
    if !(3..=12).contains(&letters) && word != "آب" {
        return None;
    }
    // Full names of all languages first, then abbreviations: "mar" is March, but "mart" is not "martes".
    let find = |fits: &dyn Fn(&str) -> bool| {
        MONTHS.iter().find_map(|year| year.iter().position(|names| names.split('|').any(fits)))
    };
    let found = find(&|name| name == word)
        .or_else(|| if letters <= 4 { find(&|name| name.starts_with(word.as_str()) && name.is_ascii()) } else { None });
    found.map(|index| index as u32 + 1)
}
