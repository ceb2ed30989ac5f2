"""From scraped news copy to claims across outlets, in one notebook, on one laptop.

Every task function takes one text and returns one object, or takes a column and returns the same kind of container: a
list, a pandas or polars Series or DataFrame, or a `Table` for Arrow data. All of them share these keyword arguments:

    threads    worker threads; None = one a core
    progress   True shows a bar (needs tqdm)
    errors     what to do with a text that fails: "raise" names its row, "null" treats it as missing, "collect" also
               says why in a column `error` (in a list, the error stands in the place of the object). A long table has
               one row for such a text, with `row`, `document` and `error` alone; all other columns are null. An error
               names a text by its position, from 0
    limits     a `Limits` object: bounds on what one text may cost

`keyness` and `learn_templates` make one thing of all their texts: of these they take `limits`, and raise.

Offsets are Unicode code points, end exclusive, into the text that the function was given.
"""

from typing import TYPE_CHECKING, Any

from ._core import __version__
from ._values import Rows
from .boilerplate import Templates, clean_text, extract_article, learn_templates
from .claims import (
    AttributionModel,
    checkworthiness_reasons,
    extract_attributions,
    extract_claims,
    score_checkworthiness,
    train_attribution,
)
from .errors import CopydeskError, InputTypeError, LimitError, ModelFormatError, UnsupportedLanguageError
from .language import detect_language, language_spans, languages
from .limits import Limits
from .objects import (
    Article,
    Attribution,
    Block,
    Claim,
    CleanText,
    Concordance,
    DateMention,
    Language,
    LanguageSpan,
    Line,
    NGram,
    Quantity,
    Reason,
    Sentence,
    TermCount,
    TextToken,
    Token,
)
from .stem import stem, stem_languages, stem_words
from .table import Table
from .terms import concordance, keyness, ngrams, term_counts
from .text import split_sentences, tokenize

if TYPE_CHECKING:
    from ._analyze import analyze
    from ._matching import match_claims
    from .coverage import Coverage
    from .reading import read_reports
    from .report import Report
    from .stories import group_stories

__all__ = [
    "Article",
    "Attribution",
    "AttributionModel",
    "Block",
    "Claim",
    "CleanText",
    "Concordance",
    "CopydeskError",
    "Coverage",
    "DateMention",
    "InputTypeError",
    "Language",
    "LanguageSpan",
    "LimitError",
    "Limits",
    "Line",
    "ModelFormatError",
    "NGram",
    "Quantity",
    "Reason",
    "Report",
    "Rows",
    "Sentence",
    "Table",
    "Templates",
    "TermCount",
    "TextToken",
    "Token",
    "UnsupportedLanguageError",
    "__version__",
    "analyze",
    "checkworthiness_reasons",
    "clean_text",
    "concordance",
    "detect_language",
    "extract_article",
    "extract_attributions",
    "extract_claims",
    "group_stories",
    "keyness",
    "language_spans",
    "languages",
    "learn_templates",
    "match_claims",
    "ngrams",
    "read_reports",
    "score_checkworthiness",
    "split_sentences",
    "stem",
    "stem_languages",
    "stem_words",
    "term_counts",
    "tokenize",
    "train_attribution",
]

_LATER = {
    "Coverage": "coverage",
    "Report": "report",
    "analyze": "_analyze",
    "group_stories": "stories",
    "match_claims": "_matching",
    "read_reports": "reading",
}
"""Names whose modules load much of the standard library; they are imported when they are first used."""


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module 'copydesk' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f".{_LATER[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
