"""What a reviewer is asked: faces of a batch that look like one person, one answer for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from consentry.services.judging import Judge, Judgement, settled
from consentry.services.photos import candidate
from consentry.services.recognition import as_template
from consentry.services.session import Session
from consentry.services.views import CandidateView, FaceQuestion
from consentry_faces.groups import Groups
from consentry_faces.matching import Matcher
from consentry_policy.facts import FaceFacts, FaceState
from consentry_policy.people import PersonId
from consentry_policy.verdicts import Outcome
from consentry_vault import FaceRow

_URGENCY = {FaceState.SUSPECTED: 0, FaceState.UNKNOWN: 1, FaceState.TOO_SMALL: 2}


class _Open:
    """A face that waits for an answer."""

    def __init__(self, row: FaceRow, facts: FaceFacts, judged: Judgement) -> None:
        self.row = row
        self.facts = facts
        self.photo = judged.photo.id
        self.scores = dict(judged.scores.get(row.id, ()))


def questions(session: Session, batch_id: str, channel: str, on: date | None = None) -> list[FaceQuestion]:
    """The open faces of a batch in groups, the suspected and the largest groups first."""
    with session.vault.read() as unit:
        judge = Judge(session, unit, channel, day=on)
        judged = judge.judge(unit.batches.photos(batch_id))
        open_faces = [face for one in judged for face in _open(one)]
        groups = _grouped(open_faces, judge.gallery.matcher)
        asked = [_question(judge, group) for group in groups]
    return sorted(asked, key=lambda q: (_URGENCY.get(q.state, 3), -len(q.faces)))


def _open(judged: Judgement) -> Iterable[_Open]:
    """The faces that hold a photo which is neither cleared nor excepted; of a blocked one only the suspected."""
    if judged.verdict.releasable:
        return
    held = {r.face for r in judged.verdict.reasons if r.outcome is not Outcome.CLEARED}
    states = {f.id: f for f in judged.facts.faces}
    for row in judged.faces:
        facts = states[row.id]
        if row.id in held and not settled(facts) and not facts.hidden and not facts.by_reviewer:
            yield _Open(row, facts, judged)


def _grouped(faces: Sequence[_Open], matcher: Matcher | None) -> list[list[_Open]]:
    """Faces that look like one person together; a face without a template stands alone."""
    groups: Groups[_Open] = Groups() if matcher is None else Groups.beside(matcher)
    alone: list[list[_Open]] = []
    for face in faces:
        if face.row.template is None:
            alone.append([face])
        else:
            groups.add(face, as_template(face.row.template), face.photo)
    return [list(group) for group in groups.all()] + alone


def _question(judge: Judge, group: Sequence[_Open]) -> FaceQuestion:
    states = [face.facts.state for face in group]
    state = min(states, key=lambda s: _URGENCY.get(s, 3))
    return FaceQuestion(
        faces=tuple(face.row.id for face in group),
        photos=tuple(face.photo for face in group),
        state=state,
        candidates=tuple(_candidates(judge, group)),
    )


def _candidates(judge: Judge, group: Sequence[_Open]) -> list[CandidateView]:
    """Whom the group may be: everyone suspected of any of its faces, then the nearest of all, by mean score."""
    suspected = {person for face in group for person in face.facts.candidates}
    people: set[PersonId] = {person for face in group for person in face.scores}
    mean = {p: sum(face.scores.get(p, 0.0) for face in group) / len(group) for p in people | suspected}
    order = sorted(mean, key=lambda p: (p not in suspected, -mean[p]))
    views = [candidate(judge, person, mean[person]) for person in order[: max(len(suspected), 5)]]
    return [view for view in views if view is not None]
