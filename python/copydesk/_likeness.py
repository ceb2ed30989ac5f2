"""How alike outlets are: which claims two of them share, in which words, and who copied whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import permutations
from typing import Any

from . import _evidence, _wording

_COMPARED = 8
"""How many wordings of a claim are compared in each of two outlets."""


def pairs(
    outlets: Sequence[str],
    rows: Sequence[Mapping[str, Any]],
    said: Iterable[int],
    articles: Mapping[Any, Mapping[str, Any]],
    credits: Mapping[Any, Sequence[str]],
) -> list[dict[str, Any]]:
    """Each ordered pair of outlets with what `Coverage.similarity` tells of it; `said` are the rows that count."""
    carried: dict[str, dict[object, list[int]]] = {name: {} for name in outlets}
    for n in said:
        row = rows[n]
        key = ("alone", n) if row["cluster"] is None else row["cluster"]
        carried[row["outlet"]].setdefault(key, []).append(n)
    texts: dict[str, list[Any]] = {name: [] for name in outlets}
    for place, name in {row.get("row"): row["outlet"] for row in rows}.items():
        if place in articles:
            texts[name].append(place)
    copied = {name: _evidence.runs([str(articles[n].get("text") or "") for n in own]) for name, own in texts.items()}
    credited = {name: {agency for n in own for agency in credits[n]} for name, own in texts.items()}
    found = []
    for a, b in permutations(outlets, 2):
        both = carried[a].keys() & carried[b].keys()
        near = [x for key in both if (x := _nearest(rows, carried[a][key], carried[b][key])) is not None]
        found.append(
            {
                "outlet": a,
                "other": b,
                "shared": len(both),
                "of_outlet": len(both) / len(carried[a]) if carried[a] else 0.0,
                "of_other": len(both) / len(carried[b]) if carried[b] else 0.0,
                "wording": sum(near) / len(near) if near else None,
                "same_text": len(copied[a] & copied[b]) / len(copied[a]) if copied[a] and copied[b] else None,
                "agency": ", ".join(sorted(credited[a] & credited[b])) or None,
            }
        )
    return found


def _nearest(rows: Sequence[Mapping[str, Any]], left: Sequence[int], right: Sequence[int]) -> float | None:
    """The greatest share of words that two wordings of one language have in common; None where there are no such two."""
    found = [
        _wording.similarity(str(rows[a]["text"] or ""), str(rows[b]["text"] or ""))
        for a in left[:_COMPARED]
        for b in right[:_COMPARED]
        if rows[a].get("language") == rows[b].get("language")
    ]
    return max(found, default=None)
