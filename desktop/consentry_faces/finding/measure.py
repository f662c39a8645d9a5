"""From a merged candidate to a Face: box inside the photo, height, roll, sharpness."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from consentry_faces.face import Face, Rgb
from consentry_faces.finding.candidates import Candidates

_SIDE = 48  # px: every face is measured at this size, so that sharpness does not depend on the photo's resolution


def faces_of(rgb: Rgb, found: Candidates) -> list[Face]:
    """Faces in the order of ``found``, boxes clipped to the photo; what lies wholly outside is left out."""
    height, width = rgb.shape[:2]
    faces = []
    for i, (x, y, w, h) in enumerate(found.boxes.tolist()):
        left, top = max(0.0, x), max(0.0, y)
        right, bottom = min(float(width), x + w), min(float(height), y + h)
        if right - left < 1 or bottom - top < 1:
            continue
        landmarks = found.landmarks[i].astype(np.float32)
        landmarks.flags.writeable = False
        faces.append(
            Face(
                box=(left, top, right - left, bottom - top),
                landmarks=landmarks,
                score=float(np.clip(found.score[i], 0, 1)),
                roll=float(found.roll[i]),
                height=float(found.size[i, 1]),
                sharpness=sharpness(rgb, found.centre[i], found.size[i]),
            )
        )
    return faces


def sharpness(rgb: Rgb, centre: npt.NDArray[np.float64], size: npt.NDArray[np.float64]) -> float:
    """Mean gradient over contrast of the face brought to 48 px, times 100; below 10 blurred, 30 when crisp.

    A face smaller than 48 px is enlarged and so comes out softer: it does carry less detail.
    """
    side = float(max(size.max(), 4.0))
    scale = _SIDE / side
    offset = _SIDE / 2 - scale * centre
    affine = np.array([[scale, 0, offset[0]], [0, scale, offset[1]]])
    patch = _patch(rgb, affine, side)
    contrast = float(patch.std())
    if contrast < 1.0:
        return 0.0
    down, across = np.gradient(patch)
    return float(np.hypot(down, across).mean() / contrast * 100)


def _patch(rgb: Rgb, affine: npt.NDArray[np.float64], side: float) -> npt.NDArray[np.float64]:
    if side > 2 * _SIDE:  # average first: the affine map alone would skip pixels
        shrink = _SIDE / side
        low = np.floor((0 - affine[:, 2]) / affine[0, 0]).astype(int)
        high = np.ceil((_SIDE - affine[:, 2]) / affine[0, 0]).astype(int)
        x0, y0 = np.clip(low, 0, [rgb.shape[1] - 1, rgb.shape[0] - 1])
        x1, y1 = np.clip(high, [x0 + 1, y0 + 1], [rgb.shape[1], rgb.shape[0]])
        size = (max(1, round((x1 - x0) * shrink)), max(1, round((y1 - y0) * shrink)))
        patch = cv2.resize(rgb[y0:y1, x0:x1], size, interpolation=cv2.INTER_AREA)
    else:
        patch = cv2.warpAffine(rgb, affine, (_SIDE, _SIDE), borderMode=cv2.BORDER_REPLICATE)
    return cv2.cvtColor(patch, cv2.COLOR_RGB2GRAY).astype(np.float64)
