"""The register of public-arena events and their authorisations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, func, insert, select, update

from consentry_policy.events import Authorisation, Event, EventKind
from consentry_vault import schema
from consentry_vault.store import Store


@dataclass(frozen=True, slots=True)
class _Plain:
    """An event without its authorisations, as the table holds it."""

    id: str
    name: str
    kind: EventKind
    day: date
    place: str | None
    starts: str | None
    ends: str | None
    revoked_at: datetime | None


def _plain(event: Event) -> _Plain:
    return _Plain(
        event.id, event.name, event.kind, event.day, event.place, event.starts, event.ends, event.revoked_at
    )


def _whole(row: _Plain, authorisations: tuple[Authorisation, ...]) -> Event:
    return Event(
        row.id, row.name, row.kind, row.day, authorisations, row.place, row.starts, row.ends, row.revoked_at
    )


class Events:
    """Events; an authorisation is added or revoked, never edited away."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._store = Store(connection, schema.events, _Plain)

    def add(self, event: Event) -> None:
        """Adds an event with the authorisations it carries."""
        self._store.insert([_plain(event)])
        for authorisation in event.authorisations:
            self.authorise(event.id, authorisation)

    def update(self, event: Event) -> None:
        """Writes name, kind, day, place and hours anew; authorisations stay. Raises KeyError: there is none."""
        if not self._store.update(_plain(event)):
            raise KeyError(event.id)

    def authorise(self, event: str, authorisation: Authorisation) -> None:
        """Records the designee's word for one channel."""
        table = schema.authorisations
        last = self._connection.execute(select(func.max(table.c.ordinal)).where(table.c.event == event)).scalar()
        ordinal = 0 if last is None else last + 1
        self._connection.execute(
            insert(table).values(
                event=event,
                ordinal=ordinal,
                channel=authorisation.channel,
                by=authorisation.by,
                at=authorisation.at,
                revoked_at=authorisation.revoked_at,
            )
        )

    def revoke(self, event: str, *, at: datetime, channel: str | None = None) -> None:
        """Revokes the whole event, or what stands for one channel. Raises KeyError: no such event."""
        if self.get(event) is None:
            raise KeyError(event)
        if channel is None:
            self._store.change(event, revoked_at=at)
            return
        table = schema.authorisations
        standing = (table.c.event == event, table.c.channel == channel, table.c.revoked_at.is_(None))
        self._connection.execute(update(table).where(*standing).values(revoked_at=at))

    def get(self, event: str) -> Event | None:
        """The event of that id."""
        row = self._store.one(schema.events.c.id == event)
        return None if row is None else self._with_authorisations([row])[0]

    def all(self) -> list[Event]:
        """All events by day."""
        return self._with_authorisations(self._store.rows(order=(schema.events.c.day, schema.events.c.id)))

    def _with_authorisations(self, rows: list[_Plain]) -> list[Event]:
        given = self._authorisations(row.id for row in rows)
        return [_whole(row, tuple(given.get(row.id, ()))) for row in rows]

    def _authorisations(self, events: Iterable[str]) -> dict[str, list[Authorisation]]:
        table = schema.authorisations
        wanted = set(events)
        found: dict[str, list[Authorisation]] = {}
        statement = select(table.c.event, table.c.channel, table.c.by, table.c.at, table.c.revoked_at)
        if len(wanted) == 1:
            statement = statement.where(table.c.event == next(iter(wanted)))
        for event, *rest in self._connection.execute(statement.order_by(table.c.event, table.c.ordinal)):
            found.setdefault(event, []).append(Authorisation(*rest))
        return found
