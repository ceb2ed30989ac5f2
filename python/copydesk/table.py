"""The table that a column function gives back for Arrow data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from . import _core, _frames
from .errors import InputTypeError

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow


class Table:
    """A table in Arrow's layout that needs no frame library; any library that reads Arrow takes it without a copy.

    Its length is that of its rows, and going through it gives these as dicts; `table["speaker"]` is a column.

    >>> import copydesk, pyarrow
    >>> table = copydesk.detect_language(pyarrow.array(["Talks ended without a deal on Monday evening.", None]))
    >>> table.column_names, table["code"], len(table)
    (['code', 'script', 'confidence', 'reliable'], ['en', None], 2)
    """

    __slots__ = ("_core",)

    def __init__(self, data: Any) -> None:
        """Wraps `data`: a core table, or any table with `__arrow_c_stream__` or `__arrow_c_array__`.

        Raises:
            InputTypeError: it is no such table, but a single column for instance.
        """
        if isinstance(data, Table):
            data = data._core
        try:
            self._core: _core.Table = data if isinstance(data, _core.Table) else _core.Table.from_arrow(_frames.exportable(data))
        except (TypeError, ValueError):
            raise InputTypeError(f"expected a table that exports Arrow data, got {type(data).__name__}", "data") from None

    @property
    def column_names(self) -> list[str]:
        """Names of the columns, in order."""
        return self._core.column_names

    def __len__(self) -> int:
        return self._core.num_rows

    def __getitem__(self, name: str) -> list[Any]:
        """The values of one column."""
        return self._core.column(name)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self.to_dicts())

    def to_dicts(self) -> list[dict[str, Any]]:
        """The rows as dicts; times are UTC datetimes, a span is a tuple (start, end)."""
        return self._core.to_dicts()

    def to_pandas(self) -> pandas.DataFrame:
        """A pandas DataFrame (needs `copydesk[pandas]`)."""
        return _frames.to_pandas(self._core)

    def to_polars(self) -> polars.DataFrame:
        """A polars DataFrame (needs `copydesk[polars]`)."""
        return _frames.to_polars(self._core)

    def to_arrow(self) -> pyarrow.Table:
        """A pyarrow Table, without a copy (needs pyarrow)."""
        import pyarrow

        return pyarrow.table(self._core)

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self._core.__arrow_c_stream__(requested_schema)

    def __arrow_c_schema__(self) -> object:
        return self._core.__arrow_c_schema__()

    def __reduce__(self) -> tuple[type[Table], tuple[_core.Table]]:
        return Table, (self._core,)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Table) and self._core.to_ipc() == other._core.to_ipc()

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<copydesk.Table of {len(self)} rows: {', '.join(self.column_names)}>"

    def _repr_html_(self) -> str:
        from .display import table_html

        return table_html(self.column_names, self.to_dicts(), limit=20)
