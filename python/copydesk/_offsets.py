"""Offsets into a cleaned text, taken back to the text that it was cleaned from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Span = tuple[int, int]
_SINGLE = ("sentence", "source_span", "cue_span", "subject_span", "predicate_span", "object_span")


class Back:
    """The way back from a cleaned text to its source.

    >>> back = Back("- Ad -\\nTalks ended.\\n- Ad -\\nNo deal.", [(0, 12, 7, 19), (14, 22, 27, 35)])
    >>> back.spans([(6, 16)])
    [(13, 19), (27, 29)]
    >>> back.hull((6, 16))
    (13, 29)
    """

    def __init__(self, source: str, pieces: Iterable[Sequence[int]]) -> None:
        """`pieces` are those of `CleanText.map`: start, end, start and end in the source, in order."""
        self.source = source
        self._pieces = [tuple(piece) for piece in pieces]
        self._starts = [piece[0] for piece in self._pieces]

    def spans(self, spans: Iterable[Span]) -> list[Span]:
        """Where spans of the cleaned text stand in the source; what only white space parts is one span."""
        found: list[Span] = []
        for start, end in spans:
            at = max(0, bisect_right(self._starts, start) - 1)
            while at < len(self._pieces) and self._pieces[at][0] < end:
                low, high, begin, _ = self._pieces[at]
                low, shift = max(low, start), begin - low
                high = min(high, end)
                if low < high:
                    self._add(found, (low + shift, high + shift))
                at += 1
        return found

    def _add(self, found: list[Span], span: Span) -> None:
        if found and found[-1][1] <= span[0] and not self.source[found[-1][1] : span[0]].strip():
            found[-1] = (found[-1][0], span[1])
        else:
            found.append(span)

    def hull(self, span: Span | None) -> Span | None:
        """From the first to the last code point of a span, whatever stands between them in the source."""
        spans = self.spans([span]) if span is not None else []
        return (min(start for start, _ in spans), max(end for _, end in spans)) if spans else None

    def row(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """A row of the attributions or claims table with all its offsets taken back."""
        moved = dict(row)
        moved["spans"] = self.spans(row["spans"])
        moved["text"] = " … ".join(self.source[start:end] for start, end in moved["spans"])
        for name in _SINGLE:
            if name in row:
                moved[name] = self.hull(row[name])
        if "start" in row:
            moved["start"], moved["end"] = self.hull((row["start"], row["end"])) or (None, None)
        for name in ("quantities", "dates"):
            if row.get(name):
                moved[name] = [self._item(item) for item in row[name]]
        return moved

    def _item(self, item: Any) -> dict[str, Any]:
        values = dict(item) if isinstance(item, Mapping) else {name: getattr(item, name) for name in item.__slots__}
        values["start"], values["end"] = self.hull((values["start"], values["end"])) or (None, None)
        return values
