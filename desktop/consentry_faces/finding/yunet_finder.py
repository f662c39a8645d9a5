"""The standard detector: YuNet over a pyramid, one merge."""

from __future__ import annotations

from pathlib import Path

import cv2

from consentry_faces import weights
from consentry_faces.face import Face, Rgb
from consentry_faces.finding.candidates import Candidates
from consentry_faces.finding.image import check_image
from consentry_faces.finding.measure import faces_of
from consentry_faces.finding.merge import merge
from consentry_faces.finding.views import look
from consentry_faces.finding.yunet import WEIGHTS, YuNet

COARSE_PX = 640
FINE_PX = 2048
MIN_SCORE = 0.3


class YuNetFinder:
    """Finds faces with YuNet at two scales. Raises WeightsError at creation where its model is missing."""

    id = f"{WEIGHTS}/1"

    def __init__(self, models: Path | None = None) -> None:
        self._net = YuNet(weights.load(WEIGHTS, models).bytes)

    def find(self, rgb: Rgb) -> list[Face]:
        """All faces of uint8[h, w, 3], best first. Raises UnusableImage."""
        bgr = cv2.cvtColor(check_image(rgb), cv2.COLOR_RGB2BGR)
        longest = max(bgr.shape[:2])
        scales = {min(2.0, COARSE_PX / longest), min(2.0, FINE_PX / longest)}
        found = [look(self._net, bgr, scale, 0.0, MIN_SCORE) for scale in sorted(scales)]
        return faces_of(rgb, merge(Candidates.join(found)))
