"""Times of publication, as records give them."""

from __future__ import annotations

from datetime import UTC, datetime


def moment(published: str | None) -> datetime | None:
    """An ISO 8601 date or time as a UTC timestamp; None for anything else.

    >>> moment("2024-05-14T21:52:00+02:00").isoformat()
    '2024-05-14T19:52:00+00:00'
    """
    try:
        found = datetime.fromisoformat(published or "")
    except ValueError:
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
