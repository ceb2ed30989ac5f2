"""The column functions of copydesk on columns of a Spark DataFrame, in the executors (`pip install "copydesk[spark]"`).

    from copydesk.spark import map_column

    claims = map_column(pages, "extract_claims", "text", id="url", columns={"published": "day", "outlet": "paper"})
    claims.groupBy("speaker_key").count().show()

Built on `DataFrame.mapInArrow`: texts reach the executors in Arrow batches, each of which is one call. The answer for a text never
depends on its neighbours, so neither does it on how a frame is parted. What looks at all texts at once (`keyness`,
`learn_templates`, `match_claims`, `analyze`) works on what comes back: `copydesk.match_claims(claims.toPandas())`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import copydesk

from .errors import InputTypeError

MAPPED = (
    "clean_text",
    "detect_language",
    "extract_article",
    "extract_attributions",
    "extract_claims",
    "language_spans",
    "score_checkworthiness",
    "split_sentences",
    "stem",
    "tokenize",
)
"""Functions that can be mapped over a column: their answer for a text is of that text alone."""


def map_column(
    frame: Any, function: str, column: str, *, id: str, columns: Mapping[str, str] | None = None, **options: Any
) -> Any:
    """Maps a function over a column of a Spark DataFrame.

    Args:
        frame: a `pyspark.sql.DataFrame`.
        function: one of `MAPPED`, by its name.
        column: the column of texts, or of pages as str or bytes for `extract_article`.
        id: a column that tells rows apart; it comes back as `document`.
        columns: arguments that are columns too, by the name of the argument: `{"published": "day", "language": "lang"}`.
        **options: further arguments of the function, the same for all rows: `narrator=True`, `errors="collect"`. A task of an
            executor has one core, so `threads` is 1 unless given.

    Returns:
        A Spark DataFrame, not computed yet: `document` and the columns of the function's table. Spans are code points into the text.

    Raises:
        InputTypeError: for a function that is not one of `MAPPED`, a column that the frame has not, or an argument that the
            function has not. A bad row fails the task, and its message names the row in its batch, unless `errors` is "null" or
            "collect".
    """
    if function not in MAPPED:
        raise InputTypeError(f"function: {function!r} cannot be mapped; one of {', '.join(MAPPED)} can")
    arguments = dict(columns or {})
    for name in (column, id, *arguments.values()):
        if name not in frame.columns:
            raise InputTypeError(f"the frame has no column {name!r}; it has {', '.join(frame.columns)}")
    types, schema = _types()
    wanted = list(dict.fromkeys((column, id, *arguments.values())))
    narrow = frame.select(*wanted)
    options = {"threads": 1} | options
    called, names = getattr(copydesk, function), (column, id, arguments)

    def answers(batches: Iterable[Any]) -> Iterator[Any]:
        for batch in batches:
            yield from _answer(called, batch, names, options).to_batches()

    return narrow.mapInArrow(answers, schema(_answer(called, _empty(types(narrow.schema)), names, options).schema))


def _types() -> tuple[Callable[[Any], Any], Callable[[Any], Any]]:
    """The Arrow schema of a Spark one, and the way back."""
    from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema

    return to_arrow_schema, from_arrow_schema


def _empty(schema: Any) -> Any:
    """A batch of no rows: what the function answers to it tells the types of all answers."""
    import pyarrow

    return pyarrow.RecordBatch.from_pylist([], schema=schema)


def _answer(
    function: Callable[..., Any], batch: Any, names: tuple[str, str, Mapping[str, str]], options: dict[str, Any]
) -> Any:
    """The Arrow table of one batch, `document` first."""
    column, key, arguments = names
    labels = batch.column(key)
    more = {argument: batch.column(name) for argument, name in arguments.items()} | options
    table = function(batch.column(column), **more).to_arrow()
    if "row" in table.column_names:
        labels = labels.take(table.column("row").combine_chunks())
        table = table.drop_columns([name for name in ("row", "document") if name in table.column_names])
    return table.add_column(0, "document", labels)
