//! The small words of French, Spanish, Portuguese, Dutch, Italian and Russian that tell sources apart, and endings of nouns that
//! nobody is called by.

pub(crate) const SINGULAR: &[&str] = &[
    "le", "la", "l'", "el", "lo", "il", "o", "a", "de", "het", "cet", "cette", "ce", "ese", "este", "esta", "esa",
    "quel", "quella", "questo", "questa", "al", "del", "do", "da", "dello", "della", "dell'", "du", "ao", "à",
];
pub(crate) const PLURAL: &[&str] = &[
    "les",
    "los",
    "las",
    "os",
    "as",
    "i",
    "gli",
    "plusieurs",
    "varios",
    "varias",
    "vários",
    "várias",
    "alcuni",
    "alcune",
    "diversi",
    "enkele",
    "meerdere",
    "dei",
    "des",
    "algunos",
    "algunas",
    "alguns",
    "algumas",
    "dos",
    "das",
    "degli",
    "delle",
    "certains",
    "certaines",
];
pub(crate) const INDEFINITE: &[&str] =
    &["un", "une", "una", "uno", "um", "uma", "een", "un'", "otro", "otra", "outro", "outra", "autre", "altro"];
pub(crate) const OWNED: &[&str] = &[
    "son", "sa", "ses", "leur", "leurs", "su", "sus", "seu", "sua", "seus", "suas", "suo", "suoi", "sue", "zijn",
    "haar", "hun", "mi", "mio", "mia", "mon", "ma", "meu", "minha", "mijn",
];
/// Articles that are no part of a speaker.
pub(crate) const LEFT_OUT: &[&str] = &[
    "le", "la", "les", "l'", "el", "los", "las", "il", "lo", "gli", "i", "o", "a", "os", "as", "het", "un", "une",
    "una", "uno", "um", "uma", "een", "un'", "des", "dei", "degli", "delle", "unos", "unas", "uns", "umas",
];
/// Articles before the name of a body.
pub(crate) const NAMING: &[&str] = &[
    "le", "la", "les", "l'", "el", "los", "las", "il", "lo", "gli", "o", "a", "os", "as", "het", "del", "della",
    "dell'", "du", "do", "da", "al", "alla", "nel", "nella", "na", "no", "pelo", "pela", "dal", "dalla", "au",
];
/// What binds an owner or a complement to the head before it.
pub(crate) const OF: &[&str] = &[
    "de", "du", "des", "d'", "del", "do", "da", "dos", "das", "di", "della", "dell'", "dei", "degli", "delle", "dello",
    "van", "von", "à", "au", "aux", "al", "alla", "em", "en", "in", "voor", "pour", "para", "per", "chez", "в", "на",
    "из", "по", "от", "met", "uit",
];

/// Endings of nouns for bodies and other things that no person is called by: "opposition", "autorité".
const ABSTRACT: &[(&str, &[&str])] = &[
    ("en", &["ment", "tion", "sion", "ity", "ence", "ance", "ship", "hood", "ness", "ism", "dom", "ing", "cy"]),
    ("fr", &["tion", "sion", "ité", "iété", "auté", "erie", "ance", "ence", "isme", "ture"]),
    ("es", &["ción", "sión", "dad", "tad", "encia", "ancia", "ura", "ismo", "miento"]),
    ("pt", &["ção", "são", "dade", "ência", "ância", "ura", "ismo", "mento"]),
    ("it", &["zione", "sione", "ità", "enza", "anza", "ura", "ismo", "mento"]),
    ("nl", &["heid", "schap", "teit", "tie", "isme", "pij"]),
    ("ru", &["ция", "ство", "ость", "ение", "ание"]),
];

/// Endings of nouns of the feminine gender, where an elided article tells none: "l'association".
const FEMININE: &[(&str, &[&str])] = &[
    ("fr", &["tion", "sion", "ité", "auté", "erie", "ance", "ence", "ture", "ie", "ette", "ise"]),
    ("it", &["zione", "sione", "ità", "enza", "anza", "ura", "enda", "esa", "ia"]),
];

/// "The same" before a noun: it takes up whoever is called so, as an article does.
const SAME: &[&str] = &[
    "stesso",
    "stessa",
    "mismo",
    "misma",
    "même",
    "mesmo",
    "mesma",
    "dezelfde",
    "hetzelfde",
    "derselbe",
    "dieselbe",
    "dasselbe",
    "desselben",
    "derselben",
    "demselben",
];

/// Whether a word says that somebody is the one before.
pub(crate) fn is_same(word: &str) -> bool {
    SAME.contains(&word)
}

/// Whether a Dutch noun is one for a woman: "woordvoerster", but not "minister" and "burgemeester".
pub(crate) fn is_dutch_woman(noun: &str) -> bool {
    let other = ["minister", "meester", "magister", "register", "venster"].iter().any(|end| noun.ends_with(end));
    noun.len() > 6 && (noun.ends_with("ster") && !other || noun.ends_with("trice"))
}

/// Whether the ending of a noun says that it is feminine.
pub(crate) fn is_feminine(language: &str, word: &str) -> bool {
    let endings = FEMININE.iter().find(|(code, _)| *code == language).map_or(&[][..], |(_, endings)| endings);
    endings.iter().any(|end| word.len() > end.len() + 2 && word.ends_with(end))
}

/// Whether the ending of a noun says that it is nobody.
pub(crate) fn is_abstract(language: &str, word: &str) -> bool {
    let endings = ABSTRACT.iter().find(|(code, _)| *code == language).map_or(&[][..], |(_, endings)| endings);
    endings.iter().any(|end| word.len() > end.len() + 2 && word.ends_with(end))
}

/// The sex that the endings of a name give: Russian family names and patronymics, first names in -a and -o of the south.
pub(crate) fn endings_sex(language: &str, first: &str, last: &str) -> i32 {
    let (first, last) = (first.to_lowercase(), last.to_lowercase());
    let ends = |word: &str, endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    match language {
        "ru" if ends(&last, &["ова", "ева", "ёва", "ина", "ская", "цкая", "вна", "чна"]) => 2,
        // "Паула Деверин": a first name of a woman before a family name that does not bend; men in -а are in the lists.
        "ru" if ends(&last, &["ин", "ен", "ан", "он", "ер", "ль", "рт"]) && ends(&first, &["а", "я"]) => {
            2
        }
        "ru" if ends(&last, &["ов", "ев", "ёв", "ин", "ский", "цкий", "вич", "ьич"]) => -2,
        "es" | "pt" | "it" if first.ends_with('a') => 1,
        "es" | "pt" | "it" if first.ends_with('o') => -1,
        _ => 0,
    }
}

/// English kinds of bodies besides the public ones that stand in the names of those that are one.
pub(crate) const NAMED: &[&str] = &["bank", "club", "charity", "fund", "trust", "team"];

/// Nouns whose gender tells no one's sex: "la victime" may be a man, and is nobody whom the text has named without that word.
const EITHER: &[&str] = &[
    "victime", "défense", "personne", "víctima", "defensa", "persona", "vittima", "difesa", "vítima", "defesa",
    "pessoa",
];

/// Whether a noun says by its gender nothing about who is meant.
pub(crate) fn is_either(word: &str) -> bool {
    EITHER.contains(&word)
}
