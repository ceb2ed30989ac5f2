"""What a speaker does with a claim, in a word: who denies it does not carry it as one who says it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from . import _core

VERBS = dict(_core.act_verbs())
"""The verb of each act: "denies" of "deny"."""


def denied(row: Mapping[str, Any]) -> bool:
    """Whether the speaker denies the words of the claim; what a denial quotes in full is the speaker's own word."""
    return row.get("act") == "deny" and row.get("kind") != "direct"


def verb(row: Mapping[str, Any]) -> str:
    """What the speaker does by a claim: who "did not deny" something does not deny it.

    >>> verb({"act": "deny", "polarity": "affirmed"})
    'does not deny'
    """
    act = str(row.get("act"))
    return "does not deny" if act == "deny" and row.get("polarity") == "affirmed" else VERBS[act]


def marked(row: Mapping[str, Any]) -> str:
    """The text of a claim, behind "[denies]" where its speaker denies it.

    >>> marked({"act": "deny", "kind": "indirect", "polarity": "negated", "text": "the dam is unsafe"})
    '[denies] the dam is unsafe'
    """
    text = str(row.get("text") or "")
    return f"[{verb(row)}] {text}" if denied(row) else text


def told(rows: Iterable[Mapping[str, Any]], kinds: Mapping[str, str], other: str) -> str:
    """How an outlet has a claim: the kind of its first wording and what the speaker does by it; beside that, its denials.

    >>> kinds = {"direct": "quoted", "indirect": "says"}
    >>> told([{"kind": "indirect", "act": "say"}, {"kind": "indirect", "act": "deny"}], kinds, "")
    'says; denies'
    >>> told([{"kind": "direct", "act": "warn"}], kinds, "")
    'quoted, warns'
    """
    first, *more = rows
    return "; ".join(dict.fromkeys(_way(row, kinds, other) for row in [first, *filter(denied, more)]))


def _way(row: Mapping[str, Any], kinds: Mapping[str, str], other: str) -> str:
    kind, act = str(row.get("kind")), str(row.get("act"))
    way = kinds.get(kind, other)
    if kind == "narrator" or act == "say" or act not in VERBS or (act == "deny" and not denied(row)):
        return way
    return verb(row) if kind == "indirect" or kind not in kinds else f"{way}, {verb(row)}"
