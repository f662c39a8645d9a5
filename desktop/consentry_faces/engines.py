"""What an engine is: a detector that finds faces, and an embedder that turns found faces into templates.

The two sides are small protocols, so that another detector or a user's own ONNX embedder can take a place.
Finding never needs the embedder: it is opened at the first ``embed``, so a vault in mode "off" never loads it,
and a missing embedder model does not stop the finding.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Literal, Protocol

import numpy as np
import numpy.typing as npt

from consentry_faces import weights
from consentry_faces.face import Face, Rgb
from consentry_faces.finding.image import check_faces, check_image
from consentry_faces.weights import OWN_EMBEDDER
from consentry_policy.errors import MendableError
from consentry_policy.sentences import say

EngineName = Literal["standard", "face_recognition"]


class UnknownEngineError(MendableError, ValueError):
    """No engine has that name here: one sentence with the next step."""


class Detector(Protocol):
    """Finds faces. ``id`` names the method and its weights; another id may find other faces."""

    id: str

    def find(self, rgb: Rgb) -> list[Face]:
        """All faces of uint8[h, w, 3], best first. Raises UnusableImage."""
        ...


class Embedder(Protocol):
    """Turns found faces into templates; templates of two embedders (id and weights) are never compared."""

    id: str
    weights_sha256: str
    dimension: int

    def embed(self, rgb: Rgb, faces: Sequence[Face]) -> npt.NDArray[np.float32]:
        """float32[n, dimension], one row a face, in the order given; `Engine` has checked image and faces."""
        ...


class Engine:
    """A detector and an embedder under one name; the embedder is opened when it is first needed."""

    def __init__(self, engine_id: str, detector: Detector, open_embedder: Callable[[], Embedder]) -> None:
        self.id = engine_id
        self.detector = detector
        self._open_embedder = open_embedder
        self._embedder: Embedder | None = None

    @property
    def embedder(self) -> Embedder:
        """The embedder, opened now if it was not. Raises WeightsError where its model is missing or altered."""
        if self._embedder is None:
            self._embedder = self._open_embedder()
        return self._embedder

    def find(self, rgb: Rgb) -> list[Face]:
        """All faces of uint8[h, w, 3] (upright, sRGB), best first; never computes a template.

        Raises UnusableImage for anything that is not such an image.
        """
        return self.detector.find(rgb)

    def embed(self, rgb: Rgb, faces: Sequence[Face]) -> npt.NDArray[np.float32]:
        """float32[n, d]: a template for each of ``faces`` (found by ``find`` in this image), in their order.

        Raises UnusableImage for what is not an image (as `find`), UnusableFace for faces that cannot be of this
        image, WeightsError where the model is missing or altered.
        """
        return self.embedder.embed(check_image(rgb), check_faces(rgb, faces))


def open_engine(name: str, models: Path | None = None) -> Engine:
    """The engine ``standard`` (YuNet and CenterFace + SFace), ``face_recognition`` (dlib HOG, 5 points, ResNet),
    or the standard detector with an embedder of the user's own, by its name in the model folder's manifest.

    ``models`` is a folder whose model files go before the installed ones (``weights.load``). Raises WeightsError
    where the detector's model is missing or altered, or that manifest cannot be understood;
    EngineUnavailableError where dlib is not installed; UnknownEngineError for another name.
    """
    if name == "face_recognition":
        from consentry_faces.finding.hog_finder import HogFinder

        return Engine(name, HogFinder(models), partial(_open_dlib, models))
    opens = _open_sface if name == "standard" else partial(_open_own, name)
    if name != "standard" and name not in own_embedders(models):
        raise UnknownEngineError(
            say(
                'There is no engine "{name}"; choose standard or face_recognition, or put its model where '
                "models lie.",
                name=name,
            )
        )
    from consentry_faces.finding.pyramid_finder import PyramidFinder

    return Engine(name, PyramidFinder(models), partial(opens, models))


def own_embedders(models: Path | None = None) -> tuple[str, ...]:
    """The user's own embedders, by the model folder's manifest. Raises WeightsError as `open_engine`."""
    return tuple(entry.name for entry in weights.manifest(models) if entry.kind == OWN_EMBEDDER)


def _open_sface(models: Path | None) -> Embedder:
    from consentry_faces.embed_sface import SFaceEmbedder

    return SFaceEmbedder(models)


def _open_own(name: str, models: Path | None) -> Embedder:
    from consentry_faces.embed_onnx import OnnxEmbedder

    return OnnxEmbedder(name, models)


def _open_dlib(models: Path | None) -> Embedder:
    from consentry_faces.embed_dlib import DlibEmbedder

    return DlibEmbedder(models)
