"""Hand corrections of claims: named by what stays when claims are matched anew, and applied in the order they came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from numbers import Real
from typing import Any, Final

from ._frames import is_missing
from .errors import InputTypeError

Key = tuple[int, int]
"""A claim's row and number. Rows are unique; labels of documents are the caller's and may repeat."""


class _Keep(str):
    """What an argument is when it is not given: None has a meaning of its own."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "..."


KEEP: Final[str] = _Keep()


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person knows better about one claim.

    Attributes:
        key: the claim.
        speaker: its speaker, where that was wrong.
        alone: whether it is taken out of its cluster.
        with_claim: a claim that says the same.
        drop: whether it is left out; False brings back what an earlier correction left out, None leaves it as it is.
    """

    key: Key
    speaker: str | None = KEEP
    alone: bool = False
    with_claim: Key | None = None
    drop: bool | None = None

    def to_dict(self) -> dict[str, Any]:
        """As plain values; what stays is left out."""
        plain: dict[str, Any] = {"row": self.key[0], "claim": self.key[1], "alone": self.alone}
        if self.drop is not None:
            plain["drop"] = self.drop
        if self.speaker is not KEEP:
            plain["speaker"] = self.speaker
        if self.with_claim is not None:
            plain["with"] = list(self.with_claim)
        return plain

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> Correction:
        """Reads what `to_dict` gave."""
        other = plain.get("with")
        return cls(
            (int(plain["row"]), int(plain["claim"])),
            speaker=plain.get("speaker", KEEP),
            alone=bool(plain["alone"]),
            with_claim=None if other is None else (int(other[0]), int(other[1])),
            drop=plain.get("drop"),
        )


def key_of(row: Mapping[str, Any]) -> Key:
    """The key of a row of the claims table."""
    return row["row"], row["claim"]


def found(claim: Any, rows: Iterable[Mapping[str, Any]], argument: str = "claim") -> Key:
    """The key of the claim that a caller means: a row of the table, an object, a (row, claim) or (document, claim) pair.

    Raises:
        KeyError: there is no such claim.
        ValueError: several documents have the label; the message names their rows.
    """
    row, document, number = _named(claim)
    if not isinstance(number, Real) or is_missing(number) or (row is None and document is None):
        raise InputTypeError("expected a row of the claims table or a (row, claim) pair", argument)
    number = int(float(number))
    if row is not None:
        if (int(row), number) not in {key_of(known) for known in rows}:
            raise KeyError(f"there is no claim {number!r} in row {row!r}")
        return int(row), number
    places = [known["row"] for known in rows if str(known["document"]) == str(document) and known["claim"] == number]
    if not places:
        raise KeyError(f"there is no claim {number!r} in document {document!r}")
    if len(places) > 1:
        there = ", ".join(map(str, places))
        raise ValueError(f"claim: the label {document!r} is that of rows {there}; name the claim by (row, claim)")
    return places[0], number


def _named(claim: Any) -> tuple[Any, Any, Any]:
    """Row, document and number, as far as they are given. In a pair, an int is a row and all else is a label."""
    if isinstance(claim, tuple) and not hasattr(claim, "_fields"):
        first, number = claim if len(claim) == 2 else (None, None)
        return (first, None, number) if hasattr(first, "__index__") else (None, first, number)
    if hasattr(claim, "get"):
        return claim.get("row"), claim.get("document"), claim.get("claim")
    return getattr(claim, "row", None), getattr(claim, "document", None), getattr(claim, "claim", None)


def applied(rows: Sequence[Mapping[str, Any]], corrections: Sequence[Correction]) -> list[dict[str, Any]]:
    """The rows, corrected; what a correction names and the rows lack is passed over."""
    last = {correction.key: correction.drop for correction in corrections if correction.drop is not None}
    claims = {key_of(row): dict(row) for row in rows if not last.get(key_of(row))}
    for correction in corrections:
        claim = claims.get(correction.key)
        if claim is None:
            continue
        if correction.speaker is not KEEP:
            _name(claim, correction.speaker, claims.values())
        if correction.alone:
            claim["cluster"] = None
        if correction.with_claim is not None and (other := claims.get(correction.with_claim)) is not None:
            if other["cluster"] is None:
                used = (c["cluster"] for c in claims.values() if c["cluster"] is not None)
                other["cluster"] = max(used, default=-1) + 1
            claim["cluster"] = other["cluster"]
    return _without_lone(claims)


def speaker_of(value: object) -> str | None:
    """A speaker as given: a name, None for what is missing, KEEP for what is not given.

    Raises:
        InputTypeError: it is something else.
    """
    if value is KEEP:
        return KEEP
    if is_missing(value):
        return None
    if not isinstance(value, str) or not value.strip():
        raise InputTypeError(f"expected a name or None, got {value!r}", "speaker")
    return str(value).strip()


def _name(claim: dict[str, Any], speaker: str | None, claims: Iterable[Mapping[str, Any]]) -> None:
    known = next((c for c in claims if speaker is not None and c.get("speaker") == speaker), None)
    claim["speaker"] = speaker
    if known is not None:
        claim["speaker_key"], claim["speaker_type"] = known.get("speaker_key"), known.get("speaker_type")
    else:
        # Nobody else bears the name: it joins with itself alone, and nothing is known of its kind.
        claim["speaker_key"] = None if speaker is None else speaker.casefold()
        claim["speaker_type"] = None


def _without_lone(claims: Mapping[Key, dict[str, Any]]) -> list[dict[str, Any]]:
    """A cluster is of several outlets; one that a correction left to a single claim is none."""
    sizes: dict[int, int] = {}
    for claim in claims.values():
        if claim["cluster"] is not None:
            sizes[claim["cluster"]] = sizes.get(claim["cluster"], 0) + 1
    return [
        dict(claim, cluster=None) if claim["cluster"] is not None and sizes[claim["cluster"]] < 2 else claim
        for claim in claims.values()
    ]
