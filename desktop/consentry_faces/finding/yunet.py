"""YuNet (OpenCV Zoo, MIT) behind one function: boxes, five landmarks and a score for an image of any size."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from consentry_faces.finding.net import Found

WEIGHTS = "yunet-2023mar-int8bq"
_NMS_IOU = 0.3


class YuNet:
    """The network, loaded once. Not thread-safe: one a worker."""

    def __init__(self, onnx: bytes) -> None:
        level = cv2.utils.logging.getLogLevel()
        cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_ERROR)  # it warns of a target it ignores anyway
        try:
            self._net = cv2.FaceDetectorYN.create(
                "onnx", np.frombuffer(onnx, np.uint8), np.empty(0, np.uint8), (320, 320), 0.5, _NMS_IOU, 5000
            )
        finally:
            cv2.utils.logging.setLogLevel(level)

    def detect(self, bgr: npt.NDArray[Any], min_score: float) -> Found:
        """float32[n, 15] in pixels of ``bgr``, every find with a score of at least ``min_score``."""
        height, width = bgr.shape[:2]
        self._net.setInputSize((width, height))
        self._net.setScoreThreshold(min_score)
        _, found = self._net.detect(np.ascontiguousarray(bgr))
        if found is None:
            return np.empty((0, 15), np.float32)
        rows = found.astype(np.float32)
        return rows[np.isfinite(rows).all(axis=1)]
