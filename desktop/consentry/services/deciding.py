"""What a reviewer decides. Every verb appends decisions, can be undone as a whole, and is in the audit chain."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Sequence

from consentry.services import cropping
from consentry.services.analysis import Box
from consentry.services.decision_log import Draft, append_rows, record, tell
from consentry.services.judging import Judge
from consentry.services.operation import Changes
from consentry.services.session import Session
from consentry_policy.crops import checked_crop
from consentry_policy.decisions import BY_PROGRAM, LOGO_NOT_SHOWN, LOGO_SHOWN, DecisionKind, fold, standing
from consentry_policy.errors import MendableError
from consentry_policy.facts import Attestation, Mark, Then
from consentry_policy.people import PersonId
from consentry_policy.said_of import SPEAKS_OF_FACES, as_text, spoken_of, together
from consentry_policy.sentences import Sentence, say
from consentry_vault import DecisionRow
from consentry_vault.unit import Unit
from consentry_vault.users import Role

WORDS = {
    DecisionKind.PERSON: "who it is",
    DecisionKind.REJECT: "who it is not",
    DecisionKind.UNKNOWN: "unknown",
    DecisionKind.VISITOR: "visitor",
    DecisionKind.NOT_A_FACE: "not a face",
    DecisionKind.UNRECOGNISABLE: "unrecognisable",
    DecisionKind.COVER: "covered",
    DecisionKind.UNCOVER: "uncovered",
    DecisionKind.CROP: "cropped",
    DecisionKind.UNCROP: "a crop taken off",
    DecisionKind.DRAW: "a face drawn by hand",
    DecisionKind.FOUND: "a face found by a later check",
    DecisionKind.NAMED: "a face taken for someone who said no",
    DecisionKind.MARK: "a mark on a photo",
    DecisionKind.UNMARK: "a mark taken off a photo",
    DecisionKind.LOGO: "whether the logo is shown",
    DecisionKind.ATTEST: "a word on a whole photo",
    DecisionKind.UNATTEST: "a word on a whole photo taken back",
    DecisionKind.JOIN_EVENT: "joined to an event",
    DecisionKind.LEAVE_EVENT: "taken off an event",
}


def _of_faces(
    session: Session,
    face_ids: Sequence[str],
    kinds: Callable[[str], Iterable[tuple[DecisionKind, str | None]]],
    why: str,
) -> None:
    with session.vault.write() as unit:
        drafts: list[Draft] = []
        for face_id in face_ids:
            face = unit.faces.get(face_id)
            if face is None:
                raise MendableError("That face is not there any more; check the photo again.")
            drafts += [(face.photo, face_id, kind, value, None) for kind, value in kinds(face_id)]
        photos = record(session, drafts, why, unit)
    tell(session, photos)


def confirm(session: Session, face_ids: Sequence[str], person: PersonId, why: str = "") -> None:
    """These faces are this person."""
    with session.vault.read() as unit:
        if unit.people.get(person) is None:
            raise MendableError("That person is not on the roster any more; choose another.")
    _of_faces(session, face_ids, lambda _: [(DecisionKind.PERSON, person)], why)


def reject(session: Session, face_ids: Sequence[str], person: PersonId, why: str = "") -> None:
    """These faces are not this person; the pair is never offered again."""
    _of_faces(session, face_ids, lambda _: [(DecisionKind.REJECT, person)], why)


def unknown(session: Session, face_ids: Sequence[str], why: str = "") -> None:
    """Nobody here can say who these are."""
    _of_faces(session, face_ids, lambda _: [(DecisionKind.UNKNOWN, None)], why)


def visitor(session: Session, face_ids: Sequence[str], why: str = "") -> None:
    """Neither students nor co-workers: a parent, a speaker, a poster."""
    _of_faces(session, face_ids, lambda _: [(DecisionKind.VISITOR, None)], why)


def not_a_face(session: Session, face_ids: Sequence[str], why: str = "") -> None:
    """The program took something else for a face."""
    _of_faces(session, face_ids, lambda _: [(DecisionKind.NOT_A_FACE, None)], why)


def unrecognisable(session: Session, face_ids: Sequence[str], why: str = "") -> None:
    """Faces nobody could recognise: turned away, blurred."""
    _of_faces(session, face_ids, lambda _: [(DecisionKind.UNRECOGNISABLE, None)], why)


def cover(session: Session, face_ids: Sequence[str], why: str = "") -> None:
    """Cover these faces in the release copy."""
    _of_faces(session, face_ids, lambda _: [(DecisionKind.COVER, None)], why)


def uncover(session: Session, face_ids: Sequence[str], why: str = "") -> None:
    """Cover these faces no longer."""
    _of_faces(session, face_ids, lambda _: [(DecisionKind.UNCOVER, None)], why)


def crop(session: Session, photo_id: str, box: Box, why: str = "") -> None:
    """Cut the release copy of a photo to ``box`` (x, y, w, h in upright px), in place of an earlier crop.

    Raises MendableError where the photo is not known whole or the crop does not fit it.
    """
    area = cropping.whole(session, photo_id)
    cut = checked_crop(box, area.width, area.height)
    _of_photos(session, [photo_id], DecisionKind.CROP, cut.value, None, why)


def uncrop(session: Session, photo_ids: Sequence[str], why: str = "") -> None:
    """Cut the release copies of these photos no longer. What the crop had hidden counts again, and so does every
    mark that was taken off because of it.
    """
    _of_photos(session, photo_ids, DecisionKind.UNCROP, None, None, why)


def _of_photos(
    session: Session,
    photo_ids: Sequence[str],
    kind: DecisionKind,
    value: str | None,
    channel: str | None,
    why: str,
) -> None:
    photos = record(session, [(photo, None, kind, value, channel) for photo in photo_ids], why)
    tell(session, photos)


def mark(session: Session, photo_ids: Sequence[str], what: Mark, why: str = "") -> None:
    """Mark photos as premises, floor plan or confidential (row 3a)."""
    _of_photos(session, photo_ids, DecisionKind.MARK, what.value, None, why)


def unmark(session: Session, photo_ids: Sequence[str], what: Mark, why: str = "") -> None:
    """Take such a mark off."""
    _of_photos(session, photo_ids, DecisionKind.UNMARK, what.value, None, why)


def logo(session: Session, photo_ids: Sequence[str], *, shown: bool, why: str = "") -> None:
    """Say that photos show the district's logo (row 3b), or that they do not after all."""
    value = LOGO_SHOWN if shown else LOGO_NOT_SHOWN
    _of_photos(session, photo_ids, DecisionKind.LOGO, value, None, why)


# Who may appear depends on the channel; what is to be seen in a photo does not.
_BY_CHANNEL = frozenset({Attestation.ALL_OTHERS_MAY, Attestation.NO_NAMES})


def attest(session: Session, photo_ids: Sequence[str], what: Attestation, channel: str, why: str = "") -> None:
    """A reviewer's word on whole photos. Raises MendableError where it needs an event, or the designee."""
    attest_all(session, photo_ids, [(what, channel)], why)


def attest_all(
    session: Session, photo_ids: Sequence[str], words: Sequence[tuple[Attestation, str]], why: str = ""
) -> None:
    """Several words (each for a channel) as one verb: one undo takes all of them back. Raises as `attest`."""
    said = [what for what, _ in words]
    if Attestation.NOTHING_IDENTIFIES_PROTECTED in said and not session.is_designee:
        raise MendableError("Only the Superintendent's designee can say this of a protected person; ask them to.")
    if Attestation.IN_ARENA in said:
        _need_events(session, photo_ids)
    session.need(Role.REVIEWER, Role.COACH)
    with session.vault.write() as unit:
        drafts: dict[Draft, dict[str, Then]] = {}
        for what, channel in dict.fromkeys(words):
            faces = _spoken_of(session, unit, photo_ids, what, channel)
            for photo in photo_ids:
                draft = (photo, None, DecisionKind.ATTEST, what.value, channel if what in _BY_CHANNEL else None)
                drafts[draft] = together(drafts.get(draft, {}), faces.get(photo, {}))
        said_of = {draft: as_text(faces) for draft, faces in drafts.items() if faces}
        photos = record(session, drafts, why, unit, said_of)
    tell(session, photos)


def _spoken_of(
    session: Session, unit: Unit, photo_ids: Sequence[str], what: Attestation, channel: str
) -> dict[str, dict[str, Then]]:
    """The faces of each photo that a word speaks of, held to be what they are now, for that channel."""
    if what not in SPEAKS_OF_FACES:
        return {}
    judge = Judge(session, unit, channel)
    if judge.channel is None:  # who has consent is not known, so it is said of nobody
        return {}
    return {judged.photo.id: spoken_of(what, judged.facts) for judged in judge.judge(photo_ids)}


def _need_events(session: Session, photo_ids: Sequence[str]) -> None:
    with session.vault.read() as unit:
        made = unit.decisions.of_photos(photo_ids)
    if any(fold(made.get(photo, [])).event is None for photo in photo_ids):
        raise MendableError("A photo is in the public arena of an event; join it to the event first.")


def withdraw_attestation(
    session: Session, photo_ids: Sequence[str], what: Attestation, channel: str, why: str = ""
) -> None:
    """Take such a word back."""
    where = channel if what in _BY_CHANNEL else None
    _of_photos(session, photo_ids, DecisionKind.UNATTEST, what.value, where, why)


def join_event(session: Session, photo_ids: Sequence[str], event_id: str, why: str = "") -> None:
    """Say that photos were taken at an event; whether in its public arena is confirmed of each."""
    with session.vault.read() as unit:
        if unit.events.get(event_id) is None:
            raise MendableError("That event is not on record any more; choose another.")
    _of_photos(session, photo_ids, DecisionKind.JOIN_EVENT, event_id, None, why)


def leave_event(session: Session, photo_ids: Sequence[str], why: str = "") -> None:
    """Take photos off their event."""
    _of_photos(session, photo_ids, DecisionKind.LEAVE_EVENT, None, None, why)


def mark_seen(session: Session, photo_ids: Sequence[str], channel: str) -> None:
    """A person looked at these photos on the contact sheet."""
    session.need(Role.REVIEWER, Role.COACH)
    with session.vault.write() as unit:
        unit.seen.mark(photo_ids, channel=channel, by=session.vault.user.id, at=session.now)
        unit.audit.append("seen", {"photos": sorted(photo_ids), "channel": channel})
    session.emit(Changes(photos=frozenset(photo_ids)))


def undo(session: Session) -> Sentence | None:
    """Take back this user's latest verb, all of it; says what it was, or None where nothing is left."""
    session.need(Role.REVIEWER, Role.COACH)
    with session.undo_lock, session.vault.write() as unit:
        made = standing(unit.decisions.since(0))
        mine = [d for d in made if d.by == session.vault.user.id and d.kind not in BY_PROGRAM]
        if not mine:
            return None
        last = mine[-1]
        group = [d for d in mine if d.at == last.at]
        undone = [
            DecisionRow(
                id=uuid.uuid4().hex,
                photo=d.photo,
                face=d.face,
                kind=DecisionKind.UNDO.value,
                value=None,
                channel=None,
                by=session.vault.user.id,
                by_role=session.vault.user.role,
                at=session.now,
                why="",
                undoes=d.id,
            )
            for d in group
        ]
        append_rows(unit, undone)
    tell(session, frozenset(d.photo for d in group))
    what = Sentence(WORDS[DecisionKind(last.kind)])
    return what if len(group) == 1 else say("{what} ({count} at once)", what=what, count=len(group))
