"""Results out of the rows of tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any, TypeVar

from .objects import (
    Article,
    Attribution,
    Block,
    Claim,
    CleanText,
    DateMention,
    Dropped,
    Language,
    LanguageSpan,
    Line,
    Link,
    Quantity,
)

T = TypeVar("T")


def direct(kind: type[T]) -> Callable[..., T]:
    """A constructor that fills the slots of a frozen dataclass straight away, in half the time of its own; all fields are
    to be given, in order."""
    new = kind.__new__
    setters = [kind.__dict__[field.name].__set__ for field in fields(kind)]  # type: ignore[arg-type]

    def make(*values: Any) -> T:
        made = new(kind)
        for fill, value in zip(setters, values, strict=True):
            fill(made, value)
        return made

    return make


_language = direct(Language)


def language(code: str | None, script: str | None, confidence: float, reliable: bool) -> Language:
    """A row of the languages table."""
    return _language(code, script, confidence, reliable, None)


def language_span(row: dict[str, Any]) -> LanguageSpan:
    """A row of the language spans table."""
    return LanguageSpan(row["start"], row["end"], row["code"], row["confidence"])


def article(row: dict[str, Any]) -> Article:
    """A row of the articles table."""
    values = {field.name: row[field.name] for field in fields(Article)}
    values["published"], values["modified"] = row["published_text"], row["modified_text"]
    for name, kind in (("blocks", Block), ("links", Link), ("dropped", Dropped)):
        values[name] = tuple(kind(**item) for item in row[name])
    return Article(**{**values, "authors": tuple(row["authors"]), "json_ld": tuple(row["json_ld"])})


def clean_text(row: dict[str, Any]) -> CleanText:
    """A row of the clean texts table."""
    lines = tuple(Line(**line) for line in row["lines"])
    return CleanText(row["text"], lines, tuple(tuple(piece.values()) for piece in row["map"]))


def attribution(row: dict[str, Any]) -> Attribution:
    """A row of the attributions table."""
    return Attribution(**{**{field.name: row[field.name] for field in fields(Attribution)}, "spans": tuple(row["spans"])})


def claim(row: dict[str, Any]) -> Claim:
    """A row of the claims table."""
    nested = {
        "spans": tuple(row["spans"]),
        "quantities": tuple(Quantity(**item) for item in row["quantities"]),
        "dates": tuple(DateMention(**item) for item in row["dates"]),
    }
    return Claim(**{**{field.name: row[field.name] for field in fields(Claim)}, **nested})
