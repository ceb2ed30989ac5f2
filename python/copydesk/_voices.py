"""Which claims have the same speaker: equal keys and first names that allow it, equal names under different keys, or one body that
a common noun names in each language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from . import _core

Row = Mapping[str, Any]


class Speakers:
    """The speakers of claims, those with most claims first.

    Attributes:
        of: the number of the speaker of each claim, from 0; None where none is named.
        names: the name of each speaker: the most frequent one, of equally frequent ones the longest.

    >>> key = lambda key, name: {"speaker": name, "speaker_key": key}
    >>> speakers = Speakers([key("roe", "Jane Roe"), key("roe", "Ms Roe"), key("j roe", "Jane Roe"), {"speaker": None}])
    >>> speakers.of, speakers.names
    ([0, 0, 0, None], ['Jane Roe'])
    >>> Speakers([key("roe", "Jane Roe"), key("roe", "John Roe"), key("roe", "J. Roe")]).of
    [0, 1, 2]
    """

    def __init__(self, claims: Sequence[Row]) -> None:
        parents: dict[str, str] = {}

        def root(node: str) -> str:
            while parents.setdefault(node, node) != node:
                parents[node] = node = parents[parents[node]]
            return node

        # A family name may be that of several persons.
        names: dict[str, dict[str, int]] = {}
        for claim in claims:
            if claim.get("speaker") and claim.get("speaker_key"):
                names.setdefault(str(claim["speaker_key"]), {})[str(claim["speaker"])] = 0
        for of_key, told in names.items():
            told.update(zip(told, _core.persons(of_key, list(told)), strict=True))
        nodes: list[str | None] = []
        for claim in claims:
            if not claim.get("speaker"):
                nodes.append(None)
                continue
            name = f"name {str(claim['speaker']).casefold()}"
            key = name
            if claim.get("speaker_key"):
                of_key = str(claim["speaker_key"])
                key = f"key {names[of_key][str(claim['speaker'])]} {of_key}"
            parents[root(name)] = root(key)
            if claim.get("speaker_type") != "person":
                body = _core.body_key(str(claim["speaker"]), claim.get("language"))
                if body is not None:
                    parents[root(key)] = root(f"body {body}")
            nodes.append(key)
        roots = [None if node is None else root(node) for node in nodes]
        ranked = [node for node, _ in Counter(node for node in roots if node is not None).most_common()]
        numbers = {node: number for number, node in enumerate(ranked)}
        self.of: list[int | None] = [None if node is None else numbers[node] for node in roots]
        counts: list[Counter[str]] = [Counter() for _ in ranked]
        for claim, number in zip(claims, self.of, strict=True):
            if number is not None:
                counts[number][str(claim["speaker"])] += 1
        self.names = [max(count, key=lambda name: (count[name], len(name))) for count in counts]

    def voices(self, claims: Sequence[Row]) -> list[tuple[str, list[Row]]]:
        """The claims of each speaker, by name, first of those whom most outlets quote; two copies of an article in one outlet count
        once. `claims` are those that this was made of."""
        voices: list[list[Row]] = [[] for _ in self.names]
        counted: dict[tuple[Any, ...], Any] = {}
        for row, number in zip(claims, self.of, strict=True):
            place = (row["outlet"], row["text"], row.get("start"))
            copied = row.get("start") is not None and counted.setdefault(place, row.get("row")) != row.get("row")
            if number is not None and not copied:
                voices[number].append(row)
        named = zip(self.names, voices, strict=True)
        return sorted(named, key=lambda voice: -len({row["outlet"] for row in voice[1]}))
