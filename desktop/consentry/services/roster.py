"""The roster: who is on it, what they answered, who is protected."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from consentry.services.consent_records import Said, put_on_record
from consentry.services.doubts import doubted
from consentry.services.operation import Changes
from consentry.services.recompute import Touched, announce
from consentry.services.session import Session
from consentry.services.views import PersonView, TimelineEntry
from consentry_policy.channels import Channel, Condition
from consentry_policy.consents import state_of
from consentry_policy.errors import MendableError
from consentry_policy.people import Person, PersonId, Protection, Role
from consentry_policy.records import Answer, ConsentRecord, Evidence, SignerRole
from consentry_policy.sentences import Sentence, say
from consentry_vault.unit import Unit
from consentry_vault.users import Role as UserRole

_SHOWN = 100_000  # people a search gives at the most


def find(unit: Unit, number: str) -> Person:
    """The one person with this school number. Raises MendableError where there is none, or more than one."""
    fits = unit.people.by_number(number.strip())
    if not fits:
        raise MendableError(
            say(
                "Nobody on the roster has the number {number}; look the person up by name for the right one.",
                number=number,
            )
        )
    if len(fits) > 1:
        raise MendableError(
            say(
                "More than one person has the number {number}; correct the roster's sheet and import it.",
                number=number,
            )
        )
    return fits[0]


def known(unit: Unit, person: PersonId) -> Person:
    """A person of the roster. Raises MendableError where they are not on it any more."""
    found = unit.people.get(person)
    if found is None:
        raise MendableError("That person is not on the roster any more; look again.")
    return found


def people(session: Session, search: str = "") -> list[PersonView]:
    """The people whose name, number or homeroom fit ``search``, by name, with the consent of today."""
    with session.vault.read() as unit:
        found = unit.people.search(search, _SHOWN) if search.strip() else unit.people.all()
        channels = [c for c in unit.channels.all() if c.authorised(session.today)]
        return _views(session, unit, found, channels)


def view(session: Session, person: PersonId) -> PersonView:
    """One person. Raises MendableError where they are not on the roster any more."""
    with session.vault.read() as unit:
        found = known(unit, person)
        channels = [c for c in unit.channels.all() if c.authorised(session.today)]
        return _views(session, unit, [found], channels)[0]


def _views(session: Session, unit: Unit, found: Sequence[Person], channels: Sequence[Channel]) -> list[PersonView]:
    few = len(found) < 50
    records = {p.id: unit.consents.of(p.id) for p in found} if few else unit.consents.all()
    protections = {p.id: unit.protections.of(p.id) for p in found} if few else unit.protections.all()
    portraits: dict[str, int] = {}
    for row in unit.portraits.all() if not few else [r for p in found for r in unit.portraits.of(p.id)]:
        portraits[row.person] = portraits.get(row.person, 0) + 1
    return [
        _view(session, p, records.get(p.id, ()), protections.get(p.id, ()), channels, portraits.get(p.id, 0))
        for p in found
    ]


def _view(
    session: Session,
    person: Person,
    records: Sequence[ConsentRecord],
    protections: Sequence[Protection],
    channels: Sequence[Channel],
    portraits: int,
) -> PersonView:
    rules = session.policy.consent_rules
    standings = {c.name: state_of(person, records, protections, c, session.today, rules) for c in channels}
    flags: frozenset[str] = frozenset().union(*(s.flags for s in standings.values()))
    return PersonView(
        id=person.id,
        number=person.number,
        last_name=person.last_name,
        first_name=person.first_name,
        grade=person.grade,
        homeroom=person.homeroom,
        roles=person.roles,
        birth_date=person.birth_date,
        protected=any(p.lifted_at is None for p in protections),
        states={name: s.state for name, s in standings.items()},
        flags=flags,
        portraits=portraits,
    )


def portraits(session: Session, person: PersonId, *, kept: bool = True) -> list[bytes]:
    """The person's references as small JPEGs, oldest first: portraits, and where wanted the faces ``kept`` from
    photos, as long as the answer stands.
    """
    with session.vault.read() as unit:
        rows = unit.portraits.of(person)
        faces = {row.id for row in rows if row.face is not None}
        not_now = (doubted(unit) if kept else faces) if faces else frozenset()
        crops = [unit.portraits.crop(row.id) for row in rows if row.id not in not_now]
    return [c for c in crops if c is not None]


def add_person(
    session: Session,
    number: str | None,
    last_name: str,
    first_name: str,
    roles: frozenset[Role],
    grade: str | None = None,
    homeroom: str | None = None,
    birth_date: date | None = None,
) -> PersonId:
    """Put one person on the roster. Raises MendableError without a name or with a number that is taken."""
    session.need(UserRole.CLERK)
    if not last_name.strip() and not first_name.strip():
        raise MendableError("A person needs a name; fill in at least one of the two.")
    person = Person(
        uuid.uuid4().hex,
        last_name.strip(),
        first_name.strip(),
        roles,
        number or None,
        grade,
        homeroom,
        None,
        birth_date,
    )
    with session.vault.write() as unit:
        if number and unit.people.by_number(number):
            raise MendableError(
                say("The number {number} is taken; give another, or correct that person instead.", number=number)
            )
        unit.people.add(person)
        unit.audit.append("person-added", {"person": person.id})
        unit.settings.bump_roster_version()
    session.emit(Changes(people=True))
    return person.id


def set_birth_date(session: Session, person: PersonId, day: date | None) -> None:
    """Correct a birth date; from 18 on a student answers for themselves."""
    session.need(UserRole.CLERK)
    if day is not None and not date(1900, 1, 1) <= day <= session.today:
        raise MendableError("That birth date cannot be right; give it as YYYY-MM-DD.")
    with session.vault.write() as unit:
        unit.people.update(replace(known(unit, person), birth_date=day))
        unit.audit.append("birth-date-set", {"person": person})
        unit.settings.bump_roster_version()
    announce(session, Changes(people=True), Touched(people=frozenset({person})))


def set_consent(
    session: Session,
    person: PersonId,
    answer: Answer,
    channels: frozenset[str] | None,
    evidence: str | Evidence | None,
    *,
    until: date | None = None,
    signer: str | None = None,
    signer_role: SignerRole | None = None,
    note: str | None = None,
    conditions: frozenset[Condition] = frozenset(),
    signed_on: date | None = None,
    effective: date | None = None,
) -> str:
    """Record one answer, signed today unless ``signed_on`` is an earlier day, and holding from that day unless
    ``effective`` is another; ``channels`` None: all. ``evidence`` as text: where the signed paper is.

    Gives the record's id. Raises MendableError.
    """
    session.need(UserRole.CLERK)
    said = Said(
        answer,
        channels,
        evidence,
        until=until,
        signer=signer,
        signer_role=signer_role,
        note=note,
        conditions=conditions,
        signed_on=signed_on,
        effective=effective,
    )
    with session.vault.write() as unit:
        made = put_on_record(session, unit, known(unit, person), said)
        unit.settings.bump_roster_version()
    announce(session, Changes(people=True), Touched(people=frozenset({person})))
    return made.id


def protect(session: Session, person: PersonId, why: str) -> None:
    """Flag a person as protected: from now on they may appear nowhere, without exception."""
    session.need(UserRole.CLERK)
    if not why.strip():
        raise MendableError("Say why the person is protected (court order, foster care, no-locate, safety).")
    flag = Protection(uuid.uuid4().hex, person, why.strip(), session.vault.user.id, session.now)
    with session.vault.write() as unit:
        known(unit, person)
        unit.protections.add(flag)
        unit.audit.append("protected", {"person": person, "protection": flag.id})
        unit.settings.bump_roster_version()
    announce(session, Changes(people=True), Touched(people=frozenset({person})))


def lift_protection(session: Session, person: PersonId, why: str) -> None:
    """End every protection of a person; only the designee may. The record of it stays. Raises MendableError."""
    session.need()
    if not why.strip():
        raise MendableError("Say why the protection ends; it is kept on record.")
    with session.vault.write() as unit:
        standing = [p for p in unit.protections.of(person) if p.lifted_at is None]
        if not standing:
            raise MendableError("That person is not protected; there is nothing to lift.")
        for flag in standing:
            unit.protections.lift(flag.id, by=session.vault.user.id, at=session.now)
            unit.audit.append("protection-lifted", {"person": person, "protection": flag.id, "why": why.strip()})
        unit.settings.bump_roster_version()
    announce(session, Changes(people=True), Touched(people=frozenset({person})))


def add_look_alike(session: Session, a: PersonId, b: PersonId) -> None:
    """Two people look alike (siblings, twins): whichever of them a face resembles, a person decides."""
    session.need(UserRole.CLERK)
    if a == b:
        raise MendableError("Nobody is their own look-alike; give two different people.")
    with session.vault.write() as unit:
        unit.people.add_look_alike(known(unit, a).id, known(unit, b).id)
        unit.audit.append("look-alikes", {"people": sorted((a, b))})
        unit.settings.bump_roster_version()
    announce(session, Changes(people=True), Touched(people=frozenset({a, b})))


def add_look_alike_of(session: Session, person: PersonId, number: str) -> None:
    """The same, the other one by school number. Raises MendableError."""
    with session.vault.read() as unit:
        other = find(unit, number).id
    add_look_alike(session, person, other)


def timeline(session: Session, person: PersonId) -> list[TimelineEntry]:
    """What was answered and flagged, newest first. The reason of a protection is for designee and clerk."""
    with session.vault.read() as unit:
        users = {u.id: u.name for u in unit.users.all()}
        records = unit.consents.of(person)
        flags = unit.protections.of(person)
    gone = {r.supersedes for r in records if r.supersedes}
    entries = [(r.recorded_at, _of_record(r, r.id in gone)) for r in records]
    tells_why = session.is_designee or session.vault.user.role is UserRole.CLERK
    entries += [(p.set_at, _of_protection(p, users, tells_why)) for p in flags]
    return [entry for _, entry in sorted(entries, key=lambda pair: pair[0], reverse=True)]


def _of_record(record: ConsentRecord, superseded: bool) -> TimelineEntry:
    answer = Sentence(record.answer.value)
    if record.until:
        answer = say("{answer} until {day}", answer=answer, day=record.until.isoformat())
    return TimelineEntry(
        day=record.signed_on,
        what=answer,
        channels=Sentence("all channels") if record.channels is None else ", ".join(sorted(record.channels)),
        who=record.signer or Sentence(record.signer_role.value),
        evidence=record.evidence.reference if record.evidence else Sentence("no evidence"),
        superseded=superseded,
        record=record.id,
        conditions=tuple(sorted(record.conditions)),
        note=record.note or "",
    )


def _of_protection(flag: Protection, users: Mapping[str, str], tells_why: bool) -> TimelineEntry:
    what = Sentence("protected")
    if flag.lifted_at is not None:
        what = say("protected until {day}", day=flag.lifted_at.date().isoformat())
    return TimelineEntry(
        day=flag.set_at.date(),
        what=what,
        channels=Sentence("everywhere"),
        who=users.get(flag.set_by, ""),
        evidence=flag.why if tells_why else Sentence("the designee knows why"),
        superseded=flag.lifted_at is not None,
    )
