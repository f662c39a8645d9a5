"""The audit chain's table: every decision, import, export, unlock and setting, each linked to the one before."""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from consentry_policy.audit import START, Checkpoint, link, verify
from consentry_vault import schema
from consentry_vault.settings import Settings
from consentry_vault.users import User

HEAD = "audit-head"  # how long the chain is, and its last MAC, sealed: without it a cut tail would not show


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One entry. ``details`` hold ids only, never a name."""

    sequence: int
    at: datetime
    by: str
    verb: str
    details: dict[str, Any]
    mac: str


class Audit:
    """Append and read; there is no way to change or clear."""

    def __init__(self, connection: Connection, user: User, key: bytes) -> None:
        self._connection = connection
        self._settings = Settings(connection)
        self._user = user
        self._key = key

    def append(self, verb: str, details: Mapping[str, Any], *, at: datetime | None = None) -> Checkpoint:
        """Adds an entry by the user who opened the vault; ``details`` are ids and counts, JSON values."""
        last = self.checkpoint()
        content = {
            "sequence": last.count + 1,
            "at": (at or datetime.now(UTC)).astimezone(UTC).isoformat(),
            "by": self._user.id,
            "verb": verb,
            "details": dict(details),
        }
        entry = json.dumps(content, sort_keys=True, separators=(",", ":")).encode()
        new = Checkpoint(last.count + 1, link(last.mac, entry, self._key))
        row = {"sequence": new.count, "entry": entry, "mac": new.mac}
        self._connection.execute(insert(schema.audit).values(row))
        head = {"count": new.count, "mac": new.mac.hex(), "seal": self._seal(new).hex()}
        self._settings.set(HEAD, head)
        return new

    def _seal(self, point: Checkpoint) -> bytes:
        return hmac.digest(self._key, b"head %d " % point.count + point.mac, "sha256")

    def checkpoint(self) -> Checkpoint:
        """The chain's end as it stands."""
        head = self._settings.get(HEAD)
        return Checkpoint(0, START) if head is None else Checkpoint(head["count"], bytes.fromhex(head["mac"]))

    def entries(self, after: int = 0) -> list[AuditEntry]:
        """All entries after that sequence, in order."""
        found = self._connection.execute(
            select(schema.audit.c.entry, schema.audit.c.mac)
            .where(schema.audit.c.sequence > after)
            .order_by(schema.audit.c.sequence)
        )
        return [_entry(content, mac) for content, mac in found]

    def latest(self, limit: int) -> list[tuple[int, AuditEntry | None]]:
        """The last rows, newest first, each with its place; None stands for what cannot be read as an entry."""
        table = schema.audit
        statement = select(table.c.sequence, table.c.entry, table.c.mac).order_by(table.c.sequence.desc())
        rows = self._connection.execute(statement.limit(limit))
        return [(number, _entry_or_none(content, mac)) for number, content, mac in rows]

    def of_verb(self, verb: str) -> list[AuditEntry]:
        """The entries of one verb, in order; what cannot be read as an entry is passed over: `verify` names it."""
        table = schema.audit
        statement = select(table.c.entry, table.c.mac).order_by(table.c.sequence)
        found = []
        for content, mac in self._connection.execute(statement):
            entry = _entry_or_none(content, mac)
            found += [entry] if entry is not None and entry.verb == verb else []
        return found

    def verify(self, *checkpoints: Checkpoint) -> int | None:
        """The sequence of the first entry that is not what was written, or None where the whole chain holds.

        ``checkpoints`` from releases and backups find a chain that was cut together with its head.
        """
        table = schema.audit
        rows = self._connection.execute(select(table).order_by(table.c.sequence)).all()
        moved = next((i for i, row in enumerate(rows, start=1) if row.sequence != i), None)
        if moved is not None:
            return moved
        head, sealed = self._head()
        if not rows or head is None or not hmac.compare_digest(self._seal(head), sealed):
            return 1 if not rows else self._first_broken(rows, checkpoints) or len(rows) + 1
        if head.count < len(rows):
            return self._first_broken(rows, (head, *checkpoints)) or head.count + 1
        return self._first_broken(rows, (head, *checkpoints))

    def _first_broken(self, rows: Sequence[Any], checkpoints: Iterable[Checkpoint]) -> int | None:
        index = verify([(row.entry, row.mac) for row in rows], self._key, checkpoints)
        return None if index is None else index + 1

    def _head(self) -> tuple[Checkpoint | None, bytes]:
        try:
            found = self._settings.get(HEAD)
            return Checkpoint(int(found["count"]), bytes.fromhex(found["mac"])), bytes.fromhex(found["seal"])
        except (TypeError, ValueError, KeyError):
            return None, b""


def _entry(content: bytes, mac: bytes) -> AuditEntry:
    found = json.loads(content)
    at = datetime.fromisoformat(found["at"])
    return AuditEntry(found["sequence"], at, found["by"], found["verb"], found["details"], mac.hex())


def _entry_or_none(untrusted_content: object, untrusted_mac: object) -> AuditEntry | None:
    """An entry, as far as it can be read; whether it is what was written is `verify`'s to say."""
    if not isinstance(untrusted_content, bytes) or not isinstance(untrusted_mac, bytes):
        return None
    try:
        entry = _entry(untrusted_content, untrusted_mac)
        entry.at.astimezone(UTC)
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None
    return entry if isinstance(entry.by, str) and isinstance(entry.verb, str) else None
