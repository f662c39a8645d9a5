"""Consent records: one answer each, append-only. What follows from them is `consents.state_of`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from consentry_policy.channels import Condition
from consentry_policy.people import PersonId


class Answer(StrEnum):
    """What a record says. UNREADABLE is an answer nobody could read: it suspends an older yes."""

    GRANT = "grant"
    REFUSAL = "refusal"
    WITHDRAWAL = "withdrawal"
    UNREADABLE = "unreadable"
    VOID = "void"  # supersedes a record made in error (wrong child) and says nothing itself


class SignerRole(StrEnum):
    """Who answered. Only a guardian's yes counts for a minor; anyone's no counts and is flagged."""

    GUARDIAN = "guardian"
    SELF = "self"
    OTHER = "other"


class EvidenceKind(StrEnum):
    """What stands behind a written answer."""

    SCAN = "scan"
    PAPER = "paper"
    FORM = "form"
    SHEET = "sheet"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where the writing is. ``reference``: a scan's id, a folder on a shelf, "system/entry/time", or, for an
    imported sheet, where the signed originals are kept, with the sheet's SHA-256 and row.
    """

    kind: EvidenceKind
    reference: str
    sheet_sha256: str | None = None
    sheet_row: int | None = None


@dataclass(frozen=True, slots=True)
class ConsentRecord:
    """One answer. ``channels`` None means "all": in a grant those of ``listed`` (the district's list on the day
    it was signed), in a refusal later ones too. ``effective``/``until`` are first and last day, both counting.
    ``sequence`` is the order of recording: unique, growing; it breaks ties that days leave open.
    """

    id: str
    person: PersonId
    answer: Answer
    channels: frozenset[str] | None
    signed_on: date
    effective: date
    recorded_at: datetime
    recorded_by: str
    sequence: int
    listed: frozenset[str] = frozenset()
    until: date | None = None
    signer: str | None = None
    signer_role: SignerRole = SignerRole.GUARDIAN
    evidence: Evidence | None = None
    conditions: frozenset[Condition] = frozenset()
    supersedes: str | None = None
    note: str | None = None
