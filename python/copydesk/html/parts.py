"""Small pieces of pages. Everything that comes from a text or a file goes through `escape` or `link`."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from .._voices import Speakers

_UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
"""Control characters, lone surrogates, and the marks that turn the direction of what follows."""
COLOURS = 8


def escape(value: Any) -> str:
    """Text as HTML, in elements and in quoted attributes alike; nothing for None."""
    return "" if value is None else html.escape(_UNSHOWN.sub("\ufffd", str(value)), quote=True)


def address(url: Any) -> str | None:
    """An address that may be followed: http or https with a host; None for anything else.

    >>> address("https://herald.example/a?b=1")
    'https://herald.example/a?b=1'
    >>> address("javascript:alert(1)"), address("data:text/html,x"), address("//herald.example")
    (None, None, None)
    """
    if not isinstance(url, str) or _UNSHOWN.search(url) or re.search(r"\s", url.strip()):
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme.lower() in ("http", "https") and parts.hostname else None


def link(url: Any, label: Any) -> str:
    """A link where the address may be followed, else just its label."""
    followed = address(url)
    if followed is None:
        return escape(label)
    return f'<a href="{escape(followed)}" rel="noopener noreferrer nofollow">{escape(label)}</a>'


def day(moment: Any) -> str:
    """A time as people read it: the day, and the hour where one is known."""
    if not isinstance(moment, datetime):
        return escape(moment)
    hour = "" if (moment.hour, moment.minute) == (0, 0) else f", {moment:%H:%M} UTC"
    return f'<time datetime="{escape(moment.isoformat())}">{moment.day} {moment:%B %Y}{hour}</time>'


def scrolled(table: str, label: str) -> str:
    """A wide table in a box that scrolls by itself, reachable by keyboard."""
    return f'<div class="cd-scroll" tabindex="0" role="region" aria-label="{escape(label)}">{table}</div>'


class Voices:
    """The speakers of a report, numbered by how much they say; the first eight have a colour of their own."""

    def __init__(self, claims: Sequence[Mapping[str, Any]]) -> None:
        speakers = Speakers(claims)
        self.names = speakers.names
        self._numbers = {
            self._place(claim): number + 1
            for claim, number in zip(claims, speakers.of, strict=True)
            if number is not None
        }

    @staticmethod
    def _place(claim: Mapping[str, Any]) -> tuple[Any, Any]:
        return claim.get("speaker_key"), claim.get("speaker")

    def number(self, claim: Mapping[str, Any]) -> int | None:
        """The number of the speaker of a claim, from 1; None where none is named."""
        return self._numbers.get(self._place(claim))

    @staticmethod
    def colour(number: int | None) -> str:
        """The class of that number's colour; none beyond the palette."""
        return f" cd-{number}" if number is not None and number <= COLOURS else ""

    def chip(self, claim: Mapping[str, Any]) -> str:
        """The speaker's name with colour and number."""
        number = self.number(claim)
        if number is None:
            return '<span class="cd-speaker">no speaker named</span>'
        return f'<span class="cd-speaker{self.colour(number)}">{escape(claim["speaker"])} <sup>{number}</sup></span>'

    def legend(self) -> str:
        """All speakers with colour and number."""
        items = (
            f'<li><span class="cd-speaker{self.colour(number)}">{escape(name)} <sup>{number}</sup></span></li>'
            for number, name in enumerate(self.names, 1)
        )
        return f'<ul class="cd-legend" aria-label="Speakers">{"".join(items)}</ul>'
