"""RetinaFace with MobileNet 0.25 (Deng et al., arXiv 1905.00641; weights: yakhyo/retinaface-pytorch, MIT).

A third network, of another family than the other two: each cell of three grids says for two sizes of square
whether a face is there, and how the face's box and landmarks differ from the square.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from consentry_faces.finding.net import Found
from consentry_faces.network import F32, Runtime, open_network

WEIGHTS = "retinaface-mobilenet025"
_OUTPUTS = ("loc", "conf", "landmarks")
_MEANS = (104.0, 117.0, 123.0)  # of blue, green and red in the photos it was trained on
_SQUARES = {8: (16, 32), 16: (64, 128), 32: (256, 512)}  # pixels of a cell: sides of its two squares
_SHIFT, _STRETCH = 0.1, 0.2  # what a unit of the outputs means: sides of the square, powers of e
LARGEST_PX = 400.0  # of a larger face it frames a part; the other two see those well in their small views
_NMS_IOU = 0.4
_MOST = 5000


class RetinaFace:
    """The network, loaded once. Not thread-safe: one a worker."""

    def __init__(self, onnx: bytes, runtime: Runtime | None = None) -> None:
        self._net = open_network(onnx, _OUTPUTS, runtime=runtime)

    def detect(self, bgr: npt.NDArray[Any], min_score: float) -> Found:
        """float32[n, 15] in pixels of ``bgr``, every find with a score of at least ``min_score``."""
        moves, scores, points = (out[0] for out in self._net.run(cv2.dnn.blobFromImage(bgr, mean=_MEANS)))
        chosen = np.flatnonzero(scores[:, 1] >= min_score)
        squares = _squares(bgr.shape[1], bgr.shape[0])[chosen]
        found = np.empty((len(chosen), 15), np.float32)
        side = squares[:, 2:]
        size = side * np.exp(np.minimum(moves[chosen, 2:] * _STRETCH, 1.0))  # else beyond LARGEST_PX or nonsense
        found[:, :2] = squares[:, :2] + moves[chosen, :2] * _SHIFT * side - size / 2
        found[:, 2:4] = size
        places = points[chosen].reshape(-1, 5, 2) * _SHIFT * side[:, None] + squares[:, None, :2]
        found[:, 4:14] = places.reshape(-1, 10)
        found[:, 14] = scores[chosen, 1]
        found = found[np.isfinite(found).all(axis=1) & (found[:, 3] <= LARGEST_PX)]
        kept = cv2.dnn.NMSBoxes(found[:, :4].tolist(), found[:, 14].tolist(), min_score, _NMS_IOU, 1.0, _MOST)
        return found[np.asarray(kept, np.intp)]


@lru_cache(maxsize=8)
def _squares(width: int, height: int) -> F32:
    """float32[n, 4] x and y of the middle, width and height of every square, in the order of the outputs."""
    grids = []
    for stride, sides in _SQUARES.items():
        rows, columns = np.mgrid[: -(-height // stride), : -(-width // stride)]
        middle = (np.stack([columns, rows], axis=-1).reshape(-1, 1, 2) + 0.5) * stride
        side = np.tile(np.array(sides, np.float32)[None, :, None], (len(middle), 1, 2))
        grids.append(np.concatenate([np.repeat(middle, 2, axis=1), side], axis=2).reshape(-1, 4))
    squares: F32 = np.concatenate(grids).astype(np.float32)
    return squares
