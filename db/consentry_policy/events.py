"""Public-arena events (436 IV.C.2): kind, authorisation per channel, revocation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class EventKind(StrEnum):
    """The kinds the policy names."""

    SPORT = "sport"
    PERFORMANCE = "performance"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Authorisation:
    """The designee's word that photos of an event may go to a channel, from ``at`` on."""

    channel: str
    by: str
    at: datetime
    revoked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One event. ``starts``/``ends`` are local wall-clock times "HH:MM" or None; all instants are aware UTC."""

    id: str
    name: str
    kind: EventKind
    day: date
    authorisations: tuple[Authorisation, ...] = ()
    place: str | None = None
    starts: str | None = None
    ends: str | None = None
    revoked_at: datetime | None = None

    def authorised(self, channel: str, at: datetime) -> bool:
        """Whether the designee's authorisation for ``channel`` stands at the instant ``at`` (row 8)."""
        if self.revoked_at is not None and self.revoked_at <= at:
            return False
        return any(
            a.channel == channel and a.at <= at and (a.revoked_at is None or a.revoked_at > at)
            for a in self.authorisations
        )
