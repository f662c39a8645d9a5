"""Which crop leaves chosen faces out of a photo's copy and keeps the others."""

from __future__ import annotations

from collections.abc import Iterable

from consentry.services.session import Session
from consentry_policy.crops import Crop, propose
from consentry_policy.decisions import DecisionKind, PhotoDecisions, fold
from consentry_policy.errors import MendableError
from consentry_vault import FaceRow


def whole(session: Session, photo_id: str) -> Crop:
    """All of a photo. Raises MendableError where its size is not known, for it could not be read."""
    with session.vault.read() as unit:
        photo = unit.photos.get(photo_id)
    if photo is None:
        raise MendableError("That photo is not in the vault any more; check it again.")
    if photo.width is None or photo.height is None or photo.error is not None:
        raise MendableError("A photo that could not be read whole cannot be cropped; leave it out.")
    return Crop(0, 0, photo.width, photo.height)


def leaving_out(session: Session, photo_id: str, face_ids: Iterable[str]) -> Crop:
    """The best crop without these faces, inside the crop that holds now; the others stay whole where they can.

    It only proposes: `deciding.crop` records it. Raises MendableError where no crop can do it.
    """
    area = whole(session, photo_id)
    with session.vault.read() as unit:
        decided = fold(unit.decisions.of(photo_id))
        faces = [f for f in unit.faces.of(photo_id) if not f.drawn or decided.of(f.id).drawn]
    wanted = set(face_ids)
    out = [f.box for f in faces if f.id in wanted]
    if len(out) != len(wanted) or not wanted:
        raise MendableError("That face is not there any more; check the photo again.")
    keep = [f.box for f in faces if f.id not in wanted and _somebody(f, decided)]
    found = propose(decided.crop or area, out, keep)
    if found is None:
        raise MendableError("No crop leaves that out and anything over; cover the face instead.")
    return found


def _somebody(face: FaceRow, decided: PhotoDecisions) -> bool:
    """Whether a crop should take care not to cut through it."""
    answer = decided.of(face.id).answer
    return answer is not DecisionKind.NOT_A_FACE and (face.must_settle or face.drawn or answer is not None)
