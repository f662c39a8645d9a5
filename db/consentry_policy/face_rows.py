"""Rows 4 to 8 of the table: what one face leads to."""

from __future__ import annotations

from dataclasses import dataclass

from consentry_policy.facts import Attestation, FaceFacts, FaceState, PhotoFacts, Standing
from consentry_policy.people import PersonId
from consentry_policy.said_of import holds_of
from consentry_policy.verdicts import Outcome
from consentry_policy.whom import named, one_person, standing_of

# What only a person can hold a face to be; from the program it is no more than unknown.
_REVIEWERS_WORDS = frozenset({FaceState.VISITOR, FaceState.UNRECOGNISABLE})
_GUARDED = frozenset({"protected-covered", "protected-left-out"})


@dataclass(frozen=True, slots=True)
class Finding:
    """A reason before its clause is looked up."""

    code: str
    outcome: Outcome
    person: PersonId | None = None
    face: str | None = None


def excepted(facts: PhotoFacts) -> bool:
    """Row 8: an event authorised for this channel before this moment, and this photo confirmed as taken in it."""
    return facts.event is not None and facts.event.authorised and Attestation.IN_ARENA in facts.attestations


def of_face(face: FaceFacts, facts: PhotoFacts) -> list[Finding]:
    """Every reason of rows 4 to 7 that this face gives."""
    if one_person(face):
        person = named(face)[0]
        return [*_shows(face, person, facts), *_confirmable(face, (person,), facts), *_suspected(face, facts)]
    if face.one_of and named(face):
        return _one_of(face, facts)
    if face.hidden:
        return []
    found = _suspected(face, facts)
    if found or face.state is FaceState.NOT_A_FACE or (face.by_reviewer and face.state in _REVIEWERS_WORDS):
        return found
    return _open("too-small" if face.state is FaceState.TOO_SMALL else "unknown-face", face, facts)


def _shows(face: FaceFacts, person: PersonId, facts: PhotoFacts) -> list[Finding]:
    """Rows 4 to 6 for a face that is this person; nothing where they may appear."""
    known = standing_of(person, facts)
    if known.protected:
        if not face.hidden:
            return [Finding("protected", Outcome.BLOCKED, person, face.id)]
        if holds_of(Attestation.NOTHING_IDENTIFIES_PROTECTED, face, facts, person):
            return []
        return [Finding(f"protected-{_how(face)}", Outcome.REVIEW, person, face.id)]
    if known.may_appear:
        return []
    found = []
    if _staff(known) and not face.hidden:
        found.append(Finding("co-worker", Outcome.BLOCKED, person, face.id))
    if known.student_rules:
        found += _student(face, person, facts)
    return found


def _how(face: FaceFacts) -> str:
    """In which way a hidden face is hidden. Its body may still be in the copy either way, with a name on it."""
    return "left-out" if face.left_out else "covered"


def _staff(known: Standing) -> bool:
    """Under the co-workers' rule; so is whoever is under no rule by their roles, for nothing excepts it."""
    return known.co_worker_rules or not known.student_rules


def _student(face: FaceFacts, person: PersonId, facts: PhotoFacts) -> list[Finding]:
    """Row 6. An automatic match excepts only where the gallery mode lets it."""
    arena = excepted(facts)
    if arena and (face.by_reviewer or facts.may_clear):
        return [Finding("student-in-arena", Outcome.EXCEPTION, person, face.id)]
    if face.hidden:
        if holds_of(Attestation.NOTHING_IDENTIFIES, face, facts, person):
            return []
        return [Finding(f"student-{_how(face)}", Outcome.REVIEW, person, face.id)]
    code = "student" if facts.event is None else "student-match-open" if arena else "student-arena-open"
    return [Finding(code, Outcome.BLOCKED, person, face.id)]


def _confirmable(face: FaceFacts, people: tuple[PersonId, ...], facts: PhotoFacts) -> list[Finding]:
    """A face that the program alone takes for people who may appear does not clear in every gallery mode."""
    if face.hidden or face.by_reviewer or facts.may_clear:
        return []
    if not all(standing_of(person, facts).may_appear for person in people):
        return []
    return _open("match-open", face, facts)


def _suspected(face: FaceFacts, facts: PhotoFacts) -> list[Finding]:
    """Rows 7a and 7b for everyone without consent whom the face may be; "everyone else may" lifts 7b only."""
    found: list[Finding] = []
    if face.hidden:
        return found
    people = face.candidates if one_person(face) else named(face)
    for known in (standing_of(person, facts) for person in people):
        if known.protected:
            found.append(Finding("suspected-protected", Outcome.REVIEW, known.person, face.id))
        elif not known.may_appear and _staff(known):
            found.append(Finding("suspected-co-worker", Outcome.REVIEW, known.person, face.id))
        elif not known.may_appear:
            found += _open("suspected-student", face, facts, known.person)
    return found


def _open(code: str, face: FaceFacts, facts: PhotoFacts, person: PersonId | None = None) -> list[Finding]:
    """Row 7b: nothing where a reviewer attested everyone else, this face among them; the exception where row 8
    holds and no staff is.
    """
    if holds_of(Attestation.ALL_OTHERS_MAY, face, facts, person):
        return []
    if excepted(facts) and holds_of(Attestation.NO_STAFF, face, facts, person):
        return [Finding("unsettled-in-arena", Outcome.EXCEPTION, person, face.id)]
    return [Finding(code, Outcome.REVIEW, person, face.id)]


def _one_of(face: FaceFacts, facts: PhotoFacts) -> list[Finding]:
    """A face that is clearly one of several people, only not which.

    All may appear: it is settled. None may: what each leads to stands, the strictest of it, so that a second
    refusal never softens a verdict; an exception also asks the word of row 7b, for the same reason. Some may:
    it is a suspicion.
    """
    people = named(face)
    willing = [person for person in people if standing_of(person, facts).may_appear]
    if len(willing) == len(people):
        return _confirmable(face, people, facts)
    if willing:
        return _hidden_suspicion(face, people, facts) if face.hidden else _suspected(face, facts)
    found = [finding for person in people for finding in _shows(face, person, facts)]
    excepts = any(f.outcome is Outcome.EXCEPTION for f in found)
    if excepts and not face.hidden and len(people) > 1 and not holds_of(Attestation.NO_STAFF, face, facts):
        found.append(Finding("one-of-students", Outcome.REVIEW, None, face.id))
    return found


def _hidden_suspicion(face: FaceFacts, people: tuple[PersonId, ...], facts: PhotoFacts) -> list[Finding]:
    """A hidden face that may be someone without consent: never milder than row 4 or 6 would be, for a refusal
    of the others must not soften it, and never stricter than it was before it was hidden.
    """
    kept: list[Finding] = []
    for finding in (f for person in people for f in _shows(face, person, facts)):
        opened = _open(finding.code, face, facts, finding.person)
        if finding.code in _GUARDED or (opened and finding.outcome is Outcome.EXCEPTION):
            kept.append(finding)
        else:
            kept += opened
    return kept
