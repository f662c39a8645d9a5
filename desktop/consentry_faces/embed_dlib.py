"""dlib's face ResNet (King, 2017): the encodings of the package ``face_recognition``, without that package."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from consentry_faces import weights
from consentry_faces.dlib_library import load_dlib
from consentry_faces.face import Face, Rgb

RESNET = "dlib-resnet"
FIVE_POINTS = "dlib-5-points"


class DlibEmbedder:
    """Templates equal to ``face_recognition.face_encodings(rgb, boxes, model="small")`` for the same boxes.

    The encodings keep dlib's own length (near 1 but not 1); compare them by distance, or scale them first.
    Raises EngineUnavailableError where dlib is not installed, WeightsError for a missing or altered model file.
    """

    id = RESNET
    dimension = 128

    def __init__(self, folder: Path | None = None) -> None:
        self._dlib = load_dlib()
        resnet, points = weights.load(RESNET, folder), weights.load(FIVE_POINTS, folder)
        self.weights_sha256 = resnet.sha256
        # dlib reads files only, so these are the checked paths and not the checked bytes.
        self._points = self._dlib.shape_predictor(str(points.path))
        self._resnet = self._dlib.face_recognition_model_v1(str(resnet.path))

    def embed(self, rgb: Rgb, faces: Sequence[Face]) -> npt.NDArray[np.float32]:
        """Encodings of ``faces`` found in ``rgb`` (uint8[h, w, 3], upright): float32[n, 128]."""
        image = np.ascontiguousarray(rgb)
        out = np.empty((len(faces), self.dimension), np.float32)
        for row, face in zip(out, faces, strict=True):
            shape = self._points(image, self._rectangle(face))
            row[:] = self._resnet.compute_face_descriptor(image, shape, 1)
        return out

    def _rectangle(self, face: Face) -> Any:
        # dlib's rectangles include their last pixel; face_recognition passes right and bottom as they are.
        left, top, width, height = face.box
        return self._dlib.rectangle(round(left), round(top), round(left + width), round(top + height))
