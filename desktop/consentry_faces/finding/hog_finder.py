"""The finder of `face_recognition`'s users: dlib's HOG detector, upsampled once, and the 5-point predictor."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np

from consentry_faces import weights
from consentry_faces.dlib_library import load_dlib
from consentry_faces.face import Face, Rgb
from consentry_faces.finding.candidates import F64
from consentry_faces.finding.ids import HOG
from consentry_faces.finding.image import check_image
from consentry_faces.finding.measure import sharpness

UPSAMPLE = 1  # face_recognition.face_locations' default
# HOG scores are distances from the detector's margin, not probabilities: most faces lie between 0 and 2.5.
_SCORE_SLOPE = 2.0


class HogFinder:
    """Upright frontal faces of 40 px and up. Raises WeightsError where its landmarks model is missing or altered,
    EngineUnavailableError where dlib is not installed.

    dlib's five points are the corners of the eyes and the nose's base; the mouth corners of ``Face.landmarks`` are
    worked out from them, so that every engine's faces have the same shape.
    """

    id = HOG

    def __init__(self, models: Path | None = None) -> None:
        self._dlib: Any = load_dlib()
        self._detector = self._dlib.get_frontal_face_detector()
        self._predictor = self._dlib.shape_predictor(str(weights.load("dlib-5-points", models).path))

    def find(self, rgb: Rgb) -> list[Face]:
        """All faces of uint8[h, w, 3], best first. Raises UnusableImage."""
        image = np.ascontiguousarray(check_image(rgb))
        rectangles, scores, _ = self._detector.run(image, UPSAMPLE, 0.0)
        found = sorted(zip(rectangles, scores, strict=True), key=lambda pair: -pair[1])
        return [self._face(image, rectangle, score) for rectangle, score in found]

    def _face(self, rgb: Rgb, rectangle: Any, score: float) -> Face:
        shape = self._predictor(rgb, rectangle)
        points = np.array([[point.x, point.y] for point in shape.parts()], np.float64)
        landmarks = five_of_dlib(points)
        # dlib's own corners, clipped as face_recognition clips them: x + w is the rectangle's right() again, so
        # that the same encoding comes out
        height, width = rgb.shape[:2]
        left, top = max(0, rectangle.left()), max(0, rectangle.top())
        right, bottom = min(width, rectangle.right()), min(height, rectangle.bottom())
        eyes = landmarks[1] - landmarks[0]
        centre = np.array([left + right, top + bottom]) / 2
        side = float(rectangle.height())
        return Face(
            box=(float(left), float(top), float(max(1, right - left)), float(max(1, bottom - top))),
            landmarks=landmarks.astype(np.float32),
            score=1.0 / (1.0 + math.exp(-_SCORE_SLOPE * score)),
            roll=float(np.degrees(np.arctan2(eyes[1], eyes[0]))),
            height=side,
            sharpness=sharpness(rgb, centre, np.array([side, side])),
        )


def five_of_dlib(points: F64) -> F64:
    """[5, 2] right eye, left eye, nose tip, mouth corners, from dlib's [5, 2].

    dlib gives the left eye (outer, inner corner), the right eye (outer, inner) and the nose's base.

    The mouth corners are not seen but placed: as far below the nose base as suits the eyes' distance.
    """
    left_eye, right_eye, nose = points[0:2].mean(0), points[2:4].mean(0), points[4]
    across = left_eye - right_eye
    down = np.array([-across[1], across[0]])
    mouth = nose + 0.36 * down
    return np.stack([right_eye, left_eye, nose - 0.08 * down, mouth - 0.42 * across, mouth + 0.42 * across])
