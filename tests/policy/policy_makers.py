"""Short ways to make people, records and photos for the policy's tests. Everyone here is invented."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from consentry_policy.channels import Channel, ChannelKind
from consentry_policy.events import EventKind
from consentry_policy.facts import (
    ConsentState,
    EventFacts,
    FaceFacts,
    FaceState,
    PhotoFacts,
    Standing,
)
from consentry_policy.people import Person, Protection, Role
from consentry_policy.records import Answer, ConsentRecord, Evidence, EvidenceKind, SignerRole

DAY = date(2026, 3, 10)
SOCIAL = Channel("Facebook", ChannelKind.SOCIAL, "designee", date(2025, 7, 1))
YEARBOOK = Channel("Yearbook", ChannelKind.YEARBOOK, "designee", date(2025, 7, 1))
PAPER = Evidence(EvidenceKind.PAPER, "office, folder 3")
GAME = EventFacts("game", EventKind.SPORT, authorised=True)

_counter = itertools.count(1)


def person(id_: str = "p", *roles: Role, born: date | None = date(2012, 5, 4), grade: str | None = "8") -> Person:
    """A student, unless roles say otherwise."""
    return Person(id_, "Doe", "Kim", frozenset(roles or (Role.STUDENT,)), grade=grade, birth_date=born)


def record(answer: Answer, signed: date, *, sequence: int | None = None, **other: Any) -> ConsentRecord:
    """A guardian's answer for all channels, on paper, effective when signed."""
    number = next(_counter) if sequence is None else sequence
    values: dict[str, Any] = {
        "id": f"r{number}",
        "person": "p",
        "channels": None,
        "listed": frozenset({SOCIAL.name, YEARBOOK.name}),
        "effective": signed,
        "recorded_at": datetime(signed.year, signed.month, signed.day, 18, tzinfo=UTC),
        "recorded_by": "office",
        "evidence": PAPER,
    }
    return ConsentRecord(answer=answer, signed_on=signed, sequence=number, **{**values, **other})


def grant(signed: date = date(2025, 9, 1), **other: Any) -> ConsentRecord:
    """A guardian's yes."""
    return record(Answer.GRANT, signed, **other)


def refusal(signed: date = date(2025, 9, 1), **other: Any) -> ConsentRecord:
    """A guardian's no."""
    return record(Answer.REFUSAL, signed, **other)


def own(answer: Answer, signed: date, **other: Any) -> ConsentRecord:
    """The person's own answer."""
    return record(answer, signed, signer_role=SignerRole.SELF, **other)


def protection(set_on: date, lifted_on: date | None = None) -> Protection:
    """A protection from noon to noon, by UTC."""
    noon = datetime(set_on.year, set_on.month, set_on.day, 12, tzinfo=UTC)
    lifted = None if lifted_on is None else noon + (lifted_on - set_on)
    return Protection("guard", "p", "court order", "designee", noon, lifted)


def student(id_: str, state: ConsentState = ConsentState.REFUSED, **other: Any) -> Standing:
    """A student as the table sees them."""
    return Standing(id_, student_rules=True, co_worker_rules=False, state=state, **{"under_13": False, **other})


def co_worker(id_: str, state: ConsentState = ConsentState.REFUSED, **other: Any) -> Standing:
    """A co-worker as the table sees them."""
    return Standing(id_, student_rules=False, co_worker_rules=True, state=state, **{"under_13": False, **other})


def shown(id_: str, *, face: str | None = None, **other: Any) -> FaceFacts:
    """A face identified as one person."""
    return FaceFacts(face or f"face-of-{id_}", FaceState.IDENTIFIED, id_, **other)


def suspected(*ids: str, **other: Any) -> FaceFacts:
    """A face suspected as these people."""
    return FaceFacts("suspected", FaceState.SUSPECTED, candidates=ids, **other)


def photo(faces: Iterable[FaceFacts] = (), people: Iterable[Standing] = (), **other: Any) -> PhotoFacts:
    """A sound photo for a social network."""
    values: dict[str, Any] = {"checked_whole": True, "channel_name": SOCIAL.name, "channel": SOCIAL, "day": DAY}
    values |= {"faces": tuple(faces), "people": {s.person: s for s in people}}
    return PhotoFacts(**{"said_of": None, **values, **other})


def days(number: int) -> timedelta:
    """So many days."""
    return timedelta(days=number)
