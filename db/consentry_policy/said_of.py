"""What a word on a whole photo was said of: it speaks of the faces as they were held to be when it was said.

"Everyone else may appear" leaves out whoever was named then. Where that name is lost later (an answer taken back,
portraits destroyed, a cover taken off), the face is open, and the word does not lift it: nobody spoke of it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from consentry_policy.facts import Attestation, ConsentState, FaceFacts, FaceState, PhotoFacts, Then
from consentry_policy.people import PersonId
from consentry_policy.whom import named, pinned, standing_of

OF_OPEN_FACES = frozenset({Attestation.ALL_OTHERS_MAY, Attestation.NO_STAFF})
OF_HIDDEN_PEOPLE = frozenset({Attestation.NOTHING_IDENTIFIES, Attestation.NOTHING_IDENTIFIES_PROTECTED})
SPEAKS_OF_FACES = OF_OPEN_FACES | OF_HIDDEN_PEOPLE

# An explicit no; a consent that only lapsed, as all do in summer, takes no word back.
_NOES = frozenset({ConsentState.REFUSED, ConsentState.WITHDRAWN, ConsentState.CONFLICT, ConsentState.PROTECTED})
_SETTLED = frozenset({FaceState.VISITOR, FaceState.NOT_A_FACE, FaceState.UNRECOGNISABLE})


def spoken_of(word: Attestation, facts: PhotoFacts) -> dict[str, Then]:
    """The faces that ``word`` speaks of when it is said of this photo, each as it is held to be."""
    if word in OF_HIDDEN_PEOPLE:
        found = {face.id: Then(_without(face, word, facts), held=True) for face in facts.faces}
        return {face: then for face, then in found.items() if then.people}
    found = {}
    for face in facts.faces:
        people = [standing_of(person, facts) for person in pinned(face)]
        willing = [known for known in people if known.may_appear]
        if people and (not willing or len(willing) == len(people)):
            if willing or word is Attestation.NO_STAFF:
                found[face.id] = Then(frozenset(pinned(face)), held=True, hidden=face.hidden)
        elif face.state not in _SETTLED:
            found[face.id] = Then(frozenset(named(face)), hidden=face.hidden)
    return found


def _without(face: FaceFacts, word: Attestation, facts: PhotoFacts) -> frozenset[PersonId]:
    """Those whom the face may show and of whom the word is asked: the protected, or the others without consent."""
    protected = word is Attestation.NOTHING_IDENTIFIES_PROTECTED
    asked = (standing_of(person, facts) for person in named(face))
    return frozenset(k.person for k in asked if not k.may_appear and k.protected is protected)


def contradicted(facts: PhotoFacts) -> list[str]:
    """The faces that the program takes for someone who said no, of which a word was said while nobody was named.

    That is to be kept: the likeness can be lost later (the family asks that the face be matched no more), and the
    word must not count again then.
    """
    if facts.said_of is None:
        return []
    words = [facts.said_of.get(word, {}) for word in OF_OPEN_FACES]
    return [
        face.id
        for face in facts.faces
        if not face.by_reviewer
        and any(_noes(face, facts) - said[face.id].people for said in words if face.id in said)
    ]


def _noes(face: FaceFacts, facts: PhotoFacts) -> frozenset[PersonId]:
    return frozenset(person for person in named(face) if standing_of(person, facts).state in _NOES)


def holds_of(word: Attestation, face: FaceFacts, facts: PhotoFacts, person: PersonId | None = None) -> bool:
    """Whether a word that stands on the photo was said of this face (``person``: of the face as this person)."""
    if word not in facts.attestations:
        return False
    if facts.said_of is None:
        return True
    then = facts.said_of.get(word, {}).get(face.id)
    if then is None or (then.hidden and not face.hidden):
        return False
    if word in OF_HIDDEN_PEOPLE:
        return person in then.people
    if person is not None and word is Attestation.ALL_OTHERS_MAY:
        return not then.held and person in then.people
    now = frozenset(pinned(face))
    return not then.held or (bool(now) and now <= then.people)


def together(before: Mapping[str, Then], after: Mapping[str, Then]) -> dict[str, Then]:
    """What a word was said of that was said twice (for two channels, or of one hidden person after another)."""
    found = dict(before)
    for face, now in after.items():
        was = found.get(face, Then())
        found[face] = Then(was.people | now.people, held=was.held or now.held, hidden=was.hidden or now.hidden)
    return found


def as_text(found: Mapping[str, Then]) -> str:
    """As a decision keeps it."""
    rows = [[face, sorted(then.people), then.held, then.hidden] for face, then in sorted(found.items())]
    return json.dumps(rows, separators=(",", ":"))


def read_said_of(untrusted: str | None) -> dict[str, Then]:
    """What a decision keeps; nothing for anything else, so that the word lifts nothing."""
    try:
        untrusted_rows = json.loads(untrusted or "[]")
        return dict(_row(row) for row in untrusted_rows)
    except (ValueError, TypeError):
        return {}


def _row(untrusted: object) -> tuple[str, Then]:
    if not isinstance(untrusted, list) or len(untrusted) != 4:
        raise ValueError("not what `as_text` writes")
    face, people, held, hidden = untrusted
    texts = isinstance(face, str) and isinstance(people, list) and all(isinstance(p, str) for p in people)
    if not texts or not isinstance(held, bool) or not isinstance(hidden, bool):
        raise ValueError("not what `as_text` writes")
    return face, Then(frozenset(people), held=held, hidden=hidden)
