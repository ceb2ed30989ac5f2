"""Who says what: attributions, claims, check-worthiness."""

from __future__ import annotations

from typing import Any

from . import _core, objects
from ._columns import Options, Task, language_argument, run, side_column, times_column

_ATTRIBUTIONS = Task("rows", objects.attribution, copy=True)
_CLAIMS = Task("rows", objects.claim, copy=True)
_SCORE = Task("value", lambda row: row["checkworthiness"], argument="sentences")


def extract_attributions(
    texts: Any,
    *,
    language: Any = "auto",
    threads: int | None = None,
    progress: bool = False,
    errors: str = "raise",
    limits: Any = None,
    id: Any = None,
) -> Any:
    """Who says something in a text: the quotation level.

    Args:
        texts: a str, or a column of them.
        language: "auto", None (quotations only), a language by code or name, or a column of them.
        id: labels of the texts for the column `document`; by default the index, or the row number.
        threads, progress, errors, limits: as in every column function, see `help(copydesk)`.

    Returns:
        `Attribution` objects for a str, a list of such for a list, else a long table. `speaker` is the fullest name that
        the document gives, `speaker_key` joins speakers across documents.

    >>> text = 'Mayor Ana Ruiz rejected the plan. "We will not pay for it," she said on Monday.'
    >>> [(a.speaker, a.cue, a.kind) for a in extract_attributions(text, language="en")][-1]
    ('Ana Ruiz', 'said', 'direct')
    """
    chosen = language_argument(language, texts)

    def call(column: Any, options: Options) -> _core.Table:
        return _core.extract_attributions(column, chosen, options)

    return run(
        _ATTRIBUTIONS, texts, call, threads=threads, progress=progress, errors=errors, limits=limits, id=id
    )


def extract_claims(
    texts: Any,
    *,
    language: Any = "auto",
    narrator: bool = False,
    published: Any = None,
    outlet: Any = None,
    threads: int | None = None,
    progress: bool = False,
    errors: str = "raise",
    limits: Any = None,
    id: Any = None,
) -> Any:
    """What is claimed in a text, clause by clause, with the speaker, numbers, dates and check-worthiness.

    Args:
        texts: a str, or a column of them.
        language: "auto", None, a language by code or name, or a column of them.
        narrator: whether the outlet's own sentences are claims too (kind "narrator").
        published: day or time of publication, or a column of them; relative days ("on Wednesday") are resolved against
            it. ISO 8601 text, a date or a datetime; "2024/05/14" and the form of mail and feeds ("Tue, 14 May 2024
            21:52:00 +0200") are read, too. What cannot be read counts as missing, with a warning that names its row.
        outlet: the outlet's name, or a column of them, for the column `outlet`. Columns go with the texts by position; a
            Series whose index differs from that of the texts is an error.
        id: labels of the texts for the column `document`; by default the index, or the row number.
        threads, progress, errors, limits: as in every column function, see `help(copydesk)`.

    Returns:
        `Claim` objects for a str, a list of such for a list, else a long table.

    >>> text = "The ministry said on Tuesday that more than 100,000 homes had lost power."
    >>> claim = extract_claims(text, language="en", published="2022-01-13")[0]
    >>> claim.speaker, claim.quantities[0].value, claim.quantities[0].comparator
    ('ministry', 100000.0, '>')
    """
    chosen = language_argument(language, texts)

    dates, outlets = times_column("published", published, texts), side_column("outlet", outlet, texts)

    def call(column: Any, options: Options) -> _core.Table:
        return _core.extract_claims(column, chosen, bool(narrator), dates, outlets, options)

    return run(_CLAIMS, texts, call, threads=threads, progress=progress, errors=errors, limits=limits, id=id)


def score_checkworthiness(
    sentences: Any,
    *,
    threads: int | None = None,
    progress: bool = False,
    errors: str = "raise",
    limits: Any = None,
) -> Any:
    """How much a sentence is worth checking, in [0, 1]; higher is more.

    Args:
        sentences: a str, or a column of them.
        threads, progress, errors, limits: as in every column function, see `help(copydesk)`.

    Returns:
        A float for a str, a list of them for a list, else a Series.

    >>> plain, checkable = score_checkworthiness(["Good evening.", "Unemployment fell by 12 per cent in 2015."])
    >>> plain < checkable
    True
    """
    return run(
        _SCORE, sentences, _core.score_checkworthiness, threads=threads, progress=progress, errors=errors, limits=limits
    )
