"""A report for a terminal: who carries which claim, and where they disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import _labels, _terminal
from ._sides import positions

if TYPE_CHECKING:
    from ._conflicts import Conflict
    from .coverage import Coverage

_SHORT = {"direct": "“…”", "mixed": "“…” ~", "indirect": "says", "narrator": "own"}
_SIGNS = (
    "“…” quoted, “…” ~ quoted in part, says reported in other words, denies (accuses, warns …) what the speaker does "
    f"instead; {_labels.NOT} with a negation where the claim has none, or the other way about; ≠ the outlets disagree, with "
    "what each says"
)
_OUTLET = 9
"""What a column for one outlet takes at the least, with the blanks beside it."""
_CLAIM = 34
"""What the columns of the claim and its speaker take."""


def overview(report: Any) -> str:
    """Claims x outlets, with a column for each outlet where the terminal has room, and the disagreements."""
    coverage: Coverage = report.coverage
    counts = (
        f"{_labels.counted(len(report.article_rows), 'article')}, {_labels.counted(len(coverage.outlets), 'outlet')}, "
        f"{_labels.counted(len(coverage.rows), 'claim')}, {len(coverage.members)} of them in several outlets, "
        f"{_labels.counted(len(coverage.disagreements), 'disagreement')} (≠)"
    )
    parts = [_claims(coverage)] if coverage.members else []
    if coverage.disagreements:
        lines = [_sides(coverage, conflict) for conflict in coverage.disagreements]
        parts.append(_terminal.table(["they disagree on", "", "who says what"], lines))
    return "\n\n".join([*parts, f"{counts}\n{_SIGNS}" if coverage.members else counts])


def _claims(coverage: Coverage) -> str:
    wide = _CLAIM + _OUTLET * len(coverage.outlets) <= _terminal.columns()
    lines: list[list[Any]] = []
    for cluster, members in coverage.members.items():
        typical = coverage.rows[coverage._typical[cluster]]
        told = _told(coverage, cluster, members)
        cells = [told.get(name, "") for name in coverage.outlets] if wide else [_by_way(told)]
        lines.append([("≠ " if cluster in coverage._disputes else "") + str(typical["text"]), typical.get("speaker"), *cells])
    return _terminal.table(["claim", "speaker", *(coverage.outlets if wide else ["outlets"])], lines)


def _told(coverage: Coverage, cluster: int, members: list[int]) -> dict[str, str]:
    """What each outlet that carries a claim says where they disagree, or else how it has it."""
    said = [conflict.values for conflict in coverage._disputes.get(cluster, ())]
    told: dict[str, str] = {}
    for name in dict.fromkeys(coverage.rows[n]["outlet"] for n in members):
        own = [n for n in members if coverage.rows[n]["outlet"] == name]
        value = "; ".join(dict.fromkeys(values[n] for values in said for n in own if n in values))
        told[name] = value or _labels.told(coverage, own, _SHORT, "x")
    return told


def _by_way(told: dict[str, str]) -> str:
    ways: dict[str, list[str]] = {}
    for name, way in told.items():
        ways.setdefault(way, []).append(name)
    return "; ".join(f"{way}: {', '.join(names)}" for way, names in ways.items())


def _sides(coverage: Coverage, conflict: Conflict) -> list[str]:
    """The claim of a disagreement, its kind, and its sides with the outlets that take them."""
    about = next(iter(conflict.values)) if conflict.cluster is None else coverage._typical[conflict.cluster]
    parts = [f"{' = '.join(words)} ({', '.join(outlets)})" for words, outlets in positions(conflict, coverage._told)]
    return [str(coverage._told[about]["text"]), conflict.kind, " ≠ ".join(parts)]
