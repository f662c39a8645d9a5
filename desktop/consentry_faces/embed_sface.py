"""SFace (Zhong et al., IEEE TIP 2021; OpenCV Zoo): 128 numbers a face, compared by their cosine."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from consentry_faces import align, onnx_fold, weights
from consentry_faces.face import Face, Rgb

WEIGHTS = "sface-2021dec-int8bq"


class SFaceEmbedder:
    """Templates of SFace from exact five-point alignment.

    Raises WeightsError when the model file is missing, altered or not a network that OpenCV can run.
    """

    id = WEIGHTS
    dimension = 128

    def __init__(self, folder: Path | None = None) -> None:
        checked = weights.load(WEIGHTS, folder)
        self.weights_sha256 = checked.sha256
        self._net = read_network(onnx_fold.fold(checked.bytes))

    def embed(self, rgb: Rgb, faces: Sequence[Face]) -> npt.NDArray[np.float32]:
        """Templates of ``faces`` found in ``rgb`` (uint8[h, w, 3], upright): float32[n, 128] of length 1."""
        crops = [align.crop(rgb, face.landmarks) for face in faces]
        return self.embed_crops(crops)

    def embed_crops(self, crops: Sequence[Rgb]) -> npt.NDArray[np.float32]:
        """Templates of faces that are aligned already (uint8[112, 112, 3], RGB): float32[n, 128] of length 1."""
        out = np.empty((len(crops), self.dimension), np.float32)
        for row, crop in zip(out, crops, strict=True):
            # One at a time: batches are no faster on a CPU, and each new batch size makes OpenCV plan anew.
            # SFace was trained on RGB in 0..255; the network itself shifts and scales.
            self._net.setInput(cv2.dnn.blobFromImage(crop))
            row[:] = self._net.forward()[0]
        return unit(out)


def read_network(content: bytes) -> cv2.dnn.Net:
    """OpenCV's network from an ONNX file's bytes. Raises WeightsError when OpenCV cannot run it."""
    try:
        return cv2.dnn.readNetFromONNX(np.frombuffer(content, np.uint8))
    except cv2.error as error:
        raise weights.WeightsError("A model file cannot be used by OpenCV; choose another model.") from error


def unit(rows: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Each row scaled to length 1. Raises ValueError where a row is zero or not finite."""
    lengths = np.linalg.norm(rows.astype(np.float64), axis=1, keepdims=True)
    if not np.isfinite(lengths).all() or not (lengths > 1e-9).all():
        raise ValueError("a template must be finite and not zero")
    scaled: npt.NDArray[np.float32] = (rows / lengths).astype(np.float32)
    return scaled
