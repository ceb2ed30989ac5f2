"""The article out of HTML, and clean copy out of scraped text."""

from __future__ import annotations

from typing import Any

from . import _core, objects
from ._columns import Options, Task, run, side_column

_ARTICLE = Task("record", objects.article, html=True, argument="html")


def extract_article(
    html: Any,
    *,
    url: Any = None,
    encoding: Any = None,
    threads: int | None = None,
    progress: bool = False,
    errors: str = "raise",
    limits: Any = None,
) -> Any:
    """The article of a page, without navigation, advertising, consent and the rest.

    Args:
        html: a page as str or bytes, or a column of them.
        url: the page's address, or a column of addresses; helps with dates and relative links.
        encoding: for bytes, the encoding that an HTTP header named, or a column of them; otherwise it is found from the
            byte order mark, the page's own declaration and statistics.
        threads, progress, errors, limits: as in every column function, see `help(copydesk)`.

    Returns:
        `Article` for one page, a list of them for a list, else a frame with one row a page. `text` is empty, and
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

    def call(column: Any, options: Options) -> _core.Table:
        return _core.extract_article(column, side_column("url", url, html), side_column("encoding", encoding, html), options)

    return run(_ARTICLE, html, call, threads=threads, progress=progress, errors=errors, limits=limits)
