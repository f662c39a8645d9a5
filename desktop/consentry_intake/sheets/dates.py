"""Days as sheets write them. What can be read in two ways is not read at all without the clerk's word."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache

from consentry_intake.sheets.recipe import DateOrder

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T](.*))?\Z")
_SLASHED = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:,? (.*))?\Z")
_WORDED = re.compile(r"(\d{1,2})[-. ]([A-Za-z]{3,9})\.?[-, ]+(\d{4}|\d{2})(?: (.*))?\Z")
_WORDED_US = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?: (.*))?\Z")
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)? ?([AaPp])?\.?[Mm]?\.?(?: .*|[+-]\d\d:?\d\d|Z)?\Z")
_MONTHS = {
    name: index
    for index, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_SERIAL_FROM, _SERIAL_TO = 20_000, 60_000  # Excel's day numbers of 1954 to 2064
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001  (a sheet has no time zone)


def ambiguous(texts: list[str]) -> bool:
    """True when slashed dates leave open whether the month or the day comes first."""
    doubtful = False
    for text in texts:
        match = _SLASHED.match(text.strip())
        if match is None:
            continue
        first, second = int(match[1]), int(match[2])
        if first > 12 or second > 12:
            return False
        doubtful = doubtful or first != second
    return doubtful


def order_of(texts: list[str]) -> DateOrder | None:
    """The order that at least one date proves; None where none does, or where two contradict each other."""
    found = set()
    for text in texts:
        match = _SLASHED.match(text.strip())
        if match is not None and int(match[1]) > 12:
            found.add(DateOrder.DAY_FIRST)
        if match is not None and int(match[2]) > 12:
            found.add(DateOrder.MONTH_FIRST)
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=100_000)
def read_moment(text: str, order: DateOrder | None, *, past: bool = False) -> datetime | None:
    """The moment that a text tells (no time zone), or None. ``past``: two-digit years are never in the future."""
    text = " ".join(text.split())
    if text.replace(".", "", 1).isdigit() and _SERIAL_FROM <= float(text) <= _SERIAL_TO:
        return _EPOCH + timedelta(days=float(text))
    try:
        return _parse(text, order, past)
    except ValueError:
        return None


def read_day(text: str, order: DateOrder | None, *, past: bool = False) -> date | None:
    """The day that a text tells, or None."""
    moment = read_moment(text, order, past=past)
    return moment.date() if moment is not None else None


def _parse(text: str, order: DateOrder | None, past: bool) -> datetime | None:
    if match := _ISO.match(text):
        return _moment(int(match[1]), int(match[2]), int(match[3]), match[4])
    if match := _SLASHED.match(text):
        first, second, year = int(match[1]), int(match[2]), _year(match[3], past)
        if first > 12 or order is DateOrder.DAY_FIRST:
            return _moment(year, second, first, match[4])
        if second > 12 or order is DateOrder.MONTH_FIRST or first == second:
            return _moment(year, first, second, match[4])
        return None
    if match := _WORDED.match(text):
        return _moment(_year(match[3], past), _MONTHS.get(match[2][:3].lower(), 0), int(match[1]), match[4])
    if match := _WORDED_US.match(text):
        return _moment(int(match[3]), _MONTHS.get(match[1][:3].lower(), 0), int(match[2]), match[4])
    return None


def _year(text: str, past: bool) -> int:
    """Two digits: 00-68 are 2000-2068 as in POSIX, but a birth year ends at 2040."""
    year = int(text)
    if year >= 100:
        return year
    return 1900 + year if year > (40 if past else 68) else 2000 + year


def _moment(year: int, month: int, day: int, clock: str | None) -> datetime | None:
    hour = minute = second = 0
    if clock:
        match = _TIME.match(clock)
        if match is None:
            return None
        hour, minute, second = int(match[1]), int(match[2]), int(match[3] or 0)
        if match[4]:
            hour = hour % 12 + (12 if match[4].lower() == "p" else 0)
    if not 1900 <= year <= 2100:
        return None
    return datetime(year, month, day, hour, minute, second)  # noqa: DTZ001
