"""One answer put on record: by an entry of its own, or as what settles a flag."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

from consentry.services.session import Session
from consentry_policy.ages import ADULT_AT, reached
from consentry_policy.channels import Condition
from consentry_policy.errors import MendableError
from consentry_policy.people import Person, Role
from consentry_policy.records import Answer, ConsentRecord, Evidence, EvidenceKind, SignerRole
from consentry_vault.unit import Unit


@dataclass(frozen=True, slots=True)
class Said:
    """What was answered. ``channels`` None: all; ``evidence`` as text: where the signed paper is; ``signed_on``
    None: today; ``effective`` None: from that day on; ``signer_role`` None: who usually answers.
    """

    answer: Answer
    channels: frozenset[str] | None
    evidence: str | Evidence | None
    until: date | None = None
    signer: str | None = None
    signer_role: SignerRole | None = None
    note: str | None = None
    conditions: frozenset[Condition] = frozenset()
    signed_on: date | None = None
    effective: date | None = None


def put_on_record(session: Session, unit: Unit, person: Person, said: Said) -> ConsentRecord:
    """Add an answer to a person's history. Raises MendableError for days in the wrong order, a student's yes
    without writing, or a yes for all channels on a day when none was listed.
    """
    signed = said.signed_on or session.today
    starts = said.effective or signed
    if signed > session.today:
        raise MendableError("Nobody can have signed after today; give the day that is on the form.")
    if said.until is not None and said.until < starts:
        raise MendableError("The last day is before the first one; give a later last day.")
    evidence = _evidence(said.evidence)
    if said.answer is Answer.GRANT and person.student_rules and not evidence:
        raise MendableError("A student's yes counts only in writing; say where the signed form is kept.")
    made = ConsentRecord(
        id=uuid.uuid4().hex,
        person=person.id,
        answer=said.answer,
        channels=said.channels,
        signed_on=signed,
        effective=starts,
        recorded_at=session.now,
        recorded_by=session.vault.user.id,
        sequence=unit.consents.next_sequence(),
        listed=_listed(unit, said, signed),
        until=said.until,
        signer=said.signer or None,
        signer_role=said.signer_role or usual_signer(person.roles, person.birth_date, signed),
        evidence=evidence,
        conditions=said.conditions,
        note=said.note or None,
    )
    unit.consents.add(made)
    unit.audit.append("consent-recorded", {"person": person.id, "record": made.id, "answer": made.answer.value})
    return made


def usual_signer(roles: frozenset[Role], birth_date: date | None, day: date) -> SignerRole:
    """Who answers for a person on a day: students for themselves from 18 on, who has no birth date counts as
    younger; co-workers always.
    """
    if roles & {Role.STUDENT, Role.GUEST} and not reached(birth_date, ADULT_AT, day):
        return SignerRole.GUARDIAN
    return SignerRole.SELF


def _evidence(given: str | Evidence | None) -> Evidence | None:
    if isinstance(given, str):
        return Evidence(EvidenceKind.PAPER, given.strip()) if given.strip() else None
    return given


def _listed(unit: Unit, said: Said, signed: date) -> frozenset[str]:
    """The district's list on the day of the signature: what "all" means in a grant. Raises MendableError."""
    names = frozenset(c.name for c in unit.channels.all() if c.authorised(signed))
    if not names and said.answer is Answer.GRANT and said.channels is None and unit.channels.all():
        raise MendableError("No channel was on the list on the day it was signed; name the channels it speaks of.")
    return names
