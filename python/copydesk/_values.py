"""What all results have in common: plain values of them, and how they show themselves in a notebook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

T = TypeVar("T")


def plain(value: Any) -> Any:
    """A value of this module as dicts, lists and scalars, ready for JSON."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return value._asdict()
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value


class Record:
    """Base of all results: `to_dict()` and a table in notebooks."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """The fields as a dict of plain values, ready for JSON."""
        result: dict[str, Any] = plain(self)
        return result

    def _repr_html_(self) -> str:
        from .display import record_html

        return record_html(type(self).__name__, self.to_dict())


class Rows(tuple[T, ...]):
    """The results for one text, in order: a tuple that shows itself as a table in notebooks."""

    __slots__ = ()

    def __new__(cls, items: Iterable[T] = ()) -> Rows[T]:
        return super().__new__(cls, items)

    def to_dicts(self) -> list[dict[str, Any]]:
        """One dict of plain values per result."""
        return [plain(item) for item in self]

    def __getnewargs__(self) -> tuple[tuple[T, ...]]:
        return (tuple(self),)

    def _repr_html_(self) -> str:
        from .display import table_html

        rows = self.to_dicts()
        return table_html(list(rows[0]) if rows else [], rows, limit=200)
