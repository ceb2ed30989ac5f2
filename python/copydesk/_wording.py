"""Wordings of one claim, word by word: which words they share, and which each has for itself."""

from __future__ import annotations

from collections.abc import Sequence

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


def marked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with its spans in brackets.

    >>> marked("a real risk", [(2, 6)])
    'a [real] risk'
    """
    parts, at = [], 0
    for start, end in spans:
        parts += [text[at:start], "[", text[start:end], "]"]
        at = end
    return "".join([*parts, text[at:]])
