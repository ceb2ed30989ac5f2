"""Records out of files that hold many: JSON, JSON lines, tables of comma- or tab-separated values, Parquet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from typing import Any

from . import _fields

Record = tuple[int, str, dict[str, Any] | None]
"""Its number, from 1; where it stands, in words; the record, or None where it cannot be read."""


def records(kind: str, content: Any) -> Iterator[Record]:
    """The records of a file of kind "json", "jsonl", "csv" or "tsv", given as text, or "parquet", given as bytes.

    Raises:
        ValueError: it is no such file.
        ImportError: Parquet without pyarrow.
    """
    readers: dict[str, Callable[[Any], Iterator[Record]]] = {
        "json": _of_json,
        "jsonl": _of_lines,
        "csv": _of_table,
        "tsv": _of_table,
        "parquet": _of_parquet,
    }
    return readers[kind](content)


def _of_json(text: str) -> Iterator[Record]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise ValueError("no JSON") from None
    for number, record in enumerate(_listed(found), 1):
        yield number, f"item {number}", record if isinstance(record, dict) else {}


def _listed(found: Any, depth: int = 2) -> list[Any]:
    """A list as it is; of an object, the list of records that it wraps, as news services answer, else itself."""
    if isinstance(found, list):
        return found
    if isinstance(found, dict) and depth and _fields.column(found, "content") is None:
        for name in ("response", *_fields.LISTS):
            inner = found.get(name)
            if isinstance(inner, list) and any(isinstance(record, dict) for record in inner):
                return inner
            if isinstance(inner, dict) and (listed := _listed(inner, depth - 1)) and listed[0] is not inner:
                return listed
    return [found]


def _of_lines(text: str) -> Iterator[Record]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            yield number, f"line {number}", None
            continue
        yield number, f"line {number}", record if isinstance(record, dict) else {}


def _of_table(text: str) -> Iterator[Record]:
    head = text[: text.find("\n") + 1] or text
    # Spreadsheets of half of Europe separate by semicolons.
    mark = max(",;\t", key=head.count)
    before = csv.field_size_limit(max(len(text), 1))
    try:
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=mark))
    except csv.Error as error:
        raise ValueError(f"no table: {error}") from None
    finally:
        csv.field_size_limit(before)
    for number, row in enumerate(rows, 1):
        yield number, f"row {number - 1}", {name.strip(): value for name, value in row.items() if isinstance(name, str)}


def _of_parquet(data: bytes) -> Iterator[Record]:
    try:
        import pyarrow.parquet
    except ImportError:
        raise ImportError(".parquet files need pyarrow: pip install 'copydesk[pandas]'") from None
    for number, record in enumerate(pyarrow.parquet.read_table(io.BytesIO(data)).to_pylist()):
        yield number + 1, f"row {number}", record
