//! Small words by what they do in a clause: what joins clauses, stands for nobody, leads to a place.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::vocabulary::entries;

const GRAMMAR: &str = include_str!("../data/grammar.txt");

/// What a small word does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// Stands between clauses: "and".
    Joins,
    /// Tells until when, behind a negated word: "will not open before May" and "will open in May" are one.
    Until,
    /// Tells since when: "not inspected since May" and "last inspected in May" are one.
    Since,
    /// A verb that turns round what follows without a negation: "keep the fuel from spreading".
    Averts,
    /// Negates a thing beside a verb that may be negated itself: "without".
    Without,
    /// Stands for nobody or nothing behind the verb that it turns round: "hurt nobody". Where their language has a second
    /// negation before the verb ("no ha detenido a nadie"), that one does it.
    Object,
    /// Goes with a verb to come, so that a pronoun before it is its subject: "nobody was hurt".
    Auxiliary,
    /// Makes a noun of the word behind it, and no verb: "in the crash nobody died".
    Determiner,
    /// With it, a negation says that there is more, or how much there is: "not only", "nicht nur", "no more than".
    Only,
    /// With it, a negation says that there are some besides: "nobody else", "no other passengers".
    Besides,
    /// Who does not do it has negated nothing: "did not say when the talks would begin".
    Says,
    /// Goes with French "ne" and makes it a negation; "que" makes it "only".
    WithNe,
    /// What follows "to" behind it has not been done: "failed to agree", "has yet to agree".
    Fails,
    /// Who has none of it will not do what follows "to": "no plans to agree".
    Intends,
    /// Stands for no person at all.
    Nobody,
    /// The same behind another negation: "not arrested anyone", "no ha detenido a nadie".
    Anybody,
    /// Stands before that of which there is none: "no", "any".
    NoneOf,
    /// Leads to a place or a person; the same word before two names gives them the same role.
    Leads,
    /// Leads to who does what a passive tells.
    By,
    /// Stands before the place of an event.
    Place,
    /// Is written in capitals and names nobody: "CEO".
    NoName,
    /// Makes another verb of a verb: "lay off". `training/related.py` reads these, too.
    Particle,
    /// A form of "to be", behind which a particle may be all that is said: "the strike is over".
    Be,
    /// Begins a condition: "if the pumps fail".
    Supposes,
    /// Tells of what is to come: "will".
    Future,
    /// Tells of what ought to be: "must".
    Ought,
    /// Stands before a verb in the perfect: "has resigned".
    Perfect,
    /// Who does not do it leaves open what depends on it: "no knowledge of a leak".
    Holds,
    /// Who is not asked to do something may do it or not: "not asked to resign".
    Asks,
    /// Tells that something is gone or was taken away, as a negation of it does: "power was cut", "without power".
    Lacks,
    /// Stands before "if" where it begins none: "asked if the pumps fail", "as if they had failed".
    Wonders,
    /// Stands between the two: "the strike is now over".
    Still,
    /// Stands behind a predicate that is complete: "the pumps were off during the night", "the toll was 40 on Sunday".
    Behind,
    /// The stem of a verb that two do to each other, so that it tells nothing which of them comes first: "met".
    Mutual,
    /// Tells that one is for something.
    For,
    /// Tells that one is against it.
    Against,
    /// Tells that something comes before something else.
    Earlier,
    /// Tells that it comes after it.
    Later,
    /// Tells that something was so by then: "reported already in February".
    Already,
    /// Tells something of all of a kind: "every".
    All,
    /// Counts without a figure: "several".
    Several,
    /// Tells of what may be and need not: "could".
    Able,
    /// Stands between a word and what it is told of: "intends to", "intention of".
    Complement,
    /// Tells that a thing was done.
    Does,
    /// Tells that it was left out.
    Omits,
    /// Means anybody of those of whom something is told: "people", "on board".
    Persons,
    /// Tells something of both of a kind: "both".
    Both,
    /// Tells that something was done before it was too late: "in time".
    Timely,
    /// Tells that there is more of a thing, or that it is more often so.
    More,
    /// Tells that there is less of it.
    Fewer,
    /// Stands before the last day of a stretch: "by 30 June".
    NoLater,
    /// Tells which one in a row: "second".
    Ordinal,
    /// Stands between an amount and the stretch of time for which it is told: "2 million euros a day".
    Per,
    /// Such a stretch: "day".
    Period,
    /// Behind a stretch of time tells that it has gone by: "a year ago".
    Ago,
    /// Tells that what it is told of passes to whom "to" leads to: "the prize went to".
    Passes,
    /// Stands between the two numbers of a result: "seven votes to four".
    Tallies,
    /// Stands before where something begins: "from seven to four".
    From,
    /// Tells that others are counted, too: "among those killed", "including three children".
    Among,
    /// The subject of what people say of themselves, to each other or of anybody: "we", "you", "whoever".
    Spoken,
    /// Tells that a whole stretch of land is meant: "across", "nationwide".
    Throughout,
    /// Behind a number, tells that it counts some of those who were named: "seven of them".
    OfThem,
    /// Says what a thing is like: "like a mail-order firm", "as though".
    Likens,
}

/// The names of the roles in the file.
const ROLES: [(&str, Role); 63] = [
    ("tallies", Role::Tallies),
    ("from", Role::From),
    ("joins", Role::Joins),
    ("until", Role::Until),
    ("since", Role::Since),
    ("averts", Role::Averts),
    ("without", Role::Without),
    ("object", Role::Object),
    ("auxiliary", Role::Auxiliary),
    ("determiner", Role::Determiner),
    ("only", Role::Only),
    ("besides", Role::Besides),
    ("says", Role::Says),
    ("with_ne", Role::WithNe),
    ("fails", Role::Fails),
    ("intends", Role::Intends),
    ("nobody", Role::Nobody),
    ("anybody", Role::Anybody),
    ("none_of", Role::NoneOf),
    ("leads", Role::Leads),
    ("by", Role::By),
    ("place", Role::Place),
    ("no_name", Role::NoName),
    ("particle", Role::Particle),
    ("be", Role::Be),
    ("supposes", Role::Supposes),
    ("wonders", Role::Wonders),
    ("future", Role::Future),
    ("ought", Role::Ought),
    ("perfect", Role::Perfect),
    ("holds", Role::Holds),
    ("asks", Role::Asks),
    ("lacks", Role::Lacks),
    ("still", Role::Still),
    ("behind", Role::Behind),
    ("mutual", Role::Mutual),
    ("for", Role::For),
    ("against", Role::Against),
    ("earlier", Role::Earlier),
    ("later", Role::Later),
    ("already", Role::Already),
    ("all", Role::All),
    ("several", Role::Several),
    ("able", Role::Able),
    ("complement", Role::Complement),
    ("does", Role::Does),
    ("omits", Role::Omits),
    ("persons", Role::Persons),
    ("both", Role::Both),
    ("timely", Role::Timely),
    ("more", Role::More),
    ("fewer", Role::Fewer),
    ("no_later", Role::NoLater),
    ("ordinal", Role::Ordinal),
    ("per", Role::Per),
    ("period", Role::Period),
    ("ago", Role::Ago),
    ("passes", Role::Passes),
    ("among", Role::Among),
    ("spoken", Role::Spoken),
    ("throughout", Role::Throughout),
    ("of_them", Role::OfThem),
    ("likens", Role::Likens),
];

impl Role {
    const fn bit(self) -> u64 {
        1 << self as u64
    }

    /// Whether a word in lower case does this.
    pub fn has(self, word: &str) -> bool {
        words().get(word).is_some_and(|roles| roles & self.bit() != 0)
    }
}

/// The roles of each word, a bit each.
fn words() -> &'static HashMap<String, u64> {
    static WORDS: OnceLock<HashMap<String, u64>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut all: HashMap<String, u64> = HashMap::new();
        for (head, words) in entries(GRAMMAR) {
            let name = head.split(' ').next().unwrap_or(head);
            let Some((_, role)) = ROLES.iter().find(|(known, _)| *known == name) else { continue };
            for word in words.split_whitespace() {
                *all.entry(word.replace('_', " ")).or_default() |= role.bit();
            }
        }
        all
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_has_a_role_and_every_role_a_line() {
        let names: Vec<&str> = entries(GRAMMAR).filter_map(|(head, _)| head.split(' ').next()).collect();
        assert!(names.iter().all(|name| ROLES.iter().any(|(known, _)| known == name)), "{names:?}");
        for (name, role) in ROLES {
            assert!(names.contains(&name) && words().values().any(|roles| roles & role.bit() != 0), "{name}");
        }
    }

    #[test]
    fn a_word_has_the_roles_that_its_lines_tell() {
        assert!(Role::Nobody.has("no one") && Role::Nobody.has("niemand") && !Role::Nobody.has("one"));
        assert!(Role::Leads.has("in") && Role::Place.has("in") && Role::Particle.has("in") && !Role::By.has("in"));
    }
}
