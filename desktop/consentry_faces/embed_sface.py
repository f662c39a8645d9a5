"""SFace (Zhong et al., IEEE TIP 2021; OpenCV Zoo): 128 numbers a face, compared by their cosine."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from consentry_faces import align, onnx_fold, weights
from consentry_faces.face import Face, Rgb
from consentry_faces.network import open_network, planes

WEIGHTS = "sface-2021dec-int8bq"
_AT_ONCE = 4  # faces: its 37 MB are read once for all of them, a tenth less time; more gain no more


class SFaceEmbedder:
    """Templates of SFace from exact five-point alignment.

    Raises WeightsError when the model file is missing, altered or no network.
    """

    id = WEIGHTS
    dimension = 128

    def __init__(self, folder: Path | None = None) -> None:
        checked = weights.load(WEIGHTS, folder)
        self.weights_sha256 = checked.sha256
        self._net = open_network(onnx_fold.fold(checked.bytes), side=align.SIDE, several=True)

    def embed(self, rgb: Rgb, faces: Sequence[Face]) -> npt.NDArray[np.float32]:
        """Templates of ``faces`` found in ``rgb`` (uint8[h, w, 3], upright): float32[n, 128] of length 1."""
        crops = [align.crop(rgb, face.landmarks) for face in faces]
        return self.embed_crops(crops)

    def embed_crops(self, crops: Sequence[Rgb]) -> npt.NDArray[np.float32]:
        """Templates of faces that are aligned already (uint8[112, 112, 3], RGB): float32[n, 128] of length 1."""
        out = np.empty((len(crops), self.dimension), np.float32)
        for start in range(0, len(crops), _AT_ONCE):
            # SFace was trained on RGB in 0..255; the network itself shifts and scales.
            few = np.stack(crops[start : start + _AT_ONCE])
            out[start : start + _AT_ONCE] = self._net.run(planes(few))[0]
        return unit(out)


def unit(rows: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Each row scaled to length 1. Raises ValueError where a row is zero or not finite."""
    lengths = np.linalg.norm(rows.astype(np.float64), axis=1, keepdims=True)
    if not np.isfinite(lengths).all() or not (lengths > 1e-9).all():
        raise ValueError("a template must be finite and not zero")
    scaled: npt.NDArray[np.float32] = (rows / lengths).astype(np.float32)
    return scaled
