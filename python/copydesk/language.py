"""Languages of texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from . import _core, _made, objects
from ._columns import Options, Task, instance, run
from .errors import InputTypeError
from .limits import Limits

_LANGUAGE = Task("record", _made.language, fields=("code", "script", "confidence", "reliable"))
_SPANS = Task("rows", _made.language_span)


def detect_language(
    texts: Any,
    *,
    languages: str | Sequence[str] | None = None,
    model: str | None = None,
    threads: int | None = None,
    progress: bool = False,
    errors: str = "raise",
    limits: Limits | None = None,
) -> Any:
    """The language of a text, or of each text of a column.

    Args:
        texts: a str, or a column of them.
        languages: answer only with this one or one of these (BCP 47 or ISO 639-3 codes, or English names); probabilities are
            shared out among them.
        model: None or "copydesk" for the trained identifier of 95 languages, "whatlang" for the whatlang crate.
        threads, progress, errors, limits: as in every column function, see `help(copydesk)`.

    Returns:
        `Language` for a str (with its `ranking`), a list of them for a list, else a frame of code, script, confidence
        and reliable. What holds no words (empty, digits, an address, mashed keys) has code None, and so has a name that
        stands alone, unless its letters speak for a language. `reliable` is a confidence of at least 0.9.

    Of texts over 64 KiB, sixteen stretches of 4 KiB are looked at, evenly spread. Variants of a language have one code (pt, zh).
    Serbian in Latin letters is taken for Croatian or Bosnian unless `languages` says otherwise. Where close
    neighbours cannot be told apart, the answer is the one that news is more often written in: Croatian (hr) before
    Bosnian; Indonesian (id) before Malay, Bokmål (nb, also called "no") before Nynorsk.

    Raises:
        UnsupportedLanguageError: a name in `languages` is unknown.

    >>> detect_language("Der Minister hat die Vorwürfe am Montag zurückgewiesen.").code
    'de'
    >>> detect_language(["Talks ended without a deal on Wednesday evening.", "2024", None])[1].code is None
    True
    """
    names = _names(languages)

    def call(column: Any, options: Options) -> _core.Table:
        return _core.detect_language(column, names, model, options)

    found = run(_LANGUAGE, texts, call, threads=threads, progress=progress, errors=errors, limits=limits)
    if isinstance(texts, str) and isinstance(found, objects.Language):
        options = Options(1, "raise", None, None, "texts")
        return replace(found, ranking=tuple(_core.rank_languages(texts, names, model, options)))
    return found


def _names(languages: Any) -> list[str] | None:
    if languages is None:
        return None
    if not isinstance(languages, (str, Iterable)):
        raise InputTypeError(f"expected names of languages, got {type(languages).__name__}", "languages")
    names = [languages] if isinstance(languages, str) else languages
    return [instance("languages", name, str, "names of languages") for name in names]


def language_spans(
    texts: Any,
    *,
    threads: int | None = None,
    progress: bool = False,
    errors: str = "raise",
    limits: Limits | None = None,
    id: Any = None,
) -> Any:
    """The stretches of a mixed text that are in one language, in order.

    Args:
        texts: a str, or a column of them.
        id: labels of the texts for the column `document`; by default the index, or the row number.
        threads, progress, errors, limits: as in every column function, see `help(copydesk)`.

    Returns:
        `LanguageSpan` objects for a str, a list of such for a list, else a long table of row, document, start, end,
        code, confidence; offsets are code points.

    >>> [span.code for span in language_spans("The talks ended on Monday evening. Die Gespräche endeten ohne Ergebnis.")]
    ['en', 'de']
    """
    return run(
        _SPANS, texts, _core.language_spans, threads=threads, progress=progress, errors=errors, limits=limits, id=id
    )


def languages() -> list[tuple[str, str, str]]:
    """The languages that copydesk knows by name: (BCP 47 code, ISO 639-3 code, English name).

    These are the names that arguments take, such as `language=`; `detect_language` tells 95 of them apart.

    >>> ("de", "deu", "German") in languages()
    True
    """
    return _core.languages()
