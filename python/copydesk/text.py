"""Tokens and sentences of texts."""

from __future__ import annotations

from typing import Any

from . import _core, objects
from ._columns import Options, Task, language_argument, run

_TOKENS = Task("rows", objects.Token, fields=("start", "end", "kind"))
_SENTENCES = Task("rows", objects.Sentence, fields=("start", "end"))


def tokenize(
    texts: Any,
    *,
    threads: int | None = None,
    progress: bool = False,
    errors: str = "raise",
    limits: Any = None,
    id: Any = None,
) -> Any:
    """The tokens of a text, white space left out.

    Args:
        texts: a str, or a column of them.
        id: labels of the texts for the column `document`; by default the index, or the row number.
        threads, progress, errors, limits: as in every column function, see `help(copydesk)`.

    Returns:
        `Token` objects for a str, a list of such for a list, else a long table of row, document, start, end, kind;
        offsets are code points. Kinds: word, number, punctuation, symbol, url, email, hashtag, mention.

    >>> text = "He can't pay €1.2bn."
    >>> [text[token.start : token.end] for token in tokenize(text)]
    ['He', "can't", 'pay', '€', '1.2bn', '.']
    """
    return run(_TOKENS, texts, _core.tokenize, threads=threads, progress=progress, errors=errors, limits=limits, id=id)


def split_sentences(
    texts: Any,
    *,
    language: Any = "auto",
    threads: int | None = None,
    progress: bool = False,
    errors: str = "raise",
    limits: Any = None,
    id: Any = None,
) -> Any:
    """The sentences of a text.

    Args:
        texts: a str, or a column of them.
        language: "auto", None (rules that hold everywhere), a language by code or name, or a column of them.
        id: labels of the texts for the column `document`; by default the index, or the row number.
        threads, progress, errors, limits: as in every column function, see `help(copydesk)`.

    Returns:
        `Sentence` objects for a str, a list of such for a list, else a long table of row, document, start, end;
        offsets are code points, white space at the ends left out.

    >>> text = "Gov. Noem said no. “It is over.” She left."
    >>> [text[start:end] for start, end in split_sentences(text, language="en")]
    ['Gov. Noem said no.', '“It is over.”', 'She left.']
    """
    chosen = language_argument(language, texts)

    def call(column: Any, options: Options) -> _core.Table:
        return _core.split_sentences(column, chosen, options)

    return run(_SENTENCES, texts, call, threads=threads, progress=progress, errors=errors, limits=limits, id=id)
