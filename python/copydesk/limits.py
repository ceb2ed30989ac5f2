"""Bounds on what one text may cost."""

from __future__ import annotations

import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what one text may cost; a text beyond them is a `LimitError` for its row, never a crash.

    Attributes:
        max_bytes: the largest text, in bytes of UTF-8, or the largest page as given.
        max_depth: how deep HTML elements may nest; deeper ones are flattened into their ancestor.
        max_items: the most tokens, sentences or claims that one text may yield.

    >>> Limits(max_bytes=1_000_000).max_depth
    256
    """

    max_bytes: int = 256 << 20
    max_depth: int = 256
    max_items: int = 50_000_000

    def __post_init__(self) -> None:
        for name in ("max_bytes", "max_depth", "max_items"):
            value = getattr(self, name)
            if not hasattr(value, "__index__") or isinstance(value, bool) or not 1 <= value <= sys.maxsize:
                raise ValueError(f"{name}: expected an int from 1 to {sys.maxsize}, got {value!r}")
