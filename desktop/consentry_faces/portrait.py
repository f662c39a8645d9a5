"""The portrait gate: which face of a portrait is its person's, and what is wrong with it, in words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

import numpy as np
import numpy.typing as npt

from consentry_faces.finding.ids import HOG


class SeenFace(Protocol):
    """What the gate needs of a found face; `consentry_faces.face.Face` has it."""

    @property
    def box(self) -> tuple[float, float, float, float]:
        """x, y, w, h in px of the upright portrait."""

    @property
    def landmarks(self) -> npt.ArrayLike:
        """Five points as in `Face`."""

    @property
    def score(self) -> float:
        """0 to 1."""

    @property
    def height(self) -> float:
        """The face's own height in px."""

    @property
    def sharpness(self) -> float:
        """As in `Face`."""


class Problem(StrEnum):
    """What can be wrong with a portrait. The first two refuse it; the rest are said, and it is enrolled."""

    NO_FACE = "No face was found in it; take another portrait."
    TWO_FACES = "It shows two people and neither is alone at the centre; crop it to one person."
    OTHER_FACES = "It shows more than one face; the one at the centre was taken, please look at it."
    SMALL = "The face is small; a larger portrait would tell people apart better."
    BLURRED = "The face is blurred; a sharper portrait would tell people apart better."
    PROFILE = "The face is turned away; a portrait from the front would tell people apart better."
    COVERED = "The face is partly covered or hard to see; a clear portrait would tell people apart better."
    OLD = "The portrait is much older than a year; faces change, a new one would tell people apart better."


@dataclass(frozen=True, slots=True)
class PortraitReport:
    """``face``: the index of the person's face among those given, or None where the portrait is refused."""

    face: int | None
    problems: tuple[Problem, ...] = ()

    @property
    def usable(self) -> bool:
        """Whether there is a face to enrol."""
        return self.face is not None


SMALL_PX = 64.0  # twice the height below which nobody can be told; portraits are what all else rests on
# Of Face.sharpness. Of 30 faces of LFW none lies below; of the same blurred by a 24th, 16th and 12th of their
# height 67, 93 and 97 % do, and SFace's cosine with the sharp face is then .43, .16 and .08 in the median.
BLURRED_BELOW = 22.0
TURNED_FROM = 0.35  # the nose tip's way off the eyes' middle, in eye distances: about 35 degrees
# Of Face.score, near 1 for all that is surely a face: those 30 have .996 and more. Half of it covered, all lie
# below; mouth and chin, seven in ten; the eyes, half. Of 40 others none lies below (three are blurred).
COVERED_BELOW = 0.995
HOG_COVERED_BELOW = 0.7  # dlib's detector gives nearly every clear frontal face more
OLD_DAYS = 550
_SURE = 0.5  # a find below this is barely a face and no rival to a sure one
_BYSTANDER = 0.5  # a face lower than this share of the central one is someone in the background


def judge(
    faces: Sequence[SeenFace],
    shape: Sequence[int],
    *,
    taken_on: date | None = None,
    today: date | None = None,
    detector: str = "",
) -> PortraitReport:
    """Judge a portrait of ``shape`` (h, w, …) px in which ``faces`` were found, by the finder of id ``detector``.

    With one face that face is taken; with more, the one at the centre where no other of its size is there too.
    """
    sure = [i for i, face in enumerate(faces) if face.score >= _SURE] or list(range(len(faces)))
    if not sure:
        return PortraitReport(None, (Problem.NO_FACE,))
    chosen = sure[0] if len(sure) == 1 else _central([(i, faces[i]) for i in sure], shape)
    if chosen is None:
        return PortraitReport(None, (Problem.TWO_FACES,))
    problems = [Problem.OTHER_FACES] if len(sure) > 1 else []
    problems += _wrong_with(faces[chosen], HOG_COVERED_BELOW if detector == HOG else COVERED_BELOW)
    if taken_on is not None and today is not None and (today - taken_on).days > OLD_DAYS:
        problems.append(Problem.OLD)
    return PortraitReport(chosen, tuple(problems))


def _central(faces: Sequence[tuple[int, SeenFace]], shape: Sequence[int]) -> int | None:
    """The one face at the centre, or None: nobody is there, or two are, or someone elsewhere is much larger."""
    tall = max(face.height for _, face in faces)
    large = [(i, face) for i, face in faces if face.height >= _BYSTANDER * tall]
    central = [i for i, face in large if _reaches_centre(face, shape)]
    return central[0] if len(central) == 1 else None


def _reaches_centre(face: SeenFace, shape: Sequence[int]) -> bool:
    """Whether the picture's centre is within three quarters of a face sideways, one and a half up or down.

    Heads sit high in portraits: the centre of a picture with shoulders is at the collar.
    """
    x, y, w, h = face.box
    return abs(x + w / 2 - shape[1] / 2) <= 0.75 * w and abs(y + h / 2 - shape[0] / 2) <= 1.5 * h


def _wrong_with(face: SeenFace, covered_below: float) -> list[Problem]:
    problems = []
    if face.height < SMALL_PX:
        problems.append(Problem.SMALL)
    if face.sharpness < BLURRED_BELOW:
        problems.append(Problem.BLURRED)
    if turn(face.landmarks) > TURNED_FROM:
        problems.append(Problem.PROFILE)
    return problems or ([Problem.COVERED] if face.score < covered_below else [])


def turn(landmarks: npt.ArrayLike) -> float:
    """How far a head is turned aside: the nose tip's way along the line of the eyes from their middle, in eye
    distances. 0 from the front, about 0.5 at 45 degrees, infinite where the eyes coincide.
    """
    points = np.asarray(landmarks, np.float64).reshape(5, 2)
    across = points[1] - points[0]
    apart = float(np.hypot(*across))
    if not math.isfinite(apart) or apart < 1e-6:
        return math.inf
    return abs(float((points[2] - points[:2].mean(axis=0)) @ across)) / apart**2
