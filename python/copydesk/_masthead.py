"""Who wrote a scraped text and when, from the lines around its headline."""

from collections.abc import Callable, Iterator, Sequence

from . import _core
from .objects import Line

_CONTENT = frozenset(("body", "heading", "list", "quote", "table"))
_SIGNED = ("byline", "date")
_UNKNOWN = "before the running text"
"""The reason of a line over the article of which nothing else is known."""
_NEAR = 3
"""How many lines over the headline may be signed, or over the first of the article where there is no headline."""
_DAY = len("2026-03-14")


def title(given: str, lines: Sequence[Line]) -> str | None:
    """The headline of the scraped text `given`, whose lines are `lines`, without the sign of a list before it."""
    found = next((line for line in lines if line.label == "title"), None)
    return given[found.start : found.end].lstrip("•·-–*>| ") if found else None


def signed(given: str, lines: Sequence[Line], language: str | None) -> tuple[list[str], str | None]:
    """Authors and time, between the headline and the first sentence, under a standfirst, or else over the headline, or
    where a line anywhere says that it tells the publication; the time of the last change where no other is told.

    A day over the headline may be that of the visit, which mostly has its weekday; near an author's name it is the
    article's.
    """
    first = next((at for at, line in enumerate(lines) if line.label in _CONTENT), len(lines))
    titles = [at for at in range(first) if lines[at].label == "title"]
    below = lines[titles[-1] + 1 : first] if titles else lines[max(first - _NEAR, 0) : first]
    below = [*below, *(line for line in lines[first + 1 : first + _NEAR] if line.label in _SIGNED)]
    above = lines[max(titles[0] - _NEAR, 0) : titles[0]] if titles else ()

    def times(lines: Sequence[Line], read: Callable[[str, str | None], str | None]) -> Iterator[str]:
        told = (read(given[line.start : line.end], language) for line in lines if line.label in _SIGNED)
        return (time for time in told if time is not None)

    authors, time = _authors(given, below), next(times(below, _core.date_line), None)
    signers = [] if authors else _authors(given, above)
    time = time or next(times(above, _core.date_line if signers else _core.opening_date), None)
    if time is None:
        stated = list(times(lines, _core.stated_date))
        # Where several are told, some are those of other articles.
        time = stated[0] if len({moment[:_DAY] for moment in stated}) == 1 else None
    # As for pages: readers who are told of the last change alone have that day.
    time = time or next(times(below, _core.changed_date), None)
    return authors or signers, time


def _authors(given: str, lines: Sequence[Line]) -> list[str]:
    maybe = (line for line in lines if line.label in _SIGNED or line.reason == _UNKNOWN)
    words = [given[line.start : line.end] for line in maybe]
    named = (_core.line_authors(line, words[at + 1] if at + 1 < len(words) else None) for at, line in enumerate(words))
    return next((names for names in named if names), [])
