//! Where the running text of a page lies: a day that stands in the midst of it is one of which the story tells, and not its own.

use super::blocks::Page;
use super::flags::flag;

/// Where the running text of a page lies, as far as its blocks tell without a model.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Story {
    last: usize,
    /// From where on a short block is the story's own and no line of its head: behind a heading or a second paragraph.
    body: usize,
}

impl Story {
    /// The story below the headline, which is block `title`, or of a page that shows none.
    pub(crate) fn below(page: &Page, title: Option<usize>) -> Self {
        let from = title.map_or(0, |title| title + 1);
        let mut prose = (from..page.blocks.len()).filter(|&at| page.blocks[at].is_prose());
        let first = prose.next().unwrap_or(usize::MAX);
        let second = prose.next().unwrap_or(usize::MAX);
        let last = prose.next_back().unwrap_or(second);
        let heads = |at: &usize| {
            let scope = &page.scopes[page.blocks[*at].scope as usize];
            scope.tag.is_some_and(|tag| tag.heading_level() > 1) || scope.flags & flag::LIST != 0
        };
        let headed = (first.saturating_add(1)..second.min(page.blocks.len())).find(heads);
        Self { last, body: headed.unwrap_or(second) }
    }

    /// Whether a block stands in the middle of the running text, where a day is one of which the story tells.
    pub(crate) fn holds(&self, at: usize) -> bool {
        at >= self.body && at < self.last
    }
}

#[cfg(test)]
mod tests {
    use crate::boilerplate::{Article, ArticleOptions, extract_article};
    use crate::context::Context;

    const FIRST: &str =
        "<p>The harbour board voted on Monday to close the old container terminal by the end of the year.</p>";
    const SECOND: &str =
        "<p>Chief engineer Lena Moss told reporters that repairs would have cost more than 40 million dollars.</p>";

    fn read(body: &str) -> Article {
        let page = format!("<article><h1>The terminal closes</h1>{body}</article>");
        extract_article(&page, &ArticleOptions::default(), &Context::default()).unwrap()
    }

    #[test]
    fn days_in_the_midst_of_a_story_are_not_its_own_and_stay() {
        for day in [
            "<h2>When does it close?</h2><p>31 December 2024</p>",
            "<ul><li>31 December 2024</li><li>2 January 2025</li></ul>",
            "<h2>31 December 2024</h2>",
        ] {
            let article = read(&format!("{FIRST}{day}{SECOND}"));
            assert_eq!(article.published, None, "{day}");
            assert!(article.text.contains("31 December 2024"), "{day}");
        }
        let article = read(&format!("{FIRST}{SECOND}<p>31 December 2024</p>{SECOND}"));
        assert_eq!(article.published, None);
    }

    #[test]
    fn days_at_its_head_and_its_foot_are() {
        for body in [
            format!("<p>31 December 2024</p>{FIRST}{SECOND}"),
            format!("{FIRST}<p>31 December 2024</p>{SECOND}"),
            format!("{FIRST}{SECOND}<p>31 December 2024</p>"),
            format!("{FIRST}{SECOND}<p><i>This article was first published on December 31, 2024.</i></p>"),
        ] {
            assert_eq!(read(&body).published.as_deref(), Some("2024-12-31"), "{body}");
        }
    }

    #[test]
    fn a_sentence_that_tells_of_another_publication_is_no_date_line() {
        let other = "<p>Published with the permission of the Ayle Review, which first ran it on 3 May 2011.</p>";
        assert_eq!(read(&format!("{FIRST}{SECOND}{other}")).published, None);
    }
}
