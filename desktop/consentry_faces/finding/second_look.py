"""A second look at what only one view has found: cut out, turned upright, brought to one size, all in one pass."""

from __future__ import annotations

import numpy as np

from consentry_faces.finding.candidates import F64, Candidates
from consentry_faces.finding.views import GREY, Photo
from consentry_faces.finding.yunet import CELL, YuNet

FACE_PX = 72.0  # where YuNet tells faces from hands and foliage best
TILE_PX = 160
_COLUMNS = 4
_MIN_SCORE = 0.05


def second_look(net: YuNet, photo: Photo, doubtful: Candidates) -> F64:
    """[n] the score of the face where each of ``doubtful`` says one is, upright and 72 px high; 0 for none."""
    count = len(doubtful)
    scores = np.zeros(count)
    if not count:
        return scores
    columns, rows = min(count, _COLUMNS), -(-count // _COLUMNS)
    sheet = np.full(
        (-(-rows * TILE_PX // CELL) * CELL, -(-columns * TILE_PX // CELL) * CELL, 3), GREY[0], np.uint8
    )
    roll = doubtful.roll
    for i in range(count):
        row, column = divmod(i, _COLUMNS)
        tile = _upright(photo, doubtful.centre[i], float(doubtful.size[i, 1]), float(roll[i]))
        sheet[row * TILE_PX : (row + 1) * TILE_PX, column * TILE_PX : (column + 1) * TILE_PX] = tile
    for x, y, w, h, score in net.detect(sheet, _MIN_SCORE)[:, [0, 1, 2, 3, 14]].astype(float):
        column, row = int((x + w / 2) // TILE_PX), int((y + h / 2) // TILE_PX)
        i = row * _COLUMNS + column
        off_x, off_y = (x + w / 2) % TILE_PX - TILE_PX / 2, (y + h / 2) % TILE_PX - TILE_PX / 2
        near = np.hypot(off_x, off_y) < FACE_PX / 2 and 0.5 < h / FACE_PX < 2.0
        if near and column < _COLUMNS and i < count:
            scores[i] = max(scores[i], score)
    return scores


def _upright(
    photo: Photo, centre: F64, height: float, roll: float
) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    scale = FACE_PX / max(height, 1.0)
    cos, sin = np.cos(np.radians(-roll)) * scale, np.sin(np.radians(-roll)) * scale
    linear = np.array([[cos, -sin], [sin, cos]])
    shift = np.array([TILE_PX / 2, TILE_PX / 2]) - linear @ centre
    return photo.draw(np.hstack([linear, shift[:, None]]), (TILE_PX, TILE_PX), _step(scale))


def _step(scale: float) -> float:
    """``scale`` rounded up to a power of two, so that large faces share their shrunken copies of the photo."""
    return float(2.0 ** np.ceil(np.log2(scale)))
