"""Text and pages out of the bytes of files."""

from __future__ import annotations

import re

from . import _core

_SNIFFED = 8_000
"""In how much of a file a zero character tells that it is no text, as git has it."""
_FEW = 3
"""From how many letters beyond ASCII on the bytes of a text in Latin script tell its encoding."""
_MISREAD = re.compile(r"[¡-¿][a-zà-ÿ]|[a-z][¹³¿¾¼]")
"""A letter that Windows-1252 reads as a sign, within a word."""


def decode_text(data: bytes, encoding: str | None = None) -> str:
    """Text of a file: what its byte order mark says, else UTF-8, else what it is said to be in, else by statistics.

    >>> decode_text("Мост закрыт.".encode("cp1251")), decode_text("a £5m café".encode("cp1252"))
    ('Мост закрыт.', 'a £5m café')
    """
    text = _core.decode_page(data, encoding)
    # One pound sign is a letter elsewhere, and statistics have nothing to go by.
    if encoding is None and _is_western(data, text):
        return data.decode("cp1252", "replace")
    return text


def _is_western(data: bytes, text: str) -> bool:
    """Whether a text of one byte a character is in Latin script with hardly a letter beyond ASCII, none of them a sign in
    Windows-1252."""
    if len(text) != len(data) or text.isascii() or sum(byte >= 0xC0 for byte in data) >= _FEW:
        return False
    latin = all(char < "\u0250" or not char.isalpha() for char in text)
    return latin and _MISREAD.search(data.decode("cp1252", "replace")) is None


def decoded(data: bytes, kind: str, encoding: str | None = None) -> str:
    """The content of a file of kind "html" or "text".

    Raises:
        ValueError: it is binary data.
    """
    content = decode_page(data, encoding) if kind == "html" else decode_text(data, encoding)
    if "\0" in content[:_SNIFFED]:
        raise ValueError("it is binary data, not text")
    return content


def decode_page(data: bytes, charset: str | None = None) -> str:
    """A page: what its byte order mark, its server or the page itself says, else by statistics."""
    return _core.decode_page(data, charset)
