"""Consent records (append-only) and protections."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, func, select

from consentry_policy.people import PersonId, Protection
from consentry_policy.records import ConsentRecord
from consentry_vault import schema
from consentry_vault.store import Store


class Consents:
    """Every answer ever recorded; nothing here changes or deletes one."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._store = Store(connection, schema.consents, ConsentRecord)

    def add(self, *records: ConsentRecord) -> None:
        """Appends answers. A sequence or id that is taken is an error of ours (IntegrityError)."""
        self._store.insert(records)

    def append(self, records: Sequence[ConsentRecord]) -> int:
        """Appends answers, numbered anew in their order; gives the first number."""
        first = self.next_sequence()
        self._store.insert(records, {"sequence": range(first, first + len(records))})
        return first

    def next_sequence(self) -> int:
        """The number for the next record; valid inside one write unit."""
        last = self._connection.execute(select(func.max(schema.consents.c.sequence))).scalar()
        return (last or 0) + 1

    def get(self, record: str) -> ConsentRecord | None:
        """The record of that id."""
        return self._store.one(schema.consents.c.id == record)

    def of(self, person: PersonId) -> tuple[ConsentRecord, ...]:
        """All answers of one person, in the order of recording."""
        order = (schema.consents.c.sequence,)
        return tuple(self._store.rows(schema.consents.c.person == person, order=order))

    def all(self) -> dict[PersonId, tuple[ConsentRecord, ...]]:
        """All answers by person, each person's in the order of recording; people without one are absent."""
        found: dict[PersonId, list[ConsentRecord]] = {}
        for record in self._store.rows(order=(schema.consents.c.sequence,)):
            found.setdefault(record.person, []).append(record)
        return {person: tuple(records) for person, records in found.items()}


class Protections:
    """Court orders, foster care, no-locate, safety."""

    def __init__(self, connection: Connection) -> None:
        self._store = Store(connection, schema.protections, Protection)

    def add(self, protection: Protection) -> None:
        """Sets one."""
        self._store.insert([protection])

    def lift(self, protection: str, *, by: str, at: datetime) -> None:
        """Ends one; the record stays. Raises KeyError where there is none."""
        if not self._store.change(protection, lifted_at=at, lifted_by=by):
            raise KeyError(protection)

    def of(self, person: PersonId) -> tuple[Protection, ...]:
        """All of one person, lifted ones too, oldest first."""
        order = (schema.protections.c.set_at,)
        return tuple(self._store.rows(schema.protections.c.person == person, order=order))

    def all(self) -> dict[PersonId, tuple[Protection, ...]]:
        """All by person, lifted ones too."""
        found: dict[PersonId, list[Protection]] = {}
        for protection in self._store.rows(order=(schema.protections.c.set_at,)):
            found.setdefault(protection.person, []).append(protection)
        return {person: tuple(rows) for person, rows in found.items()}
