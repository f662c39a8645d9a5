"""What staff disclosed: their part in networks of student groups or of members of the public (436 IV.D)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from consentry_vault import schema
from consentry_vault.store import Store


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One disclosure of one year. ``who``: the employee; ``network``: the group and where it is; ``ended_on``:
    they take part no more, so nothing is due again.
    """

    id: str
    who: str
    network: str
    disclosed_on: date
    by: str
    at: datetime
    ended_on: date | None = None
    note: str | None = None


class Disclosures:
    """The register; a year's disclosure is added, never written over."""

    def __init__(self, connection: Connection) -> None:
        self._store = Store(connection, schema.disclosures, Disclosure)

    def add(self, disclosure: Disclosure) -> None:
        """Adds one."""
        self._store.insert([disclosure])

    def end(self, disclosure: str, day: date) -> None:
        """Notes that the participation ended. Raises KeyError where there is none."""
        if not self._store.change(disclosure, ended_on=day):
            raise KeyError(disclosure)

    def all(self) -> list[Disclosure]:
        """All of them, by who and network, oldest first."""
        table = schema.disclosures
        return self._store.rows(order=(table.c.who, table.c.network, table.c.disclosed_on, table.c.at))
