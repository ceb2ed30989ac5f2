"""One invented event as five invented outlets reported it: copy to try the library on.

A parliament hears who is to blame for a chemical spill. Nothing in it is real: no place, person, company
or newspaper. Three reports are whole HTML pages, two are text as scrapers leave it; three are in
English (one of them translated back, clumsily, from the Portuguese), one is in German, one in Portuguese.
Numbers, days and one speaker differ between them, as they do in the wild.

>>> from copydesk import samples
>>> [path.name for path in samples.paths()][0]
'1_harbour-gazette.html'
>>> samples.load()[1]["outlet"]
'Island Courier'
"""

from importlib.resources import files
from pathlib import Path
from typing import TypedDict

__all__ = ["Sample", "load", "paths"]


class Sample(TypedDict):
    """A report with what its author knows about it; no field but `content` is guessed from the copy."""

    name: str
    """File name, which orders the reports."""
    outlet: str
    """The name of the newspaper."""
    kind: str
    """"html" (a whole page) or "text" (scraped)."""
    content: str
    """The page or the scraped text."""
    published: str
    """Day of publication, ISO 8601. One scraped text carries only the day on which it was scraped."""
    language: str
    """BCP 47."""


_REPORTS = (
    ("1_harbour-gazette.html", "The Harbour Gazette", "2024-05-14", "en"),
    ("2_island-courier.txt", "Island Courier", "2024-05-14", "en"),
    ("3_world-daily-digest.txt", "World Daily Digest", "2024-05-15", "en"),
    ("4_nordwarter-tagblatt.html", "Nordwarter Tagblatt", "2024-05-15", "de"),
    ("5_folha-da-enseada.html", "Folha da Enseada", "2024-05-14", "pt"),
)


def paths() -> list[Path]:
    """The files of the sample, sorted by name.

    They can be given to `copydesk.read_reports` and to the commands, as any other file.
    """
    folder = Path(str(files(__name__)))
    return [folder / name for name, *_ in _REPORTS]


def load() -> list[Sample]:
    """The reports with their outlets, in the order of `paths()`; a list that frame libraries take as rows.

    >>> import pandas
    >>> frame = pandas.DataFrame(load())
    >>> list(frame.columns)
    ['name', 'outlet', 'kind', 'content', 'published', 'language']
    """
    return [
        Sample(
            name=name,
            outlet=outlet,
            kind="html" if name.endswith(".html") else "text",
            content=path.read_text(encoding="utf-8"),
            published=published,
            language=language,
        )
        for path, (name, outlet, published, language) in zip(paths(), _REPORTS, strict=True)
    ]
