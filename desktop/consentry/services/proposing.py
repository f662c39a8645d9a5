"""Which photos may have been taken at an event: the camera's clock proposes, a person confirms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from consentry.services import events
from consentry.services.session import Session
from consentry_policy.decisions import fold
from consentry_policy.events import Event

_AROUND = timedelta(minutes=30)  # before and after the hours: warming up, leaving
_CLOCK_OFF = timedelta(hours=14)  # as far as two places on earth are apart


@dataclass(frozen=True, slots=True)
class Proposal:
    """A photo that may be of an event. ``taken_at``: the camera's wall clock, its time zone not known. ``sure``:
    inside the event's hours by that clock; else only if the clock was set for another place. ``joined``: the event
    it is joined to already.
    """

    photo: str
    file_name: str
    taken_at: datetime
    sure: bool
    why: str
    joined: str | None


def proposals(session: Session, event_id: str, photo_ids: Iterable[str] | None = None) -> list[Proposal]:
    """The photos (of ``photo_ids``, or all) that may be of an event, those inside its hours first.

    A photo without a time is not proposed: a person joins it. Raises MendableError where there is no such event.
    """
    event = events.find(session, event_id)
    first, last = _hours(event)
    with session.vault.read() as unit:
        rows = unit.photos.of_ids(unit.photos.ids() if photo_ids is None else photo_ids)
        timed = {p.id: at for p in rows.values() if (at := _clock(p.taken_at)) is not None}
        near = {i: at for i, at in timed.items() if first - _CLOCK_OFF <= at <= last + _CLOCK_OFF}
        made = unit.decisions.of_photos(near)
    found = [
        Proposal(
            i,
            rows[i].file_name,
            at,
            first <= at <= last,
            _why(event, first, last, at),
            fold(made.get(i, [])).event,
        )
        for i, at in near.items()
    ]
    return sorted(found, key=lambda p: (not p.sure, p.taken_at, p.file_name))


def _hours(event: Event) -> tuple[datetime, datetime]:
    """From when to when: the whole day where no hours are known, past midnight where it ends before it began."""
    starts, ends = _time(event.starts), _time(event.ends)
    first = datetime.combine(event.day, starts or time.min)
    last = datetime.combine(event.day, ends) if ends else _end_of(event.day)
    if ends and starts and ends < starts:
        last += timedelta(days=1)
    return (first - _AROUND if starts else first), (last + _AROUND if ends else last)


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time(23, 59, 59))


def _time(text: str | None) -> time | None:
    try:
        return time.fromisoformat(text) if text else None
    except ValueError:
        return None


def _clock(text: str | None) -> datetime | None:
    """The camera's wall clock; a zone that a file names is left off, for the event's hours are wall clock, too."""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None) if text else None
    except ValueError:
        return None


def _why(event: Event, first: datetime, last: datetime, at: datetime) -> str:
    if first <= at <= last:
        hours = "its hours" if event.starts or event.ends else "its day"
        return f"taken within {hours} by the camera's clock; its time zone is not known"
    away = (first - at if at < first else at - last).total_seconds() / 3600
    return f"{away:.1f} hours outside by the camera's clock; of this event only if the clock was set wrong"
