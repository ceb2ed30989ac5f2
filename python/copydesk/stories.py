"""A mixed heap of articles, sorted into stories."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from . import _core
from ._columns import plain_options
from ._tables import Source
from ._times import moment
from .errors import InputTypeError
from .language import detect_language
from .limits import Limits


def group_stories(
    articles: Any,
    *,
    text: str = "text",
    title: str = "title",
    published: str = "published",
    language: str = "language",
    limits: Limits | None = None,
) -> Any:
    """Sorts a mixed heap of articles into stories, so that claims are matched within them.

    Args:
        articles: a table of articles (pandas, polars, `Table`, list of objects or dicts), such as `Report.articles`.
        text, title, published, language: names of its columns; all but `text` may be missing. Where there are no
            languages, they are detected. Articles over ten days apart are never one story.
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
    texts = source.column(text)
    for row, value in enumerate(texts):
        if value is not None and not isinstance(value, str):
            raise InputTypeError(f"expected {text} to be str, got {type(value).__name__}", "articles", row)
    titles, codes = ([None if v is None else str(v) for v in source.column_or(name)] for name in (title, language))
    if not source.has(language):
        codes = [None if found is None else found.code for found in detect_language(texts, limits=limits)]
    times = [_seconds(value) for value in source.column_or(published)]
    stories = _core.group_stories(texts, titles, times, codes, plain_options(limits, "articles"))
    if source.kind == "pandas":
        import pandas as pd

        return pd.Series(stories, index=source.table.index, name="story", dtype="Int64")
    if source.kind == "polars":
        import polars as pl

        return pl.Series("story", stories, dtype=pl.Int64)
    return stories


def _seconds(value: Any) -> int | None:
    found = value if isinstance(value, datetime) else moment(None if value is None else str(value))
    return None if found is None else int(found.timestamp())
