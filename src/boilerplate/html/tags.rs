//! The element names and attributes that extraction looks at, as small numbers.

use html5ever::{LocalName, local_name};

/// Generates the enum and the lookup from the parser's interned names.
macro_rules! tags {
    ($($variant:ident = $name:tt),* $(,)?) => {
        /// An element's name; [`Tag::Other`] stands for all that extraction treats alike.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub(crate) enum Tag { Other, $($variant),* }

        impl Tag {
            pub(crate) fn from_name(name: &LocalName) -> Tag {
                match *name { $(local_name!($name) => Tag::$variant,)* _ => Tag::Other }
            }

            pub(crate) const fn name(self) -> &'static str {
                match self { Tag::Other => "other", $(Tag::$variant => $name),* }
            }
        }
    };
}

tags! {
    A = "a", Abbr = "abbr", Address = "address", Article = "article", Aside = "aside", Audio = "audio", B = "b",
    Blockquote = "blockquote", Body = "body", Br = "br", Button = "button", Canvas = "canvas", Caption = "caption",
    Center = "center", Cite = "cite", Code = "code", Dd = "dd", Del = "del", Details = "details", Dialog = "dialog",
    Div = "div", Dl = "dl", Dt = "dt", Em = "em", Embed = "embed", Fieldset = "fieldset", Figcaption = "figcaption",
    Figure = "figure", Font = "font", Footer = "footer", Form = "form", H1 = "h1", H2 = "h2", H3 = "h3", H4 = "h4",
    H5 = "h5", H6 = "h6", Head = "head", Header = "header", Hr = "hr", Html = "html", I = "i", Iframe = "iframe",
    Img = "img", Input = "input", Ins = "ins", Label = "label", Legend = "legend", Li = "li", Link = "link",
    Main = "main", Map = "map", Mark = "mark", Math = "math", Menu = "menu", Meta = "meta", Nav = "nav",
    Noframes = "noframes", Noscript = "noscript", Object = "object", Ol = "ol", Optgroup = "optgroup",
    Option = "option", P = "p", Picture = "picture", Pre = "pre", Q = "q", S = "s", Script = "script",
    Section = "section", Select = "select", Small = "small", Source = "source", Span = "span", Strong = "strong",
    Style = "style", Sub = "sub", Summary = "summary", Sup = "sup", Svg = "svg", Table = "table", Tbody = "tbody",
    Td = "td", Template = "template", Textarea = "textarea", Tfoot = "tfoot", Th = "th", Thead = "thead",
    Time = "time", Title = "title", Tr = "tr", Tt = "tt", U = "u", Ul = "ul", Var = "var", Video = "video",
    Rp = "rp", Rt = "rt", Ruby = "ruby",
}

impl Tag {
    /// Elements that run inside a line of text and so do not end a block.
    pub(crate) const fn is_inline(self) -> bool {
        use Tag::*;
        matches!(
            self,
            A | Abbr
                | B
                | Cite
                | Code
                | Del
                | Em
                | Font
                | I
                | Img
                | Ins
                | Label
                | Mark
                | Picture
                | Q
                | Rp
                | Rt
                | Ruby
                | S
                | Small
                | Source
                | Span
                | Strong
                | Sub
                | Sup
                | Time
                | Tt
                | U
                | Var
                | Map
                | Meta
                | Link
                | Br
                | Other
        )
    }

    /// Elements without readable text of their own.
    pub(crate) const fn is_silent(self) -> bool {
        use Tag::*;
        matches!(
            self,
            Script
                | Style
                | Head
                | Iframe
                | Noframes
                | Object
                | Embed
                | Canvas
                | Audio
                | Video
                | Svg
                | Math
                | Rp
                | Rt
                | Select
                | Optgroup
                | Option
                | Textarea
                | Input
                | Template
                | Title
        )
    }

    /// 1 to 6 for headings, else 0.
    pub(crate) const fn heading_level(self) -> u8 {
        use Tag::*;
        match self {
            H1 => 1,
            H2 => 2,
            H3 => 3,
            H4 => 4,
            H5 => 5,
            H6 => 6,
            _ => 0,
        }
    }
}

/// Generates the enum and its lookups, by the parser's interned names and by a page's.
macro_rules! attributes {
    ($($variant:ident = $name:tt),* $(,)?) => {
        /// The attributes that are kept; all others are dropped while parsing.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Attr { $($variant),* }

        impl Attr {
            pub(crate) fn from_name(name: &LocalName) -> Option<Attr> {
                match *name { $(local_name!($name) => Some(Attr::$variant),)* _ => None }
            }
        }

        /// The parser's name of an attribute, in lower case, that is kept or decides how the tree is built; without a
        /// look into the table of all names.
        pub(super) fn attribute_name(lower: &str) -> Option<LocalName> {
            Some(match lower {
                $($name => local_name!($name),)*
                "encoding" => local_name!("encoding"),
                "color" => local_name!("color"),
                "face" => local_name!("face"),
                "size" => local_name!("size"),
                _ => return None,
            })
        }
    };
}

attributes! {
    AriaHidden = "aria-hidden", Charset = "charset", Class = "class", ColSpan = "colspan", Content = "content",
    DateTime = "datetime",
    Hidden = "hidden", Href = "href", HrefLang = "hreflang", Id = "id", ItemProp = "itemprop", ItemType = "itemtype",
    Lang = "lang", Name = "name", Property = "property", Rel = "rel", Role = "role",
    RowSpan = "rowspan",    ShadowRootMode = "shadowrootmode", Src = "src", Style = "style", Title = "title", Type = "type",
}
