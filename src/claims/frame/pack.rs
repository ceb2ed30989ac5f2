//! The words that decide on clauses, polarity and modality, a file a language.

use super::lexicon::language_pack;

language_pack! {
    /// One language's words; see the remarks in `data/en.txt`. Without a file everything is affirmed and asserted.
    sections {
        negator = "negator",
        negative_noun = "negative noun",
        negative_verb = "negative verb",
        not_negative = "not negative",
        possible = "possible",
        conditional = "conditional",
        required = "required",
        coordinator = "coordinator",
        subordinator = "subordinator",
        clausal = "clausal",
        aside = "aside",
        relative = "relative",
        intransitive = "intransitive",
        past = "past",
        copula = "copula",
        not_with_copula = "not with copula",
        negative_subject = "negative subject",
        raising = "raising",
        doubt = "doubt",
        content_noun = "content noun",
        inversion = "inversion",
        denial = "denial",
        separable = "separable",
        exclusion = "exclusion",
        act_phrase = "act phrase",
        not_confirmed = "not confirmed",
        refusing = "refusing",
        saying = "saying",
        said_anyway = "said anyway",
        may_say = "may say",
        comment = "comment",
        nothing = "nothing",
        about = "about",
        finding = "finding",
        withdrawn = "withdrawn",
        formerly = "formerly",
        own_text = "own text",
        corrects = "corrects",
        citing = "citing",
        intended = "intended",
        sign = "sign",
        falsity = "falsity",
        complementiser = "complementiser",
        function = "function",
        pronoun = "pronoun",
        negating_particle = "negating particle",
        behind_particle = "behind particle",
        addressing = "addressing",
    }
    flags {
        /// Whether clauses and roles are found, which takes the tagger.
        english = |code| code == "en",
    }
}
