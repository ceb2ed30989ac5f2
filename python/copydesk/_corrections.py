"""Hand corrections of claims: named by what stays when claims are matched anew, and applied in the order they came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from .errors import InputTypeError

Key = tuple[str, int]
"""A claim's document, as text, and its number."""


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
        drop: whether it is left out.
    """

    key: Key
    speaker: str | None = KEEP
    alone: bool = False
    with_claim: Key | None = None
    drop: bool = False

    def to_dict(self) -> dict[str, Any]:
        """As plain values; `speaker` is left out where it stays."""
        plain: dict[str, Any] = {"document": self.key[0], "claim": self.key[1], "alone": self.alone, "drop": self.drop}
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
            (str(plain["document"]), int(plain["claim"])),
            speaker=plain.get("speaker", KEEP),
            alone=bool(plain["alone"]),
            with_claim=None if other is None else (str(other[0]), int(other[1])),
            drop=bool(plain["drop"]),
        )


def key_of(claim: Any) -> Key:
    """The key of a row, an object, or a (document, claim) pair."""
    if isinstance(claim, tuple) and not hasattr(claim, "_fields"):
        document, number = claim if len(claim) == 2 else (None, None)
    elif hasattr(claim, "get"):
        document, number = claim.get("document"), claim.get("claim")
    else:
        document, number = getattr(claim, "document", None), getattr(claim, "claim", None)
    if document is None or number is None:
        raise InputTypeError("expected a row of the claims table or a (document, claim) pair", "claim")
    return str(document), int(number)


def targets(rows: Iterable[Mapping[str, Any]]) -> set[Key]:
    """The claims that can be corrected."""
    return {key_of(row) for row in rows}


def applied(rows: Sequence[Mapping[str, Any]], corrections: Sequence[Correction]) -> list[dict[str, Any]]:
    """The rows, corrected; what a correction names and the rows lack is passed over."""
    claims = {key_of(row): dict(row) for row in rows}
    for correction in corrections:
        claim = claims.get(correction.key)
        if claim is None:
            continue
        if correction.drop:
            del claims[correction.key]
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
