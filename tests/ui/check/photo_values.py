"""Photos, faces and candidates as values, for tests of the widgets that show them; every name is invented."""

from __future__ import annotations

import importlib.util
from datetime import date
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from consentry.services.views import CandidateView, FaceQuestion, FaceView, PhotoView, ReasonView
from consentry_policy.facts import ConsentState, FaceState
from consentry_policy.sentences import Sentence
from consentry_policy.verdicts import Outcome


def candidate(person: str, state: ConsentState = ConsentState.REFUSED) -> CandidateView:
    """Someone a face may be."""
    return CandidateView(person, f"10{person}", f"Person {person}", 0.5, "alike", state)


def face(
    face_id: str,
    state: FaceState = FaceState.SUSPECTED,
    *,
    box: tuple[float, float, float, float] = (100.0, 100.0, 200.0, 200.0),
    person: CandidateView | None = None,
    candidates: tuple[CandidateView, ...] = (),
    held: bool = True,
    by_reviewer: bool = False,
    covered: bool = False,
) -> FaceView:
    """One face of a photo."""
    return FaceView(
        face_id, 1, box, 0.9, box[3], state, person, candidates, covered, by_reviewer, drawn=False, held=held
    )


def reason(code: str, outcome: Outcome = Outcome.REVIEW, person: str | None = None) -> ReasonView:
    """One reason of a verdict."""
    return ReasonView(
        code=code,
        row="7b",
        clause="436 IV.C",
        outcome=outcome,
        text=Sentence(f"Because of {code}."),
        plain=f"Because of {code}.",
        advice=Sentence("Look again."),
        person=person,
        person_number=None,
        face=None,
    )


def photo(
    photo_id: str,
    outcome: Outcome = Outcome.REVIEW,
    *,
    faces: tuple[FaceView, ...] = (),
    codes: tuple[str, ...] = (),
    seen: bool = False,
    event: str | None = None,
    in_arena: bool = False,
    error: str | None = None,
) -> PhotoView:
    """One photo of 1600 x 1200 px."""
    return PhotoView(
        id=photo_id,
        sha256="0" * 64,
        file_name=f"{photo_id}.jpg",
        width=1600,
        height=1200,
        channel="Yearbook",
        day=date(2026, 11, 23),
        outcome=outcome,
        reasons=tuple(reason(code, outcome) for code in codes),
        faces=faces,
        error=error,
        seen=seen,
        event=event,
        in_arena=in_arena,
        taken_at=None,
    )


def question(count: int, *candidates: CandidateView) -> FaceQuestion:
    """So many faces that look like one person."""
    return FaceQuestion(
        tuple(f"f{n}" for n in range(count)), tuple(f"p{n}" for n in range(count)), FaceState.SUSPECTED, candidates
    )


def astronaut() -> QImage:
    """The demo's public-domain portrait (NASA)."""
    spec = importlib.util.find_spec("skimage")
    assert spec is not None
    assert spec.origin is not None
    image = QImage(str(Path(spec.origin).parent / "data" / "astronaut.png"))
    assert not image.isNull()
    return image


def jpeg(image: QImage) -> bytes:
    """The image as a vault would give it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "JPEG")
    return bytes(buffer.data().data())
