"""A pass of a network over a photo at one scale, turned by one angle, whole or in windows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np
import numpy.typing as npt

from consentry_faces.finding.candidates import F64, Candidates
from consentry_faces.finding.net import CELL, Found, Net
from consentry_faces.finding.views import Photo, View, Window

_EDGE_PX = 2
SEEN_PX = (10.0, 260.0)  # heights in a view at which CenterFace, seeing nothing, says that there is no face
_SAME_WAY = 45.0  # degrees: a pass turned further does not see the face upright


class Voice(Enum):
    """Which network speaks, and from what: CenterFace's second look is a voice of its own."""

    YUNET = "yunet"
    CENTERFACE = "centerface"
    SECOND_LOOK = "second look"


@dataclass(frozen=True)
class Pass:
    """``finds`` in photo pixels; ``areas`` [k, 4]: the windows of ``view`` that were looked at (x, y, w, h)."""

    voice: Voice
    view: View
    areas: F64
    finds: Candidates

    def looked_at(self, faces: Candidates) -> npt.NDArray[np.bool_]:
        """[n] whether each of ``faces`` would have been seen in this pass, had it been clear."""
        height = faces.size[:, 1] * self.view.scale
        places = (faces.centre @ self.view.affine[:, :2].T + self.view.affine[:, 2])[:, None]
        low, high = self.areas[:, :2], self.areas[:, :2] + self.areas[:, 2:]
        inside = np.asarray(((places >= low) & (places < high)).all(axis=2)).any(axis=1)
        seen: npt.NDArray[np.bool_] = (
            (height >= SEEN_PX[0]) & (height <= SEEN_PX[1]) & inside & self.upright(faces)
        )
        return seen

    def upright(self, faces: Candidates) -> npt.NDArray[np.bool_]:
        """[n] whether each of ``faces`` stands upright in this pass's view."""
        off = np.abs((faces.tilt - self.view.angle + 180.0) % 360.0 - 180.0)
        stands: npt.NDArray[np.bool_] = off < _SAME_WAY
        return stands


def look(voice: Voice, net: Net, photo: Photo, view: View, windows: Sequence[Window], min_score: float) -> Pass:
    """``net``'s pass over ``windows`` of ``view``."""
    found = []
    for x, y, w, h in windows:
        affine = view.affine.copy()
        affine[:, 2] -= (x, y)
        size = (-(-w // CELL) * CELL, -(-h // CELL) * CELL)
        rows = net.detect(photo.draw(affine, size, view.scale), min_score)
        # what a window's edge cuts, its neighbour sees whole
        cut = (x > 0) & (rows[:, 0] < _EDGE_PX) | (x + w < view.size[0]) & (rows[:, 0] + rows[:, 2] > w - _EDGE_PX)
        cut |= (y > 0) & (rows[:, 1] < _EDGE_PX) | (y + h < view.size[1]) & (
            rows[:, 1] + rows[:, 3] > h - _EDGE_PX
        )
        found.append(back(rows[~cut], affine, view.angle))
    return Pass(voice, view, np.array(windows, np.float64).reshape(-1, 4), Candidates.join(found))


def back(found: Found, affine: F64, angle: float) -> Candidates:
    """A network's rows, in view pixels, as candidates in photo pixels."""
    if not len(found):
        return Candidates.none()
    rows = found.astype(np.float64)
    inverse = np.linalg.inv(affine[:, :2])
    centre = (rows[:, :2] + rows[:, 2:4] / 2 - affine[:, 2]) @ inverse.T
    landmarks = (rows[:, 4:14].reshape(-1, 5, 2) - affine[:, 2]) @ inverse.T
    scale = np.sqrt(np.linalg.det(affine[:, :2]))
    return Candidates(centre, rows[:, 2:4] / scale, np.full(len(rows), float(angle)), landmarks, rows[:, 14])


def finds_of(passes: Sequence[Pass]) -> Candidates:
    """All finds of ``passes``, in their order."""
    return Candidates.join([one.finds for one in passes])
