"""Whom a face may show, read from the facts of a photo."""

from __future__ import annotations

from consentry_policy.facts import ConsentState, FaceFacts, FaceState, PhotoFacts, Standing
from consentry_policy.people import PersonId


def standing_of(person: PersonId, facts: PhotoFacts) -> Standing:
    """The person's standing. A missing one counts as not answered under both rules, so that nothing excepts it."""
    known = facts.people.get(person)
    if known is None:
        return Standing(person, student_rules=True, co_worker_rules=True, state=ConsentState.NOT_ANSWERED)
    return known


def named(face: FaceFacts) -> tuple[PersonId, ...]:
    """Everyone the face may be, by its facts."""
    return (*(() if face.person is None else (face.person,)), *face.candidates)


def one_person(face: FaceFacts) -> bool:
    """Whether the face is identified as one person."""
    return face.state is FaceState.IDENTIFIED and face.person is not None and not face.one_of


def pinned(face: FaceFacts) -> tuple[PersonId, ...]:
    """Whom the face is held to show: one person, or several of whom it is one; nobody where it is open."""
    if face.one_of:
        return named(face)
    return named(face)[:1] if one_person(face) else ()
