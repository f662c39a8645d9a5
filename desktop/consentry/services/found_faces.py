"""Found faces as the vault keeps them, and what becomes of decided ones when a photo is checked anew."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import replace

from consentry.services.analysis import Analysis, template_engine
from consentry_faces.face import overlap
from consentry_policy.decisions import fold
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

    A face that was known gets the new template, and counts as surely one from now on if either check was sure; one
    that was not is added, and holds the photo like any other. A drawing that was taken back is no known face.
    Gives the ids of the known faces whose template changed, and of those that were added.
    """
    decided = fold(unit.decisions.of(photo))
    known = [face for face in unit.faces.of(photo) if not face.drawn or decided.of(face.id).drawn]
    same_as = _pairs(known, found)
    number = unit.faces.next_ordinal(photo)
    changed, added = [], []
    for place, face in enumerate(found):
        same = same_as.get(place)
        if same is not None:
            sure = same.must_settle or face.must_settle
            unit.faces.set_found(same.id, face.template, face.engine_id, must_settle=sure)
            changed.append(same.id)
        else:
            unit.faces.add(replace(face, ordinal=number), crops.get(face.id))
            added.append(face.id)
            number += 1
    return changed, added


def _pairs(known: Sequence[FaceRow], found: Sequence[FaceRow]) -> dict[int, FaceRow]:
    """Which known face each found one is, by its place: the closest first, and no face is two."""
    close = [
        (overlap(old.box, new.box), place, number)
        for place, new in enumerate(found)
        for number, old in enumerate(known)
    ]
    pairs: dict[int, FaceRow] = {}
    taken: set[int] = set()
    for how_close, place, number in sorted(close, reverse=True):
        if how_close >= _SAME_PLACE and place not in pairs and number not in taken:
            pairs[place] = known[number]
            taken.add(number)
    return pairs
