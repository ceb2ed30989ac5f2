//! Month names in the languages of the pages that come in; add a line for another language.

use std::collections::HashMap;
use std::sync::OnceLock;

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

/// As [`MONTHS`], a line a language, of names that are written in full.
const FULL: &[&str] = &[
    // Greek
    "ιανουαρίου|ιανουάριος|ιανουαριου|ιαν φεβρουαρίου|φεβρουάριος|φεβρουαριου|φεβ μαρτίου|μάρτιος|μαρτιου|μαρ \
     απριλίου|απρίλιος|απριλιου|απρ μαΐου|μαϊου|μαΐος|μάιος|μαιου|μαΐ ιουνίου|ιούνιος|ιουνιου|ιουν \
     ιουλίου|ιούλιος|ιουλιου|ιουλ αυγούστου|αύγουστος|αυγουστου|αυγ σεπτεμβρίου|σεπτέμβριος|σεπτεμβριου|σεπ \
     οκτωβρίου|οκτώβριος|οκτωβριου|οκτ νοεμβρίου|νοέμβριος|νοεμβριου|νοε δεκεμβρίου|δεκέμβριος|δεκεμβριου|δεκ",
    // Hindi
    "जनवरी फरवरी|फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर|सितम्बर अक्टूबर|अक्तूबर नवंबर|नवम्बर दिसंबर|दिसम्बर",
    // Bengali
    "জানুয়ারি|জানুয়ারী|জানুয়ারি ফেব্রুয়ারি|ফেব্রুয়ারী|ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট|আগষ্ট সেপ্টেম্বর অক্টোবর \
     নভেম্বর ডিসেম্বর",
    // Czech
    "ledna|leden února|únor března|březen dubna|duben května|květen června|červen července|červenec srpna|srpen září \
     října|říjen listopadu prosince|prosinec",
    // Slovak
    "januára|január februára|február marca apríla|apríl mája|máj júna|jún júla|júl augusta|august septembra októbra|október \
     novembra decembra",
    // Hungarian
    "január februára|február március április május június július augusztus szeptember október november december",
    // Finnish
    "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta \
     joulukuuta",
    // Estonian
    "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
    // Thai
    "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม",
    // Hebrew
    "בינואר|ינואר בפברואר|פברואר במרץ|מרץ|במרס|מרס באפריל|אפריל במאי|מאי ביוני|יוני ביולי|יולי באוגוסט|אוגוסט בספטמבר|ספטמבר \
     באוקטובר|אוקטובר בנובמבר|נובמבר בדצמבר|דצמבר",
    // Persian, of the Gregorian calendar
    "ژانویه فوریه مارس آوریل مه|می ژوئن ژوئیه|جولای اوت|آگوست سپتامبر اکتبر نوامبر دسامبر",
    // Romanian
    "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    // Bulgarian
    "януари февруари март април май юни юли август септември октомври ноември декември",
    // Serbian
    "januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra",
];

/// The number of a month's name.
pub(crate) fn month(word: &str) -> Option<u32> {
    static NAMES: OnceLock<HashMap<&'static str, u32>> = OnceLock::new();
    // The longest name has ten letters of three bytes.
    if word.len() > 48 {
        return None;
    }
    NAMES.get_or_init(names).get(word.to_lowercase().as_str()).copied()
}

/// Full names of all languages first, then abbreviations: "mar" is March, but "mart" is not "martes".
fn names() -> HashMap<&'static str, u32> {
    let all = || {
        MONTHS
            .iter()
            .flat_map(|year| (1..).zip(year))
            .flat_map(|(number, names)| names.split('|').map(move |name| (name, number)))
    };
    let full = FULL.iter().flat_map(|year| (1..).zip(year.split_whitespace()));
    let full = full.flat_map(|(number, names)| names.split('|').map(move |name| (name, number)));
    let mut found = HashMap::new();
    for (name, number) in all().chain(full) {
        found.entry(name).or_insert(number);
    }
    for (name, number) in all().filter(|(name, _)| name.is_ascii()) {
        for short in (3..=4).filter_map(|letters| name.get(..letters)) {
            found.entry(short).or_insert(number);
        }
    }
    found
}
