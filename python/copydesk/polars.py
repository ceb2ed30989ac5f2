"""`import copydesk.polars` registers the namespace `.copydesk` on polars Series.

>>> import polars as pl, copydesk.polars
>>> texts = pl.Series(["Talks ended without a deal on Wednesday.", "Die Gespräche endeten ohne Ergebnis."])
>>> texts.copydesk.detect_language()["code"].to_list()
['en', 'de']
"""

from polars.api import register_series_namespace

from ._accessors import ColumnMethods


@register_series_namespace("copydesk")
class SeriesNamespace(ColumnMethods):
    """The column functions of copydesk as methods of a Series."""
