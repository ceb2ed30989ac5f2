//! What cleaning yields.

use crate::text::Span;

/// What a line of scraped text, or a block of a page, is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Label {
    /// Running text of the article.
    #[default]
    Body,
    /// A heading inside the article.
    Heading,
    /// The article's title.
    Title,
    /// Who wrote it.
    Byline,
    /// When it was published or changed.
    Date,
    /// An item of a list of the article.
    List,
    /// A quotation set apart.
    Quote,
    /// A row or cell of a table.
    Table,
    /// The words under a picture.
    Caption,
    /// What a reader wrote under the article.
    Comment,
    /// Navigation, advertising, consent, related links, credits: all that is not the article.
    Boilerplate,
}

impl Label {
    /// The name in tables.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Heading => "heading",
            Self::Title => "title",
            Self::Byline => "byline",
            Self::Date => "date",
            Self::List => "list",
            Self::Quote => "quote",
            Self::Table => "table",
            Self::Caption => "caption",
            Self::Comment => "comment",
            Self::Boilerplate => "boilerplate",
        }
    }

    /// All labels.
    const ALL: [Label; 11] = [
        Self::Body,
        Self::Heading,
        Self::Title,
        Self::Byline,
        Self::Date,
        Self::List,
        Self::Quote,
        Self::Table,
        Self::Caption,
        Self::Comment,
        Self::Boilerplate,
    ];

    /// The label of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|label| label.name() == name)
    }

    /// Whether lines of this label belong to the article's running text.
    pub const fn is_content(self) -> bool {
        matches!(self, Self::Body | Self::Heading | Self::List | Self::Quote | Self::Table)
    }
}

/// One block of an extracted page; its span is in bytes of [`Article::text`].
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Block {
    /// Where it stands in the article's text.
    pub span: Span,
    /// What it is.
    pub label: Label,
    /// How sure it is that it belongs to the article, in [0, 1].
    pub score: f64,
    /// Where it stands in the page: from its first to its last character, in bytes of the (decoded) HTML. What markup
    /// and entities stand between is inside.
    pub source: Span,
    /// Of headings 1 to 6; of list items how many lists they stand in; 0 for all else.
    pub level: u8,
    /// The number of an item of a numbered list; 0 for all else.
    pub ordinal: u32,
    /// Whether white space counts in it (`<pre>`).
    pub code: bool,
}

/// A block of a page that is no part of the article's text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Dropped {
    /// Its words.
    pub text: String,
    /// What it is: title, byline, date, caption, table, or boilerplate.
    pub label: Label,
    /// How sure it is that it belongs to the article, in [0, 1].
    pub score: f64,
    /// As [`Block::source`].
    pub source: Span,
}

/// A link in an article's text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Link {
    /// The linked words, in bytes of [`Article::text`].
    pub span: Span,
    /// Where it leads; absolute if the page's address is known.
    pub url: String,
}

/// An article out of a page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Article {
    /// The article: blocks joined by a blank line (list items and table rows by a line break, cells by " | "; an empty cell is
    /// nothing between two bars). Empty if there is none.
    pub text: String,
    /// The headline, without the site's name.
    pub title: Option<String>,
    /// Names, without "By" and job titles.
    pub authors: Vec<String>,
    /// ISO 8601 date or date and time, as precise as the page gives it.
    pub published: Option<String>,
    /// ISO 8601, as `published`.
    pub modified: Option<String>,
    /// The site's name.
    pub site: Option<String>,
    /// Canonical address.
    pub url: Option<String>,
    /// BCP 47, from the text first, then from the page.
    pub language: Option<&'static str>,
    /// The blocks of `text`, in order.
    pub blocks: Vec<Block>,
    /// The links in `text`, in order; only with [`ArticleOptions::links`](super::ArticleOptions::links).
    pub links: Vec<Link>,
    /// All other blocks of the page, in order; only with [`ArticleOptions::dropped`](super::ArticleOptions::dropped).
    pub dropped: Vec<Dropped>,
    /// The JSON-LD scripts as they stand in the page.
    pub json_ld: Vec<String>,
    /// What kind of page it is taken for: article, forum, product, collection, listing, documentation or service.
    pub page_type: Option<&'static str>,
    /// What the page tells search engines and previews about itself.
    pub description: Option<String>,
    /// Address of the page's main picture.
    pub image: Option<String>,
    /// The language that the page claims to be in, as written there ("en-US"); not checked against the text.
    pub page_language: Option<String>,
    /// Why `text` is empty, if it is.
    pub empty: Option<&'static str>,
    /// The F1 over words that is expected of `text`, in [0, 1]; 0 where it is empty.
    pub confidence: f64,
}

/// One line of a scraped text with its label.
#[derive(Debug, Clone, PartialEq)]
pub struct LineLabel {
    /// Where it stands in the given text, without white space at its ends; a line may hold several.
    pub span: Span,
    /// What it is.
    pub label: Label,
    /// Probability that it belongs to the article, in [0, 1].
    pub score: f64,
    /// The cue that spoke loudest, for people to read ("advertisement", "related links", "short line, no stop").
    pub reason: &'static str,
}

/// A scraped text, cleaned; nothing is lost, all is labelled.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CleanText {
    /// What remains: the content lines, paragraphs parted by a blank line.
    pub text: String,
    /// All lines of the given text, in order.
    pub lines: Vec<LineLabel>,
    /// Pieces of `text` and where they come from: (span in `text`, span in the given text), in order.
    pub map: Vec<(Span, Span)>,
}
