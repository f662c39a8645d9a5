"""The names of the finders, to be had without loading a network: what one finds, another may have missed."""

from __future__ import annotations

# Raised with every change that may find other faces: what another finder checked is held until checked again.
PYRAMID = "yunet-2023mar-int8bq+centerface-bnmerged/pyramid-5"
HOG = "dlib-hog-upsample1/1"


def finder_id(engine: str) -> str:
    """The finder of the engine of that name, as its detector's ``id``."""
    return HOG if engine == "face_recognition" else PYRAMID
