"""What is said of each merged face: by YuNet, by CenterFace's whole passes, and by its second look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from consentry_faces.finding.candidates import F64
from consentry_faces.finding.merge import Merged
from consentry_faces.finding.passes import Pass, Voice

_NOT_ASKED = -1.0  # log-odds for a voice that did not look: less than a yes, more than a no


@dataclass(frozen=True)
class Voices:
    """Log-odds [n] of each voice: ``yunet``, its best pass; ``whole``, the mean of those of CenterFace's passes
    that looked there; ``closer``, its best second look. ``heard`` [n]: whether CenterFace has looked at all;
    ``best`` [n]: the best single score.
    """

    yunet: F64
    whole: F64
    closer: F64
    heard: npt.NDArray[np.bool_]
    best: F64

    @staticmethod
    def of(passes: Sequence[Pass], merged: Merged) -> Voices:
        """Of ``merged``, which came from ``passes``."""
        of = {voice: np.array([one.voice is voice for one in passes]) for voice in Voice}
        score = {voice: merged.score[:, of[voice]] for voice in Voice}
        upright = np.stack([one.upright(merged.faces) for one in passes], axis=1)
        looked_at = np.stack([one.looked_at(merged.faces) for one in passes], axis=1)
        # who sees a face also looked there; but what a pass makes of a head on its side is no word against it
        looked = looked_at | (merged.score > 0) & upright
        whole, closer = score[Voice.CENTERFACE], score[Voice.SECOND_LOOK]
        saw = looked[:, of[Voice.CENTERFACE]]
        heard: npt.NDArray[np.bool_] = np.asarray(saw.any(axis=1))
        mean = (log_odds(whole) * saw).sum(axis=1) / np.maximum(saw.sum(axis=1), 1)
        asked = looked[:, of[Voice.SECOND_LOOK]].any(axis=1)
        return Voices(
            log_odds(score[Voice.YUNET].max(axis=1, initial=0.0)),
            np.where(heard, mean, log_odds(np.zeros(1))),
            np.where(asked, log_odds(closer.max(axis=1, initial=0.0)), _NOT_ASKED),
            heard,
            merged.score.max(axis=1, initial=0.0),
        )


def log_odds(score: F64) -> F64:
    """[...] the logarithm of p / (1 - p), kept away from what no network can know: 3 to 97 %."""
    clipped = np.clip(score, 0.03, 0.97)
    result: F64 = np.log(clipped / (1 - clipped))
    return result
