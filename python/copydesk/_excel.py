"""A report as a workbook: one sheet a view. Cells are text and numbers, never formulas."""

from __future__ import annotations

import io
import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

from . import _tables
from .coverage import Coverage
from .table import Table

if TYPE_CHECKING:
    from .report import Report

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST = 32_767
"""Characters of a cell, Excel's bound."""


def workbook(report: Report) -> bytes:
    """The bytes of an .xlsx file."""
    try:
        from openpyxl import Workbook
        from openpyxl.styles import Alignment, Font
    except ImportError:
        raise ImportError("to_excel needs openpyxl: pip install 'copydesk[excel]'") from None
    coverage = Coverage(report.claim_rows)
    sheets = {
        "matrix": coverage.matrix(),
        "conflicts": coverage.conflicts(),
        "speakers": coverage.speakers(),
        "similarity": coverage.similarity(),
        "claims": Table(_tables.of_rows("claims", report.claim_rows)),
        "articles": Table(_tables.of_rows("articles", report.article_rows)),
    }
    book = Workbook()
    book.remove(book.active)
    for name, table in sheets.items():
        sheet = book.create_sheet(name)
        sheet.append([cell(column) for column in table.column_names])
        for row in table.to_dicts():
            sheet.append([cell(value) for value in row.values()])
        for line in sheet.iter_rows():
            for found in line:
                # Text that begins with "=" stays text: a claim is no formula.
                if isinstance(found.value, str):
                    found.data_type = "s"
                found.alignment = Alignment(vertical="top", wrap_text=isinstance(found.value, str))
                if found.row == 1:
                    found.font = Font(bold=True)
        for column, title in zip(sheet.columns, table.column_names, strict=True):
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
