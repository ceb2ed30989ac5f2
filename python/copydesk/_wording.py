"""Wordings of one claim, word by word: which words they share, and which each has for itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

_WORD = re.compile(r"\w+(?:[.,:’'\-]\w+)*[%]?")
_MOST = 600
"""Words of a wording that are aligned; what follows is left unmarked."""

Span = tuple[int, int]


def words(text: str) -> list[Span]:
    """The words of a text as spans of code points."""
    return [match.span() for match in _WORD.finditer(text)][:_MOST]


def folded(text: str) -> list[str]:
    """The words of a text as they are compared: without case and typographic apostrophes."""
    return [text[start:end].casefold().replace("’", "'") for start, end in words(text)]


def similarity(a: str, b: str) -> float:
    """The share of words, in order, that two wordings have in common, in [0, 1]."""
    left, right = folded(a), folded(b)
    if not left or not right:
        return 0.0
    return SequenceMatcher(None, left, right, autojunk=False).ratio()


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
        if len(members) < 2:
            continue
        first = max(members, key=lambda n: len(texts[n]))
        kept = [False] * len(words(texts[first]))
        for other in members:
            if other == first:
                continue
            same = [False] * len(words(texts[other]))
            matcher = SequenceMatcher(None, folded(texts[first]), folded(texts[other]), autojunk=False)
            for a, b, size in matcher.get_matching_blocks():
                kept[a : a + size] = [True] * size
                same[b : b + size] = [True] * size
            found[other] = _runs(texts[other], same)
        found[first] = _runs(texts[first], kept)
    return found


def _runs(text: str, same: Sequence[bool]) -> list[Span]:
    """Words that are not the same, neighbours joined."""
    runs: list[Span] = []
    joined = False
    for (start, end), shared in zip(words(text), same, strict=True):
        if shared:
            joined = False
        elif joined:
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
            joined = True
    return runs


def typical(texts: Sequence[str], languages: Sequence[str | None]) -> int:
    """The position of the wording that is most like the others of the most frequent language; the longer one of two."""
    codes = list(languages)
    main = max(dict.fromkeys(codes), key=codes.count)
    members = [n for n, code in enumerate(codes) if code == main][:12]
    return max(members, key=lambda n: (sum(similarity(texts[n], texts[m]) for m in members if m != n), len(texts[n])))
