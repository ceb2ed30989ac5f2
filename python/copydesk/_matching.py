"""Matching claims, and the columns that the core reads of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from . import _core, _frames
from ._columns import plain_options
from ._tables import Source
from .errors import InputTypeError
from .limits import Limits

_MATCHED = (
    *("text", "start", "speaker", "speaker_key", "speaker_type", "kind", "language", "act", "polarity"),
    *("subject", "predicate", "quantities", "dates"),
)


def match_claims(
    claims: Any,
    *,
    outlet: str = "outlet",
    story: Any = None,
    threshold: float | None = None,
    lexicon: Mapping[str, Sequence[str]] | None = None,
    limits: Limits | None = None,
) -> Any:
    """Says which claims are the same across outlets, whatever their words.

    Args:
        claims: a claims table (pandas, polars, `Table`), or a list of `Claim` objects or dicts. Only `text` must be
            there; the more of the other columns there are, the better the answer. Rows without text, such as those that
            `errors="collect"` leaves, are in no cluster.
        outlet: name of the column that says who carries a claim; without it, each document is an outlet of its own.
        story: name of a column, or a column, of story numbers; claims of different stories are never compared.
        threshold: score in [0, 1] from which two claims are the same, by default 0.5. It is a probability, and mostly near 0
            or 1: on the packaged sample 0.2 and 0.8 differ by 3 of 92 claims.
        lexicon: words in lower case, each with its translation or a list of them, for claims in different languages. On the packaged sample, of
            the pairs in two languages 79 % are found without one, and 92 % with 150 words that know its vocabulary, at a
            precision of 94 and 92 % (`benches/coverage_lexicon.py`, annotated claims).
        limits: a `Limits` object.

    Returns:
        The table as it came, `cluster` filled in: equal numbers, the same claim; null, in one outlet only. Claims that
        agree in all but a number, a date or their polarity share a cluster, and `Coverage.conflicts` shows them; a number that
        differs together with the day or the place is another event's.

    >>> claims = [
    ...     {"outlet": "Herald", "text": "the old harbour bridge will be closed to lorries from Monday"},
    ...     {"outlet": "Courier", "text": "from Monday on, lorries may no longer use the old harbour bridge"},
    ...     {"outlet": "Courier", "text": "the council has not set aside any money for repairs"},
    ... ]
    >>> [claim["cluster"] for claim in match_claims(claims)]
    [0, 0, None]
    """
    source = Source(claims)
    wrong = isinstance(threshold, bool) or not isinstance(threshold, (int, float)) or not 0 <= threshold <= 1
    if threshold is not None and wrong:
        raise ValueError(f"threshold: expected a number in [0, 1], got {threshold!r}")
    if len(source) == 0:
        return source.with_numbers("cluster", [])
    columns: dict[str, list[Any]] = {"text": source.column("text")}
    columns |= {name: source.column(name) for name in _MATCHED[1:] if source.has(name)}
    if source.has(outlet):
        columns["outlet"] = [None if value is None else str(value) for value in source.column(outlet)]
    elif outlet != "outlet":
        source.column(outlet)
    # Labels may repeat within a table, and rows in tables that were joined: only both together tell documents apart.
    places = [source.column(name) for name in ("row", "document") if source.has(name)]
    columns["document"] = numbered(list(zip(*places, strict=True))) if places else list(range(len(source)))
    if story is not None:
        columns["story"] = _stories(source, story)
    columns = {name: checked(values, name) for name, values in columns.items()}
    words = None if lexicon is None else _translations(lexicon)
    said = [row for row, text in enumerate(columns["text"]) if text is not None and text.strip()]
    columns = {name: [values[row] for row in said] for name, values in columns.items()}
    clusters: list[int | None] = [None] * len(source)
    try:
        found = _core.match_claims(columns, threshold, words, plain_options(limits, "claims"))
    except UnicodeEncodeError:
        raise InputTypeError("expected str, got str with a lone surrogate, which no encoding has", "claims") from None
    for row, cluster in zip(said, found, strict=True):
        clusters[row] = cluster
    return source.with_numbers("cluster", clusters)


def checked(values: Sequence[Any], name: str) -> list[Any]:
    """A column as the core reads it: text, whole numbers where frames made floats of them, lists.

    Raises:
        InputTypeError: a value is of another type; names its row.
    """
    if name in ("quantities", "dates"):
        return listed(values, name)
    if name == "start":
        return [None if value is None else _whole(value, row) for row, value in enumerate(values)]
    if name in _MATCHED and not {str, type(None)}.issuperset(map(type, values)):
        for row, value in enumerate(values):
            if value is not None and not isinstance(value, str):
                raise InputTypeError(f"expected {name} to be str, got {type(value).__name__}", "claims", row)
    return list(values)


def _whole(value: Any, row: int) -> int:
    """A place in a text; a column of integers with a missing one is a column of floats in pandas."""
    if value >= 0 if isinstance(value, int) else isinstance(value, float) and value >= 0 and value.is_integer():
        return int(value)
    raise InputTypeError(f"expected start to be a place in the text, got {value!r}", "claims", row)


def _translations(lexicon: Any) -> dict[str, list[str]]:
    """The argument `lexicon` as the core reads it."""
    if not isinstance(lexicon, Mapping):
        raise InputTypeError(f"expected words with their translations, got {type(lexicon).__name__}", "lexicon")
    for word, others in lexicon.items():
        if not isinstance(word, str) or not isinstance(others, (str, Iterable)):
            raise InputTypeError(f"expected words with their translations, got {word!r}: {others!r}", "lexicon")
    return {word: [others] if isinstance(others, str) else list(others) for word, others in lexicon.items()}


def listed(values: Sequence[Any], name: str) -> list[Any]:
    """Quantities or dates, those that are JSON read.

    Raises:
        InputTypeError: what is no list of them, or text that is none, as CSV leaves of one.
    """
    found = [_list(value, name, row) if isinstance(value, str) else value for row, value in enumerate(values)]
    for row, value in enumerate(found):
        if value and not (isinstance(value, (list, tuple)) and all(map(_is_mention, value))):
            raise InputTypeError(f"expected {name} to be a list of dicts or objects, got {value!r}", "claims", row)
    return found


def _is_mention(item: Any) -> bool:
    return isinstance(item, (Mapping, tuple)) or hasattr(item, "value")


def cluster_number(cluster: Any, row: int) -> int:
    """The number of a cluster, which frames may have made a float."""
    try:
        return int(cluster)
    except (TypeError, ValueError):
        raise InputTypeError(f"expected the number of a cluster, got {cluster!r}", "claims", row) from None


def with_lists(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows, with quantities and dates as `listed` reads them."""
    for name in ("quantities", "dates"):
        for row, found in zip(rows, listed([row.get(name) for row in rows], name), strict=True):
            if name in row:
                row[name] = found
    return rows


def _list(text: str, name: str, row: int) -> list[Any] | None:
    try:
        found = json.loads(text) if text.strip() else None
    except ValueError:
        found = text
    if found is None or isinstance(found, list) and all(isinstance(item, dict) for item in found):
        return found
    raise InputTypeError(
        f"expected {name} to be a list, got the text {text[:40]!r}; CSV keeps no lists: keep claims as Parquet or JSON Lines, "
        "or with Report.save",
        "claims",
        row,
    )


def record_columns(rows: Sequence[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """Rows as the columns that the core's records are made of."""
    columns = {name: checked([row.get(name) for row in rows], name) for name in _MATCHED}
    columns["text"] = [text or "" for text in columns["text"]]
    columns["outlet"] = [row["outlet"] for row in rows]
    columns["document"] = numbered([(row.get("row"), row.get("document")) for row in rows])
    return columns


def numbered(labels: Sequence[Any]) -> list[int]:
    numbers: dict[str, int] = {}
    return [numbers.setdefault(repr(label), len(numbers)) for label in labels]


def _stories(source: Source, story: Any) -> list[int | None]:
    if not isinstance(story, str) and _frames.kind_of(story) is None:
        raise InputTypeError(f"expected the name of a column, or a column, got {type(story).__name__}", "story")
    values = source.column(story) if isinstance(story, str) else _frames.plain_list(story)
    if len(values) != len(source):
        raise InputTypeError(f"expected {len(source)} values, one a claim, got {len(values)}", "story")
    numbers: dict[Any, int] = {}
    return [None if value is None else numbers.setdefault(value, len(numbers)) for value in values]
