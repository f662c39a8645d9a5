"""Who a face is held to be: from match scores, who may appear, and what reviewers answered. Never stored."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from consentry_policy.decisions import DecisionKind
from consentry_policy.facts import FaceFacts, FaceState, Standing
from consentry_policy.people import PersonId

Candidates = Sequence[tuple[PersonId, float]]
LookAlikes = Mapping[PersonId, frozenset[PersonId]]

_NOBODY: frozenset[PersonId] = frozenset()


class Matching(StrEnum):
    """The gallery modes. "Everyone" can clear by itself; the others leave clearing to a reviewer."""

    EVERYONE = "everyone"
    REFUSED_ONLY = "refused-only"
    OFF = "off"

    @property
    def may_clear(self) -> bool:
        """Whether an automatic match may clear or except a photo (`PhotoFacts.may_clear`)."""
        return self is Matching.EVERYONE


@dataclass(frozen=True, slots=True)
class Bands:
    """Score bands of one engine and gallery, higher is more alike. ``wide``: close enough to suspect; ``strict``:
    close enough to identify; ``margin``: lead over the runner-up; ``wide_margin``: lead over anyone else without
    consent. Raises ValueError where they are out of order.
    """

    wide: float
    strict: float
    margin: float
    wide_margin: float

    def __post_init__(self) -> None:
        if not all(map(math.isfinite, (self.wide, self.strict, self.margin, self.wide_margin))):
            raise ValueError("A band must be a finite score.")
        if self.wide > self.strict or not 0 <= self.margin <= self.wide_margin:
            raise ValueError("The wide band must reach below the strict one, the wide margin beyond the margin.")

    @property
    def faint(self) -> float:
        """How near a find that is barely a face must be to be suspected: halfway from ``wide`` to ``strict``. Few
        such finds are faces at all, and with the wide band one in ten of them would hold a photo. Strangers' best
        scores fall off exponentially, so with bands for 10 % and 0.1 % of strangers this is the band for 1 %.
        """
        return (self.wide + self.strict) / 2


@dataclass(frozen=True, slots=True)
class FaceAnswer:
    """A reviewer's latest answer on one face: one of `decisions.ANSWERS`. ``by_designee``: it also settles a
    suspicion of someone protected.
    """

    kind: DecisionKind
    person: PersonId | None = None
    by_designee: bool = False


_STATES = {
    DecisionKind.PERSON: FaceState.IDENTIFIED,
    DecisionKind.VISITOR: FaceState.VISITOR,
    DecisionKind.NOT_A_FACE: FaceState.NOT_A_FACE,
    DecisionKind.UNRECOGNISABLE: FaceState.UNRECOGNISABLE,
}


def recognise(
    candidates: Candidates,
    bands: Bands | None,
    standings: Mapping[PersonId, Standing],
    *,
    face: str = "",
    answer: FaceAnswer | None = None,
    rejected: frozenset[PersonId] = _NOBODY,
    rejected_by_designee: frozenset[PersonId] = _NOBODY,
    look_alikes: LookAlikes | None = None,
    matching: Matching = Matching.EVERYONE,
    too_small: bool = False,
    must_settle: bool = True,
    covered: bool = False,
    left_out: bool = False,
) -> FaceFacts:
    """The facts of one face (product rules, "A face in a photo").

    ``candidates``: (person, score), any order. ``bands`` None: nothing is matched, as with matching "off".
    ``standings``: of every candidate, for the channel and day; one that is missing counts as protected, for who
    was deleted from the roster may not be cleared by a stale match. ``rejected``: pairs a reviewer has ruled out;
    of someone protected only the designee's ruling (``rejected_by_designee``) counts. ``too_small``: the face is
    below the size at which scores mean much: it may be suspected, never identified by the program.
    ``must_settle`` False: barely a face; it holds the photo only where it is near someone without consent (inside
    `Bands.faint`; for someone protected, inside the wide band as any face).
    """
    view = _View(standings, rejected, rejected_by_designee)
    scores = [] if bands is None or matching is Matching.OFF else view.open(candidates)
    nobody_knows = answer is not None and answer.kind is DecisionKind.UNKNOWN
    by_program = FaceFacts(face, FaceState.TOO_SMALL if too_small and not nobody_knows else FaceState.UNKNOWN)
    if bands is not None and scores:
        may_identify = not (too_small or nobody_knows)
        suspects = [p for p, score in scores if not view.may(p) and score >= _reach(p, bands, view, must_settle)]
        by_program = _by_program(
            by_program, scores, suspects, bands, view, look_alikes or {}, may_identify=may_identify
        )
    if answer is not None:
        found = _by_reviewer(by_program, answer, view)
    elif not must_settle and by_program.state in {FaceState.UNKNOWN, FaceState.TOO_SMALL}:
        found = FaceFacts(face, FaceState.NOT_A_FACE)
    else:
        found = by_program
    return replace(found, covered=covered, left_out=left_out)


def _reach(person: PersonId, bands: Bands, view: _View, must_settle: bool) -> float:
    """The score from which someone without consent is suspected."""
    return bands.wide if must_settle or view.protected(person) else bands.faint


@dataclass(frozen=True, slots=True)
class _View:
    """What is known of the candidates apart from their scores."""

    standings: Mapping[PersonId, Standing]
    rejected: frozenset[PersonId]
    rejected_by_designee: frozenset[PersonId]

    def may(self, person: PersonId) -> bool:
        known = self.standings.get(person)
        return known is not None and known.may_appear

    def protected(self, person: PersonId) -> bool:
        known = self.standings.get(person)
        return known is None or known.protected

    def ruled_out(self, person: PersonId) -> bool:
        if person in self.rejected_by_designee:
            return True
        return person in self.rejected and not self.protected(person)

    def open(self, candidates: Candidates) -> list[tuple[PersonId, float]]:
        """The best score of each person who is not ruled out, best first; equal scores by id."""
        best: dict[PersonId, float] = {}
        for person, score in candidates:
            if not math.isnan(score) and not self.ruled_out(person):
                best[person] = max(score, best.get(person, score))
        return sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))


def _by_program(
    plain: FaceFacts,
    scores: list[tuple[PersonId, float]],
    suspects: list[PersonId],
    bands: Bands,
    view: _View,
    look_alikes: LookAlikes,
    *,
    may_identify: bool,
) -> FaceFacts:
    """What the program makes of the scores alone. ``suspects``: who has no consent and is near enough."""
    best, top = scores[0]
    if not may_identify or top < bands.strict:
        return _suspected(plain, suspects)
    close = _not_outscored(scores, bands, view)
    alike = _alike(close, look_alikes, view)
    if _alike([best], look_alikes, view):
        return _suspected(plain, [*suspects, *(p for p in (*close, *alike) if not view.may(p))])
    close += [twin for twin in alike if twin not in close and not view.may(twin)]
    others = tuple(close[1:])
    if not others or all(map(view.may, close)):
        return replace(plain, state=FaceState.IDENTIFIED, person=best, candidates=others, one_of=bool(others))
    return replace(plain, state=FaceState.SUSPECTED, person=best, candidates=others, one_of=True)


def _not_outscored(scores: list[tuple[PersonId, float]], bands: Bands, view: _View) -> list[PersonId]:
    """The best, and all whom the best does not lead by what it takes. A refusal can only make this set grow:
    so a second refusal never turns a face that blocks into one that does not.
    """
    best, top = scores[0]
    close = [best]
    for person, score in scores[1:]:
        lead = top - score
        if lead <= 0 or lead < (bands.margin if view.may(person) else bands.wide_margin):
            close.append(person)
    return close


def _alike(close: Sequence[PersonId], look_alikes: LookAlikes, view: _View) -> list[PersonId]:
    """Known look-alikes of those people who are on the roster and not ruled out. Of the best match they send the
    face to a person; of another who is close they are as close, if they have no consent.
    """
    found = {twin for person in close for twin in look_alikes.get(person, _NOBODY)}
    return sorted(twin for twin in found if twin in view.standings and not view.ruled_out(twin))


def _suspected(plain: FaceFacts, suspects: Sequence[PersonId]) -> FaceFacts:
    """Suspected as these people, each once; unchanged where there are none."""
    if not suspects:
        return plain
    return replace(plain, state=FaceState.SUSPECTED, candidates=tuple(dict.fromkeys(suspects)))


def _named(face: FaceFacts) -> tuple[PersonId, ...]:
    """Everyone a face may be by its facts, best first."""
    return (*(() if face.person is None else (face.person,)), *face.candidates)


def _by_reviewer(by_program: FaceFacts, answer: FaceAnswer, view: _View) -> FaceFacts:
    """A reviewer's answer goes before the program's; a suspicion of someone protected outlives all but the
    designee's. "Unknown" names nobody, so it lifts nothing.
    """
    if answer.kind is DecisionKind.UNKNOWN:
        return replace(by_program, by_reviewer=True)
    state = _STATES[answer.kind]
    person = answer.person if state is FaceState.IDENTIFIED else None
    suspects = [p for p in _named(by_program) if view.protected(p) and p != person]
    left = () if answer.by_designee else tuple(suspects)
    return FaceFacts(by_program.id, state, person, left, by_reviewer=True)


def once_per_photo(
    faces: Sequence[FaceFacts], scores: Mapping[str, float], standings: Mapping[PersonId, Standing]
) -> tuple[FaceFacts, ...]:
    """The faces of one photo, with one automatic identification a person: the best stays, and none beside a
    reviewer's. A weaker one becomes unknown, or suspected where someone without consent is named: a mirror or a
    collage may show them twice. ``scores``: of each face id, its best match.
    """
    view = _View(standings, _NOBODY, _NOBODY)
    keeper: dict[PersonId, tuple[bool, float, str]] = {}
    for face in faces:
        if face.person is not None:
            rank = (face.by_reviewer, scores.get(face.id, -math.inf), face.id)
            keeper[face.person] = max(rank, keeper.get(face.person, rank))
    return tuple(
        face
        if face.by_reviewer or face.person is None or keeper[face.person][2] == face.id
        else _suspected(_nobody(face), _without(face, view))
        for face in faces
    )


def _nobody(face: FaceFacts) -> FaceFacts:
    """The same face, held to be nobody one could name."""
    return FaceFacts(face.id, FaceState.UNKNOWN, covered=face.covered, left_out=face.left_out)


def _without(face: FaceFacts, view: _View) -> list[PersonId]:
    return [p for p in _named(face) if not view.may(p)]
