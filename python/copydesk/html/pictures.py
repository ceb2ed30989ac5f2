"""Pictures of a coverage in plain HTML and SVG: share of voice as bars, the likeness of outlets as a map."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from .._labels import counted
from .parts import COLOURS, Voices, escape

if TYPE_CHECKING:
    from ..coverage import Coverage

MAPPED = 24
"""Outlets beyond these are left out of the map, those with fewest claims first; the table has them."""
_FAINT = 0.08
"""Share of common claims below which no line is drawn."""


def busiest(coverage: Coverage, limit: int) -> list[str]:
    """The outlets with most claims, in the order of the coverage."""
    counts = dict.fromkeys(coverage.outlets, 0)
    for row in coverage.rows:
        counts[row["outlet"]] = counts.get(row["outlet"], 0) + 1
    kept = set(sorted(coverage.outlets, key=lambda name: -counts[name])[:limit])
    return [name for name in coverage.outlets if name in kept]


def voice_bars(coverage: Coverage, voices: Voices) -> str:
    """For each outlet one bar of all its claims that have a speaker, cut by speaker; beyond the palette in grey."""
    bars = []
    for outlet in busiest(coverage, MAPPED):
        counts: dict[int, int] = {}
        for row in coverage.rows:
            number = voices.number(row) if row["outlet"] == outlet else None
            if number is not None:
                counts[number if number <= COLOURS else 0] = counts.get(number if number <= COLOURS else 0, 0) + 1
        total = sum(counts.values())
        if not total:
            continue
        parts = []
        for number in sorted(counts, key=lambda number: (number == 0, number)):
            share = 100 * counts[number] / total
            name = voices.names[number - 1] if number else "others"
            label = (str(number) if number else "…") if share >= 6 else ""
            parts.append(
                f'<span class="cd-slice cd-{number}" style="width:{share:.2f}%" title="{escape(name)}: {counts[number]}">{label}</span>'
            )
        spoken = ", ".join(
            f"{voices.names[number - 1] if number else 'others'} {counts[number]}" for number in sorted(counts) if counts[number]
        )
        bars.append(
            f'<div class="cd-voice"><span class="cd-outlet">{escape(outlet)}</span>'
            f'<span class="cd-slices" role="img" aria-label="{escape(f"{outlet}: {spoken}")}">{"".join(parts)}</span></div>'
        )
    return f'<div class="cd-voices">{"".join(bars)}</div>' if bars else ""


def likeness_map(coverage: Coverage) -> str:
    """Outlets on a circle, a line between two the thicker the more claims they share; numbers are explained below."""
    names = busiest(coverage, MAPPED)
    if len(names) < 2:
        return ""
    places = {}
    for n, name in enumerate(names):
        angle = 2 * math.pi * n / len(names) - math.pi / 2
        places[name] = (160 + 120 * math.cos(angle), 150 + 120 * math.sin(angle))
    lines = []
    for pair in coverage.similar_pairs:
        a, b = pair["outlet"], pair["other"]
        if a not in places or b not in places or coverage.outlets.index(a) > coverage.outlets.index(b):
            continue
        share = math.sqrt(pair["of_outlet"] * pair["of_other"])
        if share >= _FAINT or pair["same_text"]:
            copied = max(pair["same_text"] or 0.0, _back(coverage, b, a))
            kind = "cd-copied" if copied >= 0.1 else "cd-tie"
            (x, y), (u, v) = places[a], places[b]
            title = f"{a} and {b}: {counted(pair['shared'], 'claim')} in common" + (", shared copy" if copied >= 0.1 else "")
            lines.append(
                f'<line class="{kind}" x1="{x:.1f}" y1="{y:.1f}" x2="{u:.1f}" y2="{v:.1f}" stroke-width="{1 + 14 * share:.1f}">'
                f"<title>{escape(title)}</title></line>"
            )
    nodes = "".join(
        f'<g class="cd-node"><title>{escape(name)}</title><circle cx="{x:.1f}" cy="{y:.1f}" r="15"/>'
        f'<text x="{x:.1f}" y="{y:.1f}" dy=".35em" text-anchor="middle">{n}</text></g>'
        for n, (name, (x, y)) in enumerate(places.items(), 1)
    )
    legend = "".join(f"<li>{escape(name)}</li>" for name in names)
    return (
        '<figure class="cd-map"><svg viewBox="0 0 320 300" role="img" aria-label="Map of outlets by the claims that they share; '
        f'the table below has the figures">{"".join(lines)}{nodes}</svg>'
        f"<figcaption>The thicker the line, the more claims two outlets share; a dashed line: they also share copy word for "
        f"word.<ol>{legend}</ol></figcaption></figure>"
    )


def _back(coverage: Coverage, a: str, b: str) -> float:
    found = (pair["same_text"] for pair in coverage.similar_pairs if pair["outlet"] == a and pair["other"] == b)
    return next(found, None) or 0.0
