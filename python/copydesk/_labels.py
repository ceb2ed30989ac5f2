"""Which wording stands for a claim beside what each outlet has, and how an outlet's wording reads against it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from . import _acts, _core, _wording
from ._columns import plain_options
from ._conflicts import Conflict
from ._matching import record_columns
from ._sides import Side, sides

if TYPE_CHECKING:
    from .coverage import Coverage

NOT = "[not]"
"""What is told of a wording that is negated where the claim's is not."""


def label(rows: Sequence[Mapping[str, Any]], members: Sequence[int], differ: Iterable[Conflict]) -> int:
    """The row whose wording stands for a claim: a typical one of the side that most outlets take where they disagree, on yes
    or no before all else; and none that says the contrary of what an outlet denies, since "denies" beside it would say the
    opposite."""
    left = list(members)
    for conflict in sorted(differ, key=lambda conflict: conflict.kind != "polarity"):
        told = sides(conflict, rows)
        left = _kept(left, _minor(told, rows))
        if conflict.kind == "polarity":
            denials = [side for side in told if any(_acts.denied(rows[n]) for n in side)]
            left = _kept(left, {n for side in denials for n in side if not _acts.denied(rows[n])})
    if any(_acts.denied(rows[n]) for n in members):
        left = _kept(left, {n for n in left if negated(rows[n])})
    texts, codes = [str(rows[n]["text"] or "") for n in left], [rows[n].get("language") for n in left]
    return left[_wording.typical(texts, codes)]


def _kept(rows: list[int], out: set[int]) -> list[int]:
    """The rows without some of them, all of them if none would be left."""
    return [n for n in rows if n not in out] or rows


def _minor(told: Sequence[Side], rows: Sequence[Mapping[str, Any]]) -> set[int]:
    """The rows of the sides that fewer outlets take than another one; of two sides equal in that, the one that negates."""
    carried = [(len({rows[n]["outlet"] for n in side}), -sum(negated(rows[n]) for n in side) / len(side)) for side in told]
    return {n for side, weight in zip(told, carried, strict=True) for n in side if weight < max(carried)}


def negated(row: Mapping[str, Any]) -> bool:
    """Whether the words of a claim say that something is not so; what is denied stands there as it is."""
    return row.get("polarity") == "negated" and not _acts.denied(row)


def opposed(rows: Sequence[Mapping[str, Any]], labels: Mapping[int, int], members: Mapping[int, Sequence[int]]) -> set[int]:
    """The rows that negate a word which the claim of their cluster has without a negation, or the other way about. Of what is
    denied, the verb tells it."""
    pairs = [
        (labels[cluster], n)
        for cluster, own in members.items()
        for n in own
        if n != labels[cluster] and not _acts.denied(rows[n])
    ]
    told = _core.opposed(record_columns(rows), pairs, plain_options(None, "claims"))
    return {n for (_, n), contrary in zip(pairs, told, strict=True) if contrary}


def told(coverage: Coverage, rows: Sequence[int], kinds: Mapping[str, str], other: str) -> str:
    """How an outlet has a claim, as `_acts.told` says it of its rows, with a sign where its first wording is `opposed`."""
    way = _acts.told([coverage.rows[n] for n in rows], kinds, other)
    return f"{way} {NOT}" if rows[0] in coverage.opposed else way


def counted(count: int, thing: str) -> str:
    """A number with what it counts.

    >>> counted(1, "claim"), counted(1200, "claim")
    ('1 claim', '1,200 claims')
    """
    return f"{count:,} {thing}{'' if count == 1 else 's'}"
