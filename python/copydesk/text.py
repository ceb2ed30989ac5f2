"""Tokens and sentences of texts."""

from __future__ import annotations

from typing import Any

from . import _core, objects
from ._beside import language_argument
from ._columns import Options, Task, run
from .limits import Limits

_TOKENS = Task("rows", objects.Token, fields=("start", "end", "kind"))
_TEXT_TOKENS = Task("rows", objects.TextToken, fields=("start", "end", "kind", "text"))
_SENTENCES = Task("rows", objects.Sentence, fields=("start", "end"))


def tokenize(
    texts: Any,
    *,
    text: bool = False,
    threads: int | None = None,
    progress: bool = False,
    errors: str = "raise",
    limits: Limits | None = None,
    id: Any = None,
) -> Any:
    """The tokens of a text, white space left out.

    Args:
        texts: a str, or a column of them.
        text: give each token itself, too, with its marks in plain form: quotation marks as ", single ones and apostrophes as
            ', hyphens as -, soft hyphens left out. Offsets stay those of the text as given.
        id: labels of the texts for the column `document`; by default the index, or the row number.
        threads, progress, errors, limits: as in every column function, see `help(copydesk)`.

    Returns:
        `Token` objects for a str, a list of such for a list, else a long table of row, document, start, end, kind;
        offsets are code points. Kinds: word, number, punctuation, symbol, url, email, hashtag, mention. With `text=True`
        `TextToken` objects, or a column `text`.

    Words are cut as in Unicode's standard (UAX 29), with what news needs: contractions, hyphenated words and abbreviations
    stay whole, numbers keep their separators and a unit written onto them. Chinese and Japanese characters are words one
    by one (Katakana runs are one), Thai and Lao are cut into clusters of a consonant with its vowels and tones.

    >>> text = "He can't pay €1.2bn."
    >>> [text[token.start : token.end] for token in tokenize(text)]
    ['He', "can't", 'pay', '€', '1.2bn', '.']
    >>> [token.text for token in tokenize("„Ja“, it’s", text=True)]
    ['"', 'Ja', '"', ',', "it's"]
    """
    def call(column: Any, options: Options) -> _core.Table:
        return _core.tokenize(column, bool(text), options)

    task = _TEXT_TOKENS if text else _TOKENS
    return run(task, texts, call, threads=threads, progress=progress, errors=errors, limits=limits, id=id)


def split_sentences(
    texts: Any,
    *,
    language: Any = "auto",
    threads: int | None = None,
    progress: bool = False,
    errors: str = "raise",
    limits: Limits | None = None,
    id: Any = None,
) -> Any:
    """The sentences of a text.

    Args:
        texts: a str, or a column of them.
        language: "auto" (found out for each text), a code or name for all texts, or a column that has a code, a name or None
            for each. None: not known; rules that hold in all languages are used.
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
