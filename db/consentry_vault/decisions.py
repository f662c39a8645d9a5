"""What people decided (append-only) and which photos a person has seen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, func, insert, select

from consentry_vault import schema
from consentry_vault.store import Store
from consentry_vault.users import Role


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One decision. ``kind`` and ``value`` are the services' words (a person's id, an attestation, a mark, an
    event's id); ``undoes`` names a decision that no longer holds; ``sequence`` is given by `Decisions.add`;
    ``said_of``: of a word on a whole photo, the faces it was said of (`consentry_policy.said_of`).
    """

    id: str
    photo: str
    face: str | None
    kind: str
    value: str | None
    channel: str | None
    by: str
    by_role: Role
    at: datetime
    why: str
    undoes: str | None = None
    sequence: int = 0
    said_of: str | None = None


@dataclass(frozen=True, slots=True)
class SeenRow:
    """A person saw a photo on the contact sheet, for one channel or (None) for any."""

    photo: str
    channel: str | None
    by: str
    at: datetime


class Decisions:
    """Every decision in the order it was made; nothing here changes or deletes one."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._store = Store(connection, schema.decisions, DecisionRow)

    def add(self, *decisions: DecisionRow) -> list[DecisionRow]:
        """Appends decisions and returns them with their sequence."""
        first = self.latest_sequence() + 1
        numbered = [replace(d, sequence=first + i) for i, d in enumerate(decisions)]
        self._store.insert(numbered)
        return numbered

    def get(self, decision: str) -> DecisionRow | None:
        """The decision of that id."""
        return self._store.one(schema.decisions.c.id == decision)

    def of(self, photo: str) -> list[DecisionRow]:
        """All on one photo, in order, undone ones too."""
        return self._store.rows(schema.decisions.c.photo == photo, order=(schema.decisions.c.sequence,))

    def of_photos(self, photos: Iterable[str]) -> dict[str, list[DecisionRow]]:
        """All on many photos, in order; a photo without any is absent."""
        found: dict[str, list[DecisionRow]] = {}
        for decision in self._store.among("photo", photos, order=(schema.decisions.c.sequence,)):
            found.setdefault(decision.photo, []).append(decision)
        return found

    def photos_with(self, kind: str, value: str) -> set[str]:
        """The photos of which a decision of this kind and value was ever made, undone ones too."""
        table = schema.decisions
        statement = select(table.c.photo).where(table.c.value == value, table.c.kind == kind)
        return set(self._connection.execute(statement).scalars())

    def since(self, sequence: int = 0) -> list[DecisionRow]:
        """All made after that sequence, in order."""
        table = schema.decisions
        return self._store.rows(table.c.sequence > sequence, order=(table.c.sequence,))

    def latest_sequence(self) -> int:
        """The sequence of the latest decision, 0 where there is none."""
        return self._connection.execute(select(func.max(schema.decisions.c.sequence))).scalar() or 0


class Seen:
    """Who saw which photo."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._store = Store(connection, schema.seen, SeenRow)

    def mark(self, photos: Iterable[str], *, channel: str | None, by: str, at: datetime) -> None:
        """Records that a person saw these photos."""
        rows = [SeenRow(photo, channel, by, at) for photo in photos]
        if rows:
            self._connection.execute(insert(schema.seen), [self._store.values(row) for row in rows])

    def of_photos(self, photos: Iterable[str]) -> dict[str, list[SeenRow]]:
        """Each photo's sightings, oldest first; a photo nobody saw is absent."""
        found: dict[str, list[SeenRow]] = {}
        for row in self._store.among("photo", photos, order=(schema.seen.c.sequence,)):
            found.setdefault(row.photo, []).append(row)
        return found
