"""A second look at what was seen too small to be sure of: cut out, turned upright, all brought to one size."""

from __future__ import annotations

import numpy as np

from consentry_faces.finding.candidates import Candidates
from consentry_faces.finding.centerface import MIN_SCORE
from consentry_faces.finding.net import Found, Net
from consentry_faces.finding.passes import Pass, Voice, back
from consentry_faces.finding.views import GREY, Photo, View

FACE_PX = 44.0
TILE_PX = 112
MOST_SCALE = 2.0  # enlarging further shows the network nothing new
_MIDDLE = (28.0, 84.0)  # finds outside the middle half of a tile may be cut by its edge, or be a neighbour's
_COLUMNS, _ROWS = 4, 2  # one sheet; its size never changes, for a network is slow on a size that is new to it


def second_look(net: Net, photo: Photo, doubtful: Candidates) -> list[Pass]:
    """A pass for each of ``doubtful``, upright and 44 px high: whether a face is there, and just where."""
    passes = []
    each = _COLUMNS * _ROWS
    for start in range(0, len(doubtful), each):
        few = doubtful.take(np.arange(start, min(start + each, len(doubtful))))
        passes += _one_sheet(net, photo, [_tile(few, i) for i in range(len(few))])
    return passes


def _one_sheet(net: Net, photo: Photo, tiles: list[View]) -> list[Pass]:
    sheet = np.full((_ROWS * TILE_PX, _COLUMNS * TILE_PX, 3), GREY[0], np.uint8)
    corners = [(TILE_PX * (i % _COLUMNS), TILE_PX * (i // _COLUMNS)) for i in range(len(tiles))]
    for tile, (x, y) in zip(tiles, corners, strict=True):
        sheet[y : y + TILE_PX, x : x + TILE_PX] = photo.draw(tile.affine, tile.size, _step(tile.scale))
    found = net.detect(sheet, MIN_SCORE)
    return [_pass(tile, found, x, y) for tile, (x, y) in zip(tiles, corners, strict=True)]


def _pass(tile: View, found: Found, x: int, y: int) -> Pass:
    low, high = _MIDDLE
    rows = found.copy()
    rows[:, 0:14:2] -= np.where(np.arange(7) == 1, 0, x)  # columns 2 and 3 are the size
    rows[:, 1:14:2] -= np.where(np.arange(7) == 1, 0, y)
    centre = rows[:, :2] + rows[:, 2:4] / 2
    rows = rows[((centre >= low) & (centre < high)).all(axis=1)]
    area = np.array([[low, low, high - low, high - low]])
    return Pass(Voice.SECOND_LOOK, tile, area, back(rows, tile.affine, tile.angle))


def _tile(faces: Candidates, i: int) -> View:
    angle = float(faces.tilt[i])
    scale = min(MOST_SCALE, FACE_PX / max(float(faces.size[i, 1]), 1.0))
    cos, sin = np.cos(np.radians(-angle)) * scale, np.sin(np.radians(-angle)) * scale
    linear = np.array([[cos, -sin], [sin, cos]])
    shift = (TILE_PX - 1) / 2 - linear @ faces.centre[i]
    return View(scale, angle, np.hstack([linear, shift[:, None]]), (TILE_PX, TILE_PX))


def _step(scale: float) -> float:
    """``scale`` rounded up to a power of two, so that large faces share their shrunken copies of the photo."""
    return float(2.0 ** np.ceil(np.log2(scale)))
