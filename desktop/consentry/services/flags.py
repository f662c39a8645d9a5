"""What an import could not decide ("court order", "see office"): answers that wait for a person to settle them.

A flag is an unreadable answer with a note. It suspends an older yes until it is settled, by a protection, by an
answer, or by someone's word that it says nothing about photos. Nothing is deleted: settling adds records.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from consentry.services.consent_records import Said, put_on_record
from consentry.services.operation import Changes
from consentry.services.recompute import Touched, announce
from consentry.services.roster import known
from consentry.services.session import Session
from consentry_policy.answers import standing_records
from consentry_policy.errors import MendableError
from consentry_policy.people import Person, PersonId, Protection
from consentry_policy.records import Answer, ConsentRecord
from consentry_vault.unit import Unit
from consentry_vault.users import Role as UserRole


@dataclass(frozen=True, slots=True)
class FlagView:
    """One open flag. ``channels`` None: it stands beside an answer about all of them."""

    person: PersonId
    number: str | None
    name: str
    flag: str
    day: date
    channels: frozenset[str] | None
    where: str


@dataclass(frozen=True, slots=True)
class Settled:
    """How a flag is settled; at least one of the first two, or neither where it says nothing about photos.
    ``why`` is kept; ``channels`` None: all; ``evidence``: where the signed form is.
    """

    why: str
    protected: bool = False
    answer: Answer | None = None
    channels: frozenset[str] | None = None
    evidence: str | None = None
    until: date | None = None
    signer: str | None = None


def flags(session: Session) -> list[FlagView]:
    """Every open flag, by the person's name."""
    session.need(UserRole.CLERK)
    with session.vault.read() as unit:
        everyone = unit.people.all()
        records, protections = unit.consents.all(), unit.protections.all()
    return [
        _view(person, record)
        for person in everyone
        for record in _open(person.id, records.get(person.id, ()), protections.get(person.id, ()))
    ]


def _open(
    person: PersonId, records: Iterable[ConsentRecord], protections: Sequence[Protection]
) -> list[ConsentRecord]:
    """The flags nobody has settled: none where the person was protected since."""
    return [
        record
        for record in standing_records(person, records)
        if record.answer is Answer.UNREADABLE
        and record.note
        and not any(p.set_at >= record.recorded_at for p in protections)
    ]


def _view(person: Person, record: ConsentRecord) -> FlagView:
    evidence = record.evidence
    where = f"row {evidence.sheet_row}" if evidence is not None and evidence.sheet_row else ""
    return FlagView(
        person.id, person.number, person.full_name, record.note or "", record.signed_on, record.channels, where
    )


def settle(session: Session, person: PersonId, how: Settled) -> int:
    """Settle all open flags of a person, in one transaction; gives how many there were. Raises MendableError where
    there is none, nobody says why, or a student's yes comes without writing.
    """
    session.need(UserRole.CLERK)
    if not how.why.strip():
        raise MendableError("Say why: it is kept with the decision.")
    with session.vault.write() as unit:
        found = known(unit, person)
        waiting = _open(person, unit.consents.of(person), unit.protections.of(person))
        if not waiting:
            raise MendableError("That person has no open flag; `consentry people flags` lists who has.")
        if how.protected:
            _protect(session, unit, found, how.why.strip())
        else:
            _close(session, unit, waiting, how.why.strip())
        if how.answer is not None:
            said = Said(
                how.answer, how.channels, how.evidence, until=how.until, signer=how.signer, note=how.why.strip()
            )
            put_on_record(session, unit, found, said)
        details = {"person": person, "records": [r.id for r in waiting], "protected": how.protected}
        unit.audit.append("flags-settled", details | {"answer": how.answer.value if how.answer else None})
        unit.settings.bump_roster_version()
    announce(session, Changes(people=True), Touched(people=frozenset({person})))
    return len(waiting)


def _protect(session: Session, unit: Unit, person: Person, why: str) -> None:
    """The flagged answers stay as they are: a protection that is lifted later brings no older yes back."""
    flag = Protection(uuid.uuid4().hex, person.id, why, session.vault.user.id, session.now)
    unit.protections.add(flag)
    unit.audit.append("protected", {"person": person.id, "protection": flag.id})


def _close(session: Session, unit: Unit, waiting: Sequence[ConsentRecord], why: str) -> None:
    """A void record each, which says nothing itself."""
    first = unit.consents.next_sequence()
    unit.consents.add(
        *(
            ConsentRecord(
                id=uuid.uuid4().hex,
                person=record.person,
                answer=Answer.VOID,
                channels=record.channels,
                signed_on=session.today,
                effective=session.today,
                recorded_at=session.now,
                recorded_by=session.vault.user.id,
                sequence=first + at,
                signer=record.signer,
                signer_role=record.signer_role,
                supersedes=record.id,
                note=why,
            )
            for at, record in enumerate(waiting)
        )
    )
