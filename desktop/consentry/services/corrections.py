"""Correcting a consent record: it stays, and a later one takes its place and says why."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from consentry.services.operation import Changes
from consentry.services.recompute import Touched, announce
from consentry.services.session import Session
from consentry_policy.channels import Condition
from consentry_policy.errors import MendableError
from consentry_policy.records import Answer, ConsentRecord, Evidence, EvidenceKind
from consentry_vault.unit import Unit
from consentry_vault.users import Role


@dataclass(frozen=True, slots=True)
class Correction:
    """What is otherwise than recorded; None leaves a part as it was. ``channels`` needs ``other_channels``: there
    None means all.
    """

    answer: Answer | None = None
    other_channels: bool = False
    channels: frozenset[str] | None = None
    until: date | None = None
    signed_on: date | None = None
    evidence: str | Evidence | None = None
    signer: str | None = None
    conditions: frozenset[Condition] | None = None

    def __bool__(self) -> bool:
        return self != Correction()


def void(session: Session, record: str, why: str) -> str:
    """A record was made in error (the wrong child): it says nothing any more. Gives the new record's id.

    Raises MendableError.
    """
    return _supersede(session, record, why, lambda old: replace(old, answer=Answer.VOID))


def correct(session: Session, record: str, what: Correction, why: str) -> str:
    """Put right what was recorded; gives the new record's id. Raises MendableError."""
    if not what:
        raise MendableError("Say what is otherwise, for example --until DATE, or use --void.")
    if what.signed_on is not None and what.signed_on > session.today:
        raise MendableError("Nobody can have signed after today; give the day that is on the form.")
    return _supersede(session, record, why, lambda old: _corrected(old, what))


def _corrected(old: ConsentRecord, what: Correction) -> ConsentRecord:
    day = what.signed_on or old.signed_on
    evidence = what.evidence or old.evidence
    if isinstance(evidence, str):
        evidence = Evidence(EvidenceKind.PAPER, evidence.strip())
    return replace(
        old,
        answer=what.answer or old.answer,
        channels=what.channels if what.other_channels else old.channels,
        until=what.until or old.until,
        signed_on=day,
        effective=max(day, old.effective) if what.signed_on is None else day,
        evidence=evidence,
        signer=what.signer or old.signer,
        conditions=old.conditions if what.conditions is None else what.conditions,
    )


def _supersede(session: Session, record: str, why: str, change: Callable[[ConsentRecord], ConsentRecord]) -> str:
    session.need(Role.CLERK)
    if not why.strip():
        raise MendableError("Say why the record is corrected; it is kept with the correction.")
    with session.vault.write() as unit:
        old = _find(unit, record)
        person = unit.people.get(old.person)
        new = replace(
            change(old),
            id=uuid.uuid4().hex,
            recorded_at=session.now,
            recorded_by=session.vault.user.id,
            sequence=unit.consents.next_sequence(),
            supersedes=old.id,
            note=why.strip(),
        )
        if new.answer is Answer.GRANT and new.evidence is None and (person is None or person.student_rules):
            raise MendableError("A student's yes counts only in writing; say where the signed form is kept.")
        unit.consents.add(new)
        details = {"person": old.person, "record": new.id, "supersedes": old.id, "answer": new.answer.value}
        unit.audit.append("consent-corrected", details)
        unit.settings.bump_roster_version()
    announce(session, Changes(people=True), Touched(people=frozenset({old.person})))
    return new.id


def _find(unit: Unit, record: str) -> ConsentRecord:
    wanted = record.strip().casefold()
    records = [r for those in unit.consents.all().values() for r in those]
    fits = [r for r in records if len(wanted) >= 6 and r.id.startswith(wanted)]
    if len(fits) != 1:
        raise MendableError("There is no such record; `consentry people show NUMBER` lists a person's records.")
    if fits[0].answer is Answer.VOID or any(r.supersedes == fits[0].id for r in records):
        raise MendableError("That record was corrected before; correct the one that took its place.")
    return fits[0]
