"""When each claim appeared, and where."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

First = dict[int, dict[str, datetime]]
"""Of each cluster the time at which each outlet first carried it, the earliest first; outlets of unknown time are left out."""


def appearances(
    members: Mapping[int, Sequence[int]], rows: Sequence[Mapping[str, Any]], time: Callable[[int], datetime | None]
) -> First:
    """When each outlet first carried each cluster."""
    first: First = {}
    for cluster, places in members.items():
        known = [(moment, n) for n in places if (moment := time(n)) is not None]
        first[cluster] = {}
        for moment, n in sorted(known, key=lambda entry: entry[0].timestamp()):
            first[cluster].setdefault(rows[n]["outlet"], moment)
    return first


def in_order(first: First) -> list[int]:
    """The clusters, the earliest first, those of unknown time last."""
    known = [cluster for cluster, times in first.items() if times]
    known.sort(key=lambda cluster: min(time.timestamp() for time in first[cluster].values()))
    return known + [cluster for cluster, times in first.items() if not times]
