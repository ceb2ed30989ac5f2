"""Where the members of a cluster disagree: in a number, a date, the polarity, or in who is said to have said it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

NEARLY = 0.1
"""How far a number said to be approximate may be off, as a share."""
BOUND = 1.5
"""How far beyond its bound a "more than" reaches: what is five times as much is no longer the same news."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A disagreement inside one cluster.

    Attributes:
        kind: number, date, polarity or speaker.
        about: the unit of a number; None otherwise.
        values: what each member says, by its position among the members; a member that says nothing is left out.
    """

    kind: str
    about: str | None
    values: dict[int, str]


def conflicts(members: Sequence[Mapping[str, Any]]) -> list[Conflict]:
    """The disagreements between members of different outlets."""
    found = [*_numbers(members), *_dates(members)]
    for kind, say in (("polarity", _polarity), ("speaker", _speaker)):
        values = {n: value for n, member in enumerate(members) if (value := say(member)) is not None}
        if any(values[a] != values[b] for a, b in _across(members, values)) and not _shared(members, values):
            shown = values if kind == "polarity" else {n: str(members[n].get("speaker")) for n in values}
            found.append(Conflict(kind, None, shown))
    return found


def _across(members: Sequence[Mapping[str, Any]], which: Iterable[int]) -> list[tuple[int, int]]:
    return [(a, b) for a, b in combinations(which, 2) if members[a].get("outlet") != members[b].get("outlet")]


def _shared(members: Sequence[Mapping[str, Any]], values: Mapping[int, str]) -> bool:
    """Whether one value stands in every outlet: where each has said so once, a second mention is no disagreement."""
    outlets: dict[Any, set[str]] = {}
    for n, value in values.items():
        outlets.setdefault(members[n].get("outlet"), set()).add(value)
    return bool(set.intersection(*outlets.values())) if outlets else False


def _polarity(member: Mapping[str, Any]) -> str | None:
    polarity = member.get("polarity")
    if polarity is None:
        return None
    # "denied that it was safe" says what "said it was not safe" says.
    negated = (polarity == "negated") != (member.get("act") == "deny")
    return "negated" if negated else "affirmed"


def _speaker(member: Mapping[str, Any]) -> str | None:
    key = member.get("speaker_key")
    return str(key) if key is not None and member.get("speaker_type") == "person" else None


def _numbers(members: Sequence[Mapping[str, Any]]) -> list[Conflict]:
    all_of = [[_get(item) for item in member.get("quantities") or ()] for member in members]
    found: dict[str | None, dict[int, str]] = {}
    for a, b in _across(members, range(len(members))):
        left = [q for q in all_of[a] if not any(_agree(q, other) for other in all_of[b])]
        right = [q for q in all_of[b] if not any(_agree(q, other) for other in all_of[a])]
        foreign = members[a].get("language") != members[b].get("language")
        alone = foreign and len(all_of[a]) == 1 and len(all_of[b]) == 1
        for mine in left:
            for other in right:
                if _unit(mine) == _unit(other) or alone:
                    values = found.setdefault(_unit(mine), {})
                    values.setdefault(a, _shown(mine))
                    values.setdefault(b, _shown(other))
    for unit, values in found.items():
        for n, quantities in enumerate(all_of):
            same = [q for q in quantities if _unit(q) == unit]
            if n not in values and same:
                values[n] = _shown(same[0])
    return [Conflict("number", unit, dict(sorted(values.items()))) for unit, values in found.items()]


def _get(item: Any) -> dict[str, Any]:
    return dict(item) if isinstance(item, Mapping) else {name: getattr(item, name) for name in item.__slots__}


def _unit(quantity: Mapping[str, Any]) -> str | None:
    unit = quantity.get("unit")
    return None if unit is None else str(unit).casefold()


def _range(quantity: Mapping[str, Any]) -> tuple[float, float]:
    low = float(quantity["value"])
    high = float(quantity["upper"]) if quantity.get("upper") is not None else low
    match quantity.get("comparator"):
        case "~":
            return low - NEARLY * abs(low), high + NEARLY * abs(high)
        case ">" | ">=":
            return low, max(high, low * BOUND)
        case "<" | "<=":
            return min(low, high / BOUND), high
    return low, high


def _agree(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    (low, high), (other_low, other_high) = _range(a), _range(b)
    slack = 1e-9 * max(abs(high), abs(other_high))
    return low <= other_high + slack and other_low <= high + slack


def _shown(quantity: Mapping[str, Any]) -> str:
    value = _number(float(quantity["value"]))
    if quantity.get("upper") is not None:
        value += f"–{_number(float(quantity['upper']))}"
    sign = {"~": "about ", ">": "over ", "<": "under ", ">=": "at least ", "<=": "up to "}.get(
        str(quantity.get("comparator")), ""
    )
    unit = quantity.get("unit")
    return f"{sign}{value}{f' {unit}' if unit else ''}"


def _number(value: float) -> str:
    if math.isfinite(value) and value == int(value) and abs(value) < 1e15:
        return f"{int(value):,}"
    return f"{value:,.6g}"


def _dates(members: Sequence[Mapping[str, Any]]) -> list[Conflict]:
    dates = [[str(_get(item)["value"]) for item in member.get("dates") or ()] for member in members]
    values: dict[int, str] = {}
    for a, b in _across(members, range(len(members))):
        left = [date for date in dates[a] if not any(_same_day(date, other) for other in dates[b])]
        right = [date for date in dates[b] if not any(_same_day(date, other) for other in dates[a])]
        if left and right:
            values.setdefault(a, left[0])
            values.setdefault(b, right[0])
    if not values:
        return []
    for n, found in enumerate(dates):
        if found:
            values.setdefault(n, found[0])
    return [Conflict("date", None, dict(sorted(values.items())))]


def _same_day(a: str, b: str) -> bool:
    """As far as both are precise."""
    return a.startswith(b) or b.startswith(a)
