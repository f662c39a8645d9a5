"""A face that the program missed, drawn by hand: from then on a face like any other."""

from __future__ import annotations

import math
import uuid

from consentry.services.analysis import Box, template_engine
from consentry.services.decision_log import record, tell
from consentry.services.operation import Handle, Operation
from consentry.services.photo_jobs import EmbedAt
from consentry.services.photos import source_bytes
from consentry.services.session import Session
from consentry_policy.decisions import DecisionKind
from consentry_policy.errors import MendableError
from consentry_vault import FaceRow
from consentry_vault.users import Role

_SMALLEST = 4.0  # px; less is a slip of the mouse


def draw_face(session: Session, photo_id: str, box: Box, why: str = "") -> Operation[str]:
    """Add a face the program missed, drawn by hand: x, y, w, h in upright pixels. Gives its id.

    Raises MendableError.
    """

    def work(_: Handle) -> str:
        session.need(Role.REVIEWER, Role.COACH)
        if not all(map(math.isfinite, box)):
            raise MendableError("A drawn face is four numbers: x, y, width and height in pixels; say them again.")
        if box[2] < _SMALLEST or box[3] < _SMALLEST:
            raise MendableError("That box is too small to hold a face; draw it around the whole head.")
        content = source_bytes(session, photo_id)
        pointed = session.workers().submit(EmbedAt(content, box), urgent=True).result()
        if pointed.face is None:
            raise MendableError(pointed.error or "That face could not be added; draw it again.")
        found = pointed.face
        with session.vault.write() as unit:
            row = FaceRow(
                id=uuid.uuid4().hex,
                photo=photo_id,
                ordinal=unit.faces.next_ordinal(photo_id),
                box=box,
                landmarks=found.landmarks,
                score=found.score,
                roll=found.roll,
                height=found.height,
                sharpness=found.sharpness,
                must_settle=True,
                drawn=True,
                template=found.template,
                engine_id=template_engine(pointed.engine) if found.template is not None else None,
            )
            unit.faces.add(row, found.crop)
            record(session, [(photo_id, row.id, DecisionKind.DRAW, None, None)], why, unit)
        tell(session, frozenset({photo_id}))
        return row.id

    return Operation(work)
