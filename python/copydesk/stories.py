"""A mixed heap of articles, sorted into stories."""

from __future__ import annotations

from typing import Any

from . import _core
from ._beside import times_of
from ._columns import plain_options
from ._pages import is_page
from ._tables import Source
from ._times import moment
from .boilerplate import extract_article
from .errors import InputTypeError
from .language import detect_language
from .limits import Limits


def group_stories(
    articles: Any,
    *,
    text: str | None = None,
    title: str = "title",
    published: str = "published",
    language: str = "language",
    limits: Limits | None = None,
) -> Any:
    """Sorts a mixed heap of articles into stories, so that claims are matched within them.

    Args:
        articles: a table of articles (pandas, polars, `Table`, list of objects or dicts), such as `Report.articles`.
        text: name of the column of texts; by default `text`, else `content`, else `html`; of pages the articles are taken.
        title, published, language: names of columns; those of the usual names may be missing. Where there are no
            languages, they are detected. Articles over ten days apart are never one story; text that is no date is pointed out.
        limits: a `Limits` object.

    Returns:
        The number of the story of each article, from 0 in the order in which they appear: a Series for pandas and
        polars, else a list. An article that is alone is a story of its own.

    >>> group_stories([
    ...     {"text": "The harbour bridge in Ostrava closes to lorries on Monday. Engineers found cracks in its girders."},
    ...     {"text": "Orbis buys Halden Foods. The board of Halden agreed to the takeover on Tuesday."},
    ...     {"text": "Lorries must keep off the harbour bridge in Ostrava: engineers found cracks in the girders."},
    ... ])
    [0, 1, 0]
    """
    source = Source(articles, "articles")
    texts = _texts(source, text, limits)
    for row, value in enumerate(texts):
        if value is not None and not isinstance(value, str):
            raise InputTypeError(f"expected {text or 'text'} to be str, got {type(value).__name__}", "articles", row)
    told = (source.named(name, usual) for name, usual in ((title, "title"), (language, "language")))
    titles, codes = ([None if value is None else str(value) for value in values] for values in told)
    if not source.has(language):
        codes = [None if found is None else found.code for found in detect_language(texts, limits=limits)]
    times = [_seconds(time) for time in times_of(source.named(published, "published"), 2)]
    stories = _core.group_stories(texts, titles, times, codes, plain_options(limits, "articles"))
    if source.kind == "pandas":
        import pandas as pd

        return pd.Series(stories, index=source.table.index, name="story", dtype="Int64")
    if source.kind == "polars":
        import polars as pl

        return pl.Series("story", stories, dtype=pl.Int64)
    return stories


def _texts(source: Source, name: str | None, limits: Limits | None) -> list[Any]:
    pages = next((known for known in ("content", "html") if source.has(known)), None)
    if name is not None or source.has("text") or pages is None:
        return source.column(name or "text")
    contents, kinds = source.column(pages), source.column_or("kind", "html" if pages == "html" else None)
    rows = [row for row, value in enumerate(contents) if value is not None and (kinds[row] == "html" or is_page(value))]
    for row, article in zip(rows, extract_article([contents[row] for row in rows], limits=limits), strict=True):
        contents[row] = None if article is None else article.text
    return contents


def _seconds(time: str | None) -> int | None:
    found = moment(time)
    return None if found is None else int(found.timestamp())
