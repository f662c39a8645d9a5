"""One pass of the detector: the photo (or a tile of it) at one scale, turned by one angle."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from consentry_faces.finding.candidates import Candidates
from consentry_faces.finding.yunet import CELL, YuNet

Affine = npt.NDArray[np.float64]  # [2, 3], photo pixels to view pixels
PAD_PX = 16  # grey around a view, so that a face cut by the photo's edge does not touch the view's edge


def view_of(width: float, height: float, scale: float, angle: float) -> tuple[Affine, tuple[int, int]]:
    """The map from a width x height photo to a view of it, and the view's (width, height).

    The view is scaled, padded and turned by -angle, so that a face with a roll of ``angle`` degrees stands upright.
    """
    turn = np.radians(-angle)
    cos, sin = np.cos(turn) * scale, np.sin(turn) * scale
    across = abs(cos) * width + abs(sin) * height
    down = abs(sin) * width + abs(cos) * height
    size = [int(np.ceil((side + 2 * PAD_PX) / CELL)) * CELL for side in (across, down)]
    linear = np.array([[cos, -sin], [sin, cos]])
    # pixel centres: photo point p + .5 goes to view point q + .5
    offset = np.array(size) / 2 - linear @ np.array([width / 2, height / 2]) + linear @ np.array([0.5, 0.5]) - 0.5
    return np.hstack([linear, offset[:, None]]), (size[0], size[1])


def look(net: YuNet, bgr: npt.NDArray[Any], scale: float, angle: float, min_score: float) -> Candidates:
    """Every find in one view of the whole photo uint8[h, w, 3] (BGR), in the photo's pixels."""
    height, width = bgr.shape[:2]
    shrink = min(1.0, scale)
    source: npt.NDArray[Any] = bgr
    if shrink < 0.75:  # area averaging first: the affine map alone would skip pixels
        source = cv2.resize(bgr, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
    rows, columns = source.shape[:2]
    to_view, size = view_of(columns, rows, scale * width / columns, angle)
    view = cv2.warpAffine(source, to_view, size, flags=cv2.INTER_LINEAR, borderValue=(114, 114, 114))
    resized = np.diag([columns / width, rows / height])
    affine = np.hstack([to_view[:, :2] @ resized, to_view[:, 2:]])
    return back(net.detect(view, min_score), affine, angle)


def back(found: npt.NDArray[np.float32], affine: Affine, angle: float) -> Candidates:
    """Rows of YuNet, in view pixels, as candidates in photo pixels."""
    if not len(found):
        return Candidates.none()
    rows = found.astype(np.float64)
    inverse = np.linalg.inv(affine[:, :2])
    centre = (rows[:, :2] + rows[:, 2:4] / 2 - affine[:, 2]) @ inverse.T
    landmarks = (rows[:, 4:14].reshape(-1, 5, 2) - affine[:, 2]) @ inverse.T
    scale = np.sqrt(np.linalg.det(affine[:, :2]))
    return Candidates(centre, rows[:, 2:4] / scale, np.full(len(rows), float(angle)), landmarks, rows[:, 14])
