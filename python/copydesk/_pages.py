"""Telling whole HTML pages from texts."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable
from typing import Any

from . import _frames

_BEGINNING = r"\ufeff?\s*(?:<\?xml\b[^>]{0,200}>\s*)?<(?:!doctype\s+html|html)\b"
_TEXT = re.compile(_BEGINNING, re.IGNORECASE)
_BYTES = re.compile(_BEGINNING.replace(r"\ufeff", r"(?:\xef\xbb\xbf)").encode(), re.IGNORECASE)


def is_page(value: Any) -> bool:
    """Whether a value is plainly a whole page, by its beginning.

    >>> is_page(" <!DOCTYPE html><p>Talks ended."), is_page("<p>Talks ended."), is_page("In <html>, tags nest.")
    (True, False, False)
    """
    if isinstance(value, str):
        return _TEXT.match(value) is not None
    return isinstance(value, bytes) and _BYTES.match(value) is not None


def warn_of_pages(texts: Any, argument: str, stacklevel: int) -> None:
    """Says once if a column of texts holds a page; names the first row that does."""
    values: Iterable[Any] = [texts] if isinstance(texts, str) else texts
    if _frames.kind_of(texts) == "arrow":
        if not hasattr(texts, "to_pylist"):
            return  # A stream can be read only once.
        values = (value.as_py() for value in texts)
    for row, value in enumerate(values):
        if is_page(value):
            message = f"{argument}, row {row} looks like an HTML page; use extract_article"
            warnings.warn(message, UserWarning, stacklevel=stacklevel + 1)
            return
