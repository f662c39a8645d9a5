"""Found faces as the vault keeps them, and what becomes of decided ones when a photo is checked anew."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import replace

from consentry.services.analysis import Analysis, template_engine
from consentry_faces.face import overlap
from consentry_vault import FaceRow
from consentry_vault.unit import Unit

_SAME_PLACE = 0.4  # overlap (intersection over union) from which two boxes are one face


def face_rows(photo: str, analysis: Analysis) -> list[FaceRow]:
    """The faces of an analysis, with ids of their own."""
    engine = template_engine(analysis.engine)
    return [
        FaceRow(
            id=uuid.uuid4().hex,
            photo=photo,
            ordinal=ordinal,
            box=face.box,
            landmarks=face.landmarks,
            score=face.score,
            roll=face.roll,
            height=face.height,
            sharpness=face.sharpness,
            must_settle=face.must_settle,
            template=face.template,
            engine_id=engine if face.template is not None else None,
        )
        for ordinal, face in enumerate(analysis.faces)
    ]


def merge(
    unit: Unit, photo: str, found: Sequence[FaceRow], crops: Mapping[str, bytes]
) -> tuple[list[str], list[str]]:
    """Add what a new check found to faces on which decisions hang; none of those is taken away.

    A face that was known gets the new template; one that was not is added, and holds the photo like any other.
    Gives the ids of the known faces whose template changed, and of those that were added.
    """
    known = unit.faces.of(photo)
    number = unit.faces.next_ordinal(photo)
    changed, added = [], []
    for face in found:
        same = max(known, key=lambda old: overlap(old.box, face.box), default=None)
        if same is not None and overlap(same.box, face.box) >= _SAME_PLACE:
            unit.faces.set_template(same.id, face.template, face.engine_id)
            changed.append(same.id)
        else:
            unit.faces.add(replace(face, ordinal=number), crops.get(face.id))
            added.append(face.id)
            number += 1
    return changed, added
