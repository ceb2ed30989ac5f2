"""Disagreements inside clusters, from pairs of claims to who says what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Pair = tuple[int, int, int, str, str, str]
"""Cluster, row, row, kind, the words of the one, those of the other; as the core gives them."""


@dataclass(slots=True)
class Conflict:
    """A disagreement inside one cluster.

    Attributes:
        cluster: where; None where an outlet's own sentence disagrees with what is no shared claim.
        kind: number, date, name, polarity or speaker.
        values: what each member says, by its row; a member that says nothing of it is left out.
    """

    cluster: int | None
    kind: str
    values: dict[int, str] = field(default_factory=dict)


def gathered(pairs: Iterable[Pair], members: Mapping[int, Sequence[int]], rows: Sequence[Mapping[str, Any]]) -> list[Conflict]:
    """Pairs that share a claim or its words as one disagreement, with all members that take a side.

    The core lists each pair of wordings once; others of the cluster that use the same words take the same side.
    """
    found: list[Conflict] = []
    for cluster, a, b, kind, a_words, b_words in pairs:
        sides = {a: a_words, b: b_words}
        same = [c for c in found if (c.cluster, c.kind) == (cluster, kind) and _touches(c, sides)]
        conflict = same[0] if same else Conflict(cluster, kind)
        if not same:
            found.append(conflict)
        for other in same[1:]:
            conflict.values |= other.values
            found.remove(other)
        for row, words in sides.items():
            conflict.values.setdefault(row, words)
    for conflict in found:
        if conflict.kind in ("number", "date", "name") and conflict.cluster is not None:
            _join(conflict, members.get(conflict.cluster, ()), rows)
        if conflict.kind == "number":
            conflict.values = {n: whole(rows[n], words) for n, words in conflict.values.items()}
        conflict.values = dict(sorted(conflict.values.items()))
    return found


def whole(row: Mapping[str, Any], words: str) -> str:
    """The words of a number with what bounds it: "At least 25", "between 60 and 70 million euros".

    The core reads word by word; the quantities of the claim know where the expression begins, and where a range ends.
    """
    text, origin = str(row.get("text") or ""), row.get("start")
    # Where a claim is of several stretches, places in the article are none in its text.
    if origin is None or row.get("end") != origin + len(text):
        return words
    for quantity in row.get("quantities") or ():
        value, upper, start, end = (_part(quantity, name) for name in ("value", "upper", "start", "end"))
        if start is None or end is None or not origin <= start < end <= origin + len(text):
            continue
        said = text[start - origin : end - origin]
        found = said.find(words)
        if upper is not None and (found >= 0 or words not in text and words.startswith(f"{value:.0f}–")):
            return said
        if found >= 0:
            return said[: found + len(words)]
    return words


def _part(quantity: Any, name: str) -> Any:
    return quantity.get(name) if isinstance(quantity, Mapping) else getattr(quantity, name, None)


def _touches(conflict: Conflict, sides: Mapping[int, str]) -> bool:
    known = {words.casefold() for words in conflict.values.values()}
    return any(conflict.values.get(row) == words or words.casefold() in known for row, words in sides.items())


def _join(conflict: Conflict, members: Sequence[int], rows: Sequence[Mapping[str, Any]]) -> None:
    # The longest first: of "180,000" and "at least 180,000" a text that has both has said the longer.
    said = sorted(dict.fromkeys(conflict.values.values()), key=len, reverse=True)
    for row in members:
        if row in conflict.values:
            continue
        for words in said:
            if re.search(rf"(?<!\w){re.escape(words)}(?!\w)", str(rows[row]["text"] or ""), re.IGNORECASE):
                conflict.values[row] = words
                break
