//! Base forms of units, so that what two outlets count compares equal, in whatever form and language it is written.
//!
//! Money is its ISO 4217 code, per cent is "percent", measures are their standard symbols: "Litern", "liter" and "litres" are
//! "l". That is what the section `[unit]` of each language's list gives. Other nouns are kept as they are written, in small
//! letters, which is a plural behind most numbers; behind a one and a hyphen English nouns are put into it: "1 soldier".

use super::pack::Pack;

/// The base form of a unit in small letters; itself where the language lists none.
pub(super) fn base(name: String, pack: &Pack) -> String {
    pack.unit.get(&name).map_or(name, str::to_owned)
}

/// The base form of an English noun that may stand in the singular: listed, or its regular plural.
pub(super) fn plural(noun: &str, pack: &Pack) -> String {
    if let Some(base) = pack.unit.get(noun) {
        return base.to_owned();
    }
    if noun.ends_with('s') && !noun.ends_with("ss") {
        return noun.to_owned();
    }
    if let Some(stem) = noun.strip_suffix("man") {
        return format!("{stem}men");
    }
    if let Some(stem) = noun.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u'])) {
        return format!("{stem}ies");
    }
    let sibilant = ["s", "x", "z", "ch", "sh"].iter().any(|ending| noun.ends_with(ending));
    format!("{noun}{}", if sibilant { "es" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::super::find_quantities;
    use crate::{Context, Span};

    #[track_caller]
    fn first(language: &str, text: &str) -> Option<(f64, Option<String>)> {
        let span = Span::new(0, text.len());
        let found = find_quantities(text, span, Some(language), &Context::default()).expect("small enough");
        found.first().map(|quantity| (quantity.value, quantity.unit.clone()))
    }

    #[test]
    fn hours_that_last_are_counted() {
        for (language, text) in [
            ("fr", "Le feu a été éteint en 72 heures."),
            ("es", "El fuego duró 72 horas."),
            ("pt", "O incêndio foi extinto em 72 horas."),
            ("it", "L'incendio è stato domato in 72 ore."),
            ("nl", "De brand was na 72 uur uit."),
            ("ru", "Пожар потушили за 72 часа."),
        ] {
            assert_eq!(first(language, text), Some((72.0, Some("h".to_owned()))), "{text}");
        }
        assert_eq!(first("fr", "Le feu a pris vers 18 heures."), None);
        assert_eq!(first("es", "Empezó a las 20 horas."), None);
    }

    #[test]
    fn a_measure_behind_another_noun_is_a_thing() {
        assert_eq!(first("en", "They bought 31,000 smart water meters."), Some((31_000.0, Some("meters".to_owned()))));
        assert_eq!(first("en", "They dug 40 more meters."), Some((40.0, Some("m".to_owned()))));
        assert_eq!(first("en", "They dug 40 square meters."), Some((40.0, Some("m²".to_owned()))));
    }

    #[test]
    fn what_is_counted_has_one_form() {
        assert_eq!(first("de", "Nach 14 Tagen kam Regen."), Some((14.0, Some("tage".to_owned()))));
        assert_eq!(first("fr", "Trois autres suspects ont fui."), Some((3.0, Some("suspects".to_owned()))));
        assert_eq!(first("fr", "Ils ont dépensé 300 millions pour rien."), Some((3e8, None)));
    }
}
