"""A face that stands still through the frames of one file is one face: fifty frames are not fifty decisions."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from consentry_faces import Face
from consentry_faces.face import overlap
from consentry_intake.images.pixels import Rgb

_SAME_PLACE = 0.7  # overlap (intersection over union)
_SAME_LOOK = (
    8.0  # mean difference of grey values, 0 to 255, at _SIDE px; different people in one place differ by 30
)
_SIDE = 32


class StillFaces:
    """Remembers the faces of the frames so far. What changes place or look is a face of its own."""

    def __init__(self) -> None:
        self._seen: list[tuple[Face, npt.NDArray[np.float32]]] = []

    def new(self, pixels: Rgb, faces: list[Face]) -> list[Face]:
        """Those of ``faces`` that no earlier frame showed at the same place with the same look."""
        fresh = []
        for face in faces:
            look = _look(pixels, face)
            if any(
                overlap(face.box, f.box) > _SAME_PLACE and np.abs(look - g).mean() < _SAME_LOOK
                for f, g in self._seen
            ):
                continue
            self._seen.append((face, look))
            fresh.append(face)
        return fresh


def _look(pixels: Rgb, face: Face) -> npt.NDArray[np.float32]:
    x, y, w, h = face.box
    height, width = pixels.shape[:2]
    left, top = int(max(0, min(x, width - 2))), int(max(0, min(y, height - 2)))
    piece = pixels[top : max(top + 1, int(y + h)), left : max(left + 1, int(x + w))]
    grey = cv2.cvtColor(np.ascontiguousarray(piece), cv2.COLOR_RGB2GRAY)
    return np.asarray(cv2.resize(grey, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA), np.float32)
