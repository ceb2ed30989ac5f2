"""Tables for a terminal: wrapped to its width, wide characters counted as such, nothing that could steer it."""

from __future__ import annotations

import re
import shutil
import textwrap
import unicodedata
from collections.abc import Sequence

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]+")


_NAME = 10
"""So much of a word in the name of a column is shown in one line, at least, where names take the room of what is told."""


def plain(value: object) -> str:
    """A value on one line, without the characters that move a cursor, colour a screen or turn a direction."""
    if value is None:
        return ""
    return _CONTROL.sub(" ", f"{value:.2f}" if isinstance(value, float) else str(value)).strip()


def width(text: str) -> int:
    """Columns that a text takes."""
    return sum(
        0 if unicodedata.combining(c) or c == "\u200d" else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def columns() -> int:
    """Columns of the terminal; a wide page where there is none."""
    return max(40, shutil.get_terminal_size((100, 24)).columns)


def wrapped(text: str, room: int, most: int) -> list[str]:
    """The text in lines of at most `room` columns, at most `most` of them."""
    lines: list[str] = []
    for line in textwrap.wrap(text, room, break_long_words=True) or [""]:
        piece = ""
        for c in line:
            if width(piece + c) > room:
                lines.append(piece)
                piece = ""
            piece += c
        lines.append(piece)
    if len(lines) > most:
        lines = lines[:most]
        while lines[-1] and width(lines[-1]) >= room:
            lines[-1] = lines[-1][:-1]
        lines[-1] += "…"
    return lines


def table(head: Sequence[str], rows: Sequence[Sequence[object]], *, total: int | None = None, most: int = 4) -> str:
    """A table of at most `total` columns of the terminal: short columns as they are, long ones share what is left."""
    total = total or columns()
    cells = [[plain(value) for value in row] for row in rows]
    room = total - 2 * (len(head) - 1)
    rooms = _shared_out([width(name) for name in head], [_longest_word(name) for name in head], cells, room)
    lines = [_line([wrapped(name, room, 3) for name, room in zip(head, rooms, strict=True)], rooms)]
    lines.append("  ".join("─" * room for room in rooms))
    for line in cells:
        lines.append(_line([wrapped(value, room, most) for value, room in zip(line, rooms, strict=True)], rooms))
    return "\n".join(lines)


def _shared_out(names: Sequence[int], words: Sequence[int], cells: Sequence[Sequence[str]], room: int) -> list[int]:
    """Widths of the columns that fill the room at most, where `names` and their longest `words` take so much.

    The widest column holds what is told: it gets two fifths of the room if it needs them and the longest words of the others
    leave them.
    No word is cut where all columns have room for their longest, but those of names where they would leave it less than a
    third."""
    natural = [max([names[n], *(width(line[n]) for line in cells)]) for n in range(len(names))]
    longest = [max((_longest_word(line[n]) for line in cells), default=0) for n in range(len(names))]
    widest = max(range(len(names)), key=lambda n: max((width(line[n]) for line in cells), default=0))
    for most in (room, _NAME):
        floors = [max(own, min(name, most)) for own, name in zip(longest, words, strict=True)]
        free = room - sum(floors) + floors[widest]
        if free >= min(natural[widest], room // 3):
            break
    if free < floors[widest]:
        return _rooms(natural, _rooms(floors, [1] * len(floors), room), room)
    floors[widest] = max(floors[widest], min(natural[widest], 2 * room // 5, free))
    return _rooms(natural, floors, room)


def _longest_word(text: str) -> int:
    return max((width(word) for word in re.split(r"\s+|(?<=[^\W\d]-)(?=[^\W\d])", text)), default=0)


def _rooms(natural: Sequence[int], floors: Sequence[int], total: int) -> list[int]:
    """Widths that fit: the widest give way first, none below its floor."""

    def bounded(bound: int) -> list[int]:
        return [max(1, floor, min(want, bound)) for want, floor in zip(natural, floors, strict=True)]

    low, high = 1, max([*natural, 1])
    while low < high:
        bound = (low + high + 1) // 2
        if sum(bounded(bound)) <= total:
            low = bound
        else:
            high = bound - 1
    rooms = bounded(low)
    # What the bound left over goes to the columns that it cut, from the left.
    left = total - sum(rooms)
    for n, want in enumerate(natural):
        more = max(0, min(want - rooms[n], left))
        rooms[n] += more
        left -= more
    return rooms


def _line(cells: Sequence[Sequence[str]], rooms: Sequence[int]) -> str:
    height = max(len(cell) for cell in cells)
    lines = []
    for n in range(height):
        parts = [cell[n] if n < len(cell) else "" for cell in cells]
        padded = [part + " " * (room - width(part)) for part, room in zip(parts, rooms, strict=True)]
        lines.append("  ".join(padded).rstrip())
    return "\n".join(lines)
