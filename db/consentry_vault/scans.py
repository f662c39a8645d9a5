"""Scans of signed answers and proofs of takedown: evidence kept inside the vault."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from consentry_vault import schema
from consentry_vault.store import Store


@dataclass(frozen=True, slots=True)
class Scan:
    """One kept document. ``id`` is what Evidence.reference names; the bytes are fetched apart."""

    id: str
    sha256: str
    media_type: str
    added_at: datetime
    added_by: str


class Scans:
    """Documents as blobs."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._store = Store(connection, schema.scans, Scan)

    def add(self, scan: Scan, content: bytes) -> None:
        """Keeps a document."""
        self._connection.execute(insert(schema.scans).values(**self._store.values(scan), content=content))

    def get(self, scan: str) -> Scan | None:
        """What is known of a document."""
        return self._store.one(schema.scans.c.id == scan)

    def content(self, scan: str) -> bytes | None:
        """Its bytes."""
        return self._connection.execute(select(schema.scans.c.content).where(schema.scans.c.id == scan)).scalar()

    def all(self) -> list[Scan]:
        """All, oldest first."""
        return self._store.rows(order=(schema.scans.c.added_at,))

    def remove(self, scan: str) -> None:
        """Destroys one."""
        self._connection.execute(delete(schema.scans).where(schema.scans.c.id == scan))
