"""A user's own ONNX embedder in the manner of ArcFace: an aligned 112x112 face in, one template out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from consentry_faces import align, onnx_fold, weights
from consentry_faces.embed_sface import unit
from consentry_faces.face import Face, Rgb
from consentry_faces.network import open_network
from consentry_policy.sentences import say

_LARGEST = 4096  # numbers a template: no known embedder comes near


class OnnxEmbedder:
    """Templates of a model that the ``manifest.toml`` of the model folder lists with its hash and licence.

    The row's kind must be "arcface-112": RGB, five-point alignment to 112x112, pixels from -1 to 1, one template
    out (as InsightFace's and AuraFace's files are). Raises WeightsError where the file is missing, altered, of
    another kind or not such a network.
    """

    def __init__(self, name: str, folder: Path | None = None) -> None:
        if weights.entry_of(name, folder).kind != weights.OWN_EMBEDDER:
            raise weights.WeightsError(
                say(
                    'The model "{name}" is not of the kind {kind}; choose another embedder.',
                    name=name,
                    kind=weights.OWN_EMBEDDER,
                )
            )
        checked = weights.load(name, folder)
        self.id = name
        self.weights_sha256 = checked.sha256
        try:
            self._net = open_network(onnx_fold.fold(checked.bytes), side=align.SIDE)
            self.dimension = len(self._run(np.full((align.SIDE, align.SIDE, 3), 127, np.uint8)))
        except (ValueError, RuntimeError, cv2.error) as error:
            raise weights.WeightsError(
                say(
                    "The model file {file} makes no template of a 112x112 face; choose another.",
                    file=checked.path.name,
                )
            ) from error

    def embed(self, rgb: Rgb, faces: Sequence[Face]) -> npt.NDArray[np.float32]:
        """Templates of ``faces`` found in ``rgb`` (uint8[h, w, 3], upright): float32[n, dimension] of length 1."""
        out = np.empty((len(faces), self.dimension), np.float32)
        for row, face in zip(out, faces, strict=True):
            row[:] = self._run(align.crop(rgb, face.landmarks))
        return unit(out)

    def _run(self, crop: Rgb) -> npt.NDArray[np.float32]:
        [result] = self._net.run(cv2.dnn.blobFromImage(crop, 1 / 127.5, mean=(127.5, 127.5, 127.5)))
        if result.ndim < 1 or result.shape[0] != 1 or not 1 < result.size <= _LARGEST:
            raise ValueError("one template was expected")
        template: npt.NDArray[np.float32] = result.reshape(-1)
        return template
