"""One score for a face out of what the passes say: how sure the best is, whether another agrees, how large it is.

The three weights are round numbers set by hand, checked (not fitted) on photos; docs/adr/0003-finding-faces.md has
the figures. Brightness and contrast are left out on purpose: they would cost dark skin and dim halls their faces.
"""

from __future__ import annotations

import numpy as np

from consentry_faces.finding.candidates import F64, overlap
from consentry_faces.finding.settle import SETTLE_SCORE

BEST_WEIGHT = 1.6
SECOND_WEIGHT = 0.8
SIZE_WEIGHT = 1.0  # a unit of log height
SIZE_PX = 33.0  # the height at which size says nothing
_SIZES = (8.0, 100.0)
OFFSET = 2.2
NESTED = 0.7  # the share of the smaller box that lies in the larger one


def judged(best: F64, second: F64, height: F64) -> F64:
    """[n] in 0..1 from the best view's score, the second best view's, and the height in px."""
    size = np.log(np.clip(height, *_SIZES) / SIZE_PX)
    evidence = BEST_WEIGHT * _log_odds(best) + SECOND_WEIGHT * _log_odds(second) + SIZE_WEIGHT * size - OFFSET
    result: F64 = 1 / (1 + np.exp(-evidence))
    return result


def without_nested(score: F64, boxes: F64) -> F64:
    """[n] the scores, those of finds nested with a better find lowered below SETTLE_SCORE.

    A mouth found inside a large face, or a frame around two: still matched, but no work for a reviewer, who
    has the better find to settle.
    """
    lowered = score.copy()
    for i in np.flatnonzero(score >= SETTLE_SCORE):
        _, inside = overlap(boxes[i], boxes)
        if ((inside >= NESTED) & (score > score[i])).any():
            lowered[i] = score[i] * SETTLE_SCORE * 0.99
    return lowered


def _log_odds(score: F64) -> F64:
    clipped = np.clip(score, 0.05, 0.97)
    result: F64 = np.log(clipped / (1 - clipped))
    return result
