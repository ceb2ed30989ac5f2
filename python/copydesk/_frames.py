"""Which kind of container a value is, and tables in the form that goes with it. Imports no frame library by itself."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Literal

from . import _core

if TYPE_CHECKING:
    import pandas
    import polars

Kind = Literal["one", "list", "pandas", "polars", "arrow"]


def kind_of(value: Any) -> Kind | None:
    """The kind of container that a column stands in; None for what is no column."""
    if isinstance(value, (str, bytes)):
        return "one"
    if isinstance(value, (list, tuple)):
        return "list"
    np = sys.modules.get("numpy")
    if np is not None and isinstance(value, np.ndarray):
        return "list" if value.ndim == 1 and value.dtype.kind in "OUTS" else None
    pd, pl = sys.modules.get("pandas"), sys.modules.get("polars")
    if pd is not None and isinstance(value, (pd.Series, pd.Index)):
        return "pandas"
    if pl is not None and isinstance(value, pl.Series):
        return "polars"
    if hasattr(value, "__arrow_c_stream__") or hasattr(value, "__arrow_c_array__"):
        return "arrow"
    return None


def is_frame(value: Any) -> bool:
    """Whether a value is a table rather than a column."""
    pd, pl = sys.modules.get("pandas"), sys.modules.get("polars")
    if pd is not None and isinstance(value, pd.DataFrame):
        return True
    if pl is not None and isinstance(value, (pl.DataFrame, pl.LazyFrame)):
        return True
    # Tables of pyarrow and our own.
    return hasattr(value, "__arrow_c_stream__") and hasattr(value, "column_names")


def rows_of_series(series: Any) -> list[Any]:
    """The values of a pandas Series, every kind of missing value as None."""
    missing = series.isna()
    return [None if gone else value for value, gone in zip(series.tolist(), missing.tolist(), strict=True)]


_PLAIN = {str, bytes, type(None)}
"""Types of which a list needs no second look."""


def plain_list(column: Any) -> list[Any]:
    """A side column (codes, dates, labels) as a list, missing values as None."""
    kind = kind_of(column)
    if kind == "pandas":
        return rows_of_series(column)
    if kind == "polars":
        values: list[Any] = column.to_list()
        return values
    if kind == "arrow":
        return _core.Table.from_column(column).column("values")
    values = column.tolist() if hasattr(column, "tolist") else column
    if set(map(type, values)) <= _PLAIN:
        return values if isinstance(values, list) else list(values)
    return [None if is_missing(value) else value for value in values]


def is_missing(value: Any) -> bool:
    """Whether a value stands for none: None, a float NaN, pandas' NA and NaT."""
    if value is None or isinstance(value, float):
        return value is None or value != value
    return type(value).__name__ in ("NAType", "NaTType")


def need_pyarrow() -> None:
    """Raises ImportError where pandas frames cannot be made; asked before long work, since pandas comes without it."""
    try:
        import pyarrow  # noqa: F401
    except ImportError as error:
        raise ImportError("frames need pyarrow: pip install 'copydesk[pandas]'") from error


def to_pandas(table: _core.Table, index: Any = None) -> pandas.DataFrame:
    """A DataFrame with nullable scalars; nested columns hold Python lists, tuples and dicts."""
    import pandas as pd

    need_pyarrow()
    import pyarrow as pa

    nested = {
        name
        for name, kind in zip(table.column_names, table.column_types, strict=True)
        if kind.startswith(("List", "Struct"))
    }
    flat = [name for name in table.column_names if name not in nested]
    nullable = {pa.int64(): pd.Int64Dtype(), pa.bool_(): pd.BooleanDtype()}
    frame: pandas.DataFrame = pa.table(table).select(flat).to_pandas(types_mapper=nullable.get)
    for position, name in enumerate(table.column_names):
        if name in nested:
            frame.insert(position, name, pd.Series(table.column(name), dtype=object, index=frame.index))
    if index is not None:
        frame.index = index
    return frame


def series(values: list[Any], texts: Any) -> pandas.Series[Any]:
    """A Series of objects with the index and the name of the Series (or Index) that the texts stood in."""
    import pandas as pd

    return pd.Series(values, dtype=object, index=getattr(texts, "index", texts), name=getattr(texts, "name", None))


def exportable(value: Any) -> Any:
    """A table as it came, but that polars cannot export columns of its null type: they become text."""
    pl = sys.modules.get("polars")
    if pl is not None and isinstance(value, pl.DataFrame):
        return value.with_columns(pl.col(pl.Null).cast(pl.String))
    return value


def to_polars(table: _core.Table) -> polars.DataFrame:
    """A polars DataFrame, nested columns as List and Struct."""
    import polars as pl

    return pl.DataFrame(table)


def labels(index: Any, rows: Sequence[int] | Any) -> Any:
    """The index labels at these positions, as values of a column (tuples for an index of several levels)."""
    import pandas as pd

    taken = index.take(rows)
    return pd.Series(list(taken), dtype=object) if taken.nlevels > 1 else taken.to_series(index=range(len(taken)))


def as_arrow(values: Iterable[Any]) -> Any:
    """Plain values as something that exports Arrow."""
    if hasattr(values, "__arrow_c_stream__") or hasattr(values, "__arrow_c_array__"):
        return values
    for name in ("pyarrow", "polars"):
        try:
            module = __import__(name)
        except ImportError:
            continue
        return module.array(list(values)) if name == "pyarrow" else module.Series(list(values))
    raise ImportError("this needs pyarrow or polars: pip install 'copydesk[pandas]'")
