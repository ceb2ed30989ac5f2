//! An article as Markdown (CommonMark, with the tables of GitHub's dialect).

use std::fmt::Write;

use super::types::{Article, Block, Label};
use crate::text::Span;

impl Article {
    /// The article as Markdown: its title as the first heading, then headings, lists, quotes, tables, code, and links
    /// if they were asked for. Signs that would be taken for markup are escaped, so that the words come out as they are.
    ///
    /// ```
    /// use copydesk::boilerplate::{Article, Block, Label};
    /// use copydesk::Span;
    /// let block = |start, end, label, level| Block { span: Span::new(start, end), label, level, ..Block::default() };
    /// let article = Article {
    ///     text: "Costs\n\n2*3 = 6".to_owned(),
    ///     blocks: vec![block(0, 5, Label::Heading, 2), block(7, 14, Label::Body, 0)],
    ///     ..Article::default()
    /// };
    /// assert_eq!(article.to_markdown(), "## Costs\n\n2\\*3 = 6\n");
    /// ```
    pub fn to_markdown(&self) -> String {
        let mut out = String::with_capacity(self.text.len() * 5 / 4);
        if let Some(title) = &self.title {
            out.push_str("# ");
            inline(title, &mut out);
            out.push('\n');
        }
        let mut link = 0;
        let mut previous: Option<Label> = None;
        let (mut columns, mut depth) = (0, 0);
        for block in &self.blocks {
            let follows = previous == Some(block.label) && matches!(block.label, Label::List | Label::Table);
            if !out.is_empty() && !follows {
                out.push('\n');
            }
            if block.code {
                code(block.span.of(&self.text), &mut out);
            } else if block.label == Label::Table {
                let cells: Vec<&str> = block.span.of(&self.text).split(" | ").collect();
                columns = if follows { columns } else { cells.len() };
                row(&cells, columns, &mut out);
                if !follows {
                    let _ = writeln!(out, "|{}", " --- |".repeat(columns));
                }
            } else {
                let mut words = String::new();
                self.linked(block, &mut link, &mut words);
                // Deeper than one level below the item before it would be code.
                depth = if block.label == Label::List { usize::from(block.level.max(1)).min(depth + 1) } else { 0 };
                element(block, depth, &words, &mut out);
            }
            previous = Some(block.label);
        }
        out
    }

    /// The block's words with their links; `next` is the first link that does not lie before the block.
    fn linked(&self, block: &Block, next: &mut usize, out: &mut String) {
        let mut at = block.span.start;
        while let Some(link) = self.links.get(*next).filter(|link| link.span.start < block.span.end) {
            *next += 1;
            if link.span.start < at || link.span.end > block.span.end {
                continue;
            }
            inline(Span::new(at, link.span.start).of(&self.text), out);
            out.push('[');
            inline(link.span.of(&self.text), out);
            out.push_str("](");
            // Spaces and brackets would end the address.
            for char in link.url.chars() {
                match char {
                    ' ' | '(' | ')' | '<' | '>' | '\\' | '"' => {
                        let _ = write!(out, "%{:02X}", u32::from(char));
                    }
                    char if char.is_control() => {}
                    char => out.push(char),
                }
            }
            out.push(')');
            at = link.span.end;
        }
        inline(Span::new(at, block.span.end).of(&self.text), out);
    }
}

/// Writes words as the element they are; `words` are escaped.
fn element(block: &Block, depth: usize, words: &str, out: &mut String) {
    let (first, rest) = match block.label {
        // The title is the only heading of the first level.
        Label::Heading => {
            let _ = writeln!(out, "{} {}", "#".repeat(usize::from(block.level.clamp(2, 6))), words.replace('\n', " "));
            return;
        }
        Label::List => {
            let indent = " ".repeat(3 * depth.saturating_sub(1));
            let marker = if block.ordinal > 0 { format!("{}. ", block.ordinal) } else { "- ".to_owned() };
            let rest = format!("{indent}{}", " ".repeat(marker.len()));
            (format!("{indent}{marker}"), rest)
        }
        Label::Quote | Label::Comment => ("> ".to_owned(), "> ".to_owned()),
        _ => (String::new(), String::new()),
    };
    for (at, line) in words.lines().enumerate() {
        if at > 0 {
            // Line breaks inside a block are breaks that the page makes.
            out.push_str("\\\n");
        }
        out.push_str(if at == 0 { &first } else { &rest });
        start_of_line(line, out);
    }
    out.push('\n');
}

fn row(cells: &[&str], columns: usize, out: &mut String) {
    out.push('|');
    for at in 0..columns.max(cells.len()) {
        out.push(' ');
        let mut words = String::new();
        inline(cells.get(at).copied().unwrap_or(""), &mut words);
        out.push_str(&words.replace('|', "\\|").replace('\n', "<br>"));
        out.push_str(" |");
    }
    out.push('\n');
}

/// A fenced block; the fence is longer than any in the text.
fn code(text: &str, out: &mut String) {
    let longest = text.split(|char| char != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    let _ = writeln!(out, "{fence}\n{text}\n{fence}");
}

/// Escapes what could be markup anywhere in a line.
fn inline(text: &str, out: &mut String) {
    for (at, char) in text.char_indices() {
        let escaped = match char {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' => true,
            '~' => text[at + 1..].starts_with('~') || text[..at].ends_with('~'),
            '&' => text[at + 1..].starts_with(|next: char| next.is_ascii_alphanumeric() || next == '#'),
            _ => false,
        };
        if escaped {
            out.push('\\');
        }
        out.push(char);
    }
}

/// Escapes what would make a line a heading, a quotation, a list or a rule, and writes the line.
fn start_of_line(line: &str, out: &mut String) {
    let line = line.trim_start();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 && line[digits..].starts_with(['.', ')']) {
        out.push_str(&line[..digits]);
        out.push('\\');
        out.push_str(&line[digits..]);
        return;
    }
    if line.starts_with(['#', '>', '+', '-', '=', '|']) {
        out.push('\\');
    }
    out.push_str(line);
}
