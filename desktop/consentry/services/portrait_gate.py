"""Which face of a portrait is its person's, and what is wrong with it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from consentry.services.analysis import AnalysedFace, Analysis

_CENTRAL = (
    0.22  # a face is at the centre when its middle is nearer to it than this share of the picture's diagonal
)


@dataclass(frozen=True, slots=True)
class PortraitVerdict:
    """``face`` to enrol, or None; ``reason`` in a sentence where there is something to say."""

    face: AnalysedFace | None
    reason: str | None = None


def judge(analysis: Analysis) -> PortraitVerdict:
    """The face to enrol: the only one, or the one alone at the centre (then it wants a look)."""
    if analysis.error is not None:
        return PortraitVerdict(None, analysis.error)
    faces = [f for f in analysis.faces if f.must_settle] or list(analysis.faces)
    if not faces:
        return PortraitVerdict(None, "no face was found in it; take another portrait.")
    if len(faces) == 1:
        return PortraitVerdict(faces[0], _too_small(faces[0]))
    central = [f for f in faces if _off_centre(f, analysis) <= _CENTRAL]
    if len(central) != 1:
        return PortraitVerdict(None, "it shows two people and neither is alone at the centre; crop it to one.")
    return PortraitVerdict(central[0], "it shows more than one face; the one at the centre was enrolled.")


def _too_small(face: AnalysedFace) -> str | None:
    return "the face is small; a larger portrait would tell better." if face.height < 64 else None


def _off_centre(face: AnalysedFace, analysis: Analysis) -> float:
    x, y, w, h = face.box
    away = math.hypot(x + w / 2 - analysis.width / 2, y + h / 2 - analysis.height / 2)
    return away / math.hypot(analysis.width, analysis.height)
