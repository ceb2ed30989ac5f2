"""Arguments beside the texts: one value for all of them, or a column with one for each."""

from __future__ import annotations

import sys
import warnings
from datetime import date
from numbers import Number
from typing import Any

from . import _frames
from ._columns import got, type_name
from ._times import ACCEPTED, day_first, readable, unreadable
from .errors import InputTypeError


def language_argument(language: Any, texts: Any) -> Any:
    """The argument `language` as the core reads it: a column of codes becomes a list."""
    if language is None or isinstance(language, str):
        return language
    return side_column("language", language, texts)


def side_column(argument: str, values: Any, texts: Any) -> list[str | None]:
    """An argument that may be given once for all texts, or one a text, as the core reads it."""
    if values is None or isinstance(values, (str, date)):
        return [side_value(argument, None, values)]
    np = sys.modules.get("numpy")
    if np is not None and isinstance(values, np.ndarray) and values.ndim == 1:
        values = (values.astype("datetime64[us]") if values.dtype.kind == "M" else values).tolist()
    if _frames.is_frame(values) or _frames.kind_of(values) is None:
        expected = ACCEPTED if argument == "published" else "expected str or None"
        raise InputTypeError(f"{expected}, or a column of them, got {got(values)}", argument)
    plain = [side_value(argument, row, value) for row, value in enumerate(_frames.plain_list(values))]
    _check_length(argument, plain, texts)
    _check_index(argument, values, texts)
    return plain


def times_column(argument: str, values: Any, texts: Any) -> list[str | None]:
    """As `side_column`, of dates and times; what is none is left out and pointed out."""
    given = side_column(argument, values, texts)
    return _readable(argument, given, stacklevel=4, column=not isinstance(values, (str, date)))


def times_of(values: list[Any], stacklevel: int) -> list[str | None]:
    """The column of dates and times of a table as ISO 8601; text that is none is pointed out and left out.

    Raises:
        InputTypeError: a value is neither text nor a date.
    """
    for row, value in enumerate(values):
        # 20240514 or 1715630400: what such a number means is a guess.
        if isinstance(value, Number) and not _frames.is_missing(value):
            raise InputTypeError(f"{ACCEPTED}, got the number {value!r}", "published", row)
    given = [side_value("published", row, value) for row, value in enumerate(values)]
    given = [None if value is None else value.strip() or None for value in given]
    return _readable("published", given, stacklevel=stacklevel + 2)


def _readable(argument: str, given: list[str | None], *, stacklevel: int, column: bool = True) -> list[str | None]:
    first = day_first(given)
    found = [None if value is None or not value.strip() else readable(value, first) for value in given]
    if message := unreadable(argument, given, found, column=column):
        warnings.warn(message, UserWarning, stacklevel=stacklevel)
    return found


def _check_length(argument: str, values: list[Any], texts: Any) -> None:
    rows = 1 if isinstance(texts, (str, bytes)) else len(texts) if hasattr(texts, "__len__") else len(values)
    if len(values) != rows:
        raise ValueError(f"{argument}: expected one value, or one for each of {rows} texts, got {len(values)}")


def _check_index(argument: str, values: Any, texts: Any) -> None:
    pd = sys.modules.get("pandas")
    if pd is None or not isinstance(values, pd.Series) or not isinstance(texts, pd.Series):
        return
    if not values.index.equals(texts.index):
        raise ValueError(
            f"{argument}: its index differs from that of the texts; values are taken by position, so if that is what "
            "is meant pass .to_numpy()"
        )


def side_value(argument: str, row: int | None, value: Any) -> str | None:
    """One value of a side column: text as it is, a date in ISO 8601, None for what is missing."""
    if value is None or _frames.is_missing(value):
        return None
    if isinstance(value, str):
        return value
    if isinstance(value, date):  # datetime and pandas' Timestamp are dates too
        return value.isoformat()
    raise InputTypeError(f"expected str or None, got {type_name(value)}", argument, row)
