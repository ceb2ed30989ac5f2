"""Tables of any kind, taken column by column and given back as the kind that came. Imports no frame library by itself."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, Literal

from ._values import Rows
from . import _core, _frames
from .errors import InputTypeError
from .table import Table

TableKind = Literal["rows", "pandas", "polars", "arrow"]
Column = tuple[str, str, list[Any]]
"""Name, kind (int, float, bool, text, texts or spans) and values of a column that a view makes up."""


def kind_of(table: Any, argument: str) -> TableKind:
    """What a table is: a list of objects or dicts, a pandas or polars DataFrame, or something that speaks Arrow."""
    pd, pl = sys.modules.get("pandas"), sys.modules.get("polars")
    if pd is not None and isinstance(table, pd.DataFrame):
        return "pandas"
    if pl is not None and isinstance(table, pl.DataFrame):
        return "polars"
    if hasattr(table, "__arrow_c_stream__") and _frames.kind_of(table) == "arrow":
        return "arrow"
    if type(table).__name__ == "LazyFrame":
        raise InputTypeError("expected a DataFrame, got a LazyFrame; call .collect() first", argument)
    if isinstance(table, (list, tuple)):
        for row, item in enumerate(table):
            if not isinstance(item, Mapping) and not is_dataclass(item) and not hasattr(item, "_fields"):
                raise InputTypeError(f"expected an object or a dict, got {type(item).__name__}", argument, row)
        return "rows"
    raise InputTypeError(
        f"expected a pandas or polars DataFrame, a copydesk.Table or a list of objects, got {type(table).__name__}",
        argument,
    )


class Source:
    """A table of the caller's, read column by column."""

    def __init__(self, table: Any, argument: str = "claims") -> None:
        self.kind = kind_of(table, argument)
        self._argument = argument
        try:
            self.table: Any = Table(table) if self.kind == "arrow" else table
        except InputTypeError as error:
            raise InputTypeError(error.message, argument) from None
        # pandas' names may be anything.
        self._columns: dict[str, Any] = {str(name): name for name in self._given_names()}

    def _given_names(self) -> list[Any]:
        if self.kind == "arrow":
            return list(self.table.column_names)
        if self.kind != "rows":
            return list(self.table.columns)
        # One dict may have what another lacks; most have the same.
        names: dict[str, None] = {}
        last: Any = None
        for item in self.table:
            shape = item.keys() if isinstance(item, Mapping) else type(item)
            if shape != last:
                names |= dict.fromkeys(_names(item))
                last = shape
        return list(names)

    @property
    def names(self) -> list[str]:
        """Names of the columns; of dicts, all that any of them has."""
        return list(self._columns)

    def __len__(self) -> int:
        return len(self.table)

    def has(self, name: str) -> bool:
        """Whether there is such a column."""
        return name in self._columns

    def column(self, name: str) -> list[Any]:
        """The values of a column, every kind of missing value as None.

        Raises:
            InputTypeError: there is no such column; the message says which there are.
        """
        if self.kind == "rows" and not self.table:
            return []
        if not self.has(name):
            there = ", ".join(self.names) or "none"
            raise InputTypeError(f"there is no column {name!r}; there are {there}", self._argument)
        if self.kind == "rows":
            values = [item.get(name) if isinstance(item, Mapping) else getattr(item, name, None) for item in self.table]
            return [None if _frames.is_missing(value) else value for value in values]
        if self.kind == "arrow":
            return list(self.table[name])
        column = self.table[self._columns[name]]
        if _frames.is_frame(column):
            raise InputTypeError(f"several columns have the name {name!r}", self._argument)
        return [_tidy(value) for value in _frames.plain_list(column)]

    def named(self, name: str, usual: str) -> list[Any]:
        """The values of a column that may be missing as long as it has its usual name; None for every row then."""
        return self.column_or(name) if name == usual else self.column(name)

    def column_or(self, name: str, default: Any = None) -> list[Any]:
        """The values of a column; `default` for every row where there is no such column."""
        return self.column(name) if self.has(name) else [default] * len(self)

    def rows(self) -> list[dict[str, Any]]:
        """All rows as dicts."""
        if self.kind == "arrow":
            dicts: list[dict[str, Any]] = self.table.to_dicts()
            return dicts
        columns = {name: self.column(name) for name in self.names}
        return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]

    def take(self, positions: Sequence[int], schema: str) -> Any:
        """These rows in this order, as the caller's kind of table; lists and Arrow get the columns of `schema`."""
        if self.kind == "pandas":
            return self.table.iloc[list(positions)]
        if self.kind == "polars":
            return self.table[list(positions)]
        rows = self.rows()
        return Table(of_rows(schema, [{"row": 0, **rows[n]} for n in positions]))

    def with_numbers(self, name: str, values: Sequence[int | None]) -> Any:
        """The same table with an integer column replaced or added; objects are copied, never changed."""
        if self.kind == "pandas":
            import pandas as pd

            return self.table.assign(**{name: pd.array(list(values), dtype="Int64")})
        if self.kind == "polars":
            import polars as pl

            return self.table.with_columns(pl.Series(name, list(values), dtype=pl.Int64))
        if self.kind == "arrow":
            return Table(_core.with_numbers(self.table._core, name, list(values)))
        changed = [
            {**item, name: value} if isinstance(item, Mapping) else _replaced(item, name, value)
            for item, value in zip(self.table, values, strict=True)
        ]
        return Rows(changed) if isinstance(self.table, Rows) else type(self.table)(changed)


def _names(item: Any) -> list[str]:
    if isinstance(item, Mapping):
        return list(item)
    return list(item._fields) if hasattr(item, "_fields") else [field.name for field in fields(item)]


def _replaced(item: Any, name: str, value: Any) -> Any:
    return item._replace(**{name: value}) if hasattr(item, "_replace") else replace(item, **{name: value})


def _tidy(value: Any) -> Any:
    """Nested values as plain Python: frames hand out arrays and Series where there were lists."""
    if hasattr(value, "tolist") and not isinstance(value, (str, bytes)):
        value = value.tolist()
    elif hasattr(value, "to_list"):
        value = value.to_list()
    if isinstance(value, list):
        return [_span(item) for item in value]
    return _span(value)


def _span(value: Any) -> Any:
    if isinstance(value, dict) and value.keys() == {"start", "end"}:
        return (value["start"], value["end"])
    return value


def convert(table: _core.Table, kind: TableKind) -> Any:
    """A core table as the kind of table that the caller works with; a `Table` for lists and Arrow."""
    if kind == "pandas":
        return _frames.to_pandas(table)
    return _frames.to_polars(table) if kind == "polars" else Table(table)


def of_rows(schema: str, rows: Sequence[Mapping[str, Any]]) -> _core.Table:
    """Rows as a table of one of the core's schemas: articles, attributions, claims or files."""
    return _core.table_of_rows(schema, [dict(row) for row in rows])


def of_columns(columns: Sequence[Column]) -> _core.Table:
    """Columns of a view as a table; a name that stands twice is told apart by a number."""
    seen: dict[str, int] = {}
    unique: list[Column] = []
    for given, kind, values in columns:
        # Arrow's interface ends a name at a zero character.
        name = given.replace("\0", "\ufffd")
        seen[name] = seen.get(name, 0) + 1
        unique.append((name if seen[name] == 1 else f"{name} ({seen[name]})", kind, values))
    return _core.table_of_columns(unique)
