"""One way through for every column function: take what the caller has, run the core, give back the same kind."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from . import _core, _frames
from ._pages import warn_of_pages
from ._values import Rows
from .errors import CopydeskError, InputTypeError
from .limits import Limits
from .table import Table

R = TypeVar("R")

MOST_THREADS = 1 << 16

Shape = Literal["value", "record", "rows"]
"""What a task gives for one text: one value, one record, or any number of rows."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the core reads of the keyword arguments that all column functions share."""

    threads: int | None
    errors: str
    limits: tuple[int, int, int] | None
    progress: Callable[[int, int], None] | None
    argument: str


@dataclass(frozen=True, slots=True)
class Task:
    """How the answers of one function look.

    Attributes:
        shape: what comes for one text.
        make: a table row (as a dict) to the object for a single text or a list.
        fields: where answers are many and small, the columns whose values `make` takes instead.
        html: whether bytes are taken as well as text.
        copy: whether a whole page among the texts is surely a mistake, and pointed out.
        argument: name of the argument that holds the column.
    """

    shape: Shape
    make: Callable[..., Any]
    fields: tuple[str, ...] = ()
    html: bool = False
    copy: bool = False
    argument: str = "texts"


def run(
    task: Task,
    texts: Any,
    call: Callable[[Any, Options], _core.Table],
    *,
    straight: Callable[[Any, Options], list[Any] | None] | None = None,
    objects: Callable[[Any, Options], list[Any]] | None = None,
    threads: int | None = None,
    progress: bool = False,
    errors: str = "raise",
    limits: Limits | None = None,
    id: Any = None,
) -> Any:
    """Runs `call` over `texts` and gives the answers back in the container that the texts came in.

    `straight` is tried first where a list is given and nothing is asked for beside the answers; it gives None where the
    list holds something else than it can take. `objects` takes the place of `call` where Python objects come of a column and
    no errors are told beside them: it gives the answers as a list.
    """
    kind = None if _frames.is_frame(texts) else _frames.kind_of(texts)
    if kind is None or (kind == "one" and isinstance(texts, bytes) and not task.html):
        expected = "str, bytes" if task.html else "str"
        raise InputTypeError(
            f"expected {expected}, a list of them, a pandas or polars Series or an Arrow column, got {got(texts)}",
            task.argument,
        )
    threads = None if threads is None else integer("threads", threads, 1, MOST_THREADS)
    if errors not in ("raise", "null", "collect"):
        raise ValueError(f"errors: expected 'raise', 'null' or 'collect', got {errors!r}")
    labels = None if id is None else _labels(id, texts, kind)
    if kind == "list":
        if straight is not None and errors == "raise" and not progress and isinstance(texts, (list, tuple)):
            answers = straight(texts, Options(threads, errors, bounds(limits), None, task.argument))
            if answers is not None:
                return answers
        texts = texts.tolist() if hasattr(texts, "tolist") else texts
    if task.copy:
        warn_of_pages(texts, task.argument, stacklevel=3)
    # Objects tell a failed text from a missing one, so the core must say which it was.
    told = "collect" if kind in ("one", "list") and errors == "null" else errors
    with _bar(texts if kind != "one" else [texts]) if progress else _NO_BAR as report:
        options = Options(threads, told, bounds(limits), report, task.argument)
        if objects is not None and told != "collect" and kind in ("one", "list", "pandas"):
            answers = _call_column(kind, [texts] if kind == "one" else texts, objects, options)
            return answers[0] if kind == "one" else answers if kind == "list" else _frames.series(answers, texts)
        if kind == "one":
            return _one(task, call([texts], options), errors, labels)
        if kind == "list":
            return _objects(task, call(texts, options), texts, errors, labels)
        table = _call_column(kind, texts, call, options)
    return _frame(task, kind, table, texts, labels)


def _labels(id: Any, texts: Any, kind: str) -> Any:
    """The argument `id`: a label for each text, as a list where objects are made, else as it came."""
    if kind == "one" and (isinstance(id, str) or not isinstance(id, Iterable)):
        return [id]
    if isinstance(id, (str, bytes, Mapping)) or not isinstance(id, Iterable) or _frames.is_frame(id):
        raise InputTypeError(f"expected a column of labels, one for each text, got {got(id)}", "id")
    known = _frames.kind_of(id)
    # A frame keeps the type that the labels have.
    framed = known in ("pandas", "polars", "arrow") and kind not in ("one", "list")
    labels: Any = id if framed else _frames.plain_list(id if known is not None else list(id))
    rows = 1 if kind == "one" else len(texts) if hasattr(texts, "__len__") else len(labels)
    if len(labels) != rows:
        raise ValueError(f"id: expected a label for each of {rows} texts, got {len(labels)}")
    return labels


def feed(texts: Any, call: Callable[[Any, Options], R], *, argument: str = "texts", limits: Limits | None = None) -> R:
    """Hands a column to a call that gives back one thing for all of it."""
    kind = None if _frames.is_frame(texts) else _frames.kind_of(texts)
    if kind is None or kind == "one":
        raise InputTypeError(f"expected a column of str, got {got(texts)}", argument)
    options = Options(None, "raise", bounds(limits), None, argument)
    return _call_column(kind, _frames.plain_list(texts) if kind == "list" else texts, call, options)


def bounds(limits: Limits | None) -> tuple[int, int, int] | None:
    """Limits as the core reads them."""
    if limits is not None and not isinstance(limits, Limits):
        raise InputTypeError(f"expected copydesk.Limits(...) or None, got {type_name(limits)}", "limits")
    return (limits.max_bytes, limits.max_depth, limits.max_items) if limits is not None else None


def plain_options(limits: Limits | None, argument: str) -> Options:
    """The options of a call that is one piece of work, not one a text."""
    return Options(1, "raise", bounds(limits), None, argument)


def _call_column(kind: str, texts: Any, call: Callable[[Any, Options], R], options: Options) -> R:
    if kind == "polars" and texts.null_count() == len(texts):
        # Of whatever type: nothing but nulls is a column of texts. The null type itself cannot be exported.
        import polars as pl

        texts = pl.Series(texts.name, [None] * len(texts), dtype=pl.String)
    if kind != "pandas":
        return _named(call, texts, options)
    series = texts.to_series() if hasattr(texts, "to_series") else texts
    if series.isna().all():
        # pandas makes a column of floats of nothing but missing values.
        return call([None] * len(series), options)
    try:
        stream = _Stream(series.__arrow_c_stream__())
    except Exception:
        # pyarrow is missing or one value fits no column of strings: go row by row, and let the core name the row.
        return call(_frames.rows_of_series(series), options)
    return _named(call, stream, options)


def _named(call: Callable[[Any, Options], R], column: Any, options: Options) -> R:
    """Calls the core; an error about the column as a whole gets the name of the argument."""
    try:
        return call(column, options)
    except InputTypeError as error:
        if error.argument is not None:
            raise
        raise InputTypeError(error.message, options.argument) from None


class _Stream:
    """An exported stream, so that a failure to export is told apart from a failure of the task."""

    def __init__(self, capsule: object) -> None:
        self._capsule = capsule

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self._capsule


def _one(task: Task, table: _core.Table, errors: str, labels: Any) -> Any:
    if "error" in table.column_names and any(message := table.column("error")):
        return _failure(message[0], errors, task, None)
    if task.shape == "rows" and task.fields:
        return Rows(map(task.make, *map(table.column, task.fields)))
    if task.shape == "rows":
        return Rows(item for _, item in _items(task, table, labels))
    if task.fields:
        return task.make(*(table.column(field)[0] for field in task.fields))
    return task.make(table.to_dicts()[0])


def _items(task: Task, table: _core.Table, names: Any) -> Iterator[tuple[int, Any]]:
    """The objects of a long table, each with the position of its text."""
    rows = table.column("row")
    if task.fields:
        yield from zip(rows, map(task.make, *map(table.column, task.fields)), strict=True)
    else:
        for position, row in zip(rows, table.to_dicts(), strict=True):
            document = names[position] if names is not None else position
            yield position, task.make({"document": document, **row}) if row.get("error") is None else None


def _objects(task: Task, table: _core.Table, texts: Any, errors: str, id: Any) -> list[Any]:
    if task.shape == "value" and "error" not in table.column_names:
        return table.column(table.column_names[0])
    messages = table.column("error") if "error" in table.column_names else [None] * table.num_rows
    if task.shape != "rows":
        if task.fields:
            answers = _values(task, table)
        else:
            rows = zip(table.to_dicts(), messages, strict=True)
            answers = [_present(task, row) if message is None else None for row, message in rows]
        if "error" not in table.column_names:
            return answers
        return [
            answer if message is None else _failure(message, errors, task, position)
            for position, (answer, message) in enumerate(zip(answers, messages, strict=True))
        ]
    found: list[Any] = [[] if isinstance(text, (str, bytes)) or not _frames.is_missing(text) else None for text in texts]
    for (position, item), message in zip(_items(task, table, id), messages, strict=True):
        if message is None:
            found[position].append(item)
        else:
            found[position] = _failure(message, errors, task, position)
    return [Rows(item) if isinstance(item, list) else item for item in found]


def _values(task: Task, table: _core.Table) -> list[Any]:
    """The objects of a table of small answers, one a row; None where all is missing."""
    missing = (None,) * len(task.fields)
    rows = zip(*map(table.column, task.fields), strict=True)
    return [None if row == missing else task.make(*row) for row in rows]


def _present(task: Task, row: dict[str, Any]) -> Any:
    return None if all(value is None for value in row.values()) else task.make(row)


def _failure(message: str, errors: str, task: Task, position: int | None) -> CopydeskError | None:
    return CopydeskError(message, task.argument, position) if errors == "collect" else None


def _frame(task: Task, kind: str, table: _core.Table, texts: Any, id: Any) -> Any:
    collected = "error" in table.column_names
    if kind == "pandas":
        index = texts if not hasattr(texts, "index") else texts.index
        if task.shape == "rows":
            frame = _frames.to_pandas(table)
            rows = frame["row"].to_numpy(dtype="int64")
            documents = _frames.labels(index, rows) if id is None else _frames.labels(_index(id), rows)
            frame.insert(1, "document", documents.to_numpy() if documents.dtype == object else documents.array)
            return frame
        frame = _frames.to_pandas(table, index)
        if task.shape == "value" and not collected:
            return frame.iloc[:, 0].rename(getattr(texts, "name", None))
        return frame
    if task.shape == "rows":
        table = _with_documents(table, id)
    if kind == "polars":
        frame = _frames.to_polars(table)
        if task.shape == "value" and not collected:
            return frame.to_series().alias(texts.name)
        return frame
    return Table(table)


def _with_documents(table: _core.Table, id: Any) -> _core.Table:
    if id is None:
        return table.with_copy(1, "document", "row")
    try:
        labels = _frames.as_arrow(id)
    except (TypeError, ValueError):
        raise InputTypeError("expected labels of one type; labels of several types can be given as str", "id") from None
    return table.with_looked_up(1, "document", labels, "row")


def _index(id: Any) -> Any:
    import pandas as pd

    return pd.Index(id)


def type_name(value: Any) -> str:
    kind = type(value)
    return kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__.split('.')[0]}.{kind.__name__}"


def got(value: Any) -> str:
    """What was given in place of a column, and what to do about it."""
    if _frames.is_frame(value):
        lazy = ".collect()" if type(value).__name__ == "LazyFrame" else ""
        return f"a {type_name(value).partition('.')[0]}.{type(value).__name__}; pass one column, such as frame{lazy}['text']"
    if isinstance(value, Iterable) and not isinstance(value, (str, bytes, Mapping)):
        return f"{type_name(value)}; pass list(...) of it"
    return type_name(value)


_NO_BAR = nullcontext()


@contextmanager
def _bar(texts: Any) -> Iterator[Callable[[int, int], None]]:
    try:
        from tqdm.auto import tqdm
    except ImportError as error:
        raise ImportError("progress=True needs tqdm: pip install 'copydesk[notebook]'") from error
    total = len(texts) if hasattr(texts, "__len__") else None
    with tqdm(total=total, unit=" texts") as bar:
        yield lambda rows, _bytes: bar.update(rows - bar.n) and None


def integer(argument: str, value: Any, least: int, most: int | None = None) -> int:
    """An argument that is a whole number within bounds."""
    bounds = f"of at least {least}" if most is None else f"from {least} to {most}"
    if not hasattr(value, "__index__") or isinstance(value, bool) or value < least or (most is not None and value > most):
        raise ValueError(f"{argument}: expected an int {bounds}, got {value!r}")
    return operator.index(value)


def optional(argument: str, value: Any, expected: type, words: str) -> Any:
    """As `instance`, where None may be given too."""
    return None if value is None else instance(argument, value, expected, words)


def instance(argument: str, value: Any, expected: type, words: str) -> Any:
    """An argument that is an object of a class, which an error calls `words`."""
    if not isinstance(value, expected):
        raise InputTypeError(f"expected {words}, got {type_name(value)}", argument)
    return value
