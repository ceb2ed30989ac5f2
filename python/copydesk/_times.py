"""Times of publication, as records give them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

ACCEPTED = (
    "expected ISO 8601 (2024-05-14, 2024-05-14T21:52:00+02:00), 14.05.2024, 14 May 2024, May 14, 2024, 05/14/2024 where the "
    "column shows which is the month, a date or a datetime"
)
_NAMED = 5
"""How many times that cannot be read are named."""
_SLASHES = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})(?!\d)")
_EITHER = re.compile(r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4})(?!\d)")
"""Dates with the day before the month in one country and behind it in another."""
_MAIL = re.compile(r"(?:[A-Za-z]{3},\s*)?\d{1,2} [A-Za-z]{3} \d{4} \d{1,2}:\d\d(?!.*\b[ap]\.?m\b)", re.IGNORECASE)
# A line a month: its names in the languages that have a pack, in small letters and without points.
_MONTHS = """
january jan januar jänner janvier janv enero ene janeiro gennaio gen januari января
february feb februar février févr fév febrero fevereiro fev febbraio februari февраля
march mar märz mrz mars marzo março maart mrt марта
april apr avril avr abril abr aprile апреля
may mai mayo maio maggio mag mei мая
june jun juni juin junio junho giugno giu июня
july jul juli juillet juil julio julho luglio lug июля
august aug août agosto ago augustus августа
september sep sept septembre septiembre setembro set settembre сентября
october oct oktober okt octobre octubre outubro out ottobre ott октября
november nov novembre noviembre novembro ноября
december dec dezember dez décembre déc diciembre dic dezembro dicembre декабря
"""
_MONTH = {name: at for at, line in enumerate(_MONTHS.split("\n")) for name in line.split()}
_WEEKDAY = r"(?:[^\W\d]+(?:-feira)?[.,]?\s+)?"
_WRITTEN = [
    re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})(?!\d)"),
    re.compile(
        _WEEKDAY
        + r"(?P<day>\d{1,2})(?:\.|º|st|nd|rd|th|er)?\s+(?:of\s+|de\s+)?(?P<month>[^\W\d]+)\.?,?\s+(?:de\s+)?(?P<year>\d{4})(?!\d)"
    ),
    re.compile(_WEEKDAY + r"(?P<month>[^\W\d]+)\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})(?!\d)"),
]
_CLOCK = re.compile(
    r"[\s,|–-]*(?:(?:at|um|à)\s+)?(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?::(?P<second>\d\d))?\s*(?P<half>[ap]\.?m\.?)?"
    r"(?:\s*(?:Uhr|h))?\s*(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d|[A-Z]{2,5})?\s*",
    re.IGNORECASE,
)


def readable(published: str, day_first: bool | None = None) -> str | None:
    """A date or time as ISO 8601; None for what is none. Takes ISO 8601, "2024/05/14", what mail and feeds write, and dates
    as papers print them, the day first where points part it from the month. Where strokes do, it is first if it can be nothing
    else, or if `day_first` says so: "05/04/2024" alone is no date.

    >>> readable("2024/5/14"), readable("Tue, 14 May 2024 21:52:00 +0200"), readable("14.5.")
    ('2024-05-14', '2024-05-14T21:52:00+02:00', None)
    >>> readable("14.05.2024"), readable("14 May 2024"), readable("14 May 2024 9:52 p.m."), readable("14. Mai 2024")
    ('2024-05-14', '2024-05-14', '2024-05-14T21:52:00', '2024-05-14')
    >>> readable("05/14/2024"), readable("05/04/2024"), readable("05/04/2024", day_first=True)
    ('2024-05-14', None, '2024-04-05')
    """
    text = _SLASHES.sub(lambda day: f"{day[1]}-{day[2]:0>2}-{day[3]:0>2}", published.strip(), count=1)
    try:
        if _MAIL.match(text):
            return parsedate_to_datetime(text).isoformat()
        found = datetime.fromisoformat(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return _printed(text, day_first)
    return text if re.match(r"\d{4}-\d\d-\d\d", text) else found.isoformat()


def day_first(published: Iterable[str | None]) -> bool | None:
    """Whether dates such as "05/04/2024" of one column have the day first, by those of them that can be read in one way alone;
    None where there are none, or some of either way.

    >>> day_first(["05/04/2024", "14/05/2024 10:00"]), day_first(["05/14/2024"]), day_first(["05/04/2024", None])
    (True, False, None)
    """
    dates = filter(None, (_EITHER.match(value.strip()) for value in published if value))
    ways = {int(date["first"]) > 12 for date in dates if (int(date["first"]) > 12) != (int(date["second"]) > 12)}
    return ways.pop() if len(ways) == 1 else None


def _day(text: str, day_first: bool | None) -> tuple[int, int, int, int] | None:
    """Year, month and day of the date that opens a text, and where it ends."""
    if found := _EITHER.match(text):
        first, second = int(found["first"]), int(found["second"])
        if first == second or first > 12:
            day_first = True
        elif second > 12:
            day_first = False
        if day_first is None:
            return None
        return (int(found["year"]), *((second, first) if day_first else (first, second)), found.end())
    for form in _WRITTEN:
        found = form.match(text)
        month = found and (int(found["month"]) if found["month"].isdigit() else _MONTH.get(found["month"].lower()))
        if found and month:
            return int(found["year"]), month, int(found["day"]), found.end()
    return None


def _printed(text: str, day_first: bool | None) -> str | None:
    """A date as papers print it, with the time of day where it can be read."""
    date = _day(text, day_first)
    if date is None:
        return None
    try:
        day = datetime(*date[:3])
        rest = text[date[3] :]
        if not rest.strip(" ,.|"):
            return day.date().isoformat()
        clock = _CLOCK.fullmatch(rest)
        if clock is None:
            return None
        hour, half, zone = int(clock["hour"]), (clock["half"] or "")[:1].lower(), (clock["zone"] or "").upper()
        if half:
            hour = hour % 12 + (12 if half == "p" else 0)
        time = day.replace(hour=hour, minute=int(clock["minute"]), second=int(clock["second"] or 0))
        if zone in ("Z", "UTC", "GMT"):
            return time.replace(tzinfo=UTC).isoformat()
        if zone[:1] in ("+", "-"):
            return datetime.fromisoformat(f"{time.isoformat()}{zone}").isoformat()
        # Of "3:40 PM EST" the day is sure.
        return day.date().isoformat() if zone else time.isoformat()
    except ValueError:
        return None


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


def unreadable(argument: str, given: Sequence[str | None], found: Sequence[str | None], *, column: bool = True) -> str | None:
    """What to say of the times given that could not be read, the first few by name; None where all could.

    >>> unreadable("published", ["soon", "2024-05-14"], [None, "2024-05-14"]).split(";")[0]
    "published, row 0: 'soon' is no date or time"
    """
    bad = [row for row, (value, time) in enumerate(zip(given, found, strict=True)) if time is None and (value or "").strip()]
    if not bad:
        return None
    named = ", ".join(f"row {row}: {given[row]!r}" for row in bad[:_NAMED]) if column else repr(given[0])
    more = f" and {len(bad) - _NAMED} more" if len(bad) > _NAMED else ""
    what = "is no date or time" if len(bad) == 1 else "are no dates or times"
    return f"{argument}{',' if column else ':'} {named}{more} {what}; {ACCEPTED}"


def before(a: datetime | None, b: datetime | None) -> bool:
    """Whether the one was certainly earlier; what has no time comes last. Midnight UTC stands for a day without a time, which
    is in no order with the times of that day.

    >>> day, hour = moment("2024-05-14"), moment("2024-05-14T09:30:00Z")
    >>> before(day, hour), before(hour, day), before(day, moment("2024-05-15"))
    (False, False, True)
    """
    if a is None or b is None:
        return a is not None
    if _is_day(a) or _is_day(b):
        return a.astimezone(UTC).date() < b.astimezone(UTC).date()
    return a < b


def written(time: datetime | None) -> str | None:
    """ISO 8601, the day alone where no more is known.

    >>> written(moment("2024-05-14")), written(moment("2024-05-14T09:30:00Z"))
    ('2024-05-14', '2024-05-14T09:30:00+00:00')
    """
    if time is None:
        return None
    return time.date().isoformat() if _is_day(time) else time.isoformat()


def _is_day(time: datetime) -> bool:
    day = time.astimezone(UTC)
    return (day.hour, day.minute, day.second, day.microsecond) == (0, 0, 0, 0)


def first_of(times: Mapping[str, datetime]) -> str | None:
    """Whose time is before all others'; None where equal days leave that open."""
    return next((name for name, time in times.items() if all(before(time, times[m]) for m in times if m != name)), None)
