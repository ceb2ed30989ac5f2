"""Stems of texts and of words."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from . import _core
from ._beside import language_argument
from ._columns import Options, Task, instance, optional, run
from .limits import Limits

_STEMS = Task("value", lambda row: row["stems"])
_WORDS = Task("value", lambda row: row["stems"], argument="words")


@contextmanager
def _no_collection() -> Iterator[None]:
    """Without garbage collection: it would go over each list of a column several times, and a list of str has no cycles."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def stem(
    texts: Any,
    *,
    language: Any = "auto",
    algorithm: str = "snowball",
    remove_stopwords: bool = False,
    join: str | None = None,
    threads: int | None = None,
    progress: bool = False,
    errors: str = "raise",
    limits: Limits | None = None,
) -> Any:
    """The stems of a text's words, in order; case is folded by the language's rules.

    Args:
        texts: a str, or a column of them.
        language: "auto" (found out for each text), a code or name for all texts, or a column that has a code, a name or None
            for each. A text whose language is not known (None) or has no stemmer is only folded to lower case.
        algorithm: "snowball" (today's, <https://snowballstem.org>) or "rust-stemmers" (those of the crate of that name, for
            stems that must match an existing index).
        remove_stopwords: leave out stop words: NLTK's list of the language, where it has none that of Stopwords ISO.
        join: what joins the stems into one string, such as " "; None = a list.
        threads, progress, errors, limits: as in every column function, see `help(copydesk)`.

    Returns:
        A list of stems for a str (a str with `join`), a list of such for a list, else a Series. In lists and pandas, equal
        stems are mostly one str object, which keeps such lists small; garbage is not collected while they are made.

    Case is folded as the language has it: Turkish "I" to "ı", a final sigma at the end of Greek words, German "ẞ" to "ß"
    (which its algorithm writes "ss"). Words and hashtags have stems; numbers, addresses and marks have none. Each thread
    remembers the stems of up to 65,536 words, in 5.3 MB, whatever the size of the column. With several threads the caller's
    makes Python lists while the others go on.

    Raises:
        UnsupportedLanguageError: `language` names one that has no stemmer.

    >>> stem("The ministers were denying it", language="en")
    ['the', 'minist', 'were', 'deni', 'it']
    >>> stem(["Die Minister bestritten es", None], language="de", remove_stopwords=True, join=" ")
    ['minist bestritt', None]
    """
    chosen = language_argument(language, texts)
    optional("join", join, str, "str or None")

    def call(column: Any, options: Options) -> _core.Table:
        return _core.stem(column, chosen, algorithm, remove_stopwords, join, options)

    def lists(column: Any, options: Options) -> list[Any]:
        with _no_collection():
            return _core.stem_lists(column, chosen, algorithm, remove_stopwords, options)

    objects = lists if join is None else None
    return run(_STEMS, texts, call, objects=objects, threads=threads, progress=progress, errors=errors, limits=limits)


def stem_words(
    words: Any,
    language: str,
    *,
    algorithm: str = "snowball",
    threads: int | None = None,
    progress: bool = False,
    errors: str = "raise",
    limits: Limits | None = None,
) -> Any:
    """One stem per word; the words should be lower-cased.

    Args:
        words: a str, or a column of them.
        language: a language by code or name, or a named algorithm: "porter", "lovins", "dutch_porter".
        algorithm: "snowball" or "rust-stemmers".
        threads, progress, errors, limits: as in every column function, see `help(copydesk)`. A list of str is stemmed on the
            caller's thread, since the handing over of a word takes longer than its stem.

    Returns:
        A str for a str, a list for a list, else a Series.

    >>> stem_words(["ministers", "denying"], "en")
    ['minist', 'deni']
    """
    instance("language", language, str, "a language by code or name")

    def call(column: Any, options: Options) -> _core.Table:
        return _core.stem_words(column, language, algorithm, options)

    def straight(column: Any, options: Options) -> list[Any] | None:
        return _core.stem_word_list(column, language, algorithm, options)

    return run(
        _WORDS, words, call, straight=straight, threads=threads, progress=progress, errors=errors, limits=limits
    )


def stem_languages(algorithm: str = "snowball") -> list[str]:
    """The languages that there are stemmers for, as BCP 47 codes.

    >>> {"en", "de", "ru"} <= set(stem_languages())
    True
    """
    return _core.stem_languages(algorithm)
