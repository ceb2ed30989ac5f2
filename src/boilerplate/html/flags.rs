//! What an element is for, by its name, role and visibility; scopes inherit it from all elements around.

use super::tags::{Attr, Tag};
use super::tree::{NodeId, Tree};

/// What a scope, or one of its ancestors, is.
pub(crate) mod flag {
    pub(crate) const NAV: u32 = 1;
    pub(crate) const ASIDE: u32 = 1 << 1;
    pub(crate) const FOOTER: u32 = 1 << 2;
    pub(crate) const HEADER: u32 = 1 << 3;
    pub(crate) const FORM: u32 = 1 << 4;
    pub(crate) const ARTICLE: u32 = 1 << 5;
    pub(crate) const MAIN: u32 = 1 << 6;
    pub(crate) const FIGURE: u32 = 1 << 7;
    pub(crate) const TABLE: u32 = 1 << 8;
    pub(crate) const LIST: u32 = 1 << 9;
    pub(crate) const QUOTE: u32 = 1 << 10;
    pub(crate) const HIDDEN: u32 = 1 << 11;
    pub(crate) const NOSCRIPT: u32 = 1 << 12;
    pub(crate) const BUTTON: u32 = 1 << 13;
    pub(crate) const CAPTION: u32 = 1 << 14;
    pub(crate) const DIALOG: u32 = 1 << 15;
    pub(crate) const DETAILS: u32 = 1 << 16;
    pub(crate) const ADDRESS: u32 = 1 << 17;
    pub(crate) const PRE: u32 = 1 << 18;
    /// How many of them the models see.
    pub(crate) const COUNT: usize = 19;
    /// Readers' comments, by class or id.
    pub(crate) const COMMENT: u32 = 1 << 19;
    /// Advertising, by class or id.
    pub(crate) const ADVERT: u32 = 1 << 20;
    /// Boxes that lead to other stories or ask for something, by class or id.
    pub(crate) const RELATED: u32 = 1 << 21;
    /// What the page itself hides from everybody, or shows where no scripts run.
    pub(crate) const UNSEEN: u32 = 1 << 22;
    /// Notices that ask for consent, and boxes that ask for money or a subscription, by class or id.
    pub(crate) const CONSENT: u32 = 1 << 23;
    pub(crate) const PLEA: u32 = 1 << 24;
    /// An element that is itself named for comments; those inside are not.
    pub(crate) const POST: u32 = 1 << 25;
}

/// The flags of one element by itself.
pub(crate) fn of_element(tree: &Tree, id: NodeId, tag: Tag) -> u32 {
    let mut flags = match tag {
        Tag::Nav | Tag::Menu => flag::NAV,
        Tag::Aside => flag::ASIDE,
        Tag::Footer => flag::FOOTER,
        Tag::Header => flag::HEADER,
        Tag::Form => flag::FORM,
        Tag::Article => flag::ARTICLE,
        Tag::Main => flag::MAIN,
        Tag::Figure => flag::FIGURE,
        Tag::Table => flag::TABLE,
        Tag::Ul | Tag::Ol | Tag::Dl => flag::LIST,
        Tag::Blockquote => flag::QUOTE,
        Tag::Noscript => flag::NOSCRIPT | flag::UNSEEN,
        Tag::Button => flag::BUTTON,
        Tag::Figcaption | Tag::Caption => flag::CAPTION,
        Tag::Dialog => flag::DIALOG,
        Tag::Details => flag::DETAILS,
        Tag::Address => flag::ADDRESS,
        Tag::Pre => flag::PRE,
        _ => 0,
    };
    if let Some(role) = tree.attribute(id, Attr::Role) {
        flags |= match role {
            "navigation" | "menu" | "menubar" | "tablist" => flag::NAV,
            "complementary" => flag::ASIDE,
            "contentinfo" => flag::FOOTER,
            "banner" => flag::HEADER,
            "search" | "form" => flag::FORM,
            "article" => flag::ARTICLE,
            "main" => flag::MAIN,
            "dialog" | "alertdialog" | "alert" => flag::DIALOG,
            "button" => flag::BUTTON,
            _ => 0,
        };
    }
    if is_hidden(tree, id) {
        flags |= flag::HIDDEN | flag::UNSEEN;
    } else if tree.attribute(id, Attr::AriaHidden) == Some("true") {
        flags |= flag::HIDDEN;
    }
    for name in [Attr::Class, Attr::Id] {
        flags |= tree.attribute(id, name).map_or(0, named);
    }
    if flags & flag::COMMENT != 0 {
        flags |= flag::POST;
    }
    flags
}

/// Whether an element by itself says that nobody is to see it.
pub(super) fn is_hidden(tree: &Tree, id: NodeId) -> bool {
    let style_hides = |style: &str| {
        style.split(';').any(|rule| {
            rule.split_once(':').is_some_and(|(property, value)| {
                let (property, value) = (property.trim(), value.trim());
                property.eq_ignore_ascii_case("display") && value.starts_with("none")
                    || property.eq_ignore_ascii_case("visibility") && value.starts_with("hidden")
            })
        })
    };
    tree.attribute(id, Attr::Hidden).is_some() || tree.attribute(id, Attr::Style).is_some_and(style_hides)
}

/// Words in the classes and ids of comment sections; a newcomer's language goes here.
const COMMENTS: &[&str] = &[
    "comment",
    "comments",
    "commentlist",
    "commentary-list",
    "disqus",
    "discussion",
    "kommentar",
    "kommentare",
    "commentaire",
    "commentaires",
    "comentario",
    "comentarios",
    "comentário",
    "comentários",
    "commenti",
    "commento",
    "reacties",
    "kommentarer",
    "komentarze",
    "yorumlar",
];

/// Words in the classes and ids of advertising; a newcomer's language goes here.
const ADVERTS: &[&str] = &[
    "ad",
    "ads",
    "advert",
    "adverts",
    "advertisement",
    "advertising",
    "advertorial",
    "anzeige",
    "werbung",
    "publicite",
    "publicidad",
    "publicidade",
    "pubblicita",
    "advertentie",
    "reklama",
    "annons",
    "annonse",
];

/// First words in the classes and ids of boxes that lead to other stories or ask for something.
const RELATED: &[&str] = &[
    "related",
    "recommended",
    "recommendations",
    "recirc",
    "recirculation",
    "readmore",
    "mostread",
    "newsletter",
    "trending",
    "outbrain",
    "taboola",
];

/// First words in the classes and ids of notices that ask for consent.
const CONSENTS: &[&str] = &["cookie", "cookies", "consent", "gdpr", "onetrust", "didomi", "cookiebot"];

/// First words in the classes and ids of boxes that ask for money or a subscription.
const PLEAS: &[&str] = &[
    "paywall",
    "regwall",
    "support",
    "donate",
    "donation",
    "membership",
    "subscribe",
    "subscription",
    "subscriber",
    "signup",
    "abo",
    "upsell",
];

/// What a class list or an id speaks of: comments, as a word of its own, also in "comment-list" and "commentList", or
/// advertising, pleas and other stories, which names begin with ("ad-1", not "ask-ads").
fn named(value: &str) -> u32 {
    // Most words begin with another letter; only the rest is looked at.
    let likely = |word: &&str| {
        let first = word.bytes().next().map(|byte| byte.to_ascii_lowercase());
        matches!(first, Some(b'a' | b'c' | b'd' | b'g' | b'k' | b'm'..=b'p' | b'r'..=b'u' | b'w' | b'y'))
    };
    let of_word = |word: &str| {
        let hump = word.char_indices().skip(1).find(|(_, char)| char.is_uppercase()).map_or(word.len(), |(at, _)| at);
        let first = word.get(..hump).unwrap_or(word);
        let among = |names: &[&str]| names.iter().any(|name| first.eq_ignore_ascii_case(name));
        if among(COMMENTS) {
            flag::COMMENT
        } else if among(ADVERTS) {
            flag::ADVERT
        } else if among(RELATED) {
            flag::RELATED
        } else if among(CONSENTS) {
            flag::CONSENT
        } else if among(PLEAS) {
            flag::PLEA
        } else {
            0
        }
    };
    value.split_whitespace().fold(0, |flags, name| {
        let words = name.split(|char: char| !char.is_alphanumeric()).enumerate();
        let told = words
            .filter(|(_, word)| likely(word))
            .fold(0, |told, (at, word)| told | of_word(word) & if at == 0 { u32::MAX } else { flag::COMMENT });
        flags | told
    })
}
