"""Times of publication, as records give them."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

ACCEPTED = "expected ISO 8601 (2024-05-14, 2024-05-14T21:52:00+02:00), a date or a datetime"
_SLASHES = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})(?!\d)")
_MAIL = re.compile(r"(?:[A-Za-z]{3},\s*)?\d{1,2} [A-Za-z]{3} \d{4}\b")


def readable(published: str) -> str | None:
    """A date or time as ISO 8601; None for what is none. Takes ISO 8601, "2024/05/14", and what mail and feeds write.

    >>> readable("2024/5/14"), readable("Tue, 14 May 2024 21:52:00 +0200"), readable("14.5.")
    ('2024-05-14', '2024-05-14T21:52:00+02:00', None)
    """
    text = _SLASHES.sub(lambda day: f"{day[1]}-{day[2]:0>2}-{day[3]:0>2}", published.strip(), count=1)
    try:
        if _MAIL.match(text):
            return parsedate_to_datetime(text if ":" in text else f"{text} 00:00").isoformat()
        found = datetime.fromisoformat(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return text if re.match(r"\d{4}-\d\d-\d\d", text) else found.isoformat()


def moment(published: str | None) -> datetime | None:
    """A date or time, as `readable` takes it, as a UTC timestamp; None for anything else.

    >>> moment("2024-05-14T21:52:00+02:00").isoformat()
    '2024-05-14T19:52:00+00:00'
    """
    text = readable(published or "")
    if text is None:
        return None
    found = datetime.fromisoformat(text)
    try:
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except OverflowError:
        return None
