"""`import copydesk.pandas` registers the accessor `.copydesk` on pandas Series.

>>> import pandas as pd, copydesk.pandas
>>> texts = pd.Series(["Talks ended without a deal on Wednesday.", "Die Gespräche endeten ohne Ergebnis."])
>>> texts.copydesk.detect_language()["code"].tolist()
['en', 'de']
"""

from pandas.api.extensions import register_series_accessor

from ._accessors import ColumnMethods


@register_series_accessor("copydesk")
class SeriesAccessor(ColumnMethods):
    """The column functions of copydesk as methods of a Series."""
