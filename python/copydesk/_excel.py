"""A report as a workbook: one sheet per view. Cells are text and numbers, never formulas."""

from __future__ import annotations

import io
import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

from . import _tables
from .table import Table

if TYPE_CHECKING:
    from .coverage import Coverage
    from .report import Report

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST = 32_767
"""Characters of a cell, Excel's bound."""


def workbook(report: Report) -> bytes:
    """The bytes of an .xlsx file."""
    coverage = report.coverage._plain()
    tables = {
        "claims": Table(_tables.of_rows("claims", report.claim_rows)),
        "articles": Table(_tables.of_rows("articles", report.article_rows)),
    }
    return _book(_views(coverage) | tables, coverage)


def coverage_workbook(coverage: Coverage) -> bytes:
    """The bytes of an .xlsx file with the views of a coverage."""
    plain = coverage._plain()
    return _book(_views(plain), plain)


def _views(coverage: Coverage) -> dict[str, Any]:
    wordings: list[dict[str, Any]] = []
    for cluster in coverage.members:
        wordings += [{"cluster": cluster, **row} for row in coverage.wording(cluster).to_dicts()]
    return {
        "matrix": coverage.matrix(),
        "conflicts": coverage.conflicts(),
        "wordings": wordings,
        "speakers": coverage.speakers(),
        "similarity": coverage.similarity(),
    }


def _book(sheets: dict[str, Any], coverage: Coverage) -> bytes:
    try:
        from openpyxl import Workbook
        from openpyxl.styles import Alignment, Font
    except ImportError:
        raise ImportError("to_excel needs openpyxl: pip install 'copydesk[excel]'") from None
    book = Workbook()
    book.remove(book.active)
    for name, table in sheets.items():
        sheet = book.create_sheet(name)
        rows = table if isinstance(table, list) else table.to_dicts()
        names = list(rows[0]) if isinstance(table, list) and rows else list(getattr(table, "column_names", ()))
        sheet.append([cell(column) for column in names])
        for row in rows:
            sheet.append([cell(value) for value in row.values()])
        for line in sheet.iter_rows():
            for found in line:
                # Text that begins with "=" stays text: a claim is no formula.
                if isinstance(found.value, str):
                    found.data_type = "s"
                found.alignment = Alignment(vertical="top", wrap_text=isinstance(found.value, str))
                if found.row == 1:
                    found.font = Font(bold=True)
        # An empty list of wordings names no columns.
        for title, column in zip(names, sheet.columns, strict=False):
            wide = title in ("claim", "text") or title in coverage.outlets
            sheet.column_dimensions[column[0].column_letter].width = 48 if wide and name != "speakers" else 16
        sheet.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def cell(value: Any) -> Any:
    """A value that a cell can hold."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    if value is None or isinstance(value, (bool, int, float)):
        return value
    return _ILLEGAL.sub("\ufffd", str(value))[:_LONGEST]
