"""HTML for notebooks. Everything that comes from a text is escaped; nothing here runs a script or loads a file."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .coverage import Coverage
    from .objects import Article, CleanText
    from .report import Report

_CELL = 240
"""Code points of a cell that are shown."""


def cell(value: Any) -> str:
    """A value as escaped text; nothing for None."""
    if value is None:
        return ""
    text = f"{value:.2f}" if isinstance(value, float) else str(value)
    return escape(text if len(text) <= _CELL else text[: _CELL - 1] + "…")


def table_html(columns: Sequence[str], rows: Sequence[dict[str, Any]], *, limit: int) -> str:
    """Rows as a table; at most `limit` of them, and how many there are."""
    head = "".join(f"<th>{escape(name)}</th>" for name in columns)
    body = "".join(
        "<tr>" + "".join(f"<td>{cell(row.get(name))}</td>" for name in columns) + "</tr>" for row in rows[:limit]
    )
    more = f"<p>{len(rows):,} rows, {limit:,} shown</p>" if len(rows) > limit else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def record_html(name: str, fields: dict[str, Any]) -> str:
    """One result as a table of its fields."""
    rows = "".join(f"<tr><th>{escape(key)}</th><td>{cell(value)}</td></tr>" for key, value in fields.items())
    return f"<table><caption>{escape(name)}</caption><tbody>{rows}</tbody></table>"


def article_html(article: Article) -> str:
    """An article as it would be read."""
    about = " · ".join(
        cell(value)
        for value in (article.site, ", ".join(article.authors), article.published, article.language)
        if value
    )
    tags = {"heading": "h4", "title": "h3", "quote": "blockquote", "list": "li", "caption": "figcaption"}
    blocks = "".join(
        f"<{tag}>{escape(article.text[block.start : block.end])}</{tag}>"
        for block in article.blocks
        for tag in [tags.get(block.label, "p")]
    )
    body = blocks or f"<p><em>{cell(article.reason) or 'no article'}</em></p>"
    return f"<article><h3>{cell(article.title)}</h3><p><small>{about}</small></p>{body}</article>"


def clean_html(clean: CleanText) -> str:
    """The labels, scores and reasons of the lines."""
    rows = [line.to_dict() for line in clean.lines]
    return table_html(["start", "end", "label", "score", "reason"], rows, limit=200)


def coverage_html(coverage: Coverage) -> str:
    """The claims x outlets table and the wordings."""
    from .html import fragment

    return fragment(coverage)


def report_html(report: Report) -> str:
    """The coverage of a report, and how to get the rest."""
    from .html import fragment

    return fragment(report.coverage, len(report.article_rows)) + "<p><small>report.to_html(path) writes the whole.</small></p>"
