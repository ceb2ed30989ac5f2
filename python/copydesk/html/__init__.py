"""A report as one page: no script, no other file, everything escaped, links to http and https alone."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from .._labels import counted
from .articles import article
from .claims import conflicts, likeness, matrix, voices_table, wordings
from .parts import Voices, escape
from .pictures import likeness_map, voice_bars

if TYPE_CHECKING:
    from ..coverage import Coverage
    from ..report import Report

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_OPENED = 12
"""Articles that are shown unfolded."""
_CELLS = 8_000
_CARDS = 400
"""Cells of the matrix and cards of wordings that a page shows."""
_NOTEBOOK = 25
"""Shared claims that a notebook shows."""


@cache
def style() -> str:
    """The style sheet of pages and of notebooks."""
    return files(__name__).joinpath("style.css").read_text(encoding="utf-8")


def page(report: Report, *, title: str | None = None) -> str:
    """The whole report."""
    coverage = report.coverage
    voices = Voices(coverage.rows)
    heading = escape(title or "Who claims what, in which outlet")
    by_row: dict[int, list[int]] = {}
    for number, row in enumerate(coverage.rows):
        by_row.setdefault(row["row"], []).append(number)
    articles = "".join(
        article(row, [(n, coverage.rows[n]) for n in by_row.get(row["row"], ())], voices, opened=position < _OPENED)
        for position, row in enumerate(report.article_rows)
    )
    sections = [*_views(coverage, voices), ("articles", "Articles", _ARTICLES + voices.legend() + articles)]
    return _whole(heading, _summary(coverage, len(report.article_rows)), sections)


def coverage_page(coverage: Coverage, *, title: str | None = None) -> str:
    """The views of a coverage, without the articles."""
    voices = Voices(coverage.rows)
    heading = escape(title or "The same claims, outlet by outlet")
    return _whole(heading, _summary(coverage, _articles(coverage)), _views(coverage, voices, linked=False))


def _views(coverage: Coverage, voices: Voices, *, linked: bool = True) -> list[tuple[str, str, str]]:
    return [
        ("matrix", "Claims by outlet", _MATRIX + matrix(coverage, voices, limit=_rows(coverage), linked=linked)),
        ("conflicts", "Where they disagree", conflicts(coverage)),
        ("wordings", "Wordings side by side", _WORDINGS + wordings(coverage, voices, limit=_CARDS, linked=linked)),
        ("voices", "Who gets a say", voice_bars(coverage, voices) + voices_table(coverage, voices)),
        ("likeness", "Outlets alike", likeness_map(coverage) + likeness(coverage)),
    ]


def _rows(coverage: Coverage) -> int:
    """How many rows of the matrix a page bears: a heap of outlets is wide."""
    return max(50, _CELLS // max(1, len(coverage.outlets)))


def _whole(heading: str, about: str, sections: list[tuple[str, str, str]]) -> str:
    nav = "".join(f'<li><a href="#{name}">{label}</a></li>' for name, label, _ in sections)
    body = "".join(
        f'<section id="{name}" aria-labelledby="h-{name}"><h2 id="h-{name}">{label}</h2>{content}</section>'
        for name, label, content in sections
    )
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">'
        f'<title>{heading}</title><style>{style()}</style></head><body class="copydesk"><main class="cd-page">'
        f'<h1>{heading}</h1><p class="cd-about">{about}</p>'
        f'<nav aria-label="Sections"><ul class="cd-nav">{nav}</ul></nav>{body}</main></body></html>\n'
    )


_MATRIX = (
    '<p class="cd-note">“quoted”: in the speaker\'s words; reported: said in other words; denies, accuses, warns…: what the '
    "speaker does instead of saying it, so that “denies” is the contrary of the claim in the row.</p>"
)
_WORDINGS = (
    '<p class="cd-note"><mark>Marked</mark>: words that the longest wording of the same language does not have; in the '
    "longest one, words that no other has. ¶ leads to the place in the article.</p>"
)
_ARTICLES = (
    '<p class="cd-note">Highlighted: claims, in the colour and with the number of their speaker; underlined when quoted, '
    "dashed when reported. Grey: what is not the article.</p>"
)


def _summary(coverage: Coverage, articles: int) -> str:
    counts = [
        (articles, "article"),
        (len(coverage.outlets), "outlet"),
        (len(coverage.rows), "claim"),
        (len(coverage.members), "shared claim"),
        (len(coverage.disagreements), "disagreement"),
    ]
    return " · ".join(counted(count, name) for count, name in counts)


def _articles(coverage: Coverage) -> int:
    return len({(row.get("row"), row.get("document"), row["outlet"]) for row in coverage.rows})


def fragment(coverage: Coverage, articles: int | None = None) -> str:
    """A coverage for a notebook: the matrix and the wordings, without links."""
    voices = Voices(coverage.rows)
    if articles is None:
        articles = _articles(coverage)
    return (
        f'<style>{style()}</style><div class="copydesk"><p class="cd-about">{_summary(coverage, articles)}</p>'
        f"{matrix(coverage, voices, limit=_NOTEBOOK, linked=False)}"
        f"{wordings(coverage, voices, limit=_NOTEBOOK, opened=0, linked=False)}</div>"
    )
