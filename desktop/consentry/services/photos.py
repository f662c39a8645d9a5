"""What is known of candidate photos, as screens and the command line show it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from consentry.services.content import read_content
from consentry.services.judging import Judge, Judgement, settled
from consentry.services.operation import Handle, Operation
from consentry.services.paths import in_order, place
from consentry.services.photo_jobs import View
from consentry.services.recognition import Scores
from consentry.services.session import Session
from consentry.services.views import BatchView, CandidateView, FaceView, PhotoView, ReasonView
from consentry_policy.decisions import FaceDecisions
from consentry_policy.errors import MendableError
from consentry_policy.facts import Attestation, FaceFacts
from consentry_policy.people import Person, PersonId
from consentry_policy.verdicts import Outcome, Reason
from consentry_vault import FaceRow, SeenRow

LIKENESS = ("very alike", "alike", "a little alike", "not compared")  # how a face is like a person, in words


def batches(session: Session) -> list[BatchView]:
    """All batches, newest first."""
    with session.vault.read() as unit:
        return [
            BatchView(b.id, b.name, b.created_at, len(unit.batches.photos(b.id)), b.channels, b.event)
            for b in unit.batches.all()
        ]


def views(session: Session, batch_id: str, channel: str, on: date | None = None) -> list[PhotoView]:
    """Every photo of a batch with its verdict for ``channel``, by file name."""
    with session.vault.read() as unit:
        ids = unit.batches.photos(batch_id)
    return sorted(view_of(session, ids, channel, on), key=lambda v: in_order(v.file_name))


def view_of(session: Session, photo_ids: Sequence[str], channel: str, on: date | None = None) -> list[PhotoView]:
    """These photos with their verdicts for ``channel`` on a day (today)."""
    with session.vault.read() as unit:
        judge = Judge(session, unit, channel, day=on)
        seen = unit.seen.of_photos(photo_ids)
        return [view_judged(judge, judged, seen.get(judged.photo.id, ())) for judged in judge.judge(photo_ids)]


def view_judged(judge: Judge, judged: Judgement, seen: Sequence[SeenRow]) -> PhotoView:
    """One judgement in the words of a screen."""
    photo, facts = judged.photo, judged.facts
    held = {r.face for r in judged.verdict.reasons if r.outcome in {Outcome.BLOCKED, Outcome.REVIEW}}
    states = {f.id: f for f in facts.faces}
    faces = [
        _face(judge, row, states[row.id], judged.decisions.of(row.id), judged.scores.get(row.id, ()), held)
        for row in judged.faces
    ]
    return PhotoView(
        id=photo.id,
        sha256=photo.sha256,
        file_name=photo.file_name,
        width=photo.width or 0,
        height=photo.height or 0,
        channel=judge.channel_name,
        day=judge.day,
        outcome=judged.verdict.outcome,
        reasons=tuple(_reason(judge, r, judged.decisions.event) for r in judged.verdict.reasons),
        faces=tuple(faces),
        error=photo.error,
        seen=any(s.channel in {None, judge.channel_name} for s in seen),
        event=judged.decisions.event,
        in_arena=Attestation.IN_ARENA in facts.attestations,
        taken_at=_moment(photo.taken_at),
        crop=None if judged.decisions.crop is None else judged.decisions.crop.box,
    )


def _moment(text: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        return None


def _face(
    judge: Judge,
    row: FaceRow,
    held_to_be: FaceFacts,
    decided: FaceDecisions,
    scores: Scores,
    held: set[str | None],
) -> FaceView:
    known: Mapping[PersonId, float] = dict(scores)
    shown = dict.fromkeys([*held_to_be.candidates, *(_near(judge, scores) if not settled(held_to_be) else ())])
    views = [
        candidate(judge, person, known.get(person, 0.0)) for person in shown if person not in decided.rejected
    ]
    person = held_to_be.person
    return FaceView(
        id=row.id,
        ordinal=row.ordinal + 1,
        box=row.box,
        score=row.score,
        height=row.height,
        state=held_to_be.state,
        person=None if person is None else candidate(judge, person, known.get(person, 0.0)),
        candidates=tuple(v for v in views if v is not None),
        covered=held_to_be.covered,
        by_reviewer=held_to_be.by_reviewer,
        drawn=row.drawn,
        held=row.id in held,
        left_out=held_to_be.left_out,
    )


def _near(judge: Judge, scores: Scores) -> list[PersonId]:
    """Whom a reviewer is offered for an open face: everyone inside the wide band, else the three nearest."""
    bands = judge.gallery.bands
    if bands is None:
        return []
    return [person for rank, (person, score) in enumerate(scores) if score >= bands.wide or rank < 3]


def candidate(judge: Judge, person: PersonId, score: float) -> CandidateView | None:
    """A person a face may be; None for someone who is not on the roster any more."""
    known, standing = judge.roster.people.get(person), judge.standing(person)
    if known is None or standing is None:
        return None
    return CandidateView(person, known.number, known.full_name, score, _words(judge, score), standing.state)


def _words(judge: Judge, score: float) -> str:
    bands = judge.gallery.bands
    very, alike, little, not_compared = LIKENESS
    if bands is None or score <= 0:
        return not_compared
    if score >= bands.strict:
        return very
    return alike if score >= bands.wide else little


def _reason(judge: Judge, reason: Reason, event: str | None) -> ReasonView:
    policy = judge.session.policy
    person: Person | None = judge.roster.people.get(reason.person) if reason.person else None
    known = judge.events.get(event) if event else None
    values = {"channel": judge.channel_name}
    if known is not None:
        values["event"] = known.name
    standing = judge.standing(reason.person) if reason.person else None
    if standing is not None:
        values["state"] = policy.states[standing.state]
    named = values | ({"person": person.full_name} if person and person.full_name else {})
    numbered = values | ({"person": person.number} if person and person.number else {})
    return ReasonView(
        code=reason.code,
        row=reason.row,
        clause=reason.clause,
        outcome=reason.outcome,
        text=policy.sentence(reason, **named),
        plain=str(policy.sentence(reason, **numbered)),
        advice=policy.next_step(reason, **named),
        person=reason.person,
        person_number=person.number if person else None,
        face=reason.face,
    )


def thumbnail(session: Session, photo_id: str) -> bytes:
    """A small JPEG of the photo; empty where it could not be read."""
    with session.vault.read() as unit:
        return unit.photos.thumbnail(photo_id) or b""


def face_crop(session: Session, face_id: str) -> bytes:
    """A small JPEG of the face; empty where there is none."""
    with session.vault.read() as unit:
        return unit.faces.crop(face_id) or b""


def open_photo(session: Session, photo_id: str, max_side: int) -> Operation[bytes]:
    """An upright JPEG of the original, its longest side at most ``max_side`` px. Raises MendableError."""

    def work(handle: Handle) -> bytes:
        content = source_bytes(session, photo_id)
        handle.stop_if_cancelled()
        picture = session.workers().submit(View(content, max_side), urgent=True).result()
        if picture.error is not None:
            raise MendableError(picture.error)
        return picture.content

    return Operation(work)


def source_bytes(session: Session, photo_id: str) -> bytes:
    """The very bytes that were checked. Raises MendableError where the file moved or changed since."""
    import hashlib

    with session.vault.read() as unit:
        photo = unit.photos.get(photo_id)
    if photo is None:
        raise MendableError("That photo is not in the vault any more; check it again.")
    try:
        content = place(photo.source_path).read_bytes()
    except OSError:
        raise MendableError(
            "The photo's file is not where it was; put it back, or check it where it is now."
        ) from None
    if hashlib.sha256(content).hexdigest() != photo.sha256:
        raise MendableError("The photo's file changed since it was checked; check it again.")
    return content


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # too long for a name, or in a folder that may not be read
        return False


def find(session: Session, path_or_id: str) -> str:
    """The id of a checked photo: by its file, or by the beginning of its id or SHA-256. Raises MendableError."""
    import hashlib

    path = Path(path_or_id)
    with session.vault.read() as unit:
        if _is_file(path):
            row = unit.photos.by_sha256(hashlib.sha256(read_content(path)).hexdigest())
            if row is None:
                raise MendableError("That photo was not checked yet; run `consentry check` on it first.")
            return row.id
        wanted = path_or_id.casefold()
        ids = [i for i in unit.photos.ids() if i.startswith(wanted)] if len(wanted) >= 6 else []
        row = unit.photos.by_sha256(wanted)
    if row is not None:
        return row.id
    if len(ids) == 1:
        return ids[0]
    raise MendableError("There is no such photo; give its file, or the id that `consentry check --json` shows.")
