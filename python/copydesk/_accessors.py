"""What the pandas accessor and the polars namespace share: the column functions as methods."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import copydesk

COLUMN_FUNCTIONS = (
    "checkworthiness_reasons",
    "clean_text",
    "concordance",
    "detect_language",
    "extract_article",
    "extract_attributions",
    "extract_claims",
    "language_spans",
    "keyness",
    "learn_templates",
    "ngrams",
    "score_checkworthiness",
    "split_sentences",
    "stem",
    "stem_words",
    "term_counts",
    "tokenize",
)
"""Functions whose first argument is the column."""


class ColumnMethods:
    """The column functions of copydesk as methods of a column."""

    def __init__(self, column: Any) -> None:
        self._column = column


def _method(name: str) -> Callable[..., Any]:
    function = getattr(copydesk, name)

    @functools.wraps(function)
    def method(self: ColumnMethods, *args: Any, **kwargs: Any) -> Any:
        return function(self._column, *args, **kwargs)

    return method


for _name in COLUMN_FUNCTIONS:
    setattr(ColumnMethods, _name, _method(_name))
