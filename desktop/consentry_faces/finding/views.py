"""Views: the photo at one scale, turned by one angle, drawn whole or in windows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from consentry_faces.finding.candidates import F64
from consentry_faces.finding.net import CELL

PAD_PX = 16  # grey around a view, so that a face cut by the photo's edge does not touch the view's edge
GREY = (114, 114, 114)
WINDOW_PX = 640  # small windows keep the network's memory small, whatever the photo's size
OVERLAP_PX = 96  # a face below this height lies whole in at least one window
LONG_PX = 1000  # a whole view longer than this is looked at in halves
REACH_PX = 320  # how far around small faces others are looked for
_SOFT_PX = 0.8  # standard deviation: a quarter of each neighbour, for views that take two pixels in three to four
Image = npt.NDArray[Any]
Window = tuple[int, int, int, int]  # x, y, w, h in a view's pixels


@dataclass(frozen=True)
class View:
    """A scaled and turned picture of the photo, not rendered yet; ``affine`` [2, 3] maps photo to view pixels."""

    scale: float
    angle: float
    affine: F64
    size: tuple[int, int]

    @staticmethod
    def of(width: int, height: int, scale: float, angle: float) -> View:
        """The view of a width x height photo, turned by -angle: a face with a roll of ``angle`` stands upright."""
        cos, sin = np.cos(np.radians(-angle)) * scale, np.sin(np.radians(-angle)) * scale
        sides = (abs(cos) * width + abs(sin) * height, abs(sin) * width + abs(cos) * height)
        size = [int(np.ceil((side + 2 * PAD_PX) / CELL)) * CELL for side in sides]
        linear = np.array([[cos, -sin], [sin, cos]])
        # pixel centres: the photo's middle comes to lie on the view's middle
        shift = (np.array(size) - 1) / 2 - linear @ ((np.array([width, height]) - 1) / 2)
        return View(scale, angle, np.hstack([linear, shift[:, None]]), (size[0], size[1]))

    def whole(self) -> list[Window]:
        """All of this view: in two halves where it is long, which takes half the memory and as much time."""
        width, height = self.size
        if max(self.size) <= LONG_PX:
            return [(0, 0, width, height)]
        half = -(-(max(self.size) + OVERLAP_PX) // (2 * CELL)) * CELL
        if width >= height:
            return [(0, 0, half, height), (width - half, 0, half, height)]
        return [(0, 0, width, half), (0, height - half, width, half)]

    def windows(self, points: F64) -> list[Window]:
        """The windows of this view that lie among the photo's ``points`` [n, 2], or near them.

        Near: those the points' bounding box touches, grown by REACH_PX. Small faces stand in rows, and the
        neighbours of one that was seen may not have been.
        """
        places = points @ self.affine[:, :2].T + self.affine[:, 2]
        left, top = places.min(axis=0) - REACH_PX
        right, bottom = places.max(axis=0) + REACH_PX
        return [
            (x, y, w, h)
            for x, w in _steps(self.size[0])
            for y, h in _steps(self.size[1])
            if x < right and x + w > left and y < bottom and y + h > top
        ]


def _steps(side: int) -> list[tuple[int, int]]:
    if side <= WINDOW_PX + OVERLAP_PX:
        return [(0, side)]
    count = -(-(side - OVERLAP_PX) // (WINDOW_PX - OVERLAP_PX))
    starts = [round(i * (side - WINDOW_PX) / (count - 1)) for i in range(count)]
    return [(start, WINDOW_PX) for start in starts]


class Photo:
    """The photo, with the shrunken copies of it that views are drawn from."""

    def __init__(self, rgb: Image) -> None:
        self.height, self.width = rgb.shape[:2]
        self._halves: list[Image] = [rgb]
        self._soft: dict[int, Image] = {}

    @property
    def longest(self) -> int:
        """The longer side, px."""
        return int(max(self.width, self.height))

    def draw(self, affine: F64, size: tuple[int, int], shrink: float) -> Image:
        """BGR of ``size``: the photo under ``affine``; ``shrink`` is how much of its resolution the view needs."""
        source = self._source(shrink)
        rows, columns = source.shape[:2]
        step = np.array([self.width / columns, self.height / rows])  # photo pixels a source pixel
        linear = affine[:, :2] * step
        shift = affine[:, 2] + affine[:, :2] @ (step / 2 - 0.5)
        view = cv2.warpAffine(source, np.hstack([linear, shift[:, None]]), size, borderValue=GREY)
        return cv2.cvtColor(view, cv2.COLOR_RGB2BGR)

    def _source(self, shrink: float) -> Image:
        times = int(np.log2(1 / min(1.0, shrink)))
        half = self._half(times)
        if shrink * self.width / half.shape[1] > 0.7:  # near enough: the affine map skips no pixels
            return half
        if times not in self._soft:
            # The affine map alone would alias: of three or four pixels in a row it looks at two. Averaging the
            # very areas takes five times as long and finds no more faces.
            self._soft[times] = cv2.GaussianBlur(half, (3, 3), _SOFT_PX)
        return self._soft[times]

    def _half(self, times: int) -> Image:
        """The photo halved so many times: averaging 2 x 2 pixels is ten times quicker than any other ratio."""
        while len(self._halves) <= times and min(self._halves[-1].shape[:2]) >= 2:
            last = self._halves[-1]
            height, width = last.shape[0] // 2, last.shape[1] // 2
            even = last[: 2 * height, : 2 * width]
            self._halves.append(cv2.resize(even, (width, height), interpolation=cv2.INTER_AREA))
        return self._halves[min(times, len(self._halves) - 1)]
