"""Faces that a reviewer confirmed, kept on request as further references of their person, with the photo's date.

A reference holds only as long as the reviewer's answer does: where the answer is changed or taken back, matching
leaves it out (`doubts`), and it counts again if the answer comes back. Taken back, it is gone for good.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from consentry.services.doubts import doubted
from consentry.services.operation import Changes
from consentry.services.portraits import may_enrol
from consentry.services.recognition import TEMPLATE_ENGINE, WITHDRAWN
from consentry.services.recompute import announce
from consentry.services.session import Session
from consentry_faces.face import TOO_SMALL_PX
from consentry_policy.decisions import DecisionKind, fold
from consentry_policy.errors import MendableError
from consentry_policy.people import PersonId
from consentry_policy.recognise import Matching
from consentry_vault import FaceRow, PhotoRow, PortraitRow
from consentry_vault.unit import Unit
from consentry_vault.users import Role

_TOO_BLURRED = 10.0  # of Face.sharpness: of a photo less may be asked than of a portrait
_NOT_CONFIRMED = "nobody has said yet who this is; say so first."
_NO_TEMPLATE = "the photo was checked without templates or with another engine; check it again first."
_POOR = "the face is too small or too blurred to recognise others by; choose a better one."
_WITHDREW = "this person withdrew from face matching, so nothing of them is kept."
_CONSENTED = "this vault keeps templates only of people without consent."


@dataclass(slots=True)
class KeepReport:
    """``kept`` and ``known`` count faces; ``refused`` holds face id and reason."""

    kept: int = 0
    known: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Offer:
    """Which of some faces could be kept, and of which of some people, once a reviewer says who they are."""

    faces: frozenset[str] = frozenset()
    people: frozenset[PersonId] = frozenset()


@dataclass(frozen=True, slots=True)
class KeptFace:
    """A reference kept from a photo. ``taken_on``: the photo's day, where its camera told; ``counts``: whether the
    answer it rests on still stands; ``crop``: a small JPEG.
    """

    id: str
    taken_on: date | None
    kept_on: date
    counts: bool
    crop: bytes | None


def offered(session: Session, face_ids: Sequence[str], people: Sequence[PersonId]) -> Offer:
    """What `keep` would take if these faces were said to be these people; nothing where it would refuse all."""
    reviews = session.is_designee or session.vault.user.role is Role.REVIEWER
    if not reviews or session.matching is Matching.OFF:
        return Offer()
    with session.vault.read() as unit:
        faces = {face_id for face_id in face_ids if _fit(session, unit, face_id)}
        allowed = may_enrol(session, unit, people) if faces else set()
        gone = unit.settings.get(WITHDRAWN, {})
    whose = {p for p in people if p not in gone and (allowed is None or p in allowed)}
    return Offer(frozenset(faces), frozenset(whose))


def _fit(session: Session, unit: Unit, face_id: str) -> bool:
    face = unit.faces.get(face_id)
    photo = unit.photos.get(face.photo) if face is not None else None
    if face is None or photo is None:
        return False
    return not _poor(face) and _comparable(session, unit, face, photo)


def kept(session: Session, person: PersonId) -> list[KeptFace]:
    """The faces kept as references of a person, oldest first."""
    with session.vault.read() as unit:
        rows = [row for row in unit.portraits.of(person) if row.kind == "confirmed-face" and row.template]
        not_now = doubted(unit) if rows else frozenset()
        return [
            KeptFace(
                row.id,
                row.taken_on,
                row.added_at.astimezone().date(),
                row.id not in not_now,
                unit.portraits.crop(row.id),
            )
            for row in rows
        ]


def of_faces(session: Session, face_ids: Sequence[str]) -> list[str]:
    """The ids of the references that were kept from these faces."""
    wanted = set(face_ids)
    with session.vault.read() as unit:
        return [row.id for row in unit.portraits.confirmed() if row.face in wanted]


def take_back(session: Session, reference_ids: Sequence[str]) -> int:
    """Recognise nobody by these kept faces any more: they are destroyed, the answers and the photos stay.

    Gives how many there were. Raises MendableError where one is not there (any more).
    """
    session.need(Role.REVIEWER, Role.CLERK)
    gone = list(dict.fromkeys(reference_ids))
    with session.vault.write() as unit:
        for reference in gone:
            row = unit.portraits.get(reference)
            if row is None or row.kind != "confirmed-face":
                raise MendableError("That kept face is not there any more; look at the person again.")
            unit.portraits.remove(row.id)
            unit.audit.append("reference-taken-back", {"person": row.person, "portrait": row.id, "face": row.face})
        unit.settings.bump_roster_version()
    announce(session, Changes(people=True, gallery=True))
    return len(gone)


def keep(session: Session, face_ids: Sequence[str]) -> KeepReport:
    """Keep confirmed faces as further references of the people they were said to be. Raises MendableError."""
    session.need(Role.REVIEWER)
    if session.matching is Matching.OFF:
        raise MendableError("This vault does no face matching, so no face is kept; nothing is left to do.")
    report = KeepReport()
    with session.vault.write() as unit:
        allowed = may_enrol(session, unit)
        for face_id in dict.fromkeys(face_ids):
            face = unit.faces.get(face_id)
            photo = unit.photos.get(face.photo) if face is not None else None
            if face is None or photo is None:
                raise MendableError("That face is not there any more; check the photo again.")
            person = _said(unit, face)
            reason = _NOT_CONFIRMED if person is None else _against(unit, face, person, allowed)
            if not reason and not _comparable(session, unit, face, photo):
                reason = _NO_TEMPLATE
            if person is None or reason:
                report.refused.append((face_id, reason))
            elif any(row.face == face_id and row.template for row in unit.portraits.of(person)):
                report.known += 1
            else:
                _add(session, unit, face, photo, person)
                report.kept += 1
    if report.kept:
        announce(session, Changes(people=True, gallery=True))
    return report


def _said(unit: Unit, face: FaceRow) -> PersonId | None:
    said = fold(unit.decisions.of(face.photo)).of(face.id)
    return said.person if said.answer is DecisionKind.PERSON else None


def _against(unit: Unit, face: FaceRow, person: PersonId, allowed: set[PersonId] | None) -> str:
    if person in unit.settings.get(WITHDRAWN, {}):
        return _WITHDREW
    if allowed is not None and person not in allowed:
        return _CONSENTED
    return _POOR if _poor(face) else ""


def _poor(face: FaceRow) -> bool:
    return face.height < TOO_SMALL_PX or face.sharpness < _TOO_BLURRED


def _comparable(session: Session, unit: Unit, face: FaceRow, photo: PhotoRow) -> bool:
    """Whether the face's template is of the engine that portraits are enrolled with, or will be."""
    engine = unit.settings.get(TEMPLATE_ENGINE)
    of_now = photo.engine_id == session.check_engine if engine is None else face.engine_id == engine
    return face.template is not None and of_now


def _add(session: Session, unit: Unit, face: FaceRow, photo: PhotoRow, person: PersonId) -> None:
    row = PortraitRow(
        id=uuid.uuid4().hex,
        person=person,
        template=face.template,
        engine_id=face.engine_id,
        weights_sha256=photo.weights_sha256,
        sha256=photo.sha256,
        added_at=session.now,
        taken_on=datetime.fromisoformat(photo.taken_at).date() if photo.taken_at else None,
        kind="confirmed-face",
        face=face.id,
    )
    unit.portraits.add(row, unit.faces.crop(face.id))
    unit.settings.set(TEMPLATE_ENGINE, face.engine_id)
    unit.settings.bump_roster_version()
    unit.audit.append("enrolled", {"person": person, "portrait": row.id, "face": face.id})
