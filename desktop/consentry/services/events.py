"""Public-arena events (436 IV.C.2): who authorised which event for which channel, and when."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date

from consentry.services import channels as channel_list
from consentry.services.operation import Changes
from consentry.services.recompute import Touched, announce
from consentry.services.session import Session
from consentry_policy.errors import MendableError
from consentry_policy.events import Authorisation, Event, EventKind


def listed(session: Session) -> list[Event]:
    """Every event, revoked ones too, the newest day first."""
    with session.vault.read() as unit:
        return sorted(unit.events.all(), key=lambda e: (e.day, e.name), reverse=True)


def add(
    session: Session,
    name: str,
    kind: EventKind,
    day: date,
    authorised_by: str,
    channels: Sequence[str],
    place: str | None = None,
    starts: str | None = None,
    ends: str | None = None,
) -> Event:
    """Put an event on record, authorised for ``channels`` from this moment on. Raises MendableError."""
    session.need()
    if not name.strip() or not authorised_by.strip():
        raise MendableError("An event needs a name and who authorised it; fill in both.")
    allowed = channel_list.require(session, channels)
    if not allowed:
        raise MendableError("An event is authorised for channels; name at least one.")
    event = Event(
        id=uuid.uuid4().hex,
        name=name.strip(),
        kind=kind,
        day=day,
        authorisations=tuple(Authorisation(c.name, authorised_by.strip(), session.now) for c in allowed),
        place=place,
        starts=starts,
        ends=ends,
    )
    with session.vault.write() as unit:
        unit.events.add(event)
        unit.audit.append("event-added", {"event": event.id, "channels": sorted(c.name for c in allowed)})
    session.emit(Changes(events=True))
    return event


def find(session: Session, id_or_name: str) -> Event:
    """The event of this id (a beginning is enough) or name. Raises MendableError where none or several fit."""
    wanted = id_or_name.strip().casefold()
    fits = [e for e in listed(session) if wanted and (e.id.startswith(wanted) or e.name.casefold() == wanted)]
    if len(fits) == 1:
        return fits[0]
    if fits:
        raise MendableError("Several events fit that; give the event's id as `consentry event list` shows it.")
    raise MendableError("No such event is on record; `consentry event list` shows those there are.")


def authorise(session: Session, event_id: str, channel: str, authorised_by: str) -> Event:
    """Authorise an event for one more channel, from this moment on. Raises MendableError."""
    session.need()
    event = find(session, event_id)
    name = channel_list.require(session, [channel])[0].name
    if event.revoked_at is not None:
        raise MendableError("That event is revoked; put it on record anew to authorise it again.")
    if event.authorised(name, session.now):
        raise MendableError("That event is authorised for this channel already; there is nothing left to do.")
    if not authorised_by.strip():
        raise MendableError("Say who authorised it: the Superintendent or the designee.")
    with session.vault.write() as unit:
        unit.events.authorise(event.id, Authorisation(name, authorised_by.strip(), session.now))
        unit.audit.append("event-authorised", {"event": event.id, "channel": name})
    announce(session, Changes(events=True), Touched(events=frozenset({event.id})))
    return find(session, event.id)


def revoke(session: Session, event_id: str, channel: str | None = None) -> Event:
    """Revoke an event, or its authorisation for one channel: nothing more may be let out on it, and what was is
    listed for takedown. Raises MendableError.
    """
    session.need()
    event = find(session, event_id)
    if event.revoked_at is not None:
        raise MendableError("That event was revoked before; there is nothing left to do.")
    name = channel_list.require(session, [channel])[0].name if channel else None
    if name and not event.authorised(name, session.now):
        raise MendableError("That event is not authorised for this channel; there is nothing to revoke.")
    with session.vault.write() as unit:
        unit.events.revoke(event.id, at=session.now, channel=name)
        unit.audit.append("event-revoked", {"event": event.id, "channel": name})
    announce(session, Changes(events=True), Touched(events=frozenset({event.id})))
    return event
