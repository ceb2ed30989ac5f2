//! Language packs: the reporting words of a language and how its attributions are built.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::claims::attribution::lexicon::Lexicon;
use crate::learn::form::fold_hash;

/// What the room knows of one language; the format stands in `data/de.txt`.
#[derive(Debug)]
pub(crate) struct Pack {
    /// Primary language subtag.
    pub code: &'static str,
    /// Reporting words.
    pub lexicon: Lexicon,
    /// Words that open a reported clause: "dass", "que".
    pub complementisers: Vec<&'static str>,
    /// What stands before a source, as words: "laut", "de acuerdo con".
    pub according: Vec<Vec<&'static str>>,
    /// What stands after it: "zufolge".
    pub after: Vec<&'static str>,
    /// What joins a source to what stands before it: ", so der Minister".
    pub tails: Vec<&'static str>,
    /// Verbs between a source and its participle.
    pub auxiliaries: Vec<&'static str>,
    /// Words at which a source after its cue ends.
    pub stops: Vec<&'static str>,
    /// What means "according to" before a name or a pronoun alone: "pour elle".
    pub weak: Vec<&'static str>,
    /// Phrases of "according to" that hold their source.
    pub inside: Vec<Holding>,
    /// What stands before a reporting verb and its source in "as the mayor said".
    pub likewise: Vec<Vec<&'static str>>,
    /// Verbs of "from the report it follows that", and what stands before the source there.
    pub shown: Vec<&'static str>,
    pub origins: Vec<&'static str>,
    /// What stands for the sentence before at the head of one that names its source: "об этом", "así lo".
    pub resumed: Vec<Vec<&'static str>>,
    /// Nouns that tell when or where something was said, not who said it: "Montag", "interview".
    pub times: Vec<&'static str>,
    /// Months among them.
    pub months: Vec<&'static str>,
    /// Stretches of time: "Woche".
    pub periods: Vec<&'static str>,
    /// What sets one who speaks against another: "mientras que", "aber".
    pub contrasts: Vec<Vec<&'static str>>,
    /// Auxiliaries of what was before: "había".
    pub earlier: Vec<&'static str>,
    /// Finite auxiliaries that are no other word: "hanno".
    pub finite: Vec<&'static str>,
    /// Forms of "have" that stand with a participle; without them participles are not looked at.
    pub have: Vec<&'static str>,
    /// Forms of "be" that do.
    pub be: Vec<&'static str>,
    /// Words that open a clause which is no reported one: "cuando".
    pub subordinators: Vec<&'static str>,
    /// Endings of participles.
    pub participles: Vec<&'static str>,
    /// Words that end so and are none.
    pub not_participles: Vec<&'static str>,
    /// Endings of finite verbs that no noun has.
    pub past: Vec<&'static str>,
    /// How nouns for who holds an office end: "superintendente".
    pub holders: Vec<&'static str>,
    /// What stands before an infinitive that says what for.
    pub purposes: Vec<&'static str>,
    /// Verbs before it that tell that it was done, as stems: "aproveitou para anunciar".
    pub occasions: Vec<&'static str>,
    /// What an adjective of "opposed to", "in favour of" goes on with.
    pub complements: Vec<&'static str>,
    /// Words that no finite verb follows.
    pub governing: Vec<&'static str>,
    /// Phrases with a reporting verb that reports nothing: "cuenta con".
    pub idioms: Vec<Vec<&'static str>>,
    /// Cues of several words, by the hash of their first: "dio a conocer", "дал понять".
    pub wordings: HashMap<u64, Vec<Vec<&'static str>>>,
    /// Verbs, as stems, that say what they are for or of behind a preposition: "plaider", "pour" and "contre".
    pub toward: Vec<(&'static str, Vec<&'static str>)>,
    /// Verbs that report with one of these words behind them alone: "gaf ... toe", "liet ... weten".
    pub needs: Vec<(&'static str, Vec<&'static str>)>,
    /// Participles that close a clause behind their object: "heeft vrijspraak geëist".
    pub perfects: Vec<&'static str>,
    /// Writings and talks in which something is said: "comunicado".
    pub written: Vec<&'static str>,
    /// Verbs of admitting, as stems, for which one noun is enough: "признал вину".
    pub admissions: Vec<&'static str>,
    /// Whom one plays for: "сборную".
    pub teams: Vec<&'static str>,
    /// Verbs of blows that are words only with somebody or some thought as their object: "attacked the plan".
    pub blows: Vec<&'static str>,
    /// What words are aimed at: "plan".
    pub thoughts: Vec<&'static str>,
    /// Verbs of seeing, whose object does something.
    pub sees: Vec<&'static str>,
    /// Participles of what things are for, or called: "aimed".
    pub meant: Vec<&'static str>,
    /// What is done with works that have titles: "screened".
    pub works: Vec<&'static str>,
    /// Verbs of deeds, which report with a clause alone: "sold".
    pub deeds: Vec<&'static str>,
    /// What courts do to somebody: "cleared" of a charge.
    pub verdicts: Vec<&'static str>,
    /// What somebody is found: "guilty".
    pub findings: Vec<&'static str>,
    /// What is denied to somebody: "bail"; and as untrue: "claims".
    pub grants: Vec<&'static str>,
    pub charges: Vec<&'static str>,
    /// What a vote or a court rejects: "bill".
    pub motions: Vec<&'static str>,
    /// What somebody is named: "successor".
    pub posts: Vec<&'static str>,
    /// Participles that speak of their noun before "to", "of" or "as": who believes, speaks of himself in no such way.
    pub supposed: Vec<&'static str>,
    /// Participles before a name: "called".
    pub called: Vec<&'static str>,
    /// What is reported of somebody who is gone: "missing".
    pub gone: Vec<&'static str>,
    /// Gerunds that take a noun, not a clause: "demanding".
    pub of_nouns: Vec<&'static str>,
    /// Who listens, where people are told something officially: "inquest".
    pub listeners: Vec<&'static str>,
    /// What shows that something else is the case: "documents".
    pub evidence: Vec<&'static str>,
    /// Verbs of how much there is, which tell how it went: "rose".
    pub changed: Vec<&'static str>,
    /// What the text turns with against what somebody says: "aber"; and what takes that up to deny it: "ce que".
    pub turns: Vec<&'static str>,
    pub taken: Vec<Vec<&'static str>>,
    /// Verbs that deny with "se" and "de": "se défend de toute fraude".
    pub disowning: Vec<&'static str>,
    /// Past forms that no ending tells; words that end as verbs do and are none; words with which no subject begins.
    pub strong: Vec<&'static str>,
    pub not_verbs: Vec<&'static str>,
    pub no_subjects: Vec<&'static str>,
    /// Verbs by which somebody's words are passed on: "quoted".
    pub passing: Vec<&'static str>,
    /// What takes up words to deny them: "a claim she denies".
    pub disowned: Vec<&'static str>,
    /// Words that open a clause before the main one: "when".
    pub opening: Vec<&'static str>,
    /// Verbs with an object and what it is called: "branded".
    pub naming: Vec<&'static str>,
    /// Claims that exist without whoever has to do with them: "allegations"; and what those do with them: "faces".
    pub allegations: Vec<&'static str>,
    pub facing: Vec<&'static str>,
    /// Verbs that stand last in a headline, behind who says all of it.
    pub last: Vec<&'static str>,
    /// Verbs whose object is whom it is told, as stems: "informer".
    pub tellings: Vec<&'static str>,
    /// Verbs of "called on the people to stay", as stems.
    pub callings: Vec<&'static str>,
    /// Verbs of "declared himself opposed to the plan", as stems.
    pub avowals: Vec<&'static str>,
    /// Reporting verbs that people use of themselves, as stems: "se plaindre".
    pub reflexives: Vec<&'static str>,
    /// Nouns that something is done by and nobody says: "selon les critères".
    pub measures: Vec<&'static str>,
    /// Articles and possessives that begin a source.
    pub articles: Vec<&'static str>,
    /// Conjunctions that join a second cue to the first.
    pub conjunctions: Vec<&'static str>,
    /// Relative pronouns.
    pub relatives: Vec<&'static str>,
    /// Words that open a reported question and belong to it.
    pub questions: Vec<&'static str>,
    /// Nouns of "in their opinion".
    pub own: Vec<&'static str>,
    /// Finite verbs in the mood of reported speech.
    pub subjunctives: Vec<&'static str>,
    /// Those that report only where reported speech goes on.
    pub irreals: Vec<&'static str>,
    /// Those that are indicative and subjunctive alike.
    pub alike: Vec<&'static str>,
    /// Reporting verbs whose mere object is what is said ("announced the closure"), as stems.
    pub objects: Vec<&'static str>,
    /// What leads such an object.
    pub prepositions: Vec<&'static str>,
    /// Small words between a quotation and its cue ("así", "s'"); separable parts of German verbs.
    pub particles: Vec<&'static str>,
    /// Particles and their verbs: German ones that report with it alone, "wirft ... vor", Dutch ones whose object ends at it.
    pub separable: Vec<(&'static str, &'static str)>,
    /// Nouns that a reported clause goes on with.
    pub nominals: Vec<&'static str>,
    /// Bodies and papers that speak before the colon of a headline, and words for people that stand there as labels.
    pub headline: Vec<&'static str>,
    pub labels: Vec<&'static str>,
    /// What stands between a verb and its subject.
    pub adverbs: Vec<&'static str>,
}

/// A phrase that holds its source: "à son avis".
#[derive(Debug)]
pub(crate) struct Holding {
    pub words: Vec<&'static str>,
    /// Which of them is the source; in the file a star stands before it.
    pub source: Option<usize>,
}

impl Holding {
    fn read(words: Vec<&'static str>) -> Self {
        let source = words.iter().position(|word| word.starts_with('*'));
        Self { words: words.into_iter().map(|word| word.trim_start_matches('*')).collect(), source }
    }
}

/// Packs by primary language subtag; `en` has a trained tagger beside.
const FILES: &[(&str, &str)] = &[
    ("en", include_str!("data/en.txt")),
    ("de", include_str!("data/de.txt")),
    ("fr", include_str!("data/fr.txt")),
    ("es", include_str!("data/es.txt")),
    ("pt", include_str!("data/pt.txt")),
    ("nl", include_str!("data/nl.txt")),
    ("it", include_str!("data/it.txt")),
    ("ru", include_str!("data/ru.txt")),
];

impl Pack {
    fn read(code: &'static str, data: &'static str) -> Self {
        let values = |key: &'static str| {
            let lines = data.lines().filter(|line| !line.starts_with('#'));
            lines.filter_map(move |line| line.split_once(':').filter(|(head, _)| *head == key)).map(|(_, words)| words)
        };
        let words = |key: &'static str| values(key).flat_map(str::split_whitespace).collect::<Vec<_>>();
        let phrases = |key: &'static str| {
            let phrases =
                values(key).flat_map(|line| line.split('|')).map(|phrase| phrase.split_whitespace().collect());
            let mut phrases: Vec<Vec<&str>> = phrases.collect();
            // The longest first: "nach angaben der" before "nach angaben".
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
            phrases
        };
        Self {
            code,
            lexicon: Lexicon::parse(data, code == "en"),
            complementisers: words("complementiser"),
            according: contracted(code, phrases("according")),
            after: words("after"),
            tails: words("tail"),
            auxiliaries: words("auxiliary"),
            stops: words("stop"),
            weak: words("weak"),
            inside: phrases("inside").into_iter().map(Holding::read).collect(),
            likewise: phrases("likewise"),
            shown: words("shown"),
            origins: words("origin"),
            resumed: phrases("resumed"),
            times: words("time"),
            months: words("month"),
            periods: words("period"),
            contrasts: phrases("contrast"),
            earlier: words("earlier"),
            finite: words("finite"),
            have: words("have"),
            be: words("be"),
            subordinators: words("subordinator"),
            participles: words("participle"),
            not_participles: words("not-participle"),
            past: words("past"),
            holders: words("holder"),
            purposes: words("purpose"),
            occasions: words("occasion"),
            complements: words("complement"),
            governing: words("governing"),
            idioms: phrases("idiom"),
            wordings: wordings(values("wording")),
            toward: paired(&words("toward")),
            needs: paired(&words("needs")),
            perfects: words("perfect"),
            written: words("written"),
            admissions: words("admission"),
            teams: words("team"),
            blows: words("blow"),
            thoughts: words("thought"),
            sees: words("sees"),
            meant: words("meant"),
            works: words("work"),
            deeds: words("deed"),
            verdicts: words("verdict"),
            findings: words("finding"),
            grants: words("grant"),
            charges: words("charge"),
            motions: words("motion"),
            posts: words("post"),
            supposed: words("supposed"),
            called: words("called"),
            gone: words("gone"),
            of_nouns: words("of-nouns"),
            listeners: words("listener"),
            evidence: words("evidence"),
            changed: words("changed"),
            turns: words("turn"),
            taken: phrases("taken"),
            disowning: words("disowning"),
            strong: words("strong"),
            not_verbs: words("not-verb"),
            no_subjects: words("no-subject"),
            passing: words("passing"),
            disowned: words("disowned"),
            opening: words("opening"),
            naming: words("naming"),
            allegations: words("allegation"),
            facing: words("facing"),
            last: words("last"),
            tellings: words("telling"),
            callings: words("calling"),
            avowals: words("avowal"),
            reflexives: words("reflexive"),
            measures: words("measure"),
            articles: words("article"),
            conjunctions: words("conjunction"),
            relatives: words("relative"),
            questions: words("question"),
            own: words("own"),
            subjunctives: words("subjunctive"),
            irreals: words("irreal"),
            alike: words("alike"),
            objects: words("object"),
            prepositions: words("preposition"),
            particles: words("particle"),
            separable: words("separable").into_iter().filter_map(|pair| pair.split_once('/')).collect(),
            nominals: words("nominal"),
            headline: words("headline"),
            labels: words("label"),
            adverbs: words("adverb"),
        }
    }
}

/// Phrases parted by bars, by the hash of their first word, for which slashes may give several forms.
fn wordings(lines: impl Iterator<Item = &'static str>) -> HashMap<u64, Vec<Vec<&'static str>>> {
    let mut all: HashMap<u64, Vec<Vec<&'static str>>> = HashMap::new();
    for phrase in lines.flat_map(|line| line.split('|')) {
        let words: Vec<&'static str> = phrase.split_whitespace().collect();
        let Some((forms, rest)) = words.split_first() else { continue };
        for form in forms.split('/') {
            let whole = [&[form], rest].concat();
            all.entry(fold_hash(form)).or_default().push(whole);
        }
    }
    all
}

/// "plaid/pour+contre": a verb and what may stand behind it.
fn paired(words: &[&'static str]) -> Vec<(&'static str, Vec<&'static str>)> {
    let pairs = words.iter().filter_map(|pair| pair.split_once('/'));
    pairs.map(|(verb, behind)| (verb, behind.split('+').collect())).collect()
}

/// The phrases, and those that end in "of" once more with the forms that it takes before an article.
fn contracted(code: &str, phrases: Vec<Vec<&'static str>>) -> Vec<Vec<&'static str>> {
    let (of, forms): (&str, &[&'static str]) = match code {
        "fr" => ("de", &["du", "des", "d'"]),
        "es" => ("de", &["del"]),
        "pt" => ("de", &["do", "da", "dos", "das"]),
        "it" => ("di", &["del", "della", "dell'", "dei", "degli", "delle", "dello"]),
        _ => return phrases,
    };
    let ends = |phrase: &&Vec<&'static str>| phrase.len() > 1 && phrase.last() == Some(&of);
    let more: Vec<_> = phrases
        .iter()
        .filter(ends)
        .flat_map(|phrase| {
            forms.iter().map(move |form| phrase[..phrase.len() - 1].iter().copied().chain([*form]).collect::<Vec<_>>())
        })
        .collect();
    let mut all: Vec<_> = phrases.into_iter().chain(more).collect();
    all.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
    all
}

/// The pack of a BCP 47 code, by its primary subtag.
pub(crate) fn pack(language: &str) -> Option<&'static Pack> {
    static PACKS: OnceLock<Vec<Pack>> = OnceLock::new();
    let packs = PACKS.get_or_init(|| FILES.iter().map(|(code, data)| Pack::read(code, data)).collect());
    let primary = language.split(['-', '_']).next().unwrap_or(language);
    packs.iter().find(|pack| pack.code.eq_ignore_ascii_case(primary))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packs_are_found_by_primary_subtag() {
        assert_eq!(pack("pt-BR").map(|pack| pack.code), Some("pt"));
        assert!(pack("xx").is_none());
    }

    #[test]
    fn every_pack_has_what_the_rules_need() {
        for (code, _) in FILES.iter().filter(|(code, _)| *code != "en") {
            let pack = pack(code).unwrap();
            assert!(!pack.complementisers.is_empty() && !pack.according.is_empty() && !pack.stops.is_empty(), "{code}");
        }
    }
}
