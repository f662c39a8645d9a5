"""Candidates: what the passes found, in pixels of the whole photo, before anything is merged or judged."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

F64 = npt.NDArray[np.float64]
# A face fills its box like a rounded rectangle, the superellipse |x/a|^4 + |y/b|^4 = 1: tilted, it needs less room
# than the box's corners and more than an ellipse. _HULL is the dual exponent, 4 / (4 - 1).
_HULL = 4.0 / 3.0


@dataclass(frozen=True)
class Candidates:
    """n finds.

    ``centre`` [n, 2], ``size`` [n, 2] (own width, height), ``tilt`` [n] (degrees, clockwise, of the pass that
    found it), ``landmarks`` [n, 5, 2], ``score`` [n].
    """

    centre: F64
    size: F64
    tilt: F64
    landmarks: F64
    score: F64

    def __len__(self) -> int:
        return len(self.score)

    def take(self, index: npt.NDArray[np.intp] | npt.NDArray[np.bool_]) -> Candidates:
        """Those of ``index``, in its order."""
        return Candidates(
            self.centre[index], self.size[index], self.tilt[index], self.landmarks[index], self.score[index]
        )

    @staticmethod
    def none() -> Candidates:
        """No find at all."""
        return Candidates(np.empty((0, 2)), np.empty((0, 2)), np.empty(0), np.empty((0, 5, 2)), np.empty(0))

    @staticmethod
    def join(parts: list[Candidates]) -> Candidates:
        """All of ``parts`` behind each other."""
        if not parts:
            return Candidates.none()
        return Candidates(
            np.concatenate([p.centre for p in parts]),
            np.concatenate([p.size for p in parts]),
            np.concatenate([p.tilt for p in parts]),
            np.concatenate([p.landmarks for p in parts]),
            np.concatenate([p.score for p in parts]),
        )

    @property
    def boxes(self) -> F64:
        """[n, 4] x, y, w, h: the axis-aligned box around each tilted face."""
        half = self.size / 2
        cos, sin = np.abs(np.cos(np.radians(self.tilt))), np.abs(np.sin(np.radians(self.tilt)))
        across = ((half[:, 0] * cos) ** _HULL + (half[:, 1] * sin) ** _HULL) ** (1 / _HULL)
        down = ((half[:, 0] * sin) ** _HULL + (half[:, 1] * cos) ** _HULL) ** (1 / _HULL)
        return np.stack([self.centre[:, 0] - across, self.centre[:, 1] - down, 2 * across, 2 * down], axis=1)

    @property
    def roll(self) -> F64:
        """[n] degrees, clockwise positive, of the line from the person's right eye to the left one."""
        eyes = self.landmarks[:, 1] - self.landmarks[:, 0]
        angles: F64 = np.degrees(np.arctan2(eyes[:, 1], eyes[:, 0]))
        return angles


def overlap(one: F64, many: F64) -> tuple[F64, F64]:
    """(intersection over union, intersection over the smaller) of box [4] with each of [n, 4]."""
    left_top = np.maximum(one[:2], many[:, :2])
    right_bottom = np.minimum(one[:2] + one[2:], many[:, :2] + many[:, 2:])
    shared = np.prod(np.clip(right_bottom - left_top, 0, None), axis=1)
    area, areas = one[2] * one[3], many[:, 2] * many[:, 3]
    return shared / np.maximum(area + areas - shared, 1e-9), shared / np.maximum(np.minimum(area, areas), 1e-9)
