"""Tasks to bring a released copy back from a place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from consentry_vault import schema
from consentry_vault.store import Store


@dataclass(frozen=True, slots=True)
class Takedown:
    """One task: this copy must come down from this place. ``proof`` is a scan's id or a sentence."""

    id: str
    copy: str
    place: str
    reason: str
    opened_at: datetime
    opened_by: str
    recallable: bool = True
    done_at: datetime | None = None
    done_by: str | None = None
    proof: str | None = None


class Takedowns:
    """Open and finished tasks."""

    def __init__(self, connection: Connection) -> None:
        self._store = Store(connection, schema.takedowns, Takedown)

    def add(self, *tasks: Takedown) -> None:
        """Opens tasks."""
        self._store.insert(tasks)

    def get(self, task: str) -> Takedown | None:
        """The task of that id."""
        return self._store.one(schema.takedowns.c.id == task)

    def done(self, task: str, *, at: datetime, by: str, proof: str | None) -> None:
        """Closes a task. Raises KeyError where there is none."""
        if not self._store.change(task, done_at=at, done_by=by, proof=proof):
            raise KeyError(task)

    def open(self) -> list[Takedown]:
        """Tasks not done yet, oldest first."""
        table = schema.takedowns
        return self._store.rows(table.c.done_at.is_(None), order=(table.c.opened_at, table.c.id))

    def of_copy(self, copy: str) -> list[Takedown]:
        """All tasks about one copy."""
        return self._store.rows(schema.takedowns.c.copy == copy, order=(schema.takedowns.c.opened_at,))

    def all(self) -> list[Takedown]:
        """All tasks, oldest first."""
        return self._store.rows(order=(schema.takedowns.c.opened_at, schema.takedowns.c.id))
