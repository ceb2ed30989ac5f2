//! What claim extraction yields. Spans are bytes of the given text.

use crate::text::Span;

/// Declares an enum whose variants have a name in tables.
macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// All values, in the order of their declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name in tables.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// The value of that name.
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($text => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

named! {
    /// How words are reported.
    Kind {
        /// All of the content stands in quotation marks.
        Direct = "direct",
        /// Part of it does.
        Mixed = "mixed",
        /// None of it does.
        Indirect = "indirect",
        /// The outlet's own words; claims only.
        Narrator = "narrator",
    }
}

named! {
    /// What the speaker does by saying it.
    Act {
        /// States.
        Say = "say",
        /// Denies, rejects.
        Deny = "deny",
        /// Demands, urges, calls for.
        Demand = "demand",
        /// Promises, pledges, vows.
        Promise = "promise",
        /// Warns, threatens.
        Warn = "warn",
        /// Accuses, blames, criticises.
        Accuse = "accuse",
        /// Asks.
        Ask = "ask",
        /// Believes, fears, hopes.
        Believe = "believe",
        /// Plans, intends.
        Plan = "plan",
    }
}

impl Act {
    /// As a verb of who speaks: "denies".
    pub const fn verb(self) -> &'static str {
        match self {
            Self::Say => "says",
            Self::Deny => "denies",
            Self::Demand => "demands",
            Self::Promise => "promises",
            Self::Warn => "warns",
            Self::Accuse => "accuses",
            Self::Ask => "asks",
            Self::Believe => "believes",
            Self::Plan => "plans",
        }
    }
}

named! {
    /// What kind of source speaks.
    SpeakerType {
        /// A named person.
        Person = "person",
        /// A company, party, ministry, newspaper.
        Organisation = "organisation",
        /// People as a group: "residents", "critics".
        Group = "group",
        /// A place that stands for its government: "Moscow".
        Place = "place",
        /// A report, a letter, a law.
        Document = "document",
        /// Somebody not named: "a spokesman", "officials".
        Unnamed = "unnamed",
    }
}

named! {
    /// Whether what is claimed is claimed to be so or not so.
    Polarity {
        /// It is so.
        Affirmed = "affirmed",
        /// It is not so.
        Negated = "negated",
    }
}

named! {
    /// How firmly it is claimed.
    Modality {
        /// As a fact.
        Asserted = "asserted",
        /// As possible: may, could, likely.
        Possible = "possible",
        /// Under a condition: if, unless, would.
        Conditional = "conditional",
        /// As necessary: must, should, need to.
        Required = "required",
    }
}

named! {
    /// How a quantity is bounded.
    Comparator {
        /// Just so.
        Equal = "=",
        /// About.
        About = "~",
        /// More than.
        More = ">",
        /// Less than.
        Less = "<",
        /// At least.
        AtLeast = ">=",
        /// At most.
        AtMost = "<=",
    }
}

named! {
    /// How precise a date is.
    Precision {
        /// A year.
        Year = "year",
        /// A month.
        Month = "month",
        /// A day.
        Day = "day",
        /// A time of day.
        Minute = "minute",
        /// Monday to Sunday; the value is an interval, as of all that follow.
        Week = "week",
        /// Three months of a year.
        Quarter = "quarter",
        /// Half a year.
        Half = "half",
        /// Three calendar months, those of the northern hemisphere.
        Season = "season",
        /// Ten years.
        Decade = "decade",
    }
}

/// A number with what it counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// The value; the lower end of a range.
    pub value: f64,
    /// The upper end of a range.
    pub upper: Option<f64>,
    /// What is counted, as a base form: "USD", "percent", "km", "troops"; see `claims::find_quantities`.
    pub unit: Option<String>,
    /// How it is bounded.
    pub comparator: Comparator,
    /// Its words, with comparator and unit.
    pub span: Span,
}

/// A date with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateMention {
    /// ISO 8601, as precise as `precision`: "2022", "2022-01", "2022-01-12", "2022-01-12T21:26".
    pub value: String,
    /// How precise it is.
    pub precision: Precision,
    /// Its words.
    pub span: Span,
}

/// A passage in which somebody says something.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribution {
    /// What is said: one span, or several where the cue breaks it.
    pub spans: Vec<Span>,
    /// How it is reported.
    pub kind: Kind,
    /// The words that name the source at this place.
    pub source_span: Option<Span>,
    /// The reporting words.
    pub cue_span: Option<Span>,
    /// The fullest name that the document gives for the source.
    pub speaker: Option<String>,
    /// Joins the same speaker across documents: folded family name and what else is needed; see `claims::speakers`.
    pub speaker_key: Option<String>,
    /// What kind of source it is.
    pub speaker_type: Option<SpeakerType>,
    /// The outlet or agency it is quoted from: "as quoted by The Guardian".
    pub via: Option<String>,
    /// Position, in the same document, of the attribution that this one stands in.
    pub parent: Option<usize>,
    /// What the speaker does by it.
    pub act: Act,
}

/// One clause or sentence that asserts one thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// Position of its attribution in the document's list; `None` for the narrator's own.
    pub attribution: Option<usize>,
    /// Its words.
    pub spans: Vec<Span>,
    /// The sentence it stands in (the first one, where it stands in several).
    pub sentence: Span,
    /// How it is reported.
    pub kind: Kind,
    /// What is done by saying it; [`Act::Say`] for the narrator.
    pub act: Act,
    /// Affirmed or negated.
    pub polarity: Polarity,
    /// Asserted, possible, conditional or required.
    pub modality: Modality,
    /// Subject of the main clause.
    pub subject: Option<Span>,
    /// Its verb group.
    pub predicate: Option<Span>,
    /// Its object or complement.
    pub object: Option<Span>,
    /// Numbers.
    pub quantities: Vec<Quantity>,
    /// Dates.
    pub dates: Vec<DateMention>,
    /// BCP 47.
    pub language: Option<&'static str>,
    /// How much it is worth checking, in [0, 1].
    pub checkworthiness: f64,
}
