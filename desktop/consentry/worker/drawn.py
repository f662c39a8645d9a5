"""A face where a reviewer drew a box: found again inside it if it can be, otherwise taken as drawn."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from consentry_faces import Engine, Face
from consentry_faces.face import Box, overlap
from consentry_faces.finding.image import BLACK, MIN_SIDE_PX
from consentry_intake.images.pixels import Rgb

_LEAST_SCORE = 0.2  # fainter finds are anything; the usual place of the eyes is a better guess
_LEAST_OVERLAP = 0.25  # of the found and the drawn box (intersection over union)
_AROUND = 0.6  # of the drawn box's size on each side: detectors want to see hair and shoulders
_LOOK_SIDE = 320  # px: small drawn faces are enlarged to about this before looking again
# Where eyes, nose and mouth corners lie in an upright face's box, as shares of its width and height: the mean of
# what the detector gives for frontal faces.
_USUAL = np.array([[0.31, 0.40], [0.69, 0.40], [0.50, 0.60], [0.34, 0.77], [0.66, 0.77]], np.float32)


def face_in(engine: Engine, pixels: Rgb, box: Box) -> Face:
    """The face in the drawn box; where none is found there, one with the usual landmarks and score 0."""
    x, y, w, h = box
    height, width = pixels.shape[:2]
    left, top = int(max(0, x - w * _AROUND)), int(max(0, y - h * _AROUND))
    right, bottom = int(min(width, x + w * (1 + _AROUND))), int(min(height, y + h * (1 + _AROUND)))
    piece = np.ascontiguousarray(pixels[top : max(bottom, top + 1), left : max(right, left + 1)])
    for scale in (1.0, max(1.0, _LOOK_SIDE / max(piece.shape[:2]))):
        inside = [f for f in _seen(engine, piece, scale) if _fits(f, (x - left, y - top, w, h))]
        if inside:
            return _moved(max(inside, key=lambda f: f.score), left, top)
        if scale == 1.0 and max(piece.shape[:2]) >= _LOOK_SIDE:
            break
    return as_drawn(box)


def as_drawn(box: Box) -> Face:
    """A face nobody but the reviewer sees: upright, of the box's height, score and sharpness 0."""
    x, y, w, h = box
    landmarks = (_USUAL * np.array([w, h], np.float32) + np.array([x, y], np.float32)).astype(np.float32)
    return Face(box, landmarks, 0.0, 0.0, float(h), 0.0)


def _seen(engine: Engine, piece: Rgb, scale: float) -> list[Face]:
    if int(piece.max()) < BLACK:
        return []
    if scale == 1.0:
        return engine.find(piece) if min(piece.shape[:2]) >= MIN_SIDE_PX else []
    size = (max(MIN_SIDE_PX, round(piece.shape[1] * scale)), max(MIN_SIDE_PX, round(piece.shape[0] * scale)))
    larger = np.asarray(cv2.resize(piece, size, interpolation=cv2.INTER_CUBIC), np.uint8)
    return [_scaled(face, 1 / scale) for face in engine.find(larger)]


def _scaled(face: Face, by: float) -> Face:
    x, y, w, h = (v * by for v in face.box)
    return replace(
        face, box=(x, y, w, h), landmarks=(face.landmarks * by).astype(np.float32), height=face.height * by
    )


def _moved(face: Face, left: int, top: int) -> Face:
    x, y, w, h = face.box
    return replace(
        face, box=(x + left, y + top, w, h), landmarks=face.landmarks + np.array([left, top], np.float32)
    )


def _fits(face: Face, box: Box) -> bool:
    drawn = replace(face, box=box)
    return face.score >= _LEAST_SCORE and overlap(face.box, drawn.box) >= _LEAST_OVERLAP
