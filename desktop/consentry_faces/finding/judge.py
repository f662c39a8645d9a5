"""One score for a face out of what the networks say of it and how large it is, and who deserves a second look.

The three voices count alike: their log-odds are added, as those of independent witnesses are. Nothing is fitted
but where the sum becomes a half; docs/adr/0003-finding-faces.md has the figures. Brightness and contrast are left
out on purpose: they would cost dark skin and dim halls their faces.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from consentry_faces.finding.candidates import F64, overlap
from consentry_faces.finding.settle import SETTLE_SCORE
from consentry_faces.finding.voices import Voices

SIZE_PX = 33.0  # the height at which size says nothing; above and below, its logarithm is a fourth voice
_SIZES = (8.0, 100.0)
OFFSET = 1.6
# Two finds are nearly always two views of one face where they share so much (overlap; share of the smaller box).
DOUBLE = (0.4, 0.7)
FAINT_DOUBLE = (0.35, 0.6)
FAINT = 0.2  # what is likelier than this may be somebody half hidden behind another: it is kept
CLEAR_PX = 36.0  # a face this high is as clear to CenterFace as it gets
SECOND_LOOKS = 40  # at most, a photo
_ASK = 0.2  # below it neither network has seen anything worth a second look
_SURE = 0.95  # what is judged above this stays there, whatever a second look says


def judged(voices: Voices, height: F64) -> F64:
    """[n] in 0..1 from what the voices say and the height in px."""
    size = np.log(np.clip(height, *_SIZES) / SIZE_PX)
    evidence = voices.yunet + voices.whole + voices.closer + size + OFFSET
    result: F64 = 1 / (1 + np.exp(-evidence))
    return result


def doubtful(voices: Voices, height: F64, scale: float) -> npt.NDArray[np.intp]:
    """Which faces a second look may decide, the likeliest first.

    Those that CenterFace's finest whole pass, at ``scale``, saw too small to be sure, or has not looked at.
    """
    unclear = (height * scale < CLEAR_PX) | ~voices.heard
    asked = np.flatnonzero((judged(voices, height) < _SURE) & (voices.best >= _ASK) & unclear)
    chosen: npt.NDArray[np.intp] = asked[np.argsort(-voices.best[asked], kind="stable")][:SECOND_LOOKS]
    return chosen


def without_doubles(score: F64, boxes: F64) -> F64:
    """[n] the scores, those of finds that lie on a better find lowered.

    A mouth found inside a large face, a frame around two, a second box askew: no work for a reviewer, who has the
    better find to settle, so it comes below SETTLE_SCORE. One that is FAINT by itself, on a find to settle, is
    that find's own shadow and counts as nothing: it would match the same person half a face away.
    """
    lowered = score.copy()
    for i in range(len(score)):
        shared, inside = overlap(boxes[i], boxes)
        better = score > score[i]
        if score[i] < FAINT:
            on = (shared >= FAINT_DOUBLE[0]) | (inside >= FAINT_DOUBLE[1])
            lowered[i] *= not (on & (score >= SETTLE_SCORE)).any()
        elif score[i] >= SETTLE_SCORE and (((shared >= DOUBLE[0]) | (inside >= DOUBLE[1])) & better).any():
            lowered[i] *= SETTLE_SCORE * 0.99
    return lowered
