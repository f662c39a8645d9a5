"""YuNet (Wu et al. 2023; OpenCV Zoo, MIT): each cell of three grids says whether a face is there, and where."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from consentry_faces.finding.net import Found
from consentry_faces.network import F32, Runtime, open_network, planes

WEIGHTS = "yunet-2023mar-int8bq"
_NMS_IOU = 0.3
_MOST = 5000  # finds of one pass: a crowd's photo has some hundreds
_STRIDES = (8, 16, 32)  # pixels of the image a cell of the three grids
_PARTS = ("cls", "obj", "bbox", "kps")  # face or not, how well placed, box, landmarks: the graph's own names
_MOST_LOG_SIZE = 8.0  # a face of 3,000 cells: beyond it the exponential says nothing


class YuNet:
    """The network, loaded once. Not thread-safe: one a worker."""

    def __init__(self, onnx: bytes, runtime: Runtime | None = None) -> None:
        outputs = [f"{part}_{stride}" for stride in _STRIDES for part in _PARTS]
        self._net = open_network(onnx, outputs, runtime=runtime)

    def detect(self, bgr: npt.NDArray[Any], min_score: float) -> Found:
        """float32[n, 15] in pixels of ``bgr``, every find with a score of at least ``min_score``."""
        out = self._net.run(planes(bgr[None]))
        columns = bgr.shape[1]
        grids = [
            _finds(out[i : i + len(_PARTS)], stride, columns // stride, min_score)
            for i, stride in zip(range(0, len(out), len(_PARTS)), _STRIDES, strict=True)
        ]
        found = np.concatenate(grids)
        kept = cv2.dnn.NMSBoxes(found[:, :4].tolist(), found[:, 14].tolist(), min_score, _NMS_IOU, 1.0, _MOST)
        return found[np.asarray(kept, np.intp)]


def _finds(parts: list[F32], stride: int, columns: int, min_score: float) -> Found:
    """What one grid says: box and landmarks are in cells from the cell's corner, the sizes as logarithms."""
    face, placed, box, points = (part[0] for part in parts)
    score = np.sqrt(np.clip(face[:, 0], 0, 1) * np.clip(placed[:, 0], 0, 1))
    cells = np.flatnonzero(score >= min_score)
    corner = np.stack([cells % columns, cells // columns], axis=1)
    found = np.empty((len(cells), 15), np.float32)
    size = np.exp(np.minimum(box[cells, 2:], _MOST_LOG_SIZE)) * stride
    found[:, 2:4] = size
    found[:, :2] = (corner + box[cells, :2]) * stride - size / 2
    found[:, 4:14] = ((points[cells].reshape(-1, 5, 2) + corner[:, None]) * stride).reshape(-1, 10)
    found[:, 14] = score[cells]
    return found[np.isfinite(found).all(axis=1)]
