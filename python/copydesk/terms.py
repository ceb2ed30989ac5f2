"""What notebooks count and look up: terms, what sets two bodies of texts apart, n-grams, a phrase in its context."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from . import _core, _frames, objects
from ._beside import language_argument
from ._columns import Options, Task, feed, instance, integer, plain_options, run
from .errors import CopydeskError
from .limits import Limits
from .table import Table

_COUNTS = Task("rows", objects.TermCount, fields=("term", "count"))
_NGRAMS = Task("rows", objects.NGram, fields=("start", "end", "text"))
_PLACES = Task("rows", objects.Concordance, fields=("start", "end", "left", "match", "right"))


@dataclass(frozen=True, slots=True)
class _Terms:
    """How words become terms, as the core reads it."""

    language: Any
    stem: bool
    remove_stopwords: bool


def _terms(language: Any, stem: bool, remove_stopwords: bool, texts: Any) -> _Terms:
    return _Terms(language_argument(language, texts), bool(stem), bool(remove_stopwords))


def term_counts(
    texts: Any,
    *,
    stem: bool = True,
    language: Any = "auto",
    remove_stopwords: bool = False,
    threads: int | None = None,
    progress: bool = False,
    errors: str = "raise",
    limits: Limits | None = None,
    id: Any = None,
) -> Any:
    """How often each term occurs in each text.

    Args:
        texts: a str, or a column of them.
        stem: count stems; otherwise words in lower case.
        language: for stems and stop words, as in `stem`.
        remove_stopwords: leave out stop words.
        id: labels of the texts for the column `document`; by default the index, or the row number.
        threads, progress, errors, limits: as in every column function, see `help(copydesk)`.

    Returns:
        `TermCount` objects for a str, most frequent first, a list of such for a list, else a long table of row, document,
        term, count (the sparse form of a document-term matrix).

    The table has one row for each different term of each text; beside it, each thread holds the terms of one text at a time.

    >>> term_counts("The talks failed. More talks follow.", language="en")[0]
    TermCount(term='talk', count=2)
    """
    terms = _terms(language, stem, remove_stopwords, texts)

    def call(column: Any, options: Options) -> _core.Table:
        return _core.term_counts(column, terms, options)

    return run(_COUNTS, texts, call, threads=threads, progress=progress, errors=errors, limits=limits, id=id)


def keyness(
    a: Any,
    b: Any,
    *,
    stem: bool = True,
    language: Any = "auto",
    remove_stopwords: bool | None = None,
    min_count: int = 3,
    limits: Limits | None = None,
) -> Any:
    """Which terms the texts of `a` use and those of `b` do not, and the other way round.

    Args:
        a, b: two columns of texts, such as those of two outlets.
        stem: as in `term_counts`.
        remove_stopwords: leave out stop words of each text's language; by default wherever terms are stems. With False,
            the outlets' "the" and "said" are compared, too.
        language: for stems and stop words, as in `stem`, but no column.
        min_count: terms that occur less often in both together are left out.
        limits: see `help(copydesk)`.

    Returns:
        One row per term, from the most typical of `a` to the most typical of `b`: term, count_a, count_b, texts_a, texts_b,
        per_million_a, per_million_b, g2 (Dunning's log-likelihood, 1993, negative where the term is typical of `b`; beyond
        3.84 or -3.84 significant at 5 per cent) and log_ratio (binary logarithm of the ratio of the relative frequencies). A
        frame of the kind of `a`, a list of dicts for a list.

    Both sets are read once, text by text; what is held are the different terms of the two sets with their counts, some
    100 bytes a term.

    >>> keyness(["war and war again", "more war"], ["peace talks", "talks on peace"], language="en", min_count=2)[0]["term"]
    'war'
    """
    without = bool(stem) if remove_stopwords is None else remove_stopwords
    least = integer("min_count", min_count, 0)

    def totals(argument: str, texts: Any) -> _core.TermTotals:
        terms = _terms(language, stem, without, texts)
        return feed(texts, lambda column, options: _core.term_totals(column, terms, options), argument=argument, limits=limits)

    table = _core.keyness(totals("a", a), totals("b", b), least)
    kind = _frames.kind_of(a)
    if kind == "pandas":
        return _frames.to_pandas(table)
    if kind == "polars":
        return _frames.to_polars(table)
    return table.to_dicts() if kind == "list" else Table(table)


def ngrams(
    texts: Any,
    n: int,
    *,
    threads: int | None = None,
    progress: bool = False,
    errors: str = "raise",
    limits: Limits | None = None,
    id: Any = None,
) -> Any:
    """All runs of `n` words, in order and overlapping; none crosses a stop, a colon, a bracket, a dash or a blank line.

    Args:
        texts: a str, or a column of them.
        n: words in a run, 1 to 32.
        id: labels of the texts for the column `document`; by default the index, or the row number.
        threads, progress, errors, limits: as in every column function, see `help(copydesk)`.

    Returns:
        `NGram` objects for a str, a list of such for a list, else a long table of row, document, start, end, text (the words
        in lower case).

    >>> [run.text for run in ngrams("A real risk. “Real” risk", 2)]
    ['a real', 'real risk', 'real risk']
    """
    words = integer("n", n, 1, 32)

    def call(column: Any, options: Options) -> _core.Table:
        return _core.ngrams(column, words, options)

    return run(_NGRAMS, texts, call, threads=threads, progress=progress, errors=errors, limits=limits, id=id)


def concordance(
    texts: Any,
    pattern: str,
    *,
    width: int = 40,
    threads: int | None = None,
    progress: bool = False,
    errors: str = "raise",
    limits: Limits | None = None,
    id: Any = None,
) -> Any:
    """The places where a word or phrase occurs, with their context (keyword in context).

    Args:
        texts: a str, or a column of them.
        pattern: a word or phrase, matched token by token in any case; `*` behind a word stands for any ending, alone for any
            one token, `|` between patterns of which any may match. A word is also found with an owner's ending ("Biden" in
            "Biden's").
        width: characters of context on either side, cut to whole tokens; at most 1,000.
        id: labels of the texts for the column `document`; by default the index, or the row number.
        threads, progress, errors, limits: as in every column function, see `help(copydesk)`.

    Returns:
        `Concordance` objects for a str, a list of such for a list, else a long table of row, document, start, end, left,
        match, right.

    >>> place = concordance("Talks failed. NATO talked of talks.", "talk* of", width=12)[0]
    >>> place.left, place.match, place.right
    ('. NATO', 'talked of', 'talks.')
    """
    phrase, characters = instance("pattern", pattern, str, "str"), integer("width", width, 0, 1000)
    try:
        _core.concordance([""], phrase, characters, plain_options(None, "pattern"))
    except CopydeskError as error:
        raise ValueError(f"pattern: {error.message}") from None

    def call(column: Any, options: Options) -> _core.Table:
        return _core.concordance(column, phrase, characters, options)

    return run(_PLACES, texts, call, threads=threads, progress=progress, errors=errors, limits=limits, id=id)
