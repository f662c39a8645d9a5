"""CenterFace (Xu et al. 2019, arXiv 1911.03599; MIT): a face is a peak of a heat map, with its size beside it.

It was trained apart from YuNet and errs elsewhere: what both see is a face, and it sees profiles and blurred faces
that YuNet does not.
"""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from consentry_faces.finding.net import Found
from consentry_faces.network import Runtime, open_network, planes

WEIGHTS = "centerface-bnmerged"
MIN_SCORE = 0.06  # fainter peaks are on every wall
STRIDE = 4  # pixels of the image a cell of the maps
_OUTPUTS = ("537", "538", "539", "540")  # heat, log size, offset, landmarks: the graph's own names
_PEAK = np.ones((3, 3), np.uint8)
_MOST_LOG_SIZE = 8.0  # a face of 12,000 px: beyond it the exponential says nothing


class CenterFace:
    """The network, loaded once. Not thread-safe: one a worker."""

    def __init__(self, onnx: bytes, runtime: Runtime | None = None) -> None:
        self._net = open_network(onnx, _OUTPUTS, runtime=runtime)

    def detect(self, bgr: npt.NDArray[Any], min_score: float) -> Found:
        """float32[n, 15] in pixels of ``bgr``, every peak of the heat map from ``min_score`` on."""
        heat, log_size, offset, landmarks = self._net.run(planes(bgr[None, ..., ::-1]))
        peaks = heat[0, 0]
        row, column = np.nonzero((peaks >= min_score) & (peaks >= cv2.dilate(peaks, _PEAK)))
        height, width = STRIDE * np.exp(np.minimum(log_size[0][:, row, column], _MOST_LOG_SIZE))
        y, x = STRIDE * (np.stack([row, column]) + offset[0][:, row, column] + 0.5)
        left, top = x - width / 2, y - height / 2
        points = landmarks[0][:, row, column].reshape(5, 2, -1)  # down, across; in shares of the box
        found = np.empty((len(row), 15), np.float32)
        found[:, :4] = np.stack([left, top, width, height], axis=1)
        found[:, 4:14:2] = (left + points[:, 1] * width).T
        found[:, 5:14:2] = (top + points[:, 0] * height).T
        found[:, 14] = peaks[row, column]
        return found[np.isfinite(found).all(axis=1)]
