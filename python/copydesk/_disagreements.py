"""Disagreements as a table: who says what, and when."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from ._conflicts import Conflict
from ._sides import sides
from ._tables import Column
from ._times import written


def disagreement_columns(
    conflicts: Sequence[Conflict], told: Sequence[Mapping[str, Any]], time: Callable[[int], datetime | None]
) -> list[Column]:
    """One row for each member of each conflict; `told` are the claims that conflicts number, `time` when one was published."""
    lines = []
    for number, conflict in enumerate(conflicts):
        side_of = {n: place for place, side in enumerate(sides(conflict, told)) for n in side}
        lines += [(number, conflict, n, value, side_of[n]) for n, value in conflict.values.items()]
    rows = [told[n] for _, _, n, *_ in lines]
    return [
        ("conflict", "int", [number for number, *_ in lines]),
        ("cluster", "int", [conflict.cluster for _, conflict, *_ in lines]),
        ("kind", "text", [conflict.kind for _, conflict, *_ in lines]),
        ("outlet", "text", [row["outlet"] for row in rows]),
        ("value", "text", [value for *_, value, _ in lines]),
        ("text", "text", [row["text"] for row in rows]),
        ("side", "int", [side for *_, side in lines]),
        ("speaker", "text", [row.get("speaker") for row in rows]),
        ("document", "text", [None if (label := row.get("document")) is None else str(label) for row in rows]),
        ("published", "text", [written(time(n)) for _, _, n, *_ in lines]),
    ]
