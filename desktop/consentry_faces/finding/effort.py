"""Where effort pays: which angles and which parts of a photo are worth a finer pass."""

from __future__ import annotations

import numpy as np

from consentry_faces.finding.candidates import F64, Candidates

TURN_PX = 320  # longest side of the first, cheap passes at every angle
WIDE_TURN_PX = 640  # the same where nobody stands upright for sure
LEVELS_PX = (640, 1280, 2048, 4096)  # longest sides of the finer passes; the first two are always made
MAX_SCALE = 2.0  # enlarging further shows YuNet nothing new
# A face below this height in a view is seen better in a finer one: at 1,280 px on the way to 2,048, then to 4,096.
SMALL_PX = {2048: 28.0, 4096: 24.0}
_SURE = 0.6
_SMALL_SCORE = 0.3
_CROWD = 0.15  # the share of a photo's evidence that makes an angle worth full passes
_STEP = 45.0


def leanings(views: list[Candidates]) -> list[float]:
    """The angles (multiples of 45 degrees) at which heads stand, by their finds' landmarks, smallest first.

    An angle counts when at least 15 % of the evidence (scores of sure finds) is for it.
    """
    found = Candidates.join(views)
    sure = found.take(found.score >= _SURE)
    if not len(sure):
        return []
    turn = np.round(sure.roll / _STEP).astype(int) % 8
    evidence = np.bincount(turn, sure.score, minlength=8)
    return [_STEP * int(k) for k in np.flatnonzero(evidence >= _CROWD * evidence.sum())]


def unclear(views: list[Candidates]) -> bool:
    """Whether no upright face is sure."""
    found = Candidates.join([view for view in views if len(view) and view.tilt[0] == 0])
    return not bool(((found.score >= 0.8) & (np.abs(found.roll) < _STEP / 2)).any())


def small(views: list[Candidates], scale: float, finer_px: int) -> F64:
    """[n, 2] centres, in photo pixels, of finds so small at ``scale`` that ``finer_px`` may show more."""
    found = Candidates.join(views)
    return found.centre[(found.score >= _SMALL_SCORE) & (found.size[:, 1] * scale < SMALL_PX[finer_px])]
