"""The article out of HTML, and clean copy out of scraped text."""

from __future__ import annotations

from typing import Any, NamedTuple

from . import _core, _made
from ._beside import side_column
from ._columns import Options, Task, feed, instance, optional, run
from .limits import Limits

_ARTICLE = Task("record", _made.article, html=True, argument="html")
_CLEAN = Task("record", _made.clean_text, copy=True)

Templates = _core.Templates


class Wanted(NamedTuple):
    """The choices of `extract_article` that hold for all pages."""

    comments: bool
    tables: bool
    links: bool
    dropped: bool
    favor: float


def extract_article(
    html: Any,
    *,
    url: Any = None,
    encoding: Any = None,
    templates: Templates | None = None,
    comments: bool = False,
    tables: bool = True,
    links: bool = False,
    dropped: bool = False,
    favor: float = 0.5,
    threads: int | None = None,
    progress: bool = False,
    errors: str = "raise",
    limits: Limits | None = None,
) -> Any:
    """The article of a page, without navigation, advertising, consent and the rest.

    Args:
        html: a page as str or bytes, or a column of them.
        url: the page's address, or a column of addresses; helps with dates and relative links.
        encoding: for bytes, the encoding that an HTTP header named, or a column of them; otherwise it is found from the
            byte order mark, the page's own declaration and statistics. A name that the bytes contradict, or that
            no encoding has, is not believed.
        templates: what recurs across the pages of the site, from `learn_templates`.
        comments: readers' comments too, as blocks labelled "comment", the writer's name as one before each. (The posts of
            a forum are its content anyway.)
        tables: tables of data, a line a row, cells parted by " | ", empty ones kept; without them their cells are left
            out.
        links: where the links in the text lead: `Article.links`, and in `Article.to_markdown()`.
        dropped: list the blocks that are left out, too: `Article.dropped`.
        favor: what to favour where precision and recall collide, from 0 (only what is certain) to 1 (rather too much than
            too little). A higher number never leaves out a block that a lower one keeps.
        threads, progress, errors, limits: as in every column function, see `help(copydesk)`.

    Returns:
        `Article` for one page, a list of them for a list, else a frame with one row per page. `text` is empty, and
        `reason` says why, where the page has no article. In frames `published` and `modified` are UTC timestamps and
        `published_text` and `modified_text` what the page gave.

    >>> page = '''<html><head><title>Talks fail | Gazette</title></head><body><nav><a href="/">Home</a></nav>
    ... <article><h1>Talks fail</h1><p>The talks about the harbour ended on Monday without a deal, the ministry said.</p>
    ... <p>Both sides will meet again in March, according to the ministry, but expectations are low.</p></article>
    ... </body></html>'''
    >>> article = extract_article(page)
    >>> article.title, "Home" in article.text, article.language
    ('Talks fail', False, 'en')
    """
    urls, encodings = side_column("url", url, html), side_column("encoding", encoding, html)
    optional("templates", templates, Templates, "what learn_templates gives")
    if isinstance(favor, bool) or not isinstance(favor, (int, float)) or not 0 <= favor <= 1:
        raise ValueError(f"favor: expected a number from 0 to 1, got {favor!r}")
    wanted = Wanted(bool(comments), bool(tables), bool(links), bool(dropped), float(favor))

    def call(column: Any, options: Options) -> _core.Table:
        return _core.extract_article(column, urls, encodings, templates, wanted, options)

    return run(_ARTICLE, html, call, threads=threads, progress=progress, errors=errors, limits=limits)


def clean_text(
    texts: Any,
    *,
    templates: Templates | None = None,
    threads: int | None = None,
    progress: bool = False,
    errors: str = "raise",
    limits: Limits | None = None,
) -> Any:
    """Scraped text without mastheads, breadcrumbs, advertising, related links, pleas and credits.

    Nothing is dropped silently: every line of the given text is labelled, with a score and a reason.

    Args:
        texts: a str, or a column of them.
        templates: what recurs across the pages of the site, from `learn_templates`.
        threads, progress, errors, limits: as in every column function, see `help(copydesk)`.

    Returns:
        `CleanText` for a str, a list of them for a list, else a frame with one row per text. `lines` have offsets into the
        given text; `CleanText.to_source` leads from `text` back to it. Labels are body, heading, list, quote and table for what
        remains, and title, byline, date, caption, comment and boilerplate for what does not.

    >>> scraped = '''HomeWorldTalks over harbour fail
    ...
    ... The talks about the harbour ended on Monday without a deal, the ministry said in a statement.
    ...
    ... - Advertisement -
    ...
    ... Both sides will meet again in March, according to the ministry, but expectations are low.
    ...
    ... Related articles'''
    >>> clean = clean_text(scraped)
    >>> "Advertisement" in clean.text, clean.text.startswith("The talks")
    (False, True)
    """
    optional("templates", templates, Templates, "what learn_templates gives")

    def call(column: Any, options: Options) -> _core.Table:
        return _core.clean_text(column, templates, options)

    return run(_CLEAN, texts, call, threads=threads, progress=progress, errors=errors, limits=limits)


def learn_templates(texts: Any, *, site: str, limits: Limits | None = None) -> Templates:
    """What recurs across the pages of a site: its menus, pleas and footers.

    Args:
        texts: a column of scraped texts or HTML pages of one site.
        site: the site's name, kept with the templates.
        limits: see `help(copydesk)`.

    Returns:
        `Templates`: a value to keep, pickle and pass on to `clean_text` and `extract_article`.

    >>> news = ["The council met again.", "The bridge is open.", "A storm is expected.", "Two schools will close."]
    >>> pages = [f"Subscribe to our daily letter\\n\\n{item}" for item in news]
    >>> len(learn_templates(pages, site="gazette.example"))
    1
    """
    instance("site", site, str, "str")

    def call(column: Any, options: Options) -> Templates:
        return _core.learn_templates(column, site, options)

    return feed(texts, call, limits=limits)
