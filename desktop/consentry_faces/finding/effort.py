"""Where effort pays: which angles and which parts of a photo are worth a finer pass."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from consentry_faces.finding.candidates import F64
from consentry_faces.finding.passes import Pass, Voice, finds_of

WHOLE_PX = {Voice.YUNET: (320, 640, 1280), Voice.CENTERFACE: (320, 640)}  # longest sides; always made
FINER_PX = (2048, 4096)  # of YuNet's passes in windows around small faces
TURN_PX = 320  # of its cheap passes at every angle
WIDE_TURN_PX = 640  # the same where nobody stands upright for sure
MAX_SCALE = 2.0  # enlarging further shows the networks nothing new
# A face below this height in a pass is seen better in the next finer one: from 1,280 px on to 2,048, then 4,096.
SMALL_PX = {2048: 28.0, 4096: 24.0}
_SURE = 0.6
_SURE_UPRIGHT = {Voice.YUNET: 0.8, Voice.CENTERFACE: 0.6}
_SMALL_SCORE = 0.3
_CROWD = 0.15  # the share of a photo's evidence that makes an angle worth full passes
_STEP = 45.0


def leanings(passes: Sequence[Pass]) -> list[float]:
    """The angles (multiples of 45 degrees) at which heads stand, by their finds' landmarks, smallest first.

    An angle counts when at least 15 % of the evidence (scores of sure finds) is for it.
    """
    found = finds_of(passes)
    sure = found.take(found.score >= _SURE)
    if not len(sure):
        return []
    turn = np.round(sure.roll / _STEP).astype(int) % 8
    evidence = np.bincount(turn, sure.score, minlength=8)
    return [_STEP * int(k) for k in np.flatnonzero(evidence >= _CROWD * evidence.sum())]


def unclear(passes: Sequence[Pass]) -> bool:
    """Whether no upright face is sure."""
    return not any(
        bool(((one.finds.score >= _SURE_UPRIGHT[one.voice]) & (np.abs(one.finds.roll) < _STEP / 2)).any())
        for one in passes
        if one.view.angle == 0
    )


def small(passes: Sequence[Pass], scale: float, finer_px: int) -> F64:
    """[n, 2] centres, in photo pixels, of finds so small at ``scale`` that ``finer_px`` may show more."""
    found = finds_of(passes)
    return found.centre[(found.score >= _SMALL_SCORE) & (found.size[:, 1] * scale < SMALL_PX[finer_px])]
