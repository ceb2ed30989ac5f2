"""Rows as the bytes of a file: a table for people, JSON lines, CSV, Parquet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from ._values import plain
from . import _saved, _tables, _terminal

FORMATS = ("table", "jsonl", "csv", "parquet")
_ENDINGS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".parquet": "parquet", ".txt": "table"}


def suits(output: Path | None, terminal: bool) -> str | None:
    """The format for a file of that name, or for standard output; None where the name does not say."""
    if output is None:
        return "table" if terminal else "jsonl"
    return _ENDINGS.get(output.suffix.lower())


def written(rows: Sequence[Mapping[str, Any]], form: str, short: Sequence[str], schema: str | None) -> bytes:
    """The rows in one of `FORMATS`; a table for people has just the columns `short`. Of no rows, the columns stand."""
    if form == "table":
        text = _terminal.table(short, [[_one_line(row.get(name)) for name in short] for row in rows])
        return (text + "\n").encode("utf-8", "replace")
    if form == "jsonl":
        lines = (json.dumps(_jsonable(row), ensure_ascii=False) + "\n" for row in rows)
        return "".join(lines).encode("utf-8", "replace")
    if form == "csv":
        return _csv(rows, short)
    core = _tables.of_rows(schema, rows) if schema else _tables.of_columns(_columns(rows, short))
    return _saved.parquet(core)


def _one_line(value: Any) -> Any:
    return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else value


def _jsonable(value: Any) -> Any:
    value = plain(value)
    if isinstance(value, dict):
        return {str(key): _jsonable(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_jsonable(item) for item in value]
    return value.isoformat() if isinstance(value, datetime) else value


def _csv(rows: Sequence[Mapping[str, Any]], short: Sequence[str]) -> bytes:
    out = io.StringIO()
    names = list(rows[0]) if rows else list(short)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    for row in rows:
        values = (_jsonable(row.get(name)) for name in names)
        writer.writerow([json.dumps(v, ensure_ascii=False) if isinstance(v, (list, dict)) else v for v in values])
    return out.getvalue().encode("utf-8", "replace")


def _columns(rows: Sequence[Mapping[str, Any]], short: Sequence[str]) -> list[_tables.Column]:
    columns: list[_tables.Column] = []
    for name in list(rows[0]) if rows else short:
        values = [row.get(name) for row in rows]
        present = [value for value in values if value is not None]
        kind = "text"
        for candidate, types in (("bool", bool), ("int", int), ("float", (int, float)), ("texts", (list, tuple))):
            if present and all(isinstance(value, types) for value in present):
                kind = candidate
                break
        columns.append((name, kind, values))
    return columns
