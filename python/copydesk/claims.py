"""Who says what: attributions, claims, check-worthiness."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from . import _core, _frames, _made, objects
from ._beside import language_argument, side_column, times_column
from ._columns import Options, Task, bounds, integer, optional, run
from .errors import InputTypeError
from .limits import Limits

AttributionModel = _core.AttributionModel

_ATTRIBUTIONS = Task("rows", _made.attribution, copy=True)
_CLAIMS = Task("rows", _made.claim, copy=True)
_REASONS = Task("rows", lambda row: objects.Reason(row["feature"], row["weight"]), argument="sentences")
_SCORE = Task("value", lambda row: row["checkworthiness"], argument="sentences")


def extract_attributions(
    texts: Any,
    *,
    language: Any = "auto",
    model: AttributionModel | None = None,
    threads: int | None = None,
    progress: bool = False,
    errors: str = "raise",
    limits: Limits | None = None,
    id: Any = None,
) -> Any:
    """Who says something in a text: the quotation level.

    Args:
        texts: a str, or a column of them.
        language: "auto" (found out for each text), a code or name for all texts, or a column that has a code, a name or None
            for each. None: not known; quotations are found, but no speakers.
        model: from `train_attribution`, for English; None for the embedded one.
        id: labels of the texts for the column `document`; by default the index, or the row number.
        threads, progress, errors, limits: as in every column function, see `help(copydesk)`.

    Returns:
        `Attribution` objects for a str, a list of such for a list, else a long table. `speaker` is the fullest name that
        the document gives, `speaker_key` joins speakers across documents; of persons it is the family name, which two may share.

    >>> text = 'Mayor Ana Ruiz rejected the plan. "We will not pay for it," she said on Monday.'
    >>> [(a.speaker, a.cue, a.kind) for a in extract_attributions(text, language="en")][-1]
    ('Ana Ruiz', 'said', 'direct')
    """
    chosen = language_argument(language, texts)
    optional("model", model, AttributionModel, "what train_attribution gives")

    def call(column: Any, options: Options) -> _core.Table:
        return _core.extract_attributions(column, chosen, model, options)

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
    model: AttributionModel | None = None,
    threads: int | None = None,
    progress: bool = False,
    errors: str = "raise",
    limits: Limits | None = None,
    id: Any = None,
) -> Any:
    """What is claimed in a text, clause by clause, with the speaker, numbers, dates and check-worthiness.

    Args:
        texts: a str, or a column of them.
        language: as in `extract_attributions`.
        narrator: whether the outlet's own sentences are claims too (kind "narrator"); of clauses of four words or fewer
            those that have subject and verb ("Two people died").
        published: day or time of publication, or a column of them; relative days ("on Wednesday") are resolved against
            it. ISO 8601 text, a date or a datetime; "2024/05/14" and the form of mail and feeds ("Tue, 14 May 2024
            21:52:00 +0200") are read, too. What cannot be read counts as missing, with a warning that names its row.
        outlet: the outlet's name, or a column of them, for the column `outlet`. Columns go with the texts by position; a
            Series whose index differs from that of the texts is an error.
        model: from `train_attribution`, for English; None for the embedded one.
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
    optional("model", model, AttributionModel, "what train_attribution gives")
    dates, outlets = times_column("published", published, texts), side_column("outlet", outlet, texts)

    def call(column: Any, options: Options) -> _core.Table:
        return _core.extract_claims(column, chosen, bool(narrator), dates, outlets, model, options)

    return run(_CLAIMS, texts, call, threads=threads, progress=progress, errors=errors, limits=limits, id=id)


def train_attribution(rows: Any, *, rounds: int = 8, limits: Limits | None = None) -> AttributionModel:
    """Learns an attribution model for English from texts that you annotated.

    Args:
        rows: dicts of the form of PolNeAR (Newell et al. 2018): `text`, and `attributions`, a list of dicts with `source`,
            `cue` and `content`, each a list of (start, end) in code points, or None where there is none.
        rounds: rounds over the data.
        limits: see `help(copydesk)`.

    Returns:
        `AttributionModel`, to pass as `model=`, to pickle, or to keep as a file (`to_bytes`, `from_bytes`). Training is
        deterministic. A few hundred articles are the least that gives a useful model.

    Raises:
        InputTypeError: a row is not of that form; names the row.

    >>> row = {"text": "Ruiz said no.", "attributions": [{"source": [(0, 4)], "cue": [(5, 9)], "content": [(10, 12)]}]}
    >>> model = train_attribution([row] * 20, rounds=2)
    >>> [a.text for a in extract_attributions("Ruiz said no.", language="en", model=model)]
    ['no']
    """
    if not isinstance(rows, Iterable) or _frames.is_frame(rows):
        raise InputTypeError(f"expected dicts with text and attributions, got {type(rows).__name__}", "rows")
    documents = [_training_row(number, row) for number, row in enumerate(rows)]
    options = Options(None, "raise", bounds(limits), None, "rows")
    return _core.train_attribution(documents, integer("rounds", rounds, 1, 1000), options)


def _training_row(number: int, row: Any) -> tuple[str, list[tuple[list[tuple[int, int]], ...]]]:
    try:
        text = row["text"]
        if not isinstance(text, str):
            raise TypeError("text is no str")
        parts = [
            tuple([_span(start, end, len(text)) for start, end in item.get(name) or ()] for name in ("source", "cue", "content"))
            for item in row["attributions"]
        ]
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        raise InputTypeError(f"expected a dict with text and attributions, got {error!r}", "rows", number) from None
    return text, parts


def _span(start: Any, end: Any, size: int) -> tuple[int, int]:
    start, end = int(start), int(end)
    if not 0 <= start <= end <= size:
        raise ValueError(f"({start}, {end}) is no span of a text of {size} code points")
    return start, end


def score_checkworthiness(
    sentences: Any,
    *,
    threads: int | None = None,
    progress: bool = False,
    errors: str = "raise",
    limits: Limits | None = None,
) -> Any:
    """How much a sentence is worth checking, in [0, 1]; higher is more, 0 where there is no word.

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


def checkworthiness_reasons(
    sentences: Any,
    *,
    threads: int | None = None,
    progress: bool = False,
    errors: str = "raise",
    limits: Limits | None = None,
    id: Any = None,
) -> Any:
    """Which features speak for or against checking a sentence: the parts of its `score_checkworthiness`, the strongest first.

    The score is the logistic function of a constant and the sum of the weights.

    Args:
        sentences: a str, or a column of them.
        threads, progress, errors, limits, id: as in every column function, see `help(copydesk)`.

    Returns:
        A list of `Reason` for a str, a list of such lists for a list, else a table with a row for each reason.

    >>> reasons = checkworthiness_reasons("Exports rose by 30 per cent.")
    >>> "numbers" in [reason.feature for reason in reasons if reason.weight > 0]
    True
    """
    return run(
        _REASONS,
        sentences,
        _core.checkworthiness_reasons,
        threads=threads,
        progress=progress,
        errors=errors,
        limits=limits,
        id=id,
    )
