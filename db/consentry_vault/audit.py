"""The audit chain's table: every decision, import, export, unlock and setting, each linked to the one before."""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from consentry_vault import schema
from consentry_vault.settings import Settings
from consentry_vault.users import User

HEAD = "audit-head"  # how many entries there are and the last one's MAC: without it a cut tail would not show
_START = bytes(32)


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One entry. ``details`` hold ids only, never a name."""

    sequence: int
    at: datetime
    by: str
    verb: str
    details: dict[str, Any]
    mac: str


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """How long the chain was at a moment and its last MAC (hex): goes into releases and backups."""

    sequence: int
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
            "sequence": last.sequence + 1,
            "at": (at or datetime.now(UTC)).astimezone(UTC).isoformat(),
            "by": self._user.id,
            "verb": verb,
            "details": dict(details),
        }
        entry = json.dumps(content, sort_keys=True, separators=(",", ":")).encode()
        mac = self._link(bytes.fromhex(last.mac), entry)
        row = {"sequence": last.sequence + 1, "entry": entry, "mac": mac}
        self._connection.execute(insert(schema.audit).values(row))
        new = Checkpoint(last.sequence + 1, mac.hex())
        self._settings.set(HEAD, {"sequence": new.sequence, "mac": new.mac})
        return new

    def _link(self, previous: bytes, entry: bytes) -> bytes:
        return hmac.digest(self._key, previous + entry, "sha256")

    def checkpoint(self) -> Checkpoint:
        """The chain's end as it stands."""
        head = self._settings.get(HEAD)
        return Checkpoint(0, _START.hex()) if head is None else Checkpoint(head["sequence"], head["mac"])

    def entries(self, after: int = 0) -> list[AuditEntry]:
        """All entries after that sequence, in order."""
        found = self._connection.execute(
            select(schema.audit.c.entry, schema.audit.c.mac)
            .where(schema.audit.c.sequence > after)
            .order_by(schema.audit.c.sequence)
        )
        return [_entry(content, mac) for content, mac in found]

    def verify(self, *checkpoints: Checkpoint) -> int | None:
        """The sequence of the first entry that is not what was written, or None where the whole chain holds.

        ``checkpoints`` from releases and backups find a chain that was cut together with its head.
        """
        table = schema.audit
        rows = self._connection.execute(select(table).order_by(table.c.sequence)).all()
        macs = {0: _START}
        for expected, (sequence, entry, mac) in enumerate(rows, start=1):
            holds = hmac.compare_digest(self._link(macs[expected - 1], entry), mac)
            if sequence != expected or not holds or _number(entry) != expected:
                return expected
            macs[expected] = mac
        for point in sorted((self.checkpoint(), *checkpoints), key=lambda p: p.sequence):
            if point.sequence not in macs:
                return len(rows) + 1
            if macs[point.sequence].hex() != point.mac:
                return point.sequence
        if len(rows) != self.checkpoint().sequence:
            return self.checkpoint().sequence + 1
        return None


def _number(entry: bytes) -> int | None:
    try:
        return int(json.loads(entry)["sequence"])
    except (ValueError, KeyError, TypeError):
        return None


def _entry(content: bytes, mac: bytes) -> AuditEntry:
    found = json.loads(content)
    at = datetime.fromisoformat(found["at"])
    return AuditEntry(found["sequence"], at, found["by"], found["verb"], found["details"], mac.hex())
