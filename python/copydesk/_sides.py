"""The sides of a disagreement: which members say the same in other words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from . import _acts, _core
from ._conflicts import Conflict, amount, holds, meant, part
from ._voices import Speakers

Side = dict[int, str]
"""The values of one side, by the rows that give them."""


def sides(conflict: Conflict, rows: Sequence[Mapping[str, Any]]) -> list[Side]:
    """The values of a disagreement side by side: one number or day is one side whatever its words ("3", "trois", "drei",
    "nobody" and "no one"), and so are one speaker, a name and its fuller form, and the yes of two outlets in two ways."""
    said = {n: words.casefold() for n, words in conflict.values.items()}
    told = {
        "number": _figures, "date": _days, "name": _names, "speaker": _speakers, "polarity": _answers,
    }[conflict.kind](conflict, rows)
    by_meaning = _grouped(conflict, lambda n: told.get(n, said[n]))
    if conflict.kind == "number":
        by_meaning = _compatible(conflict, by_meaning, told)
        if len(by_meaning) == 1:
            # "14 kilometres" and "14 miles" are one figure and two sides.
            by_meaning = _grouped(conflict, lambda n: _units(rows[n], conflict.values[n]) or said[n])
    return by_meaning if len(by_meaning) > 1 else _grouped(conflict, said.__getitem__)


def positions(conflict: Conflict, rows: Sequence[Mapping[str, Any]]) -> list[tuple[list[str], list[str]]]:
    """What each side says, in all its words, and the outlets that take it."""
    told = sides(conflict, rows)
    return [(list(dict.fromkeys(side.values())), list(dict.fromkeys(rows[n]["outlet"] for n in side))) for side in told]


def _grouped(conflict: Conflict, key: Callable[[int], Any]) -> list[Side]:
    found: dict[Any, Side] = {}
    for n, words in conflict.values.items():
        found.setdefault(key(n), {})[n] = words
    return list(found.values())


def _figures(conflict: Conflict, rows: Sequence[Mapping[str, Any]]) -> dict[int, Any]:
    """What each number tells, with what bounds it: "more than 300" and "fewer than 300" are two, "about 300" is "300"."""
    of_words = {conflict.values[n].casefold(): figure for n, figure in conflict.figures.items() if n in conflict.values}
    found: dict[int, Any] = {}
    for n, words in conflict.values.items():
        known = conflict.figures.get(n) or of_words.get(words.casefold())
        found[n] = known or ", ".join(map(_figure, meant(rows[n], "number", words))) or words.casefold()
    return found


def _compatible(conflict: Conflict, found: list[Side], told: Mapping[int, Any]) -> list[Side]:
    """The sides, a bound that contradicts none of another side's figures in that one: "at least 17" and "17". One that may go
    with two sides, which contradict each other, stands alone."""
    opposed = {frozenset((told.get(a), told.get(b))) for a, b in conflict.against}
    figures = [{told.get(n) for n in side} for side in found]

    def contradict(a: int, b: int) -> bool:
        return any(frozenset((x, y)) in opposed for x in figures[a] for y in figures[b])

    bounds = [n for n, of in enumerate(figures) if all(str(figure).startswith((">", "<")) for figure in of)]
    for n in bounds:
        fit = [m for m in range(len(found)) if m != n and found[m] and not contradict(n, m)]
        bare = {str(figure).lstrip("<>=") for figure in figures[n]}
        fit = [m for m in fit if not figures[m].isdisjoint(bare)] or fit
        if fit and not any(contradict(a, b) for a in fit for b in fit):
            found[fit[0]] |= found[n]
            figures[fit[0]] |= figures[n]
            found[n], figures[n] = {}, set()
    return [dict(sorted(side.items())) for side in found if side]


def _units(row: Mapping[str, Any], words: str) -> tuple[Any, ...]:
    return tuple(part(mention, "unit") for mention in meant(row, "number", words))


def _figure(mention: Any) -> str:
    sign = part(mention, "comparator")
    value, upper = amount(mention)
    return _core.amount({"value": value, "upper": upper, "unit": None, "comparator": "=" if sign == "~" else sign})


def _days(conflict: Conflict, rows: Sequence[Mapping[str, Any]]) -> dict[int, Any]:
    days = {n: tuple(map(amount, meant(rows[n], "date", words))) for n, words in conflict.values.items()}
    return {n: day for n, day in days.items() if day}


def _speakers(conflict: Conflict, rows: Sequence[Mapping[str, Any]]) -> dict[int, Any]:
    places = list(conflict.values)
    return dict(zip(places, Speakers([rows[n] for n in places]).of, strict=True))


def _names(conflict: Conflict, rows: Sequence[Mapping[str, Any]]) -> dict[int, Any]:
    """The longest name that holds each: "Marsk" is "Lev Marsk", unless the two are what is disputed."""
    told = sorted({words.casefold() for words in conflict.values.values()}, key=lambda words: (-len(words), words))
    opposed = {frozenset((conflict.values[a].casefold(), conflict.values[b].casefold())) for a, b in conflict.against}
    fuller: dict[str, str] = {}
    for place, words in enumerate(told):
        held = [long for long in told[:place] if holds(long, words) and frozenset((long, words)) not in opposed]
        fuller[words] = fuller[held[0]] if len({fuller[long] for long in held}) == 1 else words
    return {n: fuller[words.casefold()] for n, words in conflict.values.items()}


def _answers(conflict: Conflict, rows: Sequence[Mapping[str, Any]]) -> dict[int, Any]:
    """Yes or no: who contradicts the same outlet says the same. Nothing, where three contradict one another."""
    near: dict[int, list[tuple[int, bool]]] = {n: [] for n in conflict.values}
    for a, b in conflict.against:
        near[a].append((b, True))
        near[b].append((a, True))
    first: dict[str, int] = {}
    for n, words in conflict.values.items():
        other = first.setdefault(words.casefold(), n)
        if other != n:
            near[n].append((other, False))
            near[other].append((n, False))
    answer: dict[int, bool] = {}
    for start in conflict.values:
        waiting = [] if start in answer else [start]
        # Of those whom nothing joins with the others, too, a no is a no.
        answer.setdefault(start, not (_acts.denied(rows[start]) or rows[start].get("polarity") == "negated"))
        while waiting:
            n = waiting.pop()
            for other, contradicts in near[n]:
                meant_there = answer[n] != contradicts
                if other not in answer:
                    answer[other] = meant_there
                    waiting.append(other)
                elif answer[other] != meant_there:
                    return {}
    return answer
