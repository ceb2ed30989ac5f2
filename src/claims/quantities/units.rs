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
