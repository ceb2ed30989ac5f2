"""Wordings of one claim, word by word: which words they share, and which each has for itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from . import _core
from ._columns import Options

Span = tuple[int, int]


def drifts(texts: Sequence[str]) -> list[tuple[int, list[Span], float]]:
    """Each wording aligned with the longest: place in the list, changed stretches, share of its words changed."""
    return _core.wording(list(texts), Options(1, "raise", None, None, "texts"))


def changed(texts: Sequence[str], languages: Sequence[str | None]) -> list[list[Span]]:
    """For each wording, the words that the longest wording of its language lacks; for that one, those it has alone.

    A wording that stands alone in its language has nothing to be compared with and nothing marked.

    >>> texts = ["about 40,000 litres had escaped", "40,000 litres escaped"]
    >>> [[text[a:b] for a, b in spans] for text, spans in zip(texts, changed(texts, ["en", "en"]))]
    [['about', 'had'], []]
    """
    found: list[list[Span]] = [[] for _ in texts]
    for language in dict.fromkeys(languages):
        members = [n for n, code in enumerate(languages) if code == language]
        if len(members) > 1:
            for place, spans, _ in drifts([texts[n] for n in members]):
                found[members[place]] = spans
    return found


def similarity(a: str, b: str) -> float:
    """The share of the shorter wording's words that stand, in order, in the longer one."""
    return 1.0 - drifts([a, b])[1][2]


def typical(texts: Sequence[str], languages: Sequence[str | None]) -> int:
    """The position of the wording that shares most with the others of the most frequent language; the longer of two."""
    codes = list(languages)
    main = max(dict.fromkeys(codes), key=codes.count)
    members = [n for n, code in enumerate(codes) if code == main][:12]

    def shared(n: int) -> float:
        return sum(similarity(texts[n], texts[m]) for m in members if m != n)

    return max(members, key=lambda n: (round(shared(n), 6), len(texts[n])))


_VERBATIM = 0.8
"""Share of the shorter wording's words from which two outlets carry one quotation."""
_COMPARED = 24
"""How many direct wordings are compared with each other."""


def original(rows: Sequence[Mapping[str, Any]]) -> list[bool | None]:
    """Which of the wordings of one claim, the longest first, is likely the original; all null where nothing tells.

    Quoted directly and at first hand it must be. Length alone tells nothing, since a translation of a translation may
    be the longest; but two outlets hardly hit upon the same words, so that the longest one counts that another outlet
    carries in the same language word for word, or the only direct one where all are in one language.

    >>> said = lambda outlet, text, kind: {"outlet": outlet, "text": text, "kind": kind, "language": "en"}
    >>> herald = said("Herald", "We told them twice to close it", "direct")
    >>> original([herald, said("Courier", "twice had they been told", "indirect")])
    [True, False]
    >>> original([herald, said("Post", "Two times we did say it", "direct")])
    [None, None]
    """
    direct = [n for n, row in enumerate(rows) if row.get("kind") == "direct" and row.get("via") is None]

    def copied(n: int) -> bool:
        return any(
            other["outlet"] != rows[n]["outlet"]
            and other.get("language") == rows[n].get("language")
            and similarity(str(rows[n]["text"] or ""), str(other["text"] or "")) >= _VERBATIM
            for other in (rows[m] for m in direct[:_COMPARED] if m != n)
        )

    chosen = next((n for n in direct[:_COMPARED] if copied(n)), None)
    if chosen is None and len(direct) == 1 and len({row.get("language") for row in rows}) == 1:
        chosen = direct[0]
    return [None if chosen is None else n == chosen for n in range(len(rows))]
