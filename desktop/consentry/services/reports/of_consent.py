"""Consent by school, grade and homeroom; who has not answered; what was released of one person, and on what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from consentry.services import roster
from consentry.services.reports.shape import Cell, Part, Report
from consentry.services.session import Session
from consentry_policy.channels import Channel
from consentry_policy.consents import state_of
from consentry_policy.facts import ConsentState, Standing
from consentry_policy.people import Person
from consentry_policy.records import ConsentRecord
from consentry_policy.verdicts import Outcome
from consentry_vault import Release, ReleasedCopy
from consentry_vault.unit import Unit

_STATES = tuple(ConsentState)


def _today(session: Session, unit: Unit) -> Iterator[tuple[Person, Channel, Standing]]:
    """Everyone who is here, for every channel that is authorised, today."""
    known = session.roster(unit)
    channels = [c for c in unit.channels.all() if c.authorised(session.today)]
    rules = session.policy.consent_rules
    for person in unit.people.all():
        if person.left_on is not None:
            continue
        records, flags = known.records.get(person.id, ()), known.protections.get(person.id, ())
        for channel in channels:
            yield person, channel, state_of(person, records, flags, channel, session.today, rules)


def status(session: Session) -> Report:
    """How many people of each homeroom stand where, for each channel."""
    counts: dict[tuple[str, str, str, str], Counter[ConsentState]] = {}
    with session.vault.read() as unit:
        for person, channel, standing in _today(session, unit):
            key = (person.school or "", person.grade or "", person.homeroom or "", channel.name)
            counts.setdefault(key, Counter())[standing.state] += 1
    rows: list[list[Cell]] = [[*key, *(counts[key][s] for s in _STATES)] for key in sorted(counts)]
    columns = ("School", "Grade", "Homeroom", "Channel", *(s.value.capitalize() for s in _STATES))
    part = Part("Consent by homeroom", columns, rows, (4, 2, 3, 4, *(2 for _ in _STATES)))
    return Report("status", "Consent status", session.today, ["Only who is granted may appear."], [part])


def unanswered(session: Session) -> Report:
    """Who has not answered for which channels."""
    missing: dict[str, tuple[Person, list[str]]] = {}
    with session.vault.read() as unit:
        for person, channel, standing in _today(session, unit):
            if standing.state is ConsentState.NOT_ANSWERED:
                missing.setdefault(person.id, (person, []))[1].append(channel.name)
    rows: list[list[Cell]] = [
        [
            p.school or "",
            p.grade or "",
            p.homeroom or "",
            p.number or "",
            p.last_name,
            p.first_name,
            ", ".join(names),
        ]
        for p, names in missing.values()
    ]
    rows.sort(key=lambda row: tuple(str(cell) for cell in row))
    columns = ("School", "Grade", "Homeroom", "Number", "Last name", "First name", "Channels")
    part = Part("Not answered", columns, rows, (3, 2, 2, 2, 4, 4, 5))
    intro = [f"{len(rows)} people have not answered for at least one channel; until they do, they may not appear."]
    return Report("unanswered", "Who has not answered", session.today, intro, [part])


def of_person(session: Session, number: str) -> Report:
    """What was released of one person, where it went, and the consent it rested on. Raises MendableError."""
    with session.vault.read() as unit:
        person = roster.find(unit, number)
        releases = {r.id: r for r in unit.releases.all()}
        shown = unit.releases.copies_showing(person.id)
        perhaps = unit.releases.copies_showing(person.id, suspected=True)
        rows = [_copy(session, unit, person, copy, releases[copy.release]) for copy in shown]
        rows += [
            [*_place(unit, copy, releases[copy.release]), "may show this person; nobody has settled it"]
            for copy in perhaps
            if copy.id not in {c.id for c in shown}
        ]
        answers = [_answer(record) for record in unit.consents.of(person.id)]
    rows.sort(key=lambda row: tuple(str(cell) for cell in row))
    columns = ("Day", "Channel", "Copy", "Where it went", "Under which consent")
    parts = [
        Part("Released copies", columns, rows, (3, 3, 4, 5, 8)),
        Part("Answers on record", ("Signed", "Answer", "Channels", "Who", "Evidence"), answers, (3, 3, 5, 4, 6)),
    ]
    intro = [
        f"{person.full_name}, number {person.number}.",
        f"{len(shown)} released copies show this person."
        + ("" if len(rows) == len(shown) else f" {len(rows) - len(shown)} more may."),
    ]
    return Report("person", "What was released of one person", session.today, intro, parts)


def _place(unit: Unit, copy: ReleasedCopy, release: Release) -> list[Cell]:
    places = [p.place for p in unit.releases.placements(release.id) if p.copy in {None, copy.id}]
    where = ", ".join(places) or "not on record"
    return [release.day, release.channel, copy.name, where + ("; never let out" if copy.withdrawn_at else "")]


def _copy(session: Session, unit: Unit, person: Person, copy: ReleasedCopy, release: Release) -> list[Cell]:
    return [*_place(unit, copy, release), _ground(session, unit, person, copy, release)]


def _ground(session: Session, unit: Unit, person: Person, copy: ReleasedCopy, release: Release) -> str:
    """On what a copy rested on the day of its release, as was known then."""
    channel = unit.channels.get(release.channel)
    if channel is None:
        return "the channel is not on record any more"
    records = [r for r in unit.consents.of(person.id) if r.recorded_at <= release.at]
    flags = [p for p in unit.protections.of(person.id) if p.set_at <= release.at]
    standing = state_of(person, records, flags, channel, release.day, session.policy.consent_rules)
    record = next((r for r in records if r.id == standing.because), None)
    if standing.may_appear and record is not None:
        evidence = record.evidence.reference if record.evidence else "no writing asked"
        signer = record.signer or record.signer_role.value
        return f"consent of {record.signed_on.isoformat()}, signed by {signer}; {evidence}"
    if copy.outcome is Outcome.EXCEPTION:
        event = unit.events.get(copy.event) if copy.event else None
        return f"436 IV.C.2, public arena: {event.name if event else 'the event is not on record'}"
    return f"on that day: {standing.state.value}; released on a reviewer's decision"


def _answer(record: ConsentRecord) -> list[Cell]:
    where = "all" if record.channels is None else ", ".join(sorted(record.channels))
    evidence = record.evidence.reference if record.evidence else ""
    return [record.signed_on, record.answer.value, where, record.signer or record.signer_role.value, evidence]
