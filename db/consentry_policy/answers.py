"""What each signer says about one channel on one day, read from the append-only records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from consentry_policy.channels import Channel
from consentry_policy.people import PersonId
from consentry_policy.records import Answer, ConsentRecord, Evidence, EvidenceKind, SignerRole
from consentry_policy.rules import ConsentRules

NOES = frozenset({Answer.REFUSAL, Answer.WITHDRAWAL})


class Says(StrEnum):
    """One signer's answer as it stands."""

    YES = "yes"
    LAPSED = "lapsed"
    NO = "no"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Voice:
    """Where one signer stands, the record that says so, and their last grant, if any: a later no does not unsay
    its conditions, for a photo may still go out by the exception of 436 IV.C.2.
    """

    says: Says
    record: ConsentRecord
    grant: ConsentRecord | None


def evidenced(evidence: Evidence | None) -> bool:
    """Whether the writing can be found again: a reference, and for an imported sheet its hash and row as well."""
    if evidence is None or not evidence.reference.strip():
        return False
    if evidence.kind is EvidenceKind.SHEET:
        return bool(evidence.sheet_sha256) and evidence.sheet_row is not None
    return True


def standing_records(person: PersonId, records: Iterable[ConsentRecord]) -> list[ConsentRecord]:
    """The person's records without those that a later one of the same person corrects or voids."""
    mine = [record for record in records if record.person == person]
    sequences = {record.id: record.sequence for record in mine}
    gone = {r.supersedes for r in mine if r.supersedes in sequences and sequences[r.supersedes] < r.sequence}
    return [record for record in mine if record.id not in gone and record.answer is not Answer.VOID]


def first_day(record: ConsentRecord, rules: ConsentRules) -> date:
    """The day from which a record counts. A grant: once it is both signed and effective. Anything else counts
    as early as it was known, so that a slip in a date never delays a no.
    """
    if record.answer is Answer.GRANT:
        return max(record.signed_on, record.effective)
    return min(record.signed_on, record.effective, rules.day_of(record.recorded_at))


def last_day(record: ConsentRecord, channel: Channel, rules: ConsentRules) -> date | None:
    """The last day of a grant, which still counts; None: until it is withdrawn."""
    if record.until is not None:
        return record.until
    expiry = rules.expiry(channel)
    return None if expiry is None else expiry.after(first_day(record, rules))


def covers(record: ConsentRecord, channel: Channel) -> bool:
    """Whether the record speaks of the channel. "All" in a grant: those listed when it was signed; else, all."""
    if record.channels is None and record.answer is not Answer.GRANT:
        return True
    named = record.listed if record.channels is None else record.channels
    return channel.name.casefold() in {name.casefold() for name in named}


def voices(
    records: Sequence[ConsentRecord], channel: Channel, day: date, rules: ConsentRules, *, written: bool
) -> list[Voice]:
    """What every signer says of ``channel`` on ``day``. ``written``: a grant without evidence is no answer."""
    signers: dict[tuple[bool, str], list[ConsentRecord]] = {}
    for record in records:
        if not covers(record, channel) or first_day(record, rules) > day:
            continue
        if written and record.answer is Answer.GRANT and not evidenced(record.evidence):
            continue
        signers.setdefault(signer_of(record), []).append(record)
    return [_latest(answers, channel, day, rules) for answers in signers.values()]


def signer_of(record: ConsentRecord) -> tuple[bool, str]:
    """Who signed, as a key: the person themselves, or a name (all who gave none are one signer)."""
    if record.signer_role is SignerRole.SELF:
        return True, ""
    return False, " ".join((record.signer or "").casefold().split())


def _latest(answers: list[ConsentRecord], channel: Channel, day: date, rules: ConsentRules) -> Voice:
    """The latest answer wins, on one day the no; an unreadable answer suspends a yes, but lifts no no."""
    says, decisive = Says.UNREADABLE, answers[0]
    grant = None
    for record in sorted(answers, key=lambda r: (r.signed_on, r.answer in NOES, r.sequence)):
        if record.answer is Answer.GRANT:
            end = last_day(record, channel, rules)
            says = Says.YES if end is None or day <= end else Says.LAPSED
            grant = record
        elif record.answer in NOES:
            says = Says.NO
        elif says is Says.NO:
            continue
        else:
            says = Says.UNREADABLE
        decisive = record
    return Voice(says, decisive, grant)
