"""Which references must not be matched by: those whose face a reviewer says is somebody else by now."""

from __future__ import annotations

from consentry_policy.decisions import DecisionKind, fold
from consentry_vault.unit import Unit


def doubted(unit: Unit) -> frozenset[str]:
    """The ids of references taken from found faces that no standing answer bears out.

    A face that is not in the vault any more cannot be answered anew: what was kept of it stands.
    """
    rows = unit.portraits.confirmed()
    faces = {row.face: unit.faces.get(row.face) for row in rows if row.face is not None}
    photos = {face.photo for face in faces.values() if face is not None}
    decided = {photo: fold(made) for photo, made in unit.decisions.of_photos(photos).items()}
    found = set()
    for row in rows:
        face = faces.get(row.face) if row.face is not None else None
        if face is None:
            continue
        said = decided[face.photo].of(face.id) if face.photo in decided else None
        if said is None or said.answer is not DecisionKind.PERSON or said.person != row.person:
            found.add(row.id)
    return frozenset(found)
