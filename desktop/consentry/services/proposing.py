"""Which photos may have been taken at an event: the camera's clock proposes, a person confirms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from consentry.services import deciding, events
from consentry.services.session import Session
from consentry_policy.decisions import DecisionKind, PhotoDecisions, fold
from consentry_policy.errors import MendableError
from consentry_policy.events import Event
from consentry_policy.facts import Attestation
from consentry_vault import PhotoRow

_AROUND = timedelta(minutes=30)  # before and after the hours: warming up, leaving
_CLOCK_OFF = timedelta(hours=14)  # as far as two places on earth are apart


@dataclass(frozen=True, slots=True)
class Proposal:
    """A photo that may be of an event. ``taken_at``: the camera's wall clock, its time zone not known; None: the
    file has no time, a person joined it. ``sure``: inside the event's hours by that clock. ``joined``: the event
    it is joined to already; ``in_arena``: a person confirmed that it was taken in that event's public arena.
    ``readable`` False: the file could not be checked, so nobody can look at it here.
    """

    photo: str
    file_name: str
    taken_at: datetime | None
    sure: bool
    why: str
    joined: str | None
    in_arena: bool = False
    readable: bool = True


def proposals(session: Session, event_id: str, photo_ids: Iterable[str] | None = None) -> list[Proposal]:
    """The photos (of ``photo_ids``, or all) that may be of an event, those inside its hours first, and those
    that a person joined to it.

    A photo without a time is not proposed: a person joins it. Raises MendableError where there is no such event.
    """
    event = events.find(session, event_id)
    first, last = _hours(event)
    with session.vault.read() as unit:
        rows = unit.photos.of_ids(unit.photos.ids() if photo_ids is None else photo_ids)
        times = {i: _clock(p.taken_at) for i, p in rows.items()}
        near = {i for i, at in times.items() if at and first - _CLOCK_OFF <= at <= last + _CLOCK_OFF}
        near |= unit.decisions.photos_with(DecisionKind.JOIN_EVENT, event.id) & rows.keys()
        made = unit.decisions.of_photos(near)
    found = []
    for i in near:
        at, holds = times[i], fold(made.get(i, []))
        if holds.event == event.id or (at and first - _CLOCK_OFF <= at <= last + _CLOCK_OFF):
            found.append(_proposal(event, rows[i], at, holds))
    return sorted(found, key=lambda p: (not p.sure, p.taken_at is None, str(p.taken_at), p.file_name))


def _proposal(event: Event, row: PhotoRow, at: datetime | None, holds: PhotoDecisions) -> Proposal:
    first, last = _hours(event)
    return Proposal(
        photo=row.id,
        file_name=row.file_name,
        taken_at=at,
        sure=at is not None and first <= at <= last,
        why=_why(event, first, last, at),
        joined=holds.event,
        in_arena=holds.event is not None and Attestation.IN_ARENA in holds.attestations(""),
        readable=row.error is None,
    )


def confirm(session: Session, event_id: str, photo_ids: Sequence[str], why: str = "") -> int:
    """A person's word that each of these photos was taken in the public arena of an event (436 IV.C.2); those not
    joined to it yet are joined first. Gives how many were. Raises MendableError.
    """
    event = events.find(session, event_id)
    if event.revoked_at is not None:
        raise MendableError("That event is revoked; put it on record anew before photos are confirmed for it.")
    with session.vault.read() as unit:
        known = unit.photos.of_ids(photo_ids)
        made = unit.decisions.of_photos(photo_ids)
    wanted = list(dict.fromkeys(photo_ids))
    if not wanted or len(known) != len(wanted):
        raise MendableError("Choose the photos to confirm among those that were checked in this vault.")
    apart = [i for i in wanted if fold(made.get(i, [])).event != event.id]
    if apart:
        deciding.join_event(session, apart, event.id, why)
    deciding.attest(session, wanted, Attestation.IN_ARENA, "", why)  # it is said for every channel
    return len(wanted)


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


def _why(event: Event, first: datetime, last: datetime, at: datetime | None) -> str:
    if at is None:
        return "a person joined it; the file does not say when it was taken"
    if first <= at <= last:
        hours = "its hours" if event.starts or event.ends else "its day"
        return f"taken within {hours} by the camera's clock; its time zone is not known"
    away = (first - at if at < first else at - last).total_seconds() / 3600
    return f"{away:.1f} hours outside by the camera's clock; of this event only if the clock was set wrong"
