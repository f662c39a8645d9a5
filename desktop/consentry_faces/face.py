"""A face found in a photo."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Rgb = npt.NDArray[np.uint8]  # [h, w, 3], upright
Template = npt.NDArray[np.float32]  # [d]
Box = tuple[float, float, float, float]  # x, y, w, h

TOO_SMALL_PX = 32.0  # below this face height SFace misses too often to tell people apart


@dataclass(frozen=True, slots=True)
class Face:
    """One found face, in pixels of the upright photo.

    ``box`` is x, y, w, h; ``landmarks`` is float32[5, 2] (the person's right eye, left eye, nose tip, right and
    left mouth corner; x, y); ``score`` in 0..1; ``roll`` in degrees, clockwise positive, of the line through the
    eyes; ``height`` is the face's own height in px (along its upright axis); ``sharpness`` is comparable between
    faces of any size, higher is sharper.
    """

    box: Box
    landmarks: npt.NDArray[np.float32]
    score: float
    roll: float
    height: float
    sharpness: float

    @property
    def too_small(self) -> bool:
        """Too small to tell who it is."""
        return self.height < TOO_SMALL_PX


def overlap(a: Box, b: Box) -> float:
    """Intersection over union of two boxes, 0 to 1."""
    width = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    height = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    if width <= 0 or height <= 0:
        return 0.0
    return width * height / (a[2] * a[3] + b[2] * b[3] - width * height)
