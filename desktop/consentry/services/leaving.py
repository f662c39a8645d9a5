"""Who left the school, and who withdraws from face matching: what ends the right to keep their templates.

From that moment they are not matched any more; `retention_job` destroys what is kept of their faces in time.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from consentry.services.operation import Changes
from consentry.services.recognition import WITHDRAWN
from consentry.services.recompute import Touched, announce
from consentry.services.roster import known
from consentry.services.session import Session
from consentry_policy.errors import MendableError
from consentry_policy.people import PersonId
from consentry_vault.users import Role


def left(session: Session, person: PersonId, day: date | None) -> None:
    """The day a person left; None: they are back. A refusal outlives it. Raises MendableError."""
    session.need(Role.CLERK)
    if day is not None and day > session.today:
        raise MendableError("Record that someone left once they have; give a day that is not to come.")
    with session.vault.write() as unit:
        unit.people.update(replace(known(unit, person), left_on=day))
        unit.audit.append("left" if day else "came-back", {"person": person})
        unit.settings.bump_roster_version()
    session.emit(Changes(people=True))


def withdraw_from_matching(session: Session, person: PersonId, why: str) -> None:
    """A person (or their guardian) asks that their face be matched no more. Raises MendableError."""
    session.need(Role.CLERK)
    if not why.strip():
        raise MendableError("Say who asked for it, or why; it is kept on record.")
    with session.vault.write() as unit:
        known(unit, person)
        gone = dict(unit.settings.get(WITHDRAWN, {}))
        gone.setdefault(person, session.today.isoformat())
        unit.settings.set(WITHDRAWN, gone)
        unit.audit.append("withdrew-from-matching", {"person": person, "why": why.strip()})
        unit.settings.bump_roster_version()
    announce(session, Changes(people=True, gallery=True), Touched(people=frozenset({person})))
