"""The log: who did what and when, from the audit chain, and whether the chain still holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from consentry.services.session import Session
from consentry_vault import backup
from consentry_vault.audit import AuditEntry
from consentry_vault.users import Role

UNREADABLE = "cannot be read: this is not what was written"
WORDS = {
    "channel-added": "put a channel on the list",
    "channel-revoked": "revoked a channel",
    "event-added": "put an event on record",
    "event-revoked": "revoked an event",
    "person-added": "added a person",
    "birth-date-set": "corrected a birth date",
    "consent-recorded": "recorded an answer",
    "consent-corrected": "corrected an answer",
    "protected": "flagged a person as protected",
    "protection-lifted": "lifted a protection",
    "imported": "imported a sheet",
    "import-undone": "took an import back",
    "exported": "wrote the roster to a file",
    "flags-settled": "settled flags",
    "scan-kept": "kept a scan",
    "scan-taken-out": "wrote a scan to a folder",
    "left": "recorded that a person left",
    "came-back": "recorded that a person is back",
    "withdrew-from-matching": "recorded that a person withdraws from face matching",
    "templates-destroyed": "destroyed face templates that were due",
    "rates-set": "set the alarm rates",
    "profile-set": "chose a retention profile",
    "disclosed": "recorded a disclosure of staff",
    "disclosure-ended": "recorded that a disclosed participation ended",
    "event-authorised": "authorised an event for a channel",
    "reported": "wrote a report",
    "engine-set": "chose another engine",
    "matching-set": "changed whose faces are matched",
    "enrolled": "enrolled a portrait",
    "reference-taken-back": "took back a face kept as a reference",
    "checked": "checked photos",
    "decided": "decided about a photo",
    "seen": "looked at photos on the contact sheet",
    "released": "released photos",
    "release-failed": "a release could not be written",
    "placed": "noted where a release went",
    "takedown-opened": "opened a task to take a copy down",
    "takedown-done": "closed a task to take a copy down",
    "user-added": "added a user",
    "recovery-code-added": "made a recovery code",
    "recovery-code-removed": "ended a recovery code",
    "user-removed": "removed a user",
    "user-reset": "gave a user a new passphrase or role",
    "user-role-changed": "gave a user another role",
    "passphrase-changed": "changed their passphrase",
    "look-alikes": "noted that two people look alike",
    "restored": "unlocked the vault after a backup had been put in its place",
    "vault-created": "made the vault",
}


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One entry, for a screen. ``at`` None: it cannot be read, so somebody has changed it."""

    sequence: int
    at: datetime | None
    who: str
    what: str


def entries(session: Session, limit: int = 500) -> list[LogEntry]:
    """The latest entries, newest first; one that was changed beyond reading is among them and says so."""
    session.need(Role.CLERK)
    with session.vault.read() as unit:
        rows = unit.users.all()
        found = unit.audit.latest(limit)
    users, codes = {u.id: u.name for u in rows}, {u.id for u in rows if u.recovery}
    return [_shown(number, entry, users, codes) for number, entry in found]


def _shown(number: int, entry: AuditEntry | None, users: dict[str, str], codes: set[str]) -> LogEntry:
    if entry is None:
        return LogEntry(number, None, "", UNREADABLE)
    what = WORDS.get(_verb(entry, codes), entry.verb.replace("-", " "))
    return LogEntry(number, entry.at, users.get(entry.by, ""), what)


def _verb(entry: AuditEntry, codes: set[str]) -> str:
    """A printed recovery code opens the vault as a user does, and is none."""
    of_a_code = entry.verb in {"user-added", "user-removed"} and entry.details.get("user") in codes
    return entry.verb.replace("user", "recovery-code") if of_a_code else entry.verb


def first_broken(session: Session) -> int | None:
    """The number of the first entry that is not what was written; None where the whole chain holds."""
    with session.vault.read() as unit:
        return unit.audit.verify(*backup.checkpoints(session.vault.folder, unit.audit))
