//! The tags: Universal Dependencies' parts of speech, and the form of verbs and nouns.

/// A part of speech, as [Universal Dependencies](https://universaldependencies.org/u/pos/) defines it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Pos {
    /// Adjective.
    Adj,
    /// Adposition.
    Adp,
    /// Adverb.
    Adv,
    /// Auxiliary, the copula and modals among them.
    Aux,
    /// Coordinating conjunction.
    Cconj,
    /// Determiner.
    Det,
    /// Interjection.
    Intj,
    /// Noun.
    Noun,
    /// Numeral.
    Num,
    /// Particle: the "to" of infinitives, "not".
    Part,
    /// Pronoun.
    Pron,
    /// Proper noun.
    Propn,
    /// Punctuation.
    Punct,
    /// Subordinating conjunction.
    Sconj,
    /// Symbol.
    Sym,
    /// Verb.
    Verb,
    /// None of these: foreign words, addresses.
    X,
}

impl Pos {
    /// All tags in alphabetical order.
    pub const ALL: [Self; 17] = [
        Self::Adj,
        Self::Adp,
        Self::Adv,
        Self::Aux,
        Self::Cconj,
        Self::Det,
        Self::Intj,
        Self::Noun,
        Self::Num,
        Self::Part,
        Self::Pron,
        Self::Propn,
        Self::Punct,
        Self::Sconj,
        Self::Sym,
        Self::Verb,
        Self::X,
    ];

    /// The tag in treebanks: "ADJ".
    pub const fn name(self) -> &'static str {
        match self {
            Self::Adj => "ADJ",
            Self::Adp => "ADP",
            Self::Adv => "ADV",
            Self::Aux => "AUX",
            Self::Cconj => "CCONJ",
            Self::Det => "DET",
            Self::Intj => "INTJ",
            Self::Noun => "NOUN",
            Self::Num => "NUM",
            Self::Part => "PART",
            Self::Pron => "PRON",
            Self::Propn => "PROPN",
            Self::Punct => "PUNCT",
            Self::Sconj => "SCONJ",
            Self::Sym => "SYM",
            Self::Verb => "VERB",
            Self::X => "X",
        }
    }

    /// The tag of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pos| pos.name() == name)
    }
}

/// Which form of its word a token is; [`Form::Base`] for everything that is neither noun nor verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Form {
    /// Infinitive or imperative; the only form of other parts of speech.
    Base,
    /// Finite, past tense.
    Past,
    /// Finite, present tense.
    Present,
    /// Modal: may, would, must.
    Modal,
    /// The -ing form.
    Gerund,
    /// Past participle.
    Participle,
    /// Plural noun.
    Plural,
}

/// A part of speech with the form of the word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Tag {
    /// Part of speech.
    pub pos: Pos,
    /// Form.
    pub form: Form,
}

impl Tag {
    /// What the tagger tells apart, in the order of its weights.
    pub(super) const CLASSES: [Self; 27] = [
        Self::base(Pos::Adj),
        Self::base(Pos::Adp),
        Self::base(Pos::Adv),
        Self::base(Pos::Cconj),
        Self::base(Pos::Det),
        Self::base(Pos::Intj),
        Self::base(Pos::Noun),
        Self { pos: Pos::Noun, form: Form::Plural },
        Self::base(Pos::Num),
        Self::base(Pos::Part),
        Self::base(Pos::Pron),
        Self::base(Pos::Propn),
        Self::base(Pos::Sconj),
        Self::base(Pos::Sym),
        Self::base(Pos::X),
        Self::base(Pos::Punct),
        Self::base(Pos::Verb),
        Self { pos: Pos::Verb, form: Form::Past },
        Self { pos: Pos::Verb, form: Form::Present },
        Self { pos: Pos::Verb, form: Form::Gerund },
        Self { pos: Pos::Verb, form: Form::Participle },
        Self::base(Pos::Aux),
        Self { pos: Pos::Aux, form: Form::Past },
        Self { pos: Pos::Aux, form: Form::Present },
        Self { pos: Pos::Aux, form: Form::Modal },
        Self { pos: Pos::Aux, form: Form::Gerund },
        Self { pos: Pos::Aux, form: Form::Participle },
    ];

    /// The tag of a word that has no forms.
    pub const fn base(pos: Pos) -> Self {
        Self { pos, form: Form::Base }
    }

    /// From the two columns of an English treebank: the universal and the Penn tag.
    pub fn from_treebank(upos: &str, xpos: &str) -> Option<Self> {
        let pos = Pos::from_name(upos)?;
        let form = match (pos, xpos) {
            (Pos::Noun, "NNS") => Form::Plural,
            (Pos::Verb | Pos::Aux, "VBD") => Form::Past,
            (Pos::Verb | Pos::Aux, "VBP" | "VBZ") => Form::Present,
            (Pos::Verb | Pos::Aux, "VBG") => Form::Gerund,
            (Pos::Verb | Pos::Aux, "VBN") => Form::Participle,
            (Pos::Aux, "MD") => Form::Modal,
            _ => Form::Base,
        };
        Some(Self { pos, form })
    }

    /// Whether the word can be the finite verb of a clause.
    pub const fn is_finite(self) -> bool {
        matches!(self.form, Form::Past | Form::Present | Form::Modal)
    }

    /// The tag of that number.
    pub(crate) fn of_class(class: usize) -> Self {
        Self::CLASSES.get(class).copied().unwrap_or(Self::base(Pos::X))
    }

    /// Its number among what the tagger tells apart, below 32.
    pub(crate) fn class(self) -> usize {
        Self::CLASSES.iter().position(|class| *class == self).unwrap_or(6)
    }
}
